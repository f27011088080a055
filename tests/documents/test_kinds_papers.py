"""What the letters that stand alone say, and what each refuses to be without."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.demo.sample_papers import (
    BULLETIN,
    CONSULTATION,
    EVERY_PAPER,
    FIGURES,
    MEETING,
    MEMBERS,
    MINUTES,
    REPLY,
    REPORT,
    TYPICAL,
)
from app.demo.samples import ISSUE
from app.documents.audit import Issuing, audit
from app.documents.compose import compose
from app.documents.fonts.chain import bundled
from app.documents.kinds.facts import Issue
from app.documents.kinds.letters import LETTERS, LetterKind, missing, write
from app.documents.model import Form, OfficialDocument
from app.kernel.clock import at_local
from app.kernel.errors import PartTooTallError, UncoveredCharactersError
from app.rules import papers
from app.rules.papers import Figure, Ground, Item, Paper, Resolution
from tests.documents.reading import pages_of, running

K = LetterKind
NUMBERED = [kind for kind in EVERY_PAPER if not LETTERS[kind].blank]


def issued(facts: Paper, number: str = "示财采函〔2026〕13号") -> Issue:
    return replace(ISSUE, receiver=papers.receiver(facts), number=number)


def document(kind: LetterKind, facts: Paper) -> OfficialDocument:
    return write(kind, facts, issued(facts, "" if LETTERS[kind].blank else ISSUE.number)).document


def told(kind: LetterKind, facts: Paper) -> str:
    return running(pages_of(document(kind, facts)))


# -- the check before issue --------------------------------------------------------------------


@pytest.mark.parametrize("kind", NUMBERED)
def test_nothing_of_them_blocks_the_issue(kind: LetterKind) -> None:
    facts = EVERY_PAPER[kind]
    made = write(kind, facts, issued(facts)).document  # type: ignore[arg-type]
    issuing = Issuing(upward=kind is K.REPORT, attached=len(made.attachments))

    assert [found for found in audit(made, compose(made, bundled()), issuing) if found.blocks] == []


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        (K.CONSULTATION, Form.LETTER),
        (K.REPLY, Form.LETTER),
        (K.MEETING_NOTICE, Form.LETTER),
        (K.SIGN_IN, Form.TABLE),
        (K.MINUTES, Form.MINUTES),
        (K.BULLETIN, Form.DOCUMENT),
        (K.REPORT, Form.DOCUMENT),
        (K.TYPICAL_CASE, Form.DOCUMENT),
    ],
)
def test_each_has_the_form_its_kind_takes(kind: LetterKind, form: Form) -> None:
    assert document(kind, EVERY_PAPER[kind]).form is form  # type: ignore[arg-type]


# -- 咨询函 -------------------------------------------------------------------------------------


def test_a_consultation_tells_ground_item_questions_day_and_whom_to_ask() -> None:
    words = told(K.CONSULTATION, CONSULTATION)

    assert "该案案情重大、复杂，性质难以认定。" in words
    assert "财政部门可就刑事案件立案追诉标准、证据的固定和保全等问题咨询公安部门" in words
    assert "1.仅受托制作投标文件、未参与报价的供应商" in words
    assert "3.中标项目金额以预算金额还是中标金额计算？" in words
    assert "请贵局予以研究，并于2026年9月30日前函复我局" in words
    assert "请予函复。" in words
    assert "（联系人：甲某某，联系电话：0000-1111111）" in words


def test_a_consultation_without_its_optional_parts_does_not_mention_them() -> None:
    bare = replace(CONSULTATION, looked_up="", wanted_by=None, enclosures=(), basis="")
    words = told(K.CONSULTATION, bare)

    assert "已查阅" not in words
    assert "附件" not in words
    assert "前函复" not in words
    assert "三、咨询的问题" in words


def test_the_seven_days_are_only_named_where_they_are_asked_for_and_apply() -> None:
    cited = replace(CONSULTATION, opinion_cited=True)

    assert "七日" not in told(K.CONSULTATION, CONSULTATION)
    assert "高检会〔2006〕2号）对此类咨询的回复期限有七日的规定" in told(K.CONSULTATION, cited)


@pytest.mark.parametrize("change", [{"item": Item.UNLISTED}, {"grounds": (Ground.MAJOR,)}], ids=str)
def test_the_seven_days_are_refused_to_others_and_for_what_is_only_major(
    change: dict[str, object],
) -> None:
    asked = replace(CONSULTATION, opinion_cited=True, **change)  # type: ignore[arg-type]

    assert missing(K.CONSULTATION, asked, issued(asked)) == ("opinion_cited",)


def test_what_the_notice_does_not_name_rests_on_something_else() -> None:
    # R35: 审计 and 市场监管 may ask too, 按工作联系办理.
    unlisted = replace(CONSULTATION, item=Item.UNLISTED, basis="")
    based = replace(unlisted, basis="《审计法》第四十一条")

    assert missing(K.CONSULTATION, unlisted, issued(unlisted)) == ("basis",)
    words = told(K.CONSULTATION, based)
    assert "依照《中华人民共和国审计法》第四十一条的规定，现向贵局咨询。" in words
    assert "财政部门可就" not in words


def test_what_the_notice_names_is_asked_of_whom_it_names() -> None:
    astray = replace(CONSULTATION, addressees=("示例市审计局",))
    branch = replace(CONSULTATION, addressees=("示例市公安局甲区分局",))

    assert missing(K.CONSULTATION, astray, issued(astray)) == ("item",)
    assert missing(K.CONSULTATION, branch, issued(branch)) == ()
    # A name may be anything.
    assert papers.asks_the_right(replace(CONSULTATION, addressees=("某某总队",)))


def test_several_who_are_asked_are_addressed_as_such() -> None:
    both = replace(CONSULTATION, addressees=MEMBERS[:2], item=Item.UNLISTED)
    words = told(K.CONSULTATION, both)

    assert "示例市公安局、示例市审计局：" in words
    assert "有关问题需向各单位咨询" in words


def test_a_consultation_needs_a_ground() -> None:
    asked = replace(CONSULTATION, grounds=(), questions=())

    assert missing(K.CONSULTATION, asked, issued(asked)) == ("grounds", "questions")


# -- 复函 ---------------------------------------------------------------------------------------


def test_a_reply_refers_to_the_letter_and_answers_in_its_order() -> None:
    words = told(K.REPLY, REPLY)

    assert (
        "贵局《示例市财政局关于咨询某教学设备采购项目供应商涉嫌串通投标案有关问题的函》"
        "（示财采函〔2026〕12号）收悉。经研究，现函复如下：" in words
    )
    assert "一、关于仅受托制作投标文件的供应商是否可能构成共同行为的问题" in words
    assert "二、关于投标文件电子数据如何固定和保全的问题" in words
    assert "依据：《中华人民共和国刑法》第二十五条、第二百二十三条。" in words
    assert "四、需要说明的事项" in words
    assert "特此函复。" in words


def test_a_single_answer_has_no_numbers() -> None:
    words = told(K.REPLY, replace(REPLY, answers=REPLY.answers[2:]))

    assert "以中标通知书载明的中标金额计算。" in words
    assert "一、" not in words


def test_an_answer_that_says_nothing_is_named() -> None:
    silent = replace(REPLY, answers=(*REPLY.answers, replace(REPLY.answers[0], answer=" ")))

    assert missing(K.REPLY, silent, issued(silent)) == ("answers.answer",)


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("示例市财政局关于咨询某案有关问题的函", "咨询某案有关问题"),
        ("《示例市审计局关于某项目审计移交情况的咨询函》", "某项目审计移交情况"),
        ("某某海关关于协助提供资料的函", "协助提供资料"),
        ("来函", "来函"),
    ],
)
def test_what_a_letter_is_about_is_read_from_its_title(title: str, about: str) -> None:
    assert papers.about(title) == about


# -- 会议 ---------------------------------------------------------------------------------------


def test_a_notice_tells_when_where_who_and_what_and_asks_for_the_slip() -> None:
    made = document(K.MEETING_NOTICE, MEETING)
    words = running(pages_of(made))

    assert made.title.endswith("联席会议2026年第三次会议的通知")
    assert "2026年9月25日（星期五）上午9时30分。" in words
    assert "会议由示例市财政局分管负责人主持" in words
    assert "3.审议下一阶段联合检查安排。" in words
    assert "请于2026年9月23日前将参会回执送我局。" in words
    assert made.attachments == ("参会回执",)
    assert made.check is not None
    for label in ("参会单位", "姓名", "职务", "联系电话", "填报单位（盖章）"):
        assert label in words


@pytest.mark.parametrize("materials", [(), MEETING.materials], ids=["none", "some"])
def test_a_notice_that_wants_no_answer_has_no_slip(materials: tuple[str, ...]) -> None:
    made = document(K.MEETING_NOTICE, replace(MEETING, reply_by=None, materials=materials))

    assert made.signature is not None
    assert made.attachments == ()
    assert made.annexes == ()
    assert "回执" not in running(pages_of(made))


def test_a_slip_is_not_wanted_after_the_meeting() -> None:
    on_the_day = replace(MEETING, reply_by=date(2026, 9, 25))
    late = replace(MEETING, reply_by=date(2026, 9, 26))

    assert missing(K.MEETING_NOTICE, on_the_day, issued(on_the_day)) == ()
    assert missing(K.MEETING_NOTICE, late, issued(late)) == ("reply_by",)


def test_lines_typed_with_blanks_are_printed_without_and_blank_ones_not_at_all() -> None:
    typed = replace(
        MEETING,
        addressees=("　示例市公安局 ", ""),
        agenda=(" 通报情况", "　"),
        materials=(" ",),
    )
    made = document(K.MEETING_NOTICE, typed)
    words = running(pages_of(made))

    assert made.addressee == "示例市公安局"
    assert "1.通报情况。" in words
    assert "请准备下列材料" not in words
    assert missing(K.MEETING_NOTICE, replace(MEETING, agenda=(" ",)), ISSUE) == ("agenda",)


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [(8, 0, "上午8时。"), (12, 5, "中午12时05分。"), (14, 30, "下午2时30分。")],
)
def test_the_hour_is_told_as_people_say_it(hour: int, minute: int, words: str) -> None:
    at = at_local(2026, 9, 25, hour, minute)

    assert words in told(K.MEETING_NOTICE, replace(MEETING, starts_at=at))


def test_the_sheet_to_sign_has_lines_for_each_who_was_asked_on_one_page() -> None:
    pages = pages_of(document(K.SIGN_IN, MEETING))

    assert len(pages) == 1
    assert pages[0].count("示例市审计局") == 2
    assert "会议签到表" in pages[0]


def test_a_long_sheet_to_sign_repeats_its_head() -> None:
    many = replace(MEETING, addressees=tuple(f"示例市第{number}单位" for number in range(1, 16)))
    pages = pages_of(document(K.SIGN_IN, many))

    assert len(pages) > 2
    assert all("联系电话" in page for page in pages)


def test_minutes_tell_who_does_what_by_when_and_who_was_there() -> None:
    made = document(K.MINUTES, MINUTES)
    words = running(pages_of(made))

    assert made.mark == "示例市政府采购领域协同监管联席会议纪要"
    assert made.signature is not None
    assert not made.signature.sealed
    assert "制定投标文件电子数据固定和移送的操作指引" in words
    assert "2026年10月31日" in words
    assert "持续落实" in words
    assert [each.label for each in made.attendance] == ["出席", "请假", "列席"]
    assert "分送：示例市公安局，示例市审计局" in words


def test_minutes_begin_with_when_and_where_the_conference_met_and_who_called_it() -> None:
    assert (
        "2026年9月25日上午，示例市政府采购领域协同监管联席会议2026年第三次会议在示例市财政局三楼会议室召开。"
        "会议由示例市财政局召集，示例市财政局副局长庚某某主持。"
    ) in told(K.MINUTES, MINUTES)


@pytest.mark.parametrize(
    ("others", "named"),
    [
        ((), "示例市财政局关于"),
        (("示例市公安局",), "示例市财政局　示例市公安局关于"),
        (("示例市公安局", "示例市审计局", "示例市税务局"), "示例市财政局等四部门关于"),
    ],
)
def test_a_joint_title_names_up_to_three_issuers(others: tuple[str, ...], named: str) -> None:
    issue = replace(issued(BULLETIN), joint=others)

    assert write(K.BULLETIN, BULLETIN, issue).document.title.startswith(named)


def test_minutes_leave_out_who_was_not_missing() -> None:
    made = document(K.MINUTES, replace(MINUTES, absent=(), observers=()))

    assert [each.label for each in made.attendance] == ["出席"]


def test_what_was_agreed_runs_over_pages_under_a_repeated_head() -> None:
    many = tuple(
        Resolution(
            f"第{number}项工作按照会议要求推进落实", ("示例市财政局",), (), date(2026, 12, 1)
        )
        for number in range(1, 41)
    )
    pages = pages_of(document(K.MINUTES, replace(MINUTES, resolutions=many)))
    holding = [page for page in pages if "工作按照会议要求" in page]

    assert len(holding) > 2
    assert all("完成时限" in page for page in holding)
    assert all(f"第{number}项工作" in "".join(pages) for number in range(1, 41))


def test_nothing_agreed_is_without_a_unit() -> None:
    adrift = replace(MINUTES, resolutions=(Resolution("某事项", (), (), None),))

    assert missing(K.MINUTES, adrift, issued(adrift)) == ("resolutions.units",)


# -- 通报、报告 ---------------------------------------------------------------------------------


def test_a_bulletin_says_where_it_is_from_and_what_it_may_be_used_for() -> None:
    words = told(K.BULLETIN, BULLETIN)

    assert "示例市财政局2026年8月政府采购项目监督检查。" in words
    assert "不作为处理依据，不得对外公开。" in words
    assert "三、工作建议" in words
    assert "工作建议" not in told(K.BULLETIN, replace(BULLETIN, advice=()))


def test_a_report_to_a_superior_names_its_signer_and_others_do_not() -> None:
    level = replace(REPORT, upward=False, addressees=("示例市公安局",))

    assert document(K.REPORT, REPORT).signers == ("庚某某",)
    assert document(K.REPORT, level).signers == ()
    unsigned = replace(REPORT, signers=())
    assert missing(K.REPORT, unsigned, issued(unsigned)) == ("signers",)


def test_the_figures_are_added_up() -> None:
    words = told(K.REPORT, REPORT)

    assert "共发起各类协作事项8件次，办结5件次，正在办理3件次，具体如下。" in words
    assert "合计853" in words


def test_figures_of_many_go_into_a_list_across_pages_with_its_head_on_each() -> None:
    many = tuple(
        Figure(f"示例市第{number}单位", flow, 1, 1, 0, "")
        for number in range(1, 21)
        for flow in ("案件咨询", "案件移送", "信息通报")
    )
    made = document(K.REPORT, replace(REPORT, figures=many))
    pages = pages_of(made)
    holding = [page for page in pages if "信息通报" in page]

    assert made.attachments == ("运行情况统计表",)
    assert made.annexes[0].landscape
    assert len(holding) > 2
    assert all("单位事项发起办结在办备注" in page for page in holding)
    assert "合计60600" in "".join(pages)


def test_figures_of_one_agency_need_no_column_for_it() -> None:
    own = tuple(replace(each, unit="") for each in FIGURES)

    assert "事项发起办结在办备注" in told(K.REPORT, replace(REPORT, figures=own))
    assert "单位事项" not in told(K.REPORT, replace(REPORT, figures=own))


def test_a_report_of_a_period_that_ends_before_it_begins_is_named() -> None:
    turned = replace(REPORT, until=date(2026, 6, 30))

    assert missing(K.REPORT, turned, issued(turned)) == ("until",)


def test_a_typical_case_is_public_only_when_that_was_allowed() -> None:
    assert "（此件公开发布）" in told(K.TYPICAL_CASE, TYPICAL)
    inner = told(K.TYPICAL_CASE, replace(TYPICAL, public=False))
    assert "公开发布" not in inner
    assert "（联系人：甲某某" in inner
    unapproved = replace(TYPICAL, approved_by="")
    assert missing(K.TYPICAL_CASE, unapproved, issued(unapproved)) == ("approved_by",)


def test_who_allowed_a_case_to_be_told_is_not_printed() -> None:
    assert TYPICAL.approved_by not in told(K.TYPICAL_CASE, TYPICAL)


# -- bad input ---------------------------------------------------------------------------------


def test_what_looks_like_markup_is_printed_as_it_was_typed() -> None:
    forged = "== title ==\n# 假标题\n| <#> A&B | <font>"
    words = told(K.BULLETIN, replace(BULLETIN, facts=forged, advice=("- x :: line", "| a |")))

    assert "==title==#假标题|<#>A&B|<font>" in words
    assert "1.-x::line2.|a|" in words


@pytest.mark.parametrize("char", ["\x00", "\u202e", "😀"])
def test_a_character_that_no_paper_bears_refuses_the_letter(char: str) -> None:
    made = write(K.MEETING_NOTICE, replace(MEETING, place=f"三楼{char}"), issued(MEETING)).document

    with pytest.raises(UncoveredCharactersError):
        compose(made, bundled())


def test_a_title_that_no_page_holds_is_refused() -> None:
    endless = write(K.BULLETIN, replace(BULLETIN, subject="某" * 300), issued(BULLETIN)).document

    with pytest.raises(PartTooTallError):
        compose(endless, bundled())


def test_a_cell_longer_than_a_page_goes_on_over_pages() -> None:
    long = replace(MINUTES, resolutions=(Resolution("事" * 3000, ("示例市财政局",), (), None),))

    assert told(K.MINUTES, long).count("事") >= 3000


def test_eighty_addressees_leave_the_first_page_its_text() -> None:
    many = replace(BULLETIN, addressees=tuple(f"示例市第{n}单位" for n in range(1, 81)))
    pages = pages_of(document(K.BULLETIN, many))

    assert "现将投标文件雷同线索情况通报如下" in pages[0]
    assert all(f"示例市第{n}单位" in "".join(pages) for n in range(1, 81))
