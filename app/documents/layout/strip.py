"""Strips: the horizontal pieces of a document, each laid out once, stacked later at any pitch.

A strip is either a number of text rows, which stand on the grid of the page, or a height in
millimetres. Its operations count from its own top, so trying another line pitch costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.documents.layout.ops import Op
from app.documents.standard import CELL, LEFT, TEXT_HEIGHT, TEXT_WIDTH


@dataclass(frozen=True, slots=True)
class Column:
    """Between which edges text stands, in millimetres from the paper's left."""

    left: float
    width: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def middle(self) -> float:
        return self.left + self.width / 2


UPRIGHT: Final = Column(LEFT, TEXT_WIDTH)
ACROSS: Final = Column(0.0, TEXT_HEIGHT)
"""The text area of a turned page, from its own corner."""


class Kind(StrEnum):
    TEXT = "text"
    """A line of the body: what must accompany a signature."""
    NOTE = "note"
    """An attachment note, a closing field."""
    SIGNATURE = "signature"
    BLANK = "blank"
    """Vanishes at the top of a page."""


@dataclass(frozen=True, slots=True)
class Strip:
    """*keep* holds it to the next strip.

    *head* is repeated above it when it opens a page; *closing* is drawn below it when the page ends
    there, *opening* with it unless it continues a strip that has a closing.
    """

    ops: tuple[Op, ...] = ()
    rows: int = 0
    height: float = 0.0
    kind: Kind = Kind.TEXT
    keep: bool = False
    head: tuple[Strip, ...] = ()
    opening: tuple[Op, ...] = ()
    closing: tuple[Op, ...] = ()

    def advance(self, pitch: float) -> float:
        """From its top to that of the next strip."""
        return self.rows * pitch + self.height

    def need(self, pitch: float) -> float:
        """Room it needs: the last row of a page needs no white below it."""
        return self.advance(pitch) - (pitch - CELL if self.rows else 0.0)


def blank(rows: int = 1, *, keep: bool = False) -> Strip:
    return Strip(rows=rows, kind=Kind.BLANK, keep=keep)
