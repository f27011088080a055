"""The key file ``register.keys.json``: the master key, wrapped once for each secret that opens it.

Rules:
- a slot's associated data is the whole slot but its ciphertext, so a slot cannot be moved,
  relabelled or given another cost;
- ``mac`` is keyed with a sub-key of the master key, so no slot is added or removed without it;
- ``sum`` is a plain SHA-256 that tells damage apart from a wrong passphrase;
- ``epoch`` rises with every change and is repeated inside the database, so that an older key file
  (which an old passphrase would open) is recognised.
"""

from __future__ import annotations

import hmac
import os
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.kernel import canon, clock
from app.kernel.errors import (
    DamagedKeyFileError,
    NewerRegisterError,
    NotARegisterError,
    NotCanonicalError,
    TooLittleMemoryError,
    WeakPassphraseError,
    from_os_error,
)
from app.kernel.files import write_atomic
from app.kernel.terms import Purpose
from app.vault import recovery
from app.vault.keys import Keys, Use

FORMAT: Final = "lianxi-register-keys/1"
FILE: Final = "register.keys.json"
LEAST_LENGTH: Final = 12
_WRAP: Final = "chacha20-poly1305"
_ALGORITHM: Final = "argon2id"
_LARGEST_FILE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs under Argon2id (RFC 9106)."""

    memory_kib: int
    iterations: int
    lanes: int

    @property
    def bearable(self) -> bool:
        """Whether a reader computes it: at most 4 GiB, and 16 GiB over all iterations.

        Without a bound a changed key file could keep the computer busy for days.
        """
        return (
            8 * self.lanes <= self.memory_kib <= 4 << 20
            and self.iterations >= 1
            and 1 <= self.lanes <= 64
            and self.memory_kib * self.iterations <= 16 << 20
        )


USUAL: Final = Cost(256 << 10, 3, 4)
FLOOR: Final = Cost(64 << 10, 3, 4)
"""RFC 9106's second recommended option; the program makes no slot cheaper than this."""


class SlotKind(StrEnum):
    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    id: str
    kind: SlotKind
    created: str
    cost: Cost
    salt: bytes
    nonce: bytes
    ct: bytes


@dataclass(frozen=True, slots=True)
class Contents:
    """What a slot wraps; a recovery slot names no user and carries no identity."""

    master: bytes
    user_uid: str = ""
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    vault: str
    epoch: int
    purpose: Purpose
    slots: tuple[Slot, ...]
    mac: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A slot that a secret opened."""

    slot: Slot
    contents: Contents


# -- slots ---------------------------------------------------------------------------------


def program_cost() -> Cost:
    """The usual cost, halved while the computer cannot give the memory, never below the floor.

    Raises:
        TooLittleMemoryError: not even the floor can be computed here.
    """
    cost = USUAL
    while True:
        try:
            _stretch(b"trial", os.urandom(16), replace(cost, iterations=1))
        except TooLittleMemoryError:
            if cost.memory_kib <= FLOOR.memory_kib:
                raise
            cost = replace(cost, memory_kib=max(cost.memory_kib // 2, FLOOR.memory_kib))
        else:
            return cost


def check_passphrase(passphrase: str) -> None:
    """
    Raises:
        WeakPassphraseError: fewer than 12 characters.
    """
    length = len(unicodedata.normalize("NFKC", passphrase))
    if length < LEAST_LENGTH:
        raise WeakPassphraseError(length=length, least=LEAST_LENGTH)


def secret_bytes(kind: SlotKind, secret: str) -> bytes:
    """What goes into the derivation.

    A passphrase is taken in NFKC: a full-width letter from an input method is the same letter.
    """
    if kind is SlotKind.RECOVERY:
        return recovery.read(secret)
    return unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")


def create_slot(
    vault: str, kind: SlotKind, secret: str, contents: Contents, *, created: str, cost: Cost
) -> Slot:
    """Wrap *contents* under *secret*; *cost* is taken as given."""
    slot = Slot(
        id=os.urandom(8).hex(),
        kind=kind,
        created=created,
        cost=cost,
        salt=os.urandom(16),
        nonce=os.urandom(12),
        ct=b"",
    )
    cipher = ChaCha20Poly1305(_stretch(secret_bytes(kind, secret), slot.salt, cost))
    plain = canon.dumps(_contents_plain(contents))
    return replace(slot, ct=cipher.encrypt(slot.nonce, plain, _associated(vault, slot)))


def open_slot(vault: str, slot: Slot, secret: str) -> Contents | None:
    """What *slot* wraps, or None when *secret* does not open it."""
    cipher = ChaCha20Poly1305(_stretch(secret_bytes(slot.kind, secret), slot.salt, slot.cost))
    try:
        plain = canon.loads(cipher.decrypt(slot.nonce, slot.ct, _associated(vault, slot)))
    except InvalidTag:
        return None
    return Contents(
        master=bytes.fromhex(plain["master"]),
        user_uid=plain.get("user", ""),
        identity=plain.get("identity", ""),
    )


def open_any(header: Header, secret: str) -> Opened | None:
    """The first slot *secret* opens.

    A text that is a valid recovery key is tried on the recovery slots alone.
    """
    kind = SlotKind.RECOVERY if recovery.is_valid(secret) else SlotKind.PASSPHRASE
    for slot in header.slots:
        if slot.kind is kind and (contents := open_slot(header.vault, slot, secret)):
            return Opened(slot, contents)
    return None


def _stretch(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    kdf = Argon2id(
        salt=salt,
        length=32,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    try:
        return kdf.derive(secret)
    except MemoryError as error:
        raise TooLittleMemoryError(needed_mib=cost.memory_kib >> 10) from error


def _associated(vault: str, slot: Slot) -> bytes:
    fields = _slot_plain(slot)
    del fields["ct"]
    return canon.dumps([FORMAT, vault, fields])


# -- the header as a whole -----------------------------------------------------------------


def sealed(header: Header, keys: Keys) -> Header:
    """*header* with the mac that only a holder of the master key can make."""
    return replace(header, mac=_mac(header, keys))


def is_genuine(header: Header, keys: Keys) -> bool:
    return hmac.compare_digest(header.mac, _mac(header, keys))


def _mac(header: Header, keys: Keys) -> str:
    body = canon.dumps(_header_plain(replace(header, mac="")))
    return hmac.digest(keys.derive(Use.HEADER_MAC), body, "sha256").hex()


def backup_of(path: Path) -> Path:
    return path.with_name(path.name + ".bak")


def write_file(path: Path, header: Header) -> None:
    """Replace the key file; what stood there stays as ``.bak`` until ``settle``.

    Raises:
        MediumError: the folder refuses; the key file is the one that stood there.
    """
    try:
        if path.exists():
            write_atomic(backup_of(path), path.read_bytes(), replace=True)
        write_atomic(path, encode(header), replace=True)
    except OSError as error:
        raise from_os_error(error, path) from error


def settle(path: Path) -> None:
    """Make ``.bak`` a second copy of the key file, unless it is one.

    Called when the database has the new epoch: the backup then helps against damage, and no longer
    keeps a passphrase that was replaced. A medium that refuses it does not undo what is done; the
    next opening tries again.
    """
    data, backup = path.read_bytes(), backup_of(path)
    with suppress(OSError):
        if not backup.exists() or backup.read_bytes() != data:
            write_atomic(backup, data, replace=True)


def read_file(path: Path) -> Header:
    """
    Raises:
        NotARegisterError: there is no key file.
        DamagedKeyFileError: it is not whole; ``backup`` names the second copy, if there is one.
        NewerRegisterError: a newer program wrote it.
        MediumError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE)
    except (FileNotFoundError, NotADirectoryError) as error:
        if backup_of(path).exists():
            raise damaged(path) from error
        raise NotARegisterError(path=path.parent) from error
    except OSError as error:
        raise from_os_error(error, path) from error
    return decode(data, path)


