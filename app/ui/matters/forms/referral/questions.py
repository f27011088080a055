"""The questions that lead to a receiver, in the order of the pack; later ones wait for a yes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from app.kernel.terms import AgencyRole, ProcurementMethod
from app.rules.packs import RoutingPack, RoutingQuestion
from app.rules.routing import Answers
from app.ui.widgets.card import flow, label

_AFTER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "purchaser_representative": "expert_bribery",
        "bid_rigging": "crime_suspected",
        "works_by_tender": "procurement_violation",
    }
)
"""A question that is only asked once the other was answered with yes."""

NEVER_KEPT: Final = frozenset({"public_official", "expert_bribery", "purchaser_representative"})
"""Answers that may lead to 纪检监察: neither a draft nor a matter holds them."""

_YES_BY_NATURE: Final = frozenset({"own_level"})


class Questions(QWidget):
    """Every question with 是 and 否; ``answered`` when one was."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.yes: dict[str, QRadioButton] = {}
        self.no: dict[str, QRadioButton] = {}
        self._rows: dict[str, list[QWidget]] = {}
        self._waiting: dict[str, str] = {}

    def ask(self, pack: RoutingPack) -> None:
        """Show the questions of *pack*, once."""
        if self.yes:
            return
        for number, question in enumerate(sorted(pack.questions, key=lambda each: each.order)):
            self._add(number, question)
        self.restore(self._waiting)

    def boxes(self) -> list[QWidget]:
        """Every answer, in the order it is read."""
        return [box for name in self.yes for box in (self.yes[name], self.no[name])]

    def answers(self, sender: AgencyRole, method: ProcurementMethod | None) -> Answers:
        said = {name: self._asked(name) and box.isChecked() for name, box in self.yes.items()}
        return Answers(sender=sender, method=method, **said)

    def open_questions(self) -> tuple[str, ...]:
        """The questions that are asked and not answered."""
        return tuple(
            name
            for name in self.yes
            if self._asked(name) and not (self.yes[name].isChecked() or self.no[name].isChecked())
        )

    def texts(self) -> dict[str, str]:
        """What was answered, for a draft, without what must not be kept."""
        if not self.yes:
            return self._waiting
        return {
            name: "yes" if self.yes[name].isChecked() else "no"
            for name in self.yes
            if name not in NEVER_KEPT and (self.yes[name].isChecked() or self.no[name].isChecked())
        }

    def restore(self, texts: Mapping[str, str]) -> None:
        self._waiting = dict(texts)
        for name in self.yes:
            if name in texts:
                (self.yes if texts[name] == "yes" else self.no)[name].setChecked(True)
        self._show_asked()

    def answer(self, name: str, *, yes: bool) -> None:
        """As if the person had clicked; the case told it already."""
        if name in self.yes and not (self.yes[name].isChecked() or self.no[name].isChecked()):
            (self.yes if yes else self.no)[name].setChecked(True)

    # -- inside ----------------------------------------------------------------------------

    def _add(self, number: int, question: RoutingQuestion) -> None:
        text = flow(label(question.text, wraps=True))
        hint = flow(label(question.hint, "secondary", wraps=True))
        yes, no = QRadioButton(self.tr("是")), QRadioButton(self.tr("否"))
        yes.setAccessibleName(f"{question.text} {yes.text()}")
        no.setAccessibleName(f"{question.text} {no.text()}")
        group = QButtonGroup(self)
        group.addButton(yes)
        group.addButton(no)
        self._grid.addWidget(text, 2 * number, 0)
        self._grid.addWidget(yes, 2 * number, 1)
        self._grid.addWidget(no, 2 * number, 2)
        self._grid.addWidget(hint, 2 * number + 1, 0, 1, 3)
        self.yes[question.answer], self.no[question.answer] = yes, no
        self._rows[question.answer] = [text, hint, yes, no]
        group.buttonToggled.connect(self._tell)
        if question.answer in _YES_BY_NATURE:
            yes.setChecked(True)

    def _tell(self, _button: object, checked: bool) -> None:
        if checked:
            self._show_asked()
            self.answered.emit()

    def _asked(self, name: str) -> bool:
        before = _AFTER.get(name)
        return before is None or self.yes[before].isChecked()

    def _show_asked(self) -> None:
        for name, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(self._asked(name))
