"""Issuing rosters: the lead's side. What the contacts book says becomes the next version.

- Only the lead issues; the signature is by its root key, or by the sealed deputy key.
- The next version is the held one plus one. A lead that was restored from an old copy is stopped
  while a member says it holds a newer one, or has not answered yet (``roster_numbering``).
- A revocation names the incarnation and, where it is known, the last number still believed; never
  a date, because dates are what an intruder would forge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import clock
from app.kernel.errors import MissingFieldsError, NotLeadError, RosterStateError
from app.kernel.terms import RosterFault
from app.models import Agency, AgencyKey, Mechanism, Membership
from app.services import agency_keys, house, members, roster, roster_numbering, roster_rows
from app.services.changes import Changes, Noun, changed
from app.sync import roots, roster_form, signature
from app.sync import roster as rules
from app.sync.roots import Root, RootKey, SignedRoot
from app.sync.roster import Change, State, Verdict
from app.sync.roster_form import Cutoff, Member, MemberKey, Revoked, Roster, RosterFile
from app.vault import journal, recovery
from app.vault.register import Register

DEPUTY: Final = "deputy"
"""The label of a key that exists on paper only."""

_NOBODY: Final[Mapping[str, date]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Revocation:
    """*seq* is the last number of its stream to us that is still believed, None for all taken in;
    *others* are the like for further members."""

    agency_uid: str
    reason: str
    seq: int | None = None
    others: tuple[Cutoff, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueDraft:
    """*leaving* maps agency uids to the day they leave; *secret* is a deputy key, or empty.

    *despite* is why a version is issued although a member says it holds a newer one, or may hold
    one: what a member says is no proof, and must not stop the lead for ever.
    """

    mechanism_uid: str
    expires: date
    revocations: tuple[Revocation, ...] = ()
    leaving: Mapping[str, date] = field(default_factory=lambda: _NOBODY)
    secret: str = ""
    despite: str = ""


@dataclass(frozen=True, slots=True)
class StartDraft:
    """The first root and roster; *deputy* makes a second key that is printed and sealed."""

    expires: date
    root_expires: date
    deputy: bool


@dataclass(frozen=True, slots=True)
class Started:
    """*deputy_secret* is shown once and kept nowhere; empty when none was wished."""

    changes: Changes
    deputy_secret: str


@dataclass(frozen=True, slots=True)
class LiaisonDraft:
    liaison: str
    phone: str
    address: str


def start(register: Register, draft: StartDraft) -> Started:
    """Pin a root of our own key and issue the first roster from the contacts book.

    Raises:
        NotLeadError: another agency leads. RosterStateError: it was started before.
    """
    with register.write() as session:
        mechanism = led(session, None)
        if roster_rows.pinned(session, mechanism.uid):
            raise RosterStateError(reason=RosterFault.STARTED)
        secret = recovery.fresh() if draft.deputy else ""
        root = _first_root(register, session, mechanism, draft, secret)
        roster.pin(register, session, (root,))
        _journal(register, session, "roster.started", mechanism, deputy=draft.deputy)
        _issue(register, session, mechanism, IssueDraft(mechanism.uid, draft.expires))
        return Started(changed(Noun.MEMBERS, Noun.EXCHANGE, uid=mechanism.uid), secret)


def pending(register: Register, mechanism_uid: str) -> tuple[Change, ...]:
    """What the next version would say that the held one does not.

    Raises:
        NotLeadError, RosterStateError.
    """
    with register.read() as session:
        mechanism = led(session, mechanism_uid)
        held = roster_rows.held_state(session, mechanism.uid)
        root = roster_rows.newest_root(session, mechanism.uid)
        if held is None or root is None:
            raise RosterStateError(reason=RosterFault.NO_ROSTER)
        draft = IssueDraft(mechanism.uid, held.roster.expires)
        new = _next(register, session, mechanism, root, draft)
        return rules.difference(held, State(root.root, new))


def issue(register: Register, draft: IssueDraft) -> Changes:
    """Sign the next version and put it in force here.

    Raises:
        NotLeadError: another agency leads. RecoveryKeyFormError: *secret* is miscopied.
        RosterStateError: no roster was started, a member holds a newer one or may, the lead
        itself is to leave or be revoked, or the secret is no roster key.
        RosterFormError: the dates do not fit.
    """
    with register.write() as session:
        mechanism = led(session, draft.mechanism_uid)
        _issue(register, session, mechanism, draft)
        return changed(Noun.MEMBERS, Noun.EXCHANGE, uid=mechanism.uid)


def change_liaison(register: Register, agency_uid: str, draft: LiaisonDraft) -> Changes:
    """Enter who is to be called; for ourselves a new card with the same keys is signed.

    A member hears of it by our card, the others by the next roster.

    Raises:
        MissingFieldsError: it names nobody.
    """
    if not draft.liaison.strip():
        raise MissingFieldsError(fields=("liaison",))
    with register.write() as session:
        agency = house.agency(session, agency_uid)
        before = {name: getattr(agency, name) for name in LiaisonDraft.__slots__}
        for name in LiaisonDraft.__slots__:
            setattr(agency, name, getattr(draft, name).strip())
        session.flush()
        if agency.is_self:
            members.issue_own_card(register, session)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "member.liaison-changed",
            agency_uid,
            name=agency.name,
            before=before,
            after={name: getattr(agency, name) for name in LiaisonDraft.__slots__},
        )
        return changed(Noun.MEMBERS, uid=agency_uid)


def deputy_seed(secret: str) -> bytes:
    """The Ed25519 seed of a printed deputy key.

    Raises:
        RecoveryKeyFormError: *secret* is miscopied.
    Source: RFC 5869; the secret has 160 bits, so no stretching is needed.
    """
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"lianxi-deputy-root/1")
    return derive.derive(recovery.read(secret))


# -- inside --------------------------------------------------------------------------------


def led(session: Session, mechanism_uid: str | None) -> Mechanism:
    """The mechanism we lead; without a uid the register's own."""
    row = (
        roster_rows.mechanism(session, mechanism_uid) if mechanism_uid else house.mechanism(session)
    )
    if row is None or row.lead_uid != house.own_agency(session).uid:
        raise NotLeadError(mechanism=row.name if row else "", lead=row.lead_uid if row else "")
    return row


