"""Proof for whoever holds a bundle: intact or not, and whether the signer is one we know.

Nothing is decrypted: signatures inside the payload are reported as not checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from app.kernel.errors import CardError, from_os_error
from app.models import Agency, AgencyKey
from app.sync import mailbox, opening, signature
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class Proof:
    """An intact bundle; *signer* is the name the key is known by, empty when it is not known."""

    path: Path
    claimed: str
    recipient: str
    created: datetime
    first: int
    last: int
    size: int
    fingerprint: str
    key: str
    signer: str


def inspect(path: Path) -> Proof:
    """Check *path* from outside.

    Raises:
        BundleError: it is refused, with the reason.
        MediumError: it cannot be read.
    """
    with mailbox.reading(path) as file:
        found = opening.inspect(file, path)
    routing = found.routing
    return Proof(
        path=path,
        claimed=routing.sender.handle,
        recipient=routing.recipient.handle,
        created=routing.created,
        first=routing.stream.first,
        last=routing.stream.last,
        size=found.envelope.payload_size,
        fingerprint=signature.fingerprint(found.signer),
        key=found.signer,
        signer="",
    )


def known_in_register(register: Register, key: str) -> str:
    """The agency whose verified card, current or replaced, holds *key*; empty when none does."""
    with register.read() as session:
        name = session.scalar(
            select(Agency.name)
            .join(AgencyKey)
            .where(AgencyKey.sign_public == key, AgencyKey.verified_at.is_not(None))
        )
    return name or ""


def known_in_signers(path: Path, key: str) -> str:
    """The principal an ``allowed_signers`` file gives *key*; empty when it does not.

    Raises:
        MediumError: the file cannot be read.
        CardError: it is not such a file.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise from_os_error(error, path) from error
    except UnicodeDecodeError as error:
        raise CardError(path=path, reason="not text") from error
    blob = key.split()[1]
    for line in lines:
        words = line.split()
        if words and not words[0].startswith("#") and blob in words[1:]:
            return words[0]
    return ""
