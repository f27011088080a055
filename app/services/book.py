"""The protocol's book over this register: ``sync.book.Book`` in SQL, one transaction long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from app.kernel import canon
from app.models import Agency, AgencyKey, BundleSeen, Conflict, Entry, Stream
from app.services import arrivals, cutoffs, entries, given_back, house, outbox
from app.sync import echoes, records, signature, twins
from app.sync.book import Identity, Pair, State
from app.sync.entry import Entry as SyncEntry
from app.sync.entry import EntryDraft
from app.sync.routing import ForkNotice
from app.sync.statements import MANIFEST, UNTOLD, WITHDRAW, Listed, Manifest
from app.sync.stream import Inbox, Outbox
from app.vault.register import Register

T = TypeVar("T")

_MANY: Final = 500
"""Values in one IN list."""


class SqlBook:
    """The register as the protocol asks it and writes it.

    ``taking`` is where entries that arrive become rows; *bundle_id* is the bundle they came in.
    """

    def __init__(
        self,
        register: Register,
        session: Session,
        taking: arrivals.Taking | None = None,
        bundle_id: int | None = None,
    ) -> None:
        self._taking = taking or arrivals.Taking.of(register, session, {})
        self.own = self._taking.own
        self._register = register
        self._session = session
        self._bundle_id = bundle_id
        self._streams: dict[str, Stream] = {}
        self._received: dict[tuple[str, int], dict[int, str]] = {}
        self._held: dict[tuple[str, str], Listed | None] = {}
        self._shown: dict[str, dict[str, Manifest]] = {}
        self._proved: dict[str, frozenset[str]] = {}
        self._undoubted: dict[str, frozenset[str]] = {}

    def foresee(self, peer: str, incarnation: int, coming: Sequence[SyncEntry]) -> None:
        """Read in bulk what taking in *coming* will ask for one by one."""
        self._taking.foresee(coming)
        row = self._stream(peer)
        numbers = [each.seq for each in coming]
        found: dict[int, str] = {}
        for part in _parts(numbers):
            query = select(Entry.seq, Entry.head_hash).where(
                *_one_way(row, incarnation, outgoing=False), Entry.seq.in_(part)
            )
            found |= {row.seq: row.head_hash for row in self._session.execute(query)}
        self._received[peer, incarnation] = {seq: found.get(seq, "") for seq in numbers}
        wanted = list({each.head.record for each in coming})
        told: list[Entry] = []
        for named in _parts(wanted):
            told += self._session.scalars(_applied(row).where(Entry.record_uid.in_(named)))
        for record in wanted:
            self._held[peer, record] = None
        for each in sorted(told, key=lambda each: each.id):
            self._note_held(peer, outbox.restored(each))

    # -- pairs -----------------------------------------------------------------------------

    def identity(self) -> Identity:
        key = house.own_key(self._session)
        public = signature.public_of(key.sign_seed)
        return Identity(key.incarnation, signature.fingerprint(public))

    def peers(self) -> Sequence[str]:
        # One that is on paper for now may run the program again, and has to be told then.
        return self._session.scalars(
            select(Agency.uid).where(~Agency.is_self, Agency.keys.any()).order_by(Agency.id)
        ).all()

    def pair(self, peer: str) -> Pair:
        row, own = self._stream(peer), self.identity()
        head = row.in_head or None
        key = self._key_of(row.agency_id, row.in_incarnation)
        return Pair(
            peer=peer,
            out=Outbox(own.incarnation, row.out_seq, row.out_head or None, row.acked_seq),
            inbox=Inbox(row.in_incarnation, key, row.in_seq, head),
            quarantined=row.quarantined,
            ack_due=row.ack_due,
        )

    def keep_pair(self, pair: Pair) -> None:
        row = self._written(pair.peer)
        if pair.out.acked > row.acked_seq:
            row.acked_at = self._register.clock.now()
        row.out_seq, row.out_head = pair.out.seq, pair.out.head or ""
        row.acked_seq = pair.out.acked
        row.in_incarnation, row.in_seq = pair.inbox.incarnation, pair.inbox.seq
        row.in_head = pair.inbox.head or ""
        row.quarantined, row.ack_due = pair.quarantined, pair.ack_due
        self._settled().flush()

    # -- entries ---------------------------------------------------------------------------

    def sent(self, peer: str, seq: int) -> str | None:
        way = _one_way(self._stream(peer), self.identity().incarnation, outgoing=True)
        return self._session.scalar(select(Entry.head_hash).where(*way, Entry.seq == seq))

    def spoke_twice(self, peer: str, notice: ForkNotice) -> bool:
        own = self.identity()
        author = twins.Author(self.own, own.incarnation, own.key, peer)
        return any(
            twins.contradicts(each, author, lambda seq: self.sent(peer, seq))
            for each in notice.proofs
        )

    def received(self, peer: str, incarnation: int, seq: int) -> str | None:
        known = self._received.setdefault((peer, incarnation), {})
        if seq not in known:
            way = _one_way(self._stream(peer), incarnation, outgoing=False)
            found = self._settled().scalar(select(Entry.head_hash).where(*way, Entry.seq == seq))
            known[seq] = found or ""
        return known[seq] or None

    def ahead(self, peer: str, incarnation: int, seq: int) -> SyncEntry | None:
        way = _one_way(self._stream(peer), incarnation, outgoing=False)
        row = self._settled().scalar(
            select(Entry).where(*way, Entry.seq == seq, Entry.state == State.AHEAD)
        )
        return outbox.restored(row) if row else None

    def unacknowledged(self, pair: Pair) -> Sequence[SyncEntry]:
        return outbox.unacknowledged(self._session, self._stream(pair.peer))

    def put(self, peer: str, incarnation: int, made: Sequence[SyncEntry]) -> None:
        row = self._written(peer)
        for each in made:
            told = outbox.entry_values(row, each, incarnation, outgoing=True, state=State.APPLIED)
            self._taking.batch.add(Entry, **told)
        self._settled()

    def keep(
        self, peer: str, incarnation: int, entry: SyncEntry, state: State, reason: str
    ) -> None:
        key = self._kept(peer, incarnation, entry, state, reason)
        self._received.setdefault((peer, incarnation), {})[entry.seq] = entry.hash
        if state is State.APPLIED and entry.head.type not in UNTOLD:
            self._note_held(peer, entry)
        self._note_shown(peer, entry)
        if state is State.CONFLICT:
            self._settled().add(_conflict(key, entry, self._register))

    def held(self, peer: str, record: str) -> Listed | None:
        if (peer, record) not in self._held:
            self._held[peer, record] = None
            query = _applied(self._stream(peer)).where(Entry.record_uid == record)
            for row in self._settled().scalars(query.order_by(Entry.id)):
                self._note_held(peer, outbox.restored(row))
        return self._held[peer, record]

    # -- records ---------------------------------------------------------------------------

    def has_heard(self, peer: str, record: str, content: str) -> bool:
        query = _taken(self._stream(peer)).where(
            Entry.record_uid == record, Entry.content == content, Entry.state != State.AHEAD
        )
        return self._settled().scalars(query).first() is not None

    def told(self, peer: str) -> Iterable[SyncEntry]:
        return self._read(_told(self._stream(peer)))

    def taken(self, peer: str) -> Iterable[SyncEntry]:
        # What a thief may have said in its name is not given back to an agency as its own.
        received = select(Entry).where(Entry.stream_id == self._stream(peer).id, ~Entry.outgoing)
        return self._read(received.where(~cutoffs.is_beyond(self._session)))

    def manifest_of(self, peer: str, entry: SyncEntry) -> Manifest | None:
        row = (
            self._settled()
            .scalars(
                select(Entry).where(
                    Entry.stream_id == self._stream(peer).id,
                    ~Entry.outgoing,
                    Entry.head_hash == entry.hash,
                )
            )
            .first()
        )
        seen = self._session.get(BundleSeen, row.bundle_id) if row and row.bundle_id else None
        card = self._card_of(peer, seen.incarnation) if seen else None
        if seen is None or card is None:
            return None
        return Manifest(seen.content.decode(), seen.content_signature.decode(), card.decode())

    def proves(self, peer: str, manifest: Manifest, entry: SyncEntry) -> bool:
        if manifest.content not in self._proved:
            proved = echoes.proved(manifest, self.own, peer, self._own_keys())
            self._proved[manifest.content] = proved
        return entry.hash in self._proved[manifest.content]

    def doubts(self, peer: str, manifest: Manifest, entry: SyncEntry) -> bool:
        # No number of a cut-off helps: a thief and a giver can put any number into an echo.
        if manifest.content not in self._undoubted:
            proved = echoes.proved(manifest, self.own, peer, self._own_keys(heard=True))
            self._undoubted[manifest.content] = proved
        return entry.hash not in self._undoubted[manifest.content]

    def shown(self, peer: str, sha256: str) -> Manifest | None:
        if peer not in self._shown:
            query = select(Entry).where(
                Entry.stream_id == self._stream(peer).id, ~Entry.outgoing, Entry.type == MANIFEST
            )
            self._shown[peer] = {}
            for entry in self._read(query):
                self._note_shown(peer, entry)
        return self._shown[peer].get(sha256)

    def mine(self, record: str) -> Listed | None:
        draft = self.current(record)
        if draft is None:
            return None
        content = canon.sha256(canon.dumps(draft.body))
        listed = Listed(record, draft.type, draft.version, content)
        if draft.type == WITHDRAW:
            listed = Listed(record, draft.type, draft.version, "", gone=True)
        return listed

    def has_said(self, record: str, content: str) -> bool:
        told = select(Entry.id).where(
            Entry.outgoing,
            Entry.record_uid == record,
            Entry.content == content,
            Entry.type.not_in(UNTOLD),
        )
        if self._session.scalars(told).first() is not None:
            return True
        beside = select(Entry).join(Conflict, Conflict.entry_id == Entry.id)
        rows = self._settled().scalars(beside.where(Conflict.record_uid == record))
        kept = (echoes.inner(outbox.restored(row)) for row in rows)
        return any(each is not None and each.content == content for each in kept)

    def apply(self, peer: str, entry: SyncEntry) -> State:  # noqa: ARG002 - entries name it
        return State.APPLIED if arrivals.apply(self._taking, entry) else State.PARKED

    def adopt(self, entry: SyncEntry) -> State:
        self._settled()
        return State.APPLIED if given_back.adopt(self._taking, entry) else State.PARKED

    def outdo(self, entry: SyncEntry) -> None:
        self._settled()
        given_back.outdo(self._taking, entry)
        self._taking.batch.forget()

    def current(self, record: str) -> EntryDraft | None:
        return entries.current(self._register, self._settled(), record)

    def told_of(self, record: str) -> Sequence[str]:
        query = (
            select(Agency.uid)
            .join(Stream, Stream.agency_id == Agency.id)
            .join(Entry, Entry.stream_id == Stream.id)
            .where(Entry.outgoing, Entry.record_uid == record, Entry.type.not_in(UNTOLD))
        )
        return self._session.scalars(query.distinct()).all()

    def has_told(self, peer: str, draft: EntryDraft) -> bool:
        query = select(Entry.id).where(
            Entry.stream_id == self._stream(peer).id,
            # Not compared with 1: SQLite would walk our whole stream by its numbers.
            Entry.outgoing,
            Entry.incarnation == self.identity().incarnation,
            Entry.type == draft.type,
            Entry.record_uid == draft.record,
            Entry.version == draft.version,
        )
        return self._session.scalars(query).first() is not None

    def begin(self, identity: Identity) -> None:
        """The secrets of *identity* are in place already (``services.renewal``)."""
        if self.identity() != identity:
            raise ValueError("another incarnation than that of the keys")
        for row in self._session.scalars(select(Stream)):
            row.out_seq, row.out_head, row.acked_seq = 0, "", 0
        self._session.flush()

    # -- inside ----------------------------------------------------------------------------

    def _stream(self, peer: str) -> Stream:
        if peer not in self._streams:
            agency = house.agency(self._session, peer)
            self._streams[peer] = outbox.stream_seen(self._session, agency)
        return self._streams[peer]

    def _written(self, peer: str) -> Stream:
        """The same, in the register from now on."""
        row = self._stream(peer)
        if row not in self._session:
            row = outbox.stream_with(self._session, house.agency(self._session, peer))
            self._streams[peer] = row
        return row

    def _settled(self) -> Session:
        """The session, in which all that was taken in stands."""
        self._taking.batch.flush()
        return self._session

    def _kept(
        self, peer: str, incarnation: int, entry: SyncEntry, state: State, reason: str
    ) -> int:
        """The key of the row of an entry that arrives, new or kept before."""
        if self.received(peer, incarnation, entry.seq) is not None:
            way = _one_way(self._stream(peer), incarnation, outgoing=False)
            kept = select(Entry).where(*way, Entry.seq == entry.seq)
            row = self._settled().scalars(kept).one()
            row.state, row.reason = state, reason
            return row.id
        told = outbox.entry_values(
            self._written(peer), entry, incarnation, outgoing=False, state=state
        )
        told |= {"reason": reason, "bundle_id": self._bundle_id}
        return self._taking.batch.add(Entry, **told)

    def _note_shown(self, peer: str, entry: SyncEntry) -> None:
        manifest = echoes.manifest(entry)
        if manifest is not None and peer in self._shown:
            self._shown[peer][canon.sha256(manifest.content.encode())] = manifest

    def _note_held(self, peer: str, entry: SyncEntry) -> None:
        key, said = (peer, entry.head.record), records.listed(entry)
        if entry.body is not None and (
            records.compare(self._held.get(key), said) in records.WORTH_TELLING
        ):
            self._held[key] = said

    def _read(self, query: Select[Entry]) -> Iterator[SyncEntry]:
        rows = self._settled().scalars(query.order_by(Entry.incarnation, Entry.seq))
        return map(outbox.restored, rows)

    def _key_of(self, agency_id: int, incarnation: int) -> str:
        """The fingerprint of an agency's signing key; "" when no card of that one is held."""
        public = self._session.scalar(
            select(AgencyKey.sign_public).where(
                AgencyKey.agency_id == agency_id, AgencyKey.incarnation == incarnation
            )
        )
        return signature.fingerprint(public) if public else ""

    def _card_of(self, peer: str, incarnation: int) -> bytes | None:
        return self._session.scalar(
            select(AgencyKey.card).where(
                AgencyKey.agency_id == self._stream(peer).agency_id,
                AgencyKey.incarnation == incarnation,
            )
        )

    def _own_keys(self, *, heard: bool = False) -> set[str]:
        """The signing keys we have had; with *heard* without those a roster revoked."""
        query = select(AgencyKey.sign_public).join(Agency).where(Agency.is_self)
        if heard:
            query = query.where(
                AgencyKey.revoked_at.is_(None), AgencyKey.incarnation >= Agency.min_incarnation
            )
        return set(self._session.scalars(query))


def _one_way(row: Stream, incarnation: int, *, outgoing: bool) -> tuple[ColumnElement[bool], ...]:
    return (
        Entry.stream_id == row.id,
        Entry.outgoing == outgoing,
        Entry.incarnation == incarnation,
    )


def _told(row: Stream) -> Select[Entry]:
    return select(Entry).where(Entry.stream_id == row.id, Entry.outgoing, Entry.type.not_in(UNTOLD))


def _taken(row: Stream) -> Select[Entry]:
    return select(Entry).where(
        Entry.stream_id == row.id,
        ~Entry.outgoing,
        Entry.type.not_in(UNTOLD),
        Entry.state != State.REFUSED,
    )


def _applied(row: Stream) -> Select[Entry]:
    return _taken(row).where(Entry.state == State.APPLIED)


def _conflict(key: int, entry: SyncEntry, register: Register) -> Conflict:
    said = echoes.inner(entry) or entry
    return Conflict(
        record_uid=said.head.record,
        type=said.head.type,
        version=said.head.version,
        entry_id=key,
        noticed_at=register.clock.now(),
        settled_at=None,
        settled_how="",
    )


def _parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[i : i + _MANY] for i in range(0, len(values), _MANY))
