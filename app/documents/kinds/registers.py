"""Ledgers, inventories and reports: rows of text in, a printed table out.

What such a sheet says came from many hands, so a character no face draws does not refuse it: 〓,
the printers' sign for a missing type, stands in its place and a note names what it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.documents.compose import compose_sheet, paint_sheet
from app.documents.fonts.chain import bundled, uncovered
from app.documents.fonts.face import FontSet
from app.documents.model import Align, Cell, Row, Sheet, Table, TextSize

_MISSING: Final = "〓"
_NOTE: Final = "〓 处是程序字库没有的字："
_BUNDLED: Final = bundled()


@dataclass(frozen=True, slots=True)
class Column:
    """*width* in millimetres as wished; all together are stretched to the width of the paper."""

    name: str
    width: int
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class TableText:
    """What a table says, wherever it goes: *facts* stand above it, *notes* below it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    facts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    landscape: bool = True


@dataclass(frozen=True, slots=True)
class PrintedTable:
    title: str
    pdf: bytes
    pages: int


def register_table(
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    *,
    agency: str = "",
    facts: Sequence[str] = (),
    notes: Sequence[str] = (),
    day: date | None = None,
    landscape: bool = True,
    size: TextSize = TextSize.SMALL_FIVE,
    exercise: bool = False,
    fonts: FontSet = _BUNDLED,
) -> PrintedTable:
    """The PDF of a table with *rows* of as many texts as there are *columns*.

    *agency* (whose sheet it is) and *title* stand at the foot of every page beside its number,
    *facts* under the title, *notes* under the table; *day* dates the file, *exercise* marks every
    page. Equal arguments give equal bytes. Slow enough for a worker, not for the windows' thread.
    """
    sheet = Sheet(
        agency=agency,
        title=title,
        facts=tuple(facts),
        table=_table(columns, rows, size),
        notes=tuple(notes),
        day=day,
        landscape=landscape,
        exercise=exercise,
    )
    drawn = _drawable(sheet, fonts)
    pages = compose_sheet(drawn, fonts)
    return PrintedTable(title, paint_sheet(pages, drawn), len(pages.pages))


def _table(columns: Sequence[Column], rows: Sequence[Sequence[str]], size: TextSize) -> Table:
    head = Row(tuple(Cell(each.name, align=Align.CENTRE, heading=True) for each in columns))
    return Table(
        widths=tuple(each.width for each in columns),
        head=(head,),
        rows=tuple(_row(columns, row) for row in rows),
        size=size,
    )


def _row(columns: Sequence[Column], texts: Sequence[str]) -> Row:
    pairs = zip(columns, texts, strict=True)
    return Row(tuple(Cell(text, align=column.align) for column, text in pairs))


def _drawable(sheet: Sheet, fonts: FontSet) -> Sheet:
    """*sheet* with 〓 for what nobody draws, and a note that names it."""
    found: dict[str, str] = {}

    def seen(words: str) -> str:
        missing = dict(uncovered(words, fonts))
        found.update(missing)
        return words.translate(dict.fromkeys(map(ord, missing), _MISSING)) if missing else words

    table = replace(
        sheet.table,
        rows=tuple(
            replace(row, cells=tuple(replace(cell, text=seen(cell.text)) for cell in row.cells))
            for row in sheet.table.rows
        ),
    )
    drawn = replace(
        sheet,
        agency=seen(sheet.agency),
        title=seen(sheet.title),
        facts=tuple(map(seen, sheet.facts)),
        notes=tuple(map(seen, sheet.notes)),
        table=table,
    )
    if not found:
        return drawn
    return replace(drawn, notes=(*drawn.notes, _NOTE + "、".join(found.values())))
