"""A letter that stands alone, being written: its form, kept as it is typed, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import wording
from app.documents.kinds.letters import LetterKind
from app.kernel import clock
from app.services import drafting
from app.services.changes import Changes
from app.services.drafting import DraftView
from app.services.letter_text import OfDraft
from app.ui.drafts import DraftKeeper
from app.ui.letters.paper_form import PaperForm
from app.ui.matters.letter_forms import ExternalForm, IssueForm, LetterForm
from app.ui.matters.papers import Papers
from app.ui.page import Page, PageId
from app.ui.problems import in_words
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.form_scroll import FormScroll
from app.ui.widgets.undrawn import CharacterWatch

FORM: Final = f"{PageId.LETTERS}.paper"
_VERSION: Final = 1


class PaperEditor(QWidget):
    """A new letter of *kind*, or the draft of *view*.

    Signals: ``left`` (whether something typed was not saved); ``issued`` (letter uid, number).
    """

    left = Signal(bool)
    issued = Signal(str, str)

    def __init__(
        self, page: Page, papers: Papers, kind: LetterKind, view: DraftView | None = None
    ) -> None:
        super().__init__()
        self._page, self._papers, self._view = page, papers, view
        self.kind: Final = kind
        self.uid = view.row.uid if view else ""
        self.has_changes = False
        self.form = PaperForm(page, kind, page.desk.clock.now())
        self.watch = CharacterWatch(page.desk, self.form, self.form.texts)
        self.keeper = self._make_keeper()
        self.state = label("", "secondary")
        self.save_button = button(self.tr("存稿"))
        self.look_button = button(self.tr("看草稿"))
        self.external_button = button(self.tr("外部定稿…"))
        self.issue_button = button(self.tr("编号并出具…"), "primary")
        self.back_button = button(self.tr("返回列表"))
        self.discard_button = button(self.tr("放弃改动"), "link")
        self.discard_button.hide()
        self.dialog: LetterForm | None = None
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Show the draft, and over it what was typed and not saved."""
        if self._view is None:
            answer = self._page.ask(drafting.blank, self.kind).for_(self)
            answer.then(self.form.show_facts).always(self._restore)
            return
        self.form.show_facts(self._view.facts)
        self._restore()

    def keep(self) -> None:
        """Hold on to what was typed and is not held yet."""
        self.keeper.flush_if_changed()

    def save(self, then: Callable[[], object] | None = None) -> None:
        """存稿, then do *then*; nothing is asked of what is not filled in yet."""
        if self.uid and not self.has_changes:
            self._after(then)
            return
        facts = self.form.facts()
        answer = (
            self._page.act(drafting.change, self.uid, facts)
            if self.uid
            else self._page.act(drafting.create, facts)
        )
        answer.for_(self).then(partial(self._saved, then)).otherwise(self.form.refuse)

    def look(self) -> None:
        self._complete(lambda: self._papers.look_at(OfDraft(self.uid)))

    def issue(self) -> None:
        self._complete(lambda: self._ask(IssueForm(self._page, self.kind, self._source)))

    def issue_external(self) -> None:
        """What is finished elsewhere may be incomplete here."""
        self.save(lambda: self._ask(ExternalForm(self._page, self.kind, self._source)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    # -- inside ----------------------------------------------------------------------------

    def _restore(self) -> None:
        self.keeper.load().always(self._greet)

    def _source(self, _words: object) -> OfDraft:
        return OfDraft(self.uid)

    def _complete(self, then: Callable[[], object]) -> None:
        """Save, then *then* if nothing is missing; else name it."""
        self.form.show_faults({})

        def judge(missing: tuple[str, ...]) -> None:
            if missing:
                self.form.show_missing(missing)
            else:
                then()

        self.save(lambda: self._page.ask(drafting.missing, self.uid).for_(self).then(judge))

    def _ask(self, dialog: LetterForm) -> None:
        dialog.composed.connect(self._papers.show_draft)
        dialog.issued.connect(self.issued)
        dialog.open()
        self.dialog = dialog

    def _saved(self, then: Callable[[], object] | None, changes: Changes) -> None:
        self.keeper.discard()
        if changes.uid != self.uid:
            self.uid = changes.uid
            self.keeper.deleteLater()
            self.keeper = self._make_keeper()
        self.has_changes = False
        self.discard_button.hide()
        now = clock.local(self._page.desk.clock.now())
        self.state.setText(self.tr("已存稿 {time}").format(time=f"{now:%H:%M}"))
        self._after(then)

    def _after(self, then: Callable[[], object] | None) -> None:
        if then is not None:
            then()

    def _greet(self) -> None:
        self.form.changed.connect(self._touch)
        next(iter(self.form.fields.values())).setFocus()

    def _touch(self) -> None:
        self.has_changes = True
        self.state.setText(self.tr("有未存稿的改动"))
        self.keeper.touch()

    def _leave(self) -> None:
        self.keep()
        self.left.emit(self.has_changes)

    def _discard(self) -> None:
        """Throw away what was typed since the draft was saved."""
        self.keeper.discard()
        self.has_changes = False
        self.left.emit(False)

    def _tell_kept(self, moment: datetime) -> None:
        told = self.tr("改动已于 {time} 自动保存，尚未存稿")
        self.state.setText(told.format(time=f"{clock.local(moment):%H:%M}"))
        self.discard_button.show()

    def _tell_restored(self, moment: datetime) -> None:
        self.has_changes = True
        told = self.tr("已恢复 {time} 自动保存的改动，尚未存稿")
        self.state.setText(told.format(time=f"{clock.local(moment):%m-%d %H:%M}"))
        self.discard_button.show()

    # -- making ----------------------------------------------------------------------------

    def _make_keeper(self) -> DraftKeeper:
        name = f"{FORM}.{self.kind}"
        texts, restore = self.form.texts, self.form.restore
        keeper = DraftKeeper(self._page.desk, name, _VERSION, self.uid, texts, restore, self)
        keeper.saved.connect(self._tell_kept)
        keeper.restored.connect(self._tell_restored)
        return keeper

    def _connect(self) -> None:
        self.save_button.clicked.connect(lambda: self.save())
        self.look_button.clicked.connect(self.look)
        self.external_button.clicked.connect(self.issue_external)
        self.issue_button.clicked.connect(self.issue)
        self.back_button.clicked.connect(self._leave)
        self.discard_button.clicked.connect(self._discard)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.state)
        buttons.addWidget(self.discard_button)
        buttons.addStretch(1)
        for each in (
            self.back_button,
            self.save_button,
            self.look_button,
            self.external_button,
            self.issue_button,
        ):
            buttons.addWidget(each)
        card = Card(in_words(wording.LETTER_KINDS[self.kind.value]))
        card.body.addWidget(FormScroll(self.form), 1)
        card.body.addLayout(buttons)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)
