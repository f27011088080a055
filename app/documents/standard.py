"""The numbers an official document is set by, each once, with its clause and its strength.

GB/T 9704-2012 党政机关公文格式. A measure is a plain number (millimetres unless its name says
otherwise) that remembers where it comes from. 字 is the width of one 3号 character, 行 the height
of one character and 7/8 of a 3号 character (clause 3). Solving 28 字 = 156 mm gives a cell of
5.571 mm, and 22 lines whose last glyph ends at the foot of the text area a pitch of 10.449 mm;
the definition of 行 gives the same to 0.003 mm, so the standard agrees with itself only there.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Shade:
    """Parts of red, green and blue light from 0 to 1 (sRGB), with clause and strength."""

    red: float
    green: float
    blue: float
    clause: str
    strength: Strength


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

# -- colours: the standard names inks (6.2: BL100%, and Y80% M80%), which no screen shows ---------

BLACK: Final = Shade(0.0, 0.0, 0.0, "6.2", _RULED)
RED: Final = Shade(0.85, 0.0, 0.0, "6.2", _CUSTOM)
PALE: Final = Shade(0.88, 0.88, 0.88, "-", _CUSTOM)
"""Of the mark of an exercise."""

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

# -- the red head of 文件 and of 纪要 -------------------------------------------------------

MARK_TOP: Final = Measure(35.0, "7.2.4", _RULED, 1.0)
"""From the head of the text area to the ink of the agency line; 纪要 the same (10.3)."""
MARK_SIZE: Final = Measure(50 * POINT, "7.2.4", _CUSTOM)
"""The largest agency line: 醒目、美观、庄重 is all the standard asks."""
MARK_LEAST: Final = Measure(22 * POINT, "7.2.4", _CUSTOM)
"""The smallest agency line: a longer name is divided."""
MARK_LEADING: Final = Measure(1.25, "-", _CUSTOM)
"""Em between the lines of several agencies."""
MARK_GAP: Final = Measure(0.5, "-", _CUSTOM)
"""Em between the names of several agencies and 文件 beside them."""
MARK_HEIGHT: Final = Measure(64.0, "7.2.4", _CUSTOM)
"""The tallest agency lines: the first page must show the text (7.2.4, 7.3.2)."""
NUMBER_LINES: Final = Measure(2, "7.2.5", _RULED)
"""Lines between the agency line and the number or the signers (7.2.6)."""
NUMBER_MARGIN: Final = Measure(1, "7.2.5", _RULED)
"""字 left of the number beside signers, and right of the signers (7.2.6)."""
SIGNERS_IN_LINE: Final = 2
"""7.2.6."""
SIGNER_GAP: Final = Measure(1, "7.2.6", _CUSTOM)
RULE_GAP: Final = Measure(4.0, "7.2.7", _RULED, 0.5)
"""From the number to the red rule, which is as wide as the text area."""
RED_RULE: Final = Measure(0.5, "7.2.7", _CUSTOM)
TITLE_LINES: Final = Measure(2, "7.3.1", _RULED)
"""Lines between the red rule and the title."""
AFTER_TITLE: Final = Measure(1, "7.3.2", _RULED)
"""Lines between the title and the addressee."""
SERIAL_DIGITS: Final = 6
"""7.2.1 份号."""

# -- the body ------------------------------------------------------------------------------

TITLE_CHARACTERS: Final = 20
"""Practice: a 2号 title stays clear of both margins."""
INDENT: Final = Measure(2, "7.3.3", _RULED)
"""字 before a paragraph, the attachments (7.3.4) and the note (7.3.6)."""
SIGNATURE_RIGHT: Final = Measure(4, "7.3.5.1", _RULED)
"""字 right of the date of a sealed document."""
UNSEALED_RIGHT: Final = Measure(2, "7.3.5.2", _RULED)
UNSEALED_STEP: Final = Measure(2, "7.3.5.2", _RULED)
SEAL_LINES: Final = Measure(2, "7.3.5.1", _DERIVED)
"""Lines above a sealed name: a seal laid on name and date then starts within a line of the text."""
SEAL: Final = Measure(42.0, "-", _CUSTOM)
"""Across; the seals of local agencies."""
SEAL_CLEAR: Final = Measure(1.8, "7.3.5.1", _CUSTOM)
"""By how much a seal begins earlier than it must: lines may stand a little wider."""
SEAL_ABOVE: Final = Measure(2.5, "7.3.5.1", _CUSTOM)
"""How far the middle of a seal is above that of name and date, which lie 偏下."""
SEAL_REACH: Final = Measure(PITCH, "7.3.5.1", _RULED)
"""A seal begins within one line of the text above it."""
SEAL_APART: Final = Measure(3.0, "7.3.5.1", _CUSTOM)
"""Least white between two seals, which may neither touch nor cross."""
SEAL_PITCH: Final = Measure(5, "7.3.5.1", _DERIVED)
"""Lines from a row of seals to the next: the least whole number at which they do not touch."""
SEALS_IN_ROW: Final = int((TEXT_WIDTH + SEAL_APART) // (SEAL + SEAL_APART))
"""As many as the text area is wide for (7.3.5.1)."""
COMPANIONS: Final = Measure(2, "7.3.5.5", _CUSTOM)
"""Lines of text that stay with a signature; 此页无正文 is not to be used."""
ATTENDANCE_LINES: Final = Measure(1, "10.3", _RULED)
"""Empty lines above 出席."""
ATTACHMENT_LINES: Final = Measure(1, "7.3.4", _RULED)
"""Empty lines above 附件."""
ANNEX_TITLE_ROW: Final = Measure(2, "7.3.7", _RULED)
"""附件 stands on the first line of its page, its title on the third."""

# -- the imprint and the page number -------------------------------------------------------

IMPRINT_THICK: Final = Measure(0.35, "7.4.1", _ADVISED)
IMPRINT_THIN: Final = Measure(0.25, "7.4.1", _ADVISED)
IMPRINT_LEADING: Final = Measure(1.5 * SIZE_4, "7.4.2", _CUSTOM)
IMPRINT_MARGIN: Final = Measure(1, "7.4.2", _RULED)
"""字 at both sides."""
ABOVE_FOOT: Final = Measure(3.0, "7.4", _CUSTOM)
"""Least white between the text and what stands at the foot of its page."""
DATE_ABOVE_FOOT: Final = Measure(9.0, "7.4", _CUSTOM)
"""The same below a date: its seal reaches lower than the date itself."""
TURNED_FOOT: Final = Measure(60.0, "7.4", _CUSTOM)
"""The tallest imprint a turned list gives way to; a taller one has a page of its own."""
FOLIO_GAP: Final = Measure(7.0, "7.5", _RULED, 0.5)
"""From the foot of the text area to the dashes beside the page number."""
FOLIO_MARGIN: Final = Measure(1, "7.5", _RULED)
"""字 from the right on odd pages, from the left on even ones."""

# -- tables, slips and marks (none of them in the standard) --------------------------------

TABLE_RULE: Final = Measure(0.25, "-", _CUSTOM)
TABLE_PADDING: Final = Measure(1.4, "-", _CUSTOM)
TABLE_TIGHTER: Final = (Measure(0.9, "-", _CUSTOM), Measure(0.5, "-", _CUSTOM))
"""Above and below the text of a row, where that saves a short table its last page."""
TABLE_BELOW: Final = Measure(2.0, "-", _CUSTOM)
"""Least white between a table and the text below it."""
TABLE_LEADING: Final = Measure(1.4, "-", _CUSTOM)
"""Em between the lines of a table."""
TABLE_STRETCH: Final = Measure(0.12, "-", _CUSTOM)
"""Em of white between the characters of a narrow cell at most; wider lines stay ragged."""
TABLE_WHOLE: Final = 12
"""Lines of the tallest row that is never divided between pages."""
TABLE_SIGNED: Final = 6
"""Rows of a form for seals and signatures that stands on one page."""
TABLE_TOGETHER: Final = 2
"""Lines of a divided row that stay together at either end."""
TABLE_TITLE_LINES: Final = Measure(0.5, "-", _CUSTOM)
"""Lines between the title of 表格 and its table."""
SLIP_LEADING: Final = Measure(PITCH / CELL, "-", _CUSTOM)
"""Em between the lines of a slip: those of the body, and room to write on."""
SLIP_WHITE: Final = Measure(3.0, "-", _CUSTOM)
"""Between a rule or a matrix and what stands beside it."""
SLIP_LABEL: Final = Measure(10, "-", _CUSTOM)
"""字 of the longest label that shares its line with another."""
SLIP_SEAL_LINES: Final = Measure(2, "-", _CUSTOM)
"""Lines a seal on a slip has: one above its label."""
CUT_HEIGHT: Final = Measure(10.0, "-", _CUSTOM)
CUT_DASH: Final = Measure(1.5, "-", _CUSTOM)
MATRIX_SIDE: Final = Measure(18.0, "-", _CUSTOM)
MATRIX_TOP: Final = Measure(10.0, "-", _CUSTOM)
"""From the paper's top to a matrix in the head margin; it ends above the mark of a letter."""
MATRIX_BELOW: Final = Measure(1.0, "-", _CUSTOM)
"""White under a matrix."""
CODE_HEIGHT: Final = Measure(0.8, "-", _CUSTOM)
"""Where the 校验码 stands beside its matrix, in parts of its side from above."""
WATERMARK_SIZE: Final = Measure(60 * POINT, "-", _CUSTOM)
WATERMARK_ANGLE: Final = Measure(45.0, "-", _CUSTOM)
"""Degrees."""

# -- sheets: ledgers, registers, reports (none of them in the standard) ----------------------

SHEET_BOUND: Final = Measure(25.0, "-", _CUSTOM)
"""At the side it is bound at: the left of upright paper, the top of paper on its long side."""
SHEET_MARGIN: Final = Measure(15.0, "-", _CUSTOM)
SHEET_LEADING: Final = Measure(1.5, "-", _CUSTOM)
"""Em between the lines of title, facts and notes."""
SHEET_WHITE: Final = Measure(2.0, "-", _CUSTOM)
"""Between the title, the facts, the table and the notes."""
SHEET_FOOT: Final = Measure(9.0, "-", _CUSTOM)
"""From the paper's foot to the baseline of the page number."""

# -- the file ----------------------------------------------------------------------------------

OUTLINE_PAGES: Final = 5
"""Practice: a longer document gets an outline of its headings."""
