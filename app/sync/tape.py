"""The payload's inside: a tar of regular files, in one form only.

A header follows from name and size; a reader computes it and compares.

Source: POSIX.1-1988 ustar (IEEE Std 1003.1, pax, "ustar Interchange Format").
"""

from __future__ import annotations

import hashlib
from types import TracebackType
from typing import Final, Self

from app.kernel.age import Readable
from app.kernel.aside import Aside
from app.kernel.errors import BundleFormError
from app.kernel.files import CHUNK

BLOCK: Final = 512
END: Final = bytes(2 * BLOCK)
MAX_MEMBER: Final = 8**11 - 1
"""Bytes; eleven octal digits hold no more (8 GiB - 1)."""

_SIZE_AT: Final = slice(124, 135)


def header(name: str, size: int) -> bytes:
    """The block in front of a member; *name* has at most 100 ASCII characters."""
    fields = (
        name.encode().ljust(100, b"\0"),
        _octal(0o644, 8) + _octal(0, 8) + _octal(0, 8),  # mode, owner, group
        _octal(size, 12) + _octal(0, 12),  # no time of change
        b" " * 8,  # the checksum counts itself as spaces
        b"0".ljust(101, b"\0"),  # a regular file, no link
        b"ustar\x0000".ljust(72, b"\0"),  # version 00, no names of owner and group
        _octal(0, 8) + _octal(0, 8),  # no device
    )
    block = b"".join(fields).ljust(BLOCK, b"\0")
    return block[:148] + _octal(sum(block), 7) + b" " + block[156:]


def _octal(number: int, width: int) -> bytes:
    return b"%0*o\0" % (width - 1, number)


def padding(size: int) -> bytes:
    return bytes(-size % BLOCK)


class Tape:
    """A payload read from front to end."""

    def __init__(self, source: Readable) -> None:
        self._source = source

    def small(self, name: str, limit: int) -> bytes:
        """The next member, which must be *name* and have at most *limit* bytes."""
        block = self._exactly(BLOCK, name)
        digits = block[_SIZE_AT]
        size = int(digits, 8) if all(0x30 <= digit <= 0x37 for digit in digits) else -1
        if not 0 <= size <= limit or block != header(name, size):
            raise BundleFormError(reason=f"payload: header of {name}")
        data = self._exactly(size, name)
        self.skip_padding(size, name)
        return data

    def body(self, name: str, size: int) -> Body:
        """The bytes of the next member, which must be *name* and have *size* bytes."""
        if self._exactly(BLOCK, name) != header(name, size):
            raise BundleFormError(reason=f"payload: header of {name}")
        return Body(self._source, size)

    def skip_padding(self, size: int, name: str) -> None:
        if any(self._exactly(-size % BLOCK, name)):
            raise BundleFormError(reason=f"payload: padding of {name}")

    def end(self) -> None:
        """Refuse anything but the closing blocks and the end of the stream."""
        if self._source.read(len(END) + 1) != END:
            raise BundleFormError(reason="payload: end")

    def _exactly(self, size: int, name: str) -> bytes:
        found = self._source.read(size)
        if len(found) != size:
            raise BundleFormError(reason=f"payload: ends inside {name}")
        return found


class Body:
    """The *size* bytes of one member as a stream that counts and hashes what is taken.

    A block to be left: a thread hashes.
    """

    def __init__(self, source: Readable, size: int) -> None:
        self._source = source
        self._left = size
        self._seen = hashlib.sha256()
        self._hashing = Aside(self._seen.update)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._hashing.close()

    def read(self, size: int = -1, /) -> bytes:
        found = self._source.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(found)
        self._hashing.put(found)
        return found

    def finish(self) -> str:
        """Read what was not taken; the SHA-256 of the whole, in hex."""
        while self._left:
            if not self.read(CHUNK):
                raise BundleFormError(reason="payload: ends inside an attachment")
        self._hashing.finish()
        return self._seen.hexdigest()
