"""Text cut into what a line may not divide.

A Chinese character or sign takes one cell, whatever its face says; a run of letters and digits
takes what its face says and stays whole; —— and …… stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from app.documents.cjk.classes import CLOSING, OPENING
from app.documents.fonts.face import Role

Measure = Callable[[str], float]
"""The width of a half-width character, in em."""

_LATIN: Final = "!-~\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
"""Half-width letters, figures and signs; × and ÷ among them are Chinese signs here."""
_LONGEST: Final = 256
"""Half-width characters of one token: more of them than any line holds."""
_TOKEN: Final = re.compile(rf"[{_LATIN}]{{1,{_LONGEST}}}|[ ]|——|……|.", re.DOTALL)
_IS_LATIN: Final = re.compile(rf"[{_LATIN} ]")

_GIVES: Final = 0.5
"""Em a full-width punctuation sign can give up."""
_KNOWN: Final = 8192
"""Characters whose token is made once."""


@dataclass(frozen=True, slots=True)
class Token:
    """*width* in em; *role* is the style it is set in, LATIN for half-width runs."""

    text: str
    width: float
    role: Role

    @property
    def is_space(self) -> bool:
        return self.text == " "

    @property
    def is_latin(self) -> bool:
        return self.role is Role.LATIN

    @property
    def gives(self) -> float:
        """Em this token can be narrowed by."""
        return _GIVES if self.text in OPENING or self.text in CLOSING else 0.0


@cache
def is_latin(char: str) -> bool:
    """Whether *char* is set half-width, in the Latin face."""
    return _IS_LATIN.match(char) is not None


def tokenise(segments: Iterable[tuple[str, Role]], measure: Measure) -> tuple[Token, ...]:
    """The tokens of *segments*, each a text with the role of its Chinese characters."""
    return tuple(
        _token(found.group(), role, measure)
        for text, role in segments
        for found in _TOKEN.finditer(text)
    )


def split(token: Token, at: int, measure: Measure) -> tuple[Token, Token]:
    """*token* cut before its character *at*."""
    return (
        _token(token.text[:at], token.role, measure),
        _token(token.text[at:], token.role, measure),
    )


def _token(text: str, role: Role, measure: Measure) -> Token:
    if is_latin(text[0]):
        return Token(text, sum(map(measure, text)), Role.LATIN)
    return _cells(text, role)


@lru_cache(_KNOWN)
def _cells(text: str, role: Role) -> Token:
    return Token(text, float(len(text)), role)
