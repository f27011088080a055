"""时间线 of a case: what this register's journal and the steps of its matters tell, by time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Select, Text, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.kernel.canon import Plain
from app.models import Agency, Case, Evidence, JournalLine, Matter, Step
from app.services import cases
from app.vault.register import Register


class Source(StrEnum):
    """Where a line comes from: an act in this program, or a statement in a matter's thread."""

    JOURNAL = "journal"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """*what* is the action of the journal or the kind of the step; *matter* may be empty.

    *at* is the moment of the act; a step may have been recorded later than it happened.
    """

    at: datetime
    source: Source
    what: str
    who: str
    matter: str
    facts: Mapping[str, Plain]


def lines(register: Register, case_uid: str) -> tuple[HistoryLine, ...]:
    """The newest first; raises UnknownRecordError."""
    with register.read() as session:
        case = cases.one(session, case_uid)
        found = [*_from_journal(session, case), *_from_steps(session, case)]
        return tuple(sorted(found, key=lambda line: line.at, reverse=True))


def _from_journal(session: Session, case: Case) -> Iterator[HistoryLine]:
    subjects = (
        select(Evidence.uid)
        .where(Evidence.case_id == case.id)
        .union(select(Matter.uid).where(Matter.case_uid == case.uid))
    )
    # The journal keeps no content: what an item is called is asked of the item.
    names = {row.uid: row.name for row in session.scalars(_evidence(case))}
    named = type_coerce(JournalLine.facts, Text).contains(f'"case":"{case.uid}"', autoescape=True)
    about = or_(JournalLine.subject == case.uid, JournalLine.subject.in_(subjects), named)
    for line in session.scalars(select(JournalLine).where(about).order_by(JournalLine.id.desc())):
        # The name of the case itself tells nothing new.
        facts = {} if line.subject == case.uid else line.facts
        if line.subject in names:
            facts = {**facts, "name": names[line.subject]}
        yield HistoryLine(line.at, Source.JOURNAL, line.action, line.actor, "", facts)


def _evidence(case: Case) -> Select[Evidence]:
    return select(Evidence).where(Evidence.case_id == case.id)


def _from_steps(session: Session, case: Case) -> Iterator[HistoryLine]:
    query = (
        select(Step, Matter.uid, Agency.name)
        .join(Matter)
        .join(Agency, Agency.uid == Step.author_uid)
        .where(Matter.case_uid == case.uid)
        .order_by(Step.id.desc())
    )
    for step, matter, author in session.execute(query):
        yield HistoryLine(step.occurred_at, Source.STEP, step.kind, author, matter, step.fields)
