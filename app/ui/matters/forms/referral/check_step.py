"""⑥核对: everything once more, with a way back to each step, before it goes to the head."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import wording
from app.rules.particulars import Having, Referral
from app.ui.matters.forms.referral.step import WizardStep
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.widgets import money
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.facts import Sheet, pairs_of
from app.ui.widgets.form import ErrorSummary


class CheckStep(WizardStep):
    """Signals: ``step_asked`` (number) to change something."""

    step_asked = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.summary = ErrorSummary()
        self.sheet = Sheet(self.tr("核对"))
        card = Card(self.tr("核对后提交审批"))
        card.note.setText(self.tr("提交后由负责人审批；批准之前都可以退回修改"))
        card.body.addWidget(self.sheet, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(self.summary)
        lines.addWidget(card, 1)

    def show_referral(self, facts: Referral, receiver: str, pages: int) -> None:
        self.sheet.clear()
        self._add(0, self.tr("案件"), self._case(facts))
        self._add(1, self.tr("涉嫌犯罪与移送理由"), self._reasons(facts))
        self._add(2, self.tr("去向与依据"), self._route(facts, receiver))
        self._add(3, self.tr("移送材料"), self._materials(facts))
        text = self.tr("共 {pages} 页，提交前请逐页看过").format(pages=pages)
        self._add(4, self.tr("文书"), {self.tr("预览"): text})

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """*faults* are named by the number of their step and the field: ``1.reasons``."""
        self.summary.show_faults({name: (text, None) for name, text in faults.items()})
        for name, link in zip(faults, self.summary.links, strict=True):
            number = int(name.partition(".")[0])
            link.clicked.connect(lambda _=False, at=number: self.step_asked.emit(at))

    # -- inside ----------------------------------------------------------------------------

    def _add(self, number: int, title: str, pairs: dict[str, str]) -> None:
        head = QWidget()
        across = QHBoxLayout(head)
        across.setContentsMargins(0, 4, 0, 0)
        across.addWidget(label(title, "strong"))
        change = button(self.tr("更改"), "link")
        change.setAccessibleName(self.tr("更改{title}").format(title=title))
        change.clicked.connect(lambda: self.step_asked.emit(number))
        across.addWidget(change)
        across.addStretch(1)
        self.sheet.add(head)
        self.sheet.add(pairs_of({name: text for name, text in pairs.items() if text}))

    def _case(self, facts: Referral) -> dict[str, str]:
        case = facts.case
        return {
            self.tr("案件"): f"{case.name}　{case.number}",
            self.tr("当事人"): "；".join(party.name for party in case.parties),
            self.tr("涉案金额"): money.shown(case.amount_fen),
        }

    def _reasons(self, facts: Referral) -> dict[str, str]:
        team = "、".join(f"{one.name}（{one.licence}）" for one in facts.team)
        return {
            self.tr("涉嫌罪名"): facts.offence,
            self.tr("刑法条文"): facts.offence_article,
            self.tr("立案追诉标准"): facts.standard_article,
            self.tr("移送理由"): facts.reasons,
            self.tr("专案组"): team,
        }

    def _route(self, facts: Referral, receiver: str) -> dict[str, str]:
        return {
            self.tr("移送至"): receiver,
            self.tr("不按建议移送的理由"): facts.receiver_reason,
            self.tr("移送依据"): "\n".join(facts.bases),
            self.tr("抄送"): facts.copy_to,
        }

    def _materials(self, facts: Referral) -> dict[str, str]:
        lines = []
        for each in facts.materials:
            state = in_words(wording.HAVINGS[each.having])
            reason = f"（{each.reason}）" if each.reason else ""
            lines.append(f"{each.title}：{state}{reason}")
        files = sum(bool(each.sha256) for each in facts.materials)
        waiting = sum(each.having is Having.FOLLOWS for each in facts.materials)
        return {
            self.tr("材料"): "\n".join(lines),
            self.tr("随包送出的文件"): self.tr("%n 个", "", files) if files else "",
            self.tr("待补"): self.tr("%n 项", "", waiting) if waiting else "",
            self.tr("涉案物品"): "；".join(f"{a.name} {a.quantity}" for a in facts.articles),
        }
