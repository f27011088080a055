"""The books of 发文 and 收文, and the seals: two real registers and a referral between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from app import wording
from app.documents.kinds.letters import LetterKind
from app.documents.paint.preview import page_count, page_image
from app.kernel.errors import (
    FutureMomentError,
    LetterStandsError,
    MissingFieldsError,
    PaperDiffersError,
    PaperKnownError,
    ReadOnlyRecordError,
    SealedTooEarlyError,
    UnknownRecordError,
)
from app.models import DocumentNumber
from app.rules.numbering import Reason
from app.rules.steps import StepKind
from app.services import (
    cases,
    incoming,
    letters,
    matters,
    number_gaps,
    outgoing,
    sealing,
)
from app.services.incoming import Addition, IncomingQuery, PaperDraft
from app.services.letters import IssueDraft
from app.services.number_gaps import Explanation
from app.services.outgoing import OutgoingQuery, OutgoingRow, Standing
from app.services.sealing import SealDraft
from tests import synthetic
from tests.services.ended_case import NUMBER, destroyed, ended, wish
from tests.services.two_desks import START, Desks, two_desks

CODE = "示财采移"
ALL = OutgoingQuery()
EVERY = IncomingQuery()


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _issued(desks: Desks) -> str:
    """The uid of the matter of a letter numbered here."""
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(desks.finance, desks.to_police, case, START)
    letters.issue(desks.finance, uid, LetterKind.REFERRAL, IssueDraft(CODE, "己某某", START.date()))
    return uid


def _letter(desks: Desks, matter: str) -> str:
    return matters.show(desks.finance, matter).letters[0].uid


def _only(desks: Desks) -> OutgoingRow:
    (row,) = outgoing.rows(desks.finance, ALL)
    return row


# -- 发文 ----------------------------------------------------------------------------------


def test_a_line_of_the_book_tells_letter_seal_and_hand_over(desks: Desks) -> None:
    matter = desks.acknowledged()
    sealing.record(
        desks.finance, _letter(desks, matter), SealDraft(START.date(), "辛某某", "己某某", copies=4)
    )

    row = _only(desks)

    assert (row.number, row.receiver, row.signer, row.copies) == (
        "示财采移〔2026〕1号",
        "示例市公安局",
        "己某某",
        4,
    )
    assert (row.dated_on, row.sealed_on, row.way) == (START.date(), START.date(), "external")
    assert row.delivered_at == row.acknowledged_at == START + timedelta(hours=3)
    assert row.standing is Standing.ISSUED


def test_a_gap_stands_where_its_numbers_would_until_it_is_explained(desks: Desks) -> None:
    _issued(desks)
    desks.issued(f"{CODE}〔2026〕4号")
    book = [(row.number, row.standing) for row in outgoing.rows(desks.finance, ALL)]
    assert book[1] == (f"{CODE}〔2026〕2号—3号", Standing.GAP)

    gap = outgoing.rows(desks.finance, ALL)[1].gap
    number_gaps.explain(desks.finance, Explanation(gap, Reason.EXTERNAL, "办公室用于其他发文"))

    rows = outgoing.rows(desks.finance, ALL)
    assert [row.first for row in rows] == [1, 2, 3, 4]
    assert [row.standing for row in rows[1:3]] == [Standing.EXPLAINED] * 2
    assert rows[1].reason is Reason.EXTERNAL
    assert number_gaps.unexplained(desks.finance) == ()


def test_the_number_of_a_letter_that_was_withdrawn_may_be_voided_and_stays(desks: Desks) -> None:
    matter = _issued(desks)
    number = _only(desks).number
    with pytest.raises(LetterStandsError):
        number_gaps.void(desks.finance, number, "案件撤回")
    matters.record_step(
        desks.finance,
        matter,
        synthetic.step(StepKind.WITHDRAWN, START, approver="己某某", reasons="重新核查"),
    )
    assert _only(desks).standing is Standing.WITHDRAWN

    number_gaps.void(desks.finance, number, "案件撤回")

    row = _only(desks)
    assert (row.standing, row.reason, row.note) == (Standing.VOID, Reason.VOID, "案件撤回")
    assert row.letter_uid
    assert letters.next_number(desks.finance, CODE, START.date()) == f"{CODE}〔2026〕2号"


def test_the_book_is_asked_by_year_kind_and_words(desks: Desks) -> None:
    _issued(desks)
    desks.issued(f"{CODE}〔2025〕9号")

    def found(query: OutgoingQuery) -> list[str]:
        return [row.number for row in outgoing.rows(desks.finance, query)]

    assert outgoing.years(desks.finance) == (2026, 2025)
    assert found(OutgoingQuery(year=2026)) == [f"{CODE}〔2026〕1号"]
    assert found(OutgoingQuery(kind=LetterKind.FEEDBACK)) == []
    assert found(OutgoingQuery(text="2025")) == [f"{CODE}〔2025〕9号"]
    assert len(found(OutgoingQuery(text="公安"))) == 2


# -- seals ---------------------------------------------------------------------------------


def test_the_last_seal_counts_and_its_scan_may_come_later(desks: Desks, tmp_path: Path) -> None:
    matter = _issued(desks)
    letter = _letter(desks, matter)
    with pytest.raises(UnknownRecordError):
        sealing.add_scan(desks.finance, letter, _scan(desks, letter, tmp_path))
    for copies in (2, 3):
        draft = SealDraft(START.date(), "辛某某", "己某某", copies)
        sealing.record(desks.finance, letter, draft)

    sealing.add_scan(desks.finance, letter, _scan(desks, letter, tmp_path))

    first, last = sealing.of_letter(desks.finance, letter)
    assert (first.copies, first.scan_name) == (2, "")
    assert (last.copies, last.scan_name) == (3, "盖章.png")
    assert sealing.of_matter(desks.finance, matter) == {letter: last}
    desks.carry(desks.finance, desks.police)
    assert sealing.of_matter(desks.police, matter) == {}


def test_a_seal_wants_its_people_and_a_day_between_signing_and_now(desks: Desks) -> None:
    letter = _letter(desks, _issued(desks))
    draft = SealDraft(START.date(), "辛某某", "己某某")

    with pytest.raises(MissingFieldsError):
        sealing.record(desks.finance, letter, replace(draft, keeper=" "))
    with pytest.raises(FutureMomentError):
        sealing.record(desks.finance, letter, replace(draft, sealed_on=date(2027, 1, 1)))
    with pytest.raises(SealedTooEarlyError) as refused:
        sealing.record(desks.finance, letter, replace(draft, sealed_on=date(2026, 9, 15)))
    said = wording.refusal(refused.value).happened
    assert "用印日期 2026-09-15 早于" in said
    assert "成文日期 2026-09-16" in said
    assert sealing.of_letter(desks.finance, letter) == ()


def test_a_scan_with_the_mark_of_another_letter_is_refused(desks: Desks, tmp_path: Path) -> None:
    one, other = _letter(desks, _issued(desks)), _letter(desks, _issued(desks))
    scan = _scan(desks, other, tmp_path)

    assert sealing.confirmed(desks.finance, other, scan)
    with pytest.raises(PaperDiffersError):
        sealing.record(desks.finance, one, SealDraft(START.date(), "辛", "己", scan=scan))
    assert sealing.of_letter(desks.finance, one) == ()


def test_only_the_agency_that_wrote_a_letter_enters_its_seal(desks: Desks) -> None:
    matter = desks.acknowledged()

    with pytest.raises(ReadOnlyRecordError):
        sealing.record(
            desks.police, _letter(desks, matter), SealDraft(START.date(), "辛某某", "己某某")
        )


def _scan(desks: Desks, letter: str, folder: Path) -> Path:
    """The last page of an issued letter as a picture: the receipt slip on it bears the mark."""
    _, pdf = letters.file(desks.finance, letter)
    page = page_image(pdf, page_count(pdf) - 1, 200)
    path = folder / "盖章.png"
    Image.frombytes("RGBA", (page.width, page.height), page.pixels).save(path)
    return path


# -- 收文 ----------------------------------------------------------------------------------


def test_a_letter_from_a_bundle_waits_and_is_entered_by_one_act(desks: Desks) -> None:
    desks.issued()
    desks.carry(desks.finance, desks.police)
    (row,) = incoming.rows(desks.police, EVERY)
    assert (row.waits, row.received_at, row.taken_at) == (True, None, START)
    assert (row.sender, row.number) == ("示例市财政局", "示财采移〔2026〕1号")
    assert incoming.waiting(desks.police) == 1

    desks.clock.set(START + timedelta(hours=1))
    for _ in range(2):
        incoming.enter_letters(desks.police, (row.letter_uid,), "乙某某")

    (row,) = incoming.rows(desks.police, EVERY)
    assert (row.entered, row.handler, row.kind) == ("收文〔2026〕1号", "乙某某", "referral")
    assert (row.received_at, row.taken_at) == (START + timedelta(hours=1), START)
    assert incoming.waiting(desks.police) == 0


def test_signing_for_a_transfer_enters_its_letter_at_that_moment(desks: Desks) -> None:
    desks.acknowledged()

    (row,) = incoming.rows(desks.police, EVERY)

    assert (row.entered, row.received_at) == ("收文〔2026〕1号", START + timedelta(hours=3))
    assert incoming.rows(desks.finance, EVERY) == ()


def test_taking_in_alone_signs_for_nothing(desks: Desks) -> None:
    uid = desks.issued()
    desks.carry(desks.finance, desks.police)
    (row,) = incoming.rows(desks.police, EVERY)

    incoming.enter_letters(desks.police, (row.letter_uid,))

    kinds = [step.kind for step in matters.show(desks.police, uid).steps]
    assert StepKind.ACKNOWLEDGED not in kinds


def test_papers_are_entered_with_their_scan_and_counted_by_the_year(
    desks: Desks, tmp_path: Path
) -> None:
    scan = tmp_path / "来文.jpg"
    scan.write_bytes(b"jpg")
    desks.clock.set(START + timedelta(days=200))
    paper = PaperDraft(
        "示例市审计局", "关于商请提供资料的函", START, "示审函〔2026〕3号", file=scan
    )

    incoming.enter_paper(desks.finance, paper)
    incoming.enter_paper(desks.finance, replace(paper, number="", file=None))
    next_year = replace(paper, number="示审函〔2027〕1号", received_at=START + timedelta(days=150))
    incoming.enter_paper(desks.finance, next_year)

    rows = incoming.rows(desks.finance, EVERY)
    assert [row.entered for row in rows] == [
        "收文〔2026〕1号",
        "收文〔2026〕2号",
        "收文〔2027〕1号",
    ]
    assert (rows[0].file_name, rows[0].kind) == ("来文.jpg", incoming.PAPER)
    assert incoming.years(desks.finance) == (2027, 2026)
    assert incoming.rows(desks.finance, IncomingQuery(year=2027)) == rows[2:]
    assert incoming.rows(desks.finance, IncomingQuery(text="2026〕3")) == rows[:1]


def test_a_paper_that_was_entered_before_is_entered_again_only_when_said(desks: Desks) -> None:
    paper = PaperDraft("示例市审计局", "函", START, "示审函〔2026〕3号")
    incoming.enter_paper(desks.finance, paper)

    with pytest.raises(PaperKnownError) as caught:
        incoming.enter_paper(desks.finance, paper)
    assert caught.value.facts["entered"] == "收文〔2026〕1号"
    incoming.enter_paper(desks.finance, replace(paper, again=True))

    assert len(incoming.rows(desks.finance, EVERY)) == 2


def test_a_paper_wants_sender_and_title_and_no_moment_to_come(desks: Desks) -> None:
    paper = PaperDraft("示例市审计局", "函", START)

    for wrong, error in (
        (replace(paper, sender=" "), MissingFieldsError),
        (replace(paper, title=""), MissingFieldsError),
        (replace(paper, received_at=START + timedelta(days=400)), FutureMomentError),
        (replace(paper, matter_uid="nobody"), UnknownRecordError),
    ):
        with pytest.raises(error):
            incoming.enter_paper(desks.finance, wrong)
    assert incoming.rows(desks.finance, EVERY) == ()


def test_what_becomes_of_a_paper_is_added_later(desks: Desks, tmp_path: Path) -> None:
    matter = _issued(desks)
    uid = incoming.enter_paper(desks.finance, PaperDraft("示例市审计局", "函", START)).uid
    scan = tmp_path / "来文.pdf"
    scan.write_bytes(b"%PDF-1.4")

    incoming.add(desks.finance, uid, Addition("甲某某", "已复函", 2, matter, scan))

    (row,) = incoming.rows(desks.finance, EVERY)
    assert (row.handler, row.remark, row.copies) == ("甲某某", "已复函", 2)
    assert (row.matter_uid, row.file_name) == (matter, "来文.pdf")
    assert row.state is not None


# -- what an approved 销毁 leaves of them --------------------------------------------------


def test_the_books_keep_numbers_and_no_words_of_a_destroyed_case(
    desks: Desks, tmp_path: Path
) -> None:
    case = ended(desks, tmp_path)
    (matter,) = matters.of_case(desks.finance, case)
    incoming.enter_paper(
        desks.finance,
        PaperDraft("丁某某", "申诉材料", START, remark="已转交", matter_uid=matter.uid),
    )
    with desks.finance.write() as session:
        session.scalars(select(DocumentNumber)).one().note = "丁某某来电"

    destroyed(desks.finance, wish(case))

    (sent,) = outgoing.rows(desks.finance, ALL)
    assert (sent.number, sent.standing) == (NUMBER, Standing.DESTROYED)
    assert (sent.title, sent.note, sent.receiver) == ("", "", "")
    (came,) = incoming.rows(desks.finance, EVERY)
    assert came.entered == "收文〔2026〕1号"
    assert (came.title, came.sender, came.remark) == ("", "", "")
