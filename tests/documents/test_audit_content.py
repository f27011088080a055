"""What a document says before it is issued: what it must not lack, what is told of its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app import wording
from app.demo.sample_papers import TYPICAL
from app.demo.samples import ISSUE
from app.documents.audit import Element, Finding, Issuing
from app.documents.audit.content import content_findings
from app.documents.kinds.letters import LetterKind, write
from app.documents.model import (
    Annex,
    Block,
    Cell,
    OfficialDocument,
    Row,
    Signature,
    Table,
    text,
)
from app.documents.standard import Strength
from tests.documents.forms import DOCUMENT, MINUTES
from tests.documents.samples import LETTER, REFERRAL

NOBODY = Issuing()
ISSUED = (DOCUMENT, LETTER, REFERRAL)
UNDER_HEADINGS = (text("一、基本情况", 1), text("（一）由来", 2))


def found(
    document: OfficialDocument, element: Element, issuing: Issuing = NOBODY
) -> tuple[Finding, ...]:
    return tuple(each for each in content_findings(document, issuing) if each.element is element)


def saying(words: str) -> OfficialDocument:
    return replace(LETTER, body=(*LETTER.body, text(words)))


# -- what is no letter without ---------------------------------------------------------------


@pytest.mark.parametrize("document", ISSUED, ids=lambda each: each.form)
@pytest.mark.parametrize(
    ("lacking", "element", "clause"),
    [
        ({"title": ""}, Element.TITLE, "7.3.1"),
        ({"title": "　\n"}, Element.TITLE, "7.3.1"),
        ({"title": "\u200b……"}, Element.TITLE, "7.3.1"),
        ({"body": ()}, Element.BODY, "7.3.3"),
        ({"body": UNDER_HEADINGS}, Element.BODY, "7.3.3"),
        ({"body": (*UNDER_HEADINGS, text("　"))}, Element.BODY, "7.3.3"),
        ({"signature": None}, Element.SIGNATURE, "7.3.5"),
        ({"signature": Signature("", date(2026, 11, 5), sealed=True)}, Element.SIGNATURE, "7.3.5"),
    ],
)
def test_a_letter_that_lacks_what_makes_it_one_is_blocked(
    document: OfficialDocument, lacking: dict[str, object], element: Element, clause: str
) -> None:
    (finding,) = found(replace(document, **lacking), element)  # type: ignore[arg-type]

    assert finding.blocks
    assert finding.clause == clause
    assert f"第{clause}条，规定" in wording.finding_text(finding)


@pytest.mark.parametrize("document", ISSUED, ids=lambda each: each.form)
def test_what_follows_a_heading_in_its_paragraph_is_body_text(document: OfficialDocument) -> None:
    body = (text("一、基本情况。", 1, "我局收到举报。"),)

    assert found(replace(document, body=body), Element.BODY) == ()


def test_minutes_need_a_title_and_a_body_and_nobody_signs_them() -> None:
    bare = replace(MINUTES, title="", body=(), signature=None)

    assert {each.element for each in content_findings(bare, NOBODY) if each.blocks} == {
        Element.TITLE,
        Element.BODY,
    }


def test_a_record_signed_by_hand_in_its_text_needs_no_other_signature() -> None:
    """涉案物品交接单: both sides sign in its last table."""
    place = Table((1, 1), (), (Row((Cell("移交人"), Cell("", foot="（签名）"))),))
    record = replace(REFERRAL, signature=None, body=(*REFERRAL.body, Block(table=place)))
    letter = replace(LETTER, signature=None, body=(*LETTER.body, Block(table=place)))

    assert found(record, Element.SIGNATURE) == ()
    assert found(letter, Element.SIGNATURE) != ()


# -- days that lie before the letter ---------------------------------------------------------


@pytest.mark.parametrize("element", [Element.MEETING_DAY, Element.REPLY_BY, Element.WANTED_BY])
def test_a_day_asked_for_before_the_letter_was_written_is_told(element: Element) -> None:
    asked = Issuing(ahead=((element, date(2026, 11, 21)),))

    (finding,) = found(LETTER, element, asked)

    assert not finding.blocks
    assert finding.strength is Strength.PRACTICE
    assert "2026年11月21日，早于发文的2026年11月22日" in wording.finding_text(finding)
    assert found(LETTER, element, Issuing(ahead=((element, date(2026, 11, 22)),))) == ()


def test_a_letter_without_its_day_is_compared_with_today() -> None:
    draft = replace(LETTER, number="", signature=Signature("示例市财政局", None, sealed=True))
    asked = Issuing(ahead=((Element.WANTED_BY, date(2026, 11, 4)),))

    assert found(draft, Element.WANTED_BY, asked) == ()
    assert found(draft, Element.WANTED_BY, replace(asked, today=date(2026, 11, 5))) != ()


# -- full names ------------------------------------------------------------------------------

KNOWN = Issuing(members=("示例市公安局", "示例市市场监督管理局", "示例市甲区公安局"))


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("公安局", "示例市公安局"),
        ("市公安局", "示例市公安局"),
        ("示例市市场监管局", "示例市市场监督管理局"),
        ("甲区公安局", "示例市甲区公安局"),
        ("示例市公安局、市场监督管理局", "示例市市场监督管理局"),
    ],
)
def test_a_shortened_name_of_a_known_agency_is_told_with_its_full_name(
    typed: str, full: str
) -> None:
    (finding,) = found(replace(LETTER, addressee=typed), Element.ADDRESSEE, KNOWN)

    assert (finding.expected, finding.strength) == (full, Strength.RECOMMENDED)


@pytest.mark.parametrize(
    "typed",
    [
        "示例市公安局",
        "样本市公安局",
        "示例市公安局甲分局",
        "各区县财政局",
        "示例市公安局，样本市审计局",
    ],
)
def test_full_names_and_agencies_we_do_not_know_pass(typed: str) -> None:
    assert found(replace(LETTER, addressee=typed), Element.ADDRESSEE, KNOWN) == ()


# -- marks -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mark", ["机密★1年", "秘密☆", "绝密*", "绝密＊", "机密 ★", "秘密　※", "机 密★", "机密\u00a0★"]
)
def test_a_mark_of_secrecy_is_found_however_it_is_typed(mark: str) -> None:
    (finding,) = found(saying(mark), Element.SECRET)

    assert finding.blocks


@pytest.mark.parametrize("words", ["涉及商业秘密的，应当保密。", "不得泄露国家秘密。"])
def test_talk_of_secrets_is_no_mark(words: str) -> None:
    assert found(saying(words), Element.SECRET) == ()


@pytest.mark.parametrize("words", ["（此页无正文）", "此页 无正文", "此 页　无 正 文"])
def test_a_page_without_text_is_not_announced(words: str) -> None:
    (finding,) = found(saying(words), Element.BLANK_PAGE)

    assert finding.blocks


# -- attachments the text names --------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("有关情况详见附件3。", ("甲", "乙")),
        ("见附件2", ("甲",)),
        ("具体见附件 2。", ("甲",)),
        ("（见附件三）", ("甲", "乙")),
        ("详见附件1、3。", ("甲", "乙")),
        ("详见附件1和附件3。", ("甲", "乙")),
        ("详见附件。", ()),
    ],
)
def test_an_attachment_that_is_not_there_is_told(words: str, names: tuple[str, ...]) -> None:
    (finding,) = found(replace(saying(words), attachments=names, annexes=()), Element.REFERENCE)

    assert (finding.clause, finding.strength) == ("7.3.4", Strength.RECOMMENDED)
    assert "附件说明里没有这个附件" in wording.finding_text(finding)


@pytest.mark.parametrize(
    "words",
    [
        "详见附件。",
        "见附件1、2。",
        "见附件二",
        "见附件2026年统计表",
        "《通知》附件3",
        "见附件一般情况",
    ],
)
def test_an_attachment_that_is_there_or_is_of_another_paper_is_not(words: str) -> None:
    document = replace(saying(words), attachments=("甲", "乙"))

    assert found(document, Element.REFERENCE) == ()


# -- 典型案例 ---------------------------------------------------------------------------------

SHIELDED = Issuing(desensitised=True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("丁某某（身份证号990000199001010017）", "990000199001010017"),
        ("丁某某，99000019900101001X。", "99000019900101001X"),
        ("电话１３８００００００００。", "13800000000"),
        ("电话138-0000-0000。", "138-0000-0000"),
        ("某公司（91990000MA0000015Q）", "91990000MA0000015Q"),
    ],
)
def test_a_typical_case_that_tells_who_it_was_is_told_to_hide_it(words: str, told: str) -> None:
    case = replace(TYPICAL, facts=f"{TYPICAL.facts}{words}")
    document = write(LetterKind.TYPICAL_CASE, case, ISSUE).document

    (finding,) = found(document, Element.PRIVATE, SHIELDED)

    assert (finding.actual, finding.strength) == (told, Strength.PRACTICE)
    assert f"{told}，应当隐去" in wording.finding_text(finding)
    assert found(document, Element.PRIVATE) == ()


def test_a_list_of_a_typical_case_is_looked_through_and_its_contact_is_not() -> None:
    document = write(LetterKind.TYPICAL_CASE, replace(TYPICAL, public=False), ISSUE).document
    listed = replace(document, annexes=(Annex("", "名单", (text("13800000000"),)),))
    contact = replace(document, contact="联系人：甲某某，联系电话：13800000000")

    assert found(listed, Element.PRIVATE, SHIELDED) != ()
    assert found(contact, Element.PRIVATE, SHIELDED) == ()


def test_long_numbers_that_name_nobody_are_left_alone() -> None:
    case = replace(TYPICAL, facts="预算金额1234567890123456789元，项目编号SL-2026-13800000000001。")
    document = write(LetterKind.TYPICAL_CASE, case, ISSUE).document

    assert found(document, Element.PRIVATE, SHIELDED) == ()
