"""Each rule of the exchange by itself, between agencies whose registers are in memory."""

from __future__ import annotations

import uuid
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from app.kernel import canon, plain
from app.kernel.errors import BundleFormError, OldIncarnationError
from app.kernel.terms import new_uid
from app.sync import node, records, stream
from app.sync.book import Outcome, State
from app.sync.entry import Entry, EntryDraft
from app.sync.routing import Routing
from app.sync.statements import ECHO, MANIFEST, START, WITHDRAW, Echo, Renewal, Start
from tests.sync.simulation.shelf import LATE, NOTE, MemoryBook, Shelf
from tests.sync.simulation.site import Site
from tests.sync.simulation.wires import NOON, FastWire, Packet, facts_of


class Town:
    """Three agencies that know each other."""

    def __init__(self) -> None:
        self.wire = FastWire(Random(1))
        uids = [str(uuid.UUID(int=n, version=4)) for n in (1, 2, 3)]
        self.names = dict(zip(uids, "abc", strict=True))
        self.a, self.b, self.c = (self._site(uid) for uid in uids)
        for one in self.sites:
            for other in self.sites:
                if one is not other:
                    one.meet(other)

    @property
    def sites(self) -> tuple[Site, Site, Site]:
        return self.a, self.b, self.c

    def _site(self, uid: str) -> Site:
        shelf, facts = Shelf(uid, {1: self.wire.keys(1)}), facts_of(uid, self.names[uid])
        root = self.wire.keys(1).public
        return Site(self.names[uid], facts, root, shelf, self.wire, names=self.names)

    def sealed(self, sender: Site, receiver: Site, part: tuple[int, int] | None = None) -> Packet:
        return sender.seal(receiver.uid, new_uid(), part)

    def carry(self, sender: Site, receiver: Site) -> Outcome:
        return receiver.take_in(self.sealed(sender, receiver))

    def both_ways(self, one: Site, other: Site, times: int = 2) -> None:
        for _ in range(times):
            self.carry(one, other)
            self.carry(other, one)


@pytest.fixture
def town() -> Town:
    return Town()


def write(site: Site, *peers: Site, type_: str = NOTE, text: str = "one") -> str:
    record = new_uid()
    site.create(record, type_, {"text": text, "over": []})
    for peer in peers:
        site.share(record, peer.uid)
    return record


def edit(site: Site, record: str, text: str) -> None:
    site.edit(record, text)
    site.tell_all(record)


def text_at(site: Site, owner: Site, record: str) -> Any:
    return site.shelf.theirs[owner.uid, record].body["text"]


def beside(site: Site, record: str) -> list[str]:
    return [each.body["text"] for each in site.shelf.beside.get(record, ())]


def book_of(site: Site) -> MemoryBook:
    return MemoryBook(site.shelf, site.wire)


def types_waiting(site: Site, peer: Site) -> list[str]:
    book = book_of(site)
    return [each.head.type for each in book.unacknowledged(book.pair(peer.uid))]


def put_back(site: Site, copy: Shelf) -> None:
    site.shelf = copy.copy()


def hand_over(receiver: Site, routing: Routing, *drafts: EntryDraft) -> Outcome:
    """What the rules make of *drafts* that the sender's own program would never state."""
    pair = book_of(receiver).pair(routing.sender.uid)
    box = stream.Outbox(1, pair.inbox.seq, pair.inbox.head)
    made = stream.extend(box, drafts)[1]
    span = replace(
        routing.stream,
        base=0,
        first=made[0].seq,
        last=made[-1].seq,
        prev=made[0].head.prev,
        head=made[-1].hash,
    )
    return node.take(book_of(receiver), replace(routing, stream=span), made)


def draft(author: Site, type_: str, body: Any, **other: Any) -> EntryDraft:
    said = EntryDraft(type_, author.uid, author.uid, new_uid(), 1, NOON, body)
    return replace(said, **other)


# -- order and gaps ---------------------------------------------------------------------------


def test_what_is_told_arrives_and_is_acknowledged(town: Town) -> None:
    record = write(town.a, town.b)

    town.both_ways(town.a, town.b, 1)

    assert text_at(town.b, town.a, record) == "one"
    assert not town.a.is_due(town.b.uid)


