"""A city of 200 agencies over one year, through the program's own exchange.

Simulated are the agencies: every bundle is sealed, carried, judged and taken in by ``app.sync`` and
answered by the other side, over registers in memory and keys that are names (``FastWire`` of the
simulation's). The lead deals with everybody and every agency with a few others. Some bundles are
lost on the way; some registers are put back to a copy of weeks ago, learn of it, begin anew and
are given back what they lost.

Measured are the bytes: what an entry takes as a line of a bundle is that of the real dossier whose
bodies the simulated entries repeat; every so many bundles are sealed again with real keys, and a
straight line through their sizes stands for the rest; what an entry takes in a register is measured
on two real ones that exchanged real dossiers. Files are left out: they are as large as they are.
"""

from __future__ import annotations

import math
import statistics
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Final

from app.kernel import canon
from app.kernel.errors import AppError
from app.sync.entry import line
from app.sync.sealing import BundleDraft
from app.sync.statements import Renewal
from app.vault import database
from benchmarks import traffic
from benchmarks.cases import CACHE
from benchmarks.measure import Figure, Report
from tests.sync.simulation.shelf import NOTE, Shelf
from tests.sync.simulation.site import Site
from tests.sync.simulation.wires import FastWire, Keys, Packet, RealWire, facts_of

AGENCIES: Final = 200
MONTHS: Final = 12
ROUNDS: Final = 2
"""Times in a month that the stick goes round."""

PEERS: Final = 3
"""Agencies that each one deals with besides the lead."""

LOST: Final = 0.02
RESTORED: Final = 6
"""Registers put back in the year."""

SAMPLED: Final = 40
MEASURED: Final = 2_000
ANSWERS: Final = 4
"""Entries that the other side says of a dossier."""

_LEAST_SAMPLES: Final = 2


@dataclass(frozen=True, slots=True)
class Sizes:
    """What entries take, in bytes: of the bodies of one real dossier, and of an entry in the
    registers of its writer and of its reader."""

    bodies: tuple[int, ...]
    lines: float
    written: float
    read: float


@dataclass
class SampledWire(FastWire):
    """Keys are names, and every so many bundles are sealed with real ones as well."""

    real: RealWire | None = None
    sealed: int = 0
    samples: list[tuple[int, int, int]] = field(default_factory=list)
    last: int = 0

    def seal(self, draft: BundleDraft, keys: Keys, to: str) -> Packet:
        self.sealed += 1
        self.last = sum(len(line(each)) for each in draft.entries)
        if self.real is not None and self.sealed % SAMPLED == 0:
            true = self.real.keys(keys.incarnation)
            packet = self.real.seal(replace(draft, card=None), true, true.to)
            self.samples.append((len(draft.entries), self.last, len(packet.data)))
        return super().seal(draft, keys, to)

    def frame(self) -> tuple[float, float]:
        """Bytes of a bundle besides its lines: of itself, and for each entry."""
        counts = [float(entries) for entries, _, _ in self.samples]
        rest = [float(size - lines) for _, lines, size in self.samples]
        if len(set(counts)) < _LEAST_SAMPLES:
            return rest[0] if rest else 0.0, 0.0
        slope, base = statistics.linear_regression(counts, rest)
        return base, slope


