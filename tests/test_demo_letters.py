"""Every sample letter is one its issuer could send: nobody writes what only others write."""

from __future__ import annotations

import pytest

from app.demo.sample_letters import EVERY, ISSUES, JOINT
from app.documents.kinds.letters import LETTERS, LetterKind, missing
from app.kernel.terms import AgencyRole
from app.rules.steps import Side

ROLES = {
    "示例市财政局": AgencyRole.FINANCE,
    "示例市公安局": AgencyRole.POLICE,
    "示例市审计局": AgencyRole.AUDIT,
    "示例市市场监督管理局": AgencyRole.MARKET,
}


@pytest.mark.parametrize("kind", LETTERS)
def test_each_sample_is_issued_by_an_agency_that_may_write_it(kind: LetterKind) -> None:
    row, issue = LETTERS[kind], ISSUES[kind]

    assert not row.by or ROLES[issue.agency] in row.by
    assert issue.agency != issue.receiver
    if row.side is Side.COUNTERPART:
        assert issue.agency != "示例市财政局"
        assert issue.receiver == "示例市财政局"


@pytest.mark.parametrize("kind", LETTERS)
def test_each_sample_is_complete_and_numbered_where_its_kind_is(kind: LetterKind) -> None:
    issue = ISSUES[kind]

    assert missing(kind, EVERY[kind], issue) == ()
    assert bool(issue.number) is LETTERS[kind].numbered
    assert bool(issue.day) is LETTERS[kind].numbered


def test_no_two_samples_bear_the_same_number() -> None:
    numbers = [issue.number for issue in (*ISSUES.values(), JOINT) if issue.number]

    assert len(set(numbers)) == len(numbers)


def test_agencies_do_not_write_to_those_they_issue_with() -> None:
    assert not set(JOINT.joint) & set(JOINT.receiver.split("、"))
