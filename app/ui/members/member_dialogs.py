"""更换联络员、吊销密钥、退出机制: what is done about one member."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from app.kernel import clock
from app.services import roster_issue
from app.services.changes import Changes
from app.services.members import MemberRow
from app.services.roster_issue import IssueDraft, LiaisonDraft, Revocation
from app.services.roster_view import RosterView
from app.ui.desk import Desk
from app.ui.members.issue_dialog import years_after
from app.ui.members.remark import Remark
from app.ui.theme import Tone
from app.ui.widgets.dates import DayEdit
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.undrawn import CharacterWatch


class LiaisonDialog(FormDialog):
    """更换联络员; the journal keeps who it was before."""

    def __init__(self, desk: Desk, row: MemberRow, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("更换联络员：{name}").format(name=row.name))
        self.submit_button.setText(self.tr("更换"))
        self._desk = desk
        self._row = row
        if row.is_self:
            self.say(
                self.tr("本单位的身份卡将重新签发，密钥和指纹不变；请把新的身份卡交给各单位。")
            )
        else:
            self.say(self.tr("只改本登记册的通讯录；审计日志保留原来的联络员。"))
        CharacterWatch(desk, self.form)
        self.form.add("liaison", self.tr("联络员"), QLineEdit(row.liaison))
        self.form.add("phone", self.tr("电话"), QLineEdit(row.phone))
        self.form.add("address", self.tr("地址"), QLineEdit(row.address))
        self.fit()

    def submit(self) -> None:
        draft = LiaisonDraft(*map(self.form.text_of, ("liaison", "phone", "address")))
        self.submit_button.setEnabled(False)
        answer = self._desk.act(roster_issue.change_liaison, self._row.uid, draft)
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    def _done(self, _changes: Changes) -> None:
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)


class RevokeDialog(FormDialog):
    """吊销密钥: signs a roster that says it, at once; there is no way back."""

    def __init__(
        self, desk: Desk, view: RosterView, row: MemberRow, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("吊销密钥：{name}").format(name=row.name))
        self.submit_button.setText(self.tr("吊销并签发名册"))
        self._desk = desk
        self._view = view
        self._row = row
        told = self.tr(
            "吊销不能撤回：该单位第 {number} 代密钥从此不再被各单位采信，"
            "已签发的名册会告知所有成员。该单位要开启新一代密钥并重新核对指纹，才能恢复交换。"
        )
        self.form.add_wide(Remark(Tone.BAD, told.format(number=row.incarnation)))
        self.form.add("reason", self.tr("理由"), QLineEdit(), hint=self.tr("如：便携机失窃"))
        self.trust = QComboBox()
        self.trust.addItem(self.tr("吊销以前已经导入的都仍然采信"), "all")
        self.trust.addItem(self.tr("只采信到某一号为止"), "until")
        self.form.add("trust", self.tr("以前的内容"), self.trust)
        self.seq = QSpinBox()
        self.seq.setRange(0, 10**9)
        hint = self.tr("该单位发给本单位的编号；按编号不按日期，因为日期可以伪造")
        self.form.add("seq", self.tr("采信至第几号"), self.seq, hint=hint)
        self.sure = QCheckBox(self.tr("已当面或者用已知的电话向该单位核实"))
        self.form.add("sure", self.tr("确认"), self.sure)
        self.trust.currentIndexChanged.connect(self._show_seq)
        self._show_seq()
        self.fit()

    def _show_seq(self) -> None:
        self.form.set_shown("seq", self.trust.currentData() == "until")

    def submit(self) -> None:
        faults = {}
        if not self.form.text_of("reason"):
            faults["reason"] = self.tr("请写明吊销的理由")
        if not self.sure.isChecked():
            faults["sure"] = self.tr("请先核实，再勾选")
        self.form.show_faults(faults)
        if faults:
            return
        seq = self.seq.value() if self.trust.currentData() == "until" else None
        revocation = Revocation(self._row.uid, self.form.text_of("reason"), seq)
        draft = IssueDraft(self._view.mechanism_uid, _expires(self._desk), (revocation,))
        self.submit_button.setEnabled(False)
        answer = self._desk.act(roster_issue.issue, draft)
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    def _done(self, _changes: Changes) -> None:
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)


class LeaveDialog(FormDialog):
    """退出机制: the next roster says from which day the member no longer belongs."""

    def __init__(
        self, desk: Desk, view: RosterView, row: MemberRow, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("退出机制：{name}").format(name=row.name))
        self.submit_button.setText(self.tr("签发名册"))
        self._desk = desk
        self._view = view
        self._row = row
        self.say(self.tr("随下一版名册告知各单位；只凭名册采信其密钥的单位，接受后不再与其交换。"))
        self.day = DayEdit(clock.local_date(desk.clock.now()))
        self.form.add("until", self.tr("退出日期"), self.day)
        self.fit()

    def submit(self) -> None:
        draft = IssueDraft(
            self._view.mechanism_uid,
            _expires(self._desk),
            leaving={self._row.uid: self.day.day()},
        )
        self.submit_button.setEnabled(False)
        answer = self._desk.act(roster_issue.issue, draft)
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    def _done(self, _changes: Changes) -> None:
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)


def _expires(desk: Desk) -> date:
    return years_after(clock.local_date(desk.clock.now()), 1)
