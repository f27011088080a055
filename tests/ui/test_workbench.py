"""The workbench over a real exchange: what is due, awaited, to receive, to send, to take in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.documents.kinds.letters import LetterKind
from app.kernel.clock import SetClock, at_local
from app.kernel.terms import AgencyRole, Delivery, MatterKind
from app.rules.steps import StepKind
from app.services import cases, duties, exchange, letters, matters, members
from app.services.exchange import BundleFound
from app.services.letters import IssueDraft
from app.services.matters import MatterDraft
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.exchange.media import Volume
from app.ui.page import PageId
from app.ui.theme import Tone
from app.ui.workbench.page import WorkbenchPage
from app.ui.workbench.reminders import Reminders
from app.ui.workbench.work import Group
from tests import synthetic
from tests.synthetic import step

WAIT = 10_000
START = at_local(2026, 9, 16, 9, 0)


@dataclass
class Town:
    """The finance bureau, whose desk is shown, and the police."""

    finance: Register
    police: Register
    clock: SetClock
    folder: Path
    to_police: str
    to_finance: str
    made: int = 0

    def stick(self) -> Path:
        self.made += 1
        folder = self.folder / f"stick-{self.made}"
        folder.mkdir()
        return folder

    def pending(self, name: str = "待审批的案件") -> str:
        """A referral whose report the head has not decided."""
        case = cases.register_case(self.finance, synthetic.case_draft(name)).uid
        facts = cases.show_case(self.finance, case).facts
        draft = MatterDraft(
            MatterKind.REFERRAL,
            case,
            self.to_police,
            "日财采〔2024〕13号",
            synthetic.referral(facts),
        )
        uid = matters.open_matter(self.finance, draft).uid
        for each in (
            step(StepKind.TEAM_FORMED, self.clock.now(), members="甲某某、戊某某"),
            step(StepKind.REPORT_SUBMITTED, self.clock.now()),
            step(StepKind.REPORT_RECEIVED, self.clock.now(), approver="己某某"),
        ):
            matters.record_step(self.finance, uid, each)
        return uid

    def issued(self, name: str = "已出具的案件") -> str:
        case = cases.register_case(self.finance, synthetic.case_draft(name)).uid
        uid = synthetic.approved_matter(self.finance, self.to_police, case, self.clock.now())
        wish = IssueDraft(code="示财采移", signer="己某某", dated_on=START.date())
        letters.issue(self.finance, uid, LetterKind.REFERRAL, wish)
        return uid

    def filed(self) -> str:
        """A referral the police have filed; their notice was taken in, its receipt not recorded."""
        uid = self.issued("立案的案件")
        self.clock.advance(timedelta(hours=3))
        delivered = step(
            StepKind.DELIVERED,
            self.clock.now(),
            method=Delivery.BY_HAND,
            carried_by="甲某某",
            receiver="乙某某",
        )
        matters.record_step(self.finance, uid, delivered)
        self._carry(self.finance, self.police, self.to_police)
        signed = step(StepKind.ACKNOWLEDGED, self.clock.now(), signer="乙某某")
        matters.record_step(self.police, uid, signed)
        self.clock.advance(timedelta(days=2))
        filed = step(
            StepKind.FILED,
            self.clock.now(),
            number="示公经立字〔2026〕1号",
            offence="串通投标罪",
            signer="庚某某",
        )
        matters.record_step(self.police, uid, filed)
        self._carry(self.police, self.finance, self.to_finance)
        return uid

    def _carry(self, sender: Register, receiver: Register, peer: str) -> None:
        exchange.take_in(receiver, exchange.seal(sender, peer, self.stick()).path)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    clock = SetClock(START)
    cards = tmp_path / "cards"
    cards.mkdir()
    finance = synthetic.make_register(tmp_path / "czj", at=clock, mechanism=synthetic.MECHANISM)
    with synthetic.make_register(tmp_path / "gaj", synthetic.POLICE, at=clock) as police:
        synthetic.introduce(finance, police, cards)
        to_police = members.find(finance, "sl-gaj")
        yield Town(finance, police, clock, tmp_path, to_police, members.find(police, "sl-czj"))


Show = Callable[..., WorkbenchPage]


@pytest.fixture
def show(qtbot: QtBot, open_desk: Callable[[Register], Desk], town: Town) -> Iterator[Show]:
    """Shows the finance bureau's workbench with these media plugged in."""
    shown: list[WorkbenchPage] = []

    def make(*media: Path) -> WorkbenchPage:
        volumes = tuple(Volume(root, "U 盘", read_only=False, free=1 << 30) for root in media)
        page = WorkbenchPage(open_desk(town.finance), lambda: volumes)
        qtbot.addWidget(page)
        page.resize(1150, 640)
        page.show()
        shown.append(page)
        qtbot.waitUntil(lambda: page.media.volumes == volumes, timeout=WAIT)
        _settle(qtbot, page)
        return page

    yield make
    for page in shown:
        page.media.stop()


