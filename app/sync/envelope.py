"""What a bundle says about itself: the envelope outside, the content list inside."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Final

from app.kernel import canon
from app.kernel.errors import BundleFormError
from app.sync import form, tape
from app.sync import routing as routes
from app.sync.routing import Ack, ForkNotice, Recipient, RosterNotice, Routing, Sender, Span

__all__ = [
    "Ack", "Content", "Envelope", "ForkNotice", "Item", "JournalHead", "Piece", "Recipient",
    "RosterNotice", "Routing", "Sender", "Span", "Witness",
]  # fmt: skip

ENVELOPE_TYPE: Final = "lianxi-bundle/1"
CONTENT_TYPE: Final = "lianxi-content/1"
CONTENT: Final = "content.json"
CONTENT_SIGNATURE: Final = "content.json.sig"
RECORDS: Final = "records.jsonl"
SUFFIX: Final = ".lxb"

MAX_ENVELOPE: Final = 1 << 20
MAX_INNER: Final = 64 << 20
"""Bytes of the content list and the records together; they are held in memory."""

MAX_WANTS: Final = 10_000

_MAX_SIZE: Final = 2**53


@dataclass(frozen=True, slots=True)
class Piece:
    """Where the bytes of an item belong: from ``offset`` in the file whose hash is ``of`` and
    which has ``total`` bytes."""

    of: str
    offset: int
    total: int


@dataclass(frozen=True, slots=True)
class Item:
    """An attachment or a piece of one; hash and size are those of the bytes that travel.

    ``name`` is what a refusal calls it here; it does not travel. A content list is kept for ever
    and shown whole, so what people call a file stands only in the statement that names it.
    """

    sha256: str
    size: int
    name: str = field(default="", compare=False)
    piece: Piece | None = None

    @property
    def path(self) -> str:
        return f"att/{self.sha256}"


@dataclass(frozen=True, slots=True)
class JournalHead:
    """How long the sender's own audit journal is, and the hash of its last line."""

    lines: int
    head: str


@dataclass(frozen=True, slots=True)
class Witness:
    """What the sender knows of a third agency: its newest incarnation, the fingerprint of that
    one's signing key, and the furthest position of its journal it ever told (``head`` is None when
    it told none, ``lines`` then 0)."""

    agency: str
    incarnation: int
    key: str
    lines: int
    head: str | None


@dataclass(frozen=True, slots=True)
class Envelope:
    routing: Routing
    payload_sha256: str
    payload_size: int


@dataclass(frozen=True, slots=True)
class Content:
    """``events`` are the hashes of the entries, in their order.

    ``wants`` are the hashes of attachments the recipient spoke of and whose bytes the sender
    lacks, sorted; ``witness`` is sorted by agency.
    """

    records_sha256: str
    records_size: int
    items: tuple[Item, ...]
    events: tuple[str, ...]
    wants: tuple[str, ...] = ()
    journal: JournalHead | None = None
    witness: tuple[Witness, ...] = ()


def file_name(routing: Routing) -> str:
    sender, span = routing.sender, routing.stream
    return (
        f"{sender.handle}-{sender.incarnation}-{routing.recipient.handle}"
        f"-{span.first:06d}-{span.last:06d}-{routing.bundle[:8]}{SUFFIX}"
    )


def write_envelope(envelope: Envelope) -> bytes:
    payload = {"sha256": envelope.payload_sha256, "size": envelope.payload_size}
    plain = routes.repeated(envelope.routing) | routes.notices(envelope.routing)
    return canon.dumps(plain | {"type": ENVELOPE_TYPE, "payload": payload})


def read_envelope(data: bytes) -> Envelope:
    """The envelope that *data* is; its signature is checked elsewhere.

    Raises:
        NewerBundleError: of a later version or another suite.
        BundleFormError: not an envelope, or with a card that is not well made.
    """
    fields = form.parse(data, "envelope")
    fields.refuse_other(ENVELOPE_TYPE)
    payload = fields.inner("payload")
    return Envelope(
        routing=routes.read(fields),
        payload_sha256=payload.hash("sha256"),
        payload_size=payload.number("size", most=_MAX_SIZE),
    )


