"""Pages of a PDF as images for the screen and the printer; nothing touches the disk.

PDFium may be called by one thread at a time in a whole process: one lock guards every call.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

_INCH: Final = 72.0

pdfium_lock: Final = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageImage:
    """*pixels* are rows from the top of red, green, blue, alpha, one byte each, no padding."""

    width: int
    height: int
    dpi: float
    pixels: bytes


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """The PDFium document of *pdf*, under the lock."""
    # Here and not above: PDFium is paid for when the first page is shown, not at the start.
    import pypdfium2

    with pdfium_lock:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    with opened(pdf) as document:
        return len(document)


def page_image(pdf: bytes, index: int, dpi: float) -> PageImage:
    """Page *index*, counted from 0."""
    with opened(pdf) as document:
        return _image(document[index], dpi)


def page_images(pdf: bytes, dpi: float) -> tuple[PageImage, ...]:
    with opened(pdf) as document:
        return tuple(_image(page, dpi) for page in document)


def _image(page: Any, dpi: float) -> PageImage:  # noqa: ANN401 - the library is not annotated
    from pypdfium2 import raw

    bitmap = page.render(
        scale=dpi / _INCH,
        rev_byteorder=True,
        force_bitmap_format=raw.FPDFBitmap_BGRA,
        fill_color=(255, 255, 255, 255),
    )
    try:
        row = bitmap.width * 4
        data = bytes(bitmap.buffer)
        lines = (
            data[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
        return PageImage(bitmap.width, bitmap.height, dpi, b"".join(lines))
    finally:
        bitmap.close()
        page.close()
