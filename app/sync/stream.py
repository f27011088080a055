"""Streams: the numbered, chained entries of one pair of agencies, in both directions.

Pure: states in, states out. The register keeps the states and changes them in the transaction
that stores the entries.

- A bundle carries every entry the recipient has not acknowledged, so any later bundle repairs any
  loss and nothing is asked for again.
- A number is used once per incarnation. Whoever is shown an acknowledgement of a number or content
  it never sent was restored from an old copy (``AckState.AHEAD``).
- An acknowledgement is never acknowledged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.kernel.errors import ForkError, GapError
from app.sync.entry import Entry, EntryDraft, make
from app.sync.envelope import Ack, Span

HashAt = Callable[[int], str | None]
"""The hash of the entry with that number in the stream at hand, or None if it is not held."""


@dataclass(frozen=True, slots=True)
class Outbox:
    """What our *incarnation* wrote for one peer: ``seq`` is the last number, ``acked`` the last
    the peer said it took in."""

    incarnation: int
    seq: int = 0
    head: str | None = None
    acked: int = 0


@dataclass(frozen=True, slots=True)
class Inbox:
    """What we took in from the peer's *incarnation*: ``seq`` is the last number."""

    incarnation: int
    seq: int = 0
    head: str | None = None

    def ack(self, key: str) -> Ack:
        """*key* is the fingerprint of the peer's signing key in this incarnation."""
        return Ack(self.incarnation, key, self.seq, self.head)


class AckState(StrEnum):
    """What an acknowledgement tells us."""

    NEWS = "news"
    """More was taken in than we knew."""

    KNOWN = "known"
    """Nothing new, or less than we knew: an older bundle came late."""

    OTHER_INCARNATION = "other_incarnation"
    """It speaks of an earlier incarnation of ours."""

    AHEAD = "ahead"
    """It speaks of what we have no record of sending: this register was restored."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How the entries of a bundle stand to what was taken in."""

    duplicates: tuple[Entry, ...]
    new: tuple[Entry, ...]


def extend(outbox: Outbox, drafts: Iterable[EntryDraft]) -> tuple[Outbox, tuple[Entry, ...]]:
    """The entries that *drafts* become, numbered after what *outbox* has, and the new outbox."""
    made: list[Entry] = []
    for draft in drafts:
        entry = make(draft, outbox.seq + 1, outbox.head)
        outbox = replace(outbox, seq=entry.seq, head=entry.hash)
        made.append(entry)
    return outbox, tuple(made)


def heed(outbox: Outbox, ack: Ack, hash_at: HashAt) -> tuple[Outbox, AckState]:
    """What *ack* means for *outbox*; *hash_at* answers for our own entries to this peer."""
    if ack.incarnation < outbox.incarnation:
        return outbox, AckState.OTHER_INCARNATION
    if ack.incarnation > outbox.incarnation or ack.seq > outbox.seq:
        return outbox, AckState.AHEAD
    if ack.seq and hash_at(ack.seq) != ack.head:
        return outbox, AckState.AHEAD
    if ack.seq <= outbox.acked:
        return outbox, AckState.KNOWN
    return replace(outbox, acked=ack.seq), AckState.NEWS


def refuse_misfit(inbox: Inbox, span: Span, hash_at: HashAt, sender: str) -> None:
    """Refuse a bundle whose *span* cannot be joined to *inbox*, before it is decrypted.

    *hash_at* answers for the entries taken in from the peer's incarnation.

    Raises:
        GapError: numbers before it are missing.
        ForkError: it stands on, or ends in, another content of a number we hold.
    """
    if span.first > inbox.seq + 1:
        raise GapError(sender=sender, first_missing=inbox.seq + 1, last_missing=span.first - 1)
    for seq, head in ((span.first - 1, span.prev), (span.last, span.head)):
        if 0 < seq <= inbox.seq:
            _refuse_fork(seq, hash_at(seq), head, sender)


def sort(inbox: Inbox, entries: Sequence[Entry], hash_at: HashAt, sender: str) -> Arrival:
    """Tell the new of *entries* (one bundle's, in order) from those taken in before.

    Raises:
        GapError: the first of them leaves numbers out.
        ForkError: a number comes with other content than the one held.
    """
    duplicates = tuple(entry for entry in entries if entry.seq <= inbox.seq)
    new = tuple(entry for entry in entries if entry.seq > inbox.seq)
    for entry in duplicates:
        _refuse_fork(entry.seq, hash_at(entry.seq), entry.hash, sender)
    if new and new[0].seq != inbox.seq + 1:
        raise GapError(sender=sender, first_missing=inbox.seq + 1, last_missing=new[0].seq - 1)
    if new:
        _refuse_fork(inbox.seq, inbox.head, new[0].head.prev, sender)
    return Arrival(duplicates, new)


def taken(inbox: Inbox, arrival: Arrival) -> Inbox:
    """*inbox* after *arrival* was applied."""
    if not arrival.new:
        return inbox
    last = arrival.new[-1]
    return replace(inbox, seq=last.seq, head=last.hash)


def _refuse_fork(seq: int, held: str | None, found: str | None, sender: str) -> None:
    if held != found:
        raise ForkError(sender=sender, seq=seq, held=held, found=found)
