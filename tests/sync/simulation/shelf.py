"""An agency's register in memory, as the protocol asks it: ``sync.book.Book`` over plain values.

A shelf is copied at the begin of a transaction and put back at its end, so that a crash between
the two leaves what was there before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from app.kernel import canon
from app.sync import signature
from app.sync.book import Behind, Fork, Identity, Pair, State
from app.sync.card import Card
from app.sync.entry import Entry, EntryDraft
from app.sync.routing import ForkNotice
from app.sync.statements import ROSTER, UNTOLD, WITHDRAW, Listed, Manifest
from app.sync.stream import Inbox, Outbox
from tests.sync.simulation.wires import NOON, Keys, Wire

NOTE: Final = "note/1"
LATE: Final = "late/1"
MATTER: Final = "matter/1"
STEP: Final = "step/1"

Number = tuple[str, int, int]
"""A peer, an incarnation of the author's, and the number of an entry."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry that arrived, and the hash of the content list that proves it."""

    entry: Entry
    state: State
    reason: str
    manifest: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it stands here, our own or a peer's."""

    type: str
    version: int
    body: canon.Plain
    gone: bool = False

    def listed(self, uid: str) -> Listed:
        if self.gone:
            return Listed(uid, WITHDRAW, self.version, "", gone=True)
        return Listed(uid, self.type, self.version, canon.digest(self.body))


@dataclass(frozen=True, slots=True)
class Roster:
    """A roster as it was accepted: its version, hash, that of the one before, and the least
    incarnation of each agency."""

    version: int = 0
    sha256: str = ""
    prev: str = ""
    least: tuple[tuple[str, int], ...] = ()
    body: canon.Plain = None


@dataclass
class Shelf:
    """Everything a register holds. Values are frozen; the containers are its own."""

    own: str
    keys: dict[int, Keys]
    cards: dict[tuple[str, int], bytes] = field(default_factory=dict)
    pairs: dict[str, Pair] = field(default_factory=dict)
    sent: dict[Number, Entry] = field(default_factory=dict)
    rows: dict[Number, Row] = field(default_factory=dict)
    by_hash: dict[str, Number] = field(default_factory=dict)
    manifests: dict[str, Manifest] = field(default_factory=dict)
    shown: dict[tuple[str, str], Manifest] = field(default_factory=dict)
    mine: dict[str, Record] = field(default_factory=dict)
    beside: dict[str, tuple[Record, ...]] = field(default_factory=dict)
    given: dict[tuple[str, str], None] = field(default_factory=dict)
    theirs: dict[tuple[str, str], Record] = field(default_factory=dict)
    told: dict[str, tuple[Number, ...]] = field(default_factory=dict)
    forks: dict[tuple[str, int], Fork] = field(default_factory=dict)
    reads: frozenset[str] = frozenset({NOTE, MATTER, STEP})
    roster: Roster = Roster()
    quoted: dict[tuple[str, int], int] = field(default_factory=dict)
    behind: Behind | None = None

    def copy(self) -> Shelf:
        """The same, with containers of its own."""
        twin = copy(self)
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, dict):
                setattr(twin, each.name, value.copy())
        return twin

    @property
    def incarnation(self) -> int:
        return max(self.keys)

    @property
    def key(self) -> Keys:
        return self.keys[self.incarnation]

    def knows(self, peer: str) -> bool:
        return any(uid == peer for uid, _ in self.cards)

    def newest_card(self, peer: str) -> int:
        return max(each for uid, each in self.cards if uid == peer)

    def least(self, peer: str) -> int:
        return dict(self.roster.least).get(peer, 1)

    def beats(self) -> Any:
        """What taking in the same once more must leave alone."""
        pairs = {peer: replace(pair, ack_due=False) for peer, pair in self.pairs.items()}
        return pairs, self.sent, self.rows, self.mine, self.theirs, self.beside, self.roster


