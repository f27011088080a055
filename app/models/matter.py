"""Acts between agencies: the matter, its append-only steps and duties."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.kernel.terms import Carrier, MatterKind
from app.models.base import Base, Canon, Key, Uid


class Matter(Base):
    """事项: a thread of steps. Its state is folded from the steps; ``state`` is that projection."""

    __tablename__ = "matter"

    id: Mapped[Key]
    uid: Mapped[Uid]
    kind: Mapped[MatterKind]
    mechanism_uid: Mapped[str]
    opener_uid: Mapped[str] = mapped_column(index=True)
    counterpart_uid: Mapped[str] = mapped_column(index=True)
    case_uid: Mapped[str] = mapped_column(index=True)
    subject: Mapped[str]
    basis: Mapped[str]
    opened_at: Mapped[datetime]
    particulars: Mapped[Canon]
    particulars_version: Mapped[int]
    pack_hash: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    shared: Mapped[bool]

    steps: Mapped[list[Step]] = relationship(
        back_populates="matter", order_by="Step.id", lazy="raise"
    )


class Step(Base):
    """A statement by one agency, never edited; ``after`` names the heads its author had seen.

    ``number`` counts the author's steps in this matter from 1; an author that was put back to an
    older copy may have used one twice before it learnt of it. ``occurred_at`` is the moment of the
    act (from paper, to the minute), ``recorded_at`` when it was typed. Internal steps (拟稿, 审批)
    never leave the agency.
    """

    __tablename__ = "step"

    id: Mapped[Key]
    uid: Mapped[Uid]
    matter_id: Mapped[int] = mapped_column(ForeignKey("matter.id"), index=True)
    author_uid: Mapped[str]
    number: Mapped[int]
    kind: Mapped[str]
    after: Mapped[Canon]
    occurred_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str]
    carrier: Mapped[Carrier]
    internal: Mapped[bool]
    fields: Mapped[Canon]
    attachment_sha256: Mapped[str | None]

    matter: Mapped[Matter] = relationship(back_populates="steps", lazy="raise")


class Duty(Base):
    """待办: what somebody owes by when; a projection of the steps, rebuilt with its matter.

    ``due_at`` is the moment that lists, colours and reminders use (for our own duties the un-rolled
    one), ``rolled_at`` the one after 节假日顺延, ``latest_at`` the outer limit where the rule has
    one. ``provisional`` marks a year whose calendar is not announced.
    """

    __tablename__ = "duty"
    __table_args__ = (Index("ix_duty_open", "state", "due_at"), {"sqlite_strict": True})

    id: Mapped[Key]
    matter_id: Mapped[int] = mapped_column(ForeignKey("matter.id"), index=True)
    rule_id: Mapped[str]
    nature: Mapped[str]
    owner_uid: Mapped[str]
    started_by: Mapped[str]
    started_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    rolled_at: Mapped[datetime | None]
    latest_at: Mapped[datetime | None]
    provisional: Mapped[bool]
    state: Mapped[str]
    closed_by: Mapped[str | None]
    closed_at: Mapped[datetime | None]
    note: Mapped[str]
