"""Printing a PDF: pages as images at 300 dpi, one at a time, on the printer the person chose."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.documents.paint.preview import PageImage, page_image
from app.ui.desk import Lane, Runner
from app.ui.widgets.paper import to_image

PRINT_DPI: Final = 300.0
_UPRIGHT: Final = QPageLayout.Orientation.Portrait
_LYING: Final = QPageLayout.Orientation.Landscape


class PrintJob(QObject):
    """Sends *pages* pages to a printer; it lives until it ends.

    Signals: ``progressed`` (page, pages), ``finished`` (whether every page was handed over).
    """

    progressed = Signal(int, int)
    finished = Signal(bool)

    def __init__(self, runner: Runner, pdf: bytes, pages: int, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._pdf = pdf
        self._pages = tuple(range(pages))
        self._at = 0
        self._painter = QPainter()

    def ask(self, parent: QWidget) -> QPrintDialog:
        """Let the person choose a printer; nothing is sent when the dialog is left."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, len(self._pages))
        dialog.accepted.connect(lambda: self.start(printer))
        dialog.rejected.connect(lambda: self._end(done=False))
        # The overload of QPrintDialog itself wants a receiver.
        QDialog.open(dialog)
        return dialog

    def start(self, printer: QPrinter) -> None:
        """The whole sheet is printed: margins are the document's own."""
        printer.setFullPage(True)
        if printer.fromPage():
            self._pages = tuple(range(printer.fromPage() - 1, printer.toPage()))
        self._printer = printer
        self._next()

    def _next(self) -> None:
        if self._at == len(self._pages):
            self._end(done=self._painter.end())
            return
        number = self._pages[self._at]
        answer = self._runner.run(Lane.QUESTIONS, page_image, self._pdf, number, PRINT_DPI)
        answer.for_(self).then(self._draw)

    def _draw(self, page: PageImage) -> None:
        self._printer.setPageOrientation(_LYING if page.width > page.height else _UPRIGHT)
        if self._at:
            self._printer.newPage()
        elif not self._painter.begin(self._printer):
            self._end(done=False)
            return
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        self._painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), to_image(page))
        self._at += 1
        self.progressed.emit(self._at, len(self._pages))
        self._next()

    def _end(self, *, done: bool) -> None:
        self.finished.emit(done)
        self.deleteLater()
