"""The laid-out pages as one PDF: equal pages give equal bytes, on every computer and day."""

from __future__ import annotations

import hashlib
import io
import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from app.documents.fonts.face import Face
from app.documents.layout.ops import Page
from app.documents.paint.archive import mark_for_archive
from app.documents.paint.content import Subsets, page_content
from app.documents.paint.corrections import CorrectedFont
from app.documents.standard import OUTLINE_PAGES, PAGE_HEIGHT, PAGE_WIDTH, POINT

_NO_DAY: Final = date(2000, 1, 1)
"""The date in the file of a draft, which has none."""
_lock: Final = threading.Lock()
"""The library's fonts take one document at a time."""
_loaded: Final[dict[tuple[Path, int, str], CorrectedFont]] = {}

rl_config.trustedSchemes = ["file"]
rl_config.useA85 = 0


def paint(
    pages: Sequence[Page], faces: Sequence[Face], facts: Mapping[str, str], day: date | None
) -> bytes:
    """The PDF of *pages*. *facts*: title, author, subject, digest of what it shows."""
    with _lock:
        fonts = {face.name: _load(face) for face in faces}
        buffer = io.BytesIO()
        canvas = _canvas(buffer, next(iter(fonts.values())).fontName, facts, day)
        subsets = Subsets(fonts, vars(canvas)["_doc"])
        outline = _Outline(canvas)
        for page in pages:
            canvas.setPageSize((page.width / POINT, page.height / POINT))
            canvas.addLiteral(page_content(page, subsets))
            if len(pages) > OUTLINE_PAGES:
                outline.enter(page)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()


def _load(face: Face) -> CorrectedFont:
    """The library's font of *face*, its file read once for the process."""
    key = face.path, face.index, face.sha256
    if key not in _loaded:
        taken = any(font.fontName == face.name for font in _loaded.values())
        font = CorrectedFont(f"{face.name}-{len(_loaded)}" if taken else face.name, face)
        pdfmetrics.registerFont(font)
        _loaded[key] = font
    return _loaded[key]


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


class _Outline:
    """An entry for each heading, below the list it stands in; open from the start."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._level = -1

    def enter(self, page: Page) -> None:
        """The headings of *page*, which is the one being painted."""
        for place, mark in enumerate(page.bookmarks):
            key = f"{self._canvas.getPageNumber()}.{place}"
            self._level = min(mark.level, self._level + 1)
            top = (page.height - mark.y) / POINT
            self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top)
            self._canvas.addOutlineEntry(mark.text, key, self._level)
        if page.bookmarks:
            self._canvas.showOutline()
