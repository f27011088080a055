"""Lines keep their text, their width and the rules of the beginning and the end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.cjk.breaker import Line, break_lines, ink_width, may_break, trimmed
from app.documents.cjk.classes import NOT_AT_END, NOT_AT_START, clean_text
from app.documents.cjk.justify import WIDEST, Placed, place
from app.documents.cjk.title import break_title
from app.documents.cjk.tokens import tokenise
from app.documents.fonts.face import Role

HALF = 0.5
ALPHABET = "中国财政采购一二三，。、；：？！（）《》“”〔〕—…％0123456789AbcX-. "


def measure(char: str) -> float:
    return HALF


def lines(text: str, width: float = 28, first: float = 2) -> tuple[Line, ...]:
    return break_lines([(text, Role.BODY)], measure, width, first=first)


texts = st.text(alphabet=ALPHABET, max_size=300)
widths = st.integers(min_value=6, max_value=28).map(float)


@given(texts, widths)
def test_the_lines_are_the_text(text: str, width: float) -> None:
    assert "".join(line.text for line in lines(text, width)) == text


@given(texts, widths)
def test_a_line_starts_and_ends_legally_unless_no_line_could(text: str, width: float) -> None:
    broken = lines(text, width)

    for before, after in pairwise(broken):
        if may_break(before.tokens[-1], after.tokens[0]):
            continue
        inside = pairwise(before.tokens)
        assert not any(may_break(one, two) for one, two in inside) or _is_cut(before, after)


def _is_cut(before: Line, after: Line) -> bool:
    """A long code divided between the two lines."""
    return before.tokens[-1].is_latin and after.tokens[0].is_latin


@given(texts, widths)
def test_a_line_is_wide_at_most_by_what_its_punctuation_gives(text: str, width: float) -> None:
    for line in lines(text, width):
        given_up = min(1.0, sum(token.gives for token in line.tokens))
        legal = ink_width(line.tokens) <= line.width + given_up + 1e-6
        assert legal or len(trimmed(line.tokens)) == 1


def edges(line: Line) -> tuple[float, float]:
    placed = place(line)
    last = placed[-1]
    return placed[0].x, last.x + last.token.width


@given(texts, widths)
def test_every_line_is_flush_or_the_last_or_too_loose_to_stretch(text: str, width: float) -> None:
    for line in lines(text, width):
        tokens = trimmed(line.tokens)
        slack = line.width - ink_width(tokens)
        loose = slack > WIDEST * (len(tokens) - 1)
        if not tokens or not line.closed or loose:
            continue
        left, right = edges(line)
        # Half of an opening or closing sign is white and may reach over the edge.
        assert line.indent - HALF - 1e-6 <= left <= line.indent + 1e-6
        assert width - 1e-6 <= right <= width + HALF + 1e-6


@given(texts, widths)
def test_tokens_never_cover_each_other_but_for_given_white(text: str, width: float) -> None:
    for line in lines(text, width):
        placed: tuple[Placed, ...] = place(line)
        for one, two in pairwise(placed):
            white = one.token.gives + two.token.gives
            assert two.x >= one.x + one.token.width - white - 1e-6


@pytest.mark.parametrize("mark", "，。、；：？！》〉”’…）〕】％")
def test_a_closing_mark_follows_to_its_line(mark: str) -> None:
    broken = lines("中" * 26 + mark + "中" * 10)

    assert not any(line.text[0] in NOT_AT_START for line in broken)


@pytest.mark.parametrize("mark", "“‘（《〈〔【")
def test_an_opening_mark_waits_for_the_next_line(mark: str) -> None:
    broken = lines("中" * 25 + mark + "中" * 10)

    assert not any(line.text[-1] in NOT_AT_END for line in broken)


@pytest.mark.parametrize("pair", ["——", "……"])
def test_a_sign_of_two_cells_is_not_divided(pair: str) -> None:
    broken = lines("中" * 25 + pair + "中" * 10)

    assert [line.text for line in broken if pair in line.text]


@pytest.mark.parametrize("words", ["30日", "1号", "450万", "〕1号"])
def test_a_figure_stays_with_its_unit(words: str) -> None:
    for before in range(20, 28):
        broken = lines("中" * before + words + "中" * 20)

        assert any(words in line.text for line in broken)


@pytest.mark.parametrize(("before", "end"), [(20, "〔2026〕1号"), (22, "〔2026〕"), (23, "中")])
def test_a_number_is_divided_behind_its_year_only_where_it_would_leave_a_hole(
    before: int, end: str
) -> None:
    first, *_ = lines("中" * before + "〔2026〕1号" + "中" * 20)

    assert first.text.endswith(end)


def test_a_full_line_holds_twenty_eight_characters() -> None:
    broken = lines("中" * 60)

    assert [len(line.text) for line in broken] == [26, 28, 6]


def test_a_code_longer_than_a_line_is_divided() -> None:
    sha256 = "0123456789abcdef" * 4

    broken = lines(sha256, first=0)

    assert [len(line.text) for line in broken] == [56, 8]


def test_a_long_code_does_not_leave_a_hole() -> None:
    broken = lines("中" * 18 + "SDGP371103000202602000015" + "中" * 10)

    assert broken[0].text.endswith("SDGP371103000202")


def test_an_identity_number_is_divided_only_for_a_hole() -> None:
    number = "990000199001010017"

    whole = lines("中" * 17 + number + "中" * 10)
    parted = lines("中" * 18 + number + "中" * 10)

    assert whole[0].text.endswith(number)
    assert parted[0].text.endswith("99000019900101")
    assert parted[1].text.startswith("0017")


def test_a_code_of_parts_is_divided_between_two_of_them() -> None:
    broken = lines("中" * 21 + "SL-2026-0001" + "中" * 10)

    assert broken[0].text.endswith("SL-2026-")


@pytest.mark.parametrize("code", ["0000-1111111", "SDGP20260001"])
def test_a_short_code_stays_whole(code: str) -> None:
    broken = lines("中" * 22 + code + "中" * 10)

    assert broken[1].text.startswith(code)


def test_no_paragraph_ends_with_a_line_of_one_character() -> None:
    broken = lines("中" * 24 + "详见清单。", first=0)

    assert [line.text for line in broken] == ["中" * 24 + "详见", "清单。"]


def test_a_line_of_one_character_stays_where_taking_another_over_would_leave_a_hole() -> None:
    broken = lines("中" * 16 + "（a2345678901234567890）字。", first=0)

    assert broken[-1].text == "字。"


def test_markup_is_text() -> None:
    tokens = tokenise([("A&B<font>公司", Role.BODY)], measure)

    assert [token.text for token in tokens] == ["A&B<font>", "公", "司"]


def test_the_sign_of_a_placeholder_takes_a_cell() -> None:
    assert [token.width for token in tokenise([("×3", Role.BODY)], measure)] == [1.0, HALF]


# -- cleaning ------------------------------------------------------------------------------


def test_control_and_direction_characters_are_removed_and_named() -> None:
    cleaned = clean_text("甲\u202e乙\x07丙\u200b\ufeff丁\U000e0101")

    assert cleaned.text == "甲乙丙丁"
    assert [name for _, name in cleaned.removed] == [
        *("U+202E", "U+0007", "U+200B", "U+FEFF", "U+E0101")
    ]


def test_line_ends_and_spaces_become_plain_and_are_not_reported() -> None:
    cleaned = clean_text("甲\r\n乙\u2028丙\t丁\u00a0戊　己")

    assert cleaned.text == "甲\n乙\n丙 丁 戊　己"
    assert cleaned.removed == ()


def test_text_is_composed() -> None:
    assert clean_text("e\u0301").text == "é"


@given(st.text())
def test_cleaning_twice_removes_nothing_more(text: str) -> None:
    once = clean_text(text)

    assert clean_text(once.text).text == once.text
    assert clean_text(once.text).removed == ()


# -- titles --------------------------------------------------------------------------------


def test_a_title_that_fits_stays_on_one_line() -> None:
    assert break_title("涉嫌犯罪案件移送书", measure, 20) == ("涉嫌犯罪案件移送书",)


def test_a_wanted_break_decides() -> None:
    assert break_title("关于移送\n案件的函", measure, 20) == ("关于移送", "案件的函")


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("关于移送示例市实验学校教学设备采购项目供应商涉嫌串通投标案件的函", "采购 供应商 设备"),
        ("关于商请反馈示例市人民医院信息系统维护服务项目案件处理情况的函", "医院 信息 系统 项目"),
        ("关于移送示例市智慧校园建设工程招标代理机构涉嫌违法行为线索的函", "工程 代理 机构"),
    ],
)
def test_a_title_breaks_between_words_into_lines_of_unlike_length(title: str, words: str) -> None:
    first, second = break_title(title, measure, 20)

    assert first + second == title
    assert max(len(first), len(second)) <= 20
    assert len(first) != len(second)
    assert all(word in first or word in second for word in words.split())
    assert not second.startswith(("的", "和", "与", "》", "）"))
    assert not first.endswith(("《", "“", "（", "关于"))


def test_a_title_takes_a_third_line_rather_than_divide_a_word_or_a_firm() -> None:
    title = "示例市财政局关于示例科技有限公司等三家供应商涉嫌串通投标案检察意见办理情况的复函"

    assert break_title(title, measure, 20) == (
        "示例市财政局关于示例科技有限公司",
        "等三家供应商涉嫌串通投标案",
        "检察意见办理情况的复函",
    )


def test_a_title_of_several_agencies_divides_none_of_their_names() -> None:
    names = ("示例市财政局", "示例市公安局", "示例市审计局", "示例市市场监督管理局")
    rest = "关于印发《示例市政府采购联合监管工作机制实施细则（试行）》的通知"

    together = break_title("".join(names) + rest, measure, 20, names)
    apart = break_title("　".join(names) + "\n" + rest, measure, 20, names)

    assert all(any(name in line for line in together) for name in names)
    assert apart[:2] == ("示例市财政局　示例市公安局", "示例市审计局　示例市市场监督管理局")


def test_a_very_long_title_is_divided_evenly() -> None:
    title = "关于移送" + "示例市某某街道社区服务中心" * 8 + "案件的函"

    broken = break_title(title, measure, 20)

    assert "".join(broken) == title
    assert max(map(len, broken)) <= 20
    assert max(map(len, broken)) - min(map(len, broken)) <= 6


@given(st.text(alphabet=ALPHABET.replace(" ", ""), min_size=1, max_size=120))
def test_a_title_keeps_its_text(title: str) -> None:
    assert "".join(break_title(title, measure, 20)) == title
