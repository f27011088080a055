"""How letters are numbered: 机关代字 and pattern of each kind, and where this year began."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox

from app import wording
from app.documents.kinds.letters import LetterKind
from app.kernel import clock
from app.kernel.errors import AppError
from app.rules import numbering
from app.rules.numbering import CODE, PATTERNS, Series
from app.services import number_settings
from app.services.number_settings import Numbering, NumberingWish
from app.ui import theme
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.widgets.card import Card, button, flow, label
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.table import Column, ShortTable, TableView
from app.wording.letter_book import PATTERN_FAULTS

translate = QCoreApplication.translate

_SEEN = 6
"""Lines shown without scrolling."""
_HIGHEST = 99_999


class _Serial(QSpinBox):
    """A serial; the wheel only turns it while it has the focus: the page around it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(1, _HIGHEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumbersCard(Card):
    """A line for each kind of letter; a press of Enter changes it."""

    def __init__(self, page: Page) -> None:
        super().__init__(translate("settings", "文号"))
        self._page = page
        self.note.setText(self.tr("随登记册保存"))
        self.model = ShortTable(self._columns())
        self.table = TableView(self.model, self.tr("文号"))
        self.table.setFixedHeight(theme.row_height(self.table) * (_SEEN + 1) + 2)
        self.change = button(self.tr("修改…"))
        self.start = _Serial()
        self.start.setAccessibleName(self.tr("本年收文起始号"))
        self.start.setKeyboardTracking(False)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.change)
        across.addStretch(1)
        across.addWidget(label(self.tr("本年收文起始号"), "secondary"))
        across.addWidget(self.start)
        said = self.tr("代字和格式相同的文书共用一个编号顺序；没有填写代字的，编号时再填。")
        self.body.addWidget(flow(label(said, "secondary", wraps=True)))
        self.body.addWidget(self.table)
        self.body.addLayout(across)
        self.table.opened.connect(self.open_form)
        self.change.clicked.connect(lambda: self.open_form(self.table.current))
        self.start.valueChanged.connect(self._keep_start)

    def refresh(self) -> None:
        year = self._year()
        self._page.ask_latest("numbers", number_settings.rows, year).then(self._take)
        first = self._page.ask_latest("incoming-start", number_settings.incoming_start, year)
        first.then(self._show_start)

    def open_form(self, row: Numbering | None) -> NumberingForm | None:
        if row is None:
            return None
        alike = (each for each in self.model.rows if _alike(each, row) and not each.following)
        form = NumberingForm(self._page, row, self._year(), [each.kind for each in alike])
        form.open()
        return form

    # -- inside ----------------------------------------------------------------------------

    def _take(self, rows: tuple[Numbering, ...]) -> None:
        kept = max(0, self.table.currentIndex().row())
        self.model.set_rows(rows)
        self.table.select(min(kept, len(rows) - 1))

    def _show_start(self, first: int) -> None:
        self.start.blockSignals(True)
        self.start.setValue(first)
        self.start.blockSignals(False)

    def _keep_start(self, first: int) -> None:
        answer = self._page.act(number_settings.set_incoming_start, self._year(), first)
        answer.otherwise(self._refuse_start)

    def _refuse_start(self, error: AppError) -> None:
        self._page.refuse(error)
        self.refresh()

    def _year(self) -> int:
        return clock.local_date(self._page.desk.clock.now()).year

    def _columns(self) -> tuple[Column[Numbering], ...]:
        return (
            Column(self.tr("文书"), _name, stretches=True, tip=_name),
            Column(self.tr("机关代字"), lambda row: row.series.code or "—", sample="　" * 7),
            Column(self.tr("格式"), lambda row: row.series.pattern, sample="{代字}{年}年第{号}期"),
            Column(
                self.tr("下一个文号"),
                lambda row: row.following or self.tr("编号时填写代字"),
                sample="　" * 10,
            ),
            Column(self.tr("起始号"), lambda row: str(row.start), right=True, sample="00000"),
        )


class NumberingForm(FormDialog):
    """机关代字, pattern and start, with the next number as it would be written."""

    def __init__(self, page: Page, row: Numbering, year: int, bare: list[LetterKind]) -> None:
        super().__init__(translate("settings", "文号"), translate("settings", "保存"), page)
        self._page = page
        self._row = row
        self._year = year
        self._bare = bare
        self.say(_name(row))
        self.code = QLineEdit(row.series.code)
        self.pattern = QComboBox()
        self.pattern.setEditable(True)
        self.pattern.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.pattern.addItems(PATTERNS)
        begun = row.series.pattern if row.following else number_settings.usual(row.kind)
        self.pattern.setCurrentText(begun)
        self.pattern.setEnabled(number_settings.free(row.kind))
        self.start = _Serial()
        self.start.setValue(row.start)
        self.example = label("", "strong", wraps=True)
        self.also = QCheckBox(self.tr("还没有代字的其他文书也这样编号"))
        self.also.setVisible(bool(bare))
        self.form.add("code", self.tr("机关代字"), self.code, hint=self.tr("如：示财采移"))
        hint = self.tr("{代字}、{年}、{号} 是要填的位置；除纪要外只能用第一种格式")
        self.form.add("pattern", self.tr("格式"), self.pattern, hint=hint)
        self.form.add(
            "start",
            self.tr("本年起始号"),
            self.start,
            hint=self.tr("年中开始使用本程序的，填写下一个号；以前的号算作外部编号"),
        )
        self.form.add("example", self.tr("样式"), self.example)
        self.form.add_wide(self.also)
        self.code.textChanged.connect(self._show)
        self.pattern.currentTextChanged.connect(self._show)
        self.start.valueChanged.connect(self._show)
        self._show()
        self.fit()

    def submit(self) -> None:
        if not self.submit_button.isEnabled():
            return
        self.submit_button.setEnabled(False)
        series = self._series()
        wish = NumberingWish(series.code, series.pattern, self._year, self.start.value())
        kinds = [self._row.kind, *(self._bare if self.also.isChecked() else ())]
        answer = self._page.act(number_settings.configure, kinds, wish).for_(self)
        answer.then(lambda _: self.accept()).otherwise(self._refused)

    # -- inside ----------------------------------------------------------------------------

    def _series(self) -> Series:
        return Series(self.code.text().strip(), self.pattern.currentText().strip())

    def _show(self) -> None:
        series = self._series()
        self.code.setEnabled(CODE in series.pattern)
        faults = numbering.faults(series)
        text = "；".join(in_words(PATTERN_FAULTS[fault]) for fault in faults)
        self.example.setText(text or str(series.number(self._year, self.start.value())))

    def _refused(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.form.refuse(error)


def _alike(one: Numbering, other: Numbering) -> bool:
    """Two kinds that may be numbered by one pattern."""
    free = number_settings.free
    return one.kind != other.kind and free(one.kind) == free(other.kind)


def _name(row: Numbering) -> str:
    return in_words(wording.LETTER_KINDS[row.kind.value])
