"""What a register holds, counted: to tell two copies of one apart without reading a case."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from app.vault import database

_COUNTED: Final = {
    "cases": 'SELECT count(*) FROM "case"',
    "matters": "SELECT count(*) FROM matter",
    "letters": "SELECT count(*) FROM letter",
    "attachments": "SELECT count(*) FROM attachment WHERE destroyed_at IS NULL",
    "lines": "SELECT count(*) FROM journal",
    "incarnation": "SELECT coalesce(max(incarnation), 0) FROM own_key",
}
_OWN: Final = "SELECT uid, name, handle FROM agency WHERE is_self"
_NEWEST: Final = "SELECT hash, at FROM journal ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Census:
    """*lines* and *head* are the journal's length and the hash of its newest line, written *at*
    (a moment as text); *incarnation* is that of our newest keys, 0 before there are any."""

    agency_uid: str
    agency: str
    handle: str
    incarnation: int
    cases: int
    matters: int
    letters: int
    attachments: int
    lines: int
    head: str
    at: str


def read(path: Path, key: bytearray) -> Census:
    """What the database at *path* holds.

    Raises:
        DamagedRegisterError, MediumError: it cannot be read.
    """
    with database.translated(path):
        connection = database.connect(path, key)
        try:
            return take(connection)
        finally:
            connection.close()


def take(connection: dbapi2.Connection) -> Census:
    """Raises sqlcipher3.dbapi2.DatabaseError: a table is missing or cannot be read."""
    counts = {name: int(_first(connection, sql)[0]) for name, sql in _COUNTED.items()}
    uid, name, handle = _first(connection, _OWN, ("", "", ""))
    head, at = _first(connection, _NEWEST, ("", ""))
    return Census(agency_uid=uid, agency=name, handle=handle, head=head, at=at, **counts)


def _first(
    connection: dbapi2.Connection, sql: str, otherwise: tuple[str, ...] = ()
) -> tuple[str, ...]:
    return tuple(connection.execute(sql).fetchone() or otherwise)
