"""Records: many entries, one writer, and which of two statements about one holds.

Only its owner's entries change a record. A higher version replaces a lower one; a withdrawal
stands for ever, whatever its version; the same version with another content is a conflict, which
only the owner's next version settles. Clocks decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from app.sync.entry import Entry
from app.sync.statements import WITHDRAW, Listed


class Standing(StrEnum):
    """How a statement stands to what is held of its record."""

    NEW = "new"
    NEWER = "newer"
    SAME = "same"
    OLDER = "older"
    CONFLICT = "conflict"
    GONE = "gone"
    """The record was withdrawn; nothing said of it counts any more."""


WORTH_TELLING: Final = frozenset({Standing.NEW, Standing.NEWER, Standing.CONFLICT})


def listed(entry: Entry) -> Listed:
    """What *entry* says of its record; one whose body was destroyed says that it is gone."""
    head = entry.head
    gone = head.type == WITHDRAW or entry.content is None
    return Listed(head.record, head.type, head.version, "" if gone else entry.content or "", gone)


def compare(held: Listed | None, said: Listed) -> Standing:
    """How *said* stands to *held*, both of one record by its owner."""
    if held is None:
        return Standing.NEW
    if held.gone:
        return Standing.SAME if said.gone else Standing.GONE
    if said.gone or said.version > held.version:
        return Standing.NEWER
    if said.version < held.version:
        return Standing.OLDER
    return Standing.SAME if said.content == held.content else Standing.CONFLICT


def newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Of each record the entry that holds, in the order in which the records were first spoken of.

    *entries* come in the order in which they were written.
    """
    found: dict[str, Entry] = {}
    for entry in entries:
        held = found.get(entry.head.record)
        if held is None or held.body is None or _replaces(entry, held):
            found[entry.head.record] = entry
    return tuple(found.values())


def _replaces(entry: Entry, held: Entry) -> bool:
    return entry.body is not None and compare(listed(held), listed(entry)) in WORTH_TELLING


def lacking(inventory: Mapping[str, Listed], held: Iterable[Entry]) -> tuple[Entry, ...]:
    """Which of the entries *held* of an agency it must be given back, by its *inventory*.

    Those it does not list, lists in a lower version, or lists with another content; nothing that
    it lists as gone.
    """
    return tuple(
        each
        for each in held
        if each.body is not None
        and compare(inventory.get(each.head.record), listed(each)) in WORTH_TELLING
    )
