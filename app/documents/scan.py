"""The check marks in a scanned paper: a picture, or a PDF whose pages are drawn and read.

A scan is seldom straight or clean: ZXing turns and rectifies, and what it does not read at once is
offered again larger and smoother.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from app.documents.codes import Payload, payload
from app.documents.paint.preview import opened
from app.kernel.errors import NoCheckMarkError

if TYPE_CHECKING:
    from PIL.Image import Image

PICTURES: Final = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")
_MOST_PIXELS: Final = 80_000_000
"""An A3 page at 600 dpi; what claims to be larger is not unpacked."""
_MOST_PAGES: Final = 200
_DPI: Final = (200.0, 300.0)
_INCH: Final = 72.0
_ENOUGH: Final = 2400
"""Pixels across beyond which enlarging shows nothing new."""
_BLUR: Final = 1.2
_QUIET: Final = 4
"""Modules of white around a matrix (ISO/IEC 18004)."""
_DOTS: Final = 4


class _Unreadable(Exception):  # noqa: N818 - it never leaves this module
    """What was given cannot be shown; the reason is for a log."""


def codes(data: bytes, name: str) -> tuple[Payload, ...]:
    """Every check mark of ours in the file *name* that holds *data*, once each, in page order.

    Raises:
        NoCheckMarkError: there is none, or it is no picture and no PDF, damaged, locked, too large.
    """
    reader = _in_pdf if data.startswith(b"%PDF") else _in_picture
    try:
        found = tuple(dict.fromkeys(reader(data)))
    except _Unreadable as error:
        raise NoCheckMarkError(name=name, reason=f"{error}") from error
    if not found:
        raise NoCheckMarkError(name=name, reason="")
    return found


def matrix(modules: Sequence[str]) -> Payload | None:
    """What a matrix of *modules* says, rows of 0 and 1; None when it is none of ours.

    It is read and not written again: which of the possible matrices an encoder takes may change.
    """
    from PIL import Image

    size = len(modules)
    if not size or any(len(row) != size for row in modules):
        return None
    bits = bytes(0 if sign == "1" else 255 for row in modules for sign in row)
    drawn = Image.new("L", (size + 2 * _QUIET,) * 2, 255)
    drawn.paste(Image.frombytes("L", (size, size), bits), (_QUIET, _QUIET))
    scaled = drawn.resize((drawn.width * _DOTS, drawn.height * _DOTS), Image.Resampling.NEAREST)
    return next(_read(scaled), None)


def _in_pdf(pdf: bytes) -> Iterator[Payload]:
    for index in range(min(_pages(pdf), _MOST_PAGES)):
        for dpi in _DPI:
            read = list(_read(_drawn(pdf, index, dpi)))
            yield from read
            if read:
                break


def _in_picture(data: bytes) -> Iterator[Payload]:
    # Here and not above: Pillow is paid for when the first picture is read, not at the start.
    from PIL import Image, ImageSequence, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=PICTURES) as picture:
            for number, frame in enumerate(ImageSequence.Iterator(picture)):
                if number == _MOST_PAGES:
                    return
                _refuse_large(frame.width * frame.height)
                yield from _read_harder(_grey(frame))
    except Image.DecompressionBombError as error:
        raise _Unreadable("too large") from error
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError) as error:
        raise _Unreadable(error) from error


def _grey(picture: Image) -> Image:
    """On white: what is transparent in a picture is paper."""
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        white = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(white, layered).convert("L")
    return picture.convert("L")


def _read_harder(picture: Image) -> Iterator[Payload]:
    """As it is, else twice as large, else smoothed: small, grainy and pressed pictures."""
    from PIL import ImageFilter

    read = list(_read(picture))
    if not read and max(picture.size) < _ENOUGH:
        larger = picture.resize((picture.width * 2, picture.height * 2))
        read = list(_read(larger))
    if not read:
        read = list(_read(picture.filter(ImageFilter.GaussianBlur(_BLUR))))
    yield from read


def _read(picture: Image) -> Iterator[Payload]:
    import zxingcpp

    kind = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    for code in zxingcpp.read_barcodes(picture, formats=kind):
        # The bytes and not the text: the matrix names no character set, and readers guess one.
        said = payload(code.bytes.decode("utf-8", "replace"))
        if said is not None:
            yield said


def _pages(pdf: bytes) -> int:
    from pypdfium2 import PdfiumError

    try:
        with opened(pdf) as document:
            return len(document)
    except PdfiumError as error:
        raise _Unreadable(error) from error


def _drawn(pdf: bytes, index: int, dpi: float) -> Image:
    """A page in grey; one at a time, so that the windows can draw theirs in between."""
    from pypdfium2 import PdfiumError

    try:
        with opened(pdf) as document:
            page = document[index]
            width, height = page.get_size()
            scale = dpi / _INCH
            _refuse_large(width * height * scale * scale)
            bitmap = page.render(scale=scale, grayscale=True)
            try:
                return _copied(bitmap)
            finally:
                bitmap.close()
                page.close()
    except PdfiumError as error:
        raise _Unreadable(error) from error


def _copied(bitmap: Any) -> Image:  # noqa: ANN401 - the library is not annotated
    from PIL import Image

    size = (bitmap.width, bitmap.height)
    return Image.frombytes("L", size, bytes(bitmap.buffer), "raw", "L", bitmap.stride)


def _refuse_large(pixels: float) -> None:
    if pixels > _MOST_PIXELS:
        raise _Unreadable("too large")
