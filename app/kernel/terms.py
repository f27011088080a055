"""The closed words and small value types every room speaks.

A word here is exchanged or stored by value: renaming a member is free, changing a value is not.
"""

from __future__ import annotations

import re
import uuid
from enum import StrEnum
from typing import Final

_UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_HANDLE = re.compile(r"[a-z0-9]([a-z0-9-]{0,14}[a-z0-9])?")

SUITE: Final = "lianxi-1"
"""Ed25519 in SSHSIG, age v1 with X25519; the name leaves room for an SM2/SM3/SM4 suite."""


class Purpose(StrEnum):
    """What a register is for, fixed when it is created."""

    REAL = "real"
    EXERCISE = "exercise"


class AgencyRole(StrEnum):
    """The part an agency plays in the rules; its name may be anything."""

    FINANCE = "finance"
    POLICE = "police"
    AUDIT = "audit"
    MARKET = "market"
    DISCIPLINE = "discipline"
    PROCURATORATE = "procuratorate"
    OTHER = "other"


class AgencyLevel(StrEnum):
    CITY = "city"
    DISTRICT = "district"
    OTHER = "other"


class CaseState(StrEnum):
    """Where a case stands in its own register; an extract is another agency's."""

    OPEN = "open"
    CLOSED = "closed"
    EXTRACT = "extract"
    DESTROYED = "destroyed"


class CaseOutcome(StrEnum):
    """How a case was closed (行政处罚法第五十七条, 310号令第五条)."""

    PENALISED = "penalised"
    NOT_PENALISED = "not_penalised"
    REFERRED = "referred"
    TRANSFERRED = "transferred"
    UNFOUNDED = "unfounded"
    OTHER = "other"


class MatterKind(StrEnum):
    """The mechanisms of the notice (日财采〔2024〕13号 二) that the program carries."""

    REFERRAL = "referral"


class Carrier(StrEnum):
    """How an act reached the record."""

    PROGRAM = "program"
    PAPER = "paper"
    OA = "oa"


class Post(StrEnum):
    """The post of whoever decides; 310号令第五条 admits only the first two."""

    HEAD = "head"
    ACTING_HEAD = "acting_head"
    DEPUTY = "deputy"
    OTHER = "other"


class PartyKind(StrEnum):
    ORGANISATION = "organisation"
    PERSON = "person"


class PartyRole(StrEnum):
    """domain vocabulary 当事人角色; 公职人员 has no row here (领导干部插手干预 stays on paper)."""

    PURCHASER = "purchaser"
    AGENT = "agent"
    SUPPLIER = "supplier"
    EXPERT = "expert"
    OTHER = "other"


class ProcurementMethod(StrEnum):
    """政府采购法第二十六条 and later rules."""

    OPEN_TENDER = "open_tender"
    INVITED_TENDER = "invited_tender"
    NEGOTIATION = "negotiation"
    CONSULTATION = "consultation"
    INQUIRY = "inquiry"
    SINGLE_SOURCE = "single_source"
    FRAMEWORK = "framework"
    INNOVATION = "innovation"
    OTHER = "other"

    @property
    def is_tender(self) -> bool:
        """Whether 招标投标 words (串通投标) fit this method."""
        return self in {ProcurementMethod.OPEN_TENDER, ProcurementMethod.INVITED_TENDER}


class ProjectKind(StrEnum):
    GOODS = "goods"
    WORKS = "works"
    SERVICES = "services"


class EvidenceKind(StrEnum):
    """The kinds of 刑事诉讼法第五十条, in its order, and 其他."""

    PHYSICAL = "physical"
    DOCUMENTARY = "documentary"
    STATEMENT = "statement"
    EXPERT_OPINION = "expert_opinion"
    RECORD = "record"
    AUDIOVISUAL = "audiovisual"
    ELECTRONIC = "electronic"
    OTHER = "other"


class MaterialKind(StrEnum):
    """The five items of 310号令第六条."""

    REFERRAL_LETTER = "referral_letter"
    INVESTIGATION_REPORT = "investigation_report"
    ARTICLES_LIST = "articles_list"
    INSPECTION_REPORT = "inspection_report"
    OTHER = "other"


class Delivery(StrEnum):
    """送达方式."""

    BY_HAND = "by_hand"
    CONFIDENTIAL_POST = "confidential_post"
    MAIL = "mail"
    OFFICIAL_EXCHANGE = "official_exchange"
    PROGRAM = "program"
    AT_MEETING = "at_meeting"


class TrustedBy(StrEnum):
    """Why the keys of a card are believed."""

    PERSON = "person"
    """The fingerprint was compared by two people."""
    ROSTER = "roster"
    FORMER_KEY = "former_key"
    """A key that was believed before signed the card."""


class RosterState(StrEnum):
    """What became of a roster that came in."""

    ACCEPTED = "accepted"
    WAITING = "waiting"
    """Genuine, but a person must decide: it names other keys than were compared in person."""
    ALARM = "alarm"
    """The lead signed two texts under one version, and this is the other one."""
    SETTLED = "settled"
    """Decided against; kept as evidence."""


class RootState(StrEnum):
    PINNED = "pinned"
    PROPOSED = "proposed"


class RosterFault(StrEnum):
    """Why something cannot be done with a roster now."""

    NO_ROSTER = "no_roster"
    STARTED = "started"
    NOT_PROPOSED = "not_proposed"
    OTHER_PROPOSAL = "other_proposal"
    NOT_A_KEY_HOLDER = "not_a_key_holder"
    SIGNED_ALREADY = "signed_already"
    NOT_TRUSTED = "not_trusted"
    NOT_RAISED = "not_raised"
    NEWER_SEEN = "newer_seen"
    NOT_HEARD = "not_heard"
    WRONG_SECRET = "wrong_secret"
    NOT_WAITING = "not_waiting"
    THE_LEAD_ITSELF = "the_lead_itself"
    TOO_FEW_HOLDERS = "too_few_holders"
    EXPIRES_TOO_EARLY = "expires_too_early"


def new_uid() -> str:
    """A fresh UUIDv4 in lower-case text: the only kind of identity that leaves a register."""
    return str(uuid.uuid4())


def is_uid(text: str) -> bool:
    return _UID.fullmatch(text) is not None


def is_handle(text: str) -> bool:
    """Whether *text* may label an agency in file names: 1-16 of a-z 0-9 and inner hyphens."""
    return _HANDLE.fullmatch(text) is not None
