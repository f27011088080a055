"""Deadlines in words and colours; the words alone must be enough (a chip is never colour only).

A deadline in days ends with its last day (24:00), one in hours at its minute; both are counted in
UTC+08:00, as the law does.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.kernel import clock
from app.ui.theme import Tone

translate = QCoreApplication.translate

NEAR_DAYS: Final = 7
_INSTANT: Final = timedelta(milliseconds=1)


def words(due_at: datetime | None, now: datetime) -> str:
    """逾期 3 日, 今日 17:30, 临期 2 日, 还有 12 日; nothing without a deadline."""
    if due_at is None:
        return ""
    days = days_left(due_at, now)
    if now > due_at:
        return _late(due_at, now, -days)
    if days == 0:
        return (
            translate("due", "今日")
            if _ends_a_day(due_at)
            else translate("due", "今日 ") + _hour(due_at)
        )
    return (
        translate("due", "临期 %n 日", "", days)
        if days <= NEAR_DAYS
        else translate("due", "还有 %n 日", "", days)
    )


def left(due_at: datetime | None, now: datetime) -> str:
    """As ``words``, where it is not yet time to warn."""
    if due_at is None or now > due_at or days_left(due_at, now) == 0:
        return words(due_at, now)
    return translate("due", "还有 %n 日", "", days_left(due_at, now))


def tone(due_at: datetime | None, now: datetime) -> Tone | None:
    if due_at is None:
        return None
    if now > due_at:
        return Tone.BAD
    return Tone.WARN if days_left(due_at, now) <= NEAR_DAYS else Tone.GOOD


def days_left(due_at: datetime, now: datetime) -> int:
    """Calendar days from today to the last day; negative once it is over."""
    return (clock.local_date(due_at - _INSTANT) - clock.local_date(now)).days


def moment(due_at: datetime | None) -> str:
    """The day of a deadline in days, day and minute of one in hours."""
    if due_at is None:
        return ""
    if _ends_a_day(due_at):
        return clock.local_date(due_at - _INSTANT).isoformat()
    return f"{clock.local(due_at):%Y-%m-%d %H:%M}"


def _late(due_at: datetime, now: datetime, days: int) -> str:
    if days > 0:
        return translate("due", "逾期 %n 日", "", days)
    return translate("due", "逾期 %n 小时", "", max(1, int((now - due_at).total_seconds() // 3600)))


def _ends_a_day(due_at: datetime) -> bool:
    return (clock.local(due_at) + _INSTANT).strftime("%H:%M") == "00:00"


def _hour(due_at: datetime) -> str:
    return f"{clock.local(due_at):%H:%M}"
