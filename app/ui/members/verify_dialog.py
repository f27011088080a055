"""核对指纹: three groups picked at random, read out by the other side and typed here."""

from __future__ import annotations

import secrets
from typing import Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.kernel.errors import AppError, FingerprintMismatchError
from app.services import members
from app.services.changes import Changes
from app.services.members import MemberRow
from app.ui import problems
from app.ui.desk import Desk
from app.ui.widgets.form_dialog import FormDialog

_ASKED: Final = 3


class VerifyDialog(FormDialog):
    """Compares the held card of *row* with what the other side reads out."""

    def __init__(self, desk: Desk, row: MemberRow, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("核对指纹：{name}").format(name=row.name))
        self.submit_button.setText(self.tr("核对"))
        self._desk = desk
        self._row = row
        chosen = secrets.SystemRandom().sample(range(1, len(row.fingerprint) + 1), _ASKED)
        self.asked: Final = tuple(sorted(chosen))
        self.say(
            self.tr(
                "请{name}的联络员在其“成员与密钥”页面上，读出本单位指纹的下面三组，每组 4 位数字。"
                "要当面，或者拨打您已经知道的电话；不要用随身份卡一起来的号码。"
            ).format(name=row.short_name or row.name)
        )
        for number in self.asked:
            field = QLineEdit()
            field.setMaxLength(8)
            field.setMaximumWidth(field.fontMetrics().horizontalAdvance("0") * 14)
            self.form.add(f"group{number}", self.tr("第 {number} 组").format(number=number), field)
        self.way = QComboBox()
        for way in (self.tr("当面核对"), self.tr("电话核对"), self.tr("视频核对")):
            self.way.addItem(way)
        self.form.add("way", self.tr("方式"), self.way)
        self.form.add("place", self.tr("地点"), QLineEdit(), hint=self.tr("电话核对的写号码"))
        self.form.add("who", self.tr("对方何人"), QLineEdit(row.liaison))
        self.fit()

    def submit(self) -> None:
        faults = self._faults()
        self.form.show_faults(faults)
        if faults:
            return
        heard = {number: self._digits(number) for number in self.asked}
        told = (self.way.currentText(), *map(self.form.text_of, ("place", "who")))
        how = "，".join(text for text in told if text)
        self.submit_button.setEnabled(False)
        answer = self._desk.act(members.verify_card, self._row.uid, heard, how)
        answer.for_(self).then(self._done).otherwise(self._refuse)

    def _faults(self) -> dict[str, str]:
        found = {}
        for number in self.asked:
            if len(self._digits(number)) != len(self._row.fingerprint[number - 1]):
                said = self.tr("第 {number} 组应为 4 位数字")
                found[f"group{number}"] = said.format(number=number)
        if not self.form.text_of("who"):
            found["who"] = self.tr("请填写对方是谁读出的")
        return found

    def _digits(self, number: int) -> str:
        """The typed group in plain digits; full-width ones and spaces are forgiven."""
        text = self.form.text_of(f"group{number}")
        return "".join(str(int(each)) for each in text if each.isdecimal())

    def _done(self, _changes: Changes) -> None:
        self.accept()

    def _refuse(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        if not isinstance(error, FingerprintMismatchError):
            self.form.refuse(error)
            return
        groups = error.facts["groups"]
        wrong = groups if isinstance(groups, tuple) else ()
        said = problems.told(error)
        differs = self.tr("第 {number} 组对不上")
        faults = {f"group{number}": differs.format(number=number) for number in wrong}
        # The first says it in full; the others only where they differ.
        faults[f"group{wrong[0]}"] = f"{said.happened}{said.unchanged}{said.next_step}"
        self.form.show_faults(faults)
