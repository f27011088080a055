"""What the entries of a bundle say they bring, for the person who looks before taking it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from app.kernel.errors import RulesError
from app.rules import packs as law
from app.services import arrivals, entries
from app.sync import echoes, statements
from app.sync.entry import Entry
from app.sync.statements import ECHO, PACK, ROSTER, UNTOLD

_UNSEEN: Final = UNTOLD - {ECHO, PACK, ROSTER}
"""Of these only the protocol itself speaks."""


_TITLED_OTHERWISE: Final = frozenset({statements.WITHDRAW, statements.RECEIPT, ROSTER, PACK, ECHO})


@dataclass(frozen=True, slots=True)
class Arriving:
    """What one new entry of a bundle would bring or brought; *known* is false for a parked type.

    *title* is the name of a record; for one given back that of the statement inside, for a
    withdrawal its reason, for a receipt how many records were opened, for a roster its version, for
    a rule pack its title.
    """

    seq: int
    type: str
    title: str
    known: bool


def is_seen(entry: Entry) -> bool:
    """Whether a person is told of *entry*."""
    return entry.head.type not in _UNSEEN


def arriving(entry: Entry) -> Arriving:
    known = entry.head.type in arrivals.APPLY or entry.head.type in UNTOLD
    return Arriving(entry.seq, entry.head.type, _title(entry), known)


def _title(entry: Entry) -> str:
    """Out of a body nobody has checked yet: whatever is not there is left out."""
    if entry.head.type not in _TITLED_OTHERWISE:
        return entries.title(entry)
    body: Any = None if entry.body is None else entries.spoken(entry)
    if not isinstance(body, dict):
        return ""
    match entry.head.type:
        case statements.WITHDRAW:
            return str(body.get("reason", ""))
        case statements.RECEIPT:
            return str(len(body.get("records") or ()))
        case statements.ROSTER:
            return _version(body)
        case statements.PACK:
            return _pack_title(str(body.get("data", "")))
        case statements.ECHO:
            inner = echoes.inner(entry)
            return entries.title(inner) if inner is not None else ""
        case _:
            return entries.title(entry)


def _version(body: dict[str, Any]) -> str:
    file = body.get("roster")
    roster = file.get("roster") if isinstance(file, dict) else None
    return str(roster.get("version", "")) if isinstance(roster, dict) else ""


def _pack_title(data: str) -> str:
    try:
        return law.parse(data.encode()).title
    except (RulesError, UnicodeEncodeError):
        return ""
