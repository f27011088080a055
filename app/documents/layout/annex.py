"""A list on pages of its own: label, title, check mark, body, closing fields (7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.documents.fonts.face import Role
from app.documents.layout.blocks import body_strips
from app.documents.layout.flow import Area, Stack, Stacked, at_pitch, fewest_pages
from app.documents.layout.heading import below_the_edge, title_ops
from app.documents.layout.ops import Bookmark, Op, lowered, turned
from app.documents.layout.slip import check_mark, field_rows
from app.documents.layout.strip import ACROSS, UPRIGHT, Column, Kind, Strip
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Annex, CheckMark
from app.documents.standard import (
    ABOVE_FOOT,
    ANNEX_TITLE_ROW,
    BASELINE,
    BOTTOM,
    GAP,
    LEFT,
    PITCH,
    SIZE_3,
    SIZE_4,
    TEXT_WIDTH,
    TOP,
    TURNED_FOOT,
)

_ACROSS_AREA: Final = Area(0.0, TEXT_WIDTH)
"""Of a turned page, from its own corner."""


def annex_stacks(
    annex: Annex, check: CheckMark | None, setter: Typesetter, foot: float = 0.0
) -> tuple[Stack, ...]:
    """The pages of *annex*, *foot* millimetres left free at the foot of the last.

    What is turned begins above that foot on all its pages, for its columns are the same on each.
    """
    free = foot + ABOVE_FOOT if 0.0 < foot <= TURNED_FOOT else 0.0
    across = Column(free, ACROSS.width - free)

    def laid(padding: float) -> Stacked:
        if annex.landscape:
            strips = tuple(_strips(annex, check, across, setter, padding))
            return at_pitch(strips, _ACROSS_AREA.top, PITCH, _ACROSS_AREA)
        strips = tuple(_strips(annex, check, UPRIGHT, setter, padding))
        return at_pitch(strips, TOP, PITCH, foot=foot)

    pages = fewest_pages(annex.body, laid).pages
    if not annex.landscape:
        return pages
    end = BOTTOM - foot if free else float(BOTTOM)
    return tuple(Stack(turned(page.ops, LEFT, BOTTOM), end, 0.0) for page in pages)


def _strips(
    annex: Annex, check: CheckMark | None, column: Column, setter: Typesetter, padding: float
) -> Iterator[Strip]:
    head, rows = _head(annex, check, column, setter)
    yield Strip(head, rows=rows, kind=Kind.NOTE, keep=True)
    body = tuple(_deeper(strip) for strip in body_strips(annex.body, setter, column, padding))
    if annex.fields:
        yield from body[:-1]
        yield from (replace(strip, keep=True) for strip in body[-1:])
        fields = field_rows(annex.fields, SIZE_4, setter, column)
        yield Strip(lowered(fields.ops, GAP), height=fields.height + GAP, kind=Kind.NOTE)
    else:
        yield from body


def _head(
    annex: Annex, check: CheckMark | None, column: Column, setter: Typesetter
) -> tuple[tuple[Op, ...], int]:
    """Everything above the body, and the rows it takes."""
    label = setter.set_proportional(annex.label, Role.HEI, column.left, BASELINE * SIZE_3, SIZE_3)
    mark = check_mark(check, setter, column.right).ops if check and annex.coded else ()
    first = int(ANNEX_TITLE_ROW) if annex.label or mark else 0
    title, row = title_ops(annex.title, first, setter, column)
    title = title if first else below_the_edge(title)
    named = Bookmark(0.0, f"{annex.label}　{annex.title}".replace("\n", "").strip("　"))
    return (named, *label, *mark, *lowered(title, -TOP)), row + 1


def _deeper(strip: Strip) -> Strip:
    """*strip* with its headings below that of the list."""
    if not any(isinstance(op, Bookmark) for op in strip.ops):
        return strip
    ops = (replace(op, level=op.level + 1) if isinstance(op, Bookmark) else op for op in strip.ops)
    return replace(strip, ops=tuple(ops))
