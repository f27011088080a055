"""Strips stacked into pages, and the pitch at which no signature stands alone.

The standard forbids the note 此页无正文 and asks for the line spacing to be adjusted instead
(7.3.5.5). Every pitch is tried and the one with the least white and the least change is taken.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.documents.layout.ops import Op, lowered
from app.documents.layout.strip import Kind, Strip
from app.documents.model import Block
from app.documents.standard import (
    ABOVE_FOOT,
    BOTTOM,
    CELL,
    COMPANIONS,
    DATE_ABOVE_FOOT,
    LINES,
    PITCH,
    TABLE_PADDING,
    TABLE_TIGHTER,
    TOP,
)

_ROWS_TRIED: Final = (LINES, *(LINES + half / 2 for half in (1, -1, 2, -2, 3, -3)))
"""Lines a page would hold at each pitch tried; the standard's own number comes first."""
_CHANGE_WEIGHT: Final = 3.0
"""Lines of white one would leave rather than put a line more or less on every page."""
_PARTED: Final = 4.0
"""Lines of white one would leave rather than print 抄送 alone on a page."""
_LONGEST_CHAIN: Final = 18
"""Rows kept together with a signature; a longer list of attachments is divided."""
_LEAST_CHAIN: Final = 4
"""Rows above a signature kept with it, however many agencies sign."""
_FEW_PAGES: Final = 3
"""Of a longer table nobody sees how its last page is filled."""
_ROUNDING: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Area:
    """Where strips may stand on a page, in millimetres from the paper's top."""

    top: float
    bottom: float


_UPRIGHT: Final = Area(TOP, BOTTOM)


@dataclass(frozen=True, slots=True)
class Stack:
    """One page: its operations, from where a foot may stand on it, what it could not fill.

    *shows_text*: a line of the body is among them. *numbered*: it bears its page number (7.5).
    """

    ops: tuple[Op, ...]
    end: float
    unfilled: float
    shows_text: bool = False
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Stacked:
    pitch: float
    pages: tuple[Stack, ...]


@dataclass(frozen=True, slots=True)
class _Filled:
    """A page before its operations are put where they belong; most pitches come no further."""

    pieces: tuple[tuple[tuple[Op, ...], float], ...]
    end: float
    unfilled: float
    shows_text: bool

    def drawn(self) -> Stack:
        ops = tuple(op for piece, y in self.pieces for op in lowered(piece, y))
        return Stack(ops, self.end, self.unfilled, self.shows_text)


def stacked(strips: Sequence[Strip], first_top: float, foot: float) -> Stacked:
    """*strips* on pages, the first of which begins *first_top* from the paper's top.

    *foot* is the height of what must stand below the last strip.
    """
    held = _with_companions(strips, foot)
    best: tuple[_Filled, ...] = ()
    pitch, least = float(PITCH), math.inf
    for tried, change in _pitches():
        if change >= least:
            continue
        pages = _filled(held, first_top, tried, _UPRIGHT, foot)
        weight = _white(pages, foot) + change
        if weight < least:
            best, pitch, least = pages, tried, weight
    return Stacked(pitch, tuple(page.drawn() for page in best))


def _pitches() -> Iterator[tuple[float, float]]:
    """Each pitch and what its change weighs."""
    for rows in _ROWS_TRIED:
        pitch = PITCH * (LINES - 1) / (rows - 1)
        yield pitch, abs(PITCH / pitch - 1) * LINES * _CHANGE_WEIGHT


def _white(pages: Sequence[_Filled], foot: float) -> float:
    white = sum(page.unfilled for page in pages[:-1]) / PITCH
    room = BOTTOM - pages[-1].end
    parted = _PARTED if foot and foot > room else 0.0
    return math.floor(white + 0.05) + parted


def _with_companions(strips: Sequence[Strip], foot: float) -> list[Strip]:
    """The strips with the last body lines held to the signature, or to what stands at the foot."""
    held = list(strips)
    ends = [index for index, strip in enumerate(held) if strip.kind is Kind.SIGNATURE]
    if not ends:
        if foot and len(held) > 1:
            held[-2] = replace(held[-2], keep=True)
        return held
    texts = [index for index in range(ends[0]) if held[index].kind is Kind.TEXT]
    few = int(COMPANIONS)
    start = texts[-few] if len(texts) >= few else 0
    room = _LONGEST_CHAIN * PITCH - _height(held[ends[0] :])
    longest = max(room, _LEAST_CHAIN * PITCH)
    while start < ends[0] - 1 and _height(held[start : ends[0]]) > longest:
        start += 1
    for index in range(start, ends[0]):
        held[index] = replace(held[index], keep=True)
    return held


def _clearance(above: Strip | None) -> float:
    """Least white between *above* and what stands at the foot of its page."""
    signed = above is not None and above.kind is Kind.SIGNATURE
    return DATE_ABOVE_FOOT if signed else ABOVE_FOOT


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.advance(PITCH) for strip in strips)


