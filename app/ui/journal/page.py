"""The page 审计日志: a list to search, and a check of the whole chain."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from app import wording
from app.kernel import clock
from app.services import journal
from app.services.changes import Noun
from app.services.journal import ChainState, JournalQuery, JournalRow
from app.ui.actions import Shortcuts
from app.ui.desk import Answer, Desk
from app.ui.page import Page, PageId, page_title
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import Card, button
from app.ui.widgets.progress import ProgressLine
from app.ui.widgets.table import Column, LongTable, TableView
from app.wording.letter_book import REASONS, WAYS

_DEBOUNCE_MS: Final = 180
_WORDS: Final = {
    **{purpose.value: text for purpose, text in wording.PURPOSES.items()},
    **wording.LETTER_KINDS,
    **WAYS,
    **{f"number.{reason}": text for reason, text in REASONS.items()},
}


class JournalPage(Page):
    """Every line, the newest first; nothing here changes one."""

    nouns: ClassVar[frozenset[Noun]] = frozenset(Noun)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, page_title(PageId.JOURNAL), parent)
        self.model = LongTable(self._columns())
        self.table = TableView(self.model, self.tr("审计日志"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("查找操作人、对象或内容"))
        self.search.setAccessibleName(self.tr("查找"))
        self.search.setClearButtonEnabled(True)
        self.action = QComboBox()
        self.action.setAccessibleName(self.tr("操作种类"))
        self.action.addItem(self.tr("全部操作"), "")
        self.check = button(self.tr("校验日志"), "primary")
        self.progress = ProgressLine()
        self._checking: Answer[ChainState] | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_DEBOUNCE_MS)
        self._lay_out()
        self._connect()

    def _columns(self) -> tuple[Column[JournalRow], ...]:
        return (
            Column(self.tr("序号"), lambda row: str(row.number), sample="1000000"),
            Column(self.tr("时间"), _moment, sample="2026-12-31 23:59:59"),
            Column(self.tr("操作人"), lambda row: row.actor, sample="甲某某某"),
            Column(self.tr("操作"), _action, sample=self.tr("由外单位摘要立为本单位案件")),
            Column(self.tr("内容"), _facts, tip=_facts, stretches=True),
        )

    def _lay_out(self) -> None:
        self.header.add(self.check)
        row = QHBoxLayout()
        row.addWidget(self.search, 3)
        row.addWidget(self.action, 1)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.progress)
        self.card = Card(self.tr("操作记录"))
        self.card.body.addWidget(self.table)
        self.body.addWidget(self.card, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._wait.start)
        self._wait.timeout.connect(self._list)
        self.action.activated.connect(self._list)
        self.model.wanted.connect(self._fetch)
        self.check.clicked.connect(self._check)
        self.progress.cancel_asked.connect(self._stop)

    # -- list ------------------------------------------------------------------------------

    def refresh(self) -> None:
        self.ask_latest("actions", journal.actions).then(self._show_actions)
        self._list()

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        return {Shortcuts.FIND: self.search.setFocus, Shortcuts.RESCAN: self.refresh}

    @property
    def waiting(self) -> bool:
        """Whether a search was typed and not asked yet."""
        return self._wait.isActive()

    def _list(self) -> None:
        query = JournalQuery(str(self.action.currentData()), self.search.text())
        self.ask_latest("ids", journal.line_ids, query).then(self._show_ids)

    def _show_ids(self, ids: tuple[int, ...]) -> None:
        self.table.empty.say(self.tr("没有符合条件的记录。"))
        self.model.set_ids(ids)
        self.card.note.setText(self.tr("%n 条", "", len(ids)))

    def _fetch(self, page: int, ids: tuple[int, ...]) -> None:
        def give(rows: tuple[JournalRow, ...]) -> None:
            self.model.give(page, ids, rows)

        self.ask(journal.lines, ids).then(give)

    def _show_actions(self, actions: tuple[str, ...]) -> None:
        known = {self.action.itemData(index) for index in range(self.action.count())}
        for action in actions:
            if action not in known:
                self.action.addItem(in_words(wording.journal_action(action)), action)

    # -- check -----------------------------------------------------------------------------

    def _check(self) -> None:
        self.check.setEnabled(False)
        self.notice.clear()
        self.progress.begin(self.tr("正在校验"))
        self._checking = self.ask(journal.verify)
        self._checking.progress(self.progress.advance).then(self._tell).always(self._end)

    def _stop(self) -> None:
        if self._checking is not None:
            self._checking.cancel()
            self.notice.say(Tone.INFO, self.tr("校验已停止，日志没有改动。"))

    def _end(self) -> None:
        self._checking = None
        self.progress.end()
        self.check.setEnabled(True)

    def _tell(self, state: ChainState) -> None:
        if state.broken_at is None:
            said = self.tr("%n 条记录全部相符，没有增删改动。", "", state.lines)
            self.notice.say(Tone.GOOD, said)
            return
        self.notice.say(
            Tone.BAD,
            self.tr(
                "第 {number} 条记录与写入时不一致，或者它前面有记录被删除。"
                "请停止使用这份登记册，把整个文件夹复制留存，并用备份核对。"
            ).format(number=state.broken_at),
        )
        if state.broken_at in self.model.ids:
            self.table.select(self.model.ids.index(state.broken_at))


def _moment(row: JournalRow) -> str:
    return f"{clock.local(row.at):%Y-%m-%d %H:%M:%S}"


def _action(row: JournalRow) -> str:
    return in_words(wording.journal_action(row.action))


def _facts(row: JournalRow) -> str:
    """What a person can read of the facts: no identities, no hashes."""
    told = filter(None, [row.about, *map(str, row.facts.values())])
    return "，".join(
        in_words(_WORDS[text]) if text in _WORDS else text
        for text in told
        if not _MACHINE.fullmatch(text)
    )


_MACHINE: Final = re.compile(r"[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
