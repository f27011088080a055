"""What travels beside statements: files in pieces, rule packs, and who said what of whom."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import select, update

from app.kernel import canon, paths, plain
from app.kernel.errors import BadPackError
from app.kernel.terms import EvidenceKind, new_uid
from app.models import Attachment, Evidence, JournalLine, Pack, Piece, Stream, Witness
from app.services import (
    alarms,
    cases,
    entries,
    evidence,
    exchange,
    gossip,
    house,
    packs,
    pieces,
    waiting,
)
from app.services.entries import AttachmentFacts
from app.services.evidence import EvidenceDraft
from app.services.setup import Register
from app.sync import envelope, opening
from app.sync.envelope import Item, JournalHead
from app.sync.opening import Opened
from app.sync.series import LEAST_LIMIT
from tests import synthetic
from tests.services.two_desks import Desks, two_desks

BIG = 9 << 20
"""Bytes of a file that needs five of the smallest bundles."""


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _series(desks: Desks) -> list[Path]:
    """Bundles of the smallest size, until all is written."""
    found, after = [], None
    while True:
        sealed = exchange.seal(
            desks.finance, desks.to_police, desks.stick, limit=LEAST_LIMIT, after=after
        )
        found.append(sealed.path)
        assert sealed.size <= LEAST_LIMIT
        if not (sealed.bytes_left or sealed.entries_left):
            return found
        after = sealed.last


def _files(register: Register) -> list[str]:
    with register.read() as session:
        return list(session.scalars(select(Attachment.sha256)))


@pytest.mark.parametrize("backwards", [False, True])
def test_a_large_file_comes_in_pieces_over_several_bundles_in_any_order(
    desks: Desks, backwards: bool
) -> None:
    sha256 = desks.shared_file(BIG)
    bundles = _series(desks)
    assert len(bundles) == 5

    for path in reversed(bundles) if backwards else bundles:
        assert _files(desks.police) == []
        exchange.take_in(desks.police, path)

    assert _files(desks.police) == [sha256]
    assert desks.police.attachments.verify(sha256) == BIG
    with desks.police.read() as session:
        assert session.scalars(select(Piece)).all() == []
        assert session.scalar(select(Evidence.attachment_id)) is not None


def test_a_file_lost_on_the_way_is_asked_for_and_comes_again(desks: Desks) -> None:
    sha256 = desks.shared_file(3000)
    lost = exchange.seal(desks.finance, desks.to_police, desks.stick).path
    lost.unlink()

    again = exchange.seal(desks.finance, desks.to_police, desks.stick)
    taken = exchange.take_in(desks.police, again.path)
    assert (again.attachments, taken.parked, _files(desks.police)) == (0, 1, [])
    desks.carry(desks.police, desks.finance)
    desks.carry(desks.finance, desks.police)

    assert _files(desks.police) == [sha256]
    with desks.police.read() as session:
        assert session.scalar(select(Evidence.attachment_id)) is not None
    # The bytes do not travel a third time.
    exchange.share_case(desks.finance, _case(desks.finance), desks.to_police)
    assert exchange.seal(desks.finance, desks.to_police, desks.stick).attachments == 0


def test_a_file_that_came_behind_a_gap_is_there_when_the_gap_closes(desks: Desks) -> None:
    exchange.share_case(desks.finance, _case(desks.finance), desks.to_police)
    first = exchange.seal(desks.finance, desks.to_police, desks.stick)
    sha256 = desks.shared_file(3000)
    second = exchange.seal(desks.finance, desks.to_police, desks.stick, after=first.last)

    assert exchange.take_in(desks.police, second.path).ahead == 2
    assert _files(desks.police) == []
    exchange.take_in(desks.police, first.path)

    assert _files(desks.police) == [sha256]


def test_a_file_is_not_sent_twice_unless_somebody_asks(desks: Desks) -> None:
    desks.shared_file(3000)

    first = exchange.seal(desks.finance, desks.to_police, desks.stick)
    second = exchange.seal(desks.finance, desks.to_police, desks.stick)
    third = exchange.seal(desks.finance, desks.to_police, desks.stick, files_again=True)

    assert (first.attachments, second.attachments, third.attachments) == (1, 0, 1)


def test_a_file_nobody_told_the_peer_of_does_not_leave_because_it_is_asked_for(
    desks: Desks,
) -> None:
    uid = cases.register_case(desks.finance, synthetic.case_draft()).uid
    secret = desks.stick.parent / "内部.bin"
    secret.write_bytes(b"internal" * 100)
    draft = EvidenceDraft(
        "内部材料", EvidenceKind.DOCUMENTARY, "本局", "甲某某", None, "", original=True, pages=1
    )
    evidence.add(desks.finance, uid, draft, secret)
    sha256 = canon.sha256(secret.read_bytes())
    # The police state the file as theirs, without its bytes, and ask for it.
    facts = plain.to_plain(AttachmentFacts(sha256, 800, "内部.bin"))
    desks.put(desks.says(entries.ATTACHMENT, entries.attachment_uid(sha256), facts))
    taken = desks.carry(desks.police, desks.finance)
    with desks.finance.write() as session:
        session.execute(update(Stream).values(wants=[sha256]))

    assert exchange.seal(desks.finance, desks.to_police, desks.stick).attachments == 0
    # Nor do they learn from our own wishes whether it is here.
    assert taken.parked == 1
    with desks.finance.read() as session:
        assert waiting.wanted(session, session.scalars(select(Stream)).one()) == (sha256,)


def test_pieces_that_make_up_nothing_spoil_only_their_own_file(desks: Desks) -> None:
    whole = canon.sha256(b"a file of somebody else's")
    halves = [b"not this file", b"nor this one."]
    with desks.police.write() as session:
        finance = house.agency(session, desks.to_finance)
        stored = [desks.police.attachments.add(BytesIO(each)) for each in halves]
        items = [
            Item(sha256, size, "", envelope.Piece(whole, place * size, 2 * size))
            for place, (sha256, size) in enumerate(stored)
        ]
        pieces.keep(session, finance, tuple(items))

    exchange.share_case(desks.finance, _case(desks.finance), desks.to_police)
    desks.carry(desks.finance, desks.police)

    with desks.police.read() as session:
        assert session.scalars(select(Piece)).all() == []
        said = select(JournalLine).where(JournalLine.action == "pieces.dropped")
        assert session.scalars(said).one().facts == {"whole": whole}
    assert not any(desks.police.attachments.has(sha256) for sha256, _ in stored)


def test_an_older_bundle_that_comes_late_does_not_undo_what_is_wanted(desks: Desks) -> None:
    exchange.share_case(desks.police, _case(desks.police), desks.to_finance)
    old = exchange.seal(desks.police, desks.to_finance, desks.stick).path
    desks.shared_file(3000)
    exchange.seal(desks.finance, desks.to_police, desks.stick).path.unlink()
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)

    exchange.take_in(desks.finance, old)

    assert exchange.seal(desks.finance, desks.to_police, desks.stick).attachments == 1


def _case(register: Register) -> str:
    return cases.register_case(register, synthetic.case_draft()).uid


def _pack(folder: Path, *, version: str) -> Path:
    source = next((paths.resources() / "rules").glob("calendar-2026.json"))
    path = folder / "calendar.json"
    plain = json.loads(source.read_text("utf-8")) | {"version": version}
    path.write_text(json.dumps(plain, ensure_ascii=False), "utf-8")
    return path


def test_the_lead_passes_a_rule_pack_to_its_members(tmp_path: Path) -> None:
    with two_desks(tmp_path) as desks:
        assert _versions(desks.police) == _versions(desks.finance)
        packs.share(desks.finance, _pack(tmp_path, version="9999.1"))

        desks.carry(desks.finance, desks.police)

        assert any("9999.1" in each for each in _versions(desks.police))
        with pytest.raises(BadPackError):
            packs.share(desks.police, _pack(tmp_path, version="9999.2"))


def _versions(register: Register) -> set[str]:
    with register.read() as session:
        return set(session.scalars(select(Pack.version)))


def test_a_journal_shown_in_two_ways_is_noticed(desks: Desks) -> None:
    desks.shared_file(100)
    path = exchange.seal(desks.finance, desks.to_police, desks.stick).path
    with path.open("rb") as file:
        routing = opening.inspect(file, path).routing
    exchange.take_in(desks.police, path)
    with desks.police.read() as session:
        lines = session.scalars(select(Witness.lines)).one()
    assert lines > 0
    assert alarms.standing(desks.police).disagreements == ()

    with desks.police.write() as session:
        other = Opened(b"", b"", (), (), journal=JournalHead(lines, "0" * 64))
        gossip.hear(desks.police, session, routing, other)

    (found,) = alarms.standing(desks.police).disagreements
    assert (found.about, found.teller) == ("示例市财政局", "示例市财政局")


def test_a_third_agency_that_knows_another_key_is_noticed(desks: Desks) -> None:
    desks.shared_file(100)
    path = exchange.seal(desks.finance, desks.to_police, desks.stick).path
    with path.open("rb") as file:
        routing = opening.inspect(file, path).routing
    teller = replace(routing, sender=replace(routing.sender, uid=new_uid()), card=None)
    key = "SHA256:" + "A" * 43

    with desks.police.write() as session:
        said = envelope.Witness(desks.to_finance, 1, key, 3, "0" * 64)
        gossip.hear(desks.police, session, teller, Opened(b"", b"", (), (), witness=(said,)))

    (found,) = alarms.standing(desks.police).disagreements
    assert found.about == "示例市财政局"
