"""A city of agencies, the sticks between them, and everything that may happen to both.

All chance comes from one seed, so that a failing run can be repeated; ``trace`` tells it.
"""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from types import ModuleType
from typing import Final

from app.kernel import canon
from app.kernel.errors import AppError
from app.sync import node
from app.sync.book import Outcome
from app.sync.entry import EntryDraft
from app.sync.statements import ROSTER, Renewal
from tests.sync.simulation import claims
from tests.sync.simulation.shelf import LATE, NOTE, Roster, Shelf
from tests.sync.simulation.site import Crash, Crashed, Rules, Site
from tests.sync.simulation.wires import NOON, FastWire, Packet, Wire, facts_of

HANDLES: Final = "abcdefghijklmnopqrstuvwxyz"
ROUNDS: Final = 80
"""Rounds of fair delivery after which a city that is not quiet is called stuck."""

WEIGHTS: Final[Mapping[str, int]] = {
    "create": 8, "edit": 24, "withdraw": 2, "share": 16, "matter": 2, "step": 10, "exchange": 80,
    "seal": 20, "series": 6, "deliver": 20, "crash": 4, "misdeliver": 1, "truncate": 1,
    "backup": 6, "restore": 4, "raw": 5, "twin": 2, "stop": 2, "rotate": 1, "revoke": 1,
    "introduce": 2, "upgrade": 1, "compare": 3, "renew": 12,
}  # fmt: skip


@dataclass
class Agency:
    """An agency: the copies of its program that run, and the copies of its folder."""

    uid: str
    sites: list[Site]
    backups: list[Shelf] = field(default_factory=list)
    copies: int = 1

    @property
    def handle(self) -> str:
        return self.sites[0].facts.handle


