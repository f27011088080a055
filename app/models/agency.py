"""Agencies, the mechanism they belong to, and the keys they are known by."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.kernel.terms import AgencyLevel, AgencyRole, RootState, RosterState, TrustedBy
from app.models.base import Base, Key, Uid


class Mechanism(Base):
    """A city's or district's 协同监管机制; the lead's card carries it."""

    __tablename__ = "mechanism"

    id: Mapped[Key]
    uid: Mapped[Uid]
    name: Mapped[str]
    lead_uid: Mapped[str]
    basis: Mapped[str]


class Agency(Base):
    """An agency of the contacts book; exactly one row is this register's own.

    Incarnations below ``min_incarnation`` were revoked by a roster and are heard no more.
    """

    __tablename__ = "agency"

    id: Mapped[Key]
    uid: Mapped[Uid]
    name: Mapped[str]
    short_name: Mapped[str]
    handle: Mapped[str]
    role: Mapped[AgencyRole]
    level: Mapped[AgencyLevel]
    region_code: Mapped[str]
    is_self: Mapped[bool]
    runs_program: Mapped[bool]
    liaison: Mapped[str]
    phone: Mapped[str]
    address: Mapped[str]
    min_incarnation: Mapped[int] = mapped_column(default=1)

    keys: Mapped[list[AgencyKey]] = relationship(
        back_populates="agency", order_by="AgencyKey.id", lazy="raise"
    )


class Membership(Base):
    """Who belongs to which mechanism, from when to when."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("mechanism_id", "agency_id", "since"),
        {"sqlite_strict": True},
    )

    id: Mapped[Key]
    mechanism_id: Mapped[int] = mapped_column(ForeignKey("mechanism.id"))
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    since: Mapped[date]
    until: Mapped[date | None]
    basis: Mapped[str]


class AgencyKey(Base):
    """One identity card of an agency as it was shown; ``card`` holds its signed bytes.

    ``verified_at`` is empty until the keys are believed: because the fingerprint was compared in
    person, by roster version ``vouched_number``, or by the key of incarnation ``vouched_number``.
    ``card`` is empty while only a roster has named the keys. ``cutoff_seq`` is the last number of
    the agency's stream to us that is still believed after a revocation; without it, what had been
    taken in when the revocation came.
    """

    __tablename__ = "agency_key"
    __table_args__ = (UniqueConstraint("agency_id", "incarnation"), {"sqlite_strict": True})

    id: Mapped[Key]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    incarnation: Mapped[int]
    sign_public: Mapped[str]
    recipient: Mapped[str]
    fingerprint: Mapped[str]
    card: Mapped[bytes]
    received_at: Mapped[datetime]
    verified_at: Mapped[datetime | None]
    verified_by: Mapped[str]
    verified_how: Mapped[str]
    replaced_at: Mapped[datetime | None]
    root_public: Mapped[str] = mapped_column(default="")
    vouched_by: Mapped[TrustedBy | None]
    vouched_number: Mapped[int] = mapped_column(default=0)
    revoked_at: Mapped[datetime | None]
    revoked_reason: Mapped[str] = mapped_column(default="")
    cutoff_seq: Mapped[int | None]

    agency: Mapped[Agency] = relationship(back_populates="keys", lazy="raise")


class OwnKey(Base):
    """This agency's secrets, one row an incarnation; kept to open bundles sealed to old ones."""

    __tablename__ = "own_key"

    id: Mapped[Key]
    incarnation: Mapped[int] = mapped_column(unique=True)
    sign_seed: Mapped[bytes]
    identity: Mapped[str]
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class OwnRoot(Base):
    """The secret of this agency's root key, which stays when an incarnation gets new keys."""

    __tablename__ = "own_root"

    id: Mapped[Key]
    seed: Mapped[bytes]
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class RosterRoot(Base):
    """A signed root of a mechanism: pinned, or proposed and going round to be signed.

    ``sha256`` is of the root itself, ``data`` holds it with its signatures.
    """

    __tablename__ = "roster_root"
    __table_args__ = (UniqueConstraint("mechanism_uid", "sha256"), {"sqlite_strict": True})

    id: Mapped[Key]
    mechanism_uid: Mapped[str]
    version: Mapped[int]
    sha256: Mapped[str]
    data: Mapped[bytes]
    state: Mapped[RootState]
    kept_at: Mapped[datetime]
    kept_by: Mapped[str]


class RosterVersion(Base):
    """A roster file that came in or was issued here; ``sha256`` is of the roster itself.

    ``from_uid`` is the agency that brought it, empty for a file a person chose.
    """

    __tablename__ = "roster_version"
    __table_args__ = (UniqueConstraint("mechanism_uid", "sha256"), {"sqlite_strict": True})

    id: Mapped[Key]
    mechanism_uid: Mapped[str]
    version: Mapped[int]
    sha256: Mapped[str]
    data: Mapped[bytes]
    root_version: Mapped[int]
    issued: Mapped[datetime]
    expires: Mapped[date]
    state: Mapped[RosterState]
    imported_at: Mapped[datetime]
    imported_by: Mapped[str]
    from_uid: Mapped[str]


class RosterSeen(Base):
    """The newest roster another agency said it holds; ``disagrees`` when ours of that version
    has another hash."""

    __tablename__ = "roster_seen"
    __table_args__ = (UniqueConstraint("mechanism_uid", "agency_uid"), {"sqlite_strict": True})

    id: Mapped[Key]
    mechanism_uid: Mapped[str]
    agency_uid: Mapped[str]
    version: Mapped[int]
    sha256: Mapped[str]
    disagrees: Mapped[bool]
    heard_at: Mapped[datetime]
