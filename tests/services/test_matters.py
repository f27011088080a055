"""What a matter admits, beyond the journey: each was once a way to get it wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.documents.kinds.letters import LetterKind
from app.kernel.errors import (
    EmptyFileError,
    FutureMomentError,
    MissingFieldsError,
    MomentsOutOfOrderError,
    NumberTakenError,
    PaperOnlyError,
    ReadOnlyRecordError,
    StepNotAllowedError,
    UnderApprovalError,
)
from app.kernel.terms import AgencyLevel, AgencyRole, EvidenceKind, MatterKind, Post
from app.rules.steps import State, StepKind
from app.services import cases, evidence, journal, letters, matters, members
from app.services.evidence import EvidenceDraft
from app.services.letters import ExternalDraft
from app.services.matters import MatterDraft
from app.services.members import PaperMember
from app.services.setup import Register
from tests import synthetic
from tests.synthetic import NOON, step


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "czj") as register:
        yield register


def _police(desk: Register, role: AgencyRole = AgencyRole.POLICE) -> str:
    member = PaperMember("示例市某局", "某局", role, AgencyLevel.CITY, "", "", "")
    return members.add_paper_member(desk, member).uid


def _case(desk: Register) -> str:
    return cases.register_case(desk, synthetic.case_draft()).uid


def _opened(desk: Register) -> str:
    case = _case(desk)
    facts = synthetic.referral(cases.show_case(desk, case).facts)
    draft = MatterDraft(MatterKind.REFERRAL, case, _police(desk), "", facts)
    return matters.open_matter(desk, draft).uid


def _approved(desk: Register) -> str:
    return synthetic.approved_matter(desk, _police(desk), _case(desk), NOON)


def test_what_the_head_decides_on_stays_as_it_is(desk: Register) -> None:
    uid = _approved(desk)
    other = replace(matters.show(desk, uid).particulars, offence="合同诈骗罪")

    with pytest.raises(UnderApprovalError):
        matters.revise(desk, uid, other)
    matters.record_step(desk, uid, step(StepKind.DRAFT_RETURNED, NOON))
    matters.revise(desk, uid, other)

    assert matters.show(desk, uid).particulars.offence == "合同诈骗罪"


def test_a_matter_never_speaks_of_another_case(desk: Register) -> None:
    uid = _opened(desk)
    elsewhere = synthetic.referral(cases.show_case(desk, _case(desk)).facts)

    with pytest.raises(ReadOnlyRecordError):
        matters.revise(desk, uid, elsewhere)


def test_nothing_is_kept_of_what_belongs_to_discipline(desk: Register) -> None:
    case = _case(desk)
    facts = synthetic.referral(cases.show_case(desk, case).facts)
    discipline = _police(desk, AgencyRole.DISCIPLINE)
    before = journal.line_ids(desk, journal.JournalQuery())

    for draft in (
        MatterDraft(MatterKind.REFERRAL, case, discipline, "", facts),
        MatterDraft(MatterKind.REFERRAL, case, _police(desk), "", replace(facts, route="T5")),
    ):
        with pytest.raises(PaperOnlyError):
            matters.open_matter(desk, draft)
    with pytest.raises(PaperOnlyError):
        letters.preview(desk, LetterKind.TRANSFER, facts, discipline)

    assert matters.rows(desk) == ()
    lines = journal.lines(desk, journal.line_ids(desk, journal.JournalQuery()))
    assert {line.action for line in lines[: len(lines) - len(before)]} == {"member.added"}


def _pending(desk: Register, *, reported: bool = True) -> str:
    uid = _opened(desk)
    matters.record_step(desk, uid, step(StepKind.REPORT_SUBMITTED, NOON))
    if reported:
        matters.record_step(desk, uid, step(StepKind.REPORT_RECEIVED, NOON))
    return uid


def test_an_acting_head_says_on_what_ground(desk: Register) -> None:
    uid = _pending(desk)
    decision = {"approver": "己某某", "post": Post.ACTING_HEAD}

    with pytest.raises(MissingFieldsError):
        matters.record_step(desk, uid, step(StepKind.APPROVED, NOON, **decision))
    matters.record_step(
        desk, uid, step(StepKind.APPROVED, NOON, post_basis="示政任〔2026〕1号", **decision)
    )

    assert matters.show(desk, uid).state is State.APPROVED


def test_a_decision_follows_the_report(desk: Register) -> None:
    head = {"approver": "己某某", "post": Post.HEAD}
    unreported = _pending(desk, reported=False)
    with pytest.raises(MissingFieldsError):
        matters.record_step(desk, unreported, step(StepKind.APPROVED, NOON, **head))

    reported = _pending(desk)
    early = NOON - timedelta(hours=1)
    with pytest.raises(MomentsOutOfOrderError):
        matters.record_step(desk, reported, step(StepKind.APPROVED, early, **head))


def test_an_act_of_next_year_is_a_slip(desk: Register) -> None:
    uid = _opened(desk)

    with pytest.raises(FutureMomentError):
        matters.record_step(desk, uid, step(StepKind.REPORT_SUBMITTED, NOON + timedelta(days=365)))

    assert matters.show(desk, uid).steps == ()


def test_a_step_about_nothing_is_not_recorded(desk: Register) -> None:
    uid = _approved(desk)
    letters.issue(desk, uid, LetterKind.REFERRAL, letters.IssueDraft("示", "己", NOON.date()))

    for kind, fields in (
        (StepKind.NOTICE_RECEIVED, {"about": "nonsense"}),
        (StepKind.VOIDED, {"about": "nonsense", "reasons": "误录"}),
    ):
        with pytest.raises(StepNotAllowedError):
            matters.record_step(desk, uid, step(kind, NOON, **fields))


def test_only_a_letter_issues_a_matter(desk: Register) -> None:
    uid = _approved(desk)

    with pytest.raises(StepNotAllowedError):
        matters.record_step(desk, uid, step(StepKind.ISSUED, NOON))
    letters.issue(desk, uid, LetterKind.REFERRAL, letters.IssueDraft("示", "己", NOON.date()))

    assert matters.show(desk, uid).state is State.ISSUED


def test_one_number_in_two_spellings_is_one_number(desk: Register, tmp_path: Path) -> None:
    final = tmp_path / "final.pdf"
    final.write_bytes(b"%PDF-1.4")

    def issue(number: str) -> None:
        wish = ExternalDraft(number, "己某某", NOON.date(), final)
        letters.issue_external(desk, _approved(desk), LetterKind.REFERRAL, wish)

    issue("示财〔2026〕9号")
    for again in ("示财[2026]9号", "示财〔2026〕09号"):
        with pytest.raises(NumberTakenError):
            issue(again)
    issue("第九号文")


def test_a_list_shows_what_we_owe_and_no_window_that_passed(desk: Register) -> None:
    uid = _approved(desk)
    letters.issue(desk, uid, LetterKind.REFERRAL, letters.IssueDraft("示", "己", NOON.date()))
    for kind, fields in (
        (StepKind.DELIVERED, {"method": "by_hand", "carried_by": "甲某某"}),
        (StepKind.ACKNOWLEDGED, {"signer": "乙某某"}),
    ):
        matters.record_step(desk, uid, step(kind, NOON, **fields))

    (row,) = matters.rows(desk)
    latest = {each.facts.rule_id: each.facts.latest_at for each in matters.show(desk, uid).duties}

    assert (row.due_rule, row.ours) == ("JJ-01", False)
    assert row.due_at == latest["JJ-01"]


def test_an_empty_file_proves_nothing(desk: Register, tmp_path: Path) -> None:
    case = _case(desk)
    empty = tmp_path / "空.pdf"
    empty.touch()
    draft = EvidenceDraft(
        "空", EvidenceKind.ELECTRONIC, "", "甲某某", None, "", original=False, pages=0
    )

    with pytest.raises(EmptyFileError):
        evidence.add(desk, case, draft, empty)

    assert evidence.rows(desk, case) == ()
