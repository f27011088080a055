"""What was kept without effect, and whose key was revoked since."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from app.kernel import canon, plain
from app.kernel.terms import EvidenceKind, new_uid
from app.models import Entry
from app.services import cases, entries, evidence, exchange, house, outbox
from app.services.entries import AttachmentFacts
from app.services.evidence import EvidenceDraft
from app.services.intake import TakenIn
from app.services.roster_issue import Revocation
from app.services.setup import Register
from app.sync.book import State
from app.sync.roster_form import Cutoff
from tests import synthetic
from tests.services import rosters
from tests.services.rosters import City


def _carry(city: City, sender: Register, receiver: Register) -> TakenIn:
    path = exchange.seal(sender, rosters.uid(receiver), city.stick).path
    return exchange.take_in(receiver, path)


def _states_file(city: City, data: bytes) -> None:
    """The audit office speaks to the police of a file and does not bring it."""
    facts = plain.to_plain(AttachmentFacts(canon.sha256(data), len(data), "x"))
    with city.audit.write() as session:
        peer = house.agency(session, rosters.uid(city.police))
        said = outbox.draft(city.audit, session, entries.ATTACHMENT, new_uid(), 1, facts)
        outbox.put(session, peer, [said])


def _shares_file(city: City, data: bytes) -> None:
    """Finance tells the police of a case with that very file."""
    file = city.stick / "x.bin"
    file.write_bytes(data)
    uid = cases.register_case(city.finance, synthetic.case_draft()).uid
    draft = EvidenceDraft(
        "文件", EvidenceKind.ELECTRONIC, "来源", "甲某某", None, "", original=False, pages=1
    )
    evidence.add(city.finance, uid, draft, file)
    exchange.share_case(city.finance, uid, rosters.uid(city.police))


def _states(register: Register) -> list[str]:
    said = select(Entry.state).where(~Entry.outgoing, Entry.type == entries.ATTACHMENT)
    with register.read() as session:
        return list(session.scalars(said.order_by(Entry.id)))


def test_what_waits_beyond_a_cut_off_stays_without_effect(tmp_path: Path) -> None:
    data = b"a file the thief spoke of"
    rosters.build_started(tmp_path)
    with rosters.opened(tmp_path) as city:
        _states_file(city, data)
        assert _carry(city, city.audit, city.police).parked == 1
        cutoff = Cutoff(rosters.uid(city.police), 0)
        revocation = Revocation(rosters.uid(city.audit), "便携机失窃", 0, (cutoff,))
        city.issue(revocations=(revocation,))
        city.carry(city.police)

        _shares_file(city, data)
        _carry(city, city.finance, city.police)

        assert _states(city.police) == [State.PARKED, State.APPLIED]
