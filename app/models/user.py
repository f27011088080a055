"""The persons who open this register: each has one key slot and an own age key pair."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped

from app.models.base import Base, Key, Uid


class User(Base):
    __tablename__ = "user"

    id: Mapped[Key]
    uid: Mapped[Uid]
    name: Mapped[str]
    post: Mapped[str]
    phone: Mapped[str]
    slot: Mapped[str]
    recipient: Mapped[str]
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
