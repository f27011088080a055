"""After the recovery key opened a register: the lost passphrase is replaced before all else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.kernel.errors import AppError
from app.ui import opening
from app.ui.desk import Lane, Runner
from app.ui.first_run.steps import PassphraseStep
from app.ui.opening import Opened
from app.ui.widgets.card import button, label
from app.ui.widgets.notice import NoticeBar


class NewPassphraseWindow(QWidget):
    """Signals: ``settled`` (Opened) when the new passphrase opens the register; ``closed``."""

    settled = Signal(object)
    closed = Signal()

    def __init__(self, runner: Runner, opened: Opened, recovery_key: str) -> None:
        super().__init__()
        self._runner = runner
        self._opened = opened
        self._recovery_key = recovery_key
        self.setWindowTitle(self.tr("设置新口令"))
        self.notice = NoticeBar()
        self.step = PassphraseStep()
        self.set = button(self.tr("设置新口令"), "primary")
        self.set.clicked.connect(self._set)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(28, 22, 28, 18)
        lines.setSpacing(12)
        said = self.tr("恢复密钥已打开登记册。原来的口令从此作废，请设置新口令。恢复密钥仍然有效。")
        lines.addWidget(label(said, wraps=True))
        lines.addWidget(self.notice)
        lines.addWidget(self.step, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.set)
        lines.addLayout(row)
        self.resize(620, 460)

    def _set(self) -> None:
        self.step.check(self._change)

    def _change(self) -> None:
        self.set.setEnabled(False)
        new = self.step.first.text()
        answer = self._runner.run(
            Lane.ACTS, opening.settle_passphrase, self._opened, self._recovery_key, new
        )
        answer.for_(self).then(self._settle).otherwise(self._refuse)

    def _settle(self, _nothing: None) -> None:
        self.settled.emit(self._opened)

    def _refuse(self, error: AppError) -> None:
        self.set.setEnabled(True)
        self.notice.refuse(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
