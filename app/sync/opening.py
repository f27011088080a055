"""Opening a bundle in two passes, each of which may refuse it.

``inspect`` checks the framing, the envelope and its signature, and the hash of the ciphertext; it
needs no key of ours and decrypts nothing. The caller then decides by ``trust.accept``. ``unpack``
decrypts as a stream, verifies the content list, its signature and every record before the first
byte of an attachment, and hands attachments on as streams; nothing is plain on any disk.

Every malformed file ends in a BundleError; a copy that is merely cut off in IncompleteBundleError.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.kernel import age, canon
from app.kernel.age import Readable
from app.kernel.aside import Aside
from app.kernel.errors import BadSignatureError, BundleFormError, IncompleteBundleError
from app.kernel.files import CHUNK
from app.sync import entry as entries_of
from app.sync import envelope as paper
from app.sync import framing, signature, tape
from app.sync.entry import Entry
from app.sync.envelope import Content, Envelope, Item, JournalHead, Witness
from app.sync.medium import Medium, Watch, Window, refusals_tell, silent
from app.sync.routing import Routing

Store = Callable[[Item, Readable], None]
"""Takes the bytes of an attachment; keep them only after ``unpack`` returned, drop them if not."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A bundle that is intact outside, signed by *signer* (``ssh-ed25519 AAAA…``), whoever it is.

    ``envelope_hash`` (SHA-256 of the envelope's bytes) identifies the bundle for ever.
    """

    path: Path
    envelope: Envelope
    envelope_hash: str
    envelope_bytes: bytes
    envelope_signature: bytes
    signer: str
    payload_offset: int

    @property
    def routing(self) -> Routing:
        return self.envelope.routing


@dataclass(frozen=True, slots=True)
class Opened:
    """The verified inside of a bundle; the bytes are the evidence to keep.

    ``wants``, ``journal`` and ``witness`` as in ``Content``.
    """

    content: bytes
    content_signature: bytes
    entries: tuple[Entry, ...]
    items: tuple[Item, ...]
    wants: tuple[str, ...] = ()
    journal: JournalHead | None = None
    witness: tuple[Witness, ...] = ()


def discard(item: Item, source: Readable) -> None:
    """The store of a caller who only verifies."""


def inspect(file: BinaryIO, path: Path, watch: Watch = silent) -> Inspected:
    """Check *file* from outside, without any key of ours; *path* is what refusals name.

    Raises:
        IncompleteBundleError: the copy ends early.
        BadSignatureError: envelope or payload are not what was signed.
        NewerBundleError: of a later version or another suite.
        BundleFormError: not a bundle.
        MediumError: the medium refuses or is gone.
    """
    medium = Medium(file, path)
    with refusals_tell(path=path):
        medium.go_to(0)
        first, text = framing.read_small(medium, framing.ENVELOPE, paper.MAX_ENVELOPE)
        envelope = paper.read_envelope(text)
        with refusals_tell(claimed=envelope.routing.sender.handle):
            second, signed = framing.read_small(medium, framing.SIGNATURE, signature.MAX_SIGNATURE)
            signer = _signer(envelope, text, signed)
            third = framing.read_opening(medium, framing.PAYLOAD)
            offset = first.span + second.span + third.span - third.size
            _Inspection(medium, envelope, offset, watch).check([first, second, third])
    return Inspected(path, envelope, canon.sha256(text), text, signed, signer, offset)


def unpack(
    file: BinaryIO,
    inspected: Inspected,
    identities: list[str],
    store: Store,
    watch: Watch = silent,
) -> Opened:
    """Open what ``inspect`` found in order; *file* is the same file.

    *store* is called once per attachment, in the order of the content list, and may leave bytes
    unread; an exception it raises comes out unchanged. What it stored may be used only after this
    function has returned.

    Raises:
        BundleFormError: none of *identities* opens it, or the inside is not what it must be.
        BadSignatureError: the inside was signed by another than the outside.
        MediumError: the medium refuses or is gone.
    """
    medium = Medium(file, inspected.path)
    claimed = inspected.routing.sender.handle
    with refusals_tell(path=inspected.path, claimed=claimed):
        medium.go_to(inspected.payload_offset)
        cipher = Window(medium, inspected.envelope.payload_size, watch)
        # The file is not hashed a second time: everything inside is covered by the inner signature.
        with age.reading(cipher, identities) as plain:
            reel = tape.Tape(plain)
            text, signed, content = _read_content(reel, inspected)
            entries = _read_records(reel, content, inspected.routing)
            for item in content.items:
                _hand_over(reel, item, store)
            reel.end()
    return Opened(
        content=text,
        content_signature=signed,
        entries=entries,
        items=content.items,
        wants=content.wants,
        journal=content.journal,
        witness=content.witness,
    )


def _signer(envelope: Envelope, text: bytes, signed: bytes) -> str:
    """The key that signed *text*, which must be the one the envelope names."""
    signer = signature.verify(text, signed, signature.ENVELOPE)
    if envelope.routing.key != signature.fingerprint(signer):
        raise BadSignatureError(part="key")
    return signer


@dataclass(frozen=True, slots=True)
class _Inspection:
    """The payload of a file whose envelope is already believed to be the signer's."""

    medium: Medium
    envelope: Envelope
    offset: int
    watch: Watch

    def check(self, members: list[framing.Member]) -> None:
        """Sizes first, so that a cut-off copy is known as such; then hash, CRC, closing."""
        payload, closing = members[-1], framing.closing(members)
        if payload.size != self.envelope.payload_size:
            raise BundleFormError(reason="payload: not of the size that was signed")
        missing = self.offset + payload.size + len(closing) - self.medium.size()
        if missing > 0:
            raise IncompleteBundleError(reason=f"ends {missing} bytes early")
        if missing < 0:
            raise BundleFormError(reason="bytes behind the end")
        self.medium.go_to(self.offset)
        sha256, crc = self._hashes()
        found = self.medium.exactly(len(closing))
        if not any(found):
            raise IncompleteBundleError(reason="only zeros at the end")
        if crc != payload.crc:
            raise BundleFormError(reason="payload: damaged")
        if sha256 != self.envelope.payload_sha256:
            raise BadSignatureError(part="payload")
        framing.expect(found, closing, "closing")

    def _hashes(self) -> tuple[str, int]:
        window = Window(self.medium, self.envelope.payload_size, self.watch)
        seen, crc = hashlib.sha256(), 0
        with Aside(seen.update) as hashing:
            while chunk := window.read(CHUNK):
                hashing.put(chunk)
                crc = zlib.crc32(chunk, crc)
            hashing.finish()
        return seen.hexdigest(), crc


def _read_content(reel: tape.Tape, inspected: Inspected) -> tuple[bytes, bytes, Content]:
    text = reel.small(paper.CONTENT, paper.MAX_INNER)
    signed = reel.small(paper.CONTENT_SIGNATURE, signature.MAX_SIGNATURE)
    # age hides but does not say who wrote: a recipient could put an author's signed content under
    # an envelope of its own and pass it on as fresh.
    if signature.verify(text, signed, signature.CONTENT) != inspected.signer:
        raise BadSignatureError(part="content")
    span = inspected.routing.stream
    return text, signed, paper.read_content(text, inspected.envelope_bytes, span)


def _read_records(reel: tape.Tape, content: Content, routing: Routing) -> tuple[Entry, ...]:
    data = reel.small(paper.RECORDS, paper.MAX_INNER)
    if (canon.sha256(data), len(data)) != (content.records_sha256, content.records_size):
        raise BundleFormError(reason="records: not those of the content list")
    lines = data.split(b"\n")
    if lines.pop():
        raise BundleFormError(reason="records: the last line has no end")
    entries = tuple(map(entries_of.parse, lines))
    _check_entries(entries, content, routing)
    return entries


def _check_entries(entries: tuple[Entry, ...], content: Content, routing: Routing) -> None:
    """Numbers, hashes and chain as signed, and every entry the sender's own statement."""
    span = routing.stream
    if tuple(entry.hash for entry in entries) != content.events:
        raise BundleFormError(reason="records: other entries than listed")
    seq, head = span.first - 1, span.prev
    for entry in entries:
        if (entry.seq, entry.head.prev) != (seq + 1, head):
            raise BundleFormError(reason=f"entry {entry.seq}: does not follow number {seq}")
        if entry.head.author != routing.sender.uid:
            raise BundleFormError(reason=f"entry {entry.seq}: not the sender's own")
        seq, head = entry.seq, entry.hash
    if (seq, head) != (span.last, span.head):
        raise BundleFormError(reason="records: they end elsewhere than the envelope says")


def _hand_over(reel: tape.Tape, item: Item, store: Store) -> None:
    with reel.body(item.path, item.size) as body:
        store(item, body)
        found = body.finish()
    if found != item.sha256:
        raise BundleFormError(reason=f"{item.path}: other bytes than listed")
    reel.skip_padding(item.size, item.path)
