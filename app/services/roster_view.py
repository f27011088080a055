"""Rosters as they are shown: what is in force, what waits, what a file would change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import clock
from app.kernel.errors import AppError
from app.kernel.terms import RosterState
from app.models import Mechanism, RosterVersion
from app.services import house, roster, roster_effects, roster_numbering, roster_rows
from app.services.roster_effects import Contradiction
from app.sync import roster as rules
from app.sync import roster_form
from app.sync.medium import refusals_tell
from app.sync.roots import SignedRoot
from app.sync.roster import Change, Expiry, State, Verdict
from app.sync.roster_form import RosterFile
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class Holder:
    """A key of a root: *agency* is the name it is known by here, *ours* when it is our own."""

    agency: str
    label: str
    ours: bool


@dataclass(frozen=True, slots=True)
class RosterView:
    """A mechanism and the roster in force; *version* is 0 before the first.

    *ahead* names members that said they hold a newer one, *disagreeing* those whose text of our
    version is another. *proposal* is whether a root of ours waits for signatures. *unheard* names
    members that may hold a newer one since we began anew, *next* is the number of the next version.
    """

    mechanism_uid: str
    mechanism: str
    lead: str
    leads: bool
    version: int
    sha256: str
    issued: datetime | None
    expires: date | None
    expiry: Expiry
    root_version: int
    root_expires: date | None
    root_expiry: Expiry
    threshold: int
    holders: tuple[Holder, ...]
    proposal: bool
    ahead: tuple[str, ...]
    disagreeing: tuple[str, ...]
    unheard: tuple[str, ...]
    next: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A roster a person must decide on, or (*alarm*) the second text of one version."""

    sha256: str
    mechanism: str
    version: int
    brought_by: str
    came_at: datetime
    alarm: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What a roster would change; *data* is handed back to ``accept``.

    *first*: no roster of this mechanism is in force yet, and *new_mechanism* when it is not the
    one this register works in. *contradictions* must be decided. *skipped* counts versions
    nobody showed us. *new_roots* are the roots pinned with it.
    """

    data: bytes
    mechanism: str
    lead: str
    version: int
    held_version: int
    issued: datetime
    expires: date
    expiry: Expiry
    first: bool
    new_mechanism: bool
    news: bool
    skipped: int
    new_roots: tuple[int, ...]
    threshold: int
    holders: tuple[Holder, ...]
    changes: tuple[Change, ...]
    contradictions: tuple[Contradiction, ...]


def show(register: Register) -> tuple[RosterView, ...]:
    """Every mechanism this register knows, its own first."""
    with register.read() as session:
        today = clock.local_date(register.clock.now())
        rows = session.scalars(select(Mechanism).order_by(Mechanism.id)).all()
        return tuple(_view(session, row, today) for row in rows)


def waiting(register: Register) -> tuple[Waiting, ...]:
    """Rosters that wait for a person, the alarms first."""
    with register.read() as session:
        return tuple(
            _waiting(session, row)
            for state in (RosterState.ALARM, RosterState.WAITING)
            for row in roster_rows.in_state(session, state)
        )


def preview(register: Register, path: Path) -> Preview:
    """What accepting the roster file *path* would change. Nothing is kept.

    Raises:
        RosterFormError, NewerBundleError, PurposeMismatchError: not a roster for this register.
        UnpinnedRootError, OtherMechanismError, RosterUnsignedError, RosterChainError,
        OldRosterError: it is not believed. MediumError: it cannot be read.
        EquivocationError: the alarm is kept, with the file.
    """
    data = roster.read_file(path, roster_form.MAX_FILE)
    with refusals_tell(path=path):
        file = roster.readable(register, data)
        with register.write() as session:
            verdict = roster.judged(register, session, file, "")
            if not isinstance(verdict, AppError):
                return _preview(register, session, file, verdict, data)
        raise verdict


def preview_waiting(register: Register, sha256: str) -> Preview:
    """As ``preview``, of a roster that came by a member. Raises RosterStateError."""
    with register.read() as session:
        row = roster.waiting_row(session, sha256)
        file = roster_rows.file_of(row)
        return _preview(register, session, file, roster.judge(session, file), row.data)


def holders(session: Session, root: SignedRoot) -> tuple[Holder, ...]:
    own = house.own_agency(session).uid
    return tuple(
        Holder(roster.name_of(session, key.agency), key.label, key.agency == own)
        for key in root.root.keys
    )


# -- inside --------------------------------------------------------------------------------


def _preview(
    register: Register, session: Session, file: RosterFile, verdict: Verdict, data: bytes
) -> Preview:
    said, root = file.roster.roster, file.root
    uid = root.root.mechanism.uid
    held = roster_rows.held_state(session, uid)
    ours = house.mechanism(session)
    today = clock.local_date(register.clock.now())
    return Preview(
        data=data,
        mechanism=root.root.mechanism.name,
        lead=_named(file, root.root.mechanism.lead),
        version=said.version,
        held_version=held.roster.version if held else 0,
        issued=said.issued,
        expires=said.expires,
        expiry=rules.expiry(said.expires, today),
        first=held is None,
        new_mechanism=ours is not None and ours.uid != uid,
        news=verdict.news,
        skipped=verdict.skipped,
        new_roots=tuple(each.root.version for each in verdict.new_roots),
        threshold=root.root.threshold,
        holders=_holders_in(session, file),
        changes=rules.difference(held, State(root.root, said)),
        contradictions=tuple(roster_effects.contradictions(session, said)),
    )


def _named(file: RosterFile, uid: str) -> str:
    member = file.roster.roster.member(uid)
    return member.agency.name if member else uid


def _holders_in(session: Session, file: RosterFile) -> tuple[Holder, ...]:
    own = house.own_agency(session).uid
    return tuple(
        Holder(_named(file, key.agency), key.label, key.agency == own)
        for key in file.root.root.keys
    )


def _view(session: Session, mechanism: Mechanism, today: date) -> RosterView:
    row = roster_rows.accepted(session, mechanism.uid)
    root = roster_rows.newest_root(session, mechanism.uid)
    own = house.own_agency(session).uid
    seen = roster_rows.seen(session, mechanism.uid)
    version = row.version if row else 0
    return RosterView(
        mechanism_uid=mechanism.uid,
        mechanism=mechanism.name,
        lead=roster.name_of(session, mechanism.lead_uid),
        leads=mechanism.lead_uid == own,
        version=version,
        sha256=row.sha256 if row else "",
        issued=row.issued if row else None,
        expires=row.expires if row else None,
        expiry=rules.expiry(row.expires, today) if row else Expiry.VALID,
        root_version=root.root.version if root else 0,
        root_expires=root.root.expires if root else None,
        root_expiry=rules.expiry(root.root.expires, today) if root else Expiry.VALID,
        threshold=root.root.threshold if root else 0,
        holders=holders(session, root) if root else (),
        proposal=roster_rows.proposed(session, mechanism.uid) is not None,
        ahead=tuple(
            roster.name_of(session, each.agency_uid) for each in seen if each.version > version
        ),
        disagreeing=tuple(
            roster.name_of(session, each.agency_uid) for each in seen if each.disagrees
        ),
        unheard=roster_numbering.unheard(session, mechanism.uid),
        next=roster_numbering.next_version(session, mechanism.uid),
    )


def _waiting(session: Session, row: RosterVersion) -> Waiting:
    return Waiting(
        sha256=row.sha256,
        mechanism=roster_rows.file_of(row).root.root.mechanism.name,
        version=row.version,
        brought_by=roster.name_of(session, row.from_uid) if row.from_uid else "",
        came_at=row.imported_at,
        alarm=row.state is RosterState.ALARM,
    )
