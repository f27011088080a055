"""A paper that comes back finds its record, and a paper that is another text is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import segno
from PIL import Image

from app.demo.sample_papers import EVERY_PAPER
from app.documents import codes, scan
from app.documents.codes import SIGNS, Payload
from app.documents.kinds.letters import LetterKind
from app.documents.paint.preview import page_count, page_image
from app.kernel.errors import (
    CheckCodeMalformedError,
    CheckCodeUnknownError,
    EmptyFileError,
    ForeignPaperError,
    FutureMomentError,
    MissingFieldsError,
    NoCheckMarkError,
    PaperDiffersError,
    ReceiptTooEarlyError,
    SlipKnownError,
    SlipOfAnotherError,
    StepNotAllowedError,
)
from app.kernel.terms import Carrier
from app.models import Letter
from app.rules.papers import MeetingNotice
from app.rules.steps import State, StepKind
from app.services import cases, check_codes, drafting, house_settings, incoming, letters, matters
from app.services.check_codes import ReceiptDraft
from app.services.incoming import IncomingQuery
from app.services.letter_text import OfDraft
from app.services.letter_thread import Words
from app.services.letters import IssueDraft
from app.services.receipt_standing import Receipt
from app.services.setup import Register
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks
from tests.synthetic import step

LATER = START + timedelta(hours=3)
SIGNED = ReceiptDraft(signed_at=START + timedelta(hours=2), signer="乙某某")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def issued(desks: Desks) -> str:
    """A referral whose letter this program set and numbered; its uid."""
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(desks.finance, desks.to_police, case, START)
    wish = IssueDraft(code="示财案移", signer="己某某", dated_on=START.date())
    letters.issue(desks.finance, uid, LetterKind.REFERRAL, wish)
    desks.clock.set(LATER)
    return uid


def code(register: Register, uid: str) -> str:
    return matters.show(register, uid).letters[0].check_code


def said(register: Register, uid: str) -> Payload:
    """What the matrix of the first letter of a matter says."""
    row = matters.show(register, uid).letters[0]
    with register.read() as session:
        letter = session.query(Letter).filter(Letter.uid == row.uid).one()
        model = letter.model
    assert model is not None
    return Payload(codes.stored_digest(model)[:32], register.vault_uid[:8], row.number)


def scanned(register: Register, uid: str, folder: Path) -> Path:
    """The last page of the issued letter, with its 回执, scanned a little askew."""
    _, pdf = letters.file(register, matters.show(register, uid).letters[0].uid)
    image = page_image(pdf, page_count(pdf) - 1, 200)
    page = Image.frombytes("RGBA", (image.width, image.height), image.pixels).convert("L")
    path = folder / "回执.jpg"
    page.rotate(3, expand=True, fillcolor=255).save(path, quality=40)
    return path


def test_a_typed_code_finds_the_letter_its_matter_and_its_receiver(desks: Desks) -> None:
    uid = issued(desks)

    match = check_codes.find(desks.finance, code(desks.finance, uid).lower().replace("-", " "))

    assert (match.matter_uid, match.number) == (uid, "示财案移〔2026〕1号")
    assert (match.title, match.receiver) == ("涉嫌犯罪案件移送书", "示例市公安局")
    assert (match.own, match.receipt, match.whole) == (True, Receipt.SIGNED, False)
    assert match.forwards


def test_what_a_scanner_types_compares_the_whole_text(desks: Desks) -> None:
    uid = issued(desks)

    match = check_codes.find(desks.finance, said(desks.finance, uid).text().upper() + "\n")

    assert match.matter_uid == uid
    assert match.whole


def test_a_scan_finds_the_letter_and_becomes_the_evidence_of_its_receipt(
    desks: Desks, tmp_path: Path
) -> None:
    uid = issued(desks)
    path = scanned(desks.finance, uid, tmp_path)

    (match,) = check_codes.find_in_file(desks.finance, path)
    draft = ReceiptDraft(SIGNED.signed_at, "乙某某", "副大队长 0000-2222222", file=path)
    check_codes.record(desks.finance, match.letter_uid, draft)

    view = matters.show(desks.finance, uid)
    told = view.steps[-1]
    assert view.state is State.ACKNOWLEDGED
    assert (told.kind, told.carrier, told.relayed) == (
        StepKind.ACKNOWLEDGED,
        Carrier.PAPER,
        True,
    )
    assert told.occurred_at == SIGNED.signed_at
    assert told.attachment_name == "回执.jpg"
    assert told.fields == {"signer": "乙某某", "remark": "副大队长 0000-2222222"}


def test_a_receipt_is_found_but_not_recorded_twice(desks: Desks) -> None:
    uid = issued(desks)
    letter = matters.show(desks.finance, uid).letters[0].uid
    check_codes.record(desks.finance, letter, SIGNED)

    match = check_codes.find(desks.finance, code(desks.finance, uid))

    assert match.receipt is Receipt.RECORDED
    assert match.recorded is not None
    assert (match.recorded.at, match.recorded.signer) == (SIGNED.signed_at, "乙某某")
    assert (match.recorded.author, match.recorded.scanned) == ("示例市财政局", False)
    steps = matters.show(desks.finance, uid).steps
    with pytest.raises(StepNotAllowedError):
        check_codes.record(desks.finance, letter, SIGNED)
    assert matters.show(desks.finance, uid).steps == steps


def test_a_slip_that_says_not_ours_records_the_forwarding_too(desks: Desks) -> None:
    uid = issued(desks)
    letter = matters.show(desks.finance, uid).letters[0].uid

    draft = ReceiptDraft(SIGNED.signed_at, "乙某某", forwarded_to="示例县公安局", returned_at=LATER)
    check_codes.record(desks.finance, letter, draft)

    view = matters.show(desks.finance, uid)
    signed, forwarded = view.steps[-2:]
    assert (signed.kind, forwarded.kind) == (StepKind.ACKNOWLEDGED, StepKind.FORWARDED)
    assert forwarded.fields["receiver"] == "示例县公安局"
    assert not forwarded.awaits_receipt
    assert view.state is State.FORWARDED


def test_a_receipt_without_a_name_is_not_recorded_and_nothing_is_forwarded(desks: Desks) -> None:
    uid = issued(desks)
    letter = matters.show(desks.finance, uid).letters[0].uid

    with pytest.raises(MissingFieldsError) as refused:
        check_codes.record(
            desks.finance, letter, ReceiptDraft(SIGNED.signed_at, " ", forwarded_to="某局")
        )

    assert refused.value.facts["fields"] == ("signer",)
    assert matters.show(desks.finance, uid).state is State.ISSUED


def test_a_transfer_that_was_taken_back_takes_no_receipt(desks: Desks) -> None:
    uid = issued(desks)
    back = step(StepKind.WITHDRAWN, LATER, approver="己某某", reasons="事实有变化")
    matters.record_step(desks.finance, uid, back)

    match = check_codes.find(desks.finance, code(desks.finance, uid))

    assert (match.receipt, match.recorded) == (Receipt.WITHDRAWN, None)


def test_what_went_on_without_a_receipt_takes_none(desks: Desks) -> None:
    uid = issued(desks)
    sent = step(StepKind.DELIVERED, LATER, method="by_hand", carried_by="甲某某")
    matters.record_step(desks.finance, uid, sent)
    matters.record_step(desks.finance, uid, step(StepKind.ACCEPTED, LATER))

    assert check_codes.find(desks.finance, code(desks.finance, uid)).receipt is Receipt.PAST


def test_the_receiver_finds_the_letter_it_was_sent_and_signs_for_it(desks: Desks) -> None:
    uid = issued(desks)
    desks.carry(desks.finance, desks.police)

    match = check_codes.find(desks.police, said(desks.finance, uid).text())
    check_codes.record(desks.police, match.letter_uid, SIGNED)

    assert (match.own, match.receiver, match.author) == (False, "示例市公安局", "示例市财政局")
    assert (match.receipt, match.forwards) == (Receipt.SIGNED, False)
    view = matters.show(desks.police, uid)
    assert view.state is State.ACKNOWLEDGED
    assert not view.steps[-1].relayed


def refused_review(desks: Desks) -> tuple[str, str]:
    """A review asked for with a letter of this program: its matter and its letter."""
    uid = issued(desks)
    sent = step(StepKind.DELIVERED, LATER, method="by_hand", carried_by="甲某某")
    told = step(
        StepKind.NOT_FILED,
        LATER,
        number="示公不立〔2026〕1号",
        dated_on="2026-09-16",
        reasons="情节轻微",
        received_at="2026-09-16T04:00:00.000Z",
    )
    for each in (sent, told):
        matters.record_step(desks.finance, uid, each)
    wish = IssueDraft(
        code="示财复", signer="己某某", dated_on=LATER.date(), words=Words(reasons="不服")
    )
    letters.issue(desks.finance, uid, LetterKind.REVIEW_REQUEST, wish)
    return uid, matters.show(desks.finance, uid).letters[-1].uid


def test_the_slip_of_another_letter_of_ours_is_kept_with_its_scan_once(
    desks: Desks, tmp_path: Path
) -> None:
    uid, letter = refused_review(desks)
    row = matters.show(desks.finance, uid).letters[-1]
    file = tmp_path / "回执.pdf"
    file.write_bytes(b"%PDF-1.4 a scan")

    match = check_codes.find(desks.finance, row.check_code)
    check_codes.record(desks.finance, letter, ReceiptDraft(LATER, "乙某某", file=file))

    assert match.receipt is Receipt.KEPT
    kept = matters.show(desks.finance, uid).steps[-1]
    assert (kept.kind, kept.attachment_name) == (StepKind.NOTE, "回执.pdf")
    assert kept.fields["text"] == f"{row.title}（{row.number}）回执：乙某某，2026-09-16 12:00签收"
    assert check_codes.find(desks.finance, row.check_code).receipt is Receipt.RECORDED


def test_the_receiver_of_another_letter_records_when_it_came(desks: Desks) -> None:
    uid, _ = refused_review(desks)
    row = matters.show(desks.finance, uid).letters[-1]
    desks.carry(desks.finance, desks.police)

    match = check_codes.find(desks.police, row.check_code)
    check_codes.record(desks.police, match.letter_uid, ReceiptDraft(LATER, "乙某某"))

    assert match.receipt is Receipt.NOTICE
    told = matters.show(desks.police, uid).steps[-1]
    assert (told.kind, told.occurred_at) == (StepKind.NOTICE_RECEIVED, LATER)
    assert check_codes.find(desks.police, row.check_code).receipt is Receipt.RECORDED


@pytest.mark.parametrize("typed", ["", "示财案移〔2026〕1号", "7F3A-91C2", "0" * 13])
def test_what_is_no_code_is_refused_as_typed(desks: Desks, typed: str) -> None:
    with pytest.raises(CheckCodeMalformedError) as refused:
        check_codes.find(desks.finance, typed)

    assert refused.value.facts["typed"] == typed


def test_a_slip_of_the_finger_finds_nothing_and_names_what_is_near(desks: Desks) -> None:
    right = code(desks.finance, issued(desks))
    wrong = right[:-1] + next(sign for sign in SIGNS if sign != right[-1])

    with pytest.raises(CheckCodeUnknownError) as refused:
        check_codes.find(desks.finance, wrong)

    assert refused.value.facts["near"] == (f"{right}（示财案移〔2026〕1号）",)


def test_a_letter_that_only_claims_a_code_does_not_stand_before_the_one_that_bears_it(
    desks: Desks,
) -> None:
    claiming = matters.show(desks.finance, desks.issued("示财外〔2026〕1号")).letters[0].uid
    uid = issued(desks)
    right = code(desks.finance, uid)
    with desks.finance.write() as session:
        session.query(Letter).filter(Letter.uid == claiming).one().check_code = right

    assert check_codes.find(desks.finance, right).matter_uid == uid
    with desks.finance.write() as session:
        session.query(Letter).filter(Letter.uid == claiming).one().model = b"{}"
    assert check_codes.find(desks.finance, right).matter_uid == uid


def test_a_paper_with_our_number_and_another_text_is_told(desks: Desks) -> None:
    true = said(desks.finance, issued(desks))
    altered = Payload("f" * 32, true.register, true.number)
    beginning_kept = Payload(true.digest[:20] + "f" * 12, true.register, true.number)
    assert beginning_kept.code == true.code

    for paper in (altered, beginning_kept):
        with pytest.raises(PaperDiffersError) as refused:
            check_codes.find(desks.finance, paper.text())
        assert refused.value.facts["number"] == true.number


def test_a_paper_of_our_register_that_no_letter_bears_is_unknown(desks: Desks) -> None:
    paper = Payload("f" * 32, desks.finance.vault_uid[:8], "示财案移〔2026〕9号")

    with pytest.raises(CheckCodeUnknownError):
        check_codes.find(desks.finance, paper.text())


def test_a_paper_that_never_came_here_is_told_from_our_own(desks: Desks) -> None:
    paper = said(desks.finance, issued(desks))

    with pytest.raises(ForeignPaperError) as refused:
        check_codes.find(desks.police, paper.text())

    assert refused.value.facts["number"] == paper.number


def test_a_file_without_a_mark_and_an_empty_one_are_refused(desks: Desks, tmp_path: Path) -> None:
    blank, empty = tmp_path / "blank.png", tmp_path / "empty.pdf"
    Image.new("L", (200, 200), 255).save(blank)
    empty.touch()

    with pytest.raises(NoCheckMarkError):
        check_codes.find_in_file(desks.finance, blank)
    with pytest.raises(EmptyFileError):
        check_codes.find_in_file(desks.finance, empty)


def test_a_scan_of_a_paper_that_never_came_here_says_so(desks: Desks, tmp_path: Path) -> None:
    path = scanned(desks.finance, issued(desks), tmp_path)

    with pytest.raises(ForeignPaperError):
        check_codes.find_in_file(desks.police, path)


def test_an_office_that_wants_it_has_the_mark_on_the_letter_itself(desks: Desks) -> None:
    house_settings.set_marks_letters(desks.finance, wanted=True)
    uid = issued(desks)
    wish = IssueDraft(code="示财案移", signer="己某某", dated_on=START.date())
    asked = Words(questions=("是否立案",), basis="国务院令第310号第八条")

    letters.issue(
        desks.finance, uid, LetterKind.FEEDBACK, replace(wish, code="示财函", words=asked)
    )

    row = matters.show(desks.finance, uid).letters[-1]
    _, pdf = letters.file(desks.finance, row.uid)
    (found,) = scan.codes(pdf, "函.pdf")
    assert found.code == row.check_code
    match = check_codes.find(desks.finance, found.text())
    assert (match.letter_uid, match.whole) == (row.uid, True)
    assert match.receipt is Receipt.NONE


def pictured(folder: Path, *marks: Payload) -> Path:
    """A scan that shows *marks* side by side."""
    size = 400
    page = Image.new("L", (size * len(marks), size), 255)
    for place, mark in enumerate(marks):
        path = folder / "mark.png"
        segno.make(mark.text(), error="m").save(str(path), scale=6, border=6)
        with Image.open(path) as one:
            page.paste(one.convert("L"), (size * place, 0))
    path = folder / "扫描.png"
    page.save(path)
    return path


@pytest.mark.parametrize("digest", ["0" * 32, ""])
def test_a_good_slip_does_not_hide_a_forged_one_beside_it(
    desks: Desks, tmp_path: Path, digest: str
) -> None:
    true = said(desks.finance, issued(desks))
    forged = replace(true, digest=digest or "f" * 32, number=true.number if digest else "示财〔9〕")
    error = PaperDiffersError if digest else CheckCodeUnknownError

    for path in (pictured(tmp_path, true, forged), pictured(tmp_path, forged, true)):
        with pytest.raises(error):
            check_codes.find_in_file(desks.finance, path)


def test_a_paper_of_others_beside_the_slip_is_passed_over(desks: Desks, tmp_path: Path) -> None:
    true = said(desks.finance, issued(desks))
    other = Payload("a" * 32, "ffffffff", "示审〔2026〕1号")

    (match,) = check_codes.find_in_file(desks.finance, pictured(tmp_path, other, true))

    assert (match.number, match.whole) == (true.number, True)


def test_a_matrix_that_names_another_register_is_not_wholly_ours(desks: Desks) -> None:
    uid = issued(desks)
    true = said(desks.finance, uid)
    desks.carry(desks.finance, desks.police)

    for register in (desks.finance, desks.police):
        assert check_codes.find(register, true.text()).whole
        assert not check_codes.find(register, replace(true, register="ffffffff").text()).whole


def test_a_scan_of_another_letter_is_no_evidence_of_this_receipt(
    desks: Desks, tmp_path: Path
) -> None:
    first = issued(desks)
    path = scanned(desks.finance, first, tmp_path)
    desks.clock.set(START)
    second = issued(desks)
    letter = matters.show(desks.finance, second).letters[0].uid
    forged = pictured(tmp_path, replace(said(desks.finance, second), digest="0" * 32))

    with pytest.raises(SlipOfAnotherError) as refused:
        check_codes.record(desks.finance, letter, replace(SIGNED, file=path))
    with pytest.raises(PaperDiffersError):
        check_codes.record(desks.finance, letter, replace(SIGNED, file=forged))

    assert refused.value.facts["number"] == "示财案移〔2026〕1号"
    assert matters.show(desks.finance, second).state is State.ISSUED
    plain = tmp_path / "拍照.png"
    Image.new("L", (200, 200), 255).save(plain)
    check_codes.record(desks.finance, letter, replace(SIGNED, file=plain))
    assert matters.show(desks.finance, second).steps[-1].attachment_name == "拍照.png"


@pytest.mark.parametrize(
    ("signed", "returned", "error"),
    [
        (START - timedelta(days=400), None, ReceiptTooEarlyError),
        (START - timedelta(minutes=1), None, ReceiptTooEarlyError),
        (LATER + timedelta(minutes=1), None, FutureMomentError),
        (LATER, LATER - timedelta(minutes=1), ReceiptTooEarlyError),
        (LATER, LATER + timedelta(minutes=1), FutureMomentError),
    ],
)
def test_nobody_signs_before_the_letter_is_there_or_tomorrow(
    desks: Desks, signed: datetime, returned: datetime | None, error: type[Exception]
) -> None:
    uid = issued(desks)
    letter = matters.show(desks.finance, uid).letters[0].uid
    draft = ReceiptDraft(signed, "乙某某", forwarded_to="示例县公安局", returned_at=returned)

    with pytest.raises(error):
        check_codes.record(desks.finance, letter, draft)

    assert matters.show(desks.finance, uid).state is State.ISSUED


def test_a_note_that_cites_the_number_is_no_receipt(desks: Desks) -> None:
    uid, letter = refused_review(desks)
    row = matters.show(desks.finance, uid).letters[-1]
    note = step(StepKind.NOTE, LATER, number=row.number, text="电话告知对方文号")
    matters.record_step(desks.finance, uid, note)

    assert check_codes.find(desks.finance, row.check_code).receipt is Receipt.KEPT
    check_codes.record(desks.finance, letter, ReceiptDraft(LATER, "乙某某"))
    assert check_codes.find(desks.finance, row.check_code).receipt is Receipt.RECORDED


def called(desks: Desks) -> str:
    """A meeting is called; the uid of its notice."""
    facts = EVERY_PAPER[LetterKind.MEETING_NOTICE]
    assert isinstance(facts, MeetingNotice)
    facts = replace(facts, addressees=("示例市公安局", "示例市审计局"))
    draft = drafting.create(desks.finance, facts).uid
    wish = IssueDraft("示财采函", "己某某", START.date())
    uid = letters.issue_of(desks.finance, OfDraft(draft), wish).uid
    desks.clock.set(LATER)
    return uid


def check_code_of(register: Register, letter: str) -> str:
    with register.read() as session:
        return session.query(Letter).filter(Letter.uid == letter).one().check_code


def test_the_slips_of_a_notice_that_stands_alone_are_papers_that_came_from_each_receiver(
    desks: Desks, tmp_path: Path
) -> None:
    letter = called(desks)
    code = check_code_of(desks.finance, letter)
    scan_of = tmp_path / "参会回执.png"
    Image.new("L", (200, 200), 255).save(scan_of)

    match = check_codes.find(desks.finance, code)
    assert (match.receipt, match.senders) == (Receipt.RETURNED, ("示例市公安局", "示例市审计局"))
    slip = ReceiptDraft(LATER, "乙某某", file=scan_of, sender="示例市公安局")
    check_codes.record(desks.finance, letter, slip)

    assert check_codes.find(desks.finance, code).senders == ("示例市审计局",)
    with pytest.raises(SlipKnownError) as refused:
        check_codes.record(desks.finance, letter, slip)
    assert refused.value.facts["entered"] == "收文〔2026〕1号"
    with pytest.raises(MissingFieldsError):
        check_codes.record(desks.finance, letter, replace(slip, sender=" "))
    check_codes.record(desks.finance, letter, replace(slip, sender="示例市审计局", file=None))
    first, second = incoming.rows(desks.finance, IncomingQuery())
    assert (first.sender, first.kind, first.file_name) == (
        "示例市公安局",
        incoming.PAPER,
        "参会回执.png",
    )
    assert first.title.endswith("回执")
    assert match.number in first.remark
    assert "乙某某" in first.remark
    assert second.sender == "示例市审计局"
    after = check_codes.find(desks.finance, code)
    assert after.receipt is Receipt.RECORDED
    assert after.recorded is not None
    assert (after.recorded.signer, after.recorded.scanned) == ("示例市审计局", False)