def test_entries_behind_a_gap_wait_and_the_gap_is_named(town: Town) -> None:
    held = [write(town.a, town.b) for _ in range(3)]
    later = town.sealed(town.a, town.b, (2, 3))

    outcome = town.b.take_in(later)

    assert outcome.missing == (1, 2)
    assert [each.seq for each in outcome.ahead] == [3]
    assert (town.a.uid, held[2]) not in town.b.shelf.theirs
    assert book_of(town.b).pair(town.a.uid).inbox.ack.seq == 0


def test_a_gap_that_closes_lets_in_what_waited(town: Town) -> None:
    held = [write(town.a, town.b) for _ in range(3)]
    parts = [town.sealed(town.a, town.b, (n, 3)) for n in range(3)]
    for packet in (parts[2], parts[1]):
        town.b.take_in(packet)

    outcome = town.b.take_in(parts[0])

    assert [each.seq for each in outcome.applied] == [1, 2, 3]
    assert outcome.missing is None
    assert {(town.a.uid, each) for each in held} <= town.b.shelf.theirs.keys()


def test_a_bundle_that_comes_twice_changes_nothing(town: Town) -> None:
    write(town.a, town.b)
    packet = town.sealed(town.a, town.b)
    town.b.take_in(packet)
    before = town.b.shelf.beats()

    outcome = town.b.take_in(packet)

    assert outcome.duplicates == 1
    assert town.b.shelf.beats() == before


def test_acknowledgements_alone_are_not_acknowledged(town: Town) -> None:
    write(town.a, town.b)
    town.both_ways(town.a, town.b, 1)

    assert not town.a.is_due(town.b.uid)
    assert not town.b.is_due(town.a.uid)


# -- records ----------------------------------------------------------------------------------


def test_a_record_of_another_agency_is_refused_and_blocks_nothing(town: Town) -> None:
    routing = town.sealed(town.a, town.b).routing
    foreign = draft(town.a, NOTE, {"text": "x", "over": []}, owner=town.c.uid)
    own = draft(town.a, NOTE, {"text": "y", "over": []})

    outcome = hand_over(town.b, routing, foreign, own)

    assert [entry.seq for entry, _ in outcome.refused] == [1]
    assert [each.seq for each in outcome.applied] == [2]
    assert (town.a.uid, foreign.record) not in town.b.shelf.theirs


def test_a_withdrawal_stands_although_a_higher_version_follows(town: Town) -> None:
    routing = town.sealed(town.a, town.b).routing
    record = new_uid()
    gone = draft(town.a, WITHDRAW, {"type": NOTE, "reason": "r"}, record=record, version=2)
    higher = draft(town.a, NOTE, {"text": "x", "over": []}, record=record, version=9)

    outcome = hand_over(town.b, routing, gone, higher)

    assert len(outcome.applied) == 2
    assert town.b.shelf.theirs[town.a.uid, record].gone


def test_a_withdrawal_in_an_older_version_wins(town: Town) -> None:
    routing = town.sealed(town.a, town.b).routing
    record = new_uid()
    higher = draft(town.a, NOTE, {"text": "x", "over": []}, record=record, version=9)
    gone = draft(town.a, WITHDRAW, {"type": NOTE, "reason": "r"}, record=record, version=2)

    hand_over(town.b, routing, higher, gone)

    assert town.b.shelf.theirs[town.a.uid, record].gone


def test_the_same_version_with_another_content_is_kept_as_a_conflict(town: Town) -> None:
    routing = town.sealed(town.a, town.b).routing
    one = draft(town.a, NOTE, {"text": "x", "over": []}, version=2)
    other = replace(one, body={"text": "y", "over": []})

    outcome = hand_over(town.b, routing, one, other)

    assert [each.plain["text"] for each in outcome.conflicts] == ["y"]
    assert text_at(town.b, town.a, one.record) == "x"


def test_an_older_version_nobody_told_before_is_a_conflict(town: Town) -> None:
    routing = town.sealed(town.a, town.b).routing
    newer = draft(town.a, NOTE, {"text": "x", "over": []}, version=5)
    older = replace(newer, version=3, body={"text": "y", "over": []})

    outcome = hand_over(town.b, routing, newer, older, older)

    assert outcome.conflicts[0].plain["text"] == "y"
    assert text_at(town.b, town.a, newer.record) == "x"


