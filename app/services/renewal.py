"""Beginning anew: new keys in a new incarnation, and everything told once more.

After a restoration, a rotation of keys or a hand-over to another workstation. Peers believe the new
card because the former keys vouch for it; they give back what this register has lost.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel import age
from app.models import Agency, OwnKey, Stream
from app.services import house, members, outbox
from app.services.book import SqlBook
from app.services.changes import Changes, Noun, changed
from app.sync import node, signature, stream
from app.sync.book import Identity
from app.sync.statements import Renewal
from app.vault import journal, restored
from app.vault.register import Register
from app.vault.restored import Reason

_REASONS: Final[Mapping[Reason, Renewal]] = {
    Reason.BACKUP: Renewal.RESTORE,
    Reason.COPY: Renewal.RESTORE,
    Reason.TOLD: Renewal.RESTORE,
    Reason.RECOVERY: Renewal.RECOVERY,
    Reason.REVOKED: Renewal.ROTATION,
}


@dataclass(frozen=True, slots=True)
class Collecting:
    """A peer from whom a register that began anew still waits to hear; *written* when a bundle of
    the current incarnation lies on some medium, *told* when something of it is for the peer."""

    uid: str
    name: str
    written: bool
    heard_at: datetime | None
    told: bool = True


class _Renewing(SqlBook):
    """The book of a register whose new incarnation signs with *key*."""

    def __init__(self, register: Register, session: Session, key: OwnKey) -> None:
        super().__init__(register, session)
        self._key = key

    def begin(self, identity: Identity) -> None:
        house.own_key(self._session).retired_at = self._register.clock.now()
        self._session.flush()
        self._session.add(self._key)
        self._session.flush()
        members.issue_own_card(self._register, self._session)
        super().begin(identity)


def renew(register: Register, reason: Renewal | None = None) -> Changes:
    """Begin a new incarnation with new keys; without *reason* for the one the mark gives.

    Every peer's next bundle carries the new card, where we stand, and all we know we told it.
    """
    with register.write() as session:
        mark, now = restored.read(session), register.clock.now()
        why = reason or (_REASONS[mark.reason] if mark else Renewal.ROTATION)
        held = session.scalar(select(func.max(OwnKey.incarnation))) or 0
        seen = min(mark.seen, stream.furthest(held)) if mark else 0
        incarnation = max(held, seen) + 1
        key = OwnKey(
            incarnation=incarnation,
            sign_seed=secrets.token_bytes(32),
            identity=age.new_identity(),
            created_at=now,
            retired_at=None,
        )
        public = signature.public_of(key.sign_seed)
        identity = Identity(incarnation, signature.fingerprint(public))
        node.renew(_Renewing(register, session, key), why, identity, now)
        restored.clear(session)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "register.renewed",
            register.vault_uid,
            reason=why,
            incarnation=incarnation,
        )
        return changed(Noun.EXCHANGE, Noun.MEMBERS)


def collecting(register: Register) -> tuple[Collecting, ...]:
    """Every peer, and whether it has answered to our current incarnation yet."""
    with register.read() as session:
        return _every(session)


def unheard(register: Register) -> tuple[Collecting, ...]:
    """The peers that were told of a new incarnation of ours and have not answered to it."""
    with register.read() as session:
        return awaited(session)


def awaited(session: Session) -> tuple[Collecting, ...]:
    """The same, inside the caller's transaction: what they hold of ours may not be back yet."""
    if house.own_key(session).incarnation == 1:
        return ()
    return tuple(row for row in _every(session) if row.told and row.heard_at is None)


def _every(session: Session) -> tuple[Collecting, ...]:
    own = house.own_key(session)
    rows = session.execute(
        select(Agency, Stream)
        .outerjoin(Stream, Stream.agency_id == Agency.id)
        .where(~Agency.is_self, Agency.runs_program)
        .order_by(Agency.id)
    )
    return tuple(_collecting(session, agency, stream, own.incarnation) for agency, stream in rows)


def _collecting(
    session: Session, agency: Agency, stream: Stream | None, incarnation: int
) -> Collecting:
    if stream is None:
        return Collecting(agency.uid, agency.name, False, None, told=False)
    return Collecting(
        uid=agency.uid,
        name=agency.name,
        written=outbox.last_written(session, agency) > 0,
        heard_at=stream.acked_at if stream.acked_seq and incarnation > 1 else None,
        told=stream.out_seq > 0,
    )
