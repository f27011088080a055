"""已阅: telling the other agency that a person opened its records, and hearing the same of ours.

The third layer of a receipt (``receipts``). It is courtesy and proof, never an act in law: no
period starts or ends with it, and it is never answered by another receipt.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.kernel import plain
from app.kernel.terms import new_uid
from app.models import Agency, Entry, Letter, Matter, Receipt, Step, Stream
from app.services import entries, house, house_settings, matters, outbox, receipts, traffic
from app.services.changes import Changes, Noun, changed
from app.sync import statements
from app.sync.entry import Entry as SyncEntry
from app.vault import journal, settings
from app.vault.register import Register

_SENDS: Final = "exchange.sends-receipts"


def seen(register: Register, matter_uid: str) -> Changes:
    """A person of ours has opened a matter: tell the other agency which of its records it saw.

    Each record is told once. Nothing is queued where the other has no program, or where this
    register does not send receipts. Raises UnknownRecordError.
    """
    with register.read() as session:
        if not _unseen(session, matter_uid):
            return Changes(frozenset())
    with register.write() as session:
        records = _unseen(session, matter_uid)
        if not records:
            return Changes(frozenset())
        peer = receipts.counterpart(session, matters.one(session, matter_uid))
        _queue(register, session, peer, records)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "records.seen",
            matter_uid,
            to=peer.name,
            records=len(records),
        )
        return changed(Noun.EXCHANGE, uid=matter_uid)


def sends(register: Register) -> bool:
    """Whether this register tells others what a person of its agency has opened."""
    with register.read() as session:
        return _sends(session)


def set_sends(register: Register, *, wanted: bool) -> Changes:
    return house_settings.keep(register, _SENDS, "sends_receipts", wanted)


def heed(register: Register, session: Session, entry: SyncEntry) -> None:
    """Keep who saw which of our records, out of a receipt that arrived.

    A record we never stated to the author, and a second receipt of one, change nothing; the
    journal counts the former. Raises NotCanonicalError when the body is not a receipt's.
    """
    said = plain.from_plain(statements.Receipt, entries.spoken(entry))
    author = house.agency(session, entry.head.author)
    named = frozenset(said.records)
    stated = {each.record for each in traffic.told(session, author, named)}
    by = " ".join(said.seen_by.split())
    _keep(session, author, stated, said.seen_at, by, outgoing=False)
    journal.append(
        session,
        register.clock,
        register.user_name,
        "receipt.taken_in",
        entry.head.record,
        sender=author.name,
        records=len(stated),
        unknown=len(named - stated),
    )


# -- inside --------------------------------------------------------------------------------


def _sends(session: Session) -> bool:
    return bool(settings.read(session, _SENDS, default=True))


def _unseen(session: Session, matter_uid: str) -> tuple[str, ...]:
    """The other agency's records in a matter that it was not told of yet, in a fixed order."""
    matter = matters.one(session, matter_uid)
    peer = receipts.counterpart(session, matter)
    if not peer.runs_program or not _sends(session):
        return ()
    theirs = {
        *session.scalars(_theirs(Step, matter, peer)),
        *session.scalars(_theirs(Letter, matter, peer)),
        matter.uid,
    }
    arrived = session.scalars(
        select(Entry.record_uid)
        .join(Stream, Stream.id == Entry.stream_id)
        .where(
            Stream.agency_id == peer.id,
            ~Entry.outgoing,
            Entry.state == "applied",
            Entry.record_uid.in_(theirs),
        )
    )
    told = session.scalars(
        select(Receipt.record_uid).where(
            Receipt.agency_id == peer.id, Receipt.outgoing, Receipt.record_uid.in_(theirs)
        )
    )
    return tuple(sorted(set(arrived) - set(told)))


def _theirs(kind: type[Step] | type[Letter], matter: Matter, peer: Agency) -> Select[str]:
    return select(kind.uid).where(kind.matter_id == matter.id, kind.author_uid == peer.uid)


def _queue(register: Register, session: Session, peer: Agency, records: tuple[str, ...]) -> None:
    now, by = register.clock.now(), register.user_name
    body = plain.to_plain(statements.Receipt(records, now, by))
    made = outbox.draft(register, session, statements.RECEIPT, new_uid(), 1, body)
    outbox.put(session, peer, [made])
    _keep(session, peer, set(records), now, by, outgoing=True)


def _keep(
    session: Session, peer: Agency, records: set[str], at: datetime, by: str, *, outgoing: bool
) -> None:
    """A row for each record that has none: the first receipt of one counts."""
    wanted = sorted(records)
    held = {
        uid
        for part in traffic.parts(wanted)
        for uid in session.scalars(
            select(Receipt.record_uid).where(
                Receipt.agency_id == peer.id,
                Receipt.outgoing == outgoing,
                Receipt.record_uid.in_(part),
            )
        )
    }
    session.add_all(
        Receipt(record_uid=record, agency_id=peer.id, outgoing=outgoing, seen_at=at, seen_by=by)
        for record in wanted
        if record not in held
    )
    session.flush()
