"""What the particulars of letters that stand alone know of themselves."""

from __future__ import annotations

from datetime import date

import pytest

from app.kernel import plain
from app.kernel.clock import at_local
from app.kernel.errors import NotCanonicalError
from app.kernel.terms import AgencyRole
from app.rules import papers
from app.rules.papers import Author, Consultation, Item, Minutes, OperationReport

NOW = at_local(2026, 9, 16, 9, 30)
FINANCE = Author("示例市财政局", AgencyRole.FINANCE, "示例市政府采购领域协同监管机制")


@pytest.mark.parametrize("kind", papers.PAPERS)
def test_a_new_letter_of_every_kind_is_kept_and_read_back(kind: str) -> None:
    facts = papers.blank(kind, FINANCE, NOW)

    assert papers.kind_of(facts) == kind
    assert papers.read(kind, papers.VERSION, plain.to_plain(facts)) == facts
    assert facts.addressees == ()


def test_a_newer_version_is_not_guessed_at() -> None:
    with pytest.raises(NotCanonicalError):
        papers.read("minutes", papers.VERSION + 1, {})


@pytest.mark.parametrize(
    ("role", "item"),
    [
        (AgencyRole.FINANCE, Item.FINANCE_POLICE),
        (AgencyRole.POLICE, Item.POLICE_FINANCE),
        # R35: the notice names nothing that audit or market regulation ask.
        (AgencyRole.AUDIT, Item.UNLISTED),
        (AgencyRole.MARKET, Item.UNLISTED),
    ],
)
def test_a_consultation_begins_with_what_its_author_may_ask(role: AgencyRole, item: Item) -> None:
    facts = papers.blank("consultation", Author("某局", role, ""), NOW)

    assert isinstance(facts, Consultation)
    assert facts.item is item


def test_a_report_begins_with_the_year_and_the_mechanism() -> None:
    facts = papers.blank("report", FINANCE, NOW)

    assert isinstance(facts, OperationReport)
    assert (facts.since, facts.until) == (date(2026, 1, 1), date(2026, 9, 16))
    assert facts.mechanism == FINANCE.mechanism


def test_minutes_begin_with_the_conference_of_the_mechanism() -> None:
    facts = papers.blank("minutes", FINANCE, NOW)

    assert isinstance(facts, Minutes)
    assert facts.conference == "示例市政府采购领域协同监管联席会议"
    assert facts.convener == FINANCE.agency
