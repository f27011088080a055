"""What the letters and sheets say that an agency makes beside its 移送书.

Every class is frozen and knows no wording. What is empty is written by hand, or left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.kernel.terms import Post
from app.rules.papers import Reference
from app.rules.particulars import Referral


@dataclass(frozen=True, slots=True)
class Lists:
    """移送材料清单 or 涉案物品清单 on a sheet of its own, with the letter it goes with."""

    referral: Referral
    letter: Reference


@dataclass(frozen=True, slots=True)
class Handover:
    """涉案物品交接单 (310号令第十二条). *filing* is the notice of 立案, *filing_received_at* when
    it was received; *custody* what both agree on keeping the articles."""

    referral: Referral
    letter: Reference
    filing: Reference
    filing_received_at: datetime | None
    place: str
    custody: str


@dataclass(frozen=True, slots=True)
class NotReferred:
    """不予移送理由记录 (310号令第五条第二款). *standard* compares the facts with the 追诉标准,
    *reasons* are those of the decision, *handling* is what is done instead."""

    referral: Referral
    reported_at: datetime | None
    standard: str
    reasons: str
    handling: str
    approver: str
    post: Post | None
    post_basis: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class AuditReferral:
    """审计移送处理书. *project* is the audit, *period* what it covers, *opinion* 审计意见."""

    referral: Referral
    project: str
    period: str
    opinion: str


@dataclass(frozen=True, slots=True)
class Clue:
    """线索移送函. *opinion* is how far it was looked into, *secrecy* who may know of it."""

    referral: Referral
    opinion: str
    secrecy: str


@dataclass(frozen=True, slots=True)
class DisciplineClue:
    """问题线索移送函 to 纪检监察: the program prints it empty and keeps nothing of it."""

    person: str = ""
    post: str = ""
    rank: str = ""
    found: str = ""
    facts: str = ""
    evidence: str = ""
    done: str = ""
    known_to: str = ""


@dataclass(frozen=True, slots=True)
class OverdueItem:
    """A period by law that has passed: *last_day* already put off over holidays."""

    matter: str
    article: str
    since: datetime
    last_day: date


@dataclass(frozen=True, slots=True)
class Reminder:
    """催办函: only periods by law, never those agreed. *noted* is up to when nothing came."""

    case_name: str
    letter: Reference
    acknowledged_at: datetime | None
    overdue: tuple[OverdueItem, ...]
    noted: date
    wanted_by: date | None


@dataclass(frozen=True, slots=True)
class OpinionReply:
    """检察意见回复函: *result* is what was done about the opinion, *enclosures* prove it."""

    case_name: str
    opinion: Reference
    result: str
    enclosures: tuple[str, ...]


Casework = (
    Lists | Handover | NotReferred | AuditReferral | Clue | DisciplineClue | Reminder | OpinionReply
)
