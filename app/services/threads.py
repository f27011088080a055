"""A matter's thread between its rows and the rules: read, folded, and what it owes written back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from app.kernel.terms import AgencyRole
from app.models import Agency, Attachment, Case, Duty, Matter, Step
from app.rules import particulars as facts_of
from app.rules.duties import DutyFacts, DutyState, Setting, Standing, duties, flow_of, standing
from app.rules.fold import Folded, StepFacts, fold
from app.rules.packs import Confidence, DeadlineRule
from app.rules.particulars import Particulars
from app.rules.procedures import PROCEDURES, Procedure
from app.rules.steps import Side, State, StepKind
from app.services import packs
from app.services.batch import parts

ENDED: Final = frozenset({State.WITHDRAWN, State.ARCHIVED})
RUNNING: Final = (DutyState.OPEN, DutyState.EXTENDED, DutyState.SUSPENDED)


def procedure(session: Session, matter: Matter) -> Procedure:
    """The rows of the matter's mechanism that make sense for its counterpart."""
    return PROCEDURES[matter.kind].towards(_role(session, matter.counterpart_uid))


def _role(session: Session, uid: str) -> AgencyRole:
    """The role of an agency, asked once in a session."""
    roles: dict[str, AgencyRole] = session.info.setdefault("roles", {})
    if uid not in roles:
        roles[uid] = session.scalars(select(Agency.role).where(Agency.uid == uid)).one()
    return roles[uid]


def folded(session: Session, matter: Matter) -> Folded:
    rows = session.scalars(select(Step).where(Step.matter_id == matter.id))
    return fold(procedure(session, matter), [_facts(matter, row) for row in rows])


def our_side(matter: Matter, own: str) -> Side:
    return Side.OPENER if matter.opener_uid == own else Side.COUNTERPART


def particulars(matter: Matter) -> Particulars:
    return facts_of.read(matter.kind, matter.particulars_version, matter.particulars)


def next_number(session: Session, matter: Matter, author: str) -> int:
    """The author's next step number in this matter, counted from 1."""
    last = session.scalar(
        select(func.max(Step.number)).where(Step.matter_id == matter.id, Step.author_uid == author)
    )
    return (last or 0) + 1


def agency_names(session: Session) -> dict[str, str]:
    return {row.uid: row.name for row in session.execute(select(Agency.uid, Agency.name))}


def case_number(session: Session, case_uid: str) -> str:
    return session.scalar(select(Case.number).where(Case.uid == case_uid)) or ""


def file_names(session: Session, steps: Iterable[Step]) -> dict[str, str]:
    """The display names of the scans of *steps*, by hash."""
    hashes = {step.attachment_sha256 for step in steps if step.attachment_sha256}
    query = select(Attachment.sha256, Attachment.name).where(Attachment.sha256.in_(hashes))
    return {row.sha256: row.name for row in session.execute(query)}


def _facts(matter: Matter, row: Step) -> StepFacts:
    return StepFacts(
        uid=row.uid,
        author=row.author_uid,
        number=row.number,
        kind=StepKind(row.kind),
        after=tuple(row.after),
        side=our_side(matter, row.author_uid),
        internal=row.internal,
        occurred_at=row.occurred_at,
        carrier=row.carrier,
        fields=row.fields,
    )


@dataclass(frozen=True, slots=True)
class DutyView:
    """A duty with the law it rests on, as it stands now.

    *ours* tells whether we owe it, *counterpart* is the other agency of the matter; *facts* holds
    the dates (``rules.duties.DutyFacts``).
    """

    matter_uid: str
    subject: str
    facts: DutyFacts
    standing: Standing
    ours: bool
    owner: str
    counterpart: str
    title: str
    article: str
    quote: str
    document: str
    missed: str
    note: str
    confidence: Confidence
    closed_by: tuple[StepKind, ...]


def refold(session: Session, matter: Matter) -> None:
    """Write the projections of the thread: the matter's state and its duties."""
    session.flush()
    refold_all(session, [matter.id])


