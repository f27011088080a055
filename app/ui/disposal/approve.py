"""登记销毁审批: what stands on the signed list, and the scan of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.kernel import clock
from app.rules.retention import Signer
from app.services import disposal
from app.services.changes import Changes
from app.services.disposal import ApprovalDraft, DestructionView
from app.ui.desk import Desk
from app.ui.widgets.dates import DayEdit
from app.ui.widgets.file_field import FileField
from app.ui.widgets.form_dialog import FormDialog

translate = QCoreApplication.translate

_SIGNERS: Final = (1, 2)
_LINES_SHOWN: Final = 4


class ApproveDialog(FormDialog):
    """Signals: ``approved`` when it is recorded; a refusal stays in the form."""

    approved = Signal()

    def __init__(self, desk: Desk, view: DestructionView, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("disposal", "登记销毁审批"), translate("disposal", "登记审批"), parent
        )
        self._desk, self._view = desk, view
        self.day = DayEdit(clock.local_date(desk.clock.now()))
        self.scan = FileField(self.tr("审批件扫描件"))
        self._fill()
        self.fit()

    def submit(self) -> None:
        self.submit_button.setEnabled(False)
        answer = self._desk.act(disposal.approve, self._view.uid, self._draft())
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    def _draft(self) -> ApprovalDraft:
        text = self.form.text_of
        signers = (Signer(text(f"signer{n}"), text(f"signer_post{n}")) for n in _SIGNERS)
        return ApprovalDraft(
            digest=self._view.digest,
            appraisal=text("appraisal"),
            basis=text("basis"),
            approver=text("approver"),
            approved_on=self.day.day(),
            signers=tuple(each for each in signers if each.name),
            scan=self.scan.path(),
        )

    def _fill(self) -> None:
        told = self.tr("共 {n} 件。请核对签字的清册上的校验值，开头应为 {digest}。")
        digest = self._view.digest
        shown = f"{digest[:8]} {digest[8:16]}"
        self.say(told.format(n=len(self._view.list.lines), digest=shown))
        form = self.form
        appraisal = QPlainTextEdit()
        appraisal.setFixedHeight(appraisal.fontMetrics().lineSpacing() * _LINES_SHOWN)
        form.add("appraisal", self.tr("鉴定意见"), appraisal)
        form.add("basis", self.tr("销毁依据"), QLineEdit())
        form.add("approver", self.tr("批准人"), QLineEdit())
        form.add("approved_on", self.tr("批准日期"), self.day)
        for number in _SIGNERS:
            name = self.tr("监销人 {n}").format(n=number)
            form.add(f"signer{number}", name, QLineEdit())
            form.add(
                f"signer_post{number}",
                self.tr("监销人 {n} 职务").format(n=number),
                QLineEdit(),
                hint=self.tr("监销人须是两名以上不同的人员") if number == 1 else "",
            )
        form.add("scan", self.tr("审批件扫描件"), self.scan, buddy=self.scan.choose)

    def _done(self, _changes: Changes) -> None:
        self.approved.emit()
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)