def write_content(routing: Routing, content: Content) -> bytes:
    records = {"path": RECORDS, "sha256": content.records_sha256, "size": content.records_size}
    events = [
        {"seq": routing.stream.first + i, "sha256": found} for i, found in enumerate(content.events)
    ]
    plain = routes.repeated(routing) | {
        "type": CONTENT_TYPE,
        "items": [records, *map(_item, content.items)],
        "events": events,
    }
    return canon.dumps(plain | _told(content))


def _item(item: Item) -> dict[str, Any]:
    plain: dict[str, Any] = {"path": item.path, "sha256": item.sha256, "size": item.size}
    return plain if item.piece is None else plain | {"piece": form.facts(item.piece)}


def _told(content: Content) -> dict[str, Any]:
    """What the sender tells beside its entries; what there is nothing of is left out."""
    plain: dict[str, Any] = {}
    if content.wants:
        plain["wants"] = list(content.wants)
    if content.journal is not None:
        plain["journal"] = form.facts(content.journal)
    if content.witness:
        plain["witness"] = [form.facts(each) for each in content.witness]
    return plain


def read_content(data: bytes, outside: bytes, span: Span) -> Content:
    """The content list that *data* is, inside the envelope whose bytes are *outside*.

    Raises:
        NewerBundleError, BundleFormError: not one, or one of another bundle.
    """
    fields = form.parse(data, "content")
    fields.refuse_other(CONTENT_TYPE)
    if not fields.same(form.parse(outside, "envelope"), routes.REPEATED):
        raise BundleFormError(reason="content: other routing than the envelope's")
    records, *attachments = fields.each("items") or [form.Fields({}, "content.items")]
    if records.text("path") != RECORDS:
        raise BundleFormError(reason="content: the records are not its first item")
    return Content(
        records_sha256=records.hash("sha256"),
        records_size=records.number("size", most=MAX_INNER),
        items=_items(attachments),
        events=_events(fields.each("events"), span),
        wants=fields.hashes("wants", MAX_WANTS) if "wants" in fields else (),
        journal=_journal(fields.inner("journal")) if "journal" in fields else None,
        witness=_witnesses(fields) if "witness" in fields else (),
    )


def _items(found: list[form.Fields]) -> tuple[Item, ...]:
    items = tuple(map(_read_item, found))
    paths = [item.path for item in items]
    right = [each.text("path") for each in found] == paths
    # One order, and each once: two readers cannot differ about which bytes are meant.
    if not right or paths != sorted(set(paths)):
        raise BundleFormError(reason="content: paths of the attachments")
    return items


def _read_item(fields: form.Fields) -> Item:
    item = Item(fields.hash("sha256"), fields.number("size", most=tape.MAX_MEMBER))
    if "piece" not in fields:
        return item
    return replace(item, piece=_read_piece(fields.inner("piece"), item))


def _read_piece(fields: form.Fields, item: Item) -> Piece:
    """A piece has bytes, lies within its whole and is not all of it."""
    total = fields.number("total", least=1, most=_MAX_SIZE)
    piece = Piece(fields.hash("of"), fields.number("offset", most=total), total)
    if not 0 < item.size < total or piece.offset + item.size > total or piece.of == item.sha256:
        raise BundleFormError(reason=f"content: {item.path} is no piece of {piece.of}")
    return piece


def _events(found: list[form.Fields], span: Span) -> tuple[str, ...]:
    if [each.number("seq") for each in found] != list(range(span.first, span.last + 1)):
        raise BundleFormError(reason="content: numbers of the events")
    return tuple(each.hash("sha256") for each in found)


def _journal(fields: form.Fields) -> JournalHead:
    return JournalHead(fields.number("lines", least=1), fields.hash("head"))


def _witnesses(fields: form.Fields) -> tuple[Witness, ...]:
    found = tuple(map(_witness, fields.each("witness")))
    agencies = [each.agency for each in found]
    form.refuse_disorder(agencies, "content.witness")
    # The sender speaks of itself by ``journal``, and of the recipient by ``ack``.
    if {fields.inner(name).uid("uid") for name in ("sender", "recipient")} & set(agencies):
        raise BundleFormError(reason="content.witness: of the sender or the recipient")
    return found


def _witness(fields: form.Fields) -> Witness:
    lines = fields.number("lines")
    return Witness(
        agency=fields.uid("agency"),
        incarnation=fields.number("incarnation", least=1),
        key=routes.read_key(fields),
        lines=lines,
        head=fields.hash_unless(lines == 0, "head"),
    )
