"""Rosters as a member sees them: shown, looked at before they count, accepted, passed on.

A roster counts when a person accepted it. The next ones of the same mechanism are accepted by
themselves when a member relays them, unless they contradict keys compared in person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import files
from app.kernel.errors import (
    AppError,
    EquivocationError,
    KeyContradictionError,
    MissingFieldsError,
    OldRosterError,
    PurposeMismatchError,
    RosterStateError,
    UnpinnedRootError,
    from_os_error,
)
from app.kernel.terms import RootState, RosterFault, RosterState
from app.models import Agency, RosterSeen, RosterVersion
from app.services import house, roster_effects, roster_rows
from app.services.changes import Changes, Noun, changed
from app.sync import roster as rules
from app.sync import roster_form
from app.sync.roots import SignedRoot
from app.sync.roster import Expiry, Verdict
from app.sync.roster_form import RosterFile
from app.sync.routing import RosterNotice
from app.vault import journal
from app.vault.register import Register

__all__ = ["Expiry", "ExpiryWarning", "Relayed", "RosterNotice"]


@dataclass(frozen=True, slots=True)
class ExpiryWarning:
    """*part*: ``roster`` or ``root``."""

    mechanism_uid: str
    mechanism: str
    part: str
    expires: date
    expiry: Expiry


class Relayed(StrEnum):
    """What became of a roster that a member passed on."""

    ACCEPTED = "accepted"
    WAITING = "waiting"
    ALARM = "alarm"
    NOTHING_NEW = "nothing_new"


def read_file(path: Path, most: int) -> bytes:
    """At most one byte more than *most*. Raises MediumError."""
    try:
        with path.open("rb") as source:
            return source.read(most + 1)
    except OSError as error:
        raise from_os_error(error, path) from error


# -- accepting -----------------------------------------------------------------------------


def accept(
    register: Register, data: bytes, decisions: Mapping[str, roster_effects.Decision], reason: str
) -> Changes:
    """Put the roster of ``Preview.data`` in force.

    Raises:
        KeyContradictionError: a contradiction is not decided; nothing changed.
        MissingFieldsError: one is decided without a *reason*. And as ``preview``.
    """
    file = readable(register, data)
    with register.write() as session:
        verdict = judged(register, session, file, "")
        if not isinstance(verdict, AppError):
            _refuse_undecided(session, file, decisions, reason)
            put_in_force(register, session, file, verdict, decisions, reason)
            uid = file.root.root.mechanism.uid
            return changed(Noun.MEMBERS, Noun.EXCHANGE, uid=uid)
    raise verdict


def decline(register: Register, sha256: str, reason: str) -> Changes:
    """Decide against a roster that waits, or put an alarm to rest; it is kept as evidence.

    Raises:
        MissingFieldsError: no *reason*. RosterStateError: none of that hash waits.
    """
    if not reason.strip():
        raise MissingFieldsError(fields=("reason",))
    with register.write() as session:
        row = waiting_row(session, sha256)
        row.state = RosterState.SETTLED
        _note(register, session, "roster.declined", row, reason=reason)
        return changed(Noun.MEMBERS, uid=row.mechanism_uid)


def export(register: Register, mechanism_uid: str, folder: Path) -> Path:
    """Write the roster in force into *folder*.

    Raises:
        RosterStateError: there is none. MediumError: nothing was written.
    """
    with register.read() as session:
        row = roster_rows.required(session, mechanism_uid)
        handle = house.agency(session, _lead(session, mechanism_uid)).handle
        data, name = row.data, f"{handle}-{row.version}{roster_form.SUFFIX}"
    return write_file(folder / name, data)


def write_file(path: Path, data: bytes) -> Path:
    """Raises MediumError: nothing was written."""
    try:
        files.write_atomic(path, data, replace=True)
    except OSError as error:
        raise from_os_error(error, path, len(data)) from error
    return path


# -- for the exchange ----------------------------------------------------------------------


def newest(session: Session) -> tuple[RosterNotice, ...]:
    """What every envelope says: the roster in force of each mechanism, by mechanism."""
    return tuple(
        RosterNotice(row.mechanism_uid, row.version, row.sha256)
        for row in roster_rows.every_accepted(session)
    )


def file_of(session: Session, mechanism_uid: str) -> bytes | None:
    """The file of the roster in force, to be passed on untouched."""
    row = roster_rows.accepted(session, mechanism_uid)
    return row.data if row else None


def heard(
    register: Register, session: Session, agency_uid: str, notices: tuple[RosterNotice, ...]
) -> tuple[str, ...]:
    """Remember what *agency_uid* says it holds; the mechanisms of which it lacks our version.

    Another hash under our version is an alarm: the lead signed two texts.
    """
    for notice in notices:
        _remember(register, session, agency_uid, notice)
    return owed(session, agency_uid)


def owed(session: Session, agency_uid: str) -> tuple[str, ...]:
    """The mechanisms whose roster in force *agency_uid* is listed in and has not said it holds."""
    told = {
        row.mechanism_uid: row.version
        for row in session.scalars(select(RosterSeen).where(RosterSeen.agency_uid == agency_uid))
    }
    found = []
    for row in roster_rows.every_accepted(session):
        member = roster_rows.file_of(row).roster.roster.member(agency_uid)
        if member is not None and member.until is None:
            found += [row.mechanism_uid] if told.get(row.mechanism_uid, 0) < row.version else []
    return tuple(found)


def take_in_relayed(
    register: Register, session: Session, roster_bytes: bytes, from_agency: str
) -> Relayed:
    """Take in the roster file a member passed on, in the caller's transaction.

    It is accepted by itself when a roster of the mechanism is in force, it is believed under the
    pinned root, contradicts no believed key, and puts no key nobody vouches for in the place of one
    that was compared in person; else it waits for a person.

    Raises:
        RosterFormError, NewerBundleError, PurposeMismatchError, OtherMechanismError,
        RosterUnsignedError, RosterChainError: nobody should have sent it.
    """
    file = readable(register, roster_bytes)
    verdict = judged(register, session, file, from_agency)
    match verdict:
        case EquivocationError():
            return Relayed.ALARM
        case OldRosterError():
            return Relayed.NOTHING_NEW
        case UnpinnedRootError():
            return _wait(register, session, file, from_agency)
        case AppError():
            raise verdict
    if not verdict.news:
        return Relayed.NOTHING_NEW
    first = roster_rows.accepted(session, file.root.root.mechanism.uid) is None
    said = file.roster.roster
    grave = roster_effects.contradictions(session, said) or roster_effects.supersedes(session, said)
    if first or verdict.new_roots or grave:
        return _wait(register, session, file, from_agency)
    put_in_force(register, session, file, verdict, {}, "", from_agency)
    return Relayed.ACCEPTED


def is_revoked(session: Session, agency_id: int, incarnation: int) -> bool:
    """Whether a roster in force says that this incarnation is no longer heard."""
    least = session.scalar(select(Agency.min_incarnation).where(Agency.id == agency_id))
    return least is not None and incarnation < least


def expiry_warning(session: Session, on: date) -> tuple[ExpiryWarning, ...]:
    """Rosters and roots that have run out on *on* or soon will."""
    found = []
    for row in roster_rows.every_accepted(session):
        root = roster_rows.newest_root(session, row.mechanism_uid)
        name = root.root.mechanism.name if root else ""
        for part, expires in (("roster", row.expires), ("root", root and root.root.expires)):
            if expires and rules.expiry(expires, on) is not Expiry.VALID:
                state = rules.expiry(expires, on)
                found.append(ExpiryWarning(row.mechanism_uid, name, part, expires, state))
    return tuple(found)


# -- shared with issuing -------------------------------------------------------------------


def judge(session: Session, file: RosterFile) -> Verdict:
    """As ``sync.roster.judge``, against what this register holds."""
    uid = file.root.root.mechanism.uid
    return rules.judge(
        roster_rows.newest_root(session, uid),
        roster_rows.pinned_keys(session, file),
        roster_rows.held_roster(session, uid),
        file,
    )


def put_in_force(
    register: Register,
    session: Session,
    file: RosterFile,
    verdict: Verdict,
    decisions: Mapping[str, roster_effects.Decision],
    reason: str,
    from_agency: str = "",
) -> None:
    pin(register, session, verdict.new_roots)
    now, by = register.clock.now(), register.user_name
    roster_effects.apply(register, session, file, decisions)
    row = roster_rows.keep_version(session, file, RosterState.ACCEPTED, now, by, from_agency)
    roster_rows.settle_below(session, row.mechanism_uid, row.version)
    facts = {"reason": reason} if reason else {}
    _note(register, session, "roster.accepted", row, **facts)


def pin(register: Register, session: Session, new_roots: tuple[SignedRoot, ...]) -> None:
    now, by = register.clock.now(), register.user_name
    for root in new_roots:
        roster_rows.keep_root(session, root, RootState.PINNED, now, by)
        journal.append(
            session,
            register.clock,
            by,
            "roster.root-pinned",
            root.root.mechanism.uid,
            version=root.root.version,
            sha256=root.sha256,
        )


# -- inside --------------------------------------------------------------------------------


def readable(register: Register, data: bytes) -> RosterFile:
    file = roster_form.read(data)
    purpose = file.roster.roster.purpose
    if purpose is not register.purpose:
        raise PurposeMismatchError(path=Path(), ours=register.purpose, theirs=purpose)
    return file


def judged(
    register: Register, session: Session, file: RosterFile, from_agency: str
) -> Verdict | AppError:
    """The verdict, or the refusal: an alarm is kept in the transaction that finds it."""
    try:
        return judge(session, file)
    except EquivocationError as error:
        now, by = register.clock.now(), register.user_name
        row = roster_rows.keep_version(session, file, RosterState.ALARM, now, by, from_agency)
        _note(register, session, "roster.alarm", row, agency=from_agency)
        return error
    except AppError as error:
        return error


def _wait(register: Register, session: Session, file: RosterFile, from_agency: str) -> Relayed:
    now, by = register.clock.now(), register.user_name
    row = roster_rows.keep_version(session, file, RosterState.WAITING, now, by, from_agency)
    if row.state is not RosterState.WAITING:
        return Relayed.NOTHING_NEW
    _note(register, session, "roster.kept", row, agency=from_agency)
    return Relayed.WAITING


def waiting_row(session: Session, sha256: str) -> RosterVersion:
    row = session.scalar(
        select(RosterVersion).where(
            RosterVersion.sha256 == sha256,
            RosterVersion.state.in_((RosterState.WAITING, RosterState.ALARM)),
        )
    )
    if row is None:
        raise RosterStateError(reason=RosterFault.NOT_WAITING)
    return row


def _refuse_undecided(
    session: Session,
    file: RosterFile,
    decisions: Mapping[str, roster_effects.Decision],
    reason: str,
) -> None:
    found = roster_effects.contradictions(session, file.roster.roster)
    undecided = tuple(each.name for each in found if each.agency_uid not in decisions)
    if undecided:
        raise KeyContradictionError(path=Path(), agencies=undecided)
    if found and not reason.strip():
        raise MissingFieldsError(fields=("reason",))


def name_of(session: Session, uid: str) -> str:
    return session.scalar(select(Agency.name).where(Agency.uid == uid)) or uid


def _lead(session: Session, mechanism_uid: str) -> str:
    row = roster_rows.mechanism(session, mechanism_uid)
    return row.lead_uid if row else ""


def _remember(register: Register, session: Session, agency_uid: str, notice: RosterNotice) -> None:
    row = session.scalar(
        select(RosterSeen).where(
            RosterSeen.mechanism_uid == notice.mechanism, RosterSeen.agency_uid == agency_uid
        )
    )
    if row is None:
        row = RosterSeen(
            mechanism_uid=notice.mechanism,
            agency_uid=agency_uid,
            version=0,
            sha256="",
            disagrees=False,
            heard_at=register.clock.now(),
        )
        session.add(row)
    if notice.version < row.version:
        # Its highest version stays known: it was restored from an older copy.
        return
    ours = session.scalar(
        select(RosterVersion).where(
            RosterVersion.mechanism_uid == notice.mechanism,
            RosterVersion.version == notice.version,
            RosterVersion.state == RosterState.ACCEPTED,
        )
    )
    differs = ours is not None and ours.sha256 != notice.sha256
    if ours is not None and differs and not row.disagrees:
        _note(register, session, "roster.alarm", ours, agency=agency_uid, found=notice.sha256)
    row.version, row.sha256 = notice.version, notice.sha256
    row.disagrees, row.heard_at = differs, register.clock.now()
    session.flush()


def _note(
    register: Register, session: Session, action: str, row: RosterVersion, **facts: str
) -> None:
    journal.append(
        session,
        register.clock,
        register.user_name,
        action,
        row.mechanism_uid,
        version=row.version,
        sha256=row.sha256,
        **facts,
    )
