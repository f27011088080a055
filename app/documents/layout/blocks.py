"""The body in strips: addressee, paragraphs, attachments, signature, note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from app.documents import standard
from app.documents.cjk.breaker import Line
from app.documents.cjk.title import break_title
from app.documents.fonts.face import Role
from app.documents.layout.ops import Op
from app.documents.layout.strip import Kind, Strip, blank
from app.documents.layout.tables import table_strips
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Block, OfficialDocument, Paragraph, Signature
from app.documents.standard import (
    BASELINE,
    CELL,
    INDENT,
    LEFT,
    RIGHT,
    SIZE_3,
    TEXT_WIDTH,
)

HEADINGS: Final = MappingProxyType(
    {0: Role.BODY, 1: Role.HEI, 2: Role.KAI, 3: Role.BODY, 4: Role.BODY}
)
"""7.3.3: 一、黑体 （一）楷体 1.仿宋 （1）仿宋."""

_ATTACHED: Final = "附件："
_NO_DAY: Final = "年　　月　　日"


def main_strips(document: OfficialDocument, setter: Typesetter) -> tuple[Strip, ...]:
    """Everything from the addressee to the note."""
    return (
        *addressee_strips(document.addressee, setter),
        *body_strips(document.body, setter),
        *_attachment_strips(document.attachments, setter),
        *(_signature_strips(document, setter) if document.signature else ()),
        *(_contact_strips(document.contact, setter) if not document.signature else ()),
    )


def addressee_strips(addressee: str, setter: Typesetter) -> tuple[Strip, ...]:
    """7.3.2: flush left, further lines too, a full-width colon behind the last."""
    if not addressee:
        return ()
    lines = setter.lines([(f"{addressee}：", Role.BODY)], TEXT_WIDTH, SIZE_3)
    return _strips(lines, setter, Kind.NOTE, keep=True)


def body_strips(body: Sequence[Block], setter: Typesetter) -> Iterator[Strip]:
    for block, following in zip(body, [*body[1:], None], strict=True):
        if block.paragraph:
            yield from _paragraph_strips(block.paragraph, following, setter)
        if block.table:
            yield from table_strips(block.table, setter)


def written_day(day: date | None) -> str:
    """7.3.5.4: Arabic figures, no zero before them; room for the pen in a draft."""
    return f"{day.year}年{day.month}月{day.day}日" if day else _NO_DAY


def _is_heading(paragraph: Paragraph, following: Block | None) -> bool:
    """Whether it heads what follows; one of several items of the same level does not."""
    if not paragraph.level or paragraph.runs_on or following is None:
        return False
    return following.paragraph is None or following.paragraph.level != paragraph.level


def _paragraph_strips(
    paragraph: Paragraph, following: Block | None, setter: Typesetter
) -> Iterator[Strip]:
    """One paragraph for each line feed its text holds; a heading is held to what it heads."""
    head = HEADINGS[paragraph.level]
    *before, last = paragraph.text.split("\n")
    for text in before:
        yield from _lines_of([(text, head)], setter)
    first, *others = paragraph.runs_on.split("\n")
    strips = _lines_of([(last, head), (first, Role.BODY)], setter)
    if _is_heading(paragraph, following):
        strips = tuple(replace(strip, keep=True) for strip in strips)
    yield from strips
    for text in others:
        yield from _lines_of([(text, Role.BODY)], setter)


def _lines_of(segments: list[tuple[str, Role]], setter: Typesetter) -> tuple[Strip, ...]:
    lines = setter.lines(segments, TEXT_WIDTH, SIZE_3, first=INDENT)
    return _strips(lines, setter, Kind.TEXT)


def _strips(
    lines: Sequence[Line], setter: Typesetter, kind: Kind, *, keep: bool = False
) -> tuple[Strip, ...]:
    return tuple(
        Strip(setter.set_line(line, LEFT, 0.0, SIZE_3), rows=1, kind=kind, keep=keep)
        for line in lines
    )


def _attachment_strips(names: Sequence[str], setter: Typesetter) -> Iterator[Strip]:
    """7.3.4: an empty line, 附件： two characters in, further lines below the name's first."""
    if not names:
        return
    yield blank()
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


def _signature_strips(document: OfficialDocument, setter: Typesetter) -> Iterator[Strip]:
    """The name and the date of the organ, kept whole with the note below them."""
    signature = document.signature
    if not signature:
        return
    yield blank(standard.SEAL_LINES if signature.sealed else 1, keep=True)
    rows = _sealed(signature, setter) if signature.sealed else _unsealed(signature, setter)
    contact = tuple(_contact_strips(document.contact, setter))
    *kept, last = (*(Strip(ops, 1, kind=Kind.SIGNATURE) for ops in rows), *contact)
    yield from (replace(strip, keep=True) for strip in kept)
    yield last


def _sealed(signature: Signature, setter: Typesetter) -> Iterator[tuple[Op, ...]]:
    """7.3.5.1: the date four characters from the right, the name centred on it.

    A name longer than that allows moves the date to the left with it.
    """
    organ = break_title(signature.organ, setter.measure, standard.TITLE_CHARACTERS)
    day = written_day(signature.day)
    widest = max(setter.width(text, SIZE_3) for text in organ)
    day_width = setter.width(day, SIZE_3)
    middle = min(
        RIGHT - standard.SIGNATURE_RIGHT * CELL - day_width / 2,
        RIGHT - max(widest, day_width) / 2,
    )
    for text in (*organ, day):
        yield _at(text, middle - setter.width(text, SIZE_3) / 2, setter)


def _unsealed(signature: Signature, setter: Typesetter) -> Iterator[tuple[Op, ...]]:
    """7.3.5.2: the name two characters from the right, the date two right of its beginning."""
    organ = break_title(signature.organ, setter.measure, standard.TITLE_CHARACTERS)
    day = written_day(signature.day)
    right = RIGHT - standard.UNSEALED_RIGHT * CELL
    widest = max(setter.width(text, SIZE_3) for text in organ)
    left = right - widest
    day_left = min(left + standard.UNSEALED_STEP * CELL, right - setter.width(day, SIZE_3))
    for text in organ:
        yield _at(text, left, setter)
    yield _at(day, day_left, setter)


def _at(text: str, x: float, setter: Typesetter) -> tuple[Op, ...]:
    return setter.set_text(text, Role.BODY, x, BASELINE * SIZE_3, SIZE_3)


def _contact_strips(contact: str, setter: Typesetter) -> tuple[Strip, ...]:
    """7.3.6: two characters in, in brackets, below the date."""
    if not contact:
        return ()
    lines = setter.lines([(f"（{contact}）", Role.BODY)], TEXT_WIDTH, SIZE_3, first=INDENT)
    return _strips(lines, setter, Kind.NOTE)
