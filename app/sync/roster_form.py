"""Rosters (``*.lxroster``): who belongs to a mechanism, and which keys speak for whom.

A file is canonical JSON ``{root, root_sigs, roster, roster_sigs}``, and ``roots`` with the earlier
roots once there are any, so that whoever knows an old root can walk to the new one. Without
``roster`` it is a proposal of a root (``*.lxroot``) that goes round to be signed.
Specification: ``docs/roster-format.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from app.kernel import age, canon, clock
from app.kernel.errors import (
    BadSignatureError,
    BundleFormError,
    NotCanonicalError,
    RosterFormError,
)
from app.kernel.terms import SUITE, Purpose, is_handle
from app.sync import form, roots, signature
from app.sync.card import AgencyFacts, Card, read_agency
from app.sync.roots import Signature, SignedRoot

TYPE: Final = "lianxi-roster/1"
SUFFIX: Final = ".lxroster"
PROPOSAL_SUFFIX: Final = ".lxroot"
MAX_FILE: Final = 1 << 20
MAX_PROPOSAL: Final = 1 << 18
MOST_MEMBERS: Final = 1000
_MOST_ROOTS: Final = 200


@dataclass(frozen=True, slots=True)
class MemberKey:
    """The keys of one incarnation, as in its card."""

    incarnation: int
    sign: str
    recipient: str
    root: str


@dataclass(frozen=True, slots=True)
class Cutoff:
    """*seq*: the last number of the revoked agency's stream to *peer* that is still believed."""

    peer: str
    seq: int


@dataclass(frozen=True, slots=True)
class Revoked:
    """An incarnation that speaks no more. Whoever finds no cut-off believes what had come."""

    incarnation: int
    reason: str
    cutoffs: tuple[Cutoff, ...] = ()

    def cutoff(self, peer: str) -> int | None:
        return next((each.seq for each in self.cutoffs if each.peer == peer), None)


@dataclass(frozen=True, slots=True)
class Member:
    """*key* is None for a member on paper, and while no key of it is believed.

    *until* is the day it left; *min_incarnation* the lowest that is still heard.
    """

    agency: AgencyFacts
    since: date
    until: date | None
    runs_program: bool
    key: MemberKey | None
    min_incarnation: int = 1
    revoked: tuple[Revoked, ...] = ()

    def card(self, purpose: Purpose, issued: datetime) -> Card | None:
        """The card with these keys, as far as a roster can tell."""
        if self.key is None:
            return None
        return Card(
            purpose=purpose,
            agency=self.agency,
            incarnation=self.key.incarnation,
            sign=self.key.sign,
            recipient=self.key.recipient,
            root=self.key.root,
            issued=issued,
        )

    def fingerprint(self, purpose: Purpose, issued: datetime) -> tuple[str, ...]:
        """The groups the card with these keys shows; none without a key."""
        card = self.card(purpose, issued)
        return card.fingerprint if card else ()


@dataclass(frozen=True, slots=True)
class Roster:
    """One version; *root_version* and *root_hash* name the root that lets its signer sign."""

    purpose: Purpose
    mechanism: str
    root_version: int
    root_hash: str
    version: int
    prev: str | None
    issued: datetime
    expires: date
    members: tuple[Member, ...]

    def member(self, uid: str) -> Member | None:
        return next((each for each in self.members if each.agency.uid == uid), None)


@dataclass(frozen=True, slots=True)
class SignedRoster:
    """*data* are the canonical bytes that were signed; every signature was verified."""

    roster: Roster
    data: bytes
    signatures: tuple[Signature, ...]

    @property
    def sha256(self) -> str:
        """What the next version, envelopes and alarms name it by."""
        return canon.sha256(self.data)

    @property
    def signers(self) -> frozenset[str]:
        return frozenset(each.key for each in self.signatures)


@dataclass(frozen=True, slots=True)
class RosterFile:
    """*chain* are the roots, oldest first; the last one is the root of *roster*."""

    chain: tuple[SignedRoot, ...]
    roster: SignedRoster

    @property
    def root(self) -> SignedRoot:
        return self.chain[-1]


def draft(roster: Roster) -> SignedRoster:
    """*roster* as it is signed, without a signature.

    Raises:
        RosterFormError: a reader would refuse it.
    """
    return _signed_roster(canon.loads(canon.dumps(_plain(roster))), [])


