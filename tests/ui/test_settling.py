"""Alarms that a person settles: what was refused, what disagrees, numbers used twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.models import Witness
from app.services import alarms, cases, exchange, renewal
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.exchange.page import ExchangePage
from app.ui.exchange.settle_dialog import SettleDialog
from tests import synthetic
from tests.services.two_desks import START, Desks, copied, put_back, two_desks
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


def told_to_the_end(qtbot: QtBot, page: ExchangePage, dialog: SettleDialog) -> None:
    """An empty sentence is refused, a sentence settles."""
    dialog.submit()
    settle(qtbot, page.desk)
    assert page.alarms.isVisible()
    dialog.how.setText("已电话核实")
    dialog.submit()
    settle(qtbot, page.desk)


def test_a_number_two_letters_bear_is_named_and_settled_with_a_sentence(
    qtbot: QtBot, show: Show, desks: Desks, tmp_path: Path
) -> None:
    copy = copied(desks.finance, tmp_path / "copy")
    desks.issued("示财采移〔2026〕1号")
    desks.carry(desks.finance, desks.police)
    put_back(desks.finance, copy)
    renewal.renew(desks.finance)
    desks.issued("示财采移〔2026〕1号")
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)

    page = show(desks.finance)
    letter, case = page.alarms.lines
    assert [letter.kind, case.kind] == ["重复编号", "重复编号"]
    assert letter.text.startswith("“示财采移〔2026〕1号”用了不止一次：《referral》（2026-09-16")
    for line in (letter, case):
        dialog = line.does()
        assert isinstance(dialog, SettleDialog)
        dialog.copy.click()
        assert QGuiApplication.clipboard().text() == line.text
        told_to_the_end(qtbot, page, dialog)

    assert alarms.standing(desks.finance).quiet
    assert not page.alarms.isVisible()


def test_what_was_refused_and_looked_into_is_shown_no_more(
    qtbot: QtBot, show: Show, desks: Desks
) -> None:
    ours = cases.register_case(desks.finance, synthetic.case_draft()).uid
    theirs = desks.says("case-extract/1", ours, {"name": "别人的案件"})
    exchange.take_in(desks.finance, desks.sealed(theirs))
    page = show(desks.finance)

    (line,) = page.alarms.lines
    listed = line.does()
    assert listed is not None
    listed.settle.click()  # type: ignore[attr-defined]
    told_to_the_end(qtbot, page, page.findChildren(SettleDialog)[0])

    assert not page.alarms.isVisible()


def test_a_disagreement_that_was_looked_into_is_shown_no_more(
    qtbot: QtBot, show: Show, desks: Desks
) -> None:
    with desks.finance.write() as session:
        row = Witness(about_uid=desks.to_finance, told_by_uid=desks.to_police, incarnation=1)
        row.key, row.head, row.lines, row.told_at, row.disagrees = "SHA256:a", "", 3, START, True
        session.add(row)
    page = show(desks.finance)

    (line,) = page.alarms.lines
    dialog = line.does()
    assert line.kind == "说法不一"
    assert isinstance(dialog, SettleDialog)
    told_to_the_end(qtbot, page, dialog)

    assert not page.alarms.isVisible()
