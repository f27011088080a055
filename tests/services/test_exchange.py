"""Sealing and taking in when something goes wrong: what stays owed, noted and unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.documents.kinds.letters import LetterKind
from app.kernel.errors import BundleFormError, MediumError, SeenBeforeError
from app.kernel.terms import new_uid
from app.models import Attachment, JournalLine, Outgoing
from app.rules.steps import StepKind
from app.services import cases, exchange, matters
from app.services.setup import Register
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _share_one(desks: Desks) -> None:
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    exchange.share_case(desks.finance, case, desks.to_police)


def _noted(register: Register) -> list[tuple[str, str, str]]:
    with register.read() as session:
        lines = session.scalars(select(JournalLine).where(JournalLine.action == "bundle.refused"))
        return [(line.subject, line.facts["code"], line.facts["file"]) for line in lines]


def _outgoing(register: Register) -> list[str]:
    with register.read() as session:
        return list(session.scalars(select(Outgoing.state).order_by(Outgoing.id)))


def test_what_goes_to_the_procuratorate_does_not_go_to_the_police(desks: Desks) -> None:
    uid = desks.issued()
    desks.clock.set(START + timedelta(hours=1))
    desks.issue(uid, LetterKind.SUPERVISION, "示财采〔2026〕9号")

    desks.carry(desks.finance, desks.police)

    here, there = matters.show(desks.finance, uid), matters.show(desks.police, uid)
    ours, told = here.steps[-1], there.steps[-1]
    assert ours.kind is told.kind is StepKind.SUPERVISION_SUGGESTED
    assert set(ours.fields) - set(told.fields) == {"reasons"}
    assert (ours.attachment_name, told.attachment_sha256) == ("supervision.pdf", "")
    assert [letter.kind for letter in there.letters] == [LetterKind.REFERRAL]
    with desks.police.read() as session:
        assert list(session.scalars(select(Attachment.name))) == ["referral.pdf"]


def test_an_acknowledgement_that_came_due_during_sealing_stays_owed(desks: Desks) -> None:
    uid = desks.acknowledged()
    note = synthetic.step(StepKind.NOTE, desks.clock.now(), text="x")
    matters.record_step(desks.finance, uid, note)
    path = exchange.seal(desks.finance, desks.to_police, desks.stick).path
    matters.record_step(desks.police, uid, note)
    taken: list[exchange.TakenIn] = []

    def meanwhile(done: int, total: int) -> None:
        if not taken:
            taken.append(exchange.take_in(desks.police, path))

    exchange.seal(desks.police, desks.to_finance, desks.stick, meanwhile)
    assert exchange.peers(desks.police)[0].ack_due

    exchange.seal(desks.police, desks.to_finance, desks.stick)
    assert not exchange.peers(desks.police)[0].ack_due


def test_a_bundle_that_was_not_written_is_noted_as_failed(desks: Desks) -> None:
    _share_one(desks)
    gone = desks.stick / "pulled"
    gone.mkdir()

    def pulled(*_: int) -> None:
        if gone.exists():
            gone.rmdir()

    with pytest.raises(MediumError):
        exchange.seal(desks.finance, desks.to_police, gone, pulled)
    exchange.seal(desks.finance, desks.to_police, desks.stick)

    assert _outgoing(desks.finance) == ["failed", "written"]


def test_a_register_that_cannot_stage_says_so_and_promises_nothing(desks: Desks) -> None:
    _share_one(desks)
    (desks.finance.folder / "staging").write_text("")

    with pytest.raises(MediumError) as caught:
        exchange.seal(desks.finance, desks.to_police, desks.stick)

    assert caught.value.facts["path"] == desks.finance.folder / "staging"
    assert _outgoing(desks.finance) == []


def test_a_bundle_under_the_uid_of_another_is_refused(desks: Desks) -> None:
    uid = new_uid()
    desks.put(desks.says("future/1", new_uid(), {}))
    exchange.take_in(desks.finance, desks.sealed(uid=uid))
    path = desks.sealed(desks.says("future/2", new_uid(), {}), uid=uid)

    with pytest.raises(BundleFormError):
        exchange.preview(desks.finance, path)
    with pytest.raises(BundleFormError):
        exchange.take_in(desks.finance, path)


def test_a_refused_bundle_leaves_a_line_in_the_journal_and_a_look_leaves_none(
    desks: Desks,
) -> None:
    _share_one(desks)
    path = exchange.seal(desks.finance, desks.to_police, desks.stick).path
    damaged = desks.stick / "坏\u202e包.lxb"
    damaged.write_bytes(path.read_bytes()[:-300])
    exchange.scan(desks.police, desks.stick)
    assert _noted(desks.police) == []

    taken = exchange.take_in(desks.police, path)
    with pytest.raises(SeenBeforeError) as caught:
        exchange.take_in(desks.police, path)
    with pytest.raises(Exception, match="early"):
        exchange.take_in(desks.police, damaged)

    assert taken.arrived
    assert _noted(desks.police) == [
        (caught.value.facts["envelope"], "E-XCH-07", path.name),
        ("", "E-XCH-01", "坏包.lxb"),
    ]


def test_looking_at_the_first_bundle_of_an_agency_writes_nothing(desks: Desks) -> None:
    _share_one(desks)
    exchange.seal(desks.finance, desks.to_police, desks.stick)

    with desks.police.write(), ThreadPoolExecutor(1) as other:
        (found,) = other.submit(exchange.scan, desks.police, desks.stick).result()
        seen = other.submit(exchange.preview, desks.police, found.path).result()

    assert found.refusal is None
    assert seen.arriving
