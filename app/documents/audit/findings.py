"""What is looked at before a document is issued, and what was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.documents.standard import Measure, Strength
from app.kernel.terms import Post

SAME: Final = 0.05
"""Millimetres within which two positions are one."""


class Element(StrEnum):
    """What was looked at; millimetres unless said otherwise."""

    PAPER_WIDTH = "paper_width"
    PAPER_HEIGHT = "paper_height"
    TEXT_LEFT = "text_left"
    TEXT_RIGHT = "text_right"
    TEXT_TOP = "text_top"
    TEXT_FOOT = "text_foot"
    PITCH = "pitch"
    MARK_TOP = "mark_top"
    RULE_GAP = "rule_gap"
    RULE_WIDTH = "rule_width"
    FOOT_RULE = "foot_rule"
    NUMBER_GAP = "number_gap"
    NUMBER_RIGHT = "number_right"
    TITLE_GAP = "title_gap"
    """Lines."""
    TITLE_MIDDLE = "title_middle"
    FOLIO = "folio"
    """How many dashes stand beside page numbers."""
    FOLIO_GAP = "folio_gap"
    FOLIO_SIDE = "folio_side"
    DATE_RIGHT = "date_right"
    NAME_MIDDLE = "name_middle"
    SEAL_REACH = "seal_reach"
    SEALS_APART = "seals_apart"
    SEAL_SIDE = "seal_side"
    IMPRINT_FOOT = "imprint_foot"
    COMPANIONS = "companions"
    """Lines of text on the page of the signature."""
    FIRST_PAGE = "first_page"
    """What the first page must show."""
    NUMBER = "number"
    YEAR = "year"
    DAY = "day"
    SERIAL = "serial"
    URGENCY = "urgency"
    DATE = "date"
    BLANK_PAGE = "blank_page"
    SECRET = "secret"
    ADDRESSEE = "addressee"
    ATTACHMENTS = "attachments"
    """A count."""
    ATTACHMENT_NAME = "attachment_name"
    ATTACHMENT_LABEL = "attachment_label"
    SIGNERS = "signers"
    APPROVER = "approver"
    SIGNATURE = "signature"
    SEALED = "sealed"
    TITLE = "title"
    BODY = "body"
    MEETING_DAY = "meeting_day"
    REPLY_BY = "reply_by"
    WANTED_BY = "wanted_by"
    REFERENCE = "reference"
    """An attachment the text sends the reader to."""
    PRIVATE = "private"
    """What tells who somebody is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """*page* counts from 1, 0 is the whole document; *expected* and *actual* are as the element."""

    element: Element
    page: int
    expected: float | str
    actual: float | str
    clause: str
    strength: Strength

    @property
    def blocks(self) -> bool:
        """Whether the document may not be issued with it."""
        return self.strength is Strength.PRESCRIBED


@dataclass(frozen=True, slots=True)
class Issuing:
    """What a document does not say of itself.

    *upward*: it goes to a superior agency. *addressees* are the full names it must be sent to,
    *attached* how many attachments go with it, None where nobody has counted. *approvers* are the
    posts that may approve it, empty: any; *approver* is who did, None where nobody has yet.
    *members* are full names an addressee typed by hand may be short for; one that resembles none
    is another agency. *ahead* are the days it asks for, none before its own, or before *today*
    while it has none. *desensitised*: nobody may be known by it.
    """

    upward: bool = False
    addressees: tuple[str, ...] = ()
    attached: int | None = None
    approver: Post | None = None
    approvers: frozenset[Post] = frozenset()
    approval_clause: str = ""
    members: tuple[str, ...] = ()
    ahead: tuple[tuple[Element, date], ...] = ()
    today: date | None = None
    desensitised: bool = False


def off(element: Element, page: int, expected: Measure, actual: float) -> Iterator[Finding]:
    """A finding when *actual* strays from *expected* by more than its clause allows."""
    yield from apart(element, page, expected, expected, actual)


def apart(
    element: Element, page: int, rule: Measure, expected: float, actual: float
) -> Iterator[Finding]:
    """A finding when *actual* is not what follows from *rule*."""
    if abs(actual - expected) > max(rule.tolerance, SAME):
        wanted, got = round(float(expected), 2), round(actual, 2)
        yield Finding(element, page, wanted, got, rule.clause, rule.strength)


def least(
    element: Element, page: int, rule: Measure, expected: float, actual: float
) -> Iterator[Finding]:
    """A finding when *actual* is less than *expected*."""
    if actual < expected - max(rule.tolerance, SAME):
        yield from apart(element, page, rule, expected, actual)


def most(
    element: Element, page: int, rule: Measure, expected: float, actual: float
) -> Iterator[Finding]:
    """A finding when *actual* is more than *expected*."""
    if actual > expected + max(rule.tolerance, SAME):
        yield from apart(element, page, rule, expected, actual)
