"""The page 文书: what is being drafted, what was issued, what came in.

``TABS`` is the one table of its parts; a part is built when the page is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabWidget, QWidget

from app.services.changes import Noun
from app.ui.actions import Shortcuts
from app.ui.desk import Desk
from app.ui.letters.drafts_tab import DraftsTab
from app.ui.letters.incoming import IncomingTab
from app.ui.letters.outgoing import OutgoingTab
from app.ui.letters.tab import LettersTab
from app.ui.page import Page, PageId, page_title


@dataclass(frozen=True, slots=True)
class TabRow:
    """A part of the page; *name* is the subject that leads to it."""

    name: str
    title: Callable[[], str]
    factory: Callable[[Page], LettersTab]


TABS: Final[tuple[TabRow, ...]] = (
    TabRow("drafts", lambda: QCoreApplication.translate("letters", "拟稿"), DraftsTab),
    TabRow("outgoing", lambda: QCoreApplication.translate("letters", "发文"), OutgoingTab),
    TabRow("incoming", lambda: QCoreApplication.translate("letters", "收文"), IncomingTab),
)
"""In the order of the tabs."""


class LettersPage(Page):
    """Letters that stand alone, and the registers."""

    nouns: ClassVar[frozenset[Noun]] = frozenset({Noun.LETTERS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, page_title(PageId.LETTERS), parent)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("文书的分页"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.parts: dict[str, LettersTab] = {}
        for row in TABS:
            self.parts[row.name] = row.factory(self)
            self.tabs.addTab(self.parts[row.name], row.title())
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._turn)

    # -- as every page ---------------------------------------------------------------------

    def refresh(self) -> None:
        for part in self.parts.values():
            part.refresh()

    def show_subject(self, uid: str) -> None:
        """*uid* is the name of a tab, or of a tab and a record: ``incoming:<uid>``."""
        name, _, record = uid.partition(":")
        if name in self.parts:
            self.tabs.setCurrentWidget(self.parts[name])
            self.parts[name].show_subject(record)

    def resume(self, form: str, subject: str) -> None:
        for part in self.parts.values():
            part.resume(form, subject)

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        shown = self.tabs.currentWidget()
        return shown.handlers() if isinstance(shown, LettersTab) else {}

    # -- inside ----------------------------------------------------------------------------

    def _turn(self, _index: int) -> None:
        self.handlers_changed.emit()
