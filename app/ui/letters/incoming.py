"""收文: letters that came in bundles, and papers; what waits to be entered stands first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtWidgets import QLineEdit

from app import wording
from app.rules.papers import Reference
from app.services import drafting, evidence, incoming
from app.services.changes import Changes
from app.services.incoming import PAPER, IncomingQuery, IncomingRow
from app.services.matters import LetterRow
from app.ui.actions import Shortcuts
from app.ui.exchange.sheets import Sheets
from app.ui.letters.filters import KindBox, YearBox
from app.ui.letters.incoming_dialogs import AdditionForm, PaperForm
from app.ui.letters.tab import LettersTab, lay_out_book
from app.ui.matters.papers import Papers
from app.ui.page import Page, PageId
from app.ui.problems import in_words, or_destroyed
from app.ui.theme import Tone
from app.ui.widgets.card import button, flow, label
from app.ui.widgets.folding import FoldingTable
from app.ui.widgets.table import Column, ShortTable
from app.wording import letter_registers as words

_FOLDS: Final = (5, 4)
"""The handler goes first, then the number of the paper; both are told below the table."""


class IncomingTab(LettersTab):
    """A press on 回复 begins the answer among the drafts."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.sheets = Sheets(page)
        self.papers = Papers(page)
        self.year = YearBox(self.tr("年度"))
        self.kind = KindBox(self.tr("来文种类"), {PAPER: words.PAPER_NAME, **wording.LETTER_KINDS})
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("来文机关、字号、标题、承办人"))
        self.search.setAccessibleName(self.tr("查找收文"))
        self.search.setClearButtonEnabled(True)
        self.model = ShortTable(self._columns())
        self.table = FoldingTable(self.model, self.tr("收文登记簿"), _FOLDS)
        self.details = flow(label("", wraps=True))
        self.paper = button(self.tr("登记纸质来文…"), "primary")
        self.enter_all = button("")
        self.enter = button(self.tr("登记收文"))
        self.add = button(self.tr("办理情况…"))
        self.view = button(self.tr("查看来文"))
        self.reply = button(self.tr("回复…"))
        self.open = button(self.tr("查看事项"))
        self.print = button(self.tr("打印、导出登记簿…"))
        self._entered = ""
        self._lay_out()
        self._connect()
        self._show(None)

    # -- as every part ---------------------------------------------------------------------

    def refresh(self) -> None:
        self.page.ask_latest("incoming-years", incoming.years).then(self.year.offer)
        self.page.ask_latest("incoming", incoming.rows, self.query).then(self._take)

    def show_subject(self, uid: str) -> None:
        at = (n for n, row in enumerate(self.model.rows) if uid in (row.uid, row.letter_uid))
        if uid and (number := next(at, None)) is not None:
            self.table.select(number)

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        return {Shortcuts.NEW: self.open_paper, Shortcuts.FIND: self.search.setFocus}

    @property
    def query(self) -> IncomingQuery:
        """What is asked for by the fields above the table."""
        return IncomingQuery(self.year.year(), self.kind.kind(), self.search.text().strip())

    # -- acts ------------------------------------------------------------------------------

    def open_paper(self) -> PaperForm:
        form = PaperForm(self.page)
        form.entered.connect(self._expect)
        form.open()
        return form

    def open_addition(self, row: IncomingRow) -> AdditionForm:
        form = AdditionForm(self.page, row)
        form.open()
        return form

    def enter_row(self, row: IncomingRow) -> None:
        answer = self.page.act(incoming.enter_letters, (row.letter_uid,))
        answer.then(lambda _: self._expect(row.letter_uid))

    def begin_reply(self, row: IncomingRow) -> None:
        """A 复函 that refers to the letter, to be worked on among the drafts."""
        reference = Reference(row.title, row.number, row.dated_on)
        answer = self.page.act(drafting.begin_reply, reference, row.sender)
        answer.then(self._tell_reply)

    def show_paper(self, row: IncomingRow) -> None:
        if row.letter_uid:
            self.papers.show_letter(_letter(row))
        elif row.sha256:
            answer = self.page.ask(evidence.content, row.sha256)
            answer.then(lambda file: self.papers.show_file(_letter(row), *file))

    # -- inside ----------------------------------------------------------------------------

    def _expect(self, uid: str) -> None:
        """What was entered a moment ago is to be chosen, and its number told."""
        self._entered = uid
        self.refresh()

    def _take(self, rows: tuple[IncomingRow, ...]) -> None:
        kept = self.table.current
        waiting = tuple(row for row in rows if row.waits)
        shown = (*waiting, *reversed(rows[len(waiting) :]))
        self.model.set_rows(shown)
        asked = self.query != IncomingQuery()
        self.table.empty.say(
            self.tr("没有符合条件的来文。") if asked else self.tr("还没有收到过来文。")
        )
        self.enter_all.setText(self.tr("登记全部 %n 件来文", "", len(waiting)))
        self.enter_all.setVisible(len(waiting) > 1)
        self.print.setEnabled(len(waiting) < len(rows))
        same = (n for n, row in enumerate(shown) if kept and _same(row, kept))
        if rows:
            self.table.select(next(same, 0))
        self._choose_entered()
        self._show(self.table.current)

    def _choose_entered(self) -> None:
        uid, self._entered = self._entered, ""
        if not uid:
            return
        self.show_subject(uid)
        found = [row for row in self.model.rows if uid in (row.uid, row.letter_uid)]
        for row in found:
            said = self.tr("已登记，收文号 {number}。").format(number=row.entered)
            self.page.notice.say(Tone.GOOD, said)

    def _show(self, row: IncomingRow | None) -> None:
        there = row is not None and bool(row.title)
        self.enter.setVisible(row is not None and row.waits)
        self.add.setVisible(row is None or not row.waits)
        self.add.setEnabled(there)
        self.view.setEnabled(there and row is not None and bool(row.letter_uid or row.sha256))
        self.reply.setEnabled(there)
        self.open.setEnabled(row is not None and bool(row.matter_uid))
        self.details.setText(
            self._told(row) if row else self.tr("选中一件，这里显示它的登记情况。")
        )

    def _told(self, row: IncomingRow) -> str:
        facts = [
            (self.tr("来文机关"), row.sender),
            (self.tr("来文字号"), row.number),
            (self.tr("成文日期"), f"{row.dated_on:%Y-%m-%d}" if row.dated_on else ""),
            (self.tr("导入时间"), words.moment(row.taken_at)),
            (self.tr("承办人"), row.handler),
            (self.tr("办理情况"), words.handled(row)),
        ]
        second = "　".join(f"{name} {text}" for name, text in facts if text and text != "—")
        told = [or_destroyed(row.title), second]
        if row.waits:
            told.append(self.tr("已随交换包导入，还没有登记收文。登记收文不是签收，不起算期限。"))
        return "\n".join(told)

    def _tell_reply(self, changes: Changes) -> None:
        self.page.show_subject(f"drafts:{changes.uid}")
        self.page.notice.say(Tone.INFO, self.tr("已拟好复函的开头，请填写答复。"))

    def _for_current(self, act: Callable[[IncomingRow], object]) -> None:
        row = self.table.current
        if row is not None:
            act(row)

    def _enter_all(self) -> None:
        uids = tuple(row.letter_uid for row in self.model.rows if row.waits)
        self.page.act(incoming.enter_letters, uids)

    def _open_matter(self, row: IncomingRow) -> None:
        if row.matter_uid:
            self.page.go.emit(PageId.REFERRALS, row.matter_uid)

    def _print(self) -> None:
        entered = tuple(reversed([row for row in self.model.rows if not row.waits]))
        self.sheets.show(words.incoming_table(entered, self.query))

    def _connect(self) -> None:
        self.year.currentIndexChanged.connect(self.refresh)
        self.kind.currentIndexChanged.connect(self.refresh)
        self.search.textChanged.connect(self.refresh)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.show_paper)
        self.paper.clicked.connect(self.open_paper)
        self.enter_all.clicked.connect(self._enter_all)
        acts = {
            self.enter: self.enter_row,
            self.add: self.open_addition,
            self.view: self.show_paper,
            self.reply: self.begin_reply,
            self.open: self._open_matter,
        }
        for each, act in acts.items():
            each.clicked.connect(partial(self._for_current, act))
        self.print.clicked.connect(self._print)

    def _lay_out(self) -> None:
        bar = (self.year, self.kind, self.search, self.enter_all, self.print, self.paper)
        acts = (self.enter, self.view, self.reply, self.add, self.open)
        lay_out_book(self, bar, self.search, self.table, self.details, acts)

    def _columns(self) -> tuple[Column[IncomingRow], ...]:
        return (
            Column(
                self.tr("收文号"),
                lambda row: row.entered or self.tr("待登记"),
                tone=lambda row: Tone.WARN if row.waits else Tone.NEUTRAL,
                sample="收文〔2026〕000号",
            ),
            Column(
                self.tr("收文时间"),
                lambda row: words.moment(row.received_at),
                sample="2026-00-00 00:00",
            ),
            Column(self.tr("来文机关"), lambda row: row.sender or "—", sample="　" * 9),
            Column(
                self.tr("标题"),
                lambda row: or_destroyed(row.title),
                stretches=True,
                tip=lambda row: row.title,
            ),
            Column(self.tr("来文字号"), lambda row: row.number or "—", sample="　" * 10),
            Column(self.tr("承办人"), lambda row: row.handler or "—", sample="　" * 4),
            Column(self.tr("办理情况"), self._handled, sample="　" * 6, tip=words.handled),
        )

    def _handled(self, row: IncomingRow) -> str:
        if row.state is not None:
            return in_words(wording.STATES[row.state])
        return row.remark or "—"


def _same(one: IncomingRow, other: IncomingRow) -> bool:
    return (one.letter_uid or one.uid) == (other.letter_uid or other.uid)


def _letter(row: IncomingRow) -> LetterRow:
    return LetterRow(
        uid=row.letter_uid,
        kind=row.kind,
        way="external",
        number=row.number,
        title=row.title,
        signer="",
        dated_on=f"{row.dated_on or ''}",
        author="",
        sha256=row.sha256,
        check_code="",
    )
