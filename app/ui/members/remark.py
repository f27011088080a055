"""What the dialogs of this page share: a remark that stays, and a second act beside the first."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.ui import theme
from app.ui.theme import Tone
from app.ui.widgets.card import flow, label
from app.ui.widgets.form_dialog import FormDialog


class Remark(QFrame):
    """What a person should know before deciding, in its colour."""

    def __init__(self, tone: Tone, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", tone.value)
        theme.set_role(self, "notice")
        self.text = flow(label(text, wraps=True))
        self.text.setAccessibleName(text)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 14, 8)
        line.addWidget(self.text, 1)


def beside_submit(dialog: FormDialog, other: QPushButton) -> None:
    """Put *other* into the row of buttons, before 取消; after ``fit``."""
    lines = dialog.layout()
    item = lines.itemAt(lines.count() - 1) if lines is not None else None
    row = item.layout() if item is not None else None
    if isinstance(row, QHBoxLayout):
        row.insertWidget(1, other)
        QWidget.setTabOrder(dialog.submit_button, other)
