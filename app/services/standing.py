"""Whose a signing key is, how that is known, and whether it may still be believed.

A signature is mathematically right or the file is refused elsewhere; this is the other half of a
verdict. Keys come from a register or from an ``allowed_signers`` file, never from the file checked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.clock import Clock
from app.kernel.errors import SignersFileError, from_os_error
from app.kernel.terms import TrustedBy
from app.models import Agency, AgencyKey, Mechanism
from app.services import cutoffs, house, roster_rows
from app.sync import signature, signers
from app.sync.roots import Root
from app.sync.signers import Fit
from app.vault.register import Register


class Standing(StrEnum):
    """What is known of the key that signed."""

    OWN = "own"
    CURRENT = "current"
    FORMER = "former"
    PINNED = "pinned"
    LISTED = "listed"
    BEFORE_REVOCATION = "before-revocation"
    UNCOMPARED = "uncompared"
    OUT_OF_TIME = "out-of-time"
    OTHER_NAMESPACE = "other-namespace"
    UNKNOWN = "unknown"
    OTHER_AGENCY = "other-agency"
    OTHER_KEY = "other-key"
    REVOKED = "revoked"


class Outcome(StrEnum):
    """``known``: the signer is who it says; ``unknown``: nobody can say; ``refused``: it is not."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    REFUSED = "refused"


