"""执行销毁: what goes, what stays, where copies remain; then the officer types what is done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.services import disposal
from app.services.changes import Changes
from app.services.disposal import DestructionView
from app.ui import theme
from app.ui.desk import Desk
from app.ui.widgets.card import label
from app.ui.widgets.form_dialog import FormDialog

translate = QCoreApplication.translate


class ExecuteDialog(FormDialog):
    """Signals: ``executed`` when it is done; a refusal stays in the form."""

    executed = Signal()

    def __init__(self, desk: Desk, view: DestructionView, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("disposal", "执行销毁"), translate("disposal", "永久销毁"), parent
        )
        self._desk, self._view = desk, view
        self.phrase = self.tr("销毁{n}件").format(n=len(view.list.lines))
        theme.set_role(self.submit_button, "danger")
        self.submit_button.setEnabled(False)
        self.say(self.tr("销毁后不能恢复，请再核对一次清册。"))
        for heading, text in self._told():
            self.form.add_heading(heading)
            self.form.add_wide(label(text, wraps=True))
        self.typed = QLineEdit()
        asked = self.tr("请输入“{phrase}”").format(phrase=self.phrase)
        self.form.add("typed", asked, self.typed)
        self.typed.textChanged.connect(lambda text: self._free(text))
        self.fit()

    def submit(self) -> None:
        if self.typed.text().strip() != self.phrase:
            return
        self.submit_button.setEnabled(False)
        answer = self._desk.act(disposal.execute, self._view.uid)
        answer.for_(self).then(self._done).otherwise(self.form.refuse)
        answer.always(lambda: self._free(self.typed.text()))

    def _told(self) -> tuple[tuple[str, str], ...]:
        lines = self._view.list.lines
        cases = "\n".join(
            f"{line.number}　{line.title}" + (self.tr("（本单位保存的副本）") if line.copy else "")
            for line in lines
        )
        entries, files = (
            sum(each.entries for each in lines),
            len({f for x in lines for f in x.files}),
        )
        counted = self.tr("往来记录 {entries} 条的内容，附件 {files} 个。")
        return (
            (self.tr("销毁的案件"), cases),
            (
                self.tr("销毁"),
                self.tr("案情、当事人、证据说明、办理过程中填写的内容、文书文本、草稿和检索词；")
                + counted.format(entries=entries, files=files),
            ),
            (
                self.tr("保留"),
                self.tr(
                    "本清册；文书的种类、文号、日期和校验值；事项的双方单位、状态和日期；"
                    "签名和校验值、审计日志。签名和日志仍能验证。"
                ),
            ),
            (self.tr("不在本次销毁范围"), self._elsewhere()),
        )

    def _elsewhere(self) -> str:
        """Where the content is still: earlier backups, and the others' own registers."""
        others = self._naming() + self.tr("已经送给其他单位的内容，由对方按对方的规定处理。")
        if not self._view.backups:
            return others + self.tr("登记册没有备份记录；另行制作过备份的，须一并销毁。")
        made = self.tr("销毁以前制作的备份仍含这些内容，须另行销毁：")
        return others + made + "；".join(self._view.backups)

    def _naming(self) -> str:
        """Letters that stand alone and name what is destroyed, but were filed under no case."""
        lines = self._view.list.lines
        numbers = [number for line in lines for number in line.naming]
        if drafts := sum(line.naming_drafts for line in lines):
            numbers.append(self.tr("拟稿{n}件").format(n=drafts))
        if not numbers:
            return ""
        told = self.tr(
            "这些单独发出的文书写有案件名称或者当事人，没有归入案件：{numbers}。"
            "应当一并销毁的，请先在“文书—拟稿”归入案件，重新编制清册。"
        )
        return told.format(numbers="、".join(numbers)) + "\n"

    def _done(self, _changes: Changes) -> None:
        self.executed.emit()
        self.accept()

    def _free(self, text: str) -> None:
        self.submit_button.setEnabled(text.strip() == self.phrase)
