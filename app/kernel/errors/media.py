"""A folder or stick did not do what was asked."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

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


def from_os_error(error: OSError, path: Path, needed: int = 0) -> MediumError:
    """The medium's refusal behind an operating-system error at *path*."""
    match error.errno:
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
