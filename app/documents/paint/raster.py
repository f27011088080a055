"""A page of a PDF for a printer: one at a time, as fine as the printer asks and memory allows.

A page without colour is painted in grey: a quarter of the bytes for all but the first pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import sub
from typing import Any, Final

from app.documents.paint.preview import PageImage, opened, page_count, page_image
from app.documents.standard import POINT

LEAST_DPI: Final = 300
MOST_DPI: Final = 600
"""Laser printers set no finer dots; a page of four bytes a dot takes 140 MB then."""
_INCH: Final = 72.0
_SMALL_DPI: Final = 50.0
_NOTICED: Final = 48
"""By so much of 255 a dot may differ before two pictures are two."""
_COLOURED: Final = 24


@dataclass(frozen=True, slots=True)
class Raster:
    """*pixels* are rows from the top, *stride* bytes each: one byte a dot if *grey*, else four
    (blue, green, red, none). *paper* is the page in millimetres, *dpi* what it was painted at.
    """

    width: int
    height: int
    stride: int
    grey: bool
    dpi: int
    paper: tuple[float, float]
    pixels: memoryview


def dpi_for(resolution: int) -> int:
    """The dots an inch to paint at for a printer of *resolution*: never below 300.

    A divisor of *resolution* where there is one, so that a dot is the same number of the
    printer's dots everywhere.
    """
    for times in range(1, resolution // LEAST_DPI + 1):
        if resolution % times == 0 and resolution // times <= MOST_DPI:
            return resolution // times
    return min(max(resolution, LEAST_DPI), MOST_DPI)


def page_raster(pdf: bytes, index: int, dpi: int) -> Raster:
    """Page *index*, counted from 0; at 300 dots an inch where memory is short."""
    grey = _colourless(page_image(pdf, index, _SMALL_DPI))
    try:
        return _raster(pdf, index, dpi, grey=grey)
    except MemoryError:
        if dpi <= LEAST_DPI:
            raise
        return _raster(pdf, index, LEAST_DPI, grey=grey)


def readable_pages(data: bytes) -> int:
    """How many pages the PDF *data* has; 0 where it is none or a damaged one."""
    from pypdfium2 import PdfiumError

    try:
        return page_count(data)
    except PdfiumError:
        return 0


def look_alike(one: bytes, other: bytes) -> bool:
    """Whether two PDFs show the same pages; their bytes may differ."""
    if one == other:
        return True
    pages = page_count(one)
    if pages != page_count(other):
        return False
    return all(
        _same(page_image(one, index, _SMALL_DPI), page_image(other, index, _SMALL_DPI))
        for index in range(pages)
    )


def _same(one: PageImage, other: PageImage) -> bool:
    if (one.width, one.height) != (other.width, other.height):
        return False
    return max(map(abs, map(sub, one.pixels, other.pixels)), default=0) < _NOTICED


def _colourless(page: PageImage) -> bool:
    red, green, blue = (page.pixels[place::4] for place in range(3))
    return _near(red, green) and _near(green, blue)


def _near(one: Sequence[int], other: Sequence[int]) -> bool:
    return max(map(abs, map(sub, one, other)), default=0) < _COLOURED


def _raster(pdf: bytes, index: int, dpi: int, *, grey: bool) -> Raster:
    from pypdfium2 import raw

    with opened(pdf) as document:
        page = document[index]
        paper = (page.get_width() * POINT, page.get_height() * POINT)
        bitmap: Any = page.render(
            scale=dpi / _INCH,
            force_bitmap_format=raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGRx,
            fill_color=(255, 255, 255, 255),
            optimize_mode="print",
        )
        try:
            # The bitmap's memory is ours (ctypes) and outlives it: no second copy of a large page.
            pixels = memoryview(bitmap.buffer).cast("B")
            return Raster(bitmap.width, bitmap.height, bitmap.stride, grey, dpi, paper, pixels)
        finally:
            bitmap.close()
            page.close()
