"""Where ReportLab 5.1 writes a PDF that archives or text searches refuse, put right.

Each correction has a test that fails when the library needs it no longer.
"""

from __future__ import annotations

import mmap
import zlib
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Final

from reportlab.pdfbase import pdfdoc, ttfonts

from app.documents.fonts.face import Face

_CMAP_BLOCK: Final = 100
"""Entries of one bfchar block at most (Adobe Technical Note 5014)."""
_SUBSETS_KEPT: Final = 16
"""Of each face: the next letter often needs the same characters of a heading or of figures."""
_STREAMS_KEPT: Final = 32
_QUICK: Final = 1
"""Outlines hardly shrink: the best level takes twice as long for a file smaller by a twentieth."""


class CorrectedFont(ttfonts.TTFont):
    """A TrueType font whose text can be found and copied beyond the Basic Multilingual Plane.

    ReportLab writes 𠮷 as five hexadecimal digits, which readers take for another character; a
    ToUnicode map holds UTF-16 (PDF 32000-1, 9.10.3).
    """

    def __init__(self, name: str, face: Face) -> None:
        """*name* is the library's, unique in the process; the PDF shows that of *face*."""
        super().__init__(
            name, _Mapped(face.path), subfontIndex=face.index, asciiReadable=False, shapable=False
        )
        # Objects of the PDF are named after the face: two of one name would share them.
        self.face.name, self.face.subfontNameX = face.name.encode("ascii"), b""
        vars(self.face).update(get_table=self._table, makeSubset=self._subset)
        self._made = lru_cache(_SUBSETS_KEPT)(partial(ttfonts.TTFontFace.makeSubset, self.face))

    def addObjects(self, doc: Any) -> None:  # noqa: N802, ANN401 - the library's own name
        subsets = [tuple(subset) for subset in self.state[doc].subsets]
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, (name, subset) in enumerate(zip(names, subsets, strict=True)):
            base = b"".join((ttfonts.SUBSETN(number), b"+", self.face.name)).decode("latin-1")
            doc.idToObject[f"toUnicodeCMap:{base}"].content = to_unicode_map(base, subset)
            fonts[name].Widths = self._widths(subset)

    def _widths(self, codes: Sequence[int]) -> str:
        """As one text: the library formats each of its numbers as if it were any number."""
        width: Callable[[int], float] = self.face.getCharWidth
        return f"[{' '.join(f'{width(code):g}' for code in codes)}]"

    def _subset(self, codes: Sequence[int]) -> bytes:
        return self._made(tuple(codes))

    def _table(self, tag: str) -> Any:  # noqa: ANN401 - whatever can be cut like bytes
        """The library cuts a few glyphs out of a copy of all of them: megabytes for each letter."""
        place, length = self.face.get_table_pos(tag)
        data = vars(self.face)["_ttf_data"]
        return _Outlines(data, place) if tag == "glyf" else data[place : place + length]


class _Outlines:
    """The table of outlines where it stands in its file; what is cut out of it are bytes."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        self._data = data
        self._start = start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]


class _Mapped:
    """A font file for the library to map: the glyphs of a letter are a small part of it."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)

    def read(self) -> mmap.mmap:
        with Path(self.name).open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def to_unicode_map(name: str, codes: Sequence[int]) -> str:
    """The ToUnicode map of a subset font whose byte *n* stands for ``codes[n]``."""
    rows = [f"<{index:02X}> <{_utf16(code)}>" for index, code in enumerate(codes)]
    blocks = [rows[at : at + _CMAP_BLOCK] for at in range(0, len(rows), _CMAP_BLOCK)]
    body = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *body,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()


_written: Final = pdfdoc.PDFStream.format


def _stream_with_line_end(self: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
    """A line end belongs before ``endstream`` (ISO 19005-1, 6.1.7)."""
    data: bytes = _written(self, document)
    return data.removesuffix(b"endstream\n") + b"\nendstream\n"


pdfdoc.PDFStream.format = _stream_with_line_end  # type: ignore[method-assign]


@lru_cache(_STREAMS_KEPT)
def _deflated(content: bytes) -> bytes:
    return zlib.compress(content, _QUICK)


class _Deflate(pdfdoc.PDFStreamFilterZCompress):
    """Flate as the library's own filter; font files, which are bytes, are remembered."""

    def encode(self, content: str | bytes) -> bytes:
        if isinstance(content, str):
            return zlib.compress(content.encode(), _QUICK)
        return _deflated(content)


pdfdoc.PDFZCompress = _Deflate()
