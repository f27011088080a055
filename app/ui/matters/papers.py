"""Showing, printing and saving the papers of a matter; every print and copy is journalled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from app.documents.kinds.letters import LetterKind
from app.documents.paint.preview import page_count
from app.services import evidence, letters
from app.services.letter_sheet import Sheet
from app.services.matters import LetterRow
from app.services.printing import Paper
from app.ui.desk import Lane
from app.ui.page import Page
from app.ui.printing.ask import LetterPrinter
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.paper_window import PaperWindow


class Papers(QObject):
    """Opens a window for one paper at a time; nothing is written to a disk but what is saved."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.window: PaperWindow | None = None
        self.printer = LetterPrinter(page)

    def show_draft(self, matter_uid: str, kind: LetterKind, sheet: Sheet) -> PaperWindow:
        note = self.tr("草稿：文号和日期留空。")
        paper = Paper(
            sheet.title,
            sheet.pdf,
            sheet.pages,
            subject=matter_uid,
            kind=kind.value,
            document=sheet.document,
        )
        window = self._open(sheet.title, note, sheet.pdf, sheet.pages)
        window.print_asked.connect(lambda: self.printer.print_draft(paper, window))

        def save(target: Path) -> None:
            answer = self._page.act(letters.save_draft, matter_uid, kind, target)
            answer.then(self._tell_saved)

        window.save_asked.connect(lambda: self._ask_where(f"{sheet.title}（草稿）.pdf", save))
        return window

    def show_letter(self, row: LetterRow) -> None:
        """Show an issued text; one that is no PDF can only be saved."""
        answer = self._page.ask(letters.file, row.uid)
        answer.then(lambda file: self._opened(row, *file))

    def print_matter(self, matter_uid: str) -> None:
        """Print every issued letter of a matter in one job."""
        self.printer.print_matter(matter_uid)

    # -- inside ----------------------------------------------------------------------------

    def _opened(self, row: LetterRow, name: str, data: bytes) -> None:
        if not data.startswith(b"%PDF"):
            self._save_file(row, name)
            return
        counted = self._page.desk.run(Lane.QUESTIONS, page_count, data).for_(self._page)

        def show(pages: int) -> None:
            window = self._open(row.title, row.number, data, pages)
            window.print_asked.connect(lambda: self.printer.print_letters((row.uid,), window))
            window.save_asked.connect(lambda: self._save_file(row, name))

        counted.then(show)

    def _save_file(self, row: LetterRow, name: str) -> None:
        def save(target: Path) -> None:
            answer = self._page.act(evidence.save_copy, row.sha256, target)
            answer.then(self._tell_saved)

        self._ask_where(name, save)

    def _open(self, title: str, note: str, pdf: bytes, pages: int) -> PaperWindow:
        window = PaperWindow(self._page.desk, title, note, self._page)
        window.view.show_pdf(pdf, pages)
        window.show()
        self.window = window
        return window

    def _ask_where(self, name: str, then: Callable[[Path], object]) -> None:
        parent = self.window or self._page
        dialogs.choose_new_file(parent, self.tr("另存为"), name, self.tr("文件 (*.*)"), then)

    def _tell_saved(self, path: Path) -> None:
        text = self.tr("已另存为 {path}。这是未加密的副本，用后请妥善处置。")
        self._page.notice.say(Tone.INFO, text.format(path=path))
