"""Taking in 10,000 entries, against inserting the same rows raw into SQLCipher.

Two real registers, real keys, a real bundle: whole dossiers (case extract, evidence, matter,
letter, steps), and one with nothing but note steps in matters that are there already.

The same rows are all that taking in leaves: what is new or different in any table afterwards,
row by row as stored, the search index included. They are put by ``executemany`` into a copy of the
register as it was before, with the same key, pragmas, tables and indexes, in one transaction, as
taking in does it. That peer verifies nothing, decrypts nothing and reads no bundle. Each time both
begin with a fresh copy; they take turns, and the shortest counts.

Files that came along are no rows: what storing them alone takes, through the program's own store,
is measured in the same turns, shown, and taken off before the ratio.
"""

from __future__ import annotations

import io
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import func, select
from sqlcipher3 import dbapi2

from app.kernel.clock import SetClock
from app.models import Entry, Matter
from app.services import exchange
from app.services.setup import Register
from app.vault import database, search
from benchmarks import traffic
from benchmarks.measure import Figure, Report
from benchmarks.traffic import START, Desks, Dossier
from tests import synthetic
from tests.services.two_desks import copied

COUNT: Final = 10_000
HISTORY: Final = 100_000
SMALL: Final = 50
RUNS: Final = 3
GOAL: Final = 3.0
NOTED: Final = 200
"""Matters that the note steps are spread over."""

PEER: Final = "raw executemany into SQLCipher"
_TABLES: Final = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"

Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A closed register of the police in *folder*, and a *bundle* for it."""

    folder: Path
    bundle: Path


@dataclass(frozen=True, slots=True)
class Times:
    """The shortest times of one bundle, in milliseconds."""

    taking: float
    raw: float
    files: float
    preview: float
    rows: int

    @property
    def ours(self) -> float:
        return self.taking - self.files


def run() -> Report:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
        folder = Path(place)
        figures = [*_bundles(folder)]
    return Report(tuple(figures), (" ".join((__doc__ or "").split()),))


def _bundles(folder: Path) -> Iterator[Figure]:
    with traffic.two_desks(folder) as desks:
        dossier = traffic.dossier(desks, folder)
        sealing = _Sealing(desks)
        traffic.queue(desks, dossier.more(), COUNT - len(dossier.pattern))
        mixed, sealed = sealing.next(folder / "mixed")
        yield Figure(f"sealing {COUNT:,} mixed entries with their files", sealed, "ms")
        yield from _compared(mixed, "mixed")
        exchange.take_in(desks.police, mixed.bundle)
        desks.carry(desks.police, desks.finance)
        traffic.queue(desks, dossier.notes(_matters(desks)), COUNT)
        notes, sealed = sealing.next(folder / "notes")
        yield Figure(f"sealing {COUNT:,} note steps", sealed, "ms")
        yield from _compared(notes, "note steps")
        exchange.take_in(desks.police, notes.bundle)
        desks.carry(desks.police, desks.finance)
        yield from _with_history(desks, dossier)


def _compared(prepared: Prepared, kind: str) -> Iterator[Figure]:
    times = measured(prepared)
    what = f"taking in {COUNT:,} entries, {kind}"
    yield Figure(what, times.ours, "ms", times.raw, PEER, goal=GOAL)
    yield Figure(f"{what}: rows written", times.rows, "rows")
    if times.files >= 1:
        yield Figure(f"{what}: storing their files, taken off above", times.files, "ms")
    yield Figure(f"{what}: the look before", times.preview, "ms")


# -- one bundle --------------------------------------------------------------------------------


def measured(prepared: Prepared) -> Times:
    """Take *prepared* in, and put the same rows raw, by turns."""
    rows: Rows = {}
    shortest = {name: float("inf") for name in ("taking", "raw", "files", "preview")}

    def note(name: str, act: Callable[..., object], *facts: object) -> None:
        start = time.perf_counter()
        act(*facts)
        shortest[name] = min(shortest[name], (time.perf_counter() - start) * 1000)

    for _ in range(RUNS):
        with _copy(prepared) as register:
            note("preview", exchange.preview, register, prepared.bundle)
            note("taking", exchange.take_in, register, prepared.bundle)
            rows = rows or _new_rows(prepared, register)
            blobs = _blobs(register, rows)
        with _copy(prepared) as register:
            note("files", _store, register, blobs)
            with closing(_raw(register)) as raw:
                note("raw", _insert, raw, rows)
    return Times(rows=sum(map(len, rows.values())), **shortest)


@contextmanager
def _copy(prepared: Prepared) -> Iterator[Register]:
    folder = prepared.folder.with_suffix(".copy")
    shutil.copytree(prepared.folder, folder)
    try:
        with opened(folder) as register:
            yield register
    finally:
        shutil.rmtree(folder)


def opened(folder: Path) -> Register:
    clock = SetClock(START)
    return Register.open(folder, synthetic.PASSPHRASE, clock=clock, cost=synthetic.CHEAP)


def _raw(register: Register) -> dbapi2.Connection:
    """A connection with the program's own recipe."""
    return database.connect(register.folder / database.FILE, register._keys.database)  # noqa: SLF001


