"""How far a register had come when it was last used on this computer.

A folder that was put back by hand (a copy, a snapshot of the disk) opens as if nothing had
happened. The journal only grows, so a journal that is shorter than the one noted here, or has
another line in its place, belongs to an older or another copy.

The note lies outside the register, in the user's own data. It helps against mistakes: whoever puts
it back together with the register is found out only by the next exchange.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel import canon, plain
from app.kernel.errors import NotCanonicalError
from app.kernel.files import write_atomic
from app.models import JournalLine, OwnKey

_BETWEEN: Final = timedelta(minutes=1)
"""Two notes while a register is in use; one more is made when it is closed."""


@dataclass(frozen=True, slots=True)
class Position:
    """*lines* of the journal and the hash of the last, noted at the moment *at*."""

    vault: str
    incarnation: int
    lines: int
    head: str
    at: datetime


class HighWater:
    """The note about the register *vault* in *folder*; unreadable or unwritable, it is none."""

    def __init__(self, folder: Path, vault: str) -> None:
        self._path = folder / f"{vault}.json"
        self._vault = vault
        self._noted: datetime | None = None

    def known(self) -> Position | None:
        with suppress(OSError, ValueError, NotCanonicalError):
            found = plain.from_plain(Position, json.loads(self._path.read_bytes()))
            return found if found.vault == self._vault else None
        return None

    def is_ahead_of(self, session: Session) -> bool:
        """Whether what was noted is not a part of the register in *session*."""
        known = self.known()
        if known is None or not known.lines:
            return False
        line = select(JournalLine.hash).where(JournalLine.id == known.lines)
        return session.scalar(line) != known.head

    def is_due(self, now: datetime) -> bool:
        return self._noted is None or not timedelta() <= now - self._noted < _BETWEEN

    def note(self, session: Session, now: datetime) -> None:
        """Keep how far the register is; a computer that refuses keeps nothing."""
        self._noted = now
        newest = select(JournalLine.id, JournalLine.hash).order_by(JournalLine.id.desc()).limit(1)
        row = session.execute(newest).first()
        lines, head = (row.id, row.hash) if row is not None else (0, "")
        incarnation = session.scalar(select(func.max(OwnKey.incarnation))) or 0
        position = Position(self._vault, incarnation, lines, head, now)
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(self._path, canon.dumps(plain.to_plain(position)), replace=True)
