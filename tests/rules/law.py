"""The packs the program ships, parsed once."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from app.kernel import paths
from app.rules import packs
from app.rules.calendar import Calendars
from app.rules.packs import CalendarPack, Pack, RulePack

P = TypeVar("P")

FOLDER: Final = paths.resources() / "rules"
ARTICLES: Final[dict[str, dict[str, str]]] = json.loads(
    (Path(__file__).parent / "articles.json").read_text(encoding="utf-8")
)
"""The text of the articles that rules quote, by law and article."""


@cache
def shipped() -> dict[str, Pack]:
    return {path.name: packs.parse(path.read_bytes()) for path in sorted(FOLDER.glob("*.json"))}


def one(kind: type[P]) -> P:
    """The only pack of *kind*."""
    (found,) = (pack for pack in shipped().values() if isinstance(pack, kind))
    return found


def rules() -> RulePack:
    return one(RulePack)


@cache
def calendars() -> Calendars:
    return Calendars.of(pack for pack in shipped().values() if isinstance(pack, CalendarPack))
