"""An office words a letter: the preview follows, faults are named, the old words come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.demo.sample_letters import EVERY, ISSUES
from app.documents.kinds.letters import LETTERS, LetterKind
from app.services import house_templates
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.settings.templates_window import TemplatesWindow
from tests import synthetic
from tests.ui.acts import settle

WAIT = 15_000


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """The finance bureau's; the desk closes it."""
    return synthetic.make_register(tmp_path / "finance", mechanism=synthetic.MECHANISM)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> TemplatesWindow:
    page = Page(desk, "")
    qtbot.addWidget(page)
    made = TemplatesWindow(page, EVERY, ISSUES)
    made.show()
    settle(qtbot, desk)
    return made


def _type(qtbot: QtBot, desk: Desk, window: TemplatesWindow, was: str, words: str) -> None:
    window.edit.setPlainText(window.edit.toPlainText().replace(was, words, 1))
    qtbot.waitUntil(lambda: not window.waiting, timeout=WAIT)
    settle(qtbot, desk)


def _press(window: TemplatesWindow, verb: str) -> None:
    (box,) = window.findChildren(QMessageBox)
    next(each for each in box.findChildren(QPushButton) if verb in each.text()).click()


def test_every_letter_is_listed_and_shows_its_pages(
    qtbot: QtBot, desk: Desk, window: TemplatesWindow
) -> None:
    assert window.names.count() == len(LETTERS)
    for row in (0, 1, len(LETTERS) - 1):
        window.names.setCurrentRow(row)
        settle(qtbot, desk)
        assert window.view.sheets
        assert not window.save_button.isEnabled()
        assert not window.restore_button.isEnabled()


def test_words_are_saved_and_the_programs_come_back(
    qtbot: QtBot, desk: Desk, window: TemplatesWindow, register: Register
) -> None:
    _type(qtbot, desk, window, "现依法将该案移送", "现将该案依法移送")
    assert window.save_button.isEnabled()
    window.save_button.click()
    settle(qtbot, desk)

    assert "现将该案依法移送" in house_templates.text(register, LetterKind.REFERRAL).text
    assert "已改" in window.names.item(0).text()
    window.restore_button.click()
    _press(window, "恢复")
    settle(qtbot, desk)
    assert "现依法将该案移送" in window.edit.toPlainText()
    assert "已改" not in window.names.item(0).text()


def test_an_unknown_field_is_named_with_its_line_and_nothing_is_saved(
    qtbot: QtBot, desk: Desk, window: TemplatesWindow
) -> None:
    _type(qtbot, desk, window, "{{ case.number }}", "{{ case.nummer }}")

    (link,) = window.links
    assert isinstance(link, QPushButton)
    assert "case.nummer" in link.text()
    assert not window.save_button.isEnabled()
    link.click()
    line = window.edit.textCursor().block().text()
    assert "case.nummer" in line


def test_nobody_leaves_unsaved_words_without_being_asked(
    qtbot: QtBot, desk: Desk, window: TemplatesWindow
) -> None:
    _type(qtbot, desk, window, "现依法将该案移送", "现将该案依法移送")
    window.names.setCurrentRow(3)

    assert window.kind is LetterKind.REFERRAL
    _press(window, "放弃")
    settle(qtbot, desk)
    assert window.names.currentRow() == 3
    window.reject()
    assert not window.isVisible()
