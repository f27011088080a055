"""How a bundle lies on a medium: as an object that nobody signed, or really sealed.

Most runs use the first, which knows the same keys by name alone; a stated share uses the second,
where every card, bundle and proof is made and read by the program's own code.
"""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Final, Protocol

from app.kernel import age, canon
from app.kernel.errors import BundleFormError, IncompleteBundleError
from app.kernel.terms import AgencyLevel, AgencyRole, Purpose
from app.sync import card as cards
from app.sync import echoes, opening, sealing, signature, trust
from app.sync.card import AgencyFacts, Card
from app.sync.entry import Entry
from app.sync.envelope import Envelope, Item
from app.sync.opening import Inspected, Opened
from app.sync.routing import Routing, Span
from app.sync.sealing import BundleDraft
from app.sync.statements import Manifest

NOON: Final = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
PURPOSE: Final = Purpose.EXERCISE
PATH: Final = Path("bundle.lxb")


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one incarnation; ``public`` is ``ssh-ed25519 AAAA…``, ``to`` the age key."""

    incarnation: int
    seed: bytes
    public: str
    identity: str
    to: str

    @property
    def fingerprint(self) -> str:
        return signature.fingerprint(self.public)


@dataclass(frozen=True, slots=True)
class Packet:
    """A file on a medium. Without ``data`` it is the object itself, and ``cut`` says that the copy
    ends early."""

    routing: Routing
    to: str
    entries: tuple[Entry, ...] = ()
    signer: str = ""
    data: bytes = b""
    cut: bool = False

    @property
    def label(self) -> str:
        said = self.routing
        return (
            f"{said.sender.handle}.{said.sender.incarnation}->{said.recipient.handle}"
            f" {said.stream.first}..{said.stream.last} base {said.stream.base}"
            f" ack {said.ack.incarnation}:{said.ack.seq}{' FORK' if said.fork else ''}"
        )


class Wire(Protocol):
    """Making and reading what travels."""

    def keys(self, incarnation: int) -> Keys: ...
    def card(self, facts: AgencyFacts, keys: Keys, root: str, formers: list[Keys]) -> bytes: ...
    def read_card(self, card: bytes) -> Card: ...
    def seal(self, draft: BundleDraft, keys: Keys, to: str) -> Packet: ...
    def truncated(self, packet: Packet) -> Packet: ...
    def inspect(self, packet: Packet) -> Inspected: ...
    def unpack(self, packet: Packet, found: Inspected, identities: list[str]) -> Opened: ...
    def successor(self, found: Inspected, former: Collection[str]) -> Card | None: ...
    def proved(
        self, shown: Manifest, author: str, giver: str, own_keys: Collection[str]
    ) -> frozenset[str]: ...


def facts_of(uid: str, handle: str) -> AgencyFacts:
    return AgencyFacts(
        uid=uid,
        name=f"示例市{handle}局",
        short_name=handle,
        handle=handle,
        role=AgencyRole.OTHER,
        level=AgencyLevel.CITY,
        region_code="990000",
        liaison="甲某某",
        phone="0000-0000000",
        address="示例路1号",
    )


@dataclass
class RealWire:
    """Ed25519, age and the program's own container."""

    scratch: Path

    def keys(self, incarnation: int) -> Keys:
        seed, identity = signature.new_seed(), age.new_identity()
        public, to = signature.public_of(seed), age.recipient_of(identity)
        return Keys(incarnation, seed, public, identity, to)

    def card(self, facts: AgencyFacts, keys: Keys, root: str, formers: list[Keys]) -> bytes:
        made = Card(PURPOSE, facts, keys.incarnation, keys.public, keys.to, root, NOON)
        return cards.write(made, keys.seed, [each.seed for each in formers])

    def read_card(self, card: bytes) -> Card:
        return cards.read(card)

    def seal(self, draft: BundleDraft, keys: Keys, to: str) -> Packet:
        target = io.BytesIO()
        made = sealing.seal(
            draft, seed=keys.seed, to=to, attachments=_none, target=target, scratch=self.scratch
        )
        return Packet(made.envelope.routing, to, draft.entries, data=target.getvalue())

    def truncated(self, packet: Packet) -> Packet:
        return replace(packet, data=packet.data[: len(packet.data) * 2 // 3])

    def inspect(self, packet: Packet) -> Inspected:
        return opening.inspect(io.BytesIO(packet.data), PATH)

    def unpack(self, packet: Packet, found: Inspected, identities: list[str]) -> Opened:
        return opening.unpack(io.BytesIO(packet.data), found, identities, opening.discard)

    def successor(self, found: Inspected, former: Collection[str]) -> Card | None:
        return trust.successor(found, former)

    def proved(
        self, shown: Manifest, author: str, giver: str, own_keys: Collection[str]
    ) -> frozenset[str]:
        return echoes.proved(shown, author, giver, own_keys)


def _none(item: Item) -> io.BytesIO:
    raise FileNotFoundError(item.name)


@dataclass
class FastWire:
    """Keys are names: who signed is written on the packet, and only its ``to`` opens it."""

    random: Random
    _cards: dict[bytes, Card] = field(default_factory=dict)

    def keys(self, incarnation: int) -> Keys:
        raw = self.random.randbytes(32)
        public = signature._text(raw)
        return Keys(incarnation, raw, public, f"identity {raw.hex()}", f"to {raw.hex()}")

    def card(self, facts: AgencyFacts, keys: Keys, root: str, formers: list[Keys]) -> bytes:
        vouchers = tuple(each.public for each in formers)
        made = Card(
            PURPOSE, facts, keys.incarnation, keys.public, keys.to, root, NOON, vouchers=vouchers
        )
        text = f"card of {facts.uid} by {keys.public}".encode()
        self._cards[text] = made
        return text

    def read_card(self, card: bytes) -> Card:
        return self._cards[card]

    def seal(self, draft: BundleDraft, keys: Keys, to: str) -> Packet:
        head = draft.entries[-1].hash if draft.entries else draft.after_head
        last = draft.after + len(draft.entries)
        base = draft.after if draft.base is None else draft.base
        routing = Routing(
            purpose=draft.purpose,
            bundle=draft.bundle,
            sender=draft.sender,
            key=keys.fingerprint,
            recipient=draft.recipient,
            stream=Span(base, draft.after + 1, last, draft.after_head, head),
            ack=draft.ack,
            created=draft.created,
            fork=draft.fork,
            rosters=draft.rosters,
            card=draft.card,
        )
        return Packet(routing, to, draft.entries, signer=keys.public)

    def truncated(self, packet: Packet) -> Packet:
        return replace(packet, cut=True)

    def inspect(self, packet: Packet) -> Inspected:
        if packet.cut:
            raise IncompleteBundleError(reason="ends early")
        envelope = Envelope(packet.routing, "", 0)
        return Inspected(PATH, envelope, packet.routing.bundle, b"", b"", packet.signer, 0)

    def unpack(self, packet: Packet, found: Inspected, identities: list[str]) -> Opened:
        if packet.to not in {f"to {each.split()[1]}" for each in identities}:
            raise BundleFormError(reason="none of our keys opens it")
        said = {
            "card": packet.signer,
            "events": [each.hash for each in packet.entries],
            "from": packet.routing.sender.uid,
            "to": packet.routing.recipient.uid,
        }
        return Opened(canon.dumps(said), packet.signer.encode(), packet.entries, ())

    def successor(self, found: Inspected, former: Collection[str]) -> Card | None:
        if found.routing.card is None:
            return None
        card = self.read_card(found.routing.card)
        whole = (card.sign, card.incarnation) == (found.signer, found.routing.sender.incarnation)
        return card if whole and set(card.vouchers) & set(former) else None

    def proved(
        self, shown: Manifest, author: str, giver: str, own_keys: Collection[str]
    ) -> frozenset[str]:
        said = canon.loads(shown.content.encode())
        card = self._cards.get(shown.card.encode())
        if card is None or (said["from"], said["to"], card.agency.uid) != (author, giver, author):
            return frozenset()
        ours = card.sign in own_keys or bool(set(card.vouchers) & set(own_keys))
        return frozenset(said["events"]) if ours and card.sign == shown.signature else frozenset()
