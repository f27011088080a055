"""What each type of entry says, and how one that arrives becomes rows.

A type that is not in ``APPLY`` is parked: its bytes are kept and read again after an upgrade.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import files, plain
from app.kernel.errors import BundleFormError, ReadOnlyRecordError
from app.models import Attachment, Case, Evidence
from app.rules.particulars import CaseFacts
from app.services import cases, house, outbox
from app.sync.entry import Entry, EntryDraft
from app.vault.register import Register

CASE: Final = "case-extract/1"
ATTACHMENT: Final = "attachment/1"


@dataclass(frozen=True, slots=True)
class AttachmentFacts:
    """A file that belongs to a case: its bytes travel as an item of the bundle."""

    sha256: str
    size: int
    name: str


Apply = Callable[[Register, Session, Entry], None]


def apply(register: Register, session: Session, entry: Entry) -> bool:
    """Make rows of *entry*; False when its type is unknown and it must be parked.

    Raises:
        BundleFormError: it speaks of a record another agency owns.
        NotCanonicalError: its body is not what its type says.
    """
    act = APPLY.get(entry.head.type)
    if act is None:
        return False
    if entry.head.owner != entry.head.author:
        raise BundleFormError(reason=f"entry {entry.seq}: a record of another agency")
    act(register, session, entry)
    return True


def case_drafts(register: Register, session: Session, case_uid: str) -> list[EntryDraft]:
    """The extract of a case of our own as it stands, and the files of its evidence."""
    case = cases.one(session, case_uid)
    own = house.own_agency(session)
    if case.owner_uid != own.uid:
        raise ReadOnlyRecordError(kind="case", owner=house.agency(session, case.owner_uid).name)
    facts = cases.facts_of(session, case)
    body = plain.to_plain(facts)
    hashes = [item.sha256 for item in facts.evidence if item.sha256]
    return [
        *attachment_drafts(register, session, hashes),
        outbox.draft(register, session, CASE, case.uid, case.version, body),
    ]


def attachment_drafts(
    register: Register, session: Session, hashes: Iterable[str]
) -> list[EntryDraft]:
    """One statement a file; the record is a uid made from the hash, so that it is queued once."""
    wanted = list(dict.fromkeys(hashes))
    rows = {
        row.sha256: row
        for row in session.scalars(select(Attachment).where(Attachment.sha256.in_(wanted)))
    }
    return [
        outbox.draft(
            register,
            session,
            ATTACHMENT,
            attachment_uid(sha256),
            1,
            plain.to_plain(AttachmentFacts(sha256, rows[sha256].size, rows[sha256].name)),
        )
        for sha256 in wanted
    ]


def attachment_uid(sha256: str) -> str:
    """The record uid of a file: the first 128 bits of its hash in the form of a version 4 uid."""
    return str(uuid.UUID(bytes=bytes.fromhex(sha256)[:16], version=4))


def attachment_size(entry: Entry) -> int:
    """Bytes of the file *entry* speaks of; 0 for every other entry."""
    if entry.head.type != ATTACHMENT or entry.body is None:
        return 0
    return int(entry.plain["size"])


def title(entry: Entry) -> str:
    """What a list shows of *entry*: a name out of its body, or nothing."""
    if entry.body is None:
        return ""
    body = entry.plain
    return next((str(body[key]) for key in ("title", "name", "subject", "kind") if key in body), "")


def _case(register: Register, session: Session, entry: Entry) -> None:
    facts = plain.from_plain(CaseFacts, entry.plain)
    held = session.scalar(select(Case.owner_uid).where(Case.uid == facts.uid))
    if facts.uid != entry.head.record or held not in (None, entry.head.author):
        raise BundleFormError(reason=f"entry {entry.seq}: a record of another agency")
    cases.take_extract(session, facts, entry.head.author, entry.head.version, register.clock.now())
    _evidence(session, facts, entry.head.author)


def _evidence(session: Session, facts: CaseFacts, owner: str) -> None:
    """The evidence list of an extract; a file's row may arrive before or after it."""
    case_id = session.scalars(select(Case.id).where(Case.uid == facts.uid)).one()
    for item in facts.evidence:
        row = session.scalar(select(Evidence).where(Evidence.uid == item.uid))
        if row is not None and row.owner_uid != owner:
            raise BundleFormError(reason="evidence of another agency")
        row = row or Evidence(uid=item.uid, case_id=case_id, owner_uid=owner)
        for name in ("name", "kind", "source", "collectors", "collected_on", "place"):
            setattr(row, name, getattr(item, name))
        row.original, row.pages = item.original, item.pages
        row.attachment_id = session.scalar(
            select(Attachment.id).where(Attachment.sha256 == item.sha256)
        )
        session.add(row)
    session.flush()


def _attachment(register: Register, session: Session, entry: Entry) -> None:
    facts = plain.from_plain(AttachmentFacts, entry.plain)
    if session.scalar(select(Attachment.id).where(Attachment.sha256 == facts.sha256)) is None:
        session.add(
            Attachment(
                sha256=facts.sha256,
                size=facts.size,
                name=files.clean_name(facts.name),
                added_at=register.clock.now(),
                owner_uid=entry.head.author,
                destroyed_at=None,
            )
        )
        session.flush()


APPLY: Final = MappingProxyType({CASE: _case, ATTACHMENT: _attachment})
