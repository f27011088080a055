"""Who writes to whom, which numbers, and what the sender knows: the half both signatures cover.

The envelope says it outside, where anyone may read it; the content list repeats it inside, so
that neither can be combined with another bundle's half. Three notices stand in the envelope only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from app.kernel import canon, clock
from app.kernel.errors import BundleFormError, CardError
from app.kernel.terms import SUITE, Purpose
from app.sync import card as cards
from app.sync import form, signature

REPEATED: Final = (
    "suite", "purpose", "bundle", "sender", "key", "recipient", "stream", "ack", "created",
)  # fmt: skip
"""What the content list says again."""

MAX_PROOF: Final = 1 << 15
"""Bytes of an envelope shown as proof: one with proofs of its own in it does not grow for ever."""

_PROOFS: Final = 2
_KEY: Final = re.compile(r"SHA256:[A-Za-z0-9+/]{43}")


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

    ``base`` is the last number the recipient acknowledged as the sender knows it, so ``first`` is
    above it. ``prev`` is the hash of number ``first - 1`` (None when first is 1), ``head`` the
    hash of number ``last`` (None when last is 0).
    """

    base: int
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

    ``key`` is the fingerprint (``SHA256:…``) of the signing key the sender holds for that
    incarnation, ``head`` the hash of number ``seq`` (None when seq is 0).
    """

    incarnation: int
    key: str
    seq: int
    head: str | None


@dataclass(frozen=True, slots=True)
class SignedEnvelope:
    """The bytes of an envelope and its signature, as a bundle bore them; nothing is checked."""

    envelope: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class ForkNotice:
    """The sender holds proof that the recipient's *incarnation* stated two things as number
    ``seq``: the hashes of both heads, and the envelopes that brought them (``MAX_PROOF`` each)."""

    incarnation: int
    seq: int
    held: str
    found: str
    proofs: tuple[SignedEnvelope, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterNotice:
    """The newest roster the sender holds of a mechanism; ``sha256`` is of the roster's bytes."""

    mechanism: str
    version: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Routing:
    """``key`` is the fingerprint (``SHA256:…``) of the key that signed.

    ``card`` is the sender's card file, carried until the recipient has acknowledged something of
    this incarnation. ``rosters`` are sorted by mechanism.
    """

    purpose: Purpose
    bundle: str
    sender: Sender
    key: str
    recipient: Recipient
    stream: Span
    ack: Ack
    created: datetime
    fork: ForkNotice | None = None
    rosters: tuple[RosterNotice, ...] = ()
    card: bytes | None = None


def repeated(routing: Routing) -> dict[str, Any]:
    """What envelope and content list both say."""
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


def notices(routing: Routing) -> dict[str, Any]:
    """What only the envelope says; what there is nothing of is left out."""
    plain: dict[str, Any] = {}
    if routing.fork is not None:
        plain["fork"] = _fork(routing.fork)
    if routing.rosters:
        plain["rosters"] = [form.facts(each) for each in routing.rosters]
    if routing.card is not None:
        plain["card"] = canon.loads(routing.card)
    return plain


def read(fields: form.Fields) -> Routing:
    """The routing of an envelope.

    Raises:
        BundleFormError, NewerBundleError: it or the card in it is not well made.
    """
    sender, recipient = fields.inner("sender"), fields.inner("recipient")
    routing = Routing(
        purpose=fields.word("purpose", Purpose),
        bundle=fields.uid("bundle"),
        sender=Sender(
            sender.uid("uid"), sender.handle("handle"), sender.number("incarnation", least=1)
        ),
        key=fields.matching("key", _KEY),
        recipient=Recipient(recipient.uid("uid"), recipient.handle("handle")),
        stream=_read_span(fields.inner("stream")),
        ack=_read_ack(fields.inner("ack")),
        created=fields.moment("created"),
        fork=_read_fork(fields.inner("fork")) if "fork" in fields else None,
        rosters=_read_rosters(fields) if "rosters" in fields else (),
        card=fields.canonical("card") if "card" in fields else None,
    )
    _refuse_foreign_card(routing)
    return routing


def read_key(fields: form.Fields) -> str:
    """The fingerprint of a key under ``key``."""
    return fields.matching("key", _KEY)


def _span(span: Span) -> dict[str, Any]:
    plain: dict[str, Any] = {"base": span.base, "from": span.first, "to": span.last}
    return plain | form.present(prev=span.prev, head=span.head)


def _ack(ack: Ack) -> dict[str, Any]:
    plain: dict[str, Any] = {"incarnation": ack.incarnation, "key": ack.key, "seq": ack.seq}
    return plain | form.present(head=ack.head)


def _read_span(fields: form.Fields) -> Span:
    base = fields.number("base")
    first = fields.number("from", least=base + 1)
    last = fields.number("to", least=first - 1)
    prev = fields.hash_unless(first == 1, "prev")
    head = fields.hash_unless(last == 0, "head")
    if first > last and prev != head:
        raise BundleFormError(reason="envelope: an empty bundle with two heads")
    return Span(base, first, last, prev, head)


def _read_ack(fields: form.Fields) -> Ack:
    seq = fields.number("seq")
    incarnation = fields.number("incarnation", least=1)
    return Ack(incarnation, read_key(fields), seq, fields.hash_unless(seq == 0, "head"))


def _fork(notice: ForkNotice) -> dict[str, Any]:
    names = ("incarnation", "seq", "held", "found")
    plain: dict[str, Any] = {name: getattr(notice, name) for name in names}
    if notice.proofs:
        plain["proofs"] = [
            {"envelope": canon.loads(each.envelope), "sig": each.signature.decode()}
            for each in notice.proofs
        ]
    return plain


def _read_proofs(fields: form.Fields) -> tuple[SignedEnvelope, ...]:
    found = tuple(
        SignedEnvelope(each.canonical("envelope"), each.text("sig").encode())
        for each in fields.each("proofs")
    )
    if len(found) > _PROOFS or any(len(each.envelope) > MAX_PROOF for each in found):
        raise BundleFormError(reason="envelope.fork: more proofs than there may be")
    return found


def _read_fork(fields: form.Fields) -> ForkNotice:
    notice = ForkNotice(
        incarnation=fields.number("incarnation", least=1),
        seq=fields.number("seq", least=1),
        held=fields.hash("held"),
        found=fields.hash("found"),
        proofs=_read_proofs(fields) if "proofs" in fields else (),
    )
    if notice.held == notice.found:
        raise BundleFormError(reason="envelope.fork: twice the same hash")
    return notice


def _read_rosters(fields: form.Fields) -> tuple[RosterNotice, ...]:
    found = tuple(
        RosterNotice(each.uid("mechanism"), each.number("version", least=1), each.hash("sha256"))
        for each in fields.each("rosters")
    )
    form.refuse_disorder([each.mechanism for each in found], "envelope.rosters")
    return found


def _refuse_foreign_card(routing: Routing) -> None:
    """A card in an envelope is the sender's own, of this incarnation and this signing key."""
    if routing.card is None:
        return
    try:
        found = cards.read(routing.card)
    except CardError as error:
        raise BundleFormError(reason=f"envelope.card: {error}") from error
    said = (found.agency.uid, found.incarnation, found.purpose, signature.fingerprint(found.sign))
    sender = routing.sender
    if said != (sender.uid, sender.incarnation, routing.purpose, routing.key):
        raise BundleFormError(reason="envelope.card: not the card of the sender and its key")
