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

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from app.sync import form
from app.sync.entry import Entry, EntryDraft, make
from app.sync.envelope import Ack

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

    @property
    def shows_card(self) -> bool:
        """Whether a bundle brings our card: the first one until anything is acknowledged, a later
        one always. A peer put back to an older copy after it acknowledged knows no other way."""
        return self.incarnation > 1 or not self.acked


@dataclass(frozen=True, slots=True)
class Inbox:
    """What we took in from the peer's *incarnation*, whose signing key has the fingerprint
    *key*: ``seq`` is the last number before any gap."""

    incarnation: int
    key: str
    seq: int = 0
    head: str | None = None

    @property
    def ack(self) -> Ack:
        return Ack(self.incarnation, self.key, self.seq, self.head)


FURTHEST: Final = 1000
"""How many incarnations of ours a peer may know that we do not: no restoration loses more, and
whoever names a higher one would use up the numbers an incarnation can have."""


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


def furthest(incarnation: int) -> int:
    """The highest incarnation of ours that a peer may speak of while we are at *incarnation*."""
    return min(incarnation + FURTHEST, form.MAX_NUMBER - 1)


def extend(outbox: Outbox, drafts: Iterable[EntryDraft]) -> tuple[Outbox, tuple[Entry, ...]]:
    """The entries that *drafts* become, numbered after what *outbox* has, and the new outbox."""
    made: list[Entry] = []
    for draft in drafts:
        entry = make(draft, outbox.seq + 1, outbox.head)
        outbox = replace(outbox, seq=entry.seq, head=entry.hash)
        made.append(entry)
    return outbox, tuple(made)


def heed(outbox: Outbox, key: str, ack: Ack, hash_at: HashAt) -> tuple[Outbox, AckState]:
    """What *ack* means for *outbox*, whose incarnation signs with *key*; *hash_at* answers for our
    own entries to this peer."""
    if ack.incarnation < outbox.incarnation:
        return outbox, AckState.OTHER_INCARNATION
    if ack.incarnation > outbox.incarnation or ack.key != key or ack.seq > outbox.seq:
        return outbox, AckState.AHEAD
    if ack.seq and hash_at(ack.seq) != ack.head:
        return outbox, AckState.AHEAD
    if ack.seq <= outbox.acked:
        return outbox, AckState.KNOWN
    return replace(outbox, acked=ack.seq), AckState.NEWS
