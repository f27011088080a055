"""The exercise city: four agencies and a district, with cases in different states.

One story that the command line, the tests and the benchmarks share. Every act goes through the
same use cases as in earnest, with real registers, real bundles and real letters; every name of a
person or company is made up, every register is an exercise (演练).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from app.demo import stories
from app.demo.city import PASSPHRASE, City, opened_city
from app.demo.conference import conference
from app.demo.facts import AGENCIES
from app.documents.kinds.letters import LetterKind
from app.kernel import files
from app.kernel.clock import SetClock
from app.kernel.errors import RegisterExistsError
from app.services import drafting, letters, matters
from app.vault.slots import FLOOR, Cost

__all__ = ["AGENCIES", "PASSPHRASE", "Account", "build"]

MARK: Final = "演练城市.txt"
_DAYS_AGO: Final = 10


@dataclass(frozen=True, slots=True)
class Account:
    """What the demo made: where the registers lie, and what happened, a sentence a line."""

    folder: Path
    registers: tuple[tuple[str, Path], ...]
    lines: tuple[str, ...]
    letters: tuple[Path, ...]


def build(folder: Path, now: datetime, cost: Cost = FLOOR) -> Account:
    """Build the city in *folder*, its story ending at *now*; an earlier demo there is replaced.

    Raises:
        RegisterExistsError: *folder* holds something that no demo made.
    """
    _clear(folder)
    (folder / "stick").mkdir(parents=True)
    # First of all, so that a demo that was interrupted can be replaced too.
    files.write_atomic(folder / MARK, "演练城市正在建立。\n".encode())
    clock = SetClock(now - timedelta(days=_DAYS_AGO))
    with opened_city(folder, clock, cost) as city:
        for story in stories.ALL:
            city.next_morning()
            story(city)
        conference(city)
        clock.set(now)
        papers = tuple(_papers(city))
    files.write_atomic(folder / MARK, _readme(city).encode(), replace=True)
    return Account(
        folder=folder,
        registers=tuple((a.name, folder / a.handle) for a in AGENCIES),
        lines=tuple(city.lines),
        letters=papers,
    )


def _clear(folder: Path) -> None:
    """Remove an earlier demo; anything else is left alone."""
    if not folder.exists():
        return
    if any(folder.iterdir()) and not (folder / MARK).exists():
        raise RegisterExistsError(path=folder)
    shutil.rmtree(folder)


def _papers(city: City) -> Iterator[Path]:
    """Every issued letter and the approval sheets, as PDF files a person can open."""
    folder = city.folder / "letters"
    folder.mkdir()
    for handle, register in city.registers.items():
        for row in matters.rows(register):
            if not row.opened_here:
                continue
            for letter in matters.show(register, row.uid).letters:
                name, data = letters.file(register, letter.uid)
                yield _saved(folder / f"{handle} {name}", data)
    finance = city.registers["rz-czj"]
    for alone in drafting.rows(finance):
        if alone.issued:
            name, data = letters.file(finance, alone.letter_uid)
            yield _saved(folder / f"rz-czj {name}", data)
    first = matters.rows(finance)[-1].uid
    for kind in (LetterKind.APPROVAL, LetterKind.SERVICE):
        sheet = letters.draft(finance, first, kind)
        yield _saved(folder / f"rz-czj {sheet.title}.pdf", sheet.pdf)


def _saved(path: Path, data: bytes) -> Path:
    files.write_atomic(path, data, replace=True)
    return path


def _readme(city: City) -> str:
    places = "\n".join(f"  {a.name}  {a.handle}/" for a in AGENCIES)
    told = "\n".join(f"  {line}" for line in city.lines)
    return (
        "联席演练城市：全部为虚构数据，文书无效。可以整个删除。\n\n"
        f"登记册（口令都是 {PASSPHRASE}）：\n{places}\n\n经过：\n{told}\n"
    )
