"""往来台账: every bundle both ways, what it carried and how far it got; reports made again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app import wording
from app.kernel.errors import BundleError, MediumError, UnknownRecordError
from app.kernel.terms import new_uid
from app.rules.steps import StepKind
from app.services import cases, exchange, ledger, matters, traffic
from app.services.ledger import BundleState, Direction, LedgerQuery
from app.services.receipts import Layer
from app.services.setup import Register
from app.sync import statements
from app.sync.book import State
from app.wording import ledgers as words
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _states(register: Register) -> list[tuple[Direction, BundleState]]:
    return [(row.direction, row.state) for row in ledger.bundles(register)]


def _share(desks: Desks) -> str:
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    exchange.share_case(desks.finance, case, desks.to_police)
    return case


def _note(desks: Desks, uid: str) -> None:
    note = synthetic.step(StepKind.NOTE, desks.clock.now(), text="x")
    matters.record_step(desks.finance, uid, note)


def test_a_bundle_is_listed_on_both_sides_with_what_it_carried(desks: Desks) -> None:
    uid = desks.issued()
    path = exchange.seal(desks.finance, desks.to_police, desks.stick).path
    exchange.take_in(desks.police, path)

    (out,) = ledger.bundles(desks.finance)
    (came,) = ledger.bundles(desks.police)
    assert (out.direction, came.direction) == (Direction.OUT, Direction.IN)
    assert (out.peer_uid, came.peer_uid) == (desks.to_police, desks.to_finance)
    assert out.counts == came.counts
    assert out.counts["letter/1"] == 1
    assert (out.first, out.last, out.file) == (came.first, came.last, came.file)
    assert Path(out.folder) / out.file == path
    assert (len(out.digest), len(came.digest)) == (64, 64)

    sent = ledger.contents(desks.finance, [out.uid])[out.uid]
    taken = ledger.contents(desks.police, [came.uid])[came.uid]
    assert [each.record for each in sent] == [each.record for each in taken]
    assert uid in {each.record for each in sent}
    assert {each.state for each in sent} == {""}
    assert {each.state for each in taken} == {"applied"}


def test_a_bundle_of_ours_goes_from_promised_to_taken_in(desks: Desks) -> None:
    uid = desks.issued()
    desks.carry(desks.finance, desks.police)
    assert _states(desks.finance) == [(Direction.OUT, BundleState.WRITTEN)]

    back = exchange.seal(desks.police, desks.to_finance, desks.stick).path
    _note(desks, uid)
    exchange.seal(desks.finance, desks.to_police, desks.stick)
    desks.clock.set(START + timedelta(hours=2))
    exchange.take_in(desks.finance, back)

    rows = {
        row.last: row for row in ledger.bundles(desks.finance, LedgerQuery(direction=Direction.OUT))
    }
    first, second = (rows[last] for last in sorted(rows))
    assert (first.state, first.taken_in_at) == (BundleState.TAKEN_IN, START + timedelta(hours=2))
    assert (second.state, second.taken_in_at) == (BundleState.PARTLY_TAKEN_IN, None)


def test_an_acknowledgement_alone_is_written_and_never_more(desks: Desks) -> None:
    desks.issued()
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)

    row = ledger.bundles(desks.police, LedgerQuery(direction=Direction.OUT))[0]
    assert (row.state, dict(row.counts)) == (BundleState.WRITTEN, {})
    assert words.numbers(row.first, row.last) == "—"
    assert words.summary(row.counts) == "仅回执"


def test_what_failed_and_what_was_refused_is_listed_too(desks: Desks) -> None:
    _share(desks)
    path = exchange.seal(desks.finance, desks.to_police, desks.stick).path

    def pulled(done: int, total: int) -> None:
        raise OSError(f"the stick was pulled at {done} of {total}")

    with pytest.raises(MediumError):
        exchange.seal(desks.finance, desks.to_police, desks.stick, pulled)
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(BundleError) as caught:
        exchange.take_in(desks.police, path)

    assert BundleState.FAILED in {state for _, state in _states(desks.finance)}
    (refused,) = ledger.bundles(desks.police)
    assert refused.state is BundleState.REFUSED
    assert (refused.file, refused.code) == (path.name, caught.value.code)
    assert ledger.bundles(desks.police, LedgerQuery(peer_uid=desks.to_finance)) == ()


def test_the_ledger_is_asked_by_agency_by_day_and_by_direction(desks: Desks) -> None:
    desks.acknowledged()
    day = START.date()

    def asked(**wish: object) -> int:
        return len(ledger.bundles(desks.finance, LedgerQuery(**wish)))  # type: ignore[arg-type]

    assert asked() == 2
    assert asked(direction=Direction.IN) == asked(direction=Direction.OUT) == 1
    assert asked(peer_uid=desks.to_police) == 2
    assert asked(peer_uid="nobody") == 0
    assert asked(since=day, until=day) == 2
    assert asked(since=day + timedelta(days=1)) == 0
    assert asked(until=day - timedelta(days=1)) == 0
    assert asked(since=date(2026, 1, 1)) == 2


def test_a_report_of_what_came_can_be_made_again_at_any_time(desks: Desks) -> None:
    desks.issued()
    desks.carry(desks.finance, desks.police)
    (row,) = ledger.bundles(desks.police)

    report = ledger.import_report(desks.police, row.uid)

    assert report.bundle == row
    assert report.created == START
    assert [each.seq for each in report.entries] == list(range(row.first, row.last + 1))
    assert [each.name for each in report.files] == ["referral.pdf"]
    assert report.acknowledged == (1, 0)
    with pytest.raises(UnknownRecordError):
        ledger.import_report(desks.police, "unknown")


def test_a_report_tells_what_waits_for_a_later_version(desks: Desks) -> None:
    desks.put(desks.says("future/1", new_uid(), {}))
    desks.carry(desks.police, desks.finance)
    (row,) = ledger.bundles(desks.finance)

    table = words.import_report_table(ledger.import_report(desks.finance, row.uid))

    assert table.rows == (("1", "future/1", "future/1", "1", "留存待读", "—"),)


def test_the_printed_ledger_says_in_words_what_each_bundle_carried(desks: Desks) -> None:
    desks.acknowledged()
    rows = ledger.bundles(desks.finance)
    contents = ledger.contents(desks.finance, [row.uid for row in rows])

    table = words.bundles_table(rows, contents, LedgerQuery(), "")

    assert [len(row) for row in table.rows] == [len(table.columns)] * 2
    went, came = table.rows
    assert came[1:3] == ("收到", "示例市公安局")
    assert "签收" in came[6]
    assert went[1] == "送出"
    assert "referral" in went[6]
    assert went[9] == f"对方已导入 {words.moment(desks.clock.now())}"


def test_the_printed_report_names_entries_files_and_the_acknowledgement(desks: Desks) -> None:
    desks.acknowledged()
    (came,) = ledger.bundles(desks.finance, LedgerQuery(direction=Direction.IN))

    table = words.import_report_table(ledger.import_report(desks.finance, came.uid))

    assert table.rows[0][1:5] == ("办理环节", "签收（回执）", "1", "已记入")
    assert any("本单位序列 1 的第 1 至" in fact for fact in table.facts)


def test_every_word_of_a_ledger_has_its_chinese() -> None:
    assert words.LAYERS.keys() == set(Layer)
    assert words.BUNDLE_STATES.keys() == set(BundleState)
    assert words.DIRECTIONS.keys() == set(Direction)
    assert words.ENTRY_STATES.keys() == set(State)
    types = {*traffic.TOLD, *statements.UNTOLD, statements.RECEIPT, statements.WITHDRAW}
    assert types <= wording.ENTRY_TYPES.keys()
