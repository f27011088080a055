"""Metrics of one TrueType file, read where they stand: the file is mapped, not loaded.

Read are ``head`` ``hhea`` ``hmtx`` ``cmap`` (formats 4 and 12) ``loca`` and the boxes of ``glyf``,
as the OpenType specification 1.9 defines them. Nothing is opened before the first question.
"""

from __future__ import annotations

import hashlib
import mmap
import struct
from collections.abc import Callable, Iterable, Set
from functools import cached_property
from pathlib import Path
from typing import Final

from app.documents.fonts.face import Ink
from app.kernel.errors import FontUnusableError, LetterError

NO_INK: Final = Ink(0.0, 0.0, 0.0, 0.0)
_CODES: Final = 0x110000
"""How many code points there are."""
_UNICODE_MAPS: Final = ((3, 10), (0, 4), (3, 1), (0, 3))
"""Platform and encoding of the character maps we read, widest first."""


class TrueTypeFace:
    """A face of the catalog, or an office's own, from a TrueType file.

    *sha256* is what the file must have, empty for any; *index* is its place in a collection.

    Raises, when first asked for a metric:
        FontUnusableError: the file is missing, is another one, or is no TrueType file.
    """

    def __init__(self, name: str, path: Path, sha256: str = "", index: int = 0) -> None:
        self.name = name
        self.path = path
        self.index = index
        self._expected = sha256

    def covers(self, char: str) -> bool:
        return ord(char) in self._glyphs

    @property
    def codes(self) -> Set[int]:
        """The code points it covers."""
        return self._glyphs.keys()

    @property
    def embedding(self) -> int:
        """``fsType``: what the maker allows who embeds it; 0, all of it, where nothing is said."""
        at = self._tables.get("OS/2")
        return 0 if at is None else int(struct.unpack_from(">H", self._data, at + 8)[0])

    @property
    def stated(self) -> str:
        """The SHA-256 it must have, or has where nothing was said; reads no file it need not."""
        return self._expected or self.sha256

    def advance(self, char: str) -> float:
        glyph = self._glyphs.get(ord(char))
        if glyph is None:
            return 0.0
        wide = min(glyph, self._wide_count - 1)
        at = self._tables["hmtx"] + 4 * wide
        return float(struct.unpack_from(">H", self._data, at)[0] / self._em)

    def ink(self, char: str) -> Ink:
        glyph = self._glyphs.get(ord(char))
        first, end = self._outline(glyph) if glyph is not None else (0, 0)
        if first == end:
            return NO_INK
        box = struct.unpack_from(">4h", self._data, self._tables["glyf"] + first + 2)
        left, bottom, right, top = (edge / self._em for edge in box)
        return Ink(left, bottom, right, top)

    @cached_property
    def sha256(self) -> str:
        """Of the file as it is, in hex; read in pieces, or all of it would count as ours."""
        try:
            with self.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise self._unusable(error) from error

    @cached_property
    def _data(self) -> mmap.mmap:
        try:
            with self.path.open("rb") as file:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise self._unusable(error) from error

    @cached_property
    def _tables(self) -> dict[str, int]:
        """Where each table begins; the file is checked here, once."""
        if self._expected and self.sha256 != self._expected:
            raise self._unusable(f"SHA-256 {self.sha256[:16]}…")
        try:
            return self._directory()
        except struct.error as error:
            raise self._unusable("too short") from error

    def _directory(self) -> dict[str, int]:
        start = self._start()
        version, count = struct.unpack_from(">IH", self._data, start)
        first = start + 12
        rows = (struct.unpack_from(">4sIII", self._data, first + 16 * row) for row in range(count))
        tables = {tag.decode("latin-1"): int(offset) for tag, _, offset, _ in rows}
        if version != 0x00010000 or not {"glyf", "loca", "cmap", "hmtx"} <= tables.keys():
            raise self._unusable("no TrueType outlines")
        return tables

    def _start(self) -> int:
        """Where the font begins: a collection (``ttcf``) lists the places of its fonts."""
        if self._data[:4] != b"ttcf":
            return 0
        (fonts,) = struct.unpack_from(">I", self._data, 8)
        if self.index >= fonts:
            raise self._unusable(f"no font {self.index} in the collection")
        return int(struct.unpack_from(">I", self._data, 12 + 4 * self.index)[0])

    @cached_property
    def _em(self) -> int:
        return int(struct.unpack_from(">H", self._data, self._tables["head"] + 18)[0])

    @cached_property
    def _wide_count(self) -> int:
        """``numberOfHMetrics``: glyphs after these advance like the last of them."""
        return int(struct.unpack_from(">H", self._data, self._tables["hhea"] + 34)[0])

    @cached_property
    def _long_offsets(self) -> bool:
        return bool(struct.unpack_from(">h", self._data, self._tables["head"] + 50)[0])

    def _outline(self, glyph: int) -> tuple[int, int]:
        """First byte and end of *glyph* in ``glyf``; equal when it has no outline."""
        loca = self._tables["loca"]
        if self._long_offsets:
            first, end = struct.unpack_from(">2I", self._data, loca + 4 * glyph)
            return first, end
        first, end = struct.unpack_from(">2H", self._data, loca + 2 * glyph)
        return 2 * first, 2 * end

    @cached_property
    def _glyphs(self) -> dict[int, int]:
        """Glyph numbers by code point."""
        start = self._tables["cmap"]
        (count,) = struct.unpack_from(">H", self._data, start + 2)
        maps = {
            (platform, encoding): start + offset
            for platform, encoding, offset in (
                struct.unpack_from(">HHI", self._data, start + 4 + 8 * row) for row in range(count)
            )
        }
        at = next((maps[kind] for kind in _UNICODE_MAPS if kind in maps), None)
        reader = _READERS.get(struct.unpack_from(">H", self._data, at)[0]) if at else None
        if at is None or reader is None:
            raise self._unusable("no Unicode character map")
        try:
            return reader(self._data, at)
        except (ValueError, LookupError, struct.error) as error:
            raise self._unusable(error) from error

    def _unusable(self, reason: object) -> LetterError:
        return FontUnusableError(font=self.path.name, reason=str(reason))


