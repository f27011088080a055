"""Why a number has no letter, and that a letter came to nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QSpinBox

from app.kernel.errors import AppError
from app.rules.numbering import Reason
from app.services import number_gaps
from app.services.number_gaps import Explanation
from app.services.numbers import Gap
from app.services.outgoing import OutgoingRow
from app.ui.page import Page
from app.ui.widgets.card import label
from app.ui.widgets.choices import Choice
from app.ui.widgets.form_dialog import FormDialog
from app.wording.letter_book import REASONS

translate = QCoreApplication.translate


class ExplainForm(FormDialog):
    """The numbers of a gap, or a part of them, and why this register has no letter of theirs."""

    def __init__(self, page: Page, row: OutgoingRow) -> None:
        super().__init__(translate("letters", "说明空号"), translate("letters", "登记说明"), page)
        self._page = page
        self._row = row
        self.say(
            self.tr(
                "{numbers} 没有对应的文书。请核对办公室的发文登记后说明原因；"
                "说明后这些号不再使用，原因印在发文登记簿上。"
            ).format(numbers=row.number)
        )
        self.first, self.last = _serial(row, row.first), _serial(row, row.last)
        self.reason = Choice(REASONS)
        self.words = QLineEdit(row.note)
        self.form.add("first", self.tr("自"), self.first)
        self.form.add("last", self.tr("至"), self.last)
        self.form.add("reason", self.tr("原因"), self.reason)
        hint = self.tr("如：办公室用于其他发文。选“外部编号”的可以不填")
        self.form.add("note", self.tr("说明"), self.words, hint=hint)
        if row.reason is not None:
            self.reason.set_word(row.reason)
        if row.first == row.last:
            self.form.set_shown("first", shown=False)
            self.form.set_shown("last", shown=False)
        self.fit()

    def submit(self) -> None:
        if not self.submit_button.isEnabled():
            return
        self.submit_button.setEnabled(False)
        gap = Gap(self._row.series, self._row.year, self.first.value(), self.last.value())
        said = Explanation(gap, self.reason.word(), self.words.text())
        answer = self._page.act(number_gaps.explain, said).for_(self)
        answer.then(lambda _: self.accept()).otherwise(self._refused)

    def _refused(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.form.refuse(error)


class VoidForm(FormDialog):
    """That the letter of a number came to nothing."""

    def __init__(self, page: Page, number: str) -> None:
        super().__init__(translate("letters", "文号作废"), translate("letters", "登记作废"), page)
        self._page = page
        self._number = number
        self.say(
            self.tr(
                "只登记“这个文号的文书不再生效”；文号和文书都留在登记簿里，不会再编给别的文书。"
            )
        )
        self.reason = Choice({word: REASONS[word] for word in (Reason.VOID, Reason.MISTAKE)})
        self.words = QLineEdit()
        self.form.add("number", self.tr("文号"), label(number, "strong"))
        hint = self.tr("“误编”的号不影响以后的编号顺序")
        self.form.add("reason", self.tr("原因"), self.reason, hint=hint)
        self.form.add("note", self.tr("说明"), self.words)
        self.fit()

    def submit(self) -> None:
        if not self.submit_button.isEnabled():
            return
        self.submit_button.setEnabled(False)
        answer = self._page.act(
            number_gaps.void, self._number, self.words.text(), self.reason.word()
        ).for_(self)
        answer.then(lambda _: self.accept()).otherwise(self._refused)

    def _refused(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.form.refuse(error)


def _serial(row: OutgoingRow, value: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(row.first, row.last)
    made.setValue(value)
    return made
