"""What every use case needs to know of its own register: who we are and whom we know."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import UnknownRecordError
from app.models import Agency, AgencyKey, Mechanism, OwnKey, OwnRoot


def own_agency(session: Session) -> Agency:
    return session.scalars(select(Agency).where(Agency.is_self)).one()


def own_key(session: Session) -> OwnKey:
    """The secrets of the current incarnation."""
    return session.scalars(
        select(OwnKey).where(OwnKey.retired_at.is_(None)).order_by(OwnKey.incarnation.desc())
    ).one()


def own_root(session: Session) -> OwnRoot:
    """The secret of our root key."""
    return session.scalars(select(OwnRoot).where(OwnRoot.retired_at.is_(None))).one()


def mechanism(session: Session) -> Mechanism | None:
    """The mechanism this register works in; a member has none before it knows its lead."""
    return session.scalar(select(Mechanism).order_by(Mechanism.id))


def identities(session: Session) -> list[str]:
    """Every age secret of ours, old ones too: a bundle may have been sealed before a rotation."""
    return list(session.scalars(select(OwnKey.identity).order_by(OwnKey.incarnation.desc())))


def agency(session: Session, uid: str) -> Agency:
    """Raises UnknownRecordError."""
    found = session.scalar(select(Agency).where(Agency.uid == uid))
    if found is None:
        raise UnknownRecordError(kind="agency", uid=uid)
    return found


def current_card(session: Session, agency_id: int) -> AgencyKey | None:
    """The newest card of an agency that was not replaced, verified or not: the one to show."""
    return session.scalar(
        select(AgencyKey)
        .where(AgencyKey.agency_id == agency_id, AgencyKey.replaced_at.is_(None))
        .order_by(AgencyKey.incarnation.desc(), AgencyKey.id.desc())
    )


def trusted_card(session: Session, agency_id: int) -> AgencyKey | None:
    """The newest card whose fingerprint was compared: the one to believe."""
    return session.scalar(
        select(AgencyKey)
        .where(
            AgencyKey.agency_id == agency_id,
            AgencyKey.replaced_at.is_(None),
            AgencyKey.verified_at.is_not(None),
        )
        .order_by(AgencyKey.incarnation.desc())
    )
