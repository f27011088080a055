"""A backup is proved by a secret, read strictly from front to end, and unpacked into a folder."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from app.kernel import age, canon, files, plain
from app.kernel.age import Readable
from app.kernel.clock import Clock
from app.kernel.errors import (
    AppError,
    BackupSecretError,
    BundleFormError,
    DamagedBackupError,
    DamagedRegisterError,
    NewerBackupError,
    NewerRegisterError,
    NotCanonicalError,
    RecoveryKeyFormError,
    from_os_error,
)
from app.sync import tape
from app.sync.medium import Watch
from app.vault import backup, recovery, slots
from app.vault.backup import FACTS, MANIFEST, Facts, Heading, Manifest, Part, refusals
from app.vault.keys import Keys, Use
from app.vault.lock import RegisterLock
from app.vault.register import Register

_PREFIX: Final = ".restoring-"
_LARGEST: Final = 256 << 20
_NAME: Final = re.compile(r"(register\.db|blobs/([0-9a-f]{2})/\2[0-9a-f]{62})(?:\.(\d{3}))?")


@dataclass(frozen=True, slots=True)
class Proved:
    """A backup whose secret is known; *facts* were decrypted with it."""

    heading: Heading
    facts: Facts
    master: bytes


def prove(path: Path, secret: str) -> Proved:
    """Open the backup at *path* with *secret* as far as its first member; nothing is written.

    Raises:
        BackupSecretError: *secret* opens no slot of it.
        RecoveryKeyFormError: nor does it, and it looks like a miscopied recovery key.
        NotABackupError, NewerBackupError, IncompleteBackupError, DamagedBackupError, MediumError:
            see ``backup.read_heading``.
    """
    heading = backup.read_heading(path)
    opened = slots.open_any(heading.keys, secret)
    if opened is None:
        if recovery.is_miscopied(secret):
            raise RecoveryKeyFormError
        raise BackupSecretError(path=path, made_at=heading.made_at)
    master = opened.contents.master
    with _keys(master) as keys:
        if not slots.is_genuine(heading.keys, keys):
            raise DamagedBackupError(path=path, part="keys", reason="slots were changed")
        with _payload(heading, keys) as (source, _):
            return Proved(heading, _Reel(source, heading).facts(), master)


def unpack(proved: Proved, folder: Path, clock: Clock, watch: Watch) -> None:
    """Put the register of the backup into *folder*; the key file comes last."""
    heading = proved.heading
    lock = RegisterLock(folder, clock)
    try:
        with _keys(proved.master) as keys, _payload(heading, keys) as (source, file):
            reel = _Reel(source, heading)
            reel.facts()
            unpacked = _Unpacked(folder, lambda: watch(file.tell(), heading.size))
            reel.parts(unpacked.take)
        for inner in {path.parent for path in folder.rglob("*")}:
            files.sync_folder(inner)
        files.write_atomic(folder / slots.FILE, slots.encode(heading.keys))
    except FileExistsError as error:
        raise DamagedBackupError(path=heading.path, part="payload", reason=str(error)) from error
    except OSError as error:
        raise from_os_error(error, folder, heading.size) from error
    finally:
        lock.release()


@contextmanager
def waiting(parent: Path, name: str, clock: Clock) -> Iterator[Path]:
    """A folder of our own in *parent* that is removed unless it was moved away."""
    prefix = f"{name}{_PREFIX}"
    with refusals(parent):
        for left in parent.glob(f"{prefix}*"):
            _remove_left(left, clock)
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def opened(proved: Proved, folder: Path, secret: str, clock: Clock) -> Iterator[Register]:
    path = proved.heading.path
    try:
        register = Register.open(folder, secret, clock=clock)
    except NewerRegisterError as error:
        raise NewerBackupError(**error.facts | {"path": path}) from error
    except DamagedRegisterError as error:
        raise DamagedBackupError(path=path, part="db", reason=str(error)) from error
    with register:
        yield register


# -- reading -------------------------------------------------------------------------------


@contextmanager
def _keys(master: bytes) -> Iterator[Keys]:
    keys = Keys(master)
    try:
        yield keys
    finally:
        keys.close()


@contextmanager
def _payload(heading: Heading, keys: Keys) -> Iterator[tuple[Readable, BinaryIO]]:
    """What the age file holds, and the file it is read from."""
    identity = age.identity_of(keys.derive(Use.BACKUP))
    with refusals(heading.path), ExitStack() as stack:
        file = stack.enter_context(heading.path.open("rb"))
        file.seek(heading.payload)
        with _told_damaged(heading.path):
            yield stack.enter_context(age.reading(file, [identity])), file


@contextmanager
def _told_damaged(path: Path) -> Iterator[None]:
    try:
        yield
    except (BundleFormError, NotCanonicalError) as error:
        raise DamagedBackupError(path=path, part="payload", reason=str(error)) from error


class _Reel:
    """The members of a backup, one after another."""

    def __init__(self, source: Readable, heading: Heading) -> None:
        self._source = source
        self._tape = tape.Tape(source)
        self._heading = heading

    def facts(self) -> Facts:
        read = canon.loads(self._tape.small(FACTS, _LARGEST))
        found = plain.from_plain(Facts, read)
        if found.heading != self._heading.digest:
            raise self.damaged("head", "another key file or moment than when it was made")
        return found

    def parts(self, keep: Callable[[str, tape.Body], None]) -> None:
        """Have *keep* take the bytes of every member, then compare all with the manifest."""
        seen: list[Part] = []
        name, size = self._next()
        while name != MANIFEST:
            if _NAME.fullmatch(name) is None:
                raise self.damaged("payload", f"member {name[:80]}")
            body = tape.Body(self._source, size)
            keep(name, body)
            seen.append(Part(name, size, body.finish()))
            self._tape.skip_padding(size, name)
            name, size = self._next()
        self._compare(seen, size)

    def _compare(self, seen: list[Part], size: int) -> None:
        if size > _LARGEST:
            raise self.damaged("manifest", "too long")
        listed = canon.loads(self._source.read(size))
        self._tape.skip_padding(size, MANIFEST)
        self._tape.end()
        if plain.from_plain(Manifest, listed).parts != tuple(seen):
            raise self.damaged("manifest", "not what is in the backup")

    def _next(self) -> tuple[str, int]:
        block = self._source.read(tape.BLOCK)
        name = block[:100].rstrip(b"\0").decode("ascii", "replace")
        digits = block[124:135]
        size = int(digits, 8) if re.fullmatch(rb"[0-7]{11}", digits) else -1
        if size < 0 or not name.isascii() or block != tape.header(name, size):
            raise self.damaged("payload", "header of a member")
        return name, size

    def damaged(self, part: str, reason: str) -> DamagedBackupError:
        return DamagedBackupError(path=self._heading.path, part=part, reason=reason)


class _Unpacked:
    """Writes members into *folder*; the pieces of a long file become one file again."""

    def __init__(self, folder: Path, told: Callable[[], None]) -> None:
        self._folder = folder
        self._told = told
        self._last = ("", 0)

    def take(self, name: str, body: tape.Body) -> None:
        found = _NAME.fullmatch(name)
        base, number = (found[1], int(found[3] or 0)) if found else (name, 0)
        if number and (base, number - 1) != self._last:
            raise BundleFormError(reason=f"{name} does not follow")
        self._last = (base, number)
        path = self._folder / base
        path.parent.mkdir(parents=True, exist_ok=True)
        with refusals(path), path.open("ab" if number else "xb") as file:
            while chunk := body.read(files.CHUNK):
                file.write(chunk)
                self._told()
            file.flush()
            os.fsync(file.fileno())


def _remove_left(folder: Path, clock: Clock) -> None:
    """Remove what a killed program left; not what another one is writing now."""
    try:
        RegisterLock(folder, clock).release()
    except AppError:
        return
    shutil.rmtree(folder, ignore_errors=True)
