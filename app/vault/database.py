"""Connections to the encrypted database: one recipe, used for every file this program opens.

Sources: SQLite documentation of WAL, ``synchronous`` and ``trusted_schema``; SQLCipher's raw keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from app.kernel.errors import (
    AppError,
    DamagedRegisterError,
    MediumFailedError,
    MediumFullError,
    MediumReadOnlyError,
)

FILE: Final = "register.db"
_PRAGMAS: Final = (
    "cipher_log_level = NONE",
    "foreign_keys = ON",
    "journal_mode = WAL",
    # An acknowledged step is never lost, not even to a power cut.
    "synchronous = FULL",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "busy_timeout = 10000",
    "cache_size = -8192",
    "journal_size_limit = 16777216",
)
_STEPS: Final = 20_000
"""Instructions of SQLite between two looks whether copying shall go on, about a millisecond."""

_BEGIN: Final = "register_begin"


def connect(path: Path, key: bytearray, *, create: bool = False) -> dbapi2.Connection:
    """A DBAPI connection that has proved *key*.

    Raises:
        sqlcipher3.dbapi2.DatabaseError: *path* does not open with *key*.
        ValueError: *key* was wiped; a closed register is not a damaged one.
    """
    if not any(key):
        raise ValueError("the register is closed")
    mode = "rwc" if create else "rw"
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=10,
    )
    try:
        # As a buffer, not in a PRAGMA's text: SQLite keeps copies of statements.
        connection.set_key(key)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def copy(source: Path, key: bytearray, target: Path, alive: Callable[[], None]) -> None:
    """The database *source* at one moment as a new file *target*; see ``Register.copy_database``.

    ``VACUUM INTO`` reads in one transaction, so that writers neither wait nor show in it.
    """
    stopped: list[BaseException] = []

    def look() -> int:
        try:
            alive()
        except BaseException as error:  # noqa: BLE001 - raised again below; SQLite drops it
            stopped.append(error)
        return len(stopped)

    with translated(source):
        connection = connect(source, key)
        try:
            connection.set_progress_handler(look, _STEPS)
            connection.execute("VACUUM INTO ?", (str(target),))
        except dbapi2.Error:
            if stopped:
                raise stopped[0] from None
            raise
        finally:
            connection.close()


def faults(connection: dbapi2.Connection) -> list[str]:
    """What SQLCipher and SQLite find wrong with the whole file, in their words."""
    found = []
    for pragma in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
        for row in connection.execute(f"PRAGMA {pragma}"):
            found.append(" ".join(map(str, row)))
    return [text for text in found if text != "ok"]


def engine(path: Path, key: bytearray) -> Engine:
    """A pool of connections; ``BEGIN`` is ours, because the driver would begin too late."""
    made = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
    )
    event.listen(made, "begin", _begin)
    return made


def writing(pool: Engine) -> Engine:
    """The same pool, whose transactions take the write lock when they begin."""
    return pool.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file or its medium into the program's own errors."""
    try:
        yield
    except DBAPIError as error:
        if refusal := _refusal(error.orig, path):
            raise refusal from error
        raise
    except dbapi2.Error as error:
        if refusal := _refusal(error, path):
            raise refusal from error
        raise


def _refusal(error: BaseException | None, path: Path) -> AppError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case dbapi2.SQLITE_NOTADB | dbapi2.SQLITE_CORRUPT | dbapi2.SQLITE_CANTOPEN:
            return DamagedRegisterError(path=path.parent, part="db")
        case dbapi2.SQLITE_FULL:
            return MediumFullError(path=path.parent, needed=0, free=0)
        case dbapi2.SQLITE_READONLY | dbapi2.SQLITE_PERM:
            return MediumReadOnlyError(path=path.parent)
        case dbapi2.SQLITE_IOERR:
            return MediumFailedError(path=path.parent, reason=str(error))
        case _:
            return None
