"""What every part of the page 文书 answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.ui.actions import Shortcuts
from app.ui.page import Page


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
