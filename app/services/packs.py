"""Rule packs in the register: running code reads law only from here.

The packs that come with the program are imported when a register is made and when a newer program
opens it; a case or matter names the hash of the rules of its time. ``Pack.name`` is the kind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import canon, paths, plain
from app.kernel.errors import BadPackError, from_os_error
from app.kernel.terms import AgencyRole, new_uid
from app.models import Agency, Mechanism, Pack
from app.rules import packs as law
from app.rules.calendar import Calendars
from app.rules.packs import (
    CalendarPack,
    DeadlineRule,
    OffencePack,
    PackKind,
    RoutingPack,
    RulePack,
    ViolationPack,
)
from app.services import house, outbox
from app.services.changes import Changes, Noun, changed
from app.sync.statements import PACK, PackBody
from app.vault import journal
from app.vault.register import Register

_MOST: Final = 4 << 20
"""Bytes; the largest pack of the program has a fiftieth of it."""

P = TypeVar("P", RulePack, CalendarPack, ViolationPack, OffencePack, RoutingPack)


@dataclass(frozen=True, slots=True)
class PackFacts:
    """What a rule pack says of itself; *parts* is how many rules, years, rows or routes it has."""

    kind: PackKind
    id: str
    version: str
    title: str
    effective_from: date
    note: str
    parts: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PacksHeld:
    """The newest pack held under each id; only the lead of a mechanism may pass one on."""

    packs: tuple[PackFacts, ...]
    leads: bool


def held(register: Register) -> PacksHeld:
    """The packs in force here."""
    with register.read() as session:
        newest: dict[str, PackFacts] = {}
        for data in session.scalars(select(Pack.data).order_by(Pack.id)):
            found = _facts(data)
            known = newest.get(found.id)
            if known is None or found.version > known.version:
                newest[found.id] = found
        own = house.own_agency(session).uid
        led = session.scalars(select(Mechanism.id).where(Mechanism.lead_uid == own)).first()
        return PacksHeld(tuple(newest[each] for each in sorted(newest)), led is not None)


def look(register: Register, path: Path) -> PackFacts:  # noqa: ARG001 - asked as all questions are
    """What the pack in file *path* says of itself; nothing is kept.

    Raises:
        BadPackError: it is none. MediumError: the file cannot be read.
    """
    return _facts(_read(path))


def violations(register: Register) -> ViolationPack:
    """The violation catalogue in force, without what is handled on paper alone.

    领导干部插手干预 (日财采〔2024〕13号 二（五）) is not kept here, not even by a code.
    """
    with register.read() as session:
        pack = _current(session, ViolationPack)
    kept = tuple(row for row in pack.violations if not row.paper_only)
    return replace(pack, violations=kept)


def offences(register: Register) -> OffencePack:
    """The criminal heads of the pick list, with their dated standards; no duty crimes."""
    with register.read() as session:
        pack = _current(session, OffencePack)
    kept = tuple(row for row in pack.offences if row.receiver is not AgencyRole.DISCIPLINE)
    return replace(pack, offences=kept)


def routing(register: Register) -> RoutingPack:
    """The questions and routes of the routing wizard."""
    with register.read() as session:
        return _current(session, RoutingPack)


def rules(register: Register) -> RulePack:
    """The deadline rules in force."""
    with register.read() as session:
        return _current(session, RulePack)


# -- shared with other use cases -----------------------------------------------------------


def import_bundled(register: Register, session: Session) -> int:
    """Keep every pack that came with the program and is not held yet; how many were new.

    Raises:
        BadPackError: a pack of the program is damaged.
    """
    held = set(session.scalars(select(Pack.sha256)))
    new = 0
    for path in sorted((paths.resources() / "rules").glob("*.json")):
        data = path.read_bytes()
        sha256 = canon.sha256(data)
        if sha256 in held:
            continue
        _keep(register, session, data, sha256)
        new += 1
    session.flush()
    return new


def take_in(register: Register, session: Session, data: bytes, author: str) -> None:
    """Keep a pack the lead passed on; it is in force from then on for what begins after.

    One that is held, or older than the one held under its id, changes nothing.

    Raises:
        BadPackError: it is none, or *author* leads no mechanism of ours.
    """
    pack = _parsed(data)
    led = select(Mechanism.id).where(Mechanism.lead_uid == author)
    if session.scalars(led).first() is None:
        raise BadPackError(pack=pack.id, reason="not from the lead of a mechanism")
    held = [
        _parsed(each) for each in session.scalars(select(Pack.data).where(Pack.name == pack.kind))
    ]
    if all(pack.version > each.version for each in held if each.id == pack.id):
        _keep(register, session, data, canon.sha256(data))
        session.flush()


def share(register: Register, path: Path) -> Changes:
    """Keep the pack in file *path* and state it to every member, as the lead does.

    Raises:
        BadPackError: it is none, older than the one held, or we lead no mechanism.
        MediumError: the file cannot be read.
    """
    data = _read(path)
    with register.write() as session:
        own = house.own_agency(session).uid
        take_in(register, session, data, own)
        sha256 = canon.sha256(data)
        if session.scalars(select(Pack.id).where(Pack.sha256 == sha256)).first() is None:
            raise BadPackError(pack=path.name, reason="older than the one held")
        body = plain.to_plain(PackBody(data.decode()))
        said = outbox.draft(register, session, PACK, new_uid(), 1, body)
        for peer in session.scalars(select(Agency).where(~Agency.is_self, Agency.runs_program)):
            outbox.put(session, peer, [said])
        return changed(Noun.EXCHANGE, Noun.SETTINGS, uid=sha256)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST + 1)
    except OSError as error:
        raise from_os_error(error, path) from error
    if len(data) > _MOST:
        raise BadPackError(pack=path.name, reason="larger than any pack")
    return data


def _facts(data: bytes) -> PackFacts:
    pack = _parsed(data)
    return PackFacts(
        kind=PackKind(pack.kind),
        id=pack.id,
        version=pack.version,
        title=pack.title,
        effective_from=pack.effective_from,
        note=pack.note,
        parts=_parts(pack),
        sha256=canon.sha256(data),
    )


def _parts(pack: law.Pack) -> int:
    match pack:
        case RulePack():
            return len(pack.rules)
        case CalendarPack():
            return len(pack.years)
        case ViolationPack():
            return len(pack.violations)
        case OffencePack():
            return len(pack.offences)
        case RoutingPack():
            return len(pack.routes)


def _keep(register: Register, session: Session, data: bytes, sha256: str) -> None:
    pack = _parsed(data)
    session.add(
        Pack(
            name=pack.kind,
            version=f"{pack.id} {pack.version}",
            sha256=sha256,
            data=data,
            imported_at=register.clock.now(),
        )
    )
    journal.append(
        session, register.clock, register.user_name, "pack.imported", sha256, pack=pack.id
    )


def current_hash(session: Session) -> str:
    """The hash of the deadline rules in force; empty before any import."""
    return (
        session.scalar(
            select(Pack.sha256).where(Pack.name == law.PackKind.RULES).order_by(Pack.id.desc())
        )
        or ""
    )


def rules_of(session: Session, sha256: str) -> RulePack:
    """The deadline rules a matter names, or those in force when it names none that is held."""
    known: dict[str, RulePack] = session.info.setdefault("rule packs", {})
    if sha256 not in known:
        data = session.scalar(select(Pack.data).where(Pack.sha256 == sha256))
        pack = _parsed(data) if data else None
        known[sha256] = pack if isinstance(pack, RulePack) else _current(session, RulePack)
    return known[sha256]


def rule(pack: RulePack, rule_id: str) -> DeadlineRule:
    """The rule *rule_id* of *pack*, which has it."""
    return next(row for row in pack.rules if row.id == rule_id)


def calendars(session: Session) -> Calendars:
    """The calendars held, read once in a session."""
    if "calendars" not in session.info:
        rows = session.scalars(select(Pack.data).where(Pack.name == law.PackKind.CALENDAR))
        found = [pack for row in rows if isinstance(pack := _parsed(row), CalendarPack)]
        session.info["calendars"] = Calendars.of(found)
    held: Calendars = session.info["calendars"]
    return held


@lru_cache(maxsize=32)
def _parsed(data: bytes) -> law.Pack:
    return law.parse(data)


def _current(session: Session, kind: type[P]) -> P:
    for data in session.scalars(select(Pack.data).order_by(Pack.id.desc())):
        pack = _parsed(data)
        if isinstance(pack, kind):
            return pack
    raise LookupError(f"no {kind.__name__} in this register")
