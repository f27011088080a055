"""Papers on their way to a printer: as they are kept, or set again with 份号 and for 套打.

A letter that was issued here is set again from the model frozen with it, and only where that gives
the text that was kept; every copy with a number of its own is noted in the journal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents import compose as setting
from app.documents.fonts.face import FontSet
from app.documents.kinds.registers import Column, PrintedTable, TableText
from app.documents.model import OfficialDocument
from app.documents.overprint import alignment_pdf, red_headed, without_red_head
from app.documents.paint.raster import look_alike, readable_pages
from app.kernel import plain
from app.kernel.canon import Plain
from app.kernel.errors import NotSetAgainError, SerialPrintedError, SerialRangeError
from app.models import JournalLine, Letter, Matter
from app.services import house_fonts, issued, letters, sheets
from app.services.changes import Changes, Noun, changed
from app.vault import journal, settings
from app.vault.register import Register

MOST_COPIES: Final = 200
"""Copies with numbers of their own in one go: each is set and sent alone."""
HIGHEST: Final = 999_999
"""份号 has six digits (GB/T 9704-2012 7.2.1)."""
FARTHEST: Final = 100
"""A correction reaches 10 mm, counted in tenths."""
_DIGITS: Final = 6
_OFFSET: Final = "printing.offset"
_PRINTED: Final = "letter.printed"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to be printed; *pdf* is what is kept or shown of it.

    *document* is what it can be set again from, None where it was finished elsewhere or is another
    agency's. *subject* is what a line of the journal is about: the matter, or the letter or draft
    that stands alone; without one whoever prints it keeps the journal.
    """

    title: str
    pdf: bytes
    pages: int
    subject: str = ""
    kind: str = ""
    number: str = ""
    letter_uid: str = ""
    document: OfficialDocument | None = None

    @property
    def red_headed(self) -> bool:
        """Whether 套打 and 份号 are for it: 文件, 信函 and 纪要 that are set here."""
        return self.document is not None and red_headed(self.document)


@dataclass(frozen=True, slots=True)
class Papers:
    """*no_pages* are the titles of letters whose kept file is no PDF: their program prints them."""

    found: tuple[Paper, ...]
    no_pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Serials:
    """份号 from *first* to *last*, a copy each; *again* (补印) also those printed before."""

    first: int
    last: int
    again: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(f"{number:0{_DIGITS}}" for number in range(self.first, self.last + 1))


@dataclass(frozen=True, slots=True)
class Manner:
    """*overprint* leaves the red head blank (套打)."""

    overprint: bool = False
    serials: Serials | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """What is printed of *paper*."""

    paper: Paper
    pdf: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Offset:
    """How far 套打 is moved for this office's printer, in tenths of a millimetre."""

    right: int = 0
    down: int = 0


def papers(register: Register, letter_uids: tuple[str, ...]) -> Papers:
    """Issued letters, ready to be printed in the order asked for.

    Raises:
        UnknownRecordError, AttachmentMissingError, AttachmentChangedError.
    """
    found, others = [], []
    for uid in letter_uids:
        _, data = letters.file(register, uid)
        with register.read() as session:
            letter = issued.one(session, uid)
            if pages := readable_pages(data):
                found.append(_paper(session, letter, data, pages))
            else:
                others.append(letter.title)
    return Papers(tuple(found), tuple(others))


def of_matter(register: Register, matter_uid: str) -> Papers:
    """Every issued letter of a matter whose text is still there, as ``papers``."""
    with register.read() as session:
        chosen = select(Letter.uid).join(Matter, Letter.matter_id == Matter.id)
        # Without its title its text was destroyed.
        chosen = chosen.where(Matter.uid == matter_uid, Letter.title != "").order_by(Letter.id)
        uids = tuple(session.scalars(chosen))
    return papers(register, uids)


def copies(
    register: Register,
    wanted: tuple[Paper, ...],
    manner: Manner,
    watch: Callable[[int, int], None] = lambda _done, _total: None,
) -> tuple[Copy, ...]:
    """What to print of each paper: itself, or a copy for each 份号, in their order.

    Raises:
        SerialRangeError. SerialPrintedError: a copy of one has it already, and nobody wishes it
            again. NotSetAgainError: fonts or program give another text than the kept one.
    """
    if manner.serials is not None:
        _refuse_range(manner.serials)
    with register.read() as session:
        if manner.serials is not None and not manner.serials.again:
            _refuse_printed(session, wanted, manner.serials)
        fonts = house_fonts.chain(session)
    found: list[Copy] = []
    total = len(wanted) * (len(manner.serials.texts) if manner.serials else 1)
    for paper in wanted:
        for copy in _copies(paper, manner, fonts):
            found.append(copy)
            watch(len(found), max(total, len(found)))
    return tuple(found)


def next_serial(register: Register, paper: Paper) -> int:
    """The 份号 after the last one printed of this paper."""
    with register.read() as session:
        return 1 + max((last for _, last in _printed(session, paper)), default=0)


def note_printed(
    register: Register, printed: tuple[Paper, ...], numbers: int, manner: Manner
) -> Changes:
    """Write into the journal what was handed to a printer: how many copies, or which 份号."""
    with register.write() as session:
        for paper in printed:
            _note(register, session, paper, numbers, manner)
    return changed(Noun.LETTERS)


