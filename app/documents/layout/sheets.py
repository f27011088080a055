"""A ledger or a report on pages: title, facts, one table with repeated heads, notes, page numbers.

Not an official document, so GB/T 9704 gives it no measures. The side it is bound at is the wide
one: the left of upright paper, the top of paper on its long side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.documents.cjk.title import break_title
from app.documents.fonts.face import Role
from app.documents.layout.finish import whole_rules
from app.documents.layout.flow import Area, at_pitch
from app.documents.layout.imprint import exercise_mark
from app.documents.layout.ops import Op, Page
from app.documents.layout.strip import Kind, Strip
from app.documents.layout.tables import table_strips
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Sheet
from app.documents.standard import (
    BASELINE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PITCH,
    SHEET_BOUND,
    SHEET_FOOT,
    SHEET_LEADING,
    SHEET_MARGIN,
    SHEET_WHITE,
    SIZE_5,
    SIZE_SMALL_2,
    SIZE_SMALL_5,
)


@dataclass(frozen=True, slots=True)
class _Paper:
    width: float
    height: float
    left: float
    right: float
    area: Area

    @property
    def room(self) -> float:
        return self.right - self.left


_UPRIGHT: Final = _Paper(
    PAGE_WIDTH,
    PAGE_HEIGHT,
    SHEET_BOUND,
    PAGE_WIDTH - SHEET_MARGIN,
    Area(SHEET_MARGIN, PAGE_HEIGHT - SHEET_MARGIN),
)
_LANDSCAPE: Final = _Paper(
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SHEET_MARGIN,
    PAGE_HEIGHT - SHEET_MARGIN,
    Area(SHEET_BOUND, PAGE_WIDTH - SHEET_MARGIN),
)


def sheet_pages(sheet: Sheet, setter: Typesetter) -> tuple[Page, ...]:
    paper = _LANDSCAPE if sheet.landscape else _UPRIGHT
    strips = tuple(_strips(sheet, paper, setter))
    stacks = at_pitch(strips, paper.area.top, PITCH, paper.area).pages
    under = exercise_mark(setter, paper.width, paper.height) if sheet.exercise else ()
    return tuple(
        Page(
            (
                *under,
                *whole_rules(stack.ops),
                *_foot(sheet, number, len(stacks), paper, setter),
            ),
            paper.width,
            paper.height,
        )
        for number, stack in enumerate(stacks, 1)
    )


def _strips(sheet: Sheet, paper: _Paper, setter: Typesetter) -> Iterator[Strip]:
    yield from _title(sheet.title, paper, setter)
    yield from _lines(sheet.facts, SIZE_5, paper, setter, keep=True)
    yield _white()
    yield from table_strips(sheet.table, setter, paper.left, paper.room)
    yield _white()
    yield from _lines(sheet.notes, SIZE_SMALL_5, paper, setter, keep=False)


def _title(title: str, paper: _Paper, setter: Typesetter) -> Iterator[Strip]:
    for line in break_title(title, setter.measure_title, paper.room / SIZE_SMALL_2):
        x = paper.left + (paper.room - setter.width(line, SIZE_SMALL_2, Role.TITLE)) / 2
        ops = setter.set_text(line, Role.TITLE, x, BASELINE * SIZE_SMALL_2, SIZE_SMALL_2)
        yield Strip(ops, height=SIZE_SMALL_2 * SHEET_LEADING, kind=Kind.NOTE, keep=True)
    yield _white()


def _lines(
    texts: Sequence[str], size: float, paper: _Paper, setter: Typesetter, *, keep: bool
) -> Iterator[Strip]:
    spare = (size * SHEET_LEADING - size) / 2
    for words in texts:
        for line in setter.lines([(words, Role.BODY)], paper.room, size):
            ops = setter.set_line(line, paper.left, spare, size)
            yield Strip(ops, height=size * SHEET_LEADING, kind=Kind.NOTE, keep=keep)


def _white() -> Strip:
    return Strip(height=SHEET_WHITE, kind=Kind.BLANK, keep=True)


def _foot(
    sheet: Sheet, number: int, pages: int, paper: _Paper, setter: Typesetter
) -> tuple[Op, ...]:
    """What it is, whose, and which page of how many: a sheet that fell out finds its place."""
    baseline = paper.height - SHEET_FOOT
    count = f"第 {number} 页，共 {pages} 页"
    right = paper.right - setter.width(count, SIZE_SMALL_5)
    whose = "　".join(part for part in (sheet.title.replace("\n", ""), sheet.agency) if part)
    line = setter.lines([(whose, Role.BODY)], right - paper.left, SIZE_SMALL_5)[:1]
    said = (
        setter.set_line(each, paper.left, baseline - BASELINE * SIZE_SMALL_5, SIZE_SMALL_5)
        for each in line
    )
    return (
        *(op for ops in said for op in ops),
        *setter.set_text(count, Role.BODY, right, baseline, SIZE_SMALL_5),
    )
