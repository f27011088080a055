"""登记用印: when a letter was sealed, by whom, how often, and the scan of the sealed paper.

The seal is on paper and in the hands of 办公室; this is the entry in its book, for a letter that
was finished here or elsewhere alike. A letter may be sealed again; the last entry counts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents import scan
from app.kernel import clock
from app.kernel.errors import (
    ForeignPaperError,
    FutureMomentError,
    MissingFieldsError,
    NoCheckMarkError,
    PaperDiffersError,
    ReadOnlyRecordError,
    SealedTooEarlyError,
    UnknownRecordError,
    from_os_error,
)
from app.models import Letter, Matter, Sealing
from app.services import evidence, file_names, house, issued
from app.services.changes import Changes, Noun, changed
from app.vault import journal
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class SealDraft:
    """*keeper* is 监印人, *approver* who allowed it, *scan* the sealed paper if it is at hand."""

    sealed_on: date
    keeper: str
    approver: str
    copies: int = 1
    scan: Path | None = None


@dataclass(frozen=True, slots=True)
class Seal:
    """An entry. *scan_name* is empty where there is no scan or where it was destroyed by law."""

    letter_uid: str
    sealed_on: date
    keeper: str
    approver: str
    copies: int
    scan_sha256: str
    scan_name: str
    recorded_at: datetime
    recorded_by: str


def record(register: Register, letter_uid: str, draft: SealDraft) -> Changes:
    """Enter that a letter of ours was sealed.

    Raises:
        MissingFieldsError, FutureMomentError.
        SealedTooEarlyError: it was not yet signed on that day.
        ReadOnlyRecordError: it is another agency's letter.
        PaperDiffersError, ForeignPaperError: the scan bears the check mark of another paper.
        MediumError: the scan cannot be read; nothing was recorded.
    """
    given = {"keeper": draft.keeper, "approver": draft.approver}
    if empty := tuple(name for name, text in given.items() if not text.strip()):
        raise MissingFieldsError(fields=empty)
    if draft.sealed_on > clock.local_date(register.clock.now()):
        raise FutureMomentError(moment=_noon(draft.sealed_on))
    if draft.scan is not None:
        confirmed(register, letter_uid, draft.scan)
    kept = None if draft.scan is None else evidence.keep_file(register, draft.scan)
    with register.write() as session:
        letter = _ours(session, letter_uid)
        if draft.sealed_on < letter.dated_on:
            raise SealedTooEarlyError(
                number=letter.number, sealed_on=draft.sealed_on, dated_on=letter.dated_on
            )
        session.add(
            Sealing(
                letter_uid=letter_uid,
                sealed_on=draft.sealed_on,
                keeper=draft.keeper.strip(),
                approver=draft.approver.strip(),
                copies=max(draft.copies, 1),
                scan_sha256=evidence.attach(register, session, kept).sha256 if kept else None,
                recorded_at=register.clock.now(),
                recorded_by=register.user_name,
            )
        )
        _note(register, session, "letter.sealed", letter_uid, number=letter.number)
        return changed(Noun.LETTERS, Noun.MATTERS, uid=letter_uid)


def add_scan(register: Register, letter_uid: str, path: Path) -> Changes:
    """Put the scan of the sealed paper to the last entry, instead of one that was there.

    Raises:
        UnknownRecordError: nothing was entered yet. As ``record`` for the scan.
    """
    confirmed(register, letter_uid, path)
    kept = evidence.keep_file(register, path)
    with register.write() as session:
        letter = _ours(session, letter_uid)
        last = latest(session, (letter_uid,)).get(letter_uid)
        if last is None:
            raise UnknownRecordError(kind="sealing", uid=letter_uid)
        last.scan_sha256 = evidence.attach(register, session, kept).sha256
        _note(register, session, "letter.seal_scanned", letter_uid, number=letter.number)
        return changed(Noun.LETTERS, Noun.MATTERS, uid=letter_uid)


def confirmed(register: Register, letter_uid: str, path: Path) -> bool:
    """Whether the check mark in the scan is that of the letter; False where none can be read.

    Raises:
        PaperDiffersError: the mark is of another text of ours.
        ForeignPaperError: the mark is of another register.
        MediumError.
    """
    try:
        found = scan.codes(path.read_bytes(), path.name)
    except NoCheckMarkError:
        return False
    except OSError as error:
        raise from_os_error(error, path) from error
    with register.read() as session:
        letter = _ours(session, letter_uid)
        number, title, code = letter.number, letter.title, letter.check_code
    if not code or any(each.code == code for each in found):
        return bool(code)
    if all(each.register != register.vault_uid[: len(each.register)] for each in found):
        raise ForeignPaperError(number=found[0].number)
    raise PaperDiffersError(number=number, title=title)


def of_letter(register: Register, letter_uid: str) -> tuple[Seal, ...]:
    """Every entry of a letter, the first one first."""
    with register.read() as session:
        rows = session.scalars(
            select(Sealing).where(Sealing.letter_uid == letter_uid).order_by(Sealing.id)
        ).all()
        return _seals(session, rows)


def of_matter(register: Register, matter_uid: str) -> Mapping[str, Seal | None]:
    """The last entry of each letter of ours in a matter, by its uid; None where there is none."""
    with register.read() as session:
        own = house.own_agency(session).uid
        letters = select(Letter.uid).join(Matter).where(Matter.uid == matter_uid)
        uids = session.scalars(
            letters.where(Letter.author_uid == own, Letter.title != "").order_by(Letter.id)
        ).all()
        last = _seals(session, latest(session, uids).values())
        known = {seal.letter_uid: seal for seal in last}
        return {uid: known.get(uid) for uid in uids}


# -- shared with other use cases -----------------------------------------------------------


def latest(session: Session, letter_uids: Collection[str]) -> dict[str, Sealing]:
    """The last entry of each of *letter_uids* that was sealed."""
    rows = select(Sealing).where(Sealing.letter_uid.in_(letter_uids)).order_by(Sealing.id)
    return {row.letter_uid: row for row in session.scalars(rows)}


# -- inside --------------------------------------------------------------------------------


def _ours(session: Session, letter_uid: str) -> Letter:
    letter = issued.one(session, letter_uid)
    if letter.author_uid != house.own_agency(session).uid:
        owner = house.agency(session, letter.author_uid).name
        raise ReadOnlyRecordError(kind="letter", owner=owner)
    return letter


def _seals(session: Session, rows: Collection[Sealing]) -> tuple[Seal, ...]:
    names = file_names.of(session, {row.scan_sha256 for row in rows if row.scan_sha256})
    return tuple(
        Seal(
            letter_uid=row.letter_uid,
            sealed_on=row.sealed_on,
            keeper=row.keeper,
            approver=row.approver,
            copies=row.copies,
            scan_sha256=row.scan_sha256 or "",
            scan_name=names.get(row.scan_sha256 or "", ""),
            recorded_at=row.recorded_at,
            recorded_by=row.recorded_by,
        )
        for row in rows
    )


def _noon(day: date) -> datetime:
    return clock.at_local(day.year, day.month, day.day, 12)


def _note(register: Register, session: Session, action: str, uid: str, **facts: str) -> None:
    journal.append(session, register.clock, register.user_name, action, uid, **facts)
