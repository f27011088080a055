"""Documents laid out, and what stands where on their pages."""

from __future__ import annotations

from dataclasses import replace

from app.documents.compose import Composed, compose
from app.documents.fonts.chain import bundled
from app.documents.layout.ops import Colour, Glyphs, Modules, Op, Page, Seal, Stroke
from app.documents.model import OfficialDocument, text
from app.documents.standard import BASELINE, SIZE_3
from tests.documents.samples import FACTS, REFERRAL


def laid(document: OfficialDocument) -> Composed:
    return compose(document, bundled())


def glyphs(page: Page, size: float = SIZE_3) -> list[Glyphs]:
    return [op for op in page.ops if isinstance(op, Glyphs) and abs(op.size - size) < 1e-6]


def rows(page: Page, size: float = SIZE_3) -> dict[float, str]:
    """The text of each line by the top of its characters' boxes."""
    found: dict[float, str] = {}
    for op in sorted(glyphs(page, size), key=lambda op: op.x):
        top = round(op.baseline - BASELINE * size, 3)
        found[top] = found.get(top, "") + op.text
    return found


def row_of(page: Page, words: str, size: float = SIZE_3) -> float:
    (top,) = (top for top, line in rows(page, size).items() if words in line)
    return top


def strokes(page: Page, colour: Colour = Colour.BLACK) -> list[Stroke]:
    return [op for op in page.ops if isinstance(op, Stroke) and op.colour is colour]


def words(page: Page) -> str:
    return "".join(op.text for op in page.ops if isinstance(op, Glyphs))


def right_of(op: Glyphs) -> float:
    return op.x + len(op.text) * (op.size + op.spacing) - op.spacing


LONG = replace(REFERRAL, body=(text(FACTS * 8),), receipt=None, annexes=(), copy_to="")


def inside(op: Op) -> bool:
    if isinstance(op, Stroke):
        return op.x1 >= 19.99 and op.x2 <= 190.01 and op.y2 <= 277.01
    if isinstance(op, Modules):
        return op.x >= 28 and op.x + op.side <= 184.01
    if isinstance(op, Seal):
        return op.x - op.diameter / 2 >= 27.99 and op.x + op.diameter / 2 <= 184.01
    if isinstance(op, Glyphs):
        return op.colour is Colour.PALE or op.x >= 27.99
    return True
