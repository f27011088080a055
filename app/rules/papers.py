"""What the letters that stand alone say: one frozen dataclass per letter of the joint mechanism.

Filled by a form, kept with the draft and the issued letter, read by the template. ``kernel.plain``
is the strict pair to and from plain values; a number beside them rises only when an old reader
would misunderstand. *addressees* are full names; whom a paper only goes to (分送) counts as one.
"""

from __future__ import annotations

import re
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


class Item(StrEnum):
    """Who asks whom about what (notice 二(二)), asker first."""

    FINANCE_POLICE = "C1"
    FINANCE_MARKET = "C2"
    FINANCE_AUDIT = "C3"
    POLICE_FINANCE = "C4"
    POLICE_MARKET = "C5"
    POLICE_AUDIT = "C6"
    UNLISTED = "unlisted"
    """The notice does not name it: 机制未列明，按工作联系办理, on another basis."""


@dataclass(frozen=True, slots=True)
class Consultation:
    """咨询函. *background* names nobody where that is not needed, *looked_up* is what the asker
    already found. *basis* is the mechanism's own paper; an unlisted item needs one. *opinion_cited*
    names 高检会〔2006〕2号 and its 七日, where ``may_cite_opinion`` allows it.
    """

    addressees: tuple[str, ...]
    case_name: str
    background: str
    grounds: tuple[Ground, ...]
    item: Item
    basis: str
    questions: tuple[str, ...]
    looked_up: str
    wanted_by: date | None
    opinion_cited: bool
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
    """复函. *about* is what both letters are about; *limits* what the answer does not decide."""

    addressees: tuple[str, ...]
    in_reply_to: Reference
    about: str
    answers: tuple[Answer, ...]
    limits: str
    enclosures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingNotice:
    """联席会议通知. *attendees* say who must come, an agency or post a line; *reply_by* is when the
    回执 is wanted, None: none is asked for."""

    addressees: tuple[str, ...]
    name: str
    basis: str
    purpose: str
    starts_at: datetime
    place: str
    chair: str
    attendees: tuple[str, ...]
    agenda: tuple[str, ...]
    materials: tuple[str, ...]
    reply_by: date | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """议定事项: *units* do *matter* by *due*, *helpers* help them."""

    matter: str
    units: tuple[str, ...]
    helpers: tuple[str, ...]
    due: date | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """会议纪要. *conference* heads the page, *name* is this meeting of it. *present*, *absent*,
    *observers* are persons with their units, one each."""

    addressees: tuple[str, ...]
    conference: str
    name: str
    held_at: datetime
    place: str
    convener: str
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
    """A row of the 运行情况统计表: what one agency did of one flow in the period."""

    unit: str
    flow: str
    begun: int
    ended: int
    pending: int
    remark: str


@dataclass(frozen=True, slots=True)
class OperationReport:
    """运行情况报告. *since* and *until* are the first and the last day of the period, *mechanism*
    is what is reported on. *upward*: it goes to a superior, and names its *signers*."""

    addressees: tuple[str, ...]
    upward: bool
    signers: tuple[str, ...]
    mechanism: str
    since: date
    until: date
    figures: tuple[Figure, ...]
    work: tuple[str, ...]
    problems: tuple[str, ...]
    proposals: tuple[str, ...]
    next_steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypicalCase:
    """典型案例通报, desensitised. *approved_by* is who allowed it; *public*: beyond the members."""

    addressees: tuple[str, ...]
    name: str
    facts: str
    nature: str
    articles: tuple[str, ...]
    outcome: str
    lesson: str
    approved_by: str
    public: bool


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

_IN_DOUBT: Final = frozenset({Ground.COMPLEX, Ground.DOUBTFUL, Ground.UNCLASSIFIED})


def read(kind: str, version: int, body: Plain) -> Paper:
    """The particulars of a letter of *kind* as stored.

    Raises:
        NotCanonicalError: *version* is newer than this program knows, or the body is malformed.
    """
    if version > VERSION:
        raise NotCanonicalError(reason=f"{kind} particulars of version {version}")
    return plain.from_plain(PAPERS[kind], body)


def kind_of(facts: Paper) -> str:
    """The word of the letter that *facts* are of."""
    return next(kind for kind, made in PAPERS.items() if type(facts) is made)


def receiver(facts: Paper) -> str:
    """主送 as it is printed."""
    return "、".join(facts.addressees)


def subject(facts: Paper) -> str:
    """What the letter is about, for lists; empty while nobody has said it."""
    match facts:
        case Consultation():
            return facts.case_name
        case Reply():
            return facts.about
        case Bulletin():
            return facts.subject
        case OperationReport():
            return facts.mechanism
        case _:
            return facts.name


def may_cite_opinion(facts: Consultation) -> bool:
    """Whether 高检会〔2006〕2号 speaks of such a question (rule XS-19; its text is recalled, not
    read): finance asks the police about a case that is 复杂、疑难 or 性质难以认定."""
    return facts.item is Item.FINANCE_POLICE and bool(_IN_DOUBT & set(facts.grounds))


def reply_to(reference: Reference, sender: str) -> Reply:
    """The beginning of an answer to *sender*."""
    return Reply(
        addressees=(sender,),
        in_reply_to=reference,
        about=about(reference.title),
        answers=(),
        limits="",
        enclosures=(),
    )


def minutes_of(notice: MeetingNotice, convener: str) -> Minutes:
    """What the notice of a meeting already tells of its minutes."""
    conference, name = _parted(notice.name)
    return Minutes(
        addressees=notice.addressees,
        conference=conference,
        name=name,
        held_at=notice.starts_at,
        place=notice.place,
        convener=convener,
        chair=notice.chair,
        reported=(),
        views=(),
        resolutions=(),
        present=(),
        absent=(),
        observers=(),
    )


def _parted(name: str) -> tuple[str, str]:
    """某联席会议2026年第三次会议 → 某联席会议, 2026年第三次会议; any other name is both."""
    before, found, after = name.partition("联席会议")
    return (before + found, after) if found and after else (name, name)


def about(title: str) -> str:
    """What a letter called *title* is about: 《甲局关于某案有关问题的咨询函》 → 某案有关问题."""
    return _ABOUT.sub("", _UP_TO_ABOUT.sub("", title.strip("《》 "), count=1))


_UP_TO_ABOUT: Final = re.compile(r"^.*?关于")
_ABOUT: Final = re.compile(r"的[^的]{0,3}(?:函|通知|通报|报告|意见|请示)$")
