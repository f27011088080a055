"""The head of the first page in each form, down to where the text begins."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.documents import standard
from app.documents.cjk.title import break_title
from app.documents.fonts.face import Role
from app.documents.layout.ops import Colour, Glyphs, Op, Stroke
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Form, OfficialDocument
from app.documents.standard import (
    BASELINE,
    CELL,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PITCH,
    RIGHT,
    SIZE_2,
    SIZE_3,
    TEXT_WIDTH,
    TOP,
)

_CENTRE: Final = LEFT + TEXT_WIDTH / 2
_MARK_WIDTH: Final = TEXT_WIDTH
_AFTER_TITLE: Final = 1
"""7.3.2: one empty line between the title and the addressee."""
_SHEET_GAP: Final = 0.5


@dataclass(frozen=True, slots=True)
class Head:
    """*top* is where the text begins, in millimetres from the paper's top."""

    ops: tuple[Op, ...]
    top: float


def head(document: OfficialDocument, setter: Typesetter) -> Head:
    if document.form is Form.LETTER:
        return _letter_head(document, setter)
    return _plain_head(document, setter)


def centred(
    text: str, role: Role, size: float, top: float, setter: Typesetter
) -> tuple[Glyphs, ...]:
    """*text* in the middle of the text area, its characters' boxes beginning at *top*."""
    x = _CENTRE - setter.width(text, size) / 2
    return setter.set_text(text, role, x, top + BASELINE * size, size)


def flush_right(
    text: str, role: Role, size: float, top: float, setter: Typesetter, right: float = RIGHT
) -> tuple[Glyphs, ...]:
    x = right - setter.width(text, size)
    return setter.set_text(text, role, x, top + BASELINE * size, size)


def title_ops(title: str, first_row: int, setter: Typesetter) -> tuple[tuple[Op, ...], int]:
    """The title in 2号 小标宋 from grid row *first_row*, and the row after it."""
    lines = break_title(title, setter.measure, standard.TITLE_CHARACTERS)
    ops: list[Op] = []
    for row, line in enumerate(lines, first_row):
        top = TOP + row * PITCH - (SIZE_2 - CELL) / 2
        ops.extend(centred(line, Role.TITLE, SIZE_2, top, setter))
    return tuple(ops), first_row + len(lines)


def _letter_head(document: OfficialDocument, setter: Typesetter) -> Head:
    mark, mark_foot = _mark(document.agency, setter)
    rule = mark_foot + standard.LETTER_RULE_GAP
    rules = (*_double_rule(rule, thick_first=True), *_foot_rule())
    below = rule + standard.RED_THICK + standard.RED_BETWEEN + standard.RED_THIN
    number_top = below + standard.LETTER_NUMBER_GAP
    number = flush_right(document.number, Role.BODY, SIZE_3, number_top, setter)
    urgency = setter.set_text(
        document.urgency, Role.HEI, LEFT, number_top + BASELINE * SIZE_3, SIZE_3
    )
    first_row = _row_from(number_top + CELL + standard.LETTER_TITLE_LINES * PITCH)
    title, row = title_ops(document.title, first_row, setter)
    ops = (*mark, *rules, *number, *urgency, *title)
    return Head(ops, TOP + (row + _AFTER_TITLE) * PITCH)


def _row_from(y: float) -> int:
    """The grid row nearest to *y*; the title may stand a little above or below two full lines."""
    return math.floor((y - TOP) / PITCH + 0.5)


def _mark(agency: str, setter: Typesetter) -> tuple[tuple[Op, ...], float]:
    """The red agency line, its ink at 30 mm, and where its ink ends.

    10.1 measures ink, so the boxes of the glyphs decide, not the em.
    """
    size = min(standard.LETTER_MARK_SIZE, _MARK_WIDTH / max(1.0, setter.width(agency, 1.0)))
    boxes = [setter.face(char, Role.TITLE).ink(char) for char in agency if char.strip()]
    top = max((box.top for box in boxes), default=BASELINE)
    bottom = min((box.bottom for box in boxes), default=0.0)
    baseline = standard.LETTER_MARK_TOP + top * size
    x = _CENTRE - setter.width(agency, size) / 2
    ops = setter.set_text(agency, Role.TITLE, x, baseline, size, Colour.RED)
    return ops, baseline - bottom * size


def _double_rule(top: float, *, thick_first: bool) -> Iterator[Stroke]:
    widths = (standard.RED_THICK, standard.RED_THIN)
    left = (PAGE_WIDTH - standard.LETTER_RULE_WIDTH) / 2
    y = top
    for width in widths if thick_first else widths[::-1]:
        middle = y + width / 2
        yield Stroke(left, middle, PAGE_WIDTH - left, middle, width, Colour.RED)
        y += width + standard.RED_BETWEEN


def _foot_rule() -> Iterator[Stroke]:
    """The second double rule: its lower edge 20 mm from the paper's foot."""
    height = standard.RED_THIN + standard.RED_BETWEEN + standard.RED_THICK
    top = PAGE_HEIGHT - standard.LETTER_FOOT_RULE - height
    yield from _double_rule(top, thick_first=False)


def _plain_head(document: OfficialDocument, setter: Typesetter) -> Head:
    """机关名称, 文书名称, 文书编号: the head of 执法文书 and 表格.

    A draft keeps the line its number will stand on; a sheet without one needs no line.
    """
    ops: list[Op] = []
    row = 0
    for text in (document.agency, document.title):
        if text:
            drawn, row = title_ops(text, row, setter)
            ops.extend(drawn)
    if document.form is Form.TABLE and not document.number:
        return Head(tuple(ops), TOP + (row + _SHEET_GAP) * PITCH)
    number_top = TOP + (row + 0.5) * PITCH
    ops.extend(flush_right(document.number, Role.BODY, SIZE_3, number_top, setter))
    ops.extend(
        setter.set_text(document.urgency, Role.HEI, LEFT, number_top + BASELINE * SIZE_3, SIZE_3)
    )
    return Head(tuple(ops), TOP + (row + 2) * PITCH)
