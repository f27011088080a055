"""Evidence files: taken in with their hash, kept encrypted, checked against it when used."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import files
from app.kernel.errors import (
    EmptyFileError,
    EndedError,
    MissingFieldsError,
    ReadOnlyRecordError,
    UnknownRecordError,
    from_os_error,
)
from app.kernel.terms import CaseState, EvidenceKind, new_uid
from app.models import Attachment, Evidence
from app.rules.particulars import EvidenceFacts
from app.services import cases, house
from app.services.changes import Changes, Noun, changed
from app.vault import journal
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """A new item of the catalogue; *collectors* names the officers, *pages* 0 where none."""

    name: str
    kind: EvidenceKind
    source: str
    collectors: str
    collected_on: date | None
    place: str
    original: bool
    pages: int


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """An item of the catalogue and the state of its file.

    *size* in bytes and *file_name* are 0 and empty for an item on paper; *here* tells whether the
    file lies in this register.
    """

    facts: EvidenceFacts
    file_name: str
    size: int
    here: bool
    added_at: datetime | None
    destroyed_at: datetime | None


def rows(register: Register, case_uid: str) -> tuple[EvidenceRow, ...]:
    """The catalogue of a case, in the order it was made; raises UnknownRecordError."""
    with register.read() as session:
        case = cases.one(session, case_uid)
        files_of = select(Attachment).join(Evidence).where(Evidence.case_id == case.id)
        held = {row.sha256: row for row in session.scalars(files_of)}
        return tuple(
            _row_of(register, facts, held.get(facts.sha256))
            for facts in cases.facts_of(session, case).evidence
        )


def add(register: Register, case_uid: str, draft: EvidenceDraft, path: Path | None) -> Changes:
    """Enter an item of evidence, with its file when there is one.

    Raises:
        MissingFieldsError: it has no name.
        ReadOnlyRecordError: the case belongs to another agency.
        EndedError: it is closed, or destroyed.
        MediumError: the file cannot be read; nothing was entered.
    """
    if not draft.name.strip():
        raise MissingFieldsError(fields=("evidence_name",))
    kept = None if path is None else keep_file(register, path)
    with register.write() as session:
        case = cases.one(session, case_uid)
        own = house.own_agency(session)
        if case.owner_uid != own.uid:
            raise ReadOnlyRecordError(kind="case", owner=house.agency(session, case.owner_uid).name)
        cases.refuse_ended(case)
        item = Evidence(
            uid=new_uid(),
            case_id=case.id,
            owner_uid=own.uid,
            attachment_id=None if kept is None else attach(register, session, kept).id,
            **{name: getattr(draft, name) for name in EvidenceDraft.__slots__},
        )
        session.add(item)
        case.version += 1
        journal.append(
            session,
            register.clock,
            register.user_name,
            "evidence.added",
            item.uid,
            case=case_uid,
            sha256=kept.sha256 if kept else "",
        )
        return changed(Noun.CASES, uid=case_uid)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that lies encrypted in the register's folder but has no row yet."""

    sha256: str
    size: int
    name: str


def keep_file(register: Register, path: Path) -> KeptFile:
    """Encrypt *path* into the register's folder; the row follows in the caller's transaction.

    Raises:
        EmptyFileError: there is nothing in it.
        MediumError: it cannot be read.
    """
    try:
        if path.stat().st_size == 0:
            raise EmptyFileError(name=path.name)
        with path.open("rb") as file:
            sha256, size = register.attachments.add(file)
    except OSError as error:
        raise from_os_error(error, path) from error
    return KeptFile(sha256, size, files.clean_name(path.name))


def attach(register: Register, session: Session, kept: KeptFile) -> Attachment:
    """The row of a kept file, made once per content.

    A row that tells another size was never measured: it is what somebody claimed of a file they
    did not send, and the file that is here now corrects it. A file that was destroyed with another
    case and comes again for this one is here again.
    """
    own = house.own_agency(session).uid
    row = session.scalar(select(Attachment).where(Attachment.sha256 == kept.sha256))
    if row is not None and (row.size != kept.size or row.destroyed_at is not None):
        row.size, row.name, row.owner_uid = kept.size, kept.name, own
        row.destroyed_at = None
    if row is None:
        row = Attachment(
            sha256=kept.sha256,
            size=kept.size,
            name=kept.name,
            added_at=register.clock.now(),
            owner_uid=own,
            destroyed_at=None,
        )
        session.add(row)
        session.flush()
    return row


def save_copy(register: Register, sha256: str, target: Path) -> Path:
    """Write a plain copy of an attachment where the officer asked for it, and journal that.

    Raises:
        AttachmentMissingError, AttachmentChangedError: nothing was written.
        EndedError: it was destroyed by law.
        MediumError: the target refused.
    """
    with register.read() as session:
        name, size = _row(session, sha256)
    try:
        files.ask_space(target.parent, size)
        with (
            files.atomic(target, replace=True) as out,
            register.attachments.open(sha256, name) as file,
        ):
            files.copy(file, out)
    except OSError as error:
        raise from_os_error(error, target, size) from error
    with register.write() as session:
        journal.append(session, register.clock, register.user_name, "attachment.saved", sha256)
    return target


def content(register: Register, sha256: str) -> tuple[str, bytes]:
    """The name and the bytes of a file, to be shown.

    Raises:
        UnknownRecordError, AttachmentMissingError, AttachmentChangedError, EndedError.
    """
    with register.read() as session:
        name, _ = _row(session, sha256)
    out = io.BytesIO()
    with register.attachments.open(sha256, name) as source:
        files.copy(source, out)
    return name, out.getvalue()


def check(register: Register, sha256: str) -> None:
    """Read an attachment through and compare it with its hash.

    Raises:
        AttachmentMissingError, AttachmentChangedError.
    """
    with register.read() as session:
        name, _ = _row(session, sha256)
    register.attachments.verify(sha256, name)


def name_of(session: Session, sha256: str) -> str:
    """The display name of a file; raises as ``save_copy``."""
    return _row(session, sha256)[0]


def _row(session: Session, sha256: str) -> tuple[str, int]:
    row = session.scalar(select(Attachment).where(Attachment.sha256 == sha256))
    if row is None:
        raise UnknownRecordError(kind="attachment", uid=sha256)
    if row.destroyed_at is not None:
        raise EndedError(name=row.name or f"{sha256[:8]}…", reason=CaseState.DESTROYED)
    return row.name, row.size


def _row_of(register: Register, facts: EvidenceFacts, file: Attachment | None) -> EvidenceRow:
    return EvidenceRow(
        facts=facts,
        file_name=file.name if file else "",
        size=file.size if file else 0,
        here=file is not None and register.attachments.has(file.sha256),
        added_at=file.added_at if file else None,
        destroyed_at=file.destroyed_at if file else None,
    )
