"""What comes back to its author, proved by nothing but a key that was stolen from it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.kernel import canon, plain
from app.kernel.terms import new_uid
from app.models import Case
from app.services import alarms, cases, composing, entries, exchange, house, outbox, renewal
from app.services.intake import TakenIn
from app.services.roster_issue import Revocation
from app.services.setup import Register
from app.sync import sealing, stream
from app.sync.entry import Entry, EntryDraft
from app.sync.statements import ECHO, MANIFEST, WITHDRAW, Echo, Manifest, Withdraw
from tests import synthetic
from tests.services import rosters
from tests.services.rosters import City


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    rosters.build_started(tmp_path)
    with rosters.opened(tmp_path) as made:
        yield made


def _shared(city: City) -> str:
    uid = cases.register_case(city.audit, synthetic.case_draft()).uid
    exchange.share_case(city.audit, uid, rosters.uid(city.police))
    return uid


def _carry(city: City, sender: Register, receiver: Register) -> TakenIn:
    path = exchange.seal(sender, rosters.uid(receiver), city.stick).path
    return exchange.take_in(receiver, path)


def _stolen(city: City, *drafts: EntryDraft) -> list[tuple[Manifest, Entry]]:
    """What whoever has the audit office's present keys states with them, to the police."""
    with city.audit.write() as session:
        made = composing.compose(city.audit, session, rosters.uid(city.police))
        card = house.current_card(session, house.own_agency(session).id)
        assert card is not None
        shown = card.card.decode()
    _, forged = stream.extend(stream.Outbox(1), drafts)
    draft = replace(made.draft, after=0, after_head=None, base=0, entries=forged, items=())
    sealed = sealing.seal(
        draft,
        seed=made.seed,
        to=made.to,
        attachments=city.audit.attachments.bytes_of,
        target=io.BytesIO(),
        scratch=city.stick,
    )
    manifest = Manifest(sealed.content.decode(), sealed.content_signature.decode(), shown)
    return [(manifest, each) for each in forged]


def _give_back(city: City, manifest: Manifest, entry: Entry) -> TakenIn:
    """The police hand *entry* to the audit office as its own."""
    sha256 = canon.sha256(manifest.content.encode())
    echo = Echo(entry.head_bytes.decode(), entry.blind or "", entry.plain, sha256, ())
    with city.police.write() as session:
        said = [(MANIFEST, plain.to_plain(manifest)), (ECHO, plain.to_plain(echo))]
        drafts = [
            outbox.draft(city.police, session, type_, new_uid(), 1, body) for type_, body in said
        ]
        outbox.put(session, house.agency(session, rosters.uid(city.audit)), drafts)
    return _carry(city, city.police, city.audit)


def _revoked(city: City) -> None:
    renewal.renew(city.audit)
    city.issue(revocations=(Revocation(rosters.uid(city.audit), "便携机失窃"),))
    city.carry(city.audit)


def _withdrawal(city: City, case: str) -> EntryDraft:
    own, said = rosters.uid(city.audit), Withdraw(entries.CASE, "不是我写的")
    return EntryDraft(WITHDRAW, own, own, case, 99, city.clock.now(), plain.to_plain(said))


def test_what_a_stolen_key_says_is_kept_beside_and_never_adopted(city: City) -> None:
    case = _shared(city)
    _carry(city, city.audit, city.police)
    _shared(city)
    [(manifest, forged)] = _stolen(city, _withdrawal(city, case))
    _revoked(city)
    _carry(city, city.audit, city.police)

    taken = _give_back(city, manifest, forged)

    assert (taken.refused, taken.conflicts) == ((), 1)
    with city.audit.read() as session:
        kept = session.scalars(select(Case).where(Case.uid == case)).one()
        assert (kept.withdrawn_at, kept.version) == (None, 1)
    assert [each.record_uid for each in alarms.standing(city.audit).conflicts] == [case]


def test_a_statement_under_a_key_that_was_not_revoked_is_adopted(city: City) -> None:
    case = _shared(city)
    _carry(city, city.audit, city.police)
    _shared(city)
    [(manifest, ours)] = _stolen(city, _withdrawal(city, case))
    renewal.renew(city.audit)
    _carry(city, city.audit, city.police)

    assert _give_back(city, manifest, ours).conflicts == 0

    with city.audit.read() as session:
        assert session.scalars(select(Case).where(Case.uid == case)).one().withdrawn_at
