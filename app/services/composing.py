"""What the next bundle to a peer carries: entries, files that fit, and what we know of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.errors import (
    AppError,
    NothingToSendError,
    RecipientRevokedError,
    RecipientUnverifiedError,
)
from app.kernel.terms import new_uid
from app.models import (
    Agency,
    AgencyKey,
    Attachment,
    BundleSeen,
    Entry,
    Fork,
    JournalLine,
    Mechanism,
    Membership,
    Outgoing,
    Stream,
    Witness,
)
from app.services import agency_keys, entries, house, outbox, roster, waiting
from app.services.book import SqlBook
from app.sync import envelope, mailbox, series, signature
from app.sync.book import Pair
from app.sync.entry import Entry as SyncEntry
from app.sync.entry import line
from app.sync.envelope import Item, JournalHead
from app.sync.routing import MAX_PROOF, ForkNotice, Recipient, RosterNotice, Sender, SignedEnvelope
from app.sync.sealing import BundleDraft
from app.sync.series import Range, Share, Wanted
from app.sync.stream import Inbox
from app.vault import journal
from app.vault.register import Register

MAX_RECORDS: Final = 32 << 20
"""Bytes of entries in one bundle: half of what a reader takes, the rest goes into the next."""

_LISTED: Final = 100
"""Bytes of an entry in the content list."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A bundle to be sealed with ``seed`` for the age key ``to``.

    ``entries_left`` and ``bytes_left`` (of files) need further bundles.
    """

    draft: BundleDraft
    seed: bytes
    to: str
    entries_left: int
    bytes_left: int


def compose(
    register: Register,
    session: Session,
    recipient_uid: str,
    *,
    limit: int | None = None,
    files_again: bool = False,
    after: int | None = None,
    series: str = "",
) -> Composed:
    """The next bundle for *recipient_uid*, at most *limit* bytes long.

    *files_again* carries every unacknowledged file once more; *after* leaves out entries up to that
    number, which lie in an earlier bundle of this series, whose first one is *series*.

    Raises:
        RecipientUnverifiedError, RecipientRevokedError, NothingToSendError.
    """
    peer = house.agency(session, recipient_uid)
    card = house.trusted_card(session, peer.id)
    if card is None:
        raise _no_keys(session, peer)
    row, book = outbox.stream_seen(session, peer), SqlBook(register, session)
    pair = _towards(book.pair(peer.uid), card)
    unheard = outbox.unacknowledged(session, row)
    unwritten = [each for each in unheard if each.seq > (after or 0)]
    chosen, records = _that_fit(unwritten, MAX_RECORDS if limit is None else limit // 2)
    taken = records + _LISTED * len(chosen)
    since = _first_of(session, series) if files_again else None
    shares = _shares(session, row, peer, unheard, limit, taken, since=since)
    wants = waiting.wanted(session, row)
    notice = _fork_notice(session, row)
    if not (unheard or any(shares) or row.ack_due or wants or notice):
        raise NothingToSendError(recipient=peer.name)
    own, key = house.own_agency(session), house.own_key(session)
    before = chosen[0].seq - 1 if chosen else (unheard[-1].seq if unheard else pair.out.acked)
    draft = BundleDraft(
        purpose=register.purpose,
        bundle=new_uid(),
        sender=Sender(own.uid, own.handle, key.incarnation),
        recipient=Recipient(peer.uid, peer.handle),
        created=register.clock.now(),
        after=before,
        after_head=book.sent(peer.uid, before) if before else None,
        entries=tuple(chosen),
        ack=pair.inbox.ack,
        items=_items(register, shares[0] if shares else ()),
        base=pair.out.acked,
        fork=notice,
        rosters=_rosters(session, peer),
        card=_own_card(session) if pair.out.shows_card else None,
        wants=wants,
        journal=_journal(session),
        witness=_witnesses(session, peer),
    )
    left = unheard[-1].seq - chosen[-1].seq if chosen else 0
    later = sum(share.size for bundle in shares[1:] for share in bundle)
    return Composed(draft, key.sign_seed, card.recipient, left, later)


def limit_of(folder: Path, limit: int | None) -> int | None:
    """The bytes a bundle in *folder* may have: the wish, and what the medium takes; never less
    than a bundle needs (``series.LEAST_LIMIT``).

    Raises:
        MediumError: the folder is gone.
    """
    found = mailbox.limits(folder)
    bounds = [each for each in (limit, found.max_file) if each is not None]
    return max(min(bounds), series.LEAST_LIMIT) if bounds else None


def _no_keys(session: Session, peer: Agency) -> AppError:
    row = agency_keys.revoked(session, peer.id)
    if row is None:
        return RecipientUnverifiedError(recipient=peer.name)
    return RecipientRevokedError(recipient=peer.name, reason=row.revoked_reason)


def _towards(pair: Pair, card: AgencyKey) -> Pair:
    """*pair* as it stands to the incarnation the card speaks for."""
    public = signature.fingerprint(card.sign_public)
    if pair.inbox.incarnation == card.incarnation:
        return Pair(pair.peer, pair.out, replace(pair.inbox, key=public))
    return Pair(pair.peer, pair.out, Inbox(card.incarnation, public))


def _that_fit(unheard: Sequence[SyncEntry], most: int) -> tuple[list[SyncEntry], int]:
    """The oldest entries that one bundle holds, and how many bytes they are; at least one."""
    chosen: list[SyncEntry] = []
    size = 0
    for each in unheard:
        length = len(line(each))
        if chosen and size + length > min(most, MAX_RECORDS):
            break
        chosen.append(each)
        size += length
    return chosen, size


def _shares(
    session: Session,
    row: Stream,
    peer: Agency,
    unheard: Sequence[SyncEntry],
    limit: int | None,
    taken: int,
    *,
    since: int | None,
) -> tuple[tuple[Share, ...], ...]:
    """The files each bundle of the series carries: those of unacknowledged entries that lie on no
    medium yet, and those the peer said it lacks; what lies on one by bundles before the one with
    key *since* counts for nothing."""
    named = {
        str(each.plain["sha256"])
        for each in unheard
        if each.head.type == entries.ATTACHMENT and each.body is not None
    }
    lacked = {each for each in row.wants if entries.is_shared(session, peer.uid, each)}
    held = session.scalars(
        select(Attachment)
        .where(Attachment.sha256.in_(named | lacked), Attachment.destroyed_at.is_(None))
        .order_by(Attachment.id)
    )
    wanted = [Wanted(each.sha256, each.size, each.name) for each in held]
    written = _written(session, peer, since or 0, named - lacked)
    written |= _written(session, peer, max(since or 0, row.wants_after), lacked)
    return series.plan(wanted, written, limit, taken)


def _first_of(session: Session, series: str) -> int:
    """The key before that of the bundle *series*; for a series that is to begin, the last one."""
    first = session.scalar(select(Outgoing.id).where(Outgoing.uid == series))
    return first - 1 if first else session.scalar(select(func.max(Outgoing.id))) or 0


def _written(session: Session, peer: Agency, after: int, files: set[str]) -> set[Range]:
    """What lies on some medium of *files* by bundles written after the one with key *after*."""
    listed = session.scalars(
        select(Outgoing.items).where(
            Outgoing.agency_id == peer.id, Outgoing.state == "written", Outgoing.id > after
        )
    )
    ranges = {(str(sha256), int(at), int(size)) for each in listed for sha256, at, size in each}
    return {each for each in ranges if each[0] in files}


def _items(register: Register, shares: Iterable[Share]) -> tuple[Item, ...]:
    blobs = register.attachments
    return series.items(
        shares, lambda one: blobs.range_digest(one.sha256, one.offset, one.size, one.name)
    )


def _fork_notice(session: Session, row: Stream) -> ForkNotice | None:
    found = session.scalars(
        select(Fork).where(
            Fork.agency_id == row.agency_id,
            Fork.incarnation == row.in_incarnation,
            Fork.settled_at.is_(None),
        )
    ).first()
    if found is None:
        return None
    proofs = [SignedEnvelope(found.envelope, found.envelope_signature)]
    first = _bundle_of(session, row, found)
    if first is not None:
        proofs.append(SignedEnvelope(first.envelope, first.envelope_signature))
    shown = tuple(each for each in proofs if len(each.envelope) <= MAX_PROOF)
    return ForkNotice(found.incarnation, found.seq, found.held, found.found, shown)


def _bundle_of(session: Session, row: Stream, fork: Fork) -> BundleSeen | None:
    """The bundle that brought the first of the two statements, or what rests on it."""
    return session.scalars(
        select(BundleSeen)
        .join(Entry, Entry.bundle_id == BundleSeen.id)
        .where(
            Entry.stream_id == row.id,
            ~Entry.outgoing,
            Entry.incarnation == fork.incarnation,
            Entry.seq.in_((fork.seq, fork.seq + 1)),
        )
        .order_by(Entry.seq)
    ).first()


def _own_card(session: Session) -> bytes | None:
    card = house.current_card(session, house.own_agency(session).id)
    return card.card if card else None


def _journal(session: Session) -> JournalHead | None:
    lines = session.scalar(select(func.count()).select_from(JournalLine)) or 0
    return JournalHead(lines, journal.head(session)) if lines else None


def _shared_mechanisms(session: Session, peer: Agency) -> set[int]:
    return set(
        session.scalars(
            select(Membership.mechanism_id).where(
                Membership.agency_id == peer.id, Membership.until.is_(None)
            )
        )
    )


def _rosters(session: Session, peer: Agency) -> tuple[RosterNotice, ...]:
    """The rosters we hold of the mechanisms *peer* belongs to: the envelope is read by anybody."""
    shared = _shared_mechanisms(session, peer)
    named = set(session.scalars(select(Mechanism.uid).where(Mechanism.id.in_(shared))))
    return tuple(each for each in roster.newest(session) if each.mechanism in named)


def _witnesses(session: Session, peer: Agency) -> tuple[envelope.Witness, ...]:
    """What we know of every other agency that shares a mechanism with *peer*."""
    told = {
        each.about_uid: each
        for each in session.scalars(select(Witness).where(Witness.about_uid == Witness.told_by_uid))
    }
    fellows = select(Membership.agency_id).where(
        Membership.mechanism_id.in_(_shared_mechanisms(session, peer)), Membership.until.is_(None)
    )
    others = session.scalars(
        select(Agency).where(~Agency.is_self, Agency.id != peer.id, Agency.id.in_(fellows))
    )
    found = []
    for agency in others:
        card, said = house.trusted_card(session, agency.id), told.get(agency.uid)
        if card is not None:
            found.append(
                envelope.Witness(
                    agency=agency.uid,
                    incarnation=card.incarnation,
                    key=signature.fingerprint(card.sign_public),
                    lines=said.lines if said else 0,
                    head=said.head if said else None,
                )
            )
    return tuple(found)
