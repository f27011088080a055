"""One agency in the exchange: what a verified bundle does to it, and how it begins anew.

Pure but for its ``Book``: the same rules run over the program's register and in the simulation.
Every function works inside one transaction of the caller's: it ends, or nothing of it remains.

What the rules keep (numbered as in ``docs/threat-model.md``): entries of one stream are applied in
their order without gaps; a number is never applied with two contents; only an owner changes its
records; a restored register learns of it, begins a new incarnation, and is given back everything
any peer holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from app.kernel import canon, plain
from app.kernel.errors import BundleFormError, EntryRefusedError, NotCanonicalError
from app.sync import records, statements, stream, telling
from app.sync.book import Behind, Book, Fork, Identity, Outcome, Pair, State
from app.sync.entry import Entry, EntryDraft, restore
from app.sync.envelope import Ack, Routing, Span
from app.sync.records import Standing
from app.sync.statements import (
    ECHO,
    MANIFEST,
    PACK,
    ROSTER,
    START,
    Echo,
    Held,
    Listed,
    Manifest,
    Renewal,
    Start,
)
from app.sync.stream import AckState, Inbox, Outbox


class _Restored(Exception):  # noqa: N818 - a finding that never leaves this module
    def __init__(self, seen: int, reason: str) -> None:
        super().__init__(reason)
        self.behind = Behind(seen, reason)


_RELAYED: Final = frozenset({ROSTER, PACK})
"""Types whose owner's own signature is inside, so that anybody may carry them."""


# -- taking in ------------------------------------------------------------------------------


def foresee(book: Book, routing: Routing) -> Outcome:
    """What can be told of a believed sender's bundle before it is decrypted; nothing is kept."""
    try:
        pair = _heard(book, routing)
    except _Restored as found:
        return Outcome(behind=found.behind)
    span, seq = routing.stream, pair.inbox.seq
    gap = not span.is_empty and span.first > seq + 1
    return Outcome(
        acknowledged=pair.out.acked,
        missing=(seq + 1, span.first - 1) if gap else None,
        fork=_fork_of_span(book, pair, routing.stream),
        quarantined=pair.quarantined,
    )


def take(book: Book, routing: Routing, entries: Sequence[Entry]) -> Outcome:
    """Take in the verified *entries* of a believed sender's bundle.

    A quarantined incarnation is still heard acknowledging.

    Raises:
        BundleFormError: a new incarnation that does not begin with a start, or an incarnation of
            ours is named that cannot be.
    """
    try:
        pair = _heard(book, routing)
        _refuse_bad_start(book, pair, routing, entries)
    except _Restored as found:
        return Outcome(behind=found.behind)
    outcome = Outcome(acknowledged=pair.out.acked, quarantined=pair.quarantined)
    if not pair.quarantined:
        outcome.fork = _fork(book, pair, routing.stream, entries)
        pair = replace(pair, quarantined=outcome.fork is not None)
    # A bundle of acknowledgements and receipts alone is never acknowledged. One that was shut out
    # is answered as well, or its sender would never be told of the fork.
    speaks = any(each.head.type != statements.RECEIPT for each in entries)
    shut_out = pair.quarantined and not routing.stream.is_empty
    pair = replace(pair, ack_due=pair.ack_due or speaks or shut_out)
    taking = _Taking(book, pair, outcome)
    if not pair.quarantined:
        taking.join(entries)
    book.keep_pair(taking.pair)
    return outcome


def read_again(book: Book, peer: str, entry: Entry) -> tuple[State, str]:
    """What becomes of a kept entry of *peer*'s that is read once more, and why if refused.

    The caller keeps the state.
    """
    taking = _Taking(book, book.pair(peer), Outcome())
    found = taking.effect(entry)
    book.keep_pair(taking.pair)
    return found


