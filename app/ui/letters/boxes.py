"""The widget for each kind of field, with what it says and how it is told.

A box reads and writes plain values: texts, lists of texts, whole numbers, truths; days and moments
as ``kernel.plain`` writes them; an empty text where nothing was said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, TypeGuard

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from app.kernel import clock
from app.kernel.canon import Plain
from app.ui.letters.paper_fields import Asks, PaperField
from app.ui.problems import in_words
from app.ui.widgets.choices import Choice
from app.ui.widgets.dates import DayEdit, OptionalDay
from app.ui.widgets.moments import MomentEdit
from app.wording.papers import PAPER_CHECKS

_MOST: Final = 999_999
_BETWEEN: Final = "、"


@dataclass(frozen=True, slots=True)
class Box:
    """*target* takes the focus and shows a fault; *listen* hears of every change."""

    widget: QWidget
    target: QWidget
    read: Callable[[], Plain]
    write: Callable[[Plain], object]
    listen: Callable[[Callable[[], object]], object]


def made(field: PaperField, now: datetime) -> Box:
    """The box of any *field* but a list of agencies and rows, which are widgets of their own."""
    return _MAKERS[field.asks](field, now)


class Ticks(QWidget):
    """Boxes for closed words, any number of them; ``changed``."""

    changed = Signal()

    def __init__(self, words: Mapping[Any, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 4, 0, 4)
        across.setSpacing(14)
        self.boxes: dict[str, QCheckBox] = {}
        for word, text in words.items():
            self.boxes[word.value] = QCheckBox(in_words(text))
            self.boxes[word.value].toggled.connect(self.changed)
            across.addWidget(self.boxes[word.value])
        across.addStretch(1)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> list[Plain]:
        return [word for word, box in self.boxes.items() if box.isChecked()]

    def set_value(self, value: Plain) -> None:
        chosen = value if isinstance(value, list) else []
        for word, box in self.boxes.items():
            box.setChecked(word in chosen)


class Count(QSpinBox):
    """A whole number; the wheel only turns it while it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, _MOST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("00000") + 36)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def long_edit(lines: int) -> QPlainTextEdit:
    """A field *lines* high that Tab leaves."""
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * lines + 24)
    return edit


def lines_of(text: str) -> list[Plain]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def as_lines(value: Plain) -> str:
    return "\n".join(map(str, value)) if isinstance(value, list) else ""


# -- one maker for each ------------------------------------------------------------------------


def _text(_field: PaperField, _now: datetime) -> Box:
    edit = QLineEdit()
    return Box(
        widget=edit,
        target=edit,
        read=lambda: edit.text().strip(),
        write=lambda value: _put(edit, _said(value)),
        listen=edit.textChanged.connect,
    )


def _long(field: PaperField, _now: datetime) -> Box:
    edit = long_edit(field.lines)
    return Box(
        widget=edit,
        target=edit,
        read=lambda: edit.toPlainText().strip(),
        write=lambda value: edit.setPlainText(_said(value)),
        listen=edit.textChanged.connect,
    )


def _lines(field: PaperField, _now: datetime) -> Box:
    edit = long_edit(field.lines)
    return Box(
        widget=edit,
        target=edit,
        read=lambda: lines_of(edit.toPlainText()),
        write=lambda value: edit.setPlainText(as_lines(value)),
        listen=edit.textChanged.connect,
    )


def _names(_field: PaperField, _now: datetime) -> Box:
    edit = QLineEdit()

    def read() -> Plain:
        return [name.strip() for name in edit.text().split(_BETWEEN) if name.strip()]

    def write(value: Plain) -> None:
        _put(edit, _BETWEEN.join(map(str, value)) if isinstance(value, list) else "")

    return Box(edit, edit, read, write, edit.textChanged.connect)


def _day(_field: PaperField, now: datetime) -> Box:
    today = clock.local_date(now)
    edit = DayEdit(today)

    def write(value: Plain) -> None:
        edit.set_day(clock.date_from_text(value) if _told(value) else today)

    return Box(edit, edit, lambda: edit.day().isoformat(), write, edit.dateChanged.connect)


def _optional_day(_field: PaperField, now: datetime) -> Box:
    field = OptionalDay(clock.local_date(now))

    def read() -> Plain:
        chosen = field.day()
        return chosen.isoformat() if chosen else ""

    def write(value: Plain) -> None:
        field.set_day(clock.date_from_text(value) if _told(value) else None)

    return Box(field, field.edit, read, write, field.changed.connect)


def _moment(_field: PaperField, now: datetime) -> Box:
    edit = MomentEdit(now)

    def write(value: Plain) -> None:
        edit.set_moment(clock.from_text(value) if _told(value) else now)

    return Box(
        edit, edit, lambda: clock.to_text(edit.moment()), write, edit.dateTimeChanged.connect
    )


def _number(_field: PaperField, _now: datetime) -> Box:
    spin = Count()
    return Box(
        widget=spin,
        target=spin,
        read=spin.value,
        write=lambda value: spin.setValue(value if isinstance(value, int) else 0),
        listen=spin.valueChanged.connect,
    )


def _choice(field: PaperField, _now: datetime) -> Box:
    box: Choice[StrEnum] = Choice(field.words or {})

    def write(value: Plain) -> None:
        box.setCurrentIndex(max(0, box.findData(value)))

    return Box(box, box, lambda: box.word().value, write, box.currentIndexChanged.connect)


def _tick(field: PaperField, _now: datetime) -> Box:
    box = QCheckBox(in_words(PAPER_CHECKS[field.name]))
    return Box(
        widget=box,
        target=box,
        read=box.isChecked,
        write=lambda value: box.setChecked(value is True),
        listen=box.toggled.connect,
    )


def _ticks(field: PaperField, _now: datetime) -> Box:
    ticks = Ticks(field.words or {})
    first = next(iter(ticks.boxes.values()))
    return Box(ticks, first, ticks.value, ticks.set_value, ticks.changed.connect)


_MAKERS: Final[Mapping[Asks, Callable[[PaperField, datetime], Box]]] = MappingProxyType(
    {
        Asks.TEXT: _text,
        Asks.LONG: _long,
        Asks.LINES: _lines,
        Asks.NAMES: _names,
        Asks.DAY: _day,
        Asks.OPTIONAL_DAY: _optional_day,
        Asks.MOMENT: _moment,
        Asks.NUMBER: _number,
        Asks.CHOICE: _choice,
        Asks.TICK: _tick,
        Asks.TICKS: _ticks,
    }
)


def _put(edit: QLineEdit, text: str) -> None:
    """Its beginning is what is seen of a text that is too long."""
    edit.setText(text)
    edit.setCursorPosition(0)


def _said(value: Plain) -> str:
    return value if isinstance(value, str) else ""


def _told(value: Plain) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value)
