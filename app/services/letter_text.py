"""What a letter says now: its facts, how it is issued, and the document both make.

A letter is of a matter (its thread tells the facts) or stands alone (its draft holds them).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.kinds import letters as kinds
from app.documents.kinds.edits import Edit
from app.documents.kinds.facts import Facts, Issue
from app.documents.kinds.letters import LetterKind, Written
from app.kernel import plain
from app.kernel.errors import DraftIssuedError, UnknownRecordError
from app.kernel.terms import AgencyLevel, Purpose
from app.models import Agency, Letter, LetterDraft, Matter
from app.rules import papers
from app.rules.particulars import Referral
from app.services import (
    house,
    house_fonts,
    house_templates,
    letter_facts,
    letter_rights,
    letter_sheet,
    matters,
)
from app.services.letter_sheet import Sheet
from app.services.letter_thread import Words
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class OfMatter:
    """A letter of *kind* in a matter; *words* are what no record holds yet."""

    matter_uid: str
    kind: LetterKind
    words: Words


@dataclass(frozen=True, slots=True)
class OfDraft:
    """A letter that stands alone, by the uid of its draft."""

    uid: str


Source = OfMatter | OfDraft


def subject_of(source: Source) -> str:
    """The uid a line of the journal names: of the matter, or of the draft."""
    return source.uid if isinstance(source, OfDraft) else source.matter_uid


@dataclass(frozen=True, slots=True)
class Outline:
    """Which letter it is; exactly one of *matter* and *draft* is there once it is recorded."""

    kind: LetterKind
    matter: Matter | None = field(default=None, kw_only=True)
    draft: LetterDraft | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Said(Outline):
    """A letter read once."""

    facts: Facts
    issue: Issue
    words: Words
    edits: tuple[Edit, ...] = ()


def outlined(session: Session, source: Source) -> Outline:
    """Which letter *source* is, for one whose text was finished elsewhere.

    Raises:
        UnknownRecordError: there is no such matter or draft.
    """
    if isinstance(source, OfDraft):
        draft = one_draft(session, source.uid)
        return Outline(LetterKind(draft.kind), draft=draft)
    return Outline(source.kind, matter=matters.one(session, source.matter_uid))


def read(register: Register, session: Session, source: Source) -> Said:
    """What *source* says, its number and date still blank.

    Raises:
        UnknownRecordError: there is no such matter or draft.
        LetterFieldsError: the thread lacks the step the letter answers.
        NotOurLetterError, MadeElsewhereError, NothingOverdueError, PaperOnlyError: as
            ``letter_rights.refuse``.
    """
    if isinstance(source, OfDraft):
        return _of_draft(register, session, source)
    matter = matters.one(session, source.matter_uid)
    now = register.clock.now()
    letter_rights.refuse(session, matter, source.kind, now)
    facts = letter_facts.read(session, matter, source.kind, source.words, now)
    receiver = letter_facts.receiver_name(session, matter, source.kind)
    issue = issue_of(register, session, receiver, facts)
    edits = _edits(matter_draft(session, matter, source.kind))
    return Said(source.kind, facts, issue, source.words, edits, matter=matter)


def one_draft(session: Session, uid: str) -> LetterDraft:
    """A letter that stands alone. Raises UnknownRecordError."""
    alone = LetterDraft.matter_id.is_(None)
    row = session.scalar(select(LetterDraft).where(LetterDraft.uid == uid, alone))
    if row is None:
        raise UnknownRecordError(kind="letter_draft", uid=uid)
    return row


def refuse_issued(session: Session, draft: LetterDraft | None) -> None:
    """Raises DraftIssuedError: what was issued is frozen, its words can be copied."""
    if draft is not None and draft.letter_uid:
        number = session.scalar(select(Letter.number).where(Letter.uid == draft.letter_uid))
        raise DraftIssuedError(number=number or "")


def matter_draft(session: Session, matter: Matter, kind: LetterKind) -> LetterDraft | None:
    """The row of a matter's letter that was worded anew."""
    return session.scalar(
        select(LetterDraft).where(LetterDraft.matter_id == matter.id, LetterDraft.kind == kind)
    )


def write(
    session: Session, said: Said, issue: Issue | None = None, edits: Sequence[Edit] | None = None
) -> Written:
    """The document in the office's wording, with *edits* or the saved ones; as ``kinds.write``."""
    room = house_templates.room(session)
    laid_over = said.edits if edits is None else edits
    return kinds.write(said.kind, said.facts, issue or said.issue, room, laid_over)


def sheet(session: Session, written: Written) -> Sheet:
    """*written* on paper, in the faces of this register. As ``letter_sheet.laid``."""
    return letter_sheet.laid(written, house_fonts.chain(session))[1]


def issue_of(register: Register, session: Session, receiver: str, facts: Facts) -> Issue:
    """How a letter to *receiver* is issued by this agency."""
    own = house.own_agency(session)
    referral = facts if isinstance(facts, Referral) else getattr(facts, "referral", None)
    case = referral.case if referral else None
    return Issue(
        agency=own.name,
        receiver=receiver,
        handler=(case.handler if case else "") or own.liaison,
        phone=(case.handler_phone if case else "") or own.phone,
        exercise=register.purpose is Purpose.EXERCISE,
        downward=_is_below(session, receiver, own),
    )


def _is_below(session: Session, receiver: str, own: Agency) -> bool:
    """Whether *receiver* is an agency of our own system one level down."""
    lower = select(Agency.uid).where(
        Agency.name == receiver, Agency.role == own.role, Agency.level == AgencyLevel.DISTRICT
    )
    return own.level is AgencyLevel.CITY and session.scalar(lower) is not None


def _of_draft(register: Register, session: Session, source: OfDraft) -> Said:
    row = one_draft(session, source.uid)
    kind = LetterKind(row.kind)
    facts = papers.read(kind.value, row.facts_version, row.facts)
    issue = issue_of(register, session, papers.receiver(facts), facts)
    return Said(kind, facts, issue, Words(), _edits(row), draft=row)


def _edits(row: LetterDraft | None) -> tuple[Edit, ...]:
    return tuple(plain.from_plain(Edit, edit) for edit in row.edits) if row else ()
