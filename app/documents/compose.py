"""An official document on pages: the one way from the model to what is printed.

Order of the pages: the document, its lists, the 回执 where it did not fit below the document.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.documents.fonts.chain import uncovered
from app.documents.fonts.face import Face, FontSet
from app.documents.layout.annex import annex_stacks
from app.documents.layout.blocks import main_strips
from app.documents.layout.finish import finished
from app.documents.layout.flow import Stack, Stacked, fewest_pages, stacked
from app.documents.layout.imprint import imprint
from app.documents.layout.letterhead import head
from app.documents.layout.ops import Page, lowered
from app.documents.layout.sheets import sheet_pages
from app.documents.layout.slip import Slip, check_mark, cut_line, receipt_slip
from app.documents.layout.typesetter import Typesetter
from app.documents.model import Form, OfficialDocument, Sheet, digest, texts
from app.documents.standard import BOTTOM, CELL, PITCH, SIZE_3, SIZE_4, TEXT_HEIGHT, TOP
from app.kernel import canon, plain
from app.kernel.errors import PartTooTallError, UncoveredCharactersError

_NOTHING: Final = Slip((), 0.0)
_OFFICIAL: Final = frozenset({Form.DOCUMENT, Form.LETTER, Form.MINUTES})
"""公文: what the standard itself is made for."""


@dataclass(frozen=True, slots=True)
class Composed:
    """*pitch* is the line pitch of the document itself; *faces* are those it is drawn with.

    *torn_off*: the 回执 stands below the text. *moved* is the 主送 that stands in the imprint.
    """

    pages: tuple[Page, ...]
    faces: tuple[Face, ...]
    pitch: float
    torn_off: bool = False
    moved: str = ""


def compose(document: OfficialDocument, fonts: FontSet) -> Composed:
    """*document* on pages.

    Raises:
        UncoveredCharactersError: a character is no text or no face draws it; nothing is dropped.
        PartTooTallError: head, 版记 or 回执 is taller than a page.
    """
    _refuse_uncovered(document, fonts)
    setter = Typesetter(fonts)
    main, moved = _main(document, setter), ""
    if not main.shows_text and document.addressee and document.form in _OFFICIAL:
        shorter = _main(replace(document, addressee=""), setter, document.addressee)
        if shorter.shows_text:
            main, moved = shorter, document.addressee
    stacks = list(main.stacks)
    for annex in document.annexes:
        foot = main.at_end.height if annex is document.annexes[-1] else 0.0
        stacks += annex_stacks(annex, document.check, setter, foot)
    stacks = _footed(stacks, main.at_end)
    if document.receipt and not main.torn_off:
        alone = receipt_slip(document.receipt, document.check, SIZE_3, setter)
        _refuse_too_tall("receipt", alone.height - TEXT_HEIGHT)
        stacks.append(Stack(lowered(alone.ops, TOP), TOP + alone.height, 0.0))
    pages = finished(document, stacks, setter)
    return Composed(pages, setter.used, main.pitch, main.torn_off, moved)


@dataclass(frozen=True, slots=True)
class _Main:
    """The document without its lists. *at_end* stands below the last of them; *torn_off*: the 回执
    has found its place; *shows_text*: on the first page (7.3.2).
    """

    stacks: tuple[Stack, ...]
    pitch: float
    at_end: Slip
    torn_off: bool
    shows_text: bool


def _main(document: OfficialDocument, setter: Typesetter, moved: str = "") -> _Main:
    opening = head(document, setter)
    _refuse_too_tall("title", opening.top + CELL - BOTTOM)
    at_once, at_end = _imprints(document, setter, moved)
    tear_off = _tear_off(document, setter)
    mark = _table_mark(document, setter)
    foot = at_once.height + mark.height

    def on_pages(below: float) -> Stacked:
        return fewest_pages(
            document.body,
            lambda padding: stacked(main_strips(document, setter, padding), opening.top, below),
        )

    def holds(main: Stacked) -> bool:
        return main.pages[-1].end + at_once.height + tear_off.height <= BOTTOM

    main = on_pages(foot)
    if tear_off.height and not holds(main):
        # A slip that lacks a line or two: another pitch may leave them to it.
        closer = on_pages(foot + tear_off.height)
        main = closer if holds(closer) and len(closer.pages) <= len(main.pages) else main
    first, *others = main.pages
    stacks = [Stack((*opening.ops, *first.ops), first.end, first.unfilled), *others]
    fits = holds(main)
    stacks = _footed(stacks, _below(at_once, tear_off) if fits else at_once)
    stacks = _footed(stacks, mark, numbered=True)
    shown = first.shows_text or not others
    return _Main(tuple(stacks), main.pitch, at_end, fits, shown)


def _refuse_uncovered(document: OfficialDocument, fonts: FontSet) -> None:
    found = {
        (field, char, point): None
        for field, words in texts(document)
        for char, point in uncovered(words, fonts)
    }
    if found:
        raise UncoveredCharactersError(found=tuple(found))


def _refuse_too_tall(section: str, over: float) -> None:
    """What is never divided must find its place on a page; *over* are the millimetres it lacks."""
    if over > 0:
        raise PartTooTallError(section=section, over=math.ceil(over / PITCH))


def _imprints(document: OfficialDocument, setter: Typesetter, moved: str) -> tuple[Slip, Slip]:
    """The imprint below the document itself, and at the end of all pages; one of them is empty.

    7.3.7 puts the lists of a document before it; a list that follows 执法文书 is a document of
    its own.
    """
    drawn = imprint(document, setter, moved)
    _refuse_too_tall("addressee" if moved else "copy_to", drawn.height - TEXT_HEIGHT)
    ends = document.form in _OFFICIAL and bool(document.annexes)
    return (_NOTHING, drawn) if ends else (drawn, _NOTHING)


def _tear_off(document: OfficialDocument, setter: Typesetter) -> Slip:
    if not document.receipt:
        return _NOTHING
    slip = receipt_slip(document.receipt, document.check, SIZE_4, setter)
    return _below(cut_line(setter), slip)


def _table_mark(document: OfficialDocument, setter: Typesetter) -> Slip:
    """A sheet that is one table has its check mark at the foot."""
    if document.form is not Form.TABLE or document.receipt or document.annexes:
        return _NOTHING
    mark = check_mark(document.check, setter) if document.check else None
    return Slip(mark.ops, mark.height) if mark else _NOTHING


def _below(above: Slip, under: Slip) -> Slip:
    ops = (*above.ops, *lowered(under.ops, above.height))
    return Slip(ops, above.height + under.height)


def _footed(stacks: Sequence[Stack], foot: Slip, *, numbered: bool = False) -> list[Stack]:
    """*stacks* with *foot* ending the last page, on a new one where there is no room.

    *numbered*: such a page bears its number; not where it shows the imprint alone (7.5).
    """
    if not foot.height:
        return list(stacks)
    top = BOTTOM - foot.height
    *before, last = stacks
    if last.end > top:
        return [*stacks, Stack(lowered(foot.ops, top), BOTTOM, 0.0, numbered=numbered)]
    return [*before, Stack((*last.ops, *lowered(foot.ops, top)), BOTTOM, 0.0)]


def paint_pdf(composed: Composed, document: OfficialDocument) -> bytes:
    """The PDF of *composed*: the same bytes for the same document, faces and program."""
    # Here and not above: ReportLab is paid for when the first letter is painted, not at the start.
    from app.documents.paint.pdf import paint

    return paint(composed.pages, composed.faces, _facts(document), _day(document))


def paint_ofd(composed: Composed, document: OfficialDocument) -> bytes:
    """The OFD of *composed*, run for run where the PDF has them; the same bytes each time."""
    from app.documents.paint.ofd import paint

    return paint(composed.pages, composed.faces, _facts(document), _day(document))


def paint_docx(composed: Composed, document: OfficialDocument, fonts: FontSet) -> bytes:
    """The DOCX of *document*, to be worked on; the same bytes each time.

    *composed* says what the office's program cannot: the line pitch, and where the slip found room.
    """
    from app.documents.paint.docx import Fit, paint

    fit = Fit(composed.pitch, composed.torn_off, composed.moved, len(composed.pages))
    return paint(document, fit, fonts, _facts(document), _day(document))


def _facts(document: OfficialDocument) -> dict[str, str]:
    """What a file says about itself."""
    return {
        "title": document.title.replace("\n", ""),
        "author": document.agency,
        "subject": document.number,
        "digest": digest(document),
    }


def _day(document: OfficialDocument) -> date | None:
    return document.signature.day if document.signature else None


def compose_sheet(sheet: Sheet, fonts: FontSet) -> Composed:
    """*sheet* on pages; every character must be one that *fonts* draw."""
    setter = Typesetter(fonts)
    pages = sheet_pages(sheet, setter)
    return Composed(pages, setter.used, PITCH)


def paint_sheet(composed: Composed, sheet: Sheet) -> bytes:
    """The PDF of *composed*: the same bytes for the same sheet, faces and program."""
    from app.documents.paint.pdf import paint

    facts = {
        "title": sheet.title.replace("\n", ""),
        "author": sheet.agency,
        "subject": "",
        "digest": canon.digest(plain.to_plain(sheet)),
    }
    return paint(composed.pages, composed.faces, facts, sheet.day)
