"""A PDF read back: where everything really stands, and whether that is what the standard asks.

Positions are millimetres from the upper left corner. What is read was drawn by any program, so
``audit`` proves the file, not the intention.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final

from pypdfium2 import raw

from app.documents import standard
from app.documents.model import Form, OfficialDocument, texts
from app.documents.paint.preview import opened
from app.documents.standard import BASELINE, PITCH, POINT, SIZE_3, Measure, Strength

_SAME: Final = 0.05
"""Millimetres within which two positions are one."""


@dataclass(frozen=True, slots=True)
class ReadGlyph:
    """*x* and *baseline* are its origin, *right* where the next one would stand."""

    char: str
    x: float
    baseline: float
    right: float
    ink_top: float
    ink_right: float
    size: float


@dataclass(frozen=True, slots=True)
class ReadRule:
    """The box a path blackens."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class ReadPage:
    width: float
    height: float
    glyphs: tuple[ReadGlyph, ...]
    rules: tuple[ReadRule, ...]

    @property
    def text(self) -> str:
        """Its characters in drawing order, without white."""
        return "".join(glyph.char for glyph in self.glyphs if glyph.char.strip())


class Point(StrEnum):
    """What was looked at."""

    PAPER = "paper"
    LEFT = "left"
    RIGHT = "right"
    FOOT = "foot"
    PITCH = "pitch"
    MARK = "mark"
    FOOT_RULE = "foot_rule"
    RULE_WIDTH = "rule_width"
    FOLIO = "folio"
    EXERCISE = "exercise"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Finding:
    """*page* counts from 1; *expected* and *actual* are millimetres, or counts of characters."""

    point: Point
    page: int
    clause: str
    strength: Strength
    expected: float
    actual: float


def read(pdf: bytes) -> tuple[ReadPage, ...]:
    with opened(pdf) as document:
        return tuple(_read_page(page) for page in document)


def audit(pdf: bytes, document: OfficialDocument) -> tuple[Finding, ...]:
    """Every number of the standard *pdf* does not keep, and characters of *document* it lacks."""
    pages = read(pdf)
    found = [
        finding
        for number, page in enumerate(pages, 1)
        for finding in _page_findings(page, number, document)
    ]
    return (*found, *_missing(pages, document))


# -- reading -------------------------------------------------------------------------------


def _read_page(page: Any) -> ReadPage:  # noqa: ANN401 - the library is not annotated
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        glyphs = tuple(_glyphs(text.raw, raw.FPDFText_CountChars(text.raw), height))
        rules = tuple(_rules(page, height))
    finally:
        text.close()
        page.close()
    return ReadPage(width * POINT, height * POINT, glyphs, rules)


def _glyphs(text: Any, count: int, height: float) -> Iterator[ReadGlyph]:  # noqa: ANN401
    half = ""
    for index in range(count):
        if raw.FPDFText_IsGenerated(text, index):
            continue
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            half = chr(code)
            continue
        char = (half + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        half = ""
        yield _glyph(text, index, char, height)


def _glyph(text: Any, index: int, char: str, height: float) -> ReadGlyph:  # noqa: ANN401
    x, y = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    loose = raw.FS_RECTF()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    raw.FPDFText_GetLooseCharBox(text, index, loose)
    return ReadGlyph(
        char,
        x.value * POINT,
        (height - y.value) * POINT,
        loose.right * POINT,
        (height - top.value) * POINT,
        right.value * POINT,
        raw.FPDFText_GetFontSize(text, index) * POINT,
    )


def _rules(page: Any, height: float) -> Iterator[ReadRule]:  # noqa: ANN401
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        points = [(x * POINT, (height - y) * POINT) for x, y in _points(item.raw)]
        across, down = zip(*points, strict=True)
        width = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(item.raw, width)
        level = min(down) == max(down)
        thick = width.value * POINT / 2 if len(points) == 2 else 0.0
        yield ReadRule(
            min(across) - (0.0 if level else thick),
            min(down) - (thick if level else 0.0),
            max(across) + (0.0 if level else thick),
            max(down) + (thick if level else 0.0),
        )


def _points(path: Any) -> Iterator[tuple[float, float]]:  # noqa: ANN401
    """The corners of *path*; a path's own bounds are wider than what it draws."""
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFPath_GetPathSegment(path, index), x, y)
        yield x.value, y.value


# -- judging -------------------------------------------------------------------------------


def _page_findings(page: ReadPage, number: int, document: OfficialDocument) -> Iterator[Finding]:
    yield from _off(Point.PAPER, number, standard.PAGE_WIDTH, page.width)
    yield from _off(Point.PAPER, number, standard.PAGE_HEIGHT, page.height)
    body = [glyph for glyph in page.glyphs if abs(glyph.size - SIZE_3) < _SAME]
    yield from _body_findings(body, number)
    yield from _folio_findings(page, number, document)
    if document.form is Form.LETTER and number == 1:
        yield from _letter_findings(page)
    if document.exercise and not _has_mark(page):
        yield Finding(Point.EXERCISE, number, "-", Strength.PRACTICE, 1, 0)


