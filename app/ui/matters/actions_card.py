"""What can be recorded about a matter now: the next steps as buttons, all others in menus."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout

from app.rules.duties import DutyState
from app.rules.procedures import PROCEDURES
from app.rules.steps import State, StepKind
from app.services.matters import MatterView, StepView
from app.ui.matters import told
from app.ui.widgets.card import Card, button, label

_RUNNING: Final = frozenset({DutyState.OPEN, DutyState.EXTENDED, DutyState.SUSPENDED})


class ActionsCard(Card):
    """Signals: ``step_asked`` (StepKind) to open the form of a step, ``receive_asked`` (step uid)
    to record the receipt of a notice that was taken in."""

    step_asked = Signal(object)
    receive_asked = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.body.addLayout(self._lines)
        self.nothing = label("", "secondary", wraps=True)
        self.body.addWidget(self.nothing)
        self.others = button(self.tr("登记其他环节…"))
        self.papers = button(self.tr("据来文登记对方的环节…"))
        self.body.addWidget(self.others)
        self.body.addWidget(self.papers)
        self.buttons: dict[StepKind, QPushButton] = {}
        self.receipts: list[QPushButton] = []

    def show_matter(self, matter: MatterView) -> None:
        for old in (*self.receipts, *self.buttons.values()):
            old.deleteLater()
        self.receipts = [self._receipt(each) for each in matter.steps if each.awaits_receipt]
        suggested = next_steps(matter)
        offered = {*suggested, StepKind.ISSUED}
        rest = [kind for kind in matter.allowed if kind not in offered]
        relayed = [kind for kind in matter.recordable if kind not in matter.allowed]
        self.buttons = {kind: self._button(kind) for kind in suggested}
        for made in (*self.receipts, *self.buttons.values()):
            self._lines.addWidget(made)
        self.nothing.setText(self.tr("本单位现在没有必须登记的环节。"))
        self.nothing.setVisible(not (suggested or self.receipts))
        self._fill(self.others, rest)
        self._fill(self.papers, relayed)

    # -- inside ----------------------------------------------------------------------------

    def _receipt(self, step: StepView) -> QPushButton:
        made = button(self.tr("登记签收来文“{step}”").format(step=told.step(step.kind)), "primary")
        made.clicked.connect(lambda: self.receive_asked.emit(step.uid))
        return made

    def _button(self, kind: StepKind) -> QPushButton:
        made = button(told.verb(kind))
        made.clicked.connect(self._asker(kind))
        return made

    def _fill(self, opener: QPushButton, kinds: Iterable[StepKind]) -> None:
        menu = QMenu(opener)
        for kind in kinds:
            menu.addAction(told.step(kind)).triggered.connect(self._asker(kind))
        before = opener.menu()
        opener.setMenu(menu)
        opener.setVisible(not menu.isEmpty())
        if before is not None:
            before.deleteLater()

    def _asker(self, kind: StepKind) -> Callable[[], None]:
        return lambda: self.step_asked.emit(kind)


def next_steps(matter: MatterView) -> tuple[StepKind, ...]:
    """Our own acts that move the matter on, end a running deadline, or belong to this state only.

    出具 is offered with the letter, where its text comes from.
    """
    ending = {
        kind
        for duty in matter.duties
        if duty.ours and duty.facts.state in _RUNNING
        for kind in duty.closed_by
    }
    rules = PROCEDURES[matter.kind].rules
    return tuple(
        kind
        for kind in matter.allowed
        if kind is not StepKind.ISSUED
        and (
            rules[kind].moves.get(matter.state, matter.state) is not matter.state
            or (kind in ending and not rules[kind].either)
            or (rules[kind].internal and not _any_time(rules[kind].moves))
        )
    )


def _any_time(moves: Iterable[State]) -> bool:
    return set(moves) == set(State)
