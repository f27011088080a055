"""Receipts in four layers: each tells its own fact, and only the law's starts a period."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.documents.kinds.letters import LetterKind
from app.kernel.terms import AgencyLevel, AgencyRole, Carrier, Delivery
from app.rules.steps import StepKind
from app.services import (
    cases,
    disclosures,
    entries,
    exchange,
    house,
    matters,
    members,
    receipts,
    renewal,
    sightings,
)
from app.services.members import PaperMember
from app.services.receipts import Layer, Layers, ReceiptRow
from app.services.setup import Register
from app.sync.statements import Renewal
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _letter(desks: Desks) -> ReceiptRow:
    (row,) = (
        row
        for row in receipts.rows(desks.finance, waiting_only=False)
        if row.type == entries.LETTER
    )
    return row


def _reached(layers: Layers) -> list[Layer]:
    return [layer for layer, at in layers.moments if at is not None]


def _later(desks: Desks, hours: int = 1) -> None:
    desks.clock.set(desks.clock.now() + timedelta(hours=hours))


def test_each_layer_comes_with_its_own_act_and_moment(desks: Desks) -> None:
    uid = desks.issued()
    assert _letter(desks).layers.reached is Layer.QUEUED

    _later(desks)
    path = exchange.seal(desks.finance, desks.to_police, desks.stick).path
    written = _letter(desks).layers
    assert (_reached(written), written.written_at) == ([Layer.WRITTEN], desks.clock.now())
    assert written.medium == str(path)

    exchange.take_in(desks.police, path)
    _later(desks)
    desks.carry(desks.police, desks.finance)
    taken = _letter(desks).layers
    assert (taken.reached, taken.taken_in_at) == (Layer.TAKEN_IN, desks.clock.now())

    sightings.seen(desks.police, uid)
    opened = desks.clock.now()
    _later(desks)
    desks.carry(desks.police, desks.finance)
    seen = _letter(desks).layers
    assert (seen.reached, seen.seen_at) == (Layer.SEEN, opened)
    assert seen.seen_by == desks.police.user_name
    assert _letter(desks).waits_since == opened

    _later(desks)
    signed = synthetic.step(StepKind.ACKNOWLEDGED, desks.clock.now(), signer="乙某某")
    matters.record_step(desks.police, uid, signed)
    desks.carry(desks.police, desks.finance)
    answered = _letter(desks).layers
    assert answered.reached is Layer.ANSWERED
    assert [(one.kind, one.at) for one in answered.answers] == [
        (StepKind.ACKNOWLEDGED, desks.clock.now())
    ]
    assert _letter(desks).waits_since is None


def test_a_paper_signature_answers_what_was_never_written_to_a_medium(desks: Desks) -> None:
    uid = desks.issued()
    _later(desks)
    delivered = synthetic.step(
        StepKind.DELIVERED,
        desks.clock.now(),
        method=Delivery.BY_HAND,
        carried_by="甲",
        receiver="乙",
    )
    matters.record_step(desks.finance, uid, delivered)
    signed = synthetic.step(StepKind.ACKNOWLEDGED, desks.clock.now(), signer="乙某某")
    matters.record_step(desks.finance, uid, signed)

    layers = _letter(desks).layers
    assert _reached(layers) == [Layer.ANSWERED]
    assert layers.answers[0].records[0].carrier is Carrier.PAPER


def test_paper_and_program_telling_other_hours_are_both_kept_and_the_paper_counts(
    desks: Desks,
) -> None:
    uid = desks.issued()
    desks.carry(desks.finance, desks.police)
    _later(desks, 5)
    paper = synthetic.step(StepKind.ACKNOWLEDGED, START + timedelta(hours=2), signer="乙某某")
    matters.record_step(desks.finance, uid, paper)
    told = synthetic.step(StepKind.ACKNOWLEDGED, START + timedelta(hours=4), signer="乙某某")
    matters.record_step(desks.police, uid, replace(told, carrier=Carrier.PROGRAM))
    desks.carry(desks.police, desks.finance)

    (answer,) = _letter(desks).layers.answers
    assert answer.differs
    assert answer.at == START + timedelta(hours=2)
    assert {one.at for one in answer.records} == {
        START + timedelta(hours=2),
        START + timedelta(hours=4),
    }


def test_a_matter_as_a_whole_is_only_as_far_as_its_last_record(desks: Desks) -> None:
    uid = desks.issued()
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)
    whole = receipts.of_matter(desks.finance, uid).whole
    assert whole is not None
    assert whole.reached is Layer.TAKEN_IN

    matters.record_step(
        desks.finance, uid, synthetic.step(StepKind.NOTE, desks.clock.now(), text="x")
    )

    found = receipts.of_matter(desks.finance, uid)
    assert found.whole is not None
    assert found.whole.reached is Layer.QUEUED
    assert found.digital
    assert {each.reached for each in found.records.values()} == {Layer.QUEUED, Layer.TAKEN_IN}


def test_the_layers_of_a_case_and_a_matter_are_asked_by_their_uids(desks: Desks) -> None:
    uid = desks.acknowledged()
    case = matters.show(desks.finance, uid).case_uid

    with desks.finance.read() as session:
        peer = house.agency(session, desks.to_police)
        found = receipts.layers(session, [case, uid, "unknown"], peer)

    assert found[case].reached is Layer.TAKEN_IN
    assert found[uid].reached is Layer.ANSWERED
    assert found["unknown"] == Layers()


def test_only_what_somebody_still_owes_is_listed_as_waiting(desks: Desks) -> None:
    uid = desks.acknowledged()
    note = synthetic.step(StepKind.NOTE, desks.clock.now(), text="x")
    matters.record_step(desks.finance, uid, note)

    waiting = receipts.rows(desks.finance)
    assert [row.title for row in waiting] == [StepKind.NOTE]
    assert {row.peer_uid for row in receipts.rows(desks.finance, desks.to_police)} == {
        desks.to_police
    }
    assert receipts.rows(desks.finance, "nobody", waiting_only=False) == ()

    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)
    assert receipts.rows(desks.finance) == ()


def test_a_new_generation_of_keys_loses_no_layer_and_says_nothing_twice(desks: Desks) -> None:
    uid = desks.acknowledged()
    sightings.seen(desks.police, uid)
    desks.carry(desks.police, desks.finance)
    before = _letter(desks).layers
    held = disclosures.of_matter(desks.finance, uid)

    renewal.renew(desks.finance, Renewal.ROTATION)
    assert _letter(desks).layers == before

    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)
    assert _letter(desks).layers == before
    again = disclosures.of_matter(desks.finance, uid)
    assert [(row.record, row.version) for row in again] == [
        (row.record, row.version) for row in held
    ]
    assert {row.bundles for row in again} == {2}


def test_what_a_restored_peer_lost_is_no_longer_said_to_be_taken_in(
    desks: Desks, tmp_path: Path
) -> None:
    desks.issued()
    copy = tmp_path / "copy"
    folder, clock = desks.police.folder, desks.clock
    shutil.copytree(folder, copy)
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)
    assert _letter(desks).layers.reached is Layer.TAKEN_IN

    desks.police.close()
    shutil.rmtree(folder)
    shutil.copytree(copy, folder)
    desks.police = Register.open(folder, synthetic.PASSPHRASE, clock=clock, cost=synthetic.CHEAP)
    renewal.renew(desks.police, Renewal.RESTORE)
    desks.carry(desks.police, desks.finance)
    assert _letter(desks).layers.reached is Layer.WRITTEN

    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)
    assert _letter(desks).layers.reached is Layer.TAKEN_IN
    desks.police.close()


def test_a_peer_without_the_program_has_answers_but_no_digital_layers(desks: Desks) -> None:
    member = PaperMember(
        name="示例市市场监督管理局",
        short_name="市市场监管局",
        role=AgencyRole.MARKET,
        level=AgencyLevel.CITY,
        liaison="丁某某",
        phone="0633-0000003",
        address="示例市丙路3号",
    )
    paper = members.add_paper_member(desks.finance, member).uid
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(desks.finance, paper, case, START)
    desks.issue(uid, LetterKind.TRANSFER, "示财采移〔2026〕2号")

    found = receipts.of_matter(desks.finance, uid)
    assert not found.digital
    assert {each.digital for each in found.records.values()} == {False}
    assert _letter(desks).layers.is_waiting

    signed = synthetic.step(StepKind.ACKNOWLEDGED, desks.clock.now(), signer="乙某某")
    matters.record_step(desks.finance, uid, signed)
    assert _reached(_letter(desks).layers) == [Layer.ANSWERED]


def test_the_extract_of_a_case_is_listed_until_it_was_taken_in(desks: Desks) -> None:
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    exchange.share_case(desks.finance, case, desks.to_police)

    (row,) = receipts.rows(desks.finance)
    assert (row.record_uid, row.matter_uid, row.type) == (case, "", entries.CASE)
    assert (row.subject, row.stated_at) == (synthetic.case_draft().name, desks.clock.now())

    desks.carry(desks.finance, desks.police)
    assert receipts.rows(desks.finance)[0].layers.reached is Layer.WRITTEN
    desks.carry(desks.police, desks.finance)
    assert receipts.rows(desks.finance) == ()
    assert len(receipts.rows(desks.finance, desks.to_police, waiting_only=False)) == 1
