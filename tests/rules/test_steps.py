"""What a form may write into a step, and what a reader takes from one that arrived."""

from __future__ import annotations

from typing import Final

import pytest

from app.kernel.canon import Plain
from app.rules.steps import StepKind, faults, readable
from tests.rules.thread import TO_POLICE

NOT_FILED: Final = TO_POLICE.rules[StepKind.NOT_FILED]
DELIVERED: Final = TO_POLICE.rules[StepKind.DELIVERED]


def test_a_form_must_fill_what_is_required_and_nothing_unknown() -> None:
    assert faults(NOT_FILED, {"number": "1", "mood": "x"}) == ("reasons", "mood")
    assert faults(NOT_FILED, {"number": "1", "reasons": "情节轻微"}) == ()


def test_a_reader_drops_what_it_does_not_know_and_asks_for_nothing() -> None:
    fields: dict[str, Plain] = {"number": "1", "signer": "", "mood": {"deep": ["x"]}}

    assert readable(NOT_FILED, fields) == ({"number": "1"}, ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dated_on", "garbage"),
        ("dated_on", "9999-12-31"),
        ("dated_on", 20260916),
        ("received_at", "2026-09-16"),
        ("received_at", "9999-12-31T23:59:59.999Z"),
        ("reasons", ["情节轻微"]),
        ("number", 7),
    ],
)
def test_a_reader_names_a_field_of_another_shape(name: str, value: Plain) -> None:
    assert readable(NOT_FILED, {name: value, "remark": "见附件"}) == ({"remark": "见附件"}, (name,))


def test_a_reader_names_a_word_that_is_none_of_the_choices() -> None:
    assert readable(DELIVERED, {"method": "pigeon"}) == ({}, ("method",))
