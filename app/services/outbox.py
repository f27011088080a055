"""What leaves: entries queued for one peer, and the stream rows that number and chain them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.canon import Plain
from app.models import Agency, Entry, Outgoing, Stream
from app.services import house
from app.sync import stream as streams
from app.sync.entry import Entry as SyncEntry
from app.sync.entry import EntryDraft, restore
from app.sync.stream import HashAt, Inbox, Outbox
from app.vault.register import Register


def stream_with(session: Session, agency: Agency) -> Stream:
    """The row of both directions with *agency*, made at first use."""
    row = session.scalar(select(Stream).where(Stream.agency_id == agency.id))
    if row is None:
        row = Stream(
            agency_id=agency.id,
            out_seq=0,
            out_head="",
            acked_seq=0,
            acked_at=None,
            in_incarnation=1,
            in_seq=0,
            in_head="",
            ack_due=False,
        )
        session.add(row)
        session.flush()
    return row


def outbox(session: Session, row: Stream) -> Outbox:
    incarnation = house.own_key(session).incarnation
    return Outbox(incarnation, row.out_seq, row.out_head or None, row.acked_seq)


def inbox(row: Stream) -> Inbox:
    return Inbox(row.in_incarnation, row.in_seq, row.in_head or None)


def hashes(session: Session, row: Stream, incarnation: int, *, outgoing: bool) -> HashAt:
    """Answers for the entries of one direction of one incarnation."""

    def hash_at(seq: int) -> str | None:
        return session.scalar(
            select(Entry.head_hash).where(
                Entry.stream_id == row.id,
                Entry.outgoing == outgoing,
                Entry.incarnation == incarnation,
                Entry.seq == seq,
            )
        )

    return hash_at


def draft(
    register: Register, session: Session, type_: str, record: str, version: int, body: Plain
) -> EntryDraft:
    """A statement of ours about a record we own."""
    own = house.own_agency(session).uid
    return EntryDraft(type_, own, own, record, version, register.clock.now(), body)


def put(session: Session, peer: Agency, drafts: Iterable[EntryDraft]) -> None:
    """Queue *drafts* for *peer*; one already queued in the same version is not queued again."""
    row = stream_with(session, peer)
    fresh = [each for each in drafts if not _queued(session, row, each)]
    box, made = streams.extend(outbox(session, row), fresh)
    session.add_all(
        entry_row(row, entry, box.incarnation, outgoing=True, state="applied") for entry in made
    )
    row.out_seq, row.out_head = box.seq, box.head or ""
    session.flush()


def unacknowledged(session: Session, row: Stream) -> tuple[SyncEntry, ...]:
    """Every entry the peer has not said it took in, in order."""
    incarnation = house.own_key(session).incarnation
    rows = session.scalars(
        select(Entry)
        .where(
            Entry.stream_id == row.id,
            Entry.outgoing,
            Entry.incarnation == incarnation,
            Entry.seq > row.acked_seq,
        )
        .order_by(Entry.seq)
    )
    return tuple(restore(each.head, each.blind, each.body) for each in rows)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for a peer: entries on no medium yet, an acknowledgement we owe."""

    unwritten: int
    ack_due: bool
    verified: bool


def waiting_counts(session: Session, peer: Agency) -> Waiting:
    row = session.scalar(select(Stream).where(Stream.agency_id == peer.id))
    card = house.current_card(session, peer.id)
    verified = card is not None and card.verified_at is not None
    if row is None:
        return Waiting(0, ack_due=False, verified=verified)
    on_media = max(row.acked_seq, last_written(session, peer))
    return Waiting(row.out_seq - on_media, row.ack_due, verified)


def last_written(session: Session, peer: Agency) -> int:
    """The last number that lies on some medium; 0 when none does."""
    return (
        session.scalar(
            select(func.max(Outgoing.last_seq)).where(
                Outgoing.agency_id == peer.id, Outgoing.state == "written"
            )
        )
        or 0
    )


def entry_row(
    row: Stream, entry: SyncEntry, incarnation: int, *, outgoing: bool, state: str
) -> Entry:
    return Entry(
        stream_id=row.id,
        outgoing=outgoing,
        incarnation=incarnation,
        seq=entry.seq,
        type=entry.head.type,
        record_uid=entry.head.record,
        version=entry.head.version,
        head=entry.head_bytes,
        head_hash=entry.hash,
        blind=entry.blind,
        body=entry.body,
        state=state,
        bundle_id=None,
    )


def _queued(session: Session, row: Stream, each: EntryDraft) -> bool:
    found = session.scalar(
        select(Entry.id).where(
            Entry.stream_id == row.id,
            Entry.outgoing,
            Entry.type == each.type,
            Entry.record_uid == each.record,
            Entry.version == each.version,
        )
    )
    return found is not None
