"""Attachments: age-encrypted blobs named by a keyed hash, never plain on disk.

``blobs/xx/<name>`` where the name is HMAC-SHA256 of the content's SHA-256: who holds the folder
alone cannot even ask whether a known file is in it. A blob is written whole before its row; what
has no row after a crash is set aside by ``sweep``.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

from app.kernel import age, files
from app.kernel.age import Readable
from app.kernel.errors import (
    AttachmentChangedError,
    AttachmentMissingError,
    BundleFormError,
    from_os_error,
)
from app.sync.envelope import Item
from app.vault.keys import Keys, Use

FOLDER: Final = "blobs"
_ASIDE: Final = "aside"
_HEAD: Final = 4096
"""Bytes that hold the head of an age file with one recipient, many times over."""
_KEPT_ASIDE: Final = timedelta(days=30)


class Attachments:
    """The blobs of one register; a digest is always the SHA-256 of the plain bytes, in hex."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self._folder = folder
        self._identity = age.identity_of(keys.derive(Use.BLOBS))
        self._recipient = age.recipient_of(self._identity)
        self._naming = keys.derive(Use.BLOB_NAMES)

    def add(self, source: Path | Readable) -> tuple[str, int]:
        """Encrypt *source* into the register; its digest and size in bytes.

        The same bytes twice are one blob. The caller's row follows in its own transaction.

        Raises:
            OSError: *source* cannot be read.
            MediumError: the register's folder refuses.
        """
        if isinstance(source, Path):
            with source.open("rb") as file:
                return self.add(file)
        with self.writer() as writer:
            stored = writer.add(source)
            writer.commit()
        return stored

    def writer(self) -> Writer:
        """Several attachments that are kept together or not at all."""
        return Writer(self, self._folder, self._recipient)

    @contextmanager
    def open(self, sha256: str, name: str = "") -> Iterator[Readable]:
        """The plain bytes as a stream, decrypted as they are read.

        The last ``read`` (the one that meets the end) compares the digest, so nothing of the stream
        counts before it was read to its end. *name* is for the errors.

        Raises:
            AttachmentMissingError: there is no such blob.
            AttachmentChangedError: at a ``read``: the bytes are not those of the digest.
            MediumError: the blob cannot be read.
        """
        with self._plain(sha256, name) as plain:
            yield _Checked(plain, sha256, name)

    @contextmanager
    def bytes_of(self, item: Item) -> Iterator[Readable]:
        """What *item* of a bundle carries: an attachment, or a range of one. Raises as ``open``.

        The bytes are sure to be those of the blob; the caller compares the hash, which is the
        item's.
        """
        if item.piece is None:
            with self._plain(item.sha256, item.name) as whole:
                yield whole
            return
        with self._plain(item.piece.of, item.name) as whole:
            _pass_over(whole, item.piece.offset)
            yield _Range(whole, item.size)

    def range_digest(self, sha256: str, offset: int, size: int, name: str = "") -> str:
        """The SHA-256 of *size* bytes from *offset* of an attachment. Raises as ``open``.

        Raises:
            ValueError: it has no such range.
        """
        with self._plain(sha256, name) as whole:
            _pass_over(whole, offset)
            found, digest = files.copy(_Range(whole, size), _Nowhere())
        if found != size:
            raise ValueError(f"{size} bytes from {offset}")
        return digest

    def join(
        self,
        pieces: Sequence[tuple[int, int, str]],
        sha256: str,
        total: int,
        *,
        keep: Collection[str] = (),
    ) -> bool:
        """Make one attachment of its *pieces* (offset, size, SHA-256 of each); whether it is whole.

        Pieces may overlap and come in any order. Nothing happens while a range is missing. Once the
        whole is in place the pieces' blobs are removed, but for those in *keep* (they are
        attachments of their own); a crash before that is made good by the next call.

        Raises:
            AttachmentChangedError: the pieces are there and do not make up *sha256*; all are kept.
            AttachmentMissingError, MediumError: as ``open``.
        """
        if not self.has(sha256):
            chosen = _covering(pieces, total)
            if chosen is None:
                return False
            with self.writer() as writer, closing(_chunks(self, chosen)) as chunks:
                found, _ = writer.add(_Joined(chunks))
                if found != sha256:
                    raise AttachmentChangedError(name="", expected=sha256, found=found)
                writer.commit()
        for _, _, piece in pieces:
            if piece not in keep:
                self.delete(piece)
        return True

    def verify(self, sha256: str, name: str = "") -> int:
        """Read an attachment through; its size in bytes. Raises as ``open``."""
        size = 0
        with self.open(sha256, name) as file:
            while chunk := file.read(files.CHUNK):
                size += len(chunk)
        return size

    def has(self, sha256: str) -> bool:
        """Whether there is a blob of that name; whether it is whole is for ``verify``."""
        return self.path_of(sha256).exists() or self._aside(sha256).exists()

    def delete(self, sha256: str) -> None:
        """Remove the blob, its key first; one that is not there is no error."""
        for path in (self.path_of(sha256), self._aside(sha256)):
            with suppress(FileNotFoundError):
                _forget_key(path)
                path.unlink()

    def sweep(self, known: Iterable[str], destroyed: Iterable[str], now: datetime) -> None:
        """Remove unfinished and destroyed blobs, set aside those that are not *known*.

        Set aside, because after the database was restored from a backup the blobs added since have
        no rows; when their rows come back they are found again for 30 days.
        """
        for digest in destroyed:
            self.delete(digest)
        for part in self._folder.glob(f"*{files.PART}"):
            part.unlink()
        names = {self._name(digest) for digest in known}
        for blob in self._folder.glob("[0-9a-f][0-9a-f]/*"):
            if blob.name not in names:
                self._set_aside(blob, now)
        for blob in (self._folder / _ASIDE).glob("*"):
            if now.timestamp() - blob.stat().st_mtime > _KEPT_ASIDE.total_seconds():
                blob.unlink()

    @contextmanager
    def _plain(self, sha256: str, name: str) -> Iterator[Readable]:
        path = self._found(sha256, name)
        with _refusals(path):
            file = path.open("rb")
        with file, age.reading(file, [self._identity]) as plain:
            yield _Plain(plain, path, sha256, name)

    def path_of(self, sha256: str) -> Path:
        name = self._name(sha256)
        return self._folder / name[:2] / name

    def _name(self, sha256: str) -> str:
        return hmac.digest(self._naming, sha256.encode(), "sha256").hex()

    def _aside(self, sha256: str) -> Path:
        return self._folder / _ASIDE / self._name(sha256)

    def _set_aside(self, blob: Path, now: datetime) -> None:
        kept = self._folder / _ASIDE / blob.name
        kept.parent.mkdir(exist_ok=True)
        files.move(blob, kept)
        os.utime(kept, (now.timestamp(), now.timestamp()))

    def _found(self, sha256: str, name: str) -> Path:
        path, aside = self.path_of(sha256), self._aside(sha256)
        if not path.exists() and aside.exists():
            path.parent.mkdir(exist_ok=True)
            files.move(aside, path)
        if not path.exists():
            raise AttachmentMissingError(name=name, sha256=sha256)
        return path


