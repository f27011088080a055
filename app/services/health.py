"""Whether the program and a register are in order: what ``lianxi doctor`` prints."""

from __future__ import annotations

import importlib.util
import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app import __version__
from app.documents.fonts import catalog
from app.kernel import files, paths
from app.kernel.errors import AppError
from app.rules import packs as law
from app.vault import journal
from app.vault.register import Register

_LEAST_FREE: Final = 500 << 20
"""Bytes a register should still find; a case with its letters takes about one megabyte."""


class Subject(StrEnum):
    PROGRAM = "program"
    QT = "qt"
    FONTS = "fonts"
    RULES = "rules"
    TEMPLATES = "templates"
    SPACE = "space"
    DATABASE = "database"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; *detail* is a version, a count, or what is wrong."""

    subject: Subject
    well: bool
    detail: str


def program() -> Iterator[Check]:
    """The program itself: what came with it is there and unharmed."""
    yield Check(Subject.PROGRAM, True, f"{__version__}, Python {platform.python_version()}")
    qt = importlib.util.find_spec("PySide6") is not None
    yield Check(Subject.QT, qt, "PySide6" if qt else "PySide6 is not installed")
    yield _looked_at(Subject.FONTS, _fonts)
    yield _looked_at(Subject.RULES, _rules)
    yield _looked_at(Subject.TEMPLATES, _templates)


def register(opened: Register) -> Iterator[Check]:
    """An open register: its disk, every page of its database, its whole journal."""
    free = shutil.disk_usage(opened.folder).free
    yield Check(Subject.SPACE, free >= _LEAST_FREE, f"{free >> 20} MiB")
    faults = opened.check_integrity()
    yield Check(Subject.DATABASE, not faults, "; ".join(faults[:3]) or "ok")
    with opened.read() as session:
        broken = journal.verify(session)
    yield Check(Subject.JOURNAL, broken is None, "ok" if broken is None else f"line {broken}")


def _looked_at(subject: Subject, look: Callable[[], str]) -> Check:
    try:
        return Check(subject, True, look())
    except (AppError, OSError) as error:
        return Check(subject, False, f"{error}")


def _fonts() -> str:
    needed = {*catalog.ROLES.values(), *catalog.FALLBACK}
    for font in needed:
        if files.sha256_file(font.path) != font.sha256:
            raise OSError(f"{font.file} is not the file that was shipped")
    return f"{len(needed)}"


def _rules() -> str:
    found = sorted((paths.resources() / "rules").glob("*.json"))
    parsed = [law.parse(path.read_bytes()) for path in found]
    if not parsed:
        raise OSError("no rule packs")
    return f"{len(parsed)}"


def _templates() -> str:
    # Imported here: Jinja2 is not needed by any other check.
    from app.documents.kinds import templates

    templates.bundled()
    return f"{len(list((paths.resources() / 'templates').glob('*.j2')))}"
