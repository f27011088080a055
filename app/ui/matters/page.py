"""The page 移送: the list of matters, the thread of one, or the wizard instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget

from app.kernel import clock
from app.kernel.terms import MatterKind
from app.rules.steps import StepKind
from app.services import drafts, matters
from app.services.changes import Noun
from app.services.drafts import SavedDraft
from app.services.matters import MatterView
from app.ui.actions import Shortcuts
from app.ui.desk import Desk
from app.ui.matters import step_form
from app.ui.matters.forms.referral.wizard import FORM, OF_MATTER, ReferralWizard
from app.ui.matters.forms.rows import FORMS
from app.ui.matters.listing import MatterListing
from app.ui.matters.receipt_dialog import ReceiptDialog
from app.ui.matters.thread import ThreadView
from app.ui.page import FOR_CASE, NEW, Page, PageId, page_title
from app.ui.theme import Tone
from app.ui.widgets.card import button


class MattersPage(Page):
    """Every referral we sent or were sent."""

    nouns: ClassVar[frozenset[Noun]] = frozenset({Noun.MATTERS, Noun.LETTERS, Noun.CASES})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, page_title(PageId.REFERRALS))
        self.receipt_button = button(self.tr("登记回执…"))
        self.receipt_button.clicked.connect(self.record_receipt)
        self.header.add(self.receipt_button)
        self.new_button = button(self.tr("新建移送"), "primary")
        self.new_button.clicked.connect(lambda: self.begin())
        self.header.add(self.new_button)
        self.listing = MatterListing(self)
        self.thread_view = ThreadView(self)
        self.wizard: ReferralWizard | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.listing)
        self._stack.addWidget(self.thread_view)
        self.body.addWidget(self._stack, 1)
        self.listing.opened.connect(self.show_subject)
        self.listing.new_asked.connect(self.begin)
        self.thread_view.back_asked.connect(self.show_list)
        self.thread_view.revise_asked.connect(self._revise)
        self.thread_view.receipt_asked.connect(self.record_receipt)

    # -- as every page ---------------------------------------------------------------------

    def refresh(self) -> None:
        self.listing.ask()
        self.thread_view.ask()
        if self.wizard is not None:
            self.wizard.look_again()

    def show_subject(self, uid: str) -> None:
        if uid == NEW:
            self.begin()
        elif uid.startswith(FOR_CASE):
            self.begin(uid.removeprefix(FOR_CASE))
        else:
            self._close_wizard()
            self.thread_view.open(uid)
            self._present(self.thread_view)

    def resume(self, form: str, subject: str) -> None:
        if form == FORM and subject.startswith(OF_MATTER):
            self.ask(matters.show, subject.removeprefix(OF_MATTER)).then(self._revise)
        elif form == FORM:
            self.begin(subject)
        elif form.startswith(step_form.FORM):
            self._resume_step(StepKind(form.removeprefix(f"{step_form.FORM}.")), subject)

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        if self.wizard is not None:
            return {Shortcuts.SAVE: self.wizard.save, Shortcuts.COMMIT: self.wizard.forward}
        able: dict[Shortcuts, Callable[[], object]] = {
            Shortcuts.NEW: self.begin,
            Shortcuts.NEW_REFERRAL: self.begin,
            Shortcuts.RECEIPT: self.record_receipt,
        }
        if self._stack.currentWidget() is self.thread_view and self.thread_view.revisable:
            able[Shortcuts.EDIT] = self.thread_view.revise.click
        return able

    # -- going about -----------------------------------------------------------------------

    def show_list(self) -> None:
        self._close_wizard()
        self.listing.ask()
        self._present(self.listing)

    def begin(self, case_uid: str = "") -> None:
        """Open the wizard for a new referral, of the case *case_uid* where that is known.

        One that is open already and fits is shown as it stands.
        """
        if self.wizard is not None and self.wizard.is_for(case_uid):
            self._present(self.wizard)
        else:
            self._open_wizard(FORMS[MatterKind.REFERRAL](self, case_uid))

    def record_receipt(self) -> None:
        """Ask for the paper that came back."""
        ReceiptDialog(self).open()

    def _revise(self, matter: MatterView) -> None:
        self._open_wizard(FORMS[matter.kind](self, matter.case_uid, matter))

    def _open_wizard(self, wizard: ReferralWizard) -> None:
        self._close_wizard()
        self.notice.clear()
        self.wizard = wizard
        wizard.left.connect(self._leave_wizard)
        wizard.opened.connect(self.show_subject)
        wizard.case_asked.connect(lambda uid: self.go.emit(PageId.CASES, uid))
        self._stack.addWidget(wizard)
        self._present(wizard)

    def _close_wizard(self) -> None:
        if self.wizard is not None:
            self.wizard.drafts.flush_if_changed()
            self._stack.removeWidget(self.wizard)
            self.wizard.deleteLater()
            self.wizard = None

    def _resume_step(self, kind: StepKind, uid: str) -> None:
        self.show_subject(uid)
        self.thread_view.record_once_shown(kind)

    def _leave_wizard(self) -> None:
        self.show_list()
        self.ask_latest("drafts", drafts.open_drafts).then(self._offer_draft)

    def _offer_draft(self, kept: tuple[SavedDraft, ...]) -> None:
        """A referral that was left in the middle is one button away."""
        newest = next((each for each in kept if each.form == FORM), None)
        if newest is None or self.wizard is not None:
            return
        saved = f"{clock.local(newest.saved_at):%m-%d %H:%M}"
        self.notice.say(
            Tone.INFO,
            self.tr("有一份没有提交的移送草稿（{saved} 保存）。").format(saved=saved),
            verb=self.tr("继续填写"),
            does=lambda: self.resume(newest.form, newest.subject),
        )

    def _present(self, widget: MatterListing | ThreadView | ReferralWizard) -> None:
        self._stack.setCurrentWidget(widget)
        self.header.setVisible(widget is self.listing)
        self.handlers_changed.emit()
