"""公文字体: whose faces this register's letters are set in, kept in the register.

Every paper asks ``chain``; the paths are those of the computer the faces were chosen on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from sqlalchemy.orm import Session

from app.documents.fonts import office
from app.documents.fonts.chain import FontChain
from app.documents.fonts.face import Role
from app.documents.fonts.installed import font_files
from app.documents.fonts.locate import Located, locate
from app.documents.fonts.office import FontPolicy, OfficeFile, OfficeFonts
from app.documents.paint.preview import PageImage
from app.documents.specimen import specimen
from app.kernel.canon import Plain
from app.kernel.errors import OfficeFontError
from app.services.changes import Changes, Noun, changed
from app.vault import journal, settings
from app.vault.register import Register

_SETTING: Final = "letters.fonts"


@dataclass(frozen=True, slots=True)
class Samples:
    """*refused* are the chosen faces that are gone or other ones now: they have no picture."""

    pictures: Mapping[Role, PageImage]
    refused: tuple[OfficeFontError, ...]


def chain(session: Session) -> FontChain:
    """The faces of this register's papers. A face that is gone refuses when it is asked."""
    return office.chain(chosen(session))


def chosen(session: Session) -> OfficeFonts:
    stored = settings.read(session, _SETTING, None)
    return _read(stored) if isinstance(stored, Mapping) else OfficeFonts()


def read(register: Register) -> OfficeFonts:
    with register.read() as session:
        return chosen(session)


def look(_register: Register, find: Callable[[], Sequence[Path]] = font_files) -> Located:
    """The official faces on this computer; slow, seconds where many fonts are installed."""
    return locate(find())


def prefer_office(located: Located) -> OfficeFonts:
    """The choice proposed to an office that has none: of each role the first usable face."""
    usable = [each for each in reversed(located.candidates) if each.flaw is None]
    return OfficeFonts(FontPolicy.OFFICE, {each.role: each.file for each in usable}, located.spare)


def samples(register: Register, dpi: float) -> Samples:
    """A line in each face as papers are now set, painted."""
    fonts = office.chain(read(register))
    pictures: dict[Role, PageImage] = {}
    refused: list[OfficeFontError] = []
    for role in Role:
        try:
            pictures[role] = specimen(fonts, role, dpi)
        except OfficeFontError as error:
            refused.append(error)
    return Samples(pictures, tuple(refused))


def choose(register: Register, fonts: OfficeFonts) -> Changes:
    """Set all later papers in *fonts*; what was issued stays as it is."""
    with register.write() as session:
        settings.write(session, _SETTING, _plain(fonts))
        told = {role.value: file.name for role, file in fonts.roles.items()}
        journal.append(
            session,
            register.clock,
            register.user_name,
            "fonts.chosen",
            register.vault_uid,
            policy=fonts.policy.value,
            **told,
        )
        return changed(Noun.SETTINGS)


def _plain(fonts: OfficeFonts) -> Plain:
    return {
        "policy": fonts.policy.value,
        "roles": {role.value: _plain_file(file) for role, file in fonts.roles.items()},
        "spare": [_plain_file(file) for file in fonts.spare],
    }


def _plain_file(file: OfficeFile) -> Plain:
    return {
        "name": file.name,
        "path": str(file.path),
        "sha256": file.sha256,
        "index": file.index,
    }


def _read(stored: Mapping[str, Plain]) -> OfficeFonts:
    roles = cast("Mapping[str, Mapping[str, Plain]]", stored["roles"])
    spare = cast("list[Mapping[str, Plain]]", stored["spare"])
    return OfficeFonts(
        FontPolicy(str(stored["policy"])),
        {Role(role): _file(each) for role, each in roles.items()},
        tuple(map(_file, spare)),
    )


def _file(stored: Mapping[str, Plain]) -> OfficeFile:
    return OfficeFile(
        str(stored["name"]),
        Path(str(stored["path"])),
        str(stored["sha256"]),
        int(str(stored["index"])),
    )
