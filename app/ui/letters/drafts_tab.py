"""拟稿: letters in preparation."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.ui.letters.tab import LettersTab
from app.ui.page import Page
from app.ui.widgets.card import Card, Empty


class DraftsTab(LettersTab):
    """The drafts of letters that stand alone."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        card = Card()
        card.body.addWidget(Empty(self.tr("还没有拟稿。")))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.addWidget(card)
