"""Sealing: entries and attachments become one bundle (``*.lxb``) for one agency.

A zip of ``envelope.json``, ``envelope.json.sig`` and ``payload.age``; the payload is a tar of
``content.json``, its signature, ``records.jsonl`` and ``att/<sha256>``, encrypted by age to the
recipient alone. ``docs/bundle-format.md`` is the specification.
"""

from __future__ import annotations

import contextlib
import hashlib
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from app.kernel import age, canon
from app.kernel.age import Readable
from app.kernel.aside import Aside
from app.kernel.errors import AttachmentChangedError, TooLongError, from_os_error
from app.kernel.files import CHUNK
from app.kernel.terms import Purpose
from app.sync import entry as entries_of
from app.sync import envelope as paper
from app.sync import framing, signature, tape
from app.sync.entry import Entry
from app.sync.envelope import Content, Envelope, Item, JournalHead, Witness
from app.sync.medium import Watch, silent
from app.sync.routing import Ack, ForkNotice, Recipient, RosterNotice, Routing, Sender, Span

Attachments = Callable[[Item], AbstractContextManager[Readable]]
"""Opens the bytes of an item, whole or piece, for reading."""


@dataclass(frozen=True, slots=True)
class BundleDraft:
    """What is to be sealed.

    ``after`` is the number (and ``after_head`` its hash, None for 0) in front of ``entries``,
    which follow it without a gap; they may be none. ``base`` is the last number the recipient
    acknowledged, ``after`` when None. ``card`` is our card file; ``wants``, ``rosters`` and
    ``witness`` may stand in any order.
    """

    purpose: Purpose
    bundle: str
    sender: Sender
    recipient: Recipient
    created: datetime
    after: int
    after_head: str | None
    entries: tuple[Entry, ...]
    ack: Ack
    items: tuple[Item, ...] = ()
    base: int | None = None
    fork: ForkNotice | None = None
    rosters: tuple[RosterNotice, ...] = ()
    card: bytes | None = None
    wants: tuple[str, ...] = ()
    journal: JournalHead | None = None
    witness: tuple[Witness, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedBundle:
    """``envelope_hash`` (SHA-256 of the envelope's bytes) identifies the bundle for ever."""

    file_name: str
    size: int
    envelope: Envelope
    envelope_hash: str
    envelope_bytes: bytes
    envelope_signature: bytes
    content: bytes
    content_signature: bytes


def seal(
    draft: BundleDraft,
    *,
    seed: bytes,
    to: str,
    attachments: Attachments,
    target: BinaryIO,
    scratch: Path,
    watch: Watch = silent,
) -> SealedBundle:
    """Write *draft* to *target*, signed with *seed* and encrypted to the age recipient *to*.

    *target* is empty and can be written at any place: the ciphertext goes where it belongs, and the
    envelope with its hash in front of it afterwards. It is neither flushed nor closed, and what it
    holds after a refusal is nothing. *scratch* is the folder it lies in, which refusals name.

    Raises:
        AttachmentChangedError: an attachment's bytes are not those of its hash.
        BundleFormError: *draft* holds what a reader would refuse (an attachment twice, a handle
            out of bounds).
        TooLongError: the records exceed 64 MiB, or an attachment 8 GiB.
        MediumError: *target* refuses.
    """
    inside = _Inside.of(draft, signature.public_of(seed), seed)
    hashes = _Hashes()
    try:
        with (
            Aside(hashes.take) as aside,
            contextlib.closing(inside.chunks(attachments, watch)) as it,
        ):
            payload = _Payload(target, inside, seed, aside)
            age.encrypt(_Pulled(it), payload, to)
            payload.finish()
        return _complete(inside, seed, payload, hashes, target)
    except OSError as error:
        raise from_os_error(error, scratch) from error


@dataclass(frozen=True, slots=True)
class _Inside:
    """The payload before encryption; attachments are read when their turn comes."""

    routing: Routing
    small: tuple[tuple[str, bytes], ...]
    items: tuple[Item, ...]

    @staticmethod
    def of(draft: BundleDraft, public: str, seed: bytes) -> _Inside:
        routing = _routing(draft, signature.fingerprint(public))
        records = b"".join(map(entries_of.line, draft.entries))
        items = tuple(sorted(draft.items, key=lambda item: item.path))
        listed = Content(
            records_sha256=canon.sha256(records),
            records_size=len(records),
            items=items,
            events=tuple(entry.hash for entry in draft.entries),
            wants=tuple(sorted(draft.wants)),
            journal=draft.journal,
            witness=tuple(sorted(draft.witness, key=lambda each: each.agency)),
        )
        content = paper.write_content(routing, listed)
        _refuse_too_long(content, records, items)
        signed = signature.sign(content, signature.CONTENT, seed)
        named = (
            (paper.CONTENT, content),
            (paper.CONTENT_SIGNATURE, signed),
            (paper.RECORDS, records),
        )
        return _Inside(routing, named, items)

    def size(self) -> int:
        sizes = [len(data) for _, data in self.small] + [item.size for item in self.items]
        blocks = sum(tape.BLOCK + size + -size % tape.BLOCK for size in sizes)
        return blocks + len(tape.END)

    def chunks(self, attachments: Attachments, watch: Watch) -> Generator[bytes]:
        total, done = self.size(), 0
        for chunk in self._chunks(attachments):
            yield chunk
            done += len(chunk)
            watch(done, total)

    def _chunks(self, attachments: Attachments) -> Iterator[bytes]:
        for name, data in self.small:
            yield tape.header(name, len(data)) + data + tape.padding(len(data))
        for item in self.items:
            yield tape.header(item.path, item.size)
            yield from _attachment(item, attachments)
            yield tape.padding(item.size)
        yield tape.END


def _routing(draft: BundleDraft, key: str) -> Routing:
    last, head = draft.after, draft.after_head
    for each in draft.entries:
        if (each.seq, each.head.prev) != (last + 1, head):
            raise ValueError(f"entry {each.seq} does not follow number {last}")
        if each.head.author != draft.sender.uid:
            raise ValueError(f"entry {each.seq} is another agency's statement")
        last, head = each.seq, each.hash
    base = draft.after if draft.base is None else draft.base
    return Routing(
        purpose=draft.purpose,
        bundle=draft.bundle,
        sender=draft.sender,
        key=key,
        recipient=draft.recipient,
        stream=Span(base, draft.after + 1, last, draft.after_head, head),
        ack=draft.ack,
        created=draft.created,
        fork=draft.fork,
        rosters=tuple(sorted(draft.rosters, key=lambda each: each.mechanism)),
        card=draft.card,
    )


def _refuse_too_long(content: bytes, records: bytes, items: tuple[Item, ...]) -> None:
    inner = len(content) + len(records)
    if inner > paper.MAX_INNER:
        raise TooLongError(field=paper.RECORDS, length=inner, limit=paper.MAX_INNER)
    for item in items:
        if item.size > tape.MAX_MEMBER:
            raise TooLongError(field=item.name, length=item.size, limit=tape.MAX_MEMBER)


def _attachment(item: Item, attachments: Attachments) -> Iterator[bytes]:
    """The bytes of *item*, of which no more are taken than it has."""
    seen = hashlib.sha256()
    left = item.size
    with attachments(item) as source, Aside(seen.update) as hashing:
        while left and (chunk := source.read(min(CHUNK, left))):
            hashing.put(chunk)
            left -= len(chunk)
            yield chunk
        longer = bool(source.read(1))
        hashing.finish()
    if left or longer or seen.hexdigest() != item.sha256:
        raise AttachmentChangedError(name=item.name, expected=item.sha256, found=seen.hexdigest())


class _Pulled:
    """A stream over chunks as they are made."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = memoryview(b"")

    def read(self, size: int = -1, /) -> bytes:
        while not self._rest and (chunk := next(self._chunks, None)) is not None:
            self._rest = memoryview(chunk)
        taken = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(taken) :]
        return bytes(taken)


class _Hashes:
    """What is computed over the ciphertext as it passes."""

    def __init__(self) -> None:
        self.sha256 = hashlib.sha256()
        self.crc = 0

    def take(self, chunk: bytes) -> None:
        self.sha256.update(chunk)
        self.crc = zlib.crc32(chunk, self.crc)


@dataclass(frozen=True, slots=True)
class _Outside:
    """Everything of the file but the ciphertext."""

    envelope: Envelope
    text: bytes
    signed: bytes
    payload: framing.Member

    @staticmethod
    def of(inside: _Inside, seed: bytes, payload: framing.Member, sha256: str) -> _Outside:
        envelope = Envelope(inside.routing, sha256, payload.size)
        text = paper.write_envelope(envelope)
        return _Outside(envelope, text, signature.sign(text, signature.ENVELOPE, seed), payload)

    def members(self) -> list[framing.Member]:
        return [
            framing.member(framing.ENVELOPE, self.text),
            framing.member(framing.SIGNATURE, self.signed),
            self.payload,
        ]

    def front(self) -> bytes:
        first, second, third = map(framing.opening, self.members())
        return first + self.text + second + self.signed + third


class _Payload:
    """The ciphertext on its way into *target*, behind the room its envelope will need.

    How long the envelope is follows from how long the ciphertext will be, and that from the length
    of age's header; hash and CRC change no length.
    """

    def __init__(self, target: BinaryIO, inside: _Inside, seed: bytes, aside: Aside) -> None:
        self._target = target
        self._inside = inside
        self._seed = seed
        self._aside = aside
        self._gathered: list[bytes] = []
        self._waiting = 0
        self.room = 0
        self.size = 0

    def write(self, data: bytes, /) -> int:
        self._gathered.append(data)
        self._waiting += len(data)
        if self._waiting >= CHUNK:
            self._pass_on()
        return len(data)

    def finish(self) -> None:
        self._pass_on()
        self._aside.finish()

    def _pass_on(self) -> None:
        chunk = b"".join(self._gathered)
        self._gathered.clear()
        self._waiting = 0
        if not self.size:
            self._leave_room(age.sealed_size(chunk, self._inside.size()))
        self._aside.put(chunk)
        self._target.write(chunk)
        self.size += len(chunk)

    def _leave_room(self, size: int) -> None:
        payload = framing.Member(framing.PAYLOAD, 0, size)
        self.room = len(_Outside.of(self._inside, self._seed, payload, "0" * 64).front())
        self._target.seek(self.room)


def _refuse_unreadable(inside: _Inside, envelope: bytes) -> None:
    """Nothing leaves that our own reader would refuse."""
    paper.read_envelope(envelope)
    paper.read_content(inside.small[0][1], envelope, inside.routing.stream)


def _complete(
    inside: _Inside, seed: bytes, payload: _Payload, hashes: _Hashes, target: BinaryIO
) -> SealedBundle:
    """Write what belongs in front of the ciphertext and behind it."""
    member = framing.Member(framing.PAYLOAD, hashes.crc, payload.size)
    outside = _Outside.of(inside, seed, member, hashes.sha256.hexdigest())
    _refuse_unreadable(inside, outside.text)
    front, closing = outside.front(), framing.closing(outside.members())
    if len(front) != payload.room:
        raise ValueError(f"{len(front)} bytes in front, room for {payload.room}")
    target.seek(0)
    target.write(front)
    target.seek(payload.room + payload.size)
    target.write(closing)
    return SealedBundle(
        file_name=paper.file_name(inside.routing),
        size=payload.room + payload.size + len(closing),
        envelope=outside.envelope,
        envelope_hash=canon.sha256(outside.text),
        envelope_bytes=outside.text,
        envelope_signature=outside.signed,
        content=inside.small[0][1],
        content_signature=inside.small[1][1],
    )
