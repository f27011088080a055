"""The exchange centre: what waits for whom, sealing it, seeing what came, taking it in."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.age import Readable
from app.kernel.errors import (
    AppError,
    BundleError,
    NothingToSendError,
    RecipientUnverifiedError,
    from_os_error,
)
from app.kernel.terms import new_uid
from app.models import Agency, AgencyKey, Attachment, BundleSeen, Stream
from app.services import arrivals, entries, house, judging, outbox
from app.services.changes import Changes, Noun, changed
from app.sync import mailbox, opening, sealing, signature, stream
from app.sync.entry import Entry as SyncEntry
from app.sync.envelope import Item, Recipient, Sender
from app.sync.medium import Watch, refusals_tell, silent
from app.sync.opening import Inspected
from app.sync.sealing import BundleDraft
from app.sync.stream import AckState
from app.vault import journal
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class Leaving:
    """An entry that waits for a peer; *size* is that of its attachment, *written* whether a bundle
    with it lies on some medium already."""

    seq: int
    type: str
    title: str
    at: datetime
    size: int
    written: bool


@dataclass(frozen=True, slots=True)
class PeerRow:
    """The traffic with one agency: what waits, what it took in, what we owe it."""

    uid: str
    name: str
    verified: bool
    leaving: tuple[Leaving, ...]
    bytes_leaving: int
    ack_due: bool
    sent: int
    acknowledged: int
    acknowledged_at: datetime | None
    received: int
    last_written_at: datetime | None


@dataclass(frozen=True, slots=True)
class Sealed:
    """A bundle that lies on the medium, read back and compared."""

    recipient: str
    path: Path
    size: int
    sha256: str
    first: int
    last: int
    attachments: int


@dataclass(frozen=True, slots=True)
class Arriving:
    """What one new entry of a bundle would bring or brought; *known* is false for a parked type."""

    seq: int
    type: str
    title: str
    known: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """A verified bundle before it is taken in: nothing in the register has changed."""

    path: Path
    sender_uid: str
    sender: str
    created: datetime
    first: int
    last: int
    arriving: tuple[Arriving, ...]
    attachments: tuple[Item, ...]
    acknowledges: int


@dataclass(frozen=True, slots=True)
class BundleFound:
    """A bundle on a medium; *refusal* is why it cannot be taken in, None when it can.

    *claimed* is the handle it names: believed only when there is no refusal.
    """

    path: Path
    size: int
    claimed: str
    sender: str
    first: int
    last: int
    created: datetime | None
    refusal: AppError | None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a bundle changed; *parked* counts entries of types a later version will read."""

    sender: str
    first: int
    last: int
    arrived: tuple[Arriving, ...]
    attachments: int
    parked: int
    acknowledged: int
    changes: Changes


def share_case(register: Register, case_uid: str, peer_uid: str) -> Changes:
    """Queue the extract of a case of our own, with its evidence files, for one agency."""
    with register.write() as session:
        peer = house.agency(session, peer_uid)
        outbox.put(session, peer, entries.case_drafts(register, session, case_uid))
        journal.append(
            session, register.clock, register.user_name, "case.shared", case_uid, to=peer.name
        )
        return changed(Noun.EXCHANGE, uid=case_uid)


def peers(register: Register) -> tuple[PeerRow, ...]:
    """Every agency that runs the program, with what waits for it."""
    with register.read() as session:
        rows = session.scalars(
            select(Agency).where(~Agency.is_self, Agency.runs_program).order_by(Agency.id)
        )
        return tuple(_peer_row(session, row) for row in rows)


def seal(register: Register, recipient_uid: str, folder: Path, watch: Watch = silent) -> Sealed:
    """Write one bundle with everything *recipient* has not acknowledged into *folder*.

    Returns only after the file was read back and compared. Delivery is recorded elsewhere: a
    bundle written is not 送达.

    Raises:
        RecipientUnverifiedError, NothingToSendError, AttachmentMissingError,
        AttachmentChangedError, MediumError: nothing counts as written.
    """
    scratch = register.folder / "staging"
    with _unnamed(scratch) as waiting:
        with register.write() as session:
            draft, seed, to = _draft(register, session, recipient_uid)
            promise = outbox.promise(register, session, draft, folder)
        with outbox.failing(register, promise):
            sealed = sealing.seal(
                draft,
                seed=seed,
                to=to,
                attachments=register.attachments.bytes_of,
                target=waiting,
                scratch=scratch,
                watch=watch,
            )
            written = mailbox.write(folder, sealed.file_name, waiting, watch)
    with register.write() as session:
        name = outbox.written(register, session, promise, written)
    return Sealed(
        recipient=name,
        path=written.path,
        size=written.size,
        sha256=written.sha256,
        first=sealed.envelope.routing.stream.first,
        last=sealed.envelope.routing.stream.last,
        attachments=len(draft.items),
    )


