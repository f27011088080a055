"""The office's own licensed faces on this computer, and why one of them cannot be used.

GB/T 9704-2012 names styles and no vendor; these are the faces agencies set them in. A face is known
by its name table, never by what the system would put in its place.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.documents.fonts import catalog, names
from app.documents.fonts.chain import bundled_face
from app.documents.fonts.face import Role
from app.documents.fonts.names import FontNames
from app.documents.fonts.office import OfficeFile
from app.documents.fonts.truetype import TrueTypeFace
from app.kernel.errors import LetterError

_NAMES: Final = MappingProxyType(
    {
        Role.TITLE: (
            "FZXBSJW--GB1-0 方正小标宋简体 方正小标宋_GBK FZXBSK--GBK1-0 FZXiaoBiaoSong-B05S "
            "FZXiaoBiaoSong-B05 方正公文小标宋 方正小标宋_GB18030 STZhongsong 华文中宋 小标宋体"
        ),
        Role.BODY: (
            "FangSong_GB2312 仿宋_GB2312 FangSong 仿宋 FZFSK--GBK1-0 方正仿宋_GBK FZFSJW--GB1-0 "
            "方正仿宋简体 FZFangSong-Z02S FZFangSong-Z02 方正公文仿宋 STFangsong 华文仿宋 仿宋体"
        ),
        Role.HEI: (
            "SimHei 黑体 FZHTK--GBK1-0 方正黑体_GBK FZHTJW--GB1-0 方正黑体简体 FZHei-B01S "
            "FZHei-B01 方正公文黑体 STHeiti 华文黑体"
        ),
        Role.KAI: (
            "KaiTi_GB2312 楷体_GB2312 KaiTi 楷体 SimKai FZKTK--GBK1-0 方正楷体_GBK FZKTJW--GB1-0 "
            "方正楷体简体 FZKai-Z03S FZKai-Z03 方正公文楷体 STKaiti 华文楷体"
        ),
        Role.LATIN: "TimesNewRomanPSMT TimesNewRoman",
    }
)
"""How the faces of a style call themselves, the usual one first."""
_HAN: Final = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_RESTRICTED, _USES, _NO_SUBSET_OR_OUTLINE = 0x0002, 0x000F, 0x0300
"""Bits of ``fsType`` (OpenType 1.9, OS/2): a letter holds a part of a face, as outlines."""


class FontFlaw(StrEnum):
    """Why a face cannot set letters."""

    BROKEN = "broken"
    OUTLINES = "outlines"
    """PostScript outlines (CFF), which the painter cannot embed."""
    EMBEDDING = "embedding"
    """Its maker does not allow it to be embedded."""
    WIDTH = "width"
    """一 is not as wide as it is high: the grid of 28 characters would not hold."""
    COVERAGE = "coverage"
    """It lacks characters of GB 2312; of the Latin face, of ASCII."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A face of *role* on this computer; *flaw* says why it cannot be chosen, if it cannot."""

    role: Role
    shown: str
    file: OfficeFile
    flaw: FontFlaw | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """*spare* are faces with characters that no bundled one has, the richest first."""

    candidates: tuple[Candidate, ...]
    spare: tuple[OfficeFile, ...]


def locate(files: Sequence[Path]) -> Located:
    """The official faces among *files* and those with rarer characters than the program's.

    Slow, seconds on a computer with many fonts: for a worker.
    """
    fonts = {each: None for path in _once(files) for each in names.read(path)}
    candidates = (_candidate(role, font) for font in fonts for role in _roles(font))
    order = list(Role)
    ranked = sorted(candidates, key=lambda each: (order.index(each.role), _rank(each)))
    found: dict[tuple[Role, str], Candidate] = {}
    for each in ranked:
        # A face that is installed twice is listed once, in the form that can be used.
        found.setdefault((each.role, each.file.name), each)
    return Located(tuple(found.values()), _spare(fonts))


def _once(files: Iterable[Path]) -> tuple[Path, ...]:
    """*files* without second names of the same one."""
    return tuple(dict.fromkeys(path.resolve() for path in files))


@cache
def _keys(role: Role) -> tuple[str, ...]:
    return tuple(map(names.key, _NAMES[role].split()))


