"""Terms are counted in whole years from the next 1 January; two witnesses are two persons."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from app.demo import samples
from app.rules import retention, skeleton
from app.rules.procedures import PROCEDURES
from app.rules.retention import Signer, Term
from app.rules.steps import FieldKind
from tests import synthetic


@pytest.mark.parametrize("closed", [date(2026, 1, 1), date(2026, 9, 30), date(2026, 12, 31)])
def test_a_term_ends_with_a_year(closed: date) -> None:
    assert retention.last_day(Term.TEN_YEARS, closed) == date(2036, 12, 31)
    assert retention.last_day(Term.THIRTY_YEARS, closed) == date(2056, 12, 31)


def test_it_is_over_on_the_day_after() -> None:
    closed = date(2026, 9, 30)

    assert not retention.is_over(Term.TEN_YEARS, closed, date(2036, 12, 31))
    assert retention.is_over(Term.TEN_YEARS, closed, date(2037, 1, 1))


def test_what_is_kept_for_ever_is_never_over() -> None:
    assert retention.last_day(Term.PERMANENT, date(1990, 1, 1)) is None
    assert not retention.is_over(Term.PERMANENT, date(1990, 1, 1), date(9999, 1, 1))


@pytest.mark.parametrize(
    ("names", "enough"),
    [
        ((), False),
        (("庚某某",), False),
        (("庚某某", "庚 某某"), False),
        (("庚某某", "　"), False),
        (("庚某某", "辛某某"), True),
    ],
)
def test_two_witnesses_are_two_persons(names: tuple[str, ...], *, enough: bool) -> None:
    assert retention.two_persons(tuple(Signer(name, "") for name in names)) is enough


def test_a_skeleton_has_no_text_but_what_identifies_the_record() -> None:
    case = samples.CASE

    bare = skeleton.of_facts(synthetic.referral(case))

    said = [value for each in (bare, bare.case) for value in _texts(each)]
    assert said == [case.uid]
    assert (bare.case.found_on, bare.economic_crime) == (case.found_on, True)
    assert bare.case.project is None
    assert not any((bare.materials, bare.team, bare.case.parties, bare.case.evidence))


def test_the_skeleton_of_a_step_keeps_what_it_is_folded_from() -> None:
    for procedure in PROCEDURES.values():
        for rule in procedure.rules.values():
            written = {spec.name: "甲" for spec in rule.fields}
            kept = set(skeleton.of_fields(rule, written))
            texts = {
                spec.name
                for spec in rule.fields
                if spec.kind in {FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.FILE}
            }

            assert kept & texts <= {"number"}
            assert set(written) - texts <= kept


def _texts(facts: object) -> list[str]:
    values = [getattr(facts, field.name) for field in fields(facts)]  # type: ignore[arg-type]
    return [value for value in values if type(value) is str and value]
