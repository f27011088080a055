"""``allowed_signers`` out of the register: what an auditor needs to name who signed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import files
from app.kernel.errors import from_os_error
from app.kernel.terms import TrustedBy
from app.models import Agency, AgencyKey
from app.services import cutoffs
from app.sync import card as cards
from app.sync import signature, signers
from app.vault import journal
from app.vault.register import Register


class KeyState(StrEnum):
    """Whether a reader of the file takes the key."""

    USABLE = "usable"
    UNCOMPARED = "uncompared"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One key of an agency and its story.

    *root* is the agency's root key, empty where the card names none. *since* is None until the
    keys were believed, for the reason *by* (with its *number*: the version of the roster, or the
    incarnation of the key that vouched). A revoked key is believed up to *cutoff*, a number of the
    agency's stream to us.
    """

    agency: str
    own: bool
    handle: str
    incarnation: int
    key: str
    root: str
    since: datetime | None
    how: str
    by: TrustedBy
    number: int
    until: datetime | None
    revoked_at: datetime | None
    cutoff: int
    reason: str

    @property
    def state(self) -> KeyState:
        if self.since is None:
            return KeyState.UNCOMPARED
        return KeyState.USABLE if self.revoked_at is None else KeyState.REVOKED

    @property
    def fingerprint(self) -> str:
        """``SHA256:…`` as ``ssh-keygen -l`` prints it."""
        return signature.fingerprint(self.key)


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of the file: *head* from our name and the moment, *key* in front of a line."""

    head: Callable[[str, datetime], str]
    key: Callable[[KeyRow], str]


@dataclass(frozen=True, slots=True)
class SignersFile:
    """How many keys a reader takes from the file, and how many are there only as remarks."""

    text: bytes
    usable: int
    remarks: int


def write(register: Register, path: Path, words: Words) -> SignersFile:
    """Write the keys of every agency of *register* to *path*, over what is there.

    Raises:
        MediumError: nothing was written.
    """
    with register.write() as session:
        made = make(register, session, words)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "signers.exported",
            "",
            file=path.name,
            keys=made.usable,
        )
        try:
            files.write_atomic(path, made.text, replace=True)
        except OSError as error:
            raise from_os_error(error, path, len(made.text)) from error
    return made


def make(
    register: Register,
    session: Session,
    words: Words,
    agencies: Iterable[str] | None = None,
    taken: KeyState = KeyState.USABLE,
) -> SignersFile:
    """The file for the agencies of these uids, or for all; keys not *taken* are remarks.

    With ``REVOKED`` it is the file for what was signed before a revocation.
    """
    found = rows(session, agencies)
    own = session.scalar(select(Agency.name).where(Agency.is_self)) or ""
    text = [_remark(words.head(own, register.clock.now()))]
    for row in found:
        lines = _lines(row, taken)
        text += ["#\n", _remark(words.key(row)), lines if row.state is taken else _remark(lines)]
    usable = sum(row.state is taken for row in found)
    return SignersFile("".join(text).encode(), usable, len(found) - usable)


def rows(session: Session, agencies: Iterable[str] | None = None) -> tuple[KeyRow, ...]:
    """Every key of the agencies of these uids, or of all, in the order of their incarnations."""
    query = select(Agency, AgencyKey).join(AgencyKey).order_by(Agency.id, AgencyKey.incarnation)
    if agencies is not None:
        query = query.where(Agency.uid.in_(list(agencies)))
    return tuple(_row(session, agency, key) for agency, key in session.execute(query))


def _row(session: Session, agency: Agency, key: AgencyKey) -> KeyRow:
    return KeyRow(
        agency=agency.name,
        own=agency.is_self,
        # The handle of the card that named the key: the agency may have another by now.
        handle=cards.read(key.card).agency.handle if key.card else agency.handle,
        incarnation=key.incarnation,
        key=key.sign_public,
        root=key.root_public,
        since=key.verified_at,
        how=key.verified_how,
        by=key.vouched_by or TrustedBy.PERSON,
        number=key.vouched_number,
        until=key.replaced_at,
        revoked_at=key.revoked_at,
        cutoff=cutoffs.last_trusted(session, agency, key),
        reason=key.revoked_reason,
    )


def _lines(row: KeyRow, taken: KeyState) -> str:
    """A root key outlives a revoked incarnation, and is in no list of revoked keys."""
    line = signers.line(row.handle, row.key)
    with_root = row.root and taken is KeyState.USABLE
    return line + signers.root_line(row.handle, row.root) if with_root else line


def _remark(text: str) -> str:
    """*text* as lines that no reader takes: a name with a line feed in it must not start one."""
    lines = ("".join(c for c in line if c.isprintable()) for line in text.splitlines())
    return "".join(f"# {line}\n" for line in lines)
