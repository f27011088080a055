"""A table that is typed in: rows of boxes, added and taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.kernel.canon import Plain
from app.ui.letters.boxes import Box, made
from app.ui.letters.paper_fields import PaperField
from app.ui.problems import in_words
from app.ui.widgets.card import button, label
from app.wording.papers import PAPER_COLUMNS

_NONE: Final = Qt.FocusPolicy.NoFocus


class RowsField(QWidget):
    """``changed`` when a person changed, added or removed a row."""

    changed = Signal()

    def __init__(
        self, field: PaperField, title: str, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = field.columns
        self._titles = {name: in_words(text) for name, text in PAPER_COLUMNS[field.name].items()}
        self._now = now
        self.rows: list[dict[str, Box]] = []
        self.removers: list[QPushButton] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._heads: list[QLabel] = []
        for number, column in enumerate(self._columns):
            self._heads.append(label(self._titles[column.name], "secondary"))
            self._grid.addWidget(self._heads[-1], 0, number)
            self._grid.setColumnStretch(number, column.share)
        self.add_button = button(self.tr("添加一行"))
        self.add_button.setAccessibleName(self.tr("{title}：添加一行").format(title=title))
        self.add_button.clicked.connect(self._begin_row)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.setSpacing(6)
        lines.addLayout(self._grid)
        lines.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_heads()

    def value(self) -> list[Plain]:
        """A mapping for each row in which something was said."""
        said = ({name: box.read() for name, box in row.items()} for row in self.rows)
        return [row for row in said if any(row.values())]

    def set_value(self, value: Plain) -> None:
        for row in range(len(self.rows) - 1, -1, -1):
            self._drop(row)
        for said in value if isinstance(value, list) else []:
            boxes = self.add_row()
            for name, box in boxes.items():
                box.write(said.get(name, "") if isinstance(said, dict) else "")

    def add_row(self) -> dict[str, Box]:
        """An empty row at the end."""
        boxes = {column.name: made(column, self._now) for column in self._columns}
        remover = button(self.tr("删除"), "link")
        remover.clicked.connect(lambda: self._remove(boxes))
        self.rows.append(boxes)
        self.removers.append(remover)
        at = self._grid.rowCount()
        for number, box in enumerate(boxes.values()):
            self._grid.addWidget(box.widget, at, number, Qt.AlignmentFlag.AlignTop)
            box.listen(self._tell)
        self._grid.addWidget(remover, at, len(boxes), Qt.AlignmentFlag.AlignTop)
        self._put_before_button([box.widget for box in boxes.values()], remover)
        self._name_rows()
        self._show_heads()
        return boxes

    # -- inside ----------------------------------------------------------------------------

    def _begin_row(self) -> None:
        boxes = self.add_row()
        next(iter(boxes.values())).target.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _put_before_button(self, cells: Sequence[QWidget], remover: QWidget) -> None:
        """Tab goes on in the row, and to the button after the last row.

        Without this it would come to a new row after all fields of the form. Shown at once: what
        the layout shows later cannot take the focus now.
        """
        before = _stop_before(self.add_button)
        for cell in (*cells, remover):
            cell.show()
            for stop in _stops(cell):
                QWidget.setTabOrder(before, stop)
                before = stop

    def _remove(self, boxes: dict[str, Box]) -> None:
        self._drop(next(at for at, row in enumerate(self.rows) if row is boxes))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, row: int) -> None:
        gone = [box.widget for box in self.rows.pop(row).values()]
        for widget in (*gone, self.removers.pop(row)):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._name_rows()
        self._show_heads()

    def _name_rows(self) -> None:
        for number, (row, remover) in enumerate(zip(self.rows, self.removers, strict=True), 1):
            for name, box in row.items():
                said = self.tr("第{number}行 {title}")
                box.target.setAccessibleName(said.format(number=number, title=self._titles[name]))
            remover.setAccessibleName(self.tr("删除第{number}行").format(number=number))

    def _show_heads(self) -> None:
        for head in self._heads:
            head.setVisible(bool(self.rows))

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def _stop_before(widget: QWidget) -> QWidget:
    """What the Tab key leaves for *widget*: an order that begins at no stop is not set."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget and before.focusPolicy() is _NONE:
        before = before.previousInFocusChain()
    return before or widget


def _stops(cell: QWidget) -> Iterator[QWidget]:
    """What takes the focus of *cell*: itself, or the parts of one that is made of several."""
    found = [cell] if cell.focusPolicy() is not _NONE else cell.children()
    for each in found:
        if isinstance(each, QWidget) and each.focusPolicy() is not _NONE:
            yield each
