"""The laid-out pages as one OFD file (GB/T 33190-2016), run for run where the PDF has them.

Measures are millimetres from the upper left corner, as in the operations. Every object has a number
of its own; its place is given by its Boundary, what it draws counts from the corner of that.
"""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate, count, groupby, pairwise
from typing import Final

from app.documents.fonts.face import Face
from app.documents.layout.ops import SHADES, Colour, Glyphs, Modules, Page, Stroke
from app.documents.paint.package import packed
from app.documents.paint.subsets import subset
from app.documents.standard import PAGE_HEIGHT, PAGE_WIDTH

NAMESPACE: Final = "http://www.ofdspec.org/2016"
_VERSION: Final = "1.0"
_FOLDER: Final = "Doc_0"
_DOCUMENT_ID: Final = 32
"""Hexadecimal digits of a DocID (7.4, a UUID)."""
_LIGHT: Final = 255
"""The most of a colour: without a colour space it is RGB of 8 bits (8.3.1)."""
_ABOVE: Final = 1.0
_BELOW: Final = 0.3
_BESIDE: Final = 0.1
"""Em of white round a run: readers may cut off what leaves its Boundary."""
_PLANE: Final = "\uffff"
"""The last character a reader that counts in 16 bits takes for one."""

ET.register_namespace("ofd", NAMESPACE)


def paint(
    pages: Sequence[Page], faces: Sequence[Face], facts: Mapping[str, str], day: date | None
) -> bytes:
    """The OFD of *pages*. *facts*: title, author, subject, digest of what it shows."""
    numbers = count(1)
    fonts = {face.name: next(numbers) for face in faces}
    writer = _Writer(numbers, fonts, {face.name: face for face in faces})
    contents = [writer.content(page) for page in pages]
    page_numbers = [next(numbers) for _ in pages]
    parts = [
        ("OFD.xml", _xml(_entrance(facts, day))),
        (f"{_FOLDER}/Document.xml", _xml(_document(page_numbers, page_numbers[-1]))),
        (f"{_FOLDER}/PublicRes.xml", _xml(_resources(fonts))),
        *(
            (f"{_FOLDER}/Pages/Page_{index}/Content.xml", _xml(content))
            for index, content in enumerate(contents)
        ),
        *((f"{_FOLDER}/Res/{face.name}.ttf", _font(face, pages)) for face in faces),
    ]
    return packed(parts)


# -- the parts about the document ----------------------------------------------------------


def _entrance(facts: Mapping[str, str], day: date | None) -> ET.Element:
    """OFD.xml (7.4)."""
    root = ET.Element(_name("OFD"), {"DocType": "OFD", "Version": _VERSION})
    body = _add(root, "DocBody")
    about = _add(body, "DocInfo")
    dated = day.isoformat() if day else ""
    said = {
        "DocID": facts["digest"][:_DOCUMENT_ID],
        "Title": facts["title"],
        "Author": facts["author"],
        "Subject": facts["subject"],
        "CreationDate": dated,
        "ModDate": dated,
        "Creator": "联席",
    }
    for name, words in said.items():
        if words:
            _add(about, name, words=words)
    _add(body, "DocRoot", words=f"{_FOLDER}/Document.xml")
    return root


def _document(page_numbers: Sequence[int], last: int) -> ET.Element:
    """Document.xml (7.5): no number of the whole document is greater than *last*."""
    root = ET.Element(_name("Document"))
    common = _add(root, "CommonData")
    _add(common, "MaxUnitID", words=str(last))
    area = _add(common, "PageArea")
    _add(area, "PhysicalBox", words=_figures(0, 0, PAGE_WIDTH, PAGE_HEIGHT))
    _add(common, "PublicRes", words="PublicRes.xml")
    pages = _add(root, "Pages")
    for index, number in enumerate(page_numbers):
        _add(pages, "Page", {"ID": str(number), "BaseLoc": f"Pages/Page_{index}/Content.xml"})
    return root


def _resources(fonts: Mapping[str, int]) -> ET.Element:
    """PublicRes.xml (7.9): the faces, each with its file."""
    root = ET.Element(_name("Res"), {"BaseLoc": "Res"})
    listed = _add(root, "Fonts")
    for name, number in fonts.items():
        font = _add(listed, "Font", {"ID": str(number), "FontName": name, "FamilyName": name})
        _add(font, "FontFile", words=f"{name}.ttf")
    return root


def _font(face: Face, pages: Sequence[Page]) -> bytes:
    shown = {
        char
        for page in pages
        for op in page.ops
        if isinstance(op, Glyphs) and op.face == face.name
        for char in op.text
    }
    return subset(face.path, face.index, "".join(sorted(shown)))


# -- a page --------------------------------------------------------------------------------


