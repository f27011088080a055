from __future__ import annotations

import contextlib
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kernel.errors import ForkError, GapError
from app.sync import stream
from app.sync.entry import Entry
from app.sync.envelope import Ack, Span
from app.sync.stream import AckState, Inbox, Outbox
from tests.sync.city import Agency, drafts, hash_in, three_entries

FINANCE = Agency("czj")
NOBODY = Inbox(1)
KEY = FINANCE.key


def span_of(entries: tuple[Entry, ...]) -> Span:
    first, last = entries[0], entries[-1]
    return Span(first.seq - 1, first.seq, last.seq, first.head.prev, last.hash)


def test_entries_are_numbered_and_chained() -> None:
    box, first = stream.extend(Outbox(1), drafts(FINANCE, 2))
    box, more = stream.extend(box, drafts(FINANCE, 1))
    made = (*first, *more)

    assert [entry.seq for entry in made] == [1, 2, 3]
    assert [entry.head.prev for entry in made] == [None, made[0].hash, made[1].hash]
    assert (box.seq, box.head) == (3, made[2].hash)


def test_extending_by_nothing_changes_nothing() -> None:
    assert stream.extend(Outbox(3, 5, "0" * 64, 2), []) == (Outbox(3, 5, "0" * 64, 2), ())


@pytest.mark.parametrize(
    ("ack", "state", "acked"),
    [
        (Ack(1, KEY, 3, "right"), AckState.NEWS, 3),
        (Ack(1, KEY, 2, "right"), AckState.NEWS, 2),
        (Ack(1, KEY, 1, "right"), AckState.KNOWN, 1),
        (Ack(1, KEY, 0, None), AckState.KNOWN, 1),
        (Ack(1, KEY, 3, "0" * 64), AckState.AHEAD, 1),
        (Ack(1, KEY, 1, "0" * 64), AckState.AHEAD, 1),
        (Ack(1, KEY, 4, "0" * 64), AckState.AHEAD, 1),
        (Ack(2, KEY, 0, None), AckState.AHEAD, 1),
    ],
)
def test_what_an_acknowledgement_means(ack: Ack, state: AckState, acked: int) -> None:
    box, made = stream.extend(Outbox(1), drafts(FINANCE, 3))
    box = Outbox(1, box.seq, box.head, acked=1)
    head = made[ack.seq - 1].hash if ack.head == "right" else ack.head

    heard, found = stream.heed(box, Ack(ack.incarnation, KEY, ack.seq, head), hash_in(made))

    assert (found, heard.acked) == (state, acked)


def test_an_acknowledgement_of_an_earlier_incarnation_is_no_alarm() -> None:
    box = Outbox(2)

    ack = Ack(1, KEY, 9, "0" * 64)
    assert stream.heed(box, ack, hash_in(())) == (box, AckState.OTHER_INCARNATION)


def test_a_register_restored_from_a_backup_is_told_by_the_acknowledgement() -> None:
    box, first = stream.extend(Outbox(1), drafts(FINANCE, 1))
    _, lost = stream.extend(box, drafts(FINANCE, 1))
    restored, again = stream.extend(box, drafts(FINANCE, 1))

    _, state = stream.heed(restored, Ack(1, KEY, 2, lost[0].hash), hash_in((*first, *again)))

    assert state == AckState.AHEAD


def test_a_number_used_again_after_a_restoration_is_a_fork_at_the_peer() -> None:
    box, first = stream.extend(Outbox(1), drafts(FINANCE, 1))
    _, lost = stream.extend(box, drafts(FINANCE, 1))
    _, again = stream.extend(box, drafts(FINANCE, 1))
    held = (*first, *lost)
    inbox = Inbox(1, 2, lost[0].hash)

    with pytest.raises(ForkError) as caught:
        stream.sort(inbox, again, hash_in(held), "财政局")
    assert caught.value.seq == 2


def test_duplicates_and_news_are_told_apart() -> None:
    made = three_entries(FINANCE)
    inbox = Inbox(1, 1, made[0].hash)

    found = stream.sort(inbox, made, hash_in(made[:1]), "财政局")

    assert (found.duplicates, found.new) == (made[:1], made[1:])
    assert stream.taken(inbox, found) == Inbox(1, 3, made[2].hash)


def test_a_gap_names_what_is_missing() -> None:
    made = three_entries(FINANCE)

    with pytest.raises(GapError) as caught:
        stream.sort(NOBODY, made[2:], hash_in(()), "财政局")
    assert (caught.value.first_missing, caught.value.last_missing) == (1, 2)


def test_nothing_new_leaves_the_inbox_alone() -> None:
    made = three_entries(FINANCE)
    inbox = Inbox(1, 3, made[2].hash)

    found = stream.sort(inbox, (), hash_in(made), "财政局")

    assert stream.taken(inbox, found) == inbox


def test_an_empty_bundle_beyond_what_we_have_shows_the_gap() -> None:
    made = three_entries(FINANCE)
    empty = Span(3, 4, 3, made[2].hash, made[2].hash)

    with pytest.raises(GapError):
        stream.refuse_misfit(Inbox(1, 2, made[1].hash), empty, hash_in(made[:2]), "财政局")
    stream.refuse_misfit(Inbox(1, 3, made[2].hash), empty, hash_in(made), "财政局")


@dataclass
class Peer:
    """A receiver as a register keeps it."""

    inbox: Inbox = NOBODY
    held: list[Entry] = field(default_factory=list)

    def take(self, entries: tuple[Entry, ...]) -> None:
        arrival = stream.sort(self.inbox, entries, hash_in(self.held), "财政局")
        self.inbox = stream.taken(self.inbox, arrival)
        self.held += arrival.new


EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.integers(0, 3)),
        st.tuples(st.just("seal"), st.just(0)),
        st.tuples(st.just("deliver"), st.integers(0, 20)),
        st.tuples(st.just("acknowledge"), st.integers(0, 20)),
    ),
    max_size=25,
)


@given(EVENTS)
@settings(max_examples=150)
def test_any_loss_order_and_repetition_ends_in_the_same_once_one_bundle_arrives(
    events: list[tuple[str, int]],
) -> None:
    box, written = Outbox(1), list[Entry]()
    bundles, acks, peer = list[tuple[Entry, ...]](), [NOBODY.ack(KEY)], Peer()
    for event, number in events:
        match event:
            case "write":
                box, made = stream.extend(box, drafts(FINANCE, number))
                written += made
            case "seal":
                bundles.append(tuple(written[box.acked :]))
            case "deliver" if bundles:
                _deliver(peer, bundles[number % len(bundles)], written)
                acks.append(peer.inbox.ack(KEY))
            case "acknowledge":
                box, state = stream.heed(box, acks[number % len(acks)], hash_in(written))
                assert state in {AckState.NEWS, AckState.KNOWN}

    assert box.acked <= peer.inbox.seq
    peer.take(tuple(written[box.acked :]))
    assert peer.held == written
    assert stream.heed(box, peer.inbox.ack(KEY), hash_in(written))[0].acked == len(written)


def _deliver(peer: Peer, entries: tuple[Entry, ...], written: list[Entry]) -> None:
    """Take *entries* in unless numbers are missing; what is held stays a prefix of the written."""
    before = list(peer.held)
    with contextlib.suppress(GapError):
        if entries:
            stream.refuse_misfit(peer.inbox, span_of(entries), hash_in(peer.held), "财政局")
        peer.take(entries)
    assert peer.held[: len(before)] == before
    assert peer.held == written[: len(peer.held)]
