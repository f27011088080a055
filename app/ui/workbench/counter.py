"""A number with its word: pressed, it narrows the table to what it counts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui import theme
from app.ui.theme import Colours, Tone

_EDGE: Final = 14
_GAP: Final = 2
_NUMBER_SIZE: Final = 2.1
_LEAST_CHARACTERS: Final = 7
_WRAPPED: Final = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


class Counter(QAbstractButton):
    """A card: the count, what is counted, and one line about it. *tone* colours a count above 0."""

    def __init__(self, title: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._count = 0
        self._note = ""
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(0, "")

    @property
    def count(self) -> int:
        return self._count

    def say(self, count: int, note: str) -> None:
        self._count, self._note = count, note
        told = self.tr("{title} {n} 项").format(title=self.text(), n=count)
        self.setAccessibleName(f"{told}，{note}" if note else told)
        self.setToolTip(self.tr("只看这些；再按一次看全部"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance("中") * _LEAST_CHARACTERS + 2 * _EDGE
        height = QFontMetrics(self._number_font()).height() + 2 * metrics.height()
        return QSize(width, height + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        chosen = theme.colours(self.window().palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, chosen)
        ink = chosen.tones[self._tone][0] if self._count else chosen.text
        below = self._write(painter, self._number_font(), ink, str(self._count), _EDGE - 4)
        title = QFont(self.font())
        title.setBold(self.isChecked())
        below = self._write(painter, title, chosen.text, self.text(), below)
        self._write(painter, self.font(), chosen.secondary, self._note, below)

    def _write(self, painter: QPainter, font: QFont, ink: str, text: str, top: int) -> int:
        """Write *text* from *top* down and return where it ends."""
        painter.setFont(font)
        painter.setPen(QColor(ink))
        room = QRect(_EDGE, top, self.width() - 2 * _EDGE, self.height() - top - 6)
        painter.drawText(room, _WRAPPED, text)
        return top + QFontMetrics(font).boundingRect(room, _WRAPPED, text).height() + _GAP

    def _paint_ground(self, painter: QPainter, chosen: Colours) -> None:
        on = self.isChecked() or self.underMouse()
        line = chosen.accent if self.isChecked() or self.hasFocus() else chosen.line
        painter.setBrush(QColor(chosen.accent_ground if on else chosen.raised))
        painter.setPen(QPen(QColor(line), 2 if self.hasFocus() or self.isChecked() else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _number_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _NUMBER_SIZE)
        font.setBold(True)
        return font
