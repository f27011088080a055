"""Which cases a list shows, in what order, and what it says of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.models import JournalLine
from app.services import case_list, cases
from app.services.case_list import CaseOrder, CaseQuery, CaseScope
from app.services.setup import Register
from tests import synthetic


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "czj") as made:
        yield made


def _names(register: Register, query: CaseQuery) -> list[str]:
    ids = case_list.case_ids(register, query)
    return [row.name for row in case_list.case_rows(register, ids)]


def _register_three(register: Register) -> None:
    for name, amount, suspected in (("甲案", 200, True), ("乙案", 300, False), ("丙案", 100, True)):
        draft = synthetic.case_draft(name)
        cases.register_case(register, replace(draft, amount_fen=amount, crime_suspected=suspected))


def test_the_newest_case_comes_first(register: Register) -> None:
    _register_three(register)

    assert _names(register, CaseQuery()) == ["丙案", "乙案", "甲案"]


@pytest.mark.parametrize(
    ("descending", "expected"),
    [(True, ["乙案", "甲案", "丙案"]), (False, ["丙案", "甲案", "乙案"])],
)
def test_a_list_can_be_ordered_by_amount(
    register: Register, descending: bool, expected: list[str]
) -> None:
    _register_three(register)

    query = CaseQuery(order=CaseOrder.AMOUNT, descending=descending)

    assert _names(register, query) == expected


def test_suspected_crimes_that_nothing_has_left_for_can_be_listed(register: Register) -> None:
    _register_three(register)

    assert _names(register, CaseQuery(scope=CaseScope.UNREFERRED)) == ["丙案", "甲案"]
    assert _names(register, CaseQuery(scope=CaseScope.REFERRED)) == []


def test_a_search_keeps_to_its_scope(register: Register) -> None:
    _register_three(register)

    found = _names(register, CaseQuery(text="案 示例科技", scope=CaseScope.UNREFERRED))

    assert found == ["丙案", "甲案"]
    assert _names(register, CaseQuery(text="乙案", scope=CaseScope.EXTRACTS)) == []


def test_the_same_identifier_in_another_case_is_found(register: Register) -> None:
    first = cases.register_case(register, synthetic.case_draft("甲案")).uid
    code = synthetic.case_draft().parties[0].identifier

    elsewhere = case_list.same_parties(register, (code, ""))
    besides = case_list.same_parties(register, (code,), besides=first)

    assert [row.name for row in elsewhere] == ["甲案"]
    assert besides == ()


def test_whoever_looks_at_an_identifier_is_in_the_journal(register: Register) -> None:
    draft = synthetic.case_draft()
    uid = cases.register_case(register, draft).uid
    party = draft.parties[0]

    shown = cases.reveal_identifier(register, uid, party.uid)

    assert shown == party.identifier
    with register.read() as session:
        last = session.scalar(select(JournalLine).order_by(JournalLine.id.desc()).limit(1))
        assert last is not None
        assert (last.action, last.subject) == ("party.identifier_shown", party.uid)
