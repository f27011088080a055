"""Entries that were kept without effect, read again when that may have changed."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import canon, plain
from app.kernel.errors import NotCanonicalError
from app.kernel.terms import MatterKind
from app.models import Agency, Stream
from app.models import Entry as EntryRow
from app.rules import particulars
from app.rules.steps import StepKind
from app.services import arrivals, cutoffs, entries, erasure, outbox
from app.services.arrivals import APPLY, Taking
from app.services.book import SqlBook
from app.services.entries import AttachmentFacts
from app.sync import echoes, node
from app.sync.book import State
from app.sync.entry import Entry
from app.vault import settings
from app.vault.register import Register

_READS: Final = "exchange.reads"


def read_again(taking: Taking, book: SqlBook, states: tuple[State, ...] = (State.PARKED,)) -> None:
    """Read entries in *states* again, in the order they were taken in.

    One that turns out to be wrong is refused from then on, and an upgrade reads it once more.
    What a revoked key said beyond its cut-off has none any more.
    """
    query = (
        select(EntryRow, Agency.uid)
        .join(Stream, EntryRow.stream_id == Stream.id)
        .join(Agency, Stream.agency_id == Agency.id)
        .where(~EntryRow.outgoing, EntryRow.state.in_(states), EntryRow.body.is_not(None))
        .where(~cutoffs.is_beyond(taking.session))
        .order_by(EntryRow.stream_id, EntryRow.id)
    )
    taking.batch.flush()
    for row, peer in taking.session.execute(query).all():
        state, reason = node.read_again(book, peer, outbox.restored(row))
        if (state, reason) != (row.state, row.reason):
            book.keep(peer, row.incarnation, outbox.restored(row), state, reason)
    arrivals.refold(taking)


def catch_up(register: Register, session: Session) -> None:
    """Read everything again when this version reads more than the one before it did."""
    words = [
        sorted(APPLY),
        sorted(StepKind),
        [[kind, particulars.VERSIONS[kind]] for kind in MatterKind],
    ]
    reads = canon.digest(words)
    if settings.read(session, _READS, "") == reads:
        return
    taking = Taking.of(register, session, {})
    read_again(taking, SqlBook(register, session, taking), (State.PARKED, State.REFUSED))
    settings.write(session, _READS, reads)


def wanted(session: Session, stream: Stream) -> tuple[str, ...]:
    """The files (SHA-256, sorted) that one peer speaks of and whose bytes are not here."""
    rows = session.scalars(
        select(EntryRow).where(
            EntryRow.stream_id == stream.id, ~EntryRow.outgoing, EntryRow.state == State.PARKED
        )
    )
    said = (outbox.restored(row) for row in rows)
    owner = session.get_one(Agency, stream.agency_id).uid
    again = erasure.needed_again(session, owner)
    return tuple(sorted({*again, *(sha256 for each in said if (sha256 := _file_of(each)))}))


def _file_of(entry: Entry) -> str:
    """The file a statement, or one given back, speaks of."""
    entry = echoes.inner(entry) or entry
    if entry.head.type != entries.ATTACHMENT or entry.body is None:
        return ""
    try:
        return plain.from_plain(AttachmentFacts, entry.plain).sha256
    except NotCanonicalError:
        return ""
