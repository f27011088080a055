"""What each letter of a referral is written from, read out of its thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
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
from app.documents.kinds.letters import LETTERS, LetterKind
from app.documents.model import Form
from app.kernel.canon import Plain
from app.kernel.terms import Post
from app.models import Letter, Matter
from app.rules.duties import Standing
from app.rules.steps import Side, StepKind
from app.services import house, threads
from app.services.letter_answers import ANSWERS, answer_fields
from app.services.letter_casework import CASEWORK
from app.services.letter_thread import Thread, Words, day_of
from app.services.threads import DutyView

_OPENING: Final = tuple(kind for kind, row in LETTERS.items() if row.step is StepKind.ISSUED)
_SERVED: Final = frozenset(
    kind
    for kind, row in LETTERS.items()
    if row.step and (row.form is Form.ENFORCEMENT or row.step is StepKind.ISSUED)
) - {LetterKind.SUPERVISION}
"""What goes to the other party against a 送达回证: the last of ours."""
TO_PROCURATORATE: Final = frozenset({LetterKind.SUPERVISION, LetterKind.OPINION_REPLY})


def read(session: Session, matter: Matter, kind: LetterKind, words: Words, now: datetime) -> Facts:
    """The facts of a letter of *kind*, as the matter stands at *now*.

    Raises:
        LetterFieldsError: the thread lacks the step the letter answers.
    """
    return _FACTS[kind](_thread(session, matter, words, now))


def overdue(session: Session, matter: Matter, now: datetime) -> tuple[DutyView, ...]:
    """What the other side owes us by law and has not done in its time, put off over holidays."""
    own, names = house.own_agency(session).uid, threads.agency_names(session)
    return tuple(
        duty for duty in threads.duty_views(session, matter, own, names, now) if is_overdue(duty)
    )


def is_overdue(duty: DutyView) -> bool:
    """Whether 催办 may speak of it; an agreed period that has passed never is (超过建议时间)."""
    theirs = not duty.ours and duty.facts.owner is Side.COUNTERPART
    return theirs and duty.standing is Standing.OVERDUE


def _thread(session: Session, matter: Matter, words: Words, now: datetime) -> Thread:
    folded = threads.folded(session, matter)
    query = select(Letter).where(Letter.matter_id == matter.id).order_by(Letter.id)
    letters = tuple(session.scalars(query))
    opened = (each for each in letters if each.kind in _OPENING)
    return Thread(
        matter=matter,
        referral=threads.particulars(matter),
        steps=folded.effective(),
        folded=folded,
        letter=next((each for each in opened if each.author_uid == matter.opener_uid), None),
        letters=letters,
        names=threads.agency_names(session),
        own=house.own_agency(session).uid,
        role=house.agency(session, matter.counterpart_uid).role,
        overdue=overdue(session, matter, now),
        now=now,
        words=words,
    )


def step_fields(kind: LetterKind, matter: Matter, words: Words, title: str) -> dict[str, Plain]:
    """What the step of an issued letter says beside number, date and signer."""
    facts = threads.particulars(matter)
    match kind:
        case LetterKind.REVIEW_REQUEST:
            return {"reasons": words.reasons or title}
        case LetterKind.SUPERVISION:
            return {"reasons": words.reasons or title, "receiver": facts.copy_to}
        case LetterKind.FEEDBACK | LetterKind.REMINDER:
            return {"text": title}
        case _:
            return answer_fields(kind, words)


def receiver_name(session: Session, matter: Matter, kind: LetterKind) -> str:
    """Whom a letter is addressed to: the other party, the procuratorate for what is its business,
    nobody for what stays in the house."""
    if kind in TO_PROCURATORATE:
        return threads.particulars(matter).copy_to
    if kind is LetterKind.NOT_REFERRED:
        return ""
    own = house.own_agency(session).uid
    other = matter.counterpart_uid if matter.opener_uid == own else matter.opener_uid
    return house.agency(session, other).name


def _referral(thread: Thread) -> Facts:
    return thread.referral


def _approval(thread: Thread) -> Facts:
    decided = thread.last(StepKind.APPROVED, StepKind.REFUSED)
    reported = thread.last(StepKind.REPORT_RECEIVED)
    fields = decided.fields if decided else {}
    refused = decided is not None and decided.kind is StepKind.REFUSED
    return Approval(
        referral=thread.referral,
        penal=thread.penal,
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


def _service(thread: Thread) -> Facts:
    served = [each for each in thread.letters if each.kind in _SERVED]
    own = [each for each in served if each.author_uid == thread.own]
    named = [thread.reference_to(each) for each in own[-1:]]
    return Service(
        case_name=thread.referral.case.name,
        papers=tuple(ServedPaper(each.title, each.number, 1) for each in named),
        servers=thread.referral.team[:2] if thread.own == thread.matter.opener_uid else (),
        place=thread.words.place,
    )


def _objection(thread: Thread) -> Facts:
    letter, decision = thread.issued(), thread.required("decision", StepKind.NOT_FILED)
    return Objection(
        referral=thread.referral,
        referral_number=letter.number,
        referral_day=letter.dated_on,
        decided_by=thread.names[thread.matter.counterpart_uid],
        decision_title="不予立案通知书",
        decision_number=str(decision.fields.get("number", "")),
        decision_day=day_of(decision),
        decision_received_at=thread.received(decision),
        decision_reasons=str(decision.fields.get("reasons", "")),
        reasons=thread.words.reasons,
        enclosures=thread.words.enclosures,
        review=_review(thread),
    )


def _review(thread: Thread) -> Review | None:
    decided = thread.last(StepKind.REVIEW_UPHELD)
    if decided is None:
        return None
    return Review(
        title="复议决定书",
        number=str(decided.fields.get("number", "")),
        day=day_of(decided),
        received_at=thread.received(decided),
    )


def _feedback(thread: Thread) -> Facts:
    letter = thread.reference()
    return FeedbackRequest(
        case_name=thread.referral.case.name,
        letter_title=letter.title,
        letter_number=letter.number,
        letter_day=thread.issued().dated_on,
        acknowledged_at=thread.acknowledged(),
        basis=thread.words.basis,
        questions=thread.words.questions,
    )


_FACTS: Final[Mapping[LetterKind, Callable[[Thread], Facts]]] = MappingProxyType(
    {
        LetterKind.REFERRAL: _referral,
        LetterKind.TRANSFER: _referral,
        LetterKind.APPROVAL: _approval,
        LetterKind.SERVICE: _service,
        LetterKind.REVIEW_REQUEST: _objection,
        LetterKind.SUPERVISION: _objection,
        LetterKind.FEEDBACK: _feedback,
        **CASEWORK,
        **ANSWERS,
    }
)
