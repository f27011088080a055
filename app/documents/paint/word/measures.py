"""What the measures of the standard are in a word processor (ECMA-376, WordprocessingML).

Lengths are twips, a twentieth of a point; sizes are half points. The nearest size to 3号 is 16 pt,
a fifth of a point more than its cell: every character is set that much closer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from app.documents import standard
from app.documents.standard import (
    BASELINE,
    BOTTOM,
    CELL,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PITCH,
    POINT,
    SIZE_3,
    TOP,
)

_TWIP: Final = POINT / 20
_ROUNDING: Final = 1e-6
_EMU: Final = 36000
"""English metric units in a millimetre, for what is drawn (20.1.2.1)."""
_LOW: Final = 0.8
"""Where some programs put the baseline of an exact line: at four fifths of its height."""


def twips(millimetres: float) -> int:
    return round(millimetres / _TWIP)


def emu(millimetres: float) -> int:
    return round(millimetres * _EMU)


def eighths(millimetres: float) -> int:
    """Of a point, for borders."""
    return round(millimetres / POINT * 8)


@dataclass(frozen=True, slots=True)
class Size:
    """*half_points* of a size and the *spacing* in twips that makes its cell right."""

    half_points: int
    spacing: int

    @property
    def cell(self) -> int:
        """Twips a Chinese character takes."""
        return 10 * self.half_points + self.spacing

    @property
    def latin_spacing(self) -> int:
        """Characters of half the width are set closer by half as much."""
        return round(self.spacing / 2)


def size_of(millimetres: float) -> Size:
    """Spacing is rounded down: a full line must fit whatever a program rounds."""
    half_points = round(millimetres / POINT * 2)
    return Size(half_points, math.floor(millimetres / _TWIP + _ROUNDING) - 10 * half_points)


def smaller(millimetres: float) -> Size:
    """The size for a line that must not grow wider: rounded down, with no spacing."""
    return Size(int(millimetres / POINT * 2), 0)


BODY: Final = size_of(SIZE_3)
LINE: Final = twips(PITCH)
TEXT: Final = twips(standard.TEXT_WIDTH)


def lead(height: float, size: float) -> float:
    """Millimetres from the top of an exact line to its characters.

    Programs lay the characters into the middle of the line or lower; halfway between, both stay
    within the millimetre the standard allows (5.2.1).
    """
    middle = (height - size) / 2
    low = _LOW * height - BASELINE * size
    return (middle + low) / 2


PAPER: Final = (twips(PAGE_WIDTH), twips(PAGE_HEIGHT))
MARGIN_LEFT: Final = twips(LEFT)
MARGIN_RIGHT: Final = PAPER[0] - MARGIN_LEFT - TEXT
MARGIN_TOP: Final = twips(TOP - lead(PITCH, CELL))
MARGIN_BOTTOM: Final = PAPER[1] - MARGIN_TOP - standard.LINES * LINE - 24
"""A little more than 22 lines need: a table is followed by a paragraph of one point."""
BELOW_TEXT: Final = PAPER[1] - MARGIN_BOTTOM - twips(BOTTOM)
"""From the foot of the text area to the lower margin."""
