"""The page 案件登记 on a real register: list, search, what one case shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.services import case_list, cases, exchange, journal, members
from app.services.case_list import CaseRow, CaseScope
from app.services.setup import Register
from app.ui.cases.page import CasesPage
from app.ui.desk import Desk
from app.ui.page import FOR_CASE, PageId
from app.ui.widgets.table import PAGE
from tests import synthetic

WAIT = 10_000


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> CasesPage:
    made = CasesPage(desk)
    qtbot.addWidget(made)
    made.resize(1150, 640)
    return made


def _show(qtbot: QtBot, page: CasesPage) -> None:
    page.show()
    _settle(qtbot, page)


def _settle(qtbot: QtBot, page: CasesPage) -> None:
    """Wait until nothing is asked any more, the answers to answers included."""
    qtbot.waitUntil(lambda: not page.desk.live, timeout=WAIT)


def _enter(register: Register, *names: str) -> list[str]:
    return [cases.register_case(register, synthetic.case_draft(name)).uid for name in names]


def _names(page: CasesPage) -> list[str]:
    model = page.listing.model
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def test_the_newest_case_is_first_and_shown(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    _enter(register, "甲案", "乙案", "丙案")

    _show(qtbot, page)

    assert _names(page) == ["丙案", "乙案", "甲案"]
    assert page.listing.count.text() == "3 件"
    assert page.detail.name.text() == "丙案"


def test_typing_narrows_the_list_and_keeps_the_focus(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    _enter(register, "示例公司串通投标案", "示例公司行贿案")
    _show(qtbot, page)

    page.listing.begin_search()
    page.listing.search.insert("行贿")
    qtbot.waitUntil(lambda: page.listing.model.rowCount() == 1, timeout=WAIT)
    _settle(qtbot, page)

    assert _names(page) == ["示例公司行贿案"]
    assert page.detail.name.text() == "示例公司行贿案"
    assert page.focusWidget() is page.listing.search


def test_a_list_that_is_filtered_empty_offers_to_clear_the_filters(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    _enter(register, "甲案")
    _show(qtbot, page)

    page.listing.search.setText("没有这样的案件")
    qtbot.waitUntil(lambda: page.listing.model.rowCount() == 0, timeout=WAIT)
    assert page.listing.table.empty.sentence.text() == "没有符合条件的案件。"

    page.listing.table.empty.button.click()
    qtbot.waitUntil(lambda: page.listing.model.rowCount() == 1, timeout=WAIT)
    _settle(qtbot, page)

    assert page.listing.search.text() == ""
    assert _names(page) == ["甲案"]


def test_an_empty_register_offers_the_first_case(qtbot: QtBot, page: CasesPage) -> None:
    _show(qtbot, page)
    empty = page.listing.table.empty

    assert empty.button.text() == "登记第一个案件"
    empty.button.click()
    _settle(qtbot, page)

    assert page.form is not None
    assert page.form.isVisible()


def test_suspected_crimes_not_yet_referred_are_one_choice_away(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    _enter(register, "涉嫌犯罪案")
    plain = replace(synthetic.case_draft("一般案件"), crime_suspected=False)
    cases.register_case(register, plain)
    _show(qtbot, page)

    page.listing.scope.setCurrentIndex(page.listing.scope.findData(CaseScope.UNREFERRED.value))
    _settle(qtbot, page)

    assert _names(page) == ["涉嫌犯罪案"]


def test_a_click_on_a_title_orders_and_a_second_turns_the_order(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    for name, amount in (("小", 100), ("大", 300), ("中", 200)):
        cases.register_case(register, replace(synthetic.case_draft(name), amount_fen=amount))
    _show(qtbot, page)

    page.listing.sort_by(6)
    _settle(qtbot, page)
    falling = _names(page)
    page.listing.sort_by(6)
    _settle(qtbot, page)

    assert falling == ["大", "中", "小"]
    assert _names(page) == ["小", "中", "大"]


def test_only_the_pages_that_are_seen_are_asked_for(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    asked: list[int] = []
    page.listing.model.wanted.connect(lambda number, _: asked.append(number))
    _show(qtbot, page)

    # Rows that are not there yet are as good as rows that are: the ids alone make the list long.
    page.listing.model.set_ids(tuple(range(1, 100_001)))
    page.listing.table.scrollToBottom()
    page.repaint()
    _settle(qtbot, page)

    assert page.listing.model.rowCount() == 100_000
    assert set(asked) == {(100_000 - 1) // PAGE}


def test_the_chosen_case_stays_chosen_when_another_is_entered(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    _enter(register, "甲案", "乙案")
    _show(qtbot, page)
    page.listing.table.select(1)
    _settle(qtbot, page)

    page.act(cases.register_case, synthetic.case_draft("新案"))
    qtbot.waitUntil(lambda: page.listing.model.rowCount() == 3, timeout=WAIT)
    _settle(qtbot, page)

    assert page.detail.name.text() == "甲案"
    assert page.listing.table.currentIndex().row() == 2


def test_another_page_leads_to_a_case_although_a_filter_hides_it(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    first, _ = _enter(register, "甲案", "乙案")
    _show(qtbot, page)
    page.listing.search.setText("乙案")
    qtbot.waitUntil(lambda: page.listing.model.rowCount() == 1, timeout=WAIT)
    _settle(qtbot, page)

    page.show_subject(first)
    qtbot.waitUntil(lambda: page.detail.name.text() == "甲案", timeout=WAIT)
    _settle(qtbot, page)

    assert page.listing.model.rowCount() == 2


def test_a_row_is_copied_as_text(qtbot: QtBot, page: CasesPage, register: Register) -> None:
    _enter(register, "甲案")
    _show(qtbot, page)

    page.listing.table.setFocus()
    QTest.keyClick(page.listing.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    cells = QGuiApplication.clipboard().text().split("\t")
    assert cells[:3] == ["案登〔2026〕1号", "甲案", "涉嫌犯罪"]


def test_a_name_stays_readable_on_a_narrow_screen(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    _enter(register, "甲案")
    _show(qtbot, page)
    table = page.listing.table

    table.resize(560, 300)
    narrow = [table.isColumnHidden(number) for number in range(7)]
    table.resize(1500, 300)
    wide = [table.isColumnHidden(number) for number in range(7)]

    assert narrow[:3] == [False, False, False]
    assert narrow[6]
    assert not any(wide)


# -- one case ------------------------------------------------------------------------------


def test_an_identifier_is_masked_until_asked_for_and_the_journal_tells(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    _enter(register, "甲案")
    whole = synthetic.case_draft().parties[0].identifier
    _show(qtbot, page)

    page.detail.tabs.setCurrentWidget(page.detail.parties)
    block = page.detail.parties.parties[0]
    masked = block.identifier.text()
    assert block.show_button is not None
    block.show_button.click()
    qtbot.waitUntil(lambda: block.identifier.text() == whole, timeout=WAIT)
    _settle(qtbot, page)

    assert masked == "919900********015Q"
    assert "party.identifier_shown" in journal.actions(register)


def test_the_history_tells_what_was_done_newest_first(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    (uid,) = _enter(register, "甲案")
    cases.revise_case(register, uid, synthetic.case_draft("甲案（改）"))
    _show(qtbot, page)

    page.detail.tabs.setCurrentWidget(page.detail.history)
    qtbot.waitUntil(lambda: page.detail.history.model.rowCount() == 2, timeout=WAIT)

    model = page.detail.history.model
    assert [model.index(row, 1).data() for row in range(2)] == ["修改案件", "登记案件"]


def test_a_referral_is_begun_from_the_case(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    (uid,) = _enter(register, "甲案")
    _show(qtbot, page)

    with qtbot.waitSignal(page.go) as asked:
        page.detail.refer_button.click()

    assert asked.args == [PageId.REFERRALS, f"{FOR_CASE}{uid}"]


@pytest.fixture
def extract(tmp_path: Path, register: Register) -> str:
    """A case of the police's that the finance bureau holds as an extract."""
    stick = tmp_path / "stick"
    stick.mkdir()
    with synthetic.make_register(tmp_path / "gaj", synthetic.POLICE) as police:
        synthetic.introduce(register, police, stick)
        uid = cases.register_case(police, synthetic.case_draft("公安机关的案件")).uid
        to_finance = members.find(police, "sl-czj")
        exchange.share_case(police, uid, to_finance)
        exchange.take_in(register, exchange.seal(police, to_finance, stick).path)
    return uid


