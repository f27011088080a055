"""Plain pieces of a page: a card with a heading, a header with buttons, a drawn line."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.theme import Tone


def label(text: str, role: str = "", *, wraps: bool = False) -> QLabel:
    """A label dressed by *role*; one that *wraps* may be copied from."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if wraps:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if role:
        theme.set_role(made, role)
    return made


def flow(words: QLabel) -> QLabel:
    """Let wrapped *words* ask only for the height they have at the width they get: their hint is
    made for a guessed width, and in a window that scrolls or is full it asks for too much."""
    words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return words


def button(text: str, role: str = "") -> QPushButton:
    """A push button; *role* is primary, danger, link or nothing."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if role:
        theme.set_role(made, role)
    if role in {"link", "fault-link"}:
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


class WrappingLink(QPushButton):
    """A link of more than one line where it must be; a plain button would push its window wide."""

    def __init__(self, text: str, role: str = "fault-link") -> None:
        super().__init__(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.set_role(self, role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._bounds(width).height() + 2 * _LINK_EDGE

    def sizeHint(self) -> QSize:
        one_line = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _LINK_EDGE
        return QSize(one_line, self.fontMetrics().height() + 2 * _LINK_EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = QFont(self.font())
        font.setUnderline(True)
        painter.setFont(font)
        fault = self.property("role") == "fault-link"
        # The button's own palette has the transparent ground of the style sheet.
        chosen = theme.colours(self.window().palette())
        painter.setPen(QColor(chosen.tones[Tone.BAD][0] if fault else chosen.accent))
        painter.drawText(self._bounds(self.width()), _WRAPPED, self.text())
        if self.hasFocus():
            painter.setPen(QPen(painter.pen().color(), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _bounds(self, width: int) -> QRect:
        room = QRect(0, _LINK_EDGE, max(width, 1), 10_000)
        return self.fontMetrics().boundingRect(room, _WRAPPED, self.text())


_LINK_EDGE: Final = 3
_WRAPPED: Final = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


class Card(QFrame):
    """A framed piece of a page: a heading, an optional note to its right, and ``body``."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 14)
        outer.setSpacing(10)
        self.note = label("", "secondary")
        if heading:
            line = QHBoxLayout()
            line.addWidget(label(heading, "heading"))
            line.addStretch(1)
            line.addWidget(self.note)
            outer.addLayout(line)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)


class PageHeader(QWidget):
    """The title of a page and its buttons, the primary one last."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(title, "title")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.addWidget(self.title)
        self._line.addStretch(1)

    def add(self, widget: QWidget) -> None:
        self._line.addWidget(widget)


class Empty(QWidget):
    """What stands where nothing is yet: one sentence and at most one button."""

    def __init__(self, sentence: str, verb: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = label(sentence, "secondary", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = button(verb)
        self.button.setVisible(bool(verb))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 24, 24, 24)
        lines.setSpacing(12)
        lines.addStretch(1)
        lines.addWidget(self.sentence)
        lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(2)

    def say(self, sentence: str, verb: str = "") -> None:
        self.sentence.setText(sentence)
        self.button.setText(verb)
        self.button.setVisible(bool(verb))
