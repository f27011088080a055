"""One case shown: what it says, whom it names, its evidence, its matters, what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabWidget, QWidget

from app.kernel import clock
from app.kernel.terms import CaseState
from app.services.cases import CaseView
from app.ui.cases import columns
from app.ui.cases.evidence_tab import EvidenceTab
from app.ui.cases.facts_tab import FactsTab
from app.ui.cases.history_tab import HistoryTab
from app.ui.cases.matters_tab import MattersTab
from app.ui.cases.parties_tab import PartiesTab
from app.ui.page import Page
from app.ui.problems import in_words, or_destroyed
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.chip import Chip
from app.wording.revocation import BEYOND_TIP

translate = QCoreApplication.translate


class CaseDetail(Card):
    """The chosen case; tabs ask for their part when they are looked at.

    Signals, all with the uid of the case shown: ``edit_asked``, ``refer_asked``,
    ``own_case_asked`` (open one of our own from this extract), ``close_asked``, ``reopen_asked``,
    ``share_asked``, ``withdraw_asked``;
    ``case_asked`` with the uid of another case.
    """

    edit_asked = Signal(str)
    refer_asked = Signal(str)
    own_case_asked = Signal(str)
    close_asked = Signal(str)
    reopen_asked = Signal(str)
    share_asked = Signal(str)
    withdraw_asked = Signal(str)
    case_asked = Signal(str)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._view: CaseView | None = None
        self._stale: set[int] = set()
        self.name = label("", "heading", wraps=True)
        self.number = label("", "secondary")
        self.chip = Chip()
        self.origin = label("", "secondary", wraps=True)
        self.edit_button = button(self.tr("编辑"))
        self.refer_button = button(self.tr("移送…"))
        self.close_button = button(self.tr("结案…"))
        self.reopen_button = button(self.tr("恢复办理…"))
        self.extract_button = button(self.tr("摘要"))
        self.extract_menu = QMenu(self)
        self.share = self.extract_menu.addAction(self.tr("送给其他单位…"))
        self.withdraw = self.extract_menu.addAction(self.tr("撤回已送出的摘要…"))
        self.extract_button.setMenu(self.extract_menu)
        self.withdrawn = label("", wraps=True)
        self.own_case_button = button(self.tr("据此登记本单位案件"), "primary")
        self.linked_button = button("", "link")
        self.facts, self.parties = FactsTab(), PartiesTab(page)
        self.evidence = EvidenceTab(page)
        self.matters, self.history = MattersTab(page), HistoryTab(page)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("案件内容"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self._all = (
            (self.facts, self.tr("案情")),
            (self.parties, self.tr("当事人")),
            (self.evidence, self.tr("证据")),
            (self.matters, self.tr("往来")),
            (self.history, self.tr("时间线")),
        )
        self._lay_out()
        self._connect()

    @property
    def view(self) -> CaseView | None:
        return self._view

    def show_case(self, view: CaseView) -> None:
        self._view = view
        self.name.setText(or_destroyed(view.facts.name))
        self.number.setText(view.facts.number)
        self._show_ownership(view)
        self.tabs.setTabText(1, self._counted(self.tr("当事人"), len(view.facts.parties)))
        self.tabs.setTabText(2, self._counted(self.tr("证据"), len(view.facts.evidence)))
        self._stale = set(range(self.tabs.count()))
        self._show_tab(self.tabs.currentIndex())

    def _show_ownership(self, view: CaseView) -> None:
        running = not view.foreign and view.state == CaseState.OPEN
        for widget in (self.edit_button, self.refer_button, self.close_button):
            widget.setVisible(running)
        destroyed = view.state == CaseState.DESTROYED
        taken_back = view.withdrawn_at is not None
        self.extract_button.setVisible(not (view.foreign or destroyed or taken_back))
        self.share.setEnabled(running)
        self.withdrawn.setVisible(taken_back)
        self.withdrawn.setText(_taken_back(view) if taken_back else "")
        self.reopen_button.setVisible(view.state == CaseState.CLOSED)
        self.own_case_button.setVisible(view.foreign and not view.own_case and not destroyed)
        self.chip.say(*columns.of_view(view))
        told = self.tr("这是{owner}的案件摘要，本单位只能查看；有变更时随对方的交换包更新。")
        gone = self.tr(
            "内容已依法销毁。保留案号、文号、日期、双方单位和校验值；"
            "销毁清册在“案件登记”的“档案销毁”里查看。"
        )
        whose = told.format(owner=view.owner)
        doubt = f"{whose}\n{in_words(BEYOND_TIP)}" if view.beyond else whose
        self.origin.setText(gone if destroyed else doubt)
        self.origin.setVisible(view.foreign or destroyed)
        linked = view.own_case or view.opened_from
        self.linked_button.setText(
            self.tr("查看据此登记的本单位案件")
            if view.foreign
            else self.tr("查看来源：对方的案件摘要")
        )
        self.linked_button.setVisible(bool(linked))

    def _counted(self, title: str, number: int) -> str:
        return f"{title} {number}" if number else title

    def _show_tab(self, number: int) -> None:
        if self._view is not None and number in self._stale:
            self._stale.discard(number)
            self._all[number][0].show_case(self._view)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_tab)
        for widget, signal in (
            (self.edit_button, self.edit_asked),
            (self.refer_button, self.refer_asked),
            (self.own_case_button, self.own_case_asked),
            (self.close_button, self.close_asked),
            (self.reopen_button, self.reopen_asked),
        ):
            widget.clicked.connect(self._teller(signal))
        self.share.triggered.connect(self._teller(self.share_asked))
        self.withdraw.triggered.connect(self._teller(self.withdraw_asked))
        self.linked_button.clicked.connect(self._ask_linked)

    def _teller(self, signal: SignalInstance) -> Callable[[], None]:
        def tell() -> None:
            if self._view is not None:
                signal.emit(self._view.facts.uid)

        return tell

    def _ask_linked(self) -> None:
        if self._view is not None:
            self.case_asked.emit(self._view.own_case or self._view.opened_from)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.number)
        below.addStretch(1)
        for widget in (
            self.linked_button,
            self.reopen_button,
            self.close_button,
            self.extract_button,
            self.edit_button,
            self.refer_button,
        ):
            below.addWidget(widget)
        self.body.addLayout(top)
        self.body.addLayout(below)
        self.body.addWidget(self.withdrawn)
        self.body.addWidget(self.origin)
        self.body.addWidget(self.own_case_button, 0, Qt.AlignmentFlag.AlignLeft)
        for tab, title in self._all:
            self.tabs.addTab(tab, title)
        self.body.addWidget(self.tabs, 1)


def _taken_back(view: CaseView) -> str:
    """Who took the extract back, when and why, and what that does not undo."""
    day = clock.local_date(view.withdrawn_at).isoformat() if view.withdrawn_at else ""
    reason = view.withdrawal_reason or "—"
    text = (
        translate("cases", "{owner}已于 {day} 撤回这件摘要：{reason}。不再更新，请勿据此办理。")
        if view.foreign
        else translate(
            "cases",
            "本单位已于 {day} 撤回送出的摘要：{reason}。对方的副本标明已撤回；看过的内容收不回来。",
        )
    )
    return text.format(owner=view.owner, day=day, reason=reason)
