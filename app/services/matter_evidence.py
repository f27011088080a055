"""What was stated about a matter in signed bundles, gathered from the register.

A statement counts when a bundle whose signed texts are kept brought it to us or carried it away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.kernel import canon
from app.kernel.errors import UnknownRecordError
from app.models import (
    Agency,
    AgencyKey,
    Attachment,
    BundleSeen,
    Letter,
    Matter,
    Outgoing,
    Step,
    Stream,
)
from app.models import Entry as EntryRow
from app.services import entries, house, outbox
from app.sync import card as cards
from app.sync import statements
from app.sync.entry import Entry
from app.sync.evidence import BundleTexts

_NAMING: Final = frozenset({"matter", "step", "letter"})
"""Types whose bodies name the files of a matter."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of the README: entry *seq* in the bundle at *place*.

    *kind* is of a step or a letter; *destroyed* when only the head is left, by law.
    """

    place: str
    seq: int
    author: str
    type: str
    kind: str
    title: str
    number: str
    at: datetime
    destroyed: bool


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that a shown statement names."""

    sha256: str
    name: str
    size: int
    destroyed: bool


@dataclass(frozen=True, slots=True)
class Gathered:
    """*cards* by file name; *agencies* are the uids of both parties."""

    bundles: tuple[BundleTexts, ...]
    statements: tuple[Statement, ...]
    files: tuple[NamedFile, ...]
    cards: dict[str, bytes]
    agencies: tuple[str, str]


def matter(session: Session, uid: str) -> Matter:
    """Raises UnknownRecordError."""
    found = session.scalar(select(Matter).where(Matter.uid == uid))
    if found is None:
        raise UnknownRecordError(kind="matter", uid=uid)
    return found


def gather(session: Session, found: Matter) -> Gathered:
    """Everything about *found* that can be proven; no bundles when nothing travelled."""
    own = house.own_agency(session)
    peer = house.agency(
        session, found.counterpart_uid if found.opener_uid == own.uid else found.opener_uid
    )
    stream = session.scalar(select(Stream).where(Stream.agency_id == peer.id))
    rows = _spoken_of(session, stream, found) if stream is not None else []
    named = _named(session, rows)
    if stream is not None:
        rows += _of_files(session, stream, named)
    names = {own.uid: own.short_name, peer.uid: peer.short_name}
    bundles, told = _bundles(session, peer, rows, names)
    return Gathered(
        bundles=bundles,
        statements=told,
        files=tuple(named),
        cards=_cards(session, (own, peer)),
        agencies=(own.uid, peer.uid),
    )


# -- which entries -------------------------------------------------------------------------


def _spoken_of(session: Session, stream: Stream, found: Matter) -> list[EntryRow]:
    """Entries about the matter itself, its steps and letters, and the case it was opened with."""
    records = {found.uid}
    records |= set(session.scalars(select(Step.uid).where(Step.matter_id == found.id)))
    records |= set(session.scalars(select(Letter.uid).where(Letter.matter_id == found.id)))
    rows = _ordered(
        session,
        stream,
        or_(
            EntryRow.record_uid.in_(records),
            EntryRow.state != "applied",
            EntryRow.type == statements.RECEIPT,
        ),
    )
    kept = [row for row in rows if row.record_uid in records or _speaks_of(row, records)]
    return kept + _extracts(session, stream, kept, found)


def _speaks_of(row: EntryRow, records: set[str]) -> bool:
    """Whether an entry with a record of its own is about the matter: a receipt for one of its
    records, or a step or letter that waits or is of a kind only a later version knows."""
    if row.body is None:
        return False
    match row.type.partition("/")[0], canon.loads(row.body):
        case "receipt", {"records": list(seen)}:
            return any(each in records for each in seen)
        case "step" | "letter", {"matter": str(uid)}:
            return uid in records
    return False


def _extracts(
    session: Session, stream: Stream, kept: list[EntryRow], found: Matter
) -> list[EntryRow]:
    """The extract of the case as it stood when the matter was opened, for each opening."""
    extracts = _ordered(
        session,
        stream,
        EntryRow.record_uid == found.case_uid,
        EntryRow.type == entries.CASE,
    )
    chosen = []
    for opening in (row for row in kept if row.type == entries.MATTER):
        before = [
            row
            for row in extracts
            if (row.outgoing, row.incarnation) == (opening.outgoing, opening.incarnation)
            and row.seq < opening.seq
        ]
        chosen += before[-1:]
    return chosen


def _named(session: Session, rows: Iterable[EntryRow]) -> list[NamedFile]:
    """The files the bodies of *rows* name, in the order they are named."""
    found = dict.fromkeys(sha256 for row in rows for sha256 in _files_of(row))
    held = {
        row.sha256: row
        for row in session.scalars(select(Attachment).where(Attachment.sha256.in_(found)))
    }
    return [
        NamedFile(sha256, held[sha256].name, held[sha256].size, bool(held[sha256].destroyed_at))
        for sha256 in found
        if sha256 in held
    ]


def _files_of(row: EntryRow) -> Iterator[str]:
    """The file of a step or letter, the materials of a matter. The case inside a matter's body
    names the whole catalogue of its evidence, which was not all part of the matter."""
    if row.body is None or row.type.partition("/")[0] not in _NAMING:
        return
    match canon.loads(row.body):
        case {"sha256": str(sha256)}:
            yield sha256
        case {"particulars": {"materials": list(materials)}}:
            for each in materials:
                if isinstance(each, dict) and isinstance(each.get("sha256"), str):
                    yield each["sha256"]


