"""Closing a case in the window, and the whole way of a list of destruction."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.demo.sample_papers import CONSULTATION
from app.kernel.clock import SetClock
from app.services import case_closing, cases, disposal, drafting, matters, setup
from app.services.disposal import Stage
from app.services.setup import Register
from app.ui.cases.closing_dialog import CloseCaseDialog, ReopenCaseDialog
from app.ui.cases.page import CasesPage
from app.ui.desk import Desk
from app.ui.disposal.approve import ApproveDialog
from app.ui.disposal.execute import ExecuteDialog
from app.ui.disposal.propose import ProposeDialog
from app.ui.disposal.window import DisposalWindow
from app.ui.main_window import NAVIGATION, MainWindow
from app.ui.page import PageId
from app.ui.widgets.paper_window import PaperWindow
from tests import synthetic
from tests.services.ended_case import LATER, NAME, destroyed, ended, wish
from tests.services.two_desks import two_desks
from tests.ui.acts import settle


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("built")
    with two_desks(folder) as made:
        return made.finance.folder, ended(made, folder)


@pytest.fixture
def case(built: tuple[Path, str]) -> str:
    return built[1]


@pytest.fixture
def register(built: tuple[Path, str], tmp_path: Path) -> Register:
    """The finance bureau with a case whose term is over."""
    folder = shutil.copytree(built[0], tmp_path / "czj")
    return setup.open_register(folder, synthetic.PASSPHRASE, SetClock(LATER))


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, register: Register) -> MainWindow:
    made = MainWindow(desk, setup.identity(register), NAVIGATION)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, window: MainWindow, case: str) -> CasesPage:
    shown = window.show_page(PageId.CASES, case)
    assert isinstance(shown, CasesPage)
    settle(qtbot, desk)
    return shown


def _dialog(within: QDialog | CasesPage, kind: type[QDialog]) -> QDialog:
    (found,) = within.findChildren(kind)
    return found


def test_a_suspected_crime_says_in_the_form_why_it_is_not_closed(
    qtbot: QtBot, desk: Desk, page: CasesPage, register: Register
) -> None:
    uid = cases.register_case(register, synthetic.case_draft("另案")).uid
    page.show_subject(uid)
    settle(qtbot, desk)

    page.detail.close_button.click()
    dialog = _dialog(page, CloseCaseDialog)
    assert isinstance(dialog, CloseCaseDialog)
    dialog.form.restore({"closing_basis": "示财采罚〔2037〕1号"})
    dialog.submit()
    settle(qtbot, desk)

    (told,) = dialog.form.summary.links
    assert "不得以行政处罚代替移送" in told.text()
    assert dialog.isVisible()
    assert cases.show_case(register, uid).state == "open"


def test_a_case_is_reopened_and_closed_on_its_page(
    qtbot: QtBot, desk: Desk, page: CasesPage, register: Register, case: str
) -> None:
    assert page.detail.chip.text() == "已结案"
    assert not page.detail.edit_button.isVisible()

    page.detail.reopen_button.click()
    reopening = _dialog(page, ReopenCaseDialog)
    assert isinstance(reopening, ReopenCaseDialog)
    reopening.form.restore({"reopen_reason": "补充材料"})
    reopening.submit()
    settle(qtbot, desk)
    assert page.detail.edit_button.isVisible()

    page.detail.close_button.click()
    closing = _dialog(page, CloseCaseDialog)
    assert isinstance(closing, CloseCaseDialog)
    closing.form.restore({"closing_basis": "结案审批表"})
    closing.submit()
    settle(qtbot, desk)

    found = case_closing.closing(register, case)
    assert found is not None
    assert found.basis == "结案审批表"


def test_a_list_goes_its_whole_way(
    qtbot: QtBot, desk: Desk, page: CasesPage, register: Register, case: str
) -> None:
    window = page.open_disposal()
    settle(qtbot, desk)
    assert not window.execute_button.isEnabled()
    _propose(qtbot, desk, window)
    _approve(qtbot, desk, window)

    window.execute_button.click()
    dialog = _dialog(window, ExecuteDialog)
    assert isinstance(dialog, ExecuteDialog)
    dialog.typed.setText("销毁")
    assert not dialog.submit_button.isEnabled()
    dialog.typed.setText(dialog.phrase)
    dialog.submit()
    settle(qtbot, desk)

    row = window.chosen()
    assert row is not None
    assert row.stage is Stage.CLEARED
    assert not window.execute_button.isEnabled()
    assert page.detail.name.text() == "已依法销毁"
    assert page.detail.chip.text() == "已依法销毁"
    assert cases.show_case(register, case).state == "destroyed"


def test_before_it_is_done_the_letters_that_name_the_case_and_stay_are_told(
    qtbot: QtBot, desk: Desk, page: CasesPage, register: Register
) -> None:
    drafting.create(register, replace(CONSULTATION, case_name=NAME))
    window = page.open_disposal()
    settle(qtbot, desk)
    _propose(qtbot, desk, window)
    _approve(qtbot, desk, window)

    window.execute_button.click()
    dialog = _dialog(window, ExecuteDialog)

    said = "".join(each.text() for each in dialog.findChildren(QLabel))
    assert "没有归入案件：拟稿1件" in said


def test_the_list_is_looked_at_as_a_paper(qtbot: QtBot, desk: Desk, page: CasesPage) -> None:
    window = page.open_disposal()
    settle(qtbot, desk)
    _propose(qtbot, desk, window)

    window.print_button.click()
    settle(qtbot, desk)

    paper = _dialog(window, PaperWindow)
    assert paper.isVisible()
    assert paper.windowTitle() == "档案销毁清册"


def test_a_withdrawn_list_can_go_no_further(qtbot: QtBot, desk: Desk, page: CasesPage) -> None:
    window = page.open_disposal()
    settle(qtbot, desk)
    _propose(qtbot, desk, window)
    row = window.chosen()
    assert row is not None

    desk.act(disposal.withdraw, row.uid)
    settle(qtbot, desk)

    for widget in (window.approve_button, window.withdraw_button, window.execute_button):
        assert not widget.isEnabled()


def test_one_witness_is_refused_in_the_form(qtbot: QtBot, desk: Desk, page: CasesPage) -> None:
    window = page.open_disposal()
    settle(qtbot, desk)
    _propose(qtbot, desk, window)

    dialog = _approve(qtbot, desk, window, second="庚某某")

    assert dialog.isVisible()
    assert "两名不同的人员" in dialog.form.summary.links[0].text()


def test_what_is_destroyed_is_shown_so_in_every_list(
    qtbot: QtBot, desk: Desk, page: CasesPage, register: Register, window: MainWindow, case: str
) -> None:
    destroyed(register, wish(case))
    page.refresh()
    page.show_subject(case)
    settle(qtbot, desk)
    page.detail.tabs.setCurrentIndex(2)
    settle(qtbot, desk)

    model = page.listing.model
    assert model.data(model.index(0, 1)) == "已依法销毁"
    evidence = page.detail.evidence.model
    assert evidence.data(evidence.index(0, 0)) == "已依法销毁"
    assert not page.detail.evidence.save_button.isEnabled()
    matter = matters.of_case(register, case)[0].uid
    shown = window.show_page(PageId.REFERRALS, matter)
    settle(qtbot, desk)
    assert "已依法销毁" in [label.text() for label in _labels(shown)]


def _labels(within: QWidget) -> list[QLabel]:
    return [label for label in within.findChildren(QLabel) if label.isVisible()]


def _propose(qtbot: QtBot, desk: Desk, window: DisposalWindow) -> None:
    window.propose_button.click()
    dialog = _dialog(window, ProposeDialog)
    assert isinstance(dialog, ProposeDialog)
    settle(qtbot, desk)
    dialog.table.selectRow(0)
    assert dialog.form.text_of("disposal_title") == NAME
    dialog.form.restore({"disposal_reason": "保管期限届满"})
    dialog.submit()
    settle(qtbot, desk)


def _approve(
    qtbot: QtBot, desk: Desk, window: DisposalWindow, second: str = "辛某某"
) -> ApproveDialog:
    window.approve_button.click()
    dialog = _dialog(window, ApproveDialog)
    assert isinstance(dialog, ApproveDialog)
    dialog.form.restore(
        {
            "appraisal": "无继续保存价值",
            "basis": "《机关档案管理规定》",
            "approver": "己某某",
            "signer1": "庚某某",
            "signer2": second,
        }
    )
    dialog.submit()
    settle(qtbot, desk)
    return dialog
