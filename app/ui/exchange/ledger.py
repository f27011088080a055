"""往来台账: for each agency how far each side has got, and every bundle that went or came."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.kernel import clock
from app.services import disclosures, ledger
from app.services.exchange import PeerRow
from app.services.ledger import BundleRow, BundleState, Direction, LedgerQuery
from app.ui import theme
from app.ui.exchange import told
from app.ui.exchange.receipts import fill
from app.ui.exchange.sheets import Sheets
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.dates import OptionalDay
from app.ui.widgets.folding import FoldingTable
from app.ui.widgets.table import Column, ShortTable
from app.wording import ledgers as words

_FOLDS: Final = (6, 3)
"""The file goes first, then the numbers; both are in the sheet that a press of Enter opens."""

_PEERS_SEEN: Final = 2
"""Lines that the upper table shows at most without being scrolled."""
_EDGE: Final = 2

_PEER_FOLDS: Final = (7, 3, 6)
_LEAST: Final = 10
_TONES: Final = {
    BundleState.PROMISED: Tone.WARN,
    BundleState.FAILED: Tone.BAD,
    BundleState.WRITTEN: Tone.WARN,
    BundleState.PARTLY_TAKEN_IN: Tone.WARN,
    BundleState.TAKEN_IN: Tone.GOOD,
    BundleState.RECEIVED: Tone.GOOD,
    BundleState.REFUSED: Tone.BAD,
}


class LedgerTab(QWidget):
    """Written, taken in and delivered are three facts; this page tells the first two."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.sheets = Sheets(page)
        self.peers = ShortTable(self._columns())
        self.table = FoldingTable(self.peers, self.tr("各单位往来情况"), _PEER_FOLDS, _LEAST)
        self.table.empty.say(self.tr("还没有与任何单位往来。"))
        self.peer, self.direction = self._box(self.tr("往来单位")), self._box(self.tr("方向"))
        self.peer.addItem(self.tr("全部单位"), "")
        self.direction.addItem(self.tr("送出和收到"), "")
        for way, text in words.DIRECTIONS.items():
            self.direction.addItem(in_words(text), way.value)
        today = clock.local_date(page.desk.clock.now())
        self.since, self.until = OptionalDay(today), OptionalDay(today)
        self.bundles = ShortTable(self._bundle_columns())
        self.bundle_table = FoldingTable(self.bundles, self.tr("交换包"), _FOLDS)
        self.open = button(self.tr("内容、导入报告…"))
        self.holders = button(self.tr("披露台账…"))
        self.print = button(self.tr("打印、导出…"))
        self._lay_out()
        self._connect()
        self._show(None)

    def show_peers(self, rows: tuple[PeerRow, ...]) -> None:
        self.peers.set_rows(rows)
        seen = 1 + min(max(len(rows), 1), _PEERS_SEEN)
        self.table.setFixedHeight(theme.row_height(self.table) * seen + _EDGE)
        fill(self.peer, rows)
        self.ask()

    def ask(self) -> None:
        self._page.ask_latest("bundles", ledger.bundles, self.query).then(self._take)

    @property
    def query(self) -> LedgerQuery:
        """What is asked for by the fields above the table."""
        way = str(self.direction.currentData())
        return LedgerQuery(
            peer_uid=str(self.peer.currentData()),
            since=self.since.day(),
            until=self.until.day(),
            direction=Direction(way) if way else None,
        )

    # -- inside ----------------------------------------------------------------------------

    def _take(self, rows: tuple[BundleRow, ...]) -> None:
        kept = self.bundle_table.current
        self.bundles.set_rows(rows)
        asked = self.query != LedgerQuery()
        self.bundle_table.empty.say(
            self.tr("没有符合条件的交换包。") if asked else self.tr("还没有送出或者收到过交换包。")
        )
        at = (n for n, row in enumerate(rows) if kept and row.uid == kept.uid)
        if rows:
            self.bundle_table.select(next(at, 0))
        self.print.setEnabled(bool(rows))
        self._show(self.bundle_table.current)

    def _show(self, row: BundleRow | None) -> None:
        self.open.setEnabled(row is not None and row.state is not BundleState.REFUSED)

    def _open(self) -> None:
        row = self.bundle_table.current
        if row is None or row.state is BundleState.REFUSED:
            return
        if row.direction is Direction.IN:
            report = self._page.ask_latest("report", ledger.import_report, row.uid)
            report.then(lambda found: self.sheets.show(words.import_report_table(found)))
        else:
            found = self._page.ask_latest("report", ledger.contents, (row.uid,))
            found.then(lambda by: self.sheets.show(words.contents_table(row, by[row.uid])))

    def _print(self) -> None:
        rows, query = self.bundles.rows, self.query
        uids = tuple(row.uid for row in rows)
        self._page.ask_latest("contents", ledger.contents, uids).then(
            lambda by: self.sheets.show(words.bundles_table(rows, by, query, self._name()))
        )

    def _print_holders(self) -> None:
        found = self._page.ask_latest("holders", disclosures.of_all, self.query.peer_uid)
        about = self._name() or self.tr("全部单位")
        found.then(lambda rows: self.sheets.show(words.disclosures_table(rows, about)))

    def _name(self) -> str:
        return self.peer.currentText() if self.peer.currentData() else ""

    def _box(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        return made

    def _connect(self) -> None:
        for box in (self.peer, self.direction):
            box.currentIndexChanged.connect(self.ask)
        for day in (self.since, self.until):
            day.edit.dateChanged.connect(self.ask)
        self.bundle_table.chosen.connect(self._show)
        self.bundle_table.opened.connect(self._open)
        self.open.clicked.connect(self._open)
        self.print.clicked.connect(self._print)
        self.holders.clicked.connect(self._print_holders)

    def _lay_out(self) -> None:
        upper = Card(self.tr("各单位往来情况"))
        upper.note.setText(self.tr("对方确认不是签收，不起算期限"))
        upper.note.setToolTip(
            self.tr(
                "对方确认，指对方的程序已经导入并核对，随对方的下一个交换包带回；"
                "它不是签收，也不起算期限。没有确认的内容会随下一个交换包再次送出，不会遗漏。"
            )
        )
        upper.body.addWidget(self.table)
        lower = Card(self.tr("交换包"))
        lower.body.addLayout(self._make_bar())
        lower.body.addWidget(self.bundle_table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for widget in (self.holders, self.open, self.print):
            foot.addWidget(widget)
        lower.body.addLayout(foot)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 12, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(upper)
        lines.addWidget(lower, 1)

    def _make_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.peer)
        bar.addWidget(self.direction)
        bar.addWidget(label(self.tr("自"), "secondary"))
        bar.addWidget(self.since)
        bar.addWidget(label(self.tr("至"), "secondary"))
        bar.addWidget(self.until)
        bar.addStretch(1)
        self.since.edit.setAccessibleName(self.tr("自"))
        self.until.edit.setAccessibleName(self.tr("至"))
        return bar

    def _bundle_columns(self) -> tuple[Column[BundleRow], ...]:
        return (
            Column(self.tr("时间"), lambda row: told.moment(row.at), sample="2026-00-00 00:00"),
            Column(
                self.tr("方向"),
                lambda row: in_words(words.DIRECTIONS[row.direction]),
                sample="　　　",
            ),
            Column(self.tr("单位"), lambda row: row.peer or "—", sample="　" * 9),
            Column(
                self.tr("序号"), lambda row: told.numbers(row.first, row.last), sample="0000–0000"
            ),
            Column(self.tr("内容"), self._summary, stretches=True, tip=self._summary),
            Column(
                self.tr("状态"),
                lambda row: in_words(words.BUNDLE_STATES[row.state]),
                tone=lambda row: Tone.WARN if row.beyond else _TONES[row.state],
                sample=self.tr("对方已导入一部分"),
                tip=_tip,
            ),
            Column(self.tr("文件"), lambda row: row.file or "—", sample="　" * 14, tip=_where),
        )

    def _summary(self, row: BundleRow) -> str:
        parts = [f"{told.entry_type(name)} {count}" for name, count in sorted(row.counts.items())]
        if row.state is BundleState.REFUSED:
            return row.code
        told_of = "，".join(parts) or self.tr("仅回执")
        return f"{in_words(words.BEYOND)}　{told_of}" if row.beyond else told_of

    def _columns(self) -> tuple[Column[PeerRow], ...]:
        moment = "2026-00-00 00:00"
        return (
            Column(self.tr("单位"), lambda row: row.name, stretches=True),
            Column(self.tr("本单位送出至"), lambda row: _number(row.sent)),
            Column(self.tr("对方确认至"), lambda row: _number(row.acknowledged)),
            Column(
                self.tr("确认收到时间"), lambda row: told.moment(row.acknowledged_at), sample=moment
            ),
            Column(
                self.tr("待确认"),
                self._unconfirmed,
                tone=_confirmed,
                sample=self.tr("全部确认"),
            ),
            Column(self.tr("收到对方至"), lambda row: _number(row.received)),
            Column(
                self.tr("本单位回执"),
                self._owed,
                tone=lambda row: Tone.WARN if row.ack_due else None,
                sample=self.tr("待随包送出"),
            ),
            Column(
                self.tr("上次写出"), lambda row: told.moment(row.last_written_at), sample=moment
            ),
        )

    def _unconfirmed(self, row: PeerRow) -> str:
        left = row.sent - row.acknowledged
        if not row.sent:
            return "—"
        return self.tr("%n 项", "", left) if left else self.tr("全部确认")

    def _owed(self, row: PeerRow) -> str:
        if row.ack_due:
            return self.tr("待随包送出")
        return self.tr("已送出") if row.received else "—"


def _confirmed(row: PeerRow) -> Tone | None:
    if not row.sent:
        return None
    return Tone.WARN if row.sent > row.acknowledged else Tone.GOOD


def _number(seq: int) -> str:
    return str(seq) if seq else "—"


def _tip(row: BundleRow) -> str:
    return told.moment(row.taken_in_at) if row.taken_in_at else ""


def _where(row: BundleRow) -> str:
    return "\n".join(part for part in (row.folder, row.file, row.digest) if part)
