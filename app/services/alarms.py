"""What stands wrong in the exchange, in the order of what to do about it first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.canon import Plain
from app.kernel.errors import MissingFieldsError, UnknownRecordError
from app.models import Agency, Conflict, Entry, Fork, Stream, Witness
from app.rules.identifiers import masked
from app.services import cutoffs, entries, outbox, settling
from app.services.changes import Changes, Noun, changed
from app.services.settling import NumberTwice
from app.sync import echoes
from app.sync.book import State
from app.vault import journal, restored
from app.vault.register import Register
from app.vault.restored import Mark


@dataclass(frozen=True, slots=True)
class ForkAlarm:
    """An agency said two things under number *seq*; the hashes are those of the two heads."""

    agency_uid: str
    agency: str
    incarnation: int
    seq: int
    held: str
    found: str
    file_name: str
    noticed_at: datetime


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers of an agency that have not come, with *waiting* entries behind them."""

    agency_uid: str
    agency: str
    first: int
    last: int
    waiting: int


@dataclass(frozen=True, slots=True)
class RefusedOne:
    """An entry kept as evidence and not applied."""

    agency_uid: str
    agency: str
    seq: int
    type: str
    title: str
    reason: str
    key: str


@dataclass(frozen=True, slots=True)
class ConflictFound:
    """A record of which two contents are held; *ours* when it is our own record.

    *title* names it, *version* is the one the content that was not adopted claims.
    """

    key: int
    record_uid: str
    type: str
    title: str
    version: int
    agency: str
    ours: bool
    noticed_at: datetime


@dataclass(frozen=True, slots=True)
class Compared:
    """A value of a record in both contents; *name* is its dotted place, as ``parties.1.name``, with
    numbers from 1. One that only one content has is empty in the other. Identifiers are masked, so
    *differs* is asked of the whole."""

    name: str
    kept: str
    other: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """*teller* said of *about* what cannot be true beside what we know."""

    about: str
    teller: str
    incarnation: int
    lines: int
    told_at: datetime
    key: str


@dataclass(frozen=True, slots=True)
class Beyond:
    """A record that stands here beyond a cut-off, by the agency's last number that states it."""

    record: str
    type: str
    seq: int
    title: str


@dataclass(frozen=True, slots=True)
class CutoffAlarm:
    """Revoked keys of an agency: its entries to us up to *seq* are believed. *records* were taken
    in beyond, and nothing else vouches for them."""

    agency_uid: str
    agency: str
    incarnation: int
    seq: int
    reason: str
    records: tuple[Beyond, ...]


@dataclass(frozen=True, slots=True)
class Alarms:
    """``renewal`` stands above all: until it is done nothing can be sealed or taken in.

    What is ``refused``, ``disagreements`` and ``numbers`` stand until ``settling.settle``.
    """

    renewal: Mark | None
    forks: tuple[ForkAlarm, ...]
    conflicts: tuple[ConflictFound, ...]
    refused: tuple[RefusedOne, ...]
    gaps: tuple[Gap, ...]
    disagreements: tuple[Disagreement, ...]
    cutoffs: tuple[CutoffAlarm, ...] = ()
    numbers: tuple[NumberTwice, ...] = ()

    @property
    def quiet(self) -> bool:
        return self == Alarms(None, (), (), (), (), ())


def standing(register: Register) -> Alarms:
    """Everything that stands wrong now."""
    with register.read() as session:
        names = {row.uid: row.name for row in session.scalars(select(Agency))}
        settled = settling.of_all(session)
        return Alarms(
            renewal=restored.read(session),
            forks=_forks(session),
            conflicts=_conflicts(session),
            refused=tuple(each for each in _refused(session) if each.key not in settled),
            gaps=_gaps(session),
            disagreements=tuple(
                each for each in _disagreements(session, names) if each.key not in settled
            ),
            cutoffs=tuple(_cutoffs(session)),
            numbers=tuple(
                each for each in settling.numbers_twice(session) if each.key not in settled
            ),
        )


def compare(register: Register, key: int) -> tuple[Compared, ...]:
    """The two contents of a conflict: the one in force, and the one that was not adopted.

    Raises:
        UnknownRecordError: no such conflict.
    """
    with register.read() as session:
        row = session.get(Conflict, key)
        if row is None:
            raise UnknownRecordError(kind="conflict", uid=str(key))
        statement = outbox.restored(session.get_one(Entry, row.entry_id))
        other = _flat(entries.spoken(echoes.inner(statement) or statement))
        kept = _flat(_in_force(register, session, row))
    names = dict.fromkeys((*kept, *other))
    return tuple(_compared(name, kept.get(name, ""), other.get(name, "")) for name in names)


def settle_conflict(register: Register, key: int, how: str) -> Changes:
    """Note that a person has compared the two contents of a conflict, and what came of it.

    Raises:
        MissingFieldsError: *how* is empty.
        UnknownRecordError: no such conflict.
    """
    if not how.strip():
        raise MissingFieldsError(fields=("how_settled",))
    with register.write() as session:
        row = session.get(Conflict, key)
        if row is None:
            raise UnknownRecordError(kind="conflict", uid=str(key))
        row.settled_at, row.settled_how = register.clock.now(), how.strip()
        journal.append(
            session,
            register.clock,
            register.user_name,
            "conflict.settled",
            row.record_uid,
            version=row.version,
        )
        return changed(Noun.EXCHANGE, uid=row.record_uid)


