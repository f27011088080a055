"""登记用印: the entry in the book of seals, with the scan of the sealed paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QSpinBox

from app.kernel import clock
from app.kernel.errors import AppError
from app.services import sealing
from app.services.sealing import Seal, SealDraft
from app.ui.page import Page
from app.ui.widgets.card import label
from app.ui.widgets.dates import DayEdit
from app.ui.widgets.file_field import FileField
from app.ui.widgets.form_dialog import FormDialog

translate = QCoreApplication.translate


class SealForm(FormDialog):
    """What was entered before is proposed; the check mark of the scan is read as it is chosen."""

    def __init__(self, page: Page, letter_uid: str, number: str) -> None:
        super().__init__(translate("letters", "登记用印"), translate("letters", "登记用印"), page)
        self._page = page
        self._letter = letter_uid
        self._last: Seal | None = None
        self.say(self.tr("{number}：照用印登记填写；扫描件可以以后补。").format(number=number))
        today = clock.local_date(page.desk.clock.now())
        self.sealed_on = DayEdit(today)
        self.keeper, self.approver = QLineEdit(), QLineEdit()
        self.copies = QSpinBox()
        self.copies.setRange(1, 9999)
        self.file = FileField(self.tr("盖章后的扫描件"))
        self.form.add("sealed_on", self.tr("用印日期"), self.sealed_on)
        self.form.add("copies", self.tr("份数"), self.copies)
        self.form.add("keeper", self.tr("监印人"), self.keeper)
        self.form.add("approver", self.tr("批准人"), self.approver)
        self.form.add("file", self.tr("盖章后的扫描件"), self.file, buddy=self.file.line)
        self.mark = label("", "secondary", wraps=True)
        self.mark.hide()
        self.form.add_wide(self.mark)
        self.file.line.textChanged.connect(self._check)
        page.ask(sealing.of_letter, letter_uid).for_(self).then(self._propose)
        self.fit()

    def submit(self) -> None:
        if not self.submit_button.isEnabled():
            return
        self.submit_button.setEnabled(False)
        draft = SealDraft(
            sealed_on=self.sealed_on.day(),
            keeper=self.keeper.text(),
            approver=self.approver.text(),
            copies=self.copies.value(),
            scan=self.file.path(),
        )
        if draft.scan is not None and self._only_scan(draft):
            answer = self._page.act(sealing.add_scan, self._letter, draft.scan)
        else:
            answer = self._page.act(sealing.record, self._letter, draft)
        answer.for_(self).then(lambda _: self.accept()).otherwise(self._refused)

    # -- inside ----------------------------------------------------------------------------

    def _only_scan(self, draft: SealDraft) -> bool:
        """Whether nothing but the scan is new: then it belongs to the entry that is there."""
        last = self._last
        if last is None or last.scan_name:
            return False
        said = (draft.sealed_on, draft.keeper, draft.approver, draft.copies)
        return said == (last.sealed_on, last.keeper, last.approver, last.copies)

    def _propose(self, seals: tuple[Seal, ...]) -> None:
        if not seals:
            return
        self._last = last = seals[-1]
        said = self.tr(
            "{day} 已登记过用印（{copies} 份，监印人 {keeper}）。只附扫描件的补到这一次，"
            "改了别的，算再次用印，以后一次为准。"
        )
        self.say(
            said.format(day=f"{last.sealed_on:%Y-%m-%d}", copies=last.copies, keeper=last.keeper)
        )
        self.sealed_on.set_day(last.sealed_on)
        self.copies.setValue(last.copies)
        for field, text in ((self.keeper, last.keeper), (self.approver, last.approver)):
            if not field.text():
                field.setText(text)
        self.fit()

    def _check(self, path: str) -> None:
        self.mark.hide()
        if path:
            answer = self._page.ask_latest("mark", sealing.confirmed, self._letter, Path(path))
            answer.for_(self).then(self._tell).otherwise(self.form.refuse)

    def _tell(self, confirmed: bool) -> None:
        self.mark.setText(
            self.tr("扫描件上的校验码与这份文书一致。")
            if confirmed
            else self.tr("扫描件上没有读到校验码，请自行核对是不是这份文书。")
        )
        self.mark.show()
        self.fit()

    def _refused(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.form.refuse(error)
