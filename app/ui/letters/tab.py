"""What every part of the page 文书 answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.actions import Shortcuts
from app.ui.page import Page
from app.ui.widgets.card import Card


class LettersTab(QWidget):
    """A part of the page; it asks and acts through *page*."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.page = page

    def refresh(self) -> None:
        """Ask for what the part shows: the page appeared, or letters changed."""

    def show_subject(self, uid: str) -> None:
        """Show the record *uid*; empty: the part as it is."""

    def resume(self, form: str, subject: str) -> None:
        """Open the form named *form* with its saved draft, if it is one of this part."""

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        """What this part does for which shortcut while it is shown."""
        return {}


def lay_out_book(
    tab: LettersTab,
    bar: Sequence[QWidget],
    search: QWidget,
    table: QWidget,
    details: QWidget,
    acts: Sequence[QWidget],
) -> None:
    """A book: what is looked for (*search* takes the room of its *bar*), its rows, and below them
    the chosen row with what can be done to it."""
    above = QHBoxLayout()
    above.setSpacing(8)
    for widget in bar:
        above.addWidget(widget, 1 if widget is search else 0)
    card = Card()
    card.body.addLayout(above)
    card.body.addWidget(table, 1)
    below = Card()
    below.body.addWidget(details)
    across = QHBoxLayout()
    across.setSpacing(8)
    for widget in acts:
        across.addWidget(widget)
    across.addStretch(1)
    below.body.addLayout(across)
    lines = QVBoxLayout(tab)
    lines.setContentsMargins(0, 12, 0, 0)
    lines.setSpacing(12)
    lines.addWidget(card, 1)
    lines.addWidget(below)
