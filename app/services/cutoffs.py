"""What a revoked incarnation said beyond its last trusted number: marked, never deleted.

A record is beyond a cut-off while nothing else vouches for what is held of it: a statement within
the cut-off, or of a later incarnation, in the same version or a newer one lifts the mark.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.models import Agency, AgencyKey, BundleSeen, Entry, Stream
from app.services import traffic
from app.sync.book import State
from app.sync.statements import WITHDRAW


@dataclass(frozen=True, slots=True)
class Cutoff:
    """Revoked keys of an agency: its entries to us up to *seq* are believed. *entries* of ours were
    taken in beyond, *records* of them nothing else vouches for."""

    agency_uid: str
    agency: str
    incarnation: int
    seq: int
    reason: str
    revoked_at: datetime
    entries: int
    records: int


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


def is_beyond(session: Session) -> ColumnElement[bool]:
    """The condition on entries, whatever became of them: beyond the cut-off of their keys.

    What a roster revoked of our own keys is for others to mark.
    """
    return or_(false(), *(_condition(session, *pair) for pair in _revoked(session)))


def records(session: Session, among: Collection[str] | None = None) -> frozenset[str]:
    """The uids of records that stand here beyond a cut-off; *among* these, or of all."""
    if not _revoked(session):
        return frozenset()
    found = _records(session)
    return found if among is None else found & frozenset(among)


def standing(session: Session) -> tuple[Cutoff, ...]:
    """Every cut-off beyond which something was taken in."""
    every = records(session)
    return tuple(each for each in _standing(session, every) if each.entries)


# -- inside --------------------------------------------------------------------------------


def _revoked(session: Session) -> list[tuple[Agency, AgencyKey]]:
    rows = session.execute(
        select(Agency, AgencyKey)
        .join(AgencyKey, AgencyKey.agency_id == Agency.id)
        .where(AgencyKey.revoked_at.is_not(None), ~Agency.is_self)
        .order_by(Agency.id, AgencyKey.incarnation)
    )
    return [(agency, key) for agency, key in rows]


def _condition(session: Session, agency: Agency, key: AgencyKey) -> ColumnElement[bool]:
    stream = select(Stream.id).where(Stream.agency_id == agency.id).scalar_subquery()
    return and_(
        Entry.stream_id == stream,
        ~Entry.outgoing,
        Entry.incarnation == key.incarnation,
        Entry.seq > last_trusted(session, agency, key),
    )


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
        Entry.type.in_((*traffic.TOLD, WITHDRAW)),
        ~vouched.exists(),
    )
    return frozenset(session.scalars(found.distinct()))


def _standing(session: Session, every: frozenset[str]) -> Iterator[Cutoff]:
    for agency, key in _revoked(session):
        told = session.execute(
            select(Entry.record_uid, Entry.state).where(_condition(session, agency, key))
        ).all()
        if key.revoked_at is not None:
            yield Cutoff(
                agency_uid=agency.uid,
                agency=agency.name,
                incarnation=key.incarnation,
                seq=last_trusted(session, agency, key),
                reason=key.revoked_reason,
                revoked_at=key.revoked_at,
                entries=len(told),
                records=len({uid for uid, _ in told} & every),
            )