def distribution(register: Register, listed: tuple[Paper, ...], serials: Serials) -> PrintedTable:
    """份号登记表: which copy went to whom, the receivers to be written by hand."""
    columns = (
        Column("份号", 20),
        Column("文号", 40),
        Column("标题", 74),
        Column("发往单位", 56),
        Column("签收人", 30),
        Column("签收日期", 30),
    )
    rows = tuple(
        (serial, paper.number, paper.title, "", "", "")
        for paper in listed
        if paper.red_headed
        for serial in serials.texts
    )
    return sheets.paint(register, TableText("份号登记表", columns, rows))


def alignment(register: Register) -> bytes:
    """The sheet the correction of 套打 is read from."""
    with register.read() as session:
        fonts = house_fonts.chain(session)
    return alignment_pdf(fonts)


def offset(register: Register) -> Offset:
    with register.read() as session:
        stored = settings.read(session, _OFFSET, {})
    return plain.from_plain(Offset, {"right": 0, "down": 0, **_mapping(stored)})


def set_offset(register: Register, wished: Offset) -> Changes:
    """Keep the correction; what reaches farther than 10 mm is brought back to that."""
    kept = Offset(_within(wished.right), _within(wished.down))
    with register.write() as session:
        settings.write(session, _OFFSET, {"right": kept.right, "down": kept.down})
        journal.append(
            session,
            register.clock,
            register.user_name,
            "settings.changed",
            register.vault_uid,
            overprint_right=kept.right,
            overprint_down=kept.down,
        )
    return changed(Noun.SETTINGS)


# -- inside ------------------------------------------------------------------------------------


def _paper(session: Session, letter: Letter, data: bytes, pages: int) -> Paper:
    matter = session.get(Matter, letter.matter_id) if letter.matter_id else None
    return Paper(
        letter.title,
        data,
        pages,
        subject=matter.uid if matter else letter.uid,
        kind=letter.kind,
        number=letter.number,
        letter_uid=letter.uid,
        document=issued.document(session, letter),
    )


def _copies(paper: Paper, manner: Manner, fonts: FontSet) -> Iterator[Copy]:
    document = paper.document
    if document is None or not paper.red_headed or manner == Manner():
        yield Copy(paper, paper.pdf, paper.pages)
        return
    _refuse_other_text(paper, document, fonts)
    for serial in manner.serials.texts if manner.serials else (document.serial,):
        yield _copy(paper, replace(document, serial=serial), fonts, manner)


def _copy(paper: Paper, document: OfficialDocument, fonts: FontSet, manner: Manner) -> Copy:
    composed = setting.compose(document, fonts)
    shown = without_red_head(composed) if manner.overprint else composed
    return Copy(paper, setting.paint_pdf(shown, document), len(shown.pages))


def _refuse_other_text(paper: Paper, document: OfficialDocument, fonts: FontSet) -> None:
    """A draft is what is set now; an issued letter is what was kept of it."""
    if paper.letter_uid and not look_alike(paper.pdf, _copy(paper, document, fonts, Manner()).pdf):
        raise NotSetAgainError(number=paper.number)


def _refuse_range(wished: Serials) -> None:
    within = 1 <= wished.first <= wished.last <= HIGHEST
    if not within or wished.last - wished.first >= MOST_COPIES:
        raise SerialRangeError(first=wished.first, last=wished.last, most=MOST_COPIES)


def _refuse_printed(session: Session, wanted: tuple[Paper, ...], wished: Serials) -> None:
    for paper in wanted:
        ranges = _printed(session, paper) if paper.red_headed and paper.letter_uid else ()
        if any(first <= wished.last and wished.first <= last for first, last in ranges):
            raise SerialPrintedError(number=paper.number, first=wished.first, last=wished.last)


def _printed(session: Session, paper: Paper) -> Iterator[tuple[int, int]]:
    """Every run of 份号 that was handed to a printer with *paper*."""
    lines = session.scalars(
        select(JournalLine.facts).where(
            JournalLine.action == _PRINTED, JournalLine.subject == paper.subject
        )
    )
    for facts in lines:
        if _told_of(facts) == (paper.kind, paper.number) and (run := facts.get("serials")):
            first, _, last = str(run).partition("-")
            yield int(first), int(last)


def _note(register: Register, session: Session, paper: Paper, numbers: int, manner: Manner) -> None:
    facts: dict[str, Plain] = {"kind": paper.kind, "number": paper.number}
    if manner.serials and paper.red_headed:
        first, *_ = texts = manner.serials.texts
        facts |= {"serials": f"{first}-{texts[-1]}", "last_serial": manner.serials.last}
        numbers = len(texts)
    facts["copies"] = numbers
    journal.append(session, register.clock, register.user_name, _PRINTED, paper.subject, **facts)


def _told_of(facts: Mapping[str, Plain]) -> tuple[Plain, Plain]:
    return facts.get("kind"), facts.get("number")


def _mapping(stored: Plain) -> Mapping[str, Plain]:
    return stored if isinstance(stored, dict) else {}


def _within(tenths: int) -> int:
    return min(max(tenths, -FARTHEST), FARTHEST)
