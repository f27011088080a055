"""The first window: a passphrase or the recovery key opens the register.

It knows only Qt; everything an open register needs is imported on a worker meanwhile.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.kernel.clock import Clock
from app.kernel.errors import AppError, RecoveryKeyFormError, WrongSecretError
from app.ui import opening, problems
from app.ui.desk import Lane, Runner
from app.ui.opening import Opened
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.passphrase import PassphraseEdit

_WIDTH_IN_LETTERS: Final = 38


class UnlockWindow(QWidget):
    """Asks for the secret of the register in *folder*.

    Signals: ``opened`` (Opened); ``new_asked`` and ``other_asked`` for another register;
    ``restore_asked`` for this one from a backup; ``closed`` when the person gives up.
    """

    opened = Signal(object)
    new_asked = Signal()
    other_asked = Signal()
    restore_asked = Signal()
    closed = Signal()

    def __init__(self, runner: Runner, folder: Path, agency: str, clock: Clock) -> None:
        super().__init__()
        self._runner = runner
        self._folder = folder
        self._clock = clock
        self._wait = 0
        self._by_recovery = False
        self.setWindowTitle(self.tr("打开登记册"))
        self.notice = NoticeBar()
        self.passphrase = PassphraseEdit()
        self.recovery = QLineEdit()
        self.fields = QStackedWidget()
        self.fault = label("", "fault", wraps=True)
        self.hint = label("", "secondary", wraps=True)
        self.unlock = button(self.tr("解锁"), "primary")
        self.switch = button("", "link")
        self.another = button(self.tr("打开另一个登记册…"), "link")
        self.restore = button(self.tr("从备份恢复…"), "link")
        self.new = button(self.tr("新建登记册…"), "link")
        self._countdown = QTimer(self)
        self._countdown.setInterval(1000)
        self._countdown.timeout.connect(self._tick)
        self._lay_out(agency)
        self._connect()
        self._use_recovery(False)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("汉") * _WIDTH_IN_LETTERS)

    # -- laying out ------------------------------------------------------------------------

    def _lay_out(self, agency: str) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(28, 24, 28, 20)
        lines.setSpacing(12)
        name = label(self.tr("联席"), "title")
        lines.addWidget(name)
        what = self.tr("政府采购领域协同监管联络员工作台")
        lines.addWidget(label(what, "secondary", wraps=True))
        lines.addWidget(self.notice)
        card = Card(agency or self.tr("打开登记册"))
        place = label(self._shown_folder(), "secondary")
        place.setToolTip(str(self._folder))
        card.body.addWidget(place)
        card.body.addWidget(self.fields)
        card.body.addWidget(self.hint)
        card.body.addWidget(self.fault)
        self._add_field(self.tr("口令"), self.passphrase)
        self._add_field(self.tr("恢复密钥（9 组，每组 4 个字符）"), self.recovery)
        row = QHBoxLayout()
        row.addWidget(self.switch)
        row.addStretch(1)
        row.addWidget(self.unlock)
        card.body.addLayout(row)
        lines.addWidget(card)
        others = QHBoxLayout()
        others.addWidget(self.another)
        others.addStretch(1)
        others.addWidget(self.restore)
        others.addStretch(1)
        others.addWidget(self.new)
        lines.addLayout(others)
        lines.addStretch(1)

    def _add_field(self, text: str, field: QLineEdit) -> None:
        frame = QWidget()
        lines = QVBoxLayout(frame)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.setSpacing(4)
        caption = label(text)
        caption.setBuddy(field)
        field.setAccessibleName(text)
        lines.addWidget(caption)
        lines.addWidget(field)
        self.fields.addWidget(frame)

    def _shown_folder(self) -> str:
        home = Path.home()
        inside = self._folder.is_relative_to(home)
        text = f"~/{self._folder.relative_to(home)}" if inside else str(self._folder)
        room = self.fontMetrics().horizontalAdvance("汉") * (_WIDTH_IN_LETTERS - 8)
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room)

    def _connect(self) -> None:
        self.unlock.clicked.connect(self._try)
        self.passphrase.returnPressed.connect(self._try)
        self.recovery.returnPressed.connect(self._try)
        self.passphrase.caps_lock.connect(self._warn_of_capitals)
        self.switch.clicked.connect(lambda: self._use_recovery(not self._by_recovery))
        self.another.clicked.connect(self.other_asked)
        self.restore.clicked.connect(self.restore_asked)
        self.new.clicked.connect(self.new_asked)
        font = QFont(self.font())
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.recovery.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.recovery.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)

    def _use_recovery(self, used: bool) -> None:
        self._by_recovery = used
        self.fields.setCurrentIndex(int(used))
        self.switch.setText(self.tr("用口令打开") if used else self.tr("忘记口令？用恢复密钥打开"))
        self.hint.setText(
            self.tr("恢复密钥在建立登记册时抄写封存。打开后需要设置新口令。") if used else ""
        )
        self.hint.setVisible(used)
        self._say_fault("")
        self._field.setFocus()

    @property
    def _field(self) -> QLineEdit:
        return self.recovery if self._by_recovery else self.passphrase

    # -- opening ---------------------------------------------------------------------------

    def _try(self) -> None:
        secret = self._field.text()
        if self._wait or not self.unlock.isEnabled():
            return
        if not secret.strip():
            empty = self.tr("请输入恢复密钥。") if self._by_recovery else self.tr("请输入口令。")
            self._say_fault(empty)
            self._field.setFocus()
            return
        self._say_fault("")
        self.notice.clear()
        self._set_busy(True)
        answer = self._runner.run(
            Lane.ACTS, opening.open_register, self._folder, secret, self._clock
        )
        answer.for_(self).then(self._take).otherwise(self._refuse)

    def _take(self, opened: Opened) -> None:
        self.opened.emit(opened)

    def secret(self) -> str:
        """What opened the register; forgotten with the window."""
        return self._field.text()

    def _refuse(self, error: AppError) -> None:
        self._set_busy(False)
        match error:
            case WrongSecretError():
                self._refuse_secret(error)
            case RecoveryKeyFormError():
                said = problems.told(error)
                self._say_fault(f"{said.happened}{said.next_step}")
            case _:
                self.notice.refuse(error)
                self._fit()
        self._field.setFocus()
        self._field.selectAll()

    def _refuse_secret(self, error: WrongSecretError) -> None:
        self._wait = int(str(error.facts["wait_seconds"]))
        said = problems.told(error)
        if self._wait:
            self._say_fault(f"{said.happened}{said.unchanged}")
            self._countdown.start()
            self._tick(first=True)
        else:
            again = self.tr("请再输入一次；忘记口令时用恢复密钥打开。")
            self._say_fault(f"{said.happened}{said.unchanged}{again}")

    def _tick(self, *, first: bool = False) -> None:
        self._wait -= 0 if first else 1
        if self._wait > 0:
            self.unlock.setText(self.tr("请等 {seconds} 秒").format(seconds=self._wait))
            self.unlock.setEnabled(False)
        else:
            self._countdown.stop()
            self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self.unlock.setText(self.tr("正在打开…") if busy else self.tr("解锁"))
        others = (self.another, self.restore, self.new)
        for widget in (self.unlock, self.fields, self.switch, *others):
            widget.setEnabled(not busy)

    def _say_fault(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self._field.setAccessibleDescription(text)
        self._fit()

    def _warn_of_capitals(self, on: bool) -> None:
        self.hint.setText(self.tr("大写锁定（Caps Lock）已打开。") if on else "")
        self.hint.setVisible(on)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the content, once its labels know how wide they are."""
        QTimer.singleShot(0, self, self.adjustSize)

    # -- leaving ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
