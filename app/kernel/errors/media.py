"""A folder or stick did not do what was asked."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import Final

from app.kernel.errors.tree import MediumError


class MediumFullError(MediumError):
    """Facts: path, needed, free."""

    code = "E-MED-01"


class MediumReadOnlyError(MediumError):
    """Facts: path."""

    code = "E-MED-02"


class MediumGoneError(MediumError):
    """Facts: path."""

    code = "E-MED-03"


class MediumMismatchError(MediumError):
    """What was read back is not what was written. Facts: path."""

    code = "E-MED-04"


class MediumFailedError(MediumError):
    """Any other refusal of the operating system. Facts: path, reason."""

    code = "E-MED-05"


class FileTooLargeError(MediumError):
    """The medium's format has no files of this size, whatever is free. Facts: path, needed."""

    code = "E-MED-06"


class NameTakenError(MediumError):
    """Another file has the name, maybe in other case. Facts: path."""

    code = "E-MED-07"


class MediumBusyError(MediumError):
    """Another program holds the file and did not let go of it. Facts: path."""

    code = "E-MED-08"


class UnusablePlaceError(MediumError):
    """A folder cannot be kept as an exchange place. Facts: folder, reason (ExchangePlaceFault)."""

    code = "E-MED-09"


class NothingBurnedError(MediumError):
    """No file of the burned hand-over lies on the disc. Facts: path, name (the folder written)."""

    code = "E-MED-10"


_HELD_ON_WINDOWS: Final = frozenset({32, 33})
"""ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: they come as refused permission."""


def from_os_error(error: OSError, path: Path, needed: int = 0) -> MediumError:
    """The medium's refusal behind an operating-system error at *path*."""
    if getattr(error, "winerror", None) in _HELD_ON_WINDOWS:
        return MediumBusyError(path=path)
    match error.errno:
        case errno.EBUSY | errno.ETXTBSY | errno.EAGAIN:
            return MediumBusyError(path=path)
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            try:
                free = shutil.disk_usage(path if path.is_dir() else path.parent).free
            except OSError:
                free = 0
            return MediumFullError(path=path, needed=needed, free=free)
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return MediumReadOnlyError(path=path)
        case errno.ENOENT | errno.ENODEV | errno.EIO | errno.ENXIO | errno.ENOTDIR:
            return MediumGoneError(path=path)
        case _:
            return MediumFailedError(path=path, reason=error.strerror or str(error))