def _first_root(
    register: Register, session: Session, mechanism: Mechanism, draft: StartDraft, secret: str
) -> SignedRoot:
    own, seed = house.own_agency(session).uid, house.own_root(session).seed
    keys = [RootKey(own, "", signature.public_of(seed))]
    if secret:
        keys.append(RootKey(own, DEPUTY, signature.public_of(deputy_seed(secret))))
    root = Root(
        purpose=register.purpose,
        mechanism=agency_keys.mechanism_facts(mechanism),
        version=1,
        prev=None,
        threshold=1,
        keys=tuple(keys),
        roster_keys=tuple(each.key for each in keys),
        issued=register.clock.now(),
        expires=draft.root_expires,
    )
    return roots.signed(roots.draft(root), seed)


def _issue(register: Register, session: Session, mechanism: Mechanism, draft: IssueDraft) -> None:
    chain = roster_rows.pinned(session, mechanism.uid)
    if not chain:
        raise RosterStateError(reason=RosterFault.NO_ROSTER)
    _refuse_dates(register, draft)
    roster_numbering.refuse_unsure(session, mechanism.uid, draft.despite.strip())
    seed = _roster_seed(session, chain[-1].root, draft.secret)
    body = _next(register, session, mechanism, chain[-1], draft)
    file = RosterFile(chain, roster_form.signed(roster_form.draft(body), seed))
    roster.put_in_force(register, session, file, Verdict((), 0, news=True), {}, "")
    why = {"despite": draft.despite.strip()} if draft.despite.strip() else {}
    _journal(register, session, "roster.issued", mechanism, version=body.version, **why)


def _refuse_dates(register: Register, draft: IssueDraft) -> None:
    if draft.expires <= clock.local_date(register.clock.now()):
        raise RosterStateError(reason=RosterFault.EXPIRES_TOO_EARLY)


def _roster_seed(session: Session, root: Root, secret: str) -> bytes:
    seed = deputy_seed(secret) if secret else house.own_root(session).seed
    if signature.public_of(seed) not in root.roster_keys:
        raise RosterStateError(reason=RosterFault.WRONG_SECRET)
    return seed


