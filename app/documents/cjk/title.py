"""Titles: words kept whole, lines in the shape of a trapezium or a lozenge (7.3.1).

A line feed in the title is a wanted break and decides. Otherwise every division into the least
number of lines is weighed; a long title is divided by the same weights, line after line.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Final

from app.documents.cjk.breaker import may_break
from app.documents.cjk.tokens import Measure, Token, split, tokenise
from app.documents.cjk.words import divided
from app.documents.fonts.face import Role

_POOR_START: Final = frozenset("的和与及、/）》〉”’")
_POOR_END: Final = frozenset("《〈“‘（关于对和与及在将被")
_KINDS: Final = ("有限公司", "有限责任公司", "股份有限公司")
"""What a firm's name does not leave to the next line; the name before it is no known word."""
_PARTS: Final = frozenset("的和与及、《》“”（）\u3000 ")
"""Signs and particles beside which a word is no longer than it looks."""
_WORD_BROKEN: Final = 60.0
_NAME_BROKEN: Final = 400.0
_UNKNOWN: Final = 8.0
"""Of an end between two characters of no known word: they may be one."""
_POOR: Final = 25.0
_SAME_LENGTH: Final = 12.0
_HOURGLASS: Final = 30.0
_FORBIDDEN: Final = 10_000.0
_MOST_WEIGHED: Final = 3
_LONG: Final = 4
"""Lines of a title that takes no further one for a word: it leaves too little room as it is."""


def break_title(
    text: str, measure: Measure, width: float, names: Collection[str] = ()
) -> tuple[str, ...]:
    """The lines of *text*, none wider than *width* em where that can be avoided.

    *names* are kept whole like words; a space at the end of a line is dropped.
    """
    return tuple(
        line for part in text.split("\n") for line in _lines(part.strip(), measure, width, names)
    ) or ("",)


def _lines(text: str, measure: Measure, width: float, names: Collection[str]) -> tuple[str, ...]:
    tokens = tuple(_narrowed(tokenise([(text, Role.TITLE)], measure), measure, width))
    count = math.ceil(_Widths(tokens).ink(0, len(tokens)) / width - 1e-9)
    inside = _weights(text, names)
    if count <= 1:
        return (text,)
    worth = _WORD_BROKEN if count < _LONG else _NAME_BROKEN
    tried: list[tuple[float, tuple[int, ...]]] = []
    for lines in range(count, count + _MOST_WEIGHED):
        tried.append(_best(tokens, lines, width, inside))
        if tried[-1][0] < worth:
            break
    return _texts(tokens, min(tried)[1])


def _narrowed(tokens: Sequence[Token], measure: Measure, width: float) -> Iterator[Token]:
    """*tokens* with a code that is longer than a line cut."""
    for token in tokens:
        rest = token
        while rest.width > width and len(rest.text) > 1:
            part, rest = split(rest, max(1, int(len(rest.text) * width / rest.width) - 1), measure)
            yield part
        yield rest


def _texts(tokens: Sequence[Token], ends: Sequence[int]) -> tuple[str, ...]:
    starts = (0, *ends[:-1])
    return tuple(
        "".join(token.text for token in tokens[start:end]).strip()
        for start, end in zip(starts, ends, strict=True)
    )


class _Widths:
    """The widths of all stretches of some tokens, in em, without spaces at either end."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._blank = [token.text.isspace() for token in tokens]
        self._before = [*accumulate((token.width for token in tokens), initial=0.0)]

    def ink(self, start: int, end: int) -> float:
        while start < end and self._blank[start]:
            start += 1
        while start < end and self._blank[end - 1]:
            end -= 1
        return self._before[end] - self._before[start]


def _best(
    tokens: tuple[Token, ...], lines: int, width: float, inside: Mapping[int, float]
) -> tuple[float, tuple[int, ...]]:
    """The least weight of dividing *tokens* into *lines*, and where each line ends."""
    whole, widths = len(tokens), _Widths(tokens)
    aim = widths.ink(0, whole) / lines
    before = _lengths(tokens)

    def line_weight(start: int, end: int) -> float:
        length = widths.ink(start, end)
        weight = (length - aim) ** 2 + (_FORBIDDEN if length > width else 0.0)
        if end < whole:
            weight += _break_weight(tokens[end - 1], tokens[end])
            weight += inside.get(before[end], 0.0)
        return weight

    @cache
    def divide(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            return line_weight(start, whole), (whole,)
        ends = list(_ends(tokens, start, whole - left + 1, width))
        # What is left must fit into the lines that are left; other ends need not be weighed.
        fitting = [end for end in ends if widths.ink(end, whole) <= (left - 1) * width]
        found = [
            (line_weight(start, end) + rest[0] + _shape(widths, start, end, rest[1]), end, rest[1])
            for end in fitting or ends[-1:]
            for rest in (divide(end, left - 1),)
        ]
        weight, end, following = min(found, default=(math.inf, whole, ()))
        return weight, (end, *following)

    return divide(0, lines)


def _ends(tokens: Sequence[Token], start: int, last: int, width: float) -> Iterator[int]:
    """Where a line from *start* may end: while it is not too wide, and once at least."""
    used = 0.0
    for end in range(start + 1, last + 1):
        used += tokens[end - 1].width
        if used > width and end > start + 1:
            return
        yield end


def _break_weight(before: Token, after: Token) -> float:
    if not may_break(before, after):
        return _FORBIDDEN
    poor = (before.text[-1] in _POOR_END) + (after.text[0] in _POOR_START)
    return poor * _POOR


def _shape(widths: _Widths, start: int, end: int, ends: tuple[int, ...]) -> float:
    """A rectangle or an hourglass is not wanted."""
    bounds = (start, end, *ends[:2])
    sizes = [widths.ink(one, two) for one, two in pairwise(bounds)]
    weight = _SAME_LENGTH if abs(sizes[0] - sizes[1]) < 1 else 0.0
    if len(sizes) == 3 and sizes[0] > sizes[1] < sizes[2]:
        weight += _HOURGLASS
    return weight


def _lengths(tokens: Sequence[Token]) -> list[int]:
    """For each token, how many characters stand before it."""
    total, lengths = 0, []
    for token in tokens:
        lengths.append(total)
        total += len(token.text)
    return lengths


def _weights(text: str, names: Collection[str]) -> dict[int, float]:
    """What a line that ends before a character of *text* weighs, unless it is nothing."""
    found: dict[int, float] = {}
    known = True
    for start, end, is_word in divided(text, names):
        if not (known or is_word or text[start - 1] in _PARTS or text[start] in _PARTS):
            found[start] = _UNKNOWN
        if text[start:end] in _KINDS:
            found[start] = _POOR
        weight = _NAME_BROKEN if text[start:end] in names else _WORD_BROKEN
        found.update(dict.fromkeys(range(start + 1, end), weight))
        known = is_word
    return found
