"""A list on pages of its own: label, title, check mark, body, closing fields (7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.documents.fonts.face import Role
from app.documents.layout.blocks import body_strips
from app.documents.layout.flow import Area, Stack, at_pitch
from app.documents.layout.heading import below_the_edge, title_ops
from app.documents.layout.ops import Op, lowered, turned
from app.documents.layout.slip import check_mark, field_rows
from app.documents.layout.strip import ACROSS, UPRIGHT, Column, Kind, Strip
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Annex, CheckMark
from app.documents.standard import (
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
)

_ACROSS_AREA: Final = Area(0.0, TEXT_WIDTH)
"""Of a turned page, from its own corner."""


def annex_stacks(annex: Annex, check: CheckMark | None, setter: Typesetter) -> tuple[Stack, ...]:
    """The pages of *annex*; nothing can stand at the foot of a turned one."""
    if not annex.landscape:
        strips = tuple(_strips(annex, check, UPRIGHT, setter))
        return at_pitch(strips, TOP, PITCH).pages
    strips = tuple(_strips(annex, check, ACROSS, setter))
    pages = at_pitch(strips, _ACROSS_AREA.top, PITCH, _ACROSS_AREA).pages
    return tuple(Stack(turned(page.ops, LEFT, BOTTOM), BOTTOM, 0.0) for page in pages)


def _strips(
    annex: Annex, check: CheckMark | None, column: Column, setter: Typesetter
) -> Iterator[Strip]:
    head, rows = _head(annex, check, column, setter)
    yield Strip(head, rows=rows, kind=Kind.NOTE, keep=True)
    body = tuple(body_strips(annex.body, setter, column))
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
    return (*label, *mark, *lowered(title, -TOP)), row + 1
