"""The wizard and the thread on the smallest screen, in small and large letters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.rules.steps import StepKind
from app.services import cases, members, setup
from app.services.setup import Register
from app.ui import theme
from app.ui.desk import Desk
from app.ui.main_window import NAVIGATION, MainWindow
from app.ui.matters.page import MattersPage
from app.ui.matters.step_form import StepForm
from app.ui.page import FOR_CASE, PageId
from app.ui.theme import Scheme
from tests import synthetic
from tests.ui.acts import settle


@pytest.fixture(params=[(9, Scheme.DARK), (14, Scheme.LIGHT)], ids=str)
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    size, scheme = request.param
    theme.apply(qapp, scheme, size)
    yield
    theme.apply(qapp, Scheme.LIGHT, theme.USUAL_PT)


@pytest.fixture
def police(tmp_path: Path, register: Register) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "police", synthetic.POLICE) as made:
        synthetic.introduce(register, made, tmp_path)
        yield made


@pytest.fixture
def window(
    qtbot: QtBot, dressed: None, desk: Desk, register: Register, police: Register
) -> MainWindow:
    made = MainWindow(desk, setup.identity(register), NAVIGATION)
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    return made


def _page(window: MainWindow, subject: str) -> MattersPage:
    page = window.show_page(PageId.REFERRALS, subject)
    assert isinstance(page, MattersPage)
    return page


def _faults(within: QWidget) -> list[str]:
    """Fields without a name, and words without room."""
    QApplication.processEvents()
    seen = [each for each in within.findChildren(QWidget) if each.isVisible()]
    nameless = [f"nameless {type(each).__name__}" for each in seen if _is_nameless(each)]
    cut = [
        f"cut {each.text()}"
        for each in seen
        if isinstance(each, QLabel | QAbstractButton)
        and each.text()
        and not (isinstance(each, QLabel) and each.wordWrap())
        and each.sizeHint().width() > each.width()
    ]
    return nameless + cut


def _is_nameless(widget: QWidget) -> bool:
    if widget.focusProxy() is not None or isinstance(widget, QScrollArea):
        return False
    if not widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
        return False
    return not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_every_step_of_the_wizard_fits(
    qtbot: QtBot, window: MainWindow, desk: Desk, register: Register
) -> None:
    case = cases.register_case(register, synthetic.case_draft()).uid
    page = _page(window, f"{FOR_CASE}{case}")
    settle(qtbot, desk)
    wizard = page.wizard
    assert wizard is not None

    found = []
    for number, step in enumerate(wizard.steps):
        wizard.go(number)
        step.show_faults(step.faults())
        settle(qtbot, desk)
        found += [f"{number}: {fault}" for fault in _faults(page)]

    assert not found
    assert (window.width(), window.height()) == (1366, 728)


def test_the_thread_and_its_form_fit(
    qtbot: QtBot, window: MainWindow, desk: Desk, register: Register
) -> None:
    case = cases.register_case(register, synthetic.case_draft()).uid
    to = members.find(register, "sl-gaj")
    uid = synthetic.approved_matter(register, to, case, register.clock.now())
    page = _page(window, uid)
    settle(qtbot, desk)
    page.thread_view.record(StepKind.REMARK)
    settle(qtbot, desk)

    form = next(iter(page.findChildren(StepForm)))
    found = [*_faults(page.thread_view), *_faults(form)]
    form.reject()

    assert not found
    assert (window.width(), window.height()) == (1366, 728)
