"""What the lists, records and letters say that go beside a 移送书."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.demo.samples import (
    AUDIT,
    BARE,
    CLUE,
    DISCIPLINE,
    HANDOVER,
    ISSUE,
    LISTS,
    NOT_REFERRED,
    OPINION_REPLY,
    REMINDER,
)
from app.documents.kinds.facts import Approval, Issue
from app.documents.kinds.facts_casework import DisciplineClue
from app.documents.kinds.letters import LETTERS, LetterKind, missing, write
from app.documents.model import Blank, Form
from app.kernel.clock import at_local
from app.kernel.terms import AgencyRole
from app.rules.papers import Reference
from tests.documents.reading import pages_of, running, said

K = LetterKind
TO_MARKET = replace(ISSUE, receiver="示例市市场监督管理局", number="示财采函〔2026〕9号")
FROM_AUDIT = replace(
    ISSUE, agency="示例市审计局", receiver="示例市财政局", number="示审移〔2026〕1号"
)
UNNUMBERED = replace(ISSUE, number="")


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        (K.MATERIALS, Form.TABLE),
        (K.ARTICLES, Form.TABLE),
        (K.HANDOVER, Form.ENFORCEMENT),
        (K.NOT_REFERRED, Form.ENFORCEMENT),
        (K.AUDIT_REFERRAL, Form.ENFORCEMENT),
        (K.CLUE, Form.LETTER),
        (K.DISCIPLINE_CLUE, Form.LETTER),
        (K.REMINDER, Form.LETTER),
        (K.OPINION_REPLY, Form.LETTER),
    ],
)
def test_each_has_the_form_its_kind_of_document_takes(kind: LetterKind, form: Form) -> None:
    assert LETTERS[kind].form is form


def test_a_list_of_materials_alone_is_signed_by_both_sides() -> None:
    words = said(K.MATERIALS, LISTS, UNNUMBERED)

    for part in (
        "移送文书：涉嫌犯罪案件移送书（示财案移〔2026〕1号）",
        "原件或复印件",
        "无：本案不涉及检验、鉴定",
        "合计（不含无和待补的材料）",
        "abababab",
        "移送单位示例市财政局（盖章）接收单位示例市公安局（盖章）",
        "（两名执法人员签名）",
    ):
        assert part in words


def test_a_list_of_articles_tells_of_each_all_that_identifies_it() -> None:
    words = said(K.ARTICLES, LISTS, UNNUMBERED)

    for column in (
        "规格型号",
        "数量及单位",
        "特征（序列号等）",
        "状况",
        "存放地点",
        "来源文书",
        "备注",
    ):
        assert column in words
    assert "1加密锁CA-2型3个序列号末四位0011完好" in words
    assert "持有人或者见证人（签名）" in words
    assert "合计共1种" in words


def test_a_list_without_articles_is_not_printed() -> None:
    assert missing(K.ARTICLES, replace(LISTS, referral=BARE), ISSUE) == ("referral.articles",)


def test_articles_are_handed_over_against_the_notice_of_filing() -> None:
    words = said(K.HANDOVER, HANDOVER, UNNUMBERED)

    assert "你局已以《立案告知书》（示公立告字〔2026〕8号）通知立案" in words
    assert "2026年9月22日10时30分收到通知" in words
    assert "《行政执法机关移送涉嫌犯罪案件的规定》第十二条" in words
    assert "样本商贸有限公司账户流水，共1项" in words
    assert "加密锁由示例市公安局保管" in words
    assert "本单一式两份" in words


def test_a_handover_says_only_what_the_record_has() -> None:
    bare = replace(HANDOVER, referral=BARE, filing_received_at=None, custody="")
    words = said(K.HANDOVER, bare, UNNUMBERED)

    assert "一、与案件有关的其他材料" in words
    assert "收到通知" not in words
    assert "保管约定" not in words
    assert "本次另行移交" in words


def test_reasons_not_to_refer_are_on_record_with_who_decided_and_when() -> None:
    words = said(K.NOT_REFERRED, NOT_REFERRED)

    for part in (
        "不予移送理由记录",
        "专案组于2026年9月15日9时05分提出移送涉嫌犯罪案件的书面报告",
        "2026年9月16日16时30分，正职负责人庚某某决定不批准移送",
        "第五条第二款的规定，将不予批准的理由记录如下",
        "三、与追诉标准的对照",
        "现有证据不足以证明达到立案追诉标准。",
        "《中华人民共和国政府采购法》第七十七条",
        "作出决定的负责人",
    ):
        assert part.replace("中华人民共和国", "") in words.replace("中华人民共和国", "")


def test_a_record_of_the_house_is_sent_to_nobody() -> None:
    document = write(K.NOT_REFERRED, NOT_REFERRED, ISSUE).document

    assert document.addressee == ""
    assert document.receipt is None
    assert document.copy_to == ""


def test_a_refusal_without_its_grounds_is_no_record() -> None:
    empty = replace(NOT_REFERRED, standard="", reasons=" ", handling="")

    assert missing(K.NOT_REFERRED, empty, ISSUE) == ("standard", "reasons", "handling")


def test_an_audit_tells_the_audit_the_finding_and_the_duty_to_answer() -> None:
    written = write(K.AUDIT_REFERRAL, AUDIT, FROM_AUDIT)
    words = running(pages_of(written.document))

    assert written.document.title == "审计移送处理书"
    for part in (
        "审计项目：示例市实验学校2025年度预算执行情况审计。",
        "审计范围和期间：2025年1月至2026年6月的政府采购活动。",
        "（二）审计发现的事实",
        "（三）定性及依据",
        "建议依法查处有关供应商恶意串通的行为。",
        "《中华人民共和国审计法》第四十五条",
        "将处理结果书面告知我局",
    ):
        assert part in words
    assert written.document.attachments[:2] == ("移送材料清单", "审计取证单")


def test_an_audit_without_a_finding_in_the_catalogue_leaves_its_part_out() -> None:
    words = said(K.AUDIT_REFERRAL, replace(AUDIT, referral=replace(BARE, offence="")), FROM_AUDIT)

    assert "定性及依据" not in words
    assert "（三）审计意见" in words


def test_a_clue_says_that_nothing_is_proved() -> None:
    written = write(K.CLUE, CLUE, TO_MARKET)
    words = running(pages_of(written.document))

    assert written.document.title.endswith("线索的函")
    assert "初步掌握，未经调查核实" in words
    assert "请将知悉范围限于承办人员" in words
    assert "请贵局依法核查处理，并将核查和处理结果书面函告我局" in words
    assert "线索移送回执" in words
    assert written.document.attachments == ("移送材料清单",)
    assert [annex.label for annex in written.document.annexes] == ["附件"]


def test_a_clue_without_materials_has_no_list() -> None:
    document = write(
        K.CLUE, replace(CLUE, referral=replace(BARE, materials=())), TO_MARKET
    ).document

    assert document.attachments == ()
    assert document.annexes == ()


def test_agencies_of_one_system_call_their_lower_ones_simply() -> None:
    downward = replace(ISSUE, receiver="示例市甲区财政局", downward=True)

    assert "请你局予以办理" in said(K.REMINDER, REMINDER, downward)
    assert "请贵局予以办理" in said(K.REMINDER, REMINDER, ISSUE)


def test_a_transfer_to_another_agency_is_approved_without_an_offence() -> None:
    approval = Approval(replace(AUDIT.referral, offence="", offence_article=""), penal=False)
    words = said(K.APPROVAL, approval, UNNUMBERED)

    assert "案件移送审批表" in words
    assert "应当移送有权处理的机关" in words
    assert "涉嫌罪名" not in words
    assert missing(K.APPROVAL, replace(approval, penal=True), ISSUE) == (
        "referral.offence",
        "referral.offence_article",
    )


# -- 催办 --------------------------------------------------------------------------------------


def test_a_reminder_names_the_period_by_law_and_stays_neutral() -> None:
    written = write(K.REMINDER, REMINDER, ISSUE)
    words = running(pages_of(written.document))

    assert written.document.title.startswith("示例市财政局关于催办")
    assert "贵局于2026年9月18日15时20分签收" in words
    assert "审查并决定是否立案：依照《公安机关办理经济犯罪案件的若干规定》第十六条的规定，" in words
    assert "期限至2026年9月28日。" in words
    assert "截至2026年10月12日，我局未见下列事项的书面通知" in words
    assert "并于2026年10月20日前将办理情况函告我局" in words
    assert "依法延长期限的，请告知延长的依据和期限" in words
    for harsh in ("逾期", "督办", "责令", "必须", "严肃"):
        assert harsh not in words


def test_a_reminder_of_one_period_fills_one_page_and_numbers_nothing() -> None:
    pages = pages_of(write(K.REMINDER, REMINDER, ISSUE).document)

    assert len(pages) == 1
    assert "1.审查" not in pages[0]
    assert "起算" not in pages[0]


def test_a_reminder_of_two_periods_numbers_them_and_says_since_when_each_runs() -> None:
    (one,) = REMINDER.overdue
    later = replace(one, matter="书面通知", since=at_local(2026, 9, 19, 9, 0))
    words = said(K.REMINDER, replace(REMINDER, overdue=(one, later)), ISSUE)

    assert "1.审查并决定是否立案" in words
    assert "期限至2026年9月28日；2.书面通知" in words
    assert words.count("起算") == 1
    assert "自2026年9月19日" in words


def test_nobody_is_reminded_of_nothing() -> None:
    assert missing(K.REMINDER, replace(REMINDER, overdue=()), ISSUE) == ("overdue",)


def test_the_procuratorate_gets_its_opinion_answered_by_name_and_number() -> None:
    issue = replace(ISSUE, receiver="示例市人民检察院")
    words = said(K.OPINION_REPLY, OPINION_REPLY, issue)

    assert "贵院2026年11月2日《检察意见书》（示检行检意〔2026〕5号）收悉。" in words
    assert "特此函复。" in words
    assert "附件：行政处罚决定书复印件" in words


def test_an_opinion_without_its_date_is_named_without_one() -> None:
    reply = replace(OPINION_REPLY, opinion=Reference("检察意见书", "示检〔2026〕5号", None))

    assert "贵局《检察意见书》（示检〔2026〕5号）收悉" in said(K.OPINION_REPLY, reply)


# -- 问题线索: paper only --------------------------------------------------------------------


def test_the_form_for_discipline_is_empty_and_bears_no_number() -> None:
    row = LETTERS[K.DISCIPLINE_CLUE]
    document = write(K.DISCIPLINE_CLUE, DisciplineClue(), Issue("", "", "", "")).document
    words = running(pages_of(document))

    assert row.blank
    assert not row.numbered
    assert (row.matter, row.step) == (None, None)
    assert document.number == document.agency == ""
    assert document.check is None
    for part in ("反映对象", "职级", "线索来源", "主要情况", "证据材料", "知悉范围", "一式两份"):
        assert part in words
    assert document.receipt is not None
    assert Blank.MOMENT in {field.blank for field in document.receipt.fields}


def test_all_that_can_be_written_on_the_form_for_discipline_has_its_place() -> None:
    words = said(
        K.DISCIPLINE_CLUE, DISCIPLINE, Issue("示例市财政局", "示例市纪委监委", "甲某某", "0")
    )

    for value in ("辛某某", "示例单位副职", "待核", "情况说明1份", "发现人、单位负责人"):
        assert value in words


def test_the_form_for_discipline_is_a_page_to_cut_and_a_page_to_fill() -> None:
    letter, sheet = pages_of(
        write(K.DISCIPLINE_CLUE, DISCIPLINE, Issue("局", "委", "", "")).document
    )

    assert "沿此线剪下" in letter
    assert "签收人（签名）" in letter
    assert "问题线索移送表" in sheet
    assert "填" not in letter


def test_what_opens_a_matter_needs_a_source_and_facts() -> None:
    referral = replace(AUDIT.referral, case=replace(AUDIT.referral.case, source="", facts=""))
    needed = ("referral.case.source", "referral.case.facts")

    assert missing(K.AUDIT_REFERRAL, replace(AUDIT, referral=referral), ISSUE) == needed
    assert missing(K.CLUE, replace(CLUE, referral=referral), ISSUE) == needed


def test_only_an_audit_writes_its_document() -> None:
    row = LETTERS[K.AUDIT_REFERRAL]

    assert row.is_for(AgencyRole.AUDIT, AgencyRole.FINANCE)
    assert not row.is_for(AgencyRole.FINANCE, AgencyRole.MARKET)


def test_a_day_stands_as_it_is_written() -> None:
    assert "2026年3月5日" in said(K.REMINDER, replace(REMINDER, noted=date(2026, 3, 5)))
