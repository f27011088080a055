"""What the receiver of a case answers its sender with.

*letter* is the sender's letter the answer refers to. *penal* tells that the police answer: their
decisions rest on 刑事诉讼法, those of others on the laws of their own work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.rules.papers import Reference


@dataclass(frozen=True, slots=True)
class Acceptance:
    """受案回执. *registration* is the number of the 受案登记表, *enquiry* how to ask after it."""

    case_name: str
    letter: Reference
    received_at: datetime | None
    registration: str
    office: str
    officer: str
    phone: str
    enquiry: str


@dataclass(frozen=True, slots=True)
class Supplement:
    """补正通知书: *missing* one a line."""

    case_name: str
    letter: Reference
    received_at: datetime | None
    penal: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forwarding:
    """移送案件通知书: the case goes on to *receiver*."""

    case_name: str
    letter: Reference
    received_at: datetime | None
    penal: bool
    receiver: str
    reasons: str


@dataclass(frozen=True, slots=True)
class Filing:
    """立案告知书. *offence* is under what it was filed; *articles*: there are articles to hand
    over."""

    case_name: str
    letter: Reference
    received_at: datetime | None
    penal: bool
    offence: str
    articles: bool


@dataclass(frozen=True, slots=True)
class NonFiling:
    """不予立案通知书. *returned* lists what of the file goes back with it."""

    case_name: str
    letter: Reference
    received_at: datetime | None
    penal: bool
    reasons: str
    returned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """处理结果反馈函. *enclosures* are the decisions it tells of."""

    case_name: str
    letter: Reference
    result: str
    basis: str
    enclosures: tuple[str, ...]


Answers = Acceptance | Supplement | Forwarding | Filing | NonFiling | Result
