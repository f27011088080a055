"""The steps of a window that leads through them: where one is, what is done, what comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets import icons


class _Mark(QWidget):
    """One step of the list: its number, or a tick, and its name."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__()
        self._number = number
        self._text = text
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_current(self, current: int) -> None:
        self._current = current
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._bold())
        line = metrics.height()
        return QSize(metrics.horizontalAdvance(self._text) + 5 * line, round(line * 2.2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        chosen = theme.colours(self.palette())
        here, done = self._number == self._current, self._number < self._current
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = round(self.fontMetrics().height() * 1.45)
        top = (self.height() - size) / 2
        painter.setPen(QColor(chosen.accent if here or done else chosen.control))
        painter.setBrush(QColor(chosen.accent if here else chosen.raised))
        painter.drawEllipse(4, round(top), size, size)
        self._paint_number(painter, chosen, size, round(top))
        painter.setFont(self._bold() if here else self.font())
        painter.setPen(QColor(chosen.text if here or done else chosen.secondary))
        left = size + 14
        area = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._text)

    def _paint_number(self, painter: QPainter, chosen: theme.Colours, size: int, top: int) -> None:
        if self._number < self._current:
            inner = round(size * 0.7)
            drawn = icons.pixmap("check", chosen.accent, inner, self.devicePixelRatioF())
            gap = (size - inner) // 2
            painter.drawPixmap(4 + gap, top + gap, drawn)
            return
        here = self._number == self._current
        painter.setPen(QColor(chosen.on_accent if here else chosen.secondary))
        painter.drawText(4, top, size, size, Qt.AlignmentFlag.AlignCenter, str(self._number + 1))

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font


class StepList(QWidget):
    """The steps in their order; a person looks at it, and moves with the buttons below."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        self._marks = [_Mark(number, text) for number, text in enumerate(titles)]
        for mark in self._marks:
            lines.addWidget(mark)
        lines.addStretch(1)
        self.set_current(0)

    def set_current(self, number: int) -> None:
        for mark in self._marks:
            mark.set_current(number)
        self.setAccessibleName(
            self.tr("第 {number} 步，共 {all} 步：{title}").format(
                number=number + 1, all=len(self._titles), title=self._titles[number]
            )
        )
