"""What an accepted roster does to this register: members, facts, keys, revocations.

- Keys it names are believed, unless they contradict believed keys of the same incarnation: then a
  person has decided before (``Decision``).
- It never lowers anything: a higher incarnation held, or a higher ``min_incarnation``, stays.
- Revoked keys are marked and no longer current; what came under them stays, and is judged by the
  cut-off.
- Of our own agency it says nothing we would not know better, but that our keys are revoked: then
  this register begins anew before it exchanges.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import clock
from app.kernel.terms import TrustedBy
from app.models import Agency, AgencyKey, Mechanism, Membership
from app.services import agency_keys, book, house, members, roster_rows
from app.sync import node
from app.sync.card import AgencyFacts, MechanismFacts
from app.sync.roster_form import Member, Roster, RosterFile
from app.vault import journal, restored
from app.vault.register import Register
from app.vault.restored import Mark, Reason


class Decision(StrEnum):
    """What a person chose where a roster contradicts believed keys."""

    KEEP_OURS = "keep_ours"
    TAKE_ROSTERS = "take_rosters"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Other keys for the same incarnation than those believed here; *how* tells the comparison."""

    agency_uid: str
    name: str
    incarnation: int
    held: str
    found: str
    trusted_by: TrustedBy | None
    how: str
    is_self: bool


def contradictions(session: Session, roster: Roster) -> list[Contradiction]:
    """Where *roster* names other keys than are believed here for the same incarnation."""
    found = []
    for member in roster.members:
        row = _held(session, member)
        if row is None or row.verified_at is None or row.fingerprint == _said(member, roster):
            continue
        found.append(
            Contradiction(
                agency_uid=member.agency.uid,
                name=member.agency.name,
                incarnation=row.incarnation,
                held=row.fingerprint,
                found=_said(member, roster),
                trusted_by=row.vouched_by,
                how=row.verified_how,
                is_self=row.agency_id == house.own_agency(session).id,
            )
        )
    return found


def supersedes(session: Session, roster: Roster) -> bool:
    """Whether *roster* puts a key nobody here believes above one that was compared in person.

    The lead alone says so then: neither a former key nor a person does.
    """
    for member in roster.members:
        agency = _agency(session, member.agency.uid)
        if agency is None or member.key is None:
            continue
        current = house.trusted_card(session, agency.id)
        compared = current is not None and current.vouched_by is TrustedBy.PERSON
        if current is not None and compared and member.key.incarnation > current.incarnation:
            return True
    return False


def _held(session: Session, member: Member) -> AgencyKey | None:
    if member.key is None:
        return None
    agency = _agency(session, member.agency.uid)
    if agency is None:
        return None
    return agency_keys.held(session, agency.id, member.key.incarnation)


def _said(member: Member, roster: Roster) -> str:
    return "-".join(member.fingerprint(roster.purpose, roster.issued))


def _agency(session: Session, uid: str) -> Agency | None:
    return session.scalar(select(Agency).where(Agency.uid == uid))


def apply(
    register: Register,
    session: Session,
    file: RosterFile,
    decisions: Mapping[str, Decision],
) -> None:
    """Make *file* the law of this register; every contradiction was decided by agency uid."""
    roster = file.roster.roster
    mechanism = name_lead(register, session, file.root.root.mechanism)
    for member in roster.members:
        agency = _agency(session, member.agency.uid)
        if agency is None:
            agency = Agency(uid=member.agency.uid, is_self=False, min_incarnation=1)
            _describe(agency, member)
            session.add(agency)
            session.flush()
        if not agency.is_self:
            _describe(agency, member)
        _join(session, mechanism, agency, member)
        _revoke(register, session, agency, member)
        if not agency.is_self:
            decision = decisions.get(member.agency.uid)
            _trust(register, session, agency, member, roster, decision)
    _leave_unnamed(register, session, mechanism, roster)
    session.flush()


def name_lead(register: Register, session: Session, facts: MechanismFacts) -> Mechanism:
    """Keep *facts*; our own card says whether we lead, so it is signed anew when that changes."""
    row = roster_rows.mechanism(session, facts.uid)
    before = row.lead_uid if row else facts.lead
    if row is None:
        row = Mechanism(uid=facts.uid)
        session.add(row)
    row.name, row.lead_uid, row.basis = facts.name, facts.lead, facts.basis
    session.flush()
    if before != facts.lead and house.own_agency(session).uid in (before, facts.lead):
        members.issue_own_card(register, session)
    return row


def _describe(agency: Agency, member: Member) -> None:
    for name in AgencyFacts.__slots__:
        setattr(agency, name, getattr(member.agency, name))
    agency.runs_program = member.runs_program


