"""A backup (``*.lxbackup``): the register in one encrypted file, written while it is in use.

In the file, one after another:
- 32 bytes: ``lianxi-backup/1``, a space, the size of the whole file in 15 digits, a line feed;
- one line of canonical JSON: ``format``, ``made_at`` and ``keys``, the key file of that moment, so
  that its passphrase or recovery key opens the backup anywhere;
- an age file to the sub-key ``backup``; inside, a tar of ``backup.json`` (what the register held),
  ``register.db``, ``blobs/xx/<name>`` and ``manifest.json`` (size and SHA-256 of each of them).

A copy that was cut off is told apart by the size, which is written last.
"""

from __future__ import annotations

import glob
import hashlib
import os
import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from sqlalchemy import select

from app import __version__
from app.kernel import age, canon, clock, files, plain
from app.kernel.errors import (
    AppError,
    DamagedBackupError,
    IncompleteBackupError,
    MediumMismatchError,
    NewerBackupError,
    NewerRegisterError,
    NotABackupError,
    NotCanonicalError,
    VaultError,
    from_os_error,
)
from app.models import Attachment
from app.sync import tape
from app.sync.medium import Watch, silent
from app.vault import attachments, database, slots
from app.vault.census import Census
from app.vault.register import Register
from app.vault.slots import Header

FORMAT: Final = "lianxi-backup/1"
SUFFIX: Final = ".lxbackup"
FACTS: Final = "backup.json"
MANIFEST: Final = "manifest.json"
LONGEST: Final = 4 << 30
"""Bytes of a file in one member of the tar; what is longer goes on in ``<name>.001`` and so on."""

SCRATCH: Final = "staging"
_COPY: Final = "backup.db"
_FIRST_LINE: Final = re.compile(rb"lianxi-backup/(\d{1,3}) (\d{15})\n")
_FIRST_LENGTH: Final = 32
_LONGEST_HEADER: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Heading:
    """What a backup says before it is opened; *payload* is where its age file begins."""

    path: Path
    size: int
    made_at: datetime
    keys: Header
    digest: str
    payload: int


@dataclass(frozen=True, slots=True)
class Facts:
    """The first member; *heading* is the SHA-256 of the backup's second line."""

    format: str
    heading: str
    made_at: datetime
    program: str
    census: Census


@dataclass(frozen=True, slots=True)
class Part:
    """A member of the tar; *size* in bytes."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The last member: every other one but the first, in the order of the tar."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was read back; *missing* names attachments whose blobs were gone before."""

    path: Path
    size: int
    made_at: datetime
    census: Census
    missing: tuple[str, ...]


def make(register: Register, folder: Path, watch: Watch = silent, longest: int = LONGEST) -> Made:
    """Write a backup of *register* into *folder* and read it back.

    Others may go on writing to the register; the backup shows it at one moment. *watch* hears
    bytes, those that are read back among them; when it raises, nothing is left in *folder*.

    Raises:
        MediumError: *folder*, or the register's own, refused or has no room.
        DamagedRegisterError: the register cannot be read.
    """
    made_at = register.clock.now()
    blobs = _blobs(register.folder)
    rough = sum(path.stat().st_size for path in [*_database(register.folder), *blobs])
    _ask_space(folder, rough)
    with _copied(register, lambda: watch(0, 2 * rough)) as (copy, held):
        # After the copy: the key file may be newer than the database beside it, but never older.
        line = _heading_line(register, made_at)
        stem = held.handle or "register"
        _remove_unfinished(folder, stem, register.vault_uid)
        path = _free_name(folder, stem, made_at)
        facts = Facts(FORMAT, canon.sha256(line), made_at, __version__, held)
        # Once more: what was added meanwhile is taken along, what was destroyed is left out.
        chosen = [(database.FILE, copy), *_named(register.folder, _blobs(register.folder))]
        inside = _Inside(facts, chosen, longest, lambda done: watch(min(done, rough), 2 * rough))
        size, digest = _write(path, line, inside, register.backup_recipient, rough)
    _read_back(path, size, digest, lambda done: watch(rough + min(done, rough), 2 * rough))
    return Made(path, size, made_at, held, _missing(register))


