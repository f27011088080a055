"""What each letter is written from, beside the particulars of its matter.

Every class here is frozen and knows no wording. A field that is empty or None is written by hand
on the paper, or its part of the letter is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.documents.kinds.facts_answers import Answers
from app.documents.kinds.facts_casework import Casework
from app.kernel.terms import Delivery, Post
from app.rules.papers import Paper
from app.rules.particulars import Referral, TeamMember


@dataclass(frozen=True, slots=True)
class Issue:
    """How one letter is issued. *number* and *day* are empty in a draft: their places stay blank.

    *agency* and *receiver* are full names, *handler* and *phone* are whom the receiver may ask.
    *register* identifies the issuing register in the check mark. *joint* are the agencies that
    issue it too (联合行文), *urgency* is 特急 or 加急, *serial* the 份号 of one copy, *printer* the
    office that prints it (印发机关). *downward*: the receiver is below the agency in its own
    system, which decides how a 函 calls it (你局, else 贵局).
    """

    agency: str
    receiver: str
    handler: str
    phone: str
    number: str = ""
    day: date | None = None
    register: str = ""
    exercise: bool = False
    joint: tuple[str, ...] = ()
    urgency: str = ""
    serial: str = ""
    printer: str = ""
    downward: bool = False


class Decision(StrEnum):
    APPROVED = "approved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Approval:
    """移送涉嫌犯罪案件审批表 (310号令第五条). *reported_at* is when the head received the report.

    *summary* stands in the sheet; where it is empty the facts do, on a sheet of their own when they
    are long. *post_basis* is why a 主持工作的负责人 decides. *penal*: it goes to the police.
    """

    referral: Referral
    penal: bool = True
    summary: str = ""
    opinion: str = ""
    reported_at: datetime | None = None
    decision: Decision | None = None
    decided_at: datetime | None = None
    approver: str = ""
    post: Post | None = None
    post_basis: str = ""
    refusal_reasons: str = ""


@dataclass(frozen=True, slots=True)
class ServedPaper:
    """A document that is served."""

    title: str
    number: str
    copies: int


@dataclass(frozen=True, slots=True)
class Service:
    """送达回证. *servers* are the two officers who deliver."""

    case_name: str
    papers: tuple[ServedPaper, ...]
    servers: tuple[TeamMember, ...] = ()
    method: Delivery | None = None
    place: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """复议决定 of the police: asked for and decided before a 立案监督建议."""

    title: str
    number: str
    day: date
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Objection:
    """提请复议 or 建议立案监督 after a decision not to file (310号令第九条).

    *referral_number* and *referral_day* are those of the 移送书; *decision_reasons* what the police
    gave, *reasons* why the agency objects; *enclosures* the titles of what goes with it.
    *decided_by* is the police agency that decided; *review* only where one was asked for.
    """

    referral: Referral
    referral_number: str
    referral_day: date
    decided_by: str
    decision_title: str
    decision_number: str
    decision_day: date
    decision_received_at: datetime
    decision_reasons: str
    reasons: str
    enclosures: tuple[str, ...]
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class FeedbackRequest:
    """商请反馈: *questions* are what the agency would like to be told, *basis* the article."""

    case_name: str
    letter_title: str
    letter_number: str
    letter_day: date
    acknowledged_at: datetime | None
    basis: str
    questions: tuple[str, ...]


Facts = Referral | Approval | Service | Objection | FeedbackRequest | Casework | Answers | Paper
