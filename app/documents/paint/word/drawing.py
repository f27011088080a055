"""What is drawn beside the text: red rules, the check mark, the mark of an exercise."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final

from app.documents import standard
from app.documents.fonts.face import Role
from app.documents.layout.ops import Colour, Stroke
from app.documents.layout.typesetter import Typesetter
from app.documents.paint.word.measures import emu
from app.documents.paint.word.styles import FACES, hexadecimal
from app.documents.standard import MATRIX_SIDE, PITCH, POINT

_MODULE: Final = 8
"""Pixels of a module: a picture that is printed larger stays sharp."""
_EXERCISE: Final = "演练样张 无效"
_SHAPE: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@dataclass(frozen=True, slots=True)
class Hand:
    """What every part is written with; *picture* keeps a PNG and says its relation."""

    setter: Typesetter
    picture: Callable[[bytes], str]
    numbers: Iterator[int]
    """Of drawings: each has its own."""


def hand(setter: Typesetter, picture: Callable[[bytes], str]) -> Hand:
    return Hand(setter, picture, count(1))


def rule(stroke: Stroke, hand: Hand) -> str:
    """A level rule, fixed to the page."""
    number = next(hand.numbers)
    width = emu(stroke.x2 - stroke.x1)
    shape = (
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{emu(stroke.width)}"><a:solidFill>'
        f'<a:srgbClr val="{hexadecimal(stroke.colour)}"/>'
        "</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    place = _offset("H", "page", emu(stroke.x1)) + _offset("V", "page", emu(stroke.y1))
    drawn = _anchored(place, (width, 0), number, f"红色线{number}", _graphic(_SHAPE, shape))
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        "<mc:Fallback/></mc:AlternateContent>"
    )


def check_picture(matrix: tuple[str, ...], hand: Hand, *, top: bool = False) -> str:
    """The matrix at the right margin, beginning with the characters of its paragraph.

    *top*: with the paragraph itself.
    """
    number, side = next(hand.numbers), emu(MATRIX_SIDE)
    shape = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="校验码"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{hand.picture(_png(matrix))}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic>"
    )
    below = 0 if top else emu((PITCH - standard.CELL) / 2)
    place = (
        '<wp:positionH relativeFrom="column"><wp:align>right</wp:align></wp:positionH>'
        + _offset("V", "paragraph", below)
    )
    return _anchored(place, (side, side), number, "校验码", _graphic(_PICTURE, shape))


def exercise_mark(hand: Hand) -> str:
    """«演练样张 无效» across the page, behind the text: what programs call a watermark."""
    number = next(hand.numbers)
    size = standard.WATERMARK_SIZE / POINT
    place = (
        f"position:absolute;margin-left:0;margin-top:0;width:{size * 6.5:.0f}pt;"
        f"height:{size:.0f}pt;rotation:315;z-index:-{number};"
        "mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        "mso-position-vertical:center;mso-position-vertical-relative:page"
    )
    face = f"font-family:&quot;{FACES[Role.HEI]}&quot;;font-size:1pt"
    return (
        "<w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
        ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
        '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
        '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom"'
        ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}"'
        f' type="#_x0000_t136" style="{place}" fillcolor="#{hexadecimal(Colour.PALE)}"'
        f' stroked="f"><v:textpath style="{face}" string="{_EXERCISE}"/></v:shape></w:pict>'
    )


def _offset(axis: str, frame: str, by: int) -> str:
    name = f"wp:position{axis}"
    return f'<{name} relativeFrom="{frame}"><wp:posOffset>{by}</wp:posOffset></{name}>'


def _anchored(place: str, size: tuple[int, int], number: int, name: str, graphic: str) -> str:
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        f' relativeHeight="{number}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{place}<wp:extent cx="{size[0]}" cy="{size[1]}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/>{graphic}'
        "</wp:anchor></w:drawing>"
    )


def _graphic(kind: str, shape: str) -> str:
    return f'<a:graphic><a:graphicData uri="{kind}">{shape}</a:graphicData></a:graphic>'


def _png(matrix: tuple[str, ...]) -> bytes:
    """*matrix* as a picture of grey in 8 bits (ISO/IEC 15948)."""
    side = len(matrix) * _MODULE
    grey = {"0": b"\xff" * _MODULE, "1": b"\x00" * _MODULE}
    rows = [b"\x00" + b"".join(grey[module] for module in row) for row in matrix]
    pixels = b"".join(row * _MODULE for row in rows)
    header = struct.pack(">2I5B", side, side, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
