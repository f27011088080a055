"""The list of pages at the left: an icon, a word, and how many things wait there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui import theme
from app.ui.theme import Tone
from app.ui.widgets import icons

_LEFT: Final = 16
_GAP: Final = 12
_RIGHT: Final = 14
_BADGE_SIDE: Final = 7


class NavigationButton(QAbstractButton):
    """A page's entry; wide enough for its word in any font size, painted rather than styled
    because a styled tool button would not align its text left."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._icon = icon
        self._count = 0
        self._drawn: dict[tuple[str, int, float], QPixmap] = {}
        self.set_count(0)

    @property
    def count(self) -> int:
        return self._count

    def set_count(self, count: int) -> None:
        self._count = count
        waiting = self.tr("，%n 项待处理", "", count) if count else ""
        self.setAccessibleName(self.text() + waiting)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._bold())
        width = _LEFT + self._icon_size() + _GAP + metrics.horizontalAdvance(self.text())
        width += 2 * _GAP + metrics.horizontalAdvance("99+") + 2 * _BADGE_SIDE + _RIGHT
        return QSize(width, round(metrics.height() * 2.15))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        chosen = theme.colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, chosen)
        colour = chosen.accent if self.isChecked() else chosen.text
        size = self._icon_size()
        middle = self.height() / 2
        drawn = self._pixmap(chosen.accent if self.isChecked() else chosen.secondary, size)
        painter.drawPixmap(QRect(_LEFT, round(middle - size / 2), size, size), drawn)
        painter.setFont(self._bold() if self.isChecked() else self.font())
        painter.setPen(QColor(colour))
        left = _LEFT + size + _GAP
        area = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            self._paint_badge(painter, chosen)

    def _paint_ground(self, painter: QPainter, chosen: theme.Colours) -> None:
        area = QRectF(self.rect()).adjusted(6, 2, -6, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(chosen.accent_ground if self.isChecked() else chosen.midlight))
            painter.drawRoundedRect(area, 5, 5)
        if self.hasFocus():
            painter.setPen(QColor(chosen.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _paint_badge(self, painter: QPainter, chosen: theme.Colours) -> None:
        text = str(self._count) if self._count < 100 else "99+"
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        metrics = QFontMetrics(font)
        width = max(metrics.horizontalAdvance(text) + 2 * _BADGE_SIDE, metrics.height() + 2)
        height = metrics.height() + 2
        area = QRectF(self.width() - _RIGHT - width, (self.height() - height) / 2, width, height)
        ink, ground, _ = chosen.tones[Tone.INFO]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground if not self.isChecked() else chosen.accent))
        painter.drawRoundedRect(area, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(QColor(ink if not self.isChecked() else chosen.on_accent))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _pixmap(self, colour: str, size: int) -> QPixmap:
        key = (colour, size, self.devicePixelRatioF())
        if key not in self._drawn:
            self._drawn[key] = icons.pixmap(self._icon, colour, size, key[2])
        return self._drawn[key]

    def _icon_size(self) -> int:
        return round(self.fontMetrics().height() * 1.05)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._drawn.clear()
            self.updateGeometry()
        super().changeEvent(event)
