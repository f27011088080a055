"""A remark that stays: what a person should know before deciding, in its colour."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui import theme
from app.ui.theme import Tone
from app.ui.widgets.card import label


class Remark(QFrame):
    def __init__(self, tone: Tone, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", tone.value)
        theme.set_role(self, "notice")
        self.text = label(text, wraps=True)
        self.text.setAccessibleName(text)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 14, 8)
        line.addWidget(self.text, 1)
