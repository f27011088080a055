"""Finance refers a case to police and gets the answer back: the act the house is built for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.documents.kinds.letters import LetterKind
from app.kernel.clock import SetClock, at_local
from app.kernel.errors import (
    ApproverNotAllowedError,
    MatterIssuedError,
    MissingFieldsError,
    NumberTakenError,
    ReadOnlyRecordError,
    StepNotAllowedError,
)
from app.kernel.terms import Carrier, Delivery, Post
from app.rules.duties import DutyState, Standing
from app.rules.steps import State, StepKind
from app.services import cases, duties, evidence, exchange, letters, matters, members
from app.services.admission import StepDraft
from app.services.letter_thread import Words
from app.services.letters import ExternalDraft, IssueDraft
from app.services.setup import Register
from app.services.threads import DutyView
from tests import synthetic
from tests.synthetic import step

START = at_local(2026, 9, 16, 9, 0)


@dataclass
class City:
    """Two workstations and the stick between them."""

    finance: Register
    police: Register
    stick: Path
    clock: SetClock
    to_police: str
    to_finance: str

    def carry(self, sender: Register, receiver: Register) -> None:
        peer = self.to_police if sender is self.finance else self.to_finance
        exchange.take_in(receiver, exchange.seal(sender, peer, self.stick).path)

    def at(self, moment: datetime) -> datetime:
        self.clock.set(moment)
        return moment


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    clock = SetClock(START)
    stick = tmp_path / "stick"
    stick.mkdir()
    with (
        synthetic.make_register(
            tmp_path / "czj", at=clock, mechanism=synthetic.MECHANISM
        ) as finance,
        synthetic.make_register(tmp_path / "gaj", synthetic.POLICE, at=clock) as police,
    ):
        synthetic.introduce(finance, police, stick)
        yield City(
            finance,
            police,
            stick,
            clock,
            members.find(finance, "sl-gaj"),
            members.find(police, "sl-czj"),
        )


def _issued(city: City) -> str:
    case = cases.register_case(city.finance, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(city.finance, city.to_police, case, START)
    wish = IssueDraft(code="示财采移", signer="己某某", dated_on=START.date())
    letters.issue(city.finance, uid, LetterKind.REFERRAL, wish)
    return uid


def _acknowledged(city: City) -> str:
    uid = _issued(city)
    when = city.at(START + timedelta(hours=3))
    delivered = step(
        StepKind.DELIVERED, when, method=Delivery.BY_HAND, carried_by="甲某某", receiver="乙某某"
    )
    matters.record_step(city.finance, uid, delivered)
    city.carry(city.finance, city.police)
    signed = step(StepKind.ACKNOWLEDGED, when, signer="乙某某")
    matters.record_step(city.police, uid, signed)
    return uid


def _duty(register: Register, uid: str, rule: str) -> DutyView:
    found = [each for each in matters.show(register, uid).duties if each.facts.rule_id == rule]
    assert found, f"no duty {rule}"
    return found[-1]


def test_the_whole_way_there_and_back(city: City) -> None:
    uid = _acknowledged(city)

    there = matters.show(city.police, uid)
    assert there.state is State.ACKNOWLEDGED
    assert there.opener == "示例市财政局"
    assert [each.number for each in there.letters] == ["示财采移〔2026〕1号"]
    name, pdf = letters.file(city.police, there.letters[0].uid)
    assert pdf.startswith(b"%PDF-")
    assert name.endswith(".pdf")
    assert letters.file(city.finance, matters.show(city.finance, uid).letters[0].uid)[1] == pdf

    decided = city.at(START + timedelta(days=2))
    filed = step(
        StepKind.FILED,
        decided,
        number="示公经立字〔2026〕1号",
        offence="串通投标罪",
        signer="庚某某",
    )
    matters.record_step(city.police, uid, filed)
    city.carry(city.police, city.finance)

    back = matters.show(city.finance, uid)
    waiting = [each for each in back.steps if each.awaits_receipt]
    assert back.state is State.FILED
    assert [each.kind for each in waiting] == [StepKind.FILED]
    assert [each.kind for each in duties.workbench(city.finance).to_receive] == [StepKind.FILED]
    assert not [each for each in back.duties if each.facts.rule_id == "XS-13"]

    received = city.at(START + timedelta(days=3))
    matters.record_step(
        city.finance, uid, step(StepKind.NOTICE_RECEIVED, received, about=waiting[0].uid)
    )

    hand_over = _duty(city.finance, uid, "XS-13")
    assert hand_over.ours
    assert hand_over.facts.state is DutyState.OPEN
    assert hand_over.facts in [each.facts for each in duties.workbench(city.finance).due]
    assert duties.workbench(city.finance).to_receive == ()
    handed = step(
        StepKind.ARTICLES_HANDED_OVER,
        received,
        articles="无",
        handed_by="甲某某",
        receiver="乙某某",
    )
    matters.record_step(city.finance, uid, handed)
    assert _duty(city.finance, uid, "XS-13").facts.state is DutyState.MET
    city.carry(city.finance, city.police)
    assert matters.show(city.police, uid).state is matters.show(city.finance, uid).state


def test_the_referral_arrives_owned_by_finance_and_read_only(city: City) -> None:
    uid = _acknowledged(city)
    there = matters.show(city.police, uid)

    with pytest.raises(ReadOnlyRecordError):
        matters.revise(city.police, uid, there.particulars)
    assert cases.show_case(city.police, there.case_uid).owner == "示例市财政局"
    with pytest.raises(MatterIssuedError):
        matters.revise(city.finance, uid, there.particulars)


def test_approval_starts_the_24_hours_and_delivery_ends_them(city: City) -> None:
    uid = _issued(city)
    running = _duty(city.finance, uid, "XS-03")
    assert running.facts.due_at == START + timedelta(hours=24)

    late = city.at(START + timedelta(hours=25))
    assert _duty(city.finance, uid, "XS-03").standing is Standing.OVERDUE
    delivered = step(StepKind.DELIVERED, late, method=Delivery.BY_HAND, carried_by="甲某某")
    matters.record_step(city.finance, uid, delivered)

    assert _duty(city.finance, uid, "XS-03").facts.state is DutyState.LATE


def test_a_deputy_cannot_approve(city: City) -> None:
    case = cases.register_case(city.finance, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(city.finance, city.to_police, case, START)
    back = step(StepKind.DRAFT_RETURNED, START, reasons="补充材料")
    matters.record_step(city.finance, uid, back)
    matters.record_step(city.finance, uid, step(StepKind.REPORT_SUBMITTED, START))
    before = matters.show(city.finance, uid)

    with pytest.raises(ApproverNotAllowedError):
        matters.record_step(
            city.finance, uid, step(StepKind.APPROVED, START, approver="辛某某", post=Post.DEPUTY)
        )

    assert matters.show(city.finance, uid) == before


def test_nothing_is_issued_before_approval_and_no_number_is_lost(city: City) -> None:
    case = cases.register_case(city.finance, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(city.finance, city.to_police, case, START)
    matters.record_step(city.finance, uid, step(StepKind.DRAFT_RETURNED, START))
    wish = IssueDraft(code="示财采移", signer="己某某", dated_on=START.date())

    with pytest.raises(StepNotAllowedError):
        letters.issue(city.finance, uid, LetterKind.REFERRAL, wish)

    assert letters.next_number(city.finance, "示财采移", START.date()) == "示财采移〔2026〕1号"
    assert matters.show(city.finance, uid).letters == ()
    assert exchange.peers(city.finance)[0].leaving == ()


def test_an_external_text_is_the_issued_one(city: City, tmp_path: Path) -> None:
    case = cases.register_case(city.finance, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(city.finance, city.to_police, case, START)
    final = tmp_path / "移送书定稿.pdf"
    final.write_bytes(b"%PDF-1.7 the final text of the office")
    wish = ExternalDraft("示财〔2026〕88号", "己某某", START.date(), final)

    letters.issue_external(city.finance, uid, LetterKind.REFERRAL, wish)
    city.carry(city.finance, city.police)

    (row,) = matters.show(city.police, uid).letters
    assert (row.number, row.way) == ("示财〔2026〕88号", "external")
    assert letters.file(city.police, row.uid)[1] == final.read_bytes()
    other = cases.register_case(city.finance, synthetic.case_draft("另一案")).uid
    second = synthetic.approved_matter(city.finance, city.to_police, other, START)
    with pytest.raises(NumberTakenError):
        letters.issue_external(city.finance, second, LetterKind.REFERRAL, wish)


def test_a_refusal_to_file_opens_the_way_to_review(city: City) -> None:
    uid = _acknowledged(city)
    decided = city.at(START + timedelta(days=2))
    refused = step(
        StepKind.NOT_FILED, decided, number="示公经不立字〔2026〕1号", reasons="情节轻微"
    )
    matters.record_step(city.police, uid, refused)
    city.carry(city.police, city.finance)
    notice = next(each for each in matters.show(city.finance, uid).steps if each.awaits_receipt)
    matters.record_step(
        city.finance, uid, step(StepKind.NOTICE_RECEIVED, decided, about=notice.uid)
    )

    right = _duty(city.finance, uid, "XS-08")
    assert right.facts.due_at is not None
    words = Words(reasons="本局认为已达立案追诉标准。")
    wish = IssueDraft("示财采复", "己某某", decided.date(), words)
    letters.issue(city.finance, uid, LetterKind.REVIEW_REQUEST, wish)

    assert matters.show(city.finance, uid).state is State.REVIEW
    assert _duty(city.finance, uid, "XS-08").facts.state is DutyState.MET


def test_steps_that_crossed_fold_alike_on_both_sides(city: City) -> None:
    uid = _acknowledged(city)
    now = city.at(START + timedelta(days=1))
    withdrawn = step(StepKind.WITHDRAWN, now, approver="己某某", reasons="另案处理")
    matters.record_step(city.finance, uid, withdrawn)
    matters.record_step(city.police, uid, step(StepKind.FILED, now, number="示公立〔2026〕2号"))

    city.carry(city.finance, city.police)
    city.carry(city.police, city.finance)

    here, there = matters.show(city.finance, uid), matters.show(city.police, uid)
    assert here.state is there.state is State.FILED
    crossed = {each.kind: each.crossed for each in here.steps if each.crossed}
    assert crossed == {each.kind: each.crossed for each in there.steps if each.crossed}
    assert set(crossed) == {StepKind.WITHDRAWN}


def test_police_without_the_program_answer_on_paper(city: City) -> None:
    uid = _issued(city)
    when = city.at(START + timedelta(hours=2))
    for each in (
        step(StepKind.DELIVERED, when, method=Delivery.BY_HAND, carried_by="甲某某"),
        step(StepKind.ACKNOWLEDGED, when, signer="乙某某"),
        step(StepKind.ACCEPTED, when, number="示公受〔2026〕1号"),
    ):
        matters.record_step(city.finance, uid, each)

    view = matters.show(city.finance, uid)
    assert view.state is State.ACCEPTED
    assert [each.kind for each in view.steps if each.relayed] == [
        StepKind.ACKNOWLEDGED,
        StepKind.ACCEPTED,
    ]


def test_a_required_field_that_is_empty_records_nothing(city: City) -> None:
    uid = _issued(city)
    before = matters.show(city.finance, uid)

    with pytest.raises(MissingFieldsError) as caught:
        matters.record_step(city.finance, uid, step(StepKind.ACKNOWLEDGED, START))

    assert caught.value.facts["fields"] == ("signer",)
    assert matters.show(city.finance, uid) == before


def test_a_scan_travels_with_its_step(city: City, tmp_path: Path) -> None:
    uid = _acknowledged(city)
    scan = tmp_path / "立案通知书扫描件.pdf"
    scan.write_bytes(b"%PDF-1.4 scan" * 1000)
    filed = StepDraft(
        StepKind.FILED, START + timedelta(hours=9), Carrier.PAPER, {"number": "1"}, scan
    )
    matters.record_step(city.police, uid, filed)
    city.carry(city.police, city.finance)

    arrived = matters.show(city.finance, uid).steps[-1]
    copy = evidence.save_copy(city.finance, arrived.attachment_sha256, tmp_path / "copy.pdf")

    assert arrived.attachment_name == "立案通知书扫描件.pdf"
    assert copy.read_bytes() == scan.read_bytes()


def test_a_draft_shows_its_number_blank(city: City) -> None:
    case = cases.register_case(city.finance, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(city.finance, city.to_police, case, START)

    for kind in [each.kind for each in letters.offers(city.finance, uid)][:2]:
        sheet = letters.draft(city.finance, uid, kind)
        assert sheet.pdf.startswith(b"%PDF-")
        assert sheet.pages >= 1
    with pytest.raises(StepNotAllowedError):
        matters.record_step(city.finance, uid, step(StepKind.ACKNOWLEDGED, START, signer="乙某某"))
