"""The folder of a register: whether one stands there, and making room for a new one."""

from __future__ import annotations

from pathlib import Path

from app.kernel.errors import RegisterExistsError, from_os_error
from app.vault import database, slots


def has_register(folder: Path) -> bool:
    """Whether a register, or a part of one, stands in *folder*."""
    return any((folder / name).exists() for name in _names(folder))


def claim(folder: Path) -> None:
    """Make *folder* where it is missing.

    Raises:
        RegisterExistsError: it holds a register, or a part of one.
        MediumError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(error, folder) from error
    if has_register(folder):
        raise RegisterExistsError(path=folder)


def remove(folder: Path) -> None:
    """Take back what a creation that failed has written."""
    for name in _names(folder):
        for ending in ("", "-wal", "-shm"):
            (folder / (name + ending)).unlink(missing_ok=True)


def _names(folder: Path) -> tuple[str, ...]:
    return database.FILE, slots.FILE, slots.backup_of(folder / slots.FILE).name