def test_an_extract_names_its_owner_and_cannot_be_edited(
    qtbot: QtBot, page: CasesPage, extract: str
) -> None:
    _show(qtbot, page)

    assert "示例市公安局的案件摘要" in page.detail.origin.text()
    assert page.detail.edit_button.isHidden()
    assert page.detail.refer_button.isHidden()
    page.detail.tabs.setCurrentWidget(page.detail.evidence)
    _settle(qtbot, page)
    assert page.detail.evidence.add_button.isHidden()
    row = page.listing.table.current
    assert isinstance(row, CaseRow)
    assert row.foreign


def test_a_case_of_our_own_is_opened_from_an_extract_and_stays_linked(
    qtbot: QtBot, page: CasesPage, register: Register, extract: str
) -> None:
    _show(qtbot, page)

    page.detail.own_case_button.click()
    box = page.question
    assert box is not None
    next(each for each in box.buttons() if each.text() == "登记本单位案件").click()
    qtbot.waitUntil(lambda: page.listing.model.rowCount() == 2, timeout=WAIT)
    _settle(qtbot, page)

    own = cases.show_case(register, extract).own_case
    assert own
    assert page.detail.view is not None
    assert page.detail.view.facts.uid == own
    assert page.detail.linked_button.text() == "查看来源：对方的案件摘要"
    page.detail.linked_button.click()
    qtbot.waitUntil(lambda: not page.detail.origin.isHidden(), timeout=WAIT)
    _settle(qtbot, page)
    assert page.detail.own_case_button.isHidden()


def test_nothing_of_a_case_is_cut_off_in_its_sheet(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    draft = synthetic.case_draft("甲案")
    long = replace(draft, facts="经查，投标文件由同一台计算机制作。" * 700)
    cases.register_case(register, long)

    _show(qtbot, page)

    texts = [each.text() for each in page.detail.facts.findChildren(QLabel)]
    assert long.facts in texts
    assert case_list.count_cases(register) == 1
