"""The list of cases: which there are, in what order, and the line each one shows.

A list asks for every id at once and for the lines of those it paints.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, func, select, true
from sqlalchemy.orm import Session

from app.kernel.errors import UnknownRecordError
from app.models import Agency, Case, CaseParty, Duty, Matter, Party
from app.rules.duties import DutyState
from app.rules.packs import Nature
from app.services import cutoffs, house, threads
from app.vault import search
from app.vault.register import Register

SEARCH_LIMIT: Final = 1000
"""A search stops at so many cases; whoever gets them all has asked for too little."""

_BATCH: Final = 200


class CaseScope(StrEnum):
    """Which cases a list shows.

    ``UNREFERRED`` are our own with 涉嫌犯罪 that nothing has left for yet: 以罚代刑 starts there
    (310号令第三条、第十一条).
    """

    ALL = "all"
    OWN = "own"
    UNREFERRED = "unreferred"
    REFERRED = "referred"
    EXTRACTS = "extracts"


class CaseOrder(StrEnum):
    """``REGISTERED`` is the order in which the cases entered this register."""

    REGISTERED = "registered"
    DUE = "due"
    AMOUNT = "amount"
    HANDLER = "handler"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """What a list asks for; *text* is split at spaces, and a case holds every part."""

    text: str = ""
    scope: CaseScope = CaseScope.ALL
    order: CaseOrder = CaseOrder.REGISTERED
    descending: bool = True


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A line of the list of cases.

    *matter_state* is the state of its newest matter, *due_at* the earliest moment by which we owe
    something in one of them; empty and None where there is none. *withdrawn*: its owner took the
    extract back. *beyond* is as in ``CaseView``.
    """

    uid: str
    number: str
    name: str
    state: str
    handler: str
    source: str
    amount_fen: int
    registered_at: datetime
    crime_suspected: bool
    owner: str
    foreign: bool
    matter_state: str
    due_at: datetime | None
    withdrawn: bool = False
    beyond: bool = False


def count_cases(register: Register) -> int:
    with register.read() as session:
        return session.scalar(select(func.count()).select_from(Case)) or 0


def case_ids(register: Register, query: CaseQuery | None = None) -> tuple[int, ...]:
    """The local ids of the cases that *query* asks for; the newest ``SEARCH_LIMIT`` of a search."""
    wanted = query or CaseQuery()
    with register.read() as session:
        scope = _scope(session, wanted.scope)
        chosen = select(Case.id).where(scope)
        if wanted.text.strip():
            found = islice(_found(session, wanted.text, scope), SEARCH_LIMIT)
            chosen = chosen.where(Case.id.in_(tuple(found)))
        # Past the mapper, which takes twice the time and memory for 100,000 ids.
        return tuple(session.connection().scalars(chosen.order_by(*_order(wanted))))


def case_id(register: Register, uid: str) -> int:
    """The local id of a case, to find it in a list; raises UnknownRecordError."""
    with register.read() as session:
        found = session.scalar(select(Case.id).where(Case.uid == uid))
        if found is None:
            raise UnknownRecordError(kind="case", uid=uid)
        return found


def case_rows(register: Register, ids: tuple[int, ...]) -> tuple[CaseRow, ...]:
    """The rows of *ids* in that order; ids that are gone are left out."""
    with register.read() as session:
        found = _rows(session, ids)
        return tuple(found[id_] for id_ in ids if id_ in found)


def same_parties(
    register: Register, identifiers: tuple[str, ...], besides: str = ""
) -> tuple[CaseRow, ...]:
    """Cases in which a party with one of *identifiers* is named, save the case *besides* (R80)."""
    with register.read() as session:
        ids = tuple(
            session.scalars(
                select(CaseParty.case_id)
                .join(Party)
                .join(Case)
                .where(Party.identifier.in_([i for i in identifiers if i]), Case.uid != besides)
                .distinct()
            )
        )
        return tuple(_rows(session, ids).values())


# -- inside --------------------------------------------------------------------------------

_MATTERS = select(Matter.id).where(Matter.case_uid == Case.uid)
_LEFT = _MATTERS.where(Matter.shared).exists()
_NEWEST_STATE = (
    select(Matter.state)
    .where(Matter.case_uid == Case.uid)
    .order_by(Matter.id.desc())
    .limit(1)
    .correlate(Case)
    .scalar_subquery()
)
_OURS = select(Agency.uid).where(Agency.is_self).scalar_subquery()
_RUNNING = and_(
    Duty.owner_uid == _OURS,
    Duty.nature == Nature.DUTY,
    Duty.state.in_((DutyState.OPEN, DutyState.EXTENDED, DutyState.SUSPENDED)),
)
# Filtered in the aggregate: in WHERE, SQLite would walk every open duty of the register for each
# case, and 100,000 cases in the order of their duties took two minutes instead of a third second.
_DUE = (
    select(func.min(Duty.due_at).filter(_RUNNING))
    .join(Matter, Matter.id == Duty.matter_id)
    .where(Matter.case_uid == Case.uid, Matter.state.not_in(threads.ENDED))
    .correlate(Case)
    .scalar_subquery()
)

_COLUMNS: Final = MappingProxyType[CaseOrder, SQLColumnExpression[Any]](
    {
        # Not the bare id: in its order SQLite reads the cases themselves, facts and all, where an
        # index that holds the ids is enough.
        CaseOrder.REGISTERED: Case.id + 0,
        CaseOrder.DUE: _DUE,
        CaseOrder.AMOUNT: Case.amount_fen,
        CaseOrder.HANDLER: Case.handler,
        CaseOrder.SOURCE: Case.source,
    }
)


def _scope(session: Session, scope: CaseScope) -> ColumnElement[bool]:
    ours = Case.owner_uid == house.own_agency(session).uid
    conditions = {
        CaseScope.ALL: true(),
        CaseScope.OWN: ours,
        CaseScope.UNREFERRED: and_(ours, Case.crime_suspected, ~_LEFT),
        CaseScope.REFERRED: and_(ours, _LEFT),
        CaseScope.EXTRACTS: ~ours,
    }
    return conditions[scope]


def _order(query: CaseQuery) -> tuple[ColumnElement[Any], ...]:
    column = _COLUMNS[query.order]
    turned = column.desc() if query.descending else column.asc()
    return turned.nulls_last(), Case.id.desc()


def _found(session: Session, text: str, scope: ColumnElement[bool]) -> Iterator[int]:
    """The cases a search finds within *scope*, newest first, as far as they are asked for."""
    matching = search.matching_cases(session, text)
    while batch := tuple(islice(matching, _BATCH)):
        yield from session.scalars(
            select(Case.id).where(Case.id.in_(batch), scope).order_by(Case.id.desc())
        )


def _rows(session: Session, ids: tuple[int, ...]) -> dict[int, CaseRow]:
    own = house.own_agency(session).uid
    query = (
        select(
            Case.id,
            Case.uid,
            Case.number,
            Case.name,
            Case.state,
            Case.handler,
            Case.source,
            Case.amount_fen,
            Case.registered_at,
            Case.crime_suspected,
            func.coalesce(Agency.name, ""),
            Case.owner_uid != own,
            func.coalesce(_NEWEST_STATE, ""),
            _DUE,
            Case.withdrawn_at.is_not(None),
        )
        .outerjoin(Agency, Agency.uid == Case.owner_uid)
        .where(Case.id.in_(ids))
    )
    beyond = cutoffs.records(session)
    return {
        id_: CaseRow(*(uid, *columns, uid in beyond))
        for id_, uid, *columns in session.execute(query)
    }
