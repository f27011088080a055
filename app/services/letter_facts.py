"""What each letter of a referral is written from, read out of its thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.kinds.facts import (
    Approval,
    Decision,
    Facts,
    FeedbackRequest,
    Objection,
    Review,
    ServedPaper,
    Service,
)
from app.documents.kinds.letters import LetterKind
from app.kernel import clock
from app.kernel.canon import Plain
from app.kernel.errors import LetterFieldsError
from app.kernel.terms import Post
from app.models import Letter, Matter
from app.rules.fold import Folded, StepFacts
from app.rules.particulars import Referral
from app.rules.steps import Side, StepKind
from app.services import house, threads


@dataclass(frozen=True, slots=True)
class Words:
    """What the officer writes for one letter and no record holds yet."""

    reasons: str = ""
    enclosures: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    basis: str = ""
    summary: str = ""
    opinion: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Thread:
    """A matter read once: its particulars, its steps that count, its first issued letter."""

    matter: Matter
    referral: Referral
    steps: tuple[StepFacts, ...]
    folded: Folded
    letter: Letter | None
    names: Mapping[str, str]
    words: Words

    def last(self, *kinds: StepKind) -> StepFacts | None:
        return next((step for step in reversed(self.steps) if step.kind in kinds), None)

    def received(self, step: StepFacts) -> datetime:
        """When we received the notice *step*, as the clock of our answer counts it.

        Raises:
            LetterFieldsError: its receipt is not recorded; an import is none.
        """
        for one in reversed(self.steps):
            if one.kind is StepKind.NOTICE_RECEIVED and one.about == step.uid:
                return self.folded.occurred_at(one)
        stated = step.moment("received_at") if step.side is Side.OPENER else None
        if stated is None:
            raise LetterFieldsError(fields=("decision_received_at",))
        return stated


def read(session: Session, matter: Matter, kind: LetterKind, words: Words) -> Facts:
    """The facts of a letter of *kind*.

    Raises:
        LetterFieldsError: the thread lacks the step the letter answers.
    """
    folded = threads.folded(session, matter)
    letter = session.scalar(
        select(Letter)
        .where(Letter.matter_id == matter.id, Letter.author_uid == matter.opener_uid)
        .order_by(Letter.id)
    )
    referral = threads.particulars(matter)
    names = threads.agency_names(session)
    thread = _Thread(matter, referral, folded.effective(), folded, letter, names, words)
    return _FACTS[kind](thread)


def step_fields(kind: LetterKind, matter: Matter, words: Words, title: str) -> dict[str, Plain]:
    """What the step of an issued letter says beside number, date and signer."""
    receiver = threads.particulars(matter).copy_to
    match kind:
        case LetterKind.REVIEW_REQUEST:
            return {"reasons": words.reasons or title}
        case LetterKind.SUPERVISION:
            return {"reasons": words.reasons or title, "receiver": receiver}
        case LetterKind.FEEDBACK:
            return {"text": title}
        case _:
            return {}


def receiver_name(session: Session, matter: Matter, kind: LetterKind) -> str:
    """Whom a letter is addressed to: the other party, or the procuratorate for 立案监督."""
    if kind is LetterKind.SUPERVISION:
        return threads.particulars(matter).copy_to
    own = house.own_agency(session).uid
    other = matter.counterpart_uid if matter.opener_uid == own else matter.opener_uid
    return house.agency(session, other).name


def _referral(thread: _Thread) -> Facts:
    return thread.referral


def _approval(thread: _Thread) -> Facts:
    decided = thread.last(StepKind.APPROVED, StepKind.REFUSED)
    reported = thread.last(StepKind.REPORT_RECEIVED)
    fields = decided.fields if decided else {}
    refused = decided is not None and decided.kind is StepKind.REFUSED
    return Approval(
        referral=thread.referral,
        summary=thread.words.summary,
        opinion=thread.words.opinion,
        reported_at=thread.folded.occurred_at(reported) if reported else None,
        decision=(Decision.REFUSED if refused else Decision.APPROVED) if decided else None,
        decided_at=thread.folded.occurred_at(decided) if decided else None,
        approver=str(fields.get("approver", "")),
        post=Post(str(fields["post"])) if "post" in fields else None,
        post_basis=str(fields.get("post_basis", "")),
        refusal_reasons=str(fields.get("reasons", "")),
    )


def _service(thread: _Thread) -> Facts:
    letter = _issued(thread)
    return Service(
        case_name=thread.referral.case.name,
        papers=(ServedPaper(letter.title, letter.number, 1),),
        servers=thread.referral.team[:2],
        place=thread.words.place,
    )


def _objection(thread: _Thread) -> Facts:
    letter, decision = _issued(thread), _required(thread, "decision", StepKind.NOT_FILED)
    return Objection(
        referral=thread.referral,
        referral_number=letter.number,
        referral_day=letter.dated_on,
        decided_by=thread.names[thread.matter.counterpart_uid],
        decision_title="不予立案通知书",
        decision_number=str(decision.fields.get("number", "")),
        decision_day=_day(decision),
        decision_received_at=thread.received(decision),
        decision_reasons=str(decision.fields.get("reasons", "")),
        reasons=thread.words.reasons,
        enclosures=thread.words.enclosures,
        review=_review(thread),
    )


def _review(thread: _Thread) -> Review | None:
    decided = thread.last(StepKind.REVIEW_UPHELD)
    if decided is None:
        return None
    return Review(
        title="复议决定书",
        number=str(decided.fields.get("number", "")),
        day=_day(decided),
        received_at=thread.received(decided),
    )


def _feedback(thread: _Thread) -> Facts:
    letter, signed = _issued(thread), thread.last(StepKind.ACKNOWLEDGED)
    return FeedbackRequest(
        case_name=thread.referral.case.name,
        letter_title=letter.title,
        letter_number=letter.number,
        letter_day=letter.dated_on,
        acknowledged_at=thread.folded.occurred_at(signed) if signed else None,
        basis=thread.words.basis,
        questions=thread.words.questions,
    )


def _issued(thread: _Thread) -> Letter:
    if thread.letter is None:
        raise LetterFieldsError(fields=("letter_number",))
    return thread.letter


def _required(thread: _Thread, field: str, *kinds: StepKind) -> StepFacts:
    found = thread.last(*kinds)
    if found is None:
        raise LetterFieldsError(fields=(field,))
    return found


def _day(step: StepFacts) -> date:
    """The date a notice bears, else the day it was made known."""
    stated = step.fields.get("dated_on")
    return date.fromisoformat(stated) if stated else clock.local_date(step.occurred_at)


_FACTS: Final[Mapping[LetterKind, Callable[[_Thread], Facts]]] = MappingProxyType(
    {
        LetterKind.REFERRAL: _referral,
        LetterKind.TRANSFER: _referral,
        LetterKind.APPROVAL: _approval,
        LetterKind.SERVICE: _service,
        LetterKind.REVIEW_REQUEST: _objection,
        LetterKind.SUPERVISION: _objection,
        LetterKind.FEEDBACK: _feedback,
    }
)
