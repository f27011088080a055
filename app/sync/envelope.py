"""What a bundle says about itself: the envelope outside, the content list inside.

Both repeat the same routing, each under its own signature, so that neither can be combined with
another bundle's half.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from app.kernel import canon, clock
from app.kernel.errors import BundleFormError
from app.kernel.terms import SUITE, Purpose
from app.sync import form, tape

ENVELOPE_TYPE: Final = "lianxi-bundle/1"
CONTENT_TYPE: Final = "lianxi-content/1"
CONTENT: Final = "content.json"
CONTENT_SIGNATURE: Final = "content.json.sig"
RECORDS: Final = "records.jsonl"
SUFFIX: Final = ".lxb"

MAX_ENVELOPE: Final = 1 << 20
MAX_INNER: Final = 64 << 20
"""Bytes of the content list and the records together; they are held in memory."""

_MAX_PAYLOAD: Final = 2**53
_ROUTING: Final = (
    "suite", "purpose", "bundle", "sender", "key", "recipient", "stream", "ack", "created",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sender:
    uid: str
    handle: str
    incarnation: int


@dataclass(frozen=True, slots=True)
class Recipient:
    uid: str
    handle: str


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers a bundle carries, ``first`` to ``last``; none when ``first == last + 1``.

    ``prev`` is the hash of number ``first - 1`` (None when first is 1), ``head`` the hash of
    number ``last`` (None when last is 0).
    """

    first: int
    last: int
    prev: str | None
    head: str | None

    @property
    def is_empty(self) -> bool:
        return self.first > self.last


@dataclass(frozen=True, slots=True)
class Ack:
    """What the sender has taken in from the recipient's *incarnation*, up to ``seq``.

    ``head`` is the hash of that number (None when seq is 0).
    """

    incarnation: int
    seq: int
    head: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """An attachment; ``name`` is for people, cleaned before it is shown, and never a path."""

    sha256: str
    size: int
    name: str

    @property
    def path(self) -> str:
        return f"att/{self.sha256}"


@dataclass(frozen=True, slots=True)
class Routing:
    """``key`` is the fingerprint (``SHA256:…``) of the key that signed."""

    purpose: Purpose
    bundle: str
    sender: Sender
    key: str
    recipient: Recipient
    stream: Span
    ack: Ack
    created: datetime


@dataclass(frozen=True, slots=True)
class Envelope:
    routing: Routing
    payload_sha256: str
    payload_size: int


@dataclass(frozen=True, slots=True)
class Content:
    """``events`` are the hashes of the entries, in their order."""

    records_sha256: str
    records_size: int
    items: tuple[Item, ...]
    events: tuple[str, ...]


def file_name(routing: Routing) -> str:
    sender, span = routing.sender, routing.stream
    return (
        f"{sender.handle}-{sender.incarnation}-{routing.recipient.handle}"
        f"-{span.first:06d}-{span.last:06d}-{routing.bundle[:8]}{SUFFIX}"
    )


def write_envelope(envelope: Envelope) -> bytes:
    payload = {"sha256": envelope.payload_sha256, "size": envelope.payload_size}
    plain = _routing(envelope.routing) | {"type": ENVELOPE_TYPE, "payload": payload}
    return canon.dumps(plain)


def read_envelope(data: bytes) -> Envelope:
    """The envelope that *data* is; its signature is checked elsewhere.

    Raises:
        NewerBundleError: of a later version or another suite.
        BundleFormError: not an envelope.
    """
    fields = form.parse(data, "envelope")
    fields.refuse_other(ENVELOPE_TYPE)
    payload = fields.inner("payload")
    return Envelope(
        routing=_read_routing(fields),
        payload_sha256=payload.hash("sha256"),
        payload_size=payload.number("size", most=_MAX_PAYLOAD),
    )


def write_content(routing: Routing, content: Content) -> bytes:
    records = {"path": RECORDS, "sha256": content.records_sha256, "size": content.records_size}
    items = [
        {"path": item.path, "sha256": item.sha256, "size": item.size, "name": item.name}
        for item in content.items
    ]
    events = [
        {"seq": routing.stream.first + i, "sha256": found} for i, found in enumerate(content.events)
    ]
    plain = _routing(routing) | {
        "type": CONTENT_TYPE,
        "items": [records, *items],
        "events": events,
    }
    return canon.dumps(plain)


