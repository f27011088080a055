"""比较两份内容: the one in force beside the one that was not adopted, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.kernel.errors import AppError
from app.services import alarms
from app.services.alarms import Compared, ConflictFound
from app.services.changes import Changes
from app.ui.desk import Desk
from app.ui.exchange import told
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import button, flow, label
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.table import Column, ShortTable, TableView
from app.wording import exchange as words


class CompareDialog(QDialog):
    """Nothing is changed here but the note that a person has compared; a record of our own is
    corrected on its own page, and its owner's next version settles another agency's."""

    def __init__(self, desk: Desk, conflict: ConflictFound, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._conflict = desk, conflict
        self._found: tuple[Compared, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("比较两份内容"))
        self.notice = NoticeBar()
        self.model = ShortTable(self._columns())
        self.table = TableView(self.model, self.windowTitle())
        self.table.empty.say(self.tr("两份内容没有不同的地方。"))
        self.chosen = flow(label("", wraps=True))
        self.every = QCheckBox(self.tr("也列出相同的"))
        self.how = QLineEdit()
        self.how.setAccessibleName(self.tr("比较的结论"))
        self.how.setPlaceholderText(self.tr("例如：已与对方电话核对，保留现用的一份"))
        self.settle = button(self.tr("登记结论，消除提示"), "primary")
        self._close = button(self.tr("关闭"))
        self._lay_out()
        self.every.toggled.connect(self._fill)
        self.table.chosen.connect(self._show_whole)
        self.settle.clicked.connect(self._settle)
        self._close.clicked.connect(self.reject)
        answer = desk.ask(alarms.compare, conflict.key).for_(self)
        answer.then(self._show).otherwise(self.notice.refuse)

    # -- inside ----------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[Compared], ...]:
        source = (
            self.tr("未采用（{agency}送还）")
            if self._conflict.ours
            else self.tr("未采用（{agency}）")
        )
        other = source.format(agency=self._conflict.agency)
        return (
            Column(
                self.tr("项目"),
                lambda row: words.compared_name(row.name, in_words),
                tone=lambda row: Tone.WARN if row.differs else None,
                sample="　" * 9,
            ),
            Column(self.tr("现用"), _kept, tip=_kept, sample="　" * 16),
            Column(other, _other, tip=_other, stretches=True),
        )

    def _show(self, found: tuple[Compared, ...]) -> None:
        self._found = found
        self._fill()

    def _fill(self) -> None:
        every = self.every.isChecked()
        self.model.set_rows([row for row in self._found if every or row.differs])
        self.table.select(0)

    def _show_whole(self, row: Compared | None) -> None:
        """A long text is cut in a table; below it stands whole."""
        if row is None:
            self.chosen.clear()
            return
        text = self.tr("{name}\n现用：{kept}\n未采用：{other}")
        name = words.compared_name(row.name, in_words)
        self.chosen.setText(text.format(name=name, kept=_kept(row), other=_other(row)))

    def _settle(self) -> None:
        if not self.how.text().strip():
            self.notice.say(Tone.WARN, self.tr("请写明比较的结论，它会记入登记册。"))
            self.how.setFocus()
            return
        self.settle.setEnabled(False)
        deed = self._desk.act(alarms.settle_conflict, self._conflict.key, self.how.text())
        deed.for_(self).then(self._done).otherwise(self._refuse)

    def _done(self, _changes: Changes) -> None:
        self.accept()

    def _refuse(self, error: AppError) -> None:
        self.settle.setEnabled(True)
        self.notice.refuse(error)

    def _advice(self) -> str:
        if self._conflict.ours:
            return self.tr(
                "这是本单位的记录。要用未采用的那一份，请照着在案件里改好再送出；"
                "要保留现用的，不用改。两种情形都在下面写明结论。"
            )
        return self.tr(
            "这是{agency}的记录，以对方的下一版为准，本单位不改。请电话问清是哪一份，写明结论。"
        ).format(agency=self._conflict.agency)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 14)
        lines.setSpacing(10)
        head = self.tr("{type}“{title}”").format(
            type=told.entry_type(self._conflict.type), title=self._conflict.title or "—"
        )
        lines.addWidget(label(head, "heading", wraps=True))
        lines.addWidget(flow(label(self._advice(), wraps=True)))
        lines.addWidget(self.notice)
        lines.addWidget(self.every)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.chosen)
        caption = label(self.tr("比较的结论"))
        caption.setBuddy(self.how)
        lines.addWidget(caption)
        lines.addWidget(self.how)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._close)
        row.addWidget(self.settle)
        lines.addLayout(row)
        self.resize(self.fontMetrics().horizontalAdvance("汉") * 60, 560)


def _kept(row: Compared) -> str:
    return words.compared_value(row.name, row.kept, in_words)


def _other(row: Compared) -> str:
    return words.compared_value(row.name, row.other, in_words)
