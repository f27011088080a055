"""Which days are worked: the State Council's arrangements, and honesty about unknown years.

A year without a notice is counted with its weekends and the days the law itself grants, and every
result that rests on it is provisional («暂定»).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.rules.packs import CalendarPack, CalendarYear

_SATURDAY: Final = 5
# 元旦, 劳动节, 国庆节 fall on the same days of any year (《全国年节及纪念日放假办法》第二条).
_FIXED: Final = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
# The notice of a year has moved the last days of the year before (30 and 31 December 2018).
_UNSETTLED: Final = (12, 29)


@dataclass(frozen=True, slots=True)
class Calendars:
    """The years that are known: days off and days worked that differ from the plain week."""

    official: frozenset[int]
    off: frozenset[date]
    worked: frozenset[date]
    listed: frozenset[int]

    @classmethod
    def of(cls, packs: Iterable[CalendarPack]) -> Calendars:
        """A later pack speaks for a year it repeats, except that a notice outweighs its lack."""
        years = _latest(packs)
        return cls(
            official=frozenset(year for year, row in years.items() if row.official),
            off=frozenset(day.date for row in years.values() for day in row.holidays),
            worked=frozenset(day for row in years.values() for day in row.workdays),
            listed=frozenset(years),
        )

    def is_working(self, day: date) -> bool:
        if day in self.worked:
            return True
        if day in self.off or day.weekday() >= _SATURDAY:
            return False
        return day.year in self.listed or (day.month, day.day) not in _FIXED

    def unknown_year(self, day: date) -> int | None:
        """The year whose notice could still change *day*, if there is one."""
        if day.year not in self.official:
            return day.year
        if (day.month, day.day) >= _UNSETTLED and day.year + 1 not in self.official:
            return day.year + 1
        return None


def _latest(packs: Iterable[CalendarPack]) -> Mapping[int, CalendarYear]:
    years: dict[int, CalendarYear] = {}
    for pack in sorted(packs, key=lambda pack: (pack.effective_from, pack.version)):
        for row in pack.years:
            held = years.get(row.year)
            if held is None or row.official or not held.official:
                years[row.year] = row
    return years