class World:
    """One run. Every action returns whether it could be done."""

    def __init__(
        self,
        seed: int,
        agencies: int = 5,
        wire: Wire | None = None,
        rules: Rules | ModuleType = node,
        weights: Mapping[str, int] = WEIGHTS,
    ) -> None:
        self.random = Random(seed)
        self.wire: Wire = wire or FastWire(self.random)
        self.rules = rules
        self.tally: Counter[str] = Counter()
        self.trace: list[str] = []
        self.medium: list[tuple[str, Packet]] = []
        self.shared: defaultdict[str, set[str]] = defaultdict(set)
        self.signed: dict[tuple[str, str, int], str] = {}
        self.tainted: set[str] = set()
        self._texts = 0
        self._roster = Roster()
        self._weights = dict(weights)
        self.agencies = self._founded(agencies)
        self.lead = self.agencies[0]
        self._introduce_most()
        for _ in range(2 * agencies):
            self.do_create()
            self.do_share()

    def uid(self) -> str:
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def sites(self) -> list[Site]:
        return [site for agency in self.agencies for site in agency.sites]

    def agency(self, uid: str) -> Agency:
        return next(each for each in self.agencies if each.uid == uid)

    def say(self, line: str) -> None:
        self.trace.append(f"{len(self.trace):4} {line}")

    # -- the random phase ---------------------------------------------------------------------

    def step(self) -> None:
        """One thing that happens."""
        names = list(self._weights)
        name = self.random.choices(names, [self._weights[each] for each in names])[0]
        self.act(name)

    def act(self, name: str) -> bool:
        action: Callable[[], bool] = getattr(self, f"do_{name}")
        done = action()
        self.tally["steps"] += done
        return done

    def _site(self) -> Site:
        return self.random.choice(self.sites())

    def _own(self, site: Site, *types: str) -> str | None:
        found = [
            uid for uid, each in site.shelf.mine.items() if each.type in types and not each.gone
        ]
        return self.random.choice(found) if found else None

    def _peer(self, site: Site) -> str | None:
        known = sorted({peer for peer, _ in site.shelf.cards})
        return self.random.choice(known) if known else None

    def _text(self) -> str:
        self._texts += 1
        return f"t{self._texts}"

    def do_create(self) -> bool:
        site, record, text = self._site(), self.uid(), self._text()
        type_ = LATE if LATE in site.shelf.reads and self.random.random() < 0.3 else NOTE
        site.create(record, type_, {"text": text, "over": []})
        self.say(f"{site.name} creates {type_} {record[:4]} {text}")
        peer = self._peer(site)
        return peer is None or self._share(site, record, peer)

    def do_edit(self) -> bool:
        site, text = self._site(), self._text()
        record = self._own(site, NOTE, LATE)
        if record is None:
            return False
        site.edit(record, text)
        told = self.random.random() < 0.7
        if told:
            site.tell_all(record)
        self.say(f"{site.name} edits {record[:4]} to {text}{' and tells it' if told else ''}")
        return True

    def do_withdraw(self) -> bool:
        site = self._site()
        record = self._own(site, NOTE, LATE)
        if record is None:
            return False
        site.withdraw(record)
        self.say(f"{site.name} withdraws {record[:4]}")
        return True

    def do_share(self) -> bool:
        site = self._site()
        record, peer = self._own(site, NOTE, LATE), self._peer(site)
        return record is not None and peer is not None and self._share(site, record, peer)

    def _share(self, site: Site, record: str, peer: str) -> bool:
        site.share(record, peer)
        self.shared[record].add(peer)
        self.say(f"{site.name} shares {record[:4]} with {site.names[peer]}")
        return True

    def do_matter(self) -> bool:
        site, record = self._site(), self.uid()
        peer = self._peer(site)
        if peer is None:
            return False
        site.open_matter(record, peer)
        self.shared[record].add(peer)
        self.say(f"{site.name} opens matter {record[:4]} with {site.names[peer]}")
        return True

    def do_step(self) -> bool:
        site = self._site()
        matters = site.matters()
        if not matters:
            return False
        matter, record = self.random.choice(matters), self.uid()
        _, peer = site.side(matter)
        kind = site.write_step(matter, record, self.random)
        self.shared[record].add(peer)
        self.say(f"{site.name} writes {kind} {record[:4]} in {matter[:4]}")
        return True

    def do_compare(self) -> bool:
        site = self._site()
        record = next(iter(site.shelf.beside), None)
        if record is None or site.shelf.mine[record].gone:
            return False
        site.compare(record, self._text())
        self.say(f"{site.name} compares {record[:4]}")
        return True

    # -- bundles ------------------------------------------------------------------------------

    def do_seal(self) -> bool:
        return self._seal(self._site()) is not None

    def do_series(self) -> bool:
        """A bundle of a series, of which the others may never arrive."""
        parts = self.random.randint(2, 3)
        return self._seal(self._site(), (self.random.randrange(parts), parts)) is not None

    def _seal(
        self, site: Site, part: tuple[int, int] | None = None, peer: str | None = None
    ) -> Packet | None:
        peer = peer or self._peer(site)
        if peer is None or site.shelf.behind is not None or not site.is_due(peer):
            return None
        packet = site.seal(peer, self.uid(), part)
        claims.check_signed(self, site, packet)
        self.medium.append((site.name, packet))
        self.tally["bundles"] += 1
        self.say(f"{site.name} seals {packet.label}")
        return packet

    def do_exchange(self) -> bool:
        site = self._site()
        packet = self._seal(site)
        if packet is None or self.random.random() < 0.15:
            return packet is not None
        return self.deliver(packet)

    def do_deliver(self) -> bool:
        """Any bundle that was ever written, rather a late one."""
        if not self.medium:
            return False
        newest = self.random.random() < 0.7
        found = self.medium[-12:] if newest else self.medium
        return self.deliver(self.random.choice(found)[1])

    def do_crash(self) -> bool:
        if not self.medium:
            return False
        packet = self.random.choice(self.medium[-12:])[1]
        return self.deliver(packet, crash=self.random.choice(list(Crash)))

    def do_misdeliver(self) -> bool:
        if not self.medium:
            return False
        packet, site = self.random.choice(self.medium[-12:])[1], self._site()
        if site.uid in (packet.routing.recipient.uid, packet.routing.sender.uid):
            return False
        before = site.shelf
        refused = self._taken(site, packet, None)
        claims.require("I9", site.shelf is before and refused is None, "read by somebody else")
        return True

    def do_truncate(self) -> bool:
        if not self.medium:
            return False
        packet = self.wire.truncated(self.random.choice(self.medium[-12:])[1])
        site = self.agency(packet.routing.recipient.uid).sites[0]
        before, found = site.shelf, self._taken(site, packet, None)
        whole = site.shelf is before and found is None
        claims.require("I13", whole, "a copy that ends early changed something")
        return True

    def deliver(self, packet: Packet, crash: Crash | None = None) -> bool:
        """*packet* reaches one of the running copies of its recipient."""
        site = self.random.choice(self.agency(packet.routing.recipient.uid).sites)
        before = site.shelf
        if before.behind is not None:
            return False
        outcome = self._taken(site, packet, crash)
        claims.check_step(self, before, site.shelf, packet)
        if outcome is not None:
            self._count(outcome)
        return True

    def _taken(self, site: Site, packet: Packet, crash: Crash | None) -> Outcome | None:
        """What came of it; None when it was refused or the power failed."""
        before = site.shelf
        try:
            outcome = site.take_in(packet, crash)
        except Crashed:
            self.tally["crashes"] += 1
            self.say(f"{site.name} crashes {crash} taking in {packet.label}")
            kept = crash is Crash.AFTER_COMMIT or site.shelf.beats() == before.beats()
            claims.require("I4", kept, "a crash before the commit left something")
            return None
        except AppError as error:
            self.tally[f"refused {error.code}"] += 1
            self.say(f"{site.name} refuses {packet.label}: {error!r:.160}")
            return None
        self.say(f"{site.name} takes in {packet.label}: {_told(outcome)}")
        return outcome

    def _count(self, outcome: Outcome) -> None:
        self.tally["taken"] += 1
        self.tally["entries"] += len(outcome.applied)
        self.tally["forks"] += outcome.fork is not None
        self.tally["gaps"] += outcome.missing is not None
        self.tally["alarms"] += outcome.behind is not None
        self.tally["conflicts"] += len(outcome.conflicts)
        self.tally["echoes"] += outcome.given_back
        self.tally["refused entries"] += len(outcome.refused)
        if outcome.refused:
            raise claims.Broken("I6", f"a genuine entry is refused: {outcome.refused[0]}")

    # -- copies and keys ----------------------------------------------------------------------

    def do_backup(self) -> bool:
        agency = self.random.choice(self.agencies)
        site = self.random.choice(agency.sites)
        agency.backups.append(site.shelf.copy())
        self.say(f"{site.name} is backed up (incarnation {site.shelf.incarnation})")
        return True

    def _put_back(self, *, renewed: bool) -> bool:
        """All running copies are replaced by one that was restored."""
        agency = self.random.choice(self.agencies)
        if not agency.backups:
            return False
        backup = self.random.choice(agency.backups[-3:])
        site = agency.sites[0]
        agency.sites = [site]
        site.shelf = backup.copy()
        site.shelf.reads = frozenset(site.shelf.reads)
        self.say(f"{site.name} is put back from a copy (incarnation {backup.incarnation})")
        if renewed:
            self._renew(site, Renewal.RESTORE)
        else:
            self.tainted.add(site.shelf.key.fingerprint)
        return True

    def do_restore(self) -> bool:
        done = self._put_back(renewed=True)
        self.tally["restored by the program"] += done
        return done

    def do_raw(self) -> bool:
        done = self._put_back(renewed=False)
        self.tally["restored raw"] += done
        return done

    def do_twin(self) -> bool:
        """The folder is copied, and both copies are used from now on."""
        agency = self.random.choice(self.agencies)
        if len(agency.sites) > 1:
            return False
        site = agency.sites[0]
        agency.copies += 1
        name = f"{agency.handle}#{agency.copies}"
        shelf = site.shelf.copy()
        twin = Site(name, site.facts, site.root, shelf, self.wire, self.rules, site.names)
        agency.sites.append(twin)
        self.tainted.add(site.shelf.key.fingerprint)
        self.tally["twins"] += 1
        self.say(f"{site.name} is copied to {name}")
        return True

    def do_stop(self) -> bool:
        agency = self.random.choice(self.agencies)
        if len(agency.sites) < 2:
            return False
        self.stop_one(agency)
        return True

    def stop_one(self, agency: Agency) -> None:
        gone = agency.sites.pop(self.random.randrange(len(agency.sites)))
        self.say(f"{gone.name} is stopped")

    def do_rotate(self) -> bool:
        site = self._site()
        if site.shelf.behind is not None:
            return False
        self.tally["rotations"] += 1
        reason = self.random.choice([Renewal.ROTATION, Renewal.HANDOVER])
        self._renew(site, reason)
        return True

    def do_renew(self) -> bool:
        """An officer does what the alarm asks for."""
        behind = [each for each in self.sites() if each.shelf.behind is not None]
        if not behind:
            return False
        self._renew(self.random.choice(behind), Renewal.RESTORE)
        return True

    def _renew(self, site: Site, reason: Renewal) -> None:
        self.tally["renewals"] += 1
        number = site.renew(reason)
        self.say(f"{site.name} begins incarnation {number} ({reason})")

    def do_revoke(self) -> bool:
        """A member gets new keys, and the lead's next roster refuses the old ones."""
        member, lead = self.random.choice(self.agencies), self.lead.sites[0]
        site = member.sites[0]
        if lead.shelf.behind or site.shelf.behind or (site is not lead and not self._met(lead, site)):
            return False
        self._renew(site, Renewal.ROTATION)
        # A restored lead is told its newest roster in person before it issues another.
        held = max((each.shelf.roster for each in self.sites()), key=lambda each: each.version)
        held = max(held, self._roster, key=lambda each: each.version)
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
        self._roster = lead.shelf.roster
        self.tally["revocations"] += 1
        self.say(f"{lead.name} issues roster {body['version']}: {site.name} from {least[site.uid]}")
        return True

    def _met(self, one: Site, other: Site) -> bool:
        return any(peer == other.uid for peer, _ in one.shelf.cards)

    def do_introduce(self) -> bool:
        """Two officers compare cards in person."""
        one, other = self.random.sample(self.agencies, 2)
        self.introduce(one.sites[0], other.sites[0])
        return True

    def introduce(self, one: Site, other: Site) -> None:
        one.meet(other)
        other.meet(one)
        self.say(f"{one.name} and {other.name} meet")

    def do_upgrade(self) -> bool:
        site = self._site()
        if LATE in site.shelf.reads:
            return False
        site.upgrade([LATE])
        self.tally["upgrades"] += 1
        self.say(f"{site.name} reads {LATE} from now on")
        return True

    # -- fair delivery ------------------------------------------------------------------------

    def settle(self) -> None:
        """One copy of each agency goes on, all is told, and every bundle arrives until none is due.

        Raises:
            claims.Broken: it never becomes quiet.
        """
        self.say("-- fair delivery")
        for agency in self.agencies:
            while len(agency.sites) > 1:
                self.stop_one(agency)
        # A pair that has nothing to say to each other learns nothing of each other either.
        for site in self.sites():
            for peer in sorted({each for each, _ in site.shelf.cards}):
                record = self.uid()
                site.create(record, NOTE, {"text": self._text(), "over": []})
                self._share(site, record, peer)
        self._quiet()
        for site in self.sites():
            if LATE not in site.shelf.reads:
                site.upgrade([LATE])
            for record in [each for each in site.shelf.mine if each in site.shelf.told]:
                site.tell_all(record)
        self._quiet()
        claims.check_quiet(self)
        # Whatever was lost on the way turns up at last, the newest first.
        renewals = -1
        while renewals != self.tally["renewals"]:
            renewals = self.tally["renewals"]
            for _, packet in reversed(self.medium[:]):
                self.deliver(packet)
            self._quiet()

    def _quiet(self) -> None:
        for _ in range(ROUNDS):
            if not self._round():
                return
        raise claims.Broken("I15", f"not quiet after {ROUNDS} rounds")

    def _round(self) -> bool:
        active = False
        for site in self.sites():
            if site.shelf.behind is not None:
                self._renew(site, Renewal.RESTORE)
                active = True
            for peer in sorted({each for each, _ in site.shelf.cards}):
                packet = self._seal(site, peer=peer)
                if packet is not None:
                    self.deliver(packet)
                    self._meet_again(site, packet)
                    active = True
        return active

    def _meet_again(self, sender: Site, packet: Packet) -> None:
        """Officers compare cards in person when the recipient's copy is older than their first
        meeting, or the sender kept none but revoked keys to vouch for its new ones."""
        other = self.agency(packet.routing.recipient.uid).sites[0]
        number = sender.shelf.incarnation
        known = other.shelf.knows(sender.uid)
        newer = known and number > other.shelf.newest_card(sender.uid)
        revoked = newer and packet.routing.card is not None and other.shelf.least(sender.uid) > 1
        if not known or revoked:
            self.tally["met again"] += 1
            self.introduce(sender, other)

    # -- founding -----------------------------------------------------------------------------

    def _founded(self, count: int) -> list[Agency]:
        uids = [self.uid() for _ in range(count)]
        names = dict(zip(uids, HANDLES, strict=False))
        founded = []
        for uid, handle in names.items():
            keys = self.wire.keys(1)
            shelf = Shelf(uid, {1: keys})
            if self.random.random() < 0.6:
                shelf.reads = shelf.reads | {LATE}
            root = self.wire.keys(1).public
            site = Site(handle, facts_of(uid, handle), root, shelf, self.wire, self.rules, names)
            founded.append(Agency(uid, [site]))
        return founded

    def _introduce_most(self) -> None:
        for one in self.agencies:
            for other in self.agencies:
                if one.uid < other.uid and (one is self.lead or self.random.random() < 0.8):
                    self.introduce(one.sites[0], other.sites[0])


def _told(outcome: Outcome) -> str:
    said = [
        f"{len(outcome.applied)} applied" if outcome.applied else "",
        f"{len(outcome.parked)} parked" if outcome.parked else "",
        f"missing {outcome.missing}" if outcome.missing else "",
        f"{outcome.duplicates} known" if outcome.duplicates else "",
        f"{len(outcome.conflicts)} in conflict" if outcome.conflicts else "",
        f"gives back {outcome.given_back}" if outcome.given_back else "",
        f"FORK at {outcome.fork.seq}" if outcome.fork else "",
        "quarantined" if outcome.quarantined else "",
        f"BEHIND: {outcome.behind.reason}" if outcome.behind else "",
    ]
    return ", ".join(each for each in said if each) or "nothing"
