"""The questions of the routing table lead where the notice and the statutes say."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from app.kernel.terms import AgencyRole, ProcurementMethod
from app.rules.packs import RoutingPack
from app.rules.routing import Answers, Route, RouteWarning, suggest
from tests.rules import law

FINANCE, POLICE, AUDIT, MARKET = (
    AgencyRole.FINANCE,
    AgencyRole.POLICE,
    AgencyRole.AUDIT,
    AgencyRole.MARKET,
)
PACK = law.one(RoutingPack)


def routes(sender: AgencyRole = FINANCE, *yes: str, own_level: bool = True) -> dict[str, Route]:
    said: dict[str, Any] = dict.fromkeys(yes, True)
    answers = Answers(sender, own_level=own_level, **said)
    return {route.rule: route for route in suggest(PACK, answers)}


def test_every_question_fills_an_answer_in_order() -> None:
    names = {field.name for field in fields(Answers)}

    assert [question.order for question in PACK.questions] == list(
        range(1, len(PACK.questions) + 1)
    )
    assert {question.answer for question in PACK.questions} <= names


@pytest.mark.parametrize(
    ("sender", "answer", "rule", "receiver"),
    [
        (FINANCE, "crime_suspected", "T1", POLICE),
        (FINANCE, "market_violation", "T2", MARKET),
        (AUDIT, "procurement_violation", "T3", FINANCE),
        (FINANCE, "outside_jurisdiction", "T4", AgencyRole.OTHER),
        (FINANCE, "public_official", "T5", AgencyRole.DISCIPLINE),
        (FINANCE, "expert_bribery", "T1", POLICE),
    ],
)
def test_each_yes_adds_its_receiver(
    sender: AgencyRole, answer: str, rule: str, receiver: AgencyRole
) -> None:
    found = routes(sender, answer)

    assert found.keys() == {rule}
    assert found[rule].receiver is receiver
    assert found[rule].clause
    assert found[rule].quote


def test_receivers_do_not_exclude_each_other() -> None:
    found = routes(AUDIT, "public_official", "crime_suspected", "procurement_violation")

    assert list(found) == ["T5", "T1", "T3"]


def test_nothing_leads_nowhere() -> None:
    assert routes() == {}


def test_nobody_refers_to_itself() -> None:
    assert routes(FINANCE, "procurement_violation") == {}
    assert routes(POLICE, "crime_suspected") == {}
    assert routes(MARKET, "market_violation") == {}


def test_only_the_discipline_route_is_paper_alone() -> None:
    paper = {row.id for row in PACK.routes if row.paper_only}

    assert paper == {"T5", "T5-representative"}
    assert all((row.receiver is AgencyRole.DISCIPLINE) is row.paper_only for row in PACK.routes)


def test_a_purchasers_delegate_who_takes_bribes_is_an_official() -> None:
    found = routes(FINANCE, "expert_bribery", "purchaser_representative")

    assert found.keys() == {"T5-representative"}


def test_works_procured_by_tender_follow_the_tender_law() -> None:
    # 政府采购法第四条
    assert routes(AUDIT, "procurement_violation", "works_by_tender").keys() == {"T4-works"}


def test_a_case_of_another_level_goes_to_the_peer_there() -> None:
    found = routes(FINANCE, "crime_suspected", own_level=False)

    assert found.keys() == {"T1", "T4-level"}
    assert RouteWarning.OTHER_LEVEL in found["T1"].warnings


@pytest.mark.parametrize(
    ("method", "warned"),
    [
        (ProcurementMethod.OPEN_TENDER, False),
        (ProcurementMethod.INVITED_TENDER, False),
        (ProcurementMethod.CONSULTATION, True),
        (ProcurementMethod.INQUIRY, True),
        (None, False),
    ],
)
def test_bid_rigging_without_a_tender_is_asked_about_first(
    method: ProcurementMethod | None, warned: bool
) -> None:
    answers = Answers(FINANCE, crime_suspected=True, bid_rigging=True, method=method)
    (route,) = suggest(PACK, answers)

    assert (RouteWarning.METHOD_NOT_TENDER in route.warnings) is warned
    assert RouteWarning.NO_PENALTY_INSTEAD in route.warnings


def test_an_audit_body_is_told_its_own_form() -> None:
    assert RouteWarning.AUDIT_FORM in routes(AUDIT, "crime_suspected")["T1"].warnings
    assert RouteWarning.AUDIT_FORM not in routes(FINANCE, "crime_suspected")["T1"].warnings
