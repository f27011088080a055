"""结案 and 恢复办理: what is asked before a case ends, and before it goes on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app import wording
from app.kernel import clock
from app.kernel.errors import AppError
from app.services import case_closing
from app.services.cases import CaseView
from app.services.changes import Changes
from app.ui.desk import Desk
from app.ui.widgets.choices import Choice
from app.ui.widgets.dates import DayEdit
from app.ui.widgets.form_dialog import FormDialog

translate = QCoreApplication.translate

_LINES_OF_REFUSAL: Final = 9


class CloseCaseDialog(FormDialog):
    """Signals: ``closed_case`` when it is done; a refusal stays in the form, in words."""

    closed_case = Signal()

    def __init__(self, desk: Desk, view: CaseView, parent: QWidget | None = None) -> None:
        super().__init__(translate("closing", "结案"), translate("closing", "登记结案"), parent)
        self._desk, self._uid = desk, view.facts.uid
        told = self.tr("{number} {name}：结案后不能再改，需要时可以恢复办理。")
        self.say(told.format(number=view.facts.number, name=view.facts.name))
        self.how = Choice(wording.CASE_OUTCOMES)
        self.day = DayEdit(clock.local_date(desk.clock.now()))
        self.form.add("how", self.tr("处理结果"), self.how)
        self.form.add("closed_on", self.tr("结案日期"), self.day)
        self.form.add(
            "closing_basis",
            self.tr("结案依据"),
            QLineEdit(),
            hint=self.tr("决定书文号，或者结案审批的日期和批准人"),
        )
        self.fit()

    def submit(self) -> None:
        self.submit_button.setEnabled(False)
        basis = self.form.text_of("closing_basis")
        answer = self._desk.act(
            case_closing.close_case, self._uid, self.how.word(), self.day.day(), basis
        )
        answer.for_(self).then(self._done).otherwise(self._refuse).always(self._free)

    def _refuse(self, error: AppError) -> None:
        self.form.refuse(error)
        # The refusal is long, and what was filled in shall stay in sight below it.
        summary = self.fontMetrics().lineSpacing() * _LINES_OF_REFUSAL
        self.resize(self.width(), max(self.height(), self.sizeHint().height() + summary))

    def _done(self, _changes: Changes) -> None:
        self.closed_case.emit()
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)


class ReopenCaseDialog(FormDialog):
    """Signals: ``reopened`` when it is done."""

    reopened = Signal()

    def __init__(self, desk: Desk, view: CaseView, parent: QWidget | None = None) -> None:
        super().__init__(translate("closing", "恢复办理"), translate("closing", "恢复办理"), parent)
        self._desk, self._uid = desk, view.facts.uid
        self.say(f"{view.facts.number} {view.facts.name}")
        self.form.add("reopen_reason", self.tr("理由"), QPlainTextEdit())
        self.fit()

    def submit(self) -> None:
        self.submit_button.setEnabled(False)
        reason = self.form.text_of("reopen_reason")
        answer = self._desk.act(case_closing.reopen_case, self._uid, reason)
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    def _done(self, _changes: Changes) -> None:
        self.reopened.emit()
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)
