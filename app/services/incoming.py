"""收文登记簿: papers and letters that came, under our own running number of the year.

- A letter that came in a bundle is listed by itself; that it was taken in is a fact of its own and
  neither 签收 nor its entry in the book.
- It is entered by a person, or when 签收 of it is recorded: then at the moment of 签收.
- A number that was given stays given; what is known of a paper later is added, nothing is removed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, defer

from app.kernel import clock
from app.kernel.errors import (
    FutureMomentError,
    MissingFieldsError,
    PaperKnownError,
    SlipKnownError,
    UnknownRecordError,
)
from app.kernel.terms import new_uid
from app.models import Attachment, BundleSeen, Entry, Incoming, Letter, Matter, Step
from app.rules.numbering import Series
from app.rules.steps import State, StepKind
from app.services import evidence, house, numbers, threads
from app.services.changes import Changes, Noun, changed
from app.services.outgoing import opens
from app.vault import journal
from app.vault.register import Register

BOOK: Final = Series("收文")
"""The count of the book; where its year began is kept beside those of 发文."""
PAPER: Final = "paper"
"""The kind of what came on paper."""


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A paper that came. *again* enters one that looks like an earlier one all the same."""

    sender: str
    title: str
    received_at: datetime
    number: str = ""
    dated_on: date | None = None
    copies: int = 1
    handler: str = ""
    remark: str = ""
    matter_uid: str = ""
    file: Path | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """The 回执 of a letter of ours that came back on paper; *sha256* is its scan."""

    sender: str
    received_at: datetime
    remark: str
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Addition:
    """What is known later: who handles it, what became of it, its matter, its scan; empty and None
    leave matter and scan as they are."""

    handler: str
    remark: str
    copies: int
    matter_uid: str = ""
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class IncomingQuery:
    """*year* of receipt; *kind* of a letter or ``PAPER``; *text* in sender, number, title, handler,
    remark."""

    year: int | None = None
    kind: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class IncomingRow:
    """A line. *entered* is its number in the book, empty while nobody has entered it; *taken_at*
    when its bundle was taken in, None for paper. Without a title it was destroyed by law.
    """

    uid: str
    letter_uid: str
    entered: str
    year: int
    serial: int
    kind: str
    received_at: datetime | None
    taken_at: datetime | None
    sender: str
    number: str
    title: str
    dated_on: date | None
    copies: int
    handler: str
    remark: str
    matter_uid: str
    subject: str
    state: State | None
    sha256: str
    file_name: str

    @property
    def waits(self) -> bool:
        """Whether it came and is not in the book yet."""
        return not self.entered


# -- entering ------------------------------------------------------------------------------


def enter_letters(register: Register, letter_uids: Collection[str], handler: str = "") -> Changes:
    """Enter letters that came in bundles; those that are in the book stay as they are.

    Raises:
        UnknownRecordError: one of them never came.
    """
    with register.write() as session:
        for uid in letter_uids:
            letter = session.scalar(_came(session).where(Letter.uid == uid))
            if letter is None:
                raise UnknownRecordError(kind="letter", uid=uid)
            signed = _signed_at(session, letter) if opens(letter) else None
            _enter_letter(register, session, letter, signed or register.clock.now(), handler)
        return changed(Noun.LETTERS)


def enter_paper(register: Register, draft: PaperDraft) -> Changes:
    """Enter a paper, with its scan where there is one.

    Raises:
        MissingFieldsError: sender or title. FutureMomentError.
        PaperKnownError: one of this sender and number is in the book, and *again* was not said.
        UnknownRecordError: there is no such matter.
        MediumError: the scan cannot be read; nothing was entered.
    """
    given = {"sender": draft.sender, "title": draft.title}
    if empty := tuple(name for name, text in given.items() if not text.strip()):
        raise MissingFieldsError(fields=empty)
    if draft.received_at > register.clock.now():
        raise FutureMomentError(moment=draft.received_at)
    kept = None if draft.file is None else evidence.keep_file(register, draft.file)
    with register.write() as session:
        _refuse_known(session, draft)
        _refuse_no_matter(session, draft.matter_uid)
        row = _row_for(register, session, draft.received_at)
        row.sender, row.number = draft.sender.strip(), draft.number.strip()
        row.title, row.dated_on = draft.title.strip(), draft.dated_on
        row.copies, row.handler = max(draft.copies, 1), draft.handler.strip()
        row.remark, row.matter_uid = draft.remark.strip(), draft.matter_uid
        row.attachment_sha256 = evidence.attach(register, session, kept).sha256 if kept else None
        return _entered(register, session, row)