def signed(roster: SignedRoster, *seeds: bytes) -> SignedRoster:
    made = [roots.sign(roster.data, signature.ROSTER, seed) for seed in seeds]
    both = roots.merged(roster.signatures, made)
    return SignedRoster(roster.roster, roster.data, both)


def write(file: RosterFile) -> bytes:
    """The bytes of a roster file.

    Raises:
        RosterFormError: a reader would refuse it.
    """
    data = canon.dumps(
        {
            **_plain_chain(file.chain),
            "roster": canon.loads(file.roster.data),
            "roster_sigs": roots.plain_signatures(file.roster.signatures),
        }
    )
    read(data)
    return data


def write_proposal(chain: Sequence[SignedRoot]) -> bytes:
    """The bytes of a proposed root, the last of *chain*, to be signed by others."""
    data = canon.dumps(_plain_chain(chain))
    read_proposal(data)
    return data


def read(data: bytes) -> RosterFile:
    """The roster of a file; whether to believe it, ``roster.judge`` says.

    Raises:
        RosterFormError: not a roster, altered, or one that contradicts itself.
        NewerBundleError: of a later version or another suite.
    """
    plain = _loaded(data, MAX_FILE)
    try:
        chain = _chain(plain)
        roster = _signed_roster(plain.get("roster"), plain.get("roster_sigs"))
    except (BundleFormError, BadSignatureError, NotCanonicalError) as error:
        raise RosterFormError(reason=str(error)) from error
    if fault := _misfit(chain[-1], roster):
        raise RosterFormError(reason=fault)
    return RosterFile(chain, roster)


def read_proposal(data: bytes) -> tuple[SignedRoot, ...]:
    """The roots of a proposal, oldest first; the last is the proposed one. As ``read``."""
    plain = _loaded(data, MAX_PROPOSAL)
    if "roster" in plain:
        raise RosterFormError(reason="a roster, not a proposal")
    try:
        return _chain(plain)
    except (BundleFormError, BadSignatureError, NotCanonicalError) as error:
        raise RosterFormError(reason=str(error)) from error


def _loaded(data: bytes, most: int) -> dict[str, Any]:
    if len(data) > most:
        raise RosterFormError(reason="too long")
    try:
        plain = canon.loads(data)
    except NotCanonicalError as error:
        raise RosterFormError(reason=str(error)) from error
    if not isinstance(plain, dict):
        raise RosterFormError(reason="not an object")
    return plain


def _plain_chain(chain: Sequence[SignedRoot]) -> dict[str, Any]:
    *before, last = ({"root": canon.loads(e.data), "root_sigs": _sigs(e)} for e in chain)
    return {**last, "roots": before} if before else last


def _sigs(signed_root: SignedRoot) -> list[dict[str, str]]:
    return roots.plain_signatures(signed_root.signatures)


def _chain(plain: dict[str, Any]) -> tuple[SignedRoot, ...]:
    before = plain.get("roots", [])
    if not isinstance(before, list) or len(before) > _MOST_ROOTS:
        raise RosterFormError(reason="roots: not a list")
    whole = (*before, plain)
    if not all(isinstance(each, dict) for each in whole):
        raise RosterFormError(reason="roots: not objects")
    chain = tuple(roots.read(each.get("root"), each.get("root_sigs")) for each in whole)
    versions = [each.root.version for each in chain]
    if versions != sorted(set(versions)):
        raise RosterFormError(reason="roots: not in order")
    if len({each.root.mechanism.uid for each in chain}) > 1:
        raise RosterFormError(reason="roots: of several mechanisms")
    return chain


def _misfit(root: SignedRoot, roster: SignedRoster) -> str:
    """Why *roster* does not belong to *root*, empty when it does."""
    one, other = root.root, roster.roster
    lead = other.member(one.mechanism.lead)
    wrong = {
        "another purpose than its root's": one.purpose is not other.purpose,
        "another mechanism than its root's": one.mechanism.uid != other.mechanism,
        "another root": (one.version, root.sha256) != (other.root_version, other.root_hash),
        "without its lead": lead is None or lead.until is not None,
    }
    return ", ".join(reason for reason, found in wrong.items() if found)


# -- the roster itself ---------------------------------------------------------------------


def _signed_roster(plain: canon.Plain, signatures: canon.Plain) -> SignedRoster:
    fields = form.Fields(plain, "roster")
    fields.refuse_other(TYPE)
    roster = _roster(fields)
    if fault := _fault(roster):
        raise RosterFormError(reason=f"roster: {fault}")
    data = canon.dumps(plain)
    return SignedRoster(roster, data, roots.verified(signatures, data, signature.ROSTER))


