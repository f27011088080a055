"""Tables in strips: a short row is one strip, a long one a strip for each of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from app.documents import standard
from app.documents.cjk.breaker import Line, ink_width
from app.documents.cjk.title import break_title
from app.documents.fonts.face import Role
from app.documents.layout.ops import Glyphs, Op, Stroke
from app.documents.layout.strip import Strip
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Align, Row, Table, TextSize
from app.documents.standard import (
    LEFT,
    TABLE_LEADING,
    TABLE_PADDING,
    TABLE_RULE,
    TABLE_SIGNED,
    TABLE_STRETCH,
    TABLE_TOGETHER,
    TABLE_WHOLE,
    TEXT_WIDTH,
)

SIZES: Final = MappingProxyType(
    {
        TextSize.THREE: standard.SIZE_3,
        TextSize.FOUR: standard.SIZE_4,
        TextSize.SMALL_FOUR: standard.SIZE_SMALL_4,
        TextSize.FIVE: standard.SIZE_5,
        TextSize.SMALL_FIVE: standard.SIZE_SMALL_5,
    }
)
_SPARE_BEFORE: Final = MappingProxyType({Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0})


def table_strips(
    table: Table,
    setter: Typesetter,
    left: float = LEFT,
    width: float = TEXT_WIDTH,
    padding: float = TABLE_PADDING,
) -> Iterator[Strip]:
    """The rows of *table*, *width* wide; its head is repeated on every page.

    *padding* is the white above and below the text of a row.
    """
    grid = _Grid(_edges(table.widths, left, width), SIZES[table.size], setter, padding)
    head = tuple(
        replace(strip, keep=True) for row in table.head for strip in grid.row_strips(row, Role.HEI)
    )
    yield from head
    rows = [strip for row in table.rows for strip in grid.row_strips(row, Role.BODY)]
    whole = is_signed(table)
    for place, strip in enumerate(rows, 1):
        yield replace(strip, head=head, keep=strip.keep or (whole and place < len(rows)))


def is_signed(table: Table) -> bool:
    """Whether *table* is a few rows for seals and signatures, which stand on one page."""
    few = not table.head and len(table.rows) <= TABLE_SIGNED
    return few and any(cell.foot for row in table.rows for cell in row.cells)


def _edges(widths: Sequence[int], left: float, width: float) -> tuple[float, ...]:
    """Where each column begins, and where the last one ends."""
    whole = sum(widths)
    return tuple(left + width * part / whole for part in accumulate(widths, initial=0))


@dataclass(frozen=True, slots=True)
class _Set:
    """A cell with its text broken into lines."""

    left: float
    right: float
    align: Align
    lines: tuple[Line, ...]
    foot: tuple[Line, ...]

    @property
    def height(self) -> int:
        return len(self.lines) + len(self.foot)


@dataclass(frozen=True, slots=True)
class _Grid:
    edges: tuple[float, ...]
    size: float
    setter: Typesetter
    padding: float

    @property
    def leading(self) -> float:
        return self.size * TABLE_LEADING

    def row_strips(self, row: Row, role: Role) -> Iterator[Strip]:
        cells = tuple(self._cells(row, role))
        height = max(row.lines, *(cell.height for cell in cells), 1)
        if height <= TABLE_WHOLE:
            yield self._whole(cells, height)
        else:
            yield from self._divided(cells, height)

    def _cells(self, row: Row, role: Role) -> Iterator[_Set]:
        column = 0
        for cell in row.cells:
            left, right = self.edges[column], self.edges[column + cell.span]
            room = right - left - 2 * TABLE_PADDING
            face = Role.HEI if cell.heading else role
            words = self._balanced(cell.text, room) if cell.heading else cell.text
            lines = self._lines(words, face, room)
            yield _Set(left, right, cell.align, lines, self._lines(cell.foot, Role.BODY, room))
            column += cell.span

    def _balanced(self, text: str, room: float) -> str:
        """A heading of several lines divided between words."""
        return "\n".join(break_title(text, self.setter.measure, room / self.size))

    def _lines(self, text: str, role: Role, room: float) -> tuple[Line, ...]:
        if not text:
            return ()
        return tuple(
            line
            for part in text.split("\n")
            for line in self.setter.lines([(part, role)], room, self.size)
        )

    def _whole(self, cells: Sequence[_Set], height: int) -> Strip:
        """Text stands in the middle of its cell, or above its foot."""
        depth = height * self.leading + 2 * self.padding
        ops: list[Op] = [*self._uprights(cells, depth), self._level(depth)]
        for cell in cells:
            top = 0.0 if cell.foot else (height - cell.height) / 2
            for index, line in enumerate(cell.lines):
                ops.extend(self._set(cell, line, top + index, cell.align))
            for index, line in enumerate(cell.foot, height - len(cell.foot)):
                ops.extend(self._set(cell, line, index, Align.RIGHT))
        return Strip(tuple(ops), height=depth, opening=(self._level(0.0),))

    def _divided(self, cells: Sequence[_Set], height: int) -> Iterator[Strip]:
        """A strip for each line; where a page ends the row is closed and opened again."""
        for index in range(height):
            first, last = index == 0, index == height - 1
            above = self.padding if first else 0.0
            depth = above + self.leading + (self.padding if last else 0.0)
            ops: list[Op] = list(self._uprights(cells, depth))
            for cell in cells:
                ops.extend(self._line_of(cell, index, height, above - self.padding))
            yield Strip(
                (*ops, self._level(depth)) if last else tuple(ops),
                height=depth,
                keep=index < TABLE_TOGETHER - 1 or height - TABLE_TOGETHER <= index < height - 1,
                opening=(self._level(0.0),),
                closing=() if last else (self._level(0.0),),
            )

    def _line_of(self, cell: _Set, index: int, height: int, lift: float) -> Iterator[Glyphs]:
        """Line *index* of a divided row; a foot fills the last lines."""
        below = index - (height - len(cell.foot))
        glyphs: Iterator[Glyphs] = iter(())
        if below >= 0:
            glyphs = self._set(cell, cell.foot[below], 0, Align.RIGHT)
        elif index < len(cell.lines):
            glyphs = self._set(cell, cell.lines[index], 0, cell.align)
        return (replace(glyph, baseline=glyph.baseline + lift) for glyph in glyphs)

    def _set(self, cell: _Set, line: Line, row: float, align: Align) -> Iterator[Glyphs]:
        top = self.padding + row * self.leading + (self.leading - self.size) / 2
        x = cell.left + TABLE_PADDING
        spare = max(0.0, line.width - ink_width(line.tokens))
        if align is not Align.LEFT or spare > TABLE_STRETCH * len(line.tokens):
            line = replace(line, closed=False)
            x += spare * self.size * _SPARE_BEFORE[align]
        yield from self.setter.set_line(line, x, top, self.size)

    def _uprights(self, cells: Sequence[_Set], depth: float) -> Iterator[Stroke]:
        for x in (self.edges[0], *(cell.right for cell in cells)):
            yield Stroke(x, 0.0, x, depth, TABLE_RULE)

    def _level(self, y: float) -> Stroke:
        spare = TABLE_RULE / 2
        return Stroke(self.edges[0] - spare, y, self.edges[-1] + spare, y, TABLE_RULE)
