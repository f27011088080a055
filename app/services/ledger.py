"""往来台账: every bundle that went or came, what it carried, and who holds what by which bundle.

Nothing here is stored for its own sake: all of it is read out of the entries, the bundles and the
signed envelopes that are kept for ever, so a report can be printed again at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Text, and_, cast, func, select, true
from sqlalchemy.orm import Session

from app.kernel import canon, clock
from app.kernel.errors import UnknownRecordError
from app.models import Agency, BundleSeen, Entry, JournalLine, Outgoing, Stream
from app.services import cutoffs, entries, file_names, outbox, traffic
from app.services.traffic import Traffic
from app.vault.register import Register


class Direction(StrEnum):
    OUT = "out"
    IN = "in"


class BundleState(StrEnum):
    """What became of a bundle, as far as this register knows."""

    PROMISED = "promised"
    FAILED = "failed"
    WRITTEN = "written"
    PARTLY_TAKEN_IN = "partly_taken_in"
    TAKEN_IN = "taken_in"
    """By the other agency: it acknowledged the last number inside."""
    RECEIVED = "received"
    """By us."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class LedgerQuery:
    """Bundles of one agency (empty: all), from *since* to *until* (both included), one way or both.

    Days are counted in UTC+08:00.
    """

    peer_uid: str = ""
    since: date | None = None
    until: date | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class BundleRow:
    """A bundle; numbers are of the sender's *incarnation*, 0 where nobody could read them.

    *at* is when it was written here, or taken in here. *counts* tells how many entries of each
    type it carried or newly brought. *digest* is the SHA-256 of the file for one of ours, of its
    envelope for one that came. *taken_in_at* is when the other agency acknowledged all of one of
    ours. *code* is that of the error which refused it. *beyond*: see ``Carried``.
    """

    uid: str
    direction: Direction
    peer_uid: str
    peer: str
    incarnation: int
    first: int
    last: int
    at: datetime
    state: BundleState
    counts: Mapping[str, int]
    file: str
    folder: str
    size: int
    digest: str
    taken_in_at: datetime | None = None
    code: str = ""
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """One entry of a bundle; *state* and *reason* are those of an entry that came (``sync.book``),
    as they are now. *title* is empty when the body was destroyed by law. *beyond*: it states what
    stands here beyond a cut-off (``services.cutoffs``)."""

    seq: int
    type: str
    title: str
    record: str
    version: int
    state: str
    reason: str
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class FileCarried:
    """A file or a piece of one; *name* is empty where no statement is held that says it."""

    name: str
    size: int
    sha256: str
    piece: bool


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What taking in a bundle brought, as it stands today.

    *created* is what its sender said; *acknowledged* the last number of ours it acknowledged, of
    which incarnation.
    """

    bundle: BundleRow
    created: datetime
    key: str
    entries: tuple[Carried, ...]
    files: tuple[FileCarried, ...]
    acknowledged: tuple[int, int]


def bundles(register: Register, query: LedgerQuery | None = None) -> tuple[BundleRow, ...]:
    """The bundles *query* asks for, the newest first; those that were refused name no agency."""
    wish = query or LedgerQuery()
    with register.read() as session:
        found: list[BundleRow] = []
        if wish.direction is not Direction.IN:
            found += _outgoing(session, wish)
        if wish.direction is not Direction.OUT:
            found += _incoming(session, _of_seen(wish), wish)
            found += [] if wish.peer_uid else _refused(session, wish)
    return tuple(sorted(found, key=lambda row: row.at, reverse=True))


def contents(register: Register, uids: Sequence[str]) -> dict[str, tuple[Carried, ...]]:
    """What each of the bundles *uids* carried or newly brought, in the order of the numbers."""
    with register.read() as session:
        return {uid: _contents(session, uid) for uid in uids}


def import_report(register: Register, uid: str) -> ImportReport:
    """Raises UnknownRecordError."""
    with register.read() as session:
        seen = session.scalar(select(BundleSeen).where(BundleSeen.uid == uid))
        if seen is None:
            raise UnknownRecordError(kind="bundle", uid=uid)
        (row,) = _incoming(session, BundleSeen.id == seen.id, LedgerQuery())
        envelope: Any = canon.loads(seen.envelope)
        content: Any = canon.loads(seen.content)
        return ImportReport(
            bundle=row,
            created=clock.from_text(envelope["created"]),
            key=envelope["key"],
            entries=_contents(session, uid),
            files=_files(session, content["items"][1:]),
            acknowledged=(envelope["ack"]["incarnation"], envelope["ack"]["seq"]),
        )


# -- bundles that went ---------------------------------------------------------------------

_STATES: Final = {each.value: each for each in (BundleState.PROMISED, BundleState.FAILED)}


def _outgoing(session: Session, query: LedgerQuery) -> list[BundleRow]:
    at = func.coalesce(Outgoing.written_at, Outgoing.created_at)
    condition = and_(_within(at, query), _of_peer(query))
    rows = session.execute(
        select(Outgoing, Agency.uid, Agency.name)
        .join(Agency, Agency.id == Outgoing.agency_id)
        .where(condition)
    ).all()
    counts = _counts_out(session, condition)
    known: dict[int, Traffic] = {}
    for row, _, _ in rows:
        if row.agency_id not in known:
            peer = session.get_one(Agency, row.agency_id)
            known[row.agency_id] = traffic.traffic(session, peer)
    return [
        _out_row(row, uid, name, counts.get(row.uid, {}), known[row.agency_id])
        for row, uid, name in rows
    ]


def _out_row(
    row: Outgoing, uid: str, name: str, counts: Mapping[str, int], known: Traffic
) -> BundleRow:
    empty = row.last_seq < row.first_seq
    taken = None if empty else known.taken_in(row.incarnation, row.last_seq)
    return BundleRow(
        uid=row.uid,
        direction=Direction.OUT,
        peer_uid=uid,
        peer=name,
        incarnation=row.incarnation,
        first=row.first_seq,
        last=row.last_seq,
        at=row.written_at or row.created_at,
        state=_out_state(row, known, taken),
        counts=counts,
        file=row.file_name,
        folder=row.folder,
        size=row.size,
        digest=row.sha256,
        taken_in_at=taken,
    )


def _out_state(row: Outgoing, known: Traffic, taken: datetime | None) -> BundleState:
    if row.state in _STATES:
        return _STATES[row.state]
    if taken is not None:
        return BundleState.TAKEN_IN
    some = row.first_seq <= row.last_seq and known.taken_in(row.incarnation, row.first_seq)
    return BundleState.PARTLY_TAKEN_IN if some else BundleState.WRITTEN


def _counts_out(session: Session, condition: ColumnElement[bool]) -> dict[str, dict[str, int]]:
    found = session.execute(
        select(Outgoing.uid, Entry.type, func.count())
        .join(Agency, Agency.id == Outgoing.agency_id)
        .join(Stream, Stream.agency_id == Outgoing.agency_id)
        .join(
            Entry,
            and_(
                Entry.stream_id == Stream.id,
                Entry.outgoing,
                Entry.incarnation == Outgoing.incarnation,
                Entry.seq.between(Outgoing.first_seq, Outgoing.last_seq),
            ),
        )
        .where(condition)
        .group_by(Outgoing.uid, Entry.type)
    )
    return _by_uid(found)


# -- bundles that came ---------------------------------------------------------------------


def _incoming(
    session: Session, condition: ColumnElement[bool], query: LedgerQuery
) -> list[BundleRow]:
    names = {row.uid: row.name for row in session.execute(select(Agency.uid, Agency.name))}
    where = and_(condition, _within(BundleSeen.taken_at, query))
    counts = _by_uid(
        session.execute(
            select(BundleSeen.uid, Entry.type, func.count())
            .join(Entry, Entry.bundle_id == BundleSeen.id)
            .where(where)
            .group_by(BundleSeen.uid, Entry.type)
        )
    )
    size = func.json_extract(cast(BundleSeen.envelope, Text), "$.payload.size")
    doubtful = _doubtful(session)
    return [
        BundleRow(
            uid=row.uid,
            direction=Direction.IN,
            peer_uid=row.sender_uid,
            peer=names.get(row.sender_uid, ""),
            incarnation=row.incarnation,
            first=row.first_seq,
            last=row.last_seq,
            at=row.taken_at,
            state=BundleState.RECEIVED,
            counts=counts.get(row.uid, {}),
            file=row.file_name,
            folder="",
            size=bytes_,
            digest=row.envelope_hash,
            beyond=row.id in doubtful,
        )
        for row, bytes_ in session.execute(select(BundleSeen, size).where(where))
    ]


def _doubtful(session: Session) -> frozenset[int]:
    """The bundles that brought what stands here beyond a cut-off."""
    ids = cutoffs.doubtful(session)
    found = session.execute(select(Entry.id, Entry.bundle_id).where(cutoffs.is_beyond(session)))
    return frozenset(bundle for id_, bundle in found if id_ in ids and bundle is not None)


def _refused(session: Session, query: LedgerQuery) -> list[BundleRow]:
    """All that stays of a refused bundle is a line of the journal."""
    lines = session.scalars(
        select(JournalLine).where(
            JournalLine.action == "bundle.refused", _within(JournalLine.at, query)
        )
    )
    return [
        BundleRow(
            uid=line.hash,
            direction=Direction.IN,
            peer_uid="",
            peer="",
            incarnation=0,
            first=0,
            last=0,
            at=line.at,
            state=BundleState.REFUSED,
            counts={},
            file=str(line.facts.get("file", "")),
            folder="",
            size=0,
            digest=line.subject,
            code=str(line.facts.get("code", "")),
        )
        for line in lines
    ]


def _of_seen(query: LedgerQuery) -> ColumnElement[bool]:
    return BundleSeen.sender_uid == query.peer_uid if query.peer_uid else true()


# -- what they carried ---------------------------------------------------------------------


def _contents(session: Session, uid: str) -> tuple[Carried, ...]:
    sent = session.scalar(select(Outgoing).where(Outgoing.uid == uid))
    query = select(Entry).order_by(Entry.seq)
    if sent is None:
        query = query.join(BundleSeen, BundleSeen.id == Entry.bundle_id).where(
            BundleSeen.uid == uid
        )
    else:
        query = query.join(Stream, Stream.id == Entry.stream_id).where(
            Stream.agency_id == sent.agency_id,
            Entry.outgoing,
            Entry.incarnation == sent.incarnation,
            Entry.seq.between(sent.first_seq, sent.last_seq),
        )
    doubtful = cutoffs.doubtful(session)
    return tuple(_carried(row, row.id in doubtful) for row in session.scalars(query))


def _carried(row: Entry, beyond: bool) -> Carried:
    return Carried(
        seq=row.seq,
        type=row.type,
        title=entries.title(outbox.restored(row)),
        record=row.record_uid,
        version=row.version,
        state="" if row.outgoing else row.state,
        reason="" if row.outgoing else row.reason,
        beyond=beyond,
    )


def _files(session: Session, items: Sequence[Mapping[str, Any]]) -> tuple[FileCarried, ...]:
    wholes = [str(item["piece"]["of"] if "piece" in item else item["sha256"]) for item in items]
    names = file_names.of(session, wholes)
    return tuple(
        FileCarried(names.get(sha256, ""), int(item["size"]), sha256, "piece" in item)
        for sha256, item in zip(wholes, items, strict=True)
    )


# -- inside --------------------------------------------------------------------------------


def _within(at: Any, query: LedgerQuery) -> ColumnElement[bool]:  # noqa: ANN401 - a column
    conditions: list[ColumnElement[bool]] = [true()]
    if query.since is not None:
        conditions.append(at >= _start(query.since))
    if query.until is not None:
        conditions.append(at < _start(query.until + timedelta(days=1)))
    return and_(*conditions)


def _start(day: date) -> datetime:
    return clock.at_local(day.year, day.month, day.day)


def _of_peer(query: LedgerQuery) -> ColumnElement[bool]:
    return Agency.uid == query.peer_uid if query.peer_uid else true()


def _by_uid(found: Iterable[Row[str, str, int]]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for uid, type_, count in found:
        counts.setdefault(uid, {})[type_] = count
    return counts
