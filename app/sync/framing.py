"""The outer file: a zip of three stored members, in one form only.

Every byte of the framing follows from names, sizes and CRCs. A reader computes what must stand
there and compares, so no second reading of the same file is possible and no flipped bit passes.
All sizes are in zip64 fields, whatever they are.

Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16 and 4.5.3.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.kernel.errors import BundleFormError, IncompleteBundleError
from app.sync.medium import Medium

ENVELOPE: Final = "envelope.json"
SIGNATURE: Final = "envelope.json.sig"
PAYLOAD: Final = "payload.age"

_VERSION: Final = 45  # 4.4.3.2: the first that knows zip64
_NO_DATE: Final = 0x0021  # 1980-01-01, the earliest a zip can say
_IN_ZIP64: Final = 0xFFFFFFFF
_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
_END64: Final = struct.Struct("<4sQ2H2I4Q")
_LOCATOR: Final = struct.Struct("<4sIQI")
_END: Final = struct.Struct("<4s4H2IH")
_SIZES: Final = struct.Struct("<2H2Q")
_SIZES_OFFSET: Final = struct.Struct("<2H3Q")


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    crc: int
    size: int

    @property
    def span(self) -> int:
        """Bytes it takes in the file, its header included."""
        return len(opening(self)) + self.size


def member(name: str, data: bytes) -> Member:
    return Member(name, zlib.crc32(data), len(data))


def opening(of: Member) -> bytes:
    """What stands in front of the member's bytes."""
    name = of.name.encode()
    fixed = _LOCAL.pack(
        b"PK\3\4", _VERSION, 0, 0, 0, _NO_DATE, of.crc, _IN_ZIP64, _IN_ZIP64, len(name), _SIZES.size
    )
    return fixed + name + _SIZES.pack(1, _SIZES.size - 4, of.size, of.size)


def closing(members: Sequence[Member]) -> bytes:
    """What stands behind the last member."""
    offset = 0
    directory = b""
    for each in members:
        directory += _central(each, offset)
        offset += each.span
    count, size = len(members), len(directory)
    end64 = _END64.pack(
        b"PK\6\6", _END64.size - 12, _VERSION, _VERSION, 0, 0, count, count, size, offset
    )
    locator = _LOCATOR.pack(b"PK\6\7", 0, offset + size, 1)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, _IN_ZIP64, 0)
    return directory + end64 + locator + end


def read_opening(medium: Medium, name: str) -> Member:
    """The header of member *name* at the place where *medium* stands.

    Raises:
        IncompleteBundleError: the file ends before, or holds only zeros (a copy that was cut off).
        BundleFormError: another thing stands there.
    """
    found = medium.exactly(len(opening(Member(name, 0, 0))))
    crc = _LOCAL.unpack_from(found)[6]
    size = _SIZES.unpack_from(found, len(found) - _SIZES.size)[2]
    expect(found, opening(Member(name, crc, size)), f"header of {name}")
    return Member(name, crc, size)


def read_small(medium: Medium, name: str, limit: int) -> tuple[Member, bytes]:
    """Member *name* with its bytes, of which there are at most *limit*."""
    head = read_opening(medium, name)
    if head.size > limit:
        raise BundleFormError(reason=f"{name}: {head.size} bytes")
    data = medium.exactly(head.size)
    if zlib.crc32(data) != head.crc:
        raise BundleFormError(reason=f"{name}: damaged")
    return head, data


def expect(found: bytes, right: bytes, what: str) -> None:
    """Refuse *found* unless it is *right*; zeros alone are what a cut-off copy leaves."""
    if found == right:
        return
    if not any(found):
        raise IncompleteBundleError(reason=f"{what}: only zeros")
    raise BundleFormError(reason=f"{what}: not as it must be")


def _central(of: Member, offset: int) -> bytes:
    name = of.name.encode()
    fixed = _CENTRAL.pack(
        b"PK\1\2", _VERSION, _VERSION, 0, 0, 0, _NO_DATE, of.crc, _IN_ZIP64, _IN_ZIP64,
        len(name), _SIZES_OFFSET.size, 0, 0, 0, 0, _IN_ZIP64,
    )  # fmt: skip
    return fixed + name + _SIZES_OFFSET.pack(1, _SIZES_OFFSET.size - 4, of.size, of.size, offset)
