"""发文登记簿: every number of ours with its letter, and every number that has none and why.

- In the order of the book: by year, by count, by serial. A gap stands where its numbers would.
- A letter whose number another one bears too (drawn again after a restoration) is listed as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from app.documents.kinds.letters import LETTERS, LetterKind
from app.kernel import canon
from app.models import DocumentNumber, Letter, LetterDraft, Matter, Sealing, Step
from app.rules import papers
from app.rules.numbering import Reason
from app.rules.steps import State, StepKind
from app.services import house, letter_facts, numbers
from app.services.numbers import Gap
from app.vault.register import Register


class Standing(StrEnum):
    """What is to be said of a line of the book."""

    ISSUED = "issued"
    WITHDRAWN = "withdrawn"
    VOID = "void"
    EXPLAINED = "explained"
    GAP = "gap"
    """Numbers that nobody explained yet."""
    TWICE = "twice"
    """Its number is another letter's too."""
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True)
class OutgoingQuery:
    """*year* of the number, or of the date where the number bears none; *text* in number, title,
    receiver or signer."""

    year: int | None = None
    kind: LetterKind | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class OutgoingRow:
    """A line. *number* of a gap tells all of its numbers; empty texts are unknown.

    *first* and *last* are its serials, 0 for a number that reads as none. *delivered_at* and
    *acknowledged_at* are told of the letter that opens a matter.
    """

    standing: Standing
    series: str
    year: int
    first: int
    last: int
    number: str
    letter_uid: str = ""
    matter_uid: str = ""
    kind: str = ""
    title: str = ""
    receiver: str = ""
    signer: str = ""
    dated_on: date | None = None
    way: str = ""
    copies: int = 0
    sealed_on: date | None = None
    delivered_at: datetime | None = None
    acknowledged_at: datetime | None = None
    reason: Reason | None = None
    note: str = ""
    sha256: str = ""
    check_code: str = ""

    @property
    def gap(self) -> Gap:
        return Gap(self.series, self.year, self.first, self.last)


def rows(register: Register, query: OutgoingQuery) -> tuple[OutgoingRow, ...]:
    with register.read() as session:
        lines = tuple(_Book(session).lines())
        found = [row for row in lines if _answers(query, row)]
        if not query.text:
            found += [row for row in _gap_rows(session) if _beside(query, row, lines)]
        return tuple(sorted(found, key=_place))


def years(register: Register) -> tuple[int, ...]:
    """Every year of which there is a line, the latest first."""
    with register.read() as session:
        printed = select(DocumentNumber.year).where(DocumentNumber.year > 0).distinct()
        dated = session.scalars(
            select(Letter.dated_on)
            .join(DocumentNumber, DocumentNumber.letter_uid == Letter.uid)
            .where(DocumentNumber.year == 0)
        )
        found = {*session.scalars(printed), *(day.year for day in dated)}
        return tuple(sorted(found, reverse=True))


def opens(letter: Letter) -> bool:
    """Whether a matter begins with it: then it is what 送达 and 签收 of the matter are about."""
    row = LETTERS.get(LetterKind(letter.kind)) if letter.kind in set(LetterKind) else None
    return row is not None and row.step is StepKind.ISSUED


# -- reading -------------------------------------------------------------------------------


