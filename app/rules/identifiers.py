"""统一社会信用代码 and 居民身份证号码: whether they can be right, and how much of them is shown.

A fault is a reason to look again, never a block: the officer may keep the value with a written
reason. The area code of a person's number is not checked, because people keep the number of an
area that was renamed or divided later.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from enum import StrEnum
from typing import Final

from app.kernel.terms import PartyKind

_CREDIT_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS: Final = tuple(pow(3, place, 31) for place in range(17))
_BODY_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BODY_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
_PERSON_WEIGHTS: Final = tuple(pow(2, 17 - place, 11) for place in range(17))
_PERSON_CHECKS: Final = "10X98765432"
_LENGTH: Final = 18
_SHOWN_FIRST, _SHOWN_LAST = 6, 4
_MASK: Final = "*"


class IdentifierFault(StrEnum):
    """Why an identifier cannot be right."""

    LENGTH = "length"
    CHARACTER = "character"
    BODY_CHECK = "body_check"
    CHECK = "check"
    BIRTH_DATE = "birth_date"
    BIRTH_AFTER_TODAY = "birth_after_today"


def tidied(text: str) -> str:
    """*text* as stored: half-width capitals without spaces and hyphens."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Pd")


def fault(kind: PartyKind, text: str, today: date) -> IdentifierFault | None:
    """What is wrong with the identifier of a party of *kind*; *today* bounds a birth date."""
    if kind is PartyKind.ORGANISATION:
        return credit_code_fault(text)
    return resident_id_fault(text, today)


def credit_code_fault(text: str) -> IdentifierFault | None:
    """What is wrong with a 统一社会信用代码 (GB 32100-2015).

    Places 9 to 17 are an 组织机构代码 with a check of its own (GB 11714-1997).
    """
    code = tidied(text)
    if len(code) != _LENGTH:
        return IdentifierFault.LENGTH
    if any(c not in _CREDIT_ALPHABET for c in code):
        return IdentifierFault.CHARACTER
    if code[-1] != _credit_check(code):
        return IdentifierFault.CHECK
    return None if code[16] == _body_check(code[8:16]) else IdentifierFault.BODY_CHECK


def resident_id_fault(text: str, today: date) -> IdentifierFault | None:
    """What is wrong with a 居民身份证号码 (GB 11643-1999)."""
    number = tidied(text)
    if len(number) != _LENGTH:
        return IdentifierFault.LENGTH
    if not (number[:17].isascii() and number[:17].isdigit() and number[17] in _PERSON_CHECKS):
        return IdentifierFault.CHARACTER
    born = _birth(number)
    if born is None:
        return IdentifierFault.BIRTH_DATE
    if born > today:
        return IdentifierFault.BIRTH_AFTER_TODAY
    return None if number[-1] == _person_check(number) else IdentifierFault.CHECK


def masked(text: str) -> str:
    """The first six and the last four characters, the others as stars; all of a short one."""
    hidden = len(text) - _SHOWN_FIRST - _SHOWN_LAST
    if hidden < 1:
        return _MASK * len(text)
    return text[:_SHOWN_FIRST] + _MASK * hidden + text[-_SHOWN_LAST:]


def _credit_check(code: str) -> str:
    total = sum(
        _CREDIT_ALPHABET.index(c) * weight for c, weight in zip(code, _CREDIT_WEIGHTS, strict=False)
    )
    return _CREDIT_ALPHABET[-total % 31]


def _body_check(body: str) -> str:
    total = sum(
        _BODY_ALPHABET.index(c) * weight for c, weight in zip(body, _BODY_WEIGHTS, strict=True)
    )
    return "0123456789X"[-total % 11]


def _person_check(number: str) -> str:
    total = sum(int(c) * w for c, w in zip(number, _PERSON_WEIGHTS, strict=False))
    return _PERSON_CHECKS[total % 11]


def _birth(number: str) -> date | None:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
