"""The steps of the wizard at its left: always visible, free to go to where one has been."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from app.ui import theme
from app.ui.widgets.card import button


class StepButtons(QFrame):
    """Signals: ``asked`` (number of a step)."""

    asked = Signal(int)

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self._titles = tuple(titles)
        self.setAccessibleName(self.tr("步骤"))
        self.buttons: list[QPushButton] = []
        group = QButtonGroup(self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(6, 8, 6, 8)
        lines.setSpacing(2)
        for number, title in enumerate(titles):
            made = button(title, "step")
            made.setCheckable(True)
            made.clicked.connect(self._asker(number))
            group.addButton(made)
            lines.addWidget(made)
            self.buttons.append(made)
        lines.addStretch(1)

    def show_state(self, current: int, reached: int, complete: Sequence[bool]) -> None:
        """*reached* is the farthest step one has been at; *complete* tells which have no fault."""
        for number, made in enumerate(self.buttons):
            done = number <= reached and complete[number] and number != current
            mark = "✓" if done else str(number + 1)
            made.setText(f"{mark}　{self._titles[number]}")
            made.setEnabled(number <= reached)
            made.setChecked(number == current)

    def _asker(self, number: int) -> Callable[[], None]:
        return lambda: self.asked.emit(number)
