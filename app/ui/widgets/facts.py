"""Facts to be read: headings, names and values, nothing cut off, everything to be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.card import label


class Sheet(QScrollArea):
    """A column of what is known; the arrow keys scroll it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.lines = QVBoxLayout()
        self.clear()

    def clear(self) -> None:
        content = QWidget()
        self.lines = QVBoxLayout(content)
        self.lines.setContentsMargins(0, 6, 8, 6)
        self.lines.setSpacing(8)
        self.lines.addStretch(1)
        self.setWidget(content)
        # ``setWidget`` lets the content fill its ground; the card below has the right one.
        content.setAutoFillBackground(False)

    def add(self, widget: QWidget) -> None:
        self.lines.insertWidget(self.lines.count() - 1, widget)

    def add_heading(self, text: str) -> None:
        self.add(label(text, "heading"))

    def add_text(self, text: str, role: str = "") -> None:
        self.add(label(text, role, wraps=True))

    def add_pairs(self, pairs: dict[str, str]) -> None:
        """Names and values side by side; a value that is empty is left out with its name."""
        told = {name: value for name, value in pairs.items() if value}
        if told:
            self.add(pairs_of(told))


def pairs_of(pairs: dict[str, str]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(pairs.items()):
        caption, text = label(name, "secondary"), label(value, wraps=True)
        caption.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        text.setAccessibleName(f"{name} {value}")
        grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text, row, 1)
    return made
