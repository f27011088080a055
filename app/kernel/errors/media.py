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


_GONE_ON_WINDOWS: Final = frozenset({21, 55, 433, 1112, 1117, 1167})
"""ERROR_NOT_READY, ERROR_DEV_NOT_EXIST, ERROR_NO_SUCH_DEVICE, ERROR_NO_MEDIA_IN_DRIVE,
ERROR_IO_DEVICE, ERROR_DEVICE_NOT_CONNECTED: what a pulled stick answers, as refused permission or
as a wrong argument."""

_FULL_ON_WINDOWS: Final = frozenset({39, 112, 223})
"""ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL, ERROR_FILE_TOO_LARGE."""

_GONE: Final = frozenset(
    {
        errno.ENOENT, errno.ENODEV, errno.EIO, errno.ENXIO, errno.ENOTDIR,
        # What a driver in user space or a share answers once its device is gone.
        errno.ENOTCONN, errno.ECONNABORTED, errno.ESTALE, errno.ESHUTDOWN, errno.EHOSTDOWN,
    }
)  # fmt: skip
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def from_os_error(error: OSError, path: Path, needed: int = 0) -> MediumError:
    """The medium's refusal behind an operating-system error at *path*."""
    told = getattr(error, "winerror", None)
    if told in _HELD_ON_WINDOWS or error.errno in {errno.EBUSY, errno.ETXTBSY, errno.EAGAIN}:
        return MediumBusyError(path=path)
    if told in _FULL_ON_WINDOWS or error.errno in _FULL:
        return MediumFullError(path=path, needed=needed, free=_free(path))
    if told in _GONE_ON_WINDOWS or error.errno in _GONE:
        return MediumGoneError(path=path)
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return MediumReadOnlyError(path=path)
    return MediumFailedError(path=path, reason=error.strerror or str(error))


def _free(path: Path) -> int:
    try:
        return shutil.disk_usage(path if path.is_dir() else path.parent).free
    except OSError:
        return 0
