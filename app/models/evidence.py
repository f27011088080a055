"""Evidence of a case and the encrypted files behind it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.kernel.terms import EvidenceKind
from app.models.base import Base, Key, Uid


class Attachment(Base):
    """A file kept as an age blob named by a keyed hash of its SHA-256.

    ``destroyed_at`` is set when an approved 销毁 removed the blob; the hash stays.
    """

    __tablename__ = "attachment"

    id: Mapped[Key]
    sha256: Mapped[str] = mapped_column(unique=True)
    size: Mapped[int]
    name: Mapped[str]
    added_at: Mapped[datetime]
    owner_uid: Mapped[str]
    destroyed_at: Mapped[datetime | None]


class Evidence(Base):
    """One item of the evidence catalogue; ``collectors`` names at least two officers.

    ``awaited`` is the SHA-256 of the file of another agency's item while that has not come.
    """

    __tablename__ = "evidence"

    id: Mapped[Key]
    uid: Mapped[Uid]
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    owner_uid: Mapped[str]
    name: Mapped[str]
    kind: Mapped[EvidenceKind]
    source: Mapped[str]
    collectors: Mapped[str]
    collected_on: Mapped[date | None]
    place: Mapped[str]
    original: Mapped[bool]
    pages: Mapped[int]
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))
    awaited: Mapped[str | None] = mapped_column(index=True)

    attachment: Mapped[Attachment | None] = relationship(lazy="raise")
