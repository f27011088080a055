"""当事人: who a case names; identifiers are masked until somebody asks, and that is recorded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.kernel.terms import PartyKind
from app.rules import identifiers
from app.rules.particulars import PartyFacts
from app.services import cases
from app.services.cases import CaseView
from app.ui import theme
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import button, label
from app.ui.widgets.chip import Chip
from app.ui.widgets.facts import Sheet, pairs_of


class PartiesTab(Sheet):
    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("cases", "当事人"), parent)
        self._page = page
        self.parties: list[PartyBlock] = []

    def show_case(self, view: CaseView) -> None:
        self.clear()
        self.parties = []
        for facts in view.facts.parties:
            block = PartyBlock(facts, self._revealer(view.facts.uid, facts.uid))
            self.parties.append(block)
            self.add(block)
        if not self.parties:
            self.add_text(self.tr("没有登记当事人。"), "secondary")

    def _revealer(self, case_uid: str, party_uid: str) -> Callable[[Callable[[str], None]], None]:
        def reveal(then: Callable[[str], None]) -> None:
            self._page.act(cases.reveal_identifier, case_uid, party_uid).then(then)

        return reveal


class PartyBlock(QFrame):
    """One party; 显示 asks for the whole identifier."""

    def __init__(self, facts: PartyFacts, reveal: Callable[[Callable[[str], None]], None]) -> None:
        super().__init__()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 2, 0, 6)
        lines.setSpacing(6)
        lines.addLayout(self._make_name(facts))
        self.identifier = QLabel()
        self.show_button: QPushButton | None = None
        if facts.identifier:
            lines.addLayout(self._make_identifier(facts, reveal))
        told = {name: value for name, value in self._pairs(facts).items() if value}
        if told:
            lines.addWidget(pairs_of(told))
        if facts.override_reason:
            reason = self.tr("号码校验不通过，保留理由：{reason}").format(
                reason=facts.override_reason
            )
            lines.addWidget(label(reason, "fault", wraps=True))
        line = QFrame()
        line.setFixedHeight(1)
        theme.set_role(line, "line")
        lines.addWidget(line)

    def _make_name(self, facts: PartyFacts) -> QHBoxLayout:
        across = QHBoxLayout()
        across.addWidget(label(facts.name, "heading", wraps=True), 1)
        role = Chip(in_words(wording.PARTY_ROLES[facts.role]), Tone.INFO)
        across.addWidget(role, 0, Qt.AlignmentFlag.AlignTop)
        return across

    def _make_identifier(
        self, facts: PartyFacts, reveal: Callable[[Callable[[str], None]], None]
    ) -> QHBoxLayout:
        self.identifier = label(identifiers.masked(facts.identifier))
        self.identifier.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_button = button(self.tr("显示"), "link")
        self.show_button.setAccessibleName(self.tr("显示{name}的号码").format(name=facts.name))
        self.show_button.setToolTip(self.tr("查看完整号码会记入审计日志"))
        self.show_button.clicked.connect(lambda: reveal(self.show_identifier))
        across = QHBoxLayout()
        across.addWidget(label(self._kind_of_number(facts.kind), "secondary"))
        across.addWidget(self.identifier)
        across.addWidget(self.show_button)
        across.addStretch(1)
        return across

    def show_identifier(self, whole: str) -> None:
        self.identifier.setText(whole)
        if self.show_button is not None:
            self.show_button.hide()

    def _kind_of_number(self, kind: PartyKind) -> str:
        if kind is PartyKind.PERSON:
            return self.tr("居民身份证号码")
        return self.tr("统一社会信用代码")

    def _pairs(self, facts: PartyFacts) -> dict[str, str]:
        return {
            self.tr("法定代表人"): facts.representative,
            self.tr("住所、地址"): facts.address,
            self.tr("联系电话"): facts.phone,
        }
