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

from app.kernel import clock, plain
from app.kernel.canon import Plain
from app.kernel.errors import NotCanonicalError
from app.kernel.terms import AgencyRole


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

_PARTIES: Final = MappingProxyType(
    {
        Item.FINANCE_POLICE: (AgencyRole.FINANCE, AgencyRole.POLICE),
        Item.FINANCE_MARKET: (AgencyRole.FINANCE, AgencyRole.MARKET),
        Item.FINANCE_AUDIT: (AgencyRole.FINANCE, AgencyRole.AUDIT),
        Item.POLICE_FINANCE: (AgencyRole.POLICE, AgencyRole.FINANCE),
        Item.POLICE_MARKET: (AgencyRole.POLICE, AgencyRole.MARKET),
        Item.POLICE_AUDIT: (AgencyRole.POLICE, AgencyRole.AUDIT),
    }
)
"""Asker and asked."""
_IN_NAMES: Final = MappingProxyType(
    {
        AgencyRole.FINANCE: "财政",
        AgencyRole.POLICE: "公安",
        AgencyRole.AUDIT: "审计",
        AgencyRole.MARKET: "市场监",
    }
)
"""What the name of such an agency nearly always has in it."""
_IN_DOUBT: Final = frozenset({Ground.COMPLEX, Ground.DOUBTFUL, Ground.UNCLASSIFIED})


def read(kind: str, version: int, body: Plain) -> Paper:
    """The particulars of a letter of *kind* as stored.

    Raises:
        NotCanonicalError: *version* is newer than this program knows, or the body is malformed.
    """
    if version > VERSION:
        raise NotCanonicalError(reason=f"{kind} particulars of version {version}")
    return plain.from_plain(PAPERS[kind], body)


@dataclass(frozen=True, slots=True)
class Author:
    """What the register knows of whoever writes; *mechanism* may be empty."""

    agency: str
    role: AgencyRole
    mechanism: str


def blank(kind: str, author: Author, now: datetime) -> Paper:
    """The particulars of a new letter of *kind*, with what the register knows already."""
    moment, today = clock.to_text(now), clock.local_date(now)
    known: dict[str, dict[str, Plain]] = {
        "consultation": {"item": item_for(author.role), "opinion_cited": False},
        "meeting_notice": {"starts_at": moment},
        "minutes": {
            "held_at": moment,
            "convener": author.agency,
            "conference": _conference(author.mechanism),
        },
        "report": {
            "mechanism": author.mechanism,
            "upward": False,
            "since": today.replace(month=1, day=1).isoformat(),
            "until": today.isoformat(),
        },
        "typical_case": {"public": False},
    }
    return plain.from_plain(PAPERS[kind], known.get(kind, {}))


def item_for(role: AgencyRole) -> Item:
    """The first item an agency of *role* may ask about; the notice names none for the others."""
    return next((item for item, (asker, _) in _PARTIES.items() if asker is role), Item.UNLISTED)


def asks_the_right(facts: Consultation) -> bool:
    """Whether no addressee is plainly another agency than the item names. A name may be anything:
    one that says nothing of what the agency is passes."""
    parties = _PARTIES.get(facts.item)
    if parties is None:
        return True
    word = _IN_NAMES[parties[1]]
    others = [each for each in _IN_NAMES.values() if each != word]
    return not any(
        word not in name and any(other in name for other in others) for name in facts.addressees
    )


def kind_of(facts: Paper) -> str:
    """The word of the letter that *facts* are of."""
    return next(kind for kind, made in PAPERS.items() if type(facts) is made)


def receiver(facts: Paper) -> str:
    """主送 as it is printed."""
    return "、".join(name.strip() for name in facts.addressees if name.strip())


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


def _conference(mechanism: str) -> str:
    """某协同监管机制 → 某协同监管联席会议."""
    return f"{mechanism.removesuffix('机制')}联席会议" if mechanism else ""


def _parted(name: str) -> tuple[str, str]:
    """某联席会议2026年第三次会议 → 某联席会议, 2026年第三次会议; any other name is both."""
    before, found, after = name.partition("联席会议")
    return (before + found, after) if found and after else (name, name)


def about(title: str) -> str:
    """What a letter called *title* is about: 《甲局关于某案有关问题的咨询函》 → 某案有关问题."""
    return _ABOUT.sub("", _UP_TO_ABOUT.sub("", title.strip("《》 "), count=1))


_UP_TO_ABOUT: Final = re.compile(r"^.*?关于")
_ABOUT: Final = re.compile(r"的[^的]{0,3}(?:函|通知|通报|报告|意见|请示)$")
