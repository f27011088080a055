"""What the other letters say, and what each letter refuses to be without."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.demo.sample_letters import EVERY
from app.demo.samples import (
    CASE,
    COMPANY,
    FEEDBACK,
    ISSUE,
    OBJECTION,
    REFERRAL,
    REVIEW,
    SERVICE,
    material,
)
from app.documents.kinds.facts import Approval, Decision, Issue, ServedPaper
from app.documents.kinds.letters import LETTERS, LetterKind, kinds_for, missing, required, write
from app.documents.model import Form
from app.documents.verify import Point, audit
from app.kernel import paths
from app.kernel.clock import at_local
from app.kernel.errors import LetterFieldsError
from app.kernel.terms import (
    AgencyRole,
    Delivery,
    MaterialKind,
    MatterKind,
    Post,
)
from app.rules.particulars import Having, Referral
from app.rules.steps import Side, StepKind
from tests.documents.reading import bare, pages_of, pdf_of, running, said

K = LetterKind


# -- what is required --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "issue", "name"),
    [
        (REFERRAL, replace(ISSUE, agency=""), "issue.agency"),
        (REFERRAL, replace(ISSUE, receiver=""), "issue.receiver"),
        (REFERRAL, replace(ISSUE, handler=""), "issue.handler"),
        (REFERRAL, replace(ISSUE, phone=""), "issue.phone"),
        (replace(REFERRAL, case=replace(CASE, name="")), ISSUE, "case.name"),
        (replace(REFERRAL, case=replace(CASE, source="")), ISSUE, "case.source"),
        (replace(REFERRAL, case=replace(CASE, facts="")), ISSUE, "case.facts"),
        (replace(REFERRAL, case=replace(CASE, parties=())), ISSUE, "case.parties"),
        (replace(REFERRAL, offence=""), ISSUE, "offence"),
        (replace(REFERRAL, offence_article=""), ISSUE, "offence_article"),
        (replace(REFERRAL, reasons=""), ISSUE, "reasons"),
        (replace(REFERRAL, bases=()), ISSUE, "bases"),
        (replace(REFERRAL, materials=()), ISSUE, "materials"),
        (replace(REFERRAL, copy_to=""), ISSUE, "copy_to"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_referral_without_it_is_refused_by_name(facts: Referral, issue: Issue, name: str) -> None:
    assert name in required(K.REFERRAL)

    with pytest.raises(LetterFieldsError) as refused:
        write(K.REFERRAL, facts, issue)

    assert refused.value.fields == (name,)


def test_everything_that_is_missing_is_named_at_once() -> None:
    empty = replace(REFERRAL, offence="", copy_to="", case=replace(CASE, facts=" "))

    assert missing(K.REFERRAL, empty, ISSUE) == ("case.facts", "offence", "copy_to")


def test_a_material_that_is_absent_needs_its_reason() -> None:
    absent = material(MaterialKind.INSPECTION_REPORT, "检验报告", Having.ABSENT)

    assert missing(K.REFERRAL, replace(REFERRAL, materials=(absent,)), ISSUE) == (
        "materials.reason",
    )


def test_a_party_needs_a_name() -> None:
    case = replace(CASE, parties=(COMPANY, replace(COMPANY, name="")))

    assert missing(K.REFERRAL, replace(REFERRAL, case=case), ISSUE) == ("case.parties.name",)


@pytest.mark.parametrize("count", [0, 1])
def test_an_approval_needs_two_officers(count: int) -> None:
    # 310号令第五条: 2名或者2名以上行政执法人员.
    approval = Approval(replace(REFERRAL, team=REFERRAL.team[:count]))

    assert missing(K.APPROVAL, approval, ISSUE) == ("referral.team",)


def test_an_officer_needs_the_number_of_his_licence() -> None:
    team = (REFERRAL.team[0], replace(REFERRAL.team[1], licence=""))

    assert missing(K.APPROVAL, Approval(replace(REFERRAL, team=team)), ISSUE) == ("referral.team",)


@pytest.mark.parametrize("kind", LETTERS)
def test_every_name_that_is_required_can_be_read(kind: LetterKind) -> None:
    assert missing(kind, EVERY[kind], ISSUE) == ()


def test_a_letter_is_not_written_from_the_facts_of_another() -> None:
    with pytest.raises(TypeError):
        write(K.REFERRAL, FEEDBACK, ISSUE)


# -- the other documents -----------------------------------------------------------------------


def test_the_approval_sheet_before_the_decision_has_places_to_write() -> None:
    words = said(K.APPROVAL, EVERY[K.APPROVAL], replace(ISSUE, number=""))

    assert "移送涉嫌犯罪案件审批表" in words
    assert "甲某某（执法证号：99000001）、己某某（执法证号：99000002）" in words
    assert "接到报告时间年月日时分" in words
    assert "批准移送□不批准移送，理由：" in words
    assert "3日内作出批准移送或者不批准移送的决定" in words


def test_the_approval_sheet_after_the_decision_tells_it_to_the_minute() -> None:
    decided = Approval(
        REFERRAL,
        reported_at=at_local(2026, 9, 16, 9, 5),
        decision=Decision.APPROVED,
        decided_at=at_local(2026, 9, 17, 16, 30),
        approver="庚某某",
        post=Post.ACTING_HEAD,
        post_basis="示委〔2026〕5号",
    )
    words = said(K.APPROVAL, decided)

    assert "接到报告时间2026年9月16日9时05分" in words
    assert "批准移送。主持工作的依据：示委〔2026〕5号。" in words
    assert "主持工作的负责人（签名）：庚某某2026年9月17日16时30分" in words
    assert "□" not in words


def test_a_refused_approval_has_its_reasons_on_record() -> None:
    # 310号令第五条第二款: 决定不批准的，应当将不予批准的理由记录在案.
    refused = Approval(REFERRAL, decision=Decision.REFUSED, refusal_reasons="金额未达到追诉标准。")

    assert "不批准移送。理由：金额未达到追诉标准。" in said(K.APPROVAL, refused)


def test_a_transfer_is_a_letter_with_its_list_and_receipt() -> None:
    issue = replace(ISSUE, receiver="示例市市场监督管理局", number="示财采函〔2026〕8号")
    written = write(K.TRANSFER, REFERRAL, issue)
    words = running(pages_of(written.document))

    assert written.document.form is Form.LETTER
    assert written.document.title == f"示例市财政局关于移送{CASE.name}的函"
    assert "三、初步查明的事实" in words
    assert "恶意串通（《中华人民共和国政府采购法》第七十七条第一款第三项）。" in words
    assert "并将处理结果书面函告我局" in words
    assert "移送材料清单" in words
    assert "案件移送回执" in words
    assert "罪" not in bare(written.document.title)


def test_a_service_return_has_a_place_for_refusal_and_witness() -> None:
    pages = pages_of(write(K.SERVICE, SERVICE, replace(ISSUE, number="")).document)

    assert len(pages) == 1
    for words in (
        "送达回证",
        "《涉嫌犯罪案件移送书》（示财案移〔2026〕1号）1份。",
        "受送达人示例市公安局",
        "直接送达□机要交换□邮寄送达□公文交换",
        "拒收事由",
        "见证人（签名）",
        "甲某某（执法证号：99000001）",
    ):
        assert words in pages[0]


def test_a_known_way_of_service_is_printed() -> None:
    papers = (*SERVICE.papers, ServedPaper("移送材料清单", "", 2))
    words = said(
        K.SERVICE, replace(SERVICE, method=Delivery.BY_HAND, papers=papers, place="示例市")
    )

    assert "送达方式直接送达" in words
    assert "；《移送材料清单》2份。" in words


def test_a_request_for_review_names_the_decision_and_the_article() -> None:
    written = write(K.REVIEW_REQUEST, OBJECTION, ISSUE)
    words = running(pages_of(written.document))

    assert written.document.form is Form.ENFORCEMENT
    assert written.document.title == "提请复议书"
    assert "2026年9月22日10时30分，我局收到你局2026年9月21日作出的《不予立案通知书》" in words
    assert "第九条第一款的规定，提请你局复议" in words
    assert "提请复议书回执" in words


def test_a_suggestion_of_supervision_rests_on_the_clause_of_its_case() -> None:
    issue = replace(ISSUE, receiver="示例市人民检察院")
    at_once = said(K.SUPERVISION, OBJECTION, issue)
    after_review = said(K.SUPERVISION, replace(OBJECTION, review=REVIEW), issue)

    assert "第九条第一款的规定，现建议你院依法进行立案监督" in at_once
    assert "复议" not in at_once
    assert "后，提请示例市公安局复议。2026年9月27日9时05分，我局收到" in after_review
    assert "第九条第二款的规定，现建议你院依法进行立案监督" in after_review


def test_a_request_for_feedback_is_neutral() -> None:
    written = write(K.FEEDBACK, FEEDBACK, ISSUE)
    words = running(pages_of(written.document))

    assert written.document.title == f"示例市财政局关于商请反馈{CASE.name}办理情况的函"
    assert "贵局于2026年9月18日15时20分签收" in words
    assert "1.是否作出立案或者不予立案的决定；2.是否需要补充材料。" in words
    for harsh in ("逾期", "超过", "督办", "催", "责令", "必须"):
        assert harsh not in words


@pytest.mark.parametrize(
    ("agency", "receiver", "words"),
    [
        ("示例市财政局", "示例市公安局甲区分局", "现依法将该案移送你局"),
        ("示例市发展和改革委员会", "示例市公安局", "我委在办理"),
        ("示例省财政厅", "示例省公安厅", "现依法将该案移送你厅"),
        ("示例市公共资源交易中心", "示例市公安局", "我单位在办理"),
    ],
)
def test_agencies_call_each_other_by_their_kind(agency: str, receiver: str, words: str) -> None:
    assert words in said(K.REFERRAL, REFERRAL, replace(ISSUE, agency=agency, receiver=receiver))


# -- the table ---------------------------------------------------------------------------------


def opening(author: AgencyRole, receiver: AgencyRole) -> list[LetterKind]:
    """The letters that open a matter; a clue is no case and comes beside them."""
    found = kinds_for(MatterKind.REFERRAL, Side.OPENER, author, receiver)
    return [k for k in found if LETTERS[k].step is StepKind.ISSUED and k is not K.CLUE]


@pytest.mark.parametrize("author", AgencyRole)
@pytest.mark.parametrize("receiver", AgencyRole)
def test_every_mechanism_has_one_letter_to_open_it_towards_anybody(
    author: AgencyRole, receiver: AgencyRole
) -> None:
    assert len(opening(author, receiver)) == 1


def test_the_police_get_a_referral_and_others_a_letter() -> None:
    assert opening(AgencyRole.FINANCE, AgencyRole.POLICE) == [K.REFERRAL]
    assert opening(AgencyRole.FINANCE, AgencyRole.MARKET) == [K.TRANSFER]


@pytest.mark.parametrize("receiver", [AgencyRole.POLICE, AgencyRole.FINANCE])
def test_an_audit_transfers_by_its_own_document_alone(receiver: AgencyRole) -> None:
    assert opening(AgencyRole.AUDIT, receiver) == [K.AUDIT_REFERRAL]


def test_a_suspected_crime_is_never_handed_over_as_a_clue() -> None:
    to_police = kinds_for(MatterKind.REFERRAL, Side.OPENER, AgencyRole.FINANCE, AgencyRole.POLICE)

    assert K.CLUE not in to_police


def test_every_letter_has_its_row_and_its_template() -> None:
    assert set(EVERY) == set(LETTERS)
    for row in LETTERS.values():
        assert (paths.resources() / "templates" / row.template).is_file()


@pytest.mark.parametrize("kind", LETTERS)
def test_dates_are_printed_without_leading_zeros(kind: LetterKind) -> None:
    words = said(kind, EVERY[kind], replace(ISSUE, day=date(2026, 3, 5)))

    assert "03月" not in words
    assert "月05日" not in words


@pytest.mark.parametrize("kind", LETTERS)
def test_no_letter_departs_from_the_prescribed_measures(kind: LetterKind) -> None:
    document = write(kind, EVERY[kind], ISSUE).document

    found = audit(pdf_of(document), document)

    # 7.3.5.5: lines may stand closer or wider to keep the signature with the text.
    assert [finding for finding in found if finding.point is not Point.PITCH] == []
