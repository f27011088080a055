"""What stands wrong in the exchange, shown on real registers with the one next step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.kernel.errors import ForkError, RestoredRegisterError
from app.services import alarms, cases, exchange, renewal
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.exchange.page import ExchangePage
from tests import synthetic
from tests.services.two_desks import Desks, copied, put_back, two_desks
from tests.ui.acts import settle

Show = Callable[[Register], ExchangePage]


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


@pytest.fixture
def show(qtbot: QtBot, open_desk: Callable[[Register], Desk]) -> Show:
    def made(register: Register) -> ExchangePage:
        page = ExchangePage(open_desk(register))
        qtbot.addWidget(page)
        page.resize(1180, 660)
        page.show()
        settle(qtbot, page.desk)
        return page

    return made


def shared(desks: Desks, name: str) -> str:
    uid = cases.register_case(desks.finance, replace(synthetic.case_draft(), name=name)).uid
    exchange.share_case(desks.finance, uid, desks.to_police)
    return uid


def told(desks: Desks) -> None:
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)


def kinds(page: ExchangePage) -> list[str]:
    return [line.kind for line in page.alarms.lines]


def forked(desks: Desks, folder: Path) -> None:
    """Two copies of the finance bureau's register write under one number."""
    copy = copied(desks.finance, folder)
    shared(desks, "甲机写的")
    told(desks)
    put_back(desks.finance, copy)
    shared(desks, "乙机写的")
    with pytest.raises(ForkError):
        desks.carry(desks.finance, desks.police)


def conflicting(desks: Desks, folder: Path) -> None:
    """The finance bureau has a second version beside the one it lost."""
    uid = shared(desks, "第一版")
    told(desks)
    copy = copied(desks.finance, folder)
    lost = replace(synthetic.case_draft(), name="失去的第二版")
    cases.revise_case(desks.finance, uid, lost)
    exchange.share_case(desks.finance, uid, desks.to_police)
    told(desks)
    put_back(desks.finance, copy)
    cases.revise_case(desks.finance, uid, replace(lost, name="另一个第二版"))
    renewal.renew(desks.finance)
    told(desks)
    desks.carry(desks.finance, desks.police)


def test_nothing_is_shown_while_all_is_quiet(show: Show, desks: Desks) -> None:
    page = show(desks.finance)

    assert not page.alarms.isVisible()


def test_a_fork_shows_both_hashes_and_leads_to_writing_for_that_agency(
    qtbot: QtBot, show: Show, desks: Desks, tmp_path: Path
) -> None:
    forked(desks, tmp_path / "copy")
    (fork,) = alarms.standing(desks.police).forks

    page = show(desks.police)
    (line,) = page.alarms.lines
    line.does()

    assert line.kind == "同一编号两种内容"
    assert fork.held in line.text
    assert fork.found in line.text
    assert page.tabs.currentWidget() is page.outbox
    chosen = page.outbox.peer_table.current
    assert chosen is not None
    assert chosen.uid == fork.agency_uid
    assert page.outbox.seal.isEnabled()
    page.outbox.bar.use(desks.stick)
    with qtbot.waitSignal(page.outbox.written, timeout=10_000) as written:
        page.outbox.seal.click()
    settle(qtbot, page.desk)
    with pytest.raises(RestoredRegisterError):
        exchange.take_in(desks.finance, written.args[0].path)


def test_a_register_that_fell_behind_leads_to_new_keys_and_then_waits_for_answers(
    qtbot: QtBot, show: Show, desks: Desks, tmp_path: Path
) -> None:
    forked(desks, tmp_path / "copy")
    with pytest.raises(RestoredRegisterError):
        desks.carry(desks.police, desks.finance)

    page = show(desks.finance)
    before = kinds(page)
    dialog = page.alarms.collect()
    settle(qtbot, page.desk)
    dialog.typed.setText(dialog.word)
    dialog.renew.click()
    settle(qtbot, page.desk)

    assert before == ["须先开启新一代"]
    assert kinds(page) == ["等答复"]
    assert [row.written for row in dialog.members.rows] == [False]


def test_two_contents_of_a_record_are_compared_and_settled_with_a_sentence(
    qtbot: QtBot, show: Show, desks: Desks, tmp_path: Path
) -> None:
    conflicting(desks, tmp_path / "copy")
    page = show(desks.finance)
    (conflict,) = alarms.standing(desks.finance).conflicts

    dialog = page.alarms.compare(conflict)
    settle(qtbot, page.desk)
    rows = [(row.name, row.kept, row.other) for row in dialog.model.rows]
    dialog.settle.click()
    unsaid = alarms.standing(desks.finance).conflicts
    dialog.how.setText("已电话核对，保留现用的一份")
    dialog.settle.click()
    settle(qtbot, page.desk)

    assert rows == [("name", "另一个第二版", "失去的第二版")]
    assert unsaid == (conflict,)
    assert alarms.standing(desks.finance).quiet
    assert not page.alarms.isVisible()


def test_what_was_refused_is_listed_with_its_reason_to_be_copied(
    qtbot: QtBot, show: Show, desks: Desks
) -> None:
    theirs = desks.says(
        "case-extract/1",
        cases.register_case(desks.finance, synthetic.case_draft()).uid,
        {"name": "别人的案件"},
    )
    exchange.take_in(desks.finance, desks.sealed(theirs))

    page = show(desks.finance)
    dialog = page.alarms.explain(alarms.standing(desks.finance).refused)
    qtbot.addWidget(dialog)
    dialog.copy.click()

    assert kinds(page) == ["没有采用"]
    assert QGuiApplication.clipboard().text() == dialog.text()
    assert "第 1 号" in dialog.text()
    assert "a record" not in dialog.text()


def test_missing_numbers_lead_to_a_request_on_paper(qtbot: QtBot, show: Show, desks: Desks) -> None:
    for name in ("第一件", "第二件"):
        case = cases.register_case(desks.police, replace(synthetic.case_draft(), name=name)).uid
        exchange.share_case(desks.police, case, desks.to_finance)
    late = exchange.seal(desks.police, desks.to_finance, desks.stick, after=1).path
    exchange.take_in(desks.finance, late)

    page = show(desks.finance)
    (line,) = page.alarms.lines
    line.does()
    qtbot.waitUntil(lambda: page.alarms.sheets.window is not None, timeout=10_000)
    settle(qtbot, page.desk)

    assert "第 1 号还没有收到；其后的 1 项已收存" in line.text
    window = page.alarms.sheets.window
    assert window is not None
    assert "补发请求" in window.windowTitle()
