"""A field of days and times: the part that is pressed is chosen, so that typing replaces it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDateTimeEdit


class SectionChoice(QObject):
    """Watches the line inside *field*.

    A press alone leaves only a cursor, and digits typed there are refused: the part is full.
    """

    def __init__(self, field: QDateTimeEdit) -> None:
        super().__init__(field)
        self._field = field
        field.lineEdit().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.MouseButtonRelease or not self._is_plain(event):
            return False
        # After the line has put its cursor where it was pressed, which names the part.
        done = watched.event(event)
        self._field.setSelectedSection(self._field.currentSection())
        return done

    def _is_plain(self, event: QEvent) -> bool:
        """Pressed with the left button, and nothing was marked by drawing over it."""
        left = isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton
        return left and not self._field.lineEdit().hasSelectedText()
