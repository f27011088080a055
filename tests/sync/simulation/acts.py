"""What may happen in the city: one function per act, and how often each is drawn.

Each returns whether it could be done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from app.sync.entry import EntryDraft
from app.sync.statements import ROSTER, Renewal
from tests.sync.simulation import claims
from tests.sync.simulation.shelf import LATE, NOTE
from tests.sync.simulation.site import Crash, Site
from tests.sync.simulation.wires import NOON

if TYPE_CHECKING:
    from tests.sync.simulation.world import World

Act = Callable[["World"], bool]


def create(world: World) -> bool:
    site, record, text = world.some_site(), world.uid(), world.text()
    type_ = LATE if LATE in site.shelf.reads and world.random.random() < 0.3 else NOTE
    site.create(record, type_, {"text": text, "over": []})
    world.say(f"{site.name} creates {type_} {record[:4]} {text}")
    peer = world.some_peer(site)
    return peer is None or world.share(site, record, peer)


def edit(world: World) -> bool:
    site, text = world.some_site(), world.text()
    record = world.some_record(site, NOTE, LATE)
    if record is None:
        return False
    site.edit(record, text)
    told = world.random.random() < 0.7
    if told:
        site.tell_all(record)
    world.say(f"{site.name} edits {record[:4]} to {text}{' and tells it' if told else ''}")
    return True


def withdraw(world: World) -> bool:
    site = world.some_site()
    record = world.some_record(site, NOTE, LATE)
    if record is None:
        return False
    site.withdraw(record)
    world.say(f"{site.name} withdraws {record[:4]}")
    return True


def share(world: World) -> bool:
    site = world.some_site()
    record, peer = world.some_record(site, NOTE, LATE), world.some_peer(site)
    return record is not None and peer is not None and world.share(site, record, peer)


def matter(world: World) -> bool:
    site, record = world.some_site(), world.uid()
    peer = world.some_peer(site)
    if peer is None:
        return False
    site.open_matter(record, peer)
    world.shared[record].add(peer)
    world.say(f"{site.name} opens matter {record[:4]} with {site.names[peer]}")
    return True


def step(world: World) -> bool:
    site = world.some_site()
    matters = site.matters()
    if not matters:
        return False
    matter, record = world.random.choice(matters), world.uid()
    _, peer = site.side(matter)
    kind = site.write_step(matter, record, world.random)
    world.shared[record].add(peer)
    world.say(f"{site.name} writes {kind} {record[:4]} in {matter[:4]}")
    return True


def compare(world: World) -> bool:
    site = world.some_site()
    record = next(iter(site.shelf.beside), None)
    if record is None or site.shelf.mine[record].gone:
        return False
    site.compare(record, world.text())
    world.say(f"{site.name} compares {record[:4]}")
    return True


def seal(world: World) -> bool:
    return world.seal(world.some_site()) is not None


def series(world: World) -> bool:
    """A bundle of a series, of which the others may never arrive."""
    parts = world.random.randint(2, 3)
    return world.seal(world.some_site(), (world.random.randrange(parts), parts)) is not None


def exchange(world: World) -> bool:
    site = world.some_site()
    packet = world.seal(site)
    if packet is None or world.random.random() < 0.15:
        return packet is not None
    return world.deliver(packet)


def deliver(world: World) -> bool:
    """Any bundle that was ever written, rather a late one."""
    if not world.medium:
        return False
    newest = world.random.random() < 0.7
    found = world.medium[-12:] if newest else world.medium
    return world.deliver(world.random.choice(found)[1])


def crash(world: World) -> bool:
    if not world.medium:
        return False
    packet = world.random.choice(world.medium[-12:])[1]
    return world.deliver(packet, crash=world.random.choice(list(Crash)))


def misdeliver(world: World) -> bool:
    if not world.medium:
        return False
    packet, site = world.random.choice(world.medium[-12:])[1], world.some_site()
    if site.uid in (packet.routing.recipient.uid, packet.routing.sender.uid):
        return False
    before = site.shelf
    refused = world.take_in(site, packet, None)
    claims.require("I9", site.shelf is before and refused is None, "read by somebody else")
    return True


def truncate(world: World) -> bool:
    if not world.medium:
        return False
    packet = world.wire.truncated(world.random.choice(world.medium[-12:])[1])
    site = world.agency(packet.routing.recipient.uid).sites[0]
    before, found = site.shelf, world.take_in(site, packet, None)
    whole = site.shelf is before and found is None
    claims.require("I13", whole, "a copy that ends early changed something")
    return True


def backup(world: World) -> bool:
    agency = world.random.choice(world.agencies)
    site = world.random.choice(agency.sites)
    agency.backups.append(site.shelf.copy())
    world.say(f"{site.name} is backed up (incarnation {site.shelf.incarnation})")
    return True


def restore(world: World) -> bool:
    done = _put_back(world, renewed=True)
    world.tally["restored by the program"] += done
    return done


def raw(world: World) -> bool:
    done = _put_back(world, renewed=False)
    world.tally["restored raw"] += done
    return done


def twin(world: World) -> bool:
    """The folder is copied, and both copies are used from now on."""
    agency = world.random.choice(world.agencies)
    if len(agency.sites) > 1:
        return False
    site = agency.sites[0]
    agency.copies += 1
    name = f"{agency.handle}#{agency.copies}"
    shelf = site.shelf.copy()
    twin = Site(name, site.facts, site.root, shelf, world.wire, world.rules, site.names)
    agency.sites.append(twin)
    world.tainted.add(site.shelf.key.fingerprint)
    world.tally["twins"] += 1
    world.say(f"{site.name} is copied to {name}")
    return True


def stop(world: World) -> bool:
    agency = world.random.choice(world.agencies)
    if len(agency.sites) < 2:
        return False
    world.stop_one(agency)
    return True


def rotate(world: World) -> bool:
    site = world.some_site()
    if site.shelf.behind is not None:
        return False
    world.tally["rotations"] += 1
    reason = world.random.choice([Renewal.ROTATION, Renewal.HANDOVER])
    world.renew(site, reason)
    return True


def renew(world: World) -> bool:
    """An officer does what the alarm asks for."""
    behind = [each for each in world.sites() if each.shelf.behind is not None]
    if not behind:
        return False
    world.renew(world.random.choice(behind), Renewal.RESTORE)
    return True


def revoke(world: World) -> bool:
    """A member gets new keys, and the lead's next roster refuses the old ones."""
    member, lead = world.random.choice(world.agencies), world.lead.sites[0]
    site = member.sites[0]
    if (
        lead.shelf.behind
        or site.shelf.behind
        or (site is not lead and not lead.shelf.knows(site.uid))
    ):
        return False
    world.renew(site, Renewal.ROTATION)
    # A restored lead is told its newest roster in person before it issues another.
    held = max((each.shelf.roster for each in world.sites()), key=lambda each: each.version)
    held = max(held, world.roster, key=lambda each: each.version)
    least = dict(held.least) | {site.uid: site.shelf.incarnation}
    cards = {} if held.body is None else dict(held.body["cards"])
    cards[site.uid] = site.own_card().decode()
    body = {
        "cards": cards,
        "lead": lead.uid,
        "least": least,
        "prev": held.sha256,
        "version": held.version + 1,
    }
    record = f"{body['version']:08d}-0000-4000-8000-000000000001"
    draft = EntryDraft(ROSTER, lead.uid, lead.uid, record, 1, NOON, {"roster": body})
    lead.accept_roster(draft)
    world.roster = lead.shelf.roster
    world.tally["revocations"] += 1
    world.say(f"{lead.name} issues roster {body['version']}: {site.name} from {least[site.uid]}")
    return True


