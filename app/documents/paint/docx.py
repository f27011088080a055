"""The model as one DOCX: the same bytes each time, whole or not at all.

The package is the library's own with its styles replaced: they name faces of other countries.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from app.documents.fonts.face import FontSet
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Form, OfficialDocument
from app.documents.paint.package import packed
from app.documents.paint.word.body import annex_parts, main_parts
from app.documents.paint.word.drawing import Hand, exercise_mark, hand
from app.documents.paint.word.heads import head
from app.documents.paint.word.measures import twips
from app.documents.paint.word.pages import (
    ACROSS,
    UPRIGHT,
    Corners,
    folio,
    page_settings,
    place_of_sheet,
    turned_folio,
)
from app.documents.paint.word.slips import foot, has_imprint, slip
from app.documents.paint.word.styles import font_table, styles_xml
from app.documents.paint.word.wordml import Run, elements, paragraph
from app.documents.standard import SIZE_3

_OFFICIAL: Final = frozenset({Form.DOCUMENT, Form.LETTER, Form.MINUTES})
_EMBEDDED: Final = re.compile('r:embed="([^"]+)"')
_NO_DAY: Final = date(2000, 1, 1)
_FOREIGN: Final = frozenset(
    {
        "thumbnail",
        "extended-properties",
        "stylesWithEffects",
        "customXml",
        "numbering",
        "theme",
        "webSettings",
    }
)
"""Parts of the library's own document: a picture of it, its colours, its lists."""
_SETTINGS: Final = (
    '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
    "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


@dataclass(frozen=True, slots=True)
class Fit:
    """What the composer decided: the line pitch in millimetres, where the slip and 主送 stand.

    *torn_off*: the 回执 stands below the text. *moved*: 主送 stands in the imprint. *pages*: how
    many there were.
    """

    pitch: float
    torn_off: bool
    moved: str
    pages: int


def paint(
    document: OfficialDocument, fit: Fit, fonts: FontSet, facts: Mapping[str, str], day: date | None
) -> bytes:
    """The DOCX of *document*. *facts*: title, author, subject."""
    opened = docx.Document()
    pen = hand(Typesetter(fonts), lambda png: _picture(opened, png))
    line = twips(fit.pitch)
    _restyle(opened, line)
    written = _Writer(opened, document, pen, line, fit)
    _fill(opened.element.body, "".join(written.body()))
    _state(opened, facts, day or _NO_DAY)
    return _repacked(opened)


class _Writer:
    """The body in sections: a new one begins where the paper turns."""

    def __init__(
        self, opened: Document, document: OfficialDocument, pen: Hand, line: int, fit: Fit
    ) -> None:
        self._fit = fit
        self._opened = opened
        self._document = document
        self._pen = pen
        self._line = line
        self._head = head(document, pen)
        self._corners: dict[bool, Corners] = {}
        self._turned = False
        self._begun = False
        self._unnumbered = False

    def body(self) -> Iterator[str]:
        """In order: the document, its lists, the slip that found no room below it."""
        document, pen, fit = self._document, self._pen, self._fit
        ends = document.form in _OFFICIAL and bool(document.annexes)
        yield from self._head.parts
        yield from main_parts(document, pen, self._line, moved=fit.moved)
        yield foot(document, fit.moved, pen, torn_off=fit.torn_off, imprinted=not ends)
        for annex in document.annexes:
            same = annex.landscape is self._turned
            yield self._turn(annex.landscape)
            width = ACROSS if annex.landscape else UPRIGHT
            yield from annex_parts(annex, document.check, pen, width, new_page=same)
        if ends and has_imprint(document, fit.moved):
            self._unnumbered = self._turned
            yield self._turn(False)
            # What floats begins no page by itself.
            yield paragraph("Close")
            yield foot(document, fit.moved, pen, torn_off=False, imprinted=True)
        if document.receipt and not fit.torn_off:
            yield self._turn(False)
            yield from slip(document.receipt, document.check, SIZE_3, pen, new_page=True)
        yield self._settings()

    def _turn(self, turned: bool) -> str:
        """The end of a section, where the next page lies otherwise."""
        if turned is self._turned:
            return ""
        ended = paragraph("Close").replace("</w:pPr>", f"{self._settings()}</w:pPr>", 1)
        self._turned = turned
        return ended

    def _settings(self) -> str:
        """The first section alone has a first page of its own."""
        if self._turned not in self._corners:
            self._corners[self._turned] = self._made(self._turned)
        first, self._begun = not self._begun, True
        corners = self._corners[self._turned]
        corners = corners if first else replace(corners, first=self._blank(corners))
        distance = twips(self._head.distance)
        return page_settings(corners, turned=self._turned, header=distance if first else 0)

    def _blank(self, corners: Corners) -> tuple[str, str] | None:
        """A page with nothing but the imprint has no number (7.5)."""
        if self._turned or not self._unnumbered:
            return None
        return corners.odd[0], self._footer(paragraph("Folio"))

    def _made(self, turned: bool) -> Corners:
        marked = (Run(xml=exercise_mark(self._pen)),) if self._document.exercise else ()
        many = self._document.form is Form.TABLE and self._fit.pages > 1
        header = paragraph("Header", marked) + (place_of_sheet() if many else "")
        if turned:
            odd, even = (turned_folio(odd=odd) + header for odd in (True, False))
            nothing = paragraph("Folio")
            return Corners(self._pair(odd, nothing), self._pair(even, nothing))
        odd_pair = self._pair(header, folio(odd=True))
        even_pair = self._pair(header, folio(odd=False))
        above = "".join(self._head.header)
        if not above:
            return Corners(odd_pair, even_pair)
        first = above + (header if marked else "")
        footer = paragraph("Folio") if self._document.form is Form.LETTER else folio(odd=True)
        return Corners(odd_pair, even_pair, self._pair(first, footer))

    def _pair(self, header: str, footer: str) -> tuple[str, str]:
        """A header and a footer of the package, and how it calls them."""
        part: Any = self._opened.part
        made, name = part.add_header_part()
        _fill(made.element, _EMBEDDED.sub(partial(_related, part, made), header))
        return name, self._footer(footer)

    def _footer(self, said: str) -> str:
        part: Any = self._opened.part
        made, name = part.add_footer_part()
        _fill(made.element, said)
        return str(name)


def _related(document: Any, header: Any, found: re.Match[str]) -> str:  # noqa: ANN401
    """The picture *found* in a header, related to that: every part has relations of its own."""
    picture = document.related_parts[found.group(1)]
    return f'r:embed="{header.relate_to(picture, RELATIONSHIP_TYPE.IMAGE)}"'


def _fill(root: Any, said: str) -> None:  # noqa: ANN401 - the library's own
    for child in list(root):
        root.remove(child)
    for element in elements(said):
        root.append(element)


def _picture(opened: Document, png: bytes) -> str:
    relation, _ = opened.part.get_or_add_image(io.BytesIO(png))
    return str(relation)


def _restyle(opened: Document, line: int) -> None:
    _fill(opened.styles.element, styles_xml(line))
    settings = opened.settings.element
    _fill(settings, _SETTINGS)


def _state(opened: Document, facts: Mapping[str, str], day: date) -> None:
    """What the file says of itself; no moment of writing, so that bytes repeat."""
    about = opened.core_properties
    about.title, about.author, about.subject = facts["title"], facts["author"], facts["subject"]
    about.last_modified_by, about.comments, about.keywords = facts["author"], "", ""
    about.language, about.revision = "zh-CN", 1
    about.created = about.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)


def _repacked(opened: Document) -> bytes:
    """The parts that are ours, without a moment; the list of faces is that of our styles."""
    package: Any = opened.part.package
    for relations in (package.rels, opened.part.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in _FOREIGN:
                del relations[name]
    buffer = io.BytesIO()
    opened.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed((parts | {"word/fontTable.xml": font_table()}).items())
