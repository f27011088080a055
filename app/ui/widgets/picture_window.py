"""A window of its own for a scan that is a picture: look at it, save a copy."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.card import button, label


class PictureWindow(QDialog):
    """The whole width of the picture is seen; it scrolls downwards. ``save_asked``."""

    save_asked = Signal()

    def __init__(self, title: str, note: str, picture: QImage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        screen = QGuiApplication.primaryScreen().availableSize()
        size = QSize(min(900, screen.width() - 80), min(1000, screen.height() - 80))
        self.page = QLabel()
        self.page.setAccessibleName(title)
        self.page.setPixmap(_fitting(picture, size.width() - 60))
        area = QScrollArea()
        area.setWidget(self.page)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.save_button = button(self.tr("另存…"))
        self.save_button.clicked.connect(self.save_asked)
        tools = QHBoxLayout()
        tools.addWidget(label(note, "secondary"))
        tools.addStretch(1)
        tools.addWidget(self.save_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 12, 14, 12)
        lines.setSpacing(8)
        lines.addLayout(tools)
        lines.addWidget(area, 1)
        self.resize(size)


def picture_of(data: bytes) -> QImage | None:
    """*data* as a picture; None where it is none that can be shown here."""
    found = QImage.fromData(data)
    return None if found.isNull() else found


def _fitting(picture: QImage, width: int) -> QPixmap:
    if picture.width() <= width:
        return QPixmap.fromImage(picture)
    smooth = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(picture.scaledToWidth(width, smooth))
