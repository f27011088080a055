"""Who holds what: for each record of ours which agency has which version, by which bundle.

To be looked at before something is published, withdrawn or destroyed. It tells what left here; a
recipient can have shown it to others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Text, cast, func, select
from sqlalchemy.orm import Session

from app.kernel import clock
from app.models import (
    Agency,
    Attachment,
    Entry,
    Evidence,
    Letter,
    Matter,
    Receipt,
    Step,
    Stream,
)
from app.services import cases, entries, matters, traffic
from app.services.traffic import Titled, Traffic
from app.sync import statements
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One version of a record of ours towards one agency that was told of it.

    *file* and *written_at* are those of the first bundle with it, empty and None while none is
    written; *bundles* counts all. *destroyed*: the body was destroyed here by law, the copies of
    others were not. *withdrawn_at* is when the record was taken back, whatever its version.
    """

    record: str
    type: str
    title: str
    version: int
    peer_uid: str
    peer: str
    file: str
    digest: str
    written_at: datetime | None
    bundles: int
    taken_in_at: datetime | None
    seen_at: datetime | None
    seen_by: str
    destroyed: bool
    withdrawn_at: datetime | None


def of_all(register: Register, peer_uid: str = "") -> tuple[Disclosure, ...]:
    """Everything ever told, to anybody or to one agency, in the order it was told."""
    with register.read() as session:
        return _disclosures(session, None, peer_uid)


def of_case(register: Register, case_uid: str) -> tuple[Disclosure, ...]:
    """A case, its files, and all matters about it. Raises UnknownRecordError."""
    with register.read() as session:
        case = cases.one(session, case_uid)
        files = session.scalars(
            select(Attachment.sha256)
            .join(Evidence, Evidence.attachment_id == Attachment.id)
            .where(Evidence.case_id == case.id)
        )
        uids = {case.uid, *map(entries.attachment_uid, files)}
        for matter in session.scalars(select(Matter).where(Matter.case_uid == case.uid)):
            uids |= _records_of(session, matter)
        return _disclosures(session, frozenset(uids), "")


def of_matter(register: Register, matter_uid: str) -> tuple[Disclosure, ...]:
    """A matter, its steps, letters and files. Raises UnknownRecordError."""
    with register.read() as session:
        matter = matters.one(session, matter_uid)
        return _disclosures(session, frozenset(_records_of(session, matter)), "")


def _records_of(session: Session, matter: Matter) -> set[str]:
    steps = session.execute(
        select(Step.uid, Step.attachment_sha256).where(Step.matter_id == matter.id)
    ).all()
    letters = session.execute(
        select(Letter.uid, Letter.attachment_sha256).where(Letter.matter_id == matter.id)
    ).all()
    materials = [str(row.get("sha256", "")) for row in matter.particulars.get("materials", [])]
    files = {sha256 for _, sha256 in (*steps, *letters) if sha256} | {*filter(None, materials)}
    return {
        matter.uid,
        *(uid for uid, _ in (*steps, *letters)),
        *map(entries.attachment_uid, files),
    }


def _disclosures(
    session: Session, uids: frozenset[str] | None, peer_uid: str
) -> tuple[Disclosure, ...]:
    peers = select(Agency).where(~Agency.is_self).order_by(Agency.id)
    if peer_uid:
        peers = peers.where(Agency.uid == peer_uid)
    return tuple(
        each for peer in session.scalars(peers).all() for each in _towards(session, peer, uids)
    )


def _towards(session: Session, peer: Agency, uids: frozenset[str] | None) -> Iterator[Disclosure]:
    said = traffic.titled(session, peer, uids)
    if not said:
        return
    bundles = traffic.traffic(session, peer)
    seen = {
        row.record_uid: row
        for row in session.scalars(
            select(Receipt).where(Receipt.agency_id == peer.id, ~Receipt.outgoing)
        )
    }
    withdrawn = _withdrawn(session, peer)
    for record, told in _by_version(said).items():
        yield _disclosure(peer, told, bundles, seen.get(record[0]), withdrawn.get(record[0]))


def _by_version(said: Iterable[Titled]) -> dict[tuple[str, int], list[Titled]]:
    """The statements of each version; a new incarnation states the newest again."""
    found: dict[tuple[str, int], list[Titled]] = {}
    for each in said:
        found.setdefault((each.record, each.version), []).append(each)
    return found


def _disclosure(
    peer: Agency,
    told: Sequence[Titled],
    bundles: Traffic,
    seen: Receipt | None,
    withdrawn_at: datetime | None,
) -> Disclosure:
    carried = [made for each in told for made in bundles.written(each.incarnation, each.seq)]
    taken = [bundles.taken_in(each.incarnation, each.seq) for each in told]
    first = min(carried, key=lambda made: made.at, default=None)
    return Disclosure(
        record=told[0].record,
        type=told[0].type,
        title=told[-1].title,
        version=told[0].version,
        peer_uid=peer.uid,
        peer=peer.name,
        file=first.file if first else "",
        digest=first.digest if first else "",
        written_at=first.at if first else None,
        bundles=len({made.uid for made in carried}),
        taken_in_at=min((at for at in taken if at is not None), default=None),
        seen_at=seen.seen_at if seen else None,
        seen_by=seen.seen_by if seen else "",
        destroyed=all(each.destroyed for each in told),
        withdrawn_at=withdrawn_at,
    )


def _withdrawn(session: Session, peer: Agency) -> dict[str, datetime]:
    at = func.json_extract(cast(Entry.head, Text), "$.at")
    query = (
        select(Entry.record_uid, at)
        .join(Stream, Stream.id == Entry.stream_id)
        .where(Stream.agency_id == peer.id, Entry.outgoing, Entry.type == statements.WITHDRAW)
    )
    return {uid: clock.from_text(text) for uid, text in session.execute(query)}
