"""The exchange centre: what waits for whom, sealing it, seeing what came, taking it in."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel import files
from app.kernel.age import Readable
from app.kernel.errors import (
    AppError,
    NothingToSendError,
    RecipientUnverifiedError,
)
from app.kernel.terms import new_uid
from app.models import Agency, AgencyKey, Attachment, BundleSeen, Outgoing, Stream
from app.services import arrivals, entries, house, outbox
from app.services.changes import Changes, Noun, changed
from app.sync import mailbox, opening, sealing, stream, trust
from app.sync.entry import Entry as SyncEntry
from app.sync.envelope import Item, Recipient, Sender
from app.sync.medium import Watch, silent
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
    with register.write() as session:
        draft, seed, to = _draft(register, session, recipient_uid)
        promised = _promise(register, session, recipient_uid, draft, folder)
    names = {item.sha256: item.name for item in draft.items}
    scratch = register.folder / "staging"
    scratch.mkdir(exist_ok=True)
    with tempfile.TemporaryFile(dir=scratch) as waiting:
        sealed = sealing.seal(
            draft,
            seed=seed,
            to=to,
            attachments=lambda sha256: register.attachments.open(sha256, names[sha256]),
            target=waiting,
            scratch=scratch,
            watch=watch,
        )
        written = mailbox.write(folder, sealed.file_name, waiting, watch)
    with register.write() as session:
        name = _written(register, session, promised, written)
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
            verdict, sender = _judge(register, session, inspected)
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
        BundleError, MediumError: nothing was taken in.
    """
    with mailbox.reading(path) as file, register.attachments.writer() as writer:
        inspected = opening.inspect(file, path, watch)
        with register.read() as session:
            _judge(register, session, inspected)
            identities = house.identities(session)

        def store(_: Item, source: Readable) -> None:
            writer.add(source)

        opened = opening.unpack(file, inspected, identities, store, watch)
        with register.write() as session:
            taken = _take(register, session, inspected, opened)
            # Blobs first, rows with the commit: a crash between leaves orphans that are swept.
            writer.commit()
    return taken


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
        last_written_at=_last_written_at(session, agency),
    )


def _last_written_at(session: Session, agency: Agency) -> datetime | None:
    return session.scalar(
        select(func.max(Outgoing.written_at)).where(
            Outgoing.agency_id == agency.id, Outgoing.state == "written"
        )
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
        ack=_inbox(row, card).ack,
        items=_items(session, waiting),
    )
    return draft, key.sign_seed, card.recipient


def _inbox(row: Stream, card: AgencyKey) -> stream.Inbox:
    """What we took in from the incarnation the card speaks for."""
    if row.in_incarnation != card.incarnation:
        return stream.Inbox(card.incarnation)
    return outbox.inbox(row)


def _items(session: Session, waiting: tuple[SyncEntry, ...]) -> tuple[Item, ...]:
    hashes = {each.plain["sha256"] for each in waiting if each.head.type == entries.ATTACHMENT}
    rows = session.scalars(
        select(Attachment).where(Attachment.sha256.in_(hashes), Attachment.destroyed_at.is_(None))
    )
    return tuple(Item(row.sha256, row.size, row.name) for row in rows)