@dataclass
class City:
    """The agencies, who deals with whom, and what was counted."""

    random: Random
    wire: SampledWire
    sizes: Sizes
    sites: list[Site]
    pairs: list[tuple[int, int]]
    carried: list[tuple[int, int, int, int]] = field(default_factory=list)
    growth: list[list[tuple[int, int]]] = field(default_factory=list)
    folder: list[tuple[int, int]] = field(default_factory=list)
    tally: Counter[str] = field(default_factory=Counter)
    copies: dict[int, Shelf] = field(default_factory=dict)
    lying: dict[tuple[str, str], list[tuple[int, int, int]]] = field(default_factory=dict)

    def uid(self) -> str:
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    # -- a year --------------------------------------------------------------------------------

    def live(self) -> None:
        put_back = set(self.random.sample(range(1, MONTHS * ROUNDS), RESTORED))
        for turn in range(MONTHS * ROUNDS):
            self.work(turn)
            if turn in put_back:
                self.put_back()
            if turn % 2 == 0:
                self.copies = {n: each.shelf.copy() for n, each in enumerate(self.sites)}
            self.carry()
            if turn % ROUNDS == ROUNDS - 1:
                self.growth.append([self.held(site) for site in self.sites])

    def work(self, turn: int) -> None:
        """A dossier a month with the lead, one in a quarter with others."""
        for one, other in self.pairs:
            often = ROUNDS if one == 0 else 3 * ROUNDS
            if turn % often == (one + other) % often:
                writer, reader = (one, other) if self.random.random() < 0.5 else (other, one)
                self.say(writer, reader, self.sizes.bodies)
                self.say(reader, writer, self.sizes.bodies[-ANSWERS:])

    def say(self, writer: int, reader: int, bodies: tuple[int, ...]) -> None:
        site = self.sites[writer]
        for size in bodies:
            record = self.uid()
            site.create(record, NOTE, {"over": [], "text": "甲" * (size // 3)})
            site.share(record, self.sites[reader].uid)

    def put_back(self) -> None:
        number = self.random.choice(sorted(self.copies))
        self.sites[number].shelf = self.copies[number].copy()
        self.tally["registers put back"] += 1

    def carry(self, *, losses: bool = True) -> bool:
        """Everybody writes to everybody they owe something, then everybody takes in."""
        packets = []
        for one, other in [*self.pairs, *((b, a) for a, b in self.pairs)]:
            site, peer = self.sites[one], self.sites[other]
            if site.shelf.behind is not None:
                site.renew(Renewal.RESTORE)
                self.tally["incarnations begun"] += 1
            if site.is_due(peer.uid):
                packets.append((other, self.sealed(site, peer)))
        self.folder.append(self.standing())
        for to, packet in packets:
            if losses and self.random.random() < LOST:
                self.tally["bundles lost"] += 1
            else:
                self.deliver(to, packet)
        return bool(packets)

    def sealed(self, site: Site, peer: Site) -> Packet:
        packet = site.seal(peer.uid, self.uid())
        lying = self.lying.setdefault((site.uid, peer.uid), [])
        # What the other has said it took in is swept away by who wrote it.
        acked = site.shelf.pairs[peer.uid].out.acked
        lying[:] = [each for each in lying if each[0] > acked]
        last = packet.routing.stream.last if packet.entries else acked + 1
        lying.append((last, len(packet.entries), self.wire.last))
        self.tally["bundles"] += 1
        self.tally["entries carried"] += len(packet.entries)
        self.tally["bytes of lines"] += self.wire.last
        return packet

    def deliver(self, to: int, packet: Packet) -> None:
        try:
            outcome = self.sites[to].take_in(packet)
        except AppError:
            self.tally["bundles refused"] += 1
            return
        self.tally["entries taken in"] += len(outcome.applied)
        self.tally["records given back"] += outcome.given_back

    # -- what stands ---------------------------------------------------------------------------

    def held(self, site: Site) -> tuple[int, int]:
        return len(site.shelf.sent), len(site.shelf.rows)

    def standing(self) -> tuple[int, int]:
        """Bundles in one shared folder, and their bytes with the lines of their entries."""
        base, each = self.wire.frame()
        files = [one for lying in self.lying.values() for one in lying]
        size = sum(base + each * entries + lines for _, entries, lines in files)
        return len(files), round(size)

    def diverged(self) -> int:
        """Pairs of which one lacks what the other told it."""
        missing = 0
        for one, other in [*self.pairs, *((b, a) for a, b in self.pairs)]:
            said, heard = self.sites[one], self.sites[other]
            told = {
                entry.head.record
                for (peer, number, _), entry in said.shelf.sent.items()
                if peer == heard.uid and number == said.shelf.incarnation
                if entry.head.type == NOTE
            }
            missing += not told <= {uid for peer, uid in heard.shelf.theirs if peer == said.uid}
        return missing


def run() -> Report:
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as place:
        sizes = measured(Path(place))
        made = founded(sizes, Path(place))
        start = time.perf_counter()
        made.live()
        seconds = time.perf_counter() - start
        rounds = next(n for n in count() if n > 20 or not made.carry(losses=False))
    picture = CACHE / "city.svg"
    picture.write_text(drawn(made), encoding="utf-8")
    notes = (" ".join((__doc__ or "").split()), *plot(made), f"{picture}")
    return Report(tuple(figures(made, seconds, rounds)), notes)


def founded(sizes: Sizes, scratch: Path) -> City:
    random = Random(20260101)
    wire = SampledWire(random, real=RealWire(scratch))
    uids = [str(uuid.UUID(int=random.getrandbits(128), version=4)) for _ in range(AGENCIES)]
    names = {uid: f"a{number:03}" for number, uid in enumerate(uids)}
    sites = [
        Site(
            name,
            facts_of(uid, name),
            wire.keys(1).public,
            Shelf(uid, {1: wire.keys(1)}),
            wire,
            names=names,
        )
        for uid, name in names.items()
    ]
    pairs = {(0, other) for other in range(1, AGENCIES)}
    for one in range(1, AGENCIES):
        for other in random.sample(range(1, AGENCIES), PEERS):
            if one != other:
                pairs.add((min(one, other), max(one, other)))
    for one, other in pairs:
        sites[one].meet(sites[other])
        sites[other].meet(sites[one])
    return City(random, wire, sizes, sites, sorted(pairs))


# -- real registers ----------------------------------------------------------------------------


def measured(folder: Path) -> Sizes:
    with traffic.two_desks(folder) as desks:
        dossier = traffic.dossier(desks, folder)
        bodies = tuple(len(canon.dumps(each.body)) for each in dossier.pattern)
        desks.carry(desks.finance, desks.police)
        desks.carry(desks.police, desks.finance)
        registers = (desks.finance, desks.police)
        before = [_bytes(each.folder) for each in registers]
        drafts = islice(dossier.more(), MEASURED)
        traffic.put(desks.finance, desks.to_police, list(drafts))
        desks.carry(desks.finance, desks.police)
        written, read = (
            (_bytes(each.folder) - size) / MEASURED
            for each, size in zip(registers, before, strict=True)
        )
    return Sizes(bodies, sum(bodies) / len(bodies), written, read)


def _bytes(folder: Path) -> int:
    """Of the database with its log, without the files of cases."""
    return sum(path.stat().st_size for path in folder.glob(f"{database.FILE}*"))


# -- told --------------------------------------------------------------------------------------


def figures(city: City, seconds: float, rounds: int) -> Iterator[Figure]:
    tally, sizes = city.tally, city.sizes
    base, each = city.wire.frame()
    yield Figure(f"{AGENCIES} agencies, {len(city.pairs)} pairs, {MONTHS} months", seconds, "s")
    for name in sorted(tally):
        if name != "bytes of lines":
            yield Figure(name, tally[name], "times")
    yield Figure("pairs that differ after the year", city.diverged(), "pairs", most=0)
    yield Figure("rounds until nobody had anything to say", rounds, "rounds")
    taken = max(tally["entries taken in"], 1)
    yield Figure("time of an entry taken in, all told", 1e6 * seconds / taken, "µs")
    yield Figure("a bundle without entries", base, "bytes")
    carried = max(tally["entries carried"], 1)
    line_size = tally["bytes of lines"] / carried
    yield Figure("an entry in a bundle", line_size + each, "bytes")
    whole = base * tally["bundles"] + each * carried + tally["bytes of lines"]
    yield Figure("all bundles of the year", whole / 2**20, "MiB")
    yield Figure("bytes carried for an entry taken in, repeats and frames told", whole / taken, "B")
    yield Figure("an entry in its writer's register", sizes.written, "bytes")
    yield Figure("an entry in its reader's register", sizes.read, "bytes")
    last = _grown(city, len(city.growth) - 1)
    yield Figure("register of the lead after the year, grown by", last[0], "MiB")
    yield Figure("register of a member, median, grown by", statistics.median(last[1:]), "MiB")
    most = max(city.folder, key=lambda one: one[1])
    yield Figure("most files in one shared folder, with sweeping", most[0], "files")
    yield Figure("most bytes in one shared folder, with sweeping", most[1] / 2**20, "MiB")
    yield Figure("bundles sealed with real keys as well", len(city.wire.samples), "bundles")


def _grown(city: City, month: int) -> list[float]:
    """What each register has grown by, in MiB, by the bytes measured on real ones."""
    sizes = city.sizes
    return [
        (sent * sizes.written + taken * sizes.read) / 2**20 for sent, taken in city.growth[month]
    ]


def plot(city: City) -> Iterator[str]:
    yield "growth in MiB: month, the lead, members (least, median, most)"
    months = [_grown(city, month) for month in range(len(city.growth))]
    top = max(month[0] for month in months) or 1.0
    for number, (lead, *members) in enumerate(months, 1):
        bar = "█" * round(40 * lead / top)
        spread = f"{min(members):.2f} {statistics.median(members):.2f} {max(members):.2f}"
        yield f"{number:2} {lead:8.1f} {bar:40} {spread}"


_DRAWN: Final[tuple[tuple[str, Callable[[list[float]], float], str], ...]] = (
    ("the lead", lambda month: month[0], "#b3261e"),
    ("the busiest member", lambda month: max(month[1:]), "#5b6b7a"),
    ("a member, median", lambda month: statistics.median(month[1:]), "#1e6fb3"),
)


def drawn(city: City) -> str:
    """The same as a picture; the upright axis is of powers of ten."""
    months = [_grown(city, month) for month in range(len(city.growth))]
    wide, high, left = 640, 360, 60
    values = [of(month) for _, of, _ in _DRAWN for month in months]
    low, top = max(min(values), 1e-3), max(*values, 1.0)

    def place(number: int, value: float) -> str:
        across = left + (wide - left - 20) * number / max(len(months) - 1, 1)
        share = _log(value, low) / max(_log(top, low), 1e-9)
        return f"{across:.1f},{high - 40 - (high - 80) * share:.1f}"

    parts = []
    for row, (name, of, colour) in enumerate(_DRAWN):
        points = " ".join(place(n, of(month)) for n, month in enumerate(months))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}"/>')
        last = of(months[-1])
        told = f"{name}: {last:.2f} MiB"
        parts.append(f'<text x="{left}" y="{20 + 16 * row}" fill="{colour}">{told}</text>')
    parts.append(f'<text x="{left}" y="{high - 10}">months 1 to {len(months)}</text>')
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
        f'font-family="sans-serif" font-size="13">\n{body}\n</svg>\n'
    )


def _log(value: float, low: float) -> float:
    return math.log10(max(value, low) / low)
