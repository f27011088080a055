"""A list on pages of its own: label, title, check mark, body, closing fields (7.3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.documents.fonts.face import Role
from app.documents.layout.blocks import body_strips
from app.documents.layout.letterhead import title_ops
from app.documents.layout.ops import Op, lowered
from app.documents.layout.slip import check_mark, field_rows
from app.documents.layout.strip import Kind, Strip
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Annex, CheckMark
from app.documents.standard import BASELINE, GAP, LEFT, SIZE_3, SIZE_4, TOP

_TITLE_ROW: Final = 2
"""7.3.7: 附件 on the first line, its title on the third."""


def annex_strips(annex: Annex, check: CheckMark | None, setter: Typesetter) -> Iterator[Strip]:
    head, rows = _head(annex, check, setter)
    yield Strip(head, rows=rows, kind=Kind.NOTE, keep=True)
    body = tuple(body_strips(annex.body, setter))
    if annex.fields:
        yield from body[:-1]
        yield from (replace(strip, keep=True) for strip in body[-1:])
        fields = field_rows(annex.fields, SIZE_4, setter)
        yield Strip(lowered(fields.ops, GAP), height=fields.height + GAP, kind=Kind.NOTE)
    else:
        yield from body


def _head(annex: Annex, check: CheckMark | None, setter: Typesetter) -> tuple[tuple[Op, ...], int]:
    """Everything above the body, and the rows it takes."""
    label = setter.set_proportional(annex.label, Role.HEI, LEFT, BASELINE * SIZE_3, SIZE_3)
    mark = check_mark(check, setter).ops if check and annex.coded else ()
    first = _TITLE_ROW if annex.label or mark else 0
    title, row = title_ops(annex.title, first, setter)
    return (*label, *mark, *lowered(title, -TOP)), row + 1
