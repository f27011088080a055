"""从备份恢复: four steps and their outcome, before any register is open."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.kernel.clock import Clock
from app.kernel.errors import AppError
from app.services import restoring
from app.services.restoring import Restored
from app.ui import theme
from app.ui.desk import Answer, Lane, Runner
from app.ui.restore.steps import CompareStep, FileStep, SecretStep
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, label
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.progress import ProgressLine
from app.ui.widgets.scroll import ClearScroll
from app.ui.widgets.steps import StepList

_FILE: Final = 0
_SECRET: Final = 1
_COMPARE: Final = 2
_DONE: Final = 3


class RestoreWindow(QWidget):
    """Leads to a restored register.

    Signals: ``restored`` (Path) when the person wants to open it; ``left`` to go back to where they
    came from; ``closed`` when they close the window.
    """

    restored = Signal(object)
    left = Signal()
    closed = Signal()

    def __init__(self, runner: Runner, folder: Path, clock: Clock) -> None:
        super().__init__()
        self._runner = runner
        self._clock = clock
        self._answer: Answer[Restored] | None = None
        self._done: Restored | None = None
        self.setWindowTitle(self.tr("从备份恢复"))
        self.file = FileStep(runner, folder)
        self.secret = SecretStep(runner)
        self.compare = CompareStep()
        self.outcome = label("", wraps=True)
        self.notice = NoticeBar()
        self.progress = ProgressLine()
        self._make()
        self.progress.cancel_asked.connect(self._stop)
        self.resize(980, 660)
        self.show_step(_FILE)

    # -- moving ----------------------------------------------------------------------------

    @property
    def step(self) -> int:
        return self.stack.currentIndex()

    def show_step(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self.list.set_current(number)
        self.back.setVisible(number in {_SECRET, _COMPARE})
        self.leave.setVisible(number == _FILE)
        self.forward.setText(self._verb(number))
        self.notice.clear()
        if number == _SECRET:
            self.secret.ask_about(self.file.path, self.file.place)
            self.secret.enter()
        if number == _COMPARE and self.secret.choice is not None:
            self.compare.show_choice(self.secret.choice)

    def _verb(self, number: int) -> str:
        match number:
            case number if number == _SECRET:
                return self.tr("核对")
            case number if number == _COMPARE:
                return self.tr("替换并恢复…") if self._replaces else self.tr("恢复")
            case number if number == _DONE:
                return self.tr("打开登记册")
            case _:
                return self.tr("下一步")

    @property
    def _replaces(self) -> bool:
        choice = self.secret.choice
        return choice is not None and choice.present is not None

    def go_on(self) -> None:
        match self.step:
            case number if number == _FILE:
                self.file.check(lambda: self.show_step(_SECRET))
            case number if number == _SECRET:
                self.secret.check(lambda: self.show_step(_COMPARE))
            case number if number == _COMPARE:
                self._confirm()
            case _:
                if self._done is not None:
                    self.restored.emit(self._done.folder)

    # -- the act ---------------------------------------------------------------------------

    def _confirm(self) -> None:
        if not self._replaces:
            self._restore()
            return
        dialogs.confirm(
            self,
            self.tr("用备份替换现有登记册？"),
            self.tr("现有的文件夹改名留在旁边，不删除；此后打开的是备份里的内容。"),
            self.tr("替换并恢复"),
            self._restore,
            danger=True,
        )

    def _restore(self) -> None:
        if self._answer is not None:
            return
        put = restoring.replace if self._replaces else restoring.restore_into
        self._set_busy(True)
        self.progress.begin(self.tr("正在恢复并逐个核对…"))
        self._answer = self._runner.run(
            Lane.ACTS, put, self.file.path, self.file.place, self.secret.secret, self._clock
        ).for_(self)
        self._answer.then(self._tell).otherwise(self._refuse).progress(self.progress.advance)
        self._answer.always(self._ended)

    def _tell(self, done: Restored) -> None:
        self._done = done
        census = done.facts.census
        said = self.tr(
            "{agency}的登记册已恢复到 {folder}，案件 {cases} 件，附件 {files} 个。"
        ).format(
            agency=census.agency,
            folder=done.folder,
            cases=census.cases,
            files=census.attachments,
        )
        if done.aside is not None:
            aside = self.tr("原来的登记册改名为 {name}，仍在旁边。").format(name=done.aside.name)
            said = f"{said}\n{aside}"
        after = self.tr(
            "接下来：\n1. 打开登记册（口令是制作备份时的）。\n"
            "2. 按窗口上方的“从各单位收回…”，开启新一代密钥。\n"
            "3. 与每个单位各交换一次：备份以后送出过的内容会从各单位收回。"
        )
        self.outcome.setText(f"{said}\n\n{after}")
        self.show_step(_DONE)

    def _refuse(self, error: AppError) -> None:
        self.notice.refuse(error)

    def _stop(self) -> None:
        if self._answer is not None:
            self._answer.cancel()

    def _ended(self) -> None:
        self._answer = None
        self.progress.end()
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.stack, self.back, self.forward):
            widget.setEnabled(not busy)

    # -- laying out ------------------------------------------------------------------------

    def _make(self) -> None:
        self.stack = QStackedWidget()
        for step in (self.file, self.secret, self.compare, self._make_outcome()):
            area = ClearScroll()
            area.show_content(step)
            self.stack.addWidget(area)
        titles = [step.title for step in (self.file, self.secret, self.compare)]
        self.list = StepList([*titles, self.tr("恢复")])
        self.leave = button(self.tr("返回"), "link")
        self.leave.clicked.connect(self.left)
        self.back = button(self.tr("上一步"))
        self.back.clicked.connect(lambda: self.show_step(self.step - 1))
        self.forward = button("", "primary")
        self.forward.clicked.connect(self.go_on)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._make_left())
        right = QVBoxLayout()
        right.setContentsMargins(28, 22, 20, 18)
        right.setSpacing(12)
        right.addWidget(self.notice)
        right.addWidget(self.stack, 1)
        right.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.forward)
        right.addLayout(buttons)
        across.addLayout(right, 1)

    def _make_left(self) -> QFrame:
        left = QFrame()
        theme.set_role(left, "navigation")
        lines = QVBoxLayout(left)
        lines.setContentsMargins(20, 22, 12, 18)
        lines.setSpacing(16)
        lines.addWidget(label(self.tr("从备份恢复"), "heading"))
        lines.addWidget(self.list, 1)
        return left

    def _make_outcome(self) -> QWidget:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(12)
        lines.addWidget(label(self.tr("已恢复"), "title"))
        lines.addWidget(self.outcome)
        lines.addStretch(1)
        return page

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)
        self.closed.emit()
