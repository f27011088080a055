"""The office's own faces: which it chose, and the chain that prefers them to the bundled ones.

A chosen face is one file with one content. When it is gone or another one, the letter is refused:
its look would change without anybody having decided so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.documents.fonts import catalog
from app.documents.fonts.chain import FontChain, bundled, bundled_face
from app.documents.fonts.face import Role
from app.documents.fonts.truetype import TrueTypeFace
from app.kernel.errors import OfficeFontError

_NO_NAME: Final = re.compile(r"[^!-~]|[\[\](){}<>/%#]")
"""What a PDF name does not hold unescaped (ISO 32000-1, 7.3.5)."""


class FontPolicy(StrEnum):
    """Whose faces the letters of a register are set in."""

    BUNDLED = "bundled"
    """The program's: the same bytes on every computer."""
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """One font of a file: *name* is its PostScript name, *index* its place in a collection."""

    name: str
    path: Path
    sha256: str
    index: int = 0


@dataclass(frozen=True, slots=True)
class OfficeFonts:
    """What an office chose; a role that is not among *roles* keeps its bundled face.

    *spare* are further installed faces, asked for characters that nothing else covers.
    """

    policy: FontPolicy = FontPolicy.BUNDLED
    roles: Mapping[Role, OfficeFile] = field(default_factory=lambda: MappingProxyType({}))
    spare: tuple[OfficeFile, ...] = ()


class OfficeFace(TrueTypeFace):
    """A face the office chose.

    Raises, when first asked for a metric:
        OfficeFontError: its file is gone, is another one or cannot be read.
    """

    def _unusable(self, reason: object) -> OfficeFontError:
        return OfficeFontError(font=self.name, path=self.path, reason=str(reason))


def chain(fonts: OfficeFonts) -> FontChain:
    """The faces of *fonts*; those of an earlier call, if their files were not touched since."""
    if fonts.policy is FontPolicy.BUNDLED:
        return bundled()
    roles = tuple((role, fonts.roles[role]) for role in Role if role in fonts.roles)
    files = (*(file for _, file in roles), *fonts.spare)
    return _chain(roles, fonts.spare, tuple(map(_mark, files)))


@lru_cache(maxsize=4)
def _chain(
    roles: tuple[tuple[Role, OfficeFile], ...],
    spare: tuple[OfficeFile, ...],
    _marks: tuple[tuple[int, int], ...],
) -> FontChain:
    names = _names([file for _, file in roles] + list(spare))
    faces = {
        file: OfficeFace(name, file.path, file.sha256, file.index) for file, name in names.items()
    }
    own = {role: bundled_face(file) for role, file in catalog.ROLES.items()}
    return FontChain(
        own | {role: faces[file] for role, file in roles},
        # What one role draws every role must: a name in the text stands in the title too.
        (*map(bundled_face, catalog.FALLBACK), *faces.values()),
        {role: own[role] for role, _ in roles},
    )


def _names(files: list[OfficeFile]) -> dict[OfficeFile, str]:
    """A name for each, its own where that is free: a page names its faces."""
    taken = {file.name for file in (*catalog.ROLES.values(), *catalog.FALLBACK)}
    names: dict[OfficeFile, str] = {}
    for file in dict.fromkeys(files):
        name = _NO_NAME.sub("", file.name) or "Office"
        if name in taken:
            name = f"{name}-{file.sha256[:8]}-{file.index}"
        taken.add(name)
        names[file] = name
    return names


def _mark(file: OfficeFile) -> tuple[int, int]:
    """Tells a file from one put in its place: when it was written, and its length."""
    try:
        found = file.path.stat()
    except OSError:
        return (0, -1)
    return (found.st_mtime_ns, found.st_size)