def _heard(book: Book, routing: Routing) -> Pair:
    """The pair, turned to the sender's incarnation, after its acknowledgement."""
    sender, pair = routing.sender, book.pair(routing.sender.uid)
    if sender.incarnation == pair.inbox.incarnation:
        pair = replace(pair, inbox=replace(pair.inbox, key=routing.key))
    else:
        pair = replace(pair, inbox=Inbox(sender.incarnation, routing.key), quarantined=False)
    own, ack, notice = book.identity(), routing.ack, routing.fork
    _refuse_too_far(own, ack.incarnation)
    accused = notice is not None and notice.incarnation == own.incarnation
    if notice is not None and accused and book.spoke_twice(pair.peer, notice):
        raise _Restored(notice.incarnation, "two statements of ours under one number")
    out, state = stream.heed(pair.out, own.key, ack, lambda seq: book.sent(pair.peer, seq))
    if state is AckState.AHEAD:
        raise _Restored(ack.incarnation, "acknowledges what was never sent")
    # Who has not read our start yet counts by what an earlier incarnation of ours acknowledged.
    knows_us = ack.incarnation == own.incarnation and (own.incarnation == 1 or ack.seq > 0)
    if knows_us and routing.stream.base > pair.inbox.seq:
        raise _Restored(ack.incarnation, "rests on an acknowledgement we do not know of")
    return replace(pair, out=out)


def _refuse_too_far(own: Identity, named: int) -> None:
    """A mark it left would make this register begin an incarnation that no card can bear."""
    if named > stream.furthest(own.incarnation):
        raise BundleFormError(reason=f"incarnation {named} of ours, which is {own.incarnation}")


def _refuse_bad_start(book: Book, pair: Pair, routing: Routing, entries: Sequence[Entry]) -> None:
    """An incarnation after the first begins with a start that we can stand on."""
    first = entries[0] if entries and entries[0].seq == 1 else None
    if first is None or routing.sender.incarnation == 1 or pair.inbox.seq > 0:
        return
    if first.head.type != START or first.body is None:
        raise BundleFormError(reason="an incarnation that does not begin with a start")
    try:
        said = plain.from_plain(Start, first.plain)
    except NotCanonicalError as error:
        raise BundleFormError(reason=f"start: {error}") from error
    _reset(book, pair, said.held)


def _reset(book: Book, pair: Pair, held: Held) -> Outbox:
    """Our outbox as a peer that began anew holds it."""
    own = book.identity()
    _refuse_too_far(own, held.incarnation)
    if held.incarnation < own.incarnation:
        return replace(pair.out, acked=0)
    ack = Ack(held.incarnation, held.key, held.seq, held.head or None)
    _, state = stream.heed(pair.out, own.key, ack, lambda seq: book.sent(pair.peer, seq))
    if state is AckState.AHEAD:
        raise _Restored(held.incarnation, "a start that holds what was never sent")
    return replace(pair.out, acked=held.seq)


def _fork(book: Book, pair: Pair, span: Span, entries: Sequence[Entry]) -> Fork | None:
    """The first number said twice, by *entries* or by what they rest on."""
    for entry in entries:
        held = book.received(pair.peer, pair.inbox.incarnation, entry.seq)
        if held is not None and held != entry.hash:
            return Fork(entry.seq, held, entry.hash)
    return _fork_of_span(book, pair, span)


def _fork_of_span(book: Book, pair: Pair, span: Span) -> Fork | None:
    """The same by the two hashes an envelope tells, and by those of what waits behind a gap."""
    for seq, found in ((span.first - 1, span.prev), (span.last, span.head)):
        held = book.received(pair.peer, pair.inbox.incarnation, seq) if seq > 0 else None
        if held is not None and found is not None and held != found:
            return Fork(seq, held, found)
    after = book.ahead(pair.peer, pair.inbox.incarnation, span.last + 1)
    if after is not None and span.head is not None and after.head.prev != span.head:
        return Fork(span.last, after.head.prev or "", span.head)
    return None


