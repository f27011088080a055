"""What stands at the foot of pages: 抄送, page numbers, the mark of an exercise."""

from __future__ import annotations

import math
from typing import Final

from app.documents import standard
from app.documents.fonts.face import Role
from app.documents.layout.ops import Colour, Glyphs, Op, Stroke
from app.documents.layout.slip import Slip
from app.documents.layout.typesetter import Typesetter
from app.documents.standard import (
    BOTTOM,
    CELL,
    IMPRINT_MARGIN,
    IMPRINT_THICK,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    SIZE_4,
    TEXT_WIDTH,
    WATERMARK_SIZE,
)

_LEADING: Final = SIZE_4 * 1.5
_COPY: Final = "抄送："
_EXERCISE: Final = "演练样张 无效"
_EXERCISE_ANGLE: Final = 45.0


def imprint(copy_to: str, setter: Typesetter, *, ruled: bool) -> Slip:
    """7.4.2: 4号, a character free at both sides, further lines below the first name.

    The letter form has no rules (10.1).
    """
    width = TEXT_WIDTH - 2 * IMPRINT_MARGIN * CELL
    lines = setter.lines(
        [(f"{_COPY}{copy_to}。", Role.BODY)], width, SIZE_4, hanging=float(len(_COPY))
    )
    height = len(lines) * _LEADING
    spare = (_LEADING - SIZE_4) / 2
    left = LEFT + IMPRINT_MARGIN * CELL
    ops: list[Op] = [
        glyphs
        for row, line in enumerate(lines)
        for glyphs in setter.set_line(line, left, row * _LEADING + spare, SIZE_4)
    ]
    if ruled:
        ops += [Stroke(LEFT, y, RIGHT, y, IMPRINT_THICK) for y in (0.0, height)]
    return Slip(tuple(ops), height)


def folio(number: int, setter: Typesetter) -> tuple[Op, ...]:
    """7.5: 4号 Arabic between dashes, the dashes 7 mm below the text area."""
    words = f"— {number} —"
    ink = setter.face("—", Role.LATIN).ink("—")
    baseline = BOTTOM + standard.FOLIO_GAP + ink.top * SIZE_4
    x = LEFT + standard.FOLIO_MARGIN * CELL
    if number % 2:
        width = setter.proportional_width(words, Role.LATIN, SIZE_4)
        x = RIGHT - standard.FOLIO_MARGIN * CELL - width
    return setter.set_proportional(words, Role.LATIN, x, baseline, SIZE_4)


def exercise_mark(
    setter: Typesetter, page_width: float = PAGE_WIDTH, page_height: float = PAGE_HEIGHT
) -> tuple[Op, ...]:
    """«演练样张 无效» across the page, drawn first so that the text stays readable."""
    width = sum(1.0 if char != " " else 0.5 for char in _EXERCISE) * WATERMARK_SIZE
    shift = width / 2 * math.cos(math.radians(_EXERCISE_ANGLE))
    x = page_width / 2 - shift + WATERMARK_SIZE / 4
    baseline = page_height / 2 + shift + WATERMARK_SIZE / 4
    ops = []
    for char in _EXERCISE:
        step = (1.0 if char != " " else 0.5) * WATERMARK_SIZE
        if char != " ":
            face = setter.face(char, Role.HEI).name
            ops.append(
                Glyphs(x, baseline, char, face, WATERMARK_SIZE, 0.0, Colour.PALE, _EXERCISE_ANGLE)
            )
        x += step * math.cos(math.radians(_EXERCISE_ANGLE))
        baseline -= step * math.sin(math.radians(_EXERCISE_ANGLE))
    return tuple(ops)
