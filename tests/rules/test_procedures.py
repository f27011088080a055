"""The rows of the referral say what the articles say."""

from __future__ import annotations

import pytest

from app.kernel.canon import Plain
from app.kernel.terms import AgencyRole, MatterKind, Post
from app.rules.procedures import PROCEDURES, approver_fits
from app.rules.steps import FieldKind, FieldSpec, Side, State, StepKind, StepRule, faults
from tests.rules.thread import REFERRAL, TO_POLICE, UNSHARED, way_to


def test_every_kind_of_matter_has_a_procedure() -> None:
    assert set(PROCEDURES) == set(MatterKind)


def test_every_kind_of_step_has_a_rule() -> None:
    assert set(REFERRAL.rules) == set(StepKind)


def test_every_state_can_be_reached() -> None:
    for state in set(State) - UNSHARED:
        assert way_to(state)


@pytest.mark.parametrize("rule", REFERRAL.rules.values(), ids=lambda rule: rule.kind)
def test_every_step_has_the_generic_fields(rule: StepRule) -> None:
    names = [spec.name for spec in rule.fields]

    assert {"number", "scan", "remark"} <= set(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", REFERRAL.rules.values(), ids=lambda rule: rule.kind)
def test_only_the_acts_of_the_counterpart_are_recorded_from_paper(rule: StepRule) -> None:
    for side in (Side.OPENER, Side.COUNTERPART):
        from_paper = side is Side.OPENER and rule.actor is Side.COUNTERPART
        assert rule.recordable_by(side) is (rule.own_act_of(side) or from_paper)


def test_only_the_receiver_of_a_document_is_asked_when_it_came() -> None:
    rule = REFERRAL.rules[StepKind.NOT_FILED]
    fields: dict[str, Plain] = {"reasons": "情节轻微", "received_at": "2026-09-16T01:00:00.000Z"}

    assert faults(rule.for_side(Side.OPENER), fields) == ()
    assert faults(rule.for_side(Side.COUNTERPART), fields) == ("received_at",)


@pytest.mark.parametrize("rule", REFERRAL.rules.values(), ids=lambda rule: rule.kind)
def test_internal_steps_never_change_a_shared_state(rule: StepRule) -> None:
    if rule.internal:
        assert all(
            before == after or (before in UNSHARED and after in UNSHARED)
            for before, after in rule.moves.items()
        )
    else:
        assert all(after not in UNSHARED for after in rule.moves.values())


def test_no_two_kinds_give_way_to_each_other() -> None:
    assert all((to, yields) not in REFERRAL.crossings for yields, to in REFERRAL.crossings)
    assert all(
        REFERRAL.ranks.get(yields, 0) > REFERRAL.ranks.get(to, 0)
        for yields, to in REFERRAL.crossings
    )


def test_only_the_head_approves_a_referral_to_the_police() -> None:
    # 310号令第五条第一款
    assert approver_fits(AgencyRole.POLICE, Post.HEAD)
    assert approver_fits(AgencyRole.POLICE, Post.ACTING_HEAD)
    assert not approver_fits(AgencyRole.POLICE, Post.DEPUTY)
    assert approver_fits(AgencyRole.MARKET, Post.DEPUTY)


def test_what_the_police_accepted_can_no_longer_be_withdrawn() -> None:
    # 310号令第八条: they must decide.
    assert set(REFERRAL.rules[StepKind.WITHDRAWN].moves) == {
        State.ISSUED,
        State.DELIVERED,
        State.ACKNOWLEDGED,
        State.SUPPLEMENT,
    }


def test_materials_are_never_a_reason_not_to_accept() -> None:
    # 程序规定第一百八十条第二款
    for kind in (StepKind.ACCEPTED, StepKind.FILED, StepKind.NOT_FILED):
        assert State.SUPPLEMENT in REFERRAL.rules[kind].moves


def test_an_objection_needs_a_refusal_to_file() -> None:
    # 310号令第九条
    assert set(REFERRAL.rules[StepKind.REVIEW_REQUESTED].moves) == {State.NOT_FILED}
    assert State.FILED not in REFERRAL.rules[StepKind.SUPERVISION_SUGGESTED].moves


def test_articles_are_handed_over_only_after_filing() -> None:
    # 310号令第十二条
    assert set(REFERRAL.rules[StepKind.ARTICLES_HANDED_OVER].moves) == {
        State.FILED,
        State.ARTICLES_HANDED_OVER,
    }


def test_review_and_supervision_are_for_the_police_alone() -> None:
    market = REFERRAL.towards(AgencyRole.MARKET)

    assert StepKind.REVIEW_REQUESTED in TO_POLICE.rules
    assert StepKind.REVIEW_REQUESTED not in market.rules
    assert StepKind.ACKNOWLEDGED in market.rules


def test_an_opening_without_a_clause_is_labelled_and_not_refused() -> None:
    listed = REFERRAL.opening(AgencyRole.FINANCE, AgencyRole.POLICE)
    unlisted = REFERRAL.opening(AgencyRole.OTHER, AgencyRole.POLICE)

    assert listed.listed
    assert "二（五）" in listed.clause
    assert not unlisted.listed


def test_police_turn_to_finance_by_order_310() -> None:
    opening = REFERRAL.opening(AgencyRole.POLICE, AgencyRole.FINANCE)

    assert opening.clause == "国务院令第310号第十三条"


RULE = StepRule(
    StepKind.NOTE,
    Side.OPENER,
    {},
    (
        FieldSpec("text", FieldKind.TEXT, required=True),
        FieldSpec("day", FieldKind.DATE),
        FieldSpec("moment", FieldKind.MOMENT),
        FieldSpec("count", FieldKind.NUMBER),
        FieldSpec("word", FieldKind.CHOICE, choices=("yes", "no")),
    ),
)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"text": "甲"}, ()),
        ({}, ("text",)),
        ({"text": ""}, ("text",)),
        ({"text": 3}, ("text",)),
        ({"text": "甲", "day": "2026-02-30"}, ("day",)),
        ({"text": "甲", "day": "2026-02-28"}, ()),
        ({"text": "甲", "moment": "2026-02-28"}, ("moment",)),
        ({"text": "甲", "moment": "2026-02-28T00:00:00.000Z"}, ()),
        ({"text": "甲", "count": True}, ("count",)),
        ({"text": "甲", "count": 3}, ()),
        ({"text": "甲", "word": "perhaps"}, ("word",)),
        ({"text": "甲", "word": "no", "other": "x"}, ("other",)),
    ],
)
def test_a_field_that_is_empty_ill_shaped_or_unknown_is_named(
    fields: dict[str, object], wrong: tuple[str, ...]
) -> None:
    assert faults(RULE, fields) == wrong
