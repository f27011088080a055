"""What must hold, numbered as in ``docs/threat-model.md``: after each step, and at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from app.kernel import canon
from app.sync import echoes, signature
from app.sync.book import State
from app.sync.entry import Entry
from app.sync.statements import UNTOLD
from tests.sync.simulation.shelf import MATTER, STEP, Record, Shelf
from tests.sync.simulation.site import seen_by
from tests.sync.simulation.wires import Packet, RealWire

if TYPE_CHECKING:
    from tests.sync.simulation.site import Site
    from tests.sync.simulation.world import World


class BrokenError(AssertionError):
    """A claim that does not hold, by its number."""

    def __init__(self, claim: str, reason: str) -> None:
        super().__init__(f"{claim}: {reason}")
        self.claim = claim


def require(claim: str, holds: bool, reason: str) -> None:
    if not holds:
        raise BrokenError(claim, reason)


# -- after every step --------------------------------------------------------------------------


def check_step(world: World, before: Shelf, after: Shelf, packet: Packet) -> None:
    """What one bundle may have done to the shelf that took it in."""
    peer = packet.routing.sender.uid
    if after is before or peer not in after.pairs:
        return
    i2_applied_entries_are_a_chain(before, after, peer)
    i6_versions_never_decrease(before, after)
    i7_tombstones_stay(before, after)
    i10_acknowledged_is_taken_in(before, after, peer)
    i11_revoked_incarnations_are_refused(before, after)
    i14_rosters_only_grow(before, after)


def i2_applied_entries_are_a_chain(before: Shelf, after: Shelf, peer: str) -> None:
    inbox, old = after.pairs[peer].inbox, before.pairs.get(peer)
    known = old is not None and old.inbox.incarnation == inbox.incarnation
    seq = old.inbox.seq if old is not None and known else 0
    head = old.inbox.head if old is not None and known else None
    require("I10", inbox.seq >= seq, "taken in less than before")
    for number in range(seq + 1, inbox.seq + 1):
        row = after.rows.get((peer, inbox.incarnation, number))
        require("I2", row is not None and row.state is not State.AHEAD, f"{number} is missing")
        if row is not None:
            require("I2", row.entry.head.prev == head, f"{number} does not follow")
            head = row.entry.hash
    require("I2", head == inbox.head, "the head is not the last entry's")


def i6_versions_never_decrease(before: Shelf, after: Shelf) -> None:
    for key, held in after.theirs.items():
        was = before.theirs.get(key)
        if was is None or was is held:
            continue
        require("I6", held.gone or held.version > was.version, f"{key[1][:4]} went back")


def i7_tombstones_stay(before: Shelf, after: Shelf) -> None:
    for key, was in before.theirs.items():
        require("I7", after.theirs[key].gone or not was.gone, f"{key[1][:4]} came back")
    for uid, mine in before.mine.items():
        require("I7", after.mine[uid].gone or not mine.gone, f"{uid[:4]} came back at its owner")


def i10_acknowledged_is_taken_in(before: Shelf, after: Shelf, peer: str) -> None:
    new, old = after.pairs[peer], before.pairs.get(peer)
    require("I10", new.out.acked <= new.out.seq, "acknowledged what was not written")
    if old is not None and new.out.acked < old.out.acked:
        grown = new.inbox.incarnation > old.inbox.incarnation
        began = old.inbox.seq == 0 < new.inbox.seq
        require("I10", grown or began, "less is acknowledged without a new incarnation")


def i11_revoked_incarnations_are_refused(before: Shelf, after: Shelf) -> None:
    for number in after.rows.keys() - before.rows.keys():
        require("I11", number[1] >= before.least(number[0]), f"{number} was revoked")


def i14_rosters_only_grow(before: Shelf, after: Shelf) -> None:
    old, new = before.roster, after.roster
    require("I14", new.version >= old.version, "an older roster")
    if new.version == old.version + 1:
        require("I14", new.prev == old.sha256, "the chain of rosters is broken")
    if new.version == old.version:
        require("I14", new.sha256 == old.sha256, "two rosters of one version")


def check_signed(world: World, site: Site, packet: Packet) -> None:
    """I5: under one key no number is said twice, unless a folder with that key was copied."""
    key = site.shelf.key.fingerprint
    for entry in packet.entries:
        said = (key, packet.routing.recipient.uid, entry.seq)
        first = world.signed.setdefault(said, entry.hash)
        require("I5", first == entry.hash or key in world.tainted, f"{site.name} {said} twice")


# -- at the end --------------------------------------------------------------------------------


def check_quiet(world: World) -> None:
    """After fair delivery; one copy of each agency runs."""
    for claim in WHEN_QUIET:
        claim(world)


def check_end(world: World) -> None:
    """The same when all that was lost on the way has turned up, and once more."""
    check_quiet(world)
    i3_all_once_more_changes_nothing(world)


def i1_replicas_equal_the_owner(world: World) -> None:
    for owner in world.sites():
        for uid, mine in owner.shelf.mine.items():
            for peer in {to for to, _, _ in owner.shelf.told.get(uid, ())}:
                held = world.agency(peer).sites[0].shelf.theirs.get((owner.uid, uid))
                where = f"{uid[:4]} of {owner.name} at {owner.names[peer]}"
                require("I1", held is not None and _same(held, mine), f"{where}: {held} {mine}")


def i1_no_replica_without_its_record(world: World) -> None:
    for site in world.sites():
        for (owner, uid), held in site.shelf.theirs.items():
            mine = world.agency(owner).sites[0].shelf.mine.get(uid)
            where = f"{uid[:4]} of {site.names[owner]} at {site.name}"
            require("I12", mine is not None and _same(held, mine), f"{where}: {held} {mine}")


def i1_threads_are_the_same(world: World) -> None:
    for site in world.sites():
        for matter, mine in site.shelf.mine.items():
            if mine.type != MATTER:
                continue
            other = world.agency(site.side(matter)[1]).sites[0]
            if matter not in other.matters():
                continue
            same = site.folded(matter) == other.folded(matter)
            require("I1", same, f"{site.name} and {other.name} differ about matter {matter[:4]}")


def i3_all_once_more_changes_nothing(world: World) -> None:
    """Every bundle ever written arrives again, the newest first; who quotes an older roster is
    told ours, which is no change of a record."""
    for site in world.sites():
        version = site.shelf.roster.version
        for known in site.shelf.cards:
            site.shelf.quoted[known] = version
    for _, packet in reversed(world.medium):
        site = world.agency(packet.routing.recipient.uid).sites[0]
        before = site.shelf.beats()
        world.take_in(site, packet, None)
        alarm = site.shelf.behind is None
        require("I3", alarm and site.shelf.beats() == before, f"{packet.label} changes {site.name}")


def i8_every_entry_is_proved(world: World) -> None:
    """With real keys every statement that is kept is in a content list its author signed."""
    if not isinstance(world.wire, RealWire):
        return
    for site in world.sites():
        for (peer, _, _), row in site.shelf.rows.items():
            shown = site.shelf.manifests[row.manifest]
            text = shown.content.encode()
            signer = signature.verify(text, shown.signature.encode(), signature.CONTENT)
            card = world.wire.read_card(shown.card.encode())
            listed = {each["sha256"] for each in canon.loads(text)["events"]}
            proved = card.sign == signer and card.agency.uid == peer and row.entry.hash in listed
            require("I8", proved, f"entry {row.entry.seq} of {site.names[peer]} at {site.name}")


def i9_only_recipients_read(world: World) -> None:
    for site in world.sites():
        for owner, uid in site.shelf.theirs:
            told = site.uid in world.shared[uid]
            require("I9", told, f"{uid[:4]} of {site.names[owner]} reached {site.name}")


def i12_nothing_said_is_lost(world: World) -> None:
    """The owner has seen, or keeps beside for a person to compare, all that any peer ever read."""
    for site in world.sites():
        for (owner, _, _), row in site.shelf.rows.items():
            entry = row.entry
            if entry.head.type in UNTOLD or "text" not in (entry.plain or {}):
                continue
            shelf = world.agency(owner).sites[0].shelf
            where = f"{entry.head.record[:4]} {entry.plain['text']} of {site.names[owner]}"
            require("I12", _covers(shelf, entry), f"{where}, held by {site.name}, is lost")


def i15_nothing_waits(world: World) -> None:
    for site in world.sites():
        require("I15", site.shelf.behind is None, f"{site.name} still has an alarm")
        for pair in site.shelf.pairs.values():
            whole = pair.out.acked == pair.out.seq
            require("I15", whole, f"{site.name} waits for {site.names[pair.peer]}")
            require("I15", not pair.quarantined, f"{site.name} shuts {site.names[pair.peer]} out")
        for row in site.shelf.rows.values():
            waits = row.state is State.PARKED and _can_be_read(world, row.entry)
            require("I15", not waits, f"{site.name} still parks {row.entry.head.type}")


WHEN_QUIET: Final[tuple[Callable[[World], None], ...]] = (
    i15_nothing_waits,
    i1_replicas_equal_the_owner,
    i1_no_replica_without_its_record,
    i1_threads_are_the_same,
    i8_every_entry_is_proved,
    i9_only_recipients_read,
    i12_nothing_said_is_lost,
)


def _can_be_read(world: World, entry: Entry) -> bool:
    """Both sides may have lost a matter of which steps remain; they wait for ever."""
    said = echoes.inner(entry) or entry
    if said.head.type != STEP:
        return True
    return any(said.plain["matter"] in site.shelf.mine for site in world.sites())


def _same(one: Record, other: Record) -> bool:
    if one.gone or other.gone:
        return one.gone and other.gone
    return (one.version, one.body) == (other.version, other.body)


def _covers(shelf: Shelf, entry: Entry) -> bool:
    mine = shelf.mine.get(entry.head.record)
    if mine is None:
        return False
    text = entry.plain["text"]
    kept = (mine, *shelf.beside.get(entry.head.record, ()))
    return mine.gone or any(text in seen_by(each) for each in kept)
