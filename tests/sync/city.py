"""Agencies with real keys, and the bundles they make: what the tests of this room start from."""

from __future__ import annotations

import contextlib
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.kernel import age
from app.kernel.age import Readable
from app.kernel.terms import AgencyLevel, AgencyRole, Purpose, new_uid
from app.sync import card, opening, sealing, signature, stream
from app.sync.card import AgencyFacts, Card
from app.sync.entry import Entry, EntryDraft
from app.sync.envelope import Ack, Item, Recipient, Sender
from app.sync.sealing import BundleDraft, SealedBundle
from app.sync.stream import HashAt, Outbox
from app.sync.trust import KnownSender, Ourselves

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Agency:
    handle: str
    uid: str = field(default_factory=new_uid)
    seed: bytes = field(default_factory=signature.new_seed)
    identity: str = field(default_factory=age.new_identity)
    root: bytes = field(default_factory=signature.new_seed)
    incarnation: int = 1
    purpose: Purpose = Purpose.EXERCISE

    @property
    def to(self) -> str:
        return age.recipient_of(self.identity)

    @property
    def card(self) -> Card:
        facts = AgencyFacts(
            uid=self.uid,
            name=f"示例市{self.handle}局",
            short_name=self.handle,
            handle=self.handle,
            role=AgencyRole.OTHER,
            level=AgencyLevel.CITY,
            region_code="371100",
            liaison="甲某某",
            phone="0000-0000000",
            address="示例路1号",
        )
        root = signature.public_of(self.root)
        return Card(self.purpose, facts, self.incarnation, self.public, self.to, root, NOON)

    @property
    def public(self) -> str:
        return signature.public_of(self.seed)

    @property
    def key(self) -> str:
        return signature.fingerprint(self.public)

    @property
    def as_sender(self) -> Sender:
        return Sender(self.uid, self.handle, self.incarnation)

    @property
    def as_recipient(self) -> Recipient:
        return Recipient(self.uid, self.handle)

    @property
    def ourselves(self) -> Ourselves:
        return Ourselves(self.uid, self.purpose)

    @property
    def known(self) -> KnownSender:
        return KnownSender(self.uid, self.card.agency.name, self.incarnation, self.public, True)


def drafts(author: Agency, count: int, start: int = 1) -> list[EntryDraft]:
    return [
        EntryDraft(
            type="step/1",
            author=author.uid,
            owner=author.uid,
            record=new_uid(),
            version=1,
            at=NOON + timedelta(minutes=n),
            body={"note": f"第{n}步"},
        )
        for n in range(start, start + count)
    ]


def item(data: bytes, name: str = "照片.jpg") -> Item:
    return Item(hashlib.sha256(data).hexdigest(), len(data), name)


def attachments(*contents: bytes) -> Any:
    held: Mapping[str, bytes] = {hashlib.sha256(data).hexdigest(): data for data in contents}

    @contextlib.contextmanager
    def open_one(item: Item) -> Iterator[Readable]:
        yield io.BytesIO(held[item.sha256])

    return open_one


def bundle_draft(
    sender: Agency, recipient: Agency, entries: tuple[Entry, ...] = (), **other: Any
) -> BundleDraft:
    base = BundleDraft(
        purpose=sender.purpose,
        bundle=new_uid(),
        sender=sender.as_sender,
        recipient=recipient.as_recipient,
        created=NOON,
        after=entries[0].seq - 1 if entries else 0,
        after_head=entries[0].head.prev if entries else None,
        entries=entries,
        ack=Ack(recipient.incarnation, recipient.key, 0, None),
    )
    return replace(base, **other)


def sealed(
    sender: Agency, draft: BundleDraft, to: str, scratch: Path, *contents: bytes
) -> tuple[bytes, SealedBundle]:
    target = io.BytesIO()
    made = sealing.seal(
        draft,
        seed=sender.seed,
        to=to,
        attachments=attachments(*contents),
        target=target,
        scratch=scratch,
    )
    return target.getvalue(), made


class Kept:
    """A store that keeps in memory what it was handed, by its hash."""

    def __init__(self) -> None:
        self.found: dict[str, bytes] = {}

    def __call__(self, item: Item, source: Readable) -> None:
        self.found[item.sha256] = source.read()


def opened(
    data: bytes, identity: str
) -> tuple[opening.Inspected, opening.Opened, dict[str, bytes]]:
    file = io.BytesIO(data)
    kept = Kept()
    found = opening.inspect(file, Path("x.lxb"))
    return found, opening.unpack(file, found, [identity], kept), kept.found


def hash_in(entries: Iterable[Entry]) -> HashAt:
    """Answers for *entries*, as a register does for a stream."""
    held = {entry.seq: entry.hash for entry in entries}
    return held.get


def three_entries(sender: Agency) -> tuple[Entry, ...]:
    return stream.extend(Outbox(sender.incarnation), drafts(sender, 3))[1]


def write_card(agency: Agency) -> bytes:
    return card.write(agency.card, agency.seed)
