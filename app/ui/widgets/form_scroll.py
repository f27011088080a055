"""A long form that scrolls: whatever takes the focus is brought into view."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from app.ui.widgets.form import Form

_WIDEST: Final = 62
"""Characters; a longer line is hard to read."""


class FormScroll(QScrollArea):
    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        form.setMaximumWidth(self.fontMetrics().horizontalAdvance("中") * _WIDEST)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 12, 0)
        # At the top: left over height would otherwise be shared out between the fields.
        across.addWidget(form, 1, Qt.AlignmentFlag.AlignTop)
        across.addStretch(0)
        self.setWidget(inside)
        # ``setWidget`` lets the content fill its ground; the card below has the right one.
        inside.setAutoFillBackground(False)
        for field in (form.summary, *form.fields.values()):
            field.installEventFilter(self)

    def lead_to(self, heading: QWidget, field: QWidget) -> None:
        """Bring a section to the top and the focus to its first field."""
        inside = self.widget()
        if inside is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.verticalScrollBar().setValue(heading.mapTo(inside, heading.rect().topLeft()).y())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched, 0, 60)
        return super().eventFilter(watched, event)
