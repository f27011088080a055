"""One issued letter by its uid, and what it was set from."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.model import OfficialDocument
from app.kernel import canon, plain
from app.kernel.errors import UnknownRecordError
from app.models import Letter
from app.services import house


def one(session: Session, uid: str) -> Letter:
    """Raises UnknownRecordError."""
    letter = session.scalar(select(Letter).where(Letter.uid == uid))
    if letter is None:
        raise UnknownRecordError(kind="letter", uid=uid)
    return letter


def document(session: Session, letter: Letter) -> OfficialDocument | None:
    """What a letter of ours was set from; None for one finished elsewhere and for another
    agency's, of which the file it sent counts."""
    if not letter.model or letter.author_uid != house.own_agency(session).uid:
        return None
    return plain.from_plain(OfficialDocument, canon.loads(letter.model))
