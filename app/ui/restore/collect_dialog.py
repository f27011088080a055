"""从各单位收回: new keys, and from which members the register has heard since."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.kernel import clock
from app.kernel.errors import AppError
from app.services import continuity, renewal
from app.services.changes import Changes
from app.services.continuity import Mark
from app.services.renewal import Collecting
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, flow, label
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.table import Column, ShortTable, TableView
from app.wording import backup as words


class CollectDialog(QDialog):
    """Says why, begins the new incarnation when asked, and shows how far the members have come."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._marked = True
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("从各单位收回"))
        self.notice = NoticeBar()
        self.why = flow(label("", wraps=True))
        self.members = ShortTable(self._columns())
        self.table = TableView(self.members, self.tr("各单位"))
        self.table.empty.say(
            self.tr("还没有收下任何单位的身份卡：先在“成员与密钥”里互交身份卡、当面核对指纹。")
        )
        self.renew = button(self.tr("开启新一代密钥…"), "primary")
        self.close_button = button(self.tr("关闭"))
        self._lay_out()
        self.renew.clicked.connect(self._confirm)
        self.close_button.clicked.connect(self.accept)
        desk.changed.connect(self._refresh)
        self._refresh()

    def _columns(self) -> tuple[Column[Collecting], ...]:
        return (
            Column(self.tr("单位"), lambda row: row.name, stretches=True),
            Column(self.tr("收回"), self._state, tone=self._tone, sample="2026-09-16 12:00 已回音"),
        )

    def _state(self, row: Collecting) -> str:
        # Before the new keys every answer was one to the old ones.
        if row.heard_at is None or self._marked:
            return self.tr("还没有回音")
        return self.tr("{moment} 已回音").format(
            moment=f"{clock.local(row.heard_at):%Y-%m-%d %H:%M}"
        )

    def _tone(self, row: Collecting) -> Tone:
        return Tone.WARN if row.heard_at is None or self._marked else Tone.GOOD

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 14)
        lines.setSpacing(12)
        lines.addWidget(self.why)
        lines.addWidget(self.notice)
        lines.addWidget(self.table, 1)
        how = self.tr(
            "收回的办法：向每个单位写出一个交换包交去，再导入对方写来的包，"
            "一个来回就收回对方留存的内容；附件随下一个包再来。对方不用做别的。"
        )
        lines.addWidget(flow(label(how, "secondary", wraps=True)))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.renew)
        lines.addLayout(row)
        self.resize(self.fontMetrics().horizontalAdvance("汉") * 46, 460)

    # -- showing ---------------------------------------------------------------------------

    def _refresh(self, _changes: Changes | None = None) -> None:
        self._desk.ask_latest("collect", _state_of).for_(self).then(self._show)

    def _show(self, found: tuple[Mark | None, tuple[Collecting, ...]]) -> None:
        mark, members = found
        self._show_mark(mark)
        self.members.set_rows(members)

    def _show_mark(self, mark: Mark | None) -> None:
        self._marked = mark is not None
        self.renew.setVisible(self._marked)
        if mark is None:
            self.why.setText(self.tr("本登记册用的是新密钥，可以与各单位交换。"))
            return
        said = words.continuity(mark.reason, mark.made_at, mark.newest_at, in_words)
        self.why.setText(said)

    # -- the act ---------------------------------------------------------------------------

    def _confirm(self) -> None:
        dialogs.confirm(
            self,
            self.tr("开启新一代密钥？"),
            self.tr(
                "原来的密钥从此不再使用。已核对过指纹的单位收到下一个交换包就认得新密钥；"
                "凭身份卡重建的，请先与各单位核对指纹。"
            ),
            self.tr("开启新一代密钥"),
            self._renew,
        )

    def _renew(self) -> None:
        self.renew.setEnabled(False)
        answer = self._desk.act(renewal.renew).for_(self)
        answer.then(self._tell).otherwise(self._refuse)

    def _tell(self, _changes: Changes) -> None:
        self.renew.setEnabled(True)
        self.notice.say(Tone.GOOD, self.tr("新一代密钥已启用。请在交换中心与每个单位各交换一次。"))

    def _refuse(self, error: AppError) -> None:
        self.renew.setEnabled(True)
        self.notice.refuse(error)


def _state_of(register: Register) -> tuple[Mark | None, tuple[Collecting, ...]]:
    return continuity.mark(register), renewal.collecting(register)
