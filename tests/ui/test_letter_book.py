"""发文 and 收文 on the page 文书: gaps, seals, papers, and the books that are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.documents.kinds.letters import LetterKind
from app.kernel.errors import PaperKnownError
from app.rules.numbering import Reason
from app.services import cases, incoming, letters, outgoing, sealing
from app.services.incoming import IncomingQuery, PaperDraft
from app.services.letters import IssueDraft
from app.services.outgoing import OutgoingQuery, Standing
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.letters.incoming import IncomingTab
from app.ui.letters.outgoing import OutgoingTab
from app.ui.letters.page import LettersPage
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks
from tests.ui.acts import settle

CODE = "示财采移"
PAPER = PaperDraft("示例市审计局", "函", START, "示审函〔2026〕3号")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


@pytest.fixture
def show(
    qtbot: QtBot, open_desk: Callable[[Register], Desk]
) -> Callable[[Register, str], tuple[LettersPage, Desk]]:
    def shown(register: Register, part: str) -> tuple[LettersPage, Desk]:
        desk = open_desk(register)
        page = LettersPage(desk)
        qtbot.addWidget(page)
        page.resize(1060, 660)
        page.show()
        page.show_subject(part)
        settle(qtbot, desk)
        return page, desk

    return shown


Show = Callable[[Register, str], tuple[LettersPage, Desk]]


def _outgoing(page: LettersPage) -> OutgoingTab:
    part = page.parts["outgoing"]
    assert isinstance(part, OutgoingTab)
    return part


def _incoming(page: LettersPage) -> IncomingTab:
    part = page.parts["incoming"]
    assert isinstance(part, IncomingTab)
    return part


def _issued(desks: Desks) -> None:
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(desks.finance, desks.to_police, case, START)
    letters.issue(desks.finance, uid, LetterKind.REFERRAL, IssueDraft(CODE, "己", START.date()))


def test_a_gap_is_red_until_its_reason_is_given(qtbot: QtBot, desks: Desks, show: Show) -> None:
    _issued(desks)
    desks.issued(f"{CODE}〔2026〕4号")
    page, desk = show(desks.finance, "outgoing")
    tab = _outgoing(page)
    assert tab.gaps.text() == "2 个空号待说明"
    tab.table.select(1)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert tab.explain.isVisible()

    form = tab.open_explain(tab.model.rows[1])
    form.words.setText("办公室用于其他发文")
    form.submit()
    settle(qtbot, desk)

    assert not tab.gaps.isVisible()
    shown = [tab.model.columns[-1].text(row) for row in tab.model.rows]
    assert shown == ["已编号", "外部编号", "外部编号", "已编号"]
    (row,) = [r for r in outgoing.rows(desks.finance, OutgoingQuery()) if r.first == 2]
    assert (row.reason, row.note) == (Reason.EXTERNAL, "办公室用于其他发文")

    tab.table.select(1)
    told = tab.details.text()
    assert "空号" in told
    assert "外部编号；办公室用于其他发文" in told
    assert "销毁" not in told
    assert not tab.explain.isEnabled()


def test_a_seal_is_entered_from_the_book(qtbot: QtBot, desks: Desks, show: Show) -> None:
    _issued(desks)
    page, desk = show(desks.finance, "outgoing")
    tab = _outgoing(page)

    form = tab.open_seal(tab.model.rows[0])
    form.submit()
    settle(qtbot, desk)
    assert form.form.summary.isVisible()
    form.keeper.setText("辛某某")
    form.approver.setText("己某某")
    form.submit()
    settle(qtbot, desk)

    (row,) = tab.model.rows
    assert tab.model.columns[-1].text(row) == "已用印"
    (seal,) = sealing.of_letter(desks.finance, row.letter_uid)
    assert (seal.keeper, seal.copies) == ("辛某某", 1)


def test_a_letter_issued_a_moment_ago_is_chosen(qtbot: QtBot, desks: Desks, show: Show) -> None:
    _issued(desks)
    page, desk = show(desks.finance, "outgoing")
    tab = _outgoing(page)
    assert tab.table.current.first == 1

    _issued(desks)
    page.refresh()
    settle(qtbot, desk)

    assert tab.table.current.first == 2
    tab.table.select(1)
    page.refresh()
    settle(qtbot, desk)
    assert tab.table.current.first == 1


def test_a_letter_that_stands_is_not_voided(qtbot: QtBot, desks: Desks, show: Show) -> None:
    _issued(desks)
    page, desk = show(desks.finance, "outgoing")
    tab = _outgoing(page)

    form = tab.open_void(tab.model.rows[0])
    form.words.setText("写错了")
    form.submit()
    settle(qtbot, desk)

    assert "没有撤回" in form.form.summary.links[0].text()
    assert tab.model.rows[0].standing is Standing.ISSUED


def test_the_book_is_shown_as_a_sheet(qtbot: QtBot, desks: Desks, show: Show) -> None:
    _issued(desks)
    page, desk = show(desks.finance, "outgoing")
    tab = _outgoing(page)

    tab.print.click()
    settle(qtbot, desk)

    assert tab.sheets.window is not None
    assert tab.sheets.window.windowTitle() == "发文登记簿"
    tab.sheets.window.close()


def test_what_came_in_a_bundle_is_entered_with_one_press(
    qtbot: QtBot, desks: Desks, show: Show
) -> None:
    desks.issued()
    desks.carry(desks.finance, desks.police)
    page, desk = show(desks.police, "incoming")
    tab = _incoming(page)
    assert tab.model.columns[0].text(tab.model.rows[0]) == "待登记"
    assert "不是签收" in tab.details.text()

    tab.enter.click()
    settle(qtbot, desk)

    assert tab.model.columns[0].text(tab.model.rows[0]) == "收文〔2026〕1号"
    assert not tab.enter.isVisible()
    assert "收文〔2026〕1号" in page.notice.text.text()


def test_a_paper_is_entered_and_the_same_one_only_when_said(
    qtbot: QtBot, desks: Desks, show: Show
) -> None:
    incoming.enter_paper(
        desks.finance, PaperDraft("示例市审计局", "函", START, "示审函〔2026〕3号")
    )
    page, desk = show(desks.finance, "incoming")
    tab = _incoming(page)

    form = tab.open_paper()
    settle(qtbot, desk)
    assert form.author.findText("示例市公安局") >= 0
    form.author.setCurrentText("示例市审计局")
    for name, text in (("number", "示审函〔2026〕3号"), ("title", "关于商请提供资料的函")):
        form.form.fields[name].setProperty("text", text)
    form.submit()
    settle(qtbot, desk)
    assert PaperKnownError.code in form.form.summary.links[0].text()
    form.again.setChecked(True)
    form.submit()
    settle(qtbot, desk)

    assert "收文〔2026〕2号" in page.notice.text.text()
    assert tab.table.current.entered == "收文〔2026〕2号"
    assert len(incoming.rows(desks.finance, IncomingQuery())) == 2
    assert tab.model.rows[0].title == "关于商请提供资料的函"


def test_a_photographed_paper_is_shown(
    qtbot: QtBot, desks: Desks, show: Show, tmp_path: Path
) -> None:
    scan = tmp_path / "来文.jpg"
    Image.new("RGB", (2000, 2800), "white").save(scan)
    incoming.enter_paper(desks.finance, replace(PAPER, file=scan))
    page, desk = show(desks.finance, "incoming")
    tab = _incoming(page)

    tab.view.click()
    settle(qtbot, desk)

    picture = tab.papers.picture
    assert picture is not None
    assert picture.page.pixmap().width() < 2000
    picture.close()


def test_what_becomes_of_a_paper_is_written_beside_it(
    qtbot: QtBot, desks: Desks, show: Show
) -> None:
    incoming.enter_paper(desks.finance, PaperDraft("示例市审计局", "函", START))
    page, desk = show(desks.finance, "incoming")
    tab = _incoming(page)

    form = tab.open_addition(tab.model.rows[0])
    settle(qtbot, desk)
    form.handler.setText("甲某某")
    form.remark.setPlainText("已复函")
    form.submit()
    settle(qtbot, desk)

    assert "承办人 甲某某　办理情况 已复函" in tab.details.text()


def test_a_reply_begins_with_what_it_answers(qtbot: QtBot, desks: Desks, show: Show) -> None:
    incoming.enter_paper(
        desks.finance,
        PaperDraft("示例市审计局", "关于商请提供资料的函", START, "示审函〔2026〕3号"),
    )
    page, desk = show(desks.finance, "incoming")
    tab = _incoming(page)

    tab.reply.click()
    settle(qtbot, desk)

    assert page.tabs.currentWidget() is page.parts["drafts"]
