"""登记纸质往来单位: an agency that has no program gets letters on paper only."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from app import wording
from app.services import members
from app.services.changes import Changes
from app.services.members import PaperMember
from app.ui.desk import Desk
from app.ui.widgets.choices import Choice
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.undrawn import CharacterWatch


class PaperMemberDialog(FormDialog):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("登记纸质往来单位"))
        self.submit_button.setText(self.tr("登记"))
        self._desk = desk
        self.say(self.tr("不使用本程序的单位，如检察院、纪检监察机关、乡镇。文书打印后送达。"))
        CharacterWatch(desk, self.form)
        add = self.form.add
        add("agency", self.tr("单位全称"), QLineEdit())
        add("short_name", self.tr("单位简称"), QLineEdit())
        self.role, self.level = Choice(wording.AGENCY_ROLES), Choice(wording.AGENCY_LEVELS)
        add("role", self.tr("职能"), self.role)
        add("level", self.tr("层级"), self.level)
        add("liaison", self.tr("联系人"), QLineEdit())
        add("phone", self.tr("电话"), QLineEdit())
        add("address", self.tr("地址"), QLineEdit())
        self.fit()

    def submit(self) -> None:
        text = self.form.text_of
        member = PaperMember(
            name=text("agency"),
            short_name=text("short_name"),
            role=self.role.word(),
            level=self.level.word(),
            liaison=text("liaison"),
            phone=text("phone"),
            address=text("address"),
        )
        self.submit_button.setEnabled(False)
        answer = self._desk.act(members.add_paper_member, member)
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    def _done(self, _changes: Changes) -> None:
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)
