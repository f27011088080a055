"""案情: everything a case says, to be read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app import wording
from app.kernel import clock
from app.rules.particulars import ProjectFacts, ViolationFacts
from app.services.cases import CaseView
from app.ui.problems import in_words
from app.ui.widgets import money
from app.ui.widgets.facts import Sheet

translate = QCoreApplication.translate


class FactsTab(Sheet):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("cases", "案情"), parent)

    def show_case(self, view: CaseView) -> None:
        self.clear()
        self.add_pairs(_pairs(view))
        facts = view.facts
        self._section(self.tr("基本案情"), facts.facts)
        if facts.violations:
            self.add_heading(self.tr("涉嫌违法行为"))
            for row in facts.violations:
                self.add_text(_violation(row))
        if facts.project is not None:
            self.add_heading(self.tr("采购项目"))
            self.add_pairs(_project(facts.project))
        self._section(self.tr("已采取的措施"), facts.measures)
        self._section(self.tr("处理、处罚情况"), facts.penalties)
        self.verticalScrollBar().setValue(0)

    def _section(self, heading: str, text: str) -> None:
        if text.strip():
            self.add_heading(heading)
            self.add_text(text)


def _pairs(view: CaseView) -> dict[str, str]:
    facts = view.facts
    suspected = (
        translate("cases", "是，须考虑移送公安机关")
        if facts.crime_suspected
        else translate("cases", "否")
    )
    return {
        translate("cases", "线索来源"): facts.source,
        translate("cases", "发现日期"): facts.found_on.isoformat(),
        translate("cases", "涉案金额"): money.shown(facts.amount_fen),
        translate("cases", "涉嫌犯罪"): suspected,
        translate("cases", "承办人"): "　".join(filter(None, (facts.handler, facts.handler_phone))),
        translate("cases", "登记时间"): f"{clock.local(view.registered_at):%Y-%m-%d %H:%M}",
        translate("cases", "版本"): translate("cases", "第 {n} 版").format(n=view.version),
    }


def _project(project: ProjectFacts) -> dict[str, str]:
    opened = project.opened_on.isoformat() if project.opened_on else ""
    return {
        translate("cases", "项目名称"): project.name,
        translate("cases", "项目编号"): project.number,
        translate("cases", "类别、方式"): "，".join(
            (
                in_words(wording.PROJECT_KINDS[project.kind]),
                in_words(wording.METHODS[project.method]),
            )
        ),
        translate("cases", "采购人"): project.purchaser,
        translate("cases", "预算金额"): money.shown(project.budget_fen),
        translate("cases", "合同金额"): money.shown(project.contract_fen),
        translate("cases", "开标（评审）日期"): opened,
        translate("cases", "中标（成交）人"): project.winner,
    }


def _violation(row: ViolationFacts) -> str:
    return (
        f"{row.code}　{row.conduct}（{row.article}）"
        if row.article
        else f"{row.code}　{row.conduct}"
    )
