"""The master key of an open register and everything derived from it.

Python cannot promise that no copy of a key stays in memory; the buffers held here are wiped, and
no key is ever written in a statement (SQLCipher keeps the texts of PRAGMAs).
"""

from __future__ import annotations

import binascii
import os
from enum import StrEnum
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MASTER_BYTES: Final = 32


class Use(StrEnum):
    """What a sub-key is for; the value is part of the derivation and never changes."""

    DATABASE = "db"
    HEADER_MAC = "header-mac"
    BLOBS = "blobs"
    BLOB_NAMES = "blob-names"
    BACKUP = "backup"


class Keys:
    """Holds the master key until ``close``."""

    def __init__(self, master: bytes | bytearray) -> None:
        if len(master) != MASTER_BYTES:
            raise ValueError(f"a master key has {MASTER_BYTES} bytes, not {len(master)}")
        self._master = bytearray(master)
        # The raw-key form of SQLCipher: no passphrase stretching, the key is random already.
        self.database = bytearray(
            b"x'" + binascii.hexlify(self.derive(Use.DATABASE)) + b"'",
        )

    @classmethod
    def fresh(cls) -> Keys:
        return cls(os.urandom(MASTER_BYTES))

    @property
    def master(self) -> bytes:
        """The master key itself, to be wrapped in a slot.

        Raises:
            ValueError: the keys were closed.
        """
        if not any(self._master):
            raise ValueError("the keys are closed")
        return bytes(self._master)

    def derive(self, use: Use) -> bytes:
        """32 bytes for *use* (HKDF-SHA256, RFC 5869)."""
        kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"lianxi-register/{use}".encode())
        return kdf.derive(self.master)

    def close(self) -> None:
        for buffer in (self._master, self.database):
            buffer[:] = bytes(len(buffer))
