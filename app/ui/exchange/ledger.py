"""往来台账: for each agency, how far each side has got with what the other wrote."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.exchange import PeerRow
from app.ui.exchange import told
from app.ui.theme import Tone
from app.ui.widgets.card import Card, label
from app.ui.widgets.table import Column, ShortTable, TableView


class LedgerTab(QWidget):
    """Written, taken in and delivered are three facts; this page tells the first two."""

    def __init__(self) -> None:
        super().__init__()
        self.peers = ShortTable(self._columns())
        self.table = TableView(self.peers, self.tr("往来台账"))
        self.table.empty.say(self.tr("还没有与任何单位往来。"))
        card = Card(self.tr("往来台账"))
        card.body.addWidget(self.table, 1)
        card.body.addWidget(
            label(
                self.tr(
                    "对方确认，指对方的程序已经导入并核对，随对方的下一个交换包带回；"
                    "它不是签收，也不起算期限。没有确认的内容会随下一个交换包再次送出，不会遗漏。"
                ),
                "secondary",
                wraps=True,
            )
        )
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 12, 0, 0)
        lines.addWidget(card)

    def show_peers(self, rows: tuple[PeerRow, ...]) -> None:
        self.peers.set_rows(rows)

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
