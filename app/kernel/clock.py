"""Time: the only module that asks the computer what time it is.

A moment is stored as text ``YYYY-MM-DDTHH:MM:SS.mmmZ``; law counts in fixed UTC+08:00.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final, Protocol

BEIJING: Final = timezone(timedelta(hours=8), "UTC+08:00")
YEARS: Final = range(1900, 3000)
"""The years a stored text may name; at the ends of the calendar a shift of hours overflows."""
_STORED: Final = re.compile(
    r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d\.\d{3}Z",
    re.ASCII,
)


class Clock(Protocol):
    def now(self) -> datetime:
        """An aware moment in UTC."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class SetClock:
    """A clock that stands where it was set and moves only when told: tests and the demo city."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        return self._now

    def set(self, moment: datetime) -> None:
        self._now = moment.astimezone(UTC)

    def advance(self, step: timedelta) -> None:
        self._now += step


def to_text(moment: datetime) -> str:
    """*moment* as stored and exchanged; a naive moment is a programming fault (ValueError)."""
    if moment.tzinfo is None:
        raise ValueError("a naive moment cannot be stored")
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def from_text(text: str) -> datetime:
    """The moment *text* names; ValueError unless it has exactly the stored form, in ``YEARS``."""
    # Lists read thousands of moments; strptime would take twenty times as long.
    moment = datetime.fromisoformat(text) if _STORED.fullmatch(text) else None
    if moment is None or moment.year not in YEARS:
        raise ValueError(f"not a stored moment: {text!r}")
    return moment


def date_from_text(text: str) -> date:
    """The day *text* names; ValueError unless it is written YYYY-MM-DD, in ``YEARS``."""
    day = date.fromisoformat(text)
    if day.isoformat() != text or day.year not in YEARS:
        raise ValueError(f"not a stored day: {text!r}")
    return day


def local(moment: datetime) -> datetime:
    """*moment* as the officer reads it, in UTC+08:00."""
    return moment.astimezone(BEIJING)


def local_date(moment: datetime) -> date:
    return local(moment).date()


def at_local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment given as on paper, in UTC+08:00."""
    return datetime(year, month, day, hour, minute, tzinfo=BEIJING).astimezone(UTC)
