"""The declarative base: STRICT tables, named constraints, column kinds stated once.

SQLite's STRICT admits only INTEGER, TEXT, BLOB and REAL, so moments, days, flags and JSON are
stored through the decorators below.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from sqlalchemy import Dialect, Integer, LargeBinary, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

from app.kernel import canon, clock
from app.kernel.terms import (
    AgencyLevel,
    AgencyRole,
    Carrier,
    EvidenceKind,
    MatterKind,
    PartyKind,
    PartyRole,
    Post,
    ProcurementMethod,
    ProjectKind,
    RootState,
    RosterState,
    TrustedBy,
)


class Moment(TypeDecorator[datetime]):
    """An aware datetime as ``YYYY-MM-DDTHH:MM:SS.mmmZ`` text (sorts as time)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else clock.to_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else clock.from_text(value)


class Day(TypeDecorator[date]):
    """A calendar day as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """A truth as 0 or 1."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class CanonText(TypeDecorator[Any]):
    """A plain value as canonical JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else canon.dumps(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else canon.loads(value.encode())


class Word(TypeDecorator[StrEnum]):
    """A closed word by its value."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.words(value)


_WORDS = (
    AgencyLevel,
    AgencyRole,
    Carrier,
    EvidenceKind,
    MatterKind,
    PartyKind,
    PartyRole,
    Post,
    ProcurementMethod,
    ProjectKind,
    RosterState,
    RootState,
    TrustedBy,
)

Key = Annotated[int, mapped_column(Integer, primary_key=True)]
Uid = Annotated[str, mapped_column(Text, unique=True)]
Canon = Annotated[Any, mapped_column(CanonText)]


class Base(DeclarativeBase):
    """All tables; an int is INTEGER, a str TEXT, bytes BLOB."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        int: Integer,
        bytes: LargeBinary,
        bool: Flag,
        datetime: Moment,
        date: Day,
        **{words: Word(words) for words in _WORDS},
    }
    __table_args__: Any = {"sqlite_strict": True}  # noqa: RUF012 - SQLAlchemy declares it so
