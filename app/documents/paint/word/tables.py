"""Tables: the office's rows and columns, the head repeated, and tables nobody sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from app.documents.cjk.title import break_title
from app.documents.fonts.face import Role
from app.documents.layout.tables import SIZES
from app.documents.model import Align, Cell, Row, Table
from app.documents.paint.word.drawing import Hand
from app.documents.paint.word.lines import Setting, set_runs
from app.documents.paint.word.measures import (
    BELOW_TEXT,
    MARGIN_LEFT,
    TEXT,
    Size,
    eighths,
    size_of,
    twips,
)
from app.documents.paint.word.wordml import Layout, Run, attributes, border, paragraph
from app.documents.standard import TABLE_LEADING, TABLE_PADDING, TABLE_RULE, TABLE_WHOLE

_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_ALIGNED: Final = {Align.LEFT: "both", Align.CENTRE: "center", Align.RIGHT: "right"}
_NARROW: Final = 10
"""Characters of a cell too narrow to be set flush at both sides."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table without rules but its own; *width* in twips, *content* its paragraphs.

    *top* and *bottom* are the eighths of a point of its rules.
    """

    width: int
    content: str
    middle: bool = False
    top: int = 0
    bottom: int = 0


def bare_table(row: Sequence[Box]) -> str:
    """One row in the middle of the page, nothing of the table to be seen."""
    return _table([box.width for box in row], _row(row), "", '<w:jc w:val="center"/>')


def foot_table(rows: Sequence[Box], white: str) -> str:
    """Rows at the foot of the text area, wherever the text above them ends.

    *white* is the paragraph of a last row, from the foot of the text area to the margin.
    """
    place = attributes(
        leftFromText=0, rightFromText=0, vertAnchor="margin", horzAnchor="page",
        tblpX=MARGIN_LEFT, tblpYSpec="bottom",
    )  # fmt: skip
    written = [_row([row]) for row in rows] + [_row([Box(TEXT, white)], max(1, BELOW_TEXT))]
    return _table([TEXT], "".join(written), f"<w:tblpPr{place}/>", "")


def _table(widths: Sequence[int], rows: str, place: str, about: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{place}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{about}'
        f'<w:tblLayout w:type="fixed"/>{_padding(0, 0)}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(row: Sequence[Box], height: int = 0) -> str:
    exact = f'<w:trHeight w:val="{height}" w:hRule="exact"/>' if height else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{box.width}" w:type="dxa"/>{_rules(box)}'
        f"{_MIDDLE if box.middle else ''}</w:tcPr>{box.content}</w:tc>"
        for box in row
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{exact}</w:trPr>{cells}</w:tr>"


def _rules(box: Box) -> str:
    if not box.top and not box.bottom:
        return ""
    return f"<w:tcBorders>{border('top', box.top)}{border('bottom', box.bottom)}</w:tcBorders>"


_MIDDLE: Final = '<w:vAlign w:val="center"/>'


def _padding(beside: int, above: int) -> str:
    sides = (("top", above), ("left", beside), ("bottom", above), ("right", beside))
    said = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{said}</w:tblCellMar>"


# -- the office's tables -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Grid:
    edges: tuple[int, ...]
    em: float
    hand: Hand

    @property
    def size(self) -> Size:
        return size_of(self.em)

    @property
    def line(self) -> int:
        return twips(self.em * TABLE_LEADING)


def table(model: Table, hand: Hand, width: int = TEXT) -> str:
    """*model*, *width* twips wide."""
    whole = sum(model.widths)
    edges = tuple(round(width * part / whole) for part in accumulate(model.widths, initial=0))
    grid = _Grid(edges, SIZES[model.size], hand)
    columns = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    rule = eighths(TABLE_RULE)
    borders = "".join(border(side, rule) for side in _SIDES)
    padding = twips(TABLE_PADDING)
    # Programs add the rule to the row, which lies within it on our pages.
    above = twips(TABLE_PADDING - TABLE_RULE / 2)
    rows = [_model_row(row, Role.HEI, grid, head=True) for row in model.head]
    rows += [_model_row(row, Role.BODY, grid, head=False) for row in model.rows]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{borders}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/>{_padding(padding, above)}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


@dataclass(frozen=True, slots=True)
class _Set:
    """A cell with the paragraphs of its text and of its foot, and how many lines each takes."""

    cell: Cell
    width: int
    text: tuple[str, ...]
    foot: tuple[str, ...]
    lines: tuple[int, int]


def _model_row(row: Row, role: Role, grid: _Grid, *, head: bool) -> str:
    column, cells = 0, []
    for cell in row.cells:
        width = grid.edges[column + cell.span] - grid.edges[column]
        cells.append(_set(cell, width, role, grid))
        column += cell.span
    lines = max(row.lines, *(sum(each.lines) for each in cells), 1)
    height = row.lines * grid.line + 2 * twips(TABLE_PADDING - TABLE_RULE / 2)
    about = (
        "<w:cantSplit/>" if lines <= TABLE_WHOLE else "",
        f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>',
        "<w:tblHeader/>" if head else "",
    )
    written = "".join(_model_cell(each, lines, grid) for each in cells)
    return f"<w:tr><w:trPr>{''.join(about)}</w:trPr>{written}</w:tr>"


def _set(cell: Cell, width: int, role: Role, grid: _Grid) -> _Set:
    face = Role.HEI if cell.heading else role
    room = width - 2 * twips(TABLE_PADDING)
    said = cell.text
    if cell.heading:
        said = "\n".join(break_title(said, grid.hand.setter.measure, room / grid.size.cell))
    align = _ALIGNED[cell.align]
    if align == "both" and room < _NARROW * grid.size.cell:
        align = "left"
    text, above = _paragraphs(said, face, room, align, grid)
    foot, below = _paragraphs(cell.foot, Role.BODY, room, "right", grid)
    return _Set(cell, width, text, foot, (above, below))


def _paragraphs(
    text: str, role: Role, room: int, align: str, grid: _Grid
) -> tuple[tuple[str, ...], int]:
    """One paragraph for each line feed, and the lines of all of them."""
    if not text:
        return (), 0
    setting = Setting(room, grid.size)
    layout = Layout(line=grid.line, align=align)
    em, setter = grid.em, grid.hand.setter
    wide = room / grid.size.cell * em
    written, lines = [], 0
    for part in text.split("\n"):
        runs = _sized(set_runs([(part, role)], setting, setter, em), grid.size)
        written.append(paragraph("TableText", runs, layout))
        lines += len(setter.lines([(part, role)], wide, em))
    return tuple(written), lines


def _sized(runs: tuple[Run, ...], size: Size) -> tuple[Run, ...]:
    """*runs* at the size of the table, which need not be that of the style."""
    return tuple(Run(run.text, run.style, run.spacing, size.half_points, run.xml) for run in runs)


def _model_cell(each: _Set, lines: int, grid: _Grid) -> str:
    """A foot stands on the last lines of its row: the lines between are left free above it."""
    span = f'<w:gridSpan w:val="{each.cell.span}"/>' if each.cell.span > 1 else ""
    align = "" if each.foot else _MIDDLE
    content = "".join(each.text) or paragraph("TableText", (), Layout(line=grid.line))
    if each.foot:
        free = (lines - max(1, each.lines[0]) - each.lines[1]) * grid.line
        spacing = f'<w:spacing w:before="{max(0, free)}" '
        content += each.foot[0].replace("<w:spacing ", spacing, 1) + "".join(each.foot[1:])
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{each.width}" w:type="dxa"/>{span}{align}</w:tcPr>'
        f"{content}</w:tc>"
    )
