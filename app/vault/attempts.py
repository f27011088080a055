"""Wrong secrets slow the next try down, also after a restart.

The count is a courtesy against a colleague at an unattended desk: whoever has the files can guess
elsewhere, against which only the cost of a slot helps.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from app.kernel import canon, clock
from app.kernel.errors import WrongSecretError
from app.kernel.files import write_atomic

FILE: Final = "register.attempts.json"
_FREE: Final = 3
_LONGEST_WAIT: Final = 300


@dataclass(frozen=True, slots=True)
class Attempts:
    """How often in a row a secret was wrong, and when last."""

    failures: int = 0
    last: datetime | None = None

    def wait(self, now: datetime) -> int:
        """Whole seconds still to wait at *now*; a clock set back shortens nothing."""
        if self.last is None or self.failures <= _FREE:
            return 0
        whole = min(2 ** min(self.failures - _FREE, 9), _LONGEST_WAIT)
        gone = max(now - self.last, timedelta()).total_seconds()
        return max(0, -int(-(whole - gone) // 1))


def read(folder: Path) -> Attempts:
    """The attempts on record; an unreadable file counts as none."""
    try:
        plain = json.loads((folder / FILE).read_bytes())
        return Attempts(int(plain["failures"]), clock.from_text(plain["last"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Attempts()


def check(folder: Path, now: datetime) -> None:
    """
    Raises:
        WrongSecretError: the wait of earlier failures is not over; nothing was tried.
    """
    attempts = read(folder)
    if wait := attempts.wait(now):
        raise WrongSecretError(failures=attempts.failures, wait_seconds=wait)


def failed(folder: Path, now: datetime) -> WrongSecretError:
    """Count a failure and give the error that says how long to wait from *now*."""
    attempts = Attempts(read(folder).failures + 1, now)
    plain = {"failures": attempts.failures, "last": clock.to_text(now)}
    # A full disk must not turn a wrong passphrase into another error.
    with suppress(OSError):
        write_atomic(folder / FILE, canon.dumps(plain), replace=True)
    return WrongSecretError(failures=attempts.failures, wait_seconds=attempts.wait(now))


def succeeded(folder: Path) -> None:
    (folder / FILE).unlink(missing_ok=True)
