"""Lines of Chinese text.

A line is filled; when it may not end there, up to two more characters are pushed in if the
punctuation of the line can give way for them, otherwise characters are pushed out to the next
line. Only where it would leave a hole is a long code divided, if possible where it is joined, and a
发文字号 behind its year. Nothing hangs in the margin.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from app.documents.cjk.classes import CLOSING, NOT_AT_END, NOT_AT_START, PAIRED, UNITS
from app.documents.cjk.tokens import Measure, Token, split, tokenise
from app.documents.fonts.face import Role

_PUSHED_IN: Final = 2
_SQUEEZE: Final = 1.0
"""Em a line gives up at most."""
_HOLE: Final = 3.0
"""Em of white a line is stretched over; wider holes divide a code or stay at the right."""
_HOLE_PART: Final = 0.1
"""Of a short line a smaller hole already shows."""
_NUMBER_HOLE: Final = 3.5
"""Em of white one would leave rather than divide a 发文字号."""
_LONG_CODE: Final = 16
"""Characters from which a code may be divided anywhere; a telephone number is never."""
_CODE_START: Final = 8
_CODE_END: Final = 4
"""Characters of a divided code on either line at least."""
_JOINTS: Final = frozenset("-/._")
"""Signs behind which a code is divided rather than elsewhere."""
_JOINTED: Final = 2
"""Such signs of a shorter code that may be divided, behind one of them."""
_JOINT_START: Final = 3
_ORPHAN: Final = 3
"""Characters taken over so that no paragraph ends with a line of one (孤字不成行)."""
_MOST_IN_EM: Final = 6
_BEYOND: Final = 8
"""No line holds more tokens than its em times the first; so many behind it decide where it ends."""
_ROUNDING: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Line:
    """*width* is the room in em behind *indent*; *closed* is False where a paragraph ends."""

    tokens: tuple[Token, ...]
    indent: float
    width: float
    closed: bool

    @property
    def text(self) -> str:
        return "".join(token.text for token in self.tokens)


def break_lines(
    segments: Iterable[tuple[str, Role]],
    measure: Measure,
    width: float,
    *,
    first: float = 0.0,
    hanging: float = 0.0,
) -> tuple[Line, ...]:
    """The lines of one paragraph of *width* em.

    *first* is the indent of the first line, *hanging* that of the others. At least one line comes
    back; joined, the lines are the text.
    """
    tokens = list(tokenise(segments, measure))
    lines: list[Line] = []
    indent, start = first, 0
    while start < len(tokens):
        room = width - indent
        end = start + int(room * _MOST_IN_EM) + _BEYOND
        tokens[start:end] = waiting = _divided(tokens[start:end], room, measure)
        count = _count(waiting, room)
        start += count
        lines.append(Line(tuple(waiting[:count]), indent, room, closed=start < len(tokens)))
        indent = hanging
    return _companioned(lines) or (Line((), first, width - first, closed=False),)


def _companioned(lines: list[Line]) -> tuple[Line, ...]:
    """*lines* with more than one character and its signs on the last, where that costs no hole."""
    if len(lines) < 2 or not _is_orphan(lines[-1]):
        return tuple(lines)
    *others, before, last = lines
    for count in range(1, min(_ORPHAN, len(before.tokens) - 1) + 1):
        kept, taken = before.tokens[:-count], before.tokens[-count:]
        if may_break(kept[-1], taken[0]) and before.width - ink_width(kept) <= _HOLE:
            end = replace(last, tokens=(*taken, *last.tokens))
            return (*others, replace(before, tokens=kept), end)
    return tuple(lines)


def _is_orphan(line: Line) -> bool:
    said = [token for token in trimmed(line.tokens) if token.text not in CLOSING]
    return len(said) == 1 and len(said[0].text) == 1


def ink_width(tokens: Iterable[Token]) -> float:
    """The width of *tokens* in em, without spaces at either end."""
    return sum(token.width for token in trimmed(tokens))


def trimmed(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """*tokens* without spaces at either end."""
    kept = list(tokens)
    while kept and kept[-1].is_space:
        kept.pop()
    while kept and kept[0].is_space:
        kept.pop(0)
    return tuple(kept)


def may_break(before: Token, after: Token) -> bool:
    """Whether a line may end between the two."""
    if after.is_space:
        return False
    if before.text[-1] in PAIRED and before.text[-1] == after.text[0]:
        return False
    if before.text[-1] in NOT_AT_END or after.text[0] in NOT_AT_START:
        return False
    return not _is_figure_with(before, after)


def _is_figure_with(before: Token, after: Token) -> bool:
    """A figure with its unit, or the number behind the year of a 发文字号."""
    if before.is_latin:
        return before.text[-1].isdecimal() and after.text[0] in UNITS
    return _is_numbered(before, after)


def _is_numbered(before: Token, after: Token) -> bool:
    return before.text == "〕" and after.is_latin


def _fitting(tokens: list[Token], room: float) -> int:
    """How many tokens fit, spaces behind them included; at least one."""
    used, count = 0.0, 0
    for count, token in enumerate(tokens, 1):
        used += token.width
        if used > room + _ROUNDING and not token.is_space:
            return max(1, count - 1)
    return count


def _count(tokens: list[Token], room: float) -> int:
    fitting = _fitting(tokens, room)
    if fitting == len(tokens) or may_break(tokens[fitting - 1], tokens[fitting]):
        return fitting
    count = _pushed_in(tokens, fitting, room) or _pushed_out(tokens, fitting) or fitting
    if room - ink_width(tokens[:count]) <= _NUMBER_HOLE:
        return count
    return _behind_year(tokens, count, fitting) or count


def _behind_year(tokens: list[Token], count: int, fitting: int) -> int:
    """Where a 发文字号 may be divided after all, behind its year; 0: nowhere in the hole."""
    found = (at for at in range(fitting, count, -1) if _is_numbered(tokens[at - 1], tokens[at]))
    return next(found, 0)


def _pushed_in(tokens: list[Token], fitting: int, room: float) -> int:
    for count in range(fitting + 1, min(fitting + _PUSHED_IN, len(tokens)) + 1):
        line = tokens[:count]
        over = ink_width(line) - room
        if over > min(_SQUEEZE, sum(token.gives for token in line)) + _ROUNDING:
            return 0
        if count == len(tokens) or may_break(tokens[count - 1], tokens[count]):
            return count
    return 0


def _pushed_out(tokens: list[Token], fitting: int) -> int:
    for count in range(fitting - 1, 0, -1):
        if may_break(tokens[count - 1], tokens[count]):
            return count
    return 0


def _divided(tokens: list[Token], room: float, measure: Measure) -> list[Token]:
    """*tokens* with the code at the end of the line cut where it would leave a hole."""
    fitting = _fitting(tokens, room)
    too_wide = tokens[0].width > room + _ROUNDING
    place = 0 if too_wide else fitting
    if place == len(tokens) or not tokens[place].is_latin:
        return tokens
    hole = room - ink_width(tokens[:place])
    if not too_wide and hole <= min(_HOLE, _HOLE_PART * room):
        return tokens
    cut = _cut(tokens[place].text, hole, measure, forced=place == 0)
    if not cut:
        return tokens
    return [*tokens[:place], *split(tokens[place], cut, measure), *tokens[place + 1 :]]


def _cut(text: str, hole: float, measure: Measure, *, forced: bool) -> int:
    """Where to cut *text* so that its first part fills *hole*; 0 to leave it whole."""
    jointed = sum(char in _JOINTS for char in text) >= _JOINTED
    if not (forced or jointed or len(text) >= _LONG_CODE):
        return 0
    end = 1 if forced else _CODE_END
    most = min(_fill(text, hole, measure), len(text) - end)
    if at := _joint(text, most):
        return at
    if forced:
        return min(max(_legal(text, most, 1), 1), len(text) - end)
    count = _legal(text, most, _CODE_START) if len(text) >= _LONG_CODE else 0
    return count if count >= _CODE_START else 0


def _joint(text: str, most: int) -> int:
    """The last place at or before *most* behind a sign that joins parts of a code; 0: none."""
    return next(
        (
            at
            for at in range(most, _JOINT_START - 1, -1)
            if text[at - 1] in _JOINTS and text[at] not in NOT_AT_START | _JOINTS
        ),
        0,
    )


def _legal(text: str, count: int, least: int) -> int:
    while count > least and text[count] in NOT_AT_START:
        count -= 1
    return count


def _fill(text: str, hole: float, measure: Measure) -> int:
    """How many characters of *text* fit into *hole*."""
    used = 0.0
    for count, char in enumerate(text):
        used += measure(char)
        if used > hole + _ROUNDING:
            return count
    return len(text)
