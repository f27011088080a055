"""编制销毁清册: which closed files shall go, for how long they had to be kept, and why."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from app import wording
from app.kernel import clock
from app.rules.retention import Term
from app.services import disposal
from app.services.changes import Changes
from app.services.disposal import Candidate, Wish
from app.ui.desk import Desk
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.choices import Choice
from app.ui.widgets.dates import DayEdit
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.table import Column, ShortTable, TableView

translate = QCoreApplication.translate

_ROWS_SHOWN: Final = 6
_CHARACTERS_SHOWN: Final = 58


class ProposeDialog(FormDialog):
    """Signals: ``proposed`` (uid of the list)."""

    proposed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("disposal", "编制销毁清册"), translate("disposal", "编制清册"), parent
        )
        self._desk = desk
        self.model: ShortTable[Candidate] = ShortTable(_columns(), self)
        self.table = TableView(self.model, self.tr("已结案的案件和外单位案件的副本"))
        self.term: Choice[Term] = Choice(wording.TERMS)
        self.day = DayEdit(clock.local_date(desk.clock.now()))
        self._fill()
        self.fit()
        desk.ask(disposal.candidates).for_(self).then(self._show)

    def submit(self) -> None:
        chosen = self.chosen()
        if not chosen:
            self.form.show_faults({"disposal_cases": self.tr("请先在表中选中要列入的案件")})
            return
        self.submit_button.setEnabled(False)
        answer = self._desk.act(disposal.propose, tuple(self._wish(row) for row in chosen))
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    def chosen(self) -> tuple[Candidate, ...]:
        numbers = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.rows[number] for number in numbers)

    # -- inside ----------------------------------------------------------------------------

    def _wish(self, row: Candidate) -> Wish:
        text = self.form.text_of
        alone = len(self.chosen()) == 1
        return Wish(
            case_uid=row.uid,
            title=text("disposal_title") if alone else row.name,
            term=self.term.word(),
            reason=text("disposal_reason"),
            closed_on=self._closed_on(row, alone=alone),
            early_basis=text("early_basis"),
        )

    def _closed_on(self, row: Candidate, *, alone: bool) -> date | None:
        """For a copy the day is the officer's to say; for several, the last act of each."""
        return self.day.day() if row.copy and alone else row.closed_on

    def _fill(self) -> None:
        self.say(
            self.tr(
                "销毁前须经鉴定、审批，由两名以上人员监销。这里只编制清册，不销毁任何内容。"
                "清册永久保留，题名里不宜写个人姓名。"
            )
        )
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setMinimumHeight(self.table.verticalHeader().defaultSectionSize() * _ROWS_SHOWN)
        wide = self.fontMetrics().horizontalAdvance("中") * _CHARACTERS_SHOWN
        self.table.setMinimumWidth(min(wide, self.screen().availableSize().width() - 260))
        self.table.empty.say(self.tr("没有已结案的案件，也没有外单位案件的副本。"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        form = self.form
        form.add("disposal_cases", self.tr("案件"), self.table)
        form.add("disposal_title", self.tr("清册题名"), QLineEdit())
        form.add("closed_on", self.tr("副本归档日期"), self.day)
        form.add("term", self.tr("保管期限"), self.term)
        form.add("disposal_reason", self.tr("销毁理由"), QLineEdit())
        form.add(
            "early_basis",
            self.tr("提前销毁依据"),
            QLineEdit(),
            hint=self.tr("保管期限没有届满时才填：应当删除的法律条文，或者档案部门的决定"),
        )
        self._show_chosen()

    def _show(self, rows: tuple[Candidate, ...]) -> None:
        self.model.set_rows(rows)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        one = chosen[0] if len(chosen) == 1 else None
        self.form.fields["disposal_title"].setEnabled(one is not None)
        self.form.set_shown("closed_on", one is not None and one.copy)
        if one is not None:
            self.form.restore({"disposal_title": one.name})
            self.day.set_day(one.closed_on or clock.local_date(self._desk.clock.now()))

    def _done(self, changes: Changes) -> None:
        self.proposed.emit(changes.uid)
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)


def _columns() -> list[Column[Candidate]]:
    return [
        Column(
            translate("disposal", "案号"),
            lambda row: row.number,
            sample=translate("disposal", "案登〔2026〕123号"),
        ),
        Column(
            translate("disposal", "名称"),
            lambda row: row.name,
            tip=lambda row: row.name,
            stretches=True,
        ),
        Column(
            translate("disposal", "责任者"),
            lambda row: row.owner,
            sample=translate("disposal", "示例市公安局"),
        ),
        Column(
            translate("disposal", "结案日期"),
            lambda row: row.closed_on.isoformat() if row.closed_on else "",
            sample="2026-09-16",
        ),
        Column(
            translate("disposal", "能否列入"),
            _state,
            tone=lambda row: Tone.WARN if row.fault else Tone.GOOD,
            tip=_state,
            sample=translate("disposal", "有往来事项还没有归档"),
        ),
    ]


def _state(row: Candidate) -> str:
    if row.fault is not None:
        return in_words(wording.DISPOSAL_FAULTS[row.fault])
    return translate("disposal", "副本") if row.copy else translate("disposal", "可以")
