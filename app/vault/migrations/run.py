"""Bringing a register's tables to the schema of this program.

Revisions are imported as modules rather than found in a folder, so that a frozen program has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Final

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script.base import Script
from alembic.script.revision import RevisionMap
from sqlalchemy import Connection

from app.vault.migrations.versions import r0001_first

REVISIONS: Final[tuple[ModuleType, ...]] = (r0001_first,)


def upgrade(connection: Connection, revisions: Sequence[ModuleType] = REVISIONS) -> None:
    """Run what is pending inside the transaction *connection* is in."""
    known = RevisionMap(lambda: _scripts(revisions))

    def pending(heads: tuple[str, ...], _context: MigrationContext) -> Sequence[MigrationStep]:
        newest_first = known.iterate_revisions("heads", heads or "base")
        steps = [
            MigrationStep.upgrade_from_script(known, script)
            for script in newest_first
            if isinstance(script, Script)
        ]
        return steps[::-1]

    context = MigrationContext.configure(
        connection, opts={"fn": pending, "transactional_ddl": True}
    )
    with Operations.context(context):
        context.run_migrations()


def _scripts(revisions: Sequence[ModuleType]) -> Iterator[Script]:
    for module in revisions:
        yield Script(module, module.revision, module.__file__ or "")
