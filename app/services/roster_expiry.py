"""A roster that ran out: whom it stops, and the reason that lets work go on for a day.

Nothing else stops: a hard end would give a slow lead power over the work of the others.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.kernel import clock
from app.kernel.errors import MissingFieldsError, RosterExpiredError
from app.kernel.terms import TrustedBy
from app.models import RosterVersion
from app.services import house, roster_rows
from app.services.changes import Changes, Noun, changed
from app.vault import journal, settings
from app.vault.register import Register


def refuse_expired(register: Register, session: Session, agency_uid: str) -> None:
    """Refuse to seal to an agency believed only for a roster that ran out.

    Raises:
        RosterExpiredError: nobody gave a reason today (``seal_despite_expiry``).
    """
    agency = house.agency(session, agency_uid)
    key = house.trusted_card(session, agency.id)
    today = clock.local_date(register.clock.now())
    if key is None or key.vouched_by is not TrustedBy.ROSTER:
        return
    naming = [row for row in roster_rows.every_accepted(session) if _names(row, agency_uid)]
    if not naming or any(today <= row.expires or _excused(session, row, today) for row in naming):
        return
    row = naming[0]
    name = roster_rows.file_of(row).root.root.mechanism.name
    raise RosterExpiredError(recipient=agency.name, mechanism=name, expires=row.expires)


def seal_despite_expiry(register: Register, mechanism_uid: str, reason: str) -> Changes:
    """Let bundles be sealed until the end of today although the roster ran out.

    Raises:
        MissingFieldsError: no *reason*. RosterStateError: there is no roster.
    """
    if not reason.strip():
        raise MissingFieldsError(fields=("reason",))
    with register.write() as session:
        row = roster_rows.required(session, mechanism_uid)
        today = clock.local_date(register.clock.now())
        settings.write(session, _excuse(mechanism_uid), today.isoformat())
        journal.append(
            session,
            register.clock,
            register.user_name,
            "roster.expiry-overridden",
            mechanism_uid,
            version=row.version,
            reason=reason.strip(),
        )
        return changed(Noun.MEMBERS, Noun.EXCHANGE, uid=mechanism_uid)


# -- inside --------------------------------------------------------------------------------


def _names(row: RosterVersion, agency_uid: str) -> bool:
    member = roster_rows.file_of(row).roster.roster.member(agency_uid)
    return member is not None and member.key is not None


def _excused(session: Session, row: RosterVersion, today: date) -> bool:
    return bool(settings.read(session, _excuse(row.mechanism_uid), "") == today.isoformat())


def _excuse(mechanism_uid: str) -> str:
    return f"roster.despite-expiry.{mechanism_uid}"
