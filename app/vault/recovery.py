"""The recovery key: 160 random bits a person can copy from a sealed sheet.

Written as 36 Crockford base-32 characters in 9 groups of 4; the last 20 bits are a check, so that a
slip of the pen is told apart from a wrong key before anything is derived.
"""

from __future__ import annotations

import hashlib
import os
from typing import Final

from app.kernel.errors import RecoveryKeyFormError

KEY_BYTES: Final = 20
_CHECK_BITS: Final = 20
_LENGTH: Final = 36
_GROUP: Final = 4
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_IGNORED: Final = str.maketrans("", "", " \t\r\n-\u2010\u2011\u2013\u2014\u2212\u3000\uff0d")


def fresh() -> str:
    return write(os.urandom(KEY_BYTES))


def write(key: bytes) -> str:
    """*key* (20 bytes) as printed."""
    number = int.from_bytes(key) << _CHECK_BITS | _check(key)
    text = "".join(_ALPHABET[(number >> 5 * (_LENGTH - 1 - i)) & 31] for i in range(_LENGTH))
    return "-".join(text[i : i + _GROUP] for i in range(0, _LENGTH, _GROUP))


def is_valid(text: str) -> bool:
    try:
        read(text)
    except RecoveryKeyFormError:
        return False
    return True


def is_miscopied(text: str) -> bool:
    """Whether *text* has the length and the characters of a recovery key, but is none."""
    return _has_form(_cleaned(text)) and not is_valid(text)


def read(text: str) -> bytes:
    """The 20 bytes of a typed recovery key; case, spaces, hyphens and O, I, L are forgiven.

    Raises:
        RecoveryKeyFormError: *text* is not a recovery key.
    """
    cleaned = _cleaned(text)
    if not _has_form(cleaned):
        raise RecoveryKeyFormError
    number = 0
    for character in cleaned:
        number = number << 5 | _ALPHABET.index(character)
    key = (number >> _CHECK_BITS).to_bytes(KEY_BYTES)
    if number & ((1 << _CHECK_BITS) - 1) != _check(key):
        raise RecoveryKeyFormError
    return key


def _cleaned(text: str) -> str:
    return text.translate(_IGNORED).upper().translate(_READ_AS)


def _has_form(cleaned: str) -> bool:
    return len(cleaned) == _LENGTH and set(cleaned) <= set(_ALPHABET)


def _check(key: bytes) -> int:
    digest = hashlib.sha256(b"lianxi-recovery/1" + key).digest()
    return int.from_bytes(digest[:3]) >> 24 - _CHECK_BITS