def _groups(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


def fewest_pages(body: Sequence[Block], laid: Callable[[float], Stacked]) -> Stacked:
    """What *laid* makes of *body* with a padding of its tables; tighter where that saves a page."""
    usual = laid(TABLE_PADDING)
    tables = any(block.table for block in body)
    if not (tables and 1 < len(usual.pages) <= _FEW_PAGES):
        return usual
    tighter = (laid(padding) for padding in TABLE_TIGHTER)
    return next((each for each in tighter if len(each.pages) < len(usual.pages)), usual)


def at_pitch(
    strips: Sequence[Strip],
    first_top: float,
    pitch: float,
    area: Area = _UPRIGHT,
    foot: float = 0.0,
) -> Stacked:
    """*strips* on pages at *pitch*, as they come, *foot* millimetres left below the last."""
    pages = _filled(strips, first_top, pitch, area, foot)
    return Stacked(pitch, tuple(page.drawn() for page in pages))


def _filled(
    strips: Sequence[Strip], first_top: float, pitch: float, area: Area, foot: float
) -> tuple[_Filled, ...]:
    stack = _Stacking(first_top, pitch, area)
    *before, last = [*_groups(strips)] or [[]]
    for group in before:
        stack.add(group)
    stack.add(last, foot + _clearance(last[-1]) if foot and last else 0.0)
    return stack.finished()


class _Stacking:
    """The page being filled."""

    def __init__(self, first_top: float, pitch: float, area: Area) -> None:
        self._pitch = pitch
        self._area = area
        self._origin = float(first_top)
        self._y = self._origin
        self._empty = True
        self._fresh = False
        self._shows_text = False
        self._pieces: list[tuple[tuple[Op, ...], float]] = []
        self._last: Strip | None = None
        self._pages: list[_Filled] = []

    def add(self, group: list[Strip], below: float = 0.0) -> None:
        """Put *group* on this page, on the next, or strip by strip when no page holds it.

        *below* is left free under it where a page has so much room.
        """
        if group and self._height(group) + below > self._area.bottom - self._area.top:
            below = 0.0
        if self._end_of(group) + below <= self._area.bottom + _ROUNDING:
            return self._put_all(group)
        if self._height(group) > self._area.bottom - self._area.top:
            held = self._end_that_fits(group)
            for strip in group[:held]:
                if self._end_of([strip]) > self._area.bottom + _ROUNDING and not self._empty:
                    self._break(strip)
                self._put(strip)
            return self.add(rest) if (rest := group[held:]) else None
        if not self._empty or not self._fresh:
            self._break(group[0])
        return self._put_all(group)

    def _end_that_fits(self, group: list[Strip]) -> int:
        """From where *group* is kept together although no page holds all of it."""
        room = self._area.bottom - self._area.top
        return next(
            (at for at in range(1, len(group)) if self._height(group[at:]) <= room), len(group)
        )

    def finished(self) -> tuple[_Filled, ...]:
        self._close_page()
        return tuple(self._pages)

    def _put_all(self, group: list[Strip]) -> None:
        for strip in group:
            self._put(strip)

    def _height(self, group: list[Strip]) -> float:
        head = sum(strip.advance(self._pitch) for strip in group[0].head)
        return head + sum(strip.advance(self._pitch) for strip in group)

    def _end_of(self, group: list[Strip]) -> float:
        """Where *group* would end on this page."""
        y, end = self._y, self._y
        for strip in group:
            if self._vanishes(strip) and y == self._y:
                continue
            y = self._snapped(y, strip)
            end = y + strip.need(self._pitch)
            y += strip.advance(self._pitch)
        return end

    def _put(self, strip: Strip) -> None:
        if self._vanishes(strip):
            return
        self._y = self._snapped(self._y, strip)
        opens = self._last is None or not self._last.closing
        ops = strip.ops + (strip.opening if opens else ())
        self._pieces.append((ops, self._y))
        self._y += strip.advance(self._pitch)
        self._empty, self._last = False, strip
        self._shows_text |= strip.kind is Kind.TEXT

    def _vanishes(self, strip: Strip) -> bool:
        return strip.kind is Kind.BLANK and self._empty and self._fresh

    def _snapped(self, y: float, strip: Strip) -> float:
        """Text rows stand on the grid of the page, which begins where its text begins."""
        if not strip.rows:
            return y
        row = math.ceil((y - self._origin) / self._pitch - 1e-3)
        return self._origin + row * self._pitch

    def _break(self, first: Strip) -> None:
        self._close_page()
        self._origin = self._y = float(self._area.top)
        self._empty, self._fresh, self._pieces, self._last = True, True, [], None
        self._shows_text = False
        for strip in first.head:
            self._put(strip)

    def _close_page(self) -> None:
        if self._last and self._last.closing:
            self._pieces.append((self._last.closing, self._y))
        white = max(0.0, self._area.bottom - self._y)
        below = self._pitch - CELL if self._last and self._last.rows else 0.0
        end = self._y - below + _clearance(self._last)
        self._pages.append(_Filled(tuple(self._pieces), end, white, self._shows_text))
