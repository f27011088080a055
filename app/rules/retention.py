"""How long a file is kept, when its term is over, and what stands in the way of destroying it.

Sources: 国家档案局令第8号 (永久, 定期 30年 and 10年), 国家档案局令第13号 (鉴定, 销毁清册, 监销),
个人信息保护法第十九条 and 第四十七条 (no longer than needed; deletion before the end has a basis).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Term(StrEnum):
    """保管期限, as the officer enters it from the unit's own schedule."""

    TEN_YEARS = "10y"
    THIRTY_YEARS = "30y"
    PERMANENT = "permanent"


_YEARS: Final = MappingProxyType({Term.TEN_YEARS: 10, Term.THIRTY_YEARS: 30})


class DisposalFault(StrEnum):
    """Why a file cannot be put on a list for destruction."""

    NOT_CLOSED = "not_closed"
    MATTER_OPEN = "matter_open"
    DUTY_OPEN = "duty_open"
    UNACKNOWLEDGED = "unacknowledged"
    DESTROYED = "destroyed"


class ApprovalFault(StrEnum):
    """Why an approval does not carry a destruction."""

    NOT_APPROVED = "not_approved"
    SIGNERS = "signers"
    LIST_CHANGED = "list_changed"
    DECIDED = "decided"


class ClosingFault(StrEnum):
    """Why closing would put a penalty in the place of a referral (310号令第十一条)."""

    NOT_REFERRED = "not_referred"
    UNDECIDED = "undecided"
    DUTY_OPEN = "duty_open"


@dataclass(frozen=True, slots=True)
class Signer:
    """A person who answers for a destruction with name and post."""

    name: str
    post: str


def last_day(term: Term, closed_on: date) -> date | None:
    """The last day a file closed on *closed_on* must be kept; None: for ever.

    The term is counted in whole years from the 1 January that follows, so it never ends early.
    """
    years = _YEARS.get(term)
    return None if years is None else date(closed_on.year + years, 12, 31)


def is_over(term: Term, closed_on: date, today: date) -> bool:
    last = last_day(term, closed_on)
    return last is not None and today > last


def two_persons(signers: tuple[Signer, ...]) -> bool:
    """Whether at least two different persons are named (二人监销)."""
    return len({"".join(each.name.split()) for each in signers} - {""}) > 1
