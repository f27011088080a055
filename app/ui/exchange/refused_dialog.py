"""没有采用的内容: what was refused and why, to be read out on the phone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.services.alarms import RefusedOne
from app.ui.exchange import told
from app.ui.problems import in_words
from app.ui.widgets.card import button, flow, label
from app.ui.widgets.table import Column, ShortTable, TableView
from app.wording import exchange as words


class RefusedDialog(QDialog):
    """Genuine entries of an agency that have no effect here; they stay as evidence."""

    def __init__(self, rows: tuple[RefusedOne, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("没有采用的内容"))
        self.rows = ShortTable(self._columns())
        self.rows.set_rows(rows)
        self.table = TableView(self.rows, self.windowTitle())
        self.copy = button(self.tr("复制全部"))
        self.settle = button(self.tr("已核实…"))
        self.settle.clicked.connect(self.accept)
        self._close = button(self.tr("关闭"), "primary")
        self.copy.clicked.connect(self._to_clipboard)
        self._close.clicked.connect(self.accept)
        self._lay_out()
        self.table.select(0)

    def text(self) -> str:
        """What is copied: one line for each entry."""
        line = self.tr("{agency}　第 {seq} 号　{type}　{title}：{reason}")
        return "\n".join(
            line.format(
                agency=row.agency,
                seq=row.seq,
                type=told.entry_type(row.type),
                title=told.subject(row.type, row.title),
                reason=words.refused_reason(row.reason, in_words),
            )
            for row in self.rows.rows
        )

    # -- inside ----------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[RefusedOne], ...]:
        return (
            Column(self.tr("序号"), lambda row: str(row.seq), sample="00000"),
            Column(self.tr("类别"), lambda row: told.entry_type(row.type), sample="　" * 4),
            Column(
                self.tr("内容"), lambda row: told.subject(row.type, row.title), sample="　" * 12
            ),
            Column(
                self.tr("没有采用的理由"),
                lambda row: words.refused_reason(row.reason, in_words),
                stretches=True,
                tip=lambda row: row.reason,
            ),
        )

    def _to_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 14)
        lines.setSpacing(12)
        agency = self.rows.rows[0].agency if self.rows.rows else ""
        text = self.tr(
            "下列内容确是{agency}所发，但不合办理规则，没有登入，只留作证据；其余内容照常导入。"
            "请电话告知对方编号和理由，由对方更正后重新送出。本程序升级后会自动再读一次。"
        )
        lines.addWidget(flow(label(text.format(agency=agency), wraps=True)))
        lines.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self.settle)
        row.addWidget(self._close)
        lines.addLayout(row)
        self.resize(self.fontMetrics().horizontalAdvance("汉") * 56, 420)
