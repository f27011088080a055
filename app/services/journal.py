"""审计日志 to be read: who did what and when, and whether the lines are still what was written.

There is no use case that changes or removes a line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Select, Text, func, or_, select, type_coerce

from app.kernel.canon import Plain
from app.models import JournalLine
from app.services import subjects
from app.vault import journal
from app.vault.register import Register

_PART_OF_AN_IDENTITY: Final = 8


@dataclass(frozen=True, slots=True)
class JournalRow:
    """A line; *number* counts from 1 in the order of writing, *facts* are plain values.

    *about* is what its subject is called today; empty where the facts themselves say it.
    """

    number: int
    at: datetime
    actor: str
    action: str
    subject: str
    facts: Mapping[str, Plain]
    about: str


@dataclass(frozen=True, slots=True)
class JournalQuery:
    """Which lines: of one *action* (empty: any), with *text* in actor, subject, name or facts."""

    action: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class ChainState:
    """What a check of the whole journal found: *broken_at* is the first line that is wrong."""

    lines: int
    broken_at: int | None
    checked_at: datetime


def line_ids(register: Register, query: JournalQuery) -> tuple[int, ...]:
    """The lines *query* asks for, the newest first."""
    with register.read() as session:
        chosen = _chosen(query, select(JournalLine.id)).order_by(JournalLine.id.desc())
        return tuple(session.scalars(chosen))


def lines(register: Register, ids: tuple[int, ...]) -> tuple[JournalRow, ...]:
    """The lines *ids* in that order."""
    with register.read() as session:
        rows = session.scalars(select(JournalLine).where(JournalLine.id.in_(ids)))
        found = {row.id: row for row in rows}
        names = subjects.names(session, {row.subject for row in found.values()})
        return tuple(_row(found[number], names) for number in ids if number in found)


def actions(register: Register) -> tuple[str, ...]:
    """Every action that occurs, in alphabetical order."""
    with register.read() as session:
        return tuple(session.scalars(select(JournalLine.action).distinct().order_by("action")))


def verify(
    register: Register, watch: Callable[[int, int], None] = lambda _done, _total: None
) -> ChainState:
    """Compute every line's hash again."""
    with register.read() as session:
        total = session.scalar(select(func.count()).select_from(JournalLine)) or 0
        broken = journal.verify(session, lambda done: watch(done, total))
        return ChainState(total, broken, register.clock.now())


def _chosen(query: JournalQuery, lines: Select[int]) -> Select[int]:
    if query.action:
        lines = lines.where(JournalLine.action == query.action)
    if text := query.text.strip():
        facts = type_coerce(JournalLine.facts, Text)
        columns = [type_coerce(JournalLine.actor, Text), facts]
        about = JournalLine.subject.in_(subjects.named(text))
        if len(text) >= _PART_OF_AN_IDENTITY:
            # Two digits stand somewhere in nearly every identity.
            columns.append(type_coerce(JournalLine.subject, Text))
        found = (column.contains(text, autoescape=True) for column in columns)
        lines = lines.where(or_(about, *found))
    return lines


def _row(line: JournalLine, names: Mapping[str, str]) -> JournalRow:
    about = names.get(line.subject, "")
    return JournalRow(line.id, line.at, line.actor, line.action, line.subject, line.facts, about)
