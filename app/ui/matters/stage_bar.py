"""The bar above a thread: the places a matter passes, with the day it reached each."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.kernel import clock
from app.rules.procedures import PROCEDURES
from app.rules.steps import Side
from app.services.matters import MatterView
from app.ui import theme
from app.ui.matters import told
from app.ui.matters.forms import Stage, stages

_DOT: Final = 5.0


class StageBar(QWidget):
    """Painted, because its words stand centred under dots that share the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_matter(self, matter: MatterView) -> None:
        shown = (each for each in stages(matter.kind) if _is_told(each, matter))
        self._places = tuple(_place(stage, matter) for stage in shown)
        reached = [f"{word} {day}" for word, day in self._places if day]
        self.setAccessibleName(QCoreApplication.translate("matters", "进程：") + "，".join(reached))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, round(self.fontMetrics().height() * 2.9))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._places:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(self._places)
        last = max((n for n, (_, day) in enumerate(self._places) if day), default=-1)
        for number in range(len(self._places)):
            self._paint_place(painter, number, width, last)

    def _paint_place(self, painter: QPainter, number: int, width: float, last: int) -> None:
        chosen = theme.colours(self.palette())
        word, day = self._places[number]
        centre, line = (number + 0.5) * width, self.fontMetrics().height()
        top = _DOT + 3
        colour = QColor(chosen.accent if number <= last else chosen.mid)
        if number:
            painter.setPen(QPen(colour, 2))
            painter.drawLine(
                round(centre - width + _DOT + 3), round(top), round(centre - _DOT - 3), round(top)
            )
        painter.setPen(QPen(colour, 2))
        painter.setBrush(QColor(chosen.accent if day else chosen.base))
        painter.drawEllipse(QRectF(centre - _DOT, top - _DOT, 2 * _DOT, 2 * _DOT))
        font = QFont(self.font())
        font.setBold(number == last)
        painter.setFont(font)
        painter.setPen(QColor(chosen.text if day else chosen.secondary))
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        area = QRectF(number * width, top + _DOT + 4, width, line)
        painter.drawText(area, centred, word)
        painter.setFont(self.font())
        painter.setPen(QColor(chosen.secondary))
        painter.drawText(area.translated(0, line), centred, day)


def _is_told(stage: Stage, matter: MatterView) -> bool:
    """What happens inside the opener is never told to its counterpart."""
    rules = PROCEDURES[matter.kind].rules
    inside = any(rules[kind].internal for kind in stage.reached_by)
    return matter.our_side is Side.OPENER or not inside


def _place(stage: Stage, matter: MatterView) -> tuple[str, str]:
    """The word of a place and the day it was reached, empty while it was not."""
    found = [each for each in matter.steps if each.kind in stage.reached_by and not each.crossed]
    if not found:
        return stage.word, ""
    word = told.state(stage.reached_by[found[-1].kind]).partition("，")[0]
    return word, clock.local_date(found[-1].occurred_at).isoformat()
