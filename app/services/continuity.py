"""Whether an opened register is the newest of its line: the notes of this computer, and the mark.

A register that was restored, put back by hand or made anew from a card is marked; new keys are
taken before it seals or takes in anything, and that clears the mark (``app/vault/restored.py``).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.kernel import clock, paths
from app.vault import journal, restored
from app.vault.highwater import HighWater
from app.vault.register import Register
from app.vault.restored import Mark, Reason

__all__ = ["Mark", "Reason", "mark", "watch"]


def mark(register: Register) -> Mark | None:
    """Why the register is not the newest of its line, or None while it is."""
    with register.read() as session:
        return restored.read(session)


def watch(register: Register, folder: Path | None = None) -> None:
    """Compare the register just opened with what this computer noted of it, and go on noting.

    One that is older than, or another than, what was used here last is marked. *folder* is where
    the notes lie, the user's own data unless a test says otherwise.
    """
    keeper = HighWater(folder or paths.high_water_folder(), register.vault_uid)
    with register.read() as session:
        behind, found = keeper.is_ahead_of(session), restored.read(session)
    known = keeper.known()
    if behind and found is None:
        with register.write() as session:
            _mark_copy(register, session, keeper)
    elif behind and found is not None and known is not None and known.incarnation > found.seen:
        with register.write() as session:
            restored.mark(session, replace(found, seen=known.incarnation))
    register.keep_high_water(keeper)


def _mark_copy(register: Register, session: Session, keeper: HighWater) -> None:
    known, now = keeper.known(), register.clock.now()
    found = register.census()
    newest_at = known.at if known is not None else None
    made_at = clock.from_text(found.at) if found.at else now
    seen = known.incarnation if known is not None else 0
    restored.mark(session, Mark(Reason.COPY, "", made_at, now, newest_at, seen))
    journal.append(
        session,
        register.clock,
        register.user_name,
        "register.copy-found",
        register.vault_uid,
        lines=found.lines,
        lines_known=known.lines if known is not None else 0,
    )
