"""Where a case may go: the questions in their order, each yes adding a receiver.

Nothing is decided here and nothing kept: plain answers in, suggestions with their clause out. A
route that is ``paper_only`` (纪检监察) is named and then forgotten; whoever asks must not store the
answer that led to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.kernel.terms import AgencyRole, ProcurementMethod
from app.rules.packs import RouteRule, RoutingPack


class RouteWarning(StrEnum):
    """What to think of before taking a route; none forbids it."""

    METHOD_NOT_TENDER = "method_not_tender"
    NO_PENALTY_INSTEAD = "no_penalty_instead"
    OTHER_LEVEL = "other_level"
    AUDIT_FORM = "audit_form"


@dataclass(frozen=True, slots=True)
class Answers:
    """What the officer said. *method* is the project's, empty when there is no project."""

    sender: AgencyRole
    public_official: bool = False
    expert_bribery: bool = False
    purchaser_representative: bool = False
    crime_suspected: bool = False
    bid_rigging: bool = False
    method: ProcurementMethod | None = None
    market_violation: bool = False
    procurement_violation: bool = False
    works_by_tender: bool = False
    outside_jurisdiction: bool = False
    own_level: bool = True


@dataclass(frozen=True, slots=True)
class Route:
    """A receiver and the clause that names it; *bases* are what the letter cites."""

    rule: str
    receiver: AgencyRole
    receiver_note: str
    clause: str
    quote: str
    document: str
    bases: tuple[str, ...]
    paper_only: bool
    warnings: tuple[RouteWarning, ...]


def suggest(pack: RoutingPack, answers: Answers) -> tuple[Route, ...]:
    """The routes the answers lead to, in the order of the questions.

    Empty when nothing leads elsewhere («不移送», for which the officer writes a reason). A sender
    is never suggested to itself: what is within its own power it deals with.
    """
    rows = {row.id: row for row in pack.routes}
    names = dict.fromkeys(_names(answers))
    return tuple(
        _route(rows[name], answers)
        for name in names
        if rows[name].receiver is not answers.sender or rows[name].paper_only
    )


def _names(answers: Answers) -> Iterator[str]:
    if answers.public_official:
        yield "T5"
    # 刑法第一百六十三条: an expert is no state functionary, a purchaser's delegate may be one.
    if answers.expert_bribery:
        yield "T5-representative" if answers.purchaser_representative else "T1"
    if answers.crime_suspected:
        yield "T1"
    if answers.market_violation:
        yield "T2"
    if answers.procurement_violation:
        # 政府采购法第四条: works procured by tender follow the tender law and its supervisors.
        yield "T4-works" if answers.works_by_tender else "T3"
    if answers.outside_jurisdiction:
        yield "T4"
    if not answers.own_level:
        yield "T4-level"


def _route(row: RouteRule, answers: Answers) -> Route:
    return Route(
        rule=row.id,
        receiver=row.receiver,
        receiver_note=row.receiver_note,
        clause=row.clause,
        quote=row.quote,
        document=row.document,
        bases=row.bases,
        paper_only=row.paper_only,
        warnings=tuple(_warnings(row, answers)),
    )


def _warnings(row: RouteRule, answers: Answers) -> Iterator[RouteWarning]:
    if row.receiver is AgencyRole.POLICE:
        # 国务院令第310号第十一条.
        yield RouteWarning.NO_PENALTY_INSTEAD
        if answers.bid_rigging and answers.method and not answers.method.is_tender:
            yield RouteWarning.METHOD_NOT_TENDER
    if not answers.own_level and not row.paper_only:
        yield RouteWarning.OTHER_LEVEL
    # 审计法第四十五条: an audit body transfers by 审计移送处理书.
    if answers.sender is AgencyRole.AUDIT and not row.paper_only:
        yield RouteWarning.AUDIT_FORM
