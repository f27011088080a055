"""A folder that many agencies write into: whose inbox is where, what is finished, what is ours.

- Every writer makes only files of its own, under names nobody else makes, and removes only those.
- Nothing relies on locks, on the times of files, or on being told of a change: one looks again.
- Any folder will do: one with ``inbox/<handle>/``, or one in which files simply lie.
- Whatever carries the folder further may show files that are still growing, and second copies of
  finished ones; neither is counted.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from app.kernel import files
from app.kernel.errors import from_os_error
from app.kernel.files import patiently
from app.sync.card import SUFFIX as CARD_SUFFIX
from app.sync.envelope import SUFFIX as BUNDLE_SUFFIX
from app.sync.mailbox import Found

INBOX: Final = "inbox"
ROSTER_SUFFIX: Final = ".lxroster"
CARRIED: Final = (BUNDLE_SUFFIX, CARD_SUFFIX, ROSTER_SUFFIX)

_LONGEST: Final = 64
_UID_PART: Final = 8
_SAFE: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_RESERVED: Final = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_BUNDLE: Final = re.compile(
    r"(?P<sender>[a-z0-9-]+)-[0-9]+-(?P<recipient>[a-z0-9-]+?)"
    r"-[0-9]{6,}-[0-9]{6,}-(?P<bundle>[0-9a-f]{8})\.lxb"
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose inbox; *handle* is what the agency calls itself, *uid* what nobody else has."""

    uid: str
    handle: str


@dataclass(frozen=True, slots=True)
class BundleName:
    """What the name of a bundle claims: a hint for counting, never a reason to believe.

    *bundle* is the beginning of the bundle's uid.
    """

    sender: str
    recipient: str
    bundle: str


class Removal(StrEnum):
    """What became of a file we wrote; ``OTHER`` is under our name and not what we wrote."""

    REMOVED = "removed"
    OTHER = "other"
    HELD = "held"


def inbox_names(owner: Owner) -> tuple[str, str]:
    """Under which names *owner* may find its inbox: the handle, and the handle with its uid.

    Who knows two agencies of one handle writes to the second name; who bears it cannot know, and
    looks into both.
    """
    handle = owner.handle.lower()
    if not _SAFE.fullmatch(handle):
        handle = "agency"
    particular = f"{handle[: _LONGEST - _UID_PART - 1]}-{owner.uid[:_UID_PART]}"
    usable = handle == owner.handle.lower() and not _RESERVED.fullmatch(handle)
    return (handle if usable else particular, particular)


def inbox_name(owner: Owner, others: Iterable[Owner]) -> str:
    """Where to write to *owner*, as long as none of *others* goes by the same name."""
    plain, particular = inbox_names(owner)
    taken = any(each.uid != owner.uid and plain in inbox_names(each) for each in others)
    return particular if taken else plain


def folders_for(root: Path, owner: Owner) -> tuple[Path, ...]:
    """Every folder below *root* in which files for *owner* may lie; *root* itself is the last.

    Raises:
        MediumError: *root* cannot be read or is gone.
    """
    names = inbox_names(owner)
    found = [inbox for top in _folders(root, (INBOX,)) for inbox in _folders(top, names)]
    return (*found, root)


def all_folders(root: Path) -> tuple[Path, ...]:
    """Every inbox below *root*, whosever it is, and *root* itself.

    Raises:
        MediumError: *root* cannot be read or is gone.
    """
    found = [inbox for top in _folders(root, (INBOX,)) for inbox in _folders(top)]
    return (*found, root)


def open_inbox(root: Path, name: str) -> Path:
    """The inbox *name* below *root*, made where it is missing, in whatever case it is written.

    Raises:
        MediumError: *root* is gone, or nothing can be made in it.
    """
    try:
        # Not made with its parents: a share that is not connected must not appear as a new folder.
        return _made(_made(root, INBOX), name)
    except OSError as error:
        raise from_os_error(error, root) from error


