"""登记核实结论: what a person found out about an alarm, in a sentence that stays."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.services import settling
from app.services.changes import Changes
from app.ui.desk import Desk
from app.ui.widgets.card import button
from app.ui.widgets.form_dialog import FormDialog


class SettleDialog(FormDialog):
    """Settles the alarms *keys*, of which *text* tells; it can be copied for a telephone call."""

    def __init__(self, desk: Desk, text: str, keys: tuple[str, ...], parent: QWidget) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("核实异常"))
        self.submit_button.setText(self.tr("登记结论，消除提示"))
        self._desk, self._text, self._keys = desk, text, keys
        self.say(text)
        self.how = QLineEdit()
        self.how.setPlaceholderText(self.tr("例如：已与对方电话核实，办公室已更正文号"))
        self.form.add("how_settled", self.tr("核实的结论"), self.how)
        self.copy = button(self.tr("复制，供电话核实"))
        self.copy.clicked.connect(self._to_clipboard)
        self.form.add_wide(self.copy)
        self.fit()

    def submit(self) -> None:
        if not self.submit_button.isEnabled():
            return
        self.submit_button.setEnabled(False)
        answer = self._desk.act(settling.settle, self._keys, self.how.text())
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    # -- inside ----------------------------------------------------------------------------

    def _to_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _done(self, _changes: Changes) -> None:
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)
