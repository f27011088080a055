"""Which characters may not start or end a line, which give way, which are not text at all.

The sets are those word processors apply to Simplified Chinese (ECMA-376 Part 4, ``kinsoku``), so a
letter breaks alike on paper and in the office's own program.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

NOT_AT_START: Final = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)
NOT_AT_END: Final = frozenset("$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥")

OPENING: Final = frozenset("‘“〈《「『【〔〖〝（［｛")
CLOSING: Final = frozenset("’”〉》」』】〕〗〞）］｝、。，．：；！？")
"""Full-width punctuation whose other half is white and may be given up to fit a line."""

UNITS: Final = frozenset("年月日号时分秒元万亿件份页条款项张个名人次章节家岁")
"""Not parted from the figures before them: 〔2026〕1号 and 30日 are read as one."""

PAIRED: Final = frozenset("—…")
"""—— and …… are one sign of two cells each."""

_REMOVED_CATEGORIES: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_LATER_HAN: Final = (("\U0002ebf0", "\U0002ee5d"), ("\U00031350", "\U000323af"))
"""Extensions I and H (Unicode 15.1, 15): names use them, older tables know no category of them."""
_LINE_ENDS: Final = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n"})
_SPACES: Final = str.maketrans({"\t": " ", "\u00a0": " ", "\u202f": " ", "\u2007": " "})


@dataclass(frozen=True, slots=True)
class Cleaned:
    """*removed* holds each character taken away, in order, with its name as U+XXXX."""

    text: str
    removed: tuple[tuple[str, str], ...]


def code_point(char: str) -> str:
    return f"U+{ord(char):04X}"


def is_text(char: str) -> bool:
    """Whether *char* can stand on paper: no control, direction, private or variation sign."""
    known = unicodedata.category(char) not in _REMOVED_CATEGORIES or _is_later_han(char)
    return known and not _is_selector(char)


def _is_later_han(char: str) -> bool:
    return any(first <= char <= last for first, last in _LATER_HAN)


def clean_text(text: str) -> Cleaned:
    """*text* in NFC with line ends as line feeds and odd spaces as spaces, controls removed."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    unified = unicodedata.normalize("NFC", unified.translate(_SPACES))
    removed = tuple((char, code_point(char)) for char in unified if not _may_stay(char))
    return Cleaned("".join(filter(_may_stay, unified)), removed)


def _may_stay(char: str) -> bool:
    return char == "\n" or is_text(char)


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
