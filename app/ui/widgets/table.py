"""Tables: columns as data, a short model that holds its rows and a long one that fetches them.

The first line of ``data`` returns for every role without an answer: Qt asks seven roles per cell
and paint, and that line made a repaint three times as fast. No override reads a database or raises.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui import theme
from app.ui.theme import Tone
from app.ui.widgets.card import Empty
from app.ui.widgets.chip import TONE_ROLE, ChipDelegate

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 128
_PAGES_KEPT: Final = 64
_NO_INDEX: Final = QModelIndex()

_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_ALIGN: Final = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOLTIP: Final = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_HANDLED: Final = frozenset({_DISPLAY, _ALIGN, _TOOLTIP, _ACCESSIBLE, TONE_ROLE})
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: its title, the text of a row, and how it is drawn.

    *tone* makes the cell a chip (no tone, plain text); *sample* is a text as wide as the column
    usually is; one column *stretches*. *tip* is shown on hovering, where the text is not enough.
    """

    title: str
    text: Callable[[R], str]
    tone: Callable[[R], Tone | None] | None = None
    tip: Callable[[R], str] | None = None
    sample: str = ""
    stretches: bool = False
    right: bool = False


class Table(QAbstractTableModel, Generic[R]):
    """What the two models share; ``row`` is the row or None while it is on its way."""

    def __init__(self, columns: Sequence[Column[R]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: Final = tuple(columns)

    def row(self, number: int) -> R | None:
        raise AssertionError(number)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | int | None:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            return column.title
        if role == _ALIGN:
            return _RIGHT if column.right else _LEFT
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - as Qt has it
        if role not in _HANDLED:
            return None
        column = self.columns[index.column()]
        if role == _ALIGN:
            return _RIGHT if column.right else None
        row = self.row(index.row())
        if row is None:
            return "…" if role == _DISPLAY and index.column() == 0 else None
        return _cell(column, row, role)


def _cell(column: Column[R], row: R, role: int) -> str | Tone | None:
    if role == _DISPLAY:
        return column.text(row)
    if role == TONE_ROLE:
        return column.tone(row) if column.tone else None
    if role == _ACCESSIBLE:
        return f"{column.title} {column.text(row)}"
    return column.tip(row) if column.tip else None


class ShortTable(Table[R]):
    """A model that is given all its rows."""

    def __init__(self, columns: Sequence[Column[R]], parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        return self._rows

    def set_rows(self, rows: Sequence[R]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> R | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)


class LongTable(Table[R]):
    """A model of very many rows: it is given their ids in order and asks for 128 rows at a time.

    ``wanted`` (page number, ids) asks; ``give`` brings. A page stays for the last 64 pages used.
    """

    wanted = Signal(int, object)

    def __init__(self, columns: Sequence[Column[R]], parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self._ids: tuple[int, ...] = ()
        self._pages: OrderedDict[int, tuple[R, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def set_ids(self, ids: tuple[int, ...]) -> None:
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    @property
    def ids(self) -> tuple[int, ...]:
        return self._ids

    def give(self, page: int, ids: tuple[int, ...], rows: Sequence[R]) -> None:
        """Bring the rows of *page*; rows of ids that no longer stand there are dropped."""
        if ids != self._ids[page * PAGE : (page + 1) * PAGE]:
            return
        self._asked.discard(page)
        self._pages[page] = tuple(rows)
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        last = min((page + 1) * PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(self.columns) - 1))

    def row(self, number: int) -> R | None:
        page, offset = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._want(page)
            return None
        self._pages.move_to_end(page)
        return rows[offset] if offset < len(rows) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def _want(self, page: int) -> None:
        if page not in self._asked and page * PAGE < len(self._ids):
            self._asked.add(page)
            self.wanted.emit(page, self._ids[page * PAGE : (page + 1) * PAGE])


class TableView(QTableView):
    """A table of whole rows: one Tab stop, Enter or double click opens, Ctrl+C copies as text.

    Signals: ``opened`` (row), ``chosen`` (row or None) when the current row changed. Where there
    are no rows, ``empty`` stands in the middle.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, model: Table[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.empty = Empty("", parent=self.viewport())
        self._table = model
        self.setModel(model)
        self._dress()
        self._size_columns()
        self.activated.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)
        model.modelReset.connect(self._show_empty)
        self._show_empty()

    @property
    def current(self) -> Any:  # noqa: ANN401 - the row type of the model
        """The current row, or None."""
        index = self.currentIndex()
        return self._table.row(index.row()) if index.isValid() else None

    def select(self, number: int) -> None:
        self.setCurrentIndex(self._table.index(number, 0))

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        for number, column in enumerate(self._table.columns):
            if column.tone:
                self.setItemDelegateForColumn(number, ChipDelegate(self))
        self._size_rows()

    def _size_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.row_height(self))
        self.horizontalHeader().setFixedHeight(theme.row_height(self))

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        for number, column in enumerate(self._table.columns):
            if column.stretches:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                widest = max(
                    self.fontMetrics().horizontalAdvance(text)
                    for text in (column.title + "　", column.sample)
                )
                self.setColumnWidth(number, widest + (36 if column.tone else 24))

    def _open(self, index: QModelIndex) -> None:
        row = self._table.row(index.row())
        if row is not None:
            self.opened.emit(row)

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self._table.row(current.row()) if current.isValid() else None)

    def _show_empty(self) -> None:
        self.empty.setVisible(self._table.rowCount() == 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._size_rows()
            self._size_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.empty.setGeometry(self.viewport().rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return
        super().keyPressEvent(event)

    def _copy(self) -> None:
        row = self.current
        if row is not None:
            cells = (column.text(row) for column in self._table.columns)
            QGuiApplication.clipboard().setText("\t".join(cells))
