"""New roots: proposed by the lead, signed by those who hold a key, merged until it is enough.

A proposal is a file (``*.lxroot``) that goes round: whoever is asked looks at the difference and
adds a signature; the lead, or the new lead, merges what comes back. Once the keys of the old and
of the new root have signed, it is pinned, and the next roster is issued under it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.kernel import clock
from app.kernel.errors import (
    PurposeMismatchError,
    RosterChainError,
    RosterStateError,
    UnpinnedRootError,
)
from app.kernel.terms import RootState, RosterFault
from app.models import Agency
from app.services import house, roster, roster_effects, roster_issue, roster_rows, roster_view
from app.services.changes import Changes, Noun, changed
from app.services.roster_view import Holder
from app.sync import roots, roster_form, signature
from app.sync.medium import refusals_tell
from app.sync.roots import Root, RootKey, SignedRoot
from app.vault import journal, recovery
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class RootDraft:
    """*holders* are the agencies beside the lead that hold a key; *lead* is its uid.

    *keep_deputy* keeps the sealed keys of the root before, *new_deputy* makes another.
    """

    mechanism_uid: str
    lead: str
    holders: tuple[str, ...]
    threshold: int
    expires: date
    keep_deputy: bool = True
    new_deputy: bool = False


@dataclass(frozen=True, slots=True)
class Proposed:
    """*deputy_secret* is shown once; *missing* is how many signatures are still needed."""

    changes: Changes
    missing: int
    deputy_secret: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A root that goes round, beside the one in force (*old_…*, empty before the first).

    *signed_by* are those who have, by name; *ours* is whether our key counts and has not signed.
    """

    mechanism: str
    version: int
    lead: str
    old_lead: str
    threshold: int
    old_threshold: int
    holders: tuple[Holder, ...]
    old_holders: tuple[Holder, ...]
    signed_by: tuple[str, ...]
    missing: int
    ours: bool
    expires: date


def propose(register: Register, draft: RootDraft) -> Proposed:
    """Sign the next root and keep it until enough others have signed; one that was there goes.

    Raises:
        NotLeadError: another agency leads. RosterStateError: no roster was started, a holder's card
        is not believed, or the threshold cannot be met by keys of two agencies.
    """
    with register.write() as session:
        mechanism = roster_issue.led(session, draft.mechanism_uid)
        held = roster_rows.newest_root(session, mechanism.uid)
        if held is None:
            raise RosterStateError(reason=RosterFault.NO_ROSTER)
        secret = recovery.fresh() if draft.new_deputy else ""
        body = _next(register, session, held, draft, secret)
        _refuse_unreachable(body)
        made = roots.signed(roots.draft(body), house.own_root(session).seed)
        roster_rows.drop_proposals(session, mechanism.uid)
        now, by = register.clock.now(), register.user_name
        roster_rows.keep_root(session, made, RootState.PROPOSED, now, by)
        _journal(register, session, "roster.root-proposed", made)
        missing = _settle(register, session, made)
        return Proposed(changed(Noun.MEMBERS, uid=mechanism.uid), missing, secret)


def write_proposal(register: Register, mechanism_uid: str, folder: Path) -> Path:
    """Write the proposal that goes round, or the newest pinned root for who lacks it.

    Raises:
        RosterStateError: there is neither. MediumError: nothing was written.
    """
    with register.read() as session:
        chain = roster_rows.pinned(session, mechanism_uid)
        root = roster_rows.proposed(session, mechanism_uid)
        whole = (*chain, root) if root else chain
        if not whole:
            raise RosterStateError(reason=RosterFault.NOT_PROPOSED)
        handle = house.own_agency(session).handle
    return roster.write_file(_path(folder, handle, whole[-1]), roster_form.write_proposal(whole))


def show_proposal(register: Register, path: Path) -> Proposal:
    """What the proposal in *path* would change, and who has signed.

    Raises:
        RosterFormError, NewerBundleError, PurposeMismatchError, MediumError: it cannot be used.
        UnpinnedRootError, RosterChainError, EquivocationError, OldRosterError,
        OtherMechanismError, RosterUnsignedError: it does not follow from what we hold.
    """
    chain = _read(register, path)
    with register.read() as session, refusals_tell(path=path):
        before = _before(session, chain)
        return _shown(session, before, chain[-1])


