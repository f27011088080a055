"""The migrated schema is the models' schema."""

from __future__ import annotations

import re

from sqlalchemy import Engine, create_engine, text
from sqlcipher3 import dbapi2

from app.models import Base
from app.vault.migrations import HEAD, KNOWN
from app.vault.migrations.run import REVISIONS, upgrade
from app.vault.register import Register

_OWN = "name NOT LIKE 'case_words%' AND name <> 'alembic_version'"


def schema(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        rows = connection.execute(
            text(f"SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND {_OWN}")
        )
        return {
            name: re.sub(r"\s+", " ", sql).replace("( ", "(").replace(" )", ")")
            for name, sql in rows
        }


def test_the_migrated_tables_are_the_models_tables_in_every_letter() -> None:
    migrated = create_engine("sqlite://", module=dbapi2)
    modelled = create_engine("sqlite://", module=dbapi2)
    with migrated.begin() as connection:
        upgrade(connection)
    Base.metadata.create_all(modelled)

    assert schema(migrated) == schema(modelled)


def test_every_table_is_strict(register: Register) -> None:
    with register.read() as session:
        loose = session.execute(
            text(
                f"SELECT name FROM pragma_table_list WHERE NOT strict AND type = 'table' AND {_OWN}"
                " AND name NOT LIKE 'sqlite_%'"
            )
        ).all()

    assert loose == []


def test_the_known_revisions_are_the_ones_that_can_be_run() -> None:
    assert tuple(module.revision for module in REVISIONS) == KNOWN
    assert KNOWN[-1] == HEAD