def _settle(qtbot: QtBot, page: WorkbenchPage) -> None:
    qtbot.waitUntil(lambda: not page.desk.live, timeout=WAIT)


def _groups(page: WorkbenchPage) -> list[Group]:
    return [row.group for row in page.model.rows]


def test_an_idle_desk_says_so_and_offers_the_first_referral(
    qtbot: QtBot, show: Show, town: Town
) -> None:
    page = show()

    assert page.model.rowCount() == 0
    assert "今天没有待办" in page.table.empty.sentence.text()
    with qtbot.waitSignal(page.go) as asked:
        page.table.empty.button.click()
    assert asked.args == [PageId.REFERRALS, "new"]


def test_a_referral_not_delivered_in_24_hours_is_overdue_and_first(show: Show, town: Town) -> None:
    uid = town.issued()
    town.clock.advance(timedelta(hours=26))

    page = show()

    first = page.model.rows[0]
    assert (first.group, first.chip, first.tone) == (Group.OVERDUE, "逾期 2 小时", Tone.BAD)
    assert first.target == uid
    assert "已出具的案件" in first.title
    assert "国务院令第310号" in first.basis
    assert "24小时内" in page.basis.text()
    assert page.counters[Group.OVERDUE].count == 1


def test_what_ends_within_a_week_is_counted_by_itself(show: Show, town: Town) -> None:
    town.issued()
    town.clock.advance(timedelta(hours=1))

    page = show()

    assert page.counters[Group.OVERDUE].count == 0
    assert page.counters[Group.WEEK].count == 1
    assert page.model.rows[0].chip.startswith(("今日", "临期", "还有"))


def test_a_report_before_the_head_waits_to_be_approved(show: Show, town: Town) -> None:
    uid = town.pending()

    page = show()

    (row,) = [row for row in page.model.rows if row.group is Group.APPROVE]
    assert row.target == uid
    assert row.next_step == "登记审批结果"


def test_a_notice_taken_in_waits_until_its_receipt_is_recorded(
    qtbot: QtBot, show: Show, town: Town
) -> None:
    uid = town.filed()
    page = show()
    (row,) = [row for row in page.model.rows if row.group is Group.RECEIVE]
    assert row.target == uid
    assert "立案" in row.title

    notice = next(each for each in matters.show(town.finance, uid).steps if each.awaits_receipt)
    received = step(StepKind.NOTICE_RECEIVED, town.clock.now(), about=notice.uid)
    page.act(matters.record_step, uid, received)
    qtbot.waitUntil(lambda: page.counters[Group.RECEIVE].count == 0, timeout=WAIT)
    _settle(qtbot, page)

    hand_over = [row for row in page.model.rows if row.group is Group.WEEK]
    assert [row.next_step for row in hand_over] == ["登记移交涉案物品和材料"]


