"""What an edited text says otherwise than the record."""

from __future__ import annotations

import pytest

from app.documents.audit.compare import Difference, Token, compare
from app.documents.model import Form, OfficialDocument, text

RECORD = (
    "2026年6月30日，示例科技有限公司（统一社会信用代码91990000MA0000015Q）中标，"
    "合同金额418万元，见示财采移〔2026〕1号文。"
)
NAMES = ("示例科技有限公司", "甲某某")


def said(words: str) -> OfficialDocument:
    return OfficialDocument(
        form=Form.LETTER, agency="", title="", number="", addressee="", body=(text(words),)
    )


def differences(words: str, facts: tuple[str, ...] = ()) -> set[Difference]:
    return set(compare(said(RECORD), said(words), facts, NAMES))


def test_other_words_with_the_same_facts_differ_in_nothing() -> None:
    again = (
        "示例科技有限公司（91990000MA0000015Q）以418 万元中标，时间为2026年6月30日，"
        "文号示财采移〔2026〕1号。"
    )

    assert differences(again) == set()


@pytest.mark.parametrize(
    ("was", "words", "token"),
    [
        ("2026年6月30日", "2026年6月3日", Token.DATE),
        ("418万元", "481万元", Token.SUM),
        ("91990000MA0000015Q", "91990000MA0000016Q", Token.CODE),
        ("示例科技有限公司", "示范科技有限公司", Token.NAME),
        ("示财采移〔2026〕1号", "示财采移〔2025〕1号", Token.NUMBER),
    ],
)
def test_a_slip_of_the_pen_is_told_from_both_sides(was: str, words: str, token: Token) -> None:
    found = differences(RECORD.replace(was, words))

    assert any(each.token is token and each.lost and each.words.endswith(was) for each in found)
    assert any(each.token is token and not each.lost for each in found)


def test_what_the_record_says_elsewhere_may_be_brought_in() -> None:
    more = RECORD + "甲某某于2026年7月1日到案，涉及3.5万元。"

    assert {each.words for each in differences(more)} == {"2026年7月1日", "3.5万元"}
    assert differences(more, ("2026年7月1日", "金额3.5万元")) == set()
