"""Whether a roster is believed, and what it would change: rules without a register.

- its root follows from the one held, or a key pinned in person stands behind it (``roots``);
- it is signed by a roster key of that root;
- its version is above the one held; another text under the held version is an alarm;
- it names the held one as its predecessor when it is the very next; versions may be jumped over,
  because each is whole, but the jump is named;
- expiry is told, not refused: a slow lead must not stop the work of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from app.kernel.errors import (
    EquivocationError,
    OldRosterError,
    RosterChainError,
    RosterUnsignedError,
)
from app.sync import roots
from app.sync.roots import Root, SignedRoot
from app.sync.roster_form import Member, Roster, RosterFile, SignedRoster

NOTICE_DAYS: Final = 30
"""Before a roster or root runs out, so that the next one can still be carried around."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A roster that may be accepted: the roots to pin first, and the versions nobody showed us.

    *news* is False for the very roster that is held. *skipped* counts the versions between.
    """

    new_roots: tuple[SignedRoot, ...]
    skipped: int
    news: bool


def judge(
    held_root: SignedRoot | None,
    pinned_keys: Collection[str],
    held_roster: SignedRoster | None,
    found: RosterFile,
) -> Verdict:
    """What accepting *found* would bring to whoever holds *held_root* and *held_roster*.

    *pinned_keys* are root keys of cards compared in person; they count while no root is held.

    Raises:
        UnpinnedRootError, OtherMechanismError, RosterChainError, RosterUnsignedError.
        OldRosterError: below what is held. EquivocationError: another text of what is held.
    """
    new_roots = roots.follow(held_root, pinned_keys, found.chain)
    roster = found.roster
    if not roster.signers & set(found.root.root.roster_keys):
        raise RosterUnsignedError(part="roster", version=roster.roster.version, missing=1)
    if held_roster is None:
        return Verdict(new_roots, 0, news=True)
    held, version = held_roster.roster.version, roster.roster.version
    if version < held:
        raise OldRosterError(part="roster", version=version, held=held)
    if version == held and roster.data != held_roster.data:
        raise EquivocationError(
            part="roster", version=version, held=held_roster.sha256, found=roster.sha256
        )
    if version == held + 1 and roster.roster.prev != held_roster.sha256:
        raise RosterChainError(part="roster", version=version)
    return Verdict(new_roots, max(0, version - held - 1), news=version > held)


class Expiry(StrEnum):
    VALID = "valid"
    SOON = "soon"
    EXPIRED = "expired"


def expiry(expires: date, on: date) -> Expiry:
    """*expires* is the last day it is good for."""
    if on > expires:
        return Expiry.EXPIRED
    return Expiry.SOON if (expires - on).days < NOTICE_DAYS else Expiry.VALID


# -- difference ----------------------------------------------------------------------------


class ChangeKind(StrEnum):
    LEAD = "lead"
    ROOT = "root"
    REVOKED = "revoked"
    KEY_CHANGED = "key_changed"
    KEY_ADDED = "key_added"
    KEY_REMOVED = "key_removed"
    JOINED = "joined"
    LEFT = "left"
    RENAMED = "renamed"
    LIAISON = "liaison"
    CONTACT = "contact"
    FACTS = "facts"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Change:
    """*agency* is the uid (the mechanism's for a root), *name* the name after the change."""

    kind: ChangeKind
    agency: str
    name: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """A root and the roster under it."""

    root: Root
    roster: Roster


def difference(old: State | None, new: State) -> tuple[Change, ...]:
    """What *new* says that *old* did not, the gravest first, then by agency.

    Without *old* every member that has not left is one who joined.
    """
    before = {each.agency.uid: each for each in old.roster.members} if old else {}
    after = {each.agency.uid: each for each in new.roster.members}
    found = [*_root_changes(old, new)]
    for uid in sorted(before | after):
        found.extend(_member_changes(before.get(uid), after.get(uid), new.roster))
    order = list(ChangeKind)
    return tuple(sorted(found, key=lambda change: order.index(change.kind)))


def _root_changes(old: State | None, new: State) -> Iterator[Change]:
    if old is None:
        return
    one, other = old.root, new.root
    if one.mechanism.lead != other.mechanism.lead:
        names = [_name(old.roster, one.mechanism.lead), _name(new.roster, other.mechanism.lead)]
        yield Change(ChangeKind.LEAD, other.mechanism.lead, names[1], *names)
    if one.version != other.version:
        told = [f"{each.threshold}/{len(each.keys)}" for each in (one, other)]
        yield Change(ChangeKind.ROOT, other.mechanism.uid, other.mechanism.name, *told)


def _name(roster: Roster, uid: str) -> str:
    member = roster.member(uid)
    return member.agency.name if member else uid


def _member_changes(
    before: Member | None, after: Member | None, roster: Roster
) -> Iterator[Change]:
    here = before is not None and before.until is None
    stays = after is not None and after.until is None
    shown = after or before
    if shown is None or not (here or stays):
        return
    uid, name = shown.agency.uid, shown.agency.name
    if not stays:
        left = after.until.isoformat() if after is not None and after.until else ""
        yield Change(ChangeKind.LEFT, uid, name, "", left)
    if after is not None:
        yield from _revocations(before, after)
    if after is None or not stays:
        return
    if before is None or not here:
        yield Change(ChangeKind.JOINED, uid, name, "", after.since.isoformat())
    else:
        yield from _fact_changes(before, after)
        yield from _key_changes(before, after, roster)


def _revocations(before: Member | None, after: Member) -> Iterator[Change]:
    known = {each.incarnation for each in before.revoked} if before else set()
    for each in after.revoked:
        if each.incarnation not in known:
            yield Change(
                ChangeKind.REVOKED,
                after.agency.uid,
                after.agency.name,
                str(each.incarnation),
                each.reason,
            )


def _fact_changes(before: Member, after: Member) -> Iterator[Change]:
    uid, name = after.agency.uid, after.agency.name
    one, other = before.agency, after.agency
    rows = (
        (ChangeKind.RENAMED, one.name, other.name),
        (ChangeKind.LIAISON, one.liaison, other.liaison),
        (ChangeKind.CONTACT, _contact(before), _contact(after)),
        (ChangeKind.FACTS, _facts(before), _facts(after)),
        (ChangeKind.PROGRAM, _program(before), _program(after)),
    )
    for kind, was, now in rows:
        if was != now:
            yield Change(kind, uid, name, was, now)


def _contact(member: Member) -> str:
    return " ".join(filter(None, (member.agency.phone, member.agency.address)))


def _facts(member: Member) -> str:
    facts = member.agency
    return " ".join((facts.short_name, facts.handle, facts.role, facts.level, facts.region_code))


def _program(member: Member) -> str:
    return "program" if member.runs_program else "paper"


def _key_changes(before: Member, after: Member, roster: Roster) -> Iterator[Change]:
    one = "-".join(before.fingerprint(roster.purpose, roster.issued))
    other = "-".join(after.fingerprint(roster.purpose, roster.issued))
    if one == other:
        return
    kind = ChangeKind.KEY_CHANGED
    if not one:
        kind = ChangeKind.KEY_ADDED
    elif not other:
        kind = ChangeKind.KEY_REMOVED
    yield Change(kind, after.agency.uid, after.agency.name, one, other)