class _Book:
    """What the lines are read from, each table once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        ours = Letter.author_uid == house.own_agency(session).uid
        letters = session.scalars(select(Letter).where(ours, Letter.number != ""))
        self._letters = {row.uid: row for row in letters.all()}
        # Reading the particulars of each would take longer than all the rest.
        matters = select(Matter).join(Letter, Letter.matter_id == Matter.id).where(ours)
        found = session.scalars(matters.options(defer(Matter.particulars)).distinct())
        self._matters = {row.id: row for row in found}
        sealed = session.scalars(select(Sealing).order_by(Sealing.id))
        self._seals = {row.letter_uid: row for row in sealed}
        self._handed = _handing_over(session)
        self._numbers = tuple(session.scalars(select(DocumentNumber)))
        self._addressees: dict[tuple[LetterKind, str, str], str] = {}

    def lines(self) -> Iterator[OutgoingRow]:
        yield from map(self._numbered, self._numbers)
        told = {row.letter_uid for row in self._numbers}
        for letter in self._letters.values():
            if letter.uid not in told:
                yield self._twice(letter)

    def _numbered(self, row: DocumentNumber) -> OutgoingRow:
        line = OutgoingRow(
            standing=Standing.EXPLAINED,
            series=row.series,
            year=row.year,
            first=row.serial,
            last=row.serial,
            number=row.text,
            reason=Reason(row.reason) if row.reason else None,
            note=row.note,
        )
        letter = self._letters.get(row.letter_uid)
        if letter is None:
            return line
        told = self._told(line, letter)
        voided = line.reason in {Reason.VOID, Reason.MISTAKE}
        return replace(told, standing=Standing.VOID) if voided else told

    def _twice(self, letter: Letter) -> OutgoingRow:
        number = numbers.meant(self._session, letter.number)
        place = (number.series, number.year, number.serial) if number else (letter.number, 0, 0)
        series, year, serial = place
        line = OutgoingRow(Standing.TWICE, series, year, serial, serial, letter.number)
        return replace(self._told(line, letter), standing=Standing.TWICE)

    def _told(self, line: OutgoingRow, letter: Letter) -> OutgoingRow:
        matter = self._matters.get(letter.matter_id or 0)
        seal = self._seals.get(letter.uid)
        handed = self._handed.get(matter.id, {}) if matter and opens(letter) else {}
        return replace(
            line,
            standing=_standing(letter, matter),
            letter_uid=letter.uid,
            matter_uid=matter.uid if matter else "",
            kind=letter.kind,
            title=letter.title,
            receiver=self._receiver(letter, matter) if letter.title else "",
            signer=letter.signer,
            dated_on=letter.dated_on,
            way=letter.way,
            copies=seal.copies if seal else 0,
            sealed_on=seal.sealed_on if seal else None,
            delivered_at=handed.get(StepKind.DELIVERED),
            acknowledged_at=handed.get(StepKind.ACKNOWLEDGED),
            sha256=letter.attachment_sha256,
            check_code=letter.check_code,
        )

    def _receiver(self, letter: Letter, matter: Matter | None) -> str:
        if matter is not None:
            return self._addressee(letter, matter)
        if letter.model:
            return str(canon.loads(letter.model).get("addressee", ""))
        draft = select(LetterDraft).where(LetterDraft.letter_uid == letter.uid)
        row = self._session.scalar(draft)
        if row is None or not row.facts:
            return ""
        return papers.receiver(papers.read(row.kind, row.facts_version, row.facts))

    def _addressee(self, letter: Letter, matter: Matter) -> str:
        """Asked once for each pair of agencies, where the matter itself has no say in it."""
        kind = LetterKind(letter.kind)
        if kind in letter_facts.TO_PROCURATORATE:
            return letter_facts.receiver_name(self._session, matter, kind)
        pair = (kind, matter.opener_uid, matter.counterpart_uid)
        if pair not in self._addressees:
            found = letter_facts.receiver_name(self._session, matter, kind)
            self._addressees[pair] = found
        return self._addressees[pair]


def _handing_over(session: Session) -> Mapping[int, Mapping[str, datetime]]:
    """When each matter's letter was delivered and signed for, as the last record tells it."""
    found: dict[int, dict[str, datetime]] = {}
    told = (StepKind.DELIVERED, StepKind.ACKNOWLEDGED)
    steps = select(Step.matter_id, Step.kind, Step.occurred_at).where(Step.kind.in_(told))
    for row in session.execute(steps.order_by(Step.id)):
        found.setdefault(row.matter_id, {})[row.kind] = row.occurred_at
    return found


def _standing(letter: Letter, matter: Matter | None) -> Standing:
    if not letter.title:
        return Standing.DESTROYED
    if matter is not None and matter.state == State.WITHDRAWN:
        return Standing.WITHDRAWN
    return Standing.ISSUED


def _gap_rows(session: Session) -> Iterator[OutgoingRow]:
    for gap in numbers.gaps(session):
        yield OutgoingRow(Standing.GAP, gap.series, gap.year, gap.first, gap.last, gap.text)


# -- choosing ------------------------------------------------------------------------------


def _answers(query: OutgoingQuery, row: OutgoingRow) -> bool:
    said = (row.number, row.title, row.receiver, row.signer, row.note)
    return (
        (query.year is None or _year(row) == query.year)
        and (query.kind is None or row.kind == query.kind)
        and (not query.text or any(query.text in words for words in said))
    )


def _beside(query: OutgoingQuery, row: OutgoingRow, lines: Iterable[OutgoingRow]) -> bool:
    """Whether a gap belongs to what is asked for: its count has letters of that kind."""
    if query.year is not None and row.year not in {0, query.year}:
        return False
    if query.kind is None:
        return True
    return any(line.kind == query.kind and line.series == row.series for line in lines)


def _year(row: OutgoingRow) -> int:
    """The year a line belongs to; one without any stands with the first."""
    return row.year or (row.dated_on.year if row.dated_on else 0)


def _place(row: OutgoingRow) -> tuple[int, str, int, str]:
    named = row.series if row.first else ""
    return (_year(row) if row.year else 0, named, row.first, f"{row.dated_on or ''}")
