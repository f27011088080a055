"""A day to be chosen, and one that may be left open."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from app.ui.widgets.card import button
from app.ui.widgets.sections import SectionChoice

_NONE: Final = QDate(1900, 1, 1)


class DayEdit(QDateEdit):
    """A day as 2026-09-16, with a calendar."""

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        SectionChoice(self)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("2026-09-16") + 60)
        self.set_day(day)

    def day(self) -> date:
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def set_day(self, day: date) -> None:
        self.setDate(QDate(day.year, day.month, day.day))


class OptionalDay(QWidget):
    """A day or none; it starts with none, and *today* is what it then proposes. ``changed``."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        # None is kept as a day nobody chooses, so that a draft can keep it as text.
        self.edit = DayEdit(today)
        self.edit.setMinimumDate(_NONE)
        self.edit.setDate(_NONE)
        self.fill_button = button(self.tr("填写日期"))
        self.fill_button.clicked.connect(self._propose)
        self.clear_button = button(self.tr("清除"), "link")
        self.clear_button.clicked.connect(lambda: self.set_day(None))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        for widget in (self.fill_button, self.edit, self.clear_button):
            across.addWidget(widget)
        across.addStretch(1)
        self.edit.dateChanged.connect(self._tell)
        self._tell()

    def day(self) -> date | None:
        return None if self.edit.date() == _NONE else self.edit.day()

    def set_day(self, day: date | None) -> None:
        if day is None:
            self.edit.setDate(_NONE)
        else:
            self.edit.set_day(day)

    def _propose(self) -> None:
        self.set_day(self._today)
        self.edit.setFocus()

    def _tell(self) -> None:
        chosen = self.day() is not None
        self.fill_button.setVisible(not chosen)
        self.edit.setVisible(chosen)
        self.clear_button.setVisible(chosen)
        self.changed.emit()
