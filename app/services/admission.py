"""Whether a matter may be opened and a step recorded: what the forms cannot know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import clock
from app.kernel.canon import Plain
from app.kernel.errors import (
    ApproverNotAllowedError,
    EndedError,
    FutureMomentError,
    MissingFieldsError,
    MomentsOutOfOrderError,
    PaperOnlyError,
    StepNotAllowedError,
)
from app.kernel.terms import AgencyRole, Carrier, CaseState, Post, new_uid
from app.models import Agency, Case, Matter
from app.rules import fold
from app.rules.fold import Folded, StepFacts
from app.rules.procedures import PROCEDURES, approver_fits
from app.rules.steps import CrossingRule, StepKind, faults
from app.services import house, threads
from app.vault.register import Register

_CLOCKS_DIFFER: Final = timedelta(days=1)
_LEAST_OFFICERS: Final = 2
_DISCIPLINE_ROUTE: Final = "T5"
_DECISIONS: Final = frozenset({StepKind.APPROVED, StepKind.REFUSED})


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step to be recorded.

    The other side's act may be recorded from its paper (据来文), then *carrier* is paper or OA.
    *fields* are what the step's ``FieldSpec`` rows ask, as plain values.
    """

    kind: StepKind
    occurred_at: datetime
    carrier: Carrier
    fields: Mapping[str, Plain]
    file: Path | None = None


def refuse_paper_only(receiver: Agency, route: str = "") -> None:
    """Nothing of 领导干部插手干预 is kept here (日财采〔2024〕13号 二（五）).

    Raises:
        PaperOnlyError: *receiver* is 纪检监察, or *route* leads there.
    """
    if receiver.role is AgencyRole.DISCIPLINE or route.startswith(_DISCIPLINE_ROUTE):
        raise PaperOnlyError()


def check(
    register: Register, session: Session, matter: Matter, draft: StepDraft, folded: Folded
) -> None:
    """Refuse a step of ours that law, time or the thread does not admit.

    Raises:
        StepNotAllowedError, MissingFieldsError, ApproverNotAllowedError, FutureMomentError,
        MomentsOutOfOrderError.
        EndedError: its content was destroyed by law.
    """
    _refuse_destroyed(session, matter)
    procedure = threads.procedure(session, matter)
    own = house.own_agency(session)
    side = threads.our_side(matter, own.uid)
    if draft.kind not in fold.recordable(procedure, folded, side):
        raise StepNotAllowedError(step=draft.kind, state=folded.state, by=own.name)
    wrong = faults(procedure.rules[draft.kind].for_side(side), draft.fields)
    if wrong:
        raise MissingFieldsError(fields=wrong)
    _check_time(register, draft)
    if draft.kind in _DECISIONS:
        _check_decision(session, matter, draft, folded)
    _check_effect(session, matter, draft, folded, own.uid)


def _refuse_destroyed(session: Session, matter: Matter) -> None:
    case = session.scalar(select(Case).where(Case.uid == matter.case_uid))
    if case is not None and case.state == CaseState.DESTROYED:
        raise EndedError(name=case.number, reason=CaseState.DESTROYED)


def _check_time(register: Register, draft: StepDraft) -> None:
    """An act is recorded when it was done: a clock may be off by a day, a year is a slip."""
    if draft.occurred_at > register.clock.now() + _CLOCKS_DIFFER:
        raise FutureMomentError(moment=draft.occurred_at)


def _check_decision(session: Session, matter: Matter, draft: StepDraft, folded: Folded) -> None:
    """310号令第五条: by whom, after which report, of a team of two or more."""
    fields = draft.fields
    post = Post(str(fields["post"]))
    if not approver_fits(house.agency(session, matter.counterpart_uid).role, post):
        raise ApproverNotAllowedError(post=post)
    if post is Post.ACTING_HEAD and not fields.get("post_basis"):
        raise MissingFieldsError(fields=("post_basis",))
    if len(threads.particulars(matter).team) < _LEAST_OFFICERS:
        raise MissingFieldsError(fields=("referral.team",))
    received = _report_received(draft, folded)
    if received is None:
        raise MissingFieldsError(fields=("report_received_at",))
    if draft.occurred_at < received:
        raise MomentsOutOfOrderError(earlier=received, later=draft.occurred_at)


def _report_received(draft: StepDraft, folded: Folded) -> datetime | None:
    """When the head received the report: as the decision says, else as it was recorded."""
    stated = draft.fields.get("report_received_at")
    if stated:
        return clock.from_text(str(stated))
    recorded = [step for step in folded.effective() if step.kind is StepKind.REPORT_RECEIVED]
    return folded.occurred_at(recorded[-1]) if recorded else None


def _check_effect(
    session: Session, matter: Matter, draft: StepDraft, folded: Folded, own: str
) -> None:
    """Refuse a step of ours that would change nothing: it speaks of no step, or of another's.

    The same act told by both sides is kept, because the time on paper decides.
    """
    candidate = StepFacts(
        uid=new_uid(),
        author=own,
        number=threads.next_number(session, matter, own),
        kind=draft.kind,
        after=folded.heads,
        side=threads.our_side(matter, own),
        internal=PROCEDURES[matter.kind].rules[draft.kind].internal,
        occurred_at=draft.occurred_at,
        carrier=draft.carrier,
        fields=draft.fields,
    )
    after = fold.fold(threads.procedure(session, matter), [*folded.order, candidate])
    known = {step.uid for step in folded.order}
    crossed = {row.uid: row.rule for row in after.crossed}.get(candidate.uid)
    lost = candidate.about and candidate.about not in known
    if lost or crossed not in (None, CrossingRule.SAME_ACT):
        by = house.agency(session, own).name
        raise StepNotAllowedError(step=draft.kind, state=folded.state, by=by)
