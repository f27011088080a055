"""What each type of entry says, and the statements of ours that leave with a matter."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from app.documents.kinds.letters import LetterKind
from app.kernel import canon, plain
from app.kernel.canon import Plain
from app.kernel.errors import AttachmentMissingError, ReadOnlyRecordError, WithdrawnError
from app.kernel.terms import Carrier
from app.models import Attachment, Case, Delivered, Letter, Matter, Step, Stream
from app.models import Entry as EntryRow
from app.rules.steps import StepKind
from app.services import cases, house, outbox
from app.sync.entry import Entry, EntryDraft
from app.sync.statements import WITHDRAW, Withdraw
from app.vault.register import Register

CASE: Final = "case-extract/1"
ATTACHMENT: Final = "attachment/1"
MATTER: Final = "matter/1"
STEP: Final = "step/1"
LETTER: Final = "letter/1"

TITLES: Final = ("title", "name", "subject", "kind")
"""Where a body says what its record is called: the first that is there."""

# A suggestion of 立案监督 goes to the procuratorate and is about the police (310号令第九条), so
# does an answer to its opinion; an approval and a record why not stay inside the house.
NOT_FOR_THE_PEER: Final = frozenset(
    {
        LetterKind.SUPERVISION,
        LetterKind.OPINION_REPLY,
        LetterKind.APPROVAL,
        LetterKind.NOT_REFERRED,
    }
)
_TOLD_WITHOUT: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {StepKind.SUPERVISION_SUGGESTED: frozenset({"reasons"})}
)
"""Steps that travel without their scan and without these fields, for the same reason."""


@dataclass(frozen=True, slots=True)
class AttachmentFacts:
    """A file that belongs to a case: its bytes travel as an item of the bundle."""

    sha256: str
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class MatterFacts:
    """A matter as its opener states it; *particulars* carry a number of their own."""

    uid: str
    kind: str
    mechanism: str
    opener: str
    counterpart: str
    case: str
    subject: str
    basis: str
    opened_at: datetime
    particulars: dict[str, Plain]
    particulars_version: int


@dataclass(frozen=True, slots=True)
class StepBody:
    """A step as its author states it; *after* names the heads the author had seen."""

    uid: str
    matter: str
    number: int
    kind: str
    after: tuple[str, ...]
    occurred_at: datetime
    recorded_at: datetime
    recorded_by: str
    carrier: Carrier
    fields: dict[str, Plain]
    sha256: str


@dataclass(frozen=True, slots=True)
class LetterBody:
    """An issued text; *sha256* is the file that was signed, *model* what it was painted from."""

    uid: str
    matter: str
    kind: str
    way: str
    number: str
    title: str
    signer: str
    dated_on: date
    issued_at: datetime
    template_hash: str
    fonts_hash: str
    check_code: str
    sha256: str
    model: dict[str, Plain]


def queue_step(register: Register, session: Session, matter: Matter, step: Step) -> None:
    """Queue a shared step for the other party; with the first one goes all it stands on.

    A counterpart without the program gets paper only, and nothing is queued.
    """
    own = house.own_agency(session).uid
    peer = house.agency(
        session, matter.counterpart_uid if matter.opener_uid == own else matter.opener_uid
    )
    first = not matter.shared
    matter.shared = True
    if not peer.runs_program:
        return
    drafts = _opening_drafts(register, session, matter) if first else []
    body = _step(matter.uid, step)
    if body.sha256:
        drafts += attachment_drafts(register, session, [body.sha256])
    drafts += _letter_drafts(register, session, matter, own)
    drafts.append(outbox.draft(register, session, STEP, step.uid, 1, plain.to_plain(body)))
    outbox.put(session, peer, drafts)


def _opening_drafts(register: Register, session: Session, matter: Matter) -> list[EntryDraft]:
    """The case, its files and the materials, then the matter itself."""
    materials = [
        str(row["sha256"]) for row in matter.particulars.get("materials", []) if row.get("sha256")
    ]
    return [
        *case_drafts(register, session, matter.case_uid),
        *attachment_drafts(register, session, materials),
        outbox.draft(register, session, MATTER, matter.uid, 1, plain.to_plain(_matter(matter))),
    ]


def _matter(matter: Matter) -> MatterFacts:
    return MatterFacts(
        uid=matter.uid,
        kind=matter.kind,
        mechanism=matter.mechanism_uid,
        opener=matter.opener_uid,
        counterpart=matter.counterpart_uid,
        case=matter.case_uid,
        subject=matter.subject,
        basis=matter.basis,
        opened_at=matter.opened_at,
        particulars=matter.particulars,
        particulars_version=matter.particulars_version,
    )


def _letter_drafts(
    register: Register, session: Session, matter: Matter, own: str
) -> list[EntryDraft]:
    letters = session.scalars(
        select(Letter).where(
            Letter.matter_id == matter.id,
            Letter.author_uid == own,
            Letter.kind.not_in(NOT_FOR_THE_PEER),
        )
    ).all()
    files = attachment_drafts(register, session, [row.attachment_sha256 for row in letters])
    return files + [
        outbox.draft(
            register, session, LETTER, row.uid, 1, plain.to_plain(_letter(matter.uid, row))
        )
        for row in letters
    ]


def _step(matter: str, step: Step) -> StepBody:
    unsaid = _TOLD_WITHOUT.get(step.kind)
    return StepBody(
        uid=step.uid,
        matter=matter,
        number=step.number,
        kind=step.kind,
        after=tuple(step.after),
        occurred_at=step.occurred_at,
        recorded_at=step.recorded_at,
        recorded_by=step.recorded_by,
        carrier=step.carrier,
        fields={name: value for name, value in step.fields.items() if name not in (unsaid or ())},
        sha256="" if unsaid else step.attachment_sha256 or "",
    )


def _letter(matter: str, row: Letter) -> LetterBody:
    return LetterBody(
        uid=row.uid,
        matter=matter,
        kind=row.kind,
        way=row.way,
        number=row.number,
        title=row.title,
        signer=row.signer,
        dated_on=row.dated_on,
        issued_at=row.issued_at,
        template_hash=row.template_hash,
        fonts_hash=row.fonts_hash,
        check_code=row.check_code,
        sha256=row.attachment_sha256,
        model=canon.loads(row.model) if row.model else {},
    )


def case_drafts(register: Register, session: Session, case_uid: str) -> list[EntryDraft]:
    """The extract of a case of our own as it stands, and the files of its evidence."""
    case = cases.one(session, case_uid)
    own = house.own_agency(session)
    if case.owner_uid != own.uid:
        raise ReadOnlyRecordError(kind="case", owner=house.agency(session, case.owner_uid).name)
    if case.withdrawn_at is not None:
        raise WithdrawnError(subject=case.name)
    facts = cases.facts_of(session, case)
    body = plain.to_plain(facts)
    hashes = [item.sha256 for item in facts.evidence if item.sha256]
    return [
        *attachment_drafts(register, session, hashes),
        outbox.draft(register, session, CASE, case.uid, case.version, body),
    ]


def current(register: Register, session: Session, record: str) -> EntryDraft | None:
    """Our own record *record* as it would be stated now; None when we have none of that uid."""
    own = house.own_agency(session).uid
    case = session.scalar(select(Case).where(Case.uid == record, Case.owner_uid == own))
    if case is not None:
        return _current_case(register, session, case)
    matter = session.scalar(select(Matter).where(Matter.uid == record, Matter.opener_uid == own))
    if matter is not None:
        body = plain.to_plain(_matter(matter))
        return outbox.draft(register, session, MATTER, record, 1, body)
    step = session.scalar(
        select(Step)
        .where(Step.uid == record, Step.author_uid == own, ~Step.internal)
        .options(joinedload(Step.matter))
    )
    if step is not None:
        body = plain.to_plain(_step(step.matter.uid, step))
        return outbox.draft(register, session, STEP, record, 1, body)
    letter = session.execute(
        select(Letter, Matter.uid)
        .join(Matter, Letter.matter_id == Matter.id)
        .where(Letter.uid == record, Letter.author_uid == own)
    ).first()
    if letter is not None:
        body = plain.to_plain(_letter(letter[1], letter[0]))
        return outbox.draft(register, session, LETTER, record, 1, body)
    return None


def _current_case(register: Register, session: Session, case: Case) -> EntryDraft:
    if case.withdrawn_at is not None:
        said = plain.to_plain(Withdraw(CASE, case.withdrawal_reason or ""))
        return outbox.draft(register, session, WITHDRAW, case.uid, case.version, said)
    facts = cases.facts_of(session, cases.one(session, case.uid))
    return outbox.draft(register, session, CASE, case.uid, case.version, plain.to_plain(facts))


def attachment_drafts(
    register: Register, session: Session, hashes: Iterable[str]
) -> list[EntryDraft]:
    """One statement a file; the record is a uid made from the hash, so that it is queued once.

    Raises:
        AttachmentMissingError: the register knows no file of that hash.
    """
    wanted = list(dict.fromkeys(hashes))
    rows = {
        row.sha256: row
        for row in session.scalars(select(Attachment).where(Attachment.sha256.in_(wanted)))
    }
    unknown = next((sha256 for sha256 in wanted if sha256 not in rows), None)
    if unknown is not None:
        raise AttachmentMissingError(name=unknown, sha256=unknown)
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


def is_shared(session: Session, author: str, sha256: str) -> bool:
    """Whether *author* brought the bytes of a file, or was told of it by us, or is ourselves."""
    agency = house.agency(session, author)
    if agency.is_self:
        return True
    brought = select(Delivered.id).where(
        Delivered.agency_id == agency.id, Delivered.sha256 == sha256
    )
    told = (
        select(EntryRow.id)
        .join(Stream, EntryRow.stream_id == Stream.id)
        .where(
            Stream.agency_id == agency.id,
            EntryRow.outgoing,
            EntryRow.record_uid == attachment_uid(sha256),
        )
    )
    return any(session.scalars(query).first() is not None for query in (brought, told))


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
    body = {} if entry.body is None else entry.plain
    if not isinstance(body, dict):
        return ""
    return next((str(_spoken(body[key], key)) for key in TITLES if key in body), "")


# -- what may lie on a screen --------------------------------------------------------------

_ONE_LINE: Final = frozenset({"name", "number", "recorded_by", "signer", "subject", "title"})
_KEPT: Final = frozenset("\n\t\u200c\u200d")
"""Line feed, tab, and the joiners that some scripts are written with."""


def spoken(entry: Entry) -> Plain:
    """The body of *entry* without control and bidirectional characters, which forge what a screen
    or a terminal shows; names and numbers are one line. The entry itself keeps its bytes.

    Only for an entry whose body was not destroyed.
    """
    # Nothing but an escape or a raw sign can be in its texts that is not printable.
    if entry.body is not None and b"\\" not in entry.body and entry.body.decode().isprintable():
        return entry.plain
    return _spoken(entry.plain, "")


def _spoken(value: Plain, name: str) -> Plain:
    match value:
        case str():
            text = _visible(value)
            return " ".join(text.splitlines()) if name in _ONE_LINE else text
        case list():
            return [_spoken(item, name) for item in value]
        case dict():
            return {key: _spoken(item, key) for key, item in value.items()}
        case _:
            return value


def _visible(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c for c in text if c in _KEPT or unicodedata.category(c) not in {"Cc", "Cf"})
