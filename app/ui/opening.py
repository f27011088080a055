"""Opening a register on a worker, while the window knows only Qt.

The database, the documents and the pages are imported here and not before: the unlock window stands
after a third of the time it would take with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.kernel.clock import Clock

if TYPE_CHECKING:
    from app.services.house_settings import HouseSettings
    from app.services.setup import Identity, RecoveryDraft, Register, RegisterDraft
    from app.sync.card import Card


@dataclass(frozen=True, slots=True)
class Opened:
    """An open register and what its first window shows; *recovery_key* only when just made."""

    register: Register
    identity: Identity
    settings: HouseSettings
    passphrase_is_due: bool
    recovery_key: str = ""


def preload() -> None:
    """Import what an open register needs, while the person types."""
    import app.ui.main_window  # noqa: F401


def open_register(folder: Path, secret: str, clock: Clock) -> Opened:
    """Raises the leaves of VaultError and MediumError."""
    from app.services import setup

    return opened(setup.open_register(folder, secret, clock))


def create_register(draft: RegisterDraft, clock: Clock) -> Opened:
    """Raises InputError, VaultError and MediumError: nothing was made then."""
    from app.services import setup

    made = setup.create_register(draft, clock)
    return opened(made.register, made.recovery_key)


def read_card(path: Path) -> Card:
    """Raises CardError, NewerBundleError, MediumError."""
    from app.services import members

    return members.read_card(path)


def recover_register(draft: RecoveryDraft, clock: Clock) -> Opened:
    """Raises BundleError, InputError, VaultError and MediumError: nothing was made then."""
    from app.services import setup

    made = setup.recover_from_card(draft, clock)
    return opened(made.register, made.recovery_key)


def settle_passphrase(found: Opened, recovery_key: str, new: str) -> None:
    """Set the passphrase that is due; WeakPassphraseError leaves it due."""
    from app.services import setup

    setup.change_passphrase(found.register, recovery_key, new)


def opened(register: Register, recovery_key: str = "") -> Opened:
    """What the first window shows of *register*, which is closed when that cannot be read."""
    from app.services import house_settings, setup

    try:
        return Opened(
            register,
            setup.identity(register),
            house_settings.read(register),
            setup.passphrase_is_due(register),
            recovery_key,
        )
    except BaseException:
        register.close()
        raise
