"""②案情与当事人: what the case says, the suspected offence, the reasons, and who was appointed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)

from app import wording
from app.rules.packs import Offence, OffencePack, Standard
from app.rules.particulars import CaseFacts, Referral
from app.services import packs
from app.ui.matters.forms.referral.step import WizardStep
from app.ui.matters.forms.referral.team_field import TeamField
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.widgets import money
from app.ui.widgets.card import Card, button, flow, label
from app.ui.widgets.facts import pairs_of
from app.ui.widgets.form import Form
from app.ui.widgets.form_scroll import FormScroll
from app.ui.widgets.undrawn import CharacterWatch


class FactsStep(WizardStep):
    """Signals: ``case_asked`` when the person wants to change the case itself."""

    case_asked = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.case: CaseFacts | None = None
        self._offences: dict[str, Offence] = {}
        self._told: dict[str, str] = {}
        self.case_card = Card(self.tr("案件内容（取自案件登记）"))
        self.change = button(self.tr("到案件登记中修改"), "link")
        self.change.clicked.connect(self.case_asked)
        self.offence = QComboBox()
        self.offence.setEditable(True)
        self.offence.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.offence_article = QLineEdit()
        self.standard_article = QLineEdit()
        self.economic_crime = QCheckBox(self.tr("属于公安机关管辖的经济犯罪案件"))
        self.aid = label("", "secondary", wraps=True)
        self.reasons = QPlainTextEdit()
        self.team = TeamField()
        self.form = Form()
        self._add_fields()
        self._lay_out()
        self.form.changed.connect(self.changed)
        self.team.changed.connect(self.changed)
        watch = CharacterWatch(page.desk, self.form, lambda: {"team": self.team.text()})
        self.team.changed.connect(watch.touch)
        self.offence.currentTextChanged.connect(self._choose)

    def enter(self) -> None:
        if not self._offences:
            self.page.ask(packs.offences).for_(self).then(self._take_offences)

    def fill(self, facts: Referral, receiver_uid: str) -> None:  # noqa: ARG002 - as every step
        self.form.restore(
            {
                "offence": facts.offence,
                "offence_article": facts.offence_article,
                "standard_article": facts.standard_article,
                "economic_crime": "1" if facts.economic_crime else "",
                "reasons": facts.reasons,
            }
        )
        self.team.set_team(facts.team)

    def show_case(self, facts: CaseFacts) -> None:
        self.case = facts
        while (old := self.case_card.body.takeAt(0)) is not None:
            if (widget := old.widget()) is not None and widget is not self.change:
                widget.deleteLater()
        told = {name: text for name, text in self._pairs(facts).items() if text}
        pairs = pairs_of(told)
        for words in pairs.findChildren(QLabel):
            flow(words)
        self.case_card.body.addWidget(pairs)
        self.case_card.body.addWidget(self.change)
        self._choose(self.offence.currentText())

    def texts(self) -> dict[str, str]:
        return {**self.form.texts(), "team": self.team.text()}

    def restore(self, texts: Mapping[str, str]) -> None:
        self.team.set_text(texts.get("team", ""))
        self.form.restore({name: text for name, text in texts.items() if name != "team"})

    def faults(self) -> dict[str, str]:
        return {} if self.form.text_of("reasons") else {"reasons": self.tr("请填写移送理由")}

    def penal_faults(self) -> dict[str, str]:
        """What a referral to the police needs beside (国务院令第310号第五条、第六条)."""
        wanted = {
            "offence": self.tr("移送公安机关的，请填写涉嫌罪名"),
            "offence_article": self.tr("移送公安机关的，请填写刑法条文"),
        }
        faults = {name: text for name, text in wanted.items() if not self.form.text_of(name)}
        if not self.team.complete():
            faults["team"] = self.tr("专案组至少两人，姓名和执法证号都要填写")
        return faults

    @property
    def rigging(self) -> bool:
        """Whether the offence is one of tenders only (串通投标罪)."""
        offence = self._offences.get(self.offence.currentText())
        return offence is not None and offence.tender_only

    def show_faults(self, faults: Mapping[str, str]) -> None:
        self.form.show_faults(faults)

    # -- inside ----------------------------------------------------------------------------

    def _take_offences(self, pack: OffencePack) -> None:
        self._offences = {row.name: row for row in pack.offences}
        kept = self.offence.currentText()
        self.offence.blockSignals(True)
        self.offence.addItems(list(self._offences))
        self.offence.setCurrentText(kept)
        self.offence.blockSignals(False)
        self._choose(kept)

    def _choose(self, name: str) -> None:
        """Fill in what the pack says of the offence, unless the person wrote something else."""
        offence = self._offences.get(name)
        standard = self._standard(offence) if offence else None
        if offence is not None:
            self._propose(self.offence_article, "offence_article", offence.article)
            article = standard.article if standard else ""
            self._propose(self.standard_article, "standard_article", article)
            self.economic_crime.setChecked(offence.economic_crime)
        self.aid.setText(self._aid(offence, standard) if offence else "")

    def _propose(self, field: QLineEdit, name: str, text: str) -> None:
        if field.text() in ("", self._told.get(name, "")):
            field.setText(text)
        self._told[name] = text

    def _standard(self, offence: Offence) -> Standard | None:
        """The standard in force on the day the case was found."""
        day = self.case.found_on if self.case else None
        fitting = (each for each in offence.standards if day is None or _in_force(each, day))
        return next(fitting, None)

    def _aid(self, offence: Offence, standard: Standard | None) -> str:
        lines = [self.tr("对照（仅供参考，是否构成犯罪由公安机关、司法机关认定）：")]
        if standard is not None:
            for one in standard.thresholds:
                measure = in_words(wording.MEASURES.get(one.measure, one.measure))
                lines.append(
                    self.tr("· {measure} {sum} 以上").format(
                        measure=measure, sum=money.shown(one.least)
                    )
                )
            lines += [self.tr("· {text}").format(text=text) for text in standard.other]
            lines.append(standard.article)
        if self.case is not None and self.case.amount_fen:
            text = self.tr("本案登记的涉案金额：{sum}")
            lines.append(text.format(sum=money.shown(self.case.amount_fen)))
        if offence.note:
            lines.append(offence.note)
        if standard is not None and standard.note:
            lines.append(self.tr("说明：{note}").format(note=standard.note))
        return "\n".join(lines)

    def _pairs(self, facts: CaseFacts) -> dict[str, str]:
        parties = "；".join(
            f"{one.name}（{in_words(wording.PARTY_ROLES[one.role])}）" for one in facts.parties
        )
        shown = facts.facts if len(facts.facts) <= 160 else facts.facts[:160] + "……"
        return {
            self.tr("案件"): f"{facts.name}　{facts.number}",
            self.tr("来源"): facts.source,
            self.tr("当事人"): parties,
            self.tr("涉案金额"): money.shown(facts.amount_fen),
            self.tr("案情"): shown,
            self.tr("已采取的措施"): facts.measures,
            self.tr("已作出的处罚"): facts.penalties,
            self.tr("主办人"): f"{facts.handler}　{facts.handler_phone}".strip(),
        }

    def _add_fields(self) -> None:
        self.reasons.setTabChangesFocus(True)
        self.reasons.setFixedHeight(self.fontMetrics().height() * 6 + 16)
        add = self.form.add
        self.form.add_wide(self.case_card)
        self.form.add_heading(self.tr("涉嫌犯罪与移送理由"))
        hint = self.tr("可以从列表选择，也可以直接填写；移送公安机关的必填")
        add("offence", self.tr("涉嫌罪名"), self.offence, hint=hint)
        add("offence_article", self.tr("刑法条文"), self.offence_article)
        add("standard_article", self.tr("立案追诉标准"), self.standard_article)
        self.form.add_wide(self.aid)
        add("economic_crime", self.tr("经济犯罪"), self.economic_crime)
        add("reasons", self.tr("移送理由"), self.reasons)
        hint = self.tr("国务院令第310号第五条：指定两名以上行政执法人员组成专案组")
        add("team", self.tr("专案组"), self.team, hint=hint, buddy=self.team.rows[0][0])

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(FormScroll(self.form), 1)


def _in_force(standard: Standard, day: date) -> bool:
    ended = standard.effective_to
    return standard.effective_from <= day and (ended is None or day <= ended)
