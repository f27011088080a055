"""送出摘要 and 撤回: a case extract goes to another agency, or is taken back at all of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from app.services import disclosures, exchange
from app.services.cases import CaseView
from app.services.changes import Changes
from app.services.disclosures import Disclosure
from app.services.exchange import PeerRow
from app.ui.desk import Desk
from app.ui.widgets.form_dialog import FormDialog

translate = QCoreApplication.translate


class ShareDialog(FormDialog):
    """Signals: ``shared`` (agency uid) when the extract waits to be sent."""

    shared = Signal(str)

    def __init__(self, desk: Desk, view: CaseView, parent: QWidget | None = None) -> None:
        title, verb = translate("sharing", "送出案件摘要"), translate("sharing", "列入待送出")
        super().__init__(title, verb, parent)
        self._desk, self._uid = desk, view.facts.uid
        text = self.tr(
            "{number} {name}：摘要和证据目录中的附件随下一个交换包送给对方，对方只能查看。"
            "以后修改的，再送一次即可；送出的内容可以撤回，但看过的收不回来。"
        )
        self.say(text.format(number=view.facts.number, name=view.facts.name))
        self.peer = QComboBox()
        self.form.add("peer", self.tr("收件单位"), self.peer)
        self.submit_button.setEnabled(False)
        self.fit()
        desk.ask(exchange.peers).for_(self).then(self._fill)

    def submit(self) -> None:
        if self.peer.currentData() is None:
            return
        self.submit_button.setEnabled(False)
        answer = self._desk.act(exchange.share_case, self._uid, str(self.peer.currentData()))
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    def _fill(self, rows: tuple[PeerRow, ...]) -> None:
        for row in rows:
            self.peer.addItem(row.name, row.uid)
        self._free()

    def _done(self, _changes: Changes) -> None:
        self.shared.emit(str(self.peer.currentData()))
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(self.peer.count() > 0)


class WithdrawDialog(FormDialog):
    """Names who was told, and says what taking back does not do; ``withdrawn`` when it is done."""

    withdrawn = Signal()

    def __init__(self, desk: Desk, view: CaseView, parent: QWidget | None = None) -> None:
        title, verb = (
            translate("sharing", "撤回已送出的摘要"),
            translate("sharing", "撤回，不能反悔"),
        )
        super().__init__(title, verb, parent)
        self._desk, self._uid = desk, view.facts.uid
        self._head = f"{view.facts.number} {view.facts.name}"
        self._say_who(())
        self.form.add(
            "reason",
            self.tr("撤回理由"),
            QPlainTextEdit(),
            hint=self.tr("理由随撤回告诉对方，请不要写不应让对方知道的内容"),
        )
        self.fit()
        desk.ask(disclosures.of_case, self._uid).for_(self).then(self._say_who)

    def submit(self) -> None:
        self.submit_button.setEnabled(False)
        answer = self._desk.act(exchange.withdraw_case, self._uid, self.form.text_of("reason"))
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    def _say_who(self, rows: tuple[Disclosure, ...]) -> None:
        names = "、".join(dict.fromkeys(row.peer for row in rows if row.record == self._uid))
        text = self.tr(
            "{case}\n送出过的单位：{names}。\n"
            "撤回只能让对方的副本从此标明“已撤回”、不再更新；对方已经看过、打印、摘抄的内容，"
            "以及介质上的旧交换包，都收不回来，请另行联系。撤回以后永远不能再送出这件摘要。"
        )
        self.say(text.format(case=self._head, names=names or "—"))

    def _done(self, _changes: Changes) -> None:
        self.withdrawn.emit()
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)
