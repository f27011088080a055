"""A disc against the folder it was burned from: every byte is read again from the disc.

Files are known by their bytes, not by their names: plain ISO 9660 writes names in capitals and cuts
them to eight letters.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from app.kernel import files
from app.kernel.errors import from_os_error
from app.sync.mailbox import Found
from app.sync.medium import Watch, silent

_DEPTH: Final = 3
_MOST: Final = 10_000
"""Files looked at on one disc; a hand-over has a few dozen."""


class Likeness(StrEnum):
    """What a disc has in place of a file: its bytes, others, none, or none that can be read."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Burned:
    """A file as it was written into the folder for burning."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Compared:
    """*name* is that of the folder, *found* the place on the disc below its root, or empty."""

    name: str
    likeness: Likeness
    found: str


def compare(disc: Path, wanted: tuple[Burned, ...], watch: Watch = silent) -> tuple[Compared, ...]:
    """What became of each file of *wanted* on *disc*; *watch* hears bytes of *wanted*.

    Raises:
        MediumError: the disc is gone or cannot be listed.
    """
    lying = list(_walk(disc, _DEPTH))[:_MOST]
    total = sum(each.size for each in wanted)
    done = 0
    compared = []
    for each in wanted:
        compared.append(_compared(disc, each, lying))
        done += each.size
        watch(done, total)
    # A disc taken out meanwhile is not a disc that was burned badly.
    _list(disc)
    return tuple(compared)


def _compared(disc: Path, wanted: Burned, lying: list[Found]) -> Compared:
    alike = [each for each in lying if each.path.name.lower() == wanted.name.lower()]
    sized = [each for each in lying if each.size == wanted.size and each not in alike]
    worst = Compared(wanted.name, Likeness.MISSING, "")
    for each in (*alike, *sized):
        place = each.path.relative_to(disc).as_posix()
        try:
            if _digest(each.path) == wanted.sha256:
                return Compared(wanted.name, Likeness.SAME, place)
        except OSError:
            worst = Compared(wanted.name, Likeness.UNREADABLE, place)
            continue
        if each in alike and worst.likeness is Likeness.MISSING:
            worst = Compared(wanted.name, Likeness.CHANGED, place)
    return worst


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        files.forget_cached(file)
        return hashlib.file_digest(file, "sha256").hexdigest()


def _walk(folder: Path, depth: int) -> Iterator[Found]:
    for entry in _list(folder):
        if entry.is_symlink():
            continue
        if entry.is_file():
            yield Found(Path(entry.path), entry.stat().st_size)
        elif depth and entry.is_dir():
            yield from _walk(Path(entry.path), depth - 1)


def _list(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda each: each.name)
    except OSError as error:
        raise from_os_error(error, folder) from error
