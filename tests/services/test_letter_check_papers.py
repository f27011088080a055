"""The check of a letter that stands alone, told what its draft and the register know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from app import wording
from app.demo.sample_papers import BULLETIN, CONSULTATION, MEETING, TYPICAL
from app.demo.samples import ISSUE
from app.documents.audit import Element, Finding
from app.documents.kinds.letters import LetterKind
from app.documents.standard import Strength
from app.kernel.clock import at_local
from app.kernel.errors import AuditBlocksError, LetterFieldsError
from app.kernel.terms import AgencyLevel, AgencyRole
from app.rules.papers import Paper
from app.services import drafting, house_templates, letter_check, letters, members, outgoing
from app.services.letter_text import OfDraft
from app.services.letters import IssueDraft
from app.services.members import PaperMember
from app.services.setup import Register
from tests import synthetic
from tests.documents.reading import words_of

POLICE = PaperMember(
    name="示例市公安局",
    short_name="市公安局",
    role=AgencyRole.POLICE,
    level=AgencyLevel.CITY,
    liaison="乙某某",
    phone="0000-2222222",
    address="",
)
DAY = date(2026, 9, 16)
K = LetterKind.CONSULTATION
PAST = at_local(2025, 1, 1, 9, 0)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "czj", mechanism=synthetic.MECHANISM) as made:
        yield made


def source_of(register: Register, facts: Paper) -> OfDraft:
    return OfDraft(drafting.create(register, facts).uid)


def issue(register: Register, source: OfDraft) -> str:
    return letters.issue_of(register, source, IssueDraft("示财采函", "己某某", DAY)).uid


def told(register: Register, facts: Paper) -> dict[Element, Strength]:
    look = letter_check.look(register, source_of(register, facts))
    return {finding.element: finding.strength for finding in look.findings}


def blocking(refused: AuditBlocksError) -> set[Element]:
    return {finding.element for finding in cast("tuple[Finding, ...]", refused.findings)}


# -- what is no letter without ---------------------------------------------------------------


def _untitled(template: str) -> str:
    return re.sub(r"== title ==\n.*?\n== ", "== title ==\n\n== ", template, flags=re.DOTALL)


def _unsigned(template: str) -> str:
    return template.replace("== signature ==\n{{ issue.agency }}\n", "")


@pytest.mark.parametrize(
    ("change", "element"), [(_untitled, Element.TITLE), (_unsigned, Element.SIGNATURE)]
)
def test_an_office_that_words_title_or_signature_away_issues_nothing(
    register: Register, change: Callable[[str], str], element: Element
) -> None:
    template = house_templates.text(register, K).text
    house_templates.save(register, K, change(template), CONSULTATION, ISSUE)
    source = source_of(register, CONSULTATION)

    with pytest.raises(AuditBlocksError) as refused:
        issue(register, source)

    assert blocking(refused.value) == {element}
    assert letter_check.look(register, source).blocked
    assert not outgoing.rows(register, outgoing.OutgoingQuery())


@pytest.mark.parametrize("facts", [CONSULTATION, BULLETIN], ids=["consultation", "bulletin"])
def test_a_letter_whose_every_paragraph_was_worded_away_is_not_issued(
    register: Register, facts: Paper
) -> None:
    source = source_of(register, facts)
    looked = letter_check.look(register, source).paragraphs
    letter_check.reword(register, source, looked, ("",) * len(looked))

    with pytest.raises(AuditBlocksError) as refused:
        issue(register, source)

    assert blocking(refused.value) == {Element.BODY}


# -- days ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "elements"),
    [
        (CONSULTATION, set()),
        (replace(CONSULTATION, wanted_by=date(2020, 1, 1)), {Element.WANTED_BY}),
        (replace(MEETING, starts_at=PAST, reply_by=None), {Element.MEETING_DAY}),
        (replace(MEETING, reply_by=date(2025, 1, 1)), {Element.REPLY_BY}),
    ],
    ids=["none", "wanted_by", "starts_at", "reply_by"],
)
def test_a_draft_that_asks_for_a_day_that_is_past_is_told(
    register: Register, facts: Paper, elements: set[Element]
) -> None:
    assert told(register, facts) == dict.fromkeys(elements, Strength.PRACTICE)


def test_a_slip_wanted_after_the_meeting_is_refused_in_words(register: Register) -> None:
    source = source_of(register, replace(MEETING, reply_by=date(2027, 1, 1)))

    with pytest.raises(LetterFieldsError) as refused:
        issue(register, source)

    assert refused.value.fields == ("reply_by",)
    assert "回执报送日期" in wording.refusal(refused.value).happened


# -- addressees ------------------------------------------------------------------------------


def test_a_shortened_name_of_an_agency_of_the_register_is_told(register: Register) -> None:
    members.add_paper_member(register, POLICE)

    def to(*names: str) -> dict[Element, Strength]:
        return told(register, replace(CONSULTATION, addressees=names))

    assert to("公安局") == {Element.ADDRESSEE: Strength.RECOMMENDED}
    assert to("市公安局") == {Element.ADDRESSEE: Strength.RECOMMENDED}
    assert to(POLICE.name) == {}
    assert to("样本市公安局") == {}


def test_blanks_around_addressees_and_blank_lines_are_not_printed_and_refuse_nothing(
    register: Register,
) -> None:
    typed = replace(
        CONSULTATION,
        addressees=("　示例市公安局 ", " "),
        enclosures=("", " 机器码比对情况说明 ", "　"),
        questions=(*CONSULTATION.questions, " "),
    )
    source = source_of(register, typed)

    assert letter_check.look(register, source).findings == ()
    words = words_of(letters.file(register, issue(register, source))[1])
    assert "示例市公安局：" in words
    assert "附件：机器码比对情况说明" in words
    assert f"{len(CONSULTATION.questions) + 1}." not in words


def test_lines_that_are_all_blank_are_none(register: Register) -> None:
    blank = replace(CONSULTATION, addressees=(" ",), questions=("", "　"))

    with pytest.raises(LetterFieldsError) as refused:
        issue(register, source_of(register, blank))

    assert refused.value.fields == ("addressees", "questions")


# -- 典型案例 ---------------------------------------------------------------------------------


def test_only_a_typical_case_is_told_to_hide_who_it_was(register: Register) -> None:
    code = "当事人的统一社会信用代码为91990000MA0000015Q。"

    assert told(register, replace(TYPICAL, facts=code)) == {Element.PRIVATE: Strength.PRACTICE}
    assert told(register, replace(BULLETIN, facts=code)) == {}
