"""Numbers without a letter: why there is none, and letters that came to nothing.

A reason is never guessed: a number that was passed over stands in the book as a gap until somebody
enters why. Nothing here makes a number free again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.kernel.errors import (
    LetterStandsError,
    MissingFieldsError,
    NumberAccountedError,
    NumberRangeError,
    NumberTakenError,
    UnknownRecordError,
)
from app.models import DocumentNumber, Letter, Matter, Sealing
from app.rules.numbering import Reason
from app.rules.steps import State
from app.services import numbers
from app.services.changes import Changes, Noun, changed
from app.services.numbers import Gap
from app.vault import journal
from app.vault.register import Register

MOST: Final = 2000
"""Numbers that are explained in one go; more are the start of a year, or a slip of the keys."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the numbers of *gap*, or some of them, have no letter here."""

    gap: Gap
    reason: Reason
    note: str = ""


def unexplained(register: Register) -> tuple[Gap, ...]:
    """Every gap that asks for a reason."""
    with register.read() as session:
        return numbers.gaps(session)


def explain(register: Register, said: Explanation) -> Changes:
    """Enter numbers that have no letter here, or another reason for ones that were entered so.

    Beyond the last number it takes them out of the count: the next letter comes after them.

    Raises:
        MissingFieldsError: only «外部编号» speaks for itself.
        NumberRangeError: none, or too many.
        NumberTakenError: one of them is a letter's.
        UnknownRecordError: nothing is counted so.
    """
    gap = said.gap
    if said.reason is not Reason.EXTERNAL and not said.note.strip():
        raise MissingFieldsError(fields=("note",))
    if gap.first < 1 or not 0 <= gap.last - gap.first < MOST:
        raise NumberRangeError(first=gap.first, last=gap.last, most=MOST)
    with register.write() as session:
        if not numbers.is_count(session, gap.series):
            raise UnknownRecordError(kind="series", uid=gap.series)
        known = {row.serial: row for row in session.scalars(_within(gap))}
        for serial in range(gap.first, gap.last + 1):
            _explain(register, session, said, serial, known.get(serial))
        _note(register, session, "number.explained", gap.text, said.reason)
        return changed(Noun.LETTERS)


def void(register: Register, number: str, note: str, reason: Reason = Reason.VOID) -> Changes:
    """Enter that the letter of *number* came to nothing. The number stays drawn, for ever.

    Of *reason* «误编» it moves the count no more: the next letter follows the others.

    Raises:
        MissingFieldsError: nobody says why.
        UnknownRecordError: it was never drawn.
        NumberAccountedError: it was voided before, or explained without a letter.
        LetterStandsError: its letter was not withdrawn, or was sealed and so is no «误编».
    """
    if not note.strip():
        raise MissingFieldsError(fields=("note",))
    with register.write() as session:
        row = numbers.entered(session, number)
        if row is None:
            raise UnknownRecordError(kind="letter", uid=number)
        if row.reason and not (row.letter_uid and row.reason == Reason.EXTERNAL):
            raise NumberAccountedError(number=row.text, why=Reason(row.reason))
        _refuse_standing(session, row, reason)
        row.reason, row.note = reason, note.strip()
        _note(register, session, "number.voided", row.text, reason)
        return changed(Noun.LETTERS)


# -- inside --------------------------------------------------------------------------------


def _refuse_standing(session: Session, row: DocumentNumber, reason: Reason) -> None:
    state = session.scalar(
        select(Matter.state)
        .join(Letter, Letter.matter_id == Matter.id)
        .where(Letter.uid == row.letter_uid)
    )
    # A letter that stands alone leaves no other trace of having gone out than its seal.
    sealed = session.scalar(select(Sealing.id).where(Sealing.letter_uid == row.letter_uid).limit(1))
    withdrawn = state is None or state == State.WITHDRAWN
    if not withdrawn or (sealed and reason is Reason.MISTAKE):
        raise LetterStandsError(number=row.text)


def _within(gap: Gap) -> Select[DocumentNumber]:
    return select(DocumentNumber).where(
        DocumentNumber.series == gap.series,
        DocumentNumber.year == gap.year,
        DocumentNumber.serial.between(gap.first, gap.last),
    )


def _explain(
    register: Register,
    session: Session,
    said: Explanation,
    serial: int,
    row: DocumentNumber | None,
) -> None:
    if row is None:
        now = register.clock.now()
        session.add(numbers.explained(said.gap, serial, said.reason, said.note.strip(), now))
        return
    if row.letter_uid:
        raise NumberTakenError(number=row.text)
    row.reason, row.note = said.reason, said.note.strip()
    row.external = said.reason is Reason.EXTERNAL


def _note(register: Register, session: Session, action: str, number: str, reason: Reason) -> None:
    journal.append(
        session,
        register.clock,
        register.user_name,
        action,
        register.vault_uid,
        number=number,
        reason=f"number.{reason}",
    )
