"""Canonical JSON: one text for one value, so that a hash of it means the value.

Rules: UTF-8, keys sorted, no spaces, text in NFC, integers within ±2^53, no floats, no null
(absent is omitted), no duplicate keys, nesting at most ``MAX_DEPTH``.
``loads`` accepts exactly what ``dumps`` writes.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Collection
from typing import Any, Final, NoReturn

from app.kernel.errors import NotCanonicalError

Plain = Any
"""str, int, bool, list of Plain or dict of str to Plain."""

MAX_DEPTH: Final = 32
_LIMIT: Final = 2**53


def dumps(value: Plain) -> bytes:
    """The canonical bytes of *value*; text is normalised to NFC.

    Raises:
        NotCanonicalError: a float, null, over-large integer or over-deep value.
    """
    text = _fast(value)
    return _written(_normal(value, 0)).encode() if text is None else text.encode()


def loads(data: bytes) -> Plain:
    """The value of canonical *data*.

    Raises:
        NotCanonicalError: *data* is not byte for byte what ``dumps`` would write.
    """
    value = _fast_read(data)
    return _read(data) if value is None else value


def _read(data: bytes) -> Plain:
    """The value of *data*, or the exact reason why not."""
    try:
        value = json.loads(
            data.decode("utf-8", "strict"),
            object_pairs_hook=_unique,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError) as error:
        raise NotCanonicalError(reason=str(error)) from error
    if dumps(value) != data:
        raise NotCanonicalError(reason="not in canonical form")
    return value


def digest(value: Plain) -> str:
    """SHA-256 over the canonical bytes, in hex."""
    return sha256(dumps(value))


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


_written: Final = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False
).encode


def _fast(value: Plain) -> str | None:
    """The canonical text of *value*; None where ``_normal`` must look.

    Written at once and looked at whole: a text of which every part is in NFC is in NFC itself
    unless a control character or sign that JSON escapes stands before a combining one, and a part
    of a text in NFC always is (Unicode Standard Annex 15, section 4).
    """
    if not _is_plain(value, 0):
        return None
    text = _written(value)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return None
    return text if unicodedata.is_normalized("NFC", text) else None


def _fast_read(data: bytes) -> Plain:
    """The value of *data* if it is canonical; None where ``_read`` must look.

    What is written again from it is *data* only if that had the one form.
    """
    try:
        value = json.loads(data)
        return value if _fast(value) == data.decode() else None
    except (ValueError, RecursionError):
        return None


def _is_plain(value: Plain, depth: int) -> bool:
    """Whether *value* is of the kinds ``_normal`` keeps as they are, strings aside."""
    kind = type(value)
    if kind is str or kind is bool:
        return True
    if kind is int:
        return bool(-_LIMIT <= value <= _LIMIT)
    if kind is dict:
        return all(map(_is_key, value)) and _are_plain(value.values(), depth + 1)
    return (kind is list or kind is tuple) and _are_plain(value, depth + 1)


def _are_plain(values: Collection[Plain], depth: int) -> bool:
    if depth > MAX_DEPTH:
        return not values
    for each in values:  # noqa: SIM110 - of every value of every entry: a generator costs half more
        if type(each) is not str and not _is_plain(each, depth):
            return False
    return True


def _is_key(key: object) -> bool:
    return type(key) is str and key.isascii()


def _normal(value: Plain, depth: int) -> Plain:
    if depth > MAX_DEPTH:
        raise NotCanonicalError(reason="nested too deep")
    match value:
        case bool():
            return value
        case str():
            return _text(value)
        case int() if -_LIMIT <= value <= _LIMIT:
            return int(value)
        case list() | tuple():
            return [_normal(item, depth + 1) for item in value]
        case dict():
            return {_key(key): _normal(item, depth + 1) for key, item in value.items()}
        case _:
            raise NotCanonicalError(reason=f"cannot carry {type(value).__name__} {value!r}"[:200])


def _text(value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotCanonicalError(reason="lone surrogate in text") from error
    return unicodedata.normalize("NFC", value)


def _key(key: object) -> str:
    if not isinstance(key, str) or not key.isascii():
        raise NotCanonicalError(reason=f"key {key!r} is not ASCII text"[:200])
    return str(key)


def _unique(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotCanonicalError(reason="duplicate key")
    return found


def _refuse(token: str) -> NoReturn:
    raise NotCanonicalError(reason=f"number {token!r} is not an integer"[:200])
