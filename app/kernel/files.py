"""Files that are whole or absent: atomic writing, cleaned names, hashing.

Order of a write: ``.part`` → flush → fsync → rename → fsync of the folder. A name that exists is
never overwritten unless the caller says so.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import shutil
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TypeVar

from app.kernel.errors import MediumFullError

if TYPE_CHECKING:
    from app.kernel.age import Readable, Writable

T = TypeVar("T")

CHUNK: Final = 1 << 20
PART: Final = ".part"
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_FORBIDDEN: Final = '<>:"/\\|?*'
_BIDI: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)


@contextlib.contextmanager
def atomic(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Open a file that becomes *path* when the block ends well, and vanishes when it does not.

    Raises:
        FileExistsError: *path* is there and *replace* is false.
        OSError: as the medium refuses; nothing is left behind where the medium allows removal.
    """
    if not replace and path.exists():
        raise FileExistsError(path)
    part = path.with_name(path.name + PART)
    try:
        # Made anew: a link that lies there under this name could lead off the medium.
        part.unlink(missing_ok=True)
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if replace:
            move(part, path)
        else:
            _settle(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _settle(part: Path, path: Path) -> None:
    """``move`` that leaves alone what has the name by now."""
    patiently(lambda: _rename_to_new(part, path))
    sync_folder(path.parent)


def _rename_to_new(part: Path, path: Path) -> None:
    if os.name != "posix":
        part.rename(path)  # refuses a name that is taken
        return
    try:
        # A second name is never given over an existing one; a rename would take its place.
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        # FAT and many shares know one name a file only.
        if path.exists():
            raise FileExistsError(path) from None
        part.replace(path)
    else:
        part.unlink()


def write_atomic(path: Path, data: bytes, *, replace: bool = False) -> None:
    with atomic(path, replace=replace) as file:
        file.write(data)


def move(part: Path, path: Path) -> None:
    """Give a finished file its name, in place of what has it; durable when this returns."""
    patiently(lambda: part.replace(path))
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in *folder* durable; a no-op where the system cannot (Windows, some shares)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def copy(source: Readable, target: Writable, limit: int | None = None) -> tuple[int, str]:
    """Copy in chunks; the number of bytes copied and their SHA-256 in hex."""
    seen = hashlib.sha256()
    size = 0
    while chunk := source.read(CHUNK if limit is None else min(CHUNK, limit - size)):
        target.write(chunk)
        seen.update(chunk)
        size += len(chunk)
    return size, seen.hexdigest()


def sha256_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def forget_cached(file: BinaryIO) -> None:
    """Have the next reads of *file* come from the medium, where the system allows it."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def ask_space(folder: Path, needed: int, reserve: int = 1 << 20) -> None:
    """Refuse before writing when *folder* has no room for *needed* bytes.

    Raises:
        MediumFullError: fewer than *needed* + *reserve* bytes are free.
    """
    free = shutil.disk_usage(folder).free
    if free < needed + reserve:
        raise MediumFullError(path=folder, needed=needed, free=free)


def clean_name(name: str, fallback: str = "附件") -> str:
    """*name* as it may be shown and saved on any system: never a path, never empty.

    Control, bidirectional and reserved characters go, NFC, no trailing dot or space, at most 80
    characters and 200 UTF-8 bytes, the ending kept.
    """
    text = unicodedata.normalize("NFC", name)
    kept = "".join(
        "_" if c in _FORBIDDEN else c
        for c in text
        if c not in _BIDI and unicodedata.category(c) not in {"Cc", "Cs", "Co", "Cn"}
    ).strip(" .")
    if not kept or set(kept) == {"_"}:
        kept = fallback
    if _RESERVED.fullmatch(kept):
        kept = f"_{kept}"
    return _shortened(kept)


def _shortened(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 8:
        stem, dot, ending = name, "", ""
    tail = dot + ending
    while len(stem) > 1 and (len(stem + tail) > 80 or len((stem + tail).encode()) > 200):
        stem = stem[:-1]
    return stem + tail


def patiently(
    act: Callable[[], T], tries: int = 10, before_waiting: Callable[[], object] | None = None
) -> T:
    """What *act* returns, repeated while another program (a virus scanner) holds the file.

    Waits up to two and a half seconds in all; what *act* raises then, or for another reason at
    once, comes out unchanged. *before_waiting* may raise to give up.
    """
    for attempt in range(tries - 1):
        try:
            return act()
        except OSError as error:
            if not _is_held(error):
                raise
            if before_waiting is not None:
                before_waiting()
            time.sleep(0.05 * (attempt + 1))
    return act()


def _is_held(error: OSError) -> bool:
    # Windows answers a sharing violation as refused permission; shares mounted elsewhere as busy.
    held = isinstance(error, PermissionError) and os.name != "posix"
    return held or error.errno in {errno.EBUSY, errno.ETXTBSY, errno.EAGAIN}
