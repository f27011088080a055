"""A register is set up, opened, and its passphrase changed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.kernel import age
from app.kernel.canon import Plain
from app.kernel.clock import Clock
from app.kernel.errors import BadHandleError, MediumError, MissingFieldsError
from app.kernel.terms import AgencyLevel, AgencyRole, Purpose, is_handle, new_uid
from app.models import Agency, Mechanism, OwnKey, OwnRoot
from app.services import (
    agency_keys,
    continuity,
    erasure,
    house,
    members,
    outbox,
    packs,
    threads,
    waiting,
)
from app.services.changes import Changes, Noun, changed
from app.sync import signature
from app.sync.card import Card
from app.vault import journal, recovery, restored, slots, unlock
from app.vault.backup import refusals
from app.vault.register import NewUser, Register
from app.vault.restored import Mark, Reason
from app.vault.slots import Cost, SlotKind

__all__ = ["AgencyDraft", "Created", "Identity", "MechanismDraft", "Register", "RegisterDraft"]


@dataclass(frozen=True, slots=True)
class AgencyDraft:
    """Who we are; *handle* labels us in file names (1-16 of a-z, 0-9, inner hyphens)."""

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
class MechanismDraft:
    """The mechanism this agency leads; a member adopts it from the lead's card."""

    name: str
    basis: str


@dataclass(frozen=True, slots=True)
class RegisterDraft:
    """Everything the first-run wizard asks."""

    folder: Path
    purpose: Purpose
    agency: AgencyDraft
    mechanism: MechanismDraft | None
    user_name: str
    user_post: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class RecoveryDraft:
    """What makes a lost register anew: *card* is a card file of our own, as a member still has it.

    *incarnation* is the newest of ours that any member knows, as far as somebody asked them.
    """

    folder: Path
    card: Path
    user_name: str
    user_post: str
    passphrase: str
    incarnation: int = 0


