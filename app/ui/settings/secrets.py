"""Changing the secrets of the register: the passphrase, or the key in the sealed envelope."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.errors import AppError, WeakPassphraseError, WrongSecretError
from app.services import setup
from app.services.changes import Changes
from app.ui import problems
from app.ui.desk import Desk
from app.ui.first_run.recovery import RecoveryPanel
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.passphrase import LEAST_LENGTH, PassphraseEdit, Strength

_FIELDS: Final[dict[type[AppError], str]] = {WrongSecretError: "old", WeakPassphraseError: "new"}


class PassphraseDialog(FormDialog):
    """更改口令; ``changed`` when the new one opens the register."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("更改口令"))
        self.submit_button.setText(self.tr("更改口令"))
        self._desk = desk
        self.old, self.new, self.again = PassphraseEdit(), PassphraseEdit(), PassphraseEdit()
        strength = Strength()
        self.form.add("old", self.tr("现在的口令"), self.old)
        self.form.add("new", self.tr("新口令"), self.new)
        self.form.add_wide(strength)
        self.form.add("again", self.tr("再输入一次"), self.again)
        self.new.textChanged.connect(strength.judge)
        self.fit()

    def submit(self) -> None:
        faults = self._faults()
        self.form.show_faults(faults)
        if faults:
            return
        self.submit_button.setEnabled(False)
        answer = self._desk.act(setup.change_passphrase, self.old.text(), self.new.text())
        answer.for_(self).then(self._done).otherwise(self._refuse)

    def _faults(self) -> dict[str, str]:
        length = len(self.new.text())
        if not self.old.text():
            return {"old": self.tr("请输入现在的口令")}
        if length < LEAST_LENGTH:
            short = self.tr("新口令至少 {least} 个字符，现有 {length} 个")
            return {"new": short.format(least=LEAST_LENGTH, length=length)}
        if self.new.text() != self.again.text():
            return {"again": self.tr("两次输入的新口令不一样，请重新输入")}
        return {}

    def _done(self, _changes: Changes) -> None:
        self.changed.emit()
        self.accept()

    def _refuse(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.form.show_faults({_FIELDS.get(type(error), ""): _said(error)})


class NewRecoveryKeyDialog(FormDialog):
    """换一把恢复密钥: the passphrase first, then the new key and two of its groups.

    The old key stays until the new one was written down: leaving before changes nothing.
    ``changed`` when the new one opens the register.
    """

    changed = Signal()

    def __init__(self, desk: Desk, agency: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("换一把恢复密钥"))
        self.submit_button.setText(self.tr("生成新的恢复密钥"))
        self._desk = desk
        self._agency = agency
        self._key = ""
        self.panel: RecoveryPanel | None = None
        self.say(
            self.tr("新的恢复密钥抄写核对以后才启用；启用后原来封存的那一份作废，请一并销毁。")
        )
        self.passphrase = PassphraseEdit()
        self.form.add("passphrase", self.tr("口令"), self.passphrase)
        self.fit()

    def submit(self) -> None:
        if self.panel is not None:
            self.panel.check(self._replace)
        elif not self.passphrase.text():
            self.form.show_faults({"passphrase": self.tr("请输入口令")})
        else:
            self.form.show_faults({})
            self.submit_button.setEnabled(False)
            answer = self._desk.act(setup.propose_recovery_key, self.passphrase.text())
            answer.for_(self).then(self._show_key).otherwise(self._refuse)

    def _show_key(self, recovery_key: str) -> None:
        self._key = recovery_key
        self.submit_button.setEnabled(True)
        self.submit_button.setText(self.tr("已抄写封存，启用"))
        self.say(
            self.tr(
                "只显示这一次。请抄写或打印，装入信封密封。按“已抄写封存，启用”以后，"
                "原来那一份才作废；现在关闭，原来那一份仍然有效。"
            )
        )
        self.panel = RecoveryPanel(recovery_key, self._agency, self._desk.clock.now())
        self.form.hide()
        around = self.form.parentWidget()
        lines = around.layout() if around is not None else None
        if isinstance(lines, QVBoxLayout):
            lines.insertWidget(lines.indexOf(self.form), self.panel)
        wanted = self.panel.sizeHint()
        self.resize(max(self.width(), wanted.width() + 72), wanted.height() + 180)

    def _replace(self) -> None:
        self.submit_button.setEnabled(False)
        answer = self._desk.act(setup.replace_recovery_key, self.passphrase.text(), self._key)
        answer.for_(self).then(self._done).otherwise(self._refuse)

    def _done(self, _changes: Changes) -> None:
        self.changed.emit()
        self.accept()

    def _refuse(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.form.show()
        self.form.show_faults({"passphrase": _said(error)})


def _said(error: AppError) -> str:
    said = problems.told(error)
    return f"{said.happened}{said.unchanged}{said.next_step}"