def _of_files(session: Session, stream: Stream, named: list[NamedFile]) -> list[EntryRow]:
    uids = [entries.attachment_uid(each.sha256) for each in named]
    return _ordered(
        session, stream, EntryRow.record_uid.in_(uids), EntryRow.type == entries.ATTACHMENT
    )


def _ordered(session: Session, stream: Stream, *conditions: object) -> list[EntryRow]:
    query = select(EntryRow).where(EntryRow.stream_id == stream.id, *conditions)  # type: ignore[arg-type]
    order = (EntryRow.outgoing, EntryRow.incarnation, EntryRow.seq)
    return list(session.scalars(query.order_by(*order)))


# -- their bundles -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Carriers:
    """The bundles of one peer, each read once."""

    session: Session
    peer: Agency
    inside: dict[tuple[bool, int], frozenset[str]] = field(default_factory=dict)

    def of(self, row: EntryRow) -> BundleSeen | Outgoing | None:
        """The bundle that brought *row*, or the first that carried it away with kept texts."""
        if not row.outgoing:
            return self.session.get(BundleSeen, row.bundle_id) if row.bundle_id else None
        written = self.session.scalars(
            select(Outgoing)
            .where(
                Outgoing.agency_id == self.peer.id,
                Outgoing.incarnation == row.incarnation,
                Outgoing.state == "written",
                Outgoing.content.is_not(None),
                Outgoing.first_seq <= row.seq,
                Outgoing.last_seq >= row.seq,
            )
            .order_by(Outgoing.id)
        )
        return next((each for each in written if row.head_hash in self.events(each)), None)

    def events(self, carrier: BundleSeen | Outgoing) -> frozenset[str]:
        """The hashes of the entries in the signed list of a bundle."""
        key = isinstance(carrier, Outgoing), carrier.id
        if key not in self.inside:
            listed = canon.loads(carrier.content or b"")["events"]
            self.inside[key] = frozenset(each["sha256"] for each in listed)
        return self.inside[key]


def _bundles(
    session: Session, peer: Agency, rows: list[EntryRow], names: dict[str, str]
) -> tuple[tuple[BundleTexts, ...], tuple[Statement, ...]]:
    """Per bundle its texts with all of its entries, those of *rows* whole, the others as heads."""
    carriers = _Carriers(session, peer)
    carried: dict[tuple[bool, int], list[EntryRow]] = {}
    found: dict[tuple[bool, int], BundleSeen | Outgoing] = {}
    for row in rows:
        if (carrier := carriers.of(row)) is not None:
            found[row.outgoing, carrier.id] = carrier
            carried.setdefault((row.outgoing, carrier.id), []).append(row)
    bundles, told = [], []
    for key, carrier in found.items():
        texts = _texts(carriers, carrier, carried[key])
        bundles.append(texts)
        told += [_statement(texts.place, outbox.restored(row), names) for row in carried[key]]
    return tuple(bundles), tuple(sorted(told, key=lambda each: (each.at, each.place, each.seq)))


def _texts(
    carriers: _Carriers, carrier: BundleSeen | Outgoing, shown: list[EntryRow]
) -> BundleTexts:
    whole, one = {row.id for row in shown}, shown[0]
    rows = carriers.session.scalars(
        select(EntryRow)
        .where(
            EntryRow.stream_id == one.stream_id,
            EntryRow.outgoing == one.outgoing,
            EntryRow.incarnation == one.incarnation,
            EntryRow.seq.between(carrier.first_seq, carrier.last_seq),
        )
        .order_by(EntryRow.seq)
    )
    return BundleTexts(
        envelope=carrier.envelope or b"",
        envelope_signature=carrier.envelope_signature or b"",
        content=carrier.content or b"",
        content_signature=carrier.content_signature or b"",
        entries=tuple(
            _reduced(row, whole=row.id in whole)
            for row in rows
            if row.head_hash in carriers.events(carrier)
        ),
    )


def _reduced(row: EntryRow, *, whole: bool) -> Entry:
    entry = outbox.restored(row)
    return entry if whole else replace(entry, blind=None, body=None)


def _statement(place: str, entry: Entry, names: dict[str, str]) -> Statement:
    body = {} if entry.body is None else entries.spoken(entry)
    facts = body if isinstance(body, dict) else {}
    return Statement(
        place=place,
        seq=entry.seq,
        author=names.get(entry.head.author, entry.head.author),
        type=entry.head.type,
        kind=str(facts.get("kind", "")),
        title=entries.title(entry),
        number=str(facts.get("number", "")) if entry.head.type == entries.LETTER else "",
        at=entry.head.at,
        destroyed=entry.body is None,
    )


def _cards(session: Session, agencies: Iterable[Agency]) -> dict[str, bytes]:
    return dict(_card_files(session, agencies))


def _card_files(session: Session, agencies: Iterable[Agency]) -> Iterator[tuple[str, bytes]]:
    uids = [agency.id for agency in agencies]
    for key in session.scalars(
        select(AgencyKey).where(AgencyKey.agency_id.in_(uids)).order_by(AgencyKey.id)
    ):
        # A key that only a roster named has no card of its own.
        if key.card and key.verified_at is not None:
            yield cards.file_name(cards.read(key.card)), key.card
