"""The red heads of 文件, of one agency or several, and of 纪要 (GB/T 9704-2012 7.2 and 10.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from app.documents import standard
from app.documents.fonts.face import Role
from app.documents.layout.heading import Head, Mark, flush_right, ink, mark_line, titled
from app.documents.layout.ops import Colour, Op, Stroke
from app.documents.layout.signature import written_day
from app.documents.layout.strip import UPRIGHT
from app.documents.layout.typesetter import Typesetter
from app.documents.model import OfficialDocument
from app.documents.standard import (
    BASELINE,
    CELL,
    LEFT,
    MARK_TOP,
    NUMBER_LINES,
    NUMBER_MARGIN,
    PITCH,
    RIGHT,
    SIZE_3,
    TEXT_WIDTH,
    TOP,
)

_DOCUMENT: Final = "文件"
_MINUTES: Final = "纪要"
_SIGNERS: Final = "签发人："
_TWO: Final = 2


def document_head(document: OfficialDocument, setter: Typesetter) -> Head:
    mark = _document_mark(document, setter)
    above = tuple(_corner(document, setter))
    numbered, end = _number(document, mark.foot + NUMBER_LINES * PITCH, setter)
    return _ruled((*above, *mark.ops, *numbered), document, end, setter)


def minutes_head(document: OfficialDocument, setter: Typesetter) -> Head:
    """纪要: who met and when stand above the rule, for 纪要 bear no signature and no seal."""
    words = document.mark or f"{document.agency}{_MINUTES}"
    mark = mark_line(words, TOP + MARK_TOP, standard.MARK_SIZE, setter)
    above = tuple(_corner(document, setter))
    numbered, end = _number(document, mark.foot + NUMBER_LINES * PITCH, setter)
    ops = (*above, *mark.ops, *numbered)
    if document.signature:
        top = end - CELL + PITCH
        ops = (*ops, *_organ_and_day(document.signature.organ, _day(document), top, setter))
        end = top + CELL
    return _ruled(ops, document, end, setter)


def _ruled(ops: tuple[Op, ...], document: OfficialDocument, end: float, setter: Typesetter) -> Head:
    """The red rule 4 mm below *end*, the title two lines below the rule."""
    y = end + standard.RULE_GAP + standard.RED_RULE / 2
    rule = Stroke(LEFT, y, RIGHT, y, standard.RED_RULE, Colour.RED)
    return titled((*ops, rule), document, y + standard.TITLE_LINES * PITCH, setter)


def _corner(document: OfficialDocument, setter: Typesetter) -> Iterator[Op]:
    """7.2.1 to 7.2.3: 份号 and 紧急程度 at the upper left of the text area, a line each."""
    said = [(document.serial, Role.BODY), (document.urgency, Role.HEI)]
    for row, (words, role) in enumerate((words, role) for words, role in said if words):
        baseline = TOP + row * PITCH + BASELINE * SIZE_3
        yield from setter.set_text(words, role, LEFT, baseline, SIZE_3)


def _document_mark(document: OfficialDocument, setter: Typesetter) -> Mark:
    if document.mark or not document.joint:
        words = document.mark or f"{document.agency}{_DOCUMENT}"
        return mark_line(words, TOP + MARK_TOP, standard.MARK_SIZE, setter)
    return _joint_mark((document.agency, *document.joint), setter)


def _joint_mark(names: Sequence[str], setter: Typesetter) -> Mark:
    """The names below each other, equally wide; 文件 right of them in the middle (7.2.4)."""
    wide = max(setter.width(name, 1.0, Role.TITLE) for name in names)
    whole = wide + standard.MARK_GAP + len(_DOCUMENT)
    rows = 1 + (len(names) - 1) * standard.MARK_LEADING
    size = min(standard.MARK_SIZE, TEXT_WIDTH / whole, standard.MARK_HEIGHT / rows)
    left = UPRIGHT.middle - whole * size / 2
    baseline = TOP + MARK_TOP + ink(names[0], setter)[0] * size
    step = size * standard.MARK_LEADING
    ops: list[Op] = []
    for row, name in enumerate(names):
        ops.extend(_spread(name, left, wide * size, baseline + row * step, size, setter))
    last = baseline + (len(names) - 1) * step
    beside = left + (wide + standard.MARK_GAP) * size
    middle = (baseline + last) / 2
    ops.extend(setter.set_text(_DOCUMENT, Role.TITLE, beside, middle, size, Colour.RED))
    return Mark(tuple(ops), last - ink(names[-1], setter)[1] * size)


def _spread(
    name: str, left: float, width: float, baseline: float, size: float, setter: Typesetter
) -> Iterator[Op]:
    """*name* from edge to edge of *width*, its characters equally far apart."""
    spare = (width - setter.width(name, size, Role.TITLE)) / max(1, len(name) - 1)
    x = left
    for char in name:
        yield from setter.set_text(char, Role.TITLE, x, baseline, size, Colour.RED)
        x += setter.width(char, size, Role.TITLE) + spare


def _number(
    document: OfficialDocument, top: float, setter: Typesetter
) -> tuple[tuple[Op, ...], float]:
    """The number in the middle, or at the left beside the last of the signers; where they end."""
    if not document.signers:
        x = UPRIGHT.middle - setter.width(document.number, SIZE_3) / 2
        return _said(document.number, Role.BODY, x, top, setter), top + CELL
    ops = tuple(_signers(document.signers, top, setter))
    rows = -(-len(document.signers) // standard.SIGNERS_IN_LINE)
    last = top + (rows - 1) * PITCH
    number = _said(document.number, Role.BODY, LEFT + NUMBER_MARGIN * CELL, last, setter)
    return (*number, *ops), last + CELL


def _signers(names: Sequence[str], top: float, setter: Typesetter) -> Iterator[Op]:
    """7.2.6: two names to a line, below each other; the label in 仿宋, the names in 楷体."""
    spread = [_evened(name) for name in names]
    step = max(setter.width(name, SIZE_3) for name in spread) + standard.SIGNER_GAP * CELL
    in_line = min(len(names), standard.SIGNERS_IN_LINE)
    right = RIGHT - NUMBER_MARGIN * CELL
    first = right - in_line * step + standard.SIGNER_GAP * CELL
    label = first - setter.width(_SIGNERS, SIZE_3)
    yield from _said(_SIGNERS, Role.BODY, label, top, setter)
    for place, name in enumerate(spread):
        row, column = divmod(place, standard.SIGNERS_IN_LINE)
        yield from _said(name, Role.KAI, first + column * step, top + row * PITCH, setter)


def _evened(name: str) -> str:
    """A name of two characters as wide as one of three."""
    return f"{name[0]}\u3000{name[1]}" if len(name) == _TWO else name


def _said(text: str, role: Role, x: float, top: float, setter: Typesetter) -> tuple[Op, ...]:
    return setter.set_text(text, role, x, top + BASELINE * SIZE_3, SIZE_3)


def _organ_and_day(organ: str, day: str, top: float, setter: Typesetter) -> tuple[Op, ...]:
    """Practice: a character free at both sides, as in the imprint."""
    margin = NUMBER_MARGIN * CELL
    return (
        *_said(organ, Role.BODY, LEFT + margin, top, setter),
        *flush_right(day, Role.BODY, SIZE_3, top, setter, RIGHT - margin),
    )


def _day(document: OfficialDocument) -> str:
    return written_day(document.signature.day if document.signature else None)
