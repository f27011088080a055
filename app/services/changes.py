"""What a use case changed, so that each list that shows such rows asks again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Noun(StrEnum):
    CASES = "cases"
    MATTERS = "matters"
    LETTERS = "letters"
    EXCHANGE = "exchange"
    MEMBERS = "members"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Changes:
    """The nouns touched and the record the act was about (its uid, may be empty)."""

    nouns: frozenset[Noun]
    uid: str = ""


def changed(*nouns: Noun, uid: str = "") -> Changes:
    return Changes(frozenset(nouns), uid)
