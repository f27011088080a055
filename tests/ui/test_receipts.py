"""回执 and 往来台账 in windows: four layers in words, ledgers that open as sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.documents.kinds.registers import Column, TableText
from app.rules.steps import StepKind
from app.services import exchange, matters, sightings
from app.services.ledger import BundleState, Direction
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.exchange.page import ExchangePage
from app.ui.exchange.sheets import Sheets
from app.ui.matters.page import MattersPage
from app.ui.page import PageId
from app.ui.settings.receipts import ReceiptsCard
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks
from tests.ui.acts import settle

WAIT = 15_000


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


@pytest.fixture
def desk(open_desk: Callable[[Register], Desk], desks: Desks) -> Desk:
    return open_desk(desks.finance)


def _centre(qtbot: QtBot, desk: Desk) -> ExchangePage:
    made = ExchangePage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    settle(qtbot, desk)
    return made


def _thread(qtbot: QtBot, desk: Desk, uid: str) -> MattersPage:
    made = MattersPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    made.show_subject(uid)
    settle(qtbot, desk)
    return made


def _note(desks: Desks, uid: str) -> None:
    note = synthetic.step(StepKind.NOTE, desks.clock.now(), text="x")
    matters.record_step(desks.finance, uid, note)


def test_what_waits_is_listed_with_its_layer_and_the_days(
    qtbot: QtBot, desks: Desks, desk: Desk
) -> None:
    uid = desks.acknowledged()
    _note(desks, uid)
    exchange.seal(desks.finance, desks.to_police, desks.stick)
    desks.clock.set(desks.clock.now() + timedelta(days=4))

    tab = _centre(qtbot, desk).receipts

    assert [row.title for row in tab.model.rows] == [StepKind.NOTE]
    assert tab.model.index(0, 2).data() == "工作联系"
    assert tab.model.index(0, 4).data() == "●○○○　已写入介质 2026-09-16 12:00"
    assert tab.model.index(0, 5).data() == "4"
    told = tab.details.text()
    assert "● 已写入介质：2026-09-16 12:00" in told
    assert "○ 对方已导入：尚未" in told
    tab.waiting.setChecked(False)
    settle(qtbot, desk)
    assert [row.type for row in tab.model.rows] == [
        "letter/1",
        "step/1",
        "step/1",
        "case-extract/1",
    ]
    assert tab.model.index(3, 2).data() == "案件摘要"


def test_everything_can_be_written_once_more_from_where_it_hangs(
    qtbot: QtBot, desks: Desks, desk: Desk
) -> None:
    uid = desks.issued()
    exchange.seal(desks.finance, desks.to_police, desks.stick)
    page = _centre(qtbot, desk)

    with qtbot.waitSignal(page.go, timeout=WAIT) as went:
        page.receipts.open.click()
    page.receipts.again.click()

    assert went.args == [PageId.REFERRALS, uid]
    assert page.tabs.currentWidget() is page.outbox
    assert page.outbox.peer_table.current.uid == desks.to_police
    assert page.outbox.again.isChecked()
    page.outbox.bar.use(desks.stick)
    page.outbox.write()
    settle(qtbot, desk)
    assert "附件 1 个" in page.outbox.said.text()
    assert not page.outbox.again.isChecked()


def test_a_request_to_send_again_is_offered_only_when_something_is_missing(
    qtbot: QtBot, desks: Desks, open_desk: Callable[[Register], Desk]
) -> None:
    desks.issued()
    later = exchange.seal(desks.finance, desks.to_police, desks.stick, after=2)
    desk = open_desk(desks.police)
    tab = _centre(qtbot, desk).receipts
    assert not tab.request.isEnabled()

    exchange.take_in(desks.police, later.path)
    tab.ask()
    settle(qtbot, desk)
    tab.request.click()
    settle(qtbot, desk)

    assert tab.sheets.window is not None
    assert tab.sheets.window.windowTitle() == "交换包补发请求"
    _leave(qtbot, desk, tab.sheets)


def _leave(qtbot: QtBot, desk: Desk, sheets: Sheets) -> None:
    assert sheets.window is not None
    qtbot.waitUntil(lambda: sheets.window is not None and sheets.window.view.painted, timeout=WAIT)
    sheets.window.close()
    settle(qtbot, desk)


def test_the_ledger_lists_bundles_and_asks_by_field(qtbot: QtBot, desks: Desks, desk: Desk) -> None:
    desks.acknowledged()
    tab = _centre(qtbot, desk).ledger

    assert {row.state for row in tab.bundles.rows} == {BundleState.TAKEN_IN, BundleState.RECEIVED}
    assert "文书 1" in str(tab.bundles.index(0, 4).data())
    tab.direction.setCurrentIndex(tab.direction.findData(Direction.IN.value))
    settle(qtbot, desk)
    assert [row.direction for row in tab.bundles.rows] == [Direction.IN]
    tab.until.set_day(START.date() - timedelta(days=1))
    settle(qtbot, desk)
    assert tab.bundles.rows == ()
    assert tab.bundle_table.empty.sentence.text() == "没有符合条件的交换包。"
    assert not tab.print.isEnabled()


@pytest.mark.parametrize(
    ("button", "title"),
    [
        ("print", "交换包往来台账"),
        ("holders", "信息提供（披露）台账"),
        ("open", "交换包内容清单"),
    ],
)
def test_each_sheet_of_the_ledger_opens(
    qtbot: QtBot, desks: Desks, desk: Desk, button: str, title: str
) -> None:
    desks.issued()
    exchange.seal(desks.finance, desks.to_police, desks.stick)
    tab = _centre(qtbot, desk).ledger

    pressed: QPushButton = getattr(tab, button)
    pressed.click()
    settle(qtbot, desk)

    assert tab.sheets.window is not None
    assert tab.sheets.window.windowTitle() == title
    _leave(qtbot, desk, tab.sheets)


def test_enter_on_a_bundle_that_came_opens_its_report(
    qtbot: QtBot, desks: Desks, open_desk: Callable[[Register], Desk]
) -> None:
    desks.issued()
    desks.carry(desks.finance, desks.police)
    desk = open_desk(desks.police)
    page = _centre(qtbot, desk)
    page.tabs.setCurrentWidget(page.ledger)

    page.ledger.bundle_table.setFocus()
    QTest.keyClick(page.ledger.bundle_table, Qt.Key.Key_Return)
    settle(qtbot, desk)

    assert page.ledger.sheets.window is not None
    assert page.ledger.sheets.window.windowTitle() == "交换包导入报告"
    _leave(qtbot, desk, page.ledger.sheets)


def test_a_sheet_on_its_long_side_is_shown_in_its_own_shape(
    qtbot: QtBot, desks: Desks, desk: Desk
) -> None:
    page = _centre(qtbot, desk)
    sheets = Sheets(page)
    sheets.show(TableText("清册", (Column("甲", 10),), (("乙",),)))
    settle(qtbot, desk)
    assert sheets.window is not None
    view = sheets.window.view
    qtbot.waitUntil(lambda: view.painted, timeout=WAIT)

    (sheet,) = view.sheets
    assert sheet.width() / sheet.height() == pytest.approx(297 / 210, rel=0.01)
    _leave(qtbot, desk, sheets)


def test_the_thread_tells_how_far_each_letter_and_step_has_got(
    qtbot: QtBot, desks: Desks, desk: Desk
) -> None:
    uid = desks.acknowledged()
    _note(desks, uid)
    view = _thread(qtbot, desk, uid).thread_view

    letter = view.letters.findChildren(QPushButton)
    (layers,) = (each for each in letter if "签收（回执） 2026-09-16" in each.text())
    assert layers.text().startswith("●●○●")
    assert "对方已阅：尚未" in layers.accessibleDescription()
    assert layers.accessibleName().startswith("referral　")
    assert "送出 3 项，1 项对方尚未导入" in view.whole.button.text()

    details = view.whole.details
    assert not details.isVisible()
    view.whole.button.setFocus()
    QTest.keyClick(view.whole.button, Qt.Key.Key_Space)
    assert details.isVisible()
    assert "签收、受理、答复" in details.text()


def test_looking_at_a_matter_tells_the_other_side_once(
    qtbot: QtBot, desks: Desks, open_desk: Callable[[Register], Desk]
) -> None:
    uid = desks.issued()
    desks.carry(desks.finance, desks.police)
    desk = open_desk(desks.police)
    page = _thread(qtbot, desk, uid)
    page.show_list()
    page.show_subject(uid)
    settle(qtbot, desk)

    (peer,) = exchange.peers(desks.police)
    assert [each.type for each in peer.leaving] == ["receipt/1"]


def test_who_holds_a_matter_is_a_sheet_away(qtbot: QtBot, desks: Desks, desk: Desk) -> None:
    view = _thread(qtbot, desk, desks.acknowledged()).thread_view
    view.holders.click()
    settle(qtbot, desk)

    assert view.sheets.window is not None
    assert view.sheets.window.windowTitle() == "信息提供（披露）台账"
    _leave(qtbot, desk, view.sheets)


def test_the_box_in_the_settings_stops_receipts(qtbot: QtBot, desks: Desks, desk: Desk) -> None:
    page = _centre(qtbot, desk)
    card = ReceiptsCard(page)
    qtbot.addWidget(card)
    card.show()
    card.refresh()
    settle(qtbot, desk)
    assert card.sends.isChecked()

    card.sends.click()
    settle(qtbot, desk)

    assert not sightings.sends(desks.finance)