class Writer:
    """Blobs under way: ``add`` each, then ``commit``; leaving the block without it drops them."""

    def __init__(self, owner: Attachments, folder: Path, recipient: str) -> None:
        self._owner = owner
        self._folder = folder
        self._recipient = recipient
        self._parts: list[tuple[Path, str]] = []

    def add(self, source: Readable) -> tuple[str, int]:
        """Encrypt *source* to its end; its digest and size. Raises as ``Attachments.add``."""
        read = _Hashed(source)
        part = self._encrypted(read)
        self._parts[-1] = (part, read.sha256)
        return read.sha256, read.size

    def take(self, item: Item, source: Readable) -> None:
        """Encrypt *source*, the bytes of *item*, to its end; what a bundle's opening hands over.

        They are not hashed here: the caller commits only after whoever hands them over has
        compared them.
        """
        part = self._encrypted(source)
        self._parts[-1] = (part, item.sha256)

    def _encrypted(self, source: Readable) -> Path:
        part = self._folder / f"{secrets.token_hex(16)}{files.PART}"
        with _refusals(self._folder):
            self._folder.mkdir(exist_ok=True)
            out = part.open("xb")
        with out:
            self._parts.append((part, ""))
            age.encrypt(source, _Target(out, self._folder), self._recipient)
            with _refusals(self._folder):
                out.flush()
                os.fsync(out.fileno())
        return part

    def commit(self) -> None:
        """Give every blob its name."""
        if not self._parts:
            return
        with _refusals(self._folder):
            while self._parts:
                part, sha256 = self._parts[-1]
                path = self._owner.path_of(sha256)
                path.parent.mkdir(exist_ok=True)
                # Over an equal blob that is there already: that one may have been damaged.
                files.move(part, path)
                self._parts.pop()
            files.sync_folder(self._folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for part, _ in self._parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)


