"""Which face draws a character: the role's own, else the fallback, else none.

ReportLab prints nothing at all for a character its font lacks, so a name would lose a character in
silence; whoever composes asks here first and refuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from app.documents.cjk.classes import code_point, is_text
from app.documents.fonts import catalog
from app.documents.fonts.face import Face, FontSet, Role
from app.documents.fonts.truetype import TrueTypeFace
from app.kernel import canon


class FontChain:
    """A face for each role and the faces that stand in, asked in their order.

    *behind* are the faces asked first when the one of a role lacks a character.
    """

    def __init__(
        self,
        faces: Mapping[Role, TrueTypeFace],
        fallback: tuple[TrueTypeFace, ...],
        behind: Mapping[Role, TrueTypeFace] = MappingProxyType({}),
    ) -> None:
        self._faces = faces
        self._behind = behind
        self._fallback = fallback
        self._found: dict[tuple[str, Role], Face | None] = {}

    def face_for(self, char: str, role: Role) -> Face | None:
        """The face that draws *char* in *role*; remembered, because a letter asks often."""
        key = (char, role)
        if key not in self._found:
            behind = self._behind.get(role)
            faces = (self._faces[role], *((behind,) if behind else ()), *self._fallback)
            self._found[key] = next((face for face in faces if face.covers(char)), None)
        return self._found[key]

    def fingerprint(self) -> str:
        """SHA-256 over names and contents of every face, in hex: kept with an issued letter."""
        faces = {*self._faces.values(), *self._behind.values(), *self._fallback}
        return canon.digest(sorted([face.name, face.stated] for face in faces))


@cache
def bundled() -> FontChain:
    """The faces that come with the program, the same on every computer.

    No file is read before a character is asked for: ask on a worker.
    """
    return FontChain(
        {role: bundled_face(file) for role, file in catalog.ROLES.items()},
        tuple(map(bundled_face, catalog.FALLBACK)),
    )


@cache
def bundled_face(file: catalog.FontFile) -> TrueTypeFace:
    """The one face of *file* in this process: its metrics are read once."""
    return TrueTypeFace(file.name, file.path, file.sha256)


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
