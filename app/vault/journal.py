"""审计日志: lines that can be added but not changed without notice.

Each line carries the hash of the one before it and of its own stored texts.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Text, select, type_coerce
from sqlalchemy.orm import Session

from app.kernel import canon
from app.kernel.clock import Clock, to_text
from app.models import JournalLine


def append(
    session: Session, clock: Clock, actor: str, action: str, subject: str, **facts: canon.Plain
) -> None:
    """Add a line in the caller's transaction; *facts* are plain values without case content."""
    at = clock.now()
    previous = head(session)
    text = canon.dumps(facts).decode()
    session.add(
        JournalLine(
            at=at,
            actor=actor,
            action=action,
            subject=subject,
            facts=facts,
            previous=previous,
            hash=_hash(previous, to_text(at), actor, action, subject, text),
        )
    )
    session.flush()


def head(session: Session) -> str:
    """The hash of the newest line, or an empty text: what a peer can witness."""
    newest = select(JournalLine.hash).order_by(JournalLine.id.desc()).limit(1)
    return session.scalar(newest) or ""


def verify(session: Session, seen: Callable[[int], None] | None = None) -> int | None:
    """The id of the first line that is not what was written there, or None.

    *seen* hears every thousandth line's count and may raise to stop.
    """
    lines = select(
        JournalLine.id,
        JournalLine.previous,
        type_coerce(JournalLine.at, Text),
        JournalLine.actor,
        JournalLine.action,
        JournalLine.subject,
        type_coerce(JournalLine.facts, Text),
        JournalLine.hash,
    ).order_by(JournalLine.id)
    before = ""
    rows = session.execute(lines.execution_options(yield_per=1000))
    for count, (key, previous, *texts, stated) in enumerate(rows):
        if seen is not None and count % 1000 == 0:
            seen(count)
        if previous != before or stated != _hash(previous, *texts):
            return int(key)
        before = stated
    return None


def _hash(*texts: str) -> str:
    return canon.digest(list(texts))
