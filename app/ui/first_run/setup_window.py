"""A window that leads through steps to a new register and the writing down of its recovery key.

Nothing is written before the review, the last step that is filled in, is confirmed by its button.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.kernel.clock import Clock
from app.kernel.errors import AppError
from app.ui import theme
from app.ui.desk import Answer, Lane, Runner
from app.ui.first_run.recovery import RecoveryPanel
from app.ui.first_run.steps import ReviewStep, Step
from app.ui.opening import Opened
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, label
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.scroll import ClearScroll
from app.ui.widgets.steps import StepList


class SetupWindow(QWidget):
    """What 建立登记册 and 从其他单位收回 have in common; a subclass brings the steps and the act.

    Signals: ``opened`` (Opened) when the recovery key was written down; ``existing_asked`` to open
    a register that is there already; ``closed`` when the person leaves.
    """

    opened = Signal(object)
    existing_asked = Signal()
    closed = Signal()

    def __init__(self, runner: Runner, clock: Clock) -> None:
        super().__init__()
        self._runner = runner
        self._clock = clock
        self._made: Opened | None = None
        self.review = ReviewStep()
        self.recovery: RecoveryPanel | None = None
        self.steps: tuple[Step, ...] = ()
        self._links: list[QPushButton] = []
        self.review.change_asked.connect(self.show_step)

    def offer(self, text: str, does: Callable[[], object]) -> None:
        """Another way on from the first step; before ``lead_through``."""
        link = button(text, "link")
        link.clicked.connect(does)
        self._links.append(link)

    def lead_through(self, title: str, *steps: Step) -> None:
        """Show the first of *steps* under *title*; the review follows the last."""
        self.setWindowTitle(title)
        self.steps = (*steps, self.review)
        self._make()
        self.resize(980, 660)
        self.show_step(0)

    def make(self) -> Answer[Opened]:
        """Begin to make the register out of what the steps hold."""
        raise AssertionError(self)

    # -- moving ----------------------------------------------------------------------------

    @property
    def step(self) -> int:
        return self.stack.currentIndex()

    @property
    def _review(self) -> int:
        return len(self.steps) - 1

    @property
    def _last(self) -> int:
        return len(self.steps)

    def show_step(self, number: int) -> None:
        if number == self._review:
            shown: Mapping[int, Step] = dict(enumerate(self.steps[: self._review]))
            self.review.show_steps(shown)
        self.stack.setCurrentIndex(number)
        self.list.set_current(number)
        self.back.setVisible(0 < number <= self._review)
        self.existing.setVisible(number == 0)
        for link in self._links:
            link.setVisible(number == 0)
        self.forward.setText(self._verb(number))
        self.notice.clear()
        if number < len(self.steps):
            self.steps[number].enter()

    def _verb(self, number: int) -> str:
        if number == self._review:
            return self.tr("建立登记册")
        return self.tr("打开工作台") if number == self._last else self.tr("下一步")

    def go_on(self) -> None:
        """The button at the right: check this step, then the next or the act."""
        match self.step:
            case number if number == self._review:
                self._create()
            case number if number == self._last:
                if self.recovery is not None:
                    self.recovery.check(self._open)
            case number:
                self.steps[number].check(lambda: self.show_step(number + 1))

    # -- the act ---------------------------------------------------------------------------

    def _create(self) -> None:
        self._set_busy(True)
        self.notice.clear()
        self.make().for_(self).then(self._show_recovery).otherwise(self._refuse)

    def _refuse(self, error: AppError) -> None:
        self._set_busy(False)
        self.notice.refuse(error)

    def _show_recovery(self, made: Opened) -> None:
        self._set_busy(False)
        self._made = made
        self.recovery = RecoveryPanel(made.recovery_key, made.identity.agency, self._clock.now())
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(12)
        lines.addWidget(label(self.tr("恢复密钥"), "title"))
        lines.addWidget(
            label(
                self.tr(
                    "登记册已建立。忘记口令时，只有这把恢复密钥能打开它，现在只显示这一次。"
                    "请抄写或打印，装入信封密封，与电脑分开保管。"
                ),
                "secondary",
                wraps=True,
            )
        )
        lines.addWidget(self.recovery)
        lines.addStretch(1)
        self._add_page(page)
        self.show_step(self._last)

    def _open(self) -> None:
        made, self._made = self._made, None
        self.opened.emit(made)

    # -- laying out ------------------------------------------------------------------------

    def _make(self) -> None:
        self.notice = NoticeBar()
        self.stack = QStackedWidget()
        for step in self.steps:
            self._add_page(step)
        self.list = StepList([*(step.title for step in self.steps), self.tr("恢复密钥")])
        self.existing = button(self.tr("打开已有的登记册…"), "link")
        self.existing.clicked.connect(self.existing_asked)
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
        buttons = QHBoxLayout()
        for link in (self.existing, *self._links):
            buttons.addWidget(link)
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
        lines.addWidget(label(self.windowTitle(), "heading"))
        lines.addWidget(self.list, 1)
        return left

    def _add_page(self, page: QWidget) -> None:
        area = ClearScroll()
        area.show_content(page)
        self.stack.addWidget(area)

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.stack, self.back, self.forward):
            widget.setEnabled(not busy)
        self.forward.setText(self.tr("正在建立…") if busy else self._verb(self.step))

    # -- leaving ---------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._made is None:
            super().closeEvent(event)
            self.closed.emit()
            return
        event.ignore()
        dialogs.confirm(
            self,
            self.tr("恢复密钥还没有核对。"),
            self.tr(
                "登记册已经建立，可以用口令打开；但关闭以后看不到这把恢复密钥，"
                "只能以后在设置里换一把新的。"
            ),
            self.tr("仍然关闭"),
            self._leave,
            danger=True,
        )

    def _leave(self) -> None:
        made, self._made = self._made, None
        if made is not None:
            self._runner.run(Lane.ACTS, made.register.close).always(self.closed.emit)
