"""发文: every number of the year with its letter, and the numbers that have none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from app import wording
from app.documents.kinds.letters import LETTERS, LetterKind
from app.documents.model import Form
from app.services import outgoing
from app.services.matters import LetterRow
from app.services.number_settings import numbered_kinds
from app.services.outgoing import OutgoingQuery, OutgoingRow, Standing
from app.ui.actions import Shortcuts
from app.ui.exchange.sheets import Sheets
from app.ui.letters.filters import KindBox, YearBox
from app.ui.letters.number_dialogs import ExplainForm, VoidForm
from app.ui.letters.seal_dialog import SealForm
from app.ui.letters.tab import LettersTab, lay_out_book
from app.ui.matters.papers import Papers
from app.ui.page import Page, PageId
from app.ui.problems import in_words, or_destroyed
from app.ui.theme import Tone
from app.ui.widgets.card import button, flow, label
from app.ui.widgets.folding import FoldingTable
from app.ui.widgets.table import Column, ShortTable
from app.wording import letter_registers as words
from app.wording.letter_book import REASONS

_FOLDS: Final = (3, 2, 5)
"""Signer, receiver and seal go first; all are told below the table."""
_TONES: Final = {
    Standing.GAP: Tone.BAD,
    Standing.TWICE: Tone.BAD,
    Standing.WITHDRAWN: Tone.WARN,
    Standing.VOID: Tone.NEUTRAL,
    Standing.EXPLAINED: Tone.NEUTRAL,
    Standing.DESTROYED: Tone.NEUTRAL,
}


class OutgoingTab(LettersTab):
    """The newest number stands first; on paper the book begins with number one."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.sheets = Sheets(page)
        self.papers = Papers(page)
        self.year = YearBox(self.tr("年度"))
        names = {kind.value: wording.LETTER_KINDS[kind.value] for kind in numbered_kinds()}
        self.kind = KindBox(self.tr("文书种类"), names)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("文号、标题、主送、签发人"))
        self.search.setAccessibleName(self.tr("查找发文"))
        self.search.setClearButtonEnabled(True)
        self.model = ShortTable(self._columns())
        self.table = FoldingTable(self.model, self.tr("发文登记簿"), _FOLDS)
        self.gaps = label("", "fault")
        self.details = flow(label("", wraps=True))
        self.view = button(self.tr("查看、打印"))
        self.seal = button(self.tr("登记用印…"))
        self.explain = button(self.tr("说明空号…"))
        self.void = button(self.tr("文号作废…"))
        self.open = button(self.tr("查看事项"))
        self.print = button(self.tr("打印、导出登记簿…"))
        self._shown: tuple[OutgoingQuery, set[str]] | None = None
        self._lay_out()
        self._connect()
        self._show(None)

    # -- as every part ---------------------------------------------------------------------

    def refresh(self) -> None:
        self.page.ask_latest("outgoing-years", outgoing.years).then(self.year.offer)
        self.page.ask_latest("outgoing", outgoing.rows, self.query).then(self._take)

    def show_subject(self, uid: str) -> None:
        at = (n for n, row in enumerate(self.model.rows) if row.letter_uid == uid)
        if uid and (number := next(at, None)) is not None:
            self.table.select(number)

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        return {Shortcuts.FIND: self.search.setFocus}

    @property
    def query(self) -> OutgoingQuery:
        """What is asked for by the fields above the table."""
        kind = self.kind.kind()
        return OutgoingQuery(
            year=self.year.year(),
            kind=LetterKind(kind) if kind else None,
            text=self.search.text().strip(),
        )

    # -- acts ------------------------------------------------------------------------------

    def open_seal(self, row: OutgoingRow) -> SealForm:
        form = SealForm(self.page, row.letter_uid, row.number)
        form.open()
        return form

    def open_explain(self, row: OutgoingRow) -> ExplainForm:
        form = ExplainForm(self.page, row)
        form.open()
        return form

    def open_void(self, row: OutgoingRow) -> VoidForm:
        form = VoidForm(self.page, row.number)
        form.open()
        return form

    def show_letter(self, row: OutgoingRow) -> None:
        if row.letter_uid and row.title:
            self.papers.show_letter(_letter(row))

    # -- inside ----------------------------------------------------------------------------

    def _take(self, rows: tuple[OutgoingRow, ...]) -> None:
        kept = self.table.current
        shown = tuple(reversed(rows))
        added = self._added(rows)
        self.model.set_rows(shown)
        asked = self.query != OutgoingQuery()
        self.table.empty.say(
            self.tr("没有符合条件的发文。") if asked else self.tr("还没有出具过编号的文书。")
        )
        waiting = sum(row.last - row.first + 1 for row in rows if row.standing is Standing.GAP)
        self.gaps.setText(self.tr("%n 个空号待说明", "", waiting) if waiting else "")
        self.gaps.setVisible(bool(waiting))
        self.print.setEnabled(bool(rows))
        same = (n for n, row in enumerate(shown) if kept and row.number == kept.number)
        new = (n for n, row in enumerate(shown) if row.letter_uid and row.letter_uid in added)
        if rows:
            self.table.select(next(new, next(same, 0)))
        self._show(self.table.current)

    def _added(self, rows: tuple[OutgoingRow, ...]) -> set[str]:
        """What was issued since the same was asked for; nothing where another was."""
        before, self._shown = self._shown, (self.query, {row.letter_uid for row in rows})
        return self._shown[1] - before[1] if before and before[0] == self.query else set()

    def _show(self, row: OutgoingRow | None) -> None:
        gap = row is not None and row.standing in {Standing.GAP, Standing.EXPLAINED}
        issued = row is not None and bool(row.letter_uid and row.title)
        self.view.setEnabled(issued)
        self.seal.setEnabled(issued and row is not None and _sealed_kind(row.kind))
        self.explain.setVisible(gap)
        self.explain.setEnabled(row is not None and row.standing is Standing.GAP)
        self.void.setVisible(not gap)
        self.void.setEnabled(issued and row is not None and row.reason is None)
        self.open.setEnabled(row is not None and bool(row.matter_uid))
        self.details.setText(
            self._told(row) if row else self.tr("选中一件，这里显示它的登记情况。")
        )

    def _told(self, row: OutgoingRow) -> str:
        if row.standing is Standing.GAP:
            said = self.tr("{numbers}：编号时跳过了这些号。请核对办公室的发文登记后说明原因。")
            return said.format(numbers=row.number)
        facts = [
            (self.tr("主送"), row.receiver),
            (self.tr("签发人"), row.signer),
            (self.tr("份数"), str(row.copies) if row.copies else ""),
            (self.tr("用印"), f"{row.sealed_on:%Y-%m-%d}" if row.sealed_on else ""),
            (self.tr("送达"), words.moment(row.delivered_at)),
            (self.tr("签收"), words.moment(row.acknowledged_at)),
            (self.tr("校验码"), row.check_code),
            (self.tr("备注"), words.remark(row)),
        ]
        second = "　".join(f"{name} {text}" for name, text in facts if text and text != "—")
        return f"{row.number}　{_titled(row)}\n{second}"

    def _open_row(self, row: OutgoingRow) -> None:
        if row.standing is Standing.GAP:
            self.open_explain(row)
        else:
            self.show_letter(row)

    def _for_current(self, act: Callable[[OutgoingRow], object]) -> None:
        row = self.table.current
        if row is not None:
            act(row)

    def _open_matter(self, row: OutgoingRow) -> None:
        if row.matter_uid:
            self.page.go.emit(PageId.REFERRALS, row.matter_uid)

    def _print(self) -> None:
        rows = tuple(reversed(self.model.rows))
        self.sheets.show(words.outgoing_table(rows, self.query))

    def _connect(self) -> None:
        self.year.currentIndexChanged.connect(self.refresh)
        self.kind.currentIndexChanged.connect(self.refresh)
        self.search.textChanged.connect(self.refresh)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._open_row)
        acts = {
            self.view: self.show_letter,
            self.seal: self.open_seal,
            self.explain: self.open_explain,
            self.void: self.open_void,
            self.open: self._open_matter,
        }
        for each, act in acts.items():
            each.clicked.connect(partial(self._for_current, act))
        self.print.clicked.connect(self._print)

    def _lay_out(self) -> None:
        bar = (self.year, self.kind, self.search, self.gaps, self.print)
        acts = (self.view, self.seal, self.explain, self.void, self.open)
        lay_out_book(self, bar, self.search, self.table, self.details, acts)

    def _columns(self) -> tuple[Column[OutgoingRow], ...]:
        day = "2026-00-00"
        return (
            Column(self.tr("文号"), lambda row: row.number, sample="示财采移〔2026〕000号　"),
            Column(
                self.tr("标题"), lambda row: row.title or "—", stretches=True, tip=lambda r: r.title
            ),
            Column(self.tr("主送"), lambda row: row.receiver or "—", sample="　" * 9),
            Column(self.tr("签发人"), lambda row: row.signer or "—", sample="　" * 4),
            Column(self.tr("成文日期"), lambda row: _day(row), sample=day),
            Column(
                self.tr("用印"),
                lambda row: f"{row.sealed_on:%Y-%m-%d}" if row.sealed_on else "—",
                sample=day,
            ),
            Column(self.tr("状态"), self._state, tone=_tone, sample=self.tr("空号待说明")),
        )

    def _state(self, row: OutgoingRow) -> str:
        if row.reason is not None:
            return in_words(REASONS[row.reason])
        if row.standing is not Standing.ISSUED:
            return in_words(words.STANDINGS_SHOWN[row.standing])
        if row.acknowledged_at:
            return QCoreApplication.translate("letters", "已签收")
        if row.delivered_at:
            return QCoreApplication.translate("letters", "已送达")
        return self.tr("已用印") if row.sealed_on else self.tr("已编号")


def _tone(row: OutgoingRow) -> Tone:
    done = row.acknowledged_at or row.delivered_at or row.sealed_on
    return _TONES.get(row.standing, Tone.GOOD if done else Tone.INFO)


def _day(row: OutgoingRow) -> str:
    return f"{row.dated_on:%Y-%m-%d}" if row.dated_on else "—"


def _titled(row: OutgoingRow) -> str:
    """A number that has no letter had no contents to be destroyed."""
    if row.letter_uid:
        return or_destroyed(row.title)
    return in_words(words.STANDINGS_SHOWN[Standing.EXPLAINED])


def _sealed_kind(kind: str) -> bool:
    """纪要 bear no seal (党政机关公文格式 10.3)."""
    return kind in set(LetterKind) and LETTERS[LetterKind(kind)].form is not Form.MINUTES


def _letter(row: OutgoingRow) -> LetterRow:
    return LetterRow(
        uid=row.letter_uid,
        kind=row.kind,
        way=row.way,
        number=row.number,
        title=row.title,
        signer=row.signer,
        dated_on=f"{row.dated_on or ''}",
        author="",
        sha256=row.sha256,
        check_code=row.check_code,
    )
