"""Names, codes, sums, dates, articles and counts of reworded paragraphs against the record's.

Each paragraph is compared with what stood in its place, and each occurrence counts: a sum that is
right elsewhere is wrong here. Whether a difference is right only the officer knows, so nothing
here refuses anything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from app.documents.kinds.edits import Edit


class Token(StrEnum):
    """What is compared."""

    DATE = "date"
    SUM = "sum"
    NUMBER = "number"
    """文号, with the end of its 机关代字: where that begins in running text nobody can tell."""
    CODE = "code"
    """统一社会信用代码, 身份证号, project numbers."""
    NAME = "name"
    ARTICLE = "article"
    """条款 of a law."""
    HOUR = "hour"
    COUNT = "count"
    """件、份、家、日 and the like."""
    DENIAL = "denial"
    """不、未、无: a word that turns a sentence round."""


@dataclass(frozen=True, slots=True)
class Difference:
    """*lost*: the record's paragraph says it (once more than) the new words; else the reverse."""

    token: Token
    words: str
    lost: bool


_DIGITS: Final = "0-9零〇一二三四五六七八九十百千两"
_PATTERNS: Final = MappingProxyType(
    {
        Token.DATE: re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日"),
        Token.SUM: re.compile(rf"(?:约|近|逾|-)?[{_DIGITS},，.万亿]+\s*[万亿]?元"),
        Token.NUMBER: re.compile(r"[^\s，。、；：（）《》“”]{1,4}〔\d{4}〕\d+号"),
        Token.CODE: re.compile(
            r"(?<![A-Za-z0-9-])(?=[A-Za-z0-9-]*\d)[A-Za-z0-9-]{6,}(?![A-Za-z0-9-])"
        ),
        Token.NAME: re.compile(
            r"[\u4e00-\u9fff（）]{2,30}?(?:有限责任公司|股份有限公司|有限公司|集团|事务所)"
        ),
        Token.ARTICLE: re.compile(rf"第[{_DIGITS}]+(?:条|款|项|章|号令)"),
        Token.HOUR: re.compile(r"(?:上午|下午|晚上|中午)?\d{1,2}(?:时(?:\d{1,2}分)?|:\d{2})"),
        Token.COUNT: re.compile(
            rf"[{_DIGITS}]+(?:件|份|家|名|人|次|页|个|项|台|套|日内|天|%|号(?!令))"
        ),
        Token.DENIAL: re.compile("不|未|没有|无|非"),
    }
)


def compare(edits: Iterable[Edit], names: Iterable[str]) -> tuple[Difference, ...]:
    """What the new words of *edits* lose and bring in; *names* are those of persons, firms and
    agencies in the record."""
    known = tuple(words for words in names if len(words) > 1)
    return tuple(
        dict.fromkeys(each for edit in edits for each in _between(edit.was, edit.words, known))
    )


def _between(was: str, words: str, names: Iterable[str]) -> Iterator[Difference]:
    before, after = Counter(_tokens(was, names)), Counter(_tokens(words, names))
    for lost, missing in ((True, before - after), (False, after - before)):
        yield from (Difference(token, said, lost) for token, said in missing)


def _tokens(words: str, names: Iterable[str]) -> Iterator[tuple[Token, str]]:
    for token, pattern in _PATTERNS.items():
        yield from ((token, _plain(found)) for found in pattern.findall(words))
    for name in names:
        yield from ((Token.NAME, name) for _ in range(words.count(name)))


def _plain(words: str) -> str:
    return "".join(words.split()).replace("，", "").replace(",", "")
