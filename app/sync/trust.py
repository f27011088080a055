"""Whether a bundle may be opened and taken in: rules without a register.

A signature is mathematically right or not (``opening.inspect``); whose it is, and whether that
agency's card was ever compared in person, is decided here. There is no "accept anyway".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.kernel.errors import (
    BadSignatureError,
    NotForUsError,
    OldIncarnationError,
    PurposeMismatchError,
    RestoredRegisterError,
    SeenBeforeError,
    UnknownSenderError,
    UnverifiedSenderError,
)
from app.kernel.terms import Purpose
from app.sync import stream
from app.sync.medium import refusals_tell
from app.sync.opening import Inspected
from app.sync.stream import AckState, HashAt, Inbox, Outbox


@dataclass(frozen=True, slots=True)
class Ourselves:
    uid: str
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class KnownSender:
    """The newest card held of an agency; ``verified`` once its fingerprint was compared."""

    uid: str
    name: str
    incarnation: int
    sign: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """What we know of the traffic with the sender.

    ``taken_at`` is when the bundle with this envelope hash was taken in before, None if never;
    ``sent`` answers for our entries to it, ``received`` for its entries to us.
    """

    outbox: Outbox
    inbox: Inbox
    sent: HashAt
    received: HashAt
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A bundle that may be unpacked: numbers ``first`` to ``last`` are new (none if first > last).

    ``outbox`` has heard the acknowledgement; the caller keeps it in the same transaction.
    """

    first: int
    last: int
    outbox: Outbox
    ack: AckState

    @property
    def has_news(self) -> bool:
        return self.first <= self.last


def accept(
    found: Inspected, ourselves: Ourselves, sender: KnownSender | None, pair: Pair
) -> Verdict:
    """What taking in *found* would bring; *sender* is the agency it names, if we hold its card.

    Raises:
        NotForUsError, PurposeMismatchError, UnknownSenderError, UnverifiedSenderError,
        BadSignatureError, OldIncarnationError, SeenBeforeError, GapError, ForkError
        RestoredRegisterError: the sender took in what we have no record of sending.
    """
    routing = found.routing
    with refusals_tell(path=found.path):
        if routing.recipient.uid != ourselves.uid:
            raise NotForUsError(recipient=routing.recipient.handle)
        if routing.purpose != ourselves.purpose:
            raise PurposeMismatchError(ours=ourselves.purpose, theirs=routing.purpose)
        known = vouched(found, sender)
        return _joined(found, known, pair)


def vouched(found: Inspected, sender: KnownSender | None) -> KnownSender:
    """*sender*, if it is the one that signed *found*.

    Raises:
        UnknownSenderError, UnverifiedSenderError, OldIncarnationError, BadSignatureError
    """
    claimed = found.routing.sender
    with refusals_tell(path=found.path):
        if sender is None or sender.uid != claimed.uid or claimed.incarnation > sender.incarnation:
            raise UnknownSenderError(claimed=claimed.handle, fingerprint=found.routing.key)
        if not sender.verified:
            raise UnverifiedSenderError(sender=sender.name)
        if claimed.incarnation < sender.incarnation:
            raise OldIncarnationError(
                sender=sender.name, found=claimed.incarnation, known=sender.incarnation
            )
        if found.signer != sender.sign:
            raise BadSignatureError(part="signer", claimed=sender.name)
        return sender


def _joined(found: Inspected, sender: KnownSender, pair: Pair) -> Verdict:
    span = found.routing.stream
    if pair.taken_at is not None:
        raise SeenBeforeError(
            sender=sender.name, first=span.first, last=span.last, taken_at=pair.taken_at
        )
    inbox = pair.inbox
    if inbox.incarnation != sender.incarnation:
        inbox = Inbox(sender.incarnation)
    # Before the numbers: a register restored from an old copy also misses numbers, and asking the
    # peer for them would not help.
    outbox, ack = stream.heed(pair.outbox, found.routing.ack, pair.sent)
    if ack is AckState.AHEAD:
        raise RestoredRegisterError(sender=sender.name)
    stream.refuse_misfit(inbox, span, pair.received, sender.name)
    return Verdict(inbox.seq + 1, max(span.last, inbox.seq), outbox, ack)