def encode(header: Header) -> bytes:
    plain = _header_plain(header)
    return canon.dumps({**plain, "sum": canon.digest(plain)})


def decode(data: bytes, path: Path) -> Header:
    """The header in *data*; errors as ``read_file``, *path* is only named in them."""
    try:
        plain = canon.loads(data)
        stated = plain.pop("sum")
        found = plain["format"]
        if stated != canon.digest(plain):
            raise damaged(path)
        if found != FORMAT:
            raise NewerRegisterError(path=path.parent, found=found, known=FORMAT)
        return _header_of(plain)
    except (NotCanonicalError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise damaged(path) from error


def damaged(path: Path) -> DamagedKeyFileError:
    """The refusal of the key file at *path*, naming its second copy if there is one."""
    backup = backup_of(path)
    return DamagedKeyFileError(
        path=path.parent, part="keys", backup=str(backup) if backup.exists() else ""
    )


# -- plain values --------------------------------------------------------------------------


def _contents_plain(contents: Contents) -> dict[str, Any]:
    plain = {"master": contents.master.hex()}
    if contents.user_uid:
        plain |= {"user": contents.user_uid, "identity": contents.identity}
    return plain


def _slot_plain(slot: Slot) -> dict[str, Any]:
    return {
        "id": slot.id,
        "kind": slot.kind.value,
        "created": slot.created,
        "kdf": {
            "alg": _ALGORITHM,
            "m": slot.cost.memory_kib,
            "t": slot.cost.iterations,
            "p": slot.cost.lanes,
            "salt": slot.salt.hex(),
        },
        "wrap": _WRAP,
        "nonce": slot.nonce.hex(),
        "ct": slot.ct.hex(),
    }


def _slot_of(plain: dict[str, Any]) -> Slot:
    kdf = plain["kdf"]
    cost = Cost(int(kdf["m"]), int(kdf["t"]), int(kdf["p"]))
    if (kdf["alg"], plain["wrap"]) != (_ALGORITHM, _WRAP) or not cost.bearable:
        raise ValueError("unknown algorithm or unbearable cost")
    clock.from_text(plain["created"])
    return Slot(
        id=str(plain["id"]),
        kind=SlotKind(plain["kind"]),
        created=plain["created"],
        cost=cost,
        salt=bytes.fromhex(kdf["salt"]),
        nonce=bytes.fromhex(plain["nonce"]),
        ct=bytes.fromhex(plain["ct"]),
    )


def _header_plain(header: Header) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "vault": header.vault,
        "epoch": header.epoch,
        "purpose": header.purpose.value,
        "slots": [_slot_plain(slot) for slot in header.slots],
        "mac": header.mac,
    }


def _header_of(plain: dict[str, Any]) -> Header:
    return Header(
        vault=str(plain["vault"]),
        epoch=int(plain["epoch"]),
        purpose=Purpose(plain["purpose"]),
        slots=tuple(_slot_of(slot) for slot in plain["slots"]),
        mac=str(plain["mac"]),
    )
