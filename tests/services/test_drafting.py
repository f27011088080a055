"""Letters that stand alone: drafted, copied, issued under a number, frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest

from app.demo.sample_papers import CONSULTATION, EVERY_PAPER, MEETING, MINUTES
from app.documents.kinds.facts import Facts
from app.documents.kinds.letters import LetterKind
from app.kernel.errors import DraftIssuedError, LetterFieldsError, UnknownRecordError
from app.rules.papers import Minutes, Paper, Reference, Reply
from app.services import drafting, journal, letters
from app.services.changes import Noun
from app.services.journal import JournalQuery
from app.services.letter_text import OfDraft
from app.services.letters import ExternalDraft, IssueDraft
from app.services.setup import Register
from tests import synthetic
from tests.documents.reading import words_of
from tests.services.ended_case import clock_of

DAY = date(2026, 9, 16)
PAPERS: dict[LetterKind, Facts] = {
    kind: facts for kind, facts in EVERY_PAPER.items() if kind is not LetterKind.SIGN_IN
}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "czj", mechanism=synthetic.MECHANISM) as made:
        yield made


def issued(register: Register, uid: str, code: str = "示财采函") -> str:
    return letters.issue_of(register, OfDraft(uid), IssueDraft(code, "己某某", DAY)).uid


def actions(register: Register) -> list[str]:
    ids = journal.line_ids(register, JournalQuery())
    return [line.action for line in journal.lines(register, ids)]


def test_a_draft_says_what_it_was_given_and_who_gave_it(register: Register) -> None:
    made = drafting.create(register, CONSULTATION)

    view = drafting.show(register, made.uid)

    assert made.nouns == {Noun.LETTERS}
    assert view.facts == CONSULTATION
    assert view.row.kind is LetterKind.CONSULTATION
    assert (view.row.subject, view.row.receiver) == (CONSULTATION.case_name, "示例市公安局")
    assert (view.row.changed_by, view.row.issued) == (register.user_name, False)


def test_the_draft_changed_last_is_listed_first(register: Register) -> None:
    first = drafting.create(register, CONSULTATION).uid
    clock_of(register).advance(timedelta(minutes=1))
    second = drafting.create(register, MEETING).uid
    assert [row.uid for row in drafting.rows(register)] == [second, first]
    clock_of(register).advance(timedelta(minutes=1))

    drafting.change(register, first, replace(CONSULTATION, case_name="某案"))

    assert [row.uid for row in drafting.rows(register)] == [first, second]
    assert drafting.show(register, first).row.subject == "某案"


def test_an_empty_form_is_kept_and_refused_only_when_it_is_issued(register: Register) -> None:
    empty = replace(CONSULTATION, addressees=(), case_name="", questions=())
    uid = drafting.create(register, empty).uid

    with pytest.raises(LetterFieldsError) as refused:
        issued(register, uid)

    assert refused.value.fields == ("addressees", "case_name", "questions")
    assert not drafting.show(register, uid).row.issued
    assert str(letters.next_number(register, "示财采函", DAY)).endswith("1号")


def test_a_draft_of_one_letter_does_not_become_another(register: Register) -> None:
    uid = drafting.create(register, CONSULTATION).uid

    with pytest.raises(TypeError):
        drafting.change(register, uid, MEETING)


@pytest.mark.parametrize("kind", PAPERS, ids=str)
def test_every_letter_is_drafted_issued_and_read_back(register: Register, kind: LetterKind) -> None:
    facts = cast("Paper", PAPERS[kind])
    uid = drafting.create(register, facts).uid
    assert "演练样张" in words_of(letters.draft_of(register, OfDraft(uid)).pdf)

    letter = issued(register, uid)

    row = drafting.show(register, uid).row
    assert (row.letter_uid, row.number) == (letter, "示财采函〔2026〕1号")
    name, pdf = letters.file(register, letter)
    assert name.startswith("示财采函〔2026〕1号")
    assert "示财采函〔2026〕1号" in words_of(pdf)
    assert drafting.show(register, uid).facts == facts


def test_what_was_issued_is_frozen_and_can_be_copied(register: Register) -> None:
    uid = drafting.create(register, MEETING).uid
    letter = issued(register, uid)

    with pytest.raises(DraftIssuedError) as refused:
        drafting.change(register, uid, replace(MEETING, place="别处"))
    assert refused.value.facts["number"] == "示财采函〔2026〕1号"
    with pytest.raises(DraftIssuedError):
        drafting.discard(register, uid)
    assert drafting.show(register, uid).facts == MEETING
    for copied in (drafting.copy(register, uid), drafting.copy_letter(register, letter)):
        view = drafting.show(register, copied.uid)
        assert (view.facts, view.row.issued) == (MEETING, False)


def test_the_same_draft_is_not_issued_twice(register: Register) -> None:
    uid = drafting.create(register, MEETING).uid
    issued(register, uid)

    with pytest.raises(DraftIssuedError):
        issued(register, uid)

    assert str(letters.next_number(register, "示财采函", DAY)).endswith("2号")


def test_a_text_finished_elsewhere_freezes_the_draft_too(
    register: Register, tmp_path: Path
) -> None:
    uid = drafting.create(register, MINUTES).uid
    scan = tmp_path / "纪要.pdf"
    scan.write_bytes(b"%PDF-1.4 elsewhere")

    letters.issue_external_of(
        register, OfDraft(uid), ExternalDraft("示财采纪〔2026〕3号", "庚某某", DAY, scan)
    )

    row = drafting.show(register, uid).row
    assert row.number == "示财采纪〔2026〕3号"
    with pytest.raises(DraftIssuedError):
        drafting.discard(register, uid)


def test_what_is_discarded_is_gone_and_the_journal_tells(register: Register) -> None:
    uid = drafting.create(register, CONSULTATION).uid
    drafting.change(register, uid, CONSULTATION)

    drafting.discard(register, uid)

    assert drafting.rows(register) == ()
    with pytest.raises(UnknownRecordError):
        drafting.show(register, uid)
    assert actions(register)[:3] == [
        "letter_draft.discarded",
        "letter_draft.changed",
        "letter_draft.begun",
    ]


def test_a_reply_begins_with_the_letter_it_answers(register: Register) -> None:
    asked = Reference("示例市公安局关于咨询某项目评审程序的函", "示公函〔2026〕8号", DAY)

    uid = drafting.begin_reply(register, asked, "示例市公安局").uid

    facts = drafting.show(register, uid).facts
    assert isinstance(facts, Reply)
    assert (facts.addressees, facts.in_reply_to) == (("示例市公安局",), asked)
    assert facts.about == "咨询某项目评审程序"


def test_minutes_begin_with_what_the_notice_said(register: Register) -> None:
    notice = drafting.create(register, MEETING).uid
    issued(register, notice)

    facts = drafting.show(register, drafting.begin_minutes(register, notice).uid).facts

    assert isinstance(facts, Minutes)
    assert facts.conference == "示例市政府采购领域协同监管联席会议"
    assert facts.name == "2026年第三次会议"
    assert (facts.held_at, facts.place) == (MEETING.starts_at, MEETING.place)
    assert facts.convener == synthetic.FINANCE.name


def test_the_sheet_to_sign_is_of_the_meeting_of_a_notice(register: Register) -> None:
    notice = drafting.create(register, MEETING).uid

    sheet = drafting.sign_in_sheet(register, notice)

    assert sheet.pages == 1
    assert "会议签到表" in words_of(sheet.pdf)
    with pytest.raises(UnknownRecordError):
        drafting.sign_in_sheet(register, drafting.create(register, CONSULTATION).uid)
