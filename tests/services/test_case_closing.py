"""A case ends by an act, and never by a penalty in the place of a referral (310号令第十一条)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app import wording
from app.documents.kinds.letters import LetterKind
from app.kernel.errors import (
    EndedError,
    FutureMomentError,
    MissingFieldsError,
    PenaltyInsteadOfReferralError,
    ReadOnlyRecordError,
)
from app.kernel.terms import CaseOutcome, Delivery, EvidenceKind, Post
from app.rules.retention import ClosingFault
from app.rules.steps import StepKind
from app.services import case_closing, cases, evidence, journal, matters
from app.services.evidence import EvidenceDraft
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks

DAY = date(2026, 9, 16)
RECEIVED = "2026-09-16T08:00:00.000Z"
ITEM = EvidenceDraft("投标文件", EvidenceKind.DOCUMENTARY, "", "", None, "", original=True, pages=1)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _suspected(desks: Desks) -> str:
    return cases.register_case(desks.finance, synthetic.case_draft()).uid


def _plain(desks: Desks) -> str:
    draft = replace(synthetic.case_draft(), crime_suspected=False)
    return cases.register_case(desks.finance, draft).uid


def _refused(desks: Desks, uid: str) -> PenaltyInsteadOfReferralError:
    with pytest.raises(PenaltyInsteadOfReferralError) as caught:
        case_closing.close_case(
            desks.finance, uid, CaseOutcome.PENALISED, DAY, "示财采罚〔2026〕1号"
        )
    assert cases.show_case(desks.finance, uid).state == "open"
    assert "310号" in str(wording.refusal(caught.value))
    return caught.value


def test_a_suspected_crime_is_not_closed_by_a_penalty_alone(desks: Desks) -> None:
    assert _refused(desks, _suspected(desks)).facts["reason"] is ClosingFault.NOT_REFERRED


def test_nor_while_its_referral_is_undecided(desks: Desks) -> None:
    uid = _suspected(desks)
    matter = synthetic.approved_matter(desks.finance, desks.to_police, uid, START)
    assert _refused(desks, uid).facts["reason"] is ClosingFault.UNDECIDED

    desks.issue(matter, LetterKind.REFERRAL, "示财采移〔2026〕1号")

    assert _refused(desks, uid).facts["reason"] is ClosingFault.UNDECIDED


def test_nor_while_a_duty_of_the_referral_is_ours(desks: Desks) -> None:
    uid, when = _suspected(desks), START + timedelta(hours=3)
    matter = synthetic.approved_matter(desks.finance, desks.to_police, uid, START)
    desks.issue(matter, LetterKind.REFERRAL, "示财采移〔2026〕1号")
    desks.clock.set(START + timedelta(days=9))
    for kind, fields in (
        (StepKind.DELIVERED, {"method": Delivery.BY_HAND, "carried_by": "甲", "receiver": "乙"}),
        (StepKind.ACKNOWLEDGED, {"signer": "乙某某"}),
        (StepKind.FILED, {"number": "示公立字〔2026〕1号", "received_at": RECEIVED}),
    ):
        when += timedelta(hours=1)
        matters.record_step(desks.finance, matter, synthetic.step(kind, when, **fields))

    found = _refused(desks, uid)

    # 310号令第十二条: materials and articles are handed over within three days of the notice.
    assert found.facts["reason"] is ClosingFault.DUTY_OPEN
    assert "310号" in str(found.facts["article"])


def test_recorded_reasons_of_the_head_let_it_be_closed(desks: Desks) -> None:
    uid = _suspected(desks)
    matter = synthetic.reported_matter(desks.finance, desks.to_police, uid, START)
    refusal = synthetic.step(
        StepKind.REFUSED, START, approver="己某某", post=Post.HEAD, reasons="金额未达追诉标准"
    )
    matters.record_step(desks.finance, matter, refusal)

    case_closing.close_case(desks.finance, uid, CaseOutcome.NOT_PENALISED, DAY, "结案审批表")

    closing = case_closing.closing(desks.finance, uid)
    assert closing is not None
    assert (closing.how, closing.closed_on) == (CaseOutcome.NOT_PENALISED, DAY)


def test_a_closed_case_is_worked_on_only_after_it_was_reopened(desks: Desks) -> None:
    uid = _plain(desks)
    case_closing.close_case(desks.finance, uid, CaseOutcome.PENALISED, DAY, "示财采罚〔2026〕1号")
    draft = replace(synthetic.case_draft(), crime_suspected=False, number="1")

    with pytest.raises(EndedError):
        cases.revise_case(desks.finance, uid, draft)
    with pytest.raises(EndedError):
        evidence.add(desks.finance, uid, ITEM, None)
    with pytest.raises(EndedError):
        synthetic.reported_matter(desks.finance, desks.to_police, uid, START)
    with pytest.raises(EndedError):
        case_closing.close_case(desks.finance, uid, CaseOutcome.OTHER, DAY, "又")
    case_closing.reopen_case(desks.finance, uid, "发现新的证据")

    assert case_closing.closing(desks.finance, uid) is None
    cases.revise_case(desks.finance, uid, draft)
    with pytest.raises(EndedError):
        case_closing.reopen_case(desks.finance, uid, "又")


def test_closing_says_by_what_and_not_in_the_future(desks: Desks) -> None:
    uid = _plain(desks)

    with pytest.raises(MissingFieldsError):
        case_closing.close_case(desks.finance, uid, CaseOutcome.PENALISED, DAY, " ")
    with pytest.raises(FutureMomentError):
        case_closing.close_case(
            desks.finance, uid, CaseOutcome.PENALISED, DAY + timedelta(days=1), "决定书"
        )
    with pytest.raises(MissingFieldsError):
        case_closing.reopen_case(desks.finance, uid, "")


def test_closing_and_reopening_are_in_the_journal(desks: Desks) -> None:
    uid = _plain(desks)
    case_closing.close_case(desks.finance, uid, CaseOutcome.PENALISED, DAY, "决定书")
    case_closing.reopen_case(desks.finance, uid, "发现新的证据")

    assert {"case.closed", "case.reopened"} <= set(journal.actions(desks.finance))


def test_another_agency_s_case_is_closed_by_nobody_here(desks: Desks) -> None:
    uid = desks.acknowledged()
    extract = matters.show(desks.police, uid).case_uid

    with pytest.raises(ReadOnlyRecordError):
        case_closing.close_case(desks.police, extract, CaseOutcome.OTHER, DAY, "x")


def test_the_police_close_their_own_case_without_referring_it_to_themselves(desks: Desks) -> None:
    uid = desks.acknowledged()
    own = cases.open_own_case(desks.police, matters.show(desks.police, uid).case_uid).uid

    case_closing.close_case(desks.police, own, CaseOutcome.OTHER, DAY, "撤销案件决定书")

    assert cases.show_case(desks.police, own).state == "closed"
