"""Faces an office could own, made of the bundled ones under other names."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from app.documents.fonts import catalog
from app.documents.fonts.locate import FontFlaw, Located
from app.documents.fonts.office import FontPolicy, OfficeFonts

_CHINESE = 0x804

P = TypeVar("P", T2CharStringPen, TTGlyphPen)


def renamed(
    source: catalog.FontFile,
    target: Path,
    postscript: str,
    shown: str,
    *,
    style: str = "Regular",
    rights: int = 0,
) -> Path:
    """A copy of *source* that calls itself *postscript* and, in Chinese, *shown*."""
    with _named(source, postscript, shown, style) as font:
        font["OS/2"].fsType = rights
        font.save(target)
    return target


def collection(target: Path, *fonts: tuple[catalog.FontFile, str, str]) -> Path:
    """A TTC of copies, each with its PostScript and its Chinese name."""
    made = TTCollection()
    made.fonts = [_named(source, postscript, shown) for source, postscript, shown in fonts]
    made.save(target, shareTables=False)
    for font in made.fonts:
        font.close()
    return target


def with_advance(path: Path, char: str, em: float) -> Path:
    """The font of *path* with another advance of *char*."""
    with TTFont(path) as font:
        glyph = font.getBestCmap()[ord(char)]
        _, side = font["hmtx"][glyph]
        font["hmtx"][glyph] = (round(em * font["head"].unitsPerEm), side)
        font.save(path)
    return path


def tiny(target: Path, postscript: str, chars: str, *, cff: bool = False) -> Path:
    """A font with a square for each of *chars*, its outlines TrueType or PostScript."""
    glyphs = {f"g{ord(char):X}": ord(char) for char in chars}
    order = [".notdef", *glyphs]
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({code: name for name, code in glyphs.items()})
    if cff:
        drawn = dict.fromkeys(order, _square(T2CharStringPen(1000, None)).getCharString())
        builder.setupCFF(postscript, {}, drawn, {})
    else:
        builder.setupGlyf(dict.fromkeys(order, _square(TTGlyphPen(None)).glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": postscript, "styleName": "Regular", "psName": postscript})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    builder.save(target)
    return target


def flaws(located: Located) -> dict[str, FontFlaw | None]:
    return {each.file.name: each.flaw for each in located.candidates}


def all_usable(located: Located) -> OfficeFonts:
    """The office's choice of the first usable face for each role."""
    usable = [each for each in reversed(located.candidates) if each.flaw is None]
    return OfficeFonts(FontPolicy.OFFICE, {each.role: each.file for each in usable}, located.spare)


def _named(source: catalog.FontFile, postscript: str, shown: str, style: str = "Regular") -> TTFont:
    font = TTFont(source.path, lazy=True, recalcTimestamp=False)
    table = font["name"]
    for number in (1, 2, 4, 6, 16, 17):
        table.removeNames(nameID=number)
    family = postscript.split("-", maxsplit=1)[0]
    for number, text in ((1, family), (2, style), (4, postscript), (6, postscript)):
        table.setName(text, number, 3, 1, 0x409)
    table.setName(shown, 4, 3, 1, _CHINESE)
    return font


def _square(pen: P) -> P:
    pen.moveTo((100, 0))
    pen.lineTo((900, 0))
    pen.lineTo((900, 800))
    pen.lineTo((100, 800))
    pen.closePath()
    return pen
