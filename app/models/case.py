"""Cases: our own, and the read-only extracts that others sent."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.kernel.terms import PartyKind, PartyRole, ProcurementMethod, ProjectKind
from app.models.base import Base, Key, Uid


class Case(Base):
    """A case; ``owner_uid`` is the only agency whose program writes it.

    ``opened_from`` names the foreign extract this case was opened from.
    ``crime_suspected`` guards against 以罚代刑: such a case is not closed without a referral or a
    recorded reason (310号令第五条、第十一条). Its owner may have taken back what it told others
    (``withdrawn_at``), for ever.
    """

    __tablename__ = "case"

    id: Mapped[Key]
    uid: Mapped[Uid]
    owner_uid: Mapped[str] = mapped_column(index=True)
    version: Mapped[int]
    number: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    source: Mapped[str]
    found_on: Mapped[date]
    registered_at: Mapped[datetime] = mapped_column(index=True)
    amount_fen: Mapped[int]
    facts: Mapped[str]
    measures: Mapped[str]
    penalties: Mapped[str]
    handler: Mapped[str]
    handler_phone: Mapped[str]
    crime_suspected: Mapped[bool]
    state: Mapped[str] = mapped_column(index=True)
    opened_from: Mapped[str | None] = mapped_column(index=True)
    pack_hash: Mapped[str]
    withdrawn_at: Mapped[datetime | None]
    withdrawal_reason: Mapped[str | None]

    project: Mapped[Project | None] = relationship(back_populates="case", lazy="raise")
    parties: Mapped[list[CaseParty]] = relationship(
        back_populates="case", order_by="CaseParty.id", lazy="raise"
    )
    violations: Mapped[list[Violation]] = relationship(order_by="Violation.id", lazy="raise")


class Project(Base):
    """The procurement project of a case; amounts in fen."""

    __tablename__ = "project"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), unique=True)
    number: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    kind: Mapped[ProjectKind]
    method: Mapped[ProcurementMethod]
    purchaser: Mapped[str]
    budget_fen: Mapped[int]
    contract_fen: Mapped[int]
    opened_on: Mapped[date | None]
    winner: Mapped[str]

    case: Mapped[Case] = relationship(back_populates="project", lazy="raise")


class Party(Base):
    """A person or organisation of one case: the row goes with it, its uid may stand in another.

    ``override_reason`` tells why a failing identifier was kept.
    """

    __tablename__ = "party"

    id: Mapped[Key]
    uid: Mapped[str] = mapped_column(index=True)
    kind: Mapped[PartyKind]
    name: Mapped[str] = mapped_column(index=True)
    identifier: Mapped[str] = mapped_column(index=True)
    override_reason: Mapped[str]
    address: Mapped[str]
    representative: Mapped[str]
    phone: Mapped[str]


class CaseParty(Base):
    __tablename__ = "case_party"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    role: Mapped[PartyRole]

    case: Mapped[Case] = relationship(back_populates="parties", lazy="raise")
    party: Mapped[Party] = relationship(lazy="raise")


class Violation(Base):
    """A row of the violation catalogue as it stood when the case named it."""

    __tablename__ = "violation"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    code: Mapped[str]
    conduct: Mapped[str]
    article: Mapped[str]


class CaseClosing(Base):
    """结案 of a case of our own; reopening ends it, and a later closing is a row of its own.

    ``how`` is a ``kernel.terms.CaseOutcome``.
    """

    __tablename__ = "case_closing"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    how: Mapped[str]
    closed_on: Mapped[date]
    basis: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str]
    reopened_at: Mapped[datetime | None]
    reopened_by: Mapped[str]
    reopen_reason: Mapped[str]
