"""回执 and the closing fields of a list: what the receiver fills in by hand.

A slip is one piece: it stands below a cut line at the foot of the last page, or alone on a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.documents.fonts.face import Role
from app.documents.layout.letterhead import centred
from app.documents.layout.ops import Modules, Op, Stroke, lowered
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Blank, CheckMark, Receipt, SlipField
from app.documents.standard import (
    BASELINE,
    INDENT,
    LEFT,
    MATRIX_SIDE,
    RIGHT,
    SIZE_5,
    SIZE_SMALL_2,
    SIZE_SMALL_5,
    SLIP_LEADING,
    TABLE_RULE,
    TEXT_WIDTH,
)

_CUT: Final = "沿此线剪下"
_CUT_HEIGHT: Final = 10.0
_CUT_DASH: Final = 1.5
_QUIET: Final = 3.0
"""Millimetres of white between a rule and what stands beside it."""
_BLANKS: Final = MappingProxyType(
    {
        Blank.DAY: "年　　　月　　　日",
        Blank.MOMENT: "年　　　月　　　日　　　时　　　分",
    }
)
_HALF_LABEL: Final = 12
"""Characters of the longest label that shares its line with another."""
_CODE_HEIGHT: Final = 0.8
_MARK_WHITE: Final = 1.0
_SEAL_ROWS: Final = 2


@dataclass(frozen=True, slots=True)
class Slip:
    """Operations from the slip's own top, and its height."""

    ops: tuple[Op, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A check mark at the right margin; *width* is what it takes of the line beside it."""

    ops: tuple[Op, ...]
    height: float
    width: float


def cut_line(setter: Typesetter) -> Slip:
    y = _CUT_HEIGHT / 2
    words = centred(_CUT, Role.BODY, SIZE_SMALL_5, y - SIZE_SMALL_5 / 2, setter)
    half = setter.width(_CUT, SIZE_SMALL_5) / 2 + _QUIET
    middle = LEFT + TEXT_WIDTH / 2
    left = Stroke(LEFT, y, middle - half, y, TABLE_RULE, dash=_CUT_DASH)
    right = Stroke(middle + half, y, RIGHT, y, TABLE_RULE, dash=_CUT_DASH)
    return Slip((left, right, *words), _CUT_HEIGHT)


def receipt_slip(
    receipt: Receipt, check: CheckMark | None, size: float, setter: Typesetter
) -> Slip:
    """The slip in text of *size*, with the check mark at its upper right."""
    leading = size * SLIP_LEADING
    mark = check_mark(check, setter) if check else Mark((), 0.0, 0.0)
    ops: list[Op] = [*mark.ops, *centred(receipt.title, Role.TITLE, SIZE_SMALL_2, 0.0, setter)]
    y = float(SIZE_SMALL_2 * SLIP_LEADING)
    if receipt.addressee:
        words = [(f"{receipt.addressee}：", Role.BODY)]
        for line in setter.lines(words, TEXT_WIDTH - mark.width, size):
            ops.extend(setter.set_line(line, LEFT, y, size))
            y += leading
    y = max(y, mark.height + _MARK_WHITE)
    for text in receipt.paragraphs:
        for line in setter.lines([(text, Role.BODY)], TEXT_WIDTH, size, first=INDENT):
            ops.extend(setter.set_line(line, LEFT, y, size))
            y += leading
    fields = field_rows(receipt.fields, size, setter)
    return Slip((*ops, *lowered(fields.ops, y)), y + fields.height)


def check_mark(check: CheckMark, setter: Typesetter) -> Mark:
    """The matrix at the right margin and the code beside it."""
    side = float(MATRIX_SIDE) if check.matrix else 0.0
    white = _QUIET if side else 0.0
    height = max(side, float(SIZE_5))
    words = f"校验码：{check.code}"
    width = setter.width(words, SIZE_5)
    baseline = height * _CODE_HEIGHT
    code = setter.set_text(words, Role.BODY, RIGHT - side - white - width, baseline, SIZE_5)
    matrix = (Modules(RIGHT - side, 0.0, side, check.matrix),) if check.matrix else ()
    return Mark((*matrix, *code), height, side + white + width + _QUIET)


def field_rows(fields: Sequence[SlipField], size: float, setter: Typesetter) -> Slip:
    """Two short fields share a line; a seal shares one with the date behind it."""
    leading = size * SLIP_LEADING
    ops: list[Op] = []
    y = 0.0
    for row in _rows(fields, size, setter):
        if any(field.blank is Blank.SEAL for field in row):
            y += leading * (_SEAL_ROWS - 1)
        step = TEXT_WIDTH / len(row)
        for place, field in enumerate(row):
            left = LEFT + place * step
            right = left + step - (_QUIET if place < len(row) - 1 else 0.0)
            ops.extend(lowered(_field(field, left, right, size, setter), y))
        y += leading
    return Slip(tuple(ops), y)


def _rows(
    fields: Sequence[SlipField], size: float, setter: Typesetter
) -> Iterator[tuple[SlipField, ...]]:
    waiting: SlipField | None = None
    for field in fields:
        if waiting and _share(waiting, field, size, setter):
            yield waiting, field
            waiting = None
            continue
        if waiting:
            yield (waiting,)
        waiting = field
    if waiting:
        yield (waiting,)


def _share(one: SlipField, other: SlipField, size: float, setter: Typesetter) -> bool:
    if one.blank is Blank.SEAL:
        return other.blank in _BLANKS and not other.value
    if one.blank is Blank.LINE and other.blank is Blank.LINE:
        longest = max(setter.width(field.label + field.value, size) for field in (one, other))
        return longest <= _HALF_LABEL * size
    return False


def _field(
    field: SlipField, left: float, right: float, size: float, setter: Typesetter
) -> tuple[Op, ...]:
    baseline = BASELINE * size
    label = f"{field.label}：" if field.label else ""
    ops: list[Op] = list(setter.set_text(label, Role.BODY, left, baseline, size))
    start = left + setter.width(label, size)
    written = field.value or _BLANKS.get(field.blank, "")
    if field.blank in _BLANKS and not field.value:
        start = right - setter.width(written, size)
    elif field.blank is Blank.LINE:
        ops.append(Stroke(start, size, right, size, TABLE_RULE))
    ops.extend(setter.set_text(written, Role.BODY, start, baseline, size))
    return tuple(ops)