def refold_all(session: Session, matters: Sequence[int]) -> None:
    """``refold`` of many matters, by their keys."""
    own = session.scalars(select(Agency.uid).where(Agency.is_self)).one()
    for keys in parts(matters):
        steps: dict[int, list[Step]] = {}
        for step in session.scalars(select(Step).where(Step.matter_id.in_(keys))):
            steps.setdefault(step.matter_id, []).append(step)
        rows: list[dict[str, object]] = []
        for matter in session.scalars(select(Matter).where(Matter.id.in_(keys))):
            told = [_facts(matter, row) for row in steps.get(matter.id, ())]
            now = fold(procedure(session, matter), told)
            matter.state = now.state
            found = duty_facts(session, matter, own, now)
            rows += [_duty_values(matter, facts) for facts in found]
        session.flush()
        session.execute(delete(Duty).where(Duty.matter_id.in_(keys)))
        if rows:
            session.execute(insert(Duty), rows)


def refold_running(session: Session) -> None:
    """Compute again what runs, because a calendar or the law became known."""
    running = select(Duty.matter_id).where(Duty.state.in_(RUNNING)).distinct()
    refold_all(session, session.scalars(running).all())


def duty_facts(session: Session, matter: Matter, own: str, now: Folded) -> tuple[DutyFacts, ...]:
    """Every period the steps started, by the rules of the matter's time."""
    setting = Setting(
        flow=flow_of(_role(session, matter.counterpart_uid)),
        viewer=our_side(matter, own),
        economic_crime=particulars(matter).economic_crime,
    )
    pack = packs.rules_of(session, matter.pack_hash)
    return duties(pack, packs.calendars(session), now, setting)


def duty_views(
    session: Session, matter: Matter, own: str, names: Mapping[str, str], at: datetime
) -> tuple[DutyView, ...]:
    """The duties of *matter* as they stand at *at*."""
    pack = packs.rules_of(session, matter.pack_hash)
    side = our_side(matter, own)
    found = duty_facts(session, matter, own, folded(session, matter))
    return tuple(
        _duty_view(matter, facts, packs.rule(pack, facts.rule_id), side, names, at)
        for facts in found
    )


def _duty_view(
    matter: Matter,
    facts: DutyFacts,
    rule: DeadlineRule,
    side: Side,
    names: Mapping[str, str],
    at: datetime,
) -> DutyView:
    return DutyView(
        matter_uid=matter.uid,
        subject=matter.subject,
        facts=facts,
        standing=standing(facts, at),
        ours=facts.owner is side,
        owner=_owner_name(matter, facts.owner, names),
        counterpart=names[matter.counterpart_uid if side is Side.OPENER else matter.opener_uid],
        title=rule.title,
        article=rule.article,
        quote=rule.quote,
        document=rule.document,
        missed=rule.missed,
        note=rule.note,
        confidence=rule.confidence,
        closed_by=rule.closed_by,
    )


def _owner_name(matter: Matter, owner: Side, names: Mapping[str, str]) -> str:
    """Who owes it; a third is the procuratorate the letter was copied to."""
    match owner:
        case Side.OPENER:
            return names[matter.opener_uid]
        case Side.COUNTERPART:
            return names[matter.counterpart_uid]
        case Side.THIRD:
            return particulars(matter).copy_to


def _duty_values(matter: Matter, facts: DutyFacts) -> dict[str, object]:
    owners = {Side.OPENER: matter.opener_uid, Side.COUNTERPART: matter.counterpart_uid}
    return {
        "matter_id": matter.id,
        "rule_id": facts.rule_id,
        "nature": facts.nature,
        "owner_uid": owners.get(facts.owner, ""),
        "started_by": facts.started_by,
        "started_at": facts.started_at,
        "due_at": facts.due_at,
        "rolled_at": facts.rolled_at,
        "latest_at": facts.latest_at,
        "provisional": facts.provisional,
        "state": facts.state,
        "closed_by": facts.closed_by or None,
        "closed_at": facts.closed_at,
        "note": "",
    }
