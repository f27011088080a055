"""The page 交换中心."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QTabWidget

from app.services import exchange
from app.services.changes import Noun
from app.services.exchange import PeerRow
from app.ui.actions import Shortcuts
from app.ui.desk import Desk
from app.ui.exchange.inbox import InboxTab
from app.ui.exchange.ledger import LedgerTab
from app.ui.exchange.media import MediaWatch
from app.ui.exchange.outbox import OutboxTab
from app.ui.page import Page, PageId, page_title

IN: Final = "in"
OUT: Final = "out"
"""Subjects the page can be opened at; any other is the uid of an agency to write to."""


class ExchangePage(Page):
    """收件, 发件 and 往来台账. Media are looked for while the page is visible."""

    nouns: ClassVar[frozenset[Noun]] = frozenset({Noun.EXCHANGE, Noun.MEMBERS, Noun.MATTERS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, page_title(PageId.EXCHANGE))
        self.inbox = InboxTab(self)
        self.outbox = OutboxTab(self)
        self.ledger = LedgerTab()
        self.media = MediaWatch(desk, self)
        self.media.changed.connect(self.inbox.bar.offer)
        self.media.changed.connect(self.outbox.bar.offer)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("交换中心的分页"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.inbox, self.tr("收件"))
        self.tabs.addTab(self.outbox, self.tr("发件"))
        self.tabs.addTab(self.ledger, self.tr("往来台账"))
        self.body.addWidget(self.tabs, 1)
        self.outbox.verify_asked.connect(self._go_to_members)
        self._wanted = ""

    def refresh(self) -> None:
        self.ask_latest("peers", exchange.peers).then(self._show_peers)

    def show_subject(self, uid: str) -> None:
        self.tabs.setCurrentWidget(self.inbox if uid == IN else self.outbox)
        self._wanted = "" if uid in {IN, OUT} else uid
        self.outbox.select_peer(self._wanted)

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        return {Shortcuts.RESCAN: self._rescan, Shortcuts.WRITE_BUNDLE: self._write}

    # -- inside ----------------------------------------------------------------------------

    def _show_peers(self, rows: tuple[PeerRow, ...]) -> None:
        self.outbox.show_peers(rows)
        self.ledger.show_peers(rows)
        self.outbox.select_peer(self._wanted)
        self._wanted = ""
        waiting = self.outbox.waiting
        text = self.tr("发件（{count}）").format(count=waiting) if waiting else self.tr("发件")
        self.tabs.setTabText(self.tabs.indexOf(self.outbox), text)

    def _rescan(self) -> None:
        self.media.look()
        self.inbox.rescan()

    def _write(self) -> None:
        self.tabs.setCurrentWidget(self.outbox)
        self.outbox.write()

    def _go_to_members(self) -> None:
        self.go.emit(PageId.MEMBERS, "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.media.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.media.stop()
