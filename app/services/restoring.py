"""A register comes back from a backup; nothing here needs an open register."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.kernel import clock as clocks
from app.kernel import paths
from app.kernel.clock import Clock
from app.kernel.errors import AppError
from app.kernel.terms import Purpose
from app.sync.medium import Watch, silent
from app.vault import backup, census, database, place, restore, slots, trial, unpack
from app.vault.census import Census
from app.vault.highwater import HighWater
from app.vault.keys import Keys
from app.vault.restore import Restored
from app.vault.trial import Tested

__all__ = ["Census", "Restored", "Tested"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a backup says before a secret was given; nothing of it is proved."""

    path: Path
    size: int
    made_at: datetime
    purpose: Purpose
    vault: str


@dataclass(frozen=True, slots=True)
class Present:
    """The register that stands where one is to be put.

    *vault* is empty and *census* None when it cannot be read: damaged, or opened by other secrets.
    *used_at* is when it was last used on this computer, as far as that was noted.
    """

    folder: Path
    vault: str
    census: Census | None
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A backup whose secret proved itself, beside what stands in the place for it, if anything."""

    claim: Claim
    census: Census
    program: str
    present: Present | None

    @property
    def same_register(self) -> bool:
        return self.present is not None and self.present.vault == self.claim.vault


def look(path: Path) -> Claim:
    """What the backup at *path* claims to be.

    Raises:
        NotABackupError, NewerBackupError, IncompleteBackupError, DamagedBackupError, MediumError.
    """
    found = backup.read_heading(path)
    return Claim(path, found.size, found.made_at, found.keys.purpose, found.keys.vault)


def stands_in(folder: Path) -> bool:
    """Whether a register, or a part of one, is in *folder*."""
    return place.has_register(folder)


def compare(path: Path, secret: str, folder: Path) -> Choice:
    """Prove *secret* on the backup at *path* and hold it against what is in *folder*.

    Nothing is written.

    Raises:
        BackupSecretError, RecoveryKeyFormError: *secret* does not open the backup.
        and those of ``look``.
    """
    facts = unpack.prove(path, secret).facts
    return Choice(look(path), facts.census, facts.program, _present(folder, secret))


def restore_into(
    path: Path, folder: Path, secret: str, clock: Clock, watch: Watch = silent
) -> Restored:
    """The register of a backup in the empty *folder*; raises as ``vault.restore.restore``."""
    return restore.restore(path, folder, secret, clock=clock, watch=watch)


def replace(path: Path, folder: Path, secret: str, clock: Clock, watch: Watch = silent) -> Restored:
    """In place of the register in *folder*, which is renamed and stays beside it.

    Raises as ``vault.restore.replace``.
    """
    return restore.replace(path, folder, secret, clock=clock, watch=watch)


def try_out(path: Path, secret: str, clock: Clock, watch: Watch = silent) -> Tested:
    """Restore into a folder of the user's cache, read everything, and remove it again."""
    return trial.run(path, paths.scratch_folder(), secret, clock=clock, watch=watch)


def _present(folder: Path, secret: str) -> Present | None:
    if not place.has_register(folder):
        return None
    try:
        header = slots.read_file(folder / slots.FILE)
    except AppError:
        return Present(folder, "", None, None)
    known = HighWater(paths.high_water_folder(), header.vault).known()
    used_at = known.at if known is not None else None
    held = None
    if (opened := slots.open_any(header, secret)) is not None:
        keys = Keys(opened.contents.master)
        with suppress(AppError):
            held = census.read(folder / database.FILE, keys.database)
        keys.close()
    return Present(folder, header.vault, held, used_at)


def newest_moment(held: Census) -> datetime | None:
    """When the newest line of a register's journal was written."""
    return clocks.from_text(held.at) if held.at else None