def scan(register: Register, folder: Path) -> tuple[BundleFound, ...]:
    """Every bundle in *folder*, checked from outside without decrypting, oldest numbers first.

    Raises:
        MediumError: the folder cannot be read.
    """
    found = [_look(register, each) for each in mailbox.bundles(folder)]
    return tuple(sorted(found, key=lambda each: (each.claimed, each.first, each.last)))


def preview(register: Register, path: Path, watch: Watch = silent) -> Preview:
    """What taking in *path* would change; everything is verified, nothing is kept.

    Raises:
        BundleError, MediumError.
    """
    with mailbox.reading(path) as file:
        inspected = opening.inspect(file, path, watch)
        with register.read() as session:
            verdict, sender = judging.judge(register, session, inspected)
            identities = house.identities(session)
        opened = opening.unpack(file, inspected, identities, opening.discard, watch)
    new = [each for each in opened.entries if each.seq >= verdict.first]
    routing = inspected.routing
    return Preview(
        path=path,
        sender_uid=sender.uid,
        sender=sender.name,
        created=routing.created,
        first=verdict.first,
        last=verdict.last,
        arriving=tuple(_arriving(each) for each in new),
        attachments=opened.items,
        acknowledges=verdict.outbox.acked,
    )


def take_in(register: Register, path: Path, watch: Watch = silent) -> TakenIn:
    """Take in one bundle: all of it in one transaction, or nothing.

    Raises:
        BundleError, MediumError: nothing was taken in; the journal tells of a refused bundle.
    """
    try:
        with mailbox.reading(path) as file:
            inspected = opening.inspect(file, path, watch)
            with refusals_tell(envelope=inspected.envelope_hash):
                return _taken_in(register, file, inspected, watch)
    except BundleError as error:
        with register.write() as session:
            judging.note_refusal(register, session, path, error)
        raise


# -- sealing -------------------------------------------------------------------------------


def _peer_row(session: Session, agency: Agency) -> PeerRow:
    key = house.current_card(session, agency.id)
    row = session.scalar(select(Stream).where(Stream.agency_id == agency.id))
    waiting = outbox.unacknowledged(session, row) if row else ()
    last_seq = outbox.last_written(session, agency)
    leaving = tuple(
        Leaving(
            seq=each.seq,
            type=each.head.type,
            title=entries.title(each),
            at=each.head.at,
            size=entries.attachment_size(each),
            written=each.seq <= last_seq,
        )
        for each in waiting
    )
    return PeerRow(
        uid=agency.uid,
        name=agency.name,
        verified=key is not None and key.verified_at is not None,
        leaving=leaving,
        bytes_leaving=sum(each.size for each in leaving),
        ack_due=bool(row and row.ack_due),
        sent=row.out_seq if row else 0,
        acknowledged=row.acked_seq if row else 0,
        acknowledged_at=row.acked_at if row else None,
        received=row.in_seq if row else 0,
        last_written_at=outbox.last_written_at(session, agency),
    )


def _draft(
    register: Register, session: Session, recipient_uid: str
) -> tuple[BundleDraft, bytes, str]:
    """The bundle to be sealed, our signing seed and the recipient's age key."""
    peer = house.agency(session, recipient_uid)
    card = house.current_card(session, peer.id)
    if card is None or card.verified_at is None:
        raise RecipientUnverifiedError(recipient=peer.name)
    row = outbox.stream_with(session, peer)
    waiting = outbox.unacknowledged(session, row)
    if not waiting and not row.ack_due:
        raise NothingToSendError(recipient=peer.name)
    own, key = house.own_agency(session), house.own_key(session)
    after_head = outbox.hashes(session, row, key.incarnation, outgoing=True)(row.acked_seq)
    draft = BundleDraft(
        purpose=register.purpose,
        bundle=new_uid(),
        sender=Sender(own.uid, own.handle, key.incarnation),
        recipient=Recipient(peer.uid, peer.handle),
        created=register.clock.now(),
        after=row.acked_seq,
        after_head=after_head,
        entries=waiting,
        ack=_inbox(row, card).ack(signature.fingerprint(card.sign_public)),
        items=_items(session, waiting),
    )
    return draft, key.sign_seed, card.recipient


def _inbox(row: Stream, card: AgencyKey) -> stream.Inbox:
    """What we took in from the incarnation the card speaks for."""
    if row.in_incarnation != card.incarnation:
        return stream.Inbox(card.incarnation)
    return outbox.inbox(row)


