"""Chips: a word on a coloured ground, in a table cell or standing alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui import theme
from app.ui.theme import Tone

TONE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_SIDE: Final = 8


def draw(painter: QPainter, area: QRectF, text: str, ink: str, ground: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(area, 4, 4)
    painter.setPen(QColor(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


class ChipDelegate(QStyledItemDelegate):
    """Draws the text of a cell as a chip in the tone of ``TONE_ROLE``; plain text without one."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tone = index.data(TONE_ROLE)
        if tone is None:
            super().paint(painter, option, index)
            return
        text = str(index.data())
        item = QStyleOptionViewItem(option)
        self.initStyleOption(item, index)
        item.text = ""
        item.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, item, painter, item.widget
        )
        ink, ground, _ = theme.colours(item.palette).tones[Tone(tone)]
        metrics = item.fontMetrics
        width = min(metrics.horizontalAdvance(text) + 2 * _SIDE, item.rect.width() - 8)
        height = metrics.height() + 4
        area = QRectF(item.rect.x() + 4, item.rect.center().y() - height / 2 + 0.5, width, height)
        painter.save()
        draw(painter, area, metrics.elidedText(text, item.textElideMode, width - 8), ink, ground)
        painter.restore()


class Chip(QLabel):
    """A chip standing alone."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._tone = tone

    def say(self, text: str, tone: Tone) -> None:
        self._tone = tone
        self.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * _SIDE, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, ground, _ = theme.colours(self.palette()).tones[self._tone]
        draw(QPainter(self), QRectF(self.rect()), self.text(), ink, ground)
