"""What the check mark on a paper says, and how it is read back: from a matrix or from the keys.

The order of the fields is that of 《湖南省机关公文二维条码使用规范》: 001 条码版本标识,
002 条码编号, 003 发文单位, 005 发文字号, without those that say names or titles. The number
stands last: it is the only part that is not ASCII, and a scanner that types like a keyboard may
spoil it; the rest is found all the same.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from app.kernel import canon

VERSION: Final = "LX1"
DIGEST_SIGNS: Final = 32
REGISTER_SIGNS: Final = 8
SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""32 signs without I, L, O, U: nothing is misread over the phone."""

_LENGTH: Final = 12
_GROUP: Final = 4
_BITS: Final = 5
# A scanner may name the symbology first (ISO/IEC 15424: «]Q1» for QR).
_SAID: Final = re.compile(
    r"(?:\][A-Za-z][0-9])?LX1\|([0-9a-f]{32})\|([0-9a-f]{8})\|(.*)", re.IGNORECASE | re.DOTALL
)
_MEANT: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN: Final = re.compile(r"[\s\-‐‑–—−_.·]+")
_LABEL: Final = re.compile(r"^校验码:?")


@dataclass(frozen=True, slots=True)
class Payload:
    """*digest* is the beginning of the model's digest in hex, *register* that of the issuing
    register's uid, *number* as it was read: a scanner may have spoiled it.
    """

    digest: str
    register: str
    number: str

    @property
    def code(self) -> str:
        """The 校验码 beside the matrix: the first 60 bits of the digest."""
        return code_of(self.digest)

    def text(self) -> str:
        return "|".join((VERSION, self.digest, self.register, self.number))


def code_of(digest: str) -> str:
    """Twelve characters in groups of four: the first 60 bits of *digest* (hex)."""
    bits = int(digest[: _LENGTH * _BITS // 4], 16)
    signs = (SIGNS[bits >> _BITS * place & 31] for place in reversed(range(_LENGTH)))
    return _grouped("".join(signs))


def payload(text: str) -> Payload | None:
    """What a matrix said or a scanner typed; None when it is none of ours."""
    found = _SAID.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return None
    digest, register, number = found.groups()
    return Payload(digest.lower(), register.lower(), number.strip())


def typed(text: str) -> str | None:
    """The 校验码 a person typed, as it is printed; None when it cannot be one.

    Case, spaces and dashes do not count; O is read as 0, I and L as 1, because neither O nor I nor
    L is ever printed.
    """
    bare = _BETWEEN.sub("", unicodedata.normalize("NFKC", text))
    signs = _LABEL.sub("", bare).upper().translate(_MEANT)
    if len(signs) != _LENGTH or not set(signs) <= set(SIGNS):
        return None
    return _grouped(signs)


def stored_digest(model: bytes) -> str:
    """``model.digest`` of a stored canonical model, in hex.

    It is taken from the stored words as they are: a later version may know more parts.
    """
    said = canon.loads(model)
    return canon.digest({name: said[name] for name in said if name not in ("check", "serial")})


def near(one: str, other: str) -> bool:
    """Whether a single slip leads from *one* 校验码 to *other*: a wrong sign, or two neighbours
    in the wrong order. The code has no check sign, so this is how a slip is told.
    """
    differing = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differing) == 1:
        return True
    if len(differing) != 2:
        return False
    first, second = differing
    between = one[first + 1 : second].strip("-")
    return not between and (one[first], one[second]) == (other[second], other[first])


def _grouped(signs: str) -> str:
    return "-".join(signs[start : start + _GROUP] for start in range(0, len(signs), _GROUP))
