"""结案 and 恢复办理: a case of our own ends by an act, and goes on only by another.

A case that is suspected of a crime is never closed by a penalty in the place of a referral
(310号令第十一条, 行政处罚法第二十七条); what a penalty lawfully did before is not touched by that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import clock
from app.kernel.errors import (
    EndedError,
    FutureMomentError,
    MissingFieldsError,
    PenaltyInsteadOfReferralError,
    ReadOnlyRecordError,
)
from app.kernel.terms import AgencyRole, CaseOutcome, CaseState, MatterKind
from app.models import Agency, Case, CaseClosing, Duty, Matter
from app.rules.packs import Nature
from app.rules.retention import ClosingFault
from app.rules.steps import State
from app.services import cases, house, packs, threads
from app.services.changes import Changes, Noun, changed
from app.vault import journal
from app.vault.register import Register

_DECISION_OF_POLICE: Final = "国务院令第310号第八条、第十条"
_DUTY_TO_REFER: Final = "国务院令第310号第三条、第五条"

_CRIMINAL: Final = frozenset({AgencyRole.POLICE, AgencyRole.PROCURATORATE, AgencyRole.DISCIPLINE})

DECIDED: Final = frozenset(
    {
        State.FILED,
        State.NOT_FILED,
        State.REVIEW_UPHELD,
        State.ARTICLES_HANDED_OVER,
        State.CASE_WITHDRAWN,
        State.RESULT_REPORTED,
        State.ARCHIVED,
    }
)
"""States in which the police have decided on a referral."""


@dataclass(frozen=True, slots=True)
class Closing:
    """How and when a case was closed, and by whom it was recorded."""

    how: CaseOutcome
    closed_on: date
    basis: str
    recorded_at: datetime
    recorded_by: str


def close_case(
    register: Register, uid: str, how: CaseOutcome, closed_on: date, basis: str
) -> Changes:
    """Close a case of our own; *basis* names the decision or the 结案审批.

    Raises:
        PenaltyInsteadOfReferralError: it is suspected of a crime and the referral is not settled.
        EndedError: it is closed already, or destroyed.
        ReadOnlyRecordError, UnknownRecordError, MissingFieldsError, FutureMomentError.
    """
    if not basis.strip():
        raise MissingFieldsError(fields=("closing_basis",))
    if closed_on > clock.local_date(register.clock.now()):
        raise FutureMomentError(moment=clock.at_local(*closed_on.timetuple()[:3]))
    with register.write() as session:
        case = _own_case(session, uid)
        cases.refuse_ended(case)
        _refuse_penalty_instead(session, case)
        session.add(
            CaseClosing(
                case_id=case.id,
                how=how,
                closed_on=closed_on,
                basis=basis.strip(),
                recorded_at=register.clock.now(),
                recorded_by=register.user_name,
                reopened_at=None,
                reopened_by="",
                reopen_reason="",
            )
        )
        case.state = CaseState.CLOSED
        _note(register, session, "case.closed", uid, how=how.value, on=closed_on.isoformat())
        return changed(Noun.CASES, uid=uid)


def reopen_case(register: Register, uid: str, reason: str) -> Changes:
    """Let a closed case of our own go on.

    Raises:
        EndedError: it was destroyed.
        MissingFieldsError: no reason is given, or there is no closing to end.
        ReadOnlyRecordError, UnknownRecordError.
    """
    if not reason.strip():
        raise MissingFieldsError(fields=("reopen_reason",))
    with register.write() as session:
        case = _own_case(session, uid)
        row = closing_row(session, case)
        if case.state != CaseState.CLOSED or row is None:
            raise EndedError(name=case.number, reason=CaseState(case.state))
        row.reopened_at, row.reopened_by = register.clock.now(), register.user_name
        row.reopen_reason = reason.strip()
        case.state = CaseState.OPEN
        _note(register, session, "case.reopened", uid)
        return changed(Noun.CASES, uid=uid)


def closing(register: Register, uid: str) -> Closing | None:
    """How the case stands closed now; None while it is open. Raises UnknownRecordError."""
    with register.read() as session:
        row = closing_row(session, cases.one(session, uid))
        if row is None:
            return None
        return Closing(
            how=CaseOutcome(row.how),
            closed_on=row.closed_on,
            basis=row.basis,
            recorded_at=row.recorded_at,
            recorded_by=row.recorded_by,
        )


# -- shared with other use cases -----------------------------------------------------------


def closing_row(session: Session, case: Case) -> CaseClosing | None:
    return session.scalar(
        select(CaseClosing)
        .where(CaseClosing.case_id == case.id, CaseClosing.reopened_at.is_(None))
        .order_by(CaseClosing.id.desc())
    )


def open_duties(session: Session, matters: Sequence[Matter], owner: str = "") -> list[Duty]:
    """What is owed in *matters* and not done, of *owner* or of anybody."""
    query = select(Duty).where(
        Duty.matter_id.in_([matter.id for matter in matters]),
        Duty.nature == Nature.DUTY,
        Duty.state.in_(threads.RUNNING),
    )
    return list(session.scalars(query.where(Duty.owner_uid == owner) if owner else query))


# -- inside --------------------------------------------------------------------------------


def _own_case(session: Session, uid: str) -> Case:
    case = cases.one(session, uid)
    if case.owner_uid != house.own_agency(session).uid:
        raise ReadOnlyRecordError(kind="case", owner=house.agency(session, case.owner_uid).name)
    return case


def _refuse_penalty_instead(session: Session, case: Case) -> None:
    """以罚代刑: a suspected crime needs a referral that was decided on, or recorded reasons.

    It binds administrative bodies; who decides on crimes itself has nobody to refer to.
    """
    own = house.own_agency(session)
    if not case.crime_suspected or own.role in _CRIMINAL:
        return
    matters = _referrals(session, case)
    states = {State(matter.state) for matter in matters}
    if states - DECIDED - {State.REFUSED, State.WITHDRAWN}:
        raise _refusal(case, ClosingFault.UNDECIDED, _DECISION_OF_POLICE)
    if not states & {*DECIDED, State.REFUSED}:
        raise _refusal(case, ClosingFault.NOT_REFERRED, _DUTY_TO_REFER)
    if owed := open_duties(session, matters, own.uid):
        raise _refusal(case, ClosingFault.DUTY_OPEN, _article(session, matters, owed[0]))


def _referrals(session: Session, case: Case) -> list[Matter]:
    """What went, or is on its way, to those who decide on crimes."""
    found = session.scalars(
        select(Matter)
        .join(Agency, Agency.uid == Matter.counterpart_uid)
        .where(
            Matter.case_uid == case.uid,
            Matter.kind == MatterKind.REFERRAL,
            Agency.role.in_(_CRIMINAL),
        )
    )
    return list(found)


def _article(session: Session, matters: Sequence[Matter], duty: Duty) -> str:
    matter = next(each for each in matters if each.id == duty.matter_id)
    return packs.rule(packs.rules_of(session, matter.pack_hash), duty.rule_id).article


def _refusal(case: Case, reason: ClosingFault, article: str) -> PenaltyInsteadOfReferralError:
    return PenaltyInsteadOfReferralError(number=case.number, reason=reason, article=article)


def _note(register: Register, session: Session, action: str, uid: str, **facts: str) -> None:
    journal.append(session, register.clock, register.user_name, action, uid, **facts)