def _off(point: Point, page: int, expected: Measure, actual: float) -> Iterator[Finding]:
    if abs(actual - expected) > max(expected.tolerance, _SAME):
        yield Finding(point, page, expected.clause, expected.strength, expected, actual)


def _body_findings(body: Sequence[ReadGlyph], number: int) -> Iterator[Finding]:
    """No ink outside the text area; rows one pitch apart."""
    if not body:
        return
    left = min(glyph.x for glyph in body)
    right = max(glyph.ink_right for glyph in body)
    foot = max(glyph.baseline for glyph in body) + (1 - BASELINE) * SIZE_3
    if left < standard.LEFT - standard.LEFT.tolerance:
        yield from _off(Point.LEFT, number, standard.LEFT, left)
    if right > standard.RIGHT + standard.RIGHT.tolerance:
        yield from _off(Point.RIGHT, number, standard.RIGHT, right)
    if foot > standard.BOTTOM + standard.BOTTOM.tolerance:
        yield from _off(Point.FOOT, number, standard.BOTTOM, foot)
    rows = sorted({round(glyph.baseline, 1) for glyph in body})
    steps = [after - before for before, after in pairwise(rows)]
    if steps:
        yield from _pitch_findings(min(steps), number)


def _pitch_findings(step: float, number: int) -> Iterator[Finding]:
    if abs(step - PITCH) > 2 * _SAME:
        clause = "5.2.3, 7.3.5.5"
        yield Finding(Point.PITCH, number, clause, PITCH.strength, PITCH, round(step, 1))


def _folio_findings(page: ReadPage, number: int, document: OfficialDocument) -> Iterator[Finding]:
    dashes = [glyph for glyph in page.glyphs if glyph.char == "—" and _is_folio(glyph)]
    first = document.form is Form.LETTER and number == 1
    wanted = 0 if first or _shows_imprint_alone(page) else 2
    if len(dashes) != wanted:
        yield Finding(Point.FOLIO, number, "7.5", Strength.PRESCRIBED, wanted, len(dashes))
    for dash in dashes[:1]:
        yield from _off(Point.FOLIO, number, standard.FOLIO_GAP, dash.ink_top - standard.BOTTOM)


def _shows_imprint_alone(page: ReadPage) -> bool:
    """7.5: such a page has no number. A table of that size has upright rules beside its text."""
    text = [glyph for glyph in page.glyphs if glyph.char.strip() and not _is_folio(glyph)]
    printed = [glyph for glyph in text if glyph.size < standard.WATERMARK_SIZE - _SAME]
    small = all(abs(glyph.size - standard.SIZE_4) < _SAME for glyph in printed)
    upright = any(rule.bottom - rule.top > rule.right - rule.left for rule in page.rules)
    return small and bool(printed) and not upright


def _is_folio(glyph: ReadGlyph) -> bool:
    return glyph.ink_top > standard.BOTTOM + _SAME


def _letter_findings(page: ReadPage) -> Iterator[Finding]:
    mark = min(
        (
            glyph.ink_top
            for glyph in page.glyphs
            if glyph.size > standard.SIZE_2 + _SAME and glyph.size < standard.WATERMARK_SIZE - _SAME
        ),
        default=0.0,
    )
    yield from _off(Point.MARK, 1, standard.LETTER_MARK_TOP, mark)
    foot = standard.PAGE_HEIGHT - max((rule.bottom for rule in page.rules), default=0.0)
    yield from _off(Point.FOOT_RULE, 1, standard.LETTER_FOOT_RULE, foot)
    widest = max((rule.right - rule.left for rule in page.rules), default=0.0)
    yield from _off(Point.RULE_WIDTH, 1, standard.LETTER_RULE_WIDTH, widest)


def _has_mark(page: ReadPage) -> bool:
    large = "".join(
        glyph.char for glyph in page.glyphs if glyph.size > standard.WATERMARK_SIZE - _SAME
    )
    return large.replace(" ", "") == "演练样张无效"


def _missing(pages: Sequence[ReadPage], document: OfficialDocument) -> Iterator[Finding]:
    """Characters the document has more often than the pages: none may be lost on paper."""
    wanted = Counter(char for _, words in texts(document) for char in words if char.strip())
    drawn = Counter(char for page in pages for char in page.text)
    lost = wanted - drawn
    if lost:
        total, missing = wanted.total(), lost.total()
        yield Finding(Point.TEXT, 0, "-", Strength.PRESCRIBED, total, total - missing)
