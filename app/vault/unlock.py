"""What a secret opens, and the slots that new secrets get."""

from __future__ import annotations

from pathlib import Path

from app.kernel import age, terms
from app.kernel.clock import Clock, to_text
from app.kernel.errors import RecoveryKeyFormError
from app.kernel.terms import Purpose
from app.vault import attempts, recovery, slots
from app.vault.keys import Keys
from app.vault.slots import Contents, Cost, Header, Opened, Slot, SlotKind


def unlocked(folder: Path, header: Header, secret: str, clock: Clock) -> Opened:
    """What *secret* opens; failures are counted.

    Raises:
        WrongSecretError, RecoveryKeyFormError: see ``Register.open``.
    """
    attempts.check(folder, clock.now())
    opened = slots.open_any(header, secret)
    if opened is None:
        refusal = attempts.failed(folder, clock.now())
        raise RecoveryKeyFormError if recovery.is_miscopied(secret) else refusal
    attempts.succeeded(folder)
    return opened


def first_slots(
    passphrase: str, purpose: Purpose, clock: Clock, cost: Cost | None
) -> tuple[Header, Opened, str]:
    """A fresh master key in its two slots, and the recovery key."""
    keys = Keys.fresh()
    cost = cost or slots.program_cost()
    vault, recovery_key = terms.new_uid(), recovery.fresh()
    own = Contents(keys.master, terms.new_uid(), age.new_identity())
    first = new_slot(vault, SlotKind.PASSPHRASE, passphrase, own, clock, cost)
    second = new_slot(vault, SlotKind.RECOVERY, recovery_key, Contents(keys.master), clock, cost)
    header = slots.sealed(Header(vault, 1, purpose, (first, second)), keys)
    keys.close()
    return header, Opened(first, own), recovery_key


def new_slot(
    vault: str, kind: SlotKind, secret: str, contents: Contents, clock: Clock, cost: Cost | None
) -> Slot:
    return slots.create_slot(
        vault,
        kind,
        secret,
        contents,
        created=to_text(clock.now()),
        cost=cost or slots.program_cost(),
    )


def recovery_slot(vault: str, key: bytes, master: bytes, clock: Clock, cost: Cost | None) -> Slot:
    """A slot for the recovery key *key*, which has opened it again: the one it replaces is gone
    for good a moment later."""
    contents, secret = Contents(master), recovery.write(key)
    slot = new_slot(vault, SlotKind.RECOVERY, secret, contents, clock, cost)
    if slots.open_slot(vault, slot, secret) != contents:
        raise ValueError("a new slot does not open")
    return slot
