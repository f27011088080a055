"""The one form that records any step, built from the fields its procedure asks.

It is for every act of the ladder, also those that have no screen of their own, and for papers of
the other side (据来文).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from app import wording
from app.kernel import clock
from app.kernel.canon import Plain
from app.kernel.errors import AppError
from app.kernel.terms import Carrier, Post
from app.rules.procedures import PROCEDURES
from app.rules.steps import FieldKind, FieldSpec, StepKind, StepRule
from app.services import matters
from app.services.admission import StepDraft
from app.services.changes import Changes
from app.services.matters import MatterView
from app.ui.drafts import DraftKeeper
from app.ui.matters import told
from app.ui.page import Page, PageId
from app.ui.widgets.choices import Choice
from app.ui.widgets.dates import OptionalDay
from app.ui.widgets.file_field import FileField
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.moments import MomentEdit, OptionalMoment
from app.ui.widgets.undrawn import CharacterWatch

FORM: Final = f"{PageId.REFERRALS}.step"
_VERSION: Final = 1
_SCAN: Final = "scan"


class StepForm(FormDialog):
    """Records one step of *matter*; ``record`` has happened when it closes by itself.

    What is typed is kept as a draft of this matter and kind until it is recorded.
    """

    def __init__(
        self,
        page: Page,
        matter: MatterView,
        kind: StepKind,
        preset: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(told.step(kind), told.verb(kind), page)
        CharacterWatch(page.desk, self.form)
        self._page = page
        self._matter = matter
        self._rule: StepRule = PROCEDURES[matter.kind].rules[kind].for_side(matter.our_side)
        self._readers: dict[str, Callable[[], Plain]] = {}
        self._relayed = not self._rule.own_act_of(matter.our_side)
        self.say(self._explain())
        now = page.desk.clock.now()
        self.occurred_at = MomentEdit(now)
        self.carrier = Choice(self._carriers())
        self.scan = FileField(told.field(_SCAN))
        self._add_common()
        for spec in self._rule.fields:
            if spec.kind is not FieldKind.LETTER:
                self._add(spec, now)
        self._link_post()
        self._hide_known()
        self.form.restore(preset)
        self.drafts = DraftKeeper(
            page.desk,
            f"{FORM}.{kind}",
            _VERSION,
            matter.uid,
            self.form.texts,
            self.form.restore,
            self,
        )
        self.form.changed.connect(self.drafts.touch)
        self.drafts.load()
        self.fit()

    def submit(self) -> None:
        if not self.submit_button.isEnabled():
            return
        if faults := self._faults():
            self.form.show_faults(faults)
            return
        self.submit_button.setEnabled(False)
        draft = StepDraft(
            kind=self._rule.kind,
            occurred_at=self.occurred_at.moment(),
            carrier=self.carrier.word(),
            fields=self._fields(),
            file=self.scan.path(),
        )
        answer = self._page.act(matters.record_step, self._matter.uid, draft).for_(self)
        answer.then(self._recorded).otherwise(self._refused)

    # -- inside ----------------------------------------------------------------------------

    def _recorded(self, _changes: Changes) -> None:
        self.drafts.discard()
        self.accept()

    def _refused(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.form.refuse(error)

    def _explain(self) -> str:
        if self._relayed:
            who = told.party(self._rule.actor, self._matter)
            return self.tr("据来文登记：这是{who}的行为，请按来文上的内容和时间填写。").format(
                who=who
            )
        if self._rule.internal:
            return self.tr("本单位内部环节，不随交换包送出。")
        return self.tr("登记后会放进下一个交换包。时间以纸质文书上的为准，精确到分。")

    def _carriers(self) -> Mapping[Carrier, str]:
        """A paper of the other side reached us on paper or through the office system."""
        words = dict(wording.CARRIERS)
        if self._relayed:
            del words[Carrier.PROGRAM]
        return words

    def _add_common(self) -> None:
        word = told.step(self._rule.kind)
        caption = self.tr("“{step}”的时间").format(step=word)
        self.form.add("occurred_at", caption, self.occurred_at)
        self.form.add("carrier", self.tr("办理载体"), self.carrier)

    def _add(self, spec: FieldSpec, now: datetime) -> None:
        caption = told.field(spec.name)
        if spec.name == "post_basis":
            caption = self.tr("{label}（主持工作的负责人审批时填写）").format(label=caption)
        elif spec.name == "report_received_at":
            caption = self.tr("{label}（已登记“负责人接到报告”的可不填）").format(label=caption)
        elif not spec.required:
            caption = self.tr("{label}（选填）").format(label=caption)
        field, target, reader = self._widget(spec, now)
        self.form.add(spec.name, caption, field, buddy=target)
        if reader is not None:
            self._readers[spec.name] = reader

    def _widget(
        self, spec: FieldSpec, now: datetime
    ) -> tuple[QWidget, QWidget | None, Callable[[], Plain] | None]:
        """The field, what in it takes the focus, and what it says; a file is read elsewhere."""
        match spec.kind:
            case FieldKind.LONG_TEXT:
                long = QPlainTextEdit()
                long.setTabChangesFocus(True)
                long.setFixedHeight(self.fontMetrics().height() * 4 + 16)
                return long, None, lambda: long.toPlainText().strip()
            case FieldKind.DATE:
                day = OptionalDay(clock.local_date(now))
                return day, day.edit, lambda: _iso(day)
            case FieldKind.MOMENT:
                moment = OptionalMoment(now)
                return moment, moment.edit, lambda: _moment(moment)
            case FieldKind.NUMBER:
                number = QSpinBox()
                number.setRange(0, 999_999)
                return number, None, number.value
            case FieldKind.CHOICE | FieldKind.STEP:
                box = self._choices(spec)
                return box, None, box.currentData
            case FieldKind.FILE:
                return self.scan, self.scan.line, None
            case _:
                line = QLineEdit()
                return line, None, lambda: line.text().strip()

    def _choices(self, spec: FieldSpec) -> QComboBox:
        box = QComboBox()
        if not spec.required:
            box.addItem(self.tr("不填"), "")
        elif spec.kind is FieldKind.STEP or len(spec.choices) > 1:
            box.addItem(self.tr("请选择"), "")
        if spec.kind is FieldKind.STEP:
            for step in reversed(self._matter.steps):
                if not step.internal:
                    box.addItem(told.step_line(step), step.uid)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(24)
        for word in spec.choices:
            box.addItem(told.choice(word), word)
        return box

    def _link_post(self) -> None:
        """主持工作 needs its basis; 正职 has none to give (310号令第五条第二款)."""
        if not {"post", "post_basis"} <= set(self.form.fields):
            return
        post = self.form.fields["post"]
        if isinstance(post, QComboBox):
            post.currentIndexChanged.connect(self._show_basis)
            self._show_basis()

    def _hide_known(self) -> None:
        """When the head received the report is on record already, and starts the three days."""
        reported = any(each.kind is StepKind.REPORT_RECEIVED for each in self._matter.steps)
        if "report_received_at" in self.form.fields and reported:
            self.form.set_shown("report_received_at", shown=False)

    def _show_basis(self) -> None:
        acting = self.form.text_of("post") == Post.ACTING_HEAD
        self.form.set_shown("post_basis", acting)

    def _faults(self) -> dict[str, str]:
        faults = {}
        if self.occurred_at.moment() > self._page.desk.clock.now():
            faults["occurred_at"] = self.tr("时间晚于现在，请核对")
        fields = self._fields()
        for spec in self._rule.fields:
            if spec.required and not fields.get(spec.name):
                faults[spec.name] = self.tr("请填写“{label}”").format(label=told.field(spec.name))
        if fields.get("post") == Post.ACTING_HEAD and not fields.get("post_basis"):
            faults["post_basis"] = self.tr("主持工作的负责人审批，请写明主持工作的依据")
        return faults

    def _fields(self) -> dict[str, Plain]:
        said = {name: read() for name, read in self._readers.items()}
        return {name: value for name, value in said.items() if value not in ("", None)}


def _iso(day: OptionalDay) -> str:
    chosen = day.day()
    return chosen.isoformat() if chosen else ""


def _moment(field: OptionalMoment) -> str:
    chosen = field.moment()
    return clock.to_text(chosen) if chosen else ""
