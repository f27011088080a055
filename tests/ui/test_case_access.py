"""The pages 案件登记 and 工作台 for people who use the keyboard, a reader or large letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.services import cases
from app.services.setup import Register
from app.ui import theme
from app.ui.cases.evidence_dialog import EvidenceDialog
from app.ui.cases.page import CasesPage
from app.ui.cases.party_dialog import PartyDialog
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.workbench.page import WorkbenchPage
from tests import synthetic

WAIT = 10_000
# The smallest screen less the navigation at the largest font, and less title, band and state bar.
ROOM_WIDE, ROOM_HIGH = 1366 - 240, 768 - 140


def _cases(desk: Desk) -> Page:
    return CasesPage(desk)


def _workbench(desk: Desk) -> Page:
    return WorkbenchPage(desk, lambda: ())


def _form(desk: Desk) -> Page:
    page = CasesPage(desk)
    page.open_form()
    return page


PAGES = [_cases, _workbench, _form]


def _shown(qtbot: QtBot, page: QWidget, desk: Desk) -> None:
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: not desk.live, timeout=WAIT)


def _unnamed(top: QWidget) -> list[str]:
    """The widgets a person can reach with Tab whose name nobody says."""
    reachable = [
        each
        for each in top.findChildren(QWidget)
        if each.isVisible()
        and each.focusProxy() is None
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert reachable
    return [each.metaObject().className() for each in reachable if not _name(each)]


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def _stop(page: Page) -> None:
    if isinstance(page, WorkbenchPage):
        page.media.stop()


@pytest.mark.parametrize("make", PAGES)
def test_everything_tab_reaches_has_a_name(
    qtbot: QtBot, desk: Desk, register: Register, make: Callable[[Desk], Page]
) -> None:
    cases.register_case(register, synthetic.case_draft())
    page = make(desk)
    _shown(qtbot, page, desk)

    assert _unnamed(page) == []
    _stop(page)


def test_everything_in_the_dialogs_has_a_name(qtbot: QtBot, desk: Desk) -> None:
    page = CasesPage(desk)
    for dialog in (PartyDialog(page, "", None), EvidenceDialog((), desk.clock)):
        _shown(qtbot, dialog, desk)

        assert _unnamed(dialog) == []
    page.deleteLater()


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Callable[[theme.Scheme], None]]:
    """Puts on a scheme in the largest font, and the usual look again afterwards."""
    yield lambda scheme: theme.apply(qapp, scheme, theme.LARGEST_PT)
    theme.apply(qapp, theme.Scheme.LIGHT, theme.USUAL_PT)


@pytest.mark.parametrize("make", PAGES)
def test_a_page_fits_the_smallest_screen_in_the_largest_font(
    qtbot: QtBot,
    dress: Callable[[theme.Scheme], None],
    desk: Desk,
    register: Register,
    make: Callable[[Desk], Page],
) -> None:
    dress(theme.Scheme.LIGHT)
    cases.register_case(register, synthetic.case_draft())
    page = make(desk)
    _shown(qtbot, page, desk)

    least = page.minimumSizeHint()

    assert (least.width() <= ROOM_WIDE, least.height() <= ROOM_HIGH) == (True, True), least
    _stop(page)


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
def test_no_button_or_label_is_narrower_than_its_words(
    qtbot: QtBot,
    dress: Callable[[theme.Scheme], None],
    desk: Desk,
    register: Register,
    scheme: theme.Scheme,
) -> None:
    dress(scheme)
    cases.register_case(register, synthetic.case_draft())
    page = CasesPage(desk)
    page.resize(ROOM_WIDE, ROOM_HIGH)
    _shown(qtbot, page, desk)

    for number in range(page.detail.tabs.count()):
        page.detail.tabs.setCurrentIndex(number)
        qtbot.waitUntil(lambda: not desk.live, timeout=WAIT)
        QApplication.processEvents()
        assert _too_narrow(page) == []
    page.open_form()
    qtbot.waitUntil(lambda: not desk.live, timeout=WAIT)
    QApplication.processEvents()
    assert _too_narrow(page) == []


def _too_narrow(top: QWidget) -> list[str]:
    return [
        f"{each.text()} {each.width()} < {each.sizeHint().width()}"
        for each in top.findChildren(QWidget)
        if isinstance(each, QLabel | QAbstractButton)
        and each.text()
        and each.isVisible()
        and not (isinstance(each, QLabel) and each.wordWrap())
        and each.width() < each.sizeHint().width()
    ]