def read_heading(path: Path) -> Heading:
    """What the backup at *path* says in the clear; nothing of it is proved yet.

    Raises:
        NotABackupError, NewerBackupError: it is no backup of this format.
        IncompleteBackupError: the copy was cut off.
        DamagedBackupError: it says what no program wrote.
        MediumError: it cannot be read.
    """
    with refusals(path), path.open("rb") as file:
        found = file.seek(0, os.SEEK_END)
        file.seek(0)
        size = _stated_size(file.read(_FIRST_LENGTH), path)
        if found < size or not size:
            raise IncompleteBackupError(path=path, found=found, expected=size or "？")
        line = file.readline(_LONGEST_HEADER)
    if found > size:
        raise DamagedBackupError(path=path, part="head", reason="longer than it says")
    return _heading(path, size, line)


def backups_in(folder: Path) -> tuple[Heading, ...]:
    """The whole backups in *folder*, of any register, the newest first; other files are passed by.

    Raises:
        MediumError: *folder* cannot be read.
    """
    found = []
    with refusals(folder):
        for path in sorted(folder.iterdir()):
            if path.suffix == SUFFIX:
                with suppress(AppError):
                    found.append(read_heading(path))
    return tuple(sorted(found, key=lambda each: each.made_at, reverse=True))


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """What the operating system says about *path* as the program's own refusals."""
    try:
        yield
    except OSError as error:
        raise from_os_error(error, path) from error


# -- the heading ---------------------------------------------------------------------------


def _first_line(size: int) -> bytes:
    return f"{FORMAT} {size:015}\n".encode()


def _heading_line(register: Register, made_at: datetime) -> bytes:
    fields = {
        "format": FORMAT,
        "made_at": clock.to_text(made_at),
        "keys": canon.loads(register.key_file),
    }
    return canon.dumps(fields) + b"\n"


def _stated_size(line: bytes, path: Path) -> int:
    found = _FIRST_LINE.fullmatch(line)
    if found is None:
        raise NotABackupError(path=path)
    if found[1] != b"1":
        version = f"lianxi-backup/{found[1].decode()}"
        raise NewerBackupError(path=path, found=version, known=FORMAT)
    return int(found[2])


def _heading(path: Path, size: int, line: bytes) -> Heading:
    try:
        fields: Any = canon.loads(line.removesuffix(b"\n"))
        return Heading(
            path=path,
            size=size,
            made_at=clock.from_text(fields["made_at"]),
            keys=slots.decode(canon.dumps(fields["keys"]), path),
            digest=canon.sha256(line),
            payload=_FIRST_LENGTH + len(line),
        )
    except NewerRegisterError as error:
        raise NewerBackupError(**error.facts | {"path": path}) from error
    except (NotCanonicalError, VaultError, KeyError, TypeError, ValueError) as error:
        raise DamagedBackupError(path=path, part="head", reason=str(error)) from error


# -- writing -------------------------------------------------------------------------------


class _Inside:
    """The tar as a stream; *watch* hears how many bytes of it were read."""

    def __init__(
        self,
        facts: Facts,
        chosen: list[tuple[str, Path]],
        longest: int,
        watch: Callable[[int], None],
    ) -> None:
        self._chosen = chosen
        self._longest = longest
        self._watch = watch
        self._parts: list[Part] = []
        self._rest = bytearray()
        self._done = 0
        self._chunks = self._all(canon.dumps(plain.to_plain(facts)))

    def read(self, size: int = -1, /) -> bytes:
        while (size < 0 or len(self._rest) < size) and (chunk := next(self._chunks, b"")):
            self._rest += chunk
        taken = bytes(self._rest[:size] if size >= 0 else self._rest)
        del self._rest[: len(taken)]
        self._done += len(taken)
        self._watch(self._done)
        return taken

    def _all(self, facts: bytes) -> Generator[bytes]:
        yield _small(FACTS, facts)
        for name, path in self._chosen:
            if (file := _opened(path)) is not None:
                with file:
                    yield from self._members(name, file, path)
        yield _small(MANIFEST, canon.dumps(plain.to_plain(Manifest(tuple(self._parts)))))
        yield tape.END

    def _members(self, name: str, file: BinaryIO, path: Path) -> Iterator[bytes]:
        with refusals(path):
            left, number = os.fstat(file.fileno()).st_size, 0
            while left or not number:
                size = min(left, self._longest)
                yield from self._member(continued(name, number), file, size)
                left, number = left - size, number + 1

    def _member(self, name: str, file: BinaryIO, size: int) -> Iterator[bytes]:
        yield tape.header(name, size)
        seen, left = hashlib.sha256(), size
        while left and (chunk := file.read(min(files.CHUNK, left))):
            seen.update(chunk)
            left -= len(chunk)
            yield chunk
        if left:
            raise OSError(f"{name} became shorter")
        yield tape.padding(size)
        self._parts.append(Part(name, size, seen.hexdigest()))


