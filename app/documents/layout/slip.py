"""回执 and the closing fields of a list: what the receiver fills in by hand.

A slip is one piece: it stands below a cut line at the foot of the last page, or alone on a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from app.documents.cjk.title import break_title
from app.documents.fonts.face import Role
from app.documents.layout.heading import centred
from app.documents.layout.ops import Modules, Op, Stroke, lowered
from app.documents.layout.strip import UPRIGHT, Column
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Blank, CheckMark, Receipt, SlipField
from app.documents.standard import (
    BASELINE,
    CODE_HEIGHT,
    CUT_DASH,
    CUT_HEIGHT,
    INDENT,
    LEFT,
    MATRIX_BELOW,
    MATRIX_SIDE,
    RIGHT,
    SIZE_5,
    SIZE_SMALL_2,
    SIZE_SMALL_5,
    SLIP_LABEL,
    SLIP_LEADING,
    SLIP_SEAL_LINES,
    SLIP_WHITE,
    TABLE_RULE,
    TEXT_WIDTH,
)

_CUT: Final = "沿此线剪下"
_BLANKS: Final = MappingProxyType(
    {
        Blank.DAY: "年　　　月　　　日",
        Blank.MOMENT: "年　　　月　　　日　　　时　　　分",
    }
)


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
    y = CUT_HEIGHT / 2
    words = centred(_CUT, Role.BODY, SIZE_SMALL_5, y - SIZE_SMALL_5 / 2, setter)
    half = setter.width(_CUT, SIZE_SMALL_5) / 2 + SLIP_WHITE
    middle = LEFT + TEXT_WIDTH / 2
    left = Stroke(LEFT, y, middle - half, y, TABLE_RULE, dash=CUT_DASH)
    right = Stroke(middle + half, y, RIGHT, y, TABLE_RULE, dash=CUT_DASH)
    return Slip((left, right, *words), CUT_HEIGHT)


def receipt_slip(
    receipt: Receipt, check: CheckMark | None, size: float, setter: Typesetter
) -> Slip:
    """The slip in text of *size*, with the check mark at its upper right."""
    mark = check_mark(check, setter) if check else Mark((), 0.0, 0.0)
    title = _title(receipt.title, setter)
    ops: list[Op] = [*mark.ops, *title.ops]
    y = title.height
    if receipt.addressee:
        room = TEXT_WIDTH - mark.width
        addressee = _paragraph(f"{receipt.addressee}：", room, size, setter)
        ops.extend(lowered(addressee.ops, y))
        y += addressee.height
    y = max(y, mark.height + MATRIX_BELOW)
    for text in receipt.paragraphs:
        paragraph = _paragraph(text, TEXT_WIDTH, size, setter, first=INDENT)
        ops.extend(lowered(paragraph.ops, y))
        y += paragraph.height
    fields = field_rows(receipt.fields, size, setter)
    return Slip((*ops, *lowered(fields.ops, y)), y + fields.height)


def _title(title: str, setter: Typesetter) -> Slip:
    """Clear of the matrix at both sides."""
    leading = SIZE_SMALL_2 * SLIP_LEADING
    room = TEXT_WIDTH - 2 * (MATRIX_SIDE + SLIP_WHITE)
    lines = break_title(title, setter.measure_title, room / SIZE_SMALL_2)
    ops = [
        op
        for row, line in enumerate(lines)
        for op in centred(line, Role.TITLE, SIZE_SMALL_2, row * leading, setter)
    ]
    return Slip(tuple(ops), len(lines) * leading)


def _paragraph(
    text: str,
    room: float,
    size: float,
    setter: Typesetter,
    *,
    first: float = 0.0,
    left: float = LEFT,
) -> Slip:
    leading = size * SLIP_LEADING
    lines = setter.lines([(text, Role.BODY)], room, size, first=first)
    ops = [
        op
        for row, line in enumerate(lines)
        for op in setter.set_line(line, left, row * leading, size)
    ]
    return Slip(tuple(ops), len(lines) * leading)


def check_mark(check: CheckMark, setter: Typesetter, right: float = RIGHT) -> Mark:
    """The matrix at the *right* margin and the code beside it."""
    side = float(MATRIX_SIDE) if check.matrix else 0.0
    white = SLIP_WHITE if side else 0.0
    height = max(side, float(SIZE_5))
    words = f"校验码：{check.code}"
    width = setter.width(words, SIZE_5)
    baseline = height * CODE_HEIGHT
    code = setter.set_text(words, Role.BODY, right - side - white - width, baseline, SIZE_5)
    matrix = (Modules(right - side, 0.0, side, check.matrix),) if check.matrix else ()
    return Mark((*matrix, *code), height, side + white + width + SLIP_WHITE)


def field_rows(
    fields: Sequence[SlipField], size: float, setter: Typesetter, column: Column = UPRIGHT
) -> Slip:
    """Two short fields share a line; a seal shares one with the date behind it."""
    ops: list[Op] = []
    y = 0.0
    for row in _rows(fields, size, column.width, setter):
        if any(field.blank is Blank.SEAL for field in row):
            y += size * SLIP_LEADING * (SLIP_SEAL_LINES - 1)
        drawn = _row(row, size, column, setter)
        ops.extend(lowered(drawn.ops, y))
        y += drawn.height
    return Slip(tuple(ops), y)


def _rows(
    fields: Sequence[SlipField], size: float, room: float, setter: Typesetter
) -> Iterator[tuple[SlipField, ...]]:
    waiting: SlipField | None = None
    for field in fields:
        if waiting and _share((waiting, field), size, room, setter):
            yield waiting, field
            waiting = None
            continue
        if waiting:
            yield (waiting,)
        waiting = field
    if waiting:
        yield (waiting,)


def _share(pair: tuple[SlipField, SlipField], size: float, room: float, setter: Typesetter) -> bool:
    one, other = pair
    widths = [setter.width(_printed(field), size) for field in pair]
    if one.blank is Blank.SEAL:
        return other.blank in _BLANKS and sum(widths) + SLIP_WHITE <= room
    if one.blank is Blank.LINE and other.blank is Blank.LINE:
        return max(widths) <= SLIP_LABEL * size
    return False


def _printed(field: SlipField) -> str:
    """What stands on the line before anybody writes."""
    label = f"{field.label}：" if field.label else ""
    return label + (field.value or _BLANKS.get(field.blank, ""))


def _row(row: Sequence[SlipField], size: float, column: Column, setter: Typesetter) -> Slip:
    if len(row) == 1 and setter.width(_printed(row[0]), size) > column.width:
        return _paragraph(_printed(row[0]), column.width, size, setter, left=column.left)
    step = column.width / len(row)
    ops: list[Op] = []
    for place, field in enumerate(row):
        left = column.left + place * step
        right = left + step - (SLIP_WHITE if place < len(row) - 1 else 0.0)
        ops.extend(_field(field, left, right, size, setter))
    return Slip(tuple(ops), size * SLIP_LEADING)


def _field(
    field: SlipField, left: float, right: float, size: float, setter: Typesetter
) -> tuple[Op, ...]:
    """The label at the left; a date to be written stands at the right, a name on a rule."""
    baseline = BASELINE * size
    if field.value or field.blank not in _BLANKS:
        ops: list[Op] = list(setter.set_text(_printed(field), Role.BODY, left, baseline, size))
        if field.blank is Blank.LINE and not field.value:
            start = left + setter.width(_printed(field), size)
            ops.append(Stroke(start, size, right, size, TABLE_RULE))
        return tuple(ops)
    label, written = _printed(replace(field, blank=Blank.SEAL)), _BLANKS[field.blank]
    x = right - setter.width(written, size)
    return (
        *setter.set_text(label, Role.BODY, left, baseline, size),
        *setter.set_text(written, Role.BODY, x, baseline, size),
    )
