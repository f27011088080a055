"""Statements given back to their author: the proof that they are its own.

Whoever gives back shows the content list that named the entry's hash, its signature, and the card
whose key signed, if it holds one. The author believes it when that key is or was its own, or is
vouched for by one that was; whoever lost every key begins again from its own old card, which names
one.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from app.kernel import canon, plain
from app.kernel.errors import AppError, BundleFormError, NotCanonicalError
from app.sync import card as cards
from app.sync import form, signature
from app.sync.entry import Entry, restore
from app.sync.statements import ECHO, MANIFEST, Echo, Manifest

T = TypeVar("T", Manifest, Echo)


def manifest(entry: Entry) -> Manifest | None:
    """What a manifest entry shows; None when its body was destroyed or is not one."""
    return _read(Manifest, entry, MANIFEST)


def inner(entry: Entry) -> Entry | None:
    """The statement inside an echo; None for any other entry."""
    said = _read(Echo, entry, ECHO)
    if said is None:
        return None
    try:
        return restore(said.head.encode(), said.blind, canon.dumps(said.body))
    except BundleFormError:
        return None


def proved(shown: Manifest, author: str, giver: str, own_keys: Collection[str]) -> frozenset[str]:
    """The hashes of the entries that *shown* proves *author* stated to *giver*; none if it proves
    nothing. *own_keys* are the signing keys the author has had (``ssh-ed25519 AAAA…``)."""
    try:
        content = shown.content.encode()
        signer = signature.verify(content, shown.signature.encode(), signature.CONTENT)
        fields = form.parse(content, "content")
        said = (fields.inner("sender").uid("uid"), fields.inner("recipient").uid("uid"))
        hashes = frozenset(each.hash("sha256") for each in fields.each("events"))
        # A giver that knows the author's keys from a roster only has no card of it to show.
        known = signer in own_keys or _vouched(shown.card, author, signer, own_keys)
    except AppError:
        return frozenset()
    return hashes if known and said == (author, giver) else frozenset()


def _vouched(shown: str, author: str, signer: str, own_keys: Collection[str]) -> bool:
    """Whether *shown* is a card of *author* and *signer* that one of *own_keys* vouches for."""
    card = cards.read(shown.encode())
    ours = card.agency.uid == author and card.sign == signer
    return ours and bool(set(card.vouchers) & set(own_keys))


def _read(kind: type[T], entry: Entry, type_: str) -> T | None:
    if entry.head.type != type_ or entry.body is None:
        return None
    try:
        return plain.from_plain(kind, entry.plain)
    except NotCanonicalError:
        return None
