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

from app.kernel.errors import (
    BundleError,
    MissingFieldsError,
    NotSharedError,
    PaperOnlyError,
    ReadOnlyRecordError,
    WithdrawnError,
    from_os_error,
)
from app.kernel.terms import AgencyRole
from app.models import Agency, Stream
from app.services import (
    cases,
    composing,
    entries,
    gossip,
    house,
    intake,
    judging,
    outbox,
    roster_expiry,
)
from app.services.book import SqlBook
from app.services.changes import Changes, Noun, changed
from app.services.composing import Composed
from app.services.intake import Arriving, BundleFound, Preview, RefusedEntry, TakenIn
from app.sync import mailbox, sealing
from app.sync.medium import Watch, silent
from app.vault import journal
from app.vault.register import Register

__all__ = [
    "Arriving",
    "BundleFound",
    "Leaving",
    "PeerRow",
    "Preview",
    "RefusedEntry",
    "Sealed",
    "TakenIn",
    "peers",
    "preview",
    "scan",
    "seal",
    "share_case",
    "take_in",
    "withdraw_case",
]


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
    """A bundle that lies on the medium, read back and compared.

    While ``entries_left`` or ``bytes_left`` (of files) is above 0, ``seal`` again with
    ``after=last`` and ``series`` writes the next of the series, onto this medium or another.
    *series* is the uid of its first bundle.
    """

    recipient: str
    path: Path
    size: int
    sha256: str
    first: int
    last: int
    attachments: int
    entries_left: int = 0
    bytes_left: int = 0
    series: str = ""


def share_case(register: Register, case_uid: str, peer_uid: str) -> Changes:
    """Queue the extract of a case of our own, with its evidence files, for one agency.

    Raises:
        PaperOnlyError: to 纪检监察 nothing is exchanged but on paper.
        WithdrawnError: it was taken back, for ever.
    """
    with register.write() as session:
        peer = house.agency(session, peer_uid)
        if peer.role is AgencyRole.DISCIPLINE:
            raise PaperOnlyError
        outbox.put(session, peer, entries.case_drafts(register, session, case_uid))
        journal.append(
            session, register.clock, register.user_name, "case.shared", case_uid, to=peer.name
        )
        return changed(Noun.EXCHANGE, uid=case_uid)


def withdraw_case(register: Register, case_uid: str, reason: str) -> Changes:
    """Take back for ever, at every agency, the extract of a case of our own.

    Their copies say so from then on; nobody can be made to forget what was read.

    Raises:
        MissingFieldsError: *reason* is empty.
        ReadOnlyRecordError: another agency's case.
        WithdrawnError: it was taken back before. NotSharedError: nobody was told of it.
    """
    if not reason.strip():
        raise MissingFieldsError(fields=("reason",))
    with register.write() as session:
        case, own = cases.one(session, case_uid), house.own_agency(session)
        if case.owner_uid != own.uid:
            owner = house.agency(session, case.owner_uid).name
            raise ReadOnlyRecordError(kind="case", owner=owner)
        if case.withdrawn_at is not None:
            raise WithdrawnError(subject=case.name)
        told = SqlBook(register, session).told_of(case_uid)
        if not told:
            raise NotSharedError(subject=case.name)
        case.version += 1
        case.withdrawn_at, case.withdrawal_reason = register.clock.now(), reason.strip()
        said = entries.current(register, session, case_uid)
        for uid in told:
            outbox.put(session, house.agency(session, uid), [said] if said else [])
        journal.append(
            session, register.clock, register.user_name, "case.withdrawn", case_uid, of=len(told)
        )
        return changed(Noun.CASES, Noun.EXCHANGE, uid=case_uid)


def peers(register: Register) -> tuple[PeerRow, ...]:
    """Every agency that runs the program, with what waits for it."""
    with register.read() as session:
        rows = session.scalars(
            select(Agency).where(~Agency.is_self, Agency.runs_program).order_by(Agency.id)
        )
        return tuple(_peer_row(session, row) for row in rows)


