"""A form in a dialog of its own, opened over the page it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.actions import Shortcuts, bind
from app.ui.widgets.card import button, flow, label
from app.ui.widgets.form import Form


class FormDialog(QDialog):
    """A form, a button that says the act (*verb*), and 取消; a subclass fills both in ``submit``.

    It is as high as its form, and scrolls where the screen is lower; what is in *foot* stays above
    the buttons.
    """

    def __init__(self, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form()
        self._inside = QWidget()
        self.foot = QVBoxLayout()
        self.note = flow(label("", "secondary", wraps=True))
        self.note.hide()
        self.submit_button = button(verb, "primary")
        self.submit_button.setDefault(True)
        self.submit_button.clicked.connect(self.submit)
        self._cancel = button(self.tr("取消"))
        self._cancel.clicked.connect(self.reject)
        bind(self, Shortcuts.COMMIT, self.submit)

    def submit(self) -> None:
        """Check what was filled in; show the faults, or hand it over and ``accept``."""

    def say(self, text: str) -> None:
        """A line above the form that tells what is asked for."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def fit(self) -> None:
        """Take the size of the form; first called when all fields are added."""
        if self.layout() is None:
            # Not earlier: Tab goes in the order in which widgets came into the dialog.
            self._lay_out()
            next(iter(self.form.fields.values())).setFocus()
        # Fields added before the first showing are not yet counted by the layout around the form.
        self.form.updateGeometry()
        wanted = self._inside.sizeHint() + QSize(24, self.submit_button.sizeHint().height() + 40)
        characters = self.fontMetrics().horizontalAdvance("中")
        self.take_size(max(wanted.width(), characters * 42), wanted.height())

    def take_size(self, width: int, height: int) -> None:
        """As large as that, or as the screen lets it; moved up where it would reach below it."""
        room = (self.screen() or QGuiApplication.primaryScreen()).availableGeometry()
        self.resize(min(width, room.width() - 80), min(height, room.height() - 80))
        if self.isVisible():
            frame = self.frameGeometry()
            left = max(room.left(), min(frame.left(), room.right() + 1 - frame.width()))
            top = max(room.top(), min(frame.top(), room.bottom() + 1 - frame.height()))
            self.move(left, top)

    def _lay_out(self) -> None:
        around = QVBoxLayout(self._inside)
        around.setContentsMargins(20, 16, 20, 8)
        around.addWidget(self.note)
        around.addWidget(self.form)
        around.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 8, 20, 14)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.submit_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        self.foot.setContentsMargins(20, 0, 20, 0)
        lines.addWidget(scroll, 1)
        lines.addLayout(self.foot)
        lines.addLayout(buttons)