def test_what_others_owe_us_is_listed_after_what_we_owe(show: Show, town: Town) -> None:
    town.filed()
    town.issued()

    page = show()

    assert _groups(page) == sorted(_groups(page))
    awaited = [row for row in page.model.rows if row.group is Group.AWAITED]
    assert awaited
    assert {row.other for row in awaited} == {"示例市公安局"}
    assert {row.next_step for row in awaited} <= {"等待对方", "催办"}


def test_what_lies_on_no_medium_waits_to_be_sent(qtbot: QtBot, show: Show, town: Town) -> None:
    town.issued()

    page = show()

    (row,) = [row for row in page.model.rows if row.group is Group.SEND]
    assert (row.page, row.target) == (PageId.EXCHANGE, town.to_police)
    page.table.select(page.model.rows.index(row))
    page.table.setFocus()
    with qtbot.waitSignal(page.go) as asked:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == [PageId.EXCHANGE, town.to_police]


def test_a_bundle_on_a_stick_waits_to_be_taken_in(show: Show, town: Town) -> None:
    stick = town.stick()
    uid = cases.register_case(town.police, synthetic.case_draft("公安机关的案件")).uid
    exchange.share_case(town.police, uid, town.to_finance)
    exchange.seal(town.police, town.to_finance, stick)

    page = show(stick)

    (row,) = [row for row in page.model.rows if row.group is Group.TAKE_IN]
    assert row.other == "示例市公安局"
    assert (row.page, row.target) == (PageId.EXCHANGE, "in")
    assert page.counters[Group.TAKE_IN].count == 1


def test_a_missing_number_is_reminded_of_by_name(qtbot: QtBot, town: Town) -> None:
    gap = (3, 4)
    found = BundleFound(town.folder, 1, "sl-gaj", "示例市公安局", 5, 6, None, None, gap)
    reminders = Reminders()
    qtbot.addWidget(reminders)

    reminders.show_for(duties.workbench(town.finance), [found])
    town.finance.close()

    (card,) = reminders.cards
    told = " ".join(each.text() for each in card.findChildren(QLabel))
    assert "示例市公安局第 3–4 号还没有收到" in told


def test_a_counter_filters_and_a_second_press_shows_all(
    qtbot: QtBot, show: Show, town: Town
) -> None:
    town.issued()
    town.pending()
    page = show()
    every = page.model.rowCount()

    page.counters[Group.APPROVE].setFocus()
    QTest.keyClick(page.counters[Group.APPROVE], Qt.Key.Key_Space)
    filtered = _groups(page)
    page.counters[Group.SEND].click()
    other = _groups(page)
    page.counters[Group.SEND].click()

    assert filtered == [Group.APPROVE]
    assert other == [Group.SEND]
    assert not page.counters[Group.APPROVE].isChecked()
    assert page.model.rowCount() == every


def test_a_filter_without_rows_offers_everything_again(show: Show, town: Town) -> None:
    town.issued()
    page = show()

    page.counters[Group.RECEIVE].click()
    assert page.table.empty.sentence.text() == "没有符合条件的事项。"
    page.table.empty.button.click()

    assert page.model.rowCount() > 0
    assert page.filter is None


def test_members_whose_fingerprint_was_never_compared_are_named(
    qtbot: QtBot, show: Show, town: Town
) -> None:
    market = replace(
        synthetic.POLICE, name="示例市市场监督管理局", handle="sl-scj", role=AgencyRole.MARKET
    )
    with synthetic.make_register(town.folder / "scj", market, at=town.clock) as other:
        members.keep_card(town.finance, members.write_card(other, town.stick()))

    page = show()

    assert page.reminders.isVisible()
    with qtbot.waitSignal(page.reminders.verify_asked):
        page.reminders.cards[0].findChildren(QPushButton)[0].click()


def test_nothing_to_remind_of_takes_no_room(show: Show, town: Town) -> None:
    page = show()

    assert page.reminders.isHidden()
