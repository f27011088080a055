"""The look at a letter before it is issued: its pages, what the check found, what was reworded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.audit import Element, Finding, Issuing, audit
from app.documents.audit.compare import Difference, compare
from app.documents.compose import Composed
from app.documents.kinds import edits as editing
from app.documents.kinds import inventory
from app.documents.kinds.edits import Edit
from app.documents.kinds.facts_casework import AuditReferral
from app.documents.kinds.letters import LetterKind, Written
from app.documents.model import OfficialDocument
from app.kernel import canon, clock, plain
from app.kernel.canon import Plain
from app.kernel.errors import (
    AuditBlocksError,
    RewordingUnseenError,
    StaleEditsError,
    UncoveredCharactersError,
)
from app.kernel.terms import Post, new_uid
from app.models import Agency, LetterDraft
from app.rules.papers import MeetingNotice
from app.rules.particulars import Referral
from app.rules.steps import StepKind
from app.services import house_fonts, letter_sheet, letter_text, threads
from app.services.changes import Changes, Noun, changed
from app.services.letter_sheet import Sheet
from app.services.letter_text import Said, Source
from app.vault import journal
from app.vault.register import Register

_NAMES: Final = frozenset(
    {"name", "purchaser", "winner", "representative", "handler", "copy_to", "decided_by", "chair"}
)
_HEADS: Final = frozenset({Post.HEAD, Post.ACTING_HEAD})
_HEADS_CLAUSE: Final = "国务院令第310号第五条第二款"


@dataclass(frozen=True, slots=True)
class Look:
    """*kind* is the word of the letter. *paragraphs* are those of the template that may be worded
    anew, *worded* what stands there now, *edits* both where they differ; *stale* are rewordings
    whose paragraph the record changed since.
    """

    kind: str
    sheet: Sheet
    findings: tuple[Finding, ...]
    differences: tuple[Difference, ...]
    paragraphs: tuple[str, ...]
    worded: tuple[str, ...]
    edits: tuple[Edit, ...]
    stale: tuple[Edit, ...]

    @property
    def blocked(self) -> bool:
        return bool(self.stale) or any(finding.blocks for finding in self.findings)


def look(register: Register, source: Source, worded: Sequence[str] | None = None) -> Look:
    """The letter as it stands; with *worded* instead of the saved paragraphs, saving nothing.

    Raises:
        LetterFieldsError, UncoveredCharactersError, TemplateError.
    """
    with register.read() as session:
        said = letter_text.read(register, session, source)
        record = letter_text.write(session, said, edits=())
        edits = said.edits if worded is None else editing.between(record.document, worded)
        written = letter_text.write(session, said, edits=edits) if edits else record
        composed, sheet = letter_sheet.laid(written, house_fonts.chain(session))
        return Look(
            kind=said.kind.value,
            sheet=sheet,
            findings=_audit(session, said, written.document, composed, register.clock.now()),
            differences=compare(edits, _names(said)),
            paragraphs=editing.editable(record.document),
            worded=_worded(record.document, edits),
            edits=editing.changed(edits),
            stale=written.stale,
        )


def reword(
    register: Register, source: Source, looked: Sequence[str], worded: Sequence[str]
) -> Changes:
    """Keep the paragraphs *worded* in the places of *looked*, those that ``look`` told; rewordings
    that were stale are dropped.

    Raises:
        StaleEditsError: the record changed since: nothing was kept.
        UncoveredCharactersError: *worded* holds half a character.
    """
    _refuse_halves(worded)
    with register.write() as session:
        said = letter_text.read(register, session, source)
        record = letter_text.write(session, said, edits=())
        now = editing.editable(record.document)
        if now != tuple(looked):
            raise StaleEditsError(paragraphs=tuple(each for each in looked if each not in now))
        edits = editing.between(record.document, worded)
        row = _kept(session, said, record)
        row.edits = [plain.to_plain(edit) for edit in edits]
        row.changed_at, row.changed_by = register.clock.now(), register.user_name
        journal.append(
            session,
            register.clock,
            register.user_name,
            "letter.reworded",
            said.matter.uid if said.matter else row.uid,
            kind=said.kind,
            count=len(edits),
        )
        return changed(Noun.LETTERS, uid=row.uid)


def refuse_unseen(said: Said, confirmed: str) -> None:
    """Reworded paragraphs are issued by whoever *confirmed* them, by their digest.

    Raises:
        RewordingUnseenError
    """
    reworded = editing.changed(said.edits)
    digest = canon.digest([plain.to_plain(edit) for edit in reworded])
    if reworded and confirmed != digest:
        told = compare(reworded, _names(said))
        raise RewordingUnseenError(count=len(reworded), differences=told, digest=digest)


def refuse_blocked(session: Session, said: Said, written: Written, composed: Composed) -> None:
    """What may not be issued.

    Raises:
        StaleEditsError, AuditBlocksError
    """
    if written.stale:
        raise StaleEditsError(paragraphs=tuple(edit.was for edit in written.stale))
    found = _audit(session, said, written.document, composed)
    if blocking := tuple(finding for finding in found if finding.blocks):
        raise AuditBlocksError(findings=blocking)


def _refuse_halves(worded: Sequence[str]) -> None:
    """A lone surrogate is no character: nothing could store it."""
    halves = {char for char in "".join(worded) if "\ud800" <= char <= "\udfff"}
    if halves:
        found = tuple(("body", char, f"U+{ord(char):04X}") for char in sorted(halves))
        raise UncoveredCharactersError(found=found)


def _kept(session: Session, said: Said, record: Written) -> LetterDraft:
    """The row that keeps the paragraphs of *said*."""
    row = said.draft
    if said.matter:
        row = letter_text.matter_draft(session, said.matter, said.kind)
    if row is None:
        row = LetterDraft(
            uid=new_uid(),
            matter_id=said.matter.id if said.matter else None,
            kind=said.kind,
            title=record.document.title.replace("\n", ""),
            facts=None,
            facts_version=0,
            letter_uid="",
        )
        session.add(row)
    return row


def _worded(record: OfficialDocument, edits: Sequence[Edit]) -> tuple[str, ...]:
    waiting = list(edits)
    found = []
    for words in editing.editable(record):
        edit = next((each for each in waiting if each.was == words), None)
        if edit:
            waiting.remove(edit)
        found.append(edit.words if edit else words)
    return tuple(found)


# -- what the check is told ----------------------------------------------------------------


def _audit(
    session: Session,
    said: Said,
    document: OfficialDocument,
    composed: Composed,
    now: datetime | None = None,
) -> tuple[Finding, ...]:
    """*now* while the letter has no day of its own."""
    approver = _approver(session, said)
    return audit(
        document,
        composed,
        Issuing(
            upward=bool(document.signers),
            addressees=_addressees(said) if document.addressee else (),
            attached=_attached(said, document),
            approver=approver,
            approvers=_HEADS if approver else frozenset(),
            approval_clause=_HEADS_CLAUSE,
            members=() if said.matter else tuple(session.scalars(select(Agency.name))),
            ahead=tuple(_ahead(said)),
            today=clock.local_date(now) if now else None,
            desensitised=said.kind is LetterKind.TYPICAL_CASE,
        ),
    )


def _addressees(said: Said) -> tuple[str, ...]:
    """Each by itself where they were typed, so that a template may part them as it likes."""
    typed: tuple[str, ...] = getattr(said.facts, "addressees", ())
    return tuple(name.strip() for name in typed if name.strip()) or (said.issue.receiver,)


def _ahead(said: Said) -> Iterator[tuple[Element, date]]:
    """What the letter asks to happen on a day."""
    if isinstance(said.facts, MeetingNotice):
        yield Element.MEETING_DAY, clock.local_date(said.facts.starts_at)
    for element in (Element.REPLY_BY, Element.WANTED_BY):
        if day := getattr(said.facts, element.value, None):
            yield element, day


def _approver(session: Session, said: Said) -> Post | None:
    """Who approved a referral to the police; None for other letters and before it is decided."""
    if said.kind is not LetterKind.REFERRAL or said.matter is None:
        return None
    for step in reversed(threads.folded(session, said.matter).effective()):
        if step.kind is StepKind.APPROVED:
            return Post(str(step.fields["post"]))
    return None


def _attached(said: Said, document: OfficialDocument) -> int | None:
    """How many attachments the record gives the letter: its lists and its enclosures."""
    lists = sum(bool(annex.label) for annex in document.annexes)
    facts = said.facts.referral if isinstance(said.facts, AuditReferral) else said.facts
    if isinstance(facts, Referral):
        enclosed = inventory.enclosures(facts)
        return lists + len(enclosed.named) + bool(enclosed.together)
    enclosures = getattr(said.facts, "enclosures", None)
    return None if enclosures is None else lists + sum(bool(each.strip()) for each in enclosures)


def _names(said: Said) -> tuple[str, ...]:
    """Persons, firms and agencies of the record, each once."""
    named = (said.issue.agency, said.issue.receiver, *_named(plain.to_plain(said.facts)))
    return tuple(dict.fromkeys(named))


def _named(value: Plain) -> Iterator[str]:
    match value:
        case list():
            for each in value:
                yield from _named(each)
        case dict():
            for key, each in value.items():
                if isinstance(each, str) and (key in _NAMES or key.endswith("_name")):
                    yield each
                else:
                    yield from _named(each)
