"""发文字号: a number is drawn in the transaction that freezes its letter, and never again."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.errors import NumberTakenError, NumberUnsureError
from app.models import DocumentNumber, Letter
from app.rules import numbering
from app.services import renewal
from app.vault.register import Register


def refuse_unsure(session: Session, number: str, confirmed: str) -> None:
    """Raises NumberUnsureError: letters lost in a restoration may have it, and nobody confirmed."""
    awaited = renewal.awaited(session)
    if awaited and confirmed != number:
        raise NumberUnsureError(number=number, agencies=tuple(each.name for each in awaited))


def following(session: Session, code: str, year: int) -> numbering.DocumentNumber:
    """The number after the last one of *code* in *year*."""
    last = session.scalar(
        select(func.max(DocumentNumber.serial)).where(
            DocumentNumber.series == code, DocumentNumber.year == year
        )
    )
    return numbering.DocumentNumber(code, year, (last or 0) + 1)


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
    parsed = numbering.parse(text) if isinstance(number, str) else number
    series, year, serial = (parsed.code, parsed.year, parsed.serial) if parsed else (text, 0, 0)
    taken = select(DocumentNumber.id).where(
        DocumentNumber.series == series,
        DocumentNumber.year == year,
        DocumentNumber.serial == serial,
    )
    if session.scalar(taken) is not None:
        raise NumberTakenError(number=text)
    session.add(
        DocumentNumber(
            series=series,
            year=year,
            serial=serial,
            text=text,
            letter_uid=letter.uid,
            external=external,
            reason="",
            drawn_at=register.clock.now(),
        )
    )