def sign(register: Register, path: Path, folder: Path, secret: str = "") -> Path:
    """Add our signature (or the deputy's, by its *secret*) to the proposal in *path*.

    The signed copy is written into *folder*, to be given back to the lead.

    Raises:
        RosterStateError: our key counts for nothing in it, or has signed already.
        RecoveryKeyFormError: *secret* is miscopied. And as ``show_proposal``.
    """
    chain = _read(register, path)
    with register.write() as session, refusals_tell(path=path):
        before, root = _before(session, chain), chain[-1]
        seed = roster_issue.deputy_seed(secret) if secret else house.own_root(session).seed
        _refuse_idle(before, root, signature.public_of(seed))
        made = roots.signed(root, seed)
        _journal(register, session, "roster.root-signed", made)
        handle = house.own_agency(session).handle
        data = roster_form.write_proposal((*chain[:-1], made))
        return roster.write_file(_path(folder, handle, made), data)


def merge(register: Register, path: Path) -> Proposed:
    """Take the signatures in *path*; with enough of them the root is pinned.

    At the lead it must be the root that goes round; another register pins a root that is whole.

    Raises:
        RosterStateError: it is another root than the one that goes round.
        RosterUnsignedError: it is not ours and not whole. And as ``show_proposal``.
    """
    chain = _read(register, path)
    with register.write() as session, refusals_tell(path=path):
        root = chain[-1]
        uid = root.root.mechanism.uid
        ours = roster_rows.proposed(session, uid)
        if ours is not None and ours.sha256 != root.sha256:
            raise RosterStateError(reason=RosterFault.OTHER_PROPOSAL)
        _before(session, chain)
        if ours is None:
            _pin_whole(register, session, chain)
            return Proposed(changed(Noun.MEMBERS, uid=uid), 0, "")
        both = ours.with_signatures(root.signatures)
        now, by = register.clock.now(), register.user_name
        roster_rows.keep_root(session, both, RootState.PROPOSED, now, by)
        missing = _settle(register, session, both)
        return Proposed(changed(Noun.MEMBERS, uid=uid), missing, "")


# -- inside --------------------------------------------------------------------------------


def _next(
    register: Register, session: Session, held: SignedRoot, draft: RootDraft, secret: str
) -> Root:
    lead = house.agency(session, draft.lead)
    keys = [_key(session, lead)]
    keys += [_key(session, house.agency(session, uid)) for uid in draft.holders]
    deputies = [each for each in held.root.keys if each.label == roster_issue.DEPUTY]
    sealed = deputies if draft.keep_deputy and draft.lead == held.root.mechanism.lead else []
    if secret:
        public = signature.public_of(roster_issue.deputy_seed(secret))
        sealed = [*sealed, RootKey(lead.uid, roster_issue.DEPUTY, public)]
    return replace(
        held.root,
        mechanism=replace(held.root.mechanism, lead=lead.uid),
        version=held.root.version + 1,
        prev=held.sha256,
        threshold=draft.threshold,
        keys=(*keys, *sealed),
        roster_keys=tuple(each.key for each in (keys[0], *sealed)),
        issued=register.clock.now(),
        expires=draft.expires,
    )


def _key(session: Session, agency: Agency) -> RootKey:
    if agency.is_self:
        public = signature.public_of(house.own_root(session).seed)
        return RootKey(agency.uid, "", public)
    card = house.trusted_card(session, agency.id)
    if card is None:
        raise RosterStateError(reason=RosterFault.NOT_TRUSTED)
    return RootKey(agency.uid, "", card.root_public)


def _refuse_unreachable(root: Root) -> None:
    """All keys together must be enough, else nobody could ever change the root again."""
    if root.missing([each.key for each in root.keys]):
        raise RosterStateError(reason=RosterFault.TOO_FEW_HOLDERS)
    if root.expires <= clock.local_date(root.issued):
        raise RosterStateError(reason=RosterFault.EXPIRES_TOO_EARLY)


