"""发文字号: a number is drawn in the transaction that freezes its letter, and never again.

- A count is kept here from the first year in which this program drew a number of it: from then on
  each serial from its start has a row, or is a gap that asks for a reason.
- A number given elsewhere advances the count it reads as one of, and may fill a gap.
- What was explained as «外部编号» may still get its letter: it is the same use of the number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from app.kernel import plain
from app.kernel.errors import NumberTakenError
from app.models import DocumentNumber, Letter
from app.rules import numbering
from app.rules.numbering import Reason, Series
from app.vault import settings
from app.vault.register import Register

_Looks = Mapping[str, Sequence[tuple[str, str, str]]]
"""Of numbers by their outlines: count, normal form and reason."""

_SERIES: Final = "letters.series"
_STARTS: Final = "letters.starts"


@dataclass(frozen=True, slots=True)
class Gap:
    """Serials *first* to *last* of a count that no row tells of; *year* 0 where it runs on."""

    series: str
    year: int
    first: int
    last: int

    @property
    def text(self) -> str:
        """Its numbers as they would be written."""
        return numbering.named(self.series).span(self.year, self.first, self.last)


@dataclass(frozen=True, slots=True)
class _Count:
    """How letters of *kind* are counted, as the settings keep it."""

    kind: str
    code: str
    pattern: str


@dataclass(frozen=True, slots=True)
class _Counts:
    counts: tuple[_Count, ...]


@dataclass(frozen=True, slots=True)
class _Start:
    series: str
    year: int
    first: int


@dataclass(frozen=True, slots=True)
class _Starts:
    starts: tuple[_Start, ...]


# -- how the office counts -----------------------------------------------------------------


def series_of(session: Session, kind: str) -> Series:
    """The count of letters of *kind*; its code is empty before the first was said or used."""
    return _counts(session).get(kind) or Series("")


def keep_series(session: Session, kind: str, series: Series) -> None:
    """Count letters of *kind* so; what was typed before and read as no number is read again."""
    known = _counts(session)
    if series not in known.values():
        _read_again(session, series)
    every = {**known, kind: series}
    said = _Counts(tuple(_Count(name, each.code, each.pattern) for name, each in every.items()))
    settings.write(session, _SERIES, plain.to_plain(said))


def start_of(session: Session, series: str, year: int) -> int:
    """The first serial of a count that is this register's to account for; 1 where nothing says."""
    return _starts(session).get((series, year), 1)


def keep_start(session: Session, series: str, year: int, first: int) -> None:
    every = {**_starts(session), (series, year): first}
    said = _Starts(tuple(_Start(*place, serial) for place, serial in every.items()))
    settings.write(session, _STARTS, plain.to_plain(said))


# -- drawing -------------------------------------------------------------------------------


def following(session: Session, series: Series, year: int) -> numbering.DocumentNumber:
    """The number after the last one of *series* in *year*; one entered by mistake is passed by."""
    counted = series.year(year)
    uses = _uses(session, series, counted, _looks(session, counted))
    last = _last(uses)
    serial = max(last, start_of(session, series.name, counted) - 1) + 1
    while serial in uses:
        serial += 1
    return series.number(year, serial)


def meant(session: Session, text: str) -> numbering.DocumentNumber | None:
    """The number *text* means: of a count the office told of, or of the prescribed form."""
    counts = dict.fromkeys(_counts(session).values())
    known = (series.read(text) for series in counts if series.pattern != numbering.STANDARD)
    return next((number for number in known if number), None) or numbering.parse(text)


def entered(session: Session, text: str) -> DocumentNumber | None:
    """The row of the number *text* means, however it was typed and of whatever count it is."""
    series, year, serial = _place(session, text)
    same = _in(series, year) & (DocumentNumber.serial == serial)
    row = session.scalar(select(DocumentNumber).where(or_(same, DocumentNumber.text == text)))
    return row or _alike(session, text)


def draw(
    register: Register,
    session: Session,
    number: numbering.DocumentNumber | str,
    letter: Letter,
    *,
    external: bool,
) -> None:
    """Enter a number; one that does not read as a number is a series of its own.

    Raises:
        NumberTakenError: it was used before.
    """
    text = str(number)
    if isinstance(number, str):
        place = _place(session, text)
    else:
        place = number.series, number.year, number.serial
    row = entered(session, text) or session.scalar(select(DocumentNumber).where(_at(*place)))
    if row is not None and not (external and awaits_letter(row)):
        raise NumberTakenError(number=text)
    if row is not None:
        row.letter_uid, row.external = letter.uid, True
        return
    series, year, serial = place
    session.add(
        DocumentNumber(
            series=series,
            year=year,
            serial=serial,
            text=text,
            letter_uid=letter.uid,
            external=external,
            reason="",
            note="",
            drawn_at=register.clock.now(),
        )
    )


def keep_returned(session: Session, letter: Letter) -> None:
    """Enter the number of a letter of ours that a peer gave back, unless it is there.

    A number explained meanwhile gets its letter; one drawn again stays, and an alarm tells of it.
    """
    if not letter.number:
        return
    row = entered(session, letter.number)
    if row is not None:
        row.letter_uid = row.letter_uid or letter.uid
        return
    series, year, serial = _place(session, letter.number)
    session.add(
        DocumentNumber(
            series=series,
            year=year,
            serial=serial,
            text=letter.number,
            letter_uid=letter.uid,
            external=letter.way == "external",
            reason="",
            note="",
            drawn_at=letter.issued_at,
        )
    )


