"""Deadlines in words: the days a person counts, not the hours between two moments."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.kernel.clock import at_local
from app.ui.theme import Tone
from app.ui.widgets import due

NOW = at_local(2026, 9, 16, 12, 0)


def _end(day: int) -> datetime:
    """24:00 of a day of September, as the rules compute it."""
    return at_local(2026, 9, day) + timedelta(days=1, milliseconds=-1)


@pytest.mark.parametrize(
    ("due_at", "words", "tone"),
    [
        (_end(13), "逾期 3 日", Tone.BAD),
        (_end(15), "逾期 1 日", Tone.BAD),
        (_end(16), "今日", Tone.WARN),
        (_end(17), "临期 1 日", Tone.WARN),
        (_end(23), "临期 7 日", Tone.WARN),
        (_end(24), "还有 8 日", Tone.GOOD),
        (at_local(2026, 9, 16, 17, 30), "今日 17:30", Tone.WARN),
        (at_local(2026, 9, 16, 11, 30), "逾期 1 小时", Tone.BAD),
        (at_local(2026, 9, 16, 8, 0), "逾期 4 小时", Tone.BAD),
        (at_local(2026, 9, 17, 8, 0), "临期 1 日", Tone.WARN),
    ],
)
def test_a_deadline_says_how_far_it_is(due_at: datetime, words: str, tone: Tone) -> None:
    assert due.words(due_at, NOW) == words
    assert due.tone(due_at, NOW) is tone


def test_no_deadline_says_nothing() -> None:
    assert (due.words(None, NOW), due.tone(None, NOW), due.moment(None)) == ("", None, "")


def test_a_deadline_in_days_names_its_day_and_one_in_hours_its_minute() -> None:
    assert due.moment(_end(18)) == "2026-09-18"
    assert due.moment(at_local(2026, 9, 18, 9, 5)) == "2026-09-18 09:05"
