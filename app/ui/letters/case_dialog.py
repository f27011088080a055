"""归入案件: which case a letter that stands alone is about; it is kept and destroyed with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from app.kernel.errors import AppError
from app.services import case_list, drafting
from app.services.case_list import CaseRow
from app.services.drafting import DraftRow
from app.services.setup import Register
from app.ui.page import Page
from app.ui.widgets.form_dialog import FormDialog

translate = QCoreApplication.translate


class CaseDialog(FormDialog):
    """Files the letter of *row*, issued or not, under a case or under none."""

    def __init__(self, page: Page, row: DraftRow) -> None:
        super().__init__(translate("letters", "归入案件"), translate("letters", "保存"), page)
        self._page, self._row = page, row
        self.say(self.tr("写有案情的文书归入所属案件，案件销毁时一并列入销毁清册。"))
        self.case = QComboBox()
        self.case.addItem(self.tr("不归入案件"), "")
        self.case.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.case.setMinimumContentsLength(28)
        self.form.add("case", self.tr("所属案件"), self.case)
        self.submit_button.setEnabled(False)
        page.ask(_cases).for_(self).then(self._offer)
        self.fit()

    def submit(self) -> None:
        if not self.submit_button.isEnabled():
            return
        self.submit_button.setEnabled(False)
        chosen = str(self.case.currentData() or "")
        answer = self._page.act(drafting.file_under, self._row.uid, chosen).for_(self)
        answer.then(lambda _: self.accept()).otherwise(self._refused)

    # -- inside ----------------------------------------------------------------------------

    def _offer(self, rows: tuple[CaseRow, ...]) -> None:
        for row in rows:
            if row.name:
                self.case.addItem(f"{row.number}　{row.name}", row.uid)
        self.case.setCurrentIndex(max(0, self.case.findData(self._row.case_uid)))
        self.submit_button.setEnabled(True)

    def _refused(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.form.refuse(error)


def _cases(register: Register) -> tuple[CaseRow, ...]:
    return case_list.case_rows(register, case_list.case_ids(register))
