"""Which number the next version of a roster gets, and when it must not be issued yet.

A lead that was put back to an older copy may have issued versions it knows nothing of. Two texts
under one number would be an alarm at every member, so it hears every member first; a reason lets
it issue all the same, under a number that lies well above any that may be out there.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from app.kernel.errors import RosterStateError
from app.kernel.terms import RosterFault
from app.services import house, renewal, roster_rows

_SKIPPED: Final = 10
"""Versions a lead leaves out when it does not know which it has issued."""

_FAR: Final = 1000
"""How far above the held version what a member claims is believed: else one lie would use up all
numbers there are."""


def unheard(session: Session, mechanism_uid: str) -> tuple[str, ...]:
    """The members (names) who may hold a version that we issued and lost: they have not answered
    since we began anew, and nothing was issued since."""
    held = roster_rows.held_roster(session, mechanism_uid)
    if held is None or held.roster.issued > house.own_key(session).created_at:
        return ()
    members = {each.agency.uid for each in held.roster.members}
    return tuple(each.name for each in renewal.awaited(session) if each.uid in members)


def refuse_unsure(session: Session, mechanism_uid: str, despite: str) -> None:
    """Raises RosterStateError unless there is a reason to issue *despite* what speaks against."""
    if despite:
        return
    if _seen(session, mechanism_uid) > _held(session, mechanism_uid):
        raise RosterStateError(reason=RosterFault.NEWER_SEEN)
    if unheard(session, mechanism_uid):
        raise RosterStateError(reason=RosterFault.NOT_HEARD)


def next_version(session: Session, mechanism_uid: str) -> int:
    """The number of the next version as things stand."""
    held, seen = _held(session, mechanism_uid), _seen(session, mechanism_uid)
    if seen > held or unheard(session, mechanism_uid):
        return max(held, min(seen, held + _FAR)) + _SKIPPED
    return held + 1


def _held(session: Session, mechanism_uid: str) -> int:
    row = roster_rows.accepted(session, mechanism_uid)
    return row.version if row else 0


def _seen(session: Session, mechanism_uid: str) -> int:
    seen = roster_rows.seen(session, mechanism_uid)
    return max((each.version for each in seen), default=0)
