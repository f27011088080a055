"""The list of cases: what is searched for, in which scope and order, and every case found."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services import case_list
from app.services.case_list import SEARCH_LIMIT, CaseOrder, CaseQuery, CaseRow, CaseScope
from app.ui import theme
from app.ui.cases import columns
from app.ui.page import Page
from app.ui.widgets import icons
from app.ui.widgets.card import label
from app.ui.widgets.folding import FoldingTable
from app.ui.widgets.table import LongTable

_DEBOUNCE_MS: Final = 180
_FOLDS: Final = (6, 5, 4, 3)
"""The columns that go first while there is no room for a readable name."""


class CaseListing(QWidget):
    """Search, scope, count and the table.

    Signals: ``chosen`` (uid, empty where there is no case) when another case became current or was
    asked for again; ``opened`` by Enter or a double click; ``first_asked`` when there is no case
    at all and the person begins.
    """

    chosen = Signal(str)
    opened = Signal()
    first_asked = Signal()

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._order, self._descending = CaseOrder.REGISTERED, True
        self._current: int | None = None
        self._awaited = False
        self.search = QLineEdit()
        self.scope = QComboBox()
        self.count = label("", "secondary")
        self.model: LongTable[CaseRow] = LongTable(columns.columns(page.desk.clock), self)
        self.table = FoldingTable(self.model, self.tr("案件"), _FOLDS)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_DEBOUNCE_MS)
        self._fill_scopes()
        self._dress_search()
        self._lay_out()
        self._connect()

    # -- asking ----------------------------------------------------------------------------

    def query(self) -> CaseQuery:
        return CaseQuery(
            text=self.search.text().strip(),
            scope=CaseScope(self.scope.currentData()),
            order=self._order,
            descending=self._descending,
        )

    def ask(self) -> None:
        """Ask which cases there are; an answer to an older question is dropped."""
        self._pause.stop()
        self._page.ask_latest("ids", case_list.case_ids, self.query()).then(self._show_ids)

    def begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear_filters(self) -> None:
        self.search.clear()
        self.scope.setCurrentIndex(0)
        self.ask()

    def lead_to(self, uid: str) -> None:
        """Make the case *uid* current, with the filters cleared where they would hide it."""
        self._page.ask_latest("id", case_list.case_id, uid).then(self._lead_to_id)

    def _lead_to_id(self, case_id: int) -> None:
        self._current = case_id
        if case_id in self.model.ids:
            self._select_current()
        else:
            self.clear_filters()

    def _ask_page(self, page: int, ids: tuple[int, ...]) -> None:
        answer = self._page.ask(case_list.case_rows, ids)
        answer.then(lambda rows: self.model.give(page, ids, rows))

    # -- showing ---------------------------------------------------------------------------

    def _show_ids(self, ids: tuple[int, ...]) -> None:
        self.model.set_ids(ids)
        self._say_count(len(ids))
        if ids:
            self._select_current()
        else:
            self._say_empty()
            self.chosen.emit("")

    def _select_current(self) -> None:
        """Select the case that was current, or the first."""
        ids = self.model.ids
        number = ids.index(self._current) if self._current in ids else 0
        if self.table.currentIndex().row() == number:
            self._turn_to(self.table.currentIndex())
        else:
            self.table.select(number)

    def _turn_to(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self._current = self.model.ids[index.row()]
        self._awaited = True
        self._tell_current()

    def _tell_current(self) -> None:
        """Tell which case is current, once its row has come."""
        row = self.table.current if self._awaited else None
        if isinstance(row, CaseRow):
            self._awaited = False
            self.chosen.emit(row.uid)

    def _say_count(self, number: int) -> None:
        if self.query().text and number >= SEARCH_LIMIT:
            self.count.setText(self.tr("只列出最新的 {n} 件").format(n=f"{number:,}"))
        else:
            self.count.setText(self.tr("{n} 件").format(n=f"{number:,}"))

    def _say_empty(self) -> None:
        if self.query() == CaseQuery(order=self._order, descending=self._descending):
            self.table.empty.say(
                self.tr("登记册里还没有案件。对方移送来的案件导入后也列在这里。"),
                self.tr("登记第一个案件"),
            )
        else:
            self.table.empty.say(self.tr("没有符合条件的案件。"), self.tr("清除筛选"))

    def _act_on_empty(self) -> None:
        if self.query().text or self.query().scope is not CaseScope.ALL:
            self.clear_filters()
        else:
            self.first_asked.emit()

    # -- order -----------------------------------------------------------------------------

    def sort_by(self, section: int) -> None:
        """Put the list in the order of a column; the same column again turns it round."""
        order = columns.ORDERS.get(section)
        if order is not None:
            self._descending = not self._descending if order is self._order else True
            self._order = order
            self.ask()
        self._show_order()

    def _show_order(self) -> None:
        section = next(n for n, order in columns.ORDERS.items() if order is self._order)
        direction = (
            Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        )
        self.table.horizontalHeader().setSortIndicator(section, direction)

    # -- making ----------------------------------------------------------------------------

    def _fill_scopes(self) -> None:
        self.scope.setAccessibleName(self.tr("范围"))
        for scope, text in (
            (CaseScope.ALL, self.tr("全部案件")),
            (CaseScope.OWN, self.tr("本单位案件")),
            (CaseScope.UNREFERRED, self.tr("涉嫌犯罪，尚未移送")),
            (CaseScope.REFERRED, self.tr("已移送")),
            (CaseScope.EXTRACTS, self.tr("外单位摘要")),
        ):
            self.scope.addItem(text, scope.value)

    def _dress_search(self) -> None:
        self.search.setPlaceholderText(self.tr("搜索案号、名称、当事人、项目、案情"))
        self.search.setAccessibleName(self.tr("搜索案件"))
        self.search.setToolTip(self.tr("几个词用空格分开，须同时出现"))
        self.search.setClearButtonEnabled(True)
        colour = theme.colours(self.palette()).secondary
        glass = icons.icon("search", colour)
        self.search.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.search, 1)
        across.addWidget(self.scope)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(across)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.count)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self.ask)
        self.scope.currentIndexChanged.connect(lambda _: self.ask())
        self._pause.timeout.connect(self.ask)
        self.model.wanted.connect(self._ask_page)
        self.model.dataChanged.connect(lambda *_: self._tell_current())
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._turn_to(now))
        self.table.opened.connect(lambda _: self.opened.emit())
        self.table.empty.button.clicked.connect(self._act_on_empty)
        header = self.table.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self.sort_by)
        self._show_order()
