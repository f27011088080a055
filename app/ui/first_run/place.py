"""Whether a folder can keep a register; asked on a worker, since a dead share does not answer."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QStorageInfo

from app.kernel.errors import UnsuitablePlaceError
from app.kernel.paths import PlaceFault
from app.ui.exchange.media import removable_volumes

LEAST_FREE: Final = 500 << 20
_NETWORK: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs", "9p"}
    | {"davfs", "fuse.davfs2", "afpfs", "webdav", "fuse.gvfsd-fuse"}
)


def check(folder: Path) -> None:
    """
    Raises:
        UnsuitablePlaceError: a register must not be kept in *folder*.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise UnsuitablePlaceError(folder=folder, reason=PlaceFault.OCCUPIED)
    _check_volume(folder)


def check_for_restoring(folder: Path) -> None:
    """As ``check``, but a register may stand there: it is kept beside the restored one."""
    # Imported here: the database is not loaded before somebody wants a register.
    from app.services import restoring

    if restoring.stands_in(folder):
        _check_volume(folder)
    else:
        check(folder)


def _check_volume(folder: Path) -> None:
    volume = QStorageInfo(str(_nearest(folder)))
    kind = bytes(volume.fileSystemType().data()).decode("ascii", "replace").lower()
    if kind in _NETWORK or str(folder).startswith("\\\\"):
        raise UnsuitablePlaceError(folder=folder, reason=PlaceFault.NETWORK)
    if any(folder.is_relative_to(each.root) for each in removable_volumes()):
        raise UnsuitablePlaceError(folder=folder, reason=PlaceFault.REMOVABLE)
    if 0 <= volume.bytesAvailable() < LEAST_FREE:
        raise UnsuitablePlaceError(folder=folder, reason=PlaceFault.SMALL)


def _nearest(folder: Path) -> Path:
    """*folder* or the closest one above it that exists."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), folder)
