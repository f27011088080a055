"""The window of an open register: pages at the left, the page at the right, the state below.

``NAVIGATION`` is the one table of pages; a page is built when it is first shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.kernel import clock
from app.kernel.terms import Purpose
from app.services import drafts, duties, house_settings
from app.services.changes import Changes, Noun
from app.services.drafts import SavedDraft
from app.services.setup import Identity
from app.ui import theme
from app.ui.actions import Shortcuts, WindowActions
from app.ui.cases.page import CasesPage
from app.ui.desk import Desk
from app.ui.device import Preferences
from app.ui.exchange.page import IN, ExchangePage
from app.ui.exchange.places_watch import PlacesWatch
from app.ui.journal.page import JournalPage
from app.ui.keys_dialog import KeysDialog
from app.ui.letters.page import LettersPage
from app.ui.matters.page import MattersPage
from app.ui.members.page import MembersPage
from app.ui.page import NEW, Page, PageId, page_title
from app.ui.reminder import Reminder
from app.ui.settings.page import SettingsPage
from app.ui.theme import Tone
from app.ui.widgets import icons
from app.ui.widgets.card import button, label
from app.ui.widgets.navigation import NavigationButton
from app.ui.widgets.notice import NoticeBar
from app.ui.workbench.page import WorkbenchPage

if TYPE_CHECKING:
    from app.services.setup import Register


@dataclass(frozen=True, slots=True)
class Badge:
    """How many things wait on a page: *count* is asked again when one of *nouns* changed."""

    count: Callable[[Register], int]
    nouns: frozenset[Noun]


@dataclass(frozen=True, slots=True)
class Row:
    """A page of the navigation; its title is ``page_title(page)``."""

    page: PageId
    factory: Callable[[Desk], Page]
    badge: Badge | None = None


NAVIGATION: Final[tuple[Row, ...]] = (
    Row(PageId.WORKBENCH, WorkbenchPage),
    Row(PageId.CASES, CasesPage),
    Row(PageId.REFERRALS, MattersPage, Badge(duties.waiting_matters, MattersPage.nouns)),
    Row(PageId.LETTERS, LettersPage),
    Row(PageId.EXCHANGE, ExchangePage, Badge(duties.waiting_peers, ExchangePage.nouns)),
    Row(PageId.MEMBERS, MembersPage),
    Row(PageId.JOURNAL, JournalPage),
)
"""In the order of the navigation; 设置 is added by whoever holds this computer's settings."""


def navigation(preferences: Preferences) -> tuple[Row, ...]:
    """Every page of the desk."""
    return (*NAVIGATION, Row(PageId.SETTINGS, lambda desk: SettingsPage(desk, preferences)))


