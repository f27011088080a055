"""Days off and on are those of the notices, and an unknown year is known to be unknown."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest

from app.rules.calendar import Calendars
from app.rules.packs import CalendarPack, CalendarYear, Holiday, PackKind
from tests.rules import law
from tools import build_calendars


def _days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(n) for n in range(366) if (first + timedelta(n)).year == year]


def _pack(year: CalendarYear, version: str = "1") -> CalendarPack:
    return CalendarPack(PackKind.CALENDAR, "t", version, "", date(2026, 1, 1), "", (year,))


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_day_agrees_with_the_published_arrangement(year: int) -> None:
    calendars = law.calendars()

    assert [
        d for d in _days(year) if calendars.is_working(d) != chinese_calendar.is_workday(d)
    ] == []


@pytest.mark.parametrize(("year", "count"), [(2024, 251), (2025, 248), (2026, 248)])
def test_the_working_days_of_a_year_are_as_many_as_they_should(year: int, count: int) -> None:
    assert sum(map(law.calendars().is_working, _days(year))) == count


def test_the_packs_are_what_the_tool_writes() -> None:
    written = {name: (law.FOLDER / name).read_bytes() for name in build_calendars.packs()}

    assert written == build_calendars.packs()


def test_a_later_year_has_the_thirteen_days_the_law_grants() -> None:
    (pack,) = (
        pack
        for pack in law.shipped().values()
        if isinstance(pack, CalendarPack) and pack.id == "calendar-later"
    )

    for row in pack.years:
        assert not row.official
        # 2028 and 2031: 中秋 falls on a day of 国庆节.
        assert len({day.date for day in row.holidays}) == (12 if row.year in (2028, 2031) else 13)


def test_an_unannounced_year_is_named() -> None:
    calendars = law.calendars()

    assert calendars.unknown_year(date(2026, 12, 28)) is None
    assert calendars.unknown_year(date(2027, 3, 1)) == 2027


def test_the_last_days_of_a_year_wait_for_the_next_notice() -> None:
    # The notice for 2019 made 29 December 2018 a working day and 31 December a day off.
    assert law.calendars().unknown_year(date(2026, 12, 31)) == 2027
    assert law.calendars().unknown_year(date(2025, 12, 31)) is None


def test_a_year_nobody_listed_has_its_fixed_days_and_weekends() -> None:
    none = Calendars.of(())

    assert not none.is_working(date(2040, 10, 1))
    assert not none.is_working(date(2040, 10, 7))  # a Sunday
    assert none.is_working(date(2040, 10, 8))
    assert none.unknown_year(date(2040, 10, 8)) == 2040


def test_a_notice_replaces_what_was_provisional_whatever_the_order() -> None:
    day = date(2027, 2, 10)
    guess = _pack(CalendarYear(2027, False, "", (Holiday(date(2027, 2, 9), "春节"),), ()), "9")
    notice = _pack(CalendarYear(2027, True, "", (Holiday(day, "春节"),), (date(2027, 2, 14),)))

    for packs in ((guess, notice), (notice, guess)):
        calendars = Calendars.of(packs)
        assert not calendars.is_working(day)
        assert calendars.is_working(date(2027, 2, 9))
        assert calendars.is_working(date(2027, 2, 14))
        assert calendars.unknown_year(day) is None