def read_content(data: bytes, outside: bytes, span: Span) -> Content:
    """The content list that *data* is, inside the envelope whose bytes are *outside*.

    Raises:
        NewerBundleError, BundleFormError: not one, or one of another bundle.
    """
    fields = form.parse(data, "content")
    fields.refuse_other(CONTENT_TYPE)
    if not fields.same(form.parse(outside, "envelope"), _ROUTING):
        raise BundleFormError(reason="content: other routing than the envelope's")
    records, *attachments = fields.each("items") or [form.Fields({}, "content.items")]
    if records.text("path") != RECORDS:
        raise BundleFormError(reason="content: the records are not its first item")
    return Content(
        records_sha256=records.hash("sha256"),
        records_size=records.number("size", most=MAX_INNER),
        items=_items(attachments),
        events=_events(fields.each("events"), span),
    )


def _items(found: list[form.Fields]) -> tuple[Item, ...]:
    items = tuple(
        Item(each.hash("sha256"), each.number("size", most=tape.MAX_MEMBER), each.text("name"))
        for each in found
    )
    paths = [item.path for item in items]
    right = [each.text("path") for each in found] == paths
    # One order, and each once: two readers cannot differ about which bytes are meant.
    if not right or paths != sorted(set(paths)):
        raise BundleFormError(reason="content: paths of the attachments")
    return items


def _events(found: list[form.Fields], span: Span) -> tuple[str, ...]:
    if [each.number("seq") for each in found] != list(range(span.first, span.last + 1)):
        raise BundleFormError(reason="content: numbers of the events")
    return tuple(each.hash("sha256") for each in found)


def _routing(routing: Routing) -> dict[str, Any]:
    sender, recipient = routing.sender, routing.recipient
    return {
        "suite": SUITE,
        "purpose": routing.purpose.value,
        "bundle": routing.bundle,
        "sender": {
            "uid": sender.uid,
            "handle": sender.handle,
            "incarnation": sender.incarnation,
        },
        "key": routing.key,
        "recipient": {"uid": recipient.uid, "handle": recipient.handle},
        "stream": _span(routing.stream),
        "ack": _ack(routing.ack),
        "created": clock.to_text(routing.created),
    }


def _span(span: Span) -> dict[str, Any]:
    plain: dict[str, Any] = {"from": span.first, "to": span.last}
    return plain | _present(prev=span.prev, head=span.head)


def _ack(ack: Ack) -> dict[str, Any]:
    plain: dict[str, Any] = {"incarnation": ack.incarnation, "seq": ack.seq}
    return plain | _present(head=ack.head)


def _present(**texts: str | None) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text is not None}


def _read_routing(fields: form.Fields) -> Routing:
    sender, recipient = fields.inner("sender"), fields.inner("recipient")
    return Routing(
        purpose=fields.word("purpose", Purpose),
        bundle=fields.uid("bundle"),
        sender=Sender(
            sender.uid("uid"), sender.handle("handle"), sender.number("incarnation", least=1)
        ),
        key=fields.text("key"),
        recipient=Recipient(recipient.uid("uid"), recipient.handle("handle")),
        stream=_read_span(fields.inner("stream")),
        ack=_read_ack(fields.inner("ack")),
        created=fields.moment("created"),
    )


def _read_span(fields: form.Fields) -> Span:
    first = fields.number("from", least=1)
    last = fields.number("to", least=first - 1)
    prev = fields.hash_unless(first == 1, "prev")
    head = fields.hash_unless(last == 0, "head")
    if first > last and prev != head:
        raise BundleFormError(reason="envelope: an empty bundle with two heads")
    return Span(first, last, prev, head)


def _read_ack(fields: form.Fields) -> Ack:
    seq = fields.number("seq")
    incarnation = fields.number("incarnation", least=1)
    return Ack(incarnation, seq, fields.hash_unless(seq == 0, "head"))
