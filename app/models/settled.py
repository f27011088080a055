"""What persons found out about the alarms that no statement of anybody ends."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Key


class Settled(Base):
    """``key`` says what the alarm was about, so that one about something else stands again."""

    __tablename__ = "settled"

    id: Mapped[Key]
    key: Mapped[str] = mapped_column(unique=True)
    how: Mapped[str]
    settled_at: Mapped[datetime]
    settled_by: Mapped[str]
