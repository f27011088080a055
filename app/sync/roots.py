"""Roots of a mechanism: which keys, and how many of them, say who issues its roster.

- A root names keys of agencies and a threshold; with a threshold of two or more, the signatures
  counted must come from at least two agencies, whoever holds how many keys.
- A root follows the one before it by number and hash, and is signed by enough keys of both.
- The first root may be the lead's own key alone: it is believed because that key stands in the
  lead's card, which was compared in person.

Source of the rule of old and new: The Update Framework specification, 5.3.4 and 5.3.5.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from app.kernel import canon, clock
from app.kernel.errors import (
    BadSignatureError,
    EquivocationError,
    OldRosterError,
    OtherMechanismError,
    RosterChainError,
    RosterFormError,
    RosterUnsignedError,
    UnpinnedRootError,
)
from app.kernel.terms import SUITE, Purpose
from app.sync import form, signature
from app.sync.card import MechanismFacts

TYPE: Final = "lianxi-root/1"
MOST_KEYS: Final = 16
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class RootKey:
    """*agency* is the uid of its holder; *label* says where it lies (封存 …)."""

    agency: str
    label: str
    key: str


@dataclass(frozen=True, slots=True)
class Root:
    """*roster_keys* sign rosters, one is enough; *prev* is the SHA-256 of the version before."""

    purpose: Purpose
    mechanism: MechanismFacts
    version: int
    prev: str | None
    threshold: int
    keys: tuple[RootKey, ...]
    roster_keys: tuple[str, ...]
    issued: datetime
    expires: date

    def missing(self, signers: Collection[str]) -> int:
        """How many more signatures are needed beside those of *signers*; 0 when it is enough."""
        counted = [each for each in self.keys if each.key in signers]
        lacking = max(0, self.threshold - len(counted))
        if self.threshold >= _TWO and len({each.agency for each in counted}) < _TWO:
            return max(1, lacking)
        return lacking


@dataclass(frozen=True, slots=True)
class Signature:
    """An armoured SSHSIG by *key*."""

    key: str
    sig: str


@dataclass(frozen=True, slots=True)
class SignedRoot:
    """*data* are the canonical bytes that were signed; every signature was verified."""

    root: Root
    data: bytes
    signatures: tuple[Signature, ...]

    @property
    def sha256(self) -> str:
        return canon.sha256(self.data)

    @property
    def signers(self) -> frozenset[str]:
        return frozenset(each.key for each in self.signatures)

    def with_signatures(self, more: Iterable[Signature]) -> SignedRoot:
        """The same root, signed by *more* too."""
        return SignedRoot(self.root, self.data, merged(self.signatures, more))


def draft(root: Root) -> SignedRoot:
    """*root* as it is signed, without a signature.

    Raises:
        RosterFormError: a reader would refuse it.
    """
    data = canon.dumps(_plain(root))
    return read(canon.loads(data), [])


def signed(root: SignedRoot, *seeds: bytes) -> SignedRoot:
    made = (sign(root.data, signature.ROOT, seed) for seed in seeds)
    return root.with_signatures(made)


def sign(data: bytes, namespace: str, seed: bytes) -> Signature:
    return Signature(
        signature.public_of(seed), signature.sign(data, namespace, seed).decode("ascii")
    )


def merged(held: Iterable[Signature], more: Iterable[Signature]) -> tuple[Signature, ...]:
    """Each key once, sorted: the order in which they are written."""
    found = {each.key: each for each in (*more, *held)}
    return tuple(found[key] for key in sorted(found))


def read(plain: canon.Plain, signatures: canon.Plain) -> SignedRoot:
    """The root *plain* with its verified *signatures*, both as they stand in a file.

    Raises:
        RosterFormError: not a root, or one that contradicts itself.
        BadSignatureError: a signature is not over this root, or not by the key it names.
        NewerBundleError: of a later version or another suite.
    """
    fields = form.Fields(plain, "root")
    fields.refuse_other(TYPE)
    root = _root(fields)
    if fault := _fault(root):
        raise RosterFormError(reason=f"root: {fault}")
    data = canon.dumps(plain)
    return SignedRoot(root, data, verified(signatures, data, signature.ROOT))


def plain_signatures(signatures: Iterable[Signature]) -> list[dict[str, str]]:
    return [{"key": each.key, "sig": each.sig} for each in signatures]


def verified(plain: canon.Plain, data: bytes, namespace: str) -> tuple[Signature, ...]:
    """The signatures of a file, each checked over *data* and in the order they are written.

    Raises:
        RosterFormError, BadSignatureError.
    """
    each = form.Fields({"sigs": plain}, "signatures").each("sigs")
    found = tuple(Signature(item.text("key"), _armour(item)) for item in each)
    if [one.key for one in found] != sorted({one.key for one in found}):
        raise RosterFormError(reason="signatures: not in order, or twice by one key")
    for one in found:
        if signature.verify(data, one.sig.encode(), namespace) != one.key:
            raise BadSignatureError(part="signer", reason="signed by another key than it names")
    return found


def _armour(item: form.Fields) -> str:
    text = item.text("sig")
    if not text.isascii():
        raise RosterFormError(reason="signatures: not armoured")
    return text


def follow(
    held: SignedRoot | None, pinned_keys: Collection[str], chain: Sequence[SignedRoot]
) -> tuple[SignedRoot, ...]:
    """The roots of *chain* (oldest first) that are new to us, each vouched for by the one before.

    Without a *held* root the chain is joined at the first root that names and is signed by one of
    *pinned_keys*, the root keys of cards compared in person.

    Raises:
        UnpinnedRootError: none of *pinned_keys* stands behind any of them.
        OtherMechanismError: of another mechanism than the held one.
        OldRosterError: the chain ends before the held root.
        EquivocationError: another root of the held version.
        RosterChainError: a version is missing between, or does not name the one before.
        RosterUnsignedError: fewer signatures than the old or the new root asks for.
    """
    if held is None:
        start = _joint(pinned_keys, chain)
        return (start, *_walk(start, [each for each in chain if _above(each, start)]))
    if chain[-1].root.mechanism.uid != held.root.mechanism.uid:
        raise OtherMechanismError(mechanism=chain[-1].root.mechanism.name)
    if not _above(chain[-1], held) and chain[-1].root.version != held.root.version:
        raise OldRosterError(part="root", version=chain[-1].root.version, held=held.root.version)
    for each in chain:
        if each.root.version == held.root.version and each.data != held.data:
            raise EquivocationError(
                part="root", version=held.root.version, held=held.sha256, found=each.sha256
            )
    return _walk(held, [each for each in chain if _above(each, held)])


def _above(one: SignedRoot, other: SignedRoot) -> bool:
    return one.root.version > other.root.version


def _joint(pinned_keys: Collection[str], chain: Sequence[SignedRoot]) -> SignedRoot:
    for each in chain:
        named = {key.key for key in each.root.keys} & set(pinned_keys) & each.signers
        if named and not each.root.missing(each.signers):
            return each
    raise UnpinnedRootError(mechanism=chain[-1].root.mechanism.name)


def _walk(held: SignedRoot, above: Sequence[SignedRoot]) -> tuple[SignedRoot, ...]:
    before = held
    for each in above:
        if each.root.version != before.root.version + 1 or each.root.prev != before.sha256:
            raise RosterChainError(part="root", version=each.root.version)
        missing = max(root.missing(each.signers) for root in (before.root, each.root))
        if missing:
            raise RosterUnsignedError(part="root", version=each.root.version, missing=missing)
        before = each
    return tuple(above)


def _fault(root: Root) -> str:
    """Why *root* could never be used, empty when it can."""
    keys = [each.key for each in root.keys]
    wrong = {
        "number of keys": not 1 <= len(keys) <= MOST_KEYS,
        "a key twice": len(set(keys)) != len(keys),
        "threshold": root.threshold > len(keys),
        "one agency alone": root.threshold >= _TWO
        and len({each.agency for each in root.keys}) < _TWO,
        "roster keys": not 1 <= len(root.roster_keys) <= MOST_KEYS
        or len(set(root.roster_keys)) != len(root.roster_keys),
        "a key that cannot be used": not all(
            signature.is_public(key) for key in (*keys, *root.roster_keys)
        ),
        "expires before it is issued": root.expires <= clock.local_date(root.issued),
    }
    return ", ".join(reason for reason, found in wrong.items() if found)


def _plain(root: Root) -> dict[str, Any]:
    facts = root.mechanism
    plain: dict[str, Any] = {
        "expires": root.expires.isoformat(),
        "issued": clock.to_text(root.issued),
        "keys": [{"agency": k.agency, "key": k.key, "label": k.label} for k in root.keys],
        "mechanism": {name: getattr(facts, name) for name in MechanismFacts.__slots__},
        "purpose": root.purpose.value,
        "roster_keys": list(root.roster_keys),
        "suite": SUITE,
        "threshold": root.threshold,
        "type": TYPE,
        "version": root.version,
    }
    return plain if root.prev is None else {**plain, "prev": root.prev}


def _root(fields: form.Fields) -> Root:
    mechanism = fields.inner("mechanism")
    version = fields.number("version", least=1)
    return Root(
        purpose=fields.word("purpose", Purpose),
        mechanism=MechanismFacts(
            uid=mechanism.uid("uid"),
            name=mechanism.text("name"),
            lead=mechanism.uid("lead"),
            basis=mechanism.text("basis"),
        ),
        version=version,
        prev=fields.hash_unless(version == 1, "prev"),
        threshold=fields.number("threshold", least=1, most=MOST_KEYS),
        keys=tuple(
            RootKey(each.uid("agency"), each.text("label"), each.text("key"))
            for each in fields.each("keys")
        ),
        roster_keys=tuple(fields.texts("roster_keys")),
        issued=fields.moment("issued"),
        expires=fields.day("expires"),
    )
