"""Runs whose lines end where ours end, without a single forced break.

A word processor fills a line and goes back to the last place where it may end. Where it would end
another line than ours, a figure kept with its unit or a sign pushed in, the characters of that line
are set a few hundredths of a point closer or wider: what the office writes later flows as usual.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from app.documents.cjk.breaker import Line
from app.documents.cjk.classes import CLOSING, NOT_AT_END, NOT_AT_START, PAIRED
from app.documents.fonts.face import Role
from app.documents.layout.typesetter import Typesetter
from app.documents.paint.word.measures import BODY, Size
from app.documents.paint.word.wordml import LATIN, Run

STYLES: Final = {Role.BODY: "FangText", Role.HEI: "HeiText", Role.KAI: "KaiText"}
"""The character styles of what is not in the face of its paragraph."""
_PIECES: Final = re.compile(r"[0-9A-Za-z]+[^0-9A-Za-z]*|[^0-9A-Za-z]+")
"""A program may end a line behind any sign of a code."""
_SPARE: Final = 20
"""Twips kept free: programs round the widths of letters."""
_MOST: Final = 40
"""Twips between two characters beyond which a line is left to the program."""


_AHEAD: Final = 100
"""Atoms behind a line that are looked at: more than any line holds."""


@dataclass(frozen=True, slots=True)
class _Atom:
    """What a word processor never divides; *start* is its place in the paragraph."""

    text: str
    start: int
    width: float
    role: Role


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set: in the face of *role*, at *size*, *room* twips wide."""

    room: int
    size: Size = BODY
    role: Role = Role.BODY
    first: float = 0.0
    hanging: float = 0.0


def set_runs(
    segments: Sequence[tuple[str, Role]], setting: Setting, setter: Typesetter, em: float
) -> tuple[Run, ...]:
    """The runs of *segments*, broken as the composer breaks them at *em* millimetres."""
    wide = setting.room / setting.size.cell * em
    lines = setter.lines(segments, wide, em, first=setting.first, hanging=setting.hanging)
    return tuple(_runs(_spaced(lines, setting, setter), setting))


def divides(
    segments: Sequence[tuple[str, Role]], setting: Setting, setter: Typesetter, em: float
) -> bool:
    """Whether a line ends within a code: its paragraph must let the program do the same."""
    wide = setting.room / setting.size.cell * em
    return _divided(setter.lines(segments, wide, em, first=setting.first, hanging=setting.hanging))


def _divided(lines: Sequence[Line]) -> bool:
    return any(
        before.tokens and after.tokens and before.tokens[-1].is_latin and after.tokens[0].is_latin
        and not before.tokens[-1].is_space and not after.tokens[0].is_space
        for before, after in pairwise(lines)
    )  # fmt: skip


def natural_runs(
    segments: Iterable[tuple[str, Role]], setting: Setting, setter: Typesetter
) -> tuple[Run, ...]:
    """The runs of a text that stands on one line."""
    lines = setter.lines(segments, 1e6, 1.0)
    return tuple(_runs(((atom, 0) for atom in _atoms(lines, setting, setter)), setting))


def _atoms(lines: Sequence[Line], setting: Setting, setter: Typesetter) -> Iterator[_Atom]:
    start, whole = 0, not _divided(lines)
    for line in lines:
        for token in line.tokens:
            for text in _PIECES.findall(token.text) if whole and token.is_latin else token.text:
                yield _Atom(text, start, _width(text, token.role, setting.size, setter), token.role)
                start += len(text)


def _width(text: str, role: Role, size: Size, setter: Typesetter) -> float:
    if role is not Role.LATIN:
        return len(text) * size.cell
    return sum(10 * size.half_points * setter.measure(c) + size.latin_spacing for c in text)


def _spaced(
    lines: Sequence[Line], setting: Setting, setter: Typesetter
) -> Iterator[tuple[_Atom, int]]:
    """Every atom with the twips it gets beyond its spacing."""
    atoms = list(_atoms(lines, setting, setter))
    at, end = 0, 0
    for row, line in enumerate(lines):
        end += len(line.text)
        after = at
        while after < len(atoms) and atoms[after].start < end:
            after += 1
        indent = setting.hanging if row else setting.first
        room = setting.room - indent * setting.size.cell
        row_atoms = atoms[at:after]
        extra, count = _correction(row_atoms, atoms[after : after + _AHEAD], room)
        left = count
        for atom in row_atoms:
            yield atom, extra if left > 0 else 0
            left -= len(atom.text)
        at = after


def _correction(row: Sequence[_Atom], following: Sequence[_Atom], room: float) -> tuple[int, int]:
    """Twips beyond the spacing of the first characters of *row*, and of how many."""
    used = _ink(row)
    if row and used > room:
        return _shared(room - used - _SPARE, row)
    if not row or not following:
        return 0, 0
    found = [_natural(row, following, room, hanging=hanging) for hanging in (False, True)]
    if max(found) <= len(row):
        return 0, 0
    return _shared(room - used - following[0].width + _SPARE, row)


def _shared(twips: float, row: Sequence[_Atom]) -> tuple[int, int]:
    """*twips* over the characters of *row*, so many to each of the first ones."""
    characters = sum(len(atom.text) for atom in row) - 1
    if characters < 1 or not twips:
        return 0, 0
    step = int(-(-abs(twips) // characters))
    if step > _MOST:
        return 0, 0
    count = int(-(-abs(twips) // step))
    return (step if twips > 0 else -step), min(count, characters)


def _ink(row: Sequence[_Atom]) -> float:
    """The width of *row* without the spaces at its end, which no program counts."""
    kept = list(row)
    while kept and kept[-1].text == " ":
        kept.pop()
    return sum(atom.width for atom in kept)


def _natural(
    row: Sequence[_Atom], following: Sequence[_Atom], room: float, *, hanging: bool
) -> int:
    """How many atoms a word processor takes onto the line.

    *hanging*: it lets a sign stand in the margin, as LibreOffice does whatever the file says.
    """
    atoms = [*row, *following]
    used, count = 0.0, len(atoms)
    for at, atom in enumerate(atoms):
        used += atom.width
        if used > room and atom.text != " ":
            count = at + 1 if hanging and atom.text in CLOSING else at
            break
    while 1 < count < len(atoms) and not _may_end(atoms[count - 1].text, atoms[count].text):
        count -= 1
    return count


def _may_end(before: str, after: str) -> bool:
    if before[-1] in PAIRED and before[-1] == after[0]:
        return False
    return after != " " and before[-1] not in NOT_AT_END and after[0] not in NOT_AT_START


def _runs(spaced: Iterable[tuple[_Atom, int]], setting: Setting) -> Iterator[Run]:
    """Neighbours that are set alike in one run."""
    text, facts = "", ("", 0)
    for atom, extra in spaced:
        style = _style(atom.role, setting.role)
        if text and facts != (style, extra):
            yield _run(text, *facts, setting.size)
            text = ""
        text, facts = text + atom.text, (style, extra)
    if text:
        yield _run(text, *facts, setting.size)


def _style(role: Role, base: Role) -> str:
    if role is Role.LATIN:
        return LATIN
    return "" if role is base else STYLES[role]


def _run(text: str, style: str, extra: int, size: Size) -> Run:
    """A run; its style says the spacing of 3号, every other size its own."""
    usual = size.latin_spacing if style == LATIN else size.spacing
    of_style = BODY.latin_spacing if style == LATIN else size.spacing
    spacing = usual + extra if extra or usual != of_style else None
    return Run(text, style, spacing)
