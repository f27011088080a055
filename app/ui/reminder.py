"""What the window says of itself when it opens: a register that is not the newest, or no backup."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.services import backup, continuity
from app.services.backup import Standing
from app.services.changes import Changes, Noun
from app.services.continuity import Mark
from app.ui.desk import Desk
from app.ui.page import PageId
from app.ui.problems import in_words
from app.ui.restore.collect_dialog import CollectDialog
from app.ui.theme import Tone
from app.ui.widgets.notice import NoticeBar
from app.wording import backup as words


class Reminder(QObject):
    """Says it in a bar of its own, over *window*; *go* leads to a page.

    The mark comes first and stays until new keys clear it; a backup is asked for once, when the
    window opens, and the bar goes when one was made.
    """

    def __init__(self, desk: Desk, go: Callable[[PageId], object], window: QWidget) -> None:
        super().__init__(window)
        self.bar = NoticeBar()
        self._window = window
        self._desk = desk
        self._go = go
        self._marked = False
        desk.ask(continuity.mark).for_(self).then(self._begin)
        desk.changed.connect(self._hear)

    def _begin(self, mark: Mark | None) -> None:
        self._say_mark(mark)
        if mark is None:
            self._desk.ask(backup.standing).for_(self).then(self._say_backup)

    def _hear(self, changes: Changes) -> None:
        if Noun.EXCHANGE in changes.nouns:
            self._ask_again()
        if Noun.SETTINGS in changes.nouns and self.bar.isVisible():
            answer = self._desk.ask_latest("reminder.backup", backup.standing)
            answer.for_(self).then(self._clear_when_made)

    def _say_mark(self, mark: Mark | None) -> None:
        if mark is not None:
            self._marked = True
            self.bar.say(
                Tone.BAD,
                words.continuity(mark.reason, mark.made_at, mark.newest_at, in_words),
                verb=self.tr("从各单位收回…"),
                does=self._collect,
            )
        elif self._marked:
            self._marked = False
            self.bar.clear()

    def _collect(self) -> None:
        dialog = CollectDialog(self._desk, self._window)
        dialog.finished.connect(self._ask_again)
        dialog.open()

    def _ask_again(self) -> None:
        self._desk.ask_latest("reminder.mark", continuity.mark).for_(self).then(self._say_mark)

    def _clear_when_made(self, found: Standing) -> None:
        if not self._marked and not found.due:
            self.bar.clear()

    def _say_backup(self, found: Standing) -> None:
        if not found.due:
            return
        days = self.tr("%n 天", "", found.days)
        said = (
            self.tr("登记册还没有备份过，建立已经 {days}。")
            if found.last is None
            else self.tr("已经 {days}没有备份，此后又有 {lines} 处改动。")
        )
        self.bar.say(
            Tone.WARN,
            said.format(days=days, lines=found.lines_since),
            verb=self.tr("去备份"),
            does=lambda: self._go(PageId.SETTINGS),
        )
