"""Periods end when their law says."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.clock import at_local, from_text, local, local_date, to_text
from app.rules.calendar import Calendars
from app.rules.deadlines import Due, end_of, reckon, working_days_between
from app.rules.packs import CalendarPack, CalendarYear, Holiday, PackKind, Period, Unit
from tests.rules import law

H, N, W, M, Y = Unit.HOURS, Unit.NATURAL, Unit.WORKING, Unit.MONTHS, Unit.YEARS
SHIPPED = law.calendars()
DAYS = (Unit.NATURAL, Unit.WORKING, Unit.MONTHS)


def at(text: str) -> datetime:
    day = date.fromisoformat(text[:10])
    hour, minute = map(int, text[11:].split(":")) if text[10:] else (9, 20)
    return at_local(day.year, day.month, day.day, hour, minute)


def count(
    start: str, length: int, unit: Unit, *, roll: bool = True, by: Calendars = SHIPPED
) -> Due:
    return reckon(by, at(start), Period(length, unit), roll=roll)


@pytest.mark.parametrize(
    ("start", "length", "raw", "rolled"),
    [
        ("2026-09-28", 3, "2026-10-01", "2026-10-08"),
        ("2026-02-12", 3, "2026-02-15", "2026-02-24"),
        ("2026-04-01", 3, "2026-04-04", "2026-04-07"),
        ("2026-04-30", 10, "2026-05-10", "2026-05-11"),
        ("2026-09-17", 3, "2026-09-20", "2026-09-20"),  # a Sunday that is worked
        ("2026-11-20", 3, "2026-11-23", "2026-11-23"),
        ("2026-09-10", 90, "2026-12-09", "2026-12-09"),
    ],
)
def test_natural_days_roll_over_a_day_off(start: str, length: int, raw: str, rolled: str) -> None:
    # 刑事诉讼法第一百零五条
    due = count(start, length, N)

    assert local_date(due.due) == date.fromisoformat(raw)
    assert local_date(due.rolled) == date.fromisoformat(rolled)
    assert not due.provisional


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2026-09-16", 5, "2026-09-22"),  # Sunday 09-20 counts
        ("2025-09-26", 7, "2025-10-13"),  # 09-28 and 10-11 count
        ("2026-02-10", 15, "2026-03-09"),
        ("2026-09-21", 8, "2026-10-09"),
        ("2026-09-07", 30, "2026-10-23"),
        ("2026-05-06", 3, "2026-05-09"),  # a Saturday that is worked
    ],
)
def test_working_days_are_those_of_the_state_council(start: str, length: int, last: str) -> None:
    due = count(start, length, W)

    assert local_date(due.due) == local_date(due.rolled) == date.fromisoformat(last)
    assert not due.provisional


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-10-01 09:20", 24, "2026-10-02 09:20"),
        ("2026-12-31 23:59", 24, "2027-01-01 23:59"),
        ("2026-02-28 00:00", 24, "2026-03-01 00:00"),
    ],
)
def test_hours_run_on_over_holidays(start: str, length: int, end: str) -> None:
    due = count(start, length, H)

    assert due.due == due.rolled == at(end)
    assert not due.provisional


def test_a_period_that_does_not_roll_ends_on_its_day() -> None:
    due = count("2026-09-28", 3, N, roll=False)

    assert local_date(due.rolled) == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("start", "length", "unit", "raw"),
    [
        ("2026-01-31", 1, M, "2026-02-28"),  # no 31 February: 民法典第二百零二条
        ("2026-11-30", 3, M, "2027-02-28"),
        ("2026-10-31", 1, M, "2026-11-30"),
        ("2024-02-29", 1, Y, "2025-02-28"),
        ("2026-07-15", 3, M, "2026-10-15"),
    ],
)
def test_months_end_on_the_same_day_or_the_last(
    start: str, length: int, unit: Unit, raw: str
) -> None:
    assert local_date(count(start, length, unit).due) == date.fromisoformat(raw)


def test_the_last_day_lasts_until_midnight_in_beijing() -> None:
    due = count("2026-11-20 23:59", 3, N)

    assert local(due.due).isoformat() == "2026-11-23T23:59:59.999000+08:00"
    assert due.due.utcoffset() == timedelta(0)


def test_the_day_is_that_of_beijing_also_when_it_is_yesterday_in_utc() -> None:
    assert local_date(count("2026-11-20 00:30", 3, N).due) == date(2026, 11, 23)


def test_working_days_into_an_unannounced_year_are_provisional() -> None:
    due = count("2026-11-23", 30, W)

    assert local_date(due.due) == date(2027, 1, 5)
    assert due.unknown_years == (2027,)


def test_a_natural_period_is_provisional_only_by_its_last_days() -> None:
    assert count("2026-12-28", 3, N).unknown_years == (2027,)
    assert count("2026-12-30", 3, N).unknown_years == (2027,)
    assert not count("2026-11-01", 30, N).provisional
    assert not count("2026-12-30", 3, N, roll=False).provisional


# -- properties ----------------------------------------------------------------------------

starts = st.datetimes(datetime(2023, 6, 1), datetime(2027, 6, 1)).map(  # noqa: DTZ001
    lambda moment: at_local(moment.year, moment.month, moment.day, moment.hour, moment.minute)
)
lengths = st.integers(1, 60)


@st.composite
def any_calendars(draw: st.DrawFn) -> Calendars:
    """Some other world's arrangement of 2023 to 2028."""
    days = st.dates(date(2023, 1, 1), date(2028, 12, 31))
    off = draw(st.sets(days, max_size=40))
    worked = draw(st.sets(days, max_size=20)) - off
    years = [
        CalendarYear(
            year,
            True,
            "",
            tuple(Holiday(day, "") for day in off if day.year == year),
            tuple(day for day in worked if day.year == year),
        )
        for year in range(2023, 2029)
    ]
    return Calendars.of(
        [CalendarPack(PackKind.CALENDAR, "t", "1", "", date(2023, 1, 1), "", tuple(years))]
    )


