"""Every word the law room can say has its Chinese one."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import pytest

from app import wording
from app.kernel.terms import Delivery, Post
from app.rules.duties import DutyState, Standing
from app.rules.identifiers import IdentifierFault
from app.rules.packs import Confidence, Nature, OffencePack, RuleKind, Unit
from app.rules.routing import RouteWarning
from app.rules.steps import CrossingRule, Side, State, StepKind
from tests.rules import law
from tests.rules.thread import REFERRAL


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (State, wording.STATES),
        (StepKind, wording.STEPS),
        (Side, wording.SIDES),
        (CrossingRule, wording.CROSSINGS),
        (DutyState, wording.DUTY_STATES),
        (Standing, wording.STANDINGS),
        (Nature, wording.NATURES),
        (RuleKind, wording.RULE_KINDS),
        (Confidence, wording.CONFIDENCES),
        (Unit, wording.UNITS),
        (IdentifierFault, wording.IDENTIFIER_FAULTS),
        (RouteWarning, wording.ROUTE_WARNINGS),
        (Delivery, wording.DELIVERIES),
        (Post, wording.POSTS),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_word_is_said_in_chinese(words: type[StrEnum], said: Mapping[str, str]) -> None:
    assert set(said) == set(words)
    assert all(said.values())


def test_no_two_states_and_no_two_steps_are_called_the_same() -> None:
    assert len(set(wording.STATES.values())) == len(State)
    assert len(set(wording.STEPS.values())) == len(StepKind)


def test_every_field_of_a_step_has_a_label() -> None:
    names = {spec.name for rule in REFERRAL.rules.values() for spec in rule.fields}

    assert names == set(wording.STEP_FIELDS)


def test_every_measure_of_a_standard_has_a_label() -> None:
    measures = {
        threshold.measure
        for offence in law.one(OffencePack).offences
        for standard in offence.standards
        for threshold in standard.thresholds
    }

    assert measures == set(wording.MEASURES)
