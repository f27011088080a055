"""Approved destruction: the list that was approved, who answered for it, what is gone for ever."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Canon, Key, Uid


class Destruction(Base):
    """A 销毁清册: proposed, approved by its hash, carried out; it is never destroyed itself.

    ``items`` is the list as canonical JSON and ``items_hash`` its hash, which the approval covers.
    ``signers`` are ``{name, post}`` of 监销人. ``executed_at`` is the transaction that removed the
    rows, ``cleared_at`` when no blob and no page of the file kept anything any more. ``backups``
    are the copies known then that still hold it.
    """

    __tablename__ = "destruction"

    id: Mapped[Key]
    uid: Mapped[Uid]
    items: Mapped[Canon]
    items_hash: Mapped[str]
    proposed_at: Mapped[datetime]
    proposed_by: Mapped[str]
    appraisal: Mapped[str]
    basis: Mapped[str]
    approver: Mapped[str]
    approved_on: Mapped[date | None]
    signers: Mapped[Canon]
    scan_sha256: Mapped[str | None]
    approved_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    executed_at: Mapped[datetime | None]
    executed_by: Mapped[str]
    cleared_at: Mapped[datetime | None]
    backups: Mapped[Canon]


class DestroyedRecord(Base):
    """A record whose content is gone up to ``version``: what says it again arrives without body."""

    __tablename__ = "destroyed_record"

    id: Mapped[Key]
    destruction_id: Mapped[int] = mapped_column(ForeignKey("destruction.id"), index=True)
    record_uid: Mapped[Uid]
    version: Mapped[int]
