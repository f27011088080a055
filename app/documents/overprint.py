"""套打: pages for paper that bears its red head already, and a sheet that tells how far it is off.

Printed in red by a print shop are the 发文机关标志 and the red rules: the single one of 文件 and
纪要, both double ones of a letter (GB/T 9704-2012 7.2.4, 7.2.7, 10.1). 份号, 紧急程度, 文号 and
签发人 belong to the single document and are printed with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.documents.compose import Composed
from app.documents.fonts.face import FontSet, Role
from app.documents.layout.ops import Colour, Glyphs, Op, Page, Stroke
from app.documents.layout.typesetter import Typesetter
from app.documents.model import RED_HEADED, OfficialDocument
from app.documents.standard import PAGE_HEIGHT, PAGE_WIDTH, PITCH, SIZE_4

FROM_EDGE: Final = 20.0
"""Where the crosses of the sheet stand, in millimetres from both edges of their corner."""
_ARM: Final = 12
"""Millimetres a cross reaches to each side, ticked."""
_TICK: Final = 1.2
_LONG_TICK: Final = 2.4
_TICKS_TO_LONG: Final = 5
_HAIR: Final = 0.1
_ADVICE: Final = (
    "套打校正页",
    "按实际大小打印（不缩放），用尺量左上角的十字：",
    "十字中心应当距纸的左边、上边各 20 毫米；刻度每格 1 毫米。",
    "距左边不足 20 毫米的，差几毫米，“向右”就增加几；超过的，减少几。",
    "距上边不足 20 毫米的，差几毫米，“向下”就增加几；超过的，减少几。",
    "四个十字都对而套印仍有偏差的，是红头纸印得不准：以红头纸为准再校正。",
)


def red_headed(document: OfficialDocument) -> bool:
    """Whether its form has a head that a print shop prints in red."""
    return document.form in RED_HEADED


def without_red_head(composed: Composed) -> Composed:
    """The same pages, what is red left blank; everything else stays where it is."""
    return replace(composed, pages=tuple(_bare(page) for page in composed.pages))


def _bare(page: Page) -> Page:
    return replace(page, ops=tuple(op for op in page.ops if not _red(op)))


def _red(op: Op) -> bool:
    return isinstance(op, Glyphs | Stroke) and op.colour is Colour.RED


def alignment_sheet(fonts: FontSet) -> Composed:
    """A page with a ticked cross 20 mm from each corner's edges and how to read it."""
    setter = Typesetter(fonts)
    return Composed((Page((*_crosses(), *_advice(setter))),), setter.used, PITCH)


def alignment_pdf(fonts: FontSet) -> bytes:
    from app.documents.paint.pdf import paint

    composed = alignment_sheet(fonts)
    facts = {"title": _ADVICE[0], "author": "", "subject": "", "digest": _ADVICE[0]}
    return paint(composed.pages, composed.faces, facts, None)


def _crosses() -> Iterator[Stroke]:
    for x in (FROM_EDGE, PAGE_WIDTH - FROM_EDGE):
        for y in (FROM_EDGE, PAGE_HEIGHT - FROM_EDGE):
            yield from _cross(x, y)


def _cross(x: float, y: float) -> Iterator[Stroke]:
    yield Stroke(x - _ARM, y, x + _ARM, y, _HAIR)
    yield Stroke(x, y - _ARM, x, y + _ARM, _HAIR)
    for step in range(-_ARM, _ARM + 1):
        tick = _TICK if step % _TICKS_TO_LONG else _LONG_TICK
        yield Stroke(x + step, y - tick / 2, x + step, y + tick / 2, _HAIR)
        yield Stroke(x - tick / 2, y + step, x + tick / 2, y + step, _HAIR)


def _advice(setter: Typesetter) -> Iterator[Op]:
    for row, words in enumerate(_ADVICE):
        role = Role.BODY if row else Role.HEI
        baseline = 3 * FROM_EDGE + row * PITCH
        yield from setter.set_text(words, role, 1.5 * FROM_EDGE, baseline, SIZE_4)
