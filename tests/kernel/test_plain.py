from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from app.kernel import plain
from app.kernel.errors import NotCanonicalError
from app.kernel.terms import AgencyRole


@dataclass(frozen=True)
class Inner:
    name: str
    count: int


@dataclass(frozen=True)
class Outer:
    role: AgencyRole
    at: datetime
    on: date | None
    inner: tuple[Inner, ...]
    note: str
    yes: bool


_OUTER = Outer(
    AgencyRole.POLICE, datetime(2026, 1, 1, tzinfo=UTC), None, (Inner("甲", 1),), "", False
)


def test_facts_survive_their_plain_form() -> None:
    assert plain.from_plain(Outer, plain.to_plain(_OUTER)) == _OUTER


def test_emptiness_is_omitted() -> None:
    assert set(plain.to_plain(_OUTER)) == {"role", "at", "inner", "yes"}


def test_a_field_of_a_later_version_is_ignored() -> None:
    assert plain.from_plain(Inner, {"name": "甲", "count": 1, "colour": "red"}) == Inner("甲", 1)


@pytest.mark.parametrize(
    "broken",
    [
        {"name": "甲"},
        {"name": "甲", "count": True},
        {"name": "甲", "count": "1"},
        {"name": 5, "count": 1},
        [],
        "甲",
    ],
)
def test_a_wrong_type_is_refused(broken: object) -> None:
    with pytest.raises(NotCanonicalError):
        plain.from_plain(Inner, broken)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("role", "king"),
        ("at", "2026-01-01"),
        ("at", "9999-12-31T23:59:59.999Z"),
        ("on", "9999-12-31"),
        ("on", "20260916"),
        ("inner", {}),
        ("inner", [1]),
    ],
)
def test_a_wrong_word_is_refused(field: str, value: object) -> None:
    with pytest.raises(NotCanonicalError):
        plain.from_plain(Outer, {**plain.to_plain(_OUTER), field: value})
