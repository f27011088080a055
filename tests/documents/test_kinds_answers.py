"""What the receiver of a case answers its sender with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.demo.sample_answers import (
    ACCEPTANCE,
    FILING,
    FORWARDING,
    NON_FILING,
    RESULT,
    SUPPLEMENT,
)
from app.demo.sample_letters import EVERY
from app.demo.samples import ISSUE
from app.documents.kinds.letters import LETTERS, LetterKind, kinds_for, missing, write
from app.documents.model import Form
from app.kernel.terms import AgencyRole, MatterKind
from app.rules.steps import Side, StepKind
from tests.documents.reading import pages_of, running, said

K = LetterKind
ANSWERS = tuple(kind for kind, row in LETTERS.items() if row.side is Side.COUNTERPART)
POLICE = replace(
    ISSUE,
    agency="示例市公安局",
    receiver="示例市财政局",
    handler="壬某某",
    number="示公立告字〔2026〕8号",
)
MARKET = replace(POLICE, agency="示例市市场监督管理局", number="示市监告〔2026〕8号")
STEPS = {
    K.ACCEPTANCE: StepKind.ACCEPTED,
    K.SUPPLEMENT: StepKind.SUPPLEMENT_ASKED,
    K.FORWARDING: StepKind.FORWARDED,
    K.FILING: StepKind.FILED,
    K.NON_FILING: StepKind.NOT_FILED,
    K.RESULT: StepKind.RESULT_REPORTED,
}


def test_each_answer_is_an_act_of_its_own() -> None:
    assert {kind: LETTERS[kind].step for kind in ANSWERS} == STEPS


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_names_the_letter_it_answers_by_title_and_number(kind: LetterKind) -> None:
    document = write(kind, EVERY[kind], POLICE).document
    letter = RESULT.letter if kind is K.RESULT else FILING.letter

    assert document.form is Form.ENFORCEMENT
    assert document.addressee == "示例市财政局"
    words = running(pages_of(document))
    assert f"你局2026年9月18日以《{letter.title}》（{letter.number}）移送的" in words


@pytest.mark.parametrize("kind", sorted(set(ANSWERS) - {K.ACCEPTANCE}))
def test_the_sender_signs_for_an_answer_to_the_minute(kind: LetterKind) -> None:
    receipt = write(kind, EVERY[kind], POLICE).document.receipt

    assert receipt is not None
    assert receipt.addressee == "示例市公安局"
    assert receipt.fields[-1].blank == "moment"


def test_an_acceptance_says_who_handles_it_and_how_to_ask() -> None:
    words = said(K.ACCEPTANCE, ACCEPTANCE, POLICE)

    assert (
        "我局于2026年9月18日15时20分接受，已予受案（受案登记表文号：示公（经）受案字〔2026〕21号）"
        in words
    )
    assert "承办单位：示例市公安局经济犯罪侦查支队。" in words
    assert "承办人：壬某某，联系电话：0000-4444444。" in words
    assert "查询方式：工作日来电或者来函查询。" in words


def test_an_acceptance_leaves_out_what_nobody_said() -> None:
    bare = replace(ACCEPTANCE, received_at=None, registration="", office="")
    words = said(K.ACCEPTANCE, bare, POLICE)

    assert "一案" not in words
    assert "我局已予受案。" in words
    assert "承办单位" not in words


def test_the_police_ask_for_what_is_missing_within_three_days_and_refuse_nothing() -> None:
    words = said(K.SUPPLEMENT, SUPPLEMENT, POLICE)

    assert "1.账户流水；2.投标文件电子版的提取笔录。" in words
    assert "第一百八十条第二款的规定，请你局自收到本通知书之日起三日以内补正" in words
    assert "不因材料不全而不接受" in words


def test_other_agencies_ask_without_a_period_of_the_police() -> None:
    words = said(K.SUPPLEMENT, replace(SUPPLEMENT, penal=False), MARKET)

    assert "刑事案件程序规定" not in words
    assert "三日" not in words


def test_a_case_sent_on_is_told_to_both_agencies() -> None:
    document = write(K.FORWARDING, FORWARDING, POLICE).document
    words = running(pages_of(document))

    assert document.copy_to == "样本市公安局"
    assert "不属于我局管辖。理由如下：主要犯罪地和犯罪嫌疑人居住地均在样本市。" in words
    assert "第一百七十五条的规定，现将该案连同案卷材料移送样本市公安局处理" in words


def test_filing_starts_the_three_days_for_the_articles() -> None:
    words = said(K.FILING, FILING, POLICE)

    assert "决定以涉嫌串通投标罪立案侦查" in words
    assert "第一百一十二条和《行政执法机关移送涉嫌犯罪案件的规定》第八条" in words
    assert "三日内将涉案物品以及与案件有关的其他材料移交我局" in words


def test_without_articles_only_the_other_materials_are_asked_for() -> None:
    words = said(K.FILING, replace(FILING, articles=False), POLICE)

    assert "涉案物品" not in words
    assert "三日内将与案件有关的其他材料移交我局" in words


def test_an_administrative_filing_speaks_of_no_crime() -> None:
    words = said(K.FILING, replace(FILING, penal=False, offence=""), MARKET)

    assert "决定立案调查" in words
    assert "犯罪事实" not in words
    assert "刑事诉讼法" not in words


def test_the_police_name_the_offence_they_file_under() -> None:
    assert missing(K.FILING, replace(FILING, offence=""), POLICE) == ("offence",)
    assert missing(K.FILING, replace(FILING, offence="", penal=False), MARKET) == ()


def test_a_refusal_to_file_has_reasons_a_remedy_and_the_file_back() -> None:
    words = said(K.NON_FILING, NON_FILING, POLICE)

    assert "决定不予立案。理由如下：现有证据不足以证明有犯罪事实。" in words
    assert "第九条第一款的规定，自接到本通知书之日起三日内提请我局复议" in words
    assert "也可以建议人民检察院依法进行立案监督" in words
    assert "退回下列案卷材料：1.案卷材料1册，共126页；2.评审系统日志光盘1张。" in words
    assert "和退回的案卷材料收到" in words


def test_a_refusal_of_another_agency_promises_no_review_by_the_police() -> None:
    words = said(K.NON_FILING, replace(NON_FILING, penal=False, returned=()), MARKET)

    assert "复议" not in words
    assert "退回" not in words


def test_a_result_is_told_with_its_basis_and_what_proves_it() -> None:
    words = said(K.RESULT, replace(RESULT, basis="《反不正当竞争法》第二十条"), MARKET)

    assert "现将处理结果反馈如下：2026年11月3日" in words
    assert "《中华人民共和国反不正当竞争法》第二十条" in words
    assert "附件：行政处罚决定书复印件" in words


# -- who writes them, and where ----------------------------------------------------------------


def test_only_the_police_acknowledge_a_case() -> None:
    market = kinds_for(MatterKind.REFERRAL, Side.COUNTERPART, AgencyRole.MARKET, AgencyRole.FINANCE)

    assert K.ACCEPTANCE not in market
    assert K.RESULT in market


def test_everybody_reports_results_from_here() -> None:
    assert not LETTERS[K.RESULT].house
    assert all(AgencyRole.POLICE in LETTERS[kind].house for kind in set(ANSWERS) - {K.RESULT})
    assert all(AgencyRole.FINANCE not in LETTERS[kind].house for kind in ANSWERS)