def explained(gap: Gap, serial: int, reason: Reason, note: str, at: datetime) -> DocumentNumber:
    """The row of a number without a letter."""
    return DocumentNumber(
        series=gap.series,
        year=gap.year,
        serial=serial,
        text=str(numbering.named(gap.series).number(gap.year, serial)),
        letter_uid="",
        external=reason is Reason.EXTERNAL,
        reason=reason,
        note=note,
        drawn_at=at,
    )


def awaits_letter(row: DocumentNumber) -> bool:
    """Whether a paper may still be entered under the number: it was said to be used elsewhere."""
    return not row.letter_uid and row.reason == Reason.EXTERNAL


# -- gaps ----------------------------------------------------------------------------------


def gaps(session: Session) -> tuple[Gap, ...]:
    """Every run of serials that were passed over in a count kept here, oldest first."""
    looks = _looks(session)
    return tuple(
        gap for series, year in _kept(session) for gap in _gaps(session, series, year, looks)
    )


def is_count(session: Session, series: str) -> bool:
    """Whether the office counts so, or a number was entered there."""
    told = {each.name for each in _counts(session).values()}
    known = select(DocumentNumber.id).where(DocumentNumber.series == series)
    return series in told or session.scalar(known.where(DocumentNumber.serial > 0)) is not None


def passed_over(session: Session, number: numbering.DocumentNumber) -> Gap | None:
    """The numbers that entering *number* would leave without a letter."""
    if (number.series, number.year) not in set(_kept(session)):
        return None
    due = following(session, Series(number.code, number.pattern), number.year).serial
    if number.serial <= due:
        return None
    return Gap(number.series, number.year, due, number.serial - 1)


def _kept(session: Session) -> Iterator[tuple[str, int]]:
    """The counts of each year since this program first drew from them."""
    drawn = ~DocumentNumber.external & (DocumentNumber.letter_uid != "")
    since = select(DocumentNumber.series, func.min(DocumentNumber.year).label("year"))
    since = since.where(drawn, DocumentNumber.serial > 0).group_by(DocumentNumber.series)
    first = {row.series: row.year for row in session.execute(since)}
    years = select(DocumentNumber.series, DocumentNumber.year).distinct()
    for row in session.execute(years.order_by(DocumentNumber.year, DocumentNumber.series)):
        if row.series in first and row.year >= first[row.series]:
            yield row.series, row.year


def _gaps(session: Session, series: str, year: int, looks: _Looks) -> Iterator[Gap]:
    uses = _uses(session, numbering.named(series), year, looks)
    top, due = _last(uses), start_of(session, series, year)
    for serial in sorted(uses):
        if serial > top:
            return
        if serial > due:
            yield Gap(series, year, due, serial - 1)
        due = max(due, serial + 1)


# -- inside --------------------------------------------------------------------------------


def _counts(session: Session) -> dict[str, Series]:
    said = plain.from_plain(_Counts, settings.read(session, _SERIES, {}))
    return {each.kind: Series(each.code, each.pattern) for each in said.counts}


def _starts(session: Session) -> dict[tuple[str, int], int]:
    said = plain.from_plain(_Starts, settings.read(session, _STARTS, {}))
    return {(each.series, each.year): each.first for each in said.starts}


def _looks(session: Session, year: int = 0) -> _Looks:
    """The numbers in the book by what they look like; of one year those that may bear it."""
    rows = select(DocumentNumber.series, DocumentNumber.text, DocumentNumber.reason)
    if year:
        rows = rows.where(DocumentNumber.year.in_((0, year)))
    found = defaultdict[str, list[tuple[str, str, str]]](list)
    for row in session.execute(rows):
        alike = numbering.normal(row.text)
        found[numbering.outline(alike)].append((row.series, alike, row.reason))
    return found


def _uses(session: Session, series: Series, year: int, looks: _Looks) -> dict[int, str]:
    """Each serial of a count that is in the book, and the reason entered with it.

    Also one that stands there under another count, where the two numbers look alike.
    """
    ours = select(DocumentNumber.serial, DocumentNumber.reason).where(_in(series.name, year))
    found = {row.serial: row.reason for row in session.execute(ours)}
    for other, alike, reason in looks.get(series.outline, ()):
        if other != series.name and (serial := series.serial_of(alike, year)):
            found.setdefault(serial, reason)
    return found


def _last(uses: Mapping[int, str]) -> int:
    return max((serial for serial, reason in uses.items() if reason != Reason.MISTAKE), default=0)


def _alike(session: Session, text: str) -> DocumentNumber | None:
    sought = numbering.normal(text)
    rows = session.execute(select(DocumentNumber.id, DocumentNumber.text))
    same = next((row.id for row in rows if numbering.normal(row.text) == sought), None)
    return session.get(DocumentNumber, same) if same else None


def _read_again(session: Session, series: Series) -> None:
    """Put what read as no number where it belongs, now that the office told of the count."""
    for row in session.scalars(select(DocumentNumber).where(DocumentNumber.serial == 0)).all():
        found = series.read(row.text)
        if found is None:
            continue
        place = found.series, found.year, found.serial
        if session.scalar(select(DocumentNumber.id).where(_at(*place))) is None:
            row.series, row.year, row.serial = place
            session.flush()


def _place(session: Session, text: str) -> tuple[str, int, int]:
    found = meant(session, text)
    return (found.series, found.year, found.serial) if found else (text, 0, 0)


def _in(series: str, year: int) -> ColumnElement[bool]:
    return (DocumentNumber.series == series) & (DocumentNumber.year == year)


def _at(series: str, year: int, serial: int) -> ColumnElement[bool]:
    return _in(series, year) & (DocumentNumber.serial == serial)
