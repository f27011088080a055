from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sync import stream
from app.sync.entry import Entry
from app.sync.envelope import Ack
from app.sync.stream import AckState, Inbox, Outbox
from tests.sync.city import Agency, drafts, hash_in, three_entries

FINANCE = Agency("czj")
KEY = FINANCE.key
OTHER_KEY = Agency("czj").key


def test_entries_are_numbered_and_chained() -> None:
    box, first = stream.extend(Outbox(1), drafts(FINANCE, 2))
    box, more = stream.extend(box, drafts(FINANCE, 1))
    made = (*first, *more)

    assert [entry.seq for entry in made] == [1, 2, 3]
    assert [entry.head.prev for entry in made] == [None, made[0].hash, made[1].hash]
    assert (box.seq, box.head) == (3, made[2].hash)


def test_extending_leaves_what_was_acknowledged_alone() -> None:
    box, _ = stream.extend(Outbox(2, 5, "0" * 64, 4), drafts(FINANCE, 1))

    assert (box.incarnation, box.seq, box.acked) == (2, 6, 4)


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
        (Ack(1, OTHER_KEY, 3, "right"), AckState.AHEAD, 1),
        (Ack(1, OTHER_KEY, 0, None), AckState.AHEAD, 1),
        (Ack(2, KEY, 0, None), AckState.AHEAD, 1),
    ],
)
def test_what_an_acknowledgement_means(ack: Ack, state: AckState, acked: int) -> None:
    box, made = stream.extend(Outbox(1, acked=1), drafts(FINANCE, 3))
    head = made[ack.seq - 1].hash if ack.head == "right" else ack.head

    heard, found = stream.heed(
        box, KEY, Ack(ack.incarnation, ack.key, ack.seq, head), hash_in(made)
    )

    assert (found, heard.acked) == (state, acked)
    assert (heard.seq, heard.head) == (box.seq, box.head)


def test_an_acknowledgement_of_an_earlier_incarnation_is_no_alarm() -> None:
    # It names the keys and numbers of that one, which say nothing about ours.
    ack = Ack(1, OTHER_KEY, 9, "0" * 64)

    assert stream.heed(Outbox(2), KEY, ack, hash_in(())) == (Outbox(2), AckState.OTHER_INCARNATION)


def test_a_register_restored_from_a_backup_is_told_by_the_acknowledgement() -> None:
    box, first = stream.extend(Outbox(1), drafts(FINANCE, 1))
    _, lost = stream.extend(box, drafts(FINANCE, 1))
    restored, again = stream.extend(box, drafts(FINANCE, 1))

    ack = Ack(1, KEY, 2, lost[0].hash)
    heard, state = stream.heed(restored, KEY, ack, hash_in((*first, *again)))

    assert (state, heard) == (AckState.AHEAD, restored)


def test_an_acknowledgement_names_what_was_taken_in_without_a_gap() -> None:
    assert Inbox(2, KEY, 7, "0" * 64).ack == Ack(2, KEY, 7, "0" * 64)
    assert Inbox(1, KEY).ack == Ack(1, KEY, 0, None)


@pytest.mark.parametrize(
    ("box", "shown"),
    [
        (Outbox(1), True),
        (Outbox(1, seq=3), True),
        (Outbox(1, seq=3, acked=1), False),
        # A peer put back to an older copy after it acknowledged has no other way to the card.
        (Outbox(2, seq=3, acked=3), True),
    ],
)
def test_the_card_travels_until_it_is_surely_known(box: Outbox, shown: bool) -> None:
    assert box.shows_card is shown


@given(st.lists(st.integers(0, 20)), st.lists(st.integers(0, 4), min_size=1, max_size=8))
@settings(max_examples=100)
def test_acknowledgements_in_any_order_end_at_the_furthest(
    order: list[int], batches: list[int]
) -> None:
    box, inbox, written = Outbox(1), Inbox(1, KEY), list[Entry]()
    acks = [inbox.ack]
    for count in batches:
        box, made = stream.extend(box, drafts(FINANCE, count))
        written += made
        acks.append(Inbox(1, KEY, box.seq, box.head).ack)

    heard = [acks[number % len(acks)] for number in order]
    for ack in heard:
        before = box.acked
        box, state = stream.heed(box, KEY, ack, hash_in(written))
        assert state is (AckState.NEWS if ack.seq > before else AckState.KNOWN)

    assert box.acked == max((ack.seq for ack in heard), default=0)
    assert (box.seq, box.head) == (len(written), written[-1].hash if written else None)


def test_two_streams_of_the_same_statements_are_two_streams() -> None:
    # The random blind of an entry tells copies that went separate ways apart at the first number.
    one, other = three_entries(FINANCE), three_entries(FINANCE)

    box = Outbox(1, 3, one[-1].hash)
    _, state = stream.heed(box, KEY, Ack(1, KEY, 1, other[0].hash), hash_in(one))

    assert state is AckState.AHEAD
