"""A template's markup becomes a document; what a record says never becomes markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.kinds import markup
from app.documents.model import Align, Blank, Cell, Row, TextSize, text

DATA = markup.guarded


def body(rendered: str) -> tuple[object, ...]:
    (part,) = markup.parts(f"== body ==\n{rendered}")
    return markup.blocks(part)


def test_lines_up_to_a_blank_line_are_one_paragraph() -> None:
    assert body("我局在办理\n该案中，\n\n  有关情况如下：\n") == (
        text("我局在办理该案中，"),
        text("有关情况如下："),
    )


def test_headings_are_numbered_and_start_again_below_a_higher_one() -> None:
    assert body("# 甲\n正文\n# 乙\n## 丙\n## 丁\n# 戊\n## 己\n### 庚\n#### 辛") == (
        text("一、甲", 1),
        text("正文"),
        text("二、乙", 1),
        text("（一）丙", 2),
        text("（二）丁", 2),
        text("三、戊", 1),
        text("（一）己", 2),
        text("1. 庚", 3),
        text("（1）辛", 4),
    )


def test_what_follows_the_colons_runs_on_in_the_same_paragraph() -> None:
    assert body("### 甲公司 ::\n，住所：乙路。\n\n又一段") == (
        text("1. 甲公司", 3, "，住所：乙路。"),
        text("又一段"),
    )


@given(st.integers(1, 9999))
def test_chinese_numerals_are_those_that_are_read_back(number: int) -> None:
    """Read as one counts: a digit stands alone or before its unit, 零 where units are left out."""
    said = markup.numeral(number)
    digits = {char: value for value, char in enumerate("零一二三四五六七八九")}
    units = {"千": 1000, "百": 100, "十": 10}

    total, digit = 0, 0
    for char in f"一{said}" if said.startswith("十") else said:
        if char in units:
            total, digit = total + digit * units[char], 0
        else:
            digit = digits[char]

    assert total + digit == number
    assert "零零" not in said
    assert not said.endswith("零")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (10, "十"),
        (19, "十九"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (112, "一百一十二"),
        (999, "九百九十九"),
        (1001, "一千零一"),
        (10000, "10000"),
    ],
)
def test_a_hundred_and_more_is_counted_as_it_is_said(number: int, said: str) -> None:
    assert markup.numeral(number) == said


def test_a_line_feed_in_the_record_begins_a_paragraph() -> None:
    said = DATA("　　第一段。\n\n第二段。")

    assert body(f"{said}\n接着说。") == (
        text("第一段。"),
        text("第二段。接着说。"),
    )


@pytest.mark.parametrize(
    "forged",
    ["# 标题", "== title ==", "|: 1 1 :|", "| 单元格", "- 签名 :: line", "a | b // c :: d"],
)
def test_the_record_cannot_forge_markup(forged: str) -> None:
    table = f"|: 1 1 :|\n| {DATA(forged)} | <#> 乙 // {DATA(forged)}"

    assert body(DATA(forged)) == (text(forged),)
    (block,) = markup.blocks(markup.parts(f"== body ==\n{table}")[0])
    assert block.table is not None
    assert block.table.rows == (Row((Cell(forged), Cell("乙", heading=True, foot=forged))),)


@given(st.text(st.characters(exclude_categories=["C"])))
def test_any_line_of_a_record_is_printed_as_it_is(words: str) -> None:
    bare = words.strip(" \u3000")

    assert body(f"甲{DATA(words)}乙") == (text(f"甲{words}乙"),)
    assert body(DATA(words)) == ((text(bare),) if bare else ())


def test_a_row_says_its_height_its_spans_its_places_and_its_foot() -> None:
    (part,) = markup.parts(
        "== body ==\n|: 2 4 6 :| small-four\n|* <=> 序号 | <2> 名称\n"
        "|5| <#=> 甲 | <^> 乙 | // 签名\n"
    )
    (block,) = markup.blocks(part)
    table = block.table

    assert table is not None
    assert (table.widths, table.size) == ((2, 4, 6), TextSize.SMALL_FOUR)
    assert table.head == (Row((Cell("序号", align=Align.CENTRE), Cell("名称", span=2))),)
    assert table.rows == (
        Row(
            (
                Cell("甲", align=Align.CENTRE, heading=True),
                Cell("乙", align=Align.RIGHT),
                Cell("", foot="签名"),
            ),
            lines=5,
        ),
    )


def test_blanks_to_fill_in_have_a_label_a_kind_and_perhaps_a_value() -> None:
    (part,) = markup.parts("== f ==\n- 签收人 :: line\n- :: moment\n- 机关 :: line :: 甲局\n")

    assert [(field.label, field.blank, field.value) for field in markup.fields(part)] == [
        ("签收人", Blank.LINE, ""),
        ("", Blank.MOMENT, ""),
        ("机关", Blank.LINE, "甲局"),
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "| 没有表格的一行",
        "|: 1 1 :|\n| 甲 | 乙 | 丙",
        "|: 1 1 :|\n| <2> 甲 | 乙",
        "|: 1 1 :| huge\n| 甲 | 乙",
    ],
)
def test_a_malformed_table_is_refused(broken: str) -> None:
    with pytest.raises((ValueError, LookupError)):
        body(broken)


def test_text_before_the_first_part_is_refused() -> None:
    with pytest.raises(ValueError, match="before the first part"):
        markup.parts("正文\n== body ==\n")
