"""A city of agencies, the sticks between them, and everything that may happen to both.

All chance comes from one seed, so that a failing run can be repeated; ``trace`` tells it.
"""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from types import ModuleType
from typing import Final

from app.kernel.errors import AppError
from app.sync import node
from app.sync.book import Outcome
from app.sync.statements import Renewal
from tests.sync.simulation import acts, claims
from tests.sync.simulation.acts import ACTS, Act
from tests.sync.simulation.shelf import LATE, NOTE, Roster, Shelf
from tests.sync.simulation.site import Crash, CrashedError, Rules, Site
from tests.sync.simulation.wires import FastWire, Packet, Wire, facts_of

HANDLES: Final = "abcdefghijklmnopqrstuvwxyz"
ROUNDS: Final = 80
"""Rounds of fair delivery after which a city that is not quiet is called stuck."""

PATIENCE: Final = 20
"""Rounds after which officers ask each other why a bundle is refused again and again."""


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
    """One run: its agencies, every bundle ever written, and what was counted."""

    def __init__(
        self,
        seed: int,
        agencies: int = 5,
        wire: Wire | None = None,
        rules: Rules | ModuleType = node,
        weights: Mapping[Act, int] = ACTS,
    ) -> None:
        self.random = Random(seed)
        # Of its own, so that no name comes twice when a test draws the chances itself.
        self._names = Random(f"names {seed}")
        self.wire: Wire = wire or FastWire(self._names)
        self.rules = rules
        self.tally: Counter[str] = Counter()
        self.trace: list[str] = []
        self.medium: list[tuple[str, Packet]] = []
        self.shared: defaultdict[str, set[str]] = defaultdict(set)
        self.signed: dict[tuple[str, str, int], str] = {}
        # Keys that a folder put back by hand, or a second copy of it, signs with as well.
        self.tainted: set[str] = set()
        self._texts = 0
        self.roster = Roster()
        self._weights = dict(weights)
        self.agencies = self._founded(agencies)
        self.lead = self.agencies[0]
        self._introduce_most()
        for _ in range(2 * agencies):
            acts.create(self)
            acts.share(self)

    def uid(self) -> str:
        return str(uuid.UUID(int=self._names.getrandbits(128), version=4))

    def sites(self) -> list[Site]:
        return [site for agency in self.agencies for site in agency.sites]

    def agency(self, uid: str) -> Agency:
        return next(each for each in self.agencies if each.uid == uid)

    def say(self, line: str) -> None:
        self.trace.append(f"{len(self.trace):4} {line}")

    # -- the random phase ---------------------------------------------------------------------

    def step(self) -> None:
        """One thing that happens."""
        drawn = list(self._weights)
        self.do(self.random.choices(drawn, [self._weights[each] for each in drawn])[0])

    def do(self, act: Act) -> bool:
        done = act(self)
        self.tally["steps"] += done
        return done

    def some_site(self) -> Site:
        return self.random.choice(self.sites())

    def some_record(self, site: Site, *types: str) -> str | None:
        found = [
            uid for uid, each in site.shelf.mine.items() if each.type in types and not each.gone
        ]
        return self.random.choice(found) if found else None

    def some_peer(self, site: Site) -> str | None:
        known = sorted({peer for peer, _ in site.shelf.cards})
        return self.random.choice(known) if known else None

    def text(self) -> str:
        self._texts += 1
        return f"t{self._texts}"

    def share(self, site: Site, record: str, peer: str) -> bool:
        site.share(record, peer)
        self.shared[record].add(peer)
        self.say(f"{site.name} shares {record[:4]} with {site.names[peer]}")
        return True

    # -- bundles ------------------------------------------------------------------------------

    def seal(
        self, site: Site, part: tuple[int, int] | None = None, peer: str | None = None
    ) -> Packet | None:
        peer = peer or self.some_peer(site)
        if peer is None or site.shelf.behind is not None or not site.is_due(peer):
            return None
        packet = site.seal(peer, self.uid(), part)
        claims.check_signed(self, site, packet)
        self.medium.append((site.name, packet))
        self.tally["bundles"] += 1
        self.say(f"{site.name} seals {packet.label}")
        return packet

    def deliver(self, packet: Packet, crash: Crash | None = None) -> bool:
        """*packet* reaches one of the running copies of its recipient."""
        site = self.random.choice(self.agency(packet.routing.recipient.uid).sites)
        before = site.shelf
        if before.behind is not None:
            return False
        outcome = self.take_in(site, packet, crash)
        claims.check_step(self, before, site.shelf, packet)
        if outcome is not None:
            self._count(outcome)
        return True

    def take_in(self, site: Site, packet: Packet, crash: Crash | None) -> Outcome | None:
        """What came of it; None when it was refused or the power failed."""
        before = site.shelf
        try:
            outcome = site.take_in(packet, crash)
        except CrashedError:
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
            raise claims.BrokenError("I6", f"a genuine entry is refused: {outcome.refused[0]}")

    # -- copies and keys ----------------------------------------------------------------------

    def stop_one(self, agency: Agency) -> None:
        gone = agency.sites.pop(self.random.randrange(len(agency.sites)))
        self.say(f"{gone.name} is stopped")

    def renew(self, site: Site, reason: Renewal) -> None:
        self.tally["renewals"] += 1
        number = site.renew(reason)
        self.say(f"{site.name} begins incarnation {number} ({reason})")

    def introduce(self, one: Site, other: Site) -> None:
        one.meet(other)
        other.meet(one)
        self.say(f"{one.name} and {other.name} meet")

    # -- fair delivery ------------------------------------------------------------------------

    def settle(self) -> None:
        """One copy of each agency goes on, all is told, and every bundle arrives until none is due.

        Raises:
            claims.BrokenError: it never becomes quiet.
        """
        self.say("-- fair delivery")
        for agency in self.agencies:
            while len(agency.sites) > 1:
                self.stop_one(agency)
        # A pair that has nothing to say to each other learns nothing of each other either.
        for site in self.sites():
            for peer in sorted({each for each, _ in site.shelf.cards}):
                record = self.uid()
                site.create(record, NOTE, {"text": self.text(), "over": []})
                self.share(site, record, peer)
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
        for number in range(ROUNDS):
            if not self._round(patient=number < PATIENCE):
                return
        raise claims.BrokenError("I15", f"not quiet after {ROUNDS} rounds")

    def _round(self, *, patient: bool) -> bool:
        active = False
        for site in self.sites():
            if site.shelf.behind is not None:
                self.renew(site, Renewal.RESTORE)
                active = True
            for peer in sorted({each for each, _ in site.shelf.cards}):
                packet = self.seal(site, peer=peer)
                if packet is not None:
                    self.deliver(packet)
                    self._meet_again(site, packet, patient=patient)
                    active = True
        return active

    def _meet_again(self, sender: Site, packet: Packet, *, patient: bool) -> None:
        """Officers compare cards in person when the recipient's copy is older than their first
        meeting, or the sender kept no key that the recipient knows and could believe."""
        other = self.agency(packet.routing.recipient.uid).sites[0]
        number = sender.shelf.incarnation
        known = other.shelf.knows(sender.uid)
        newer = known and number > other.shelf.newest_card(sender.uid)
        kept = {each.public for each in sender.shelf.keys.values()}
        # Each shuts the other out unheard when both were used twice: then people find out.
        held = None if not known else other.newest(sender.uid)
        twin = held is not None and held.incarnation == number and held.sign not in kept
        if twin and not patient:
            self.tally["met over a second key"] += 1
            self.introduce(sender, other)
        if not known or (newer and not kept & set(other.formers(sender.uid))):
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
