from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from alembic import op
from sqlalchemy import Engine, inspect

from app.kernel.errors import DamagedRegisterError
from app.vault import database, schema, settings
from app.vault.keys import Keys
from app.vault.migrations import HEAD
from app.vault.migrations.run import REVISIONS, upgrade
from app.vault.register import Register

KEY = Keys(bytes(range(32))).database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.fixture
def pool(path: Path) -> Engine:
    made = database.writing(database.engine(path, KEY))
    schema.create(path, KEY, made)
    return made


def later(revision: str, statement: str) -> ModuleType:
    """A revision that a later program would bring."""
    module = ModuleType(f"r{revision}")
    module.__dict__.update(
        revision=revision,
        down_revision=HEAD,
        __file__=f"r{revision}.py",
        upgrade=lambda: op.execute(statement),
    )
    return module


def test_a_new_file_is_at_this_programs_schema(pool: Engine) -> None:
    assert schema.revision(pool) == HEAD


def test_an_up_to_date_file_is_left_alone(path: Path, pool: Engine) -> None:
    pool.dispose()
    before = path.read_bytes()

    schema.bring_up(path, KEY, pool)
    pool.dispose()

    assert path.read_bytes() == before
    assert list(path.parent.glob("*.before-*")) == []


def test_a_pending_revision_runs_and_is_remembered(pool: Engine) -> None:
    added = later("0002", "ALTER TABLE party ADD COLUMN note TEXT NOT NULL DEFAULT ''")

    with pool.begin() as connection:
        upgrade(connection, (*REVISIONS, added))

    assert schema.revision(pool) == "0002"
    assert "note" in {column["name"] for column in inspect(pool).get_columns("party")}


def test_a_revision_that_fails_leaves_the_schema_before_it(pool: Engine) -> None:
    good = later("0002", "ALTER TABLE party ADD COLUMN note TEXT NOT NULL DEFAULT ''")
    bad = later("0003", "ALTER TABLE no_such_table ADD COLUMN note TEXT")
    bad.__dict__["down_revision"] = "0002"

    with pytest.raises(Exception, match="no_such_table"), pool.begin() as connection:
        upgrade(connection, (*REVISIONS, good, bad))

    assert schema.revision(pool) == HEAD
    assert "note" not in {column["name"] for column in inspect(pool).get_columns("party")}


def test_the_copy_before_a_migration_is_encrypted_and_whole(register: Register) -> None:
    with register.write() as session:
        settings.write(session, "name", "绝密标记")
    path, key = register.folder / database.FILE, register._keys.database

    copy = schema.copy_before(path, key, "0001")

    assert copy.name == "register.before-0001.db"
    assert "绝密".encode() not in copy.read_bytes()
    opened = database.connect(copy, key)
    assert opened.execute("SELECT value FROM setting WHERE name = 'name'").fetchall()
    opened.close()


def test_a_damaged_file_is_not_migrated(register: Register) -> None:
    with register.write() as session:
        settings.write(session, "name", "文" * 20_000)
    path, key = register.folder / database.FILE, bytearray(register._keys.database)
    register.close()
    data = bytearray(path.read_bytes())
    data[-3000] ^= 1
    path.write_bytes(data)

    with pytest.raises(DamagedRegisterError), database.translated(path):
        schema.copy_before(path, key, "0001")


def test_a_file_without_tables_is_damage(path: Path) -> None:
    database.connect(path, KEY, create=True).close()
    pool = database.engine(path, KEY)

    with pytest.raises(DamagedRegisterError):
        schema.bring_up(path, KEY, pool)
    pool.dispose()
