"""Paragraphs worded anew."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.demo.sample_letters import EVERY
from app.demo.samples import FEEDBACK, ISSUE
from app.documents.kinds.edits import Edit, Kind, between, editable, edited, stretches
from app.documents.kinds.letters import LETTERS, LetterKind, write
from app.documents.model import Block, Form, OfficialDocument, Table, text

TABLE = Block(table=Table(widths=(1,), head=(), rows=()))


def document(*blocks: Block) -> OfficialDocument:
    return OfficialDocument(
        form=Form.LETTER, agency="示例市财政局", title="函", number="", addressee="", body=blocks
    )


@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_nobody_touched_has_no_edits(kind: LetterKind) -> None:
    said = write(kind, EVERY[kind], ISSUE).document

    assert between(said, editable(said)) == ()
    assert edited(said, ()) == (said, ())


def test_words_take_the_place_of_a_paragraph_and_headings_and_tables_stay() -> None:
    old = document(text("一、情况", 1), text("甲。"), TABLE, text("乙。"))

    new, stale = edited(old, (Edit("乙。", "丙。\n\n丁。"),))

    assert new.body == (text("一、情况", 1), text("甲。"), TABLE, text("丙。"), text("丁。"))
    assert stale == ()
    assert editable(old) == ("甲。", "乙。")


def test_what_runs_on_behind_a_heading_is_edited_and_the_heading_is_not() -> None:
    old = document(text("1. 问题", 3, "甲。"))

    new, _ = edited(old, (Edit("甲。", "乙。\n丙。"),))

    assert new.body == (text("1. 问题", 3, "乙。"), text("丙。"))


def test_empty_words_leave_the_paragraph_out() -> None:
    new, _ = edited(document(text("甲。"), text("乙。")), (Edit("甲。", " \n"),))

    assert new.body == (text("乙。"),)


def test_of_equal_paragraphs_each_keeps_its_own_words() -> None:
    old = document(text("同。"), text("同。"), text("同。"))

    edits = between(old, ("同。", "二。", "同。"))

    assert [block.paragraph.text for block in edited(old, edits)[0].body if block.paragraph] == [
        "同。",
        "二。",
        "同。",
    ]


def test_an_edit_of_what_the_record_changed_is_told_and_changes_nothing() -> None:
    said = write(LetterKind.FEEDBACK, FEEDBACK, ISSUE).document
    edits = between(said, ("改过的。", *editable(said)[1:]))
    changed = replace(FEEDBACK, letter_number="另〔2026〕9号")

    again = write(LetterKind.FEEDBACK, changed, ISSUE, edits=edits)

    assert write(LetterKind.FEEDBACK, FEEDBACK, ISSUE, edits=edits).stale == ()
    assert again.stale == edits
    assert again.document.body == write(LetterKind.FEEDBACK, changed, ISSUE).document.body


def test_nothing_about_a_party_can_be_worded_anew() -> None:
    said = write(LetterKind.REFERRAL, EVERY[LetterKind.REFERRAL], ISSUE).document

    assert not [words for words in editable(said) if "统一社会信用代码" in words]
    assert not [words for words in editable(said) if "居民身份证号码" in words]


@given(st.text("甲乙丙。", max_size=12), st.text("甲乙丙。", max_size=12))
def test_the_stretches_of_an_edit_give_both_texts_back(was: str, words: str) -> None:
    found = stretches(Edit(was, words))

    assert "".join(each.words for each in found if each.kind is not Kind.NEW) == was
    assert "".join(each.words for each in found if each.kind is not Kind.LOST) == words


WORDS = st.text("甲乙丙。\n ", max_size=6)


@given(st.lists(st.sampled_from("甲乙丙"), max_size=6), st.lists(WORDS, max_size=6))
def test_what_was_typed_is_what_stands_there(before: list[str], typed: list[str]) -> None:
    old = document(*map(text, before))
    wanted = [
        words if words is not None else was
        for was, words in zip_longest(before, typed[: len(before)])
    ]

    new, stale = edited(old, between(old, wanted))

    lines = [line.strip() for words in wanted for line in words.splitlines() if line.strip()]
    assert [block.paragraph.text for block in new.body if block.paragraph] == lines
    assert stale == ()
