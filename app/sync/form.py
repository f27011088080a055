"""Reading the fields of a signed JSON text: each is there, of its type, and within its bounds.

Unknown fields are passed over (a later version may add some; the original bytes are kept), and a
known field that is wrong refuses the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, TypeVar

from app.kernel import canon, clock
from app.kernel.errors import BundleFormError, NewerBundleError, NotCanonicalError
from app.kernel.terms import SUITE, is_handle, is_uid

Word = TypeVar("Word", bound=StrEnum)

MAX_VALUES: Final = 1_000_000
"""Commas and opening brackets of one text: what bounds the memory that reading it takes."""

MAX_NUMBER: Final = 10**9
MAX_TEXT: Final = 1000
_HASH: Final = re.compile(r"[0-9a-f]{64}")


class Fields:
    """One JSON object of a signed text; *where* names it in refusals."""

    def __init__(self, plain: canon.Plain, where: str) -> None:
        if not isinstance(plain, dict):
            raise BundleFormError(reason=f"{where}: not an object")
        self._plain: Mapping[str, canon.Plain] = plain
        self._where = where

    def __contains__(self, name: str) -> bool:
        return name in self._plain

    def inner(self, name: str) -> Fields:
        return Fields(self._plain.get(name), f"{self._where}.{name}")

    def each(self, name: str) -> list[Fields]:
        found = self._plain.get(name)
        if not isinstance(found, list):
            raise self._refusal(name, "not a list")
        return [Fields(item, f"{self._where}.{name}[{i}]") for i, item in enumerate(found)]

    def texts(self, name: str) -> list[str]:
        """A list of texts, each at most ``MAX_TEXT`` characters."""
        found = self._plain.get(name)
        if not isinstance(found, list):
            raise self._refusal(name, "not a list")
        if not all(isinstance(item, str) and len(item) <= MAX_TEXT for item in found):
            raise self._refusal(name, "not texts of this length")
        return list(found)

    def text(self, name: str) -> str:
        """At most ``MAX_TEXT`` characters, possibly none."""
        found = self._plain.get(name)
        if not isinstance(found, str) or len(found) > MAX_TEXT:
            raise self._refusal(name, "not a text of this length")
        return found

    def number(self, name: str, least: int = 0, most: int = MAX_NUMBER) -> int:
        found = self._plain.get(name)
        if isinstance(found, bool) or not isinstance(found, int) or not least <= found <= most:
            raise self._refusal(name, "not a number in range")
        return found

    def uid(self, name: str) -> str:
        return self._checked(name, is_uid(self.text(name)), "not a uid")

    def handle(self, name: str) -> str:
        return self._checked(name, is_handle(self.text(name)), "not a handle")

    def hash(self, name: str) -> str:
        return self._checked(name, _HASH.fullmatch(self.text(name)) is not None, "not a hash")

    def hash_unless(self, absent: bool, name: str) -> str | None:
        """A hash that must be missing exactly when *absent*."""
        if absent == (name in self._plain):
            raise self._refusal(name, "present" if absent else "missing")
        return None if absent else self.hash(name)

    def hashes(self, name: str, most: int) -> tuple[str, ...]:
        """A list of hashes in their order, each once; at least one and at most *most*."""
        found = self._plain.get(name)
        if not isinstance(found, list) or len(found) > most:
            raise self._refusal(name, "not a list of this length")
        if not all(isinstance(each, str) and _HASH.fullmatch(each) for each in found):
            raise self._refusal(name, "not a list of hashes")
        refuse_disorder(found, f"{self._where}.{name}")
        return tuple(found)

    def canonical(self, name: str) -> bytes:
        """The canonical bytes of the object under *name*."""
        found = self._plain.get(name)
        if not isinstance(found, dict):
            raise self._refusal(name, "not an object")
        return canon.dumps(found)

    def moment(self, name: str) -> datetime:
        try:
            return clock.from_text(self.text(name))
        except ValueError as error:
            raise self._refusal(name, "not a moment") from error

    def day(self, name: str) -> date:
        try:
            return clock.date_from_text(self.text(name))
        except ValueError as error:
            raise self._refusal(name, "not a day") from error

    def flag(self, name: str) -> bool:
        found = self._plain.get(name)
        if not isinstance(found, bool):
            raise self._refusal(name, "not true or false")
        return found

    def word(self, name: str, kind: type[Word]) -> Word:
        try:
            return kind(self.text(name))
        except ValueError as error:
            raise self._refusal(name, f"not a {kind.__name__}") from error

    def matching(self, name: str, pattern: re.Pattern[str]) -> str:
        return self._checked(name, pattern.fullmatch(self.text(name)) is not None, "wrong form")

    def same(self, other: Fields, names: tuple[str, ...]) -> bool:
        """Whether both say the same under each of *names*, or neither anything."""
        return all(self._plain.get(name) == other._plain.get(name) for name in names)

    def refuse_other(self, kind: str) -> None:
        """Refuse a text that is not of type *kind* (``name/number``) in the suite we know.

        Raises:
            NewerBundleError: the same name with another number, or another suite.
            BundleFormError: another thing altogether.
        """
        found = self.text("type")
        if found.partition("/")[0] != kind.partition("/")[0]:
            raise self._refusal("type", "another kind of text")
        if found != kind:
            raise NewerBundleError(found=found)
        if self.text("suite") != SUITE:
            raise NewerBundleError(found=self.text("suite"))

    def _checked(self, name: str, right: bool, reason: str) -> str:
        if not right:
            raise self._refusal(name, reason)
        return self.text(name)

    def _refusal(self, name: str, reason: str) -> BundleFormError:
        return BundleFormError(reason=f"{self._where}.{name}: {reason}")


def facts(of: object) -> dict[str, Any]:
    """The fields of a slotted dataclass that are not None, under their own names."""
    names: tuple[str, ...] = type(of).__slots__  # type: ignore[attr-defined]
    return {name: getattr(of, name) for name in names if getattr(of, name) is not None}


def present(**texts: str | None) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text is not None}


def refuse_disorder(keys: Sequence[str], where: str) -> None:
    """One order, each once, and an empty list is left out: one text for one meaning.

    Raises:
        BundleFormError: *keys* are none, not sorted, or one is there twice.
    """
    if not keys or list(keys) != sorted(set(keys)):
        raise BundleFormError(reason=f"{where}: empty, out of order or twice")


def refuse_crowded(data: bytes, where: str) -> None:
    """A short text may hold millions of values, each of which takes a hundred bytes of memory.

    Raises:
        BundleFormError: *data* has more than ``MAX_VALUES``, those inside texts counted too.
    """
    if sum(map(data.count, (b",", b"[", b"{"))) > MAX_VALUES:
        raise BundleFormError(reason=f"{where}: more than {MAX_VALUES} values")


def parse(data: bytes, where: str) -> Fields:
    """The object that the canonical text *data* is.

    Raises:
        BundleFormError: not canonical JSON, or not an object.
    """
    refuse_crowded(data, where)
    try:
        return Fields(canon.loads(data), where)
    except NotCanonicalError as error:
        raise BundleFormError(reason=f"{where}: {error}") from error