def test_an_unknown_type_is_parked_and_read_after_an_upgrade(town: Town) -> None:
    town.a.upgrade([LATE])
    record = write(town.a, town.b, type_=LATE)

    outcome = town.carry(town.a, town.b)
    waiting = town.b.shelf.theirs.copy()
    town.b.upgrade([LATE])

    assert [each.head.type for each in outcome.parked] == [LATE]
    assert not waiting
    assert text_at(town.b, town.a, record) == "one"


def test_a_parked_record_told_again_is_read_once_after_an_upgrade(town: Town) -> None:
    """The author began anew while its entry was parked."""
    town.a.upgrade([LATE])
    record = write(town.a, town.b, type_=LATE)
    town.carry(town.a, town.b)
    town.a.renew(Renewal.ROTATION)
    town.carry(town.a, town.b)

    town.b.upgrade([LATE])

    assert text_at(town.b, town.a, record) == "one"
    assert all(row.state is State.APPLIED for row in town.b.shelf.rows.values())


# -- forks ------------------------------------------------------------------------------------


def forked(town: Town) -> tuple[Outcome, str]:
    """The folder of a was copied; both copies told b something under one number."""
    copy = town.a.shelf.copy()
    record = write(town.a, town.b, text="first")
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    write(town.a, town.b, text="second")
    return town.carry(town.a, town.b), record


def test_a_number_said_twice_is_a_fork_and_neither_is_taken_back(town: Town) -> None:
    outcome, record = forked(town)

    assert outcome.fork is not None
    assert outcome.fork.seq == 1
    assert not outcome.applied
    assert text_at(town.b, town.a, record) == "first"
    assert book_of(town.b).pair(town.a.uid).quarantined


def test_who_is_quarantined_is_still_heard_acknowledging(town: Town) -> None:
    write(town.b, town.a)
    forked(town)
    packet = town.sealed(town.b, town.a)
    town.a.take_in(replace(packet, routing=replace(packet.routing, fork=None)))
    town.a.shelf.behind = None

    outcome = town.carry(town.a, town.b)

    assert outcome.quarantined
    assert outcome.acknowledged == 0 or not town.b.is_due(town.a.uid)


def test_a_fork_is_answered_and_the_answer_makes_its_author_begin_anew(town: Town) -> None:
    forked(town)

    assert town.b.is_due(town.a.uid)
    town.carry(town.b, town.a)
    assert town.a.shelf.behind is not None


def test_what_is_shut_out_again_is_answered_again(town: Town) -> None:
    """The first answer may be lost on its way."""
    forked(town)
    town.sealed(town.b, town.a)
    assert not town.b.is_due(town.a.uid)

    town.carry(town.a, town.b)

    assert town.b.is_due(town.a.uid)


def test_the_next_incarnation_ends_the_quarantine_and_loses_neither_statement(town: Town) -> None:
    _, record = forked(town)
    town.carry(town.b, town.a)
    town.a.renew(Renewal.RESTORE)

    town.both_ways(town.a, town.b)

    assert not book_of(town.b).pair(town.a.uid).quarantined
    assert town.a.shelf.mine[record].body["text"] == "first"
    assert {each.body["text"] for each in town.b.shelf.theirs.values()} == {"first", "second"}


# -- learning that one was restored -----------------------------------------------------------


def test_an_acknowledgement_of_what_was_never_sent_stops_everything(town: Town) -> None:
    copy = town.a.shelf.copy()
    write(town.a, town.b)
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    before = town.a.shelf.beats()

    outcome = town.carry(town.b, town.a)

    assert outcome.behind is not None
    assert town.a.shelf.beats() == before


def test_a_base_we_never_reached_tells_that_we_were_restored(town: Town) -> None:
    copy = town.a.shelf.copy()
    write(town.b, town.a)
    town.both_ways(town.b, town.a, 1)
    put_back(town.a, copy)
    write(town.b, town.a)

    outcome = town.carry(town.b, town.a)

    assert outcome.behind is not None


