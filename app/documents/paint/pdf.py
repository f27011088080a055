"""The laid-out pages as one PDF: equal pages give equal bytes, on every computer and day."""

from __future__ import annotations

import hashlib
import io
import math
import re
import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from app.documents.fonts.face import Face
from app.documents.layout.ops import Colour, Glyphs, Modules, Page, Stroke
from app.documents.paint.archive import mark_for_archive
from app.documents.paint.corrections import CorrectedFont
from app.documents.standard import PAGE_HEIGHT, PAGE_WIDTH, POINT

_COLOURS: Final = MappingProxyType(
    {Colour.BLACK: (0.0, 0.0, 0.0), Colour.RED: (0.85, 0.0, 0.0), Colour.PALE: (0.88, 0.88, 0.88)}
)
_NO_DAY: Final = date(2000, 1, 1)
"""The date in the file of a draft, which has none."""
_lock: Final = threading.Lock()
"""The library's fonts take one document at a time."""
_loaded: Final[dict[Path, str]] = {}

rl_config.trustedSchemes = ["file"]
rl_config.useA85 = 0


def paint(
    pages: Sequence[Page], faces: Sequence[Face], facts: Mapping[str, str], day: date | None
) -> bytes:
    """The PDF of *pages*. *facts*: title, author, subject, digest of what it shows."""
    with _lock:
        names = {face.name: _load(face) for face in faces}
        buffer = io.BytesIO()
        canvas = _canvas(buffer, next(iter(names.values())), facts, day)
        for page in pages:
            canvas.setPageSize((page.width / POINT, page.height / POINT))
            _paint_page(canvas, page, names)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()


def _load(face: Face) -> str:
    """The name *face* has in the library, its file read once for the process."""
    if face.path not in _loaded:
        name = face.name if face.name not in _loaded.values() else f"{face.name}-{len(_loaded)}"
        pdfmetrics.registerFont(CorrectedFont(name, face.path))
        _loaded[face.path] = name
    return _loaded[face.path]


def _canvas(buffer: io.BytesIO, font: str, facts: Mapping[str, str], day: date | None) -> Canvas:
    """An empty canvas; without a font of ours the library names one it does not embed."""
    settings: dict[str, Any] = {"initialFontName": font, "invariant": 1, "pageCompression": 1}
    size = (PAGE_WIDTH / POINT, PAGE_HEIGHT / POINT)
    canvas = Canvas(buffer, pagesize=size, lang="zh-CN", pdfVersion=(1, 4), **settings)
    canvas.setTitle(facts["title"])
    canvas.setAuthor(facts["author"])
    canvas.setSubject(facts["subject"])
    canvas.setCreator("联席")
    _date(canvas, day or _NO_DAY, facts["digest"])
    mark_for_archive(vars(canvas)["_doc"], facts, day or _NO_DAY)
    return canvas


def _date(canvas: Canvas, day: date, digest: str) -> None:
    """The document's own day and content instead of today's, so that bytes repeat."""
    document = vars(canvas)["_doc"]
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    stamp = vars(document)["_timeStamp"]
    stamp.t, stamp.lt = moment.timestamp(), moment.timetuple()
    stamp.YMDhms = tuple(moment.timetuple())[:6]
    document.signature = hashlib.md5(digest.encode(), usedforsecurity=False)


def _paint_page(canvas: Canvas, page: Page, names: Mapping[str, str]) -> None:
    """The exercise mark below everything, then lines, then text, in the order of the operations."""
    glyphs = [op for op in page.ops if isinstance(op, Glyphs)]
    _text(canvas, [op for op in glyphs if op.colour is Colour.PALE], names, page.height)
    for op in page.ops:
        if isinstance(op, Stroke):
            _stroke(canvas, op, page.height)
        elif isinstance(op, Modules):
            _modules(canvas, op, page.height)
    _text(canvas, [op for op in glyphs if op.colour is not Colour.PALE], names, page.height)


def _text(canvas: Canvas, ops: Sequence[Glyphs], names: Mapping[str, str], top: float) -> None:
    """All of *ops* in one text object; *top* is the height of the paper."""
    if not ops:
        return
    text = canvas.beginText()
    state = _TextState()
    for op in ops:
        _glyphs(text, op, names[op.face], state, top)
    canvas.drawText(text)


class _TextState:
    """What the text object was last told, so that it is not told again.

    Colour and spacing outlive a text object (ISO 32000-1, 9.3.1), so the next one tells them anew.
    """

    def __init__(self) -> None:
        self.font: tuple[str, float] = ("", 0.0)
        self.colour: Colour | None = None
        self.spacing: float | None = None


def _glyphs(text: PDFTextObject, op: Glyphs, font: str, state: _TextState, top: float) -> None:
    x, y = op.x / POINT, (top - op.baseline) / POINT
    if state.font != (font, op.size):
        text.setFont(font, op.size / POINT)
        state.font = (font, op.size)
    if state.colour != op.colour:
        text.setFillColorRGB(*_COLOURS[op.colour])
        state.colour = op.colour
    if state.spacing != op.spacing:
        text.setCharSpace(op.spacing / POINT)
        state.spacing = op.spacing
    text.setTextTransform(*_turned(op.angle), x, y)
    text.textOut(op.text)


def _stroke(canvas: Canvas, op: Stroke, top: float) -> None:
    canvas.setStrokeColorRGB(*_COLOURS[op.colour])
    canvas.setLineWidth(op.width / POINT)
    canvas.setDash([op.dash / POINT] if op.dash else [])
    canvas.line(op.x1 / POINT, (top - op.y1) / POINT, op.x2 / POINT, (top - op.y2) / POINT)


def _modules(canvas: Canvas, op: Modules, top: float) -> None:
    """One path for the whole matrix: separate squares would show seams."""
    module = op.side / len(op.matrix) / POINT
    left, upper = op.x / POINT, (top - op.y) / POINT
    path = canvas.beginPath()
    for row, modules in enumerate(op.matrix, 1):
        for start, length in _runs(modules):
            path.rect(left + start * module, upper - row * module, length * module, module)
    canvas.setFillColorRGB(*_COLOURS[Colour.BLACK])
    canvas.drawPath(path, stroke=0, fill=1)


def _runs(modules: str) -> list[tuple[int, int]]:
    """Start and length of each stretch of 1 in *modules*."""
    return [(found.start(), len(found.group())) for found in re.finditer("1+", modules)]


def _turned(angle: float) -> tuple[float, float, float, float]:
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return cosine, sine, -sine, cosine