def enter_slip(register: Register, session: Session, letter: Letter, slip: Slip) -> Changes:
    """In the caller's transaction: enter the 回执 of *letter*, a letter of ours that stands alone.

    Raises:
        MissingFieldsError: who sent it. SlipKnownError: its slip is in the book.
    """
    sender = slip.sender.strip()
    if not sender:
        raise MissingFieldsError(fields=("sender",))
    same = select(Incoming).where(Incoming.answers == letter.uid, Incoming.sender == sender)
    if (known := session.scalar(same)) is not None:
        entered = str(BOOK.number(known.year, known.serial))
        raise SlipKnownError(sender=sender, number=letter.number, entered=entered)
    row = _row_for(register, session, slip.received_at)
    row.sender, row.title, row.remark = sender, f"{letter.title}回执", slip.remark
    row.number, row.dated_on, row.copies, row.handler = "", None, 1, ""
    row.answers, row.matter_uid, row.attachment_sha256 = letter.uid, "", slip.sha256
    return _entered(register, session, row)


def add(register: Register, uid: str, said: Addition) -> Changes:
    """Tell more of what is in the book.

    Raises:
        UnknownRecordError. MediumError: the scan cannot be read; nothing was changed.
    """
    kept = None if said.file is None else evidence.keep_file(register, said.file)
    with register.write() as session:
        row = session.scalar(select(Incoming).where(Incoming.uid == uid))
        if row is None:
            raise UnknownRecordError(kind="incoming", uid=uid)
        _refuse_no_matter(session, said.matter_uid)
        row.handler, row.remark = said.handler.strip(), said.remark.strip()
        row.copies = max(said.copies, 1)
        row.matter_uid = said.matter_uid or row.matter_uid
        if kept:
            row.attachment_sha256 = evidence.attach(register, session, kept).sha256
        _note(register, session, "incoming.amended", row)
        return changed(Noun.LETTERS, uid=uid)


def enter_signed(register: Register, session: Session, matter: Matter, step: Step) -> None:
    """In the transaction that records our 签收: enter what was signed for, unless it is there."""
    own = house.own_agency(session).uid
    if step.author_uid != own:
        return
    letters = _came(session).where(Letter.matter_id == matter.id)
    found: Iterable[Letter]
    if step.kind == StepKind.ACKNOWLEDGED and matter.counterpart_uid == own:
        found = filter(opens, session.scalars(letters).all())
    elif step.kind == StepKind.NOTICE_RECEIVED:
        about = select(Step).where(Step.uid == str(step.fields.get("about", "")))
        notice = session.scalar(about)
        number = str(notice.fields.get("number") or "—") if notice else "—"
        found = session.scalars(letters.where(Letter.number == number)).all()
    else:
        return
    for letter in found:
        _enter_letter(register, session, letter, step.occurred_at, "")


# -- reading -------------------------------------------------------------------------------


def rows(register: Register, query: IncomingQuery) -> tuple[IncomingRow, ...]:
    """What waits to be entered, then the book from its first line on."""
    with register.read() as session:
        lines = [*_waiting(session), *_book(session)]
        return tuple(row for row in lines if _answers(query, row))


def years(register: Register) -> tuple[int, ...]:
    """Every year of the book, the latest first."""
    with register.read() as session:
        return tuple(session.scalars(select(Incoming.year).distinct().order_by(-Incoming.year)))


def waiting(register: Register) -> int:
    """How many letters came that nobody entered yet."""
    with register.read() as session:
        return session.scalar(select(func.count()).select_from(_unentered(session).subquery())) or 0


def _waiting(session: Session) -> Iterator[IncomingRow]:
    found = session.scalars(_unentered(session).order_by(Letter.id)).all()
    names = threads.agency_names(session)
    matters = _matters(session, [row.matter_id for row in found if row.matter_id])
    taken = _taken_at(session, [row.uid for row in found])
    for letter in found:
        matter = matters.get(letter.matter_id or 0)
        yield IncomingRow(
            uid="",
            letter_uid=letter.uid,
            entered="",
            year=0,
            serial=0,
            kind=letter.kind,
            received_at=None,
            taken_at=taken.get(letter.uid),
            sender=names.get(letter.author_uid, ""),
            number=letter.number,
            title=letter.title,
            dated_on=letter.dated_on,
            copies=1,
            handler="",
            remark="",
            matter_uid=matter.uid if matter else "",
            subject=matter.subject if matter else "",
            state=State(matter.state) if matter else None,
            sha256=letter.attachment_sha256,
            file_name="",
        )


def _book(session: Session) -> Iterator[IncomingRow]:
    lines = session.scalars(select(Incoming).order_by(Incoming.year, Incoming.serial)).all()
    came = session.scalars(_came(session)).all()
    letters = {row.uid: row for row in came}
    matters = {row.uid: row for row in _matters(session, None).values()}
    taken = _taken_at(session, [row.uid for row in came])
    named = session.execute(select(Attachment.sha256, Attachment.name))
    files = {row.sha256: row.name for row in named}
    for row in lines:
        letter, matter = letters.get(row.letter_uid), matters.get(row.matter_uid)
        sha256 = letter.attachment_sha256 if letter else row.attachment_sha256 or ""
        yield IncomingRow(
            uid=row.uid,
            letter_uid=row.letter_uid,
            entered=str(BOOK.number(row.year, row.serial)),
            year=row.year,
            serial=row.serial,
            kind=letter.kind if letter else PAPER,
            received_at=row.received_at,
            taken_at=taken.get(row.letter_uid),
            sender=row.sender,
            number=row.number,
            title=row.title,
            dated_on=row.dated_on,
            copies=row.copies,
            handler=row.handler,
            remark=row.remark,
            matter_uid=row.matter_uid,
            subject=matter.subject if matter else "",
            state=State(matter.state) if matter else None,
            sha256=sha256,
            file_name=files.get(sha256, ""),
        )