def test_an_acknowledgement_under_another_key_tells_of_a_second_copy(town: Town) -> None:
    copy = town.a.shelf.copy()
    town.a.renew(Renewal.RESTORE)
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    town.a.renew(Renewal.RESTORE)
    write(town.b, town.a)

    found = town.sealed(town.b, town.a)
    outcome = node.foresee(book_of(town.a), found.routing)

    assert outcome.behind is not None
    assert outcome.behind.seen == 2


def test_an_older_incarnation_is_refused_and_nothing_of_it_kept(town: Town) -> None:
    write(town.a, town.b)
    old = town.sealed(town.a, town.b)
    town.a.renew(Renewal.ROTATION)
    town.carry(town.a, town.b)
    before = town.b.shelf.beats()

    with pytest.raises(OldIncarnationError):
        town.b.take_in(old)

    assert town.b.shelf.beats() == before


def test_a_new_incarnation_must_begin_with_a_start(town: Town) -> None:
    routing = town.sealed(town.a, town.b).routing
    later = replace(routing, sender=replace(routing.sender, incarnation=2))

    with pytest.raises(BundleFormError):
        hand_over(town.b, later, draft(town.a, NOTE, {"text": "x", "over": []}))


# -- beginning anew ---------------------------------------------------------------------------


def test_beginning_anew_tells_everything_once_more_in_the_order_it_was_first_told(
    town: Town,
) -> None:
    first, second = write(town.a, town.b), write(town.a, town.b)
    edit(town.a, first, "two")

    town.a.renew(Renewal.ROTATION)

    book = book_of(town.a)
    told = [each.head for each in book.unacknowledged(book.pair(town.b.uid))]
    assert [each.type for each in told] == [START, NOTE, NOTE]
    assert [(each.record, each.version) for each in told[1:]] == [(first, 2), (second, 1)]


def test_a_start_makes_the_peer_send_again_from_where_it_stands(town: Town) -> None:
    write(town.b, town.a)
    copy = town.a.shelf.copy()
    town.both_ways(town.b, town.a, 1)
    assert not town.b.is_due(town.a.uid)
    put_back(town.a, copy)
    town.a.renew(Renewal.RESTORE)

    town.carry(town.a, town.b)
    town.carry(town.b, town.a)

    assert len(town.a.shelf.theirs) == 1


def test_records_made_after_the_copy_are_given_back(town: Town) -> None:
    copy = town.a.shelf.copy()
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    town.a.renew(Renewal.RESTORE)

    town.both_ways(town.a, town.b)

    assert town.a.shelf.mine[record].body["text"] == "one"


def test_what_was_given_back_is_told_to_the_giver_again(town: Town) -> None:
    """Or the next restoration would not list it, and the giver's copy would be the last one."""
    copy = town.a.shelf.copy()
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    town.a.renew(Renewal.RESTORE)

    town.both_ways(town.a, town.b, 1)

    book = book_of(town.a)
    waiting = book.unacknowledged(book.pair(town.b.uid))
    assert record in [each.head.record for each in waiting]


def test_a_third_agency_that_held_it_is_told_as_well(town: Town) -> None:
    record = write(town.a, town.c)
    town.carry(town.a, town.c)
    copy = town.a.shelf.copy()
    town.a.share(record, town.b.uid)
    edit(town.a, record, "two")
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    town.a.renew(Renewal.RESTORE)

    town.both_ways(town.a, town.b)
    town.both_ways(town.a, town.c)

    assert text_at(town.c, town.a, record) == "two"


def test_a_withdrawal_after_the_copy_is_given_back(town: Town) -> None:
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    copy = town.a.shelf.copy()
    town.a.withdraw(record)
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    town.a.renew(Renewal.RESTORE)

    town.both_ways(town.a, town.b)

    assert town.a.shelf.mine[record].gone
    assert town.b.shelf.theirs[town.a.uid, record].gone


def test_the_same_version_written_twice_is_kept_beside_and_outdone(town: Town) -> None:
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    copy = town.a.shelf.copy()
    edit(town.a, record, "lost")
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    edit(town.a, record, "written again")
    town.a.renew(Renewal.RESTORE)

    town.both_ways(town.a, town.b)

    assert beside(town.a, record) == ["lost"]
    assert text_at(town.b, town.a, record) == "written again"
    assert town.a.shelf.mine[record].version == 3


