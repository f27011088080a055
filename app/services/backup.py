"""Backups of the open register: made, kept, tried out, and asked for when they are due.

The register remembers where they go, which of them were read back, and when one was last tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel import clock, plain
from app.kernel.canon import Plain
from app.kernel.errors import MediumError, MissingFieldsError
from app.models import JournalLine
from app.services.changes import Changes, Noun, changed
from app.sync.medium import Watch, silent
from app.vault import backup, journal, settings, trial
from app.vault.backup import SCRATCH, Heading
from app.vault.register import Register
from app.vault.trial import Tested

__all__ = ["Tested"]

MOST_DAYS: Final = 365
MOST_KEPT: Final = 1000
_POLICY: Final = "backup.policy"
_MADE: Final = "backup.made"
_TRIED: Final = "backup.tried"
_REMEMBERED: Final = 200


@dataclass(frozen=True, slots=True)
class Policy:
    """*folder* is empty until one was chosen; *every_days* 0 asks for no backup, ever; of the
    backups in the folder *keep* stay, the newest."""

    folder: str = ""
    every_days: int = 7
    keep: int = 10


@dataclass(frozen=True, slots=True)
class Record:
    """A backup that was read back; *lines* is how long the journal was in it."""

    name: str
    size: int
    made_at: datetime
    lines: int


@dataclass(frozen=True, slots=True)
class Trial:
    """When a backup was last tried out, which one, and whether everything in it could be read."""

    name: str
    tried_at: datetime
    well: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How well the register is backed up now.

    *days* counts whole days since the last backup (since the register was made, before there is
    one), *lines_since* the journal lines that no backup holds.
    """

    policy: Policy
    last: Record | None
    tried: Trial | None
    days: int
    lines_since: int

    @property
    def due(self) -> bool:
        """Whether to ask for one: something changed since, and the days are over."""
        asked = self.policy.every_days > 0 and self.lines_since > 0
        return asked and (self.days >= self.policy.every_days)


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """A backup that was read back; *missing* names attachments that were gone before it was made,
    *removed* the old backups that gave way to it."""

    path: Path
    size: int
    made_at: datetime
    cases: int
    attachments: int
    missing: tuple[str, ...]
    removed: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup in the chosen folder; *read_back* when this register remembers writing it."""

    path: Path
    size: int
    made_at: datetime
    read_back: bool


def standing(register: Register) -> Standing:
    now = register.clock.now()
    with register.read() as session:
        begun = session.scalar(select(func.min(JournalLine.at))) or now
        last = next(iter(_records(session)), None)
        tried = settings.read(session, _TRIED, {})
        return Standing(
            policy=_policy(session),
            last=last,
            tried=plain.from_plain(Trial, tried) if tried else None,
            days=max((now - (last.made_at if last else begun)) // timedelta(days=1), 0),
            lines_since=_lines_since(session, last),
        )


def choose(register: Register, policy: Policy) -> Changes:
    """Keep where backups go, how often to ask for one, and how many stay.

    Raises:
        MissingFieldsError: fewer than one would stay, or a number is out of all reason.
    """
    wrong = {
        "backup_days": not 0 <= policy.every_days <= MOST_DAYS,
        "backup_keep": not 1 <= policy.keep <= MOST_KEPT,
    }
    if any(wrong.values()):
        raise MissingFieldsError(fields=tuple(name for name, is_so in wrong.items() if is_so))
    with register.write() as session:
        settings.write(session, _POLICY, plain.to_plain(policy))
        _note(register, session, "settings.changed", **plain.to_plain(policy))
        return changed(Noun.SETTINGS)


def make(register: Register, folder: Path, watch: Watch = silent) -> MadeBackup:
    """Write a backup into *folder*, read it back, and let the oldest of ours there go.

    Raises:
        MediumError, DamagedRegisterError: see ``vault.backup.make``; no old one was removed.
    """
    with register.staying():
        return _make(register, folder, watch)


def listing(register: Register, folder: Path) -> tuple[BackupFile, ...]:
    """The whole backups of this register in *folder*, the newest first.

    Raises:
        MediumError: *folder* cannot be read.
    """
    with register.read() as session:
        known = {(each.name, each.size) for each in _records(session)}
    return tuple(
        BackupFile(each.path, each.size, each.made_at, (each.path.name, each.size) in known)
        for each in _ours(register, folder)
    )


def try_out(register: Register, path: Path, secret: str, watch: Watch = silent) -> Tested:
    """Restore the backup at *path* beside the register, read all of it, and remove it again.

    Raises:
        BackupSecretError, RecoveryKeyFormError: *secret* does not open it.
        NotABackupError and the others of ``vault.unpack.prove``.
    """
    scratch = register.folder / SCRATCH
    with register.staying():
        tested = trial.run(path, scratch, secret, clock=register.clock, watch=watch)
        _note_trial(register, path, tested)
    return tested


# -- inside --------------------------------------------------------------------------------


def _make(register: Register, folder: Path, watch: Watch) -> MadeBackup:
    made = backup.make(register, folder, watch)
    record = Record(made.path.name, made.size, made.made_at, made.census.lines)
    with register.write() as session:
        records = (record, *_records(session))[:_REMEMBERED]
        settings.write(session, _MADE, [plain.to_plain(each) for each in records])
        _note(
            register,
            session,
            "backup.made",
            name=record.name,
            size=record.size,
            folder=str(folder),
            missing=len(made.missing),
        )
        keep = _policy(session).keep
    return MadeBackup(
        path=made.path,
        size=made.size,
        made_at=made.made_at,
        cases=made.census.cases,
        attachments=made.census.attachments,
        missing=made.missing,
        removed=_keep_newest(register, folder, keep),
        changes=changed(Noun.SETTINGS),
    )


def _note_trial(register: Register, path: Path, tested: Tested) -> None:
    tried = Trial(path.name, register.clock.now(), tested.well)
    with register.write() as session:
        settings.write(session, _TRIED, plain.to_plain(tried))
        _note(
            register,
            session,
            "backup.tested",
            name=path.name,
            made_at=clock.to_text(tested.heading.made_at),
            well=tested.well,
            cases=tested.census.cases,
            attachments=tested.attachments,
        )


def _policy(session: Session) -> Policy:
    stored = settings.read(session, _POLICY, {})
    return plain.from_plain(Policy, stored) if stored else Policy()


def _lines_since(session: Session, last: Record | None) -> int:
    """How many journal lines no backup holds; those about backups themselves ask for none."""
    newer = select(func.count()).where(
        JournalLine.id > (last.lines if last else 0), JournalLine.action.not_like("backup.%")
    )
    return session.scalar(newer) or 0


def _records(session: Session) -> tuple[Record, ...]:
    """What was read back, the newest first."""
    stored = settings.read(session, _MADE, [])
    return tuple(plain.from_plain(Record, each) for each in stored or [])


def _ours(register: Register, folder: Path) -> Iterable[Heading]:
    found = backup.backups_in(folder)
    return [each for each in found if each.keys.vault == register.vault_uid]


def _keep_newest(register: Register, folder: Path, keep: int) -> tuple[str, ...]:
    """Remove what is more than *keep* in *folder*: only whole backups that we wrote and read back.

    A medium that refuses keeps them; the next backup tries again.
    """
    try:
        ours = [each for each in listing(register, folder) if each.read_back]
    except MediumError:
        return ()
    removed = []
    for each in ours[keep:]:
        with suppress(OSError):
            each.path.unlink()
            removed.append(each.path.name)
    with register.write() as session:
        for name in removed:
            _note(register, session, "backup.removed", name=name)
    return tuple(removed)


def _note(register: Register, session: Session, action: str, **facts: Plain) -> None:
    journal.append(session, register.clock, register.user_name, action, register.vault_uid, **facts)
