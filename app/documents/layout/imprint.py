"""What stands at the foot of pages: 抄送, page numbers, the mark of an exercise."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.documents import standard
from app.documents.cjk.breaker import Line
from app.documents.fonts.face import Role
from app.documents.layout.heading import flush_right
from app.documents.layout.ops import Colour, Glyphs, Op, Stroke
from app.documents.layout.signature import written_day
from app.documents.layout.slip import Slip
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Form, OfficialDocument
from app.documents.standard import (
    BOTTOM,
    CELL,
    IMPRINT_LEADING,
    IMPRINT_MARGIN,
    IMPRINT_THICK,
    IMPRINT_THIN,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    SIZE_4,
    TEXT_WIDTH,
    WATERMARK_ANGLE,
    WATERMARK_SIZE,
)

_SENT: Final = "主送："
_COPY: Final = "抄送："
_SHARED: Final = "分送："
"""纪要 are addressed to nobody and shared out to all (practice)."""
_LEFT: Final = LEFT + IMPRINT_MARGIN * CELL
_WIDTH: Final = TEXT_WIDTH - 2 * IMPRINT_MARGIN * CELL
_EXERCISE: Final = "演练样张 无效"


@dataclass(frozen=True, slots=True)
class _Rows:
    """An element of the imprint and the rules at its foot; *right* ends its only line."""

    lines: tuple[Line, ...]
    rule: float
    right: str = ""


def imprint(document: OfficialDocument, setter: Typesetter, moved: str = "") -> Slip:
    """7.4: 4号, a character free at both sides, further lines below the first name.

    *moved* is the 主送 a first page has no room for; no rule parts it from 抄送 (7.3.2). The letter
    form has no rules and no 印发机关 (10.1).
    """
    elements = tuple(_elements(document, moved, setter))
    if not elements:
        return Slip((), 0.0)
    ruled = document.form is not Form.LETTER
    y, ops = 0.0, [_rule(0.0, IMPRINT_THICK)] if ruled else []
    for element in elements:
        ops.extend(_element(element, y, setter))
        y += len(element.lines) * IMPRINT_LEADING
        if ruled and element.rule:
            ops.append(_rule(y, IMPRINT_THICK if element is elements[-1] else element.rule))
    return Slip(tuple(ops), y)


def _elements(document: OfficialDocument, moved: str, setter: Typesetter) -> Iterator[_Rows]:
    if moved:
        rule = 0.0 if document.copy_to else IMPRINT_THIN
        yield _Rows(_hanging(_SENT, f"{moved}。", setter), rule)
    if document.copy_to:
        label = _SHARED if document.form is Form.MINUTES else _COPY
        yield _Rows(_hanging(label, f"{document.copy_to}。", setter), IMPRINT_THIN)
    if document.printing and document.form is not Form.LETTER:
        printed = f"{written_day(document.printing.day)}印发"
        room = _WIDTH - setter.width(printed, SIZE_4) - SIZE_4
        lines = setter.lines([(document.printing.organ, Role.BODY)], room, SIZE_4)
        yield _Rows(lines, IMPRINT_THIN, printed)


def _hanging(label: str, text: str, setter: Typesetter) -> tuple[Line, ...]:
    words = [(label + text, Role.BODY)]
    return setter.lines(words, _WIDTH, SIZE_4, hanging=float(len(label)))


def _element(element: _Rows, y: float, setter: Typesetter) -> Iterator[Op]:
    spare = (IMPRINT_LEADING - SIZE_4) / 2
    for row, line in enumerate(element.lines):
        yield from setter.set_line(line, _LEFT, y + row * IMPRINT_LEADING + spare, SIZE_4)
    last = y + (len(element.lines) - 1) * IMPRINT_LEADING + spare
    yield from flush_right(element.right, Role.BODY, SIZE_4, last, setter, _LEFT + _WIDTH)


def _rule(y: float, width: float) -> Op:
    return Stroke(LEFT, y, RIGHT, y, width)


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
    shift = width / 2 * math.cos(math.radians(WATERMARK_ANGLE))
    x = page_width / 2 - shift + WATERMARK_SIZE / 4
    baseline = page_height / 2 + shift + WATERMARK_SIZE / 4
    ops = []
    for char in _EXERCISE:
        step = (1.0 if char != " " else 0.5) * WATERMARK_SIZE
        if char != " ":
            face = setter.face(char, Role.HEI).name
            ops.append(
                Glyphs(x, baseline, char, face, WATERMARK_SIZE, 0.0, Colour.PALE, WATERMARK_ANGLE)
            )
        x += step * math.cos(math.radians(WATERMARK_ANGLE))
        baseline -= step * math.sin(math.radians(WATERMARK_ANGLE))
    return tuple(ops)
