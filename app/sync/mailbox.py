"""Folders and sticks: what lies there, and writing so that «written» is true.

A file is written under its name with ``.part``, flushed to the medium, renamed, and read back past
the cache; only then is it reported. Media are never needed twice and never written to when read.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import stat
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from app.kernel import files
from app.kernel.aside import Aside
from app.kernel.errors import (
    FileTooLargeError,
    MediumFullError,
    MediumMismatchError,
    NameTakenError,
    from_os_error,
)
from app.sync import volume
from app.sync.card import SUFFIX as CARD_SUFFIX
from app.sync.envelope import SUFFIX as BUNDLE_SUFFIX
from app.sync.medium import Watch, silent

_RESERVE: Final = 1 << 20
"""Bytes that stay free: file systems need some for themselves."""

_UID_PART: Final = 8
_LEFTOVER: Final = re.compile(r"[a-z0-9-]+-([0-9a-f]{8})\.lxb\.part")


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


@dataclass(frozen=True, slots=True)
class MediumLimits:
    """What a folder can take, in bytes; ``max_file`` is None where only the room counts."""

    free: int
    max_file: int | None

    def ask(self, folder: Path, needed: int) -> None:
        """Refuse a file of *needed* bytes in *folder* before its first byte is written.

        Raises:
            MediumFullError, FileTooLargeError
        """
        if needed + _RESERVE > self.free:
            raise MediumFullError(path=folder, needed=needed, free=self.free)
        if self.max_file is not None and needed > self.max_file:
            raise FileTooLargeError(path=folder, needed=needed)


def limits(folder: Path) -> MediumLimits:
    """Raises MediumError."""
    try:
        return MediumLimits(shutil.disk_usage(folder).free, volume.max_file(folder))
    except OSError as error:
        raise from_os_error(error, folder) from error


def clear_leftovers(folder: Path, ours: Collection[str]) -> int:
    """Remove what an interrupted write of ours left in *folder*; the bytes that are free again.

    *ours* are uids of bundles we promised. Unfinished files of others, and finished ones, stay.

    Raises:
        MediumError: the folder is gone or read-only.
    """
    beginnings = {uid[:_UID_PART] for uid in ours}
    freed = 0
    try:
        with files.patiently(lambda: os.scandir(folder)) as entries:
            for entry in entries:
                named = _LEFTOVER.fullmatch(entry.name)
                if named and named[1] in beginnings:
                    freed += entry.stat(follow_symlinks=False).st_size
                    Path(entry.path).unlink()
    except OSError as error:
        raise from_os_error(error, folder) from error
    return freed


def write(folder: Path, name: str, source: BinaryIO, watch: Watch = silent) -> Written:
    """Put what *source* holds, from its start, into *folder* as *name*.

    A file of that name (in any case of letters) with the same bytes counts as written, so that
    repeating is harmless; one with other bytes is left alone. *watch* counts each byte twice:
    written, and read back; it is asked too while another program holds the file.

    Raises:
        MediumFullError: there is no room; asked before the first byte.
        FileTooLargeError: the format of the medium has no files of this size.
        NameTakenError: another file lies there under this name.
        MediumReadOnlyError, MediumGoneError, MediumBusyError, MediumFailedError: as the medium
            refuses.
        MediumMismatchError: what was read back is something else.
    """
    size = source.seek(0, os.SEEK_END)
    source.seek(0)
    try:
        taken = _alike(folder, name)
        if taken is not None:
            return _found_again(taken, source, size, watch)
        path = folder / name
        digest = _written(path, source, size, watch)
        found = _read_back(path, size, watch)
    except FileExistsError as error:
        raise NameTakenError(path=folder / name) from error
    except OSError as error:
        raise from_os_error(error, folder, size) from error
    if found != digest:
        raise MediumMismatchError(path=path)
    return Written(path, size, digest)


def _alike(folder: Path, name: str) -> Path | None:
    """What has this name on a medium that tells no capital letters from small ones."""
    wanted = name.casefold()
    with os.scandir(folder) as entries:
        return next((Path(each.path) for each in entries if each.name.casefold() == wanted), None)


def _found_again(path: Path, source: BinaryIO, size: int, watch: Watch) -> Written:
    digest = _hash(source, lambda done: watch(done, 2 * size))
    if not stat.S_ISREG(path.stat().st_mode) or _read_back(path, size, watch) != digest:
        raise NameTakenError(path=path)
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
    with files.atomic(path) as file, Aside(seen.update) as hashing:
        # Asked once a file could be made: a burned disc has no free space either, and is read-only.
        limits(path.parent).ask(path.parent, size)
        while chunk := source.read(files.CHUNK):
            hashing.put(chunk)
            file.write(chunk)
            done += len(chunk)
            watch(done, 2 * size)
        hashing.finish()
    return seen.hexdigest()


def _read_back(path: Path, size: int, watch: Watch) -> str:
    def ask() -> None:
        watch(size, 2 * size)

    with files.patiently(lambda: path.open("rb"), before_waiting=ask) as file:
        files.forget_cached(file)
        return _hash(file, lambda done: watch(size + min(done, size), 2 * size))


def _hash(file: BinaryIO, tell: Callable[[int], None]) -> str:
    seen = hashlib.sha256()
    done = 0
    with Aside(seen.update) as hashing:
        while chunk := file.read(files.CHUNK):
            hashing.put(chunk)
            done += len(chunk)
            tell(done)
        hashing.finish()
    return seen.hexdigest()
