"""The look before issue: findings, paragraphs worded anew, an office's own templates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from app import wording
from app.demo.sample_letters import EVERY
from app.demo.samples import ISSUE
from app.documents.audit.compare import Token
from app.documents.kinds import template_check, templates
from app.documents.kinds.letters import LETTERS, LetterKind
from app.kernel.errors import (
    AuditBlocksError,
    RewordingUnseenError,
    StaleEditsError,
    TemplateError,
    UncoveredCharactersError,
)
from app.models import JournalLine, Letter
from app.services import cases, house_templates, letter_check, letters, matters
from app.services.letter_text import OfMatter
from app.services.letters import NO_WORDS, IssueDraft
from tests import synthetic
from tests.documents.reading import words_of
from tests.services.two_desks import START, Desks, two_desks

K = LetterKind.REFERRAL


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


@pytest.fixture
def source(desks: Desks) -> OfMatter:
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    matter = synthetic.approved_matter(desks.finance, desks.to_police, case, START)
    return OfMatter(matter, K, NO_WORDS)


def issued(desks: Desks, source: OfMatter, confirmed: str = "") -> str:
    wish = IssueDraft("示财采移", "己某某", START.date(), rewording_confirmed=confirmed)
    letters.issue_of(desks.finance, source, wish)
    (row,) = matters.show(desks.finance, source.matter_uid).letters
    return words_of(letters.file(desks.finance, row.uid)[1])


def test_a_letter_as_the_program_writes_it_has_nothing_that_blocks(
    desks: Desks, source: OfMatter
) -> None:
    look = letter_check.look(desks.finance, source)

    assert not look.blocked
    assert look.differences == ()
    assert look.worded == look.paragraphs
    assert look.sheet.pdf == letters.draft(desks.finance, source.matter_uid, K).pdf


def test_words_are_tried_without_saving_and_stay_once_saved(desks: Desks, source: OfMatter) -> None:
    first = letter_check.look(desks.finance, source)
    worded = ("本局查办案件时发现下列情况。", *first.paragraphs[1:])

    tried = letter_check.look(desks.finance, source, worded)

    assert tried.worded == worded
    assert tried.sheet.pdf != first.sheet.pdf
    assert letter_check.look(desks.finance, source).worded == first.paragraphs
    letter_check.reword(desks.finance, source, first.paragraphs, worded)
    letter_check.reword(desks.finance, source, first.paragraphs, worded)
    assert letter_check.look(desks.finance, source).sheet.pdf == tried.sheet.pdf
    with pytest.raises(RewordingUnseenError) as unseen:
        issued(desks, source)
    assert "改过 1 段" in wording.refusal(unseen.value).happened
    letter_check.reword(desks.finance, source, first.paragraphs, (*worded[:-1], "特此移送。"))
    with pytest.raises(RewordingUnseenError) as again:
        issued(desks, source, str(unseen.value.facts["digest"]))
    words = issued(desks, source, str(again.value.facts["digest"]))
    assert "本局查办案件时发现下列情况" in words


def test_sums_and_dates_that_differ_from_the_record_are_told(
    desks: Desks, source: OfMatter
) -> None:
    first = letter_check.look(desks.finance, source)
    worded = ("2026年2月3日，涉案金额999万元。", *first.paragraphs[1:])

    found = letter_check.look(desks.finance, source, worded).differences

    told = {(each.token, each.words) for each in found if not each.lost}
    assert told == {(Token.DATE, "2026年2月3日"), (Token.SUM, "999万元")}
    assert all("改后少了" in wording.difference_text(each) for each in found if each.lost)


def test_a_window_that_looked_before_the_record_changed_keeps_nothing(
    desks: Desks, source: OfMatter
) -> None:
    first = letter_check.look(desks.finance, source)
    template = house_templates.text(desks.finance, K)
    other = template.text.replace("现依法将该案移送", "现将该案依法移送")
    house_templates.save(desks.finance, K, other, EVERY[K], ISSUE)

    worded = (*first.paragraphs[:-1], "特此移送。")
    with pytest.raises(StaleEditsError):
        letter_check.reword(desks.finance, source, first.paragraphs, worded)

    assert letter_check.look(desks.finance, source).edits == ()


def test_the_next_letter_of_a_kind_begins_with_the_words_of_the_template(
    desks: Desks, source: OfMatter
) -> None:
    first = letter_check.look(desks.finance, source)
    letter_check.reword(
        desks.finance, source, first.paragraphs, ("改过的。", *first.paragraphs[1:])
    )
    with pytest.raises(RewordingUnseenError) as unseen:
        issued(desks, source)
    assert "改过的" in issued(desks, source, str(unseen.value.facts["digest"]))

    assert letter_check.look(desks.finance, source).edits == ()


def test_half_a_character_is_refused_and_nothing_kept(desks: Desks, source: OfMatter) -> None:
    first = letter_check.look(desks.finance, source)

    worded = ("\ud800", *first.paragraphs[1:])
    with pytest.raises(UncoveredCharactersError):
        letter_check.reword(desks.finance, source, first.paragraphs, worded)
    assert letter_check.look(desks.finance, source).edits == ()


def test_a_paragraph_the_record_changed_refuses_the_issue_and_draws_no_number(
    desks: Desks, source: OfMatter
) -> None:
    first = letter_check.look(desks.finance, source)
    worded = ("改过的。", *first.paragraphs[1:])
    letter_check.reword(desks.finance, source, first.paragraphs, worded)
    template = house_templates.text(desks.finance, K)
    other = template.text.replace("现依法将该案移送", "现将该案依法移送")
    house_templates.save(desks.finance, K, other, EVERY[K], ISSUE)

    look = letter_check.look(desks.finance, source)

    assert [edit.words for edit in look.stale] == ["改过的。"]
    assert look.blocked
    with pytest.raises(StaleEditsError) as caught:
        issued(desks, source)
    assert "改过的段落对不上" in wording.refusal(caught.value).happened
    assert letters.next_number(desks.finance, "示财采移", START.date()).endswith("〕1号")


def test_what_the_standard_forbids_refuses_the_issue_in_words(
    desks: Desks, source: OfMatter
) -> None:
    template = house_templates.text(desks.finance, K)
    wrong = template.text.replace(
        "== addressee ==\n{{ issue.receiver }}", "== addressee ==\n公安局。"
    )
    house_templates.save(desks.finance, K, wrong, EVERY[K], ISSUE)

    with pytest.raises(AuditBlocksError) as caught:
        issued(desks, source)

    happened = wording.refusal(caught.value).happened
    assert "主送机关：应为" in happened
    assert "GB/T 9704-2012 第7.3.2条，规定" in happened
    with desks.finance.read() as session:
        assert session.scalar(select(Letter.id)) is None


# -- templates -----------------------------------------------------------------------------


def test_an_own_template_words_the_letters_until_the_programs_is_restored(
    desks: Desks, source: OfMatter
) -> None:
    original = letters.draft(desks.finance, source.matter_uid, K).pdf
    text = house_templates.text(desks.finance, K)
    assert text.text == text.original
    own = text.text.replace("现依法将该案移送", "现将该案依法移送")

    house_templates.save(desks.finance, K, own, EVERY[K], ISSUE)

    assert house_templates.text(desks.finance, K).text == own
    assert [row.kind for row in house_templates.every(desks.finance) if row.own] == [K]
    assert "现将该案依法移送" in words_of(letters.draft(desks.finance, source.matter_uid, K).pdf)
    house_templates.restore(desks.finance, K)
    assert letters.draft(desks.finance, source.matter_uid, K).pdf == original
    with desks.finance.read() as session:
        acts = list(session.scalars(select(JournalLine.action)))
    assert acts[-2:] == ["template.saved", "template.restored"]


@pytest.mark.parametrize(
    ("wrong", "line", "unknown"),
    [
        ("{{ case.nmae }}", 10, "case.nmae"),
        ("{% if case.project.bugdet_fen %}x{% endif %}", 10, "case.project.bugdet_fen"),
        ("{{ casus }}", 10, "casus"),
        ("{{ case.name|upperr }}", 10, "|upperr"),
        ("{% if case.name %}", 0, ""),
        ("== nonsense ==", 0, ""),
    ],
)
def test_a_template_with_an_error_is_not_saved_and_the_error_is_found(
    desks: Desks, wrong: str, line: int, unknown: str
) -> None:
    text = house_templates.text(desks.finance, K).text
    broken = text.replace("== body ==\n", f"== body ==\n{wrong}\n", 1)
    place = broken.splitlines().index(wrong) + 1

    found = house_templates.faults(desks.finance, K, broken, EVERY[K], ISSUE)

    assert found
    assert found[0].unknown == unknown or unknown == ""
    if line:
        assert found[0].line == place
    with pytest.raises(TemplateError):
        house_templates.save(desks.finance, K, broken, EVERY[K], ISSUE)
    assert house_templates.text(desks.finance, K).text == text


@pytest.mark.parametrize(
    "bomb",
    [
        "{{ 'a' * 900000000 }}",
        "{{ 'a'.ljust(900000000) }}",
        "{{ '%900000000d'|format(1) }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 9 ** 99999999 }}",
        "{% include 'nowhere.j2' %}",
        "{% if false %}{% include 'nowhere.j2' ignore missing %}{% endif %}",
        "{{ issue.agency|day }}",
        "{{ 1 // 0 }}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
    ],
)
def test_what_would_never_end_or_is_mistyped_is_a_fault_in_words(desks: Desks, bomb: str) -> None:
    text = house_templates.text(desks.finance, K).text
    broken = text.replace("== body ==\n", f"== body ==\n{bomb}\n", 1)

    with pytest.raises(TemplateError):
        house_templates.save(desks.finance, K, broken, EVERY[K], ISSUE)


def test_a_template_runs_no_code() -> None:
    evil = "== title ==\n{{ ''.__class__.__mro__[1].__subclasses__() }}\n== body ==\nx\n"
    room = templates.with_own(((LETTERS[K].template, evil),))

    assert template_check.faults(K, room, EVERY[K], ISSUE)
