"""A register is put back from a backup.

Rules:
- the secret proves itself on the backup's own key file before anything is written;
- what is unpacked has no register's name until every part was compared and the database was found
  whole;
- a register that stands in the place is renamed, never changed and never deleted;
- the register says about itself that it was restored (see ``restored``), so that new keys are taken
  before anything is sealed or taken in: the numbers after the backup were used once already.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.kernel import clock as clocks
from app.kernel import files
from app.kernel.clock import Clock
from app.kernel.errors import (
    DamagedBackupError,
    OccupiedFolderError,
    RegisterExistsError,
)
from app.sync.medium import Watch, silent
from app.vault import journal, place, restored
from app.vault.backup import Facts, refusals
from app.vault.lock import RegisterLock
from app.vault.register import Register
from app.vault.restored import Mark, Reason
from app.vault.unpack import Proved, opened, prove, unpack, waiting


@dataclass(frozen=True, slots=True)
class Restored:
    """*aside* is where the register that stood in *folder* is now, or None."""

    folder: Path
    aside: Path | None
    facts: Facts


def restore(
    path: Path, folder: Path, secret: str, *, clock: Clock, watch: Watch = silent
) -> Restored:
    """The register of a backup in *folder*, which must be empty or absent.

    *watch* hears bytes; when it raises, nothing is left behind.

    Raises:
        RegisterExistsError: a register stands in *folder*; see ``replace``.
        OccupiedFolderError: something else does.
        MediumFullError: there is no room beside *folder*.
        and those of ``prove``; nothing was changed then.
    """
    if place.has_register(folder):
        raise RegisterExistsError(path=folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OccupiedFolderError(path=folder)
    proved = prove(path, secret)
    with _rebuilt(proved, folder, secret, clock, watch) as fresh, refusals(folder):
        if folder.exists():
            folder.rmdir()
        files.move(fresh, folder)
    return Restored(folder, None, proved.facts)


def replace(
    path: Path, folder: Path, secret: str, *, clock: Clock, watch: Watch = silent
) -> Restored:
    """As ``restore``, in place of the register in *folder*, which is kept beside it.

    Raises:
        RegisterInUseError: the register in *folder* is open.
        and those of ``restore``; the register in *folder* is untouched then.
    """
    if not place.has_register(folder):
        return restore(path, folder, secret, clock=clock, watch=watch)
    RegisterLock(folder, clock).release()
    proved = prove(path, secret)
    with _rebuilt(proved, folder, secret, clock, watch) as fresh, refusals(folder):
        RegisterLock(folder, clock).release()
        aside = _aside(folder, clock)
        files.move(folder, aside)
        try:
            files.move(fresh, folder)
        except OSError:
            files.move(aside, folder)
            raise
    return Restored(folder, aside, proved.facts)


@contextmanager
def _rebuilt(
    proved: Proved, folder: Path, secret: str, clock: Clock, watch: Watch
) -> Iterator[Path]:
    """The whole, checked and marked register in a folder beside *folder*."""
    with refusals(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
        files.ask_space(folder.parent, proved.heading.size)
    with waiting(folder.parent, folder.name, clock) as fresh:
        unpack(proved, fresh, clock, watch)
        with opened(proved, fresh, secret, clock) as register:
            if faults := register.check_integrity():
                reason = "; ".join(faults[:3])
                raise DamagedBackupError(path=proved.heading.path, part="db", reason=reason)
            _mark(proved, register)
        yield fresh


def _mark(proved: Proved, register: Register) -> None:
    origin, made_at = proved.heading.path.name, proved.facts.made_at
    with register.write() as session:
        restored.mark(session, Mark(Reason.BACKUP, origin, made_at, register.clock.now()))
        journal.append(
            session,
            register.clock,
            register.user_name,
            "backup.restored",
            register.vault_uid,
            origin=origin,
            made_at=clocks.to_text(made_at),
        )


def _aside(folder: Path, clock: Clock) -> Path:
    """A free name beside *folder* for what stands there now."""
    stem = f"{folder.name}.before-restore-{clocks.local(clock.now()):%Y%m%d-%H%M%S}"
    path, number = folder.with_name(stem), 2
    while path.exists():
        path, number = folder.with_name(f"{stem}-{number}"), number + 1
    return path
