"""What the page needs to know of a face: advances, ink and coverage, all in em.

One em is the body size, so a Chinese character advances 1.0. Up is positive, the baseline is 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class Role(StrEnum):
    """The style a text is set in; GB/T 9704-2012 names styles, never vendors (5.2.2, 7.2.4)."""

    TITLE = "title"
    """小标宋体: the agency line and the title."""
    BODY = "body"
    """仿宋体: everything the standard does not name."""
    HEI = "hei"
    """黑体: 一、 headings, 附件, urgency."""
    KAI = "kai"
    """楷体: （一） headings."""
    LATIN = "latin"
    """Digits and letters of half width."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The box a glyph blackens, in em from its origin on the baseline."""

    left: float
    bottom: float
    right: float
    top: float


class Face(Protocol):
    """One TrueType file; metrics are read when first asked for."""

    @property
    def name(self) -> str:
        """Unique in its font set, ASCII, usable as a PDF font name."""

    @property
    def path(self) -> Path:
        """The file a painter embeds."""

    @property
    def index(self) -> int:
        """Which font of the file, where it is a collection; 0 in any other."""

    @property
    def sha256(self) -> str:
        """Of the file, in hex."""

    def covers(self, char: str) -> bool: ...

    def advance(self, char: str) -> float:
        """Its width in em; 0.0 when the face does not cover it."""

    def ink(self, char: str) -> Ink:
        """Its ink in em; an empty box for a space or when the face does not cover it."""


class FontSet(Protocol):
    """The faces of one office, with a fallback for each character."""

    def face_for(self, char: str, role: Role) -> Face | None:
        """The face that draws *char* in *role*; None when no face covers it."""
