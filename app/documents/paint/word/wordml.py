"""The elements a word processor reads, written with their children in the order of the schema."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

NAMESPACES: Final = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
    )
)


def elements(xml: str) -> tuple[BaseOxmlElement, ...]:
    """The elements *xml* says, which may use every prefix of a word processor."""
    return tuple(parse_xml(f"<w:all {NAMESPACES}>{xml}</w:all>"))


def attributes(**values: object) -> str:
    """``w:`` attributes, those that are None left out."""
    said = ((name.rstrip("_"), value) for name, value in values.items() if value is not None)
    return "".join(f" w:{name}={quoteattr(str(value))}" for name, value in said)


@dataclass(frozen=True, slots=True)
class Stop:
    """A tab stop at *at* twips; *leader* fills the way to it."""

    at: int
    kind: str = "left"
    leader: str | None = None

    @property
    def xml(self) -> str:
        return f"<w:tab{attributes(val=self.kind, leader=self.leader, pos=self.at)}/>"


@dataclass(frozen=True, slots=True)
class Layout:
    """What a paragraph has beyond its style. Indents and spaces are twips; None: as the style."""

    keep_next: bool = False
    new_page: bool = False
    rule: str = ""
    """A ``w:pBdr``."""
    stops: tuple[Stop, ...] = ()
    before: int | None = None
    after: int | None = None
    line: int | None = None
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    first: int | None = None
    align: str = ""
    parts_codes: bool = False
    """A line may end within a code: «允许西文在单词中间换行»."""

    @property
    def xml(self) -> str:
        spacing = attributes(
            before=self.before,
            after=self.after,
            line=self.line,
            lineRule="exact" if self.line is not None else None,
        )
        flush = self.left is not None and self.hanging is None and self.first is None
        indent = attributes(
            leftChars=0 if self.left is not None else None,
            left=self.left,
            rightChars=0 if self.right is not None else None,
            right=self.right,
            hanging=self.hanging,
            firstLineChars=0 if flush else None,
            firstLine=0 if flush else self.first,
        )
        parts = (
            "<w:keepNext/>" if self.keep_next else "",
            "<w:pageBreakBefore/>" if self.new_page else "",
            self.rule,
            f"<w:tabs>{''.join(stop.xml for stop in self.stops)}</w:tabs>" if self.stops else "",
            '<w:wordWrap w:val="0"/>' if self.parts_codes else "",
            f"<w:spacing{spacing}/>" if spacing else "",
            f"<w:ind{indent}/>" if indent else "",
            f'<w:jc w:val="{self.align}"/>' if self.align else "",
        )
        return "".join(parts)


PLAIN: Final = Layout()


LATIN: Final = "LatinText"
"""The style of letters and figures."""
_CHINESE: Final = '<w:rFonts w:hint="eastAsia"/>'
"""Quotation marks, dashes and ellipses are in both scripts: here they are Chinese."""


@dataclass(frozen=True, slots=True)
class Run:
    """*text* in a character *style*; a line feed is a break, a tab a tab.

    *spacing* in twips and *half_points* are None where the style says them. *xml* is put in as it
    is: a field or a picture.
    """

    text: str = ""
    style: str = ""
    spacing: int | None = None
    half_points: int | None = None
    xml: str = field(default="", repr=False)

    @property
    def written(self) -> str:
        size = self.half_points
        facts = (
            f'<w:rStyle w:val="{self.style}"/>' if self.style else "",
            _CHINESE if self.text and self.style != LATIN else "",
            f'<w:spacing w:val="{self.spacing}"/>' if self.spacing is not None else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size is not None else "",
        )
        said = "".join(facts)
        about = f"<w:rPr>{said}</w:rPr>" if said else ""
        return f"<w:r>{about}{_characters(self.text)}{self.xml}</w:r>"


def _characters(text: str) -> str:
    """Text with its breaks and tabs, and every space kept."""
    parts = []
    for row, line in enumerate(text.split("\n")):
        if row:
            parts.append("<w:br/>")
        for place, piece in enumerate(line.split("\t")):
            if place:
                parts.append("<w:tab/>")
            if piece:
                parts.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(parts)


def paragraph(style: str, runs: Iterable[Run] | str = (), layout: Layout = PLAIN) -> str:
    written = Run(runs).written if isinstance(runs, str) else "".join(run.written for run in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{layout.xml}</w:pPr>{written}</w:p>'


def border(side: str, eighths: int, space: int = 0, colour: str = "000000", kind: str = "") -> str:
    """One side of a border; *space* in points."""
    kind = kind or ("single" if eighths else "nil")
    if kind == "nil":
        return f'<w:{side} w:val="nil"/>'
    facts = attributes(val=kind, sz=eighths, space=space, color=colour)
    return f"<w:{side}{facts}/>"


def field_code(code: str) -> str:
    """A field in three runs of its own, as programs write it (17.16.18)."""
    kinds = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "</w:r><w:r>".join(kinds)
