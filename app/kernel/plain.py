"""Frozen dataclasses to plain values and back: the strict pair every exchanged fact uses.

The writer is strict (``canon`` refuses what it cannot carry); ``None``, empty text and empty
tuples are omitted. The reader checks every type, fills omitted fields with their emptiness and
ignores fields it does not know, because a later version may add some without a new number.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Hashable
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

from app.kernel import clock
from app.kernel.canon import Plain
from app.kernel.errors import NotCanonicalError

T = TypeVar("T")
Hint = Any
"""A type as an annotation gives it."""


def to_plain(facts: object) -> dict[str, Plain]:
    """The plain form of a dataclass instance."""
    plain = {
        field.name: _down(getattr(facts, field.name))
        for field in dataclasses.fields(cast("Any", facts))
    }
    return {name: value for name, value in plain.items() if value not in (None, "", [], {})}


def from_plain(kind: type[T], plain: Plain) -> T:
    """The instance of dataclass *kind* that *plain* tells.

    Raises:
        NotCanonicalError: a field has another type, or a field without emptiness is missing.
    """
    if not isinstance(plain, dict):
        raise NotCanonicalError(reason=f"{kind.__name__}: not an object")
    get = plain.get
    return kind(*[up(get(name), where) for name, where, up in _readers(cast("Hint", kind))])


def hints(kind: Hint) -> dict[str, Hint]:
    """The fields of dataclass *kind* and their types."""
    return _resolved(kind)


_resolved = cache(typing.get_type_hints)
"""Resolving the annotations of a dataclass takes longer than reading a value of it."""


def _down(value: object) -> Plain:
    match value:
        case None | bool() | int():
            return value
        case StrEnum():
            return value.value
        case str():
            return value
        case datetime():
            return clock.to_text(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [_down(item) for item in value]
        case dict():
            return {name: _down(item) for name, item in value.items()}
        case _ if dataclasses.is_dataclass(value):
            return to_plain(value)
        case _:
            raise NotCanonicalError(reason=f"cannot carry {type(value).__name__}")


Up = Callable[[Plain, str], Any]
"""Reads one value; the text names its place in refusals."""


@cache
def _readers(kind: Hashable) -> tuple[tuple[str, str, Up], ...]:
    """A name, a place and a reader for each field of dataclass *kind*, in their order."""
    known, made = hints(kind), cast("type[Any]", kind)
    return tuple(
        (field.name, f"{made.__name__}.{field.name}", _reader(known[field.name]))
        for field in dataclasses.fields(made)
    )


def _reader(hint: Hint) -> Up:
    """How values of *hint* are read: looked up once, because that takes longer than reading."""
    origin: Hint = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        inner = _reader(next(arg for arg in typing.get_args(hint) if arg is not type(None)))
        return lambda value, where: None if value is None else inner(value, where)
    if origin is tuple:
        each = _reader(typing.get_args(hint)[0])
        return lambda value, where: _up_tuple(each, value, where)
    if origin is dict:
        return _up_dict
    if dataclasses.is_dataclass(hint):
        kind = cast("type[Any]", hint)
        return lambda value, _: from_plain(kind, value if value is not None else {})
    return lambda value, where: value if type(value) is hint else _up_scalar(hint, value, where)


def _up_tuple(inner: Up, value: Plain, where: str) -> tuple[Any, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise NotCanonicalError(reason=f"{where}: not a list")
    return tuple([inner(item, where) for item in value])


def _up_dict(value: Plain, where: str) -> dict[str, Plain]:
    """Plain values by name, as they are; what they must be is for the reader of that name."""
    if not isinstance(value, dict | None):
        raise NotCanonicalError(reason=f"{where}: not an object")
    return value or {}


def _up_scalar(hint: Hint, value: Plain, where: str) -> Plain:
    if hint is str and value is None:
        return ""
    if hint in (str, int, bool) and type(value) is hint:
        return value
    if isinstance(value, str) and hint not in (str, int, bool):
        return _up_word(hint, value, where)
    raise NotCanonicalError(reason=f"{where}: {value!r} is not a {hint.__name__}"[:200])


def _up_word(hint: Hint, value: str, where: str) -> Plain:
    try:
        if hint is datetime:
            return clock.from_text(value)
        if hint is date:
            return clock.date_from_text(value)
        return hint(value)
    except ValueError as error:
        raise NotCanonicalError(reason=f"{where}: {error}"[:200]) from error
