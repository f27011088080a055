"""Rows on their way into the register: found in bulk, put in together.

A bundle brings thousands of entries, each of which would ask for a row or two and put in one. What
is put in here gets its key at once and stands in the database after ``flush``; who reads these
tables by statements of its own calls that first. Who writes them calls ``forget`` afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar, cast

from sqlalchemy import Table, func, insert, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.models import Base
from app.vault import search
from app.vault.search import CaseTexts

T = TypeVar("T")

_MANY: Final = 500
"""Values in one IN list."""


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """Which *columns* are asked for by column *by*; of rows that share its value one is found."""

    by: InstrumentedAttribute[str] | InstrumentedAttribute[str | None]
    columns: tuple[InstrumentedAttribute[Any], ...]


class Batch:
    """The rows of one transaction, which is the only one that writes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: dict[type[Base], list[dict[str, object]]] = {}
        self._words: dict[int, CaseTexts] = {}
        self._keys: dict[type[Base], int] = {}
        self._once: dict[str, object] = {}
        self._found: dict[Lookup, dict[str, tuple[Any, ...] | None]] = {}

    def add(self, kind: type[Base], /, **values: object) -> int:
        """A row that will be put in; its key."""
        if kind not in self._keys:
            last = select(func.max(_table(kind).c.id))
            self._keys[kind] = self._session.scalar(last) or 0
        self._keys[kind] += 1
        values["id"] = self._keys[kind]
        self._rows.setdefault(kind, []).append(values)
        return self._keys[kind]

    def index(self, case_id: int, texts: CaseTexts) -> None:
        """Have the search find a case that is put in."""
        self._words[case_id] = texts

    def get(self, lookup: Lookup, value: str) -> tuple[Any, ...] | None:
        """The columns of the row with *value*, put in or on its way; None when there is none."""
        known = self._found.setdefault(lookup, {})
        if value not in known:
            self.learn(lookup, (value,))
        return known[value]

    def learn(self, lookup: Lookup, values: Collection[str]) -> None:
        """Look all of *values* up at once."""
        known = self._found.setdefault(lookup, {})
        unknown = [value for value in dict.fromkeys(values) if value not in known]
        for part in parts(unknown):
            query = select(lookup.by, *lookup.columns).where(lookup.by.in_(part))
            known |= dict.fromkeys(part)
            known |= {value: tuple(row) for value, *row in self._session.execute(query)}

    def note(self, lookup: Lookup, value: str, *columns: object) -> None:
        """Have *value* found from now on: its row is on its way."""
        self._found.setdefault(lookup, {})[value] = columns

    def once(self, name: str, ask: Callable[[], T]) -> T:
        """What *ask* answers, asked again only after another has written."""
        if name not in self._once:
            self._once[name] = ask()
        return cast("T", self._once[name])

    def flush(self) -> None:
        """Put in what is on its way."""
        if self._rows:
            self._session.flush()
            order = {table: place for place, table in enumerate(Base.metadata.sorted_tables)}
            for kind in sorted(self._rows, key=lambda kind: order[_table(kind)]):
                self._session.execute(insert(_table(kind)), self._rows[kind])
            self._rows.clear()
        if self._words:
            search.index_cases(self._session, self._words)
            self._words.clear()

    def forget(self) -> None:
        """Another has written: ask again from now on."""
        self.flush()
        self._keys.clear()
        self._found.clear()
        self._once.clear()


def parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """*values* in lists that one statement takes."""
    return (values[i : i + _MANY] for i in range(0, len(values), _MANY))


def _table(kind: type[Base]) -> Table:
    return cast("Table", kind.__table__)
