"""The page 案件登记: the list at the left, the chosen case at the right, or the form instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QSplitter, QStackedWidget, QWidget

from app.kernel.terms import CaseState
from app.services import cases
from app.services.cases import CaseView
from app.services.changes import Changes, Noun
from app.ui.actions import Shortcuts
from app.ui.cases.closing_dialog import CloseCaseDialog, ReopenCaseDialog
from app.ui.cases.detail import CaseDetail
from app.ui.cases.form import FORM, CaseForm
from app.ui.cases.listing import CaseListing
from app.ui.cases.sharing_dialogs import ShareDialog, WithdrawDialog
from app.ui.desk import Desk
from app.ui.disposal.window import DisposalWindow
from app.ui.page import FOR_CASE, Page, PageId
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import Card, Empty, button

_SHARES: Final = (58, 42)


class CasesPage(Page):
    """All cases of the register: our own, and the read-only extracts others sent."""

    nouns: ClassVar[frozenset[Noun]] = frozenset({Noun.CASES, Noun.MATTERS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, QCoreApplication.translate("navigation", "案件登记"), parent)
        self.new_button = button(self.tr("登记案件"), "primary")
        self.new_button.clicked.connect(lambda: self.open_form())
        self.disposal_button = button(self.tr("档案销毁…"))
        self.disposal_button.clicked.connect(self.open_disposal)
        self.header.add(self.disposal_button)
        self.header.add(self.new_button)
        self.listing = CaseListing(self)
        self.detail = CaseDetail(self)
        self._nothing = Card()
        self._nothing.body.addWidget(Empty(self.tr("选中一个案件，这里显示它的内容。")))
        self._right = QStackedWidget()
        self._right.addWidget(self._nothing)
        self._right.addWidget(self.detail)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_splitter())
        self.body.addWidget(self._stack)
        self.form: CaseForm | None = None
        self.question: QMessageBox | None = None
        self._connect()

    # -- as every page ---------------------------------------------------------------------

    def refresh(self) -> None:
        self.listing.ask()

    def show_subject(self, uid: str) -> None:
        self._close_form()
        self.listing.lead_to(uid)

    def resume(self, form: str, subject: str) -> None:
        if form == FORM:
            self.open_form(subject)

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        if self.form is not None:
            return {Shortcuts.SAVE: self.form.submit, Shortcuts.COMMIT: self.form.submit}
        able: dict[Shortcuts, Callable[[], object]] = {
            Shortcuts.NEW: self.open_form,
            Shortcuts.FIND: self.listing.begin_search,
        }
        if self._own_case():
            able[Shortcuts.EDIT] = self._edit
        return able

    # -- the chosen case -------------------------------------------------------------------

    def _show_case(self, uid: str) -> None:
        if uid:
            self.ask_latest("case", cases.show_case, uid).then(self._show_view)
        else:
            self._right.setCurrentWidget(self._nothing)
            self.handlers_changed.emit()

    def _show_view(self, view: CaseView) -> None:
        self._right.setCurrentWidget(self.detail)
        self.detail.show_case(view)
        self.handlers_changed.emit()

    def _own_case(self) -> CaseView | None:
        view = self.detail.view
        shown = self._right.currentWidget() is self.detail
        own = view is not None and not view.foreign and view.state == CaseState.OPEN
        return view if own and shown else None

    def _open_own(self, extract: str) -> None:
        self.question = dialogs.confirm(
            self,
            self.tr("据对方的摘要登记本单位案件？"),
            self.tr(
                "案情、当事人、项目和违法行为会复制到新案件，新案件由本单位编号、修改，并与摘要保持关联。"
            ),
            self.tr("登记本单位案件"),
            lambda: self.act(cases.open_own_case, extract).then(self._lead_to_new),
        )

    def _lead_to_new(self, changes: Changes) -> None:
        self.listing.lead_to(changes.uid)
        self.notice.say(Tone.GOOD, self.tr("已据摘要登记本单位案件，请核对后补充。"))

    def open_disposal(self) -> DisposalWindow:
        """The lists of what is destroyed, in a window over this page."""
        window = DisposalWindow(self)
        window.open()
        return window

    def _close_case(self) -> None:
        if (view := self.detail.view) is not None:
            closing = CloseCaseDialog(self.desk, view, self)
            closing.closed_case.connect(lambda: self.notice.say(Tone.GOOD, self.tr("案件已结案。")))
            closing.open()

    def _reopen_case(self) -> None:
        if (view := self.detail.view) is not None:
            reopening = ReopenCaseDialog(self.desk, view, self)
            reopening.reopened.connect(
                lambda: self.notice.say(Tone.GOOD, self.tr("案件已恢复办理。"))
            )
            reopening.open()

    def _share_case(self) -> None:
        if (view := self.detail.view) is not None:
            sharing = ShareDialog(self.desk, view, self)
            sharing.shared.connect(self._tell_shared)
            sharing.open()

    def _tell_shared(self, peer: str) -> None:
        self.notice.say(
            Tone.GOOD,
            self.tr("摘要已列入待送出内容，随下一个交换包送出。"),
            verb=self.tr("去发件"),
            does=lambda: self.go.emit(PageId.EXCHANGE, peer),
        )

    def _withdraw_case(self) -> None:
        if (view := self.detail.view) is not None:
            withdrawing = WithdrawDialog(self.desk, view, self)
            said = self.tr("已撤回。撤回随下一个交换包送达收过摘要的单位，请尽快写出。")
            withdrawing.withdrawn.connect(lambda: self.notice.say(Tone.GOOD, said))
            withdrawing.open()

    # -- the form --------------------------------------------------------------------------

    def open_form(self, subject: str = "") -> None:
        """Register a case, or revise the case *subject*; a draft of it is put back."""
        if self.form is not None and self.form.subject == subject:
            return
        if subject:
            self.ask_latest("form", cases.show_case, subject).then(self._open_form_of)
        else:
            self._open_form(CaseForm(self, None))

    def _edit(self) -> None:
        view = self._own_case()
        if view is not None:
            self._open_form(CaseForm(self, view))

    def _open_form_of(self, view: CaseView) -> None:
        self._open_form(CaseForm(self, view))

    def _open_form(self, form: CaseForm) -> None:
        self._close_form()
        self.form = form
        form.submitted.connect(self._leave_saved)
        form.left.connect(self._leave_kept)
        self.notice.clear()
        self.new_button.hide()
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        form.begin()
        self.handlers_changed.emit()

    def _close_form(self) -> None:
        if self.form is None:
            return
        form, self.form = self.form, None
        form.keep()
        self._stack.removeWidget(form)
        form.deleteLater()
        self.new_button.show()
        self.handlers_changed.emit()

    def _leave_saved(self, uid: str, told: str) -> None:
        self._close_form()
        self.listing.lead_to(uid)
        self.listing.table.setFocus()
        self.notice.say(Tone.GOOD, told)

    def _leave_kept(self) -> None:
        """Left without submitting: say where the text went."""
        form = self.form
        if form is None:
            return
        subject, kept = form.subject, form.has_changes
        self._close_form()
        self.listing.table.setFocus()
        if kept:
            self.notice.say(
                Tone.INFO,
                self.tr("填写的内容已存为草稿，没有登记。"),
                verb=self.tr("继续填写"),
                does=lambda: self.open_form(subject),
            )

    # -- making ----------------------------------------------------------------------------

    def _make_splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        left = Card()
        left.body.addWidget(self.listing)
        splitter.addWidget(left)
        splitter.addWidget(self._right)
        for number, share in enumerate(_SHARES):
            splitter.setStretchFactor(number, share)
        splitter.setSizes([share * 10 for share in _SHARES])
        return splitter

    def _connect(self) -> None:
        self.listing.chosen.connect(self._show_case)
        self.listing.opened.connect(lambda: self.detail.tabs.setFocus())
        self.listing.first_asked.connect(lambda: self.open_form())
        self.detail.edit_asked.connect(lambda _: self._edit())
        self.detail.refer_asked.connect(lambda uid: self.go.emit(PageId.REFERRALS, FOR_CASE + uid))
        self.detail.own_case_asked.connect(self._open_own)
        self.detail.close_asked.connect(lambda _: self._close_case())
        self.detail.reopen_asked.connect(lambda _: self._reopen_case())
        self.detail.share_asked.connect(lambda _: self._share_case())
        self.detail.withdraw_asked.connect(lambda _: self._withdraw_case())
        self.detail.case_asked.connect(self.listing.lead_to)
