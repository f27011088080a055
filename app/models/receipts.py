"""已阅回执: who opened which record of the other side, and when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Key


class Receipt(Base):
    """A person opened a record: ours of the other agency's (``outgoing``), or theirs of ours.

    The first one counts; a record is receipted once in each direction.
    """

    __tablename__ = "receipt"
    __table_args__ = (
        UniqueConstraint("record_uid", "agency_id", "outgoing"),
        {"sqlite_strict": True},
    )

    id: Mapped[Key]
    record_uid: Mapped[str]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    outgoing: Mapped[bool]
    seen_at: Mapped[datetime]
    seen_by: Mapped[str]
