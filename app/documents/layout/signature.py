"""署名、成文日期 and the room of the seals (GB/T 9704-2012, 7.3.5); no seal is ever drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.documents import standard
from app.documents.cjk.title import break_title
from app.documents.fonts.face import Role
from app.documents.layout.ops import Op, Seal, lowered
from app.documents.layout.strip import Kind, Strip, blank
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Signature
from app.documents.standard import (
    BASELINE,
    CELL,
    LEFT,
    PITCH,
    RIGHT,
    SEAL,
    SEAL_APART,
    SIZE_3,
    TEXT_WIDTH,
)

_NO_DAY: Final = "年　　月　　日"
_BEYOND: Final = CELL - (standard.SEAL_LINES + 1) * PITCH + standard.SEAL_REACH
"""Where a seal must begin at the latest, from the top of the first name."""
_ROWS_AT_EASE: Final = 2
"""Rows of seals that leave the page room for text; for more of them long names are broken."""
_ROWS_ON_GRID: Final = 3
"""Rows of seals that stand on the lines of the page; more are as close as seals may be, and one
above these leaves no room for the text, so the block passes to the next page."""
_ROOM_ABOVE: Final = Strip(rows=int(standard.SEAL_LINES), kind=Kind.NOTE)
"""Of seals that open a page: they stay inside the text area."""
_SEAL_ROWS: Final = int(standard.SEAL_PITCH)

_Name = tuple[str, ...]
"""The lines of a name."""


def written_day(day: date | None) -> str:
    """7.3.5.4: Arabic figures, no zero before them; room for the pen in a draft."""
    return f"{day.year}年{day.month}月{day.day}日" if day else _NO_DAY


def signature_strips(signature: Signature, setter: Typesetter) -> Iterator[Strip]:
    """From the empty lines above the name to the date, held together where a page holds it."""
    yield blank(int(standard.SEAL_LINES) if signature.sealed else 1, keep=True)
    if not signature.sealed:
        rows = _unsealed(signature, setter)
    elif signature.others:
        yield from _joint(signature, setter)
        return
    else:
        rows = _sealed(signature, setter)
    yield from (Strip(ops, 1, kind=Kind.SIGNATURE, keep=True) for ops in rows)


def _sealed(signature: Signature, setter: Typesetter) -> Iterator[tuple[Op, ...]]:
    """7.3.5.1: the date four characters from the right, the name centred on it.

    A name longer than that allows moves the date to the left with it.
    """
    organ = break_title(signature.organ, setter.measure, standard.TITLE_CHARACTERS)
    day = written_day(signature.day)
    day_width = setter.width(day, SIZE_3)
    widest = max(day_width, *(setter.width(text, SIZE_3) for text in organ))
    middle = min(_day_middle(day, setter), RIGHT - widest / 2)
    seal: tuple[Op, ...] = (_seal(middle, _top(len(organ))),)
    for text in (*organ, day):
        yield (*seal, *_at(text, middle - setter.width(text, SIZE_3) / 2, setter))
        seal = ()


def _day_middle(day: str, setter: Typesetter) -> float:
    return RIGHT - standard.SIGNATURE_RIGHT * CELL - setter.width(day, SIZE_3) / 2


def _top(lines: int) -> float:
    """The top of a seal on a name of *lines* and the date, from the top of the name."""
    middle = (CELL + lines * PITCH) / 2
    return min(middle - SEAL / 2 - standard.SEAL_ABOVE, _BEYOND - standard.SEAL_CLEAR)


def _seal(middle: float, top: float) -> Seal:
    return Seal(middle, top + SEAL / 2, SEAL)


# -- several agencies, each with its seal --------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Stands:
    """The middles of a row of seals, and how wide a name may be."""

    middles: tuple[float, ...]
    room: float


def _joint(signature: Signature, setter: Typesetter) -> Iterator[Strip]:
    """7.3.5.1: names in their order, the last one over the date; seals neither touch nor cross.

    A row that is not full stands at the right, where the date is.
    """
    day = written_day(signature.day)
    stands = _stands(signature.organs, day, setter)
    wide = stands.room / SIZE_3
    broken = [break_title(organ, setter.measure, wide) for organ in signature.organs]
    *before, last = _rows(broken, len(stands.middles))
    close = len(before) >= _ROWS_ON_GRID
    for row in before:
        ops = (*_names(row, stands, setter), *_seals(row, stands, dated=False))
        rows, height = (0, SEAL + SEAL_APART) if close else (_SEAL_ROWS, 0.0)
        held = len(before) <= _ROWS_ON_GRID
        yield Strip(ops, rows, height, Kind.SIGNATURE, held, head=(_ROOM_ABOVE,))
    ops = (*_names(last, stands, setter), *_seals(last, stands, dated=True))
    yield Strip(ops, _lines(last), kind=Kind.SIGNATURE, keep=True, head=(_ROOM_ABOVE,))
    left = stands.middles[-1] - setter.width(day, SIZE_3) / 2
    yield Strip(_at(day, left, setter), 1, kind=Kind.SIGNATURE, keep=True)


def _stands(organs: Sequence[str], day: str, setter: Typesetter) -> _Stands:
    """As many beside each other as the names allow, the last in the middle of the date."""
    widest = max(setter.width(organ, SIZE_3) for organ in organs)
    half = max(SEAL, widest) / 2
    step = max(SEAL + SEAL_APART, widest + CELL)
    rows = -(-len(organs) // standard.SEALS_IN_ROW)
    most = -(-len(organs) // rows)
    for count in range(most, 1, -1):
        first = max(min(_day_middle(day, setter), RIGHT - half) - (count - 1) * step, LEFT + half)
        fits = first + (count - 1) * step + half <= RIGHT
        if fits and -(-len(organs) // count) <= max(rows, _ROWS_AT_EASE):
            return _Stands(tuple(first + index * step for index in range(count)), step)
    part = TEXT_WIDTH / most
    return _Stands(tuple(LEFT + (index + 0.5) * part for index in range(most)), part - CELL)


def _rows(names: Sequence[_Name], in_row: int) -> Iterator[Sequence[_Name]]:
    return (names[start : start + in_row] for start in range(0, len(names), in_row))


def _lines(row: Sequence[_Name]) -> int:
    return max(map(len, row))


def _names(row: Sequence[_Name], stands: _Stands, setter: Typesetter) -> Iterator[Op]:
    """The names of a row end on one line."""
    for name, middle in _placed(row, stands):
        for line, text in enumerate(name, _lines(row) - len(name)):
            x = middle - setter.width(text, SIZE_3) / 2
            yield from lowered(_at(text, x, setter), line * PITCH)


def _seals(row: Sequence[_Name], stands: _Stands, *, dated: bool) -> Iterator[Op]:
    """Seals beside each other begin on one height, the date below the last one or not."""
    high = (_lines(row) - 1) * PITCH
    top = (
        _top(_lines(row)) if dated else min((high + CELL - SEAL) / 2, _BEYOND - standard.SEAL_CLEAR)
    )
    return (_seal(middle, top) for _, middle in _placed(row, stands))


def _placed(row: Sequence[_Name], stands: _Stands) -> Iterator[tuple[_Name, float]]:
    return zip(row, stands.middles[-len(row) :], strict=True)


# -- without a seal ------------------------------------------------------------------------


def _unsealed(signature: Signature, setter: Typesetter) -> Iterator[tuple[Op, ...]]:
    """7.3.5.2: the name two characters from the right, the date two right of its beginning.

    A date that is longer stands two from the right itself and moves the name to the left.
    """
    organs = [
        text
        for organ in signature.organs
        for text in break_title(organ, setter.measure, standard.TITLE_CHARACTERS)
    ]
    day = written_day(signature.day)
    step = standard.UNSEALED_STEP * CELL
    right = RIGHT - standard.UNSEALED_RIGHT * CELL
    widest = max(setter.width(text, SIZE_3) for text in organs)
    left = min(right - widest, right - setter.width(day, SIZE_3) - step)
    for text in organs:
        yield _at(text, left, setter)
    yield _at(day, left + step, setter)


def _at(text: str, x: float, setter: Typesetter) -> tuple[Op, ...]:
    return setter.set_text(text, Role.BODY, x, BASELINE * SIZE_3, SIZE_3)