def _roles(font: FontNames) -> Iterator[Role]:
    for role in Role:
        if font.keys & set(_keys(role)):
            yield role


def _rank(candidate: Candidate) -> tuple[bool, int, str]:
    """What can be used first, then the usual names."""
    known = _keys(candidate.role)
    place = {names.key(candidate.file.name), names.key(candidate.shown)}
    rank = min((at for at, name in enumerate(known) if name in place), default=len(known))
    return candidate.flaw is not None, rank, candidate.shown


def _candidate(role: Role, font: FontNames) -> Candidate:
    face = TrueTypeFace(font.postscript, font.path, index=font.index)
    flaw = flaw_of(font, face, role)
    sha256 = "" if flaw else face.sha256
    return Candidate(
        role, font.shown, OfficeFile(font.postscript, font.path, sha256, font.index), flaw
    )


def flaw_of(font: FontNames, face: TrueTypeFace, role: Role) -> FontFlaw | None:
    """Why *face* cannot set letters in *role*; None when it can."""
    if font.postscript_outlines:
        return FontFlaw.OUTLINES
    wanted, sample = (_ascii(), "") if role is Role.LATIN else (_gb2312(), "一")
    return _flaw(face, wanted, sample)


def _flaw(face: TrueTypeFace, wanted: frozenset[int], sample: str) -> FontFlaw | None:
    try:
        if not _may_be_embedded(face.embedding):
            return FontFlaw.EMBEDDING
        if not wanted <= face.codes:
            return FontFlaw.COVERAGE
        if sample and face.advance(sample) != 1.0:
            return FontFlaw.WIDTH
        _load(face)
    except (LetterError, OSError, LookupError, ValueError, struct.error):
        return FontFlaw.BROKEN
    return None


def _may_be_embedded(rights: int) -> bool:
    return rights & _USES != _RESTRICTED and not rights & _NO_SUBSET_OR_OUTLINE


def _load(face: TrueTypeFace) -> None:
    """Read *face* as the painter will.

    Raises:
        ValueError: the painter refuses it.
    """
    # Here and not above: ReportLab is paid for when faces are looked for, not at the start.
    from reportlab.pdfbase.ttfonts import TTFontFile

    try:
        TTFontFile(str(face.path), subfontIndex=face.index)
    except Exception as error:  # its reader answers a damaged table with whatever happens
        raise ValueError(str(error)) from error


@cache
def _gb2312() -> frozenset[int]:
    """The 6763 characters of GB 2312 (rows 16 to 87) and the signs no letter is without."""
    pairs = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    han = "".join(pair.decode("gb2312", "ignore") for pair in pairs)
    return frozenset(map(ord, han + "，。、；：？！“”（）《》〔〕"))


@cache
def _ascii() -> frozenset[int]:
    return frozenset(range(0x20, 0x7F))


# -- rarer characters ---------------------------------------------------------------------


def _spare(fonts: Iterable[FontNames]) -> tuple[OfficeFile, ...]:
    """Faces that together draw the most Han characters the bundled ones lack; none in vain."""
    files = (*catalog.ROLES.values(), *catalog.FALLBACK)
    known = {code for file in files for code in bundled_face(file).codes}
    rich = [(face, han) for font in fonts if (face := _usable(font)) and (han := _han(face, known))]
    chosen: list[OfficeFile] = []
    for face, han in sorted(rich, key=lambda pair: (-len(pair[1]), pair[0].name)):
        sample = chr(min(han))
        if han - known and _flaw(face, frozenset(), sample) is None:
            known |= han
            chosen.append(OfficeFile(face.name, face.path, face.sha256, face.index))
    return tuple(chosen)


def _usable(font: FontNames) -> TrueTypeFace | None:
    if font.postscript_outlines or not font.regular:
        return None
    return TrueTypeFace(font.postscript, font.path, index=font.index)


def _han(face: TrueTypeFace, known: set[int]) -> set[int]:
    """The Han characters of *face* that are not *known*."""
    try:
        return {code for code in face.codes - known if any(a <= code <= z for a, z in _HAN)}
    except (LetterError, OSError, LookupError, ValueError, struct.error):
        return set()
