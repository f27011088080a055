"""Text into glyphs: a face for every character, a place for every token."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from app.documents.cjk.breaker import Line, break_lines, ink_width
from app.documents.cjk.classes import OPENING
from app.documents.cjk.justify import Placed, place
from app.documents.cjk.tokens import Token, is_latin, tokenise
from app.documents.fonts.face import Face, FontSet, Role
from app.documents.layout.ops import Colour, Glyphs
from app.documents.standard import BASELINE

_TOLERANCE: Final = 0.002
"""Millimetres two glyphs of one run may stray from even spacing."""
_WIDE_SPACE: Final = "\u3000"
"""Takes a cell and is not drawn."""


class _Known(NamedTuple):
    """A character in a role; all but the face in em. *step* leads to the next character."""

    face: Face
    advance: float
    inset: float
    step: float


@dataclass(slots=True)
class _Run:
    """Characters of one face and even spacing: they are drawn with one instruction."""

    face: Face
    x: float
    end: float
    text: str
    spacing: float = 0.0

    def takes(self, char: str, known: _Known, x: float, size: float) -> bool:
        """Whether it goes on with *char* at *x*; if so, it has."""
        white = x - self.end
        if known.face is not self.face:
            return False
        if len(self.text) > 1:
            if abs(white - self.spacing) >= _TOLERANCE:
                return False
        elif abs(white) >= self.end - self.x:
            return False
        else:
            self.spacing = white
        self.text += char
        self.end = x + known.advance * size
        return True


class Typesetter:
    """Sets text in the faces of one font set and remembers which faces it used."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._faces: dict[tuple[str, Role], Face] = {}
        self._advances: dict[tuple[str, Role], float] = {}
        self._known: dict[Role, dict[str, _Known]] = {role: {} for role in Role}

    @property
    def used(self) -> tuple[Face, ...]:
        """The faces drawn with so far, by name."""
        return tuple(sorted(set(self._faces.values()), key=lambda face: face.name))

    def face(self, char: str, role: Role) -> Face:
        key = char, role
        if key not in self._faces:
            found = self._fonts.face_for(char, role)
            if found is None:
                raise LookupError(f"no face draws {char!r}")
            self._faces[key] = found
        return self._faces[key]

    def measure(self, char: str) -> float:
        """Em of a half-width character."""
        return self._advance(char, Role.LATIN)

    def measure_title(self, char: str) -> float:
        """Em of a half-width character in the face of titles."""
        return self._advance(char, Role.TITLE)

    def width(self, text: str, size: float, role: Role = Role.BODY) -> float:
        """Millimetres *text* takes on one line."""
        if role is Role.TITLE:
            return sum(self._knows(char, role).step for char in text) * size
        return ink_width(tokenise([(text, Role.BODY)], self.measure)) * size

    def lines(
        self,
        segments: Iterable[tuple[str, Role]],
        width: float,
        size: float,
        *,
        first: float = 0.0,
        hanging: float = 0.0,
    ) -> tuple[Line, ...]:
        """The lines of a paragraph of *width* millimetres; the indents are in em."""
        return break_lines(segments, self.measure, width / size, first=first, hanging=hanging)

    def set_line(self, line: Line, x: float, top: float, size: float) -> tuple[Glyphs, ...]:
        """The glyphs of *line*, its characters' boxes *top* below the origin."""
        return self._drawn(place(line), x, top + BASELINE * size, size, Colour.BLACK)

    def set_text(
        self,
        text: str,
        role: Role,
        x: float,
        baseline: float,
        size: float,
        colour: Colour = Colour.BLACK,
    ) -> tuple[Glyphs, ...]:
        """*text* on one line at its natural width.

        The figures of a title are of the title's own face: others look thin beside it.
        """
        if role is Role.TITLE:
            return self._natural(text, role, x, baseline, size, colour)
        tokens = tokenise([(text, role)], self.measure)
        line = Line(tokens, 0.0, ink_width(tokens), closed=False)
        return self._drawn(place(line), x, baseline, size, colour)

    def set_proportional(
        self, text: str, role: Role, x: float, baseline: float, size: float
    ) -> tuple[Glyphs, ...]:
        """*text* wholly in the face of *role*, figures and letters too."""
        return tuple(
            Glyphs(round(left, 4), round(baseline, 4), char, self.face(char, role).name, size)
            for char, left in zip(text, self._lefts(text, role, x, size), strict=True)
        )

    def _natural(
        self, text: str, role: Role, x: float, baseline: float, size: float, colour: Colour
    ) -> tuple[Glyphs, ...]:
        """*text* wholly in the face of *role*, a run for each face that stands in."""
        return self._drawn([Placed(Token(text, 0.0, role), 0.0)], x, baseline, size, colour)

    def proportional_width(self, text: str, role: Role, size: float) -> float:
        return sum(self._advance(char, role) for char in text) * size

    def _lefts(self, text: str, role: Role, x: float, size: float) -> Iterator[float]:
        for char in text:
            yield x
            x += self._advance(char, role) * size

    def _advance(self, char: str, role: Role) -> float:
        key = char, role
        if key not in self._advances:
            self._advances[key] = self.face(char, role).advance(char)
        return self._advances[key]

    def _drawn(
        self, placed: Sequence[Placed], x: float, baseline: float, size: float, colour: Colour
    ) -> tuple[Glyphs, ...]:
        return tuple(
            Glyphs(
                round(run.x, 4),
                round(baseline, 4),
                run.text,
                run.face.name,
                size,
                round(run.spacing, 5),
                colour,
            )
            for run in self._runs(placed, x, size)
        )

    def _runs(self, placed: Sequence[Placed], x: float, size: float) -> list[_Run]:
        runs: list[_Run] = []
        for token, at in placed:
            left, known = x + at * size, self._known[token.role]
            for char in token.text:
                each = known.get(char) or self._learnt(char, token.role)
                start = left + each.inset * size
                left += each.step * size
                if char == _WIDE_SPACE:
                    continue
                if not (runs and runs[-1].takes(char, each, start, size)):
                    runs.append(_Run(each.face, start, start + each.advance * size, char))
        return runs

    def _knows(self, char: str, role: Role) -> _Known:
        return self._known[role].get(char) or self._learnt(char, role)

    def _learnt(self, char: str, role: Role) -> _Known:
        """Figures and letters stand as their face says, everything else in cells of an em."""
        advance = self._advance(char, role)
        natural = role is Role.LATIN or (role is Role.TITLE and is_latin(char))
        inset, step = (0.0, advance) if natural else (_inset(char, 1.0 - advance), 1.0)
        self._known[role][char] = _Known(self.face(char, role), advance, inset, step)
        return self._known[role][char]


def _inset(char: str, spare: float) -> float:
    """Where a glyph stands in its cell: in the middle, narrower signs at their own side."""
    if spare > 0 and char in OPENING:
        return spare
    return 0.0 if char in "’”" else spare / 2
