"""新建移送: six steps from the case to the head's desk; nothing is entered before the last."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.kernel import clock
from app.kernel.errors import AppError
from app.kernel.terms import AgencyRole
from app.rules.particulars import Referral
from app.services import drafts
from app.services.cases import CaseView
from app.services.matters import MatterView
from app.ui.drafts import DraftKeeper
from app.ui.matters.forms.referral.case_step import CaseStep
from app.ui.matters.forms.referral.check_step import CheckStep
from app.ui.matters.forms.referral.facts_step import FactsStep
from app.ui.matters.forms.referral.materials_step import MaterialsStep
from app.ui.matters.forms.referral.preview_step import PreviewStep
from app.ui.matters.forms.referral.route_step import RouteStep
from app.ui.matters.forms.referral.step import WizardStep
from app.ui.matters.forms.referral.step_buttons import StepButtons
from app.ui.matters.forms.referral.submission import Submission
from app.ui.page import Page, PageId
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, label

FORM: Final = f"{PageId.REFERRALS}.wizard"
OF_MATTER: Final = "matter:"
"""The subject of the draft of a matter that is revised; else it is the uid of the case."""

_VERSION: Final = 1
_LAST_FORM: Final = 3
"""The last step that is filled in; the ones after it show what came of that."""


class ReferralWizard(QWidget):
    """Signals: ``left`` when the person leaves it with its draft kept; ``opened`` (matter uid)
    when the referral is at the head's desk; ``case_asked`` (case uid) to change the case."""

    left = Signal()
    opened = Signal(str)
    case_asked = Signal(str)

    def __init__(self, page: Page, case_uid: str = "", matter: MatterView | None = None) -> None:
        super().__init__()
        self._page = page
        self._matter = matter
        self._leaving = False
        self._reached = 0
        self.case = CaseStep(page)
        self.facts = FactsStep(page)
        self.route = RouteStep(page)
        self.materials = MaterialsStep(page)
        self.preview = PreviewStep(page)
        self.check = CheckStep(page)
        self.steps: Final[tuple[WizardStep, ...]] = (
            self.case, self.facts, self.route, self.materials, self.preview, self.check,
        )  # fmt: skip
        self._named: Final[Mapping[str, WizardStep]] = {
            "case": self.case, "facts": self.facts, "route": self.route, "list": self.materials,
        }  # fmt: skip
        self.submission = Submission(page, matter, self)
        self.title = label(self.tr("新建移送"), "title")
        self.saved = label("", "secondary")
        self.stack = QStackedWidget()
        self.list = StepButtons(self._titles())
        self.drop = button(self.tr("放弃草稿"), "link")
        self.leave = button(self.tr("保存并退出"))
        self.back = button(self.tr("上一步"))
        self.next = button("", "primary")
        self._lay_out()
        self._subject = f"{OF_MATTER}{matter.uid}" if matter else case_uid
        self.drafts = DraftKeeper(
            page.desk, FORM, _VERSION, self._subject, self.texts, self.restore, self
        )
        self._connect()
        self._begin(case_uid)

    # -- going about -----------------------------------------------------------------------

    @property
    def current(self) -> int:
        return self.stack.currentIndex()

    def is_for(self, case_uid: str) -> bool:
        """Whether this is a new referral of that case, or of any where none is named."""
        chosen = self.case.case.facts.uid if self.case.case else ""
        return self._matter is None and case_uid in {"", chosen}

    def go(self, number: int) -> None:
        """Show the step *number*; it learns what the steps before told."""
        self._reached = max(self._reached, number)
        self._inform(number)
        self.steps[number].enter()
        self.stack.setCurrentIndex(number)
        self._show_state()

    def forward(self) -> None:
        """Check the step; go on, or submit at the end."""
        if self.current == len(self.steps) - 1:
            self.submit()
            return
        faults = self._faults_of(self.current)
        self.steps[self.current].show_faults(faults)
        if not faults:
            self.go(self.current + 1)
            self.drafts.touch()

    def backward(self) -> None:
        if self.current:
            self.go(self.current - 1)

    def look_again(self) -> None:
        """The case may have been changed meanwhile: take what it says now."""
        if self.case.case is not None:
            self.case.choose(self.case.case.facts.uid)

    def save(self) -> None:
        self.drafts.flush()

    def submit(self) -> None:
        faults = {
            f"{number}.{name}": text
            for number in range(len(self.steps) - 1)
            for name, text in self._faults_of(number).items()
        }
        self.check.show_faults(faults)
        facts, choice = self.referral(), self.route.choice()
        if faults or facts is None or choice is None or not self.next.isEnabled():
            return
        self.next.setEnabled(False)
        self.submission.start(facts, choice)

    # -- what was filled in ----------------------------------------------------------------

    def referral(self) -> Referral | None:
        """The particulars as they stand; None while there is no case or receiver."""
        case, choice = self.case.case, self.route.choice()
        if case is None or choice is None:
            return None
        text = self.facts.form.text_of
        penal = choice.receiver.role is AgencyRole.POLICE
        return Referral(
            case=case.facts,
            receiver_name=choice.receiver.name,
            copy_to=self.route.form.text_of("copy_to") if penal else "",
            offence=text("offence"),
            offence_article=text("offence_article"),
            standard_article=text("standard_article"),
            reasons=text("reasons"),
            bases=self.route.base_lines(),
            route=choice.route,
            receiver_reason="" if choice.route else self.route.form.text_of("receiver_reason"),
            economic_crime=self.facts.economic_crime.isChecked(),
            team=self.facts.team.team(),
            materials=self.materials.listed(),
            articles=self.materials.articles.rows,
        )

    def texts(self) -> dict[str, str]:
        said = {"at": str(self.current), "reached": str(self._reached)}
        for prefix, step in self._named.items():
            said |= {f"{prefix}.{name}": text for name, text in step.texts().items()}
        return said

    def restore(self, texts: Mapping[str, str]) -> None:
        for prefix, step in self._named.items():
            start = f"{prefix}."
            step.restore(
                {n.removeprefix(start): t for n, t in texts.items() if n.startswith(start)}
            )
        self._reached = min(int(texts.get("reached", "0")), _LAST_FORM)
        self.go(min(int(texts.get("at", "0")), _LAST_FORM))

    # -- inside ----------------------------------------------------------------------------

    def _begin(self, case_uid: str) -> None:
        """A draft first; without one the case that was given, or the matter as it stands."""
        if case_uid:
            self.case.choose(case_uid)
        if self._matter is not None:
            self._fill(self._matter.particulars, self._matter.counterpart_uid)
        for step in self.steps:
            step.enter()
        self.go(0)
        self.drafts.load()

    def _fill(self, facts: Referral, receiver: str) -> None:
        for step in self.steps:
            step.fill(facts, receiver)

    def _inform(self, number: int) -> None:
        view, choice = self.case.case, self.route.choice()
        if view is None:
            return
        step = self.steps[number]
        if step is self.route:
            named = bool(self.facts.form.text_of("offence"))
            self.route.know(view.facts, crime=named, rigging=self.facts.rigging)
        elif step is self.materials:
            self.materials.know(view.facts.uid)
        elif step in (self.preview, self.check) and (facts := self.referral()) and choice:
            if step is self.preview:
                self.preview.show_letter(facts, choice.receiver.uid, choice.receiver.role)
            else:
                pages = len(self.preview.paper.sheets)
                self.check.show_referral(facts, choice.receiver.name, pages)

    def _faults_of(self, number: int) -> dict[str, str]:
        step, choice = self.steps[number], self.route.choice()
        faults = step.faults()
        if step is self.facts and choice and choice.receiver.role is AgencyRole.POLICE:
            faults |= self.facts.penal_faults()
        return faults

    def _take_case(self, view: CaseView) -> None:
        word = self.tr("修改移送") if self._matter else self.tr("新建移送")
        self.title.setText(f"{word}　{view.facts.name}")
        self.facts.show_case(view.facts)
        self._show_state()

    def _show_state(self) -> None:
        last = self.current == len(self.steps) - 1
        complete = [not self._faults_of(number) for number in range(len(self.steps))]
        self.list.show_state(self.current, self._reached, complete)
        self.back.setEnabled(self.current > 0)
        self.next.setText(self.tr("提交审批") if last else self.tr("下一步"))

    def _order_tabs(self) -> None:
        """Tab goes as one reads: the steps, the fields, the buttons below."""
        for step in self.steps:
            if chain := step.tab_chain():
                for one, other in pairwise([self.list.buttons[-1], *chain, self.drop]):
                    QWidget.setTabOrder(one, other)

    def _touched(self, step: WizardStep) -> None:
        """Keep what a person changed; what loads in another step changes nothing of theirs."""
        if step is self.steps[self.current] and self.case.case is not None:
            self.drafts.touch()

    def _tell_saved(self, moment: datetime) -> None:
        at = f"{clock.local(moment):%H:%M}"
        self.saved.setText(self.tr("草稿已自动保存 {at}").format(at=at))
        if self._leaving:
            self.left.emit()

    def _leave(self) -> None:
        """Go once the draft is kept; a wizard nobody filled in leaves none."""
        if self.case.case is None:
            self._drop()
            return
        self._leaving = True
        self.drafts.flush()

    def _ask_drop(self) -> None:
        dialogs.confirm(
            self,
            self.tr("放弃这份移送草稿？"),
            self.tr("已填写的内容会删除，不能恢复；案件登记和证据不受影响。"),
            self.tr("放弃草稿"),
            self._drop,
            danger=True,
        )

    def _drop(self) -> None:
        self.drafts.discard()
        forgotten = self._page.act(drafts.discard_draft, FORM, self._subject).for_(self)
        forgotten.then(lambda _: self.left.emit())

    def _tell_restored(self, moment: datetime) -> None:
        at = f"{clock.local(moment):%m-%d %H:%M}"
        self.saved.setText(self.tr("已恢复 {at} 保存的草稿").format(at=at))

    def _submitted(self, uid: str) -> None:
        self.drafts.discard()
        self.opened.emit(uid)

    def _refused(self, error: AppError) -> None:
        self.next.setEnabled(True)
        self._page.refuse(error)

    def _ask_case(self) -> None:
        self.drafts.flush()
        if self.case.case is not None:
            self.case_asked.emit(self.case.case.facts.uid)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("选择案件"),
            self.tr("案情与当事人"),
            self.tr("去向与依据"),
            self.tr("材料清单"),
            self.tr("文书预览"),
            self.tr("核对并提交审批"),
        )

    def _connect(self) -> None:
        for step in self.steps:
            step.changed.connect(partial(self._touched, step))
            step.grown.connect(self._order_tabs)
        self.case.chosen.connect(self._take_case)
        self.facts.case_asked.connect(self._ask_case)
        self.check.step_asked.connect(self.go)
        self.list.asked.connect(self.go)
        self.leave.clicked.connect(self._leave)
        self.back.clicked.connect(self.backward)
        self.next.clicked.connect(self.forward)
        self.drafts.saved.connect(self._tell_saved)
        self.drafts.restored.connect(self._tell_restored)
        self.drop.clicked.connect(self._ask_drop)
        self.submission.done.connect(self._submitted)
        self.submission.refused.connect(self._refused)

    def _lay_out(self) -> None:
        for step in self.steps:
            self.stack.addWidget(step)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.saved)
        foot.addStretch(1)
        for widget in (self.drop, self.leave, self.back, self.next):
            foot.addWidget(widget)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        head: QLabel = self.title
        lines.addWidget(head)
        lines.addLayout(middle, 1)
        lines.addLayout(foot)
