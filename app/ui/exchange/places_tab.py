"""交换位置: the places known, how they are, and what can be done there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import wording
from app.services import deliveries, places
from app.services.deliveries import PlaceRow, Swept
from app.services.exchange import PeerRow
from app.services.places import PlaceKind, PlaceState
from app.ui.exchange.burn_dialog import BurnDialog
from app.ui.exchange.deliver_dialog import DeliverDialog
from app.ui.exchange.media import Volume
from app.ui.exchange.place_dialog import PlaceDialog
from app.ui.exchange.places_bar import state_tone
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.table import Column, ShortTable, TableView
from app.wording.places import PLACE_KINDS, PLACE_STATES


class PlacesTab(QWidget):
    """``look_asked`` (PlaceRow) when the person wants to see what lies in a place for us."""

    look_asked = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._peers: tuple[PeerRow, ...] = ()
        self._fresh: Mapping[str, int] = {}
        self.volumes: tuple[Volume, ...] = ()
        self.places = ShortTable(self._columns())
        self.table = TableView(self.places, self.tr("交换位置"))
        self.where = label("", "secondary", wraps=True)
        self.add = button(self.tr("添加交换位置…"))
        self.change = button(self.tr("更改…"))
        self.forget = button(self.tr("去掉…"))
        self.look = button(self.tr("查看收件"))
        self.sweep = button(self.tr("清理对方已确认的文件"))
        self.burned = button(self.tr("校验刻好的光盘…"))
        self.deliver = button(self.tr("写给多个单位…"), "primary")
        self._lay_out()
        self.table.chosen.connect(lambda _: self._enable())
        self.table.opened.connect(lambda _: self._change())
        self.add.clicked.connect(
            lambda: PlaceDialog(self._page.desk, self._peers, None, self).open()
        )
        self.change.clicked.connect(self._change)
        self.forget.clicked.connect(self._ask_forget)
        self.look.clicked.connect(lambda: self.look_asked.emit(self.table.current))
        self.sweep.clicked.connect(self._sweep)
        self.burned.clicked.connect(self.verify_disc)
        self.deliver.clicked.connect(lambda: self.write_to(self.table.current))
        self._enable()

    def show_places(
        self, rows: tuple[PlaceRow, ...], peers: tuple[PeerRow, ...], fresh: Mapping[str, int]
    ) -> None:
        """*fresh* counts new bundles by the uid of a place."""
        kept = self.table.current
        self._peers, self._fresh = peers, fresh
        self.places.set_rows(rows)
        if rows:
            uids = [row.place.uid for row in rows]
            uid = kept.place.uid if kept else ""
            self.table.select(uids.index(uid) if uid in uids else 0)
        self.table.empty.say(
            self.tr(
                "还没有交换位置。把常用的共享文件夹、U 盘或者刻录文件夹添加进来，以后一按就到。"
            )
        )
        self._enable()

    def write_to(self, row: PlaceRow | None) -> None:
        if row is not None:
            DeliverDialog(self._page.desk, row.place, self).open()

    def verify_disc(self) -> None:
        BurnDialog(self._page.desk, self.volumes, self).open()

    # -- inside ----------------------------------------------------------------------------

    def _change(self) -> None:
        if (row := self.table.current) is not None:
            PlaceDialog(self._page.desk, self._peers, row.place, self).open()

    def _ask_forget(self) -> None:
        if (row := self.table.current) is None:
            return
        dialogs.confirm(
            self,
            self.tr("去掉交换位置“{name}”？").format(name=row.place.name),
            self.tr("只是不再列出；文件夹和里面的文件都不动，以后可以再添加。"),
            self.tr("去掉"),
            lambda: self._page.act(places.forget_place, row.place.uid),
        )

    def _sweep(self) -> None:
        if (row := self.table.current) is not None:
            self.sweep.setEnabled(False)
            answer = self._page.act(deliveries.sweep_acknowledged, row.place)
            answer.then(self._swept).always(self._enable)

    def _swept(self, swept: Swept) -> None:
        parts = [self.tr("清理了 %n 个对方已确认的文件。", "", len(swept.removed))]
        if swept.held:
            parts.append(self.tr("%n 个正被占用，以后再清理。", "", len(swept.held)))
        if swept.other:
            parts.append(
                self.tr("%n 个与本单位写入时不同，没有动：", "", len(swept.other))
                + "、".join(swept.other)
            )
        tone = Tone.WARN if swept.held or swept.other else Tone.GOOD
        self._page.notice.say(tone, "".join(parts))

    def _enable(self) -> None:
        row: PlaceRow | None = self.table.current
        for each in (self.change, self.forget):
            each.setEnabled(row is not None)
        there = row is not None and row.state is not PlaceState.ABSENT
        writes = there and row is not None and row.state is not PlaceState.READ_ONLY
        self.look.setEnabled(there and row is not None and row.place.kind is not PlaceKind.BURN)
        self.deliver.setEnabled(writes)
        count = row.sweepable if row is not None else 0
        self.sweep.setEnabled(writes and count > 0)
        text = self.tr("清理对方已确认的 %n 个文件", "", count)
        self.sweep.setText(text if count else self.tr("清理对方已确认的文件"))
        self.where.setText(self._where(row) if row is not None else "")

    def _where(self, row: PlaceRow) -> str:
        if row.state is PlaceState.ABSENT:
            return self.tr("{folder}：现在找不到，接上以后会自动恢复。").format(
                folder=row.place.folder
            )
        return self.tr("{folder}：剩余 {free}").format(
            folder=row.place.folder, free=wording.size_text(row.free)
        )

    def _columns(self) -> tuple[Column[PlaceRow], ...]:
        return (
            Column(
                self.tr("名称"),
                lambda row: row.place.name,
                tip=lambda row: row.place.folder,
                stretches=True,
            ),
            Column(
                self.tr("种类"),
                lambda row: in_words(PLACE_KINDS[row.place.kind]),
                sample=self.tr("U 盘或者移动硬盘"),
            ),
            Column(
                self.tr("状态"),
                lambda row: in_words(PLACE_STATES[row.state]),
                tone=lambda row: state_tone(row.state),
                sample=self.tr("空间不足"),
            ),
            Column(self.tr("新到"), self._new, sample=self.tr("000 个")),
            Column(self.tr("待写出"), self._unwritten, sample=self.tr("00 个单位")),
            Column(self.tr("可清理"), self._sweepable, sample=self.tr("000 个")),
        )

    def _new(self, row: PlaceRow) -> str:
        count = self._fresh.get(row.place.uid, 0)
        return self.tr("%n 个", "", count) if count else "—"

    def _unwritten(self, row: PlaceRow) -> str:
        return self.tr("%n 个单位", "", row.unwritten) if row.unwritten else "—"

    def _sweepable(self, row: PlaceRow) -> str:
        return self.tr("%n 个", "", row.sweepable) if row.sweepable else "—"

    def _lay_out(self) -> None:
        card = Card(self.tr("交换位置"))
        card.note.setText(self.tr("共享文件夹每分钟查看一次，只计数，从不自动导入"))
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.where)
        first, second = QHBoxLayout(), QHBoxLayout()
        for each in (self.add, self.change, self.forget):
            first.addWidget(each)
        first.addStretch(1)
        second.addStretch(1)
        for each in (self.look, self.sweep, self.burned, self.deliver):
            second.addWidget(each)
        card.body.addLayout(first)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 12, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(card, 1)
        lines.addLayout(second)
