"""Names, codes, sums and dates of an edited text against those of the record.

The unedited document and the facts behind it are the record. What an edit lost and what it brought
in are told; whether they are right only the officer knows, so nothing here refuses anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from app.documents.model import OfficialDocument, texts


class Token(StrEnum):
    """What is compared."""

    DATE = "date"
    SUM = "sum"
    NUMBER = "number"
    """文号, with the end of its 机关代字: where that begins in running text nobody can tell."""
    CODE = "code"
    """统一社会信用代码, 身份证号, project numbers."""
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Difference:
    """*lost*: the record's text said it and the edited one does not; else the edited text says it
    and nothing of the record does."""

    token: Token
    words: str
    lost: bool


_PATTERNS: Final = MappingProxyType(
    {
        Token.DATE: re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日"),
        Token.SUM: re.compile(r"[\d,，]+(?:\.\d+)?\s*(?:万|亿)?元"),
        Token.NUMBER: re.compile(r"[^\s，。、；：（）《》“”]{1,4}〔\d{4}〕\d+号"),
        Token.CODE: re.compile(
            r"(?<![A-Za-z0-9-])(?=[A-Za-z0-9-]*\d)[A-Za-z0-9-]{6,}(?![A-Za-z0-9-])"
        ),
        Token.NAME: re.compile(
            r"[\u4e00-\u9fff（）]{2,30}?(?:有限责任公司|股份有限公司|有限公司|集团|事务所)"
        ),
    }
)
_RUN_ON: Final = frozenset({Token.NAME, Token.NUMBER})
"""Found in running text with what stands before them."""


def compare(
    record: OfficialDocument, edited: OfficialDocument, facts: Iterable[str], names: Iterable[str]
) -> tuple[Difference, ...]:
    """What *edited* says otherwise than *record*; *facts* are further texts of the record, *names*
    the names of persons, firms and agencies in it."""
    known = tuple(words for words in names if len(words) > 1)
    before, after = (tuple(_tokens(_joined(each), known)) for each in (record, edited))
    there = {*before, *(each for words in facts for each in _tokens(words, known))}
    there |= {(Token.NAME, name) for name in known}
    lost = (each for each in before if not _among(each, after))
    new = (each for each in after if not _among(each, there))
    return (
        *(Difference(token, words, lost=True) for token, words in dict.fromkeys(lost)),
        *(Difference(token, words, lost=False) for token, words in dict.fromkeys(new)),
    )


def _joined(document: OfficialDocument) -> str:
    return "\n".join(words for part, words in texts(document) if part == "body")


def _tokens(words: str, names: Iterable[str]) -> Iterator[tuple[Token, str]]:
    for token, pattern in _PATTERNS.items():
        yield from ((token, _plain(found)) for found in pattern.findall(words))
    yield from ((Token.NAME, name) for name in names if name in words)


def _among(one: tuple[Token, str], others: Iterable[tuple[Token, str]]) -> bool:
    """Whether *others* say *one*; a firm or a number with words run before it is still the same."""
    token, words = one
    if token not in _RUN_ON:
        return one in others
    return any(
        token is kind and (words.endswith(other) or other.endswith(words)) for kind, other in others
    )


def _plain(words: str) -> str:
    return "".join(words.split()).replace("，", "").replace(",", "")
