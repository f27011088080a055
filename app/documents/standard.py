"""The numbers an official document is set by, each once, with its clause and its strength.

GB/T 9704-2012 党政机关公文格式. A measure is a plain number (millimetres unless its name says
otherwise) that remembers where it comes from. 字 is the width of one 3号 character, 行 the height
of one character and 7/8 of a 3号 character (clause 3). Solving 28 字 = 156 mm gives a cell of
5.571 mm, and 22 lines whose last glyph ends at the foot of the text area a pitch of 10.449 mm;
the definition of 行 gives the same to 0.003 mm, so the standard agrees with itself only there.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Self


class Strength(StrEnum):
    """How binding a number is."""

    PRESCRIBED = "规定"
    RECOMMENDED = "推荐"
    DERIVED = "推算"
    PRACTICE = "实务"


class Measure(float):
    """A number with its clause, its strength and the deviation the clause allows."""

    clause: str
    strength: Strength
    tolerance: float

    def __new__(cls, value: float, clause: str, strength: Strength, tolerance: float = 0.0) -> Self:
        measure = super().__new__(cls, value)
        measure.clause = clause
        measure.strength = strength
        measure.tolerance = tolerance
        return measure


_RULED: Final = Strength.PRESCRIBED
_ADVISED: Final = Strength.RECOMMENDED
_DERIVED: Final = Strength.DERIVED
_CUSTOM: Final = Strength.PRACTICE

POINT: Final = 25.4 / 72
"""Millimetres."""

# -- paper and grid ------------------------------------------------------------------------

PAGE_WIDTH: Final = Measure(210.0, "5.1", _RULED, 2.0)
PAGE_HEIGHT: Final = Measure(297.0, "5.1", _RULED, 2.0)
TOP: Final = Measure(37.0, "5.2.1", _RULED, 1.0)
LEFT: Final = Measure(28.0, "5.2.1", _RULED, 1.0)
TEXT_WIDTH: Final = Measure(156.0, "5.2.1", _RULED)
TEXT_HEIGHT: Final = Measure(225.0, "5.2.1", _RULED)
LINES: Final = 22
CHARACTERS: Final = 28
"""Both 5.2.3: 22 lines of 28 characters, filling the text area."""

RIGHT: Final = Measure(LEFT + TEXT_WIDTH, "5.2.1", _DERIVED, 1.0)
BOTTOM: Final = Measure(TOP + TEXT_HEIGHT, "5.2.1", _DERIVED, 1.0)
CELL: Final = Measure(TEXT_WIDTH / CHARACTERS, "5.2.3", _DERIVED, 0.01)
PITCH: Final = Measure((TEXT_HEIGHT - CELL) / (LINES - 1), "5.2.3", _DERIVED, 0.01)
GAP: Final = Measure(CELL * 7 / 8, "3", _RULED)
"""What a line has beyond its character."""

BASELINE: Final = Measure(0.88, "-", _CUSTOM)
"""Em from the top of a Chinese character's box to its baseline, as the faces are drawn."""

# -- sizes (5.2.2: 3号 unless said otherwise; 3号 fills its cell) ----------------------------

SIZE_2: Final = Measure(22 * POINT, "7.3.1", _RULED)
SIZE_SMALL_2: Final = Measure(18 * POINT, "-", _CUSTOM)
SIZE_3: Final = Measure(CELL, "5.2.2", _RULED)
SIZE_4: Final = Measure(14 * POINT, "7.4.2", _RULED)
SIZE_SMALL_4: Final = Measure(12 * POINT, "-", _CUSTOM)
SIZE_5: Final = Measure(10.5 * POINT, "-", _CUSTOM)
SIZE_SMALL_5: Final = Measure(9 * POINT, "-", _CUSTOM)

# -- the letter form -----------------------------------------------------------------------

LETTER_MARK_TOP: Final = Measure(30.0, "10.1", _RULED, 1.0)
"""From the paper's top to the ink of the agency line."""
LETTER_MARK_SIZE: Final = Measure(38 * POINT, "10.1", _CUSTOM)
LETTER_RULE_GAP: Final = Measure(4.0, "10.1", _RULED, 0.5)
LETTER_RULE_WIDTH: Final = Measure(170.0, "10.1", _RULED, 1.0)
LETTER_FOOT_RULE: Final = Measure(20.0, "10.1", _RULED, 1.0)
"""From the paper's foot to the second double rule."""
LETTER_NUMBER_GAP: Final = Measure(GAP, "10.1", _RULED, 0.5)
LETTER_TITLE_LINES: Final = 2
"""10.1: lines between the last element above and the title."""
RED_THICK: Final = Measure(0.8, "-", _CUSTOM)
RED_THIN: Final = Measure(0.27, "-", _CUSTOM)
RED_BETWEEN: Final = Measure(0.45, "-", _CUSTOM)

# -- the body ------------------------------------------------------------------------------

TITLE_CHARACTERS: Final = 20
"""Practice: a 2号 title stays clear of both margins."""
INDENT: Final = Measure(2, "7.3.3", _RULED)
"""字 before a paragraph, the attachments (7.3.4) and the note (7.3.6)."""
SIGNATURE_RIGHT: Final = Measure(4, "7.3.5.1", _RULED)
"""字 right of the date of a sealed document."""
UNSEALED_RIGHT: Final = Measure(2, "7.3.5.2", _RULED)
UNSEALED_STEP: Final = Measure(2, "7.3.5.2", _RULED)
SEAL_LINES: Final = 2
"""7.3.5.1: a seal of 42 mm laid on the name and date then starts within a line of the text."""

# -- the imprint and the page number -------------------------------------------------------

IMPRINT_THICK: Final = Measure(0.35, "7.4.1", _ADVISED)
IMPRINT_MARGIN: Final = Measure(1, "7.4.2", _RULED)
"""字 at both sides."""
FOLIO_GAP: Final = Measure(7.0, "7.5", _RULED, 0.5)
"""From the foot of the text area to the dashes beside the page number."""
FOLIO_MARGIN: Final = Measure(1, "7.5", _RULED)
"""字 from the right on odd pages, from the left on even ones."""

# -- tables, slips and marks (none of them in the standard) --------------------------------

TABLE_RULE: Final = Measure(0.25, "-", _CUSTOM)
TABLE_PADDING: Final = Measure(1.4, "-", _CUSTOM)
TABLE_LEADING: Final = Measure(1.4, "-", _CUSTOM)
"""Em between the lines of a table."""
SLIP_LEADING: Final = Measure(PITCH / CELL, "-", _CUSTOM)
"""Em between the lines of a slip: those of the body, and room to write on."""
MATRIX_SIDE: Final = Measure(18.0, "-", _CUSTOM)
WATERMARK_SIZE: Final = Measure(60 * POINT, "-", _CUSTOM)
