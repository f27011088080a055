"""What every page gets last: the exercise mark under it, its number, whole rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.documents.fonts.face import Role
from app.documents.layout.flow import Stack
from app.documents.layout.imprint import exercise_mark, folio
from app.documents.layout.ops import Bookmark, Op, Page, Seal, Stroke, lowered
from app.documents.layout.slip import check_mark
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Form, OfficialDocument
from app.documents.standard import MATRIX_SIDE, MATRIX_TOP, RIGHT, SIZE_5

_TOUCHING: Final = 0.01


def finished(
    document: OfficialDocument, stacks: Sequence[Stack], setter: Typesetter
) -> tuple[Page, ...]:
    under = exercise_mark(setter) if document.exercise else ()
    above = _letter_mark(document, setter)
    return tuple(
        Page(
            (
                *under,
                *(above if number == 1 else ()),
                *_place_of_sheet(document, number, len(stacks), setter),
                *whole_rules(_drawn(stack.ops)),
                *_folio(document, number, stack, setter),
            ),
            seals=tuple(op for op in stack.ops if isinstance(op, Seal)),
            numbered=_is_numbered(document, number, stack),
            bookmarks=tuple(op for op in stack.ops if isinstance(op, Bookmark)),
        )
        for number, stack in enumerate(stacks, 1)
    )


def _drawn(ops: Iterable[Op]) -> Iterator[Op]:
    return (op for op in ops if not isinstance(op, Seal | Bookmark))


def _is_numbered(document: OfficialDocument, number: int, stack: Stack) -> bool:
    """Neither the first page of a letter (10.1) nor one that shows the imprint alone (7.5)."""
    return stack.numbered and not (number == 1 and document.form is Form.LETTER)


def _letter_mark(document: OfficialDocument, setter: Typesetter) -> tuple[Op, ...]:
    """The check mark in the head margin (天头), where nothing of the standard stands.

    A sheet that is one table has it at its foot already.
    """
    check = document.check
    if check is None or not check.on_letter or document.form is Form.TABLE:
        return ()
    mark = check_mark(check, setter)
    return lowered(mark.ops, MATRIX_TOP + MATRIX_SIDE - mark.height)


def _place_of_sheet(
    document: OfficialDocument, number: int, pages: int, setter: Typesetter
) -> tuple[Op, ...]:
    """Which sheet of how many, in the head margin: a list that lost one shows it."""
    if document.form is not Form.TABLE or pages == 1:
        return ()
    words = f"第{number}页，共{pages}页"
    right = RIGHT - setter.width(words, SIZE_5)
    return setter.set_text(words, Role.BODY, right, MATRIX_TOP + MATRIX_SIDE, SIZE_5)


def _folio(
    document: OfficialDocument, number: int, stack: Stack, setter: Typesetter
) -> tuple[Op, ...]:
    return folio(number, setter) if _is_numbered(document, number, stack) else ()


def whole_rules(ops: Iterable[Op]) -> Iterator[Op]:
    """*ops* with upright strokes that touch joined, and none drawn twice.

    Rows of a table are laid out alone; pieces of a rule would show as seams on the screen.
    """
    uprights: dict[tuple[float, float], list[Stroke]] = defaultdict(list)
    others: dict[Op, None] = {}
    for op in ops:
        if isinstance(op, Stroke) and op.x1 == op.x2 and not op.dash:
            uprights[op.x1, op.width].append(op)
        else:
            others[_rounded(op)] = None
    yield from others
    for strokes in uprights.values():
        yield from _joined(sorted(strokes, key=lambda stroke: stroke.y1))


def _joined(strokes: Sequence[Stroke]) -> Iterator[Stroke]:
    whole = strokes[0]
    for stroke in strokes[1:]:
        if stroke.y1 <= whole.y2 + _TOUCHING:
            whole = replace(whole, y2=max(whole.y2, stroke.y2))
        else:
            yield whole
            whole = stroke
    yield whole


def _rounded(op: Op) -> Op:
    if isinstance(op, Stroke):
        return replace(op, y1=round(op.y1, 3), y2=round(op.y2, 3))
    return op
