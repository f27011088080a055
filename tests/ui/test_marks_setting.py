"""The box on 设置 that has the check mark printed on letters themselves."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.services import house_settings
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.settings.marks import MarksCard
from tests.ui.acts import settle


def test_the_box_is_kept_in_the_register_and_shown_as_it_stands(
    qtbot: QtBot, desk: Desk, register: Register
) -> None:
    page = Page(desk, "")
    qtbot.addWidget(page)
    card = MarksCard(page)
    page.body.addWidget(card)
    card.refresh()
    settle(qtbot, desk)
    assert not card.on_letter.isChecked()

    card.on_letter.click()
    settle(qtbot, desk)

    assert house_settings.reads_marks_letters(register)
    shown = MarksCard(page)
    shown.refresh()
    settle(qtbot, desk)
    assert shown.on_letter.isChecked()
