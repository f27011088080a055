"""The mark of a register that is not the newest of its line, or whose keys are heard no more.

Numbers after the moment it shows may have been used already, so new keys are taken before anything
is sealed or taken in; whoever takes them clears the mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from app.kernel import plain
from app.models import Setting
from app.vault import settings

SETTING: Final = "exchange.restored"


class Reason(StrEnum):
    """From a backup file; a folder put back by hand; made anew from the agency's card; a peer told
    of what this register does not know; a roster revoked our keys."""

    BACKUP = "backup"
    COPY = "copy"
    RECOVERY = "recovery"
    TOLD = "told"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Mark:
    """*origin* is a file's name, or empty; the register shows the moment *made_at*.

    *newest_at* is when a newer state was last used on this computer, known only for a copy. *seen*
    is the highest incarnation of ours that a peer knows or a roster revoked, 0 when nobody told.
    """

    reason: Reason
    origin: str
    made_at: datetime
    restored_at: datetime
    newest_at: datetime | None = None
    seen: int = 0


def mark(session: Session, found: Mark) -> None:
    settings.write(session, SETTING, plain.to_plain(found))


def read(session: Session) -> Mark | None:
    stored = settings.read(session, SETTING, "")
    return plain.from_plain(Mark, stored) if stored else None


def clear(session: Session) -> None:
    session.execute(delete(Setting).where(Setting.name == SETTING))
