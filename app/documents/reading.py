"""The words of a finished paper, as far as its file tells them: PDF, DOCX, OFD.

A scan says nothing, and a file that cannot be read says nothing either: nobody is refused for it.
What a file claims to hold is unpacked only so far.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from app.documents.paint.preview import opened

_MOST_PAGES: Final = 50
_MOST_BYTES: Final = 20_000_000
"""Of one part of a package, unpacked."""
_DOCX_PART: Final = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_DOCX_WORDS: Final = re.compile(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>|(</w:p>)")
_OFD_PART: Final = re.compile(r".*/Pages?(?:_\d+)?/(?:.*/)?Content\.xml", re.IGNORECASE)
_OFD_WORDS: Final = re.compile(r"<(?:ofd:)?TextCode[^>]*>([^<]*)</(?:ofd:)?TextCode>")


class FileForm(StrEnum):
    """What a final text may be kept as."""

    PDF = "pdf"
    OFD = "ofd"
    DOCX = "docx"
    PICTURE = "picture"
    OTHER = "other"


def form_of(data: bytes) -> FileForm:
    """By its first bytes and parts, whatever it is called."""
    if data.startswith(b"%PDF"):
        return FileForm.PDF
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"BM")):
        return FileForm.PICTURE
    names = _names(data)
    if "OFD.xml" in names:
        return FileForm.OFD
    return FileForm.DOCX if "word/document.xml" in names else FileForm.OTHER


def words_of(data: bytes) -> str:
    """The text in the order of the file, empty where it tells none."""
    reader = _READERS.get(form_of(data))
    return reader(data) if reader else ""


def _names(data: bytes) -> frozenset[str]:
    if not data.startswith(b"PK"):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return frozenset(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return frozenset()


def _pdf(data: bytes) -> str:
    from pypdfium2 import PdfiumError

    try:
        with opened(data) as document:
            count = min(len(document), _MOST_PAGES)
            return "\n".join(_page(document[index]) for index in range(count))
    except PdfiumError:
        return ""


def _page(page: object) -> str:
    text = page.get_textpage()  # type: ignore[attr-defined]
    try:
        return str(text.get_text_range())
    finally:
        text.close()
        page.close()  # type: ignore[attr-defined]


def _docx(data: bytes) -> str:
    return _packed(data, _DOCX_PART, _DOCX_WORDS)


def _ofd(data: bytes) -> str:
    return _packed(data, _OFD_PART, _OFD_WORDS)


def _packed(data: bytes, part: re.Pattern[str], words: re.Pattern[str]) -> str:
    """The words in the parts of a package, a line for each paragraph or piece of text."""
    found = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in sorted(filter(part.fullmatch, package.namelist())):
                with package.open(name) as packed:
                    text = packed.read(_MOST_BYTES).decode("utf-8", "replace")
                said = (
                    match[1] or ("\n" if match.lastindex == 2 else "")
                    for match in words.finditer(text)
                )
                found.append("".join(said) if part is _DOCX_PART else "\n".join(said))
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        # Damaged, locked with a passphrase, or packed in a way nobody uses.
        return ""
    return html.unescape("\n".join(found))


_READERS: Final[Mapping[FileForm, Callable[[bytes], str]]] = MappingProxyType(
    {FileForm.PDF: _pdf, FileForm.DOCX: _docx, FileForm.OFD: _ofd}
)
