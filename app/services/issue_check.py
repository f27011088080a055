"""What no letter is issued with, whichever way: before a number is drawn or a file is kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from app.documents.kinds.letters import LETTERS, LetterKind
from app.kernel import clock
from app.kernel.clock import Clock
from app.kernel.errors import (
    LetterDayError,
    LetterFieldsError,
    NotNumberedError,
    NumberPatternError,
    NumberSignsError,
)
from app.rules import numbering
from app.rules.numbering import Series

EARLIEST: Final = date(2000, 1, 1)
FARTHEST: Final = timedelta(days=31)
"""成文日期 is the day of signing (GB/T 9704-2012 7.3.5): a month ahead is a slip of the keys."""


def refuse_kind(kind: LetterKind) -> None:
    """Raises NotNumberedError: lists, sheets and forms go along with a letter that has one."""
    if not LETTERS[kind].numbered:
        raise NotNumberedError(letter_kind=kind.value)


def refuse_empty(**given: str) -> None:
    """Raises LetterFieldsError."""
    if empty := tuple(name for name, text in given.items() if not text.strip()):
        raise LetterFieldsError(fields=empty)


def refuse_day(now: Clock, day: date) -> None:
    """Raises LetterDayError: nobody signs letters on that day."""
    latest = clock.local_date(now.now()) + FARTHEST
    if not EARLIEST <= day <= latest:
        raise LetterDayError(dated_on=day, earliest=EARLIEST, latest=latest)


def refuse_number(number: str) -> None:
    """Raises NumberSignsError: it could not be told from another, or is no number."""
    if not numbering.legible(number):
        raise NumberSignsError(number=numbering.shown(number), most=numbering.LONGEST_NUMBER)


def refuse_series(series: Series) -> None:
    """Raises NumberPatternError: its numbers could not be read back as they are written."""
    if faults := numbering.faults(series):
        raise NumberPatternError(faults=faults)
