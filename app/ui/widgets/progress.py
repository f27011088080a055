"""Work under way: what is done, how much of it, and a button that stops it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.ui.widgets.card import button, label

_STEPS: Final = 1000


class ProgressLine(QWidget):
    """One line, hidden while nothing is under way; ``cancel_asked`` when the person stops it."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = label("")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("进度"))
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(160)
        self.cancel = button(self.tr("停止"))
        self.cancel.clicked.connect(self._ask_cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.text)
        line.addWidget(self.bar, 1)
        line.addWidget(self.cancel)
        self.hide()

    def begin(self, text: str, *, stoppable: bool = True) -> None:
        self.text.setText(text)
        self.bar.setRange(0, 0)
        self.cancel.setVisible(stoppable)
        self.cancel.setEnabled(True)
        self.show()

    def advance(self, done: int, total: int) -> None:
        """*done* of *total*, in any unit."""
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(min(_STEPS, done * _STEPS // max(1, total)))

    def end(self) -> None:
        self.hide()

    def _ask_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel_asked.emit()
