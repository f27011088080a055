"""A list in a form: its rows in a table, and buttons to add, edit and take away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.card import button
from app.ui.widgets.table import Column, ShortTable, TableView

R = TypeVar("R")


class ListField(QWidget, Generic[R]):
    """Signals: ``add_asked``, ``edit_asked`` (row number), ``changed`` when the rows changed."""

    add_asked = Signal()
    edit_asked = Signal(int)
    changed = Signal()

    def __init__(
        self, name: str, columns: Sequence[Column[R]], empty: str, add: str, rows_shown: int
    ) -> None:
        super().__init__()
        self.model: ShortTable[R] = ShortTable(columns, self)
        self.table = TableView(self.model, name)
        self.table.empty.say(empty)
        self.table.setMinimumHeight(theme.row_height(self.table) * (rows_shown + 1) + 4)
        self.add = button(add)
        self.edit = button(self.tr("编辑…"))
        self.remove = button(self.tr("去掉"))
        buttons = QHBoxLayout()
        for each in (self.add, self.edit, self.remove):
            buttons.addWidget(each)
        buttons.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self.table, 1)
        lines.addLayout(buttons)
        self.add.clicked.connect(self.add_asked)
        self.edit.clicked.connect(self._ask_edit)
        self.remove.clicked.connect(self._remove)
        self.table.opened.connect(lambda _: self._ask_edit())
        self.table.chosen.connect(lambda _: self._enable())
        self._enable()

    @property
    def rows(self) -> tuple[R, ...]:
        return self.model.rows

    def set_rows(self, rows: Sequence[R], current: int = 0) -> None:
        self.model.set_rows(rows)
        if rows:
            self.table.select(min(current, len(rows) - 1))
        self._enable()
        self.changed.emit()

    def put(self, number: int, row: R) -> None:
        """Replace the row *number*, or add at the end."""
        rows: list[Any] = list(self.rows)
        rows[number : number + 1] = [row]
        self.set_rows(rows, number)

    def _ask_edit(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.edit_asked.emit(index.row())

    def _remove(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            rows = [row for n, row in enumerate(self.rows) if n != index.row()]
            self.set_rows(rows, index.row())

    def _enable(self) -> None:
        chosen = self.table.currentIndex().isValid()
        self.edit.setEnabled(chosen)
        self.remove.setEnabled(chosen)
