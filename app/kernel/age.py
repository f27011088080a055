"""The one wrapper of the age format (X25519 recipients) through pyrage.

age hides, it does not authenticate a sender: callers check signatures and hashes first, and use
nothing of a decrypted stream before the whole of it has been verified (age may release up to
128 KiB of plaintext before it notices a truncation).

Only the stream functions of pyrage are used: its bytes functions hold the interpreter lock.
pyrage drops an exception raised by a caller's stream or hides it behind its own; here the original
comes out again, so that a cancelled job or a pulled stick is not mistaken for a damaged file.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Queue
from typing import Final, Protocol

import pyrage
from pyrage import x25519

from app.kernel.errors import BundleFormError

_CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_STREAM_CHUNK: Final = 1 << 16
_NONCE: Final = 16
_TAG: Final = 16
_READ_AT_ONCE: Final = 1 << 18
_PIECE: Final = 1 << 18
_PIECES_AHEAD: Final = 4


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
    seen = _Streams(source, target)
    try:
        pyrage.encrypt_io(seen.buffered(), seen, [x25519.Recipient.from_str(recipient)])
    except pyrage.EncryptError:
        seen.reraise()
        raise


def decrypt(source: Readable, target: Writable, identities: list[str]) -> None:
    """Write the plaintext of *source* to *target*.

    Raises:
        BundleFormError: none of *identities* opens it, or it is damaged or cut off; what reached
            *target* by then must not be used.
    """
    keys = [x25519.Identity.from_str(identity) for identity in identities]
    seen = _Streams(source, target)
    try:
        pyrage.decrypt_io(seen.buffered(), seen, keys)
    except (pyrage.DecryptError, OSError, ValueError) as error:
        seen.reraise()
        raise BundleFormError(reason=f"age: {error}") from error


def sealed_size(start: bytes, plain: int) -> int:
    """How long a file of age is that begins with *start* and holds *plain* bytes.

    Source: C2SP age.md, "File key", "Header MAC" and "Payload".

    Raises:
        ValueError: the header does not end in *start*.
    """
    mac = start.index(b"\n--- ") + 1
    header = start.index(b"\n", mac) + 1
    chunks = max(1, -(-plain // _STREAM_CHUNK))
    return header + _NONCE + plain + chunks * _TAG


@contextlib.contextmanager
def reading(source: Readable, identities: list[str]) -> Iterator[Readable]:
    """The plaintext of *source* as a stream to read from; about 1 MiB of it is held at a time.

    A thread decrypts ahead and has ended when the block is left. ``read(size)`` gives *size* bytes
    unless the end comes first; the end (an empty or short answer) is given only after the last
    chunk was found genuine.

    Raises:
        BundleFormError: as ``decrypt``, at the ``read`` that reaches the damage.
    """
    pipe = _Pipe()
    with ThreadPoolExecutor(1, "age") as pool:
        job = pool.submit(pipe.fill, source, identities)
        try:
            yield _PipeEnd(pipe, job)
        finally:
            pipe.abandon()


def encrypt_bytes(data: bytes, recipient: str) -> bytes:
    target = io.BytesIO()
    encrypt(io.BytesIO(data), target, recipient)
    return target.getvalue()


def decrypt_bytes(data: bytes, identities: list[str]) -> bytes:
    target = io.BytesIO()
    decrypt(io.BytesIO(data), target, identities)
    return target.getvalue()


class _Streams(io.RawIOBase):
    """A caller's two streams, remembering the first exception either raised."""

    def __init__(self, source: Readable, target: Writable) -> None:
        self._source = source
        self._target = target
        self._raised: BaseException | None = None

    def buffered(self) -> io.BufferedReader:
        """The source for a reader who asks for little at a time, as pyrage does: 8 KiB."""
        return io.BufferedReader(self, _READ_AT_ONCE)

    def readable(self) -> bool:
        return True

    def readinto(self, room: memoryview, /) -> int:  # type: ignore[override]
        try:
            data = self._source.read(len(room))
        except BaseException as error:
            self._raised = self._raised or error
            raise
        room[: len(data)] = data
        return len(data)

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        try:
            return self._target.write(data)
        except BaseException as error:
            self._raised = self._raised or error
            raise

    def flush(self) -> None:
        """pyrage asks for it; the owner of the target flushes."""

    def reraise(self) -> None:
        if self._raised is not None:
            raise self._raised


class _AbandonedError(Exception):
    """The reader of a pipe went away; ends the decrypting thread, seen by nobody."""


class _Pipe:
    """Plaintext on its way from the decrypting thread, in pieces; an empty piece is the end."""

    def __init__(self) -> None:
        self._pieces: Queue[bytes] = Queue(_PIECES_AHEAD)
        self._gathered: list[bytes] = []
        self._size = 0
        self._abandoned = False
        self._ended = False

    def fill(self, source: Readable, identities: list[str]) -> None:
        try:
            decrypt(source, self, identities)
            self._pass_on()
        finally:
            self._pieces.put(b"")

    def write(self, data: bytes, /) -> int:
        if self._abandoned:
            raise _AbandonedError
        self._gathered.append(data)
        self._size += len(data)
        if self._size >= _PIECE:
            self._pass_on()
        return len(data)

    def next_piece(self) -> bytes:
        if self._ended:
            return b""
        piece = self._pieces.get()
        self._ended = not piece
        return piece

    def abandon(self) -> None:
        """Let the thread run out: it may be waiting for room, so what it still has is drained."""
        self._abandoned = True
        while self.next_piece():
            pass

    def _pass_on(self) -> None:
        if self._size:
            self._pieces.put(b"".join(self._gathered))
            self._gathered.clear()
            self._size = 0


class _PipeEnd:
    """The reading end of a pipe."""

    def __init__(self, pipe: _Pipe, job: Future[None]) -> None:
        self._pipe = pipe
        self._job = job
        self._rest = memoryview(b"")

    def read(self, size: int = -1, /) -> bytes:
        parts, missing = [], size
        while missing and (part := self._part(missing)):
            parts.append(part)
            missing -= len(part) if size > 0 else 0
        if missing:
            self._job.result()
        return b"".join(parts)

    def _part(self, most: int) -> memoryview:
        """What is at hand, at most *most* bytes if that is not negative; none at the end."""
        if not self._rest:
            self._rest = memoryview(self._pipe.next_piece())
        part = self._rest if most < 0 else self._rest[:most]
        self._rest = self._rest[len(part) :]
        return part


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
