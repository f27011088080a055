"""One program at a time: an operating-system lock, freed even when its holder is killed."""

from __future__ import annotations

import json
import os
import platform
from datetime import datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from app.kernel import canon
from app.kernel.clock import Clock, from_text, to_text
from app.kernel.errors import RegisterInUseError, from_os_error
from app.kernel.files import write_atomic

FILE: Final = "register.lock"
HOLDER: Final = "register.holder.json"


class RegisterLock:
    """The lock of the register in *folder*; who holds it is told in a file beside it."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Take the lock.

        Raises:
            RegisterInUseError: this or another program has the register open.
            MediumError: the folder cannot be written.
        """
        self._holder = folder / HOLDER
        # Any thread may close the register, so the lock must not belong to the one that opened it.
        self._lock = FileLock(folder / FILE, thread_local=False)
        try:
            self._lock.acquire(blocking=False)
            write_atomic(self._holder, _plain(clock), replace=True)
        except Timeout as error:
            raise _in_use(folder) from error
        except OSError as error:
            self._lock.release()
            raise from_os_error(error, folder) from error

    def release(self) -> None:
        if self._lock.is_locked:
            self._holder.unlink(missing_ok=True)
            self._lock.release()


def _plain(clock: Clock) -> bytes:
    since = to_text(clock.now())
    return canon.dumps({"pid": os.getpid(), "host": platform.node(), "since": since})


def _in_use(folder: Path) -> RegisterInUseError:
    try:
        holder = json.loads((folder / HOLDER).read_bytes())
        pid, host = int(holder["pid"]), str(holder["host"])
        since: datetime | str = from_text(str(holder["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        # The holder has the lock already and is about to say who it is.
        pid, host, since = 0, "", ""
    return RegisterInUseError(path=folder, pid=pid, host=host, since=since)