def _segments(data: mmap.mmap, at: int) -> dict[int, int]:
    """``cmap`` format 4: the Basic Multilingual Plane in segments."""
    (twice,) = struct.unpack_from(">H", data, at + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", data, at + 16 + 2 * twice)
    ranges_at = at + 16 + 3 * twice
    offsets = struct.unpack_from(f">{count}H", data, ranges_at)
    found: dict[int, int] = {}
    _refuse_endless(zip(starts, ends, strict=True))
    for index, (first, last, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = ranges_at + 2 * index + offset + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", data, place)
            if glyph:
                found[code] = (glyph + delta) & 0xFFFF
    return found


def _groups(data: mmap.mmap, at: int) -> dict[int, int]:
    """``cmap`` format 12: runs of code points with consecutive glyphs."""
    (count,) = struct.unpack_from(">I", data, at + 12)
    groups = [
        struct.unpack_from(">3I", data, at + 16 + 12 * row) for row in range(min(count, _CODES))
    ]
    _refuse_endless((first, last) for first, last, _ in groups)
    return {
        code: glyph + code - first
        for first, last, glyph in groups
        for code in range(first, last + 1)
    }


def _refuse_endless(spans: Iterable[tuple[int, int]]) -> None:
    """A damaged map could name billions of characters.

    Raises:
        ValueError: *spans* hold more code points than there are.
    """
    if sum(max(0, last + 1 - first) for first, last in spans) > _CODES:
        raise ValueError("the character map has no end")


_READERS: Final[dict[int, Callable[[mmap.mmap, int], dict[int, int]]]] = {
    4: _segments,
    12: _groups,
}
