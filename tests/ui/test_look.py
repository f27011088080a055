"""What every page keeps: contrast, names for who cannot see, room for every word, own keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.services.setup import Identity
from app.ui import theme
from app.ui.actions import PAGE_KEYS, Shortcuts, is_reserved, title
from app.ui.desk import Desk
from app.ui.device import Preferences
from app.ui.keys_dialog import KeysDialog
from app.ui.main_window import MainWindow, navigation
from app.ui.page import PageId, page_title
from app.ui.theme import DARK, LIGHT, Colours, Scheme, Tone

# -- colours -------------------------------------------------------------------------------


def _luminance(colour: str) -> float:
    """WCAG 2.1, relative luminance."""
    drawn = QColor(colour)
    parts = (drawn.redF(), drawn.greenF(), drawn.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _texts(chosen: Colours) -> Iterator[tuple[str, str]]:
    """Every pair of text and ground the windows draw."""
    for ground in (chosen.window, chosen.base, chosen.raised, chosen.stripe):
        for ink in (chosen.text, chosen.secondary, chosen.accent):
            yield ink, ground
    yield chosen.on_accent, chosen.accent
    yield chosen.on_selected, chosen.selected
    yield chosen.accent, chosen.accent_ground
    yield chosen.text, chosen.midlight
    for ink, ground, _ in chosen.tones.values():
        yield ink, ground
        yield chosen.text, ground
    # Faults stand beside their field, on the card or the window.
    for ground in (chosen.window, chosen.raised):
        yield chosen.tones[Tone.BAD][0], ground


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read(chosen: Colours) -> None:
    # WCAG 2.1, 1.4.3
    weak = {pair: _contrast(*pair) for pair in _texts(chosen) if _contrast(*pair) < 4.5}

    assert not weak


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edges_of_fields_and_notices_can_be_seen(chosen: Colours) -> None:
    # WCAG 2.1, 1.4.11
    pairs = [(chosen.control, ground) for ground in (chosen.base, chosen.raised, chosen.window)]
    pairs += [(line, chosen.window) for _, _, line in chosen.tones.values()]
    weak = {pair: _contrast(*pair) for pair in pairs if _contrast(*pair) < 3}

    assert not weak


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
def test_no_role_is_left_to_fusion(chosen: Colours) -> None:
    palette = theme.palette_of(chosen)
    roles = [role for role in QPalette.ColorRole if role.name not in {"NoRole", "NColorRoles"}]

    unset = [
        role.name for role in roles if not palette.isBrushSet(QPalette.ColorGroup.Active, role)
    ]

    assert not unset


def test_colours_are_told_from_a_palette_also_on_a_dressed_widget() -> None:
    for chosen in (LIGHT, DARK):
        palette = theme.palette_of(chosen)
        palette.setColor(QPalette.ColorRole.Window, QColor(0, 0, 0, 0))

        assert theme.colours(palette) is chosen


def test_the_style_sheet_has_a_value_for_every_word() -> None:
    for chosen in (LIGHT, DARK):
        assert "$" not in theme.style_sheet(chosen, 10)


# -- keys ----------------------------------------------------------------------------------


def test_no_two_actions_share_a_key() -> None:
    keys = [*(shortcut.value for shortcut in Shortcuts), *PAGE_KEYS]

    clashes = [
        (one, other)
        for one, other in combinations(keys, 2)
        if QKeySequence(one) == QKeySequence(other)
    ]

    assert not clashes


def test_no_action_takes_a_key_of_a_chinese_input_method() -> None:
    taken = [key for key in (*Shortcuts, *PAGE_KEYS) if is_reserved(key)]

    assert not taken


@pytest.mark.parametrize("shortcut", Shortcuts)
def test_every_action_has_a_name(shortcut: Shortcuts) -> None:
    assert title(shortcut)


def test_the_list_of_keys_names_every_action(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)

    said = {each.text() for each in dialog.findChildren(QLabel)}

    assert {title(shortcut) for shortcut in Shortcuts} <= said


# -- pages ---------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, identity: Identity, tmp_path: Path) -> MainWindow:
    preferences = Preferences(tmp_path / "device.json")
    made = MainWindow(desk, identity, navigation(preferences))
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    return made


def _pages(qtbot: QtBot, window: MainWindow, desk: Desk) -> Iterator[PageId]:
    for page in window.buttons:
        window.show_page(page)
        qtbot.waitUntil(lambda: not desk.live, timeout=5000)
        # What was answered is laid out by events that are still waiting.
        QApplication.processEvents()
        yield page


def _visible(window: MainWindow) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if each.isVisible()]


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _takes_focus(widget: QWidget) -> bool:
    if widget.focusProxy() is not None or isinstance(widget, QScrollArea):
        return False
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)


def test_whatever_takes_the_focus_has_a_name(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    nameless = [
        f"{page}: {type(each).__name__} in {type(each.parentWidget()).__name__}"
        for page in _pages(qtbot, window, desk)
        for each in _visible(window)
        if _takes_focus(each) and not _name(each)
    ]

    assert not nameless


def test_a_table_is_one_stop_of_the_tab_key(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    stopping = [
        page
        for page in _pages(qtbot, window, desk)
        for each in _visible(window)
        if isinstance(each, QTableView) and each.tabKeyNavigation()
    ]

    assert not stopping


@pytest.fixture(params=[(9, Scheme.LIGHT), (12, Scheme.DARK), (14, Scheme.LIGHT)], ids=str)
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[tuple[int, Scheme]]:
    size, scheme = request.param
    theme.apply(qapp, scheme, size)
    yield size, scheme
    theme.apply(qapp, Scheme.LIGHT, theme.USUAL_PT)


def test_every_word_has_room_on_the_smallest_screen(
    qtbot: QtBot, dressed: tuple[int, Scheme], window: MainWindow, desk: Desk
) -> None:
    cut = [
        f"{page}: {each.text()!r} {each.sizeHint().width()} > {each.width()}"
        for page in _pages(qtbot, window, desk)
        for each in _visible(window)
        if isinstance(each, QLabel | QAbstractButton)
        and each.text()
        and not (isinstance(each, QLabel) and each.wordWrap())
        and each.sizeHint().width() > each.width()
    ]

    assert not cut
    assert window.width() == 1366


def test_every_page_has_its_own_title() -> None:
    titles = [page_title(page) for page in PageId]

    assert len(set(titles)) == len(titles)


def test_ctrl_and_a_number_go_to_that_page(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    pages = list(window.buttons)

    window.actions_.page_asked.emit(len(pages) - 1)

    assert window.page_id is pages[-1]
    window.actions_.asked.emit(Shortcuts.BACK)
    assert window.page_id is pages[0]
    window.actions_.asked.emit(Shortcuts.FORWARD)
    assert window.page_id is pages[-1]
    window.actions_.page_asked.emit(8)
    qtbot.waitUntil(lambda: not desk.live)


def test_an_exercise_is_told_in_the_title_and_above_every_page(window: MainWindow) -> None:
    bands = [each.text() for each in window.findChildren(QLabel) if "演练样张，无效" in each.text()]

    assert window.windowTitle().startswith("【演练】")
    assert len(bands) == 1
