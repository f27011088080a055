"""从其他单位收回: the register of a lost computer is made anew from the agency's own card."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from app import wording
from app.kernel import clock as clocks
from app.kernel.clock import Clock
from app.kernel.errors import AppError
from app.ui import opening, problems
from app.ui.desk import Answer, Lane, Runner
from app.ui.first_run.setup_window import SetupWindow
from app.ui.first_run.steps import PassphraseStep, PlaceStep, Step
from app.ui.opening import Opened
from app.ui.problems import in_words
from app.ui.widgets.card import label
from app.ui.widgets.facts import pairs_of
from app.ui.widgets.file_field import FileField

if TYPE_CHECKING:
    from app.services.setup import RecoveryDraft
    from app.sync.card import Card

_MOST: Final = 9999


class CardStep(Step):
    """Our own card, as a member still has it, and who works with the register from now on."""

    def __init__(self, runner: Runner) -> None:
        super().__init__(
            self.tr("本单位身份卡"),
            self.tr(
                "电脑丢失、损坏又没有备份时用。向任一单位要一份本单位的身份卡文件（.lxcard），"
                "由它建立同一单位的新登记册，换新密钥；送出过的内容再从各单位收回，"
                "从没有送出过的收不回来。有备份的，请用“从备份恢复”。"
            ),
        )
        self._runner = runner
        self.card: Card | None = None
        self.file = FileField(self.tr("身份卡文件"), self.tr("身份卡 (*.lxcard)"))
        self.form.add("card", self.tr("身份卡文件"), self.file)
        self._told: QWidget = label("")
        self.incarnation = QSpinBox()
        self.incarnation.setRange(1, _MOST)
        self.form.add(
            "incarnation",
            self.tr("本单位密钥第几代"),
            self.incarnation,
            hint=self.tr("各单位“成员与密钥”里显示的本单位最大的一代；新登记册从下一代开始"),
        )
        self.user = QLineEdit()
        self.form.add("user", self.tr("联络员姓名"), self.user)
        self.form.add("post", self.tr("职务"), QLineEdit())
        self.lines.addWidget(self._told)
        self.lines.addStretch(1)
        self.file.line.textChanged.connect(self._look)

    def faults(self) -> Mapping[str, str]:
        if self.card is None:
            return {"card": self.tr("请选择本单位的身份卡文件")}
        return self._required("user")

    def summary(self) -> Iterator[tuple[str, str]]:
        if self.card is not None:
            yield self.tr("单位全称"), self.card.agency.name
            yield self.tr("新密钥"), self.tr("第 {n} 代").format(n=self.incarnation.value() + 1)
        yield self.tr("联络员"), self.form.text_of("user")

    def _look(self) -> None:
        self.card = None
        path = self.file.path()
        if path is None:
            self._show(label(""))
            return
        answer = self._runner.run(Lane.QUESTIONS, opening.read_card, path).for_(self)
        answer.then(self._take).otherwise(self._refuse)

    def _take(self, card: Card) -> None:
        self.card = card
        self.form.show_faults({})
        self.incarnation.setMinimum(card.incarnation)
        if not self.user.text():
            self.user.setText(card.agency.liaison)
        self._show(
            pairs_of(
                {
                    self.tr("单位全称"): card.agency.name,
                    self.tr("用途"): in_words(wording.PURPOSES[card.purpose]),
                    self.tr("密钥"): self.tr("第 {n} 代，{day} 签发").format(
                        n=card.incarnation, day=f"{clocks.local(card.issued):%Y-%m-%d}"
                    ),
                }
            )
        )

    def _refuse(self, error: AppError) -> None:
        self._show(label(""))
        said = problems.told(error)
        self.form.show_faults({"card": f"{said.happened}{said.next_step}"})

    def _show(self, told: QWidget) -> None:
        self.lines.replaceWidget(self._told, told)
        self._told.deleteLater()
        self._told = told


class RecoverWindow(SetupWindow):
    """Leads to the register made anew; ``left`` to go back to where the person came from."""

    left = Signal()

    def __init__(
        self,
        runner: Runner,
        folder: Path,
        clock: Clock,
        recover: Callable[[RecoveryDraft, Clock], Opened] = opening.recover_register,
    ) -> None:
        super().__init__(runner, clock)
        self._recover = recover
        self.card = CardStep(runner)
        self.place = PlaceStep(runner, folder)
        self.passphrase = PassphraseStep()
        self.offer(self.tr("返回"), self.left.emit)
        self.lead_through(self.tr("从其他单位收回"), self.card, self.place, self.passphrase)

    def draft(self) -> RecoveryDraft:
        from app.services import setup

        text = self.card.form.text_of
        return setup.RecoveryDraft(
            folder=self.place.path,
            card=self.card.file.path() or Path(),
            user_name=text("user"),
            user_post=text("post"),
            passphrase=self.passphrase.first.text(),
            incarnation=self.card.incarnation.value(),
        )

    def make(self) -> Answer[Opened]:
        return self._runner.run(Lane.ACTS, self._recover, self.draft(), self._clock)
