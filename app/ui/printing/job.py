"""Papers on their way to a printer: pages as images at true size, one at a time, by a worker.

- The sheet is the document's own: no margins of the printer, no scaling. A millimetre of the page
  is a millimetre of the paper, whatever the printer can reach.
- Copies come one after another, each complete. On both sides of the paper, each begins on a sheet
  of its own.
- Qt lets a thread paint on a printer (Qt, «Thread-Support in Qt Modules», Painting in Threads);
  compressing a page takes as long as painting it, and no window may wait for that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.documents.paint.raster import Raster, dpi_for, page_raster
from app.kernel.errors import PaperSizeError, PrinterFailedError
from app.ui.desk import Answer, Lane, Runner

_UPRIGHT: Final = QPageLayout.Orientation.Portrait
_LYING: Final = QPageLayout.Orientation.Landscape
_A4: Final = QSizeF(210.0, 297.0)
_INCH: Final = 25.4
_SAME: Final = 1.0
"""Paper sizes that differ by less, in millimetres, are one."""
_STRIP: Final = 320
"""Rows of dots drawn at once, at most."""


@dataclass(frozen=True, slots=True)
class PrintItem:
    """One paper of a job: *pages* of it, counted from 0, *copies* times.

    *right* and *down* move it on the paper, in millimetres: 套打 meets what was printed before.
    """

    title: str
    pdf: bytes
    pages: tuple[int, ...]
    copies: int = 1
    right: float = 0.0
    down: float = 0.0


class PrintJob(QObject):
    """Sends the papers of *queue* to a printer in one job; it lives until it ends.

    *both_sides*: the printer was told to print on both sides of the paper.

    Signals: ``progressed`` (side, sides); ``failed`` (AppError); ``finished`` (whether every page
    was handed over), last and always.
    """

    progressed = Signal(int, int)
    failed = Signal(object)
    finished = Signal(bool)

    def __init__(
        self,
        runner: Runner,
        queue: Sequence[PrintItem],
        parent: QObject,
        *,
        both_sides: bool = False,
    ) -> None:
        super().__init__(parent)
        self._both_sides = both_sides
        self._runner = runner
        self._queue = tuple(queue)
        self._answer: Answer[None] | None = None
        self._done = False

    def start(self, printer: QPrinter) -> None:
        """Begin; *printer* is the job's own until it ends."""
        work = partial(send, self._queue, printer, self._both_sides)
        answer = self._runner.run(Lane.QUESTIONS, work).for_(self)
        answer.then(self._tell_done).otherwise(self.failed.emit).progress(self.progressed.emit)
        self._answer = answer.always(self._end)

    def cancel(self) -> None:
        """Stop; what the printer already has may still come out."""
        if self._answer is not None:
            self._answer.cancel()

    def _tell_done(self, _: None) -> None:
        self._done = True

    def _end(self) -> None:
        self.finished.emit(self._done)
        self.deleteLater()


def send(
    queue: Sequence[PrintItem],
    printer: QPrinter,
    both_sides: bool,
    watch: Callable[[int, int], None],
) -> None:
    """Hand every page of *queue* to *printer*; *watch* hears each and may raise to stop.

    Raises:
        PaperSizeError: it has no A4 paper; nothing was sent.
        PrinterFailedError: it took no more pages.
    """
    _prepare(printer)
    painter = QPainter()
    sides = tuple(_sides(queue, both=both_sides))
    try:
        for at, (item, page) in enumerate(sides):
            watch(at, len(sides))
            _hand_over(printer, painter, item, page)
        if painter.isActive() and not painter.end():
            raise PrinterFailedError(printer=printer.printerName(), title=queue[-1].title, page=0)
    except BaseException:
        if painter.isActive():
            printer.abort()
            painter.end()
        raise


def _prepare(printer: QPrinter) -> None:
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    if max(abs(size.width() - _A4.width()), abs(size.height() - _A4.height())) > _SAME:
        raise PaperSizeError(printer=printer.printerName())


def _hand_over(printer: QPrinter, painter: QPainter, item: PrintItem, page: int | None) -> None:
    """The next side of a sheet; without *page* it stays empty."""
    raster = None if page is None else _painted(printer, item, page)
    lying = raster is not None and raster.paper[0] > raster.paper[1]
    printer.setPageOrientation(_LYING if lying else _UPRIGHT)
    if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
        raise _failure(printer, item, page)
    if raster is not None:
        _draw(printer, painter, item, raster)


def _painted(printer: QPrinter, item: PrintItem, page: int) -> Raster:
    return page_raster(item.pdf, page, dpi_for(printer.resolution()))


def _draw(printer: QPrinter, painter: QPainter, item: PrintItem, page: Raster) -> None:
    """In strips: while Qt draws and presses one, no other thread of the program runs."""
    kind = QImage.Format.Format_Grayscale8 if page.grey else QImage.Format.Format_RGB32
    # What was drawn once must not be pressed with losses: letters would get grey fringes.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    dots, scale = printer.resolution() / _INCH, printer.resolution() / page.dpi
    left, top = round(item.right * dots), round(item.down * dots)
    for row, rows in _strips(page):
        # The image borrows the bytes of the page, which outlive the drawing.
        pixels = page.pixels[row * page.stride : (row + rows) * page.stride]
        image = QImage(pixels, page.width, rows, page.stride, kind)
        place = QRectF(left, top + row * scale, page.width * scale, rows * scale)
        painter.drawImage(place, image)


def _strips(page: Raster) -> Iterator[tuple[int, int]]:
    """First row and number of rows of each strip; they meet in the white between two lines.

    A viewer that shows a file smaller than it is would else dull the letters on a seam.
    """
    white = b"\xff" * page.stride
    first = 0
    while first < page.height:
        end = min(first + _STRIP, page.height)
        if end < page.height:
            rows = range(end, first + 1, -1)
            end = next((row for row in rows if _row(page, row) == white), end)
        yield first, end - first
        first = end


def _row(page: Raster, row: int) -> memoryview:
    return page.pixels[row * page.stride : (row + 1) * page.stride]


def _failure(printer: QPrinter, item: PrintItem, page: int | None) -> PrinterFailedError:
    at = 0 if page is None else page + 1
    return PrinterFailedError(printer=printer.printerName(), title=item.title, page=at)


def _sides(queue: Sequence[PrintItem], *, both: bool) -> Iterator[tuple[PrintItem, int | None]]:
    for item in queue:
        for _ in range(item.copies):
            yield from ((item, page) for page in item.pages)
            if both and len(item.pages) % 2:
                yield item, None


def whole(title: str, pdf: bytes, pages: int, copies: int = 1) -> PrintItem:
    """All pages of a paper."""
    return PrintItem(title, pdf, tuple(range(pages)), copies)