def _opened(path: Path) -> BinaryIO | None:
    """The file at *path*, or None when it was destroyed meanwhile."""
    with refusals(path), suppress(FileNotFoundError):
        return path.open("rb")
    return None


class _Hashed:
    """A file that hashes what is written to it."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self.seen = hashlib.sha256()

    def write(self, data: bytes, /) -> int:
        self.seen.update(data)
        return self._out.write(data)


def continued(name: str, number: int) -> str:
    """The name of the member with piece *number* (from 0) of the file *name*."""
    return f"{name}.{number:03}" if number else name


def _small(name: str, data: bytes) -> bytes:
    return tape.header(name, len(data)) + data + tape.padding(len(data))


def _write(
    path: Path, line: bytes, inside: _Inside, recipient: str, needed: int
) -> tuple[int, str]:
    """Write the file; its size and the hash of what follows the first line."""
    try:
        with files.atomic(path) as out:
            out.write(_first_line(0))
            hashed = _Hashed(out)
            hashed.write(line)
            # At once: what a killed program leaves says whose it is.
            out.flush()
            age.encrypt(inside, hashed, recipient)
            size = out.tell()
            out.seek(0)
            out.write(_first_line(size))
    except OSError as error:
        raise from_os_error(error, path, needed) from error
    return size, hashed.seen.hexdigest()


def _read_back(path: Path, size: int, digest: str, watch: Callable[[int], None]) -> None:
    """
    Raises:
        MediumMismatchError, MediumGoneError: the medium did not keep the file, which is removed.
    """
    try:
        with refusals(path), path.open("rb") as file:
            files.forget_cached(file)
            same = file.read(_FIRST_LENGTH) == _first_line(size)
            seen = hashlib.sha256()
            while chunk := file.read(files.CHUNK):
                seen.update(chunk)
                watch(file.tell())
        if not same or seen.hexdigest() != digest:
            raise MediumMismatchError(path=path)
    except BaseException:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise


# -- around it -----------------------------------------------------------------------------


@contextmanager
def _copied(register: Register, alive: Callable[[], None]) -> Iterator[tuple[Path, Census]]:
    """A copy of the database in the register's folder, for as long as it is needed."""
    copy = register.folder / SCRATCH / _COPY
    with refusals(copy.parent):
        copy.parent.mkdir(exist_ok=True)
        # Left by a program that was killed.
        _remove_database(copy)
        needed = sum(path.stat().st_size for path in _database(register.folder))
        files.ask_space(copy.parent, needed)
    try:
        yield copy, register.copy_database(copy, alive)
    finally:
        with suppress(OSError):
            _remove_database(copy)


def _remove_database(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _ask_space(folder: Path, needed: int) -> None:
    with refusals(folder):
        files.ask_space(folder, needed)


def _database(folder: Path) -> list[Path]:
    """The database and what was written to it last."""
    return [folder / database.FILE, *folder.glob(f"{database.FILE}-wal")]


def _blobs(folder: Path) -> list[Path]:
    return sorted((folder / attachments.FOLDER).glob("[0-9a-f][0-9a-f]/*"))


def _named(folder: Path, blobs: list[Path]) -> list[tuple[str, Path]]:
    return [(path.relative_to(folder).as_posix(), path) for path in blobs]


def _missing(register: Register) -> tuple[str, ...]:
    with register.read() as session:
        kept = select(Attachment.sha256, Attachment.name).where(Attachment.destroyed_at.is_(None))
        rows = session.execute(kept).all()
    return tuple(name for sha256, name in rows if not register.attachments.has(sha256))


def _free_name(folder: Path, stem: str, made_at: datetime) -> Path:
    """A name that nothing in *folder* has: ``sl-czj-20260916-120000.lxbackup``."""
    stem = f"{stem}-{clock.local(made_at):%Y%m%d-%H%M%S}"
    path, number = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}{SUFFIX}", number + 1
    return path


def _remove_unfinished(folder: Path, stem: str, vault: str) -> None:
    """Remove what a program that was killed left of a backup of this register."""
    for part in folder.glob(f"{glob.escape(stem)}-*{SUFFIX}{files.PART}"):
        with suppress(OSError, AppError):
            if not part.stat().st_size or _vault_of(part) == vault:
                part.unlink()


def _vault_of(part: Path) -> str:
    with part.open("rb") as file:
        file.seek(_FIRST_LENGTH)
        return _heading(part, 0, file.readline(_LONGEST_HEADER)).keys.vault
