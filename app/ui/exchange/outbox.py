"""发件: what leaves, to whom and how big, before it is written; and what was read back after."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app import wording
from app.kernel.errors import AppError
from app.services import exchange, places
from app.services.changes import Noun, changed
from app.services.exchange import Leaving, PeerRow, Sealed
from app.services.setup import Register
from app.ui.desk import Answer
from app.ui.exchange import told
from app.ui.exchange.folder_bar import FolderBar
from app.ui.exchange.size_choice import SizeChoice
from app.ui.page import Page
from app.ui.theme import Tone
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.folding import FoldingTable
from app.ui.widgets.progress import ProgressLine
from app.ui.widgets.table import Column, ShortTable, TableView

_FOLDS: Final = (0, 1)
"""The number and the type go first where there is no room for what an entry is about."""

_LEAST: Final = 12


class OutboxTab(QWidget):
    """One bundle for one agency at a time; ``written`` (Sealed) when it lies on the medium.

    Signals: ``written``; ``verify_asked`` when the recipient's fingerprint must be compared first.
    """

    written = Signal(object)
    verify_asked = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._answer: Answer[Sealed] | None = None
        self._series: tuple[str, Sealed] | None = None
        self.peers = ShortTable(self._peer_columns())
        self.peer_table = TableView(self.peers, self.tr("有往来的单位"))
        self.leaving = ShortTable(self._leaving_columns())
        self.leaving_table = FoldingTable(self.leaving, self.tr("将要送出的内容"), _FOLDS, _LEAST)
        self.leaving_card = Card(self.tr("将要送出的内容"))
        self.bar = FolderBar(
            self.tr("选择写到哪里：U 盘、文件夹，或刻录前的文件夹。"),
            self.tr("选择文件夹…"),
            writes=True,
        )
        self.result = Card(self.tr("写入结果"))
        self.said = label("", wraps=True)
        self.progress = ProgressLine()
        self.again = QCheckBox(self.tr("重新写入附件"))
        self.again.setToolTip(
            self.tr("对方请求补发附件时勾选：没有确认的内容，连同附件全部再写一次。")
        )
        self.each = SizeChoice()
        self.stop = button(self.tr("不再继续"))
        self.stop.hide()
        self.seal = button(self.tr("封装并写入"), "primary")
        self._lay_out()
        self.peer_table.chosen.connect(self._show)
        self.bar.chosen.connect(self._show_target)
        self.seal.clicked.connect(self.write)
        self.stop.clicked.connect(self._end_series)
        self._enable()

    @property
    def waiting(self) -> int:
        """For how many agencies something lies here that is on no medium yet."""
        return sum(
            row.ack_due or any(not each.written for each in row.leaving) for row in self.peers.rows
        )

    def show_peers(self, rows: tuple[PeerRow, ...]) -> None:
        kept = self.peer_table.current
        self.peers.set_rows(rows)
        if rows:
            wanted = [n for n, row in enumerate(rows) if kept and row.uid == kept.uid]
            waiting = [n for n, row in enumerate(rows) if row.leaving or row.ack_due]
            self.peer_table.select((wanted or waiting or [0])[0])
        self._show(self.peer_table.current)

    def select_peer(self, uid: str) -> None:
        for number, row in enumerate(self.peers.rows):
            if row.uid == uid:
                self.peer_table.select(number)

    def write_again(self, uid: str) -> None:
        """Have everything for an agency written once more, its files too, when the person says."""
        self.select_peer(uid)
        self.again.setChecked(True)

    # -- writing ---------------------------------------------------------------------------

    def write(self) -> None:
        peer, folder = self.peer_table.current, self.bar.folder
        if peer is None or self._answer is not None:
            return
        if folder is None:
            self.bar.choose.click()
            return
        self._page.notice.clear()
        self.result.hide()
        text = self.tr("正在为{name}封装、写入并读回核对…请不要拔出介质")
        self.progress.begin(text.format(name=peer.name))
        before = self._before
        answer = self._page.act(
            exchange.seal,
            peer.uid,
            folder,
            limit=self.each.limit,
            files_again=self.again.isChecked(),
            after=before.last if before else None,
            series=before.series if before else "",
        )
        answer.then(lambda sealed: self._tell(peer.uid, sealed)).otherwise(self._refuse).progress(
            self.progress.advance
        )
        answer.always(self._ended)
        self._answer = answer
        self._enable()

    @property
    def _before(self) -> Sealed | None:
        """The last bundle of a series for the chosen agency that has more to be written."""
        peer = self.peer_table.current
        if self._series is None or peer is None or self._series[0] != peer.uid:
            return None
        return self._series[1]

    def _end_series(self) -> None:
        """What is not written yet stays in the register and goes with the next bundle."""
        self._series = None
        self.again.setChecked(False)
        self._page.notice.say(
            Tone.INFO,
            self.tr("已写好的交换包有效，可以交出；没有写的留在登记册里，随下一个交换包写出。"),
        )
        self._enable()

    def _tell(self, peer: str, sealed: Sealed) -> None:
        more = bool(sealed.entries_left or sealed.bytes_left)
        self._series = (peer, sealed) if more else None
        self.said.setText(self._left(sealed) + self._written(sealed))
        self.result.show()
        if not more:
            self.again.setChecked(False)
        self._ask_free()
        self._page.desk.announce(changed(Noun.EXCHANGE))
        self.written.emit(sealed)

    def _left(self, sealed: Sealed) -> str:
        """What of the series is not written yet, before all else; empty when nothing is."""
        parts = []
        if sealed.entries_left:
            parts.append(self.tr("%n 项内容", "", sealed.entries_left))
        if sealed.bytes_left:
            size = wording.size_text(sealed.bytes_left)
            parts.append(self.tr("附件 {size}").format(size=size))
        if not parts:
            return ""
        text = self.tr(
            "还有{what}没有写完：请换下一张介质，或者继续写到这里，再按“继续写下一个”。\n"
        )
        return text.format(what="、".join(parts))

    def _written(self, sealed: Sealed) -> str:
        return self.tr(
            "已读回核对，可以拔出介质。\n"
            "收件单位：{recipient}\n文件：{path}（{size}，第 {numbers} 号，附件 {files} 个）\n"
            "校验值 SHA-256：{sha256}\n"
            "写入介质不等于送达：送达请在事项中另行登记。刻录光盘的，刻好后请放入光盘核对一次。"
        ).format(
            recipient=sealed.recipient,
            path=sealed.path,
            size=wording.size_text(sealed.size),
            numbers=told.numbers(sealed.first, sealed.last),
            files=sealed.attachments,
            sha256=sealed.sha256,
        )

    def _refuse(self, error: AppError) -> None:
        self._page.refuse(error)

    def _ended(self) -> None:
        self._answer = None
        self.progress.end()
        self._enable()

    def _cancel(self) -> None:
        if self._answer is not None:
            self._answer.cancel()
        self._page.notice.say(
            Tone.WARN, self.tr("已停止写入：介质上没有留下半个文件，待送出内容仍在登记册里。")
        )

    # -- showing ---------------------------------------------------------------------------

    def _show(self, row: PeerRow | None) -> None:
        self.leaving.set_rows(row.leaving if row else ())
        self.leaving_card.note.setText(self._sum(row) if row else "")
        self.leaving_table.empty.say(self._nothing(row))
        self._enable()

    def _sum(self, row: PeerRow) -> str:
        text = self.tr("{name}：{count} 项，附件合计 {size}")
        return text.format(
            name=row.name, count=len(row.leaving), size=wording.size_text(row.bytes_leaving)
        )

    def _nothing(self, row: PeerRow | None) -> str:
        if row is None:
            return self.tr("名册里还没有使用本程序的其他单位。请先在“成员与密钥”中导入身份卡。")
        if row.ack_due:
            return self.tr("没有新内容，只带上本单位已导入对方内容的回执。")
        return self.tr("没有要送给{name}的内容。").format(name=row.name)

    def _show_target(self, folder: Path) -> None:
        self.bar.say(self.tr("写到：{folder}").format(folder=folder))
        self._ask_free()
        self._enable()

    def _ask_free(self) -> None:
        folder = self.bar.folder
        if folder is not None:
            self._page.ask_latest("free", _free, folder).then(self._show_free)

    def _show_free(self, found: tuple[Path, int]) -> None:
        folder, free = found
        if folder == self.bar.folder:
            text = self.tr("写到：{folder}（可用空间 {free}）")
            self.bar.say(text.format(folder=folder, free=wording.size_text(free)))

    def _enable(self) -> None:
        row = self.peer_table.current
        ready = row is not None and row.verified and bool(row.leaving or row.ack_due)
        more = self._before is not None
        self.seal.setEnabled((ready or more) and self._answer is None)
        self.seal.setText(self.tr("继续写下一个") if more else self.tr("封装并写入"))
        self.stop.setVisible(more and self._answer is None)
        unverified = row is not None and not row.verified
        self.unverified.setVisible(unverified)

    # -- inside ----------------------------------------------------------------------------

    def _peer_columns(self) -> tuple[Column[PeerRow], ...]:
        return (
            Column(self.tr("单位"), lambda row: row.name, stretches=True),
            Column(self.tr("状态"), self._state, tone=_tone, sample=self.tr("指纹未核对")),
            Column(self.tr("待送出"), _count, sample=self.tr("待送出")),
        )

    def _leaving_columns(self) -> tuple[Column[Leaving], ...]:
        return (
            Column(self.tr("序号"), lambda row: str(row.seq), sample="00000"),
            Column(
                self.tr("类别"), lambda row: told.entry_type(row.type), sample=self.tr("办理环节")
            ),
            Column(self.tr("内容"), lambda row: told.subject(row.type, row.title), stretches=True),
            Column(self.tr("大小"), _size, sample="0000.0 MB"),
            Column(
                self.tr("写出情况"),
                lambda row: self.tr("写过，对方未确认") if row.written else self.tr("尚未写出"),
                sample=self.tr("写过，对方未确认"),
            ),
        )

    def _state(self, row: PeerRow) -> str:
        if not row.verified:
            return self.tr("指纹未核对")
        if row.leaving:
            return self.tr("待送出")
        return self.tr("待送回执") if row.ack_due else self.tr("无待送")

    def _lay_out(self) -> None:
        left = Card(self.tr("收件单位"))
        left.body.addWidget(self.peer_table, 1)
        self.unverified = button(self.tr("去核对指纹…"))
        self.unverified.clicked.connect(self.verify_asked)
        left.body.addWidget(self.unverified, 0, Qt.AlignmentFlag.AlignLeft)
        self.leaving_card.body.addWidget(self.leaving_table, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(self.leaving_card)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 3)
        self.result.body.addWidget(self.said)
        self.result.hide()
        self.progress.cancel_asked.connect(self._cancel)
        foot = QHBoxLayout()
        foot.addWidget(self.progress, 1)
        foot.addStretch(0)
        foot.addWidget(self.each)
        foot.addWidget(self.again)
        foot.addWidget(self.stop)
        foot.addWidget(self.seal)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 12, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(halves, 1)
        lines.addWidget(self.result)
        lines.addWidget(self.bar)
        lines.addLayout(foot)


def _tone(row: PeerRow) -> Tone:
    if not row.verified:
        return Tone.BAD
    return Tone.WARN if row.leaving or row.ack_due else Tone.NEUTRAL


def _free(_register: Register, folder: Path) -> tuple[Path, int]:
    return folder, places.free(folder)


def _count(row: PeerRow) -> str:
    return str(len(row.leaving)) if row.leaving else "—"


def _size(row: Leaving) -> str:
    return wording.size_text(row.size) if row.size else "—"