@contextmanager
def _unnamed(scratch: Path) -> Iterator[BinaryIO]:
    """A file without a name in folder *scratch*; raises MediumError."""
    with ExitStack() as stack:
        try:
            scratch.mkdir(exist_ok=True)
            waiting = stack.enter_context(tempfile.TemporaryFile(dir=scratch))
        except OSError as error:
            raise from_os_error(error, scratch) from error
        yield waiting


def _items(session: Session, waiting: tuple[SyncEntry, ...]) -> tuple[Item, ...]:
    hashes = {
        each.plain["sha256"]
        for each in waiting
        if each.head.type == entries.ATTACHMENT and each.body is not None
    }
    rows = session.scalars(
        select(Attachment).where(Attachment.sha256.in_(hashes), Attachment.destroyed_at.is_(None))
    )
    return tuple(Item(row.sha256, row.size, row.name) for row in rows)


# -- taking in -----------------------------------------------------------------------------


def _look(register: Register, found: mailbox.Found) -> BundleFound:
    claimed, sender, first, last, created = "", "", 0, 0, None
    refusal: AppError | None = None
    try:
        with mailbox.reading(found.path) as file:
            inspected = opening.inspect(file, found.path)
        routing = inspected.routing
        claimed, created = routing.sender.handle, routing.created
        first, last = routing.stream.first, routing.stream.last
        with register.read() as session:
            _, known = judging.judge(register, session, inspected)
            sender = known.name
    except AppError as error:
        refusal = error
    return BundleFound(found.path, found.size, claimed, sender, first, last, created, refusal)


def _taken_in(register: Register, file: BinaryIO, inspected: Inspected, watch: Watch) -> TakenIn:
    with register.attachments.writer() as writer:
        with register.read() as session:
            judging.judge(register, session, inspected)
            identities = house.identities(session)

        def store(_: Item, source: Readable) -> None:
            writer.add(source)

        opened = opening.unpack(file, inspected, identities, store, watch)
        with register.write() as session:
            taken = _take(register, session, inspected, opened)
            # Blobs first, rows with the commit: a crash between leaves orphans that are swept.
            writer.commit()
    return taken


def _take(
    register: Register, session: Session, inspected: Inspected, opened: opening.Opened
) -> TakenIn:
    verdict, sender = judging.judge(register, session, inspected)
    agency = house.agency(session, sender.uid)
    row = outbox.stream_with(session, agency)
    if row.in_incarnation != sender.incarnation:
        row.in_incarnation, row.in_seq, row.in_head = sender.incarnation, 0, ""
    seen = judging.keep_seen(register, session, inspected, opened)
    with refusals_tell(path=inspected.path, sender=sender.name):
        arrived = _apply(register, session, row, seen, opened)
    row.ack_due = row.ack_due or bool(opened.entries)
    if verdict.ack is AckState.NEWS:
        row.acked_seq, row.acked_at = verdict.outbox.acked, register.clock.now()
    journal.append(
        session,
        register.clock,
        register.user_name,
        "bundle.taken_in",
        seen.uid,
        sender=sender.name,
        first=verdict.first,
        last=verdict.last,
        envelope=inspected.envelope_hash,
    )
    return TakenIn(
        sender=sender.name,
        first=verdict.first,
        last=verdict.last,
        arrived=arrived,
        attachments=len(opened.items),
        parked=sum(not each.known for each in arrived),
        acknowledged=row.acked_seq,
        changes=changed(Noun.CASES, Noun.MATTERS, Noun.LETTERS, Noun.EXCHANGE),
    )


def _apply(
    register: Register, session: Session, row: Stream, seen: BundleSeen, opened: opening.Opened
) -> tuple[Arriving, ...]:
    """Keep the new entries and make rows of them, and of those that waited for them."""
    received = outbox.hashes(session, row, row.in_incarnation, outgoing=False)
    arrival = stream.sort(outbox.inbox(row), opened.entries, received, seen.sender_uid)
    sizes = {item.sha256: item.size for item in opened.items}
    taking = arrivals.Taking(register, session, sizes)
    kept = [arrivals.keep(taking, row, seen.id, each) for each in arrival.new]
    arrivals.replay(taking, row)
    arrivals.refold(taking)
    box = stream.taken(outbox.inbox(row), arrival)
    row.in_seq, row.in_head = box.seq, box.head or ""
    return tuple(
        Arriving(each.seq, each.head.type, entries.title(each), stored.state == "applied")
        for each, stored in zip(arrival.new, kept, strict=True)
    )


def _arriving(entry: SyncEntry) -> Arriving:
    known = entry.head.type in arrivals.APPLY
    return Arriving(entry.seq, entry.head.type, entries.title(entry), known)
