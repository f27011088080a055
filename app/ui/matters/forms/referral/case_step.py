"""①选择案件: one of our own cases."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from app import wording
from app.kernel import clock
from app.rules.particulars import Referral
from app.rules.steps import State
from app.services import case_list, cases
from app.services.case_list import CaseQuery, CaseRow, CaseScope
from app.services.cases import CaseView
from app.ui.matters.forms.referral.step import WizardStep
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import Card
from app.ui.widgets.form import ErrorSummary
from app.ui.widgets.table import Column, LongTable, TableView

_DEBOUNCE_MS = 180


class CaseStep(WizardStep):
    """Signals: ``chosen`` (CaseView) when the facts of a case have come."""

    chosen = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.case: CaseView | None = None
        self._wanted = ""
        self._picked = False
        self.summary = ErrorSummary()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("按案号、名称、当事人、案情查找"))
        self.search.setAccessibleName(self.tr("查找案件"))
        self.search.setClearButtonEnabled(True)
        self.model: LongTable[CaseRow] = LongTable(self._columns(), self)
        self.table = TableView(self.model, self.tr("本单位案件"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_DEBOUNCE_MS)
        card = Card(self.tr("选择要移送的案件"))
        card.note.setText(self.tr("只列本单位登记的案件；对方送来的摘要要先据此登记本单位案件"))
        card.body.addWidget(self.search)
        card.body.addWidget(self.table, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(self.summary)
        lines.addWidget(card, 1)
        self._connect()

    def enter(self) -> None:
        self._ask()

    def fill(self, facts: Referral, receiver_uid: str) -> None:  # noqa: ARG002 - as every step
        """The case of a matter stays; only what it says is taken anew."""
        self.table.setEnabled(False)
        self.search.setEnabled(False)
        self.choose(facts.case.uid)

    def choose(self, uid: str) -> None:
        """Take the case *uid*; its facts are asked for anew."""
        self._wanted = uid
        self.page.ask_latest("case", cases.show_case, uid).for_(self).then(self._take)

    def texts(self) -> dict[str, str]:
        return {"case": self.case.facts.uid if self.case else self._wanted}

    def restore(self, texts: Mapping[str, str]) -> None:
        if uid := texts.get("case", ""):
            self.choose(uid)

    def faults(self) -> dict[str, str]:
        return {} if self.case else {"case": self.tr("请选择一个案件")}

    def show_faults(self, faults: Mapping[str, str]) -> None:
        self.summary.show_faults({name: (text, self.table) for name, text in faults.items()})

    # -- inside ----------------------------------------------------------------------------

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._ask)
        self.model.wanted.connect(self._fetch)
        self.table.chosen.connect(self._pick)
        self.table.opened.connect(self._pick)

    def _ask(self) -> None:
        query = CaseQuery(text=self.search.text().strip(), scope=CaseScope.OWN)
        answer = self.page.ask_latest("case ids", case_list.case_ids, query)
        answer.for_(self).then(self._show)

    def _show(self, ids: tuple[int, ...]) -> None:
        self.model.set_ids(ids)
        searched = bool(self.search.text().strip())
        self.table.empty.say(
            self.tr("没有符合条件的案件。")
            if searched
            else self.tr("还没有本单位案件，请先在“案件登记”中登记。")
        )
        if self.case is not None:
            answer = self.page.ask_latest("case id", case_list.case_id, self.case.facts.uid)
            answer.for_(self).then(self._mark)

    def _mark(self, case_id: int) -> None:
        if case_id in self.model.ids:
            self.table.select(self.model.ids.index(case_id))

    def _fetch(self, number: int, ids: tuple[int, ...]) -> None:
        answer = self.page.ask(case_list.case_rows, ids).for_(self)
        answer.then(lambda rows: self.model.give(number, ids, rows))

    def _pick(self, row: CaseRow | None) -> None:
        if row is not None and row.uid != self._wanted:
            self._picked = True
            self.choose(row.uid)

    def _take(self, view: CaseView) -> None:
        self.case = view
        self.show_faults({})
        self.chosen.emit(view)
        if self._picked:
            self._picked = False
            self.changed.emit()

    def _columns(self) -> tuple[Column[CaseRow], ...]:
        return (
            Column(self.tr("案号"), lambda row: row.number, sample="案登〔2026〕000号"),
            Column(self.tr("名称"), lambda row: row.name, stretches=True, tip=lambda r: r.name),
            Column(
                self.tr("涉嫌犯罪"),
                lambda row: self.tr("涉嫌犯罪") if row.crime_suspected else "—",
                tone=lambda row: Tone.WARN if row.crime_suspected else None,
            ),
            Column(self.tr("已有移送"), _matter_state, sample=self.tr("已建议立案监督")),
            Column(self.tr("承办人"), lambda row: row.handler, sample=self.tr("某某某")),
            Column(
                self.tr("登记日期"),
                lambda row: clock.local_date(row.registered_at).isoformat(),
                sample="2026-00-00",
            ),
        )


def _matter_state(row: CaseRow) -> str:
    return in_words(wording.STATES[State(row.matter_state)]) if row.matter_state else "—"
