"""从各单位收回: new keys, and from which members the register has heard since."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.kernel import clock
from app.kernel.errors import AppError
from app.services import continuity, renewal
from app.services.changes import Changes
from app.services.continuity import Mark
from app.services.places import Place, PlaceKind
from app.services.renewal import Collecting
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.exchange.deliver_dialog import DeliverDialog
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, flow, label
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.table import Column, ShortTable, TableView
from app.wording import backup as words


class CollectDialog(QDialog):
    """Says why, begins the new incarnation when its word is typed, and shows how far the members
    have come. *rotating*: new keys are wanted although nothing was lost."""

    def __init__(self, desk: Desk, parent: QWidget, *, rotating: bool = False) -> None:
        super().__init__(parent)
        self._desk, self._rotating = desk, rotating
        self._marked = True
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("更换密钥") if rotating else self.tr("从各单位收回"))
        self.notice = NoticeBar()
        self.why = flow(label("", wraps=True))
        self.means = flow(label(self._meaning(), "secondary", wraps=True))
        self.members = ShortTable(self._columns())
        self.table = TableView(self.members, self.tr("各单位"))
        self.table.empty.say(
            self.tr("还没有收下任何单位的身份卡：先在“成员与密钥”里互交身份卡、当面核对指纹。")
        )
        self.word = self.tr("开启新一代")
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("请输入：{word}").format(word=self.word))
        self.typed.setAccessibleName(self.tr("请输入“{word}”确认").format(word=self.word))
        self.renew = button(self.tr("开启新一代密钥"), "primary")
        self.write_all = button(self.tr("给各单位写交换包…"))
        self.close_button = button(self.tr("关闭"))
        self._lay_out()
        self.typed.textChanged.connect(self._enable)
        self.typed.returnPressed.connect(self._begin)
        self.renew.clicked.connect(self._begin)
        self.write_all.clicked.connect(self._ask_folder)
        self.close_button.clicked.connect(self.accept)
        desk.changed.connect(self._refresh)
        self._refresh()

    def _meaning(self) -> str:
        return self.tr(
            "开启新一代：换一把新密钥，编号从 1 重新开始，并告诉各单位本单位记得到哪里，"
            "请它们把本登记册缺少的送还。案件、事项、文书、附件都不改动；"
            "收到过的内容不会丢，也不会重复。原来的密钥从此不再用来签名，以前签的仍然有效。"
        )

    def _columns(self) -> tuple[Column[Collecting], ...]:
        return (
            Column(self.tr("单位"), lambda row: row.name, stretches=True),
            Column(self.tr("进度"), self._state, tone=self._tone, sample="2026-09-16 12:00 已答复"),
        )

    def _state(self, row: Collecting) -> str:
        # Before the new keys every answer was one to the old ones.
        if self._marked or not (row.written or row.heard_at):
            return self.tr("未写出")
        if row.heard_at is None:
            return self.tr("已写出，等对方答复")
        return self.tr("{moment} 已答复").format(
            moment=f"{clock.local(row.heard_at):%Y-%m-%d %H:%M}"
        )

    def _tone(self, row: Collecting) -> Tone:
        return Tone.WARN if row.heard_at is None or self._marked else Tone.GOOD

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 14)
        lines.setSpacing(12)
        for widget in (self.why, self.means, self.notice):
            lines.addWidget(widget)
        lines.addWidget(self.table, 1)
        how = self.tr(
            "收回的办法：向每个单位写出一个交换包交去，再导入对方写来的包，"
            "一个来回就收回对方留存的内容；附件随下一个包再来。对方不用做别的。"
        )
        lines.addWidget(flow(label(how, "secondary", wraps=True)))
        row = QHBoxLayout()
        row.addWidget(self.write_all)
        row.addStretch(1)
        row.addWidget(self.typed)
        row.addWidget(self.renew)
        row.addWidget(self.close_button)
        self.typed.setMinimumWidth(self.fontMetrics().horizontalAdvance("汉") * 14)
        lines.addLayout(row)
        self.resize(self.fontMetrics().horizontalAdvance("汉") * 52, 520)

    # -- showing ---------------------------------------------------------------------------

    def _refresh(self, _changes: Changes | None = None) -> None:
        self._desk.ask_latest("collect", _state_of).for_(self).then(self._show)

    def _show(self, found: tuple[Mark | None, tuple[Collecting, ...]]) -> None:
        mark, members = found
        self._show_mark(mark)
        self.members.set_rows(members)
        self.write_all.setEnabled(bool(members) and not self._marked)

    def _show_mark(self, mark: Mark | None) -> None:
        self._marked = mark is not None or self._rotating
        for widget in (self.means, self.typed, self.renew):
            widget.setVisible(self._marked)
        self.write_all.setVisible(not self._marked)
        self._enable()
        if mark is not None:
            self.why.setText(words.continuity(mark.reason, mark.made_at, mark.newest_at, in_words))
        elif self._rotating:
            self.why.setText(
                self.tr(
                    "更换密钥：更换电脑、移交联络员，或者怀疑密钥泄露时使用。新身份卡由旧密钥担保，"
                    "核对过指纹的单位不必再次当面核对。怀疑旧密钥已经泄露的，换了以后还要请牵头"
                    "单位在名册里吊销旧密钥，并与各单位当面核对新指纹。"
                )
            )
        else:
            self.why.setText(self._done())

    def _done(self) -> str:
        return self.tr(
            "本登记册用的是新密钥，可以与各单位交换。新身份卡随下一个交换包带去："
            "核对过旧指纹的单位，凭旧密钥的担保就认得；凭身份卡重建、没有旧密钥的，"
            "请带新身份卡逐个单位当面再核对一次指纹。"
        )

    # -- the acts --------------------------------------------------------------------------

    def _enable(self) -> None:
        self.renew.setEnabled(self.typed.text().strip() == self.word)

    def _begin(self) -> None:
        if not self.renew.isEnabled() or not self._marked:
            return
        self.renew.setEnabled(False)
        deed = self._desk.act(renewal.renew)
        deed.for_(self).then(self._tell).otherwise(self._refuse)

    def _tell(self, _changes: Changes) -> None:
        self._rotating = False
        self.typed.clear()
        self.notice.say(Tone.GOOD, self.tr("新一代密钥已启用。请在交换中心与每个单位各交换一次。"))
        self._refresh()

    def _refuse(self, error: AppError) -> None:
        self._enable()
        self.notice.refuse(error)

    def _ask_folder(self) -> None:
        title = self.tr("把给各单位的交换包写到哪个文件夹")
        dialogs.choose_folder(self, title, self.write_into)

    def write_into(self, folder: Path) -> DeliverDialog:
        """Offer to write for every agency that waits, into *folder*."""
        place = Place("", PlaceKind.STICK, folder.name or str(folder), str(folder), ())
        dialog = DeliverDialog(self._desk, place, self)
        dialog.written.connect(self._refresh)
        dialog.open()
        return dialog


def _state_of(register: Register) -> tuple[Mark | None, tuple[Collecting, ...]]:
    return continuity.mark(register), renewal.collecting(register)
