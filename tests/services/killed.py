"""Killing the program while it takes in a bundle, and what its register holds afterwards."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import func, select

from app.kernel.clock import SetClock
from app.kernel.errors import SeenBeforeError
from app.kernel.terms import EvidenceKind
from app.models import Attachment, BundleSeen, Case, Entry, Evidence
from app.services import cases, evidence, exchange, members
from app.services.evidence import EvidenceDraft
from app.services.setup import Register
from tests import synthetic
from tests.services.two_desks import START

TABLES = (Case, Evidence, Attachment, Entry, BundleSeen)
CASES = 12
PHOTO = EvidenceDraft("照片", EvidenceKind.ELECTRONIC, "", "甲", None, "", original=True, pages=0)

Rows = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A closed register in *folder* and a bundle for it; how many rows it has before and after,
    and how long taking in lasts."""

    folder: Path
    bundle: Path
    before: Rows
    after: Rows
    seconds: float


def waiting(folder: Path) -> Waiting:
    """Police with an empty register, and a bundle of finance with cases and a file each."""
    clock, stick = SetClock(START), folder / "stick"
    stick.mkdir()
    with (
        synthetic.make_register(folder / "a", at=clock, mechanism=synthetic.MECHANISM) as finance,
        synthetic.make_register(folder / "b", synthetic.POLICE, at=clock) as police,
    ):
        synthetic.introduce(finance, police, stick)
        to = members.find(finance, "sl-gaj")
        for number in range(CASES):
            draft = replace(synthetic.case_draft(), name=f"案件{number}")
            uid = cases.register_case(finance, draft).uid
            file = folder / f"{number}.jpg"
            file.write_bytes(f"照片{number}".encode() * 20_000)
            evidence.add(finance, uid, PHOTO, file)
            exchange.share_case(finance, uid, to)
        bundle = exchange.seal(finance, to, stick).path
        before = rows(police)
    shutil.copytree(folder / "b", folder / "measured")
    with _opened(folder / "measured") as police:
        start = time.perf_counter()
        exchange.take_in(police, bundle)
        seconds = time.perf_counter() - start
        after = rows(police)
    return Waiting(folder / "b", bundle, before, after, seconds)


def kill(found: Waiting, moments: Iterable[float]) -> Counter[str]:
    """Kill the program at each of *moments* (shares of the time it needs), and count in how many
    cases all of the bundle was there afterwards, and in how many nothing.

    Raises:
        AssertionError: something between, or the bundle could not be taken in afterwards.
    """
    told: Counter[str] = Counter()
    for number, moment in enumerate(moments):
        folder = found.folder.with_name(f"killed-{number}")
        shutil.copytree(found.folder, folder)
        _killed(folder, found.bundle, moment * found.seconds)
        told[_left(folder, found)] += 1
        shutil.rmtree(folder)
    return told


def rows(register: Register) -> Rows:
    with register.read() as session:
        return tuple(
            session.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES
        )


def _killed(folder: Path, bundle: Path, seconds: float) -> None:
    command = [sys.executable, "-m", "tests.services.taking", str(folder), str(bundle)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline() == b"open\n"
        child.stdin.write(b"\n")
        child.stdin.flush()
        time.sleep(seconds)
        child.kill()


def _left(folder: Path, found: Waiting) -> str:
    with _opened(folder) as register:
        left = rows(register)
        assert left in (found.before, found.after), f"half a bundle: {left}"
        try:
            exchange.take_in(register, found.bundle)
        except SeenBeforeError:
            assert left == found.after
        assert rows(register) == found.after
    return "all" if left == found.after else "nothing"


def _opened(folder: Path) -> Register:
    return Register.open(folder, synthetic.PASSPHRASE, clock=SetClock(START), cost=synthetic.CHEAP)
