"""What the heads of all forms are made of: centred lines, titles, the red agency line."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from app.documents import standard
from app.documents.cjk.title import break_title
from app.documents.fonts.face import Role
from app.documents.layout.ops import Colour, Glyphs, Op, lowered
from app.documents.layout.strip import UPRIGHT, Column
from app.documents.layout.typesetter import Typesetter
from app.documents.model import OfficialDocument
from app.documents.standard import BASELINE, CELL, PITCH, RIGHT, SIZE_2, TEXT_WIDTH, TOP

_SPARE: Final = 1e-6
"""Em by which a line may round to be wider than its room."""


@dataclass(frozen=True, slots=True)
class Head:
    """*top* is where the text begins, in millimetres from the paper's top."""

    ops: tuple[Op, ...]
    top: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A red agency line; *foot* is where its ink ends."""

    ops: tuple[Op, ...]
    foot: float


def centred(
    text: str, role: Role, size: float, top: float, setter: Typesetter, column: Column = UPRIGHT
) -> tuple[Glyphs, ...]:
    """*text* in the middle of *column*, its characters' boxes beginning at *top*."""
    x = column.middle - setter.width(text, size, role) / 2
    return setter.set_text(text, role, x, top + BASELINE * size, size)


def flush_right(
    text: str, role: Role, size: float, top: float, setter: Typesetter, right: float = RIGHT
) -> tuple[Glyphs, ...]:
    x = right - setter.width(text, size)
    return setter.set_text(text, role, x, top + BASELINE * size, size)


def title_ops(
    title: str,
    first_row: int,
    setter: Typesetter,
    column: Column = UPRIGHT,
    names: Collection[str] = (),
) -> tuple[tuple[Op, ...], int]:
    """The title in 2号 小标宋 from grid row *first_row*, and the row after it.

    *names* are not divided between lines. Its characters are taller than those of the rows: above
    the first row nothing else gives them room (see ``below_the_edge``).
    """
    wide = standard.TITLE_CHARACTERS * column.width / TEXT_WIDTH
    lines = break_title(title, setter.measure_title, wide, names)
    ops: list[Op] = []
    for row, line in enumerate(lines, first_row):
        top = TOP + row * PITCH - (SIZE_2 - CELL) / 2
        ops.extend(centred(line, Role.TITLE, SIZE_2, top, setter, column))
    return tuple(ops), first_row + len(lines)


def below_the_edge(ops: Iterable[Op]) -> tuple[Op, ...]:
    """The title of a first row, lowered so that it begins where the text area does."""
    return lowered(ops, (SIZE_2 - CELL) / 2)


def titled(ops: tuple[Op, ...], document: OfficialDocument, y: float, setter: Typesetter) -> Head:
    """*ops* with the title on the grid row nearest to *y*, the text below it.

    The rows of the first page are those of all pages, so the title may stand half a row above or
    below the lines the standard counts.
    """
    row = math.floor((y - TOP) / PITCH + 0.5)
    names = (document.agency, *document.joint)
    drawn, after = title_ops(document.title, row, setter, names=names)
    return Head((*ops, *drawn), TOP + (after + standard.AFTER_TITLE) * PITCH)


def mark_line(text: str, top: float, largest: float, setter: Typesetter) -> Mark:
    """*text* in red, not wider than the text area, its ink beginning at *top*.

    7.2.4 and 10.1 measure ink, so the boxes of the glyphs decide, not the em.
    """
    fitting = TEXT_WIDTH / max(1.0, setter.width(text, 1.0, Role.TITLE))
    size = max(min(largest, fitting), standard.MARK_LEAST)
    lines = break_title(text, setter.measure_title, TEXT_WIDTH / size + _SPARE)
    baseline = top + ink(lines[0], setter)[0] * size
    ops: list[Op] = []
    for row, line in enumerate(lines):
        x = UPRIGHT.middle - setter.width(line, size, Role.TITLE) / 2
        y = baseline + row * size * standard.MARK_LEADING
        ops.extend(setter.set_text(line, Role.TITLE, x, y, size, Colour.RED))
    last = baseline + (len(lines) - 1) * size * standard.MARK_LEADING
    return Mark(tuple(ops), last - ink(lines[-1], setter)[1] * size)


def ink(text: str, setter: Typesetter) -> tuple[float, float]:
    """How far the ink of *text* in 小标宋 reaches above and below its baseline, in em."""
    boxes = [setter.face(char, Role.TITLE).ink(char) for char in text if char.strip()]
    high = max((box.top for box in boxes), default=float(BASELINE))
    return high, min((box.bottom for box in boxes), default=0.0)
