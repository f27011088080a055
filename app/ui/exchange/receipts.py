"""回执: what we stated in each matter, and how far it has got with the other agency."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services import receipts, resending, setup
from app.services.exchange import PeerRow
from app.services.receipts import ReceiptRow
from app.services.resending import Missing
from app.services.setup import Identity
from app.ui.exchange import told
from app.ui.exchange.sheets import Sheets
from app.ui.matters import layers_line
from app.ui.page import Page, PageId
from app.ui.widgets.card import Card, button, flow, label
from app.ui.widgets.folding import FoldingTable
from app.ui.widgets.table import Column, ShortTable
from app.wording import ledgers as words

_FOLDS: Final = (3, 0)
"""The number of the letter and the agency go first; both are told below the table."""


class ReceiptsTab(QWidget):
    """``write_asked`` (agency uid) to write everything for an agency once more."""

    write_asked = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._agency = ""
        self._missing: tuple[Missing, ...] = ()
        self.sheets = Sheets(page)
        self.peer = QComboBox()
        self.peer.setAccessibleName(self.tr("往来单位"))
        self.peer.addItem(self.tr("全部单位"), "")
        self.waiting = QCheckBox(self.tr("只看还没有回音的"))
        self.waiting.setChecked(True)
        self.model = ShortTable(self._columns())
        self.table = FoldingTable(self.model, self.tr("回执"), _FOLDS)
        self.details = flow(label("", wraps=True))
        self.open = button(self.tr("查看事项"))
        self.again = button(self.tr("再次写入介质…"))
        self.request = button(self.tr("补发请求…"))
        self.print = button(self.tr("打印、导出…"))
        self._lay_out()
        self.peer.currentIndexChanged.connect(self.ask)
        self.waiting.toggled.connect(self.ask)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._open_matter)
        self.open.clicked.connect(lambda: self._open_matter(self.table.current))
        self.again.clicked.connect(self._ask_again)
        self.request.clicked.connect(self._print_request)
        self.print.clicked.connect(self._print)
        self._show(None)

    def show_peers(self, rows: tuple[PeerRow, ...]) -> None:
        """Offer *rows* to choose from, and ask again for what is listed."""
        fill(self.peer, rows)
        self.ask()

    def ask(self) -> None:
        wanted, waiting = str(self.peer.currentData()), self.waiting.isChecked()
        self._page.ask_latest("receipts", receipts.rows, wanted, waiting_only=waiting).then(
            self._take
        )
        self._page.ask_latest("missing", resending.missing, wanted).then(self._take_missing)
        self._page.ask_latest("who", setup.identity).then(self._take_identity)

    # -- inside ----------------------------------------------------------------------------

    def _take(self, rows: tuple[ReceiptRow, ...]) -> None:
        kept = self.table.current
        self.model.set_rows(rows)
        self.table.empty.say(
            self.tr("送出的内容都有了回音。")
            if self.waiting.isChecked()
            else self.tr("还没有向其他单位送出过文书或者办理环节。")
        )
        at = (n for n, row in enumerate(rows) if kept and row.record_uid == kept.record_uid)
        if rows:
            self.table.select(next(at, 0))
        self._show(self.table.current)
        self.print.setEnabled(bool(rows))

    def _take_missing(self, missing: tuple[Missing, ...]) -> None:
        self._missing = missing
        self.request.setEnabled(bool(missing))
        self.request.setToolTip("；".join(each.peer for each in missing))

    def _take_identity(self, identity: Identity) -> None:
        self._agency = identity.agency

    def _show(self, row: ReceiptRow | None) -> None:
        self.open.setEnabled(row is not None)
        self.again.setEnabled(row is not None and row.layers.digital)
        if row is None:
            self.details.setText(self.tr("选中一项，这里显示它到了哪一层。"))
            return
        head = (row.peer, _what(row), row.number)
        said = "　".join(part for part in head if part)
        self.details.setText("\n".join((said, *layers_line.lines_of(row.layers))))

    def _open_matter(self, row: ReceiptRow | None) -> None:
        if row is None:
            return
        if row.matter_uid:
            self._page.go.emit(PageId.REFERRALS, row.matter_uid)
        else:
            self._page.go.emit(PageId.CASES, row.record_uid)

    def _ask_again(self) -> None:
        row = self.table.current
        if row is not None:
            self.write_asked.emit(row.peer_uid)

    def _print(self) -> None:
        peer = self.peer.currentText() if self.peer.currentData() else ""
        now = self._page.desk.clock.now()
        self.sheets.show(words.receipts_table(self.model.rows, peer, now))

    def _print_request(self) -> None:
        """For the agency of the chosen row when something of its is missing, else the first."""
        row = self.table.current
        first = next(
            (each for each in self._missing if row and each.peer_uid == row.peer_uid), None
        )
        missing = first or self._missing[0]
        now = self._page.desk.clock.now()
        self.sheets.show(words.resend_request(missing, self._agency, now))

    def _columns(self) -> tuple[Column[ReceiptRow], ...]:
        return (
            Column(self.tr("往来单位"), lambda row: row.peer, sample="　" * 9),
            Column(
                self.tr("事项"), lambda row: row.subject, stretches=True, tip=lambda r: r.subject
            ),
            Column(
                self.tr("文书、环节"),
                lambda row: _what(row),
                sample="　" * 9,
                tip=lambda row: _what(row),
            ),
            Column(self.tr("文号"), lambda row: row.number or "—", sample="　" * 9),
            Column(
                self.tr("回执"),
                lambda row: f"{layers_line.circles(row.layers)}　{layers_line.reached(row.layers)}",
                tone=lambda row: layers_line.tone(row.layers),
                tip=lambda row: "\n".join(layers_line.lines_of(row.layers)),
                sample="●●○○　" + self.tr("对方已导入") + " 2026-00-00 00:00",
            ),
            Column(self.tr("等候天数"), self._waited, right=True, sample="000"),
        )

    def _waited(self, row: ReceiptRow) -> str:
        return words.waited(row.waits_since, self._page.desk.clock.now())

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.peer)
        bar.addWidget(self.waiting)
        bar.addStretch(1)
        bar.addWidget(self.request)
        bar.addWidget(self.print)
        card = Card(self.tr("回执：四层分别登记"))
        card.note.setText(self.tr("前三层不是签收，不起算期限"))
        card.body.addLayout(bar)
        card.body.addWidget(self.table, 1)
        below = Card()
        across = QHBoxLayout()
        across.addWidget(self.details, 1)
        verbs = QVBoxLayout()
        verbs.addWidget(self.open)
        verbs.addWidget(self.again)
        verbs.addStretch(1)
        across.addLayout(verbs)
        below.body.addLayout(across)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 12, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(card, 1)
        lines.addWidget(below)


def _what(row: ReceiptRow) -> str:
    return told.subject(row.type, row.title) if row.title else told.entry_type(row.type)


def fill(box: QComboBox, rows: tuple[PeerRow, ...]) -> None:
    """Offer the agencies in *rows* behind the first line of *box*, and keep what was chosen."""
    chosen = box.currentData()
    box.blockSignals(True)
    while box.count() > 1:
        box.removeItem(1)
    for row in rows:
        box.addItem(row.name, row.uid)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