def _join(session: Session, mechanism: Mechanism, agency: Agency, member: Member) -> None:
    row = session.scalar(
        select(Membership)
        .where(Membership.mechanism_id == mechanism.id, Membership.agency_id == agency.id)
        .order_by(Membership.since.desc())
    )
    if row is None or (row.until is not None and member.since > row.since):
        row = Membership(
            mechanism_id=mechanism.id,
            agency_id=agency.id,
            since=member.since,
            basis=mechanism.basis,
        )
        session.add(row)
    row.until = member.until


def _revoke(register: Register, session: Session, agency: Agency, member: Member) -> None:
    now, own = register.clock.now(), house.own_agency(session).uid
    for revoked in member.revoked:
        row = agency_keys.held(session, agency.id, revoked.incarnation)
        if row is None or row.revoked_at is not None:
            continue
        row.revoked_at, row.revoked_reason = now, revoked.reason
        row.cutoff_seq = revoked.cutoff(own)
        _note(
            register,
            session,
            "roster.key-revoked",
            agency,
            incarnation=revoked.incarnation,
            reason=revoked.reason,
        )
    agency.min_incarnation = max(agency.min_incarnation, member.min_incarnation)
    if agency.is_self:
        _mark_revoked(register, session, agency)
        return
    for row in _speaking(session, agency):
        if row.incarnation < agency.min_incarnation:
            row.replaced_at = now


def _mark_revoked(register: Register, session: Session, own: Agency) -> None:
    """New keys are due when those we sign with are heard no more; they stay ours until then."""
    seen, now = own.min_incarnation - 1, register.clock.now()
    if house.own_key(session).incarnation > seen:
        return
    found = restored.read(session) or Mark(Reason.REVOKED, "", now, now)
    restored.mark(session, replace(found, seen=max(found.seen, seen)))


def _retire_named(session: Session, agency: Agency, now: datetime) -> None:
    """Keys of *agency* that only rosters named, and those that such keys vouched for, speak no
    more: it has left. What people compared in person stays."""
    for row in _speaking(session, agency):
        first: AgencyKey | None = row
        while first is not None and first.vouched_by is TrustedBy.FORMER_KEY:
            first = agency_keys.held(session, agency.id, first.vouched_number)
        if first is not None and first.vouched_by is TrustedBy.ROSTER:
            row.replaced_at = now


def _speaking(session: Session, agency: Agency) -> Sequence[AgencyKey]:
    return session.scalars(
        select(AgencyKey).where(AgencyKey.agency_id == agency.id, AgencyKey.replaced_at.is_(None))
    ).all()


def _trust(
    register: Register,
    session: Session,
    agency: Agency,
    member: Member,
    roster: Roster,
    decision: Decision | None,
) -> None:
    now = register.clock.now()
    if member.until is not None:
        _retire_named(session, agency, now)
    card = member.card(roster.purpose, roster.issued)
    current = house.trusted_card(session, agency.id)
    if card is None or card.incarnation < agency.min_incarnation:
        return
    if current is not None and current.incarnation > card.incarnation:
        return
    row = agency_keys.held(session, agency.id, card.incarnation)
    if row is not None and row.fingerprint != "-".join(card.fingerprint):
        if row.verified_at is not None and decision is not Decision.TAKE_ROSTERS:
            return
        _overrule(register, session, agency, row, roster)
        row = None
    if row is None:
        row = agency_keys.key_row(agency.id, card, b"", now)
        session.add(row)
        session.flush()
    if row.verified_at is None:
        how, by = TrustedBy.ROSTER, register.user_name
        agency_keys.believe(session, row, now, by, how, roster.version)
        if not agency.is_self:
            node.meet(book.SqlBook(register, session), agency.uid, now)


def _overrule(
    register: Register, session: Session, agency: Agency, row: AgencyKey, roster: Roster
) -> None:
    """Other keys of the same incarnation go; the journal keeps those that had been believed."""
    if row.verified_at is not None:
        _note(
            register,
            session,
            "roster.key-overruled",
            agency,
            held=row.fingerprint,
            key=row.sign_public,
            version=roster.version,
        )
    session.delete(row)
    session.flush()


def _leave_unnamed(
    register: Register, session: Session, mechanism: Mechanism, roster: Roster
) -> None:
    """Whoever the roster no longer lists has left on the day it was issued."""
    named = {each.agency.uid for each in roster.members}
    day: date = clock.local_date(roster.issued)
    open_rows = session.execute(
        select(Membership, Agency)
        .join(Agency, Agency.id == Membership.agency_id)
        .where(Membership.mechanism_id == mechanism.id, Membership.until.is_(None))
    )
    for membership, agency in open_rows:
        if agency.uid not in named and not agency.is_self:
            membership.until = max(day, membership.since)
            _retire_named(session, agency, register.clock.now())


def _note(
    register: Register, session: Session, action: str, agency: Agency, **facts: str | int
) -> None:
    journal.append(
        session, register.clock, register.user_name, action, agency.uid, name=agency.name, **facts
    )
