"""The register as the protocol sees it, and the facts that pass between them.

``Book`` is a port: the program's is SQL (``services.book``), the simulation's is memory. All calls
of one bundle are inside one transaction of the caller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from app.sync.entry import Entry, EntryDraft
from app.sync.routing import ForkNotice
from app.sync.statements import Listed, Manifest
from app.sync.stream import Inbox, Outbox


class State(StrEnum):
    """What became of an entry that was taken in."""

    APPLIED = "applied"
    PARKED = "parked"
    """Of a type a later version reads, or it speaks of what has not come yet."""

    AHEAD = "ahead"
    """Numbers before it are missing."""

    REFUSED = "refused"
    """Genuine, but against the rules; kept as evidence, without effect."""

    CONFLICT = "conflict"
    """Another content was held under its version; kept beside it until the owner's next one."""


@dataclass(frozen=True, slots=True)
class Identity:
    """An incarnation and the fingerprint of the key that signs for it."""

    incarnation: int
    key: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Both directions between us and *peer*; ``quarantined`` speaks of the inbox's incarnation."""

    peer: str
    out: Outbox
    inbox: Inbox
    quarantined: bool = False
    ack_due: bool = False


@dataclass(frozen=True, slots=True)
class Fork:
    """Number ``seq`` of the sender's incarnation, said twice: hashes of both heads."""

    seq: int
    held: str
    found: str


class Book(Protocol):
    """The register as the protocol asks it and writes it."""

    own: str

    def identity(self) -> Identity: ...
    def peers(self) -> Sequence[str]: ...
    def pair(self, peer: str) -> Pair: ...
    def keep_pair(self, pair: Pair) -> None: ...

    def sent(self, peer: str, seq: int) -> str | None:
        """The hash of our entry *seq* of our current incarnation to *peer*."""

    def spoke_twice(self, peer: str, notice: ForkNotice) -> bool:
        """Whether *notice* of *peer*'s proves that our current key said what we did not."""

    def received(self, peer: str, incarnation: int, seq: int) -> str | None:
        """The hash of what we hold under a number of *peer*'s, in whatever state."""

    def ahead(self, peer: str, incarnation: int, seq: int) -> Entry | None:
        """The entry kept in state AHEAD under that number."""

    def unacknowledged(self, pair: Pair) -> Sequence[Entry]: ...
    def put(self, peer: str, incarnation: int, entries: Sequence[Entry]) -> None:
        """Keep entries of ours, which leave with the next bundle to *peer*."""

    def keep(self, peer: str, incarnation: int, entry: Entry, state: State, reason: str) -> None:
        """Keep an entry of *peer*'s, or change the state of one that is kept."""

    def held(self, peer: str, record: str) -> Listed | None:
        """What is held of a record of *peer*'s, by the entries applied (not by parked ones)."""

    def has_heard(self, peer: str, record: str, content: str) -> bool:
        """Whether *peer* stated this content of its record before."""

    def told(self, peer: str) -> Iterable[Entry]:
        """All we ever told *peer* of records of ours, as written, without ``UNTOLD``."""

    def taken(self, peer: str) -> Iterable[Entry]:
        """Every entry of *peer*'s that is kept, of whatever type and effect, as written."""

    def manifest_of(self, peer: str, entry: Entry) -> Manifest | None:
        """The proof that *entry* is *peer*'s, out of the bundle that brought it."""

    def proves(self, peer: str, manifest: Manifest, entry: Entry) -> bool:
        """Whether *manifest*, shown by *peer*, proves that *entry* was ours."""

    def doubts(self, peer: str, manifest: Manifest, entry: Entry) -> bool:
        """Whether only keys of ours that were revoked prove so: whoever stole one says the same."""

    def shown(self, peer: str, sha256: str) -> Manifest | None:
        """A manifest *peer* has shown before, by the hash of its content list."""

    def mine(self, record: str) -> Listed | None:
        """A record of our own as it stands here, told or not."""

    def has_said(self, record: str, content: str) -> bool:
        """Whether we know to have told anybody this content of our record, or were given it back
        and kept it beside."""

    def apply(self, peer: str, entry: Entry) -> State:
        """Make of *entry* what its type says: APPLIED or PARKED. Raises EntryRefusedError."""

    def adopt(self, entry: Entry) -> State:
        """Make our own record of an entry of ours that was given back. As ``apply``."""

    def outdo(self, entry: Entry) -> None:
        """Our own record keeps its content against *entry*, in a version above both; *entry* is
        kept beside it until a person has compared them."""

    def current(self, record: str) -> EntryDraft | None:
        """Our own record as it stands, to be stated; None when there is nothing to tell."""

    def told_of(self, record: str) -> Sequence[str]:
        """The peers who were ever told of a record of our own."""

    def has_told(self, peer: str, draft: EntryDraft) -> bool:
        """Whether our current incarnation told *peer* this version of the record."""

    def begin(self, identity: Identity) -> None:
        """Our new incarnation; the numbers of every stream of ours begin again."""


@dataclass(frozen=True, slots=True)
class Behind:
    """This register was restored from an old copy; ``seen`` is the highest incarnation of ours
    that the sender knows."""

    seen: int
    reason: str


@dataclass(slots=True)
class Outcome:
    """What a bundle did, or would do. Numbers are the sender's.

    ``missing`` are the numbers between what was applied and what waits behind a gap. A ``fork``
    and ``behind`` leave everything as it was but the quarantine.
    """

    applied: list[Entry] = field(default_factory=list)
    parked: list[Entry] = field(default_factory=list)
    ahead: list[Entry] = field(default_factory=list)
    refused: list[tuple[Entry, str]] = field(default_factory=list)
    conflicts: list[Entry] = field(default_factory=list)
    duplicates: int = 0
    given_back: int = 0
    acknowledged: int = 0
    missing: tuple[int, int] | None = None
    fork: Fork | None = None
    quarantined: bool = False
    behind: Behind | None = None
