"""Records: many entries, one writer, and which of two statements about one holds.

Only its owner's entries change a record. A higher version replaces a lower one; a withdrawal
stands for ever, whatever its version; the same version with another content is a conflict, which
only the owner's next version settles. Clocks decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from app.kernel import plain
from app.sync.entry import Entry
from app.sync.statements import START, UNTOLD, WITHDRAW, Listed, Start


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

    *entries* come in the order in which they were written; those of the protocol are left out.
    """
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.head.type in UNTOLD:
            continue
        held = found.get(entry.head.record)
        if held is None or held.body is None or _replaces(entry, held):
            found[entry.head.record] = entry
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Tip:
    """A statement that no other of its record is known to come after; ``over`` are the contents it
    is known to come after itself."""

    entry: Entry
    over: frozenset[str]


def tips(entries: Iterable[Entry]) -> tuple[Tip, ...]:
    """What is left of an author's statements when copies of its register went apart: of most
    records one, of some several, highest version first; a withdrawal alone.

    *entries* are all of all incarnations, in order. What follows without a gap comes from one copy;
    a start lists what its author knew. A content of another copy is not among that, although it may
    have arrived earlier.
    """
    known: dict[str, frozenset[str]] = {}
    stated: dict[str, list[Tip]] = {}
    last: str | None = None
    for entry in entries:
        record = entry.head.record
        if entry.head.prev != last:
            known = {}
        last = entry.hash
        if entry.head.type == START and entry.body is not None:
            inventory = plain.from_plain(Start, entry.plain).inventory
            known = {each.record: frozenset((each.content, *each.before)) for each in inventory}
        elif entry.content is not None and _states_its_own(entry):
            before = known.get(record, frozenset())
            known[record] = before | {entry.content}
            stated.setdefault(record, []).append(Tip(entry, before - {entry.content}))
    return tuple(tip for each in stated.values() for tip in _ends(each))


def _states_its_own(entry: Entry) -> bool:
    return entry.head.type not in UNTOLD and entry.head.owner == entry.head.author


def _ends(stated: Iterable[Tip]) -> list[Tip]:
    ranked = sorted(stated, key=lambda tip: tip.entry.head.version, reverse=True)
    gone = [tip for tip in ranked if tip.entry.head.type == WITHDRAW]
    if gone:
        return gone[:1]
    found: dict[str | None, Tip] = {}
    for tip in ranked:
        # One that was told again later may be known to come after more.
        same = found.setdefault(tip.entry.content, tip)
        if same.entry.head.version == tip.entry.head.version:
            found[tip.entry.content] = Tip(same.entry, same.over | tip.over)
    every = list(found.values())
    return [tip for tip in every if not any(_follows(each, tip) for each in every)]


def _follows(later: Tip, tip: Tip) -> bool:
    return tip.entry.content in later.over and later.entry.head.version > tip.entry.head.version


def _replaces(entry: Entry, held: Entry) -> bool:
    return entry.body is not None and compare(listed(held), listed(entry)) in WORTH_TELLING


def inventory(entries: Iterable[Entry]) -> tuple[Listed, ...]:
    """What to list of records told by *entries*, which come in the order they were written."""
    stated = list(entries)
    contents: dict[str, set[str]] = {}
    for each in stated:
        if each.content is not None:
            contents.setdefault(each.head.record, set()).add(each.content)
    return tuple(_with_those_before(listed(each), contents) for each in newest(stated))


def _with_those_before(said: Listed, contents: Mapping[str, set[str]]) -> Listed:
    if said.gone:
        return said
    return replace(said, before=tuple(sorted(contents[said.record] - {said.content})))


def lacking(inventory: Mapping[str, Listed], held: Iterable[Tip]) -> tuple[Tip, ...]:
    """Which of the statements *held* of an agency it must be given back, by its *inventory*.

    Those it does not list, lists in a lower version, or with a content it does not know of, even in
    a lower version than its own: two copies of its register went apart. Nothing it lists as gone.
    """
    return tuple(
        each for each in held if _is_lacking(inventory.get(each.entry.head.record), each.entry)
    )


def _is_lacking(known: Listed | None, entry: Entry) -> bool:
    said = listed(entry)
    if known is None or compare(known, said) in WORTH_TELLING:
        return True
    return not known.gone and said.content not in (known.content, *known.before)
