"""Matters between agencies: opened, carried step by step, shown with what is due and awaited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, select, true
from sqlalchemy.orm import Session

from app.kernel import plain
from app.kernel.canon import Plain
from app.kernel.errors import (
    MatterIssuedError,
    ReadOnlyRecordError,
    StepNotAllowedError,
    UnderApprovalError,
    UnknownRecordError,
)
from app.kernel.terms import Carrier, MatterKind, new_uid
from app.models import Case, Duty, Letter, Matter, Step
from app.rules import fold
from app.rules.duties import DutyState
from app.rules.fold import Folded
from app.rules.packs import Nature
from app.rules.particulars import VERSIONS, Particulars
from app.rules.procedures import PROCEDURES
from app.rules.steps import CrossingRule, Side, State, StepKind
from app.services import (
    admission,
    cases,
    cutoffs,
    entries,
    evidence,
    house,
    incoming,
    packs,
    threads,
)
from app.services.admission import StepDraft
from app.services.changes import Changes, Noun, changed
from app.services.threads import DutyView
from app.vault import journal
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class MatterDraft:
    """A new matter about a case of our own, towards *counterpart_uid*; *basis* is the clause."""

    kind: MatterKind
    case_uid: str
    counterpart_uid: str
    basis: str
    particulars: Particulars


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A line of the list of matters; *due_at* is the next open duty of anybody."""

    uid: str
    kind: MatterKind
    subject: str
    state: State
    counterpart: str
    opened_here: bool
    opened_at: datetime
    case_uid: str
    case_number: str
    due_at: datetime | None
    due_rule: str
    ours: bool


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as the thread shows it.

    *crossed* says by which rule it has no effect (往来交错), None when it counts. *actor* is whose
    act it was; *relayed* that its author recorded it from the actor's paper (据来文).
    *awaits_receipt* marks a notice of the other side whose receipt we have not recorded
    (已导入，待登记签收).
    """

    uid: str
    kind: StepKind
    actor: Side
    author: str
    own: bool
    number: int
    occurred_at: datetime
    recorded_at: datetime
    recorded_by: str
    carrier: Carrier
    internal: bool
    fields: Mapping[str, Plain]
    attachment_sha256: str
    attachment_name: str
    crossed: CrossingRule | None
    relayed: bool
    awaits_receipt: bool


@dataclass(frozen=True, slots=True)
class LetterRow:
    """An issued text of a matter."""

    uid: str
    kind: str
    way: str
    number: str
    title: str
    signer: str
    dated_on: str
    author: str
    sha256: str
    check_code: str


@dataclass(frozen=True, slots=True)
class MatterView:
    """A matter with its thread in folded order; *allowed* are our own acts now, *recordable*
    all that the generic form offers, the other side's acts from paper included. *beyond* are its
    steps and letters, or itself, that were taken in beyond a cut-off (``services.cutoffs``)."""

    uid: str
    kind: MatterKind
    subject: str
    basis: str
    state: State
    opener_uid: str
    opener: str
    counterpart_uid: str
    counterpart: str
    counterpart_runs_program: bool
    our_side: Side
    opened_at: datetime
    case_uid: str
    case_number: str
    own_case: str
    shared: bool
    particulars: Particulars
    steps: tuple[StepView, ...]
    waiting: int
    allowed: tuple[StepKind, ...]
    recordable: tuple[StepKind, ...]
    duties: tuple[DutyView, ...]
    letters: tuple[LetterRow, ...]
    beyond: frozenset[str]


def open_matter(register: Register, draft: MatterDraft) -> Changes:
    """Open a matter; nothing leaves before its letter is issued.

    Raises:
        PaperOnlyError: it belongs to 纪检监察; nothing is kept of it.
        ReadOnlyRecordError: the case is another agency's extract.
        EndedError: the case is closed, or destroyed.
        StepNotAllowedError: an agency does not turn to itself.
    """
    with register.write() as session:
        own, other = house.own_agency(session), house.agency(session, draft.counterpart_uid)
        admission.refuse_paper_only(other, draft.particulars.route)
        case = cases.one(session, draft.case_uid)
        if case.owner_uid != own.uid:
            raise ReadOnlyRecordError(kind="case", owner=house.agency(session, case.owner_uid).name)
        cases.refuse_ended(case)
        if own.uid == other.uid:
            raise StepNotAllowedError(step=StepKind.ISSUED, state=State.DRAFT, by=own.name)
        mechanism = house.mechanism(session)
        matter = Matter(
            uid=new_uid(),
            kind=draft.kind,
            mechanism_uid=mechanism.uid if mechanism else "",
            opener_uid=own.uid,
            counterpart_uid=other.uid,
            case_uid=case.uid,
            subject=case.name,
            basis=draft.basis,
            opened_at=register.clock.now(),
            particulars=plain.to_plain(draft.particulars),
            particulars_version=VERSIONS[draft.kind],
            pack_hash=case.pack_hash or packs.current_hash(session),
            state=State.DRAFT,
            shared=False,
        )
        session.add(matter)
        session.flush()
        threads.refold(session, matter)
        _note(register, session, "matter.opened", matter.uid, to=other.name)
        return changed(Noun.MATTERS, uid=matter.uid)


def revise(register: Register, uid: str, particulars: Particulars) -> Changes:
    """Replace the particulars of a matter of ours before its approval is asked for.

    Raises:
        MatterIssuedError: what was issued is not edited; record 更正 instead.
        UnderApprovalError: what the head decides on stays as it is; record 退回 first.
        ReadOnlyRecordError: it is another agency's, or another case.
        PaperOnlyError: as for ``open_matter``.
    """
    with register.write() as session:
        matter = _own_matter(session, uid)
        if matter.shared:
            raise MatterIssuedError(subject=matter.subject)
        if matter.state not in {State.DRAFT, State.REFUSED}:
            raise UnderApprovalError(subject=matter.subject, state=State(matter.state))
        if particulars.case.uid != matter.case_uid:
            raise ReadOnlyRecordError(kind="matter", owner=matter.subject)
        admission.refuse_paper_only(
            house.agency(session, matter.counterpart_uid), particulars.route
        )
        matter.particulars = plain.to_plain(particulars)
        matter.particulars_version = VERSIONS[matter.kind]
        threads.refold(session, matter)
        _note(register, session, "matter.revised", uid)
        return changed(Noun.MATTERS, uid=uid)


def record_step(register: Register, uid: str, draft: StepDraft) -> Changes:
    """Append a step; its duties close and start with it, and a shared one is queued for the peer.

    Raises:
        StepNotAllowedError: the folded state does not admit it.
        ApproverNotAllowedError: a deputy approves (310号令第五条).
        MissingFieldsError: a required field is empty; nothing was recorded.
        FutureMomentError, MomentsOutOfOrderError: the moments cannot be right.
        MediumError: the scan cannot be read; nothing was recorded.
    """
    kept = None if draft.file is None else evidence.keep_file(register, draft.file)
    with register.write() as session:
        matter = one(session, uid)
        if draft.kind is StepKind.ISSUED:
            # Only ``letters`` issues: a matter without its letter could never be issued again.
            raise StepNotAllowedError(
                step=draft.kind, state=State(matter.state), by=house.own_agency(session).name
            )
        sha256 = evidence.attach(register, session, kept).sha256 if kept else None
        append(register, session, matter, draft, sha256)
        return changed(Noun.MATTERS, Noun.LETTERS, Noun.EXCHANGE, uid=uid)


def rows(register: Register, *, open_only: bool = False) -> tuple[MatterRow, ...]:
    """Every matter, newest first; with *open_only* those that are not ended."""
    with register.read() as session:
        return _rows(session, Matter.state.not_in(threads.ENDED) if open_only else true())


def of_case(register: Register, case_uid: str) -> tuple[MatterRow, ...]:
    """The matters about a case or an extract."""
    with register.read() as session:
        return _rows(session, Matter.case_uid == case_uid)


def show(register: Register, uid: str) -> MatterView:
    """Raises UnknownRecordError."""
    with register.read() as session:
        return _view(session, one(session, uid), register.clock.now())


# -- shared with other use cases -----------------------------------------------------------


def one(session: Session, uid: str) -> Matter:
    """Raises UnknownRecordError."""
    matter = session.scalar(select(Matter).where(Matter.uid == uid))
    if matter is None:
        raise UnknownRecordError(kind="matter", uid=uid)
    return matter


def append(
    register: Register, session: Session, matter: Matter, draft: StepDraft, sha256: str | None
) -> Step:
    """The one way a step of ours comes to be; used by letters too. Raises as ``record_step``."""
    own = house.own_agency(session)
    folded = threads.folded(session, matter)
    admission.check(register, session, matter, draft, folded)
    rule = PROCEDURES[matter.kind].rules[draft.kind]
    step = Step(
        uid=new_uid(),
        matter_id=matter.id,
        author_uid=own.uid,
        number=threads.next_number(session, matter, own.uid),
        kind=draft.kind,
        after=list(folded.heads),
        occurred_at=draft.occurred_at,
        recorded_at=register.clock.now(),
        recorded_by=register.user_name,
        carrier=draft.carrier,
        internal=rule.internal,
        fields=dict(draft.fields),
        attachment_sha256=sha256,
    )
    session.add(step)
    session.flush()
    threads.refold(session, matter)
    if not rule.internal:
        entries.queue_step(register, session, matter, step)
    incoming.enter_signed(register, session, matter, step)
    _note(register, session, f"step.{draft.kind}", matter.uid, step=step.uid)
    return step


# -- inside --------------------------------------------------------------------------------


def _note(register: Register, session: Session, action: str, uid: str, **facts: Plain) -> None:
    journal.append(session, register.clock, register.user_name, action, uid, **facts)


def _own_matter(session: Session, uid: str) -> Matter:
    matter = one(session, uid)
    if matter.opener_uid != house.own_agency(session).uid:
        raise ReadOnlyRecordError(
            kind="matter", owner=house.agency(session, matter.opener_uid).name
        )
    return matter


def _rows(session: Session, condition: ColumnElement[bool]) -> tuple[MatterRow, ...]:
    own = house.own_agency(session).uid
    names = threads.agency_names(session)
    next_due = _next_due(session, own)
    # Columns, not matters: reading the particulars of 30,000 took eight seconds.
    found = session.execute(
        select(
            Matter.id,
            Matter.uid,
            Matter.kind,
            Matter.subject,
            Matter.state,
            Matter.opener_uid,
            Matter.counterpart_uid,
            Matter.opened_at,
            Matter.case_uid,
            func.coalesce(Case.number, "").label("case_number"),
        )
        .outerjoin(Case, Case.uid == Matter.case_uid)
        .where(condition)
        .order_by(Matter.id.desc())
    )
    return tuple(
        MatterRow(
            uid=row.uid,
            kind=row.kind,
            subject=row.subject,
            state=State(row.state),
            counterpart=names[row.counterpart_uid if row.opener_uid == own else row.opener_uid],
            opened_here=row.opener_uid == own,
            opened_at=row.opened_at,
            case_uid=row.case_uid,
            case_number=row.case_number,
            due_at=next_due[row.id].due_at if row.id in next_due else None,
            due_rule=next_due[row.id].rule_id if row.id in next_due else "",
            ours=row.id in next_due and next_due[row.id].owner_uid == own,
        )
        for row in found
    )


def _next_due(session: Session, own: str) -> dict[int, Any]:
    """The earliest duty of each matter that runs, our own before anybody else's.

    Rights and windows are left out: what passes unused is not late. Of the other side the outer
    limit counts, because before it nothing is late either.
    """
    at = case(
        (Duty.owner_uid == own, Duty.due_at), else_=func.coalesce(Duty.latest_at, Duty.due_at)
    )
    running = session.execute(
        select(Duty.matter_id, at.label("due_at"), Duty.rule_id, Duty.owner_uid)
        .where(
            Duty.state.in_((DutyState.OPEN, DutyState.EXTENDED)),
            Duty.nature == Nature.DUTY,
            Duty.due_at.is_not(None),
        )
        .order_by(Duty.owner_uid == own, at.desc())
    )
    # The last one told of a matter is kept.
    return {row.matter_id: row for row in running}


def _view(session: Session, matter: Matter, now: datetime) -> MatterView:
    own = house.own_agency(session).uid
    names = threads.agency_names(session)
    folded, procedure = threads.folded(session, matter), threads.procedure(session, matter)
    other = matter.counterpart_uid if matter.opener_uid == own else matter.opener_uid
    side = threads.our_side(matter, own)
    linked = session.scalar(select(Case.uid).where(Case.opened_from == matter.case_uid))
    return MatterView(
        uid=matter.uid,
        kind=matter.kind,
        subject=matter.subject,
        basis=matter.basis,
        state=folded.state,
        opener_uid=matter.opener_uid,
        opener=names[matter.opener_uid],
        counterpart_uid=matter.counterpart_uid,
        counterpart=names[matter.counterpart_uid],
        counterpart_runs_program=house.agency(session, other).runs_program,
        our_side=side,
        opened_at=matter.opened_at,
        case_uid=matter.case_uid,
        case_number=threads.case_number(session, matter.case_uid),
        own_case=linked or "",
        shared=matter.shared,
        particulars=threads.particulars(matter),
        steps=_step_views(session, matter, folded, own, names),
        waiting=len(folded.waiting),
        allowed=fold.allowed(procedure, folded, side),
        recordable=fold.recordable(procedure, folded, side),
        duties=threads.duty_views(session, matter, own, names, now),
        letters=_letters(session, matter, names),
        beyond=cutoffs.records(session),
    )


def _step_views(
    session: Session, matter: Matter, folded: Folded, own: str, names: Mapping[str, str]
) -> tuple[StepView, ...]:
    found = session.scalars(select(Step).where(Step.matter_id == matter.id))
    by_uid = {step.uid: step for step in found}
    files = threads.file_names(session, by_uid.values())
    crossed = {row.uid: row.rule for row in folded.crossed}
    procedure, side = threads.procedure(session, matter), threads.our_side(matter, own)
    unreceived = {step.uid for step in fold.unreceived(procedure, folded, side)}
    rules = PROCEDURES[matter.kind].rules
    return tuple(
        StepView(
            uid=facts.uid,
            kind=facts.kind,
            actor=facts.side if rules[facts.kind].either else rules[facts.kind].actor,
            author=names[facts.author],
            own=facts.author == own,
            number=facts.number,
            occurred_at=folded.occurred_at(facts),
            recorded_at=by_uid[facts.uid].recorded_at,
            recorded_by=by_uid[facts.uid].recorded_by,
            carrier=facts.carrier,
            internal=facts.internal,
            fields=facts.fields,
            attachment_sha256=by_uid[facts.uid].attachment_sha256 or "",
            attachment_name=files.get(by_uid[facts.uid].attachment_sha256 or "", ""),
            crossed=crossed.get(facts.uid),
            relayed=not rules[facts.kind].own_act_of(facts.side),
            awaits_receipt=facts.uid in unreceived,
        )
        for facts in sorted(folded.order, key=lambda each: by_uid[each.uid].recorded_at)
    )


def _letters(session: Session, matter: Matter, names: Mapping[str, str]) -> tuple[LetterRow, ...]:
    found = session.scalars(select(Letter).where(Letter.matter_id == matter.id).order_by(Letter.id))
    return tuple(
        LetterRow(
            uid=row.uid,
            kind=row.kind,
            way=row.way,
            number=row.number,
            title=row.title,
            signer=row.signer,
            dated_on=row.dated_on.isoformat(),
            author=names[row.author_uid],
            sha256=row.attachment_sha256,
            check_code=row.check_code,
        )
        for row in found
    )
