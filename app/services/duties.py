"""The workbench: what is due, what is awaited, what waits for a hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import Text, exists, func, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from app.kernel import clock
from app.models import Agency, AgencyKey, Duty, Matter, Step
from app.rules import fold
from app.rules.duties import Standing
from app.rules.packs import Nature
from app.rules.procedures import PROCEDURES
from app.rules.steps import State, StepKind
from app.services import house, outbox, threads
from app.services.threads import DutyView
from app.vault.register import Register

_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class ToReceive:
    """A notice that was taken in and whose receipt is not recorded (已导入，待登记签收)."""

    matter_uid: str
    subject: str
    step_uid: str
    kind: StepKind
    sender: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class ToApprove:
    """A referral whose report waits for the head's decision."""

    matter_uid: str
    subject: str
    counterpart: str


@dataclass(frozen=True, slots=True)
class ToSend:
    """A peer for whom something waits that lies on no medium yet."""

    uid: str
    name: str
    entries: int
    ack_due: bool
    verified: bool


@dataclass(frozen=True, slots=True)
class Workbench:
    """*due* is what we owe, *awaited* what others owe us, both soonest first; windows and rights
    that lapsed are left out. *provisional* names years whose holidays are not announced."""

    now: datetime
    today: date
    due: tuple[DutyView, ...]
    awaited: tuple[DutyView, ...]
    to_approve: tuple[ToApprove, ...]
    to_receive: tuple[ToReceive, ...]
    to_send: tuple[ToSend, ...]
    unverified: tuple[str, ...]
    provisional: tuple[int, ...]

    @property
    def overdue(self) -> tuple[DutyView, ...]:
        return tuple(each for each in self.due if each.standing is Standing.OVERDUE)

    @property
    def within_a_week(self) -> tuple[DutyView, ...]:
        """What we owe within seven days from today, overdue ones not among them."""
        return tuple(
            each
            for each in self.due
            if each.standing is not Standing.OVERDUE
            and each.facts.due_at is not None
            and (clock.local_date(each.facts.due_at) - self.today).days <= _WEEK
        )


def workbench(register: Register) -> Workbench:
    """Everything that waits, as it stands at the register's clock."""
    now = register.clock.now()
    with register.read() as session:
        own = house.own_agency(session).uid
        names = threads.agency_names(session)
        running = [
            view
            for matter in _with_open_duties(session)
            for view in threads.duty_views(session, matter, own, names, now)
            if _runs(matter, view)
        ]
        return Workbench(
            now=now,
            today=clock.local_date(now),
            due=_sorted(view for view in running if view.ours),
            awaited=_sorted(
                view for view in running if not view.ours and view.facts.nature is Nature.DUTY
            ),
            to_approve=_to_approve(session, own, names),
            to_receive=_to_receive(session, own, names),
            to_send=_to_send(session),
            unverified=_unverified(session),
            provisional=tuple(sorted({y for view in running for y in view.facts.unknown_years})),
        )


def _runs(matter: Matter, view: DutyView) -> bool:
    """Whether it still waits; a right that lapsed and a dateless duty of an ended matter do not."""
    if view.facts.state not in threads.RUNNING or view.standing is Standing.LAPSED:
        return False
    return view.facts.due_at is not None or matter.state not in threads.ENDED


def waiting_matters(register: Register) -> int:
    """How many acts of referrals wait for our hand: decisions of the head, receipts of notices."""
    with register.read() as session:
        own = house.own_agency(session).uid
        names = threads.agency_names(session)
        return len(_to_approve(session, own, names)) + len(_to_receive(session, own, names))


def waiting_peers(register: Register) -> int:
    """For how many agencies something lies here that is on no medium yet."""
    with register.read() as session:
        return len(_to_send(session))


def _with_open_duties(session: Session) -> list[Matter]:
    query = (
        select(Matter)
        .join(Duty, Duty.matter_id == Matter.id)
        .where(
            Duty.state.in_(threads.RUNNING),
            # An ended matter may still owe something by a day; what has no day ended with it.
            or_(Matter.state.not_in(threads.ENDED), Duty.due_at.is_not(None)),
        )
        .distinct()
    )
    return list(session.scalars(query))


def _sorted(views: Iterable[DutyView]) -> tuple[DutyView, ...]:
    return tuple(
        sorted(views, key=lambda view: (view.facts.due_at is None, view.facts.due_at or 0))
    )


def _to_approve(session: Session, own: str, names: dict[str, str]) -> tuple[ToApprove, ...]:
    pending = session.scalars(
        select(Matter).where(Matter.state == State.PENDING, Matter.opener_uid == own)
    )
    return tuple(ToApprove(row.uid, row.subject, names[row.counterpart_uid]) for row in pending)


def _to_receive(session: Session, own: str, names: dict[str, str]) -> tuple[ToReceive, ...]:
    return tuple(
        ToReceive(
            matter_uid=matter.uid,
            subject=matter.subject,
            step_uid=step.uid,
            kind=step.kind,
            sender=names[step.author],
            occurred_at=step.occurred_at,
        )
        for matter in _with_unreceived(session, own)
        for step in fold.unreceived(
            threads.procedure(session, matter),
            threads.folded(session, matter),
            threads.our_side(matter, own),
        )
    )


def _with_unreceived(session: Session, own: str) -> list[Matter]:
    """Matters with a notice of somebody else and no record of its receipt, ended ones too."""
    notices = [
        kind
        for procedure in PROCEDURES.values()
        for kind, rule in procedure.rules.items()
        if rule.notice
    ]
    receipt = aliased(Step)
    received = exists().where(
        receipt.matter_id == Step.matter_id,
        receipt.kind == StepKind.NOTICE_RECEIVED,
        func.json_extract(type_coerce(receipt.fields, Text), "$.about") == Step.uid,
    )
    query = (
        select(Matter)
        .join(Step, Step.matter_id == Matter.id)
        .where(Step.kind.in_(notices), Step.author_uid != own, ~received)
        .distinct()
        .order_by(Matter.id)
    )
    return list(session.scalars(query))


def _to_send(session: Session) -> tuple[ToSend, ...]:
    peers = session.scalars(
        select(Agency).where(~Agency.is_self, Agency.runs_program).order_by(Agency.id)
    )
    found = [(peer, outbox.waiting_counts(session, peer)) for peer in peers]
    return tuple(
        ToSend(
            uid=peer.uid,
            name=peer.name,
            entries=waiting.unwritten,
            ack_due=waiting.ack_due,
            verified=waiting.verified,
        )
        for peer, waiting in found
        if waiting.unwritten or waiting.ack_due
    )


def _unverified(session: Session) -> tuple[str, ...]:
    return tuple(
        session.scalars(
            select(Agency.name)
            .join(AgencyKey)
            .where(AgencyKey.verified_at.is_(None), AgencyKey.replaced_at.is_(None))
        )
    )
