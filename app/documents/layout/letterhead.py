"""The head of the first page in each form, down to where the text begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from app.documents import standard
from app.documents.fonts.face import Role
from app.documents.layout.heading import (
    Head,
    below_the_edge,
    flush_right,
    mark_line,
    title_ops,
    titled,
)
from app.documents.layout.ops import Colour, Op, Stroke
from app.documents.layout.redhead import document_head, minutes_head
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Form, OfficialDocument
from app.documents.standard import (
    BASELINE,
    CELL,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PITCH,
    SIZE_3,
    TOP,
)


def head(document: OfficialDocument, setter: Typesetter) -> Head:
    return _HEADS[document.form](document, setter)


def _letter_head(document: OfficialDocument, setter: Typesetter) -> Head:
    """10.1: of several agencies only the leading one heads a letter."""
    words = document.mark or document.agency
    mark = mark_line(words, standard.LETTER_MARK_TOP, standard.LETTER_MARK_SIZE, setter)
    rule = mark.foot + standard.LETTER_RULE_GAP
    rules = (*_double_rule(rule, thick_first=True), *_foot_rule())
    below = rule + standard.RED_THICK + standard.RED_BETWEEN + standard.RED_THIN
    number_top = below + standard.LETTER_NUMBER_GAP
    number = flush_right(document.number, Role.BODY, SIZE_3, number_top, setter)
    said = _at_left(document, number_top, setter)
    rows = max(1, len(said))
    left = tuple(op for ops in said for op in ops)
    end = number_top + (rows - 1) * PITCH + CELL
    ops = (*mark.ops, *rules, *number, *left)
    return titled(ops, document, end + standard.LETTER_TITLE_LINES * PITCH, setter)


def _at_left(
    document: OfficialDocument, top: float, setter: Typesetter
) -> tuple[tuple[Op, ...], ...]:
    """份号 and 紧急程度 below the first rule, a line each (10.1)."""
    said = [(document.serial, Role.BODY), (document.urgency, Role.HEI)]
    return tuple(
        setter.set_text(words, role, LEFT, top + row * PITCH + BASELINE * SIZE_3, SIZE_3)
        for row, (words, role) in enumerate((words, role) for words, role in said if words)
    )


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
            ops.extend(below_the_edge(drawn))
    if document.form is Form.TABLE and not document.number:
        return Head(tuple(ops), TOP + (row + standard.TABLE_TITLE_LINES) * PITCH)
    number_top = TOP + (row + 0.5) * PITCH
    ops.extend(flush_right(document.number, Role.BODY, SIZE_3, number_top, setter))
    ops.extend(
        setter.set_text(document.urgency, Role.HEI, LEFT, number_top + BASELINE * SIZE_3, SIZE_3)
    )
    return Head(tuple(ops), TOP + (row + 2) * PITCH)


_HEADS: Final[Mapping[Form, Callable[[OfficialDocument, Typesetter], Head]]] = MappingProxyType(
    {
        Form.DOCUMENT: document_head,
        Form.LETTER: _letter_head,
        Form.MINUTES: minutes_head,
        Form.ENFORCEMENT: _plain_head,
        Form.TABLE: _plain_head,
    }
)
