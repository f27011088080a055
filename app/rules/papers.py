"""What the letters that stand alone say: one frozen dataclass per letter of the joint mechanism.

Filled by a form, kept with the draft and the issued letter, read by the template. ``kernel.plain``
is the strict pair to and from plain values; a number beside them rises only when an old reader
would misunderstand. *addressees* are full names; whom a paper only goes to (分送) counts as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from app.kernel import plain
from app.kernel.canon import Plain
from app.kernel.errors import NotCanonicalError


class Ground(StrEnum):
    """Why a case is put before another agency (notice 二(二))."""

    MAJOR = "major"
    COMPLEX = "complex"
    DOUBTFUL = "doubtful"
    UNCLASSIFIED = "unclassified"


@dataclass(frozen=True, slots=True)
class Consultation:
    """咨询函. *background* names nobody where that is not needed; *item* is the row of the notice's
    matrix (C1…C6), *looked_up* what the asker already found."""

    addressees: tuple[str, ...]
    case_name: str
    background: str
    ground: Ground
    item: str
    questions: tuple[str, ...]
    looked_up: str
    wanted_by: date | None
    enclosures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The letter an answer refers to."""

    title: str
    number: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """*question* as it was asked, shortened if need be; *basis* the articles."""

    question: str
    answer: str
    basis: str


@dataclass(frozen=True, slots=True)
class Reply:
    """复函. *limits* say what the answer does not decide."""

    addressees: tuple[str, ...]
    in_reply_to: Reference
    answers: tuple[Answer, ...]
    limits: str
    enclosures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingNotice:
    """联席会议通知. *attendees* say who must come, an agency or post a line."""

    addressees: tuple[str, ...]
    name: str
    basis: str
    starts_at: datetime
    place: str
    chair: str
    attendees: tuple[str, ...]
    agenda: tuple[str, ...]
    materials: tuple[str, ...]
    reply_by: date | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """议定事项: *units* do *matter* by *due*."""

    matter: str
    units: tuple[str, ...]
    due: date | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """会议纪要. *present*, *absent*, *observers* are persons with their units, one each."""

    addressees: tuple[str, ...]
    name: str
    held_at: datetime
    place: str
    chair: str
    reported: tuple[str, ...]
    views: tuple[str, ...]
    resolutions: tuple[Resolution, ...]
    present: tuple[str, ...]
    absent: tuple[str, ...]
    observers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """信息通报. *use_limit* says what the reader may do with it."""

    addressees: tuple[str, ...]
    subject: str
    facts: str
    source: str
    advice: tuple[str, ...]
    use_limit: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of the 运行情况统计表: one flow in one period."""

    flow: str
    begun: int
    ended: int
    pending: int
    remark: str


@dataclass(frozen=True, slots=True)
class OperationReport:
    """运行情况报告. *since* and *until* are the first and the last day of the period."""

    addressees: tuple[str, ...]
    since: date
    until: date
    figures: tuple[Figure, ...]
    work: tuple[str, ...]
    problems: tuple[str, ...]
    proposals: tuple[str, ...]
    next_steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypicalCase:
    """典型案例通报, desensitised. *approved_by* is who allowed it to be made public."""

    addressees: tuple[str, ...]
    name: str
    facts: str
    nature: str
    articles: tuple[str, ...]
    outcome: str
    lesson: str
    approved_by: str


Paper = Consultation | Reply | MeetingNotice | Minutes | Bulletin | OperationReport | TypicalCase

PAPERS: Final = MappingProxyType(
    {
        "consultation": Consultation,
        "reply": Reply,
        "meeting_notice": MeetingNotice,
        "minutes": Minutes,
        "bulletin": Bulletin,
        "report": OperationReport,
        "typical_case": TypicalCase,
    }
)
"""By the word of the letter."""
VERSION: Final = 1


def read(kind: str, version: int, body: Plain) -> Paper:
    """The particulars of a letter of *kind* as stored.

    Raises:
        NotCanonicalError: *version* is newer than this program knows, or the body is malformed.
    """
    if version > VERSION:
        raise NotCanonicalError(reason=f"{kind} particulars of version {version}")
    return plain.from_plain(PAPERS[kind], body)


def receiver(facts: Paper) -> str:
    """主送 as it is printed."""
    return "、".join(facts.addressees)
