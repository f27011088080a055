"""What a register holds of the roots and rosters of its mechanisms, and who stands behind them."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import canon
from app.kernel.errors import RosterStateError
from app.kernel.terms import RootState, RosterFault, RosterState, TrustedBy
from app.models import Agency, AgencyKey, Mechanism, RosterRoot, RosterSeen, RosterVersion
from app.services import house
from app.sync import roots, roster_form, signature
from app.sync.roots import SignedRoot
from app.sync.roster import State
from app.sync.roster_form import RosterFile, SignedRoster

_DECIDED: Final = frozenset({RosterState.ACCEPTED, RosterState.SETTLED})


def mechanism(session: Session, uid: str) -> Mechanism | None:
    return session.scalar(select(Mechanism).where(Mechanism.uid == uid))


def pinned(session: Session, mechanism_uid: str) -> tuple[SignedRoot, ...]:
    """The roots believed, oldest first."""
    rows = session.scalars(
        select(RosterRoot)
        .where(RosterRoot.mechanism_uid == mechanism_uid, RosterRoot.state == RootState.PINNED)
        .order_by(RosterRoot.version)
    )
    return tuple(_root(row) for row in rows)


def newest_root(session: Session, mechanism_uid: str) -> SignedRoot | None:
    found = pinned(session, mechanism_uid)
    return found[-1] if found else None


def proposed(session: Session, mechanism_uid: str) -> SignedRoot | None:
    """The root of ours that goes round to be signed."""
    row = session.scalar(
        select(RosterRoot).where(
            RosterRoot.mechanism_uid == mechanism_uid, RosterRoot.state == RootState.PROPOSED
        )
    )
    return _root(row) if row else None


def keep_root(session: Session, root: SignedRoot, state: RootState, now: datetime, by: str) -> None:
    """Keep *root*; an earlier copy of it gains its signatures."""
    mechanism_uid = root.root.mechanism.uid
    row = session.scalar(
        select(RosterRoot).where(
            RosterRoot.mechanism_uid == mechanism_uid, RosterRoot.sha256 == root.sha256
        )
    )
    if row is None:
        row = RosterRoot(
            mechanism_uid=mechanism_uid, version=root.root.version, sha256=root.sha256, data=b""
        )
        session.add(row)
    row.data = roster_form.write_proposal([root])
    row.state, row.kept_at, row.kept_by = state, now, by
    session.flush()


def drop_proposals(session: Session, mechanism_uid: str) -> None:
    for row in session.scalars(
        select(RosterRoot).where(
            RosterRoot.mechanism_uid == mechanism_uid, RosterRoot.state == RootState.PROPOSED
        )
    ):
        session.delete(row)
    session.flush()


def accepted(session: Session, mechanism_uid: str) -> RosterVersion | None:
    """The newest roster in force here."""
    return session.scalar(
        select(RosterVersion)
        .where(
            RosterVersion.mechanism_uid == mechanism_uid,
            RosterVersion.state == RosterState.ACCEPTED,
        )
        .order_by(RosterVersion.version.desc())
        .limit(1)
    )


def every_accepted(session: Session) -> tuple[RosterVersion, ...]:
    """The newest roster of each mechanism, by mechanism."""
    mechanisms = session.scalars(select(RosterVersion.mechanism_uid).distinct()).all()
    found = (accepted(session, uid) for uid in sorted(mechanisms))
    return tuple(row for row in found if row is not None)


def file_of(row: RosterVersion) -> RosterFile:
    return roster_form.read(row.data)


def held_roster(session: Session, mechanism_uid: str) -> SignedRoster | None:
    row = accepted(session, mechanism_uid)
    return file_of(row).roster if row else None


def held_state(session: Session, mechanism_uid: str) -> State | None:
    row = accepted(session, mechanism_uid)
    if row is None:
        return None
    file = file_of(row)
    return State(file.root.root, file.roster.roster)


def pinned_keys(session: Session, file: RosterFile | tuple[SignedRoot, ...]) -> frozenset[str]:
    """The root keys, compared in person, of those the roots of *file* name as lead.

    The lead's card must say that it leads this mechanism: a member whose fingerprint was compared
    does not become a lead by naming itself one.
    """
    chain = file.chain if isinstance(file, RosterFile) else file
    own = house.own_agency(session)
    found = set()
    for root in chain:
        facts = root.root.mechanism
        known = mechanism(session, facts.uid)
        if known is not None and known.lead_uid != facts.lead:
            # Who leads a mechanism that is known here changes by a root that follows, not by claim.
            continue
        if known is not None and facts.lead == own.uid:
            found.add(signature.public_of(house.own_root(session).seed))
        found.update(_compared(session, facts.uid, facts.lead))
    return frozenset(found)


def _compared(session: Session, mechanism_uid: str, lead: str) -> set[str]:
    keys = session.scalars(
        select(AgencyKey)
        .join(Agency)
        .where(
            Agency.uid == lead,
            AgencyKey.vouched_by == TrustedBy.PERSON,
            AgencyKey.revoked_at.is_(None),
        )
    )
    return {key.root_public for key in keys if _says_it_leads(key, mechanism_uid)}


def _says_it_leads(key: AgencyKey, mechanism_uid: str) -> bool:
    if not key.card:
        return False
    said = canon.loads(key.card)["card"].get("mechanism", {})
    return bool(said.get("uid") == mechanism_uid)


def keep_version(
    session: Session,
    file: RosterFile,
    state: RosterState,
    now: datetime,
    by: str,
    from_uid: str = "",
) -> RosterVersion:
    """Keep the file of a roster in *state*; the same roster is kept once.

    What a person decided about it stays, unless it is accepted after all.
    """
    roster = file.roster.roster
    row = session.scalar(
        select(RosterVersion).where(
            RosterVersion.mechanism_uid == roster.mechanism,
            RosterVersion.sha256 == file.roster.sha256,
        )
    )
    if row is None:
        row = RosterVersion(
            mechanism_uid=roster.mechanism,
            version=roster.version,
            sha256=file.roster.sha256,
            issued=roster.issued,
            expires=roster.expires,
            from_uid=from_uid,
        )
        session.add(row)
    elif row.state in _DECIDED and state is not RosterState.ACCEPTED:
        return row
    row.data, row.root_version = roster_form.write(file), roster.root_version
    row.state, row.imported_at, row.imported_by = state, now, by
    session.flush()
    return row


def settle_below(session: Session, mechanism_uid: str, version: int) -> None:
    """What waited for a person is overtaken by *version*."""
    for row in in_state(session, RosterState.WAITING):
        if row.mechanism_uid == mechanism_uid and row.version <= version:
            row.state = RosterState.SETTLED


def in_state(session: Session, state: RosterState) -> tuple[RosterVersion, ...]:
    return tuple(
        session.scalars(
            select(RosterVersion)
            .where(RosterVersion.state == state)
            .order_by(RosterVersion.mechanism_uid, RosterVersion.version)
        )
    )


def required(session: Session, mechanism_uid: str) -> RosterVersion:
    """Raises RosterStateError: there is no roster yet."""
    row = accepted(session, mechanism_uid)
    if row is None:
        raise RosterStateError(reason=RosterFault.NO_ROSTER)
    return row


def seen(session: Session, mechanism_uid: str) -> tuple[RosterSeen, ...]:
    """What others said they hold."""
    return tuple(
        session.scalars(select(RosterSeen).where(RosterSeen.mechanism_uid == mechanism_uid))
    )


def _root(row: RosterRoot) -> SignedRoot:
    plain = canon.loads(row.data)
    return roots.read(plain["root"], plain["root_sigs"])
