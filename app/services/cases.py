"""Cases: register, revise, show; and the extract that leaves with a matter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Integer, cast, func, select
from sqlalchemy.orm import Session, selectinload

from app.kernel import clock
from app.kernel.errors import (
    BadIdentifierError,
    EndedError,
    MissingFieldsError,
    ReadOnlyRecordError,
    TooLongError,
    UnknownRecordError,
)
from app.kernel.terms import CaseState, is_uid, new_uid
from app.models import Agency, Case, CaseParty, Evidence, Party, Project, Violation
from app.rules import identifiers
from app.rules.particulars import (
    CaseFacts,
    EvidenceFacts,
    PartyFacts,
    ProjectFacts,
    ViolationFacts,
)
from app.services import cutoffs, house, packs
from app.services.changes import Changes, Noun, changed
from app.vault import journal, search
from app.vault.register import Register

TEXT_LIMIT = 100_000
"""Characters of one long text (案情); far above what a 移送书 can carry, far below a mistake."""


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """What the officer fills in; an empty *number* is drawn from the register of cases."""

    number: str
    name: str
    source: str
    found_on: date
    amount_fen: int
    facts: str
    measures: str
    penalties: str
    handler: str
    handler_phone: str
    crime_suspected: bool
    project: ProjectFacts | None
    parties: tuple[PartyFacts, ...]
    violations: tuple[ViolationFacts, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """A whole case; *foreign* ones are extracts owned by *owner* and read-only.

    *withdrawn_at* is when its owner took the extract back, for ever. *beyond* tells of one taken
    in beyond a cut-off (``services.cutoffs``).
    """

    facts: CaseFacts
    version: int
    state: str
    registered_at: datetime
    owner_uid: str
    owner: str
    foreign: bool
    opened_from: str
    pack_hash: str
    own_case: str
    withdrawn_at: datetime | None = None
    withdrawal_reason: str = ""
    beyond: bool = False


def register_case(register: Register, draft: CaseDraft) -> Changes:
    """Enter a case of our own.

    Raises:
        MissingFieldsError: name, source or facts are empty, or no party is named.
        TooLongError: a text exceeds ``TEXT_LIMIT`` characters.
        BadIdentifierError: an identifier fails its check and no reason to keep it is given (R79).
    """
    _check(draft, clock.local_date(register.clock.now()))
    with register.write() as session:
        case = Case(
            uid=new_uid(),
            owner_uid=house.own_agency(session).uid,
            version=1,
            registered_at=register.clock.now(),
            state=CaseState.OPEN,
            opened_from=None,
            pack_hash=packs.current_hash(session),
            **scalars(draft),
        )
        case.number = draft.number or _next_number(session, register.clock.now())
        session.add(case)
        session.flush()
        fill(session, case, draft.project, draft.parties, draft.violations)
        _index(session, case)
        journal.append(session, register.clock, register.user_name, "case.registered", case.uid)
        return changed(Noun.CASES, uid=case.uid)


def revise_case(register: Register, uid: str, draft: CaseDraft) -> Changes:
    """Replace the text of a case of our own; each revision raises its version.

    Raises:
        ReadOnlyRecordError: the case belongs to another agency.
        EndedError: it is closed, or destroyed.
        UnknownRecordError: there is none.
        MissingFieldsError, TooLongError, BadIdentifierError: as for ``register_case``.
    """
    _check(draft, clock.local_date(register.clock.now()))
    with register.write() as session:
        case = _own_case(session, uid)
        refuse_ended(case)
        for name, value in scalars(draft).items():
            setattr(case, name, value)
        case.number = draft.number or case.number
        case.version += 1
        fill(session, case, draft.project, draft.parties, draft.violations)
        _index(session, case)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "case.revised",
            uid,
            version=case.version,
        )
        return changed(Noun.CASES, uid=uid)


def open_own_case(register: Register, extract_uid: str) -> Changes:
    """Open a case of our own from another agency's extract, linked to it, in one act."""
    with register.write() as session:
        foreign = one(session, extract_uid)
        own = house.own_agency(session)
        if foreign.owner_uid == own.uid:
            raise ReadOnlyRecordError(kind="case", owner=own.name)
        facts = facts_of(session, foreign)
        case = Case(
            uid=new_uid(),
            owner_uid=own.uid,
            version=1,
            registered_at=register.clock.now(),
            state=CaseState.OPEN,
            opened_from=extract_uid,
            pack_hash=packs.current_hash(session),
            **scalars(facts),
        )
        case.number = _next_number(session, register.clock.now())
        session.add(case)
        session.flush()
        fresh = tuple(replace(party, uid=new_uid()) for party in facts.parties)
        fill(session, case, facts.project, fresh, facts.violations)
        _index(session, case)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "case.opened_from_extract",
            case.uid,
            extract=extract_uid,
        )
        return changed(Noun.CASES, uid=case.uid)