@dataclass(slots=True)
class _Taking:
    """One bundle being taken in; ``pair`` is kept by the caller at the end."""

    book: Book
    pair: Pair
    outcome: Outcome

    def join(self, entries: Sequence[Entry]) -> None:
        """Apply what follows without a gap, keep the rest, apply what waited for it."""
        peer, incarnation = self.pair.peer, self.pair.inbox.incarnation
        for entry in entries:
            if self.book.received(peer, incarnation, entry.seq) is not None:
                self.outcome.duplicates += 1
            elif entry.seq == self.pair.inbox.seq + 1:
                self._next(entry)
            else:
                self.book.keep(peer, incarnation, entry, State.AHEAD, "")
        while (waiting := self.book.ahead(peer, incarnation, self.pair.inbox.seq + 1)) is not None:
            self._next(waiting)
        self.outcome.ahead = [each for each in entries if each.seq > self.pair.inbox.seq]
        if self.outcome.ahead:
            self.outcome.missing = (self.pair.inbox.seq + 1, self.outcome.ahead[0].seq - 1)

    def _next(self, entry: Entry) -> None:
        state, reason = self.effect(entry)
        inbox = replace(self.pair.inbox, seq=entry.seq, head=entry.hash)
        self.pair = replace(self.pair, inbox=inbox)
        self.book.keep(self.pair.peer, inbox.incarnation, entry, state, reason)
        match state:
            case State.REFUSED:
                self.outcome.refused.append((entry, reason))
            case State.CONFLICT:
                self.outcome.conflicts.append(entry)
            case State.PARKED:
                self.outcome.parked.append(entry)
            case _:
                self.outcome.applied.append(entry)

    def effect(self, entry: Entry) -> tuple[State, str]:
        """What *entry* does, and why if it is refused."""
        try:
            if entry.body is None:
                return State.APPLIED, ""
            return self._acted(entry), ""
        except EntryRefusedError as error:
            return State.REFUSED, str(error.facts.get("reason", ""))
        except NotCanonicalError as error:
            return State.REFUSED, str(error)[:200]

    def _acted(self, entry: Entry) -> State:
        match entry.head.type:
            case statements.START:
                return self._start(entry)
            case statements.MANIFEST:
                plain.from_plain(Manifest, entry.plain)
                return State.APPLIED
            case statements.ECHO:
                return self._echo(entry)
            case _:
                return self._record(entry)

    def tell(self, drafts: Iterable[EntryDraft]) -> None:
        """State *drafts* to the peer, a start first to one met after the incarnation began."""
        stated, out = list(drafts), self.pair.out
        if stated and out.incarnation > 1 and not out.seq and stated[0].type != START:
            stated = [*telling.opening(self.book, self.pair, stated[0].at), *stated]
        out, made = stream.extend(out, stated)
        self.book.put(self.pair.peer, out.incarnation, made)
        self.pair = replace(self.pair, out=out)

    def _record(self, entry: Entry) -> State:
        head = entry.head
        if head.type in _RELAYED:
            return self.book.apply(self.pair.peer, entry)
        if head.owner != head.author:
            raise refusal(entry, "a record of another agency")
        said = records.listed(entry)
        match records.compare(self.book.held(self.pair.peer, head.record), said):
            case Standing.NEW | Standing.NEWER:
                return self.book.apply(self.pair.peer, entry)
            case Standing.CONFLICT:
                return State.CONFLICT
            case Standing.OLDER if not self._heard(said):
                # Another copy of the author's register wrote on from an older version.
                return State.CONFLICT
            case _:
                return State.APPLIED

    def _heard(self, said: Listed) -> bool:
        return self.book.has_heard(self.pair.peer, said.record, said.content)

    def _start(self, entry: Entry) -> State:
        """The peer began anew: send again from where it stands, give back what it lacks."""
        if entry.seq != 1 or self.pair.inbox.incarnation == 1:
            raise refusal(entry, "a start that is not the first")
        said = plain.from_plain(Start, entry.plain)
        self.pair = replace(self.pair, out=_reset(self.book, self.pair, said.held))
        inventory = {each.record: each for each in said.inventory}
        lacking = records.lacking(inventory, records.tips(self.book.taken(self.pair.peer)))
        self.tell(telling.given_back(self.book, self.pair.peer, lacking, entry.head.at))
        self.outcome.given_back += len(lacking)
        return State.APPLIED

    def _echo(self, entry: Entry) -> State:
        """A statement of our own comes back."""
        own, over, doubtful = self._proved(entry)
        state = self._doubted(own) if doubtful else self._returned(own, over)
        if state is not State.PARKED:
            self._spread(own.head.record)
        return state

    def _returned(self, own: Entry, over: Collection[str]) -> State:
        """What becomes of our own statement that came back. It takes the place of nothing but what
        the giver had read before it; else both are kept for a person to compare."""
        mine, said = self.book.mine(own.head.record), records.listed(own)
        match records.compare(mine, said):
            case Standing.NEW:
                return self.book.adopt(own)
            case Standing.NEWER if said.gone or (mine and mine.content in (*over, said.content)):
                return self.book.adopt(own)
            case Standing.SAME | Standing.GONE:
                return State.APPLIED
            case Standing.OLDER if self.book.has_said(said.record, said.content):
                return State.APPLIED
        self.book.outdo(own)
        return State.CONFLICT

    def _doubted(self, own: Entry) -> State:
        """The same when a key that was stolen is all that proves it: what is said already changes
        nothing, and the rest is kept beside for a person, whatever its version."""
        said = records.listed(own)
        same = records.compare(self.book.mine(own.head.record), said)
        known = same in (Standing.SAME, Standing.GONE)
        if known or self.book.has_said(said.record, said.content):
            return State.APPLIED
        return State.CONFLICT

    def _spread(self, record: str) -> None:
        """Tell whoever holds our *record* how it stands now; the giver holds it."""
        current = self.book.current(record)
        if current is None:
            return
        peers = {self.pair.peer, *self.book.told_of(record)}
        for peer in sorted(each for each in peers if not self.book.has_told(each, current)):
            if peer == self.pair.peer:
                self.tell([current])
            else:
                other = _Taking(self.book, self.book.pair(peer), Outcome())
                other.tell([current])
                self.book.keep_pair(other.pair)

    def _proved(self, entry: Entry) -> tuple[Entry, Collection[str], bool]:
        """The statement of ours inside an echo, the contents it comes after, and whether only
        revoked keys prove it. Raises EntryRefusedError."""
        said = plain.from_plain(Echo, entry.plain)
        try:
            own = restore(said.head.encode(), said.blind, canon.dumps(said.body))
        except BundleFormError as error:
            raise refusal(entry, str(error)) from error
        manifest = self.book.shown(self.pair.peer, said.manifest)
        ours = own.head.author == own.head.owner == self.book.own
        if not ours or manifest is None:
            raise refusal(entry, "not shown to be a statement of ours")
        if not self.book.proves(self.pair.peer, manifest, own):
            raise refusal(entry, "the manifest does not prove it")
        return own, said.over, self.book.doubts(self.pair.peer, manifest, own)


