"""Agencies, the mechanism they belong to, and the keys they are known by."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.kernel.terms import AgencyLevel, AgencyRole
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
    """An agency of the contacts book; exactly one row is this register's own."""

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

    ``verified_at`` is empty until the fingerprint was compared in person.
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
