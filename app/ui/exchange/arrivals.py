"""The bundles found in a folder, each with a box that says whether it will be taken in."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app import wording
from app.services.exchange import BundleFound
from app.ui import theme
from app.ui.exchange import told
from app.ui.widgets import icons
from app.ui.widgets.folding import FoldingTable
from app.ui.widgets.table import Column, Index, ShortTable

_CHECK: Final = int(Qt.ItemDataRole.CheckStateRole)
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)

_FOLDS: Final = (5, 3)
"""Size and numbers go first where there is no room for the name of the file."""

translate = QCoreApplication.translate


def _columns() -> tuple[Column[BundleFound], ...]:
    return (
        Column(translate("exchange", "导入"), lambda _: "", sample="　　"),
        Column(
            translate("exchange", "状态"),
            told.state,
            tone=told.tone,
            sample=translate("exchange", "同一编号两种内容"),
        ),
        Column(translate("exchange", "发出单位"), told.sender, sample="　" * 10),
        Column(
            translate("exchange", "序号"),
            lambda row: told.numbers(row.first, row.last),
            sample="0000–0000",
        ),
        Column(
            translate("exchange", "写出时间"),
            lambda row: told.moment(row.created),
            sample="2026-00-00 00:00",
        ),
        Column(
            translate("exchange", "大小"),
            lambda row: wording.size_text(row.size),
            sample="0000.0 MB",
        ),
        Column(
            translate("exchange", "文件"),
            lambda row: row.path.name,
            stretches=True,
            tip=lambda r: str(r.path),
        ),
    )


class Arrivals(ShortTable[BundleFound]):
    """Rows that can be taken in come first, ticked; ``ticked_changed`` when a tick moves."""

    ticked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_columns(), parent)
        self._left_out: set[Path] = set()

    @property
    def ticked(self) -> tuple[BundleFound, ...]:
        return tuple(each for each in self.rows if self._is_ticked(each))

    def show_rows(self, rows: tuple[BundleFound, ...]) -> None:
        self._left_out &= {each.path for each in rows}
        self.set_rows(sorted(rows, key=lambda row: row.refusal is not None))
        self.ticked_changed.emit()

    def toggle(self, number: int) -> None:
        row = self.row(number)
        if row is None or row.refusal is not None:
            return
        self._left_out ^= {row.path}
        index = self.index(number, 0)
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        if role == _CHECK and index.column() == 0:
            row = self.row(index.row())
            ticked = row is not None and self._is_ticked(row)
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = _DISPLAY) -> bool:  # noqa: ARG002
        if role != _CHECK:
            return False
        self.toggle(index.row())
        return True

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row(index.row())
        if index.column() == 0 and row is not None and row.refusal is None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _is_ticked(self, row: BundleFound) -> bool:
        return row.refusal is None and row.path not in self._left_out


class TickDelegate(QStyledItemDelegate):
    """Draws the box of a row that can be ticked: the style's own is not seen in the dark."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = QStyleOptionViewItem(option)
        self.initStyleOption(item, index)
        style = item.widget.style()
        box = style.subElementRect(
            QStyle.SubElement.SE_ItemViewItemCheckIndicator, item, item.widget
        )
        ticked = item.checkState == Qt.CheckState.Checked
        item.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, item, painter, item.widget)
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            self._draw(painter, QRectF(box).adjusted(1, 1, -1, -1), item.palette, ticked=ticked)

    def _draw(self, painter: QPainter, box: QRectF, palette: QPalette, *, ticked: bool) -> None:
        chosen = theme.colours(palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(chosen.accent if ticked else chosen.control), 1))
        painter.setBrush(QColor(chosen.accent if ticked else chosen.base))
        painter.drawRoundedRect(box, 2, 2)
        if ticked:
            ratio = painter.device().devicePixelRatio()
            drawn = icons.pixmap("check", chosen.on_accent, round(box.width()), ratio)
            painter.drawPixmap(box.topLeft(), drawn)
        painter.restore()


class ArrivalsView(FoldingTable):
    """The table of arrivals; the space bar ticks the row it stands on."""

    def __init__(self, model: Arrivals, name: str) -> None:
        super().__init__(model, name, _FOLDS)
        self._arrivals = model
        self.setItemDelegateForColumn(0, TickDelegate(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._arrivals.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)
