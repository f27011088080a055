"""What a revoked incarnation said beyond its last trusted number: marked, never deleted.

A record is beyond a cut-off while nothing else vouches for what is held of it: a statement within
the cut-off, or of a later incarnation, in the same version or a newer one lifts the mark.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.models import Agency, AgencyKey, BundleSeen, Entry, Stream
from app.sync.book import State
from app.sync.statements import RECEIPT, UNTOLD


def last_trusted(session: Session, agency: Agency, key: AgencyKey) -> int:
    """The last number of *agency* to us that a revoked *key* is believed for; 0 if not revoked.

    Where the roster names none, it is what had been taken in when the revocation came.
    """
    if key.revoked_at is None or key.cutoff_seq is not None:
        return key.cutoff_seq or 0
    taken = select(func.max(BundleSeen.last_seq)).where(
        BundleSeen.sender_uid == agency.uid,
        BundleSeen.incarnation == key.incarnation,
        BundleSeen.taken_at <= key.revoked_at,
    )
    return session.scalar(taken) or 0


def revoked(session: Session) -> list[tuple[Agency, AgencyKey]]:
    """The revoked keys of other agencies; those of ours are for others to mark."""
    rows = session.execute(
        select(Agency, AgencyKey)
        .join(AgencyKey, AgencyKey.agency_id == Agency.id)
        .where(AgencyKey.revoked_at.is_not(None), ~Agency.is_self)
        .order_by(Agency.id, AgencyKey.incarnation)
    )
    return [(agency, key) for agency, key in rows]


def after(session: Session, agency: Agency, key: AgencyKey) -> ColumnElement[bool]:
    """The condition on entries that a revoked *key* signed beyond its cut-off."""
    stream = select(Stream.id).where(Stream.agency_id == agency.id).scalar_subquery()
    return and_(
        Entry.stream_id == stream,
        ~Entry.outgoing,
        Entry.incarnation == key.incarnation,
        Entry.seq > last_trusted(session, agency, key),
    )


def is_beyond(session: Session) -> ColumnElement[bool]:
    """The condition on entries, whatever became of them: beyond the cut-off of their keys."""
    return or_(false(), *(after(session, *pair) for pair in revoked(session)))


def records(session: Session) -> frozenset[str]:
    """The uids of the records that stand here beyond a cut-off."""
    return _records(session) if revoked(session) else frozenset()


def doubtful(session: Session) -> frozenset[int]:
    """The keys of the entries beyond a cut-off that state a record nothing else vouches for."""
    if not revoked(session):
        return frozenset()
    said = select(Entry.id, Entry.record_uid).where(
        is_beyond(session), Entry.state == State.APPLIED
    )
    every = _records(session)
    return frozenset(id_ for id_, uid in session.execute(said) if uid in every)


# -- inside --------------------------------------------------------------------------------


def _records(session: Session) -> frozenset[str]:
    marked = is_beyond(session)
    doubtful = select(Entry.id).where(marked)
    other = aliased(Entry)
    vouched = select(other.id).where(
        other.record_uid == Entry.record_uid,
        other.stream_id == Entry.stream_id,
        ~other.outgoing,
        other.state == State.APPLIED,
        other.version >= Entry.version,
        other.id.not_in(doubtful),
    )
    found = select(Entry.record_uid).where(
        marked,
        Entry.state == State.APPLIED,
        Entry.type.not_in((*UNTOLD, RECEIPT)),
        ~vouched.exists(),
    )
    return frozenset(session.scalars(found.distinct()))
