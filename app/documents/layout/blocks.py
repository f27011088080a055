"""The body in strips: addressee, paragraphs, attachments, signature, note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from app.documents import standard
from app.documents.cjk.breaker import Line
from app.documents.fonts.face import Role
from app.documents.layout.ops import Bookmark
from app.documents.layout.signature import signature_strips
from app.documents.layout.strip import UPRIGHT, Column, Kind, Strip, blank
from app.documents.layout.tables import is_signed, table_strips
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Attendance, Block, Form, OfficialDocument, Paragraph
from app.documents.standard import (
    BASELINE,
    CELL,
    INDENT,
    LEFT,
    SIZE_3,
    TABLE_PADDING,
    TEXT_WIDTH,
)

HEADINGS: Final = MappingProxyType(
    {0: Role.BODY, 1: Role.HEI, 2: Role.KAI, 3: Role.BODY, 4: Role.BODY}
)
"""7.3.3: 一、黑体 （一）楷体 1.仿宋 （1）仿宋."""

_ATTACHED: Final = "附件："


def main_strips(
    document: OfficialDocument, setter: Typesetter, padding: float = TABLE_PADDING
) -> tuple[Strip, ...]:
    """Everything from the addressee to the note; *padding* is that of its tables."""
    return (
        *addressee_strips(document.addressee, setter),
        *body_strips(document.body, setter, padding=padding),
        *_attachment_strips(document.attachments, setter),
        *_attendance_strips(document.attendance, setter),
        *_end_strips(document, setter),
    )


def addressee_strips(addressee: str, setter: Typesetter) -> tuple[Strip, ...]:
    """7.3.2: flush left, further lines too, a full-width colon behind the last."""
    if not addressee:
        return ()
    lines = setter.lines([(f"{addressee}：", Role.BODY)], TEXT_WIDTH, SIZE_3)
    return _strips(lines, setter, Kind.NOTE, keep=True)


def body_strips(
    body: Sequence[Block],
    setter: Typesetter,
    column: Column = UPRIGHT,
    padding: float = TABLE_PADDING,
) -> Iterator[Strip]:
    for block, following in zip(body, [*body[1:], None], strict=True):
        if block.paragraph:
            yield from _paragraph_strips(block.paragraph, following, setter, column)
        if block.table:
            rows = [*table_strips(block.table, setter, column.left, column.width, padding)]
            if following and following.table and is_signed(following.table):
                rows[-1:] = (replace(row, keep=True) for row in rows[-1:])
            yield from rows
            if following and following.paragraph:
                yield Strip(height=standard.TABLE_BELOW, kind=Kind.BLANK)


def _is_heading(paragraph: Paragraph, following: Block | None) -> bool:
    """Whether it heads what follows; one of several items does not, nor does the last of them."""
    if not paragraph.level or paragraph.runs_on or following is None:
        return False
    deeper = following.paragraph.level if following.paragraph else 0
    return deeper == 0 or deeper > paragraph.level


def _paragraph_strips(
    paragraph: Paragraph, following: Block | None, setter: Typesetter, column: Column
) -> Iterator[Strip]:
    """One paragraph for each line feed its text holds; a heading is held to what it heads."""
    head = HEADINGS[paragraph.level]
    *before, last = paragraph.text.split("\n")
    for text in before:
        yield from _lines_of([(text, head)], setter, column)
    first, *others = paragraph.runs_on.split("\n")
    strips = _lines_of([(last, head), (first, Role.BODY)], setter, column)
    if _is_heading(paragraph, following):
        strips = tuple(replace(strip, keep=True) for strip in strips)
    if paragraph.level == 1:
        title = Bookmark(0.0, paragraph.text.replace("\n", ""))
        strips = (replace(strips[0], ops=(title, *strips[0].ops)), *strips[1:])
    yield from strips
    for text in others:
        yield from _lines_of([(text, Role.BODY)], setter, column)


def _lines_of(
    segments: list[tuple[str, Role]], setter: Typesetter, column: Column
) -> tuple[Strip, ...]:
    lines = setter.lines(segments, column.width, SIZE_3, first=INDENT)
    return _strips(lines, setter, Kind.TEXT, left=column.left)


def _strips(
    lines: Sequence[Line],
    setter: Typesetter,
    kind: Kind,
    *,
    keep: bool = False,
    left: float = LEFT,
) -> tuple[Strip, ...]:
    return tuple(
        Strip(setter.set_line(line, left, 0.0, SIZE_3), rows=1, kind=kind, keep=keep)
        for line in lines
    )


def _attachment_strips(names: Sequence[str], setter: Typesetter) -> Iterator[Strip]:
    """7.3.4: an empty line, 附件： two characters in, further lines below the name's first."""
    if not names:
        return
    yield blank(int(standard.ATTACHMENT_LINES))
    label = INDENT + len(_ATTACHED)
    for index, name in enumerate(names, 1):
        mark = f"{index}." if len(names) > 1 else ""
        indent = label + setter.width(mark, 1.0)
        prefix = (_ATTACHED if index == 1 else "") + mark
        left = INDENT if index == 1 else label
        lines = setter.lines([(name, Role.BODY)], TEXT_WIDTH, SIZE_3, first=indent, hanging=indent)
        first, *others = _strips(lines, setter, Kind.NOTE)
        marked = setter.set_text(prefix, Role.BODY, LEFT + left * CELL, BASELINE * SIZE_3, SIZE_3)
        yield replace(first, ops=(*marked, *first.ops))
        yield from others


def _attendance_strips(listed: Sequence[Attendance], setter: Typesetter) -> Iterator[Strip]:
    """10.3: an empty line, two characters in, further lines below the first name."""
    if listed:
        yield blank(int(standard.ATTENDANCE_LINES))
    for each in listed:
        label = f"{each.label}："
        indent = INDENT + len(label)
        lines = setter.lines(
            [(each.names, Role.BODY)], TEXT_WIDTH, SIZE_3, first=indent, hanging=indent
        )
        first, *others = _strips(lines, setter, Kind.NOTE)
        left = LEFT + INDENT * CELL
        marked = setter.set_text(label, Role.HEI, left, BASELINE * SIZE_3, SIZE_3)
        yield replace(first, ops=(*marked, *first.ops))
        yield from others


def _end_strips(document: OfficialDocument, setter: Typesetter) -> Iterator[Strip]:
    """The signature, kept whole with the note below it; 纪要 are signed in their head."""
    contact = _contact_strips(document.contact, setter)
    if not document.signature or document.form is Form.MINUTES:
        yield from contact
        return
    held = (replace(strip, keep=True) for strip in contact)
    *kept, last = (*signature_strips(document.signature, setter), *held)
    yield from kept
    yield replace(last, keep=False)


def _contact_strips(contact: str, setter: Typesetter) -> tuple[Strip, ...]:
    """7.3.6: two characters in, in brackets, below the date."""
    if not contact:
        return ()
    lines = setter.lines([(f"（{contact}）", Role.BODY)], TEXT_WIDTH, SIZE_3, first=INDENT)
    return _strips(lines, setter, Kind.NOTE)