_OUTCOMES: Final = MappingProxyType(
    {
        Standing.OWN: Outcome.KNOWN,
        Standing.CURRENT: Outcome.KNOWN,
        Standing.FORMER: Outcome.KNOWN,
        Standing.PINNED: Outcome.KNOWN,
        Standing.LISTED: Outcome.KNOWN,
        Standing.BEFORE_REVOCATION: Outcome.KNOWN,
        Standing.OTHER_AGENCY: Outcome.REFUSED,
        Standing.OTHER_KEY: Outcome.REFUSED,
        Standing.REVOKED: Outcome.REFUSED,
    }
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a signed text says of its signer: *key* (``ssh-ed25519 AAAA…``) is proven, the rest is
    what it states. *last* is the highest number it carries to agency *recipient*, 0 without."""

    key: str
    namespace: str
    agency: str
    handle: str
    incarnation: int
    last: int = 0
    recipient: str = ""

    @property
    def fingerprint(self) -> str:
        """``SHA256:…`` as ``ssh-keygen -l`` prints it."""
        return signature.fingerprint(self.key)


@dataclass(frozen=True, slots=True)
class Whose:
    """The answer to a claim.

    *name* is whom the key is known by, empty when nobody. It is believed for the reason *by* with
    its *number* (version of the roster, incarnation of the key that vouched), and *how* is what was
    noted then, or the line of the file; *since* when and *until* when it was replaced or revoked.
    A revoked key is believed up to *cutoff*, a number of the agency's stream to us.
    """

    claim: Claim
    standing: Standing
    name: str = ""
    how: str = ""
    since: datetime | None = None
    until: datetime | None = None
    by: TrustedBy = TrustedBy.PERSON
    number: int = 0
    cutoff: int = 0
    reason: str = ""

    @property
    def outcome(self) -> Outcome:
        return _OUTCOMES.get(self.standing, Outcome.UNKNOWN)


Ask = Callable[[Claim], Whose]
"""Somebody who may know keys."""


def nobody(claim: Claim) -> Whose:
    """Nothing is known: whoever asks has neither a register nor a list."""
    return Whose(claim, Standing.UNKNOWN)


def by_signers(path: Path, clock: Clock) -> Ask:
    """Answers from an ``allowed_signers`` file, as ``ssh-keygen -Y verify`` would now.

    Raises:
        SignersFileError: lines of it cannot be used.
        MediumError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            found = signers.read(file.read(signers.MAX_FILE + 1))
    except OSError as error:
        raise from_os_error(error, path) from error
    except SignersFileError as error:
        raise SignersFileError(path=path, **error.facts) from error

    def ask(claim: Claim) -> Whose:
        principal = signers.principal_of(claim.handle)
        fit, line = found.ask(claim.key, principal, claim.namespace, clock.now())
        if line is None:
            return Whose(claim, Standing.UNKNOWN)
        name = principal if fit is Fit.FITS else line.principals
        how = f"{path.name}:{line.number}"
        return Whose(claim, _BY_FIT[fit], name, how, line.after, line.before)

    return ask


_BY_FIT: Final = MappingProxyType(
    {
        Fit.FITS: Standing.LISTED,
        Fit.OUT_OF_TIME: Standing.OUT_OF_TIME,
        Fit.OTHER_NAMESPACE: Standing.OTHER_NAMESPACE,
        Fit.OTHER_PRINCIPAL: Standing.OTHER_AGENCY,
    }
)


def by_register(register: Register) -> Ask:
    """Answers from the cards of *register*, also replaced ones: they signed in their time."""

    def ask(claim: Claim) -> Whose:
        with register.read() as session:
            return _in_register(session, claim)

    return ask


def _in_register(session: Session, claim: Claim) -> Whose:
    if claim.namespace in {signature.ROOT, signature.ROSTER}:
        return _root_key(session, claim)
    pairs = session.execute(
        select(Agency, AgencyKey).join(AgencyKey).where(AgencyKey.sign_public == claim.key)
    ).all()
    answers = [_answer(session, claim, agency, key) for agency, key in pairs]
    if answers:
        return min(answers, key=lambda each: list(Outcome).index(each.outcome))
    other = session.scalar(
        select(Agency.name)
        .join(AgencyKey)
        .where(
            Agency.uid == claim.agency,
            AgencyKey.incarnation == claim.incarnation,
            AgencyKey.verified_at.is_not(None),
        )
    )
    return Whose(claim, Standing.OTHER_KEY if other else Standing.UNKNOWN, other or "")


def _root_key(session: Session, claim: Claim) -> Whose:
    """Whose key rules: by the root we follow, else by a card.

    A root key stays when an incarnation is revoked or replaced: the newest card counts.
    """
    for mechanism in session.scalars(select(Mechanism)):
        pinned = roster_rows.newest_root(session, mechanism.uid)
        if pinned is not None and claim.key in _ruling(pinned.root, claim.namespace):
            number = pinned.root.version
            return Whose(claim, Standing.PINNED, mechanism.name, number=number)
    pairs = session.execute(
        select(Agency, AgencyKey)
        .join(AgencyKey)
        .where(AgencyKey.root_public == claim.key, AgencyKey.verified_at.is_not(None))
        .order_by(AgencyKey.incarnation.desc())
    ).first()
    if pairs is None:
        return Whose(claim, Standing.UNKNOWN)
    agency, key = pairs
    standing = Standing.OWN if agency.is_self else Standing.CURRENT
    if agency.uid != claim.agency:
        standing = Standing.OTHER_AGENCY
    how, by = key.verified_how, key.vouched_by or TrustedBy.PERSON
    return Whose(claim, standing, agency.name, how, key.verified_at, None, by, key.vouched_number)


def _ruling(root: Root, namespace: str) -> Collection[str]:
    keys = [each.key for each in root.keys]
    return keys if namespace == signature.ROOT else root.roster_keys


def _answer(session: Session, claim: Claim, agency: Agency, key: AgencyKey) -> Whose:
    return Whose(
        claim,
        _standing(session, claim, agency, key),
        agency.name,
        key.verified_how,
        key.verified_at,
        key.revoked_at or key.replaced_at,
        key.vouched_by or TrustedBy.PERSON,
        key.vouched_number,
        cutoffs.last_trusted(session, agency, key),
        key.revoked_reason,
    )


def _standing(session: Session, claim: Claim, agency: Agency, key: AgencyKey) -> Standing:
    if (agency.uid, key.incarnation) != (claim.agency, claim.incarnation):
        return Standing.OTHER_AGENCY
    if key.revoked_at is not None:
        # The cutoff is one of the stream to us: what went to others cannot be placed by it.
        placed = claim.recipient == house.own_agency(session).uid
        within = placed and 0 < claim.last <= cutoffs.last_trusted(session, agency, key)
        return Standing.BEFORE_REVOCATION if within else Standing.REVOKED
    if agency.is_self:
        return Standing.OWN
    if key.verified_at is None:
        return Standing.UNCOMPARED
    return Standing.CURRENT if key.replaced_at is None else Standing.FORMER