@given(starts, starts, lengths, st.sampled_from(Unit), any_calendars())
def test_what_starts_later_never_ends_earlier(
    one: datetime, other: datetime, length: int, unit: Unit, by: Calendars
) -> None:
    if unit is Unit.NONE:
        return
    first, second = (
        reckon(by, start, Period(length, unit), roll=True) for start in sorted([one, other])
    )

    assert first.due <= second.due
    assert first.rolled <= second.rolled


@given(starts, lengths, st.sampled_from([H, N, W, M]), any_calendars())
def test_a_longer_period_never_ends_earlier(
    start: datetime, length: int, unit: Unit, by: Calendars
) -> None:
    shorter = reckon(by, start, Period(length, unit), roll=True)
    longer = reckon(by, start, Period(length + 1, unit), roll=True)

    assert shorter.due <= longer.due
    assert shorter.rolled <= longer.rolled
    assert start < shorter.due


@given(starts, lengths, any_calendars())
def test_counting_working_days_back_gives_the_length(
    start: datetime, length: int, by: Calendars
) -> None:
    last = local_date(reckon(by, start, Period(length, W), roll=True).due)

    assert by.is_working(last)
    assert working_days_between(by, local_date(start), last) == length


@given(starts, lengths, any_calendars())
def test_rolling_goes_to_the_first_working_day_and_no_further(
    start: datetime, length: int, by: Calendars
) -> None:
    due = reckon(by, start, Period(length, N), roll=True)
    raw, rolled = local_date(due.due), local_date(due.rolled)

    assert rolled >= raw
    assert by.is_working(rolled)
    assert working_days_between(by, raw - timedelta(days=1), rolled) == 1


@given(starts, lengths, st.sampled_from([H, N, M, Y]), any_calendars(), any_calendars())
def test_another_calendar_changes_only_working_days_and_what_rolls(
    start: datetime, length: int, unit: Unit, one: Calendars, other: Calendars
) -> None:
    period = Period(length % 10 + 1, unit)
    by_one, by_other = (reckon(by, start, period, roll=True) for by in (one, other))

    assert by_one.due == by_other.due
    assert reckon(one, start, period, roll=False) == reckon(other, start, period, roll=False)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_the_end_of_a_day_is_on_that_day(day: date) -> None:
    assert local_date(end_of(day)) == day
    assert local_date(end_of(day) + timedelta(milliseconds=1)) == day + timedelta(days=1)


@pytest.mark.parametrize("unit", [H, N, W, M, Y])
def test_what_starts_on_the_last_day_a_moment_can_name_has_an_end_that_can_be_stored(
    unit: Unit,
) -> None:
    due = reckon(SHIPPED, from_text("2999-12-31T15:00:00.000Z"), Period(999, unit), roll=True)

    assert from_text(to_text(due.rolled)) == due.rolled == due.due