class _Writer:
    """The objects of all pages, numbered in the order they are drawn."""

    def __init__(
        self, numbers: Iterator[int], fonts: Mapping[str, int], faces: Mapping[str, Face]
    ) -> None:
        self._numbers = numbers
        self._fonts = fonts
        self._faces = faces
        self._advances: dict[str, dict[str, float]] = defaultdict(dict)

    def content(self, page: Page) -> ET.Element:
        """Content.xml (7.7): its paper and one layer."""
        root = ET.Element(_name("Page"))
        area = _add(root, "Area")
        _add(area, "PhysicalBox", words=_figures(0, 0, page.width, page.height))
        content = _add(root, "Content")
        layer = _add(content, "Layer", {"Type": "Body", "ID": str(next(self._numbers))})
        for op in page.ops:
            match op:
                case Glyphs():
                    for part in _parts(op.text):
                        self._glyphs(layer, op, part)
                case Stroke():
                    self._stroke(layer, op)
                case Modules():
                    self._modules(layer, op)
        return root

    def _glyphs(self, layer: ET.Element, op: Glyphs, part: tuple[int, str]) -> None:
        """A run (11.3). One that is turned is laid at 0, 0 and moved by its matrix."""
        start, text = part
        lefts = [0.0, *accumulate(self._advance(op, char) for char in op.text)]
        shift, width = lefts[start], lefts[start + len(text)] - lefts[start]
        cosine, sine = math.cos(math.radians(op.angle)), math.sin(math.radians(op.angle))
        x, baseline = op.x + shift * cosine, op.baseline - shift * sine
        box = _turned_box(x, baseline, width, op.size, (cosine, sine))
        facts = {"Font": str(self._fonts[op.face]), "Size": _figures(op.size)}
        origin = x - box[0], baseline - box[1]
        if op.angle:
            facts["CTM"] = _figures(cosine, -sine, sine, cosine, *origin)
            origin = 0.0, 0.0
        drawn = self._object(layer, "TextObject", box, facts)
        if op.colour is not Colour.BLACK:
            _add(drawn, "FillColor", {"Value": _colour(op.colour)})
        where = {"X": _figures(origin[0]), "Y": _figures(origin[1])}
        steps = _steps(lefts[start : start + len(text)])
        _add(drawn, "TextCode", where | ({"DeltaX": steps} if steps else {}), text)

    def _stroke(self, layer: ET.Element, op: Stroke) -> None:
        """A straight path (9.1) with as much room as its line is wide."""
        half = op.width / 2
        left, top = min(op.x1, op.x2) - half, min(op.y1, op.y2) - half
        box = left, top, abs(op.x2 - op.x1) + op.width, abs(op.y2 - op.y1) + op.width
        facts = {"LineWidth": _figures(op.width)}
        if op.dash:
            facts["DashPattern"] = _figures(op.dash, op.dash)
        drawn = self._object(layer, "PathObject", box, facts)
        _add(drawn, "StrokeColor", {"Value": _colour(op.colour)})
        start = _figures(op.x1 - left, op.y1 - top)
        end = _figures(op.x2 - left, op.y2 - top)
        _add(drawn, "AbbreviatedData", words=f"M {start} L {end}")

    def _modules(self, layer: ET.Element, op: Modules) -> None:
        """One filled path for the whole matrix: separate squares would show seams."""
        step = op.side / len(op.matrix)
        pieces = [
            _rectangle(start * step, row * step, length * step, step)
            for row, modules in enumerate(op.matrix)
            for start, length in _runs(modules)
        ]
        facts = {"Stroke": "false", "Fill": "true"}
        drawn = self._object(layer, "PathObject", (op.x, op.y, op.side, op.side), facts)
        _add(drawn, "FillColor", {"Value": _colour(Colour.BLACK)})
        _add(drawn, "AbbreviatedData", words=" ".join(pieces))

    def _object(
        self,
        layer: ET.Element,
        name: str,
        box: tuple[float, float, float, float],
        facts: Mapping[str, str],
    ) -> ET.Element:
        number = str(next(self._numbers))
        return _add(layer, name, {"ID": number, "Boundary": _figures(*box), **facts})

    def _advance(self, op: Glyphs, char: str) -> float:
        known = self._advances[op.face]
        if char not in known:
            known[char] = self._faces[op.face].advance(char)
        return known[char] * op.size + op.spacing


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """*text* with every character beyond the first plane alone, and where each part begins.

    Readers disagree whether such a character takes one value of DeltaX or two.
    """
    start = 0
    for found in re.findall(f"[\u0000-{_PLANE}]+|.", text):
        yield start, found
        start += len(found)


def _turned_box(
    x: float, baseline: float, width: float, size: float, turn: tuple[float, float]
) -> tuple[float, float, float, float]:
    """Round the four corners of a run of *width* that is turned about its origin."""
    cosine, sine = turn
    lefts = (-_BESIDE * size, width + _BESIDE * size)
    tops = (-_ABOVE * size, _BELOW * size)
    xs = [x + left * cosine + top * sine for left in lefts for top in tops]
    ys = [baseline - left * sine + top * cosine for left in lefts for top in tops]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _steps(lefts: Sequence[float]) -> str:
    """DeltaX (11.3): from each character to the next, ``g n d`` for n equal ones.

    Steps between rounded places, so that no rounding adds up along a line.
    """
    places = [round(left, 4) for left in lefts]
    steps = (_figures(after - before) for before, after in pairwise(places))
    groups = ((figure, len(list(same))) for figure, same in groupby(steps))
    return " ".join(f"g {times} {figure}" if times > 1 else figure for figure, times in groups)


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    right, bottom = x + width, y + height
    corners = (_figures(right, y), _figures(right, bottom), _figures(x, bottom))
    return " ".join((f"M {_figures(x, y)}", *(f"L {corner}" for corner in corners), "C"))


def _runs(modules: str) -> Iterator[tuple[int, int]]:
    """Start and length of each stretch of 1 in *modules*."""
    return ((found.start(), len(found.group())) for found in re.finditer("1+", modules))


def _colour(colour: Colour) -> str:
    shade = SHADES[colour]
    return " ".join(str(round(part * _LIGHT)) for part in (shade.red, shade.green, shade.blue))


def _figures(*numbers: float) -> str:
    """ST_Array: the shortest decimals of a tenth of a micrometre."""
    shown = (f"{number:.4f}".rstrip("0").rstrip(".") for number in numbers)
    return " ".join("0" if figure == "-0" else figure for figure in shown)


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _add(
    parent: ET.Element, tag: str, facts: Mapping[str, str] | None = None, words: str = ""
) -> ET.Element:
    element = ET.SubElement(parent, _name(tag), dict(facts or {}))
    element.text = words or None
    return element


def _xml(root: ET.Element) -> bytes:
    written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written
