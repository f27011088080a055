"""The ink of composed pages: lines of text with their boxes, in millimetres."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.documents.audit.findings import SAME
from app.documents.fonts.face import Face
from app.documents.layout.ops import Colour, Glyphs, Page, Stroke
from app.documents.standard import (
    BASELINE,
    BOTTOM,
    MATRIX_SIDE,
    MATRIX_TOP,
    SIZE_4,
    SIZE_5,
)


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """Text on one baseline without blanks; *box* is its ink, *top* that of its characters."""

    text: str
    top: float
    size: float
    left: float
    right: float
    box: Box


@dataclass(frozen=True, slots=True)
class Read:
    """One page: *boxes* of everything inked in black but the page number and a head mark."""

    page: Page
    number: int
    lines: tuple[Line, ...]
    marks: tuple[Line, ...]
    folio: tuple[Line, ...]
    boxes: tuple[Box, ...]
    rules: tuple[Stroke, ...]
    red_rules: tuple[Stroke, ...]

    def with_text(self, words: str) -> Line | None:
        """The first line that says *words*."""
        bare = "".join(words.split())
        return next((line for line in self.lines if bare and bare in line.text), None)


def read(pages: Sequence[Page], faces: Iterable[Face]) -> tuple[Read, ...]:
    named = {face.name: face for face in faces}
    return tuple(_read(page, number, named) for number, page in enumerate(pages, 1))


def _read(page: Page, number: int, faces: Mapping[str, Face]) -> Read:
    glyphs = [op for op in page.ops if isinstance(op, Glyphs) and op.colour is not Colour.PALE]
    black = [op for op in glyphs if op.colour is Colour.BLACK]
    folio = [op for op in black if _is_folio(op)]
    text = [op for op in black if not _is_folio(op) and not _is_head_mark(op)]
    strokes = [op for op in page.ops if isinstance(op, Stroke)]
    return Read(
        page=page,
        number=number,
        lines=tuple(_lines([op for op in text if op.angle == 0], faces)),
        marks=tuple(_lines([op for op in glyphs if op.colour is Colour.RED], faces)),
        folio=tuple(_lines(folio, faces)),
        boxes=tuple(box for op in text if (box := _box(op, faces[op.face]))),
        rules=tuple(op for op in strokes if op.colour is Colour.BLACK),
        red_rules=tuple(
            sorted((op for op in strokes if op.colour is Colour.RED), key=lambda op: op.y1)
        ),
    )


def _is_folio(op: Glyphs) -> bool:
    """What stands upright in 4号 below 版心; text of another size has slipped there."""
    below = op.baseline - BASELINE * op.size > BOTTOM
    return below and op.angle == 0 and abs(op.size - SIZE_4) < SAME


def _is_head_mark(op: Glyphs) -> bool:
    """The 校验码 an office has printed beside the matrix in the head margin."""
    above = op.baseline <= MATRIX_TOP + MATRIX_SIDE
    return above and op.angle == 0 and abs(op.size - SIZE_5) < SAME


def _lines(ops: Sequence[Glyphs], faces: Mapping[str, Face]) -> Iterator[Line]:
    """The lines from the head of the page; a line feed of its own for each size."""
    found: dict[tuple[float, float], list[Glyphs]] = defaultdict(list)
    for op in ops:
        found[round(op.baseline, 2), round(op.size, 4)].append(op)
    for (baseline, size), parts in sorted(found.items()):
        parts.sort(key=lambda op: op.x)
        boxes = [box for op in parts if (box := _box(op, faces[op.face]))]
        if boxes:
            yield Line(
                text="".join("".join(op.text.split()) for op in parts),
                top=baseline - BASELINE * size,
                size=size,
                left=parts[0].x,
                right=max(_end(op, faces[op.face]) for op in parts),
                box=_around(boxes),
            )


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _end(op: Glyphs, face: Face) -> float:
    """Where the next character would stand."""
    return op.x + sum(face.advance(char) * op.size + op.spacing for char in op.text) - op.spacing


def _box(op: Glyphs, face: Face) -> Box | None:
    """The ink of *op*, upright or turned; None where it is blank."""
    along, inks = 0.0, []
    for char in op.text:
        ink = face.ink(char)
        if char.strip() and ink.right > ink.left:
            inks.append((along + ink.left * op.size, along + ink.right * op.size, ink))
        along += face.advance(char) * op.size + op.spacing
    if not inks:
        return None
    start, end = min(each[0] for each in inks), max(each[1] for each in inks)
    high = max(each[2].top for each in inks) * op.size
    low = min(each[2].bottom for each in inks) * op.size
    if op.angle:
        return Box(op.x - high, op.baseline - end, op.x - low, op.baseline - start)
    return Box(op.x + start, op.baseline - high, op.x + end, op.baseline - low)
