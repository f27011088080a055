"""Whether a bundle may be opened and taken in: rules without a register.

A signature is mathematically right or not (``opening.inspect``); whose it is, and whether that
agency's card was ever compared in person, is decided here. There is no "accept anyway".
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from app.kernel.errors import (
    BadSignatureError,
    NotForUsError,
    OldIncarnationError,
    PurposeMismatchError,
    UnknownSenderError,
    UnverifiedSenderError,
)
from app.kernel.terms import Purpose
from app.sync import card as cards
from app.sync.card import Card
from app.sync.medium import refusals_tell
from app.sync.opening import Inspected


@dataclass(frozen=True, slots=True)
class Ourselves:
    uid: str
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class KnownSender:
    """The newest card held of an agency; ``verified`` once its fingerprint was compared."""

    uid: str
    name: str
    incarnation: int
    sign: str
    verified: bool


def accept(found: Inspected, ourselves: Ourselves, sender: KnownSender | None) -> KnownSender:
    """*sender*, the agency that *found* names as we know it, if the bundle may be opened.

    Raises:
        NotForUsError, PurposeMismatchError, UnknownSenderError, UnverifiedSenderError,
        BadSignatureError, OldIncarnationError
    """
    routing = found.routing
    with refusals_tell(path=found.path):
        if routing.recipient.uid != ourselves.uid:
            raise NotForUsError(recipient=routing.recipient.handle)
        if routing.purpose != ourselves.purpose:
            raise PurposeMismatchError(ours=ourselves.purpose, theirs=routing.purpose)
        return vouched(found, sender)


def vouched(found: Inspected, sender: KnownSender | None) -> KnownSender:
    """*sender*, if it is the one that signed *found*.

    Raises:
        UnknownSenderError, UnverifiedSenderError, OldIncarnationError, BadSignatureError
    """
    claimed = found.routing.sender
    with refusals_tell(path=found.path):
        if sender is None or sender.uid != claimed.uid or claimed.incarnation > sender.incarnation:
            raise UnknownSenderError(claimed=claimed.handle, fingerprint=found.routing.key)
        if not sender.verified:
            raise UnverifiedSenderError(sender=sender.name)
        if claimed.incarnation < sender.incarnation:
            raise OldIncarnationError(
                sender=sender.name, found=claimed.incarnation, known=sender.incarnation
            )
        if found.signer != sender.sign:
            raise BadSignatureError(part="signer", claimed=sender.name)
        return sender


def successor(found: Inspected, former: Collection[str]) -> Card | None:
    """The card of a new incarnation that *found* brings, if one of the sender's *former* keys
    (trusted and not revoked, ``ssh-ed25519 AAAA…``) vouches for it and it signed this bundle."""
    routing = found.routing
    if routing.card is None:
        return None
    card = cards.read(routing.card)
    if card.sign != found.signer or card.incarnation != routing.sender.incarnation:
        return None
    return card if set(card.vouchers) & set(former) else None
