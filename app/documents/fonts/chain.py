"""Which face draws a character: the role's own, else the fallback, else none.

ReportLab prints nothing at all for a character its font lacks, so a name would lose a character in
silence; whoever composes asks here first and refuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from app.documents.cjk.classes import code_point, is_text
from app.documents.fonts import catalog
from app.documents.fonts.face import Face, FontSet, Role
from app.documents.fonts.truetype import TrueTypeFace
from app.kernel import canon


class FontChain:
    """A face for each role and the faces that stand in, asked in their order."""

    def __init__(
        self, faces: Mapping[Role, TrueTypeFace], fallback: tuple[TrueTypeFace, ...]
    ) -> None:
        self._faces = faces
        self._fallback = fallback
        self._found: dict[tuple[str, Role], Face | None] = {}

    def face_for(self, char: str, role: Role) -> Face | None:
        """The face that draws *char* in *role*; remembered, because a letter asks often."""
        key = (char, role)
        if key not in self._found:
            faces = (self._faces[role], *self._fallback)
            self._found[key] = next((face for face in faces if face.covers(char)), None)
        return self._found[key]

    def fingerprint(self) -> str:
        """SHA-256 over names and contents of every face, in hex: kept with an issued letter."""
        faces = {*self._faces.values(), *self._fallback}
        return canon.digest(sorted([face.name, face.sha256] for face in faces))


@cache
def bundled() -> FontChain:
    """The faces that come with the program, the same on every computer.

    No file is read before a character is asked for: ask on a worker.
    """
    faces = {
        file: TrueTypeFace(file.name, file.path, file.sha256)
        for file in (*catalog.ROLES.values(), *catalog.FALLBACK)
    }
    return FontChain(
        {role: faces[file] for role, file in catalog.ROLES.items()},
        tuple(faces[file] for file in catalog.FALLBACK),
    )


def uncovered(text: str, fonts: FontSet, role: Role = Role.BODY) -> tuple[tuple[str, str], ...]:
    """The characters of *text* nobody draws, each once and in order, as (char, ``U+XXXX``).

    Line feeds are no characters to draw; control and direction signs are, whatever a face says.
    """
    return tuple(
        (char, code_point(char))
        for char in _each(text)
        if char != "\n" and not (is_text(char) and fonts.face_for(char, role))
    )


def _each(text: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text))
