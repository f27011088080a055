"""A template is filled or refused by name; its digest follows all it uses."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.demo.sample_letters import EVERY
from app.demo.samples import (
    BARE,
    COMPANY,
    ISSUE,
    PROJECT,
    REFERRAL,
    SERVICE,
    evidence,
)
from app.documents.kinds.facts import Approval
from app.documents.kinds.letters import LETTERS, LetterKind, write
from app.documents.kinds.templates import Templates, day, moment, money
from app.kernel import paths
from app.kernel.errors import TemplateError
from app.kernel.terms import (
    Delivery,
    EvidenceKind,
    PartyRole,
    Post,
    ProcurementMethod,
)
from tests.documents.reading import said

K = LetterKind


# -- templates ---------------------------------------------------------------------------------


def templates(folder: Path, **changed: str) -> Templates:
    """The bundled templates with some of them changed."""
    for source in (paths.resources() / "templates").glob("*.j2"):
        text = changed.get(source.stem, source.read_text(encoding="utf-8"))
        (folder / source.name).write_text(text, encoding="utf-8")
    return Templates(folder)


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "0元"),
        (5, "0.05元"),
        (99_00, "99元"),
        (999_900, "9,999元"),
        (1_000_000, "1万元"),
        (1_000_001, "10,000.01元"),
        (1_000_100, "10,001元"),
        (1_010_000, "1.01万元"),
        (12_865_000_00, "1286.5万元"),
        (418_0000_00, "418万元"),
    ],
)
def test_sums_are_exact_and_short(fen: int, words: str) -> None:
    assert money(fen) == words


@given(st.integers(0, 2**53))
def test_no_sum_is_rounded(fen: int) -> None:
    number = money(fen).removesuffix("元").removesuffix("万").replace(",", "")

    assert Decimal(number) * (1_000_000 if "万" in money(fen) else 100) == fen


def test_days_and_moments_are_those_of_beijing() -> None:
    assert day(date(2026, 3, 5)) == "2026年3月5日"
    assert moment(datetime(2026, 3, 4, 16, 5, tzinfo=UTC)) == "2026年3月5日0时05分"


@pytest.mark.parametrize(
    "broken",
    [
        "== title ==\n书\n== body ==\n{{ case.nmae }}",
        "== title ==\n书\n== body ==\n{{ nobody }}",
        "== title ==\n书\n== body ==\n{% if case.name %}",
        "== title ==\n书\n== body ==\n{{ project.opened_on.__class__.__mro__ }}",
        "== title ==\n书\n== body ==\n{{ issue.day }}",
        "== title ==\n书",
        "== title ==\n书\n== body ==\n正文\n== unheard of ==\n",
        "== title ==\n书\n== title ==\n书\n== body ==\n正文",
        "== title ==\n书\n== body ==\n| 没有表格",
        "== title ==\n书\n== body ==\n正文\n== receipt ==\n回执",
        "正文",
        '{% include "absent.j2" %}',
    ],
    ids=[
        "unknown field",
        "unknown name",
        "unclosed block",
        "reaches inside",
        "a missing value",
        "no body",
        "unknown part",
        "doubled part",
        "row without table",
        "half a receipt",
        "no part",
        "unknown include",
    ],
)
def test_a_broken_template_is_refused_by_name(tmp_path: Path, broken: str) -> None:
    using = templates(tmp_path, referral=broken)

    with pytest.raises(TemplateError) as refused:
        write(K.REFERRAL, REFERRAL, replace(ISSUE, day=None), using)

    assert refused.value.template == "referral.j2"


def test_a_missing_template_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(TemplateError):
        write(K.REFERRAL, REFERRAL, ISSUE, Templates(tmp_path))


def test_the_digest_follows_the_template_and_all_it_includes(tmp_path: Path) -> None:
    (tmp_path / "same").mkdir()
    (tmp_path / "other").mkdir()
    parties = (paths.resources() / "templates" / "_parties.j2").read_text(encoding="utf-8")
    same = templates(tmp_path / "same")
    other = templates(tmp_path / "other", _parties=parties.replace("住所", "地址"))

    ours = write(K.REFERRAL, REFERRAL, ISSUE).template_sha256
    assert write(K.REFERRAL, REFERRAL, ISSUE, same).template_sha256 == ours
    assert write(K.REFERRAL, REFERRAL, ISSUE, other).template_sha256 != ours
    # A letter that does not use the changed part is still the same.
    assert other.digest("feedback.j2") == same.digest("feedback.j2")


@pytest.mark.parametrize("kind", LETTERS)
def test_every_closed_word_has_its_chinese_word_in_the_letters(kind: LetterKind) -> None:
    facts = EVERY[kind]
    if kind is K.REFERRAL:
        for evidence_kind in EvidenceKind:
            items = (evidence("某材料", evidence_kind),)
            assert "1件：某材料" in said(
                kind, replace(BARE, case=replace(BARE.case, evidence=items))
            )
        for role in PartyRole:
            case = replace(BARE.case, parties=(replace(COMPANY, role=role),))
            assert write(kind, replace(BARE, case=case), ISSUE)
        for method in ProcurementMethod:
            case = replace(BARE.case, project=replace(PROJECT, method=method))
            assert write(kind, replace(BARE, case=case), ISSUE)
    if kind is K.SERVICE:
        for way in Delivery:
            assert write(kind, replace(SERVICE, method=way), ISSUE)
    if kind is K.APPROVAL:
        for post in Post:
            assert write(kind, Approval(REFERRAL, post=post), ISSUE)
    assert write(kind, facts, ISSUE).document.title
