"""Facts of the lists, records and letters of the agency whose case it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from app.documents.kinds.facts import Facts
from app.documents.kinds.facts_casework import (
    AuditReferral,
    Clue,
    Handover,
    Lists,
    NotReferred,
    OpinionReply,
    OverdueItem,
    Reminder,
)
from app.documents.kinds.letters import LetterKind
from app.kernel import clock
from app.kernel.terms import Post
from app.rules.papers import Reference
from app.rules.steps import StepKind
from app.services.letter_thread import Thread, day_of
from app.services.threads import DutyView

_NONE: Final = Reference("", "", None)
_WRITTEN_HERE: Final = "立案告知书"
_ON_PAPER: Final = "立案通知书"
"""What 310号令第十二条 calls it."""
_OPINION: Final = "检察意见书"


def _lists(thread: Thread) -> Facts:
    return Lists(thread.referral, thread.reference() if thread.letter else _NONE)


def _handover(thread: Thread) -> Facts:
    filed = thread.required("filing", StepKind.FILED)
    written = any(each.kind == LetterKind.FILING for each in thread.letters)
    number = str(filed.fields.get("number", ""))
    return Handover(
        referral=thread.referral,
        letter=thread.reference(),
        filing=Reference(_WRITTEN_HERE if written else _ON_PAPER, number, day_of(filed)),
        filing_received_at=thread.received_at(filed),
        place=thread.words.place,
        custody=thread.words.custody,
    )


def _not_referred(thread: Thread) -> Facts:
    refused = thread.required("reasons", StepKind.REFUSED)
    reported = thread.last(StepKind.REPORT_RECEIVED)
    told = refused.moment("report_received_at")
    return NotReferred(
        referral=thread.referral,
        reported_at=told or (thread.folded.occurred_at(reported) if reported else None),
        standard=thread.words.standard,
        reasons=str(refused.fields.get("reasons", "")),
        handling=thread.words.handling,
        approver=str(refused.fields.get("approver", "")),
        post=Post(str(refused.fields["post"])) if "post" in refused.fields else None,
        post_basis=str(refused.fields.get("post_basis", "")),
        decided_at=thread.folded.occurred_at(refused),
    )


def _audit_referral(thread: Thread) -> Facts:
    words = thread.words
    return AuditReferral(thread.referral, words.project, words.period, words.opinion)


def _clue(thread: Thread) -> Facts:
    return Clue(thread.referral, thread.words.opinion, thread.words.secrecy)


def _reminder(thread: Thread) -> Facts:
    return Reminder(
        case_name=thread.referral.case.name,
        letter=thread.reference(),
        acknowledged_at=thread.acknowledged(),
        overdue=tuple(_item(duty) for duty in thread.overdue),
        noted=clock.local_date(thread.now),
        wanted_by=thread.words.wanted_by,
    )


def _item(duty: DutyView) -> OverdueItem:
    limit = duty.facts.limit or duty.facts.started_at
    return OverdueItem(duty.title, duty.article, duty.facts.started_at, clock.local_date(limit))


def _opinion_reply(thread: Thread) -> Facts:
    words = thread.words
    return OpinionReply(
        case_name=thread.referral.case.name,
        opinion=Reference(words.named or _OPINION, words.numbered, words.dated),
        result=words.result,
        enclosures=words.enclosures,
    )


CASEWORK: Final[Mapping[LetterKind, Callable[[Thread], Facts]]] = MappingProxyType(
    {
        LetterKind.MATERIALS: _lists,
        LetterKind.ARTICLES: _lists,
        LetterKind.HANDOVER: _handover,
        LetterKind.NOT_REFERRED: _not_referred,
        LetterKind.AUDIT_REFERRAL: _audit_referral,
        LetterKind.CLUE: _clue,
        LetterKind.REMINDER: _reminder,
        LetterKind.OPINION_REPLY: _opinion_reply,
    }
)
