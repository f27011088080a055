"""The house's own rows: rule packs, settings, drafts and the journal."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.models.base import Base, Canon, Key, Uid


class Pack(Base):
    """A rule pack as imported: cases and matters name the hash of the one of their time."""

    __tablename__ = "pack"

    id: Mapped[Key]
    name: Mapped[str]
    version: Mapped[str]
    sha256: Mapped[Uid]
    data: Mapped[bytes]
    imported_at: Mapped[datetime]


class Setting(Base):
    __tablename__ = "setting"

    id: Mapped[Key]
    name: Mapped[Uid]
    value: Mapped[Canon]


class Draft(Base):
    """Raw form texts not yet saved, so that a lock or a crash loses nothing."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("user_uid", "form", "subject"), {"sqlite_strict": True})

    id: Mapped[Key]
    user_uid: Mapped[str]
    form: Mapped[str]
    form_version: Mapped[int]
    subject: Mapped[str]
    texts: Mapped[Canon]
    saved_at: Mapped[datetime]


class JournalLine(Base):
    """审计日志: who did what and when; each line carries the hash of the one before."""

    __tablename__ = "journal"

    id: Mapped[Key]
    at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    facts: Mapped[Canon]
    previous: Mapped[str]
    hash: Mapped[Uid]
