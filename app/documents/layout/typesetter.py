"""Text into glyphs: a face for every character, a place for every token."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.documents.cjk.breaker import Line, break_lines, ink_width
from app.documents.cjk.classes import OPENING
from app.documents.cjk.justify import Placed, place
from app.documents.cjk.tokens import tokenise
from app.documents.fonts.face import Face, FontSet, Role
from app.documents.layout.ops import Colour, Glyphs
from app.documents.standard import BASELINE

_TOLERANCE: Final = 0.002
"""Millimetres two glyphs of one run may stray from even spacing."""


@dataclass(frozen=True, slots=True)
class _Glyph:
    char: str
    face: Face
    x: float
    advance: float


class Typesetter:
    """Sets text in the faces of one font set and remembers which faces it used."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._faces: dict[tuple[str, Role], Face] = {}
        self._advances: dict[tuple[str, Role], float] = {}

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
            return self.proportional_width(text, role, size)
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
        glyphs = [
            _Glyph(char, self.face(char, role), left, self._advance(char, role) * size)
            for char, left in zip(text, self._lefts(text, role, x, size), strict=True)
        ]
        return tuple(
            Glyphs(
                round(run[0].x, 4),
                round(baseline, 4),
                "".join(glyph.char for glyph in run),
                run[0].face.name,
                size,
                colour=colour,
            )
            for run in _runs(glyphs)
        )

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
        glyphs = [glyph for item in placed for glyph in self._glyphs(item, x, size)]
        return tuple(
            Glyphs(
                x=round(run[0].x, 4),
                baseline=round(baseline, 4),
                text="".join(glyph.char for glyph in run),
                face=run[0].face.name,
                size=size,
                spacing=round(_spacing(run), 5),
                colour=colour,
            )
            for run in _runs(glyphs)
        )

    def _glyphs(self, placed: Placed, x: float, size: float) -> Iterable[_Glyph]:
        left, role = x + placed.x * size, placed.token.role
        if role is Role.LATIN:
            for char in placed.token.text:
                advance = self._advance(char, role) * size
                yield _Glyph(char, self.face(char, role), left, advance)
                left += advance
            return
        for char in placed.token.text:
            face, advance = self.face(char, role), self._advance(char, role) * size
            if char != "\u3000":
                yield _Glyph(char, face, left + _inset(char, size - advance), advance)
            left += size


def _inset(char: str, spare: float) -> float:
    """Where a glyph narrower than its cell stands in it: signs at their own side."""
    if spare <= 0:
        return 0.0
    if char in OPENING:
        return spare
    return 0.0 if char in "’”" else spare / 2


def _runs(glyphs: Sequence[_Glyph]) -> Iterable[list[_Glyph]]:
    """Stretches of one face and even spacing: each is drawn with one instruction."""
    run: list[_Glyph] = []
    for glyph in glyphs:
        if run and not _continues(run, glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _continues(run: list[_Glyph], glyph: _Glyph) -> bool:
    last = run[-1]
    if glyph.face is not last.face:
        return False
    if len(run) == 1:
        return abs(glyph.x - last.x - last.advance) < last.advance
    expected = last.x + last.advance + _spacing(run)
    return abs(glyph.x - expected) < _TOLERANCE


def _spacing(run: list[_Glyph]) -> float:
    return 0.0 if len(run) == 1 else run[1].x - run[0].x - run[0].advance
