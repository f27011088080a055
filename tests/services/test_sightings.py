"""已阅: told once a record, never answered, and never by a peer about what it was not told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.kernel import plain
from app.kernel.errors import NothingToSendError
from app.kernel.terms import new_uid
from app.models import Entry, JournalLine, Receipt
from app.rules.steps import StepKind
from app.services import cases, exchange, matters, sightings
from app.services.changes import Noun
from app.services.setup import Register
from app.sync import statements
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _receipts(register: Register, *, outgoing: bool) -> dict[str, tuple[str, str]]:
    with register.read() as session:
        rows = session.scalars(select(Receipt).where(Receipt.outgoing == outgoing))
        return {row.record_uid: (row.seen_at.isoformat(), row.seen_by) for row in rows}


def _queued(register: Register) -> list[bytes]:
    with register.read() as session:
        found = session.scalars(
            select(Entry.body).where(Entry.outgoing, Entry.type == statements.RECEIPT)
        )
        return [body for body in found if body is not None]


def test_opening_a_matter_tells_once_of_each_record(desks: Desks) -> None:
    uid = desks.issued()
    desks.carry(desks.finance, desks.police)

    assert sightings.seen(desks.police, uid).nouns == {Noun.EXCHANGE}
    assert sightings.seen(desks.police, uid).nouns == frozenset()

    (body,) = _queued(desks.police)
    view = matters.show(desks.police, uid)
    records = {uid, *(step.uid for step in view.steps), *(each.uid for each in view.letters)}
    assert set(_receipts(desks.police, outgoing=True)) == records
    assert all(each.encode() in body for each in records)

    note = synthetic.step(StepKind.NOTE, desks.clock.now(), text="x")
    matters.record_step(desks.finance, uid, note)
    desks.carry(desks.finance, desks.police)
    sightings.seen(desks.police, uid)
    assert len(_queued(desks.police)) == 2
    assert len(_receipts(desks.police, outgoing=True)) == len(records) + 1


def test_our_own_records_and_a_receipt_itself_are_never_receipted(desks: Desks) -> None:
    uid = desks.issued()
    assert sightings.seen(desks.finance, uid).nouns == frozenset()
    desks.carry(desks.finance, desks.police)
    sightings.seen(desks.police, uid)
    desks.carry(desks.police, desks.finance)

    assert sightings.seen(desks.finance, uid).nouns == frozenset()
    assert _queued(desks.finance) == []


def test_a_register_that_does_not_send_receipts_sends_none_until_it_does(desks: Desks) -> None:
    uid = desks.issued()
    desks.carry(desks.finance, desks.police)
    assert sightings.sends(desks.police)

    sightings.set_sends(desks.police, wanted=False)
    assert sightings.seen(desks.police, uid).nouns == frozenset()
    assert not sightings.sends(desks.police)

    sightings.set_sends(desks.police, wanted=True)
    assert sightings.seen(desks.police, uid).nouns == {Noun.EXCHANGE}


def test_the_first_receipt_of_a_record_counts_and_strange_ones_change_nothing(
    desks: Desks,
) -> None:
    uid = desks.issued()
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)
    own = cases.register_case(desks.finance, synthetic.case_draft()).uid
    first = statements.Receipt((uid, own, new_uid()), START + timedelta(hours=1), "乙\n某某")
    second = statements.Receipt((uid,), START + timedelta(hours=2), "丁某某")

    desks.put(
        *(
            desks.says(statements.RECEIPT, new_uid(), plain.to_plain(each))
            for each in (first, second)
        )
    )
    desks.carry(desks.police, desks.finance)

    assert _receipts(desks.finance, outgoing=False) == {uid: (first.seen_at.isoformat(), "乙 某某")}
    with desks.finance.read() as session:
        heard = select(JournalLine).where(JournalLine.action == "receipt.taken_in")
        counts = [(line.facts["records"], line.facts["unknown"]) for line in session.scalars(heard)]
    assert counts == [(1, 2), (1, 0)]


def test_a_late_receipt_of_something_answered_long_ago_is_kept(desks: Desks) -> None:
    uid = desks.acknowledged()
    sightings.seen(desks.police, uid)
    desks.carry(desks.police, desks.finance)

    assert uid in _receipts(desks.finance, outgoing=False)


def test_a_receipt_that_names_more_than_any_register_holds_is_taken_in(desks: Desks) -> None:
    desks.issued()
    desks.carry(desks.finance, desks.police)
    many = statements.Receipt(tuple(new_uid() for _ in range(40_000)), START, "乙某某")
    desks.put(desks.says(statements.RECEIPT, new_uid(), plain.to_plain(many)))

    taken = desks.carry(desks.police, desks.finance)

    assert [each.known for each in taken.arrived] == [True]
    assert _receipts(desks.finance, outgoing=False) == {}


def test_traffic_comes_to_rest_when_everything_was_seen(desks: Desks) -> None:
    uid = desks.issued()
    desks.carry(desks.finance, desks.police)
    sightings.seen(desks.police, uid)
    desks.carry(desks.police, desks.finance)

    # A receipt is never receipted: it is acknowledged with whatever finance says next.
    with pytest.raises(NothingToSendError):
        exchange.seal(desks.finance, desks.to_police, desks.stick)
    assert not exchange.peers(desks.police)[0].ack_due
    assert all(each.written for each in exchange.peers(desks.police)[0].leaving)
