"""The fields of a case, in the order an officer tells it; contents out as a draft, faults named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.kernel.terms import ProcurementMethod, ProjectKind
from app.rules.particulars import CaseFacts, ProjectFacts
from app.services.cases import TEXT_LIMIT, CaseDraft
from app.ui.cases.parties_field import PartiesField
from app.ui.cases.violations_field import ViolationsField
from app.ui.page import Page
from app.ui.widgets.card import label
from app.ui.widgets.choices import Choice
from app.ui.widgets.dates import DayEdit, OptionalDay
from app.ui.widgets.form import Form
from app.ui.widgets.money import AmountField

translate = QCoreApplication.translate

LONG_TEXTS: Final = ("facts", "measures", "penalties")
_LINES: Final = {"facts": 12, "measures": 4, "penalties": 4}


class CaseFields(Form):
    """A draft keeps every field as it stands, valid or not, the lists as well."""

    def __init__(
        self, page: Page, subject: str, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.found_on = DayEdit(today)
        self.amount = AmountField()
        self.suspected = QCheckBox(self.tr("涉嫌犯罪，须考虑移送公安机关"))
        self.project_kind: Choice[ProjectKind] = Choice(wording.PROJECT_KINDS)
        self.project_method: Choice[ProcurementMethod] = Choice(wording.METHODS)
        self.budget, self.contract = AmountField(), AmountField()
        self.opened_on = OptionalDay(today)
        self.parties = PartiesField(page, subject)
        self.violations = ViolationsField(page)
        self.sections: list[tuple[QLabel, QWidget]] = []
        self._counts = {name: label("", "secondary") for name in LONG_TEXTS}
        self._units = {
            "amount_fen": self.amount,
            "project_budget_fen": self.budget,
            "project_contract_fen": self.contract,
        }
        self._add_case()
        self._add_project()
        self._add_people()
        self._add_story()
        self._add_handler()
        for signal in (self.parties.changed, self.violations.changed):
            signal.connect(self.changed)
        for field in self._units.values():
            field.changed.connect(self.changed)

    # -- in and out ------------------------------------------------------------------------

    def show_case(self, facts: CaseFacts) -> None:
        """Fill in what a case says; nothing counts as changed."""
        blocker = QSignalBlocker(self)
        for name in ("number", "name", "source", "handler", "handler_phone", *LONG_TEXTS):
            self.propose(name, getattr(facts, name))
        self.found_on.set_day(facts.found_on)
        self.amount.set_fen(facts.amount_fen)
        self.suspected.setChecked(facts.crime_suspected)
        self._show_project(facts.project)
        self.parties.set_parties(facts.parties)
        self.violations.set_violations(facts.violations)
        blocker.unblock()

    def texts(self) -> dict[str, str]:
        units = {
            f"{name}.unit": str(field.unit.currentData()) for name, field in self._units.items()
        }
        lists = {"parties": self.parties.text(), "violations": self.violations.text()}
        return {**super().texts(), **units, **lists}

    def restore(self, texts: Mapping[str, str]) -> None:
        super().restore(texts)
        blocker = QSignalBlocker(self)
        for name, field in self._units.items():
            index = field.unit.findData(texts.get(f"{name}.unit", ""))
            field.unit.setCurrentIndex(max(0, index))
        self.parties.set_text(texts.get("parties", ""))
        self.violations.set_text(texts.get("violations", ""))
        blocker.unblock()

    def faults(self) -> dict[str, str]:
        """What cannot be taken as it stands, in the order of the form."""
        needed = {
            "name": self.tr("请填写案件名称"),
            "source": self.tr("请填写线索来源"),
            "parties": self.tr("请至少添加一个当事人"),
            "facts": self.tr("请填写基本案情"),
        }
        empty = {name for name in ("name", "source", "facts") if not self.text_of(name)}
        if not self.parties.parties:
            empty.add("parties")
        faults = {name: text for name, text in needed.items() if name in empty}
        for name, field in self._units.items():
            if not _is_sum(field):
                faults[name] = self.tr(
                    "“{text}”不是金额，请只填数字，如 418 万元填 418 并选万元"
                ).format(text=field.line.text())
        for name in LONG_TEXTS:
            length = len(self.text_of(name))
            if length > TEXT_LIMIT:
                faults[name] = self.tr("有 {n} 个字，最多 {limit} 个").format(
                    n=length, limit=TEXT_LIMIT
                )
        return {name: faults[name] for name in self.fields if name in faults}

    def draft(self) -> CaseDraft:
        """What a use case takes; only where there are no ``faults``."""
        return CaseDraft(
            number=self.text_of("number"),
            name=self.text_of("name"),
            source=self.text_of("source"),
            found_on=self.found_on.day(),
            amount_fen=self.amount.fen(),
            facts=self.text_of("facts"),
            measures=self.text_of("measures"),
            penalties=self.text_of("penalties"),
            handler=self.text_of("handler"),
            handler_phone=self.text_of("handler_phone"),
            crime_suspected=self.suspected.isChecked(),
            project=self._project(),
            parties=self.parties.parties,
            violations=self.violations.violations,
        )

    def _project(self) -> ProjectFacts | None:
        """None where nothing of it was told."""
        texts = [
            self.text_of(f"project_{name}") for name in ("number", "name", "purchaser", "winner")
        ]
        if not any((*texts, self.budget.line.text(), self.contract.line.text())):
            return None
        number, name, purchaser, winner = texts
        return ProjectFacts(
            number=number,
            name=name,
            kind=self.project_kind.word(),
            method=self.project_method.word(),
            purchaser=purchaser,
            budget_fen=self.budget.fen(),
            contract_fen=self.contract.fen(),
            opened_on=self.opened_on.day(),
            winner=winner,
        )

    def _show_project(self, project: ProjectFacts | None) -> None:
        if project is None:
            return
        for name in ("number", "name", "purchaser", "winner"):
            self.propose(f"project_{name}", getattr(project, name))
        self.project_kind.set_word(project.kind)
        self.project_method.set_word(project.method)
        self.budget.set_fen(project.budget_fen)
        self.contract.set_fen(project.contract_fen)
        self.opened_on.set_day(project.opened_on)

    def propose(self, name: str, text: str) -> None:
        """Fill in *text*; that does not count as changed."""
        super().restore({name: text})

    # -- making ----------------------------------------------------------------------------

    def _add_case(self) -> None:
        name = QLineEdit()
        self._add_section(self.tr("案件"), name)
        self.add("name", self.tr("案件名称"), name, hint=self.tr("如：某某公司涉嫌串通投标案"))
        number = QLineEdit()
        number.setPlaceholderText(self.tr("留空则自动编号"))
        self.add("number", self.tr("案号"), _narrow(number))
        source = _source_box()
        self.add("source", self.tr("线索来源"), _narrow(source))
        self.add("found_on", self.tr("发现日期"), _narrow(self.found_on))
        self.add("amount_fen", self.tr("涉案金额"), self.amount, buddy=self.amount.line)
        hint = self.tr("勾选后，移送之前不能办结（国务院令第310号第三条、第十一条）")
        self.add("crime_suspected", self.tr("涉嫌犯罪"), self.suspected, hint=hint)

    def _add_project(self) -> None:
        name = QLineEdit()
        self._add_section(self.tr("采购项目"), name)
        self.add("project_name", self.tr("项目名称"), name)
        number = QLineEdit()
        self.add("project_number", self.tr("项目编号"), _narrow(number))
        kind, method = self.project_kind, self.project_method
        self.add("project_kind", self.tr("采购类别"), _narrow(kind))
        self.add("project_method", self.tr("采购方式"), _narrow(method))
        self.add("project_purchaser", self.tr("采购人"), QLineEdit())
        self.add("project_budget_fen", self.tr("预算金额"), self.budget, buddy=self.budget.line)
        self.add(
            "project_contract_fen", self.tr("合同金额"), self.contract, buddy=self.contract.line
        )
        day = self.opened_on
        self.add("project_opened_on", self.tr("开标（评审）日期"), day, buddy=day.edit)
        self.add("project_winner", self.tr("中标（成交）人"), QLineEdit())

    def _add_people(self) -> None:
        self._add_section(self.tr("当事人和违法行为"), self.parties.add_button)
        self.add("parties", self.tr("当事人"), self.parties, buddy=self.parties.table)
        chosen = self.violations
        self.add("violations", self.tr("涉嫌违法行为"), chosen, buddy=chosen.table)

    def _add_story(self) -> None:
        facts = QPlainTextEdit()
        self._add_section(self.tr("案情和处理"), facts)
        self._add_long("facts", self.tr("基本案情"), facts)
        self._add_long("measures", self.tr("已采取的措施"), QPlainTextEdit())
        self._add_long("penalties", self.tr("处理、处罚情况"), QPlainTextEdit())

    def _add_handler(self) -> None:
        handler, phone = QLineEdit(), QLineEdit()
        self._add_section(self.tr("承办"), handler)
        self.add("handler", self.tr("承办人"), _narrow(handler))
        self.add("handler_phone", self.tr("联系电话"), _narrow(phone))

    def _add_section(self, title: str, first: QWidget) -> None:
        self.sections.append((self.add_heading(title), first))

    def _add_long(self, name: str, text: str, field: QPlainTextEdit) -> None:
        field.setTabChangesFocus(True)
        field.setMinimumHeight(field.fontMetrics().lineSpacing() * _LINES[name] + 16)
        field.textChanged.connect(lambda: self._count(name, field))
        both = QWidget()
        lines = QVBoxLayout(both)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(field)
        lines.addWidget(self._counts[name], 0, Qt.AlignmentFlag.AlignRight)
        self.add(name, text, both, buddy=field)

    def _count(self, name: str, field: QPlainTextEdit) -> None:
        number = len(field.toPlainText())
        self._counts[name].setText(self.tr("{n} 字").format(n=f"{number:,}") if number else "")


def _is_sum(field: AmountField) -> bool:
    try:
        field.fen()
    except ValueError:
        return False
    return True


def _narrow(field: QWidget) -> QWidget:
    """*field* as wide as what goes into it, at the left."""
    field.setFixedWidth(field.fontMetrics().horizontalAdvance("中") * 16)
    return field


def _source_box() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    for text in (
        translate("cases", "监督检查"),
        translate("cases", "投诉举报"),
        translate("cases", "审计移交"),
        translate("cases", "其他单位移送"),
        translate("cases", "上级交办"),
        translate("cases", "媒体报道"),
        translate("cases", "主动报告"),
    ):
        box.addItem(text)
    box.setCurrentIndex(-1)
    return box
