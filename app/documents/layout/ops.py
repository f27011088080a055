"""What a painter draws, in millimetres from the upper left corner of the page.

Painters decide nothing: every position, face and width is settled here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from app.documents import standard
from app.documents.standard import PAGE_HEIGHT, PAGE_WIDTH


class Colour(StrEnum):
    BLACK = "black"
    RED = "red"
    PALE = "pale"
    """Of the exercise mark: read at a glance, covering nothing."""


SHADES: Final = MappingProxyType(
    {
        Colour.BLACK: standard.BLACK,
        Colour.RED: standard.RED,
        Colour.PALE: standard.PALE,
    }
)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """*text* in one face from *x* on *baseline*; each character is followed by *spacing* of white.

    *size* is the em. *angle* turns the text about its origin, in degrees against the clock.
    """

    x: float
    baseline: float
    text: str
    face: str
    size: float
    spacing: float = 0.0
    colour: Colour = Colour.BLACK
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line; *dash* is the length of its dashes and gaps, 0 for a full line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: Colour = Colour.BLACK
    dash: float = 0.0


@dataclass(frozen=True, slots=True)
class Modules:
    """A square matrix of 0 and 1, its upper left corner at *x*, *y*."""

    x: float
    y: float
    side: float
    matrix: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seal:
    """Where a seal will be set by hand, its middle at *x*, *y*: kept free, and never drawn."""

    x: float
    y: float
    diameter: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where a heading stands, for the outline of a long document; never drawn."""

    y: float
    text: str
    level: int = 0


Op: TypeAlias = Glyphs | Stroke | Modules | Seal | Bookmark


@dataclass(frozen=True, slots=True)
class Page:
    """*width* and *height* of its paper; upright A4 unless said otherwise.

    *seals* and *bookmarks* are no operations: nothing of them is drawn. *numbered*: a page number
    is among the operations of a document's page.
    """

    ops: tuple[Op, ...]
    width: float = PAGE_WIDTH
    height: float = PAGE_HEIGHT
    seals: tuple[Seal, ...] = ()
    numbered: bool = True
    bookmarks: tuple[Bookmark, ...] = ()


def lowered(ops: Iterable[Op], by: float) -> tuple[Op, ...]:
    """*ops* moved down the page."""
    return tuple(_lowered(op, by) for op in ops)


def _lowered(op: Op, by: float) -> Op:
    match op:
        # Named one by one: ``replace`` takes half the time a long report is composed in.
        case Glyphs(x, baseline, text, face, size, spacing, colour, angle):
            return Glyphs(x, baseline + by, text, face, size, spacing, colour, angle)
        case Stroke(x1, y1, x2, y2, width, shade, dash):
            return Stroke(x1, y1 + by, x2, y2 + by, width, shade, dash)
        case Modules() | Seal() | Bookmark():
            return replace(op, y=op.y + by)


def turned(ops: Iterable[Op], left: float, bottom: float) -> tuple[Op, ...]:
    """*ops* with their upper left corner at the lower left one of the area at *left*, *bottom*.

    What was the top is the left then, as a table across the paper is bound (7.5).
    """
    return tuple(_turned(op, left, bottom) for op in ops)


def _turned(op: Op, left: float, bottom: float) -> Op:
    match op:
        case Glyphs():
            x, baseline = left + op.baseline, bottom - op.x
            return replace(op, x=x, baseline=baseline, angle=op.angle + 90.0)
        case Stroke():
            one, other = (left + op.y1, bottom - op.x1), (left + op.y2, bottom - op.x2)
            return replace(op, x1=one[0], y1=one[1], x2=other[0], y2=other[1])
        case Modules():
            matrix = tuple("".join(column) for column in zip(*op.matrix, strict=True))[::-1]
            return replace(op, x=left + op.y, y=bottom - op.x - op.side, matrix=matrix)
        case Seal():
            return replace(op, x=left + op.y, y=bottom - op.x)
        case Bookmark():
            return op