class _Hashed:
    """A source that counts and hashes what is read from it."""

    def __init__(self, source: Readable) -> None:
        self._source = source
        self._seen = hashlib.sha256()
        self.size = 0

    def read(self, size: int = -1, /) -> bytes:
        data = self._source.read(size)
        self._seen.update(data)
        self.size += len(data)
        return data

    @property
    def sha256(self) -> str:
        return self._seen.hexdigest()


class _Target:
    """A blob being written; its medium's refusals are told apart from the source's."""

    def __init__(self, out: BinaryIO, folder: Path) -> None:
        self._out = out
        self._folder = folder

    def write(self, data: bytes, /) -> int:
        with _refusals(self._folder):
            return self._out.write(data)


def _forget_key(path: Path) -> None:
    """Overwrite the head of an age file, which wraps the file's own key: what may survive of its
    blocks opens with no key any more, as far as the medium writes in place."""
    with path.open("r+b") as blob:
        blob.write(secrets.token_bytes(min(path.stat().st_size, _HEAD)))
        blob.flush()
        os.fsync(blob.fileno())


def _covering(
    pieces: Iterable[tuple[int, int, str]], total: int
) -> list[tuple[str, int, int]] | None:
    """Pieces that cover *total* bytes in order, as (SHA-256, bytes to pass over, bytes to take);
    None while some are missing."""
    chosen = []
    place = 0
    for offset, size, sha256 in sorted(pieces):
        if offset > place:
            return None
        if offset + size > place:
            chosen.append((sha256, place - offset, offset + size - place))
            place = offset + size
    return chosen if place == total else None


def _pass_over(source: Readable, count: int) -> None:
    while count and (chunk := source.read(min(count, files.CHUNK))):
        count -= len(chunk)


class _Range:
    """The next *size* bytes of *source*."""

    def __init__(self, source: Readable, size: int) -> None:
        self._source = source
        self._left = size

    def read(self, size: int = -1, /) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        data = self._source.read(wanted) if wanted else b""
        self._left -= len(data)
        return data


class _Nowhere:
    """A target for bytes that are only hashed on the way."""

    def write(self, data: bytes, /) -> int:
        return len(data)


class _Joined:
    """The chosen parts of pieces as one stream."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = memoryview(b"")

    def read(self, size: int = -1, /) -> bytes:
        if not self._rest:
            self._rest = memoryview(next(self._chunks, b""))
        taken = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(taken) :]
        return bytes(taken)


def _chunks(owner: Attachments, chosen: Iterable[tuple[str, int, int]]) -> Generator[bytes]:
    for sha256, over, size in chosen:
        with owner.open(sha256) as piece:
            _pass_over(piece, over)
            part = _Range(piece, size)
            while chunk := part.read(files.CHUNK):
                yield chunk


class _Plain:
    """Plain bytes of a blob; what is wrong with it is told as the attachment's fault."""

    def __init__(self, plain: Readable, path: Path, sha256: str, name: str) -> None:
        self._plain = plain
        self._path = path
        self._sha256 = sha256
        self._name = name

    def read(self, size: int = -1, /) -> bytes:
        try:
            with _refusals(self._path):
                return self._plain.read(size)
        except BundleFormError as error:
            raise AttachmentChangedError(
                name=self._name, expected=self._sha256, found=""
            ) from error


class _Checked:
    """Plain bytes that are compared with their digest when their end is met."""

    def __init__(self, plain: Readable, sha256: str, name: str) -> None:
        self._plain = _Hashed(plain)
        self._sha256 = sha256
        self._name = name

    def read(self, size: int = -1, /) -> bytes:
        data = self._plain.read(size)
        found = self._plain.sha256 if size < 0 or len(data) < size else self._sha256
        if found != self._sha256:
            raise AttachmentChangedError(name=self._name, expected=self._sha256, found=found)
        return data


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise from_os_error(error, path) from error