def test_a_newer_statement_does_not_take_the_place_of_what_its_giver_never_read(
    town: Town,
) -> None:
    """An edit after a raw restoration was told, but reached nobody."""
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    copy = town.a.shelf.copy()
    for text in ("two", "three"):
        edit(town.a, record, text)
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    edit(town.a, record, "written again")
    town.a.renew(Renewal.RESTORE)

    town.both_ways(town.a, town.b)

    assert beside(town.a, record) == ["three"]
    assert text_at(town.b, town.a, record) == "written again"


def test_an_older_statement_its_author_forgot_is_given_back_beside_the_newer(town: Town) -> None:
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    copy = town.a.shelf.copy()
    edit(town.a, record, "lost")
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    for text in ("other", "another"):
        edit(town.a, record, text)
    town.a.renew(Renewal.RESTORE)

    town.both_ways(town.a, town.b)

    assert beside(town.a, record) == ["lost"]
    assert text_at(town.b, town.a, record) == "another"


def test_what_another_copy_told_later_does_not_count_as_written_over_ours(town: Town) -> None:
    """Two copies begin anew; each knows an edit the other never saw, and b read both."""
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    copy = town.a.shelf.copy()
    edit(town.a, record, "ours")
    town.carry(town.a, town.b)
    ours = town.a.shelf.copy()
    put_back(town.a, copy)
    for text in ("theirs", "theirs too"):
        edit(town.a, record, text)
    town.a.renew(Renewal.RESTORE)
    town.carry(town.a, town.b)
    put_back(town.a, ours)
    town.carry(town.b, town.a)
    town.a.renew(Renewal.RESTORE)

    town.both_ways(town.a, town.b)

    assert town.a.shelf.mine[record].body["text"] == "ours"
    assert beside(town.a, record) == ["theirs too"]


def test_what_waits_behind_a_gap_of_an_ended_incarnation_is_given_back(town: Town) -> None:
    copy = town.a.shelf.copy()
    held = [write(town.a, town.b, text=text) for text in ("one", "two")]
    town.b.take_in(town.sealed(town.a, town.b, (1, 2)))
    put_back(town.a, copy)
    town.a.renew(Renewal.RESTORE)

    town.both_ways(town.a, town.b)

    assert held[1] in town.a.shelf.mine
    assert text_at(town.b, town.a, held[1]) == "two"


def test_each_line_that_cannot_be_read_yet_is_given_back_as_well(town: Town) -> None:
    """Put back twice, and the peer could read neither line: what it parked was never compared."""
    town.a.upgrade([LATE])
    copy = town.a.shelf.copy()
    record = write(town.a, town.b, type_=LATE)
    for text in ("two", "three"):
        edit(town.a, record, text)
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    town.a.create(record, LATE, {"text": "other", "over": []})
    town.a.share(record, town.b.uid)
    town.a.renew(Renewal.RESTORE)
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    town.carry(town.b, town.a)
    town.a.renew(Renewal.RESTORE)

    town.both_ways(town.a, town.b)

    assert town.a.shelf.mine[record].body["text"] == "three"
    assert beside(town.a, record) == ["other"]


def test_what_stands_behind_a_gap_is_not_taken_to_follow_what_stands_before_it(
    town: Town,
) -> None:
    """A second copy of the folder wrote it, and the gap hid the fork."""
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    copy = town.a.shelf.copy()
    edit(town.a, record, "ours")
    town.carry(town.a, town.b)
    ours = town.a.shelf.copy()
    put_back(town.a, copy)
    for text in ("theirs", "theirs too", "at last"):
        edit(town.a, record, text)
    town.b.take_in(town.sealed(town.a, town.b, (3, 4)))
    put_back(town.a, ours)
    town.a.renew(Renewal.ROTATION)

    town.both_ways(town.a, town.b)

    assert town.a.shelf.mine[record].body["text"] == "ours"
    assert beside(town.a, record) == ["at last"]


def test_what_was_not_given_back_yet_is_given_back_by_the_next_incarnation(town: Town) -> None:
    """The giver is renewed itself before the restored agency heard it."""
    copy = town.a.shelf.copy()
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    town.a.renew(Renewal.RESTORE)
    town.carry(town.a, town.b)
    town.b.renew(Renewal.ROTATION)

    assert types_waiting(town.b, town.a) == [START, MANIFEST, ECHO]
    town.both_ways(town.b, town.a)
    assert record in town.a.shelf.mine


