"""A page as the operators of its content stream (ISO 32000-1, 8 and 9), written at one go.

The library's text objects format every number and every character by itself; a long report is
painted three times as fast without them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.documents.layout.ops import SHADES, Colour, Glyphs, Modules, Page, Stroke
from app.documents.paint.corrections import CorrectedFont
from app.documents.standard import POINT

_Place = tuple[str, str]
"""Where a character stands: the name of a subset font, its byte there in hex."""


class Subsets:
    """The fonts of one document: simple ones of 256 characters, filled as characters come."""

    def __init__(self, fonts: Mapping[str, CorrectedFont], document: Any) -> None:  # noqa: ANN401
        self._fonts = fonts
        self._document = document
        self._places: dict[str, dict[str, _Place]] = {name: {} for name in fonts}

    def runs(self, face: str, text: str) -> Iterator[_Place]:
        """*text* cut where the subset changes: the font and the bytes of each piece."""
        places = self._places[face]
        font, piece = "", ""
        for char in text:
            place = places.get(char) or self._placed(face, char)
            if place[0] != font and font:
                yield font, piece
                piece = ""
            font, piece = place[0], piece + place[1]
        if font:
            yield font, piece

    def _placed(self, face: str, char: str) -> _Place:
        font = self._fonts[face]
        ((subset, byte),) = font.splitString(char, self._document)
        name = font.getSubsetInternalName(subset, self._document)
        self._places[face][char] = name, byte.hex()
        return self._places[face][char]


def page_content(page: Page, subsets: Subsets) -> str:
    """The exercise mark below everything, then lines, then text, in the order of the operations."""
    glyphs = [op for op in page.ops if isinstance(op, Glyphs)]
    pale = [op for op in glyphs if op.colour is Colour.PALE]
    return "\n".join(
        (
            *_text(pale, subsets, page.height),
            *_drawing(page),
            *_text([op for op in glyphs if op.colour is not Colour.PALE], subsets, page.height),
        )
    )


def _drawing(page: Page) -> Iterator[str]:
    for op in page.ops:
        if isinstance(op, Stroke):
            yield _stroke(op, page.height)
        elif isinstance(op, Modules):
            yield from _modules(op, page.height)


def _text(ops: Iterable[Glyphs], subsets: Subsets, top: float) -> Iterator[str]:
    """All of *ops* in one text object; *top* is the height of the paper.

    What the object was told last holds on, so only changes are told.
    """
    font: tuple[str, float] = ("", 0.0)
    colour: Colour | None = None
    spacing = math.nan
    for op in ops:
        if colour is None:
            yield "BT"
        if colour is not op.colour:
            colour = op.colour
            yield f"{_shade(colour)} rg"
        if spacing != op.spacing:
            spacing = op.spacing
            yield f"{spacing / POINT:.4f} Tc"
        yield f"{_turned(op.angle)} {op.x / POINT:.3f} {(top - op.baseline) / POINT:.3f} Tm"
        for name, codes in subsets.runs(op.face, op.text):
            if font != (name, op.size):
                font = name, op.size
                yield f"{name} {op.size / POINT:.4f} Tf"
            yield f"<{codes}> Tj"
    if colour is not None:
        yield "ET"


def _stroke(op: Stroke, top: float) -> str:
    dash = f"{op.dash / POINT:.3f}" if op.dash else ""
    begin = f"{op.x1 / POINT:.3f} {(top - op.y1) / POINT:.3f}"
    end = f"{op.x2 / POINT:.3f} {(top - op.y2) / POINT:.3f}"
    width = f"{op.width / POINT:.3f}"
    return f"{_shade(op.colour)} RG {width} w [{dash}] 0 d {begin} m {end} l S"


def _modules(op: Modules, top: float) -> Iterator[str]:
    """One path for the whole matrix: separate squares would show seams."""
    module = op.side / len(op.matrix) / POINT
    left, upper = op.x / POINT, (top - op.y) / POINT
    yield f"{_shade(Colour.BLACK)} rg"
    for row, modules in enumerate(op.matrix, 1):
        for found in re.finditer("1+", modules):
            x, y = left + found.start() * module, upper - row * module
            yield f"{x:.3f} {y:.3f} {len(found.group()) * module:.3f} {module:.3f} re"
    yield "f"


def _shade(colour: Colour) -> str:
    shade = SHADES[colour]
    return f"{shade.red:g} {shade.green:g} {shade.blue:g}"


def _turned(angle: float) -> str:
    if not angle:
        return "1 0 0 1"
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return f"{cosine:.6f} {sine:.6f} {-sine:.6f} {cosine:.6f}"
