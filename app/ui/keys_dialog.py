"""The list of shortcuts: what a person can do without the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.actions import Shortcuts, title
from app.ui.widgets.card import button, label


class KeysDialog(QDialog):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for row, (name, key) in enumerate(self._rows().items()):
            grid.addWidget(label(name), row, 0)
            grid.addWidget(label(key, "secondary"), row, 1)
        close = button(self.tr("关闭"), "primary")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 16)
        lines.setSpacing(16)
        lines.addLayout(grid)
        lines.addLayout(buttons)
        close.setFocus()

    def _rows(self) -> dict[str, str]:
        native = QKeySequence.SequenceFormat.NativeText
        rows = {self.tr("第 1 至 9 个页面"): "Ctrl+1 … Ctrl+9"}
        for shortcut in Shortcuts:
            rows[title(shortcut)] = QKeySequence(shortcut.value).toString(native)
        return rows
