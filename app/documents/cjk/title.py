"""Titles: words kept whole, lines in the shape of a trapezium or a lozenge (7.3.1).

A line feed in the title is a wanted break and decides. Otherwise every division into the least
number of lines is weighed; a long title is divided by the same weights, line after line.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from app.documents.cjk.breaker import ink_width, may_break
from app.documents.cjk.tokens import Measure, Token, tokenise
from app.documents.fonts.face import Role

_POOR_START: Final = frozenset("的和与及、/）》〉”’")
_POOR_END: Final = frozenset("《〈“‘（关于对和与及在将被")
# fmt: off
_WORDS: Final = (
    "关于", "专案组", "负责人", "执法证", "采购", "政府", "项目", "公司", "有限", "责任",
    "股份", "集团", "科技", "学校", "实验", "教学", "设备", "服务", "工程", "货物",
    "系统", "建设", "案件", "线索", "移送", "涉嫌", "犯罪", "串通", "投标", "招标",
    "中标", "供应商", "代理", "机构", "评审", "专家", "行为", "违法", "违规", "处理",
    "处罚", "决定", "情况", "反馈", "商请", "协助", "调查", "取证", "咨询", "通知",
    "报告", "公安局", "财政局", "审计局", "监督", "管理", "市场", "分局", "医院", "大学",
    "中心", "办公室", "委员会", "信息", "平台", "维护", "改造", "有关", "问题", "材料",
    "清单", "虚假", "恶意", "影响", "结果", "复议", "检察院", "人民", "立案", "不予",
    "答复", "意见", "建议", "智慧", "校园", "医疗", "提供", "单位",
)
# fmt: on
"""Words a line of a title does not divide; the standard asks for 词意完整."""
_WORD_BROKEN: Final = 60.0
_POOR: Final = 25.0
_SAME_LENGTH: Final = 12.0
_HOURGLASS: Final = 30.0
_FORBIDDEN: Final = 10_000.0
_MOST_WEIGHED: Final = 3


def break_title(text: str, measure: Measure, width: float) -> tuple[str, ...]:
    """The lines of *text*, none wider than *width* em where that can be avoided."""
    return tuple(
        line for part in text.split("\n") for line in _lines(part.strip(), measure, width)
    ) or ("",)


def _lines(text: str, measure: Measure, width: float) -> tuple[str, ...]:
    tokens = tokenise([(text, Role.TITLE)], measure)
    count = math.ceil(ink_width(tokens) / width - 1e-9)
    if count <= 1:
        return (text,)
    for lines in range(count, count + _MOST_WEIGHED):
        weight, ends = _best(tokens, lines, width)
        if weight < _FORBIDDEN:
            return _texts(tokens, ends)
    return _texts(tokens, _best(tokens, count, width)[1])


def _texts(tokens: Sequence[Token], ends: Sequence[int]) -> tuple[str, ...]:
    starts = (0, *ends[:-1])
    return tuple(
        "".join(token.text for token in tokens[start:end]).strip()
        for start, end in zip(starts, ends, strict=True)
    )


def _best(tokens: tuple[Token, ...], lines: int, width: float) -> tuple[float, tuple[int, ...]]:
    """The least weight of dividing *tokens* into *lines*, and where each line ends."""
    aim = ink_width(tokens) / lines
    broken = _inside_words("".join(token.text for token in tokens))
    before = _lengths(tokens)

    def line_weight(start: int, end: int) -> float:
        length = ink_width(tokens[start:end])
        weight = (length - aim) ** 2 + (_FORBIDDEN if length > width else 0.0)
        if end < len(tokens):
            weight += _break_weight(tokens[end - 1], tokens[end])
            weight += _WORD_BROKEN if before[end] in broken else 0.0
        return weight

    @cache
    def divide(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            return line_weight(start, len(tokens)), (len(tokens),)
        found = [
            (line_weight(start, end) + rest[0] + _shape(tokens, start, end, rest[1]), end, rest[1])
            for end in _ends(tokens, start, len(tokens) - left + 1, width)
            for rest in (divide(end, left - 1),)
        ]
        weight, end, ends = min(found, default=(math.inf, len(tokens), ()))
        return weight, (end, *ends)

    return divide(0, lines)


def _ends(tokens: Sequence[Token], start: int, last: int, width: float) -> Iterator[int]:
    """Where a line from *start* may end: while it is not too wide, and once at least."""
    used = 0.0
    for end in range(start + 1, last + 1):
        used += tokens[end - 1].width
        if used > width and end > start + 1:
            return
        yield end


def _break_weight(before: Token, after: Token) -> float:
    if not may_break(before, after):
        return _FORBIDDEN
    poor = (before.text[-1] in _POOR_END) + (after.text[0] in _POOR_START)
    return poor * _POOR


def _shape(tokens: Sequence[Token], start: int, end: int, ends: tuple[int, ...]) -> float:
    """A rectangle or an hourglass is not wanted."""
    bounds = (start, end, *ends)
    sizes = [ink_width(tokens[one:two]) for one, two in pairwise(bounds)][:3]
    weight = _SAME_LENGTH if abs(sizes[0] - sizes[1]) < 1 else 0.0
    if len(sizes) == 3 and sizes[0] > sizes[1] < sizes[2]:
        weight += _HOURGLASS
    return weight


def _lengths(tokens: Sequence[Token]) -> list[int]:
    """For each token, how many characters stand before it."""
    total, lengths = 0, []
    for token in tokens:
        lengths.append(total)
        total += len(token.text)
    return lengths


def _inside_words(text: str) -> frozenset[int]:
    """Positions in *text* that lie inside a word."""
    inside: set[int] = set()
    for word in _WORDS:
        at = text.find(word)
        while at >= 0:
            inside.update(range(at + 1, at + len(word)))
            at = text.find(word, at + 1)
    return frozenset(inside)
