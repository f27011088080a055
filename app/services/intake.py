"""Taking bundles in: what one would change, and the one transaction that changes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.errors import (
    AppError,
    BundleFormError,
    ForkError,
    OldIncarnationError,
    QuarantinedError,
    RestoredRegisterError,
    SeenBeforeError,
    TwinKeyError,
    UnknownSenderError,
)
from app.models import Agency, BundleSeen, Outgoing
from app.services import (
    announced,
    erasure,
    file_names,
    gossip,
    house,
    judging,
    members,
    outbox,
    pieces,
    traces,
    waiting,
)
from app.services.announced import Arriving as Arriving
from app.services.arrivals import Taking
from app.services.book import SqlBook
from app.services.changes import Changes, Noun, changed
from app.services.judging import Judged
from app.sync import mailbox, node, opening
from app.sync.book import Behind, Outcome
from app.sync.book import Fork as SaidTwice
from app.sync.envelope import Item
from app.sync.medium import Watch, refusals_tell, silent
from app.sync.opening import Inspected, Opened
from app.vault import journal
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class RefusedEntry:
    """An entry that is kept as evidence and has no effect."""

    seq: int
    type: str
    reason: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A verified bundle before it is taken in: nothing in the register has changed.

    *missing* are numbers that stand before its entries: they would be kept and wait. *successor*:
    the sender began a new incarnation, for which one of its former keys vouches.
    """

    path: Path
    sender_uid: str
    sender: str
    created: datetime
    first: int
    last: int
    arriving: tuple[Arriving, ...]
    attachments: tuple[Item, ...]
    acknowledges: int
    missing: tuple[int, int] | None
    successor: bool


