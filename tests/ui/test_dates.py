"""A part of a day or moment that is pressed is replaced by what is typed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit
from pytestqt.qtbot import QtBot

from app.kernel import clock
from app.ui.widgets.dates import DayEdit
from app.ui.widgets.moments import MomentEdit

AT = clock.at_local(2026, 9, 16, 12)


def _press(field: QDateTimeEdit, before: str) -> None:
    """The left button in the middle of the sign that stands after *before*."""
    line = field.lineEdit()
    line.deselect()
    line.setCursorPosition(len(before))
    at = line.cursorRect().center() + QPoint(2, 0)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize(
    ("before", "typed", "day"),
    [
        ("2026-0", "11", date(2026, 11, 16)),
        ("2026-09-1", "03", date(2026, 9, 3)),
        ("20", "2025", date(2025, 9, 16)),
    ],
)
def test_what_is_typed_replaces_the_part_of_the_day_pressed(
    qtbot: QtBot, before: str, typed: str, day: date
) -> None:
    field = DayEdit(date(2026, 9, 16))
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)

    _press(field, before)
    QTest.keyClicks(field, typed)

    assert field.day() == day


def test_the_minutes_of_a_moment_are_replaced(qtbot: QtBot) -> None:
    field = MomentEdit(AT)
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)

    _press(field, "2026-09-16 12:0")
    QTest.keyClicks(field, "45")

    assert field.moment() == clock.at_local(2026, 9, 16, 12, 45)
