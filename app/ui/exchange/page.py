"""The page 交换中心."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget

from app.services import deliveries, exchange, places
from app.services.changes import Noun
from app.services.deliveries import PlaceRow
from app.services.exchange import PeerRow
from app.sync.mailbox import Found
from app.ui.actions import Shortcuts
from app.ui.desk import Desk
from app.ui.exchange.alarms_card import AlarmsCard
from app.ui.exchange.inbox import InboxTab
from app.ui.exchange.ledger import LedgerTab
from app.ui.exchange.media import MediaWatch, Volume
from app.ui.exchange.outbox import OutboxTab
from app.ui.exchange.places_tab import PlacesTab
from app.ui.exchange.places_watch import PlacesWatch
from app.ui.exchange.proof_dialog import ProofDialog
from app.ui.exchange.receipts import ReceiptsTab
from app.ui.page import Page, PageId, page_title
from app.ui.theme import Tone
from app.ui.widgets.card import button

IN: Final = "in"
OUT: Final = "out"
"""Subjects the page can be opened at; any other is the uid of an agency to write to."""


class ExchangePage(Page):
    """收件, 发件, 往来台账 and 交换位置. Media are looked for while the page is visible, shared
    folders by the window's own watch, which ``join`` brings."""

    nouns: ClassVar[frozenset[Noun]] = frozenset({Noun.EXCHANGE, Noun.MEMBERS, Noun.MATTERS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, page_title(PageId.EXCHANGE))
        self.inbox = InboxTab(self)
        self.outbox = OutboxTab(self)
        self.receipts = ReceiptsTab(self)
        self.ledger = LedgerTab(self)
        self.places = PlacesTab(self)
        self.watch: PlacesWatch | None = None
        self._peers: tuple[PeerRow, ...] = ()
        self._places: tuple[PlaceRow, ...] = ()
        self.media = MediaWatch(desk, self)
        self.media.changed.connect(self.inbox.bar.offer)
        self.media.changed.connect(self.outbox.bar.offer)
        self.media.changed.connect(self._keep_volumes)
        self.check_file = button(self.tr("核验文件…"))
        self.check_file.clicked.connect(self.open_proof)
        self.header.add(self.check_file)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("交换中心的分页"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.inbox, self.tr("收件"))
        self.tabs.addTab(self.outbox, self.tr("发件"))
        self.tabs.addTab(self.receipts, self.tr("回执"))
        self.tabs.addTab(self.ledger, self.tr("往来台账"))
        self.tabs.addTab(self.places, self.tr("交换位置"))
        self.alarms = AlarmsCard(self)
        self.body.addWidget(self.alarms)
        self.body.addWidget(self.tabs, 1)
        self.alarms.write_asked.connect(self._write_to)
        self.outbox.verify_asked.connect(self._go_to_members)
        self.receipts.write_asked.connect(self._write_again)
        self.outbox.bar.places.chosen.connect(self.places.write_to)
        self.inbox.bar.places.chosen.connect(self._look_at)
        self.places.look_asked.connect(self._look_at)
        self._wanted = ""

    def refresh(self) -> None:
        self.ask_latest("peers", exchange.peers).then(self._show_peers)
        self.ask_latest("places", deliveries.rows).then(self._show_places)
        self.alarms.refresh()

    def join(self, watch: PlacesWatch) -> None:
        """Show what *watch* counts."""
        self.watch = watch
        watch.fresh_changed.connect(self._show_fresh)
        watch.states_changed.connect(self.refresh)
        self._show_fresh()

    def show_subject(self, uid: str) -> None:
        self.tabs.setCurrentWidget(self.inbox if uid == IN else self.outbox)
        self._wanted = "" if uid in {IN, OUT} else uid
        self.outbox.select_peer(self._wanted)

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        return {Shortcuts.RESCAN: self._rescan, Shortcuts.WRITE_BUNDLE: self._write}

    # -- inside ----------------------------------------------------------------------------

    def _show_peers(self, rows: tuple[PeerRow, ...]) -> None:
        self._peers = rows
        self.outbox.show_peers(rows)
        self.receipts.show_peers(rows)
        self.ledger.show_peers(rows)
        self.outbox.select_peer(self._wanted)
        self._wanted = ""
        self._show_fresh()
        waiting = self.outbox.waiting
        text = self.tr("发件（{count}）").format(count=waiting) if waiting else self.tr("发件")
        self.tabs.setTabText(self.tabs.indexOf(self.outbox), text)

    def _show_places(self, rows: tuple[PlaceRow, ...]) -> None:
        self._places = rows
        self._show_fresh()

    def _show_fresh(self) -> None:
        uids = [row.place.uid for row in self._places]
        counts = {uid: len(self.watch.fresh_in(uid)) if self.watch else 0 for uid in uids}
        self.places.show_places(self._places, self._peers, counts)
        self.inbox.bar.places.show_places(self._places, counts)
        self.outbox.bar.places.show_places(self._places, counts)
        fresh = sum(counts.values())
        text = self.tr("收件（新到 {count}）").format(count=fresh) if fresh else self.tr("收件")
        self.tabs.setTabText(self.tabs.indexOf(self.inbox), text)

    def _look_at(self, row: PlaceRow) -> None:
        """Show in 收件 what lies in a place; nothing is taken in by looking."""
        self.tabs.setCurrentWidget(self.inbox)
        self.inbox.bar.use(row.place.path)
        self.ask_latest("papers", places.papers, row.place).then(self._tell_papers)
        if self.watch is not None:
            self.watch.mark_looked(row.place.uid)

    def _tell_papers(self, papers: tuple[tuple[Found, ...], tuple[Found, ...]]) -> None:
        cards, rosters = papers
        parts = [self.tr("%n 张身份卡", "", len(cards))] if cards else []
        parts += [self.tr("%n 份名册", "", len(rosters))] if rosters else []
        if parts:
            text = self.tr("这里还有 {papers}。收过的不必再收；没有收过的，请到“成员与密钥”收下。")
            self.notice.say(
                Tone.INFO,
                text.format(papers="、".join(parts)),
                verb=self.tr("去成员与密钥"),
                does=self._go_to_members,
            )

    def _keep_volumes(self, volumes: tuple[Volume, ...]) -> None:
        self.places.volumes = volumes

    def _rescan(self) -> None:
        self.media.look()
        if self.watch is not None:
            self.watch.look()
        self.ask_latest("places", deliveries.rows).then(self._show_places)
        self.inbox.rescan()

    def _write(self) -> None:
        self.tabs.setCurrentWidget(self.outbox)
        self.outbox.write()

    def open_proof(self) -> ProofDialog:
        """A window that checks any file of ours and takes nothing in."""
        dialog = ProofDialog(self.desk, self)
        dialog.open()
        return dialog

    def _write_again(self, uid: str) -> None:
        self.tabs.setCurrentWidget(self.outbox)
        self.outbox.write_again(uid)

    def _write_to(self, uid: str) -> None:
        self.tabs.setCurrentWidget(self.outbox)
        self.outbox.select_peer(uid)

    def _go_to_members(self) -> None:
        self.go.emit(PageId.MEMBERS, "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.media.start()
        if self.watch is None:
            self.join(PlacesWatch(self.desk, self))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.media.stop()