class MainWindow(QMainWindow):
    """The desk of one register.

    Signals: ``lock_asked``; ``auto_lock_changed`` (minutes); ``closed`` when the person has closed
    the window.
    """

    lock_asked = Signal()
    auto_lock_changed = Signal(int)
    closed = Signal()

    def __init__(self, desk: Desk, identity: Identity, rows: Sequence[Row] = NAVIGATION) -> None:
        super().__init__()
        self._desk = desk
        self._rows = {row.page: row for row in rows}
        self._pages: dict[PageId, Page] = {}
        self._trail: list[PageId] = []
        self._ahead: list[PageId] = []
        self.buttons: dict[PageId, NavigationButton] = {}
        self.stack = QStackedWidget()
        self.notice = NoticeBar()
        self.watch = PlacesWatch(desk, self)
        self.reminder = Reminder(desk, self.show_page, self)
        self.actions_ = WindowActions(self)
        self.setWindowTitle(_title(identity))
        self._make_content(identity)
        self._make_status(identity)
        self.resize(QSize(1280, 740))
        self.actions_.asked.connect(self._do)
        self.actions_.page_asked.connect(self._show_nth)
        desk.refused.connect(self.notice.refuse)
        desk.changed.connect(self._count_again)
        desk.changed.connect(self._hear_settings)
        desk.busy.connect(self._show_busy)
        self.watch.fresh_changed.connect(self._show_arrived)
        self._count_again(Changes(frozenset(Noun)))
        if rows:
            self.show_page(rows[0].page)
        desk.ask(drafts.open_drafts).for_(self).then(self._offer_drafts)

    # -- pages -----------------------------------------------------------------------------

    @property
    def page_id(self) -> PageId | None:
        return self._trail[-1] if self._trail else None

    @property
    def page(self) -> Page | None:
        return self._pages.get(self._trail[-1]) if self._trail else None

    def show_page(self, page: PageId, subject: str = "") -> Page:
        """Go to *page*, and there to the record *subject*."""
        if self.page_id is not page:
            self._trail.append(page)
            self._ahead.clear()
        return self._present(page, subject)

    def _present(self, page: PageId, subject: str = "") -> Page:
        widget = self._pages.get(page) or self._build(page)
        self.stack.setCurrentWidget(widget)
        self.buttons[page].setChecked(True)
        if subject:
            widget.show_subject(subject)
        self._enable()
        return widget

    def _build(self, page: PageId) -> Page:
        widget = self._rows[page].factory(self._desk)
        if isinstance(widget, ExchangePage):
            widget.join(self.watch)
        widget.go.connect(self.show_page)
        widget.handlers_changed.connect(self._enable)
        self.stack.addWidget(widget)
        self._pages[page] = widget
        return widget

    def _back(self) -> None:
        if len(self._trail) > 1:
            self._ahead.append(self._trail.pop())
            self._present(self._trail[-1])

    def _forward(self) -> None:
        if self._ahead:
            self._trail.append(self._ahead.pop())
            self._present(self._trail[-1])

    def _show_nth(self, number: int) -> None:
        if number < len(self._rows):
            self.show_page(tuple(self._rows)[number])

    # -- actions ---------------------------------------------------------------------------

    def _handlers(self) -> dict[Shortcuts, Callable[[], object]]:
        own: dict[Shortcuts, Callable[[], object]] = {
            Shortcuts.BACK: self._back,
            Shortcuts.FORWARD: self._forward,
            Shortcuts.LOCK: self.lock_asked.emit,
            Shortcuts.QUIT: self.close,
            Shortcuts.HELP: self._show_keys,
        }
        if PageId.REFERRALS in self._rows:
            own[Shortcuts.NEW_REFERRAL] = lambda: self.show_page(PageId.REFERRALS, NEW)
        return {**own, **(self.page.handlers() if self.page else {})}

    def _show_keys(self) -> None:
        KeysDialog(self).open()

    def _do(self, shortcut: Shortcuts) -> None:
        handler = self._handlers().get(shortcut)
        if handler is not None:
            handler()

    def _enable(self) -> None:
        self.actions_.enable(self._handlers())

    # -- badges and state ------------------------------------------------------------------

    def _count_again(self, changes: Changes) -> None:
        for row in self._rows.values():
            if row.badge is not None and row.badge.nouns & changes.nouns:
                key = f"badge.{row.page}"
                answer = self._desk.ask_latest(key, row.badge.count)
                answer.for_(self).then(self.buttons[row.page].set_count)

    def _hear_settings(self, changes: Changes) -> None:
        if Noun.SETTINGS in changes.nouns:
            answer = self._desk.ask_latest("window.settings", house_settings.read)
            answer.for_(self).then(lambda read: self.auto_lock_changed.emit(read.auto_lock))

    def _offer_drafts(self, kept: tuple[SavedDraft, ...]) -> None:
        """A form that was open when the register was closed is one button away."""
        found = next((each for each in kept if _page_of(each) in self._rows), None)
        if found is None:
            return
        page = _page_of(found)
        saved = f"{clock.local(found.saved_at):%m-%d %H:%M}"
        self.notice.say(
            Tone.INFO,
            self.tr("“{page}”里有没有提交的内容，已于 {saved} 自动保存。").format(
                page=page_title(PageId(page)), saved=saved
            ),
            verb=self.tr("继续填写"),
            does=lambda: self.show_page(PageId(page)).resume(found.form, found.subject),
        )

    def _show_arrived(self, fresh: int) -> None:
        """A quiet word in the status line: nothing is opened, nothing taken in."""
        self.arrived.setText(self.tr("新到 %n 个交换包", "", fresh))
        self.arrived.setVisible(fresh > 0 and PageId.EXCHANGE in self._rows)

    def _show_busy(self, busy: bool) -> None:
        self._busy.setText(self.tr("正在写入登记册…") if busy else "")

    def _make_content(self, identity: Identity) -> None:
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        if identity.purpose is Purpose.EXERCISE:
            lines.addWidget(self._make_exercise_band())
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._make_navigation(identity))
        right = QVBoxLayout()
        right.setSpacing(0)
        bar = QVBoxLayout()
        bar.setContentsMargins(20, 12, 20, 0)
        bar.setSpacing(8)
        bar.addWidget(self.reminder.bar)
        bar.addWidget(self.notice)
        right.addLayout(bar)
        right.addWidget(self.stack, 1)
        across.addLayout(right, 1)
        lines.addLayout(across, 1)
        self.setCentralWidget(content)

    def _make_exercise_band(self) -> QFrame:
        band = QFrame()
        theme.set_role(band, "exercise")
        line = QHBoxLayout(band)
        line.setContentsMargins(16, 4, 16, 4)
        line.addWidget(label(self.tr("演练登记册：所有内容为演练样张，无效，不得用于实际办案")))
        line.addStretch(1)
        return band

    def _make_navigation(self, identity: Identity) -> QFrame:
        frame = QFrame()
        theme.set_role(frame, "navigation")
        lines = QVBoxLayout(frame)
        lines.setContentsMargins(0, 8, 0, 10)
        lines.setSpacing(1)
        group = QButtonGroup(frame)
        for row in self._rows.values():
            entry = NavigationButton(page_title(row.page), row.page.value)
            entry.clicked.connect(_shower(self, row.page))
            group.addButton(entry)
            lines.addWidget(entry)
            self.buttons[row.page] = entry
        lines.addStretch(1)
        who = label(identity.user, "secondary")
        who.setContentsMargins(16, 0, 12, 0)
        lines.addWidget(who)
        return frame

    def _make_status(self, identity: Identity) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 12, 0)
        parts = [
            self.tr("登记册：{agency}").format(agency=identity.agency),
            identity.mechanism or self.tr("尚未加入机制"),
            self.tr("已加密"),
        ]
        state = QLabel("　·　".join(parts))
        state.setContentsMargins(12, 4, 12, 4)
        bar.addWidget(state, 1)
        self._busy = QLabel()
        bar.addPermanentWidget(self._busy)
        self.arrived = button("", "link")
        self.arrived.clicked.connect(lambda: self.show_page(PageId.EXCHANGE, IN))
        self.arrived.hide()
        bar.addPermanentWidget(self.arrived)
        self.lock_button = button(self.tr("锁定 Ctrl+L"), "link")
        self.lock_button.setIcon(icons.icon("lock", theme.colours(self.palette()).accent))
        self.lock_button.clicked.connect(self.lock_asked)
        bar.addPermanentWidget(self.lock_button)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._desk.writing:
            event.ignore()
            self.notice.say(Tone.INFO, self.tr("正在写入，写完后自动关闭。"))
            self._desk.idle.connect(self.close, Qt.ConnectionType.SingleShotConnection)
            return
        super().closeEvent(event)
        self.closed.emit()


def _shower(window: MainWindow, page: PageId) -> Callable[[], None]:
    def show() -> None:
        window.show_page(page)

    return show


def _page_of(draft: SavedDraft) -> str:
    return draft.form.partition(".")[0]


def _title(identity: Identity) -> str:
    text = QCoreApplication.translate("navigation", "{agency} — 联席").format(
        agency=identity.agency
    )
    if identity.purpose is Purpose.EXERCISE:
        return QCoreApplication.translate("navigation", "【演练】") + text
    return text