def finished(folders: Iterable[Path]) -> tuple[Found, ...]:
    """What lies in *folders* and looks finished, by name and size; no file is opened.

    Left out: other endings, empty files, names that begin with a dot or a tilde (what Syncthing,
    Nextcloud, office programs and macOS call their own).

    Raises:
        MediumError: one of *folders* is gone or cannot be read.
    """
    found = [each for folder in folders for each in _listed(folder)]
    return tuple(sorted(found, key=lambda each: (each.path.name, str(each.path))))


def settled(now: Iterable[Found], before: Mapping[Path, int]) -> tuple[Found, ...]:
    """Those that had the same size when they were looked at *before*."""
    return tuple(each for each in now if before.get(each.path) == each.size)


def distinct(found: Iterable[Found]) -> tuple[Found, ...]:
    """*found* without second copies of the same bytes; of two the shorter name stays.

    Programs that carry folders make such copies under names of their own («sync-conflict»).
    Only files of equal size are read; one that cannot be read stays.
    """
    in_order = sorted(found, key=lambda each: (len(each.path.name), str(each.path)))
    sizes = Counter(each.size for each in in_order)
    seen: set[str] = set()
    kept = []
    for each in in_order:
        digest = _digest(each.path) if sizes[each.size] > 1 else ""
        if digest and digest in seen:
            continue
        seen.add(digest)
        kept.append(each)
    return tuple(sorted(kept, key=lambda each: (each.path.name, str(each.path))))


def bundle_name(name: str) -> BundleName | None:
    """What *name* claims, or None where it is no name this program gives."""
    read = _BUNDLE.fullmatch(name.lower())
    return BundleName(read["sender"], read["recipient"], read["bundle"]) if read else None


def remove_own(path: Path, size: int, sha256: str) -> Removal:
    """Remove *path* if it holds exactly the bytes we once wrote there.

    Raises:
        MediumError: the folder is gone or read-only; nothing was removed.
    """
    try:
        if path.is_symlink() or path.stat().st_size != size:
            return Removal.OTHER
        if patiently(lambda: files.sha256_file(path)) != sha256:
            return Removal.OTHER
        patiently(path.unlink)
    except FileNotFoundError as error:
        if path.parent.is_dir():
            return Removal.REMOVED
        raise from_os_error(error, path.parent) from error
    except OSError as error:
        refused = from_os_error(error, path)
        if path.parent.is_dir() and os.access(path.parent, os.W_OK):
            return Removal.HELD
        raise refused from error
    return Removal.REMOVED


def _folders(parent: Path, names: tuple[str, ...] = ()) -> list[Path]:
    """The folders of *parent* that are called one of *names* in any case; without names, all that
    are not hidden."""
    try:
        with patiently(lambda: os.scandir(parent)) as entries:
            found = [
                Path(entry.path)
                for entry in entries
                if _is_called(entry.name, names) and _is_folder(entry)
            ]
    except OSError as error:
        raise from_os_error(error, parent) from error
    return sorted(found)


def _is_called(name: str, names: tuple[str, ...]) -> bool:
    return name.lower() in names if names else not name.startswith(".")


def _made(parent: Path, name: str) -> Path:
    wanted = parent / name
    alike = [each for each in parent.iterdir() if each.name.lower() == name and each.is_dir()]
    if wanted in alike or not alike:
        # Another writer may make it in this moment.
        wanted.mkdir(exist_ok=True)
        return wanted
    return min(alike)


def _listed(folder: Path) -> Iterator[Found]:
    try:
        with patiently(lambda: os.scandir(folder)) as entries:
            for entry in entries:
                if _is_carried(entry.name) and (size := _size(entry)):
                    yield Found(Path(entry.path), size)
        # A share that went away while it was listed must not look like an empty one.
        folder.stat()
    except OSError as error:
        raise from_os_error(error, folder) from error


def _is_carried(name: str) -> bool:
    return name.lower().endswith(CARRIED) and not name.startswith((".", "~"))


def _size(entry: os.DirEntry[str]) -> int:
    """0 for what is no file, or no longer there: another agency removed its own meanwhile."""
    try:
        return entry.stat().st_size if entry.is_file() else 0
    except OSError:
        return 0


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _digest(path: Path) -> str:
    try:
        return files.sha256_file(path)
    except OSError:
        return ""