def test_what_an_inventory_lists_as_gone_is_not_given_back(town: Town) -> None:
    """Its body was destroyed by law: nobody makes it come back."""
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    number = next(n for n, each in town.a.shelf.sent.items() if each.head.record == record)
    town.a.shelf.sent[number] = replace(town.a.shelf.sent[number], blind=None, body=None)
    town.a.shelf.mine.pop(record)
    town.a.renew(Renewal.ROTATION)

    outcome = town.carry(town.a, town.b)

    assert outcome.given_back == 0
    assert record not in [each.head.record for each in outcome.applied if each.head.type == NOTE]


def test_a_body_destroyed_at_the_peer_is_not_given_back(town: Town) -> None:
    copy = town.a.shelf.copy()
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    number = next(n for n, row in town.b.shelf.rows.items() if row.entry.head.record == record)
    row = town.b.shelf.rows[number]
    town.b.shelf.rows[number] = replace(row, entry=replace(row.entry, blind=None, body=None))
    put_back(town.a, copy)
    town.a.renew(Renewal.RESTORE)

    outcome = town.carry(town.a, town.b)

    assert outcome.given_back == 0


def test_two_copies_that_both_begin_anew_settle_when_one_stops(town: Town) -> None:
    other = town.a.shelf.copy()
    town.a.renew(Renewal.RESTORE)
    town.carry(town.a, town.b)
    put_back(town.a, other)
    town.a.renew(Renewal.RESTORE)
    write(town.b, town.a)

    outcome = town.carry(town.b, town.a)
    town.a.renew(Renewal.RESTORE)
    town.both_ways(town.a, town.b)

    assert outcome.behind is not None
    assert town.a.shelf.incarnation == 3
    assert not town.a.is_due(town.b.uid)
    assert not town.b.is_due(town.a.uid)


def test_both_begin_anew_while_the_other_s_start_is_on_its_way(town: Town) -> None:
    write(town.a, town.b)
    write(town.b, town.a)
    town.a.renew(Renewal.ROTATION)
    town.b.renew(Renewal.ROTATION)
    from_a, from_b = town.sealed(town.a, town.b), town.sealed(town.b, town.a)

    town.b.take_in(from_a)
    town.a.take_in(from_b)
    town.both_ways(town.a, town.b)

    assert len(town.a.shelf.theirs) == len(town.b.shelf.theirs) == 1
    assert not town.a.is_due(town.b.uid)


def test_who_was_met_after_an_incarnation_began_is_told_a_start_first(town: Town) -> None:
    town.a.shelf.cards.pop((town.c.uid, 1))
    town.a.renew(Renewal.ROTATION)
    town.a.meet(town.c)
    town.c.meet(town.a)
    record = write(town.a, town.c)

    outcome = town.carry(town.a, town.c)

    assert [each.head.type for each in outcome.applied] == [START, NOTE]
    assert text_at(town.c, town.a, record) == "one"


def test_who_is_met_again_gives_back_what_it_holds(town: Town) -> None:
    """The copy that was restored is older than their first meeting."""
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    town.a.shelf = Shelf(town.a.uid, dict(town.a.shelf.keys))
    town.a.renew(Renewal.RECOVERY)

    town.a.meet(town.b)
    town.b.meet(town.a)
    town.both_ways(town.a, town.b)

    assert record in town.a.shelf.mine


def test_a_later_incarnation_shows_its_card_even_after_an_acknowledgement(town: Town) -> None:
    """A peer put back to a copy from before has no other way to learn of it."""
    copy = town.b.shelf.copy()
    town.a.renew(Renewal.ROTATION)
    town.both_ways(town.a, town.b)
    put_back(town.b, copy)
    write(town.a, town.b)

    packet = town.sealed(town.a, town.b)
    town.b.take_in(packet)

    assert packet.routing.stream.base > 0
    assert town.b.shelf.behind is not None


# -- what is given back must be proved --------------------------------------------------------


def given(town: Town) -> tuple[Entry, Entry]:
    """The manifest and the echo with which b gives back what a lost."""
    copy = town.a.shelf.copy()
    write(town.a, town.b)
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    town.a.renew(Renewal.RESTORE)
    town.carry(town.a, town.b)
    book = book_of(town.b)
    manifest, echo = book.unacknowledged(book.pair(town.a.uid))[-2:]
    return manifest, echo


