"""The bundled faces: which file draws which role, and what each file must be.

Made by ``tools/build_fonts.py``; sources, changes, licences: ``resources/fonts/README.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.documents.fonts.face import Role
from app.kernel import paths


@dataclass(frozen=True, slots=True)
class FontFile:
    """*name* is the PostScript name in the file and in a PDF; *sha256* is that of the file."""

    name: str
    file: str
    sha256: str

    @property
    def path(self) -> Path:
        return paths.resources() / "fonts" / self.file


SONG: Final = FontFile(
    "XTSong", "XT-Song.ttf", "1d812123a442ce4f557f71767ab874af35b7c45a6cdb5e538bd33a0c9cb90c01"
)
FANG: Final = FontFile(
    "XTFang", "XT-Fang.ttf", "e2557c4024571c3e5171e0baa2692216a011a4d034e28af1291428776562b127"
)
HEI: Final = FontFile(
    "XTHei",
    "XT-Hei-Medium.ttf",
    "5b36de8754cb2e7c45f8358915c8011580875e3556fd832939f58d26ceeb6b40",
)
KAI: Final = FontFile(
    "XTKai",
    "XT-Kai-Fandol.ttf",
    "bba2343c929ff064e4635179b4caf742fd3dce8b3707a401a29715a4eabcbc96",
)
LATIN: Final = FontFile(
    "LiberationSerif",
    "LiberationSerif-Regular.ttf",
    "29d12439831b7f59194efec85872f24f54eff05738933f9a860220d2abff88ba",
)
RARE: Final = FontFile(
    "XTFallback",
    "XT-Fallback.ttf",
    "8adc65a2babd70599151a9b0d32576e9a25b6fe67f4eb6f8764c57ebc6f9362f",
)

ROLES: Final = MappingProxyType(
    {Role.TITLE: SONG, Role.BODY: FANG, Role.HEI: HEI, Role.KAI: KAI, Role.LATIN: LATIN}
)
FALLBACK: Final = (RARE, FANG, LATIN)
"""Asked in turn for what the role's own face lacks. RARE holds only what FANG lacks."""