def _next(
    register: Register,
    session: Session,
    mechanism: Mechanism,
    root: SignedRoot,
    draft: IssueDraft,
) -> Roster:
    held = roster_rows.held_roster(session, mechanism.uid)
    said = held.roster if held else None
    _refuse_lead(mechanism, draft)
    today = clock.local_date(register.clock.now())
    found = [
        _member(session, mechanism, agency, said, draft, today)
        for agency in _listed(session, mechanism, said)
    ]
    return Roster(
        purpose=register.purpose,
        mechanism=mechanism.uid,
        root_version=root.root.version,
        root_hash=root.sha256,
        version=roster_numbering.next_version(session, mechanism.uid),
        prev=held.sha256 if held else None,
        issued=register.clock.now(),
        expires=draft.expires,
        members=tuple(sorted(found, key=lambda each: each.agency.uid)),
    )


def _refuse_lead(mechanism: Mechanism, draft: IssueDraft) -> None:
    for each in draft.revocations:
        if not each.reason.strip():
            raise MissingFieldsError(fields=("reason",))
    touched = {each.agency_uid for each in draft.revocations} | set(draft.leaving)
    if mechanism.lead_uid in touched:
        raise RosterStateError(reason=RosterFault.THE_LEAD_ITSELF)


def _listed(session: Session, mechanism: Mechanism, held: Roster | None) -> list[Agency]:
    """Whoever was listed, whose keys are believed, or who is written to on paper.

    A card nobody compared is not published: its name may be a lie too. Nor is an agency that
    belongs to another mechanism and not to this one.
    """
    named = {each.agency.uid for each in held.members} if held else set()
    named.add(mechanism.lead_uid)
    every = session.scalars(select(Agency).order_by(Agency.uid))
    return [each for each in every if each.uid in named or _belongs(session, mechanism, each)]


def _belongs(session: Session, mechanism: Mechanism, agency: Agency) -> bool:
    if agency.runs_program and house.trusted_card(session, agency.id) is None:
        return False
    joined = session.scalars(
        select(Membership.mechanism_id).where(Membership.agency_id == agency.id)
    ).all()
    return not joined or mechanism.id in joined


def _member(
    session: Session,
    mechanism: Mechanism,
    agency: Agency,
    held: Roster | None,
    draft: IssueDraft,
    today: date,
) -> Member:
    before = held.member(agency.uid) if held else None
    since, until = _period(session, mechanism, agency, before, today)
    until = draft.leaving.get(agency.uid, until)
    gone = before.revoked if before else ()
    lowest = max(agency.min_incarnation, before.min_incarnation if before else 1)
    for each in draft.revocations:
        if each.agency_uid == agency.uid:
            revoked = _revoked(session, agency, each)
            gone, lowest = (*gone, revoked), max(lowest, revoked.incarnation + 1)
    key = house.trusted_card(session, agency.id)
    heard = key is not None and key.incarnation >= lowest and until is None
    return Member(
        agency=agency_keys.facts(agency),
        since=since,
        until=until,
        runs_program=agency.runs_program,
        key=_key(key) if key is not None and heard and agency.runs_program else None,
        min_incarnation=lowest,
        revoked=tuple(sorted(gone, key=lambda each: each.incarnation)),
    )


def _key(key: AgencyKey) -> MemberKey:
    return MemberKey(key.incarnation, key.sign_public, key.recipient, key.root_public)


def _revoked(session: Session, agency: Agency, wish: Revocation) -> Revoked:
    key = house.trusted_card(session, agency.id)
    if key is None:
        raise RosterStateError(reason=RosterFault.NOT_RAISED)
    own = house.own_agency(session).uid
    cutoffs = wish.others if wish.seq is None else (*wish.others, Cutoff(own, wish.seq))
    return Revoked(key.incarnation, wish.reason.strip(), cutoffs)


def _period(
    session: Session,
    mechanism: Mechanism,
    agency: Agency,
    before: Member | None,
    today: date,
) -> tuple[date, date | None]:
    row = session.scalar(
        select(Membership)
        .where(Membership.mechanism_id == mechanism.id, Membership.agency_id == agency.id)
        .order_by(Membership.since.desc())
    )
    if row is not None:
        return row.since, row.until
    return (before.since if before else today), None


def _journal(
    register: Register,
    session: Session,
    action: str,
    mechanism: Mechanism,
    **facts: str | int | bool,
) -> None:
    journal.append(
        session,
        register.clock,
        register.user_name,
        action,
        mechanism.uid,
        name=mechanism.name,
        **facts,
    )