def _new_rows(prepared: Prepared, register: Register) -> Rows:
    """What stands in *register* and did not in the copy it was made of."""
    before = prepared.folder.with_suffix(".before")
    shutil.copytree(prepared.folder, before)
    with opened(before) as old, closing(_raw(old)) as then, closing(_raw(register)) as now:
        found = {
            name: sorted(_all(now, name) - _all(then, name))
            for (name,) in now.execute(_TABLES).fetchall()
            if not name.startswith("case_words")
        }
    shutil.rmtree(before)
    rows = {name: lines for name, lines in found.items() if lines}
    if "case" in rows:
        rows["case_words"] = _words(register, [int(row[0]) for row in rows["case"]])
    return rows


def _all(connection: dbapi2.Connection, table: str) -> set[tuple[Any, ...]]:
    return set(connection.execute(f'SELECT * FROM "{table}"'))


def _words(register: Register, ids: list[int]) -> list[tuple[Any, ...]]:
    """What the search index was given for the cases *ids*: it keeps no text itself."""
    with register.read() as session:
        return [
            (case_id, search._words(texts))  # noqa: SLF001 - it keeps no text
            for part in _parts(ids)
            for case_id, texts in search.stored_texts(session, part).items()
        ]


def _parts(ids: list[int]) -> Iterator[list[int]]:
    return (ids[i : i + 500] for i in range(0, len(ids), 500))


def _blobs(register: Register, rows: Rows) -> list[bytes]:
    """The plain bytes of the files that came along."""
    sha256 = [str(row[1]) for row in rows.get("attachment", [])]
    found = []
    for each in sha256:
        with register.attachments.open(each) as file:
            found.append(file.read())
    return found


def _store(register: Register, blobs: list[bytes]) -> None:
    with register.attachments.writer() as writer:
        for each in blobs:
            writer.add(io.BytesIO(each))
        writer.commit()


# -- history -----------------------------------------------------------------------------------


def _with_history(desks: Desks, dossier: Dossier) -> Iterator[Figure]:
    """The next small bundle, with more and more taken in before."""
    drafts = dossier.more()
    for held in (2 * COUNT, HISTORY // 2, HISTORY):
        while (count := held - _held(desks.police)) > 0:
            traffic.queue(desks, drafts, min(COUNT, count))
            desks.carry(desks.finance, desks.police)
            desks.carry(desks.police, desks.finance)
        took = []
        for _ in range(RUNS):
            traffic.queue(desks, drafts, SMALL)
            start = time.perf_counter()
            path = exchange.seal(desks.finance, desks.to_police, desks.stick).path
            middle = time.perf_counter()
            exchange.preview(desks.police, path)
            late = time.perf_counter()
            exchange.take_in(desks.police, path)
            took.append((middle - start, late - middle, time.perf_counter() - late))
            desks.carry(desks.police, desks.finance)
        for place, name in enumerate(("sealing", "the look before", "taking in")):
            what = f"{name} {SMALL} mixed entries after {held:,}"
            yield Figure(what, min(each[place] for each in took) * 1000, "ms")


def _held(register: Register) -> int:
    with register.read() as session:
        query = select(func.count()).select_from(Entry).where(~Entry.outgoing)
        return session.scalar(query) or 0


def _matters(desks: Desks) -> list[str]:
    with desks.police.read() as session:
        return list(session.scalars(select(Matter.uid).order_by(Matter.id).limit(NOTED)))


@dataclass(frozen=True, slots=True)
class _Sealing:
    desks: Desks

    def next(self, folder: Path) -> tuple[Prepared, float]:
        """The next bundle for the police, and a copy of their register; how long sealing took."""
        start = time.perf_counter()
        path = exchange.seal(self.desks.finance, self.desks.to_police, self.desks.stick).path
        seconds = time.perf_counter() - start
        copied(self.desks.police, folder)
        return Prepared(folder, path), seconds * 1000


def _insert(connection: dbapi2.Connection, rows: Rows) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table, lines in rows.items():
        marks = ", ".join("?" * len(lines[0]))
        into = f"{table}(rowid, words)" if table == "case_words" else f'"{table}"'
        connection.executemany(f"INSERT OR REPLACE INTO {into} VALUES ({marks})", lines)
    connection.execute("COMMIT")
