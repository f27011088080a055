"""The composed pages measured against GB/T 9704-2012."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import Final

from app.documents import standard
from app.documents.audit.findings import Element, Finding, apart, least, most, off
from app.documents.audit.lines import Line, Read
from app.documents.layout.ops import Colour, Glyphs
from app.documents.layout.signature import written_day
from app.documents.model import Form, OfficialDocument
from app.documents.standard import (
    BOTTOM,
    CELL,
    LEFT,
    MARK_TOP,
    PAGE_HEIGHT,
    PITCH,
    RIGHT,
    SIZE_2,
    SIZE_3,
    SIZE_4,
    TOP,
    Measure,
    Strength,
)

_MIDDLE: Final = Measure(LEFT + standard.TEXT_WIDTH / 2, "7.3.1", Strength.PRESCRIBED, 1.0)
_RIGHT: Final = Measure(RIGHT, "5.2.1", Strength.PRESCRIBED, RIGHT.tolerance)
_FOOT: Final = Measure(BOTTOM, "5.2.1", Strength.PRESCRIBED, BOTTOM.tolerance)
"""What the prescribed width and height of 版心 make of its prescribed corner."""
_HALF_ROW: Final = Measure(0.0, "7.3.1", Strength.PRESCRIBED, 0.5 + 0.05)
"""The rows of the first page are those of all pages: a title stands on the nearest."""
_COMPANIONS: Final = 1
_OPENING: Final = 6
"""Characters of the text by which it is known on the first page."""


def page_findings(
    document: OfficialDocument, pages: Sequence[Read], pitch: float
) -> Iterator[Finding]:
    yield from off(Element.PITCH, 0, _adjusted_pitch(), pitch)
    for page in pages:
        yield from _paper(page)
        yield from _text_area(page)
        yield from _folio(page, document.form)
        yield from _seals(page, pitch)
    yield from _HEADS[document.form](document, pages[0])
    yield from _first_page(document, pages[0])
    yield from _signature(document, pages)
    yield from _imprint(document, pages)


def _adjusted_pitch() -> Measure:
    """7.3.5.5 lets the pitch give way for a signature, so another one is told and refuses none."""
    return Measure(PITCH, "5.2.3, 7.3.5.5", Strength.DERIVED, PITCH.tolerance)


def _paper(page: Read) -> Iterator[Finding]:
    yield from off(Element.PAPER_WIDTH, page.number, standard.PAGE_WIDTH, page.page.width)
    yield from off(Element.PAPER_HEIGHT, page.number, PAGE_HEIGHT, page.page.height)


def _text_area(page: Read) -> Iterator[Finding]:
    """No ink outside 版心 but the red mark of a letter and the page number."""
    if not page.boxes:
        return
    number = page.number
    left, top = min(box.left for box in page.boxes), min(box.top for box in page.boxes)
    right = max(box.right for box in page.boxes)
    foot = max(box.bottom for box in page.boxes)
    yield from least(Element.TEXT_LEFT, number, LEFT, LEFT, left)
    yield from least(Element.TEXT_TOP, number, TOP, TOP, top)
    yield from most(Element.TEXT_RIGHT, number, _RIGHT, _RIGHT, right)
    yield from most(Element.TEXT_FOOT, number, _FOOT, _FOOT, foot)


# -- page numbers: 7.5, 10.1 -----------------------------------------------------------------


def _folio(page: Read, form: Form) -> Iterator[Finding]:
    first = form is Form.LETTER and page.number == 1
    wanted = 0 if first or _shows_imprint_alone(page) else 2
    dashes = sum(line.text.count("—") for line in page.folio)
    clause = "10.1" if first else standard.FOLIO_GAP.clause
    rule = Measure(wanted, clause, Strength.PRESCRIBED)
    yield from apart(Element.FOLIO, page.number, rule, wanted, dashes)
    for line in page.folio[:1] if wanted else ():
        yield from _folio_place(line, page.number)


def _shows_imprint_alone(page: Read) -> bool:
    """7.5: such a page has no number. A table of that size has upright rules beside its text."""
    text = [op for op in page.page.ops if isinstance(op, Glyphs) and op.colour is Colour.BLACK]
    small = all(abs(op.size - SIZE_4) < 1e-3 and not op.angle for op in text)
    return small and bool(page.lines) and not any(rule.x1 == rule.x2 for rule in page.rules)


def _folio_place(line: Line, number: int) -> Iterator[Finding]:
    """The dashes have no height of their own: the figures stand about them."""
    middle = (line.box.top + line.box.bottom) / 2 - BOTTOM
    rule = Measure(standard.FOLIO_GAP, "7.5", Strength.PRESCRIBED, 1.0)
    yield from off(Element.FOLIO_GAP, number, rule, middle)
    margin = standard.FOLIO_MARGIN * CELL
    expected, actual = (RIGHT - margin, line.right) if number % 2 else (LEFT + margin, line.left)
    yield from apart(Element.FOLIO_SIDE, number, standard.FOLIO_MARGIN, expected, actual)


# -- heads ---------------------------------------------------------------------------------


def _red_head(document: OfficialDocument, page: Read) -> Iterator[Finding]:
    """7.2.4 to 7.3.1; 纪要 the same (10.3)."""
    if not page.marks or not page.red_rules:
        yield Finding(Element.MARK_TOP, 1, TOP + MARK_TOP, 0, "7.2.4", Strength.PRESCRIBED)
        return
    rule = page.red_rules[0]
    edge = rule.y1 - rule.width / 2
    top = min(line.box.top for line in page.marks)
    yield from apart(Element.MARK_TOP, 1, MARK_TOP, TOP + MARK_TOP, top)
    yield from off(Element.RULE_WIDTH, 1, _as_wide_as_the_text(), rule.x2 - rule.x1)
    foot = max(line.box.bottom for line in page.marks)
    between = [line for line in page.lines if foot < line.top < edge]
    if between:
        if document.number or document.signers:
            lines = (between[0].top - foot) / PITCH
            yield from off(Element.NUMBER_GAP, 1, standard.NUMBER_LINES, lines)
        gap = edge - between[-1].top - CELL
        yield from off(Element.RULE_GAP, 1, standard.RULE_GAP, gap)
    yield from _title(page, edge + rule.width, standard.TITLE_LINES)
    yield from _below_title(document, page)


def _as_wide_as_the_text() -> Measure:
    return Measure(standard.TEXT_WIDTH, "7.2.7", Strength.PRESCRIBED, 0.3)


def _title(page: Read, above: float, lines: Measure) -> Iterator[Finding]:
    titles = [line for line in page.lines if abs(line.size - SIZE_2) < 1e-3]
    for line in titles:
        middle = (line.left + line.right) / 2
        yield from off(Element.TITLE_MIDDLE, 1, _MIDDLE, middle)
    for line in titles[:1]:
        rows = (line.top + (SIZE_2 - CELL) / 2 - above) / PITCH
        yield from apart(Element.TITLE_GAP, 1, _HALF_ROW, lines, rows)


def _below_title(document: OfficialDocument, page: Read) -> Iterator[Finding]:
    """7.3.2: one empty line, the addressee at the left edge."""
    line = page.with_text(f"{document.addressee}"[:_OPENING])
    titles = [each for each in page.lines if abs(each.size - SIZE_2) < 1e-3]
    if not document.addressee or not line or not titles or line.top < titles[-1].top:
        return
    rows = (line.top - titles[-1].top - (SIZE_2 - CELL) / 2) / PITCH - 1
    yield from off(Element.ADDRESSEE, 1, standard.AFTER_TITLE, rows)
    yield from least(Element.TEXT_LEFT, 1, LEFT, LEFT, line.left)


def _letter_head(document: OfficialDocument, page: Read) -> Iterator[Finding]:
    """10.1: two double rules, the number right under the first."""
    if not page.marks or len(page.red_rules) < 4:
        wanted = standard.LETTER_MARK_TOP
        yield Finding(Element.MARK_TOP, 1, float(wanted), 0, "10.1", Strength.PRESCRIBED)
        return
    upper, under, *_, last = page.red_rules
    top = min(line.box.top for line in page.marks)
    yield from off(Element.MARK_TOP, 1, standard.LETTER_MARK_TOP, top)
    gap = upper.y1 - upper.width / 2 - max(line.box.bottom for line in page.marks)
    yield from off(Element.RULE_GAP, 1, standard.LETTER_RULE_GAP, gap)
    for rule in page.red_rules:
        yield from off(Element.RULE_WIDTH, 1, standard.LETTER_RULE_WIDTH, rule.x2 - rule.x1)
    foot = PAGE_HEIGHT - last.y1 - last.width / 2
    yield from off(Element.FOOT_RULE, 1, standard.LETTER_FOOT_RULE, foot)
    number = page.with_text(document.number)
    if number:
        gap = number.top - under.y1 - under.width / 2
        yield from off(Element.NUMBER_GAP, 1, standard.LETTER_NUMBER_GAP, gap)
        yield from off(Element.NUMBER_RIGHT, 1, _RIGHT, number.right)
    yield from _below_title(document, page)


def _plain_head(document: OfficialDocument, page: Read) -> Iterator[Finding]:
    """Practice: 执法文书 and 表格 bear nothing red and their number at the right."""
    if page.red_rules or page.marks:
        yield Finding(Element.MARK_TOP, 1, 0, 1, "-", Strength.PRACTICE)
    number = page.with_text(document.number)
    if number:
        rule = Measure(RIGHT, "-", Strength.PRACTICE, RIGHT.tolerance)
        yield from off(Element.NUMBER_RIGHT, 1, rule, number.right)


_Judge = Callable[[OfficialDocument, Read], Iterator[Finding]]
_HEADS: Final[Mapping[Form, _Judge]] = MappingProxyType(
    {
        Form.DOCUMENT: _red_head,
        Form.MINUTES: _red_head,
        Form.LETTER: _letter_head,
        Form.ENFORCEMENT: _plain_head,
        Form.TABLE: _plain_head,
    }
)


def _first_page(document: OfficialDocument, page: Read) -> Iterator[Finding]:
    """7.3.2: the first page must show the text."""
    paragraphs = [block.paragraph for block in document.body if block.paragraph]
    words = "".join(paragraphs[0].text.split())[:_OPENING] if paragraphs else ""
    if words and document.form is not Form.TABLE and not page.with_text(words):
        yield Finding(Element.FIRST_PAGE, 1, words, "", "7.3.2", Strength.PRESCRIBED)


# -- signature: 7.3.5 ------------------------------------------------------------------------


def _signature(document: OfficialDocument, pages: Sequence[Read]) -> Iterator[Finding]:
    signature = document.signature
    if not signature or document.form is Form.MINUTES:
        return
    day = written_day(signature.day)
    signed = next((page for page in pages if _line_of(page, day)), None)
    if not signed:
        yield Finding(Element.DATE_RIGHT, 0, day, "", "7.3.5.1", Strength.PRESCRIBED)
        return
    line = _line_of(signed, day)
    name = _line_of(signed, signature.organ)
    if line and name and signature.sealed and not signature.others:
        yield from _sealed(line, name, signed.number)
    yield from _companions(document, signed)


def _line_of(page: Read, words: str) -> Line | None:
    """The line that says *words* and nothing else, in the size of the text."""
    bare = "".join(words.split())
    return next(
        (line for line in page.lines if line.text == bare and abs(line.size - SIZE_3) < 1e-3), None
    )


def _sealed(day: Line, name: Line, page: int) -> Iterator[Finding]:
    """A name too long for it moves the date to the left, never to the right."""
    rule = standard.SIGNATURE_RIGHT
    expected = RIGHT - rule * CELL
    tolerant = Measure(rule, rule.clause, rule.strength, 0.5)
    yield from most(Element.DATE_RIGHT, page, tolerant, expected, day.right)
    if name.right < RIGHT - CELL:
        yield from least(Element.DATE_RIGHT, page, tolerant, expected, day.right)
    middle = Measure(0.0, rule.clause, Strength.PRESCRIBED, 0.5)
    actual = (name.left + name.right) / 2 - (day.left + day.right) / 2
    yield from off(Element.NAME_MIDDLE, page, middle, actual)


def _companions(document: OfficialDocument, page: Read) -> Iterator[Finding]:
    """7.3.5.5: no 此页无正文; the page of the signature shows what is signed."""
    signature = document.signature
    if not signature:
        return
    signed = "".join("".join((*signature.organs, written_day(signature.day))).split())
    dated = _line_of(page, written_day(signature.day))
    above = [line for line in page.lines if dated and line.top < dated.top]
    shown = sum(line.text not in signed for line in above)
    if shown < _COMPANIONS and len(page.page.seals) in (0, len(signature.organs)):
        clause, strength = "7.3.5.5", Strength.PRESCRIBED
        yield Finding(Element.COMPANIONS, page.number, _COMPANIONS, shown, clause, strength)


def _seals(page: Read, pitch: float) -> Iterator[Finding]:
    """7.3.5.1: seals within the sides of 版心, apart, the first within a line of the text."""
    seals, number = page.page.seals, page.number
    for seal in seals:
        yield from least(Element.SEAL_SIDE, number, LEFT, LEFT, seal.x - seal.diameter / 2)
        yield from most(Element.SEAL_SIDE, number, _RIGHT, _RIGHT, seal.x + seal.diameter / 2)
    for one, other in combinations(seals, 2):
        white = math.hypot(one.x - other.x, one.y - other.y) - (one.diameter + other.diameter) / 2
        rule = Measure(0.0, standard.SEAL_REACH.clause, Strength.PRESCRIBED)
        yield from least(Element.SEALS_APART, number, rule, 0.5, white)
    if seals:
        top = min(seal.y - seal.diameter / 2 for seal in seals)
        yield from _reach(page, top, pitch)


def _reach(page: Read, top: float, pitch: float) -> Iterator[Finding]:
    """From the text above to *top*; below a table, which ends between two lines, one line more."""
    feet = (line.top + line.size for line in page.lines)
    above = max((foot for foot in feet if foot <= top), default=top)
    table = any(above < rule.y1 <= top for rule in page.rules)
    rule = standard.SEAL_REACH
    lines = (2 if table else 1) * max(rule, pitch)
    yield from most(Element.SEAL_REACH, page.number, rule, lines, top - above)


def _imprint(document: OfficialDocument, pages: Sequence[Read]) -> Iterator[Finding]:
    """7.4.1: the last rule lies on the foot of 版心, unless a slip is torn off below it."""
    if document.receipt or document.form not in (Form.DOCUMENT, Form.MINUTES):
        return
    if not (document.copy_to or document.printing):
        return
    levels = [rule.y1 for rule in pages[-1].rules if rule.y1 == rule.y2]
    rule = Measure(BOTTOM, "7.4.1", Strength.PRESCRIBED, BOTTOM.tolerance)
    yield from off(Element.IMPRINT_FOOT, len(pages), rule, max(levels, default=0.0))
