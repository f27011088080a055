"""Folders and sticks: what lies there, and writing so that «written» is true.

A file is written under its name with ``.part``, flushed to the medium, renamed, and read back past
the cache; only then is it reported. Media are never needed twice and never written to when read.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.kernel import files
from app.kernel.errors import MediumMismatchError, from_os_error
from app.sync.card import SUFFIX as CARD_SUFFIX
from app.sync.envelope import SUFFIX as BUNDLE_SUFFIX
from app.sync.medium import Watch, silent


@dataclass(frozen=True, slots=True)
class Found:
    """A file by its ending; only opening it tells what it is."""

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was read back from the medium and is what it should be."""

    path: Path
    size: int
    sha256: str


def bundles(folder: Path) -> tuple[Found, ...]:
    """The bundles in *folder* itself, by name; whatever has another ending is passed over.

    Raises:
        MediumError: the folder cannot be read or is gone.
    """
    return _listed(folder, BUNDLE_SUFFIX)


def cards(folder: Path) -> tuple[Found, ...]:
    """The identity cards in *folder* itself, by name; as ``bundles``."""
    return _listed(folder, CARD_SUFFIX)


@contextlib.contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """*path*, open for reading; nothing is written to its medium.

    Raises:
        MediumError: it cannot be opened.
    """
    try:
        file = files.patiently(lambda: path.open("rb"))
    except OSError as error:
        raise from_os_error(error, path) from error
    with file:
        yield file


def write(folder: Path, name: str, source: BinaryIO, watch: Watch = silent) -> Written:
    """Put what *source* holds, from its start, into *folder* as *name*.

    A file of that name with the same bytes counts as written, so that repeating is harmless; one
    with other bytes is left alone. *watch* counts each byte twice: written, and read back.

    Raises:
        MediumFullError: there is no room; asked before the first byte.
        MediumReadOnlyError, MediumGoneError, MediumFailedError: as the medium refuses.
        MediumMismatchError: what was read back, or lay there before, is something else.
    """
    path = folder / name
    size = source.seek(0, os.SEEK_END)
    source.seek(0)
    try:
        if path.exists():
            digest = _hash(source, lambda done: watch(done, 2 * size))
        else:
            digest = _written(path, source, size, watch)
        found = _read_back(path, size, watch)
    except OSError as error:
        raise from_os_error(error, folder, size) from error
    if found != digest:
        raise MediumMismatchError(path=path)
    return Written(path, size, digest)


def _listed(folder: Path, ending: str) -> tuple[Found, ...]:
    try:
        with os.scandir(folder) as entries:
            found = [
                Found(Path(entry.path), entry.stat().st_size)
                for entry in entries
                # A leading dot: what macOS leaves beside a copied file has the same ending.
                if entry.name.lower().endswith(ending)
                and not entry.name.startswith(".")
                and entry.is_file()
            ]
    except OSError as error:
        raise from_os_error(error, folder) from error
    return tuple(sorted(found, key=lambda each: each.path.name))


def _written(path: Path, source: BinaryIO, size: int, watch: Watch) -> str:
    seen = hashlib.sha256()
    done = 0
    with files.atomic(path) as file:
        # Asked once a file could be made: a burned disc has no free space either, and is read-only.
        files.ask_space(path.parent, size)
        while chunk := source.read(files.CHUNK):
            file.write(chunk)
            seen.update(chunk)
            done += len(chunk)
            watch(done, 2 * size)
    return seen.hexdigest()


def _read_back(path: Path, size: int, watch: Watch) -> str:
    with path.open("rb") as file:
        files.forget_cached(file)
        return _hash(file, lambda done: watch(size + min(done, size), 2 * size))


def _hash(file: BinaryIO, tell: Callable[[int], None]) -> str:
    seen = hashlib.sha256()
    done = 0
    while chunk := file.read(files.CHUNK):
        seen.update(chunk)
        done += len(chunk)
        tell(done)
    return seen.hexdigest()
