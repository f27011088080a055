"""A window of its own for one paper: look at it, print it, save a copy."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.actions import Shortcuts, bind
from app.ui.desk import Runner
from app.ui.widgets.card import button, label
from app.ui.widgets.paper import PaperView


class PaperWindow(QDialog):
    """Signals: ``print_asked``, ``save_asked``."""

    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, runner: Runner, title: str, note: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = PaperView(runner)
        self.print_button = button(self.tr("打印…"), "primary")
        self.save_button = button(self.tr("另存…"))
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.view.tools.addWidget(self.save_button)
        self.view.tools.addWidget(self.print_button)
        bind(self, Shortcuts.PRINT, self.print_asked.emit)
        self.note = label(note, "secondary", wraps=True)
        self.note.setVisible(bool(note))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 12, 14, 12)
        lines.setSpacing(8)
        lines.addWidget(self.note)
        lines.addWidget(self.view, 1)
        self.resize(self._wanted())

    def _wanted(self) -> QSize:
        screen = QGuiApplication.primaryScreen().availableSize()
        return QSize(min(900, screen.width() - 80), min(1000, screen.height() - 80))
