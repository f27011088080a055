"""The packs that ship are what they claim, and a bad pack is refused whole."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

import pytest

from app.kernel.errors import BadPackError
from app.kernel.terms import AgencyRole
from app.rules import packs
from app.rules.packs import (
    Confidence,
    DeadlineRule,
    OffencePack,
    RuleKind,
    ViolationPack,
)
from app.rules.steps import StepKind
from tests.rules import law

RULES = law.rules().rules
BY_ID = {rule.id: rule for rule in RULES}
NAMED = {
    *(f"XS-{n:02d}" for n in range(1, 20)),
    *(f"GA-{n:02d}" for n in range(1, 12)),
    *(f"JJ-{n:02d}" for n in range(1, 7)),
    *(f"JC-{n:02d}" for n in range(1, 9)),
    *(f"CF-{n:02d}" for n in range(1, 12)),
    *(f"CG-{n:02d}" for n in range(1, 15)),
    *(f"SJ-{n:02d}" for n in range(1, 6)),
    *(f"SC-{n:02d}" for n in range(1, 7)),
    *(f"JW-{n:02d}" for n in range(1, 5)),
    *(f"AG-{n:02d}" for n in range(1, 9)),
    "BG-01",
    "CZ-01",
}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", re.sub(r"\s+", "", text))


def _quotes(rule: DeadlineRule) -> list[str]:
    return [text for text in (rule.quote, *(item.quote for item in rule.extend)) if text]


def _sources(rule: DeadlineRule) -> list[str]:
    return [
        _plain(text)
        for name, articles in law.ARTICLES.items()
        if name in rule.article
        for article, text in articles.items()
        if article in rule.article
    ]


def test_every_deadline_of_the_articles_is_there() -> None:
    assert set(BY_ID) >= NAMED


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_statutory_rule_that_is_on_has_quote_actor_article_and_consequence(
    rule: DeadlineRule,
) -> None:
    assert rule.actor_type
    if rule.enabled and rule.kind is RuleKind.STATUTORY:
        assert rule.quote
        assert rule.article
        assert rule.missed


@pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES if rule.enabled and rule.confidence is Confidence.HIGH],
    ids=lambda rule: rule.id,
)
def test_what_a_sure_rule_quotes_stands_in_its_article(rule: DeadlineRule) -> None:
    if rule.quote == "及时":  # 市场监督管理行政处罚程序规定第十四条, 第十七条: the one word
        return
    sources = _sources(rule)

    assert sources
    for quote in _quotes(rule):
        assert any(_plain(quote) in source for source in sources), quote


def test_what_an_agreed_period_quotes_stands_in_the_notice() -> None:
    agreed = [rule for rule in RULES if rule.kind is RuleKind.AGREED]

    assert agreed
    for rule in agreed:
        assert rule.confidence is Confidence.NOT_LAW
        assert rule.editable_by == "lead"
        assert any(_plain(rule.quote) in source for source in _sources(rule)), rule.id


def test_no_rule_of_low_confidence_is_on() -> None:
    assert not [rule.id for rule in RULES if rule.enabled and rule.confidence is Confidence.LOW]


def test_what_starts_and_ends_a_period_are_steps_of_the_procedure() -> None:
    used = {
        kind
        for rule in RULES
        for kind in (
            *(trigger.step for trigger in rule.trigger),
            *rule.closed_by,
            *rule.cancelled_by,
        )
    }

    assert used <= set(StepKind)
    assert all(rule.closed_by for rule in RULES if rule.trigger)


def test_the_own_side_duties_of_order_310_are_listed_by_the_stricter_date() -> None:
    counted = [
        rule
        for rule in RULES
        if rule.id.startswith("XS-") and rule.length and rule.enabled and rule.trigger
    ]

    strict = {rule.id for rule in counted if rule.strict_display}
    assert {"XS-02", "XS-03", "XS-08", "XS-10", "XS-13"} <= strict


def test_a_second_source_of_a_period_is_listed_and_not_counted_twice() -> None:
    assert BY_ID["GA-05"].same_as == "XS-07"
    assert BY_ID["JJ-05"].same_as == "JC-03"
    assert all(not rule.trigger for rule in RULES if rule.same_as)


def test_the_three_amounts_of_bid_rigging_are_dated() -> None:
    (offence,) = [o for o in law.one(OffencePack).offences if o.name == "串通投标罪"]
    amounts = {
        standard.effective_from.year: {t.measure: t.least for t in standard.thresholds}
        for standard in offence.standards
    }

    wan = 10_000_00
    assert amounts[2022] == {
        "direct_loss": 50 * wan,
        "illegal_gain": 20 * wan,
        "project_amount": 400 * wan,
    }
    assert amounts[2010]["illegal_gain"] == 10 * wan
    assert amounts[2010]["project_amount"] == 200 * wan
    assert offence.tender_only
    assert [s.effective_to for s in offence.standards].count(None) == 1


def test_crimes_of_officials_go_to_the_discipline_bodies() -> None:
    receivers = {o.article: o.receiver for o in law.one(OffencePack).offences}

    assert receivers["《中华人民共和国刑法》第三百九十七条"] is AgencyRole.DISCIPLINE
    assert receivers["《中华人民共和国刑法》第一百六十三条"] is AgencyRole.POLICE


def test_conduct_only_discipline_bodies_may_hear_is_never_recorded() -> None:
    violations = {row.code: row for row in law.one(ViolationPack).violations}

    assert len(violations) == 37
    assert {code for code, row in violations.items() if row.paper_only} == {"V801", "V901"}
    assert "恶意串通投标" in violations["V303"].keywords


# -- the reader ----------------------------------------------------------------------------


def _pack(**changes: Any) -> dict[str, Any]:
    rule = {
        "id": "T-01",
        "title": "试",
        "flow": "any",
        "trigger_event": "x",
        "length": 3,
        "unit": "N",
        "roll": True,
        "start_excluded": True,
        "actor": "opener",
        "kind": "agreed",
        "nature": "duty",
        "strict_display": False,
        "confidence": "high",
        "enabled": True,
    }
    rule = {name: value for name, value in {**rule, **changes}.items() if value is not None}
    return {
        "kind": "rules",
        "id": "t",
        "version": "1",
        "title": "试",
        "effective_from": "2026-01-01",
        "rules": [rule],
    }


def _bytes(pack: object) -> bytes:
    return json.dumps(pack).encode()


def test_a_small_pack_is_read() -> None:
    pack = packs.parse(_bytes(_pack()))

    assert isinstance(pack, packs.RulePack)
    assert pack.rules[0].length == 3


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"enabeld": True}, "unknown enabeld"),
        ({"trigger": [{"step": "filed", "abuot": "filed"}]}, "unknown abuot"),
        ({"trigger": [{"step": "fild"}]}, "fild"),
        ({"unit": "D"}, "D"),
        ({"roll": None}, "roll"),
        ({"roll": "yes"}, "roll"),
        ({"length": None}, "length"),
        ({"length": 0}, "length 0"),
        ({"length": 1000}, "length 1000"),
        ({"latest": {"length": 10**9, "unit": "N"}}, "length 1000000000"),
        ({"extend": [{"unit": "N", "add": 0}]}, "length 0"),
        ({"extend": [{"unit": "N", "length": 1000}]}, "length 1000"),
        ({"unit": "none"}, "length"),
        ({"start_excluded": False}, "only hours"),
        ({"unit": "H"}, "only hours"),
        ({"confidence": "low"}, "low confidence"),
        ({"same_as": "T-02"}, "T-02"),
        ({"extend": [{"unit": "N"}]}, "extension"),
        ({"extend": [{"unit": "N", "length": 3, "add": 3}]}, "extension"),
        ({"effective_from": "2026-02-30"}, "effective_from"),
    ],
)
def test_a_pack_with_one_defect_is_refused(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(BadPackError, match=re.escape(reason)):
        packs.parse(_bytes(_pack(**changes)))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"kind":"laws"}',
        b'{"kind":["rules"]}',
        b'{"kind":"rules","kind":"rules"}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_what_is_no_pack_is_refused(data: bytes) -> None:
    with pytest.raises(BadPackError):
        packs.parse(data)


def test_a_rule_said_twice_is_refused() -> None:
    pack = _pack()
    pack["rules"] *= 2

    with pytest.raises(BadPackError, match="said twice: T-01"):
        packs.parse(_bytes(pack))
