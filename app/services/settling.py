"""Alarms that no statement of anybody ends: a person looks into them and writes what was found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel import canon
from app.kernel.errors import MissingFieldsError
from app.models import Case, Entry, Letter, Settled, Witness
from app.services import house
from app.services.changes import Changes, Noun, changed
from app.vault import journal
from app.vault.register import Register


class Numbered(StrEnum):
    """What bears a number of ours."""

    LETTER = "letter"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Bearer:
    """A letter (its title, when it was issued) or a case (its name, when it was registered)."""

    uid: str
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NumberTwice:
    """A number of ours that several bear: it was drawn again before those a restoration lost were
    given back."""

    key: str
    kind: Numbered
    number: str
    bearers: tuple[Bearer, ...]


def settle(register: Register, keys: Collection[str], how: str) -> Changes:
    """Note what a person found out about the alarms *keys*.

    Raises:
        MissingFieldsError: *how* is empty.
    """
    if not how.strip():
        raise MissingFieldsError(fields=("how_settled",))
    with register.write() as session:
        for key in sorted(set(keys) - of_all(session)):
            row = Settled(key=key, how=how.strip(), settled_at=register.clock.now())
            row.settled_by = register.user_name
            session.add(row)
            journal.append(session, register.clock, register.user_name, "alarm.settled", key)
        return changed(Noun.EXCHANGE)


def of_all(session: Session) -> frozenset[str]:
    """The keys of every alarm that was settled."""
    return frozenset(session.scalars(select(Settled.key)))


def of_entry(row: Entry) -> str:
    return _key("refused", row.head_hash)


def of_witness(row: Witness) -> str:
    return _key("witness", row.about_uid, row.told_by_uid, str(row.incarnation), row.key)


def numbers_twice(session: Session) -> Iterator[NumberTwice]:
    """Every number of ours that more than one letter or case bears; settled ones too."""
    own = house.own_agency(session).uid
    letters = select(Letter).where(Letter.author_uid == own, Letter.number != "")
    again = select(Letter.number).where(Letter.author_uid == own).group_by(Letter.number)
    letters = letters.where(Letter.number.in_(again.having(func.count() > 1)))
    found = session.scalars(letters.order_by(Letter.number, Letter.issued_at, Letter.uid))
    for number, same in groupby(found, key=lambda row: row.number):
        bearers = (Bearer(row.uid, row.title, row.issued_at) for row in same)
        yield _twice(Numbered.LETTER, number, bearers)
    cases = select(Case).where(Case.owner_uid == own, Case.number != "")
    repeated = select(Case.number).where(Case.owner_uid == own).group_by(Case.number)
    cases = cases.where(Case.number.in_(repeated.having(func.count() > 1)))
    listed = session.scalars(cases.order_by(Case.number, Case.registered_at, Case.uid))
    for number, alike in groupby(listed, key=lambda row: row.number):
        bearers = (Bearer(row.uid, row.name, row.registered_at) for row in alike)
        yield _twice(Numbered.CASE, number, bearers)


def _twice(kind: Numbered, number: str, bearers: Iterable[Bearer]) -> NumberTwice:
    every = tuple(bearers)
    return NumberTwice(_key(kind, number, *sorted(each.uid for each in every)), kind, number, every)


def _key(*about: str) -> str:
    return canon.digest(list(about))
