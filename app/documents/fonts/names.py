"""What a font file calls itself: its ``name`` table, the only identity that does not lie.

File names are anybody's choice, and a system asked for a face answers with another one when it has
none. Read are the identifiers 1 and 16 (family), 2 and 17 (style), 4 (full name) and 6 (PostScript
name) of the OpenType specification 1.9, in every language.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

_FAMILY: Final = frozenset({1, 16})
_STYLE: Final = frozenset({2, 17})
_FULL: Final = 4
_POSTSCRIPT: Final = 6
_REGULAR: Final = frozenset(
    {"regular", "normal", "roman", "book", "常规", "标准", "標準", "regular常规"}
)
_CODECS: Final = MappingProxyType({(3, 3): "gb18030", (1, 0): "mac-roman", (1, 25): "gb18030"})
"""Platform and encoding of old Chinese fonts; everything else but Unicode is passed over."""
_UNICODE: Final = frozenset({(0, n) for n in range(7)} | {(3, 0), (3, 1), (3, 10)})


@dataclass(frozen=True, slots=True)
class FontNames:
    """One font of a file. *keys* are the names it can be asked for by, as ``key`` writes them.

    *shown* is its full name, Chinese where it has one; *regular* tells it from a bold one.
    """

    path: Path
    index: int
    postscript: str
    shown: str
    keys: frozenset[str]
    regular: bool
    postscript_outlines: bool


def key(name: str) -> str:
    """*name* for comparing: without case and spaces."""
    return "".join(name.split()).casefold()


def read(path: Path) -> tuple[FontNames, ...]:
    """Every font of *path*; none of what cannot be read or is no font."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return tuple(_names(data, path, index, at) for index, at in enumerate(_starts(data)))
    except (OSError, ValueError, struct.error, LookupError):
        return ()


def _starts(data: mmap.mmap) -> tuple[int, ...]:
    if data[:4] != b"ttcf":
        return (0,)
    (count,) = struct.unpack_from(">I", data, 8)
    return struct.unpack_from(f">{count}I", data, 12)


def _names(data: mmap.mmap, path: Path, index: int, start: int) -> FontNames:
    (count,) = struct.unpack_from(">H", data, start + 4)
    rows = (struct.unpack_from(">4sIII", data, start + 12 + 16 * row) for row in range(count))
    tables = {tag: offset for tag, _, offset, _ in rows}
    said = tuple(_records(data, tables[b"name"]))
    styles = {key(text) for number, text in said if number in _STYLE}
    # A bold face bears the family of its regular one; only its full name is its own.
    regular = not styles or bool(styles & _REGULAR)
    asked = {_FULL, _POSTSCRIPT, *(_FAMILY if regular else ())}
    full = [text for number, text in said if number == _FULL]
    postscript = next((text for number, text in said if number == _POSTSCRIPT), "")
    return FontNames(
        path,
        index,
        postscript,
        next((text for text in full if not text.isascii()), next(iter(full), postscript)),
        frozenset(key(text) for number, text in said if number in asked),
        regular,
        data[start : start + 4] == b"OTTO" or b"CFF " in tables,
    )


def _records(data: mmap.mmap, at: int) -> Iterator[tuple[int, str]]:
    """Identifier and text of each name we can read."""
    count, strings = struct.unpack_from(">HH", data, at + 2)
    for row in range(count):
        platform, encoding, _, number, length, offset = struct.unpack_from(
            ">6H", data, at + 6 + 12 * row
        )
        raw = data[at + strings + offset : at + strings + offset + length]
        codec = (
            "utf-16-be" if (platform, encoding) in _UNICODE else _CODECS.get((platform, encoding))
        )
        if codec:
            text = raw.decode(codec, "ignore").replace("\0", "").strip()
            if text:
                yield number, text
