"""The way to a printer for every window: the papers, and what is told when they are handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.services import printing
from app.services.printing import Paper, Papers
from app.ui.desk import Answer, Desk
from app.ui.page import Page
from app.ui.theme import Tone

if TYPE_CHECKING:
    from app.ui.printing.dialog import PrintDialog


def ask_to_print(desk: Desk, papers: tuple[Paper, ...], parent: QWidget) -> PrintDialog:
    """Ask for a printer, copies and pages, then print *papers* in one job.

    Letters and drafts are noted in the journal; for other papers ``printed`` of the dialog is the
    moment to do so.
    """
    # Only here: most people print seldom, and printing takes part of a second to load.
    from app.ui.printing.dialog import PrintDialog

    dialog = PrintDialog(desk, papers, parent)
    dialog.open()
    return dialog


class LetterPrinter(QObject):
    """Prints issued letters for *page*, one or many in one job, and tells on the page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: PrintDialog | None = None

    def print_letters(self, letter_uids: tuple[str, ...], parent: QWidget | None = None) -> None:
        self._ask(self._page.ask(printing.papers, letter_uids), parent)

    def print_matter(self, matter_uid: str, parent: QWidget | None = None) -> None:
        """Every issued letter of a matter."""
        self._ask(self._page.ask(printing.of_matter, matter_uid), parent)

    def print_draft(self, paper: Paper, parent: QWidget | None = None) -> None:
        self._open(Papers((paper,)), parent)

    # -- inside ----------------------------------------------------------------------------

    def _ask(self, answer: Answer[Papers], parent: QWidget | None) -> None:
        answer.then(lambda found: self._open(found, parent))

    def _open(self, papers: Papers, parent: QWidget | None) -> None:
        if papers.no_pages:
            text = self.tr("{titles} 不是 PDF，请另存后用制作它的程序打印。")
            titles = "、".join(f"“{title}”" for title in papers.no_pages)
            self._page.notice.say(Tone.WARN, text.format(titles=titles))
        if papers.found:
            self.dialog = ask_to_print(self._page.desk, papers.found, parent or self._page)
            self.dialog.printed.connect(lambda _: self._tell(papers.found))

    def _tell(self, papers: tuple[Paper, ...]) -> None:
        if len(papers) == 1:
            text = self.tr("“{title}”已交给打印机。").format(title=papers[0].title)
        else:
            text = self.tr("%n 份文书已交给打印机。", "", len(papers))
        self._page.notice.say(Tone.INFO, text)