def refusal(entry: Entry, reason: str) -> EntryRefusedError:
    """Why *entry* has no effect."""
    return EntryRefusedError(seq=entry.seq, type=entry.head.type, reason=reason[:200])


# -- beginning anew -------------------------------------------------------------------------


def renew(book: Book, reason: Renewal, identity: Identity, at: datetime) -> None:
    """Begin the incarnation of *identity*: tell every peer where we stand and all we know we told
    it, and what we owe it back."""
    before = [_Left.of(book, peer) for peer in book.peers()]
    book.begin(identity)
    for left in before:
        taking = _Taking(book, replace(left.pair, out=Outbox(identity.incarnation)), Outcome())
        taking.tell([telling.start(book, left.pair, reason, left.told, at)])
        restated = (*records.newest(left.told), *left.owed)
        taking.tell(telling.again(each) for each in restated if each.body is not None)
        book.keep_pair(replace(taking.pair, ack_due=True))


def tell(book: Book, peer: str, drafts: Iterable[EntryDraft]) -> None:
    """State *drafts* to *peer*; they leave with the next bundle."""
    taking = _Taking(book, book.pair(peer), Outcome())
    taking.tell(drafts)
    book.keep_pair(taking.pair)


def meet(book: Book, peer: str, at: datetime) -> None:
    """Begin with *peer*, whose card has just become known, if our incarnation is not the first.

    It may know an earlier one of ours, from before a copy of this register that was restored.
    """
    taking = _Taking(book, book.pair(peer), Outcome())
    out = taking.pair.out
    if out.incarnation > 1 and not out.seq:
        taking.tell(telling.opening(book, taking.pair, at))
        book.keep_pair(taking.pair)


def answer(book: Book, peer: str) -> None:
    """Let a bundle leave for *peer* although there is nothing to tell it.

    For one whose bundle was refused because it signs with an incarnation that has ended, or writes
    to keys we have no more: ours tells it so by its card and acknowledgement.
    """
    book.keep_pair(replace(book.pair(peer), ack_due=True))


@dataclass(frozen=True, slots=True)
class _Left:
    """What the incarnation before leaves with a peer: its statements, and those of the peer's own
    that were not given back yet."""

    pair: Pair
    told: tuple[Entry, ...]
    owed: tuple[Entry, ...]

    @staticmethod
    def of(book: Book, peer: str) -> _Left:
        pair = book.pair(peer)
        waiting = book.unacknowledged(pair)
        owed = tuple(each for each in waiting if each.head.type in (MANIFEST, ECHO))
        return _Left(pair, tuple(book.told(peer)), owed)