def _read(register: Register, path: Path) -> tuple[SignedRoot, ...]:
    data = roster.read_file(path, roster_form.MAX_PROPOSAL)
    with refusals_tell(path=path):
        chain = roster_form.read_proposal(data)
    purpose = chain[-1].root.purpose
    if purpose is not register.purpose:
        raise PurposeMismatchError(path=path, ours=register.purpose, theirs=purpose)
    return chain


def _before(session: Session, chain: tuple[SignedRoot, ...]) -> SignedRoot | None:
    """The root the last of *chain* follows, which must be the one we believe.

    The root itself may lack signatures; those before it may not.
    """
    root = chain[-1]
    held = roster_rows.newest_root(session, root.root.mechanism.uid)
    if held is not None and held.sha256 == root.sha256:
        return held
    known = chain[:-1]
    if held is None and not known:
        raise UnpinnedRootError(mechanism=root.root.mechanism.name)
    base = held
    if known and (held is None or known[-1].root.version >= held.root.version):
        new = roots.follow(held, roster_rows.pinned_keys(session, known), known)
        base = new[-1] if new else held
    if base is not None and (root.root.version, root.root.prev) != (
        base.root.version + 1,
        base.sha256,
    ):
        raise RosterChainError(part="root", version=root.root.version)
    return base


def _missing(before: SignedRoot | None, root: SignedRoot) -> int:
    both = (before.root, root.root) if before else (root.root,)
    return max(each.missing(root.signers) for each in both)


def _refuse_idle(before: SignedRoot | None, root: SignedRoot, key: str) -> None:
    named = {each.key for each in root.root.keys}
    named |= {each.key for each in before.root.keys} if before else set()
    if key not in named:
        raise RosterStateError(reason=RosterFault.NOT_A_KEY_HOLDER)
    if key in root.signers:
        raise RosterStateError(reason=RosterFault.SIGNED_ALREADY)


def _settle(register: Register, session: Session, root: SignedRoot) -> int:
    """Pin *root* when nothing is missing any more; how many signatures are."""
    held = roster_rows.newest_root(session, root.root.mechanism.uid)
    missing = _missing(held, root)
    if not missing:
        roster.pin(register, session, (root,))
        _lead_changes(register, session, root)
    return missing


def _pin_whole(register: Register, session: Session, chain: tuple[SignedRoot, ...]) -> None:
    uid = chain[-1].root.mechanism.uid
    held = roster_rows.newest_root(session, uid)
    new = roots.follow(held, roster_rows.pinned_keys(session, chain), chain)
    roster.pin(register, session, new)
    if new:
        _lead_changes(register, session, new[-1])


def _lead_changes(register: Register, session: Session, root: SignedRoot) -> None:
    """From now on its lead issues the rosters of the mechanism."""
    if roster_rows.mechanism(session, root.root.mechanism.uid) is not None:
        roster_effects.name_lead(register, session, root.root.mechanism)


def _shown(session: Session, before: SignedRoot | None, root: SignedRoot) -> Proposal:
    own = signature.public_of(house.own_root(session).seed)
    old = before.root if before else None
    named = {each.key for each in (*root.root.keys, *(old.keys if old else ()))}
    names = {
        each.key: roster.name_of(session, each.agency)
        for each in (*(old.keys if old else ()), *root.root.keys)
    }
    return Proposal(
        mechanism=root.root.mechanism.name,
        version=root.root.version,
        lead=roster.name_of(session, root.root.mechanism.lead),
        old_lead=roster.name_of(session, old.mechanism.lead) if old else "",
        threshold=root.root.threshold,
        old_threshold=old.threshold if old else 0,
        holders=roster_view.holders(session, root),
        old_holders=roster_view.holders(session, before) if before else (),
        signed_by=tuple(names[each] for each in sorted(root.signers) if each in names),
        missing=_missing(before, root),
        ours=own in named and own not in root.signers,
        expires=root.root.expires,
    )


def _path(folder: Path, handle: str, root: SignedRoot) -> Path:
    return folder / f"{handle}-root-{root.root.version}{roster_form.PROPOSAL_SUFFIX}"


def _journal(register: Register, session: Session, action: str, root: SignedRoot) -> None:
    journal.append(
        session,
        register.clock,
        register.user_name,
        action,
        root.root.mechanism.uid,
        version=root.root.version,
        sha256=root.sha256,
    )
