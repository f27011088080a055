"""What the subjects of journal lines are called: the journal itself, which nobody destroys, names
no case, matter or item of evidence."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import CompoundSelect, select
from sqlalchemy.orm import Session

from app.models import Case, Evidence, Matter


def names(session: Session, uids: Collection[str]) -> Mapping[str, str]:
    """The names of those among *uids* that have one here; what was destroyed has its number."""
    cases = session.scalars(select(Case).where(Case.uid.in_(uids)))
    found = {case.uid: case.name or case.number for case in cases}
    matters = select(Matter.uid, Matter.subject, Case.number).outerjoin(
        Case, Case.uid == Matter.case_uid
    )
    for uid, subject, number in session.execute(matters.where(Matter.uid.in_(uids))):
        found[uid] = subject or number or ""
    items = session.scalars(select(Evidence).where(Evidence.uid.in_(uids)))
    found |= {item.uid: item.name for item in items}
    return {uid: name for uid, name in found.items() if name}


def named(text: str) -> CompoundSelect[str]:
    """The uids of what has *text* in its name or in the number of its case."""
    return (
        select(Case.uid)
        .where(Case.name.contains(text, autoescape=True))
        .union(
            select(Case.uid).where(Case.number.contains(text, autoescape=True)),
            select(Matter.uid).where(Matter.subject.contains(text, autoescape=True)),
            select(Evidence.uid).where(Evidence.name.contains(text, autoescape=True)),
        )
    )
