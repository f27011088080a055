"""A moment to the minute, as a paper states it, in UTC+08:00; and one that may be left open."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QWidget

from app.kernel import clock
from app.ui.widgets.card import button
from app.ui.widgets.sections import SectionChoice

_NONE: Final = QDateTime(QDate(1900, 1, 1), QTime(0, 0))


class MomentEdit(QDateTimeEdit):
    """A day and a time as 2026-09-16 12:00; the time zone of the computer plays no part."""

    def __init__(self, moment: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd HH:mm")
        SectionChoice(self)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("2026-09-16 12:00") + 60)
        self.set_moment(moment)

    def moment(self) -> datetime:
        chosen = self.dateTime()
        day, time = chosen.date(), chosen.time()
        return clock.at_local(day.year(), day.month(), day.day(), time.hour(), time.minute())

    def set_moment(self, moment: datetime) -> None:
        at = clock.local(moment)
        self.setDateTime(QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a form must change nothing in it.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class OptionalMoment(QWidget):
    """A moment or none; it starts with none, and *now* is what it then proposes. ``changed``."""

    changed = Signal()

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        # None is kept as a moment nobody chooses, so that a draft can keep it as text.
        self.edit = MomentEdit(now)
        self.edit.setMinimumDateTime(_NONE)
        self.edit.setDateTime(_NONE)
        self.fill_button = button(self.tr("填写时间"))
        self.fill_button.clicked.connect(self._propose)
        self.clear_button = button(self.tr("清除"), "link")
        self.clear_button.clicked.connect(lambda: self.set_moment(None))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        for widget in (self.fill_button, self.edit, self.clear_button):
            across.addWidget(widget)
        across.addStretch(1)
        self.edit.dateTimeChanged.connect(self._tell)
        self._tell()

    def moment(self) -> datetime | None:
        return None if self.edit.dateTime() == _NONE else self.edit.moment()

    def set_moment(self, moment: datetime | None) -> None:
        if moment is None:
            self.edit.setDateTime(_NONE)
        else:
            self.edit.set_moment(moment)

    def _propose(self) -> None:
        self.set_moment(self._now)
        self.edit.setFocus()

    def _tell(self) -> None:
        chosen = self.moment() is not None
        self.fill_button.setVisible(not chosen)
        self.edit.setVisible(chosen)
        self.clear_button.setVisible(chosen)
        self.changed.emit()
