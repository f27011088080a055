"""A table that folds columns away while its window is narrow."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.widgets.table import Table, TableView

LEAST_CHARACTERS: Final = 18
"""Of the column that stretches: less cannot be read."""


class FoldingTable(TableView):
    """*folds* are the columns that may go, the first to go first, until the column that stretches
    has room for *least* characters; what they say must be found elsewhere too."""

    def __init__(
        self,
        model: Table[Any],
        name: str,
        folds: tuple[int, ...],
        least: int = LEAST_CHARACTERS,
        parent: QWidget | None = None,
    ) -> None:
        self._folds = folds
        self._least = least
        self._widths: dict[int, int] = {}
        super().__init__(model, name, parent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fold()

    def _size_columns(self) -> None:
        # The width of a hidden column is told as 0.
        for number in self._folds:
            self.setColumnHidden(number, False)
        super()._size_columns()
        self._widths = {
            number: self.columnWidth(number)
            for number, column in enumerate(self._table.columns)
            if not column.stretches
        }

    def _fold(self) -> None:
        least = self.fontMetrics().horizontalAdvance("中") * self._least
        missing = sum(self._widths.values()) + least - self.viewport().width()
        for number in self._folds:
            self.setColumnHidden(number, missing > 0)
            missing -= self._widths[number]
