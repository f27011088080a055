"""How a period is counted.

Days are those of UTC+08:00. The day of the event is not counted (刑事诉讼法第一百零五条, 民法典第
二百零一条); hours run on without regard to holidays from the minute of the event. A natural period
that ends on a day off ends on the first working day after it where the rule rolls; the last day
lasts until 24:00, kept here as its last millisecond so that its local date is that day.
"""

from __future__ import annotations

import calendar as months
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from app.kernel import clock
from app.rules.calendar import Calendars
from app.rules.packs import Period, Unit

_DAY: Final = timedelta(days=1)
_LAST_MILLISECOND: Final = timedelta(milliseconds=1)
_FURTHEST: Final = clock.at_local(clock.YEARS[-1], 12, 31, 23, 59)
"""What starts at the end of the years a stored moment may name still ends in one of them."""
_MONTHS_OF_UNIT: Final = {Unit.MONTHS: 1, Unit.YEARS: 12}


@dataclass(frozen=True, slots=True)
class Due:
    """The last moment, un-rolled (*due*) and after 节假日顺延 (*rolled*).

    *unknown_years*: the years whose notice is not out and could change the answer.
    """

    due: datetime
    rolled: datetime
    unknown_years: tuple[int, ...]

    @property
    def provisional(self) -> bool:
        return bool(self.unknown_years)


def reckon(calendars: Calendars, start: datetime, period: Period, *, roll: bool) -> Due:
    """When *period* that starts at *start* ends."""
    if period.unit is Unit.HOURS:
        moment = min(start + timedelta(hours=period.length), _FURTHEST)
        return Due(moment, moment, ())
    first = clock.local_date(start)
    if period.unit is Unit.WORKING:
        counted = list(_working_days(calendars, first, period.length))
        return _ending(calendars, counted[-1], counted[-1], _days(first, counted[-1]))
    raw = _natural_end(first, period)
    rolled = _first_working(calendars, raw) if roll else raw
    return _ending(calendars, raw, rolled, _days(raw - _DAY, rolled) if roll else iter(()))


def working_days_between(calendars: Calendars, first: date, last: date) -> int:
    """How many working days lie after *first* up to and with *last*."""
    return sum(calendars.is_working(day) for day in _days(first, last))


def end_of(day: date) -> datetime:
    """24:00 of *day* in UTC+08:00."""
    return clock.at_local(day.year, day.month, day.day) + _DAY - _LAST_MILLISECOND


def _ending(calendars: Calendars, raw: date, rolled: date, seen: Iterator[date]) -> Due:
    unknown = {year for day in seen if (year := calendars.unknown_year(day)) is not None}
    due, latest = (min(end_of(day), _FURTHEST) for day in (raw, rolled))
    return Due(due, latest, tuple(sorted(unknown)))


def _natural_end(first: date, period: Period) -> date:
    if period.unit is Unit.NATURAL:
        return first + timedelta(days=period.length)
    return _months_on(first, period.length * _MONTHS_OF_UNIT[period.unit])


def _months_on(first: date, count: int) -> date:
    """民法典第二百零二条: the same day, or the month's last where it has no such day."""
    year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
    last = months.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(first.day, last))


def _working_days(calendars: Calendars, first: date, count: int) -> Iterator[date]:
    day = first
    while count:
        day += _DAY
        if calendars.is_working(day):
            count -= 1
            yield day


def _first_working(calendars: Calendars, day: date) -> date:
    while not calendars.is_working(day):
        day += _DAY
    return day


def _days(after: date, last: date) -> Iterator[date]:
    """The days after *after* up to and with *last*."""
    return (after + timedelta(days=offset) for offset in range(1, (last - after).days + 1))
