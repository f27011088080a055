"""What the steps of the wizard share."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.rules.particulars import Referral
from app.ui.page import Page


class WizardStep(QWidget):
    """One step: ``changed`` when the person changed anything, ``grown`` when fields were added.

    ``texts`` and ``restore`` carry its raw contents for the draft; ``faults`` tells what keeps it
    from being complete (field → sentence), and ``show_faults`` shows them.
    """

    changed = Signal()
    grown = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def enter(self) -> None:
        """The step is about to be shown."""

    def tab_chain(self) -> list[QWidget]:
        """Its fields in reading order, where some were made after others; else nothing."""
        return []

    def fill(self, facts: Referral, receiver_uid: str) -> None:
        """Show what a matter says that is revised."""

    def texts(self) -> dict[str, str]:
        return {}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put back what ``texts`` gave."""

    def faults(self) -> dict[str, str]:
        return {}

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Show *faults* on top and beside their fields; empty clears them."""
