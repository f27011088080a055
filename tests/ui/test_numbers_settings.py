"""The card 文号 on the settings page."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.documents.kinds.letters import LetterKind
from app.services import number_settings
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.device import Preferences
from app.ui.settings.numbers import NumbersCard
from app.ui.settings.page import SettingsPage
from tests.ui.acts import settle


@pytest.fixture
def card(qtbot: QtBot, desk: Desk, tmp_path: Path) -> NumbersCard:
    page = SettingsPage(desk, Preferences(tmp_path / "device.json"))
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, desk)
    return page.numbers


def test_a_code_is_said_once_for_every_kind_that_has_none(
    qtbot: QtBot, desk: Desk, card: NumbersCard, register: Register
) -> None:
    form = card.open_form(card.model.rows[0])
    assert form is not None
    form.code.setText("示财采移")
    form.start.setValue(38)
    assert form.example.text() == "示财采移〔2026〕38号"
    form.also.setChecked(True)

    form.submit()
    settle(qtbot, desk)

    bound = [row for row in card.model.rows if not number_settings.free(row.kind)]
    assert {row.following for row in bound} == {"示财采移〔2026〕38号"}
    assert len(number_settings.rows(register, 2026)[0].shared) == len(bound) - 1


def test_a_pattern_that_cannot_be_read_back_is_told_while_it_is_typed(
    qtbot: QtBot, desk: Desk, card: NumbersCard, register: Register
) -> None:
    assert not number_settings.free(card.model.rows[0].kind)
    form = card.open_form(next(row for row in card.model.rows if number_settings.free(row.kind)))
    assert form is not None
    form.pattern.setCurrentText("{代字}〔{年}〕{号}号")
    form.code.setText("示财2")
    assert "不能有数字" in form.example.text()
    form.pattern.setCurrentText("{年}年第{号}期")
    assert (form.example.text(), form.code.isEnabled()) == ("2026年第1期", False)
    form.pattern.setCurrentText("{年}{号}")

    form.submit()
    settle(qtbot, desk)

    assert "E-LET-47" in form.form.summary.links[0].text()
    rows = {row.kind: row for row in number_settings.rows(register, 2026)}
    assert rows[LetterKind.MINUTES].following == ""


def test_the_year_of_what_came_begins_where_it_is_said(
    qtbot: QtBot, desk: Desk, card: NumbersCard, register: Register
) -> None:
    card.start.setValue(58)
    settle(qtbot, desk)

    assert number_settings.incoming_start(register, 2026) == 58
