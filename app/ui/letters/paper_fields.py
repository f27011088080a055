"""What the form of each letter that stands alone asks: a table of fields instead of seven windows.

Names are those of the particulars (``rules.papers``); a dot leads into a part of them. What a
field holds is its plain value, as ``kernel.plain`` writes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Any, Final

from app.documents.kinds.letters import LetterKind
from app.wording.papers import GROUNDS, ITEMS


class Asks(Enum):
    """What a field takes."""

    TEXT = auto()
    LONG = auto()
    """Paragraphs."""
    LINES = auto()
    """One a line."""
    NAMES = auto()
    """Names in one line, with 、 between them."""
    AGENCIES = auto()
    """One a line, typed or chosen among the members."""
    DAY = auto()
    OPTIONAL_DAY = auto()
    MOMENT = auto()
    NUMBER = auto()
    CHOICE = auto()
    TICK = auto()
    TICKS = auto()
    ROWS = auto()


@dataclass(frozen=True, slots=True)
class PaperField:
    """*lines* is how high a field of several lines is, *words* the closed words to choose or tick,
    *columns* what a row holds, each as wide as its *share*."""

    name: str
    asks: Asks
    lines: int = 3
    words: Mapping[Any, str] | None = None
    columns: tuple[PaperField, ...] = ()
    share: int = 1


def _few(*names: str) -> tuple[PaperField, ...]:
    return tuple(PaperField(name, Asks.LINES) for name in names)


_TO: Final = PaperField("addressees", Asks.AGENCIES)
_ENCLOSURES: Final = PaperField("enclosures", Asks.LINES, lines=2)
_ANSWERS: Final = (
    PaperField("question", Asks.LONG, lines=4, share=4),
    PaperField("answer", Asks.LONG, lines=4, share=6),
    PaperField("basis", Asks.LONG, lines=4, share=3),
)
_RESOLUTIONS: Final = (
    PaperField("matter", Asks.LONG, lines=2, share=6),
    PaperField("units", Asks.NAMES, share=3),
    PaperField("helpers", Asks.NAMES, share=3),
    PaperField("due", Asks.OPTIONAL_DAY, share=3),
)
_FIGURES: Final = (
    PaperField("unit", Asks.TEXT, share=4),
    PaperField("flow", Asks.TEXT, share=4),
    PaperField("begun", Asks.NUMBER, share=1),
    PaperField("ended", Asks.NUMBER, share=1),
    PaperField("pending", Asks.NUMBER, share=1),
    PaperField("remark", Asks.TEXT, share=3),
)

PAPER_FIELDS: Final[Mapping[LetterKind, tuple[PaperField, ...]]] = MappingProxyType(
    {
        LetterKind.CONSULTATION: (
            _TO,
            PaperField("case_name", Asks.TEXT),
            PaperField("item", Asks.CHOICE, words=ITEMS),
            PaperField("grounds", Asks.TICKS, words=GROUNDS),
            PaperField("basis", Asks.TEXT),
            PaperField("background", Asks.LONG, lines=8),
            PaperField("looked_up", Asks.LONG),
            PaperField("questions", Asks.LINES, lines=5),
            PaperField("wanted_by", Asks.OPTIONAL_DAY),
            PaperField("opinion_cited", Asks.TICK),
            _ENCLOSURES,
        ),
        LetterKind.REPLY: (
            _TO,
            PaperField("in_reply_to.title", Asks.TEXT),
            PaperField("in_reply_to.number", Asks.TEXT),
            PaperField("in_reply_to.day", Asks.OPTIONAL_DAY),
            PaperField("about", Asks.TEXT),
            PaperField("answers", Asks.ROWS, columns=_ANSWERS),
            PaperField("limits", Asks.LONG),
            _ENCLOSURES,
        ),
        LetterKind.MEETING_NOTICE: (
            _TO,
            PaperField("name", Asks.TEXT),
            PaperField("purpose", Asks.TEXT),
            PaperField("basis", Asks.TEXT),
            PaperField("starts_at", Asks.MOMENT),
            PaperField("place", Asks.TEXT),
            PaperField("chair", Asks.TEXT),
            PaperField("attendees", Asks.LINES),
            PaperField("agenda", Asks.LINES, lines=5),
            PaperField("materials", Asks.LINES, lines=2),
            PaperField("reply_by", Asks.OPTIONAL_DAY),
        ),
        LetterKind.MINUTES: (
            PaperField("conference", Asks.TEXT),
            PaperField("name", Asks.TEXT),
            PaperField("held_at", Asks.MOMENT),
            PaperField("place", Asks.TEXT),
            PaperField("convener", Asks.TEXT),
            PaperField("chair", Asks.TEXT),
            *_few("reported", "views"),
            PaperField("resolutions", Asks.ROWS, columns=_RESOLUTIONS),
            *_few("present", "absent", "observers"),
            _TO,
        ),
        LetterKind.BULLETIN: (
            _TO,
            PaperField("subject", Asks.TEXT),
            PaperField("facts", Asks.LONG, lines=8),
            PaperField("source", Asks.LONG, lines=2),
            PaperField("advice", Asks.LINES),
            PaperField("use_limit", Asks.LONG),
        ),
        LetterKind.REPORT: (
            _TO,
            PaperField("upward", Asks.TICK),
            PaperField("signers", Asks.LINES, lines=2),
            PaperField("mechanism", Asks.TEXT),
            PaperField("since", Asks.DAY),
            PaperField("until", Asks.DAY),
            PaperField("figures", Asks.ROWS, columns=_FIGURES),
            *_few("work", "problems", "proposals", "next_steps"),
        ),
        LetterKind.TYPICAL_CASE: (
            _TO,
            PaperField("name", Asks.TEXT),
            PaperField("facts", Asks.LONG, lines=6),
            PaperField("nature", Asks.LONG, lines=2),
            PaperField("articles", Asks.LINES, lines=2),
            PaperField("outcome", Asks.LONG),
            PaperField("lesson", Asks.LONG),
            PaperField("approved_by", Asks.TEXT),
            PaperField("public", Asks.TICK),
        ),
    }
)
"""In the order in which the letter tells it; also the letters that can be drafted."""