# -- inside --------------------------------------------------------------------------------


def _came(session: Session) -> Select[Letter]:
    """Letters of other agencies whose text is still here."""
    own = house.own_agency(session).uid
    return select(Letter).where(Letter.author_uid != own, Letter.title != "")


def _unentered(session: Session) -> Select[Letter]:
    entered = select(Incoming.letter_uid).where(Incoming.letter_uid != "")
    return _came(session).where(Letter.uid.not_in(entered))


def _matters(session: Session, ids: Collection[int] | None) -> dict[int, Matter]:
    # Reading the particulars of each would take longer than all the rest.
    query = select(Matter).options(defer(Matter.particulars))
    found = session.scalars(query if ids is None else query.where(Matter.id.in_(ids)))
    return {row.id: row for row in found}


def _taken_at(session: Session, letter_uids: Collection[str]) -> dict[str, datetime]:
    told = (
        select(Entry.record_uid, func.min(BundleSeen.taken_at).label("at"))
        .join(BundleSeen, BundleSeen.id == Entry.bundle_id)
        .where(Entry.record_uid.in_(letter_uids), ~Entry.outgoing)
        .group_by(Entry.record_uid)
    )
    return {row.record_uid: row.at for row in session.execute(told)}


def _signed_at(session: Session, letter: Letter) -> datetime | None:
    """When we signed for the letter that opens a matter, where that is recorded."""
    return session.scalar(
        select(func.min(Step.occurred_at)).where(
            Step.matter_id == letter.matter_id,
            Step.kind == StepKind.ACKNOWLEDGED,
            Step.author_uid == house.own_agency(session).uid,
        )
    )


def _enter_letter(
    register: Register, session: Session, letter: Letter, at: datetime, handler: str
) -> None:
    entered = select(Incoming.id).where(Incoming.letter_uid == letter.uid)
    if session.scalar(entered) is not None:
        return
    matter = session.get(Matter, letter.matter_id) if letter.matter_id else None
    row = _row_for(register, session, at)
    row.sender = house.agency(session, letter.author_uid).name
    row.number, row.title, row.dated_on = letter.number, letter.title, letter.dated_on
    row.copies, row.handler, row.remark = 1, handler.strip(), ""
    row.letter_uid, row.matter_uid = letter.uid, matter.uid if matter else ""
    row.attachment_sha256 = None
    _entered(register, session, row)


def _row_for(register: Register, session: Session, at: datetime) -> Incoming:
    """A line under the next number of the year of *at*."""
    year = clock.local_date(at).year
    last = session.scalar(select(func.max(Incoming.serial)).where(Incoming.year == year))
    start = numbers.start_of(session, BOOK.name, year)
    return Incoming(
        uid=new_uid(),
        year=year,
        serial=max(last or 0, start - 1) + 1,
        received_at=at,
        letter_uid="",
        answers="",
        recorded_at=register.clock.now(),
        recorded_by=register.user_name,
    )


def _entered(register: Register, session: Session, row: Incoming) -> Changes:
    session.add(row)
    session.flush()
    _note(register, session, "incoming.registered", row)
    return changed(Noun.LETTERS, uid=row.uid)


def _refuse_known(session: Session, draft: PaperDraft) -> None:
    sender, number = draft.sender.strip(), draft.number.strip()
    if draft.again or not number:
        return
    same = select(Incoming).where(Incoming.sender == sender, Incoming.number == number)
    if (row := session.scalar(same)) is not None:
        entered = str(BOOK.number(row.year, row.serial))
        raise PaperKnownError(sender=sender, number=number, entered=entered)


def _refuse_no_matter(session: Session, uid: str) -> None:
    if uid and session.scalar(select(Matter.id).where(Matter.uid == uid)) is None:
        raise UnknownRecordError(kind="matter", uid=uid)


def _answers(query: IncomingQuery, row: IncomingRow) -> bool:
    said = (row.sender, row.number, row.title, row.handler, row.remark, row.entered)
    return (
        (query.year is None or row.waits or row.year == query.year)
        and (not query.kind or row.kind == query.kind)
        and (not query.text or any(query.text in words for words in said))
    )


def _note(register: Register, session: Session, action: str, row: Incoming) -> None:
    journal.append(
        session,
        register.clock,
        register.user_name,
        action,
        row.uid,
        number=str(BOOK.number(row.year, row.serial)),
    )
