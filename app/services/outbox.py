"""What leaves: entries queued for one peer, and the stream rows that number and chain them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from app.kernel.canon import Plain
from app.models import Agency, Entry, Outgoing, Stream
from app.services import house
from app.sync import series
from app.sync import stream as streams
from app.sync.entry import Entry as SyncEntry
from app.sync.entry import EntryDraft, restore
from app.sync.mailbox import Written
from app.sync.sealing import BundleDraft, SealedBundle
from app.sync.stream import Outbox
from app.vault import journal
from app.vault.register import Register


def stream_with(session: Session, agency: Agency) -> Stream:
    """The row of both directions with *agency*, made at first use: for who writes."""
    row = stream_seen(session, agency)
    if row not in session:
        session.add(row)
        session.flush()
    return row


def stream_seen(session: Session, agency: Agency) -> Stream:
    """The same for who only looks: nothing is written, and one that is not there has no key."""
    row = session.scalar(select(Stream).where(Stream.agency_id == agency.id))
    return row or Stream(
        agency_id=agency.id,
        out_seq=0,
        out_head="",
        acked_seq=0,
        acked_at=None,
        in_incarnation=1,
        in_seq=0,
        in_head="",
        quarantined=False,
        ack_due=False,
        wants=[],
        wants_after=0,
        wants_mark=[0, 0, 0],
    )


def outbox(session: Session, row: Stream) -> Outbox:
    incarnation = house.own_key(session).incarnation
    return Outbox(incarnation, row.out_seq, row.out_head or None, row.acked_seq)


def draft(
    register: Register, session: Session, type_: str, record: str, version: int, body: Plain
) -> EntryDraft:
    """A statement of ours about a record we own."""
    own = house.own_agency(session).uid
    return EntryDraft(type_, own, own, record, version, register.clock.now(), body)


def put(session: Session, peer: Agency, drafts: Iterable[EntryDraft]) -> None:
    """Queue *drafts* for *peer*; one already queued in the same version is not queued again, nor
    one that *drafts* has twice."""
    row = stream_with(session, peer)
    different = {(each.type, each.record, each.version): each for each in drafts}
    fresh = [each for each in different.values() if not _queued(session, row, each)]
    box, made = streams.extend(outbox(session, row), fresh)
    told = [
        entry_values(row, entry, box.incarnation, outgoing=True, state="applied") for entry in made
    ]
    if told:
        session.execute(insert(Entry), told)
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
    return tuple(restored(each) for each in rows)


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
    """The last number of our incarnation that lies on some medium; 0 when none does."""
    return (
        session.scalar(
            select(func.max(Outgoing.last_seq)).where(
                Outgoing.agency_id == peer.id,
                Outgoing.state == "written",
                Outgoing.incarnation == house.own_key(session).incarnation,
            )
        )
        or 0
    )


def last_written_at(session: Session, peer: Agency) -> datetime | None:
    return session.scalar(
        select(func.max(Outgoing.written_at)).where(
            Outgoing.agency_id == peer.id, Outgoing.state == "written"
        )
    )


@dataclass(frozen=True, slots=True)
class Promise:
    """A bundle that shall be written: its uid, and the last number taken in that it acknowledges
    (of which incarnation)."""

    bundle: str
    heard: tuple[int, int]


def promise(register: Register, session: Session, draft: BundleDraft, folder: Path) -> Promise:
    """Note that *draft* shall be written into *folder*."""
    peer = house.agency(session, draft.recipient.uid)
    row = stream_with(session, peer)
    session.add(
        Outgoing(
            uid=draft.bundle,
            agency_id=peer.id,
            incarnation=draft.sender.incarnation,
            items=[list(series.range_of(item)) for item in draft.items],
            first_seq=draft.after + 1,
            last_seq=draft.after + len(draft.entries),
            folder=str(folder),
            file_name="",
            size=0,
            sha256="",
            state="promised",
            created_at=register.clock.now(),
            written_at=None,
        )
    )
    return Promise(draft.bundle, (row.in_incarnation, row.in_seq))


@contextmanager
def failing(register: Register, promised: Promise) -> Iterator[None]:
    """Note that nothing was written when the block does not end well."""
    try:
        yield
    except BaseException:
        with register.write() as session:
            _outgoing(session, promised).state = "failed"
        raise


def fail_unfinished(session: Session) -> int:
    """Note at the opening that bundles promised before were not written; how many.

    The program ended in between. What came to lie on a medium all the same may still be taken in:
    its entries go again until they are acknowledged.
    """
    unfinished = session.scalars(select(Outgoing).where(Outgoing.state == "promised")).all()
    for row in unfinished:
        row.state = "failed"
    return len(unfinished)


def failed(session: Session) -> tuple[str, ...]:
    """The bundles of which a part may lie on some medium."""
    return tuple(session.scalars(select(Outgoing.uid).where(Outgoing.state == "failed")))


def written(
    register: Register,
    session: Session,
    promised: Promise,
    file: Written,
    sealed: SealedBundle,
) -> str:
    """Note that the bundle lies on the medium; the recipient's name.

    What was taken in while it was being written is not acknowledged by it and stays owed.
    """
    row = _outgoing(session, promised)
    row.file_name, row.size, row.sha256 = file.path.name, file.size, file.sha256
    row.state, row.written_at = "written", register.clock.now()
    row.envelope, row.envelope_signature = sealed.envelope_bytes, sealed.envelope_signature
    row.content, row.content_signature = sealed.content, sealed.content_signature
    peer = session.get_one(Agency, row.agency_id)
    pair = stream_with(session, peer)
    if (pair.in_incarnation, pair.in_seq) == promised.heard:
        pair.ack_due = False
    journal.append(
        session,
        register.clock,
        register.user_name,
        "bundle.written",
        row.uid,
        to=peer.name,
        first=row.first_seq,
        last=row.last_seq,
        file=row.file_name,
        sha256=row.sha256,
    )
    return peer.name


def _outgoing(session: Session, promised: Promise) -> Outgoing:
    return session.scalars(select(Outgoing).where(Outgoing.uid == promised.bundle)).one()


def restored(row: Entry) -> SyncEntry:
    return restore(row.head, row.blind, row.body)


def entry_values(
    row: Stream, entry: SyncEntry, incarnation: int, *, outgoing: bool, state: str
) -> dict[str, object]:
    """The columns of *entry*'s row, but for its key."""
    return {
        "stream_id": row.id,
        "outgoing": outgoing,
        "incarnation": incarnation,
        "seq": entry.seq,
        "type": entry.head.type,
        "record_uid": entry.head.record,
        "version": entry.head.version,
        "head": entry.head_bytes,
        "head_hash": entry.hash,
        "blind": entry.blind,
        "body": entry.body,
        "content": entry.content,
        "state": state,
        "reason": "",
        "bundle_id": None,
    }


def _queued(session: Session, row: Stream, each: EntryDraft) -> bool:
    """Whether our current incarnation, which restated all of the earlier ones, has stated it."""
    found = session.scalar(
        select(Entry.id).where(
            Entry.stream_id == row.id,
            Entry.outgoing,
            Entry.incarnation == house.own_key(session).incarnation,
            Entry.type == each.type,
            Entry.record_uid == each.record,
            Entry.version == each.version,
        )
    )
    return found is not None
