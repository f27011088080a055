"""Sections: paper, margins, page numbers, and what stands in the headers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.documents import standard
from app.documents.paint.word.measures import (
    BODY,
    LINE,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    PAPER,
    TEXT,
    lead,
    twips,
)
from app.documents.paint.word.wordml import Layout, Run, attributes, field_code, paragraph
from app.documents.standard import BOTTOM, PAGE_HEIGHT, SIZE_4

_LINE: Final = 1.5 * SIZE_4
"""Of the line a page number stands on."""
_DASH: Final = 0.6
"""Em from the top of a character's box to the dashes beside a page number."""
_HEADER: Final = twips(15.0)
_MARGIN: Final = round(standard.FOLIO_MARGIN * BODY.cell)


@dataclass(frozen=True, slots=True)
class Corners:
    """The relations of a section's headers and footers; *first* are those of its first page."""

    odd: tuple[str, str]
    even: tuple[str, str]
    first: tuple[str, str] | None = None


def folio(*, odd: bool) -> str:
    """7.5: 4号, a dash at both sides, the number a character from the outer edge."""
    runs = (Run("— "), Run(xml=field_code("PAGE")), Run(" —"))
    layout = Layout(align="right", right=_MARGIN) if odd else Layout(align="left", left=_MARGIN)
    return paragraph("Folio", runs, layout)


def place_of_sheet() -> str:
    """Which sheet of how many: a list that lost one shows it."""
    counts = (Run(xml=field_code("PAGE")), Run("页，共"), Run(xml=field_code("NUMPAGES")))
    return paragraph("CheckCode", (Run("第"), *counts, Run("页")))


def turned_folio(*, odd: bool) -> str:
    """The number where it is on upright pages (7.5): at the left of the turned one, and turned."""
    wide, long = twips(8.0), twips(30.0)
    x = twips(PAGE_HEIGHT - BOTTOM - standard.FOLIO_GAP) - wide // 2
    y = PAPER[0] - MARGIN_RIGHT - _MARGIN - long if odd else MARGIN_LEFT + _MARGIN
    place = attributes(
        leftFromText=0, rightFromText=0, vertAnchor="page", horzAnchor="page", tblpX=x, tblpY=y
    )
    runs = (Run("— "), Run(xml=field_code("PAGE")), Run(" —"))
    said = paragraph("Folio", runs, Layout(align="right" if odd else "left", line=wide))
    return (
        f'<w:tbl><w:tblPr><w:tblpPr{place}/><w:tblW w:w="{wide}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{wide}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:trHeight w:val="{long}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{wide}" w:type="dxa"/><w:textDirection w:val="tbRl"/></w:tcPr>{said}'
        "</w:tc></w:tr></w:tbl>"
    )


def footer_distance() -> int:
    """From the paper's foot: the dashes 7 mm below the text area."""
    top = BOTTOM + standard.FOLIO_GAP - _DASH * SIZE_4 - lead(_LINE, SIZE_4)
    return twips(PAGE_HEIGHT - top - _LINE)


def page_settings(corners: Corners, *, turned: bool, header: int = 0) -> str:
    """A ``w:sectPr``; *header* is the distance of the header from the edge, 0 the usual one."""
    references = [*_references(corners.odd, "default"), *_references(corners.even, "even")]
    if corners.first:
        references += _references(corners.first, "first")
    width, height = PAPER[::-1] if turned else PAPER
    size = attributes(w=width, h=height, orient="landscape" if turned else None)
    return (
        f"<w:sectPr>{''.join(references)}<w:type{attributes(val='nextPage')}/>"
        f"<w:pgSz{size}/><w:pgMar{_margins(header or _HEADER, turned=turned)}/>"
        f'<w:cols w:space="425"/>{"<w:titlePg/>" if corners.first else ""}'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
    )


def _margins(header: int, *, turned: bool) -> str:
    """Of paper on its long side the binding is above (7.5)."""
    if turned:
        left = twips(PAGE_HEIGHT - BOTTOM)
        return attributes(
            top=MARGIN_LEFT, right=PAPER[1] - left - ACROSS, bottom=MARGIN_RIGHT, left=left,
            header=twips(5.0), footer=twips(5.0), gutter=0,
        )  # fmt: skip
    return attributes(
        top=MARGIN_TOP, right=MARGIN_RIGHT, bottom=MARGIN_BOTTOM, left=MARGIN_LEFT,
        header=header, footer=footer_distance(), gutter=0,
    )  # fmt: skip


def _references(parts: tuple[str, str], kind: str) -> list[str]:
    header, footer = parts
    return [
        f'<w:headerReference w:type="{kind}" r:id="{header}"/>',
        f'<w:footerReference w:type="{kind}" r:id="{footer}"/>',
    ]


ACROSS: Final = twips(standard.TEXT_HEIGHT)
"""The width of the text on paper on its long side."""
UPRIGHT: Final = TEXT
