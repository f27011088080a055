"""The form that registers a case or revises one: one page with sections, kept as a draft."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.kernel import clock
from app.kernel.errors import AppError
from app.services import cases, setup
from app.services.cases import CaseView
from app.services.changes import Changes
from app.services.setup import Identity
from app.ui.cases.fields import CaseFields
from app.ui.drafts import DraftKeeper
from app.ui.page import Page
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.form_scroll import FormScroll
from app.ui.widgets.undrawn import CharacterWatch

FORM: Final = "cases.case"
_VERSION: Final = 1


class CaseForm(QWidget):
    """Registers a new case, or revises the one of *view*.

    Signals: ``submitted`` (uid, what to tell); ``left`` when the person goes back without
    submitting: the draft is kept.
    """

    submitted = Signal(str, str)
    left = Signal()

    def __init__(self, page: Page, view: CaseView | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._view = view
        self.subject: Final = view.facts.uid if view else ""
        self.has_changes = False
        today = clock.local_date(page.desk.clock.now())
        self.fields = CaseFields(page, self.subject, today)
        self.keeper = DraftKeeper(
            page.desk, FORM, _VERSION, self.subject, self.fields.texts, self.fields.restore, self
        )
        self.state = label("", "secondary")
        self.submit_button = button("", "primary")
        self.back_button = button(self.tr("返回列表"))
        self.discard_button = button(self.tr("放弃草稿"), "link")
        self.discard_button.hide()
        self._watch = CharacterWatch(page.desk, self.fields, self._party_texts)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Show the case to be revised, then the draft over it if one is kept."""
        if self._view is not None:
            self.fields.show_case(self._view.facts)
        self.keeper.load().always(self._greet)

    def keep(self) -> None:
        """Save what is not saved yet."""
        self.keeper.flush_if_changed()

    def submit(self) -> None:
        faults = self.fields.faults()
        self.fields.show_faults(faults)
        if faults:
            return
        self.submit_button.setEnabled(False)
        draft = self.fields.draft()
        answer = (
            self._page.act(cases.revise_case, self.subject, draft)
            if self.subject
            else self._page.act(cases.register_case, draft)
        )
        answer.for_(self).then(self._finish).otherwise(self._refuse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- inside ----------------------------------------------------------------------------

    def _greet(self) -> None:
        if not self.subject and not self.fields.text_of("handler"):
            self._page.ask(setup.identity).for_(self).then(self._propose_handler)
        self.fields.fields["name"].setFocus()

    def _propose_handler(self, identity: Identity) -> None:
        if not self.fields.text_of("handler"):
            self.fields.propose("handler", identity.user)

    def _touch(self) -> None:
        self.has_changes = True
        self.state.setText(self.tr("有未保存的改动…"))
        self.keeper.touch()

    def _finish(self, changes: Changes) -> None:
        self.keeper.discard()
        name = self.fields.text_of("name")
        told = self.tr("“{name}”的修改已保存。") if self.subject else self.tr("“{name}”已登记。")
        self.submitted.emit(changes.uid, told.format(name=name))

    def _refuse(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.fields.refuse(error)

    def _discard(self) -> None:
        """Throw the draft away on purpose and start from what is registered."""
        self.keeper.discard()
        self.has_changes = False
        self.left.emit()

    def _tell_saved(self, moment: datetime) -> None:
        told = self.tr("草稿已保存 {time}")
        self.state.setText(told.format(time=f"{clock.local(moment):%H:%M}"))
        self.discard_button.show()

    def _tell_restored(self, moment: datetime) -> None:
        self.has_changes = True
        told = self.tr("已恢复 {time} 的草稿")
        self.state.setText(told.format(time=f"{clock.local(moment):%m-%d %H:%M}"))
        self.discard_button.show()

    def _party_texts(self) -> dict[str, str]:
        """What of the parties goes on paper."""
        said = (
            "".join((party.name, party.representative, party.address))
            for party in self.fields.parties.parties
        )
        return {"parties": "".join(said)}

    # -- making ----------------------------------------------------------------------------

    def _connect(self) -> None:
        self.fields.changed.connect(self._touch)
        self.keeper.saved.connect(self._tell_saved)
        self.keeper.restored.connect(self._tell_restored)
        self.fields.parties.changed.connect(self._watch.touch)
        self.submit_button.clicked.connect(self.submit)
        self.back_button.clicked.connect(self.left)
        self.discard_button.clicked.connect(self._discard)

    def _lay_out(self) -> None:
        view = self._view
        heading = (
            self.tr("修改案件 {number}").format(number=view.facts.number)
            if view
            else self.tr("登记新案件")
        )
        self.submit_button.setText(self.tr("保存修改") if view else self.tr("登记案件"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.state)
        buttons.addWidget(self.discard_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.submit_button)
        card = Card(heading)
        scroll = FormScroll(self.fields)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(scroll, 1)
        across.addLayout(self._make_rail(scroll))
        card.body.addLayout(across, 1)
        card.body.addLayout(buttons)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)

    def _make_rail(self, scroll: FormScroll) -> QVBoxLayout:
        """The sections, to go to each at once."""
        rail = QVBoxLayout()
        rail.setSpacing(6)
        for heading, first in self.fields.sections:
            link = button(heading.text(), "link")
            link.setAccessibleName(self.tr("转到：{section}").format(section=heading.text()))
            link.clicked.connect(_leader(scroll, heading, first))
            rail.addWidget(link)
        rail.addStretch(1)
        return rail


def _leader(scroll: FormScroll, heading: QWidget, first: QWidget) -> Callable[[], None]:
    def lead() -> None:
        scroll.lead_to(heading, first)

    return lead