@dataclass(frozen=True, slots=True)
class BundleFound:
    """A bundle on a medium; *refusal* is why it cannot be taken in, None when it can.

    *claimed* is the handle it names: believed only when there is no refusal. *missing* as in
    ``Preview``, *successor* too.
    """

    path: Path
    size: int
    claimed: str
    sender: str
    first: int
    last: int
    created: datetime | None
    refusal: AppError | None
    missing: tuple[int, int] | None = None
    successor: bool = False


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a bundle changed.

    *parked* counts entries that wait for a later version or for what they speak of; *ahead* those
    that wait for the *missing* numbers. *conflicts* are records of which two contents are held,
    *given_back* records of the sender's that it has lost and will get with our next bundle.
    """

    bundle: str
    sender: str
    first: int
    last: int
    arrived: tuple[Arriving, ...]
    attachments: int
    parked: int
    acknowledged: int
    ahead: int
    missing: tuple[int, int] | None
    refused: tuple[RefusedEntry, ...]
    conflicts: int
    given_back: int
    successor: bool
    changes: Changes


def look(register: Register, found: mailbox.Found) -> BundleFound:
    """*found* checked from outside."""
    claimed, sender, first, last, created, missing = "", "", 0, 0, None, None
    successor = False
    refusal: AppError | None = None
    try:
        with mailbox.reading(found.path) as file:
            inspected = opening.inspect(file, found.path)
        routing = inspected.routing
        claimed, created = routing.sender.handle, routing.created
        first, last = routing.stream.first, routing.stream.last
        with register.read() as session:
            judged = _judged(register, session, inspected)
        sender, missing = judged.sender.name, judged.outcome.missing
        successor = judged.successor is not None
    except AppError as error:
        refusal = error
    return BundleFound(
        found.path, found.size, claimed, sender, first, last, created, refusal, missing, successor
    )


def preview(register: Register, path: Path, watch: Watch = silent) -> Preview:
    with mailbox.reading(path) as file:
        inspected = opening.inspect(file, path, watch)
        with register.read() as session:
            judged = _judged(register, session, inspected)
            identities = house.identities(session)
        opened = opening.unpack(file, inspected, identities, opening.discard, watch)
    routing = inspected.routing
    with register.read() as session:
        book = SqlBook(register, session)
        uid, incarnation = routing.sender.uid, routing.sender.incarnation
        book.foresee(uid, incarnation, opened.entries)
        new = [each for each in opened.entries if book.received(uid, incarnation, each.seq) is None]
        files_inside = file_names.labelled(session, opened.items, opened.entries)
    return Preview(
        path=path,
        sender_uid=judged.sender.uid,
        sender=judged.sender.name,
        created=routing.created,
        first=new[0].seq if new else routing.stream.last + 1,
        last=routing.stream.last,
        arriving=tuple(announced.arriving(each) for each in new if announced.is_seen(each)),
        attachments=files_inside,
        acknowledges=judged.outcome.acknowledged,
        missing=judged.outcome.missing,
        successor=judged.successor is not None,
    )


def take_in(register: Register, path: Path, watch: Watch = silent) -> TakenIn:
    with mailbox.reading(path) as file:
        inspected = opening.inspect(file, path, watch)
        with refusals_tell(envelope=inspected.envelope_hash, path=path):
            try:
                with register.read() as session:
                    judged = _judged(register, session, inspected)
                    identities = house.identities(session)
            except SeenBeforeError:
                traces.owe_acknowledgement(register, inspected)
                raise
            except (OldIncarnationError, TwinKeyError):
                traces.answer(register, inspected)
                raise
            except QuarantinedError:
                with register.write() as session:
                    node.take(SqlBook(register, session), inspected.routing, ())
                raise
            except RestoredRegisterError as error:
                traces.note_behind(register, inspected, error)
                raise
            _believe(register, inspected, judged)
            try:
                taken = _opened_and_taken(register, file, judged, inspected, identities, watch)
            except BundleFormError:
                traces.answer(register, inspected)
                raise
    pieces.join(register)
    return taken


# -- what may be opened ----------------------------------------------------------------------


def _judged(register: Register, session: Session, inspected: Inspected) -> Judged:
    """A bundle that may be opened.

    Raises:
        BundleError: as ``judging.judge``; QuarantinedError, RestoredRegisterError, ForkError.
    """
    judged = judging.judge(register, session, inspected)
    name, outcome = judged.sender.name, judged.outcome
    with refusals_tell(path=inspected.path):
        if outcome.behind is not None:
            raise RestoredRegisterError(sender=name, seen=outcome.behind.seen)
        if outcome.quarantined:
            incarnation = inspected.routing.sender.incarnation
            raise QuarantinedError(sender=name, incarnation=incarnation)
    return judged


def _believe(register: Register, inspected: Inspected, judged: Judged) -> None:
    """Keep the card a former key vouches for, even if the inside cannot be read: two agencies that
    both lost the keys the other writes to would never find to each other.

    Raises:
        UnknownSenderError: it is not believed after all.
    """
    if judged.successor is not None:
        with register.write() as session:
            if members.trust_vouched(register, session, judged.successor) is None:
                routing = inspected.routing
                raise UnknownSenderError(claimed=routing.sender.handle, fingerprint=routing.key)


# -- taking in -------------------------------------------------------------------------------


def _opened_and_taken(
    register: Register,
    file: BinaryIO,
    before: Judged,
    inspected: Inspected,
    identities: list[str],
    watch: Watch,
) -> TakenIn:
    with register.attachments.writer() as writer:
        opened = opening.unpack(file, inspected, identities, writer.take, watch)
        with register.write() as session:
            # Its card is believed by now, and is still what this bundle brought.
            judged = _judged(register, session, inspected)
            judged = replace(judged, successor=before.successor)
            taken = _take(register, session, inspected, opened, judged)
            if isinstance(taken, TakenIn):
                # Blobs first, rows with the commit: a crash between leaves orphans that are swept.
                writer.commit()
    if isinstance(taken, TakenIn):
        return taken
    sender = judged.sender.name
    if isinstance(taken, Behind):
        error = RestoredRegisterError(path=inspected.path, sender=sender, seen=taken.seen)
        traces.note_behind(register, inspected, error)
        raise error
    raise ForkError(
        path=inspected.path, sender=sender, seq=taken.seq, held=taken.held, found=taken.found
    )


def _take(
    register: Register,
    session: Session,
    inspected: Inspected,
    opened: Opened,
    judged: Judged,
) -> TakenIn | Behind | SaidTwice:
    routing = inspected.routing
    agency = house.agency(session, routing.sender.uid)
    seen = judging.keep_seen(register, session, inspected, opened)
    sizes = {item.sha256: item.size for item in opened.items if item.piece is None}
    taking = Taking.of(register, session, sizes)
    book = SqlBook(register, session, taking, seen.id)
    coming = erasure.without_destroyed(session, opened.entries)
    book.foresee(agency.uid, routing.sender.incarnation, coming)
    with refusals_tell(path=inspected.path, sender=judged.sender.name):
        outcome = node.take(book, routing, coming)
    if outcome.behind is not None or outcome.fork is not None:
        session.delete(seen)
        session.flush()
        if outcome.fork is not None:
            traces.keep_fork(register, session, inspected, opened, outcome.fork)
        return outcome.behind or outcome.fork or Behind(0, "")
    traces.settle_forks(register, session, agency, routing.sender.incarnation)
    pieces.keep(session, agency, opened.items)
    _hear(register, session, agency, inspected, opened)
    waiting.read_again(taking, book)
    erasure.take_back(session, opened.items)
    return _told(register, session, inspected, opened, judged, seen, outcome)


def _hear(
    register: Register,
    session: Session,
    agency: Agency,
    inspected: Inspected,
    opened: Opened,
) -> None:
    """What the bundle says beside its entries."""
    row = outbox.stream_with(session, agency)
    last = select(func.max(Outgoing.id)).where(Outgoing.agency_id == agency.id)
    span, sender = inspected.routing.stream, inspected.routing.sender
    mark = [sender.incarnation, span.last, inspected.routing.ack.seq]
    if mark >= row.wants_mark:
        # An older bundle that came late says nothing of what is lacking now.
        row.wants, row.wants_after = list(opened.wants), session.scalar(last) or 0
        row.wants_mark = mark
    gossip.hear(register, session, inspected.routing, opened)


def _told(
    register: Register,
    session: Session,
    inspected: Inspected,
    opened: Opened,
    judged: Judged,
    seen: BundleSeen,
    outcome: Outcome,
) -> TakenIn:
    span = inspected.routing.stream
    arrived = [each for each in outcome.applied if announced.is_seen(each)]
    journal.append(
        session,
        register.clock,
        register.user_name,
        "bundle.taken_in",
        seen.uid,
        sender=judged.sender.name,
        first=span.first,
        last=span.last,
        envelope=inspected.envelope_hash,
        refused=len(outcome.refused),
        ahead=len(outcome.ahead),
    )
    return TakenIn(
        bundle=seen.uid,
        sender=judged.sender.name,
        first=span.first,
        last=span.last,
        arrived=tuple(announced.arriving(each) for each in (*arrived, *outcome.parked)),
        attachments=len(opened.items),
        parked=len(outcome.parked),
        acknowledged=outcome.acknowledged,
        ahead=len(outcome.ahead),
        missing=outcome.missing,
        refused=tuple(
            RefusedEntry(each.seq, each.head.type, reason) for each, reason in outcome.refused
        ),
        conflicts=len(outcome.conflicts),
        given_back=outcome.given_back,
        successor=judged.successor is not None,
        changes=changed(Noun.CASES, Noun.MATTERS, Noun.LETTERS, Noun.EXCHANGE, Noun.MEMBERS),
    )
