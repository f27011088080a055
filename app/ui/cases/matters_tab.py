"""往来: the matters of a case with other agencies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.kernel.clock import Clock, local_date
from app.services import matters
from app.services.cases import CaseView
from app.services.matters import MatterRow
from app.ui.cases import columns
from app.ui.page import Page, PageId
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets import due
from app.ui.widgets.table import Column, ShortTable, TableView

translate = QCoreApplication.translate


class MattersTab(QWidget):
    """Enter or a double click leads to the matter."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.model: ShortTable[MatterRow] = ShortTable(_columns(page.desk.clock), self)
        self.table = TableView(self.model, self.tr("往来事项"))
        self.table.opened.connect(self._open)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.addWidget(self.table)

    def show_case(self, view: CaseView) -> None:
        self.table.empty.say(
            self.tr("对方还没有就此案移送本单位的事项。")
            if view.foreign
            else self.tr("此案还没有移送或其他往来。")
        )
        self._page.ask_latest("matters", matters.of_case, view.facts.uid).then(self.model.set_rows)

    def _open(self, row: MatterRow) -> None:
        self._page.go.emit(PageId.REFERRALS, row.uid)


def _columns(clock: Clock) -> list[Column[MatterRow]]:
    return [
        Column(
            translate("cases", "日期"),
            lambda row: local_date(row.opened_at).isoformat(),
            sample="2026-09-16",
        ),
        Column(
            translate("cases", "对方"),
            lambda row: row.counterpart,
            tip=lambda row: row.counterpart,
            stretches=True,
        ),
        Column(
            translate("cases", "状态"),
            lambda row: in_words(wording.STATES[row.state]),
            tone=lambda _: Tone.INFO,
            sample=columns.longest_state(),
        ),
        Column(
            translate("cases", "期限"),
            lambda row: due.words(row.due_at, clock.now()),
            tone=lambda row: due.tone(row.due_at, clock.now()),
            tip=lambda row: due.moment(row.due_at),
            sample=translate("cases", "逾期 12 日"),
        ),
    ]
