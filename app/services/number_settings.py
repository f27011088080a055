"""How the office numbers its letters: a 机关代字 and a pattern per kind, and where a year began."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.documents.kinds.letters import LETTERS, LetterKind
from app.documents.model import Form
from app.kernel.errors import NumberingBegunError, NumberPatternError
from app.models import DocumentNumber, Incoming
from app.rules import numbering
from app.rules.numbering import PATTERNS, STANDARD, Fault, Series
from app.services import issue_check, numbers
from app.services.changes import Changes, Noun, changed
from app.services.incoming import BOOK
from app.vault import journal
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class Numbering:
    """How letters of *kind* are numbered. *following* is empty while there is no 机关代字.

    *start* is the first serial of the year that is this register's to account for. *shared* are
    the other kinds of the same count.
    """

    kind: LetterKind
    series: Series
    start: int
    following: str
    shared: tuple[LetterKind, ...]


@dataclass(frozen=True, slots=True)
class NumberingWish:
    """*start* counts in *year*; what lies before it is «外部编号»."""

    code: str
    pattern: str
    year: int
    start: int = 1


def numbered_kinds() -> tuple[LetterKind, ...]:
    """Every kind that gets a number: no sheets, no forms for writing by hand."""
    return tuple(kind for kind, row in LETTERS.items() if row.numbered)


def free(kind: LetterKind) -> bool:
    """Whether the office chooses the pattern: 纪要 alone may be counted otherwise."""
    return LETTERS[kind].form is Form.MINUTES


def usual(kind: LetterKind) -> str:
    """The pattern to offer first for *kind*: 纪要 are counted without a 机关代字."""
    return PATTERNS[1] if free(kind) else STANDARD


def rows(register: Register, year: int) -> tuple[Numbering, ...]:
    with register.read() as session:
        counts = {kind: numbers.series_of(session, kind) for kind in numbered_kinds()}
        return tuple(_row(session, kind, counts, year) for kind in counts)


def configure(register: Register, kinds: Collection[LetterKind], wish: NumberingWish) -> Changes:
    """Count letters of *kinds* together as *wish* says from now on; what was drawn stays.

    Raises:
        NotNumberedError: one of *kinds* gets no number.
        NumberPatternError: a number could not be read back as it is written, or the standard
            prescribes another for one of *kinds*.
        NumberingBegunError: this program drew a number of that year before *start*.
    """
    series = Series(wish.code.strip(), wish.pattern.strip())
    for kind in kinds:
        issue_check.refuse_kind(kind)
    if faults := tuple(_faults(series, kinds)):
        raise NumberPatternError(faults=faults)
    if not series.coded:
        series = Series("", series.pattern)
    with register.write() as session:
        year = series.year(wish.year)
        _refuse_begun(session, series, year, wish.start)
        for kind in kinds:
            numbers.keep_series(session, kind, series)
        if wish.start != numbers.start_of(session, series.name, year):
            numbers.keep_start(session, series.name, year, wish.start)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "settings.changed",
            register.vault_uid,
            letter_kinds=sorted(kinds),
            series=series.name,
            start=str(series.number(wish.year, wish.start)),
        )
        return changed(Noun.SETTINGS, Noun.LETTERS)


def incoming_start(register: Register, year: int) -> int:
    """The number 收文 of *year* begin with here."""
    with register.read() as session:
        return numbers.start_of(session, BOOK.name, year)


def set_incoming_start(register: Register, year: int, first: int) -> Changes:
    """Begin 收文 of *year* with *first*: the ones before are in the book on paper.

    Raises:
        NumberingBegunError: one with a lower number is in the book here.
    """
    with register.write() as session:
        least = session.scalar(select(func.min(Incoming.serial)).where(Incoming.year == year))
        if least is not None and first > least:
            raise NumberingBegunError(number=str(BOOK.number(year, least)))
        numbers.keep_start(session, BOOK.name, year, first)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "settings.changed",
            register.vault_uid,
            series=BOOK.name,
            start=str(BOOK.number(year, first)),
        )
        return changed(Noun.SETTINGS, Noun.LETTERS)


def _faults(series: Series, kinds: Collection[LetterKind]) -> Iterator[Fault]:
    yield from numbering.faults(series)
    if series.pattern != STANDARD and not all(map(free, kinds)):
        yield Fault.PRESCRIBED


def _row(
    session: Session, kind: LetterKind, counts: Mapping[LetterKind, Series], year: int
) -> Numbering:
    series = counts[kind]
    known = bool(series.code) or not series.coded
    return Numbering(
        kind=kind,
        series=series,
        start=numbers.start_of(session, series.name, series.year(year)) if known else 1,
        following=str(numbers.following(session, series, year)) if known else "",
        shared=tuple(
            other for other, same in counts.items() if known and same == series and other != kind
        ),
    )


def _refuse_begun(session: Session, series: Series, year: int, start: int) -> None:
    first = session.scalar(
        select(func.min(DocumentNumber.serial)).where(
            DocumentNumber.series == series.name,
            DocumentNumber.year == year,
            ~DocumentNumber.external,
            DocumentNumber.letter_uid != "",
        )
    )
    if first is not None and start > first:
        raise NumberingBegunError(number=str(numbering.named(series.name).number(year, first)))