def introduce(world: World) -> bool:
    """Two officers compare cards in person."""
    one, other = world.random.sample(world.agencies, 2)
    world.introduce(one.sites[0], other.sites[0])
    return True


def upgrade(world: World) -> bool:
    site = world.some_site()
    if LATE in site.shelf.reads:
        return False
    site.upgrade([LATE])
    world.tally["upgrades"] += 1
    world.say(f"{site.name} reads {LATE} from now on")
    return True


def _put_back(world: World, *, renewed: bool) -> bool:
    """All running copies are replaced by one that was restored."""
    agency = world.random.choice(world.agencies)
    if not agency.backups:
        return False
    backup = world.random.choice(agency.backups[-3:])
    site = agency.sites[0]
    agency.sites = [site]
    site.shelf = backup.copy()
    world.say(f"{site.name} is put back from a copy (incarnation {backup.incarnation})")
    if renewed:
        world.renew(site, Renewal.RESTORE)
    else:
        world.tainted.add(site.shelf.key.fingerprint)
    return True


ACTS: Final[Mapping[Act, int]] = {
    create: 8, edit: 24, withdraw: 2, share: 16, matter: 2, step: 10, exchange: 80, seal: 20,
    series: 6, deliver: 20, crash: 4, misdeliver: 1, truncate: 1, backup: 6, restore: 4, raw: 5,
    twin: 2, stop: 2, rotate: 1, revoke: 1, introduce: 2, upgrade: 1, compare: 3, renew: 12,
}  # fmt: skip
