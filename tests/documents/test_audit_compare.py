"""What reworded paragraphs say otherwise than the record."""

from __future__ import annotations

import pytest

from app.documents.audit.compare import Difference, Token, compare
from app.documents.kinds.edits import Edit

RECORD = (
    "2026年6月30日，示例科技有限公司（统一社会信用代码91990000MA0000015Q）中标，"
    "合同金额418万元，预算450万元，见示财采移〔2026〕1号文，依照刑法第二百二十三条，"
    "于上午9时30分移送3份材料，住2号楼。丙某某到案。"
)
NAMES = ("示例科技有限公司", "丙某某")


def differences(words: str, was: str = RECORD) -> set[Difference]:
    return set(compare((Edit(was, words),), NAMES))


def test_other_words_with_the_same_facts_differ_in_nothing() -> None:
    again = RECORD.replace("中标", "取得该项目").replace("到案", "已经到案")

    assert differences(again) == set()


@pytest.mark.parametrize(
    ("was", "words", "token"),
    [
        ("2026年6月30日", "2026年6月3日", Token.DATE),
        ("418万元", "481万元", Token.SUM),
        ("418万元", "450万元", Token.SUM),
        ("418万元", "-418万元", Token.SUM),
        ("418万元", "约418万元", Token.SUM),
        ("418万元", "四百万元", Token.SUM),
        ("91990000MA0000015Q", "91990000MA0000016Q", Token.CODE),
        ("示例科技有限公司", "示范科技有限公司", Token.NAME),
        ("示例科技有限公司", "北京示例科技有限公司", Token.NAME),
        ("丙某某", "丁某某", Token.NAME),
        ("示财采移〔2026〕1号", "示财采移〔2025〕1号", Token.NUMBER),
        ("第二百二十三条", "第二百六十三条", Token.ARTICLE),
        ("上午9时30分", "晚上23时59分", Token.HOUR),
        ("3份", "30份", Token.COUNT),
        ("2号楼", "9号楼", Token.COUNT),
        ("中标", "未中标", Token.DENIAL),
        ("移送3份", "不移送3份", Token.DENIAL),
    ],
)
def test_a_slip_of_the_pen_is_told(was: str, words: str, token: Token) -> None:
    assert was in RECORD
    found = differences(RECORD.replace(was, words))

    assert token in {each.token for each in found}


def test_each_occurrence_counts_and_what_moved_is_told_from_both_sides() -> None:
    found = differences("418万元。", "418万元、418万元。")

    assert found == {Difference(Token.SUM, "418万元", lost=True)}
    assert set(compare((Edit("甲3份。", "甲。"), Edit("乙。", "乙3份。")), ())) == {
        Difference(Token.COUNT, "3份", lost=True),
        Difference(Token.COUNT, "3份", lost=False),
    }
