"""Ledgers and reports in a window of their own: look, print, save as PDF or for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.documents.kinds.registers import PrintedTable, TableText
from app.kernel import clock
from app.services import sheets
from app.services.printing import Paper
from app.ui.page import Page
from app.ui.printing.ask import ask_to_print
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import button
from app.ui.widgets.paper_window import PaperWindow


class Sheets(QObject):
    """Opens a window for one table at a time; nothing is written to a disk but what is saved."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.window: PaperWindow | None = None

    def show(self, text: TableText) -> None:
        self._page.ask_latest("sheet", sheets.paint, text).then(partial(self._open, text))

    # -- inside ----------------------------------------------------------------------------

    def _open(self, text: TableText, printed: PrintedTable) -> None:
        window = PaperWindow(self._page.desk, text.title, "", self._page)
        export = button(self.tr("导出 CSV…"))
        window.view.tools.insertWidget(window.view.tools.indexOf(window.save_button), export)
        window.view.show_pdf(printed.pdf, printed.pages)
        window.save_asked.connect(partial(self._ask_pdf, text))
        export.clicked.connect(partial(self._ask_csv, text))
        window.print_asked.connect(partial(self._print, printed))
        window.show()
        self.window = window

    def _ask_pdf(self, text: TableText) -> None:
        self._ask_where(text, "pdf", self.tr("文件 (*.pdf)"), sheets.save_pdf)

    def _ask_csv(self, text: TableText) -> None:
        self._ask_where(text, "csv", self.tr("表格 (*.csv)"), sheets.save_csv)

    def _ask_where(
        self, text: TableText, suffix: str, pattern: str, deed: Callable[..., Path]
    ) -> None:
        day = clock.local_date(self._page.desk.clock.now()).isoformat()

        def save(target: Path) -> None:
            self._page.act(deed, text, target).then(self._tell_saved)

        parent = self.window or self._page
        name = f"{text.title} {day}.{suffix}"
        dialogs.choose_new_file(parent, self.tr("另存为"), name, pattern, save)

    def _print(self, printed: PrintedTable) -> None:
        paper = Paper(printed.title, printed.pdf, printed.pages)
        dialog = ask_to_print(self._page.desk, (paper,), self.window or self._page)
        dialog.printed.connect(lambda _: self._printed(printed.title))

    def _printed(self, title: str) -> None:
        self._page.act(sheets.note_printed, title)
        text = self.tr("“{title}”已交给打印机。").format(title=title)
        self._page.notice.say(Tone.INFO, text)

    def _tell_saved(self, path: Path) -> None:
        text = self.tr("已另存为 {path}。这是未加密的副本，用后请妥善处置。")
        self._page.notice.say(Tone.INFO, text.format(path=path))
