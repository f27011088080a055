"""What a 涉嫌犯罪案件移送书 says, read back from its PDF, and what it leaves out."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from app.demo.samples import (
    BARE,
    CASE,
    COMPANY,
    FACTS,
    ISSUE,
    PROJECT,
    REFERRAL,
    material,
)
from app.documents.kinds.facts import Approval
from app.documents.kinds.letters import LetterKind, write
from app.documents.model import Form, texts
from app.kernel.errors import UncoveredCharactersError
from app.kernel.terms import (
    MaterialKind,
    ProcurementMethod,
)
from tests.documents.reading import bare, pages_of, pdf_of, running, said

K = LetterKind


# -- 涉嫌犯罪案件移送书 ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "示例市财政局涉嫌犯罪案件移送书",
        "示财案移〔2026〕1号",
        "示例市公安局：",
        # 来源
        "我局在办理示例科技有限公司等三家供应商涉嫌串通投标案（案件编号：示财监案〔2026〕7号）中",
        "发现当事人的行为涉嫌构成串通投标罪，现依法将该案移送你局",
        "一、案件来源和发现经过本案来源于投诉举报，我局于2026年9月1日发现",
        "示例市实验学校教学设备采购项目（项目编号：SL-2026-0001），采购人为示例市实验学校",
        "采购方式为公开招标，预算金额450万元，2026年6月30日开标，中标供应商为示例科技有限公司",
        "合同金额418万元",
        # 当事人
        "1.示例科技有限公司（供应商），统一社会信用代码：91990000MA0000015Q，住所：示例市乙路2号",
        "法定代表人（主要负责人）：丙某某，联系电话：0000-3333333。",
        "2.丁某某（评审专家），居民身份证号码：990000199001010017，住址：示例市丁路1号。",
        # 事实
        bare(FACTS),
        "以上事实涉及金额418万元",
        # 证据, in the order of 刑事诉讼法第五十条, with their lines
        "1.书证2件：三家供应商投标文件（材料清单第5项）；保证金转账凭证。",
        "2.电子数据1件：电子评审系统日志（材料清单第6项）。",
        # 罪名和依据
        "三家供应商相互串通投标报价",
        "依照《中华人民共和国刑法》第二百二十三条和《最高人民检察院、公安部关于公安机关管辖的刑事案件"
        "立案追诉标准的规定（二）》第六十八条的规定，涉嫌构成串通投标罪，依法需要追究刑事责任",
        "《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条、《中华人民共和国行政处罚法》"
        "第二十七条第一款的规定，应当移送公安机关",
        # 措施、处理
        "六、已采取的措施和已作出的行政处理已对投标文件和评标录像先行登记保存。",
        "作出警告的行政处罚（示财监罚〔2026〕3号）",
        # 请求
        "在本移送书的回执上签字，依照《行政执法机关移送涉嫌犯罪案件的规定》第八条的规定作出立案或者不予立案"
        "的决定，并书面通知我局",
        "退回案卷材料",
        "第七条的规定转送有管辖权的机关",
        "第十二条的规定移交涉案物品",
        "样本商贸有限公司账户流水待取得后补送",
        # 附件、署名、附注、抄送
        "附件：1.移送材料清单2.涉案物品清单3.涉嫌犯罪案件情况的调查报告4.三家供应商投标文件",
        "示例市财政局2026年9月18日（主办人：甲某某，联系电话：0000-1111111）",
        "抄送：示例市人民检察院。",
        # 回执
        "涉嫌犯罪案件移送书回执",
        "你局移送示例科技有限公司等三家供应商涉嫌串通投标案的《涉嫌犯罪案件移送书》（示财案移〔2026〕1号）和"
        "《移送材料清单》所列材料（共5项、6份、303页）收到",
        "不属于本机关管辖，转送下列机关",
        "签收人（签名）：",
        "签收单位（盖章）：",
        "年月日时分",
        # 清单
        "附件1",
        "无：本案不涉及检验、鉴定",
        "待补：已向银行调取",
        "合计（不含无和待补的材料）6303共5项",
        "abababab" * 8,
        "附件2",
        "加密锁CA-2型3个序列号末四位0011完好示例市财政局登记保存清单附照片",
        "持有人或者见证人（签名）",
    ],
)
def test_the_referral_says(words: str, referral_text: str) -> None:
    assert bare(words) in referral_text


@pytest.fixture(scope="module")
def referral_text() -> str:
    return said(K.REFERRAL, REFERRAL)


def test_the_referral_is_never_called_a_letter_or_a_clue(referral_text: str) -> None:
    # Either name would weaken its effect under 国务院令第310号.
    document = write(K.REFERRAL, REFERRAL, ISSUE).document

    assert document.form is Form.ENFORCEMENT
    assert document.title == "涉嫌犯罪案件移送书"
    assert "函" not in referral_text
    assert "线索" not in referral_text


@pytest.mark.parametrize(
    "words",
    [
        "案件编号",
        "涉案采购项目",
        "统一社会信用代码",
        "住所",
        "法定代表人",
        "联系电话：。",
        "涉及金额",
        "已取得的证据",
        "立案追诉标准",
        "采取的措施",
        "行政处理",
        "涉案物品",
        "第十二条",
        "补送",
        "校验值",
        "SHA-256",
        "None",
        "、。",
        "（）",
        "，。",
    ],
)
def test_what_the_record_does_not_have_is_left_out(words: str) -> None:
    assert words not in said(K.REFERRAL, BARE)


def test_sections_are_numbered_without_a_gap_when_some_are_left_out() -> None:
    words = said(K.REFERRAL, BARE)

    assert "三、涉嫌犯罪事实" in words
    assert "四、涉嫌罪名和移送依据" in words
    assert "五、移送意见" in words


@pytest.mark.parametrize(
    ("measures", "penalties", "heading"),
    [
        ("已登记保存。", "", "已采取的措施已登记保存。"),
        ("", "已作出警告。", "已作出的行政处理已作出警告。"),
    ],
)
def test_the_heading_fits_what_was_done(measures: str, penalties: str, heading: str) -> None:
    facts = replace(BARE, case=replace(BARE.case, measures=measures, penalties=penalties))

    assert heading in said(K.REFERRAL, facts)


def test_one_party_has_no_number() -> None:
    assert "二、当事人基本情况示例科技有限公司（供应商）。" in said(K.REFERRAL, BARE)


def test_a_hundred_parties_are_named_each_under_its_number() -> None:
    parties = tuple(replace(COMPANY, name=f"示例第{number}有限公司") for number in range(1, 102))
    made = write(K.REFERRAL, replace(REFERRAL, case=replace(CASE, parties=parties)), ISSUE)

    said = [words for part, words in texts(made.document) if part == "body"]
    assert any("101." in words and "示例第101有限公司" in words for words in said)


def test_a_purchase_without_tender_is_not_described_in_words_of_a_tender() -> None:
    project = replace(PROJECT, method=ProcurementMethod.NEGOTIATION)
    words = said(K.REFERRAL, replace(REFERRAL, case=replace(CASE, project=project)))

    assert "采购方式为竞争性谈判" in words
    assert "2026年6月30日开启响应文件，成交供应商为" in words
    assert "开标" not in words


def test_many_other_materials_are_named_together_and_listed_one_by_one() -> None:
    many = tuple(material(MaterialKind.OTHER, f"询问笔录之{n}") for n in range(1, 9))
    words = said(K.REFERRAL, replace(REFERRAL, materials=(*REFERRAL.materials[:2], *many)))

    assert "4.其他有关涉嫌犯罪的材料8项（见移送材料清单）" in words
    assert words.count("询问笔录之8") == 1


def test_the_note_of_attachments_stays_short_whatever_is_enclosed() -> None:
    kind = MaterialKind.INVESTIGATION_REPORT
    many = tuple(material(kind, f"调查报告之{n}") for n in range(1, 31))
    document = write(K.REFERRAL, replace(REFERRAL, materials=many), ISSUE).document

    assert len(document.attachments) == 8
    assert document.attachments[-1] == "其他有关涉嫌犯罪的材料25项（见移送材料清单）"


def test_laws_are_named_by_their_full_titles() -> None:
    short = replace(BARE, offence_article="《刑法》第二百二十三条", bases=("《政府采购法》第三条",))
    words = said(K.REFERRAL, short)

    assert "依照《中华人民共和国刑法》第二百二十三条的规定" in words
    assert "依照《中华人民共和国政府采购法》第三条的规定" in words
    assert "《刑法》" not in words


# -- drafts, marks, exercises ------------------------------------------------------------------


def test_a_draft_leaves_number_and_date_blank_and_bears_no_mark() -> None:
    draft = replace(ISSUE, number="", day=None)
    document = write(K.REFERRAL, REFERRAL, draft).document
    words = running(pages_of(document))

    assert document.check is None
    assert document.number == ""
    assert document.signature is not None
    assert document.signature.day is None
    assert "《涉嫌犯罪案件移送书》（文号：）" in words
    assert "校验码" not in words


def test_an_exercise_says_so_on_every_page() -> None:
    document = write(K.REFERRAL, REFERRAL, replace(ISSUE, exercise=True)).document

    assert all("演练样张无效" in bare(page) for page in pages_of(document))


def test_the_check_code_stands_on_the_list_and_the_receipt_and_nowhere_else() -> None:
    document = write(K.REFERRAL, REFERRAL, ISSUE).document
    assert document.check is not None

    marked = [page for page in pages_of(document) if document.check.code in page]
    assert len(marked) == 2
    assert "移送材料清单" in marked[0]
    assert "回执" in marked[1]


# -- text as it is -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["A&B公司", "<font size=40>", "{{ case.name }}", "# 一", "a|b//c"])
def test_text_that_looks_like_markup_is_printed_as_typed(name: str) -> None:
    party = replace(COMPANY, name=name)
    case = replace(CASE, parties=(party,), facts=f"{name}\n# {name}\n== body ==")
    words = said(K.REFERRAL, replace(REFERRAL, case=case))

    assert f"{bare(name)}（供应商）" in words
    assert f"三、涉嫌犯罪事实{bare(name)}#{bare(name)}==body==" in words


def test_a_name_of_120_characters_is_printed_whole_wherever_it_stands() -> None:
    long = "示例" * 58 + "有限公司"
    case = replace(CASE, name=f"{long}涉嫌串通投标案", parties=(replace(COMPANY, name=long),))
    words = said(K.REFERRAL, replace(REFERRAL, case=case))

    assert words.count(long) == 5
    assert len(long) == 120


def test_facts_of_10000_characters_are_printed_whole_in_a_moment() -> None:
    facts = "经查，示例科技有限公司与样本商贸有限公司串通投标。" * 400
    referral = replace(REFERRAL, case=replace(CASE, facts=facts))
    pdf_of(write(K.REFERRAL, BARE, ISSUE).document)

    started = time.perf_counter()
    pages = pages_of(write(K.REFERRAL, referral, ISSUE).document)

    assert len(facts) == 10_000
    assert running(pages).count("串通投标。") == 400
    assert len(pages) > 20
    assert time.perf_counter() - started < 10


def test_the_list_its_digests_and_its_signatures_stand_on_one_page() -> None:
    pages = pages_of(write(K.REFERRAL, REFERRAL, ISSUE).document)
    (page,) = (page for page in pages if "电子材料的校验值" in page)

    for words in ("附件1", "移送单位", "（两名执法人员签名）", "接收时间"):
        assert words in page


def test_a_long_approval_sheet_tells_the_whole_case() -> None:
    facts = "经查，示例科技有限公司与样本商贸有限公司串通投标。" * 400
    approval = Approval(replace(REFERRAL, case=replace(CASE, facts=facts)))

    pages = pages_of(write(K.APPROVAL, approval, ISSUE).document)

    assert running(pages).count("串通投标。") == 400


def test_a_character_the_markup_reserves_is_refused() -> None:
    case = replace(CASE, facts="甲\ufdd0乙")

    with pytest.raises(UncoveredCharactersError) as refused:
        write(K.REFERRAL, replace(REFERRAL, case=case), ISSUE)

    assert refused.value.found == (("", "\ufdd0", "U+FDD0"),)
