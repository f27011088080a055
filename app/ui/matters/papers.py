"""Showing, printing and saving the papers of a matter; every print and copy is journalled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.documents.kinds.letters import LetterKind
from app.documents.paint.preview import page_count
from app.services import evidence, letter_check, letters, paper_files
from app.services.letter_check import Look
from app.services.letter_sheet import Sheet
from app.services.letter_text import Source, subject_of
from app.services.matters import LetterRow
from app.services.paper_files import PaperFormat, Subject
from app.services.printing import Paper
from app.ui.desk import Lane
from app.ui.letters.draft_window import DraftWindow
from app.ui.page import Page
from app.ui.printing.ask import LetterPrinter
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.paper_window import PaperWindow
from app.ui.widgets.picture_window import PictureWindow, picture_of


class Papers(QObject):
    """Opens a window for one paper at a time; nothing is written to a disk but what is saved."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.window: PaperWindow | None = None
        self.picture: PictureWindow | None = None
        self.draft: DraftWindow | None = None
        self.printer = LetterPrinter(page)

    def look_at(self, source: Source) -> None:
        """Show the draft of *source* as the record stands."""
        self._page.ask(letter_check.look, source).then(partial(self.show_draft, source))

    def show_draft(self, source: Source, look: Look) -> DraftWindow:
        window = DraftWindow(self._page, source, look)
        window.print_asked.connect(lambda: self._print_draft(source, window))
        window.save_asked.connect(lambda: self._save_draft(source, window))
        window.show()
        self.draft = window
        return window

    def show_letter(self, row: LetterRow) -> None:
        """Show an issued text; one that is neither PDF nor picture can only be saved."""
        answer = self._page.ask(letters.file, row.uid)
        answer.then(lambda file: self._opened(row, *file))

    def show_sheet(self, subject: str, kind: LetterKind, sheet: Sheet) -> None:
        """Show a sheet that is printed and never kept; *subject* is what the journal names."""
        window = self._open(sheet.title, "", sheet.pdf, sheet.pages)
        printed = Paper(
            sheet.title,
            sheet.pdf,
            sheet.pages,
            subject=subject,
            kind=kind,
            document=sheet.document,
        )

        def save(chosen: Path) -> None:
            target, form = paper_files.named(chosen, PaperFormat.PDF)
            about = Subject(subject, kind)
            answer = self._page.act(paper_files.save, about, sheet.document, form, target)
            answer.then(self._tell_saved)

        patterns = self._patterns((PaperFormat.PDF, PaperFormat.DOCX, PaperFormat.OFD))
        ask = partial(dialogs.choose_new_file, window, self.tr("另存为"))
        window.print_asked.connect(lambda: self.printer.print_draft(printed, window))
        window.save_asked.connect(lambda: ask(f"{sheet.title}.pdf", patterns, save))

    def show_file(self, row: LetterRow, name: str, data: bytes) -> None:
        """Show the scan of a paper; what is neither PDF nor picture can only be saved."""
        if not data.startswith(b"%PDF"):
            self._show_other(row, name, data)
            return

        def show(pages: int) -> None:
            window = self._open(row.title, row.number, data, pages)
            window.print_button.hide()
            window.save_asked.connect(lambda: self._save_file(row, name))

        self._page.desk.run(Lane.QUESTIONS, page_count, data).for_(self._page).then(show)

    def print_matter(self, matter_uid: str) -> None:
        """Print every issued letter of a matter in one job."""
        self.printer.print_matter(matter_uid)

    # -- inside ----------------------------------------------------------------------------

    def _print_draft(self, source: Source, window: DraftWindow) -> None:
        sheet = window.look.sheet
        paper = Paper(
            sheet.title,
            sheet.pdf,
            sheet.pages,
            subject=subject_of(source),
            kind=window.look.kind,
            document=sheet.document,
        )
        self.printer.print_draft(paper, window)

    def _save_draft(self, source: Source, window: DraftWindow) -> None:
        look = window.look
        title = self.tr("{title}（草稿）").format(title=look.sheet.title)
        subject = Subject(subject_of(source), look.kind)

        def save(chosen: Path) -> None:
            target, form = paper_files.named(chosen, PaperFormat.DOCX)
            document = look.sheet.document
            answer = self._page.act(paper_files.save, subject, document, form, target)
            answer.then(self._tell_saved)

        # First what the office works on, then what it prints and what it sends.
        offered = (PaperFormat.DOCX, PaperFormat.PDF, PaperFormat.OFD)
        patterns = self._patterns(offered)
        dialogs.choose_new_file(window, self.tr("另存草稿"), f"{title}.docx", patterns, save)

    def _patterns(self, offered: Sequence[PaperFormat]) -> str:
        words = {
            PaperFormat.DOCX: self.tr("WPS 或 Word 文档 (*.docx)"),
            PaperFormat.PDF: self.tr("PDF 文件 (*.pdf)"),
            PaperFormat.OFD: self.tr("OFD 文件 (*.ofd)"),
        }
        return ";;".join(words[each] for each in offered)

    def _show_other(self, row: LetterRow, name: str, data: bytes) -> None:
        picture = picture_of(data)
        if picture is None:
            self._save_file(row, name)
            return
        self.picture = PictureWindow(row.title, row.number, picture, self._page)
        self.picture.save_asked.connect(lambda: self._save_file(row, name))
        self.picture.show()

    def _opened(self, row: LetterRow, name: str, data: bytes) -> None:
        if not data.startswith(b"%PDF"):
            self._show_other(row, name, data)
            return
        counted = self._page.desk.run(Lane.QUESTIONS, page_count, data).for_(self._page)

        def show(pages: int) -> None:
            window = self._open(row.title, row.number, data, pages)
            window.print_asked.connect(lambda: self.printer.print_letters((row.uid,), window))
            window.save_asked.connect(lambda: self._save_issued(row, name))

        counted.then(show)

    def _save_issued(self, row: LetterRow, name: str) -> None:
        """As it was issued, or, of one this register set, in another format of the same text."""
        offered = self._page.ask(paper_files.formats_of, row.uid)
        offered.then(lambda able: self._save_as(row, name) if able else self._save_file(row, name))

    def _save_as(self, row: LetterRow, name: str) -> None:
        def save(chosen: Path) -> None:
            target, form = paper_files.named(chosen, PaperFormat.PDF)
            answer = self._page.act(paper_files.save_issued, row.uid, target, form)
            answer.then(self._tell_saved)

        offered = (PaperFormat.PDF, PaperFormat.OFD, PaperFormat.DOCX)
        parent = self.window or self._page
        patterns = self._patterns(offered)
        dialogs.choose_new_file(parent, self.tr("另存为"), name, patterns, save)

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