def seal(
    register: Register,
    recipient_uid: str,
    folder: Path,
    watch: Watch = silent,
    *,
    limit: int | None = None,
    files_again: bool = False,
    after: int | None = None,
    series: str = "",
) -> Sealed:
    """Write one bundle with what *recipient* has not acknowledged into *folder*.

    Returns only after the file was read back and compared. Delivery is recorded elsewhere: a
    bundle written is not 送达. *limit* bounds the file's bytes, as the medium itself may;
    *files_again* carries every unacknowledged file once more; *after* continues a series,
    *series* names its first bundle.

    Raises:
        RenewalDueError, RecipientUnverifiedError, RecipientRevokedError, NothingToSendError,
        AttachmentMissingError, AttachmentChangedError, RosterExpiredError, MediumError: nothing
            counts as written.
    """
    scratch = register.folder / "staging"
    with _unnamed(scratch) as waiting:
        composed = _composed(
            register,
            recipient_uid,
            folder,
            limit=limit,
            files_again=files_again,
            after=after,
            series=series,
        )
        draft = composed.draft
        with register.write() as session:
            promise = outbox.promise(register, session, draft, folder)
        with outbox.failing(register, promise):
            sealed = sealing.seal(
                draft,
                seed=composed.seed,
                to=composed.to,
                attachments=register.attachments.bytes_of,
                target=waiting,
                scratch=scratch,
                watch=watch,
            )
            written = mailbox.write(folder, sealed.file_name, waiting, watch)
    with register.write() as session:
        name = outbox.written(register, session, promise, written, sealed)
    return Sealed(
        recipient=name,
        path=written.path,
        size=written.size,
        sha256=written.sha256,
        first=sealed.envelope.routing.stream.first,
        last=sealed.envelope.routing.stream.last,
        attachments=len(draft.items),
        entries_left=composed.entries_left,
        bytes_left=composed.bytes_left,
        series=series or draft.bundle,
    )


def scan(register: Register, folder: Path) -> tuple[BundleFound, ...]:
    """Every bundle in *folder*, checked from outside without decrypting, oldest numbers first.

    Raises:
        MediumError: the folder cannot be read.
    """
    found = [intake.look(register, each) for each in mailbox.bundles(folder)]
    return tuple(sorted(found, key=lambda each: (each.claimed, each.first, each.last)))


def preview(register: Register, path: Path, watch: Watch = silent) -> Preview:
    """What taking in *path* would change; everything is verified, nothing is kept.

    Raises:
        BundleError, MediumError.
    """
    return intake.preview(register, path, watch)


def take_in(register: Register, path: Path, watch: Watch = silent) -> TakenIn:
    """Take in one bundle: all of it in one transaction, or nothing.

    Raises:
        BundleError, MediumError: nothing was taken in. The journal tells of a refused bundle; a
            fork is kept as evidence, and an acknowledgement heard all the same.
    """
    try:
        return intake.take_in(register, path, watch)
    except BundleError as error:
        with register.write() as session:
            judging.note_refusal(register, session, path, error)
        raise


# -- inside --------------------------------------------------------------------------------


def _composed(
    register: Register,
    recipient_uid: str,
    folder: Path,
    *,
    limit: int | None,
    files_again: bool,
    after: int | None,
    series: str,
) -> Composed:
    """What ``seal`` will write, once nothing stands against it."""
    with register.write() as session:
        judging.refuse_before_renewal(session)
        roster_expiry.refuse_expired(register, session, recipient_uid)
        gossip.queue(register, session, house.agency(session, recipient_uid))
    with register.read() as session:
        # What an ended program left there would count against the room that is asked for.
        mailbox.clear_leftovers(folder, outbox.failed(session))
        return composing.compose(
            register,
            session,
            recipient_uid,
            limit=composing.limit_of(folder, limit),
            files_again=files_again,
            after=after,
            series=series,
        )


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