@dataclass(frozen=True, slots=True)
class Created:
    """A new register, open, and the recovery key that is shown once."""

    register: Register
    recovery_key: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this register is, for title bars and status lines."""

    agency_uid: str
    agency: str
    role: AgencyRole
    level: AgencyLevel
    mechanism: str
    leads: bool
    purpose: Purpose
    user: str
    fingerprint: str


def create_register(draft: RegisterDraft, clock: Clock, cost: Cost | None = None) -> Created:
    """Make the register with its first user, own agency and first incarnation of keys.

    Raises:
        MissingFieldsError, BadHandleError: the draft is not complete.
        RegisterExistsError, WeakPassphraseError, MediumError: nothing was made.
    """
    _check(draft)
    register, recovery_key = Register.create(
        draft.folder,
        purpose=draft.purpose,
        passphrase=draft.passphrase,
        user=NewUser(draft.user_name, draft.user_post, draft.agency.phone),
        clock=clock,
        cost=cost,
    )
    with register.write() as session:
        _settle(register, session, draft)
    continuity.watch(register)
    return Created(register, recovery_key)


def recover_from_card(draft: RecoveryDraft, clock: Clock, cost: Cost | None = None) -> Created:
    """Make the register of an agency whose own is lost, with new keys in a newer incarnation.

    It holds nothing but who we are; what was exchanged comes back from the members, once each has
    compared the new card in person. What was never sent out is gone.

    Raises:
        CardError, NewerBundleError: the file is no card.
        MissingFieldsError: the draft is not complete.
        RegisterExistsError, WeakPassphraseError, MediumError: nothing was made.
    """
    card = members.read_card(draft.card)
    with refusals(draft.card):
        shown = draft.card.read_bytes()
    if not draft.user_name.strip():
        raise MissingFieldsError(fields=("user",))
    register, recovery_key = Register.create(
        draft.folder,
        purpose=card.purpose,
        passphrase=draft.passphrase,
        user=NewUser(draft.user_name, draft.user_post, card.agency.phone),
        clock=clock,
        cost=cost,
    )
    with register.write() as session:
        incarnation = max(card.incarnation, draft.incarnation) + 1
        _settle_recovered(register, session, card, shown, incarnation)
    continuity.watch(register)
    return Created(register, recovery_key)


def open_register(folder: Path, secret: str, clock: Clock) -> Register:
    """Open with a passphrase or the recovery key; raises the leaves of VaultError.

    Packs that a newer program brought are imported on the way, and what arrived before this
    version could read it is read. One that is older than when it was last used here is marked
    (``continuity.mark``).
    """
    register = Register.open(folder, secret, clock=clock)
    try:
        continuity.watch(register)
        with register.write() as session:
            outbox.fail_unfinished(session)
            if packs.import_bundled(register, session):
                threads.refold_running(session)
            waiting.catch_up(register, session)
        with suppress(MediumError):
            # Whoever wants to work is not kept out by a trace; it goes at the next opening.
            erasure.finish(register)
    except BaseException:
        register.close()
        raise
    return register


def change_passphrase(register: Register, old: str, new: str) -> Changes:
    """Raises WrongSecretError or WeakPassphraseError; the old passphrase then stays."""
    register.change_passphrase(old, new)
    return changed(Noun.SETTINGS)


def passphrase_is_due(register: Register) -> bool:
    """Whether the recovery key opened it: the passphrase is lost, so a new one must be set."""
    return register.opened_by is SlotKind.RECOVERY


def propose_recovery_key(register: Register, passphrase: str) -> str:
    """A new recovery key to be written down; it opens nothing before ``replace_recovery_key``.

    Raises:
        WrongSecretError: *passphrase* does not open the register.
    """
    header = slots.read_file(register.folder / slots.FILE)
    unlock.unlocked(register.folder, header, passphrase, register.clock)
    return recovery.fresh()


def replace_recovery_key(register: Register, passphrase: str, fresh: str) -> Changes:
    """Let *fresh*, which was written down, open the register; the old sheet opens nothing any more.

    Raises:
        WrongSecretError, RecoveryKeyFormError: nothing was changed.
    """
    register.replace_recovery_key(passphrase, fresh)
    return changed(Noun.SETTINGS)


def identity(register: Register) -> Identity:
    with register.read() as session:
        own = house.own_agency(session)
        mechanism = house.mechanism(session)
        key = house.current_card(session, own.id)
        return Identity(
            agency_uid=own.uid,
            agency=own.name,
            role=own.role,
            level=own.level,
            mechanism=mechanism.name if mechanism else "",
            leads=mechanism is not None and mechanism.lead_uid == own.uid,
            purpose=register.purpose,
            user=register.user_name,
            fingerprint=key.fingerprint if key else "",
        )


def _check(draft: RegisterDraft) -> None:
    needed = {
        "agency": draft.agency.name,
        "short_name": draft.agency.short_name,
        "liaison": draft.agency.liaison,
        "user": draft.user_name,
    }
    missing = tuple(name for name, text in needed.items() if not text.strip())
    if missing:
        raise MissingFieldsError(fields=missing)
    if not is_handle(draft.agency.handle):
        raise BadHandleError(handle=draft.agency.handle)


def _settle(register: Register, session: Session, draft: RegisterDraft) -> None:
    facts = {name: getattr(draft.agency, name) for name in AgencyDraft.__slots__}
    own = Agency(uid=new_uid(), is_self=True, runs_program=True, **facts)
    session.add(own)
    if draft.mechanism is not None:
        name, basis = draft.mechanism.name, draft.mechanism.basis
        session.add(Mechanism(uid=new_uid(), name=name, basis=basis, lead_uid=own.uid))
    _begin(register, session, 1)
    purpose = register.purpose.value
    _note(register, session, "register.created", purpose=purpose)


def _settle_recovered(
    register: Register, session: Session, card: Card, shown: bytes, incarnation: int
) -> None:
    now = register.clock.now()
    facts = {name: getattr(card.agency, name) for name in card.agency.__slots__}
    own = Agency(is_self=True, runs_program=True, **facts)
    session.add(own)
    if card.mechanism is not None:
        told = card.mechanism
        session.add(Mechanism(uid=told.uid, name=told.name, basis=told.basis, lead_uid=told.lead))
    session.flush()
    # What the members give back is proved by the signatures of the lost keys.
    lost = agency_keys.key_row(own.id, card, shown, now)
    lost.replaced_at = now
    session.add(lost)
    _begin(register, session, incarnation)
    restored.mark(session, Mark(Reason.RECOVERY, "", card.issued, now))
    known = card.incarnation
    _note(register, session, "register.recovered", card=known, incarnation=incarnation)


def _begin(register: Register, session: Session, incarnation: int) -> None:
    """First keys, the card that shows them, and the rules that came with the program."""
    now = register.clock.now()
    key = OwnKey(
        incarnation=incarnation,
        sign_seed=signature.new_seed(),
        identity=age.new_identity(),
        created_at=now,
        retired_at=None,
    )
    session.add_all([key, OwnRoot(seed=signature.new_seed(), created_at=now, retired_at=None)])
    session.flush()
    members.issue_own_card(register, session)
    packs.import_bundled(register, session)


def _note(register: Register, session: Session, action: str, **facts: Plain) -> None:
    journal.append(session, register.clock, register.user_name, action, register.vault_uid, **facts)
