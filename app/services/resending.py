"""补发: what of another agency's is missing here, so that it can be asked for on paper.

Nothing has to be asked for to be safe: whatever an agency has no acknowledgement of travels with
its next bundle, and wanted files with it. A request on paper only makes it come sooner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import plain
from app.kernel.errors import NotCanonicalError
from app.models import Agency, Attachment, Entry, Stream
from app.services import entries, outbox
from app.services.entries import AttachmentFacts
from app.sync.book import State
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class WantedFile:
    """A file that a record of the agency's names and whose bytes are not here."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing of one agency's: *gaps* are first and last numbers of its *incarnation*;
    *received* is the last number before the first gap."""

    peer_uid: str
    peer: str
    incarnation: int
    received: int
    gaps: tuple[tuple[int, int], ...]
    files: tuple[WantedFile, ...]


def missing(register: Register, peer_uid: str = "") -> tuple[Missing, ...]:
    """The agencies of which something is missing here; *peer_uid* empty: any."""
    with register.read() as session:
        query = select(Stream, Agency).join(Agency, Agency.id == Stream.agency_id)
        if peer_uid:
            query = query.where(Agency.uid == peer_uid)
        pairs = session.execute(query.order_by(Agency.id)).all()
        found = [_missing(session, stream, agency) for stream, agency in pairs]
    return tuple(each for each in found if each.gaps or each.files)


def _missing(session: Session, stream: Stream, agency: Agency) -> Missing:
    beyond = session.scalars(
        select(Entry.seq)
        .where(
            Entry.stream_id == stream.id,
            ~Entry.outgoing,
            Entry.incarnation == stream.in_incarnation,
            Entry.seq > stream.in_seq,
        )
        .order_by(Entry.seq)
    ).all()
    return Missing(
        peer_uid=agency.uid,
        peer=agency.name,
        incarnation=stream.in_incarnation,
        received=stream.in_seq,
        gaps=tuple(_gaps([stream.in_seq, *beyond])),
        files=tuple(_files(session, stream)),
    )


def _gaps(held: Sequence[int]) -> Iterator[tuple[int, int]]:
    for before, after in pairwise(held):
        if after > before + 1:
            yield before + 1, after - 1


def _files(session: Session, stream: Stream) -> Iterator[WantedFile]:
    rows = session.scalars(
        select(Entry)
        .where(
            Entry.stream_id == stream.id,
            ~Entry.outgoing,
            Entry.type == entries.ATTACHMENT,
            Entry.state == State.PARKED,
            Entry.body.is_not(None),
        )
        .order_by(Entry.id)
    )
    here = set(session.scalars(select(Attachment.sha256)))
    told: set[str] = set()
    for row in rows:
        try:
            said = entries.spoken(outbox.restored(row))
            facts = plain.from_plain(AttachmentFacts, said)
        except NotCanonicalError:
            continue
        if facts.sha256 not in here and facts.sha256 not in told:
            told.add(facts.sha256)
            yield WantedFile(facts.name, facts.size, facts.sha256)
