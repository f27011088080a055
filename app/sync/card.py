"""Identity cards (``*.lxcard``): who an agency is and which keys speak for it.

A card is signed by its own key, which proves only that its maker holds that key. It is believed
after two people have compared its fingerprint, or when a former key of the agency that is believed
vouches for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from app.kernel import age, canon, clock
from app.kernel.errors import (
    BadSignatureError,
    BundleFormError,
    CardError,
    FingerprintMismatchError,
    NotCanonicalError,
)
from app.kernel.terms import SUITE, AgencyLevel, AgencyRole, Purpose
from app.sync import form, signature

TYPE: Final = "lianxi-card/1"
SUFFIX: Final = ".lxcard"
MAX_CARD: Final = 1 << 16
GROUPS: Final = 10
_GROUP: Final = 4


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """An agency as it presents itself; ``handle`` is a label, ``uid`` the identity."""

    uid: str
    name: str
    short_name: str
    handle: str
    role: AgencyRole
    level: AgencyLevel
    region_code: str
    liaison: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True)
class MechanismFacts:
    """The joint supervision this agency leads; ``lead`` is the lead agency's uid."""

    uid: str
    name: str
    lead: str
    basis: str


@dataclass(frozen=True, slots=True)
class Card:
    """``sign`` and ``root`` are ``ssh-ed25519 AAAA…``, ``recipient`` is ``age1…``.

    ``root`` stays when an incarnation gets new keys. Only a lead has a mechanism. ``vouchers`` are
    the former signing keys that signed this card too, verified when it was read.
    """

    purpose: Purpose
    agency: AgencyFacts
    incarnation: int
    sign: str
    recipient: str
    root: str
    issued: datetime
    mechanism: MechanismFacts | None = None
    vouchers: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """Ten groups of four decimal digits that two people compare.

        SHA-256 over ``lianxi-card/1``, a line feed and the canonical keys, as a number modulo
        10^40: identity and keys only, so that a new telephone number changes nothing.
        """
        keys = {
            "agency": self.agency.uid,
            "incarnation": self.incarnation,
            "recipient": self.recipient,
            "root": self.root,
            "sign": self.sign,
        }
        digest = hashlib.sha256(TYPE.encode() + b"\n" + canon.dumps(keys)).digest()
        digits = str(int.from_bytes(digest, "big") % 10 ** (GROUPS * _GROUP))
        digits = digits.zfill(GROUPS * _GROUP)
        return tuple(digits[i : i + _GROUP] for i in range(0, len(digits), _GROUP))


def write(card: Card, seed: bytes, vouchers: Sequence[bytes] = ()) -> bytes:
    """The card file, signed with *seed*, the secret of ``card.sign``.

    *vouchers* are the secrets of the agency's former signing keys; ``card.vouchers`` is not looked
    at.

    Raises:
        CardError: *seed* is another key's, or the card would be refused by a reader.
    """
    plain = _plain(card)
    signed = canon.dumps(plain)
    outer: dict[str, Any] = {"card": plain, "sig": _signed(signed, seed)}
    if vouchers:
        named = {signature.public_of(former): _signed(signed, former) for former in vouchers}
        outer["vouchers"] = [{"key": key, "sig": named[key]} for key in sorted(named)]
    data = canon.dumps(outer)
    read(data)
    return data


def read(data: bytes) -> Card:
    """The card of a card file.

    Raises:
        CardError: not a card, altered, or not signed by its own key.
        NewerBundleError: a card of a later version or another suite.
    """
    if len(data) > MAX_CARD:
        raise CardError(reason="too long")
    try:
        return _read(data)
    except (BundleFormError, BadSignatureError, NotCanonicalError) as error:
        raise CardError(reason=str(error)) from error


def compare(card: Card, heard: Mapping[int, str]) -> None:
    """Check the groups a person read out (1-based position to four digits) against *card*.

    Raises:
        FingerprintMismatchError: with the positions that differ.
    """
    own = card.fingerprint
    wrong = tuple(
        place
        for place, digits in sorted(heard.items())
        if not 1 <= place <= GROUPS or own[place - 1] != digits
    )
    if wrong or not heard:
        raise FingerprintMismatchError(agency=card.agency.name, groups=wrong)


def file_name(card: Card) -> str:
    return f"{card.agency.handle}-{card.incarnation}{SUFFIX}"


def _plain(card: Card) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "agency": _texts(card.agency),
        "incarnation": card.incarnation,
        "issued": clock.to_text(card.issued),
        "purpose": card.purpose.value,
        "recipient": card.recipient,
        "root": card.root,
        "sign": card.sign,
        "suite": SUITE,
        "type": TYPE,
    }
    if card.mechanism is not None:
        plain["mechanism"] = _texts(card.mechanism)
    return plain


def _texts(facts: AgencyFacts | MechanismFacts) -> dict[str, str]:
    return {name: str(getattr(facts, name)) for name in facts.__slots__}


def _signed(data: bytes, seed: bytes) -> str:
    return signature.sign(data, signature.CARD, seed).decode()


def _read(data: bytes) -> Card:
    outer = form.parse(data, "card file")
    inner = outer.inner("card")
    inner.refuse_other(TYPE)
    card = _card(inner)
    signed = outer.canonical("card")
    if signature.verify(signed, outer.text("sig").encode(), signature.CARD) != card.sign:
        raise CardError(reason="signed by another key than the card's")
    if "vouchers" not in outer:
        return card
    return replace(card, vouchers=_vouchers(outer.each("vouchers"), signed, card.sign))


def _vouchers(found: list[form.Fields], signed: bytes, own: str) -> tuple[str, ...]:
    """The keys that vouch for the card, sorted; its own key cannot be one of them."""
    keys = [each.text("key") for each in found]
    form.refuse_disorder(keys, "card file.vouchers")
    for key, each in zip(keys, found, strict=True):
        signer = signature.verify(signed, each.text("sig").encode(), signature.CARD)
        if signer != key or key == own:
            raise CardError(reason="a voucher by another key than it names")
    return tuple(keys)


def _card(fields: form.Fields) -> Card:
    agency = fields.inner("agency")
    card = Card(
        purpose=fields.word("purpose", Purpose),
        agency=read_agency(agency, agency.handle("handle")),
        incarnation=fields.number("incarnation", least=1),
        sign=fields.text("sign"),
        recipient=fields.text("recipient"),
        root=fields.text("root"),
        issued=fields.moment("issued"),
        mechanism=_mechanism(fields.inner("mechanism")) if "mechanism" in fields else None,
    )
    public = signature.is_public(card.sign) and signature.is_public(card.root)
    if not public or not age.is_recipient(card.recipient):
        raise CardError(reason="a key that cannot be used")
    return card


def read_agency(fields: form.Fields, handle: str) -> AgencyFacts:
    """The facts of *fields*; its *handle* is read by who knows whether there must be one."""
    return AgencyFacts(
        uid=fields.uid("uid"),
        name=fields.text("name"),
        short_name=fields.text("short_name"),
        handle=handle,
        role=fields.word("role", AgencyRole),
        level=fields.word("level", AgencyLevel),
        region_code=fields.text("region_code"),
        liaison=fields.text("liaison"),
        phone=fields.text("phone"),
        address=fields.text("address"),
    )


def _mechanism(fields: form.Fields) -> MechanismFacts:
    return MechanismFacts(
        uid=fields.uid("uid"),
        name=fields.text("name"),
        lead=fields.uid("lead"),
        basis=fields.text("basis"),
    )