def _forks(session: Session) -> tuple[ForkAlarm, ...]:
    rows = session.execute(
        select(Fork, Agency)
        .join(Agency, Fork.agency_id == Agency.id)
        .where(Fork.settled_at.is_(None))
        .order_by(Fork.id)
    )
    return tuple(
        ForkAlarm(
            agency.uid,
            agency.name,
            fork.incarnation,
            fork.seq,
            fork.held,
            fork.found,
            fork.file_name,
            fork.noticed_at,
        )
        for fork, agency in rows
    )


def _conflicts(session: Session) -> tuple[ConflictFound, ...]:
    rows = session.execute(
        select(Conflict, Entry, Agency.name)
        .join(Entry, Conflict.entry_id == Entry.id)
        .join(Stream, Entry.stream_id == Stream.id)
        .join(Agency, Stream.agency_id == Agency.id)
        .where(Conflict.settled_at.is_(None))
        .order_by(Conflict.id)
    )
    found = []
    for conflict, entry, agency in rows:
        kept = outbox.restored(entry)
        inner = echoes.inner(kept)
        found.append(
            ConflictFound(
                conflict.id,
                conflict.record_uid,
                conflict.type,
                entries.title(inner or kept),
                conflict.version,
                agency,
                inner is not None,
                conflict.noticed_at,
            )
        )
    return tuple(found)


def _refused(session: Session) -> tuple[RefusedOne, ...]:
    rows = session.execute(
        select(Entry, Agency)
        .join(Stream, Entry.stream_id == Stream.id)
        .join(Agency, Stream.agency_id == Agency.id)
        .where(Entry.state == State.REFUSED)
        .order_by(Entry.id)
    )
    return tuple(
        RefusedOne(
            agency.uid,
            agency.name,
            entry.seq,
            entry.type,
            entries.title(outbox.restored(entry)),
            entry.reason,
            settling.of_entry(entry),
        )
        for entry, agency in rows
    )


def _gaps(session: Session) -> tuple[Gap, ...]:
    rows = session.execute(
        select(Agency.uid, Agency.name, Stream.in_seq, func.min(Entry.seq), func.count())
        .join(Stream, Stream.agency_id == Agency.id)
        .join(Entry, Entry.stream_id == Stream.id)
        .where(Entry.state == State.AHEAD, Entry.incarnation == Stream.in_incarnation)
        .group_by(Stream.id)
        .order_by(Agency.id)
    )
    return tuple(
        Gap(uid, name, applied + 1, ahead - 1, waiting)
        for uid, name, applied, ahead, waiting in rows
    )


def _disagreements(session: Session, names: dict[str, str]) -> tuple[Disagreement, ...]:
    rows = session.scalars(select(Witness).where(Witness.disagrees).order_by(Witness.id))
    return tuple(
        Disagreement(
            names.get(row.about_uid, row.about_uid),
            names.get(row.told_by_uid, row.told_by_uid),
            row.incarnation,
            row.lines,
            row.told_at,
            settling.of_witness(row),
        )
        for row in rows
    )


def _cutoffs(session: Session) -> Iterator[CutoffAlarm]:
    doubtful = cutoffs.doubtful(session)
    for agency, key in cutoffs.revoked(session):
        last_trusted = cutoffs.last_trusted(session, agency, key)
        told = session.scalars(
            select(Entry).where(cutoffs.after(session, agency, key)).order_by(Entry.seq)
        )
        last = {row.record_uid: row for row in told if row.id in doubtful}
        if last:
            yield CutoffAlarm(
                agency_uid=agency.uid,
                agency=agency.name,
                incarnation=key.incarnation,
                seq=last_trusted,
                reason=key.revoked_reason,
                records=tuple(
                    Beyond(uid, row.type, row.seq, entries.title(outbox.restored(row)))
                    for uid, row in last.items()
                ),
            )


# -- comparing -----------------------------------------------------------------------------


def _in_force(register: Register, session: Session, row: Conflict) -> Plain:
    """What holds of the record of a conflict: our own as it stands, or the owner's as adopted."""
    own = entries.current(register, session, row.record_uid)
    if own is not None:
        return own.body
    held = session.scalars(
        select(Entry)
        .where(
            Entry.record_uid == row.record_uid,
            ~Entry.outgoing,
            Entry.state == State.APPLIED,
            Entry.body.is_not(None),
        )
        .order_by(Entry.id.desc())
    ).first()
    return entries.spoken(outbox.restored(held)) if held is not None else {}


def _compared(name: str, kept: str, other: str) -> Compared:
    shown = masked if name.endswith(".identifier") else str
    return Compared(name, shown(kept), shown(other), kept != other)


def _flat(value: Plain, at: str = "") -> dict[str, str]:
    """Every value of a body by its place; without uids, which nobody compares."""
    match value:
        case dict():
            inner = [(name, each) for name, each in value.items() if name != "uid"]
        case list():
            inner = [(str(number), each) for number, each in enumerate(value, 1)]
        case _:
            return {at: "" if value is None else str(value)}
    found: dict[str, str] = {}
    for name, each in inner:
        found |= _flat(each, f"{at}.{name}" if at else name)
    return found