class MemoryBook:
    """A shelf in one transaction; ``content`` is the content list of the bundle at hand."""

    def __init__(self, shelf: Shelf, wire: Wire, content: str = "") -> None:
        self.own = shelf.own
        self.shelf = shelf
        self._wire = wire
        self._content = content

    def identity(self) -> Identity:
        return Identity(self.shelf.incarnation, self.shelf.key.fingerprint)

    def peers(self) -> Sequence[str]:
        return list(dict.fromkeys(peer for peer, _ in self.shelf.cards))

    def pair(self, peer: str) -> Pair:
        found = self.shelf.pairs.get(peer)
        if found is not None:
            return found
        known = self.shelf.newest_card(peer)
        key = self._wire.read_card(self.shelf.cards[peer, known])
        return Pair(peer, Outbox(self.shelf.incarnation), Inbox(known, _fingerprint(key)))

    def keep_pair(self, pair: Pair) -> None:
        self.shelf.pairs[pair.peer] = pair

    def sent(self, peer: str, seq: int) -> str | None:
        found = self.shelf.sent.get((peer, self.shelf.incarnation, seq))
        return found.hash if found else None

    def spoke_twice(self, peer: str, notice: ForkNotice) -> bool:
        return True  # nobody lies here; envelopes are kept by real registers only

    def received(self, peer: str, incarnation: int, seq: int) -> str | None:
        row = self.shelf.rows.get((peer, incarnation, seq))
        return row.entry.hash if row else None

    def ahead(self, peer: str, incarnation: int, seq: int) -> Entry | None:
        row = self.shelf.rows.get((peer, incarnation, seq))
        return row.entry if row and row.state is State.AHEAD else None

    def unacknowledged(self, pair: Pair) -> Sequence[Entry]:
        out = pair.out
        numbers = range(out.acked + 1, out.seq + 1)
        return [self.shelf.sent[pair.peer, out.incarnation, seq] for seq in numbers]

    def put(self, peer: str, incarnation: int, entries: Sequence[Entry]) -> None:
        for entry in entries:
            number = (peer, incarnation, entry.seq)
            if number in self.shelf.sent:
                raise AssertionError(f"I5: {number} is written a second time")
            self.shelf.sent[number] = entry
            if entry.head.type not in UNTOLD:
                told = self.shelf.told.get(entry.head.record, ())
                self.shelf.told[entry.head.record] = (*told, number)

    def keep(self, peer: str, incarnation: int, entry: Entry, state: State, reason: str) -> None:
        number = (peer, incarnation, entry.seq)
        row = self.shelf.rows.get(number)
        if row is not None and row.entry.hash != entry.hash:
            raise AssertionError(f"I5: {number} is taken in with two contents")
        content = row.manifest if row else self._content
        self.shelf.rows[number] = Row(entry, state, reason, content)
        self.shelf.by_hash[entry.hash] = number
        if entry.head.type == "manifest/1" and entry.body is not None:
            shown = Manifest(**entry.plain)
            self.shelf.shown[peer, canon.sha256(shown.content.encode())] = shown

    def held(self, peer: str, record: str) -> Listed | None:
        found = self.shelf.theirs.get((peer, record))
        return found.listed(record) if found else None

    def has_heard(self, peer: str, record: str, content: str) -> bool:
        return any(
            row.state is not State.AHEAD and number[0] == peer
            for number, row in self.shelf.rows.items()
            if (row.entry.head.record, row.entry.content) == (record, content)
        )

    def told(self, peer: str) -> Iterable[Entry]:
        found = [number for number in self.shelf.sent if number[0] == peer]
        entries = [self.shelf.sent[number] for number in sorted(found)]
        return [each for each in entries if each.head.type not in UNTOLD]

    def taken(self, peer: str) -> Iterable[Entry]:
        found = sorted(number for number in self.shelf.rows if number[0] == peer)
        return [self.shelf.rows[number].entry for number in found]

    def manifest_of(self, peer: str, entry: Entry) -> Manifest | None:
        number = self.shelf.by_hash[entry.hash]
        return self.shelf.manifests.get(self.shelf.rows[number].manifest)

    def proves(self, peer: str, manifest: Manifest, entry: Entry) -> bool:
        ours = [each.public for each in self.shelf.keys.values()]
        return entry.hash in self._wire.proved(manifest, self.own, peer, ours)

    def doubts(self, peer: str, manifest: Manifest, entry: Entry) -> bool:
        return False  # nobody's keys are stolen here

    def shown(self, peer: str, sha256: str) -> Manifest | None:
        return self.shelf.shown.get((peer, sha256))

    def mine(self, record: str) -> Listed | None:
        found = self.shelf.mine.get(record)
        return found.listed(record) if found else None

    def has_said(self, record: str, content: str) -> bool:
        told = (self.shelf.sent[number] for number in self.shelf.told.get(record, ()))
        return (record, content) in self.shelf.given or any(
            each.content == content for each in told
        )

    def apply(self, peer: str, entry: Entry) -> State:
        head = entry.head
        if head.type == ROSTER:
            self.accept(entry.plain)
        elif head.type == WITHDRAW:
            self.shelf.theirs[peer, head.record] = _gone(entry)
        elif head.type not in self.shelf.reads or self._waits(entry):
            return State.PARKED
        else:
            self.shelf.theirs[peer, head.record] = Record(head.type, head.version, entry.plain)
        return State.APPLIED

    def adopt(self, entry: Entry) -> State:
        head = entry.head
        if head.type == WITHDRAW:
            self.shelf.mine[head.record] = _gone(entry)
        elif head.type not in self.shelf.reads or self._waits(entry):
            return State.PARKED
        else:
            self.shelf.mine[head.record] = Record(head.type, head.version, entry.plain)
        return State.APPLIED

    def outdo(self, entry: Entry) -> None:
        head = entry.head
        ours = self.shelf.mine[head.record]
        version = max(ours.version, head.version) + 1
        self.shelf.mine[head.record] = replace(ours, version=version)
        other = Record(head.type, head.version, entry.plain)
        self.shelf.beside[head.record] = (*self.shelf.beside.get(head.record, ()), other)
        self.shelf.given[head.record, entry.content or ""] = None

    def current(self, record: str) -> EntryDraft | None:
        found = self.shelf.mine.get(record)
        if found is None:
            return None
        type_ = WITHDRAW if found.gone else found.type
        return EntryDraft(type_, self.own, self.own, record, found.version, NOON, found.body)

    def told_of(self, record: str) -> Sequence[str]:
        return list({peer: None for peer, _, _ in self.shelf.told.get(record, ())})

    def has_told(self, peer: str, draft: EntryDraft) -> bool:
        now = self.shelf.incarnation
        return any(
            (to, incarnation) == (peer, now) and _is(self.shelf.sent[to, incarnation, seq], draft)
            for to, incarnation, seq in self.shelf.told.get(draft.record, ())
        )

    def has_sent(self, peer: str, draft: EntryDraft) -> bool:
        """The same of an entry that states no record of ours."""
        now = self.shelf.incarnation
        return any(
            number[:2] == (peer, now) and entry.head.record == draft.record
            for number, entry in self.shelf.sent.items()
        )

    def begin(self, identity: Identity) -> None:
        if self.identity() != identity:
            raise AssertionError("the keys of the new incarnation are not there")

    # -- inside ----------------------------------------------------------------------------

    def _waits(self, entry: Entry) -> bool:
        """A step waits for its matter, whoever opened it."""
        if entry.head.type != STEP:
            return False
        matter = entry.plain["matter"]
        return matter not in self.shelf.mine and not any(
            record == matter for _, record in self.shelf.theirs
        )

    def accept(self, body: canon.Plain) -> None:
        """Take a roster, never one that is not newer; the next one must name the one before."""
        said, held = body["roster"], self.shelf.roster
        if said["version"] <= held.version:
            return
        if said["version"] == held.version + 1 and said["prev"] != held.sha256:
            raise AssertionError("I14: the roster does not follow the one before")
        least = tuple(sorted(said["least"].items()))
        prev = said["prev"]
        self.shelf.roster = Roster(said["version"], canon.digest(said), prev, least, said)
        for peer, text in said["cards"].items():
            card = self._wire.read_card(text.encode())
            if peer != self.own:
                self.shelf.cards.setdefault((peer, card.incarnation), text.encode())


def card_of(shelf: Shelf, wire: Wire, peer: str, incarnation: int) -> Card:
    return wire.read_card(shelf.cards[peer, incarnation])


def _is(entry: Entry, draft: EntryDraft) -> bool:
    return (entry.head.type, entry.head.version) == (draft.type, draft.version)


def _fingerprint(card: Card) -> str:
    return signature.fingerprint(card.sign)


def _gone(entry: Entry) -> Record:
    body: Any = entry.plain
    return Record(str(body.get("type", NOTE)), entry.head.version, body, gone=True)
