"""One agency's program: what its officer does, and how it seals and takes in bundles.

It is what ``app/services`` does around ``app.sync.node``, with a shelf instead of a register.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto
from random import Random
from types import ModuleType
from typing import Final, Protocol

from app.kernel import canon
from app.kernel.errors import BadSignatureError, BundleFormError, OldIncarnationError
from app.kernel.terms import AgencyRole, MatterKind
from app.rules.fold import Folded, StepFacts, fold, recordable
from app.rules.procedures import PROCEDURES
from app.rules.steps import Side, StepKind
from app.sync import node, signature, trust
from app.sync.book import Book, Identity, Outcome, Pair, State
from app.sync.card import AgencyFacts, Card
from app.sync.entry import Entry, EntryDraft
from app.sync.opening import Inspected
from app.sync.routing import Ack, ForkNotice, Recipient, RosterNotice, Routing, Sender
from app.sync.sealing import BundleDraft
from app.sync.statements import ROSTER, Manifest, Renewal
from app.sync.trust import KnownSender, Ourselves
from tests.sync.simulation.shelf import MATTER, STEP, MemoryBook, Record, Shelf
from tests.sync.simulation.wires import NOON, PURPOSE, Keys, Packet, Wire

PROCEDURE: Final = PROCEDURES[MatterKind.REFERRAL].towards(AgencyRole.POLICE)
MECHANISM: Final = "00000000-0000-4000-8000-000000000000"


class Rules(Protocol):
    """What ``app.sync.node`` gives; a test may hand in a spoilt copy of it."""

    def foresee(self, book: Book, routing: Routing) -> Outcome: ...
    def take(self, book: Book, routing: Routing, entries: Sequence[Entry]) -> Outcome: ...
    def tell(self, book: Book, peer: str, drafts: Iterable[EntryDraft]) -> None: ...
    def read_again(self, book: Book, peer: str, entry: Entry) -> tuple[State, str]: ...
    def meet(self, book: Book, peer: str, at: datetime) -> None: ...
    def answer(self, book: Book, peer: str) -> None: ...
    def renew(self, book: Book, reason: Renewal, identity: Identity, at: datetime) -> None: ...


class Crash(Enum):
    """Where the power fails."""

    BEFORE_COMMIT = auto()
    AFTER_COMMIT = auto()


class CrashedError(Exception):
    """The power failed; the shelf is as it was at the last commit."""


@dataclass
class Site:
    """One running copy of an agency's program."""

    name: str
    facts: AgencyFacts
    root: str
    shelf: Shelf
    wire: Wire
    rules: Rules | ModuleType = node
    names: dict[str, str] = field(default_factory=dict)

    @property
    def uid(self) -> str:
        return self.shelf.own

    # -- what the officer does ----------------------------------------------------------------

    def create(self, record: str, type_: str, body: dict[str, object]) -> None:
        self.shelf.mine[record] = Record(type_, 1, body)

    def edit(self, record: str, text: str) -> None:
        """A new version, which its writer saw the version before for."""
        held = self.shelf.mine[record]
        over = sorted({*held.body["over"], held.body["text"]})
        body = {"text": text, "over": over}
        self.shelf.mine[record] = Record(held.type, held.version + 1, body)

    def compare(self, record: str, text: str) -> None:
        """A person looks at what was kept beside, and writes a version that has seen it all."""
        held, others = self.shelf.mine[record], self.shelf.beside.pop(record)
        seen = {
            name for each in (held, *others) for name in (*each.body["over"], each.body["text"])
        }
        body = {"text": text, "over": sorted(seen)}
        self.shelf.mine[record] = Record(held.type, held.version + 1, body)
        self.tell_all(record)

    def withdraw(self, record: str) -> None:
        held = self.shelf.mine[record]
        body = {"type": held.type, "reason": "withdrawn"}
        self.shelf.mine[record] = Record(held.type, held.version + 1, body, gone=True)
        self.shelf.beside.pop(record, None)
        self.tell_all(record)

    def share(self, record: str, peer: str) -> None:
        book = self._book(self.shelf)
        draft = book.current(record)
        if draft is not None and not book.has_told(peer, draft):
            self.rules.tell(book, peer, [draft])

    def tell_all(self, record: str) -> None:
        """Tell whoever was ever told of *record* how it stands."""
        for peer in self._book(self.shelf).told_of(record):
            self.share(record, peer)

    def open_matter(self, record: str, peer: str) -> None:
        self.create(record, MATTER, {"counterpart": peer, "opener": self.uid})
        self.share(record, peer)

    def write_step(self, matter: str, uid: str, random: Random) -> str:
        """A step that the thread as it stands here allows; the name of its kind."""
        side, peer = self.side(matter)
        folded = self.folded(matter)
        kinds = [each for each in recordable(PROCEDURE, folded, side) if not _internal(each)]
        moving = [
            each for each in kinds if PROCEDURE.rules[each].moves[folded.state] != folded.state
        ]
        kind = random.choice(
            moving if moving and random.random() < 0.7 else kinds or [StepKind.REMARK]
        )
        own = [each for each in self.steps(matter) if each.author == self.uid]
        about = {"about": random.choice(own).uid} if own else {}
        body = {
            "after": list(folded.heads),
            "fields": about,
            "kind": kind.value,
            "matter": matter,
            "number": 1 + max((each.number for each in own), default=0),
        }
        self.create(uid, STEP, body)
        self.share(uid, peer)
        return kind.value

    # -- threads ------------------------------------------------------------------------------

    def matters(self) -> list[str]:
        """Every matter of which this side has the opening."""
        own = [uid for uid, each in self.shelf.mine.items() if each.type == MATTER]
        return own + [uid for (_, uid), each in self.shelf.theirs.items() if each.type == MATTER]

    def side(self, matter: str) -> tuple[Side, str]:
        """Our side in a matter and the other agency."""
        if matter in self.shelf.mine:
            return Side.OPENER, str(self.shelf.mine[matter].body["counterpart"])
        return Side.COUNTERPART, next(peer for peer, uid in self.shelf.theirs if uid == matter)

    def steps(self, matter: str) -> list[StepFacts]:
        opener = matter in self.shelf.mine
        own = [(uid, self.uid, each) for uid, each in self.shelf.mine.items()]
        theirs = [(uid, peer, each) for (peer, uid), each in self.shelf.theirs.items()]
        return [
            _step(uid, author, each, opener=(author == self.uid) == opener)
            for uid, author, each in (*own, *theirs)
            if each.type == STEP and each.body["matter"] == matter
        ]

    def folded(self, matter: str) -> Folded:
        return fold(PROCEDURE, self.steps(matter))

    # -- sealing ------------------------------------------------------------------------------

    def is_due(self, peer: str) -> bool:
        pair = self._book(self.shelf).pair(peer)
        return pair.ack_due or pair.out.seq > pair.out.acked

    def seal(self, peer: str, bundle: str, part: tuple[int, int] | None = None) -> Packet:
        """A bundle with all that waits; *part* takes only the n-th of so many of a series."""
        if self.shelf.behind is not None:
            raise AssertionError(f"I5: {self.name} signs although it knows that it was restored")
        book = self._book(self.shelf)
        pair = book.pair(peer)
        waiting = list(book.unacknowledged(pair))
        if part is not None:
            size = -(-len(waiting) // part[1])
            waiting = waiting[part[0] * size : (part[0] + 1) * size]
        after = waiting[0].seq - 1 if waiting else pair.out.seq
        card, keys = self.newest(peer), self.shelf.key
        draft = BundleDraft(
            purpose=PURPOSE,
            bundle=bundle,
            sender=Sender(self.uid, self.facts.handle, keys.incarnation),
            recipient=Recipient(peer, self.names[peer]),
            created=NOON,
            after=after,
            after_head=book.sent(peer, after) if after else None,
            entries=tuple(waiting),
            ack=self._ack(pair, card),
            base=pair.out.acked,
            fork=self._notice(pair),
            rosters=self._rosters(),
            card=self.own_card() if pair.out.shows_card else None,
        )
        self.shelf.pairs[peer] = replace(pair, ack_due=False)
        return self.wire.seal(draft, keys, card.recipient)

    def _ack(self, pair: Pair, card: Card) -> Ack:
        key = signature.fingerprint(card.sign)
        if pair.inbox.incarnation == card.incarnation:
            return replace(pair.inbox, key=key).ack
        return Ack(card.incarnation, key, 0, None)

    def newest(self, peer: str) -> Card:
        """The newest card held of *peer*."""
        return self.wire.read_card(self.shelf.cards[peer, self.shelf.newest_card(peer)])

    def own_card(self) -> bytes:
        formers = [each for number, each in self.shelf.keys.items() if each is not self.shelf.key]
        return self.wire.card(self.facts, self.shelf.key, self.root, formers)

    def _notice(self, pair: Pair) -> ForkNotice | None:
        found = self.shelf.forks.get((pair.peer, pair.inbox.incarnation))
        if found is None:
            return None
        return ForkNotice(pair.inbox.incarnation, found.seq, found.held, found.found)

    def _rosters(self) -> tuple[RosterNotice, ...]:
        held = self.shelf.roster
        return (RosterNotice(MECHANISM, held.version, held.sha256),) if held.version else ()

    # -- taking in ----------------------------------------------------------------------------

    def take_in(self, packet: Packet, crash: Crash | None = None) -> Outcome:
        """Take in one bundle in one transaction; a refused one raises AppError.

        Raises:
            AppError: refused, and nothing was kept but that an answer is due.
            CrashedError: the power failed.
        """
        found = self.wire.inspect(packet)
        peer = found.routing.sender.uid
        try:
            card = self._believed(found)
        except (OldIncarnationError, BadSignatureError):
            # The second is another key under the number of an incarnation that is known.
            self._answer(peer)
            raise
        # What a former key vouches for is believed even when the inside cannot be read: else two
        # agencies that both lost the keys the other writes to would never find to each other.
        self.shelf = self.shelf.copy()
        self.shelf.cards[peer, card[0].incarnation] = card[1]
        seen = self.rules.foresee(self._book(self.shelf.copy()), found.routing)
        if seen.behind is not None:
            self.shelf.behind = seen.behind
            return seen
        identities = [each.identity for each in self.shelf.keys.values()]
        try:
            opened = self.wire.unpack(packet, found, identities)
        except BundleFormError:
            self._answer(peer)
            raise
        content = canon.sha256(opened.content)
        book = MemoryBook(self.shelf.copy(), self.wire, content)
        shown = Manifest(
            opened.content.decode(), opened.content_signature.decode(), card[1].decode()
        )
        book.shelf.manifests[content] = shown
        outcome = self.rules.take(book, found.routing, opened.entries)
        if outcome.behind is not None:
            self.shelf.behind = outcome.behind
            return outcome
        if outcome.fork is not None:
            book.shelf.forks.setdefault((peer, found.routing.sender.incarnation), outcome.fork)
        self._after(book, found.routing)
        if crash is Crash.BEFORE_COMMIT:
            raise CrashedError
        self.shelf = book.shelf
        if crash is Crash.AFTER_COMMIT:
            raise CrashedError
        return outcome

    def _answer(self, peer: str) -> None:
        book = self._book(self.shelf.copy())
        self.rules.answer(book, peer)
        self.shelf = book.shelf

    def _believed(self, found: Inspected) -> tuple[Card, bytes]:
        """The sender's card, which may come with this very bundle, and its text."""
        routing = found.routing
        peer = routing.sender.uid
        if not self.shelf.knows(peer):
            trust.accept(found, Ourselves(self.uid, PURPOSE), None)
        known = self.shelf.newest_card(peer)
        if routing.sender.incarnation > known and routing.card is not None:
            card = self.wire.successor(found, self.formers(peer))
            if card is not None:
                self._accept(found, card)
                return card, routing.card
        text = self.shelf.cards[peer, known]
        card = self.wire.read_card(text)
        self._accept(found, card)
        return card, text

    def formers(self, peer: str) -> list[str]:
        """The keys of *peer* that may vouch for another."""
        return [
            self.wire.read_card(card).sign
            for (uid, number), card in self.shelf.cards.items()
            if uid == peer and number >= self.shelf.least(peer)
        ]

    def _accept(self, found: Inspected, card: Card) -> None:
        peer, least = card.agency.uid, self.shelf.least(card.agency.uid)
        number = max(card.incarnation, least)
        sender = KnownSender(peer, card.agency.name, number, card.sign, True)
        trust.accept(found, Ourselves(self.uid, PURPOSE), sender)

    def _after(self, book: MemoryBook, routing: Routing) -> None:
        """What waited is read again, whoever a roster made known hears of us, and a peer with an
        older roster gets ours."""
        self.replay(book)
        for known in book.peers():
            self.rules.meet(book, known, NOON)
        held, peer = book.shelf.roster, routing.sender.uid
        said, theirs = (peer, routing.sender.incarnation), book.shelf.quoted
        newest = routing.rosters[0].version if routing.rosters else 0
        theirs[said] = max(newest, theirs.get(said, 0))
        if held.version > theirs[said]:
            self._tell_roster(book, peer)

    def _tell_roster(self, book: MemoryBook, peer: str) -> None:
        held = book.shelf.roster
        lead = str(held.body["lead"])
        uid = f"{held.version:08d}-0000-4000-8000-000000000001"
        draft = EntryDraft(ROSTER, self.uid, lead, uid, 1, NOON, {"roster": held.body})
        if not book.has_sent(peer, draft):
            self.rules.tell(book, peer, [draft])

    def replay(self, book: MemoryBook) -> None:
        """Read parked entries again until none changes."""
        changed = True
        while changed:
            changed = False
            for number, row in sorted(book.shelf.rows.items(), key=lambda each: each[0]):
                if row.state is not State.PARKED:
                    continue
                state, reason = self.rules.read_again(book, number[0], row.entry)
                if state is not State.PARKED:
                    book.keep(number[0], number[1], row.entry, state, reason)
                    changed = True

    # -- renewing -----------------------------------------------------------------------------

    def renew(self, reason: Renewal) -> int:
        """Begin a new incarnation with new keys; its number."""
        seen = self.shelf.behind.seen if self.shelf.behind else 0
        keys = self.wire.keys(max(self.shelf.incarnation, seen) + 1)
        book = _Renewing(self.shelf.copy(), self.wire, keys)
        self.rules.renew(book, reason, Identity(keys.incarnation, keys.fingerprint), NOON)
        book.shelf.behind = None
        self.shelf = book.shelf
        return keys.incarnation

    def meet(self, other: Site) -> None:
        """Take the other's card, compared in person."""
        self.shelf.cards[other.uid, other.shelf.incarnation] = other.own_card()
        self.rules.meet(self._book(self.shelf), other.uid, NOON)

    def accept_roster(self, draft: EntryDraft) -> None:
        """The lead's own next roster, told to every member."""
        book = self._book(self.shelf)
        book.accept(draft.body)
        for peer in book.peers():
            self.rules.meet(book, peer, NOON)
            self._tell_roster(book, peer)

    def upgrade(self, types: Iterable[str]) -> None:
        book = self._book(self.shelf.copy())
        book.shelf.reads = book.shelf.reads | set(types)
        self.replay(book)
        self.shelf = book.shelf

    def _book(self, shelf: Shelf) -> MemoryBook:
        return MemoryBook(shelf, self.wire)


def seen_by(record: Record) -> tuple[str, ...]:
    """The texts that whoever wrote *record* had before it, and its own."""
    return () if record.gone else (*record.body["over"], record.body["text"])


class _Renewing(MemoryBook):
    """The book of a shelf that gets new keys in the same transaction."""

    def __init__(self, shelf: Shelf, wire: Wire, keys: Keys) -> None:
        super().__init__(shelf, wire)
        self._keys = keys

    def begin(self, identity: Identity) -> None:
        self.shelf.keys[identity.incarnation] = self._keys
        super().begin(identity)


def _internal(kind: StepKind) -> bool:
    return PROCEDURE.rules[kind].internal


def _moves(kind: StepKind, folded: Folded) -> bool:
    return PROCEDURE.rules[kind].moves[folded.state] != folded.state


def _step(uid: str, author: str, record: Record, *, opener: bool) -> StepFacts:
    body = record.body
    return StepFacts(
        uid=uid,
        author=author,
        number=body["number"],
        kind=StepKind(body["kind"]),
        after=tuple(body["after"]),
        side=Side.OPENER if opener else Side.COUNTERPART,
        internal=False,
        occurred_at=NOON,
        fields=body["fields"],
    )
