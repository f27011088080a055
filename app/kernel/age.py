"""The one wrapper of the age format (X25519 recipients) through pyrage.

age hides, it does not authenticate a sender: callers check signatures and hashes first, and use
nothing of a decrypted stream before the whole of it has been verified (age may release up to
128 KiB of plaintext before it notices a truncation).

Only the stream functions of pyrage are used: its bytes functions hold the interpreter lock.
"""

from __future__ import annotations

import io
from typing import Protocol

import pyrage
from pyrage import x25519

from app.kernel.errors import BundleFormError

_CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


class Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class Writable(Protocol):
    def write(self, data: bytes, /) -> int: ...


def new_identity() -> str:
    """A fresh secret in age's own text form, ``AGE-SECRET-KEY-1…``."""
    return str(x25519.Identity.generate())


def identity_of(seed: bytes) -> str:
    """The age identity whose X25519 scalar is *seed* (32 bytes)."""
    return _bech32("age-secret-key-", seed).upper()


def recipient_of(identity: str) -> str:
    """The public half, ``age1…``."""
    return str(x25519.Identity.from_str(identity).to_public())


def is_recipient(text: str) -> bool:
    try:
        return str(x25519.Recipient.from_str(text)) == text
    except pyrage.RecipientError:
        return False


def encrypt(source: Readable, target: Writable, recipient: str) -> None:
    """Write *source*, encrypted to *recipient* alone, to *target*; constant memory."""
    pyrage.encrypt_io(source, target, [x25519.Recipient.from_str(recipient)])


def decrypt(source: Readable, target: Writable, identities: list[str]) -> None:
    """Write the plaintext of *source* to *target*.

    Raises:
        BundleFormError: none of *identities* opens it, or it is damaged or cut off; what reached
            *target* by then must not be used.
    """
    keys = [x25519.Identity.from_str(identity) for identity in identities]
    try:
        pyrage.decrypt_io(source, target, keys)
    except (pyrage.DecryptError, OSError, ValueError) as error:
        raise BundleFormError(reason=f"age: {error}") from error


def encrypt_bytes(data: bytes, recipient: str) -> bytes:
    target = io.BytesIO()
    encrypt(io.BytesIO(data), target, recipient)
    return target.getvalue()


def decrypt_bytes(data: bytes, identities: list[str]) -> bytes:
    target = io.BytesIO()
    decrypt(io.BytesIO(data), target, identities)
    return target.getvalue()


def _bech32(prefix: str, data: bytes) -> str:
    """BIP 173 text of *data*; age writes its keys this way."""
    groups = _five_bit_groups(data)
    checked = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix] + groups
    rest = _polymod([*checked, 0, 0, 0, 0, 0, 0]) ^ 1
    check = [(rest >> 5 * (5 - i)) & 31 for i in range(6)]
    return prefix + "1" + "".join(_CHARSET[g] for g in groups + check)


def _five_bit_groups(data: bytes) -> list[int]:
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    return [int(bits[i : i + 5], 2) for i in range(0, len(bits), 5)]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for i, term in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= term if (top >> i) & 1 else 0
    return check