def show_case(register: Register, uid: str) -> CaseView:
    """Raises UnknownRecordError."""
    with register.read() as session:
        case = one(session, uid)
        own = house.own_agency(session).uid
        owner = session.scalar(select(Agency.name).where(Agency.uid == case.owner_uid)) or ""
        linked = session.scalar(select(Case.uid).where(Case.opened_from == uid)) or ""
        return CaseView(
            facts=facts_of(session, case),
            version=case.version,
            state=case.state,
            registered_at=case.registered_at,
            owner_uid=case.owner_uid,
            owner=owner,
            foreign=case.owner_uid != own,
            opened_from=case.opened_from or "",
            pack_hash=case.pack_hash,
            own_case=linked,
            withdrawn_at=case.withdrawn_at,
            withdrawal_reason=case.withdrawal_reason or "",
            beyond=case.uid in cutoffs.records(session),
        )


def reveal_identifier(register: Register, case_uid: str, party_uid: str) -> str:
    """The whole identifier of a party; lists mask it, and the journal tells who looked (R102).

    Raises:
        UnknownRecordError: the case does not name that party.
    """
    with register.write() as session:
        parties = [link.party for link in one(session, case_uid).parties]
        party = next((party for party in parties if party.uid == party_uid), None)
        if party is None:
            raise UnknownRecordError(kind="party", uid=party_uid)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "party.identifier_shown",
            party_uid,
            case=case_uid,
        )
        return party.identifier


# -- shared with other use cases -----------------------------------------------------------


def one(session: Session, uid: str) -> Case:
    """The case *uid* with everything its facts need.

    Raises:
        UnknownRecordError: there is none.
    """
    case = session.scalar(
        select(Case)
        .where(Case.uid == uid)
        .options(
            selectinload(Case.project),
            selectinload(Case.parties).selectinload(CaseParty.party),
            selectinload(Case.violations),
        )
    )
    if case is None:
        raise UnknownRecordError(kind="case", uid=uid)
    return case


def refuse_ended(case: Case) -> None:
    """Raises EndedError: nothing is done in a case that is closed or destroyed."""
    if case.state in {CaseState.CLOSED, CaseState.DESTROYED}:
        raise EndedError(name=case.number, reason=CaseState(case.state))


def facts_of(session: Session, case: Case) -> CaseFacts:
    """What of *case* would leave its owner now."""
    evidence = session.scalars(
        select(Evidence)
        .where(Evidence.case_id == case.id)
        .options(selectinload(Evidence.attachment))
        .order_by(Evidence.id)
    )
    return CaseFacts(
        uid=case.uid,
        number=case.number,
        name=case.name,
        source=case.source,
        found_on=case.found_on,
        amount_fen=case.amount_fen,
        facts=case.facts,
        measures=case.measures,
        penalties=case.penalties,
        handler=case.handler,
        handler_phone=case.handler_phone,
        crime_suspected=case.crime_suspected,
        project=_project_facts(case.project),
        parties=tuple(_party_facts(link) for link in case.parties),
        violations=tuple(ViolationFacts(v.code, v.conduct, v.article) for v in case.violations),
        evidence=tuple(_evidence_facts(item) for item in evidence),
    )


def take_extract(
    session: Session, facts: CaseFacts, owner: str, version: int, at: datetime
) -> None:
    """Keep another agency's extract as a read-only case; an older version changes nothing."""
    case = session.scalar(select(Case).where(Case.uid == facts.uid))
    if case is not None and (case.owner_uid != owner or case.version >= version):
        return
    if case is None:
        case = Case(uid=facts.uid, owner_uid=owner, registered_at=at, state=CaseState.EXTRACT)
        case.opened_from, case.pack_hash = None, ""
        session.add(case)
    # A later version of what was destroyed here is news from its owner, not the destroyed copy.
    case.state = CaseState.EXTRACT
    case.version, case.number = version, facts.number
    for name, value in scalars(facts).items():
        setattr(case, name, value)
    session.flush()
    fill(session, case, facts.project, facts.parties, facts.violations)
    _index(session, case)