def _fault(roster: Roster) -> str:
    uids = [each.agency.uid for each in roster.members]
    faults = {
        "number of members": not 1 <= len(uids) <= MOST_MEMBERS,
        "members not in order, or twice": uids != sorted(set(uids)),
        "expires before it is issued": roster.expires <= clock.local_date(roster.issued),
    }
    found = [reason for reason, wrong in faults.items() if wrong]
    return ", ".join((*found, *filter(None, map(_member_fault, roster.members))))


def _member_fault(member: Member) -> str:
    key, gone = member.key, [each.incarnation for each in member.revoked]
    faults = {
        "a key that cannot be used": key is not None
        and not (
            signature.is_public(key.sign)
            and age.is_recipient(key.recipient)
            and signature.is_public(key.root)
        ),
        "a key without the program": key is not None and not member.runs_program,
        "a key without a handle": key is not None and not is_handle(member.agency.handle),
        "a key below min_incarnation": key is not None and key.incarnation < member.min_incarnation,
        "revoked out of order": gone != sorted(set(gone)),
        "revoked but still heard": any(each >= member.min_incarnation for each in gone),
        "left before it came": member.until is not None and member.until < member.since,
        "left with a key": member.until is not None and key is not None,
    }
    found = [reason for reason, wrong in faults.items() if wrong]
    return f"{member.agency.uid}: {', '.join(found)}" if found else ""


def _plain(roster: Roster) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "expires": roster.expires.isoformat(),
        "issued": clock.to_text(roster.issued),
        "mechanism": roster.mechanism,
        "members": [_plain_member(each) for each in roster.members],
        "purpose": roster.purpose.value,
        "root": {"sha256": roster.root_hash, "version": roster.root_version},
        "suite": SUITE,
        "type": TYPE,
        "version": roster.version,
    }
    return plain if roster.prev is None else {**plain, "prev": roster.prev}


def _plain_member(member: Member) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "agency": {name: str(getattr(member.agency, name)) for name in AgencyFacts.__slots__},
        "min_incarnation": member.min_incarnation,
        "revoked": [_plain_revoked(each) for each in member.revoked],
        "runs_program": member.runs_program,
        "since": member.since.isoformat(),
    }
    if member.until is not None:
        plain["until"] = member.until.isoformat()
    if member.key is not None:
        plain["key"] = {name: getattr(member.key, name) for name in MemberKey.__slots__}
    return plain


def _plain_revoked(revoked: Revoked) -> dict[str, Any]:
    return {
        "cutoff": [{"peer": each.peer, "seq": each.seq} for each in revoked.cutoffs],
        "incarnation": revoked.incarnation,
        "reason": revoked.reason,
    }


def _roster(fields: form.Fields) -> Roster:
    root, version = fields.inner("root"), fields.number("version", least=1)
    return Roster(
        purpose=fields.word("purpose", Purpose),
        mechanism=fields.uid("mechanism"),
        root_version=root.number("version", least=1),
        root_hash=root.hash("sha256"),
        version=version,
        prev=fields.hash_unless(version == 1, "prev"),
        issued=fields.moment("issued"),
        expires=fields.day("expires"),
        members=tuple(_member(each) for each in fields.each("members")),
    )


def _member(fields: form.Fields) -> Member:
    agency = fields.inner("agency")
    return Member(
        # One on paper has no handle.
        agency=read_agency(agency, agency.text("handle")),
        since=fields.day("since"),
        until=fields.day("until") if "until" in fields else None,
        runs_program=fields.flag("runs_program"),
        key=_key(fields.inner("key")) if "key" in fields else None,
        min_incarnation=fields.number("min_incarnation", least=1),
        revoked=tuple(_revoked(each) for each in fields.each("revoked")),
    )


def _key(fields: form.Fields) -> MemberKey:
    return MemberKey(
        incarnation=fields.number("incarnation", least=1),
        sign=fields.text("sign"),
        recipient=fields.text("recipient"),
        root=fields.text("root"),
    )


def _revoked(fields: form.Fields) -> Revoked:
    return Revoked(
        incarnation=fields.number("incarnation", least=1),
        reason=fields.text("reason"),
        cutoffs=tuple(
            Cutoff(each.uid("peer"), each.number("seq")) for each in fields.each("cutoff")
        ),
    )
