"""Records of our own that come back from peers after this register was restored."""

from __future__ import annotations

from sqlalchemy import select

from app.kernel.terms import CaseState
from app.models import Case, Letter
from app.services import arrivals, numbers, packs
from app.services.entries import CASE, LETTER
from app.sync.entry import Entry
from app.vault import journal


def adopt(taking: arrivals.Taking, entry: Entry) -> bool:
    """Make rows of *entry*, a statement of ours; False when something it needs is not back yet.

    A number drawn after the backup comes back with its letter, so that it is never drawn twice.

    Raises:
        EntryRefusedError: the register holds something else under its uid or number.
    """
    session, record = taking.session, entry.head.record
    if not arrivals.apply(taking, entry):
        return False
    taking.batch.flush()
    if entry.head.type == CASE:
        case = session.scalars(select(Case).where(Case.uid == record)).one()
        if case.state == CaseState.EXTRACT:
            case.state, case.pack_hash = CaseState.OPEN, packs.current_hash(session)
    if entry.head.type == LETTER:
        letter = session.scalars(select(Letter).where(Letter.uid == record)).one()
        numbers.keep_returned(session, letter)
    journal.append(
        session,
        taking.register.clock,
        taking.register.user_name,
        "record.given_back",
        record,
        type=entry.head.type,
        version=entry.head.version,
    )
    return True


def outdo(taking: arrivals.Taking, entry: Entry) -> None:
    """Raise our record's version above *entry*'s and keep our content."""
    session = taking.session
    case = session.scalar(select(Case).where(Case.uid == entry.head.record))
    if case is not None:
        case.version = max(case.version, entry.head.version) + 1
        session.flush()