def test_an_echo_without_its_manifest_is_refused(town: Town) -> None:
    _, echo = given(town)
    routing = town.sealed(town.b, town.a).routing

    outcome = hand_over(town.a, routing, draft(town.b, ECHO, echo.plain))

    assert outcome.refused[0][1] == "not shown to be a statement of ours"
    assert not town.a.shelf.mine


def test_an_echo_of_what_a_third_agency_said_is_refused(town: Town) -> None:
    manifest, echo = given(town)
    routing = town.sealed(town.b, town.a).routing
    head = canon.loads(echo.plain["head"].encode()) | {"author": town.c.uid, "owner": town.c.uid}
    body = echo.plain | {"head": canon.dumps(head).decode()}

    shown = draft(town.b, MANIFEST, manifest.plain)
    outcome = hand_over(town.a, routing, shown, draft(town.b, ECHO, body))

    assert [entry.head.type for entry, _ in outcome.refused] == [ECHO]
    assert not town.a.shelf.mine


def test_a_manifest_that_does_not_list_the_entry_proves_nothing(town: Town) -> None:
    manifest, echo = given(town)
    routing = town.sealed(town.b, town.a).routing
    listed = canon.loads(manifest.plain["content"].encode()) | {"events": []}
    content = canon.dumps(listed).decode()

    outcome = hand_over(
        town.a,
        routing,
        draft(town.b, MANIFEST, manifest.plain | {"content": content}),
        draft(town.b, ECHO, echo.plain | {"manifest": canon.sha256(content.encode())}),
    )

    assert outcome.refused[0][1] == "the manifest does not prove it"
    assert not town.a.shelf.mine


def test_a_manifest_under_a_stranger_s_key_proves_nothing(town: Town) -> None:
    manifest, echo = given(town)
    routing = town.sealed(town.b, town.a).routing
    stranger = town.wire.keys(1)
    card = town.wire.card(town.a.facts, stranger, town.a.root, []).decode()
    body = manifest.plain | {"signature": stranger.public, "card": card}

    outcome = hand_over(
        town.a, routing, draft(town.b, MANIFEST, body), draft(town.b, ECHO, echo.plain)
    )

    assert outcome.refused[0][1] == "the manifest does not prove it"


def test_an_echo_that_is_none_is_refused_and_blocks_nothing(town: Town) -> None:
    routing = town.sealed(town.b, town.a).routing

    outcome = hand_over(
        town.a,
        routing,
        draft(town.b, ECHO, {"head": 7}),
        draft(town.b, START, {"reason": "restore"}),
        draft(town.b, NOTE, {"text": "x", "over": []}),
    )

    assert [entry.seq for entry, _ in outcome.refused] == [1, 2]
    assert [each.seq for each in outcome.applied] == [3]


# -- inventories ------------------------------------------------------------------------------


def test_an_inventory_lists_every_content_that_was_told(town: Town) -> None:
    record = write(town.a, town.b)
    edit(town.a, record, "two")
    contents = [each.content for each in town.a.shelf.sent.values()]

    town.a.renew(Renewal.ROTATION)

    first = town.a.shelf.sent[town.b.uid, 2, 1]
    (listed,) = plain.from_plain(Start, first.plain).inventory
    assert (listed.version, listed.content, list(listed.before)) == (2, contents[1], contents[:1])


def test_an_echo_says_which_contents_it_was_written_over(town: Town) -> None:
    record = write(town.a, town.b)
    town.carry(town.a, town.b)
    copy = town.a.shelf.copy()
    known = next(iter(town.a.shelf.sent.values())).content
    edit(town.a, record, "two")
    town.carry(town.a, town.b)
    put_back(town.a, copy)
    town.a.renew(Renewal.RESTORE)
    town.carry(town.a, town.b)

    book = book_of(town.b)
    echo = book.unacknowledged(book.pair(town.a.uid))[-1]

    assert plain.from_plain(Echo, echo.plain).over == (known,)


def test_nothing_is_lacking_when_everything_is_known() -> None:
    assert records.lacking({}, ()) == ()
