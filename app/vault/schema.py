"""The tables of a register file: made, recognised, brought up to this program's schema."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from app.kernel.errors import DamagedRegisterError, NewerRegisterError
from app.vault import database
from app.vault.migrations import HEAD, KNOWN

COPIES: Final = "register.before-*.db"
"""The copies ``copy_before`` makes, as a pattern."""

_FIND_TABLE = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
_FIND_REVISION = "SELECT version_num FROM alembic_version"


def create(path: Path, key: bytearray, writing: Engine) -> None:
    """A new file at *path* with all tables."""
    database.connect(path, key, create=True).close()
    _migrate(writing)


def bring_up(path: Path, key: bytearray, writing: Engine) -> None:
    """Run pending migrations, after a copy of the file has been made and opened.

    Raises:
        NewerRegisterError: a newer program has changed the tables.
        DamagedRegisterError: there are no tables at all.
    """
    found = revision(writing)
    if not found:
        raise DamagedRegisterError(path=path.parent, part="db")
    if found not in KNOWN:
        raise NewerRegisterError(path=path.parent, found=found, known=HEAD)
    if found != HEAD:
        copy_before(path, key, found)
        _migrate(writing)


def revision(pool: Engine) -> str:
    """The schema the file is at, or an empty text when it has none."""
    with pool.connect() as connection:
        if not connection.exec_driver_sql(_FIND_TABLE).scalar():
            return ""
        return connection.exec_driver_sql(_FIND_REVISION).scalar() or ""


def copy_before(path: Path, key: bytearray, found: str) -> Path:
    """An encrypted copy of the register at schema *found*, proved to open and to be whole.

    Raises:
        DamagedRegisterError: the copy has faults, so the register has them too.
    """
    copy = path.with_name(f"{path.stem}.before-{found}.db")
    copy.unlink(missing_ok=True)
    source = database.connect(path, key)
    try:
        source.execute("VACUUM INTO ?", (str(copy),))
    finally:
        source.close()
    opened = database.connect(copy, key)
    try:
        faults = database.faults(opened)
    finally:
        opened.close()
    if faults:
        raise DamagedRegisterError(path=path.parent, part="db")
    return copy


def _migrate(writing: Engine) -> None:
    # Imported here: a register that is up to date opens without loading the migration tool.
    from app.vault.migrations import run

    with writing.begin() as connection:
        run.upgrade(connection)