def _promise(
    register: Register, session: Session, recipient_uid: str, draft: BundleDraft, folder: Path
) -> str:
    peer = house.agency(session, recipient_uid)
    session.add(
        Outgoing(
            uid=draft.bundle,
            agency_id=peer.id,
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
    return draft.bundle


def _written(register: Register, session: Session, bundle: str, written: mailbox.Written) -> str:
    row = session.scalars(select(Outgoing).where(Outgoing.uid == bundle)).one()
    row.file_name, row.size, row.sha256 = written.path.name, written.size, written.sha256
    row.state, row.written_at = "written", register.clock.now()
    peer = session.get_one(Agency, row.agency_id)
    outbox.stream_with(session, peer).ack_due = False
    journal.append(
        session,
        register.clock,
        register.user_name,
        "bundle.written",
        bundle,
        to=peer.name,
        first=row.first_seq,
        last=row.last_seq,
        file=row.file_name,
        sha256=row.sha256,
    )
    return peer.name


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
            _, known = _judge(register, session, inspected)
            sender = known.name
    except AppError as error:
        refusal = error
    return BundleFound(found.path, found.size, claimed, sender, first, last, created, refusal)


def _judge(
    register: Register, session: Session, inspected: Inspected
) -> tuple[trust.Verdict, trust.KnownSender]:
    """The verdict on a bundle as the register stands, and who sent it."""
    routing = inspected.routing
    own = house.own_agency(session)
    agency = session.scalar(select(Agency).where(Agency.uid == routing.sender.uid))
    sender = _known(session, agency) if agency and not agency.is_self else None
    pair = _pair(session, agency, inspected)
    verdict = trust.accept(inspected, trust.Ourselves(own.uid, register.purpose), sender, pair)
    return verdict, trust.vouched(inspected, sender)


def _known(session: Session, agency: Agency) -> trust.KnownSender | None:
    card = house.current_card(session, agency.id)
    if card is None:
        return None
    verified = card.verified_at is not None
    return trust.KnownSender(agency.uid, agency.name, card.incarnation, card.sign_public, verified)


def _pair(session: Session, agency: Agency | None, inspected: Inspected) -> trust.Pair:
    row = session.scalar(select(Stream).where(Stream.agency_id == agency.id)) if agency else None
    taken_at = session.scalar(
        select(BundleSeen.taken_at).where(BundleSeen.envelope_hash == inspected.envelope_hash)
    )
    own = house.own_key(session).incarnation
    if row is None:
        return trust.Pair(stream.Outbox(own), stream.Inbox(1), _none, _none, taken_at)
    return trust.Pair(
        outbox=outbox.outbox(session, row),
        inbox=outbox.inbox(row),
        sent=outbox.hashes(session, row, own, outgoing=True),
        received=outbox.hashes(session, row, row.in_incarnation, outgoing=False),
        taken_at=taken_at,
    )


def _none(seq: int) -> str | None:  # noqa: ARG001 - nothing was ever exchanged
    return None


def _take(
    register: Register, session: Session, inspected: Inspected, opened: opening.Opened
) -> TakenIn:
    verdict, sender = _judge(register, session, inspected)
    agency = house.agency(session, sender.uid)
    row = outbox.stream_with(session, agency)
    if row.in_incarnation != sender.incarnation:
        row.in_incarnation, row.in_seq, row.in_head = sender.incarnation, 0, ""
    received = outbox.hashes(session, row, row.in_incarnation, outgoing=False)
    arrival = stream.sort(outbox.inbox(row), opened.entries, received, sender.name)
    seen = _seen(register, session, inspected, opened)
    arrived = tuple(_apply(register, session, row, seen, each) for each in arrival.new)
    box = stream.taken(outbox.inbox(row), arrival)
    row.in_seq, row.in_head = box.seq, box.head or ""
    row.ack_due = row.ack_due or bool(opened.entries)
    _hear(register, row, verdict)
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


def _hear(register: Register, row: Stream, verdict: trust.Verdict) -> None:
    if verdict.ack is AckState.NEWS:
        row.acked_seq, row.acked_at = verdict.outbox.acked, register.clock.now()


def _seen(
    register: Register, session: Session, inspected: Inspected, opened: opening.Opened
) -> BundleSeen:
    routing = inspected.routing
    seen = BundleSeen(
        uid=routing.bundle,
        sender_uid=routing.sender.uid,
        incarnation=routing.sender.incarnation,
        first_seq=routing.stream.first,
        last_seq=routing.stream.last,
        envelope_hash=inspected.envelope_hash,
        envelope=inspected.envelope_bytes,
        envelope_signature=inspected.envelope_signature,
        content=opened.content,
        content_signature=opened.content_signature,
        file_name=files.clean_name(inspected.path.name),
        taken_at=register.clock.now(),
    )
    session.add(seen)
    session.flush()
    return seen


def _apply(
    register: Register, session: Session, row: Stream, seen: BundleSeen, entry: SyncEntry
) -> Arriving:
    known = arrivals.apply(register, session, entry)
    kept = outbox.entry_row(
        row,
        entry,
        row.in_incarnation,
        outgoing=False,
        state="applied" if known else "parked",
    )
    kept.bundle_id = seen.id
    session.add(kept)
    session.flush()
    return Arriving(entry.seq, entry.head.type, entries.title(entry), known)


def _arriving(entry: SyncEntry) -> Arriving:
    known = entry.head.type in arrivals.APPLY
    return Arriving(entry.seq, entry.head.type, entries.title(entry), known)
