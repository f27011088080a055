"""时间线: what was done with a case, the newest first; nothing in it can be changed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.kernel import clock
from app.services import case_history
from app.services.case_history import HistoryLine, Source
from app.services.cases import CaseView
from app.ui.page import Page, PageId
from app.ui.problems import in_words
from app.ui.widgets.folding import FoldingTable
from app.ui.widgets.table import Column, ShortTable

translate = QCoreApplication.translate

_FOLDS: Final = (2,)
_LEAST: Final = 13
_STEPS: Final = {str(kind): text for kind, text in wording.STEPS.items()}


class HistoryTab(QWidget):
    """Enter on a step leads to its matter."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.model: ShortTable[HistoryLine] = ShortTable(_columns(), self)
        self.table = FoldingTable(self.model, self.tr("时间线"), _FOLDS, _LEAST)
        self.table.empty.say(self.tr("还没有记录。"))
        self.table.opened.connect(self._open)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.addWidget(self.table)

    def show_case(self, view: CaseView) -> None:
        uid = view.facts.uid
        self._page.ask_latest("history", case_history.lines, uid).then(self.model.set_rows)

    def _open(self, line: HistoryLine) -> None:
        if line.matter:
            self._page.go.emit(PageId.REFERRALS, line.matter)


def _columns() -> list[Column[HistoryLine]]:
    return [
        Column(
            translate("cases", "时间"),
            lambda line: f"{clock.local(line.at):%Y-%m-%d %H:%M}",
            sample="2026-09-16 12:00",
        ),
        Column(translate("cases", "事项"), _what, tip=_tip, stretches=True),
        Column(
            translate("cases", "经手"),
            lambda line: line.who,
            tip=lambda line: line.who,
            sample=translate("cases", "示例市公安局"),
        ),
    ]


def _tip(line: HistoryLine) -> str:
    return f"{_what(line)}\n{line.who}"


def _what(line: HistoryLine) -> str:
    if line.source is Source.STEP:
        number = str(line.facts.get("number") or "")
        return "　".join(filter(None, (in_words(_STEPS.get(line.what, line.what)), number)))
    told = in_words(wording.JOURNAL_ACTIONS.get(line.what, line.what))
    name = str(line.facts.get("name") or line.facts.get("to") or "")
    return translate("cases", "{act}：{name}").format(act=told, name=name) if name else told
