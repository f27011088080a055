"""The bundles of one agency as facts: which of ours lie on a medium, which it took in, and when.

What an agency took in is what it acknowledged; the moment is that of the first bundle of its own
that said so, out of the signed envelopes that are kept for ever.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Select, Text, cast, func, select
from sqlalchemy.orm import Session

from app.kernel import clock
from app.models import Agency, BundleSeen, Entry, Outgoing, Stream
from app.services import entries, house

TOLD: Final = (entries.CASE, entries.MATTER, entries.STEP, entries.LETTER, entries.ATTACHMENT)
"""The types that state a record; the others are the protocol's own."""

_AT_ONCE: Final = 500
"""Uids in one question; SQLite takes no more than 32,766 parameters."""


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle of ours on a medium, numbers *first* to *last* of our *incarnation*; *digest* is
    the SHA-256 of the file."""

    uid: str
    incarnation: int
    first: int
    last: int
    at: datetime
    folder: str
    file: str
    digest: str

    @property
    def medium(self) -> str:
        return str(Path(self.folder) / self.file)

    def carries(self, incarnation: int, seq: int) -> bool:
        return self.incarnation == incarnation and self.first <= seq <= self.last


@dataclass(frozen=True, slots=True)
class Told:
    """A record as it was stated to one agency, under one number of one of our incarnations."""

    record: str
    type: str
    version: int
    incarnation: int
    seq: int


@dataclass(frozen=True, slots=True)
class Titled(Told):
    """*title* is what its body calls it, empty when that was destroyed."""

    at: datetime
    title: str
    destroyed: bool


@dataclass(frozen=True, slots=True)
class Traffic:
    """*bundles* in the order they were written; *acks* by incarnation of ours, rising numbers with
    the moment each was first heard. *acked* is how far our current incarnation is acknowledged.
    """

    incarnation: int
    acked: int
    bundles: tuple[Written, ...]
    acks: Mapping[int, tuple[tuple[int, datetime], ...]]

    def written(self, incarnation: int, seq: int) -> tuple[Written, ...]:
        """Every bundle with that number, the first written first."""
        return tuple(each for each in self.bundles if each.carries(incarnation, seq))

    def taken_in(self, incarnation: int, seq: int) -> datetime | None:
        """When the agency first said it had that number; None while it does not say so.

        A peer that was restored says that it lost what it once had, so the present counts.
        """
        if incarnation == self.incarnation and seq > self.acked:
            return None
        heard = self.acks.get(incarnation, ())
        place = bisect_left(heard, seq, key=lambda each: each[0])
        return heard[place][1] if place < len(heard) else None


def traffic(session: Session, peer: Agency) -> Traffic:
    incarnation = house.own_key(session).incarnation
    row = session.scalar(select(Stream).where(Stream.agency_id == peer.id))
    return Traffic(
        incarnation=incarnation,
        acked=row.acked_seq if row else 0,
        bundles=_bundles(session, peer),
        acks=_acks(session, peer, incarnation, row),
    )


def told(session: Session, peer: Agency, uids: frozenset[str] | None = None) -> tuple[Told, ...]:
    """Our statements to *peer* of the records *uids*, or of all, in the order of writing."""
    query = _told(peer, TOLD)
    return tuple(Told(*row) for part in _of(query, uids) for row in session.execute(part))


def titled(
    session: Session,
    peer: Agency,
    uids: frozenset[str] | None = None,
    types: Sequence[str] = TOLD,
) -> tuple[Titled, ...]:
    """As ``told``, with the names of what was told."""
    # The words are picked out by the database: letters are long, and there may be thousands.
    body = cast(Entry.body, Text)
    title = func.coalesce(*(func.json_extract(body, f"$.{name}") for name in entries.TITLES), "")
    at = func.json_extract(cast(Entry.head, Text), "$.at")
    query = _told(peer, types).add_columns(at, title, Entry.body.is_(None))
    return tuple(
        Titled(
            record, type_, version, incarnation, seq, clock.from_text(told_at), words, bool(gone)
        )
        for part in _of(query, uids)
        for record, type_, version, incarnation, seq, told_at, words, gone in session.execute(part)
    )


def parts(uids: Sequence[str]) -> Iterator[Sequence[str]]:
    """*uids* in pieces that one question can name, whatever an agency may have sent."""
    return (uids[at : at + _AT_ONCE] for at in range(0, len(uids), _AT_ONCE))


def _told(peer: Agency, types: Sequence[str]) -> Select[*tuple[Any, ...]]:
    return (
        select(Entry.record_uid, Entry.type, Entry.version, Entry.incarnation, Entry.seq)
        .join(Stream, Stream.id == Entry.stream_id)
        .where(Stream.agency_id == peer.id, Entry.outgoing, Entry.type.in_(types))
        .order_by(Entry.id)
    )


def _of(
    query: Select[*tuple[Any, ...]], uids: frozenset[str] | None
) -> Iterator[Select[*tuple[Any, ...]]]:
    """*query* for the records *uids* in pieces, or for all at once."""
    if uids is None:
        yield query
    else:
        yield from (query.where(Entry.record_uid.in_(part)) for part in parts(sorted(uids)))


def _bundles(session: Session, peer: Agency) -> tuple[Written, ...]:
    rows = session.scalars(
        select(Outgoing)
        .where(Outgoing.agency_id == peer.id, Outgoing.state == "written")
        .order_by(Outgoing.written_at, Outgoing.id)
    )
    return tuple(
        Written(
            uid=row.uid,
            incarnation=row.incarnation,
            first=row.first_seq,
            last=row.last_seq,
            at=row.written_at,
            folder=row.folder,
            file=row.file_name,
            digest=row.sha256,
        )
        for row in rows
        if row.written_at is not None
    )


def _acks(
    session: Session, peer: Agency, incarnation: int, row: Stream | None
) -> dict[int, tuple[tuple[int, datetime], ...]]:
    envelope = cast(BundleSeen.envelope, Text)
    heard = session.execute(
        select(
            func.json_extract(envelope, "$.ack.incarnation"),
            func.json_extract(envelope, "$.ack.seq"),
            BundleSeen.taken_at,
        )
        .where(BundleSeen.sender_uid == peer.uid)
        .order_by(BundleSeen.id)
    ).all()
    said = [(number, seq, at) for number, seq, at in heard]
    if row is not None and row.acked_at is not None:
        # A bundle that was refused is heard all the same; its envelope is not kept here.
        said.append((incarnation, row.acked_seq, row.acked_at))
    acks: dict[int, list[tuple[int, datetime]]] = {}
    for number, seq, at in said:
        rising = acks.setdefault(number, [])
        if not rising or seq > rising[-1][0]:
            rising.append((seq, at))
    return {number: tuple(rising) for number, rising in acks.items()}