def fill(
    session: Session,
    case: Case,
    project: ProjectFacts | None,
    parties: tuple[PartyFacts, ...],
    violations: tuple[ViolationFacts, ...],
) -> None:
    """Replace the project, parties and violations of *case*."""
    _empty(session, case)
    if project is not None:
        session.add(Project(case_id=case.id, **fields(project)))
    for facts in parties:
        row = Party(**{name: value for name, value in fields(facts).items() if name != "role"})
        row.uid = facts.uid if is_uid(facts.uid) else new_uid()
        session.add(row)
        session.flush()
        session.add(CaseParty(case_id=case.id, role=facts.role, party_id=row.id))
    session.add_all(Violation(case_id=case.id, **fields(row)) for row in violations)
    session.flush()
    session.expire(case, ["project", "parties", "violations"])


# -- inside --------------------------------------------------------------------------------


def _check(draft: CaseDraft, today: date) -> None:
    needed = {"name": draft.name, "source": draft.source, "facts": draft.facts}
    missing = [name for name, text in needed.items() if not text.strip()]
    if not draft.parties:
        missing.append("parties")
    if missing:
        raise MissingFieldsError(fields=tuple(missing))
    for name in ("facts", "measures", "penalties"):
        length = len(getattr(draft, name))
        if length > TEXT_LIMIT:
            raise TooLongError(field=name, length=length, limit=TEXT_LIMIT)
    for party in draft.parties:
        _check_identifier(party, today)


def _check_identifier(party: PartyFacts, today: date) -> None:
    if not party.identifier or party.override_reason.strip():
        return
    fault = identifiers.fault(party.kind, party.identifier, today)
    if fault is not None:
        raise BadIdentifierError(field="identifier", value=party.identifier, reason=fault)


def scalars(facts: CaseDraft | CaseFacts) -> dict[str, object]:
    """The columns of a case that a draft of it fills, but for its number."""
    left_out = {"number", "project", "parties", "violations"}
    return {name: getattr(facts, name) for name in CaseDraft.__slots__ if name not in left_out}


def fields(facts: object) -> dict[str, object]:
    return {name: getattr(facts, name) for name in type(facts).__slots__}  # type: ignore[attr-defined]


def _own_case(session: Session, uid: str) -> Case:
    case = one(session, uid)
    own = house.own_agency(session).uid
    if case.owner_uid != own:
        owner = session.scalar(select(Agency.name).where(Agency.uid == case.owner_uid)) or ""
        raise ReadOnlyRecordError(kind="case", owner=owner)
    return case


def _next_number(session: Session, now: datetime) -> str:
    """The local number of a case, 〔年〕n号; a label, never an identity."""
    prefix = f"案登〔{clock.local_date(now).year}〕"
    serial = cast(func.substr(Case.number, len(prefix) + 1), Integer)
    last = session.scalar(
        select(func.max(serial)).where(
            Case.owner_uid == house.own_agency(session).uid,
            Case.number.between(prefix, f"{prefix}\U0010ffff"),
        )
    )
    return f"{prefix}{(last or 0) + 1}号"


def _empty(session: Session, case: Case) -> None:
    """Remove what ``fill`` puts in; a party's row belongs to its case alone."""
    named = session.scalars(select(Party).join(CaseParty).where(CaseParty.case_id == case.id)).all()
    for kind in (Project, CaseParty, Violation):
        for row in session.scalars(select(kind).where(kind.case_id == case.id)):
            session.delete(row)
    session.flush()
    for party in named:
        session.delete(party)
    session.flush()


def _project_facts(row: Project | None) -> ProjectFacts | None:
    if row is None:
        return None
    return ProjectFacts(**{name: getattr(row, name) for name in ProjectFacts.__slots__})


def _party_facts(link: CaseParty) -> PartyFacts:
    names = [name for name in PartyFacts.__slots__ if name != "role"]
    return PartyFacts(role=link.role, **{name: getattr(link.party, name) for name in names})


def _evidence_facts(item: Evidence) -> EvidenceFacts:
    names = [name for name in EvidenceFacts.__slots__ if name != "sha256"]
    sha256 = item.attachment.sha256 if item.attachment else ""
    return EvidenceFacts(sha256=sha256, **{name: getattr(item, name) for name in names})


def _index(session: Session, case: Case) -> None:
    session.flush()
    links = session.scalars(
        select(CaseParty).where(CaseParty.case_id == case.id).options(selectinload(CaseParty.party))
    ).all()
    project = session.scalar(select(Project).where(Project.case_id == case.id))
    search.index_case(
        session,
        case.id,
        title=f"{case.number} {case.name}",
        parties=" ".join(link.party.name for link in links),
        body=" ".join([case.facts, project.name if project else ""]),
        codes=" ".join(
            [case.number, project.number if project else ""]
            + [link.party.identifier for link in links]
        ),
    )
