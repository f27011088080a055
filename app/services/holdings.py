"""Everything the register holds of a case: records, statements about them, files.

A file belongs to what names it; one that another case or matter names too stays when this goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Text, and_, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.kernel import canon
from app.models import (
    Attachment,
    Case,
    CaseParty,
    Destruction,
    Entry,
    Evidence,
    Incoming,
    Letter,
    LetterDraft,
    Matter,
    Party,
    Sealing,
    Step,
    Stream,
)
from app.services import entries, house

_HASH: Final = re.compile(r'"sha256":"([0-9a-f]{64})"')
_ECHO: Final = "echo/1"
_APPLIED: Final = "applied"
_WITH_BODY: Final = select(Entry).where(Entry.body.is_not(None)).order_by(Entry.id)


@dataclass(frozen=True, slots=True)
class Holdings:
    """The rows of one case, in the caller's session.

    *drafts* are of letters that stand alone and are about the case, *letters* those too.
    *entries* are those that still have a body. *files* are the SHA-256 of what nothing else names
    and was not destroyed, here or awaited; *shared* of what something else names too.
    """

    case: Case
    matters: tuple[Matter, ...]
    steps: tuple[Step, ...]
    letters: tuple[Letter, ...]
    drafts: tuple[LetterDraft, ...]
    evidence: tuple[Evidence, ...]
    entries: tuple[Entry, ...]
    files: tuple[str, ...]
    shared: tuple[str, ...]

    @property
    def records(self) -> set[str]:
        """The uids of the case, its matters, their steps and letters; a file is no record."""
        return _records(self.case, self.matters, self.steps, self.letters)

    @property
    def versions(self) -> dict[str, int]:
        """The highest version seen of each record, by its uid."""
        found = dict.fromkeys(self.records, 1)
        found[self.case.uid] = self.case.version
        for entry in self.entries:
            if entry.record_uid in found:
                found[entry.record_uid] = max(found[entry.record_uid], entry.version)
        return found


def of_case(session: Session, case: Case, elsewhere: frozenset[str]) -> Holdings:
    """What is held of *case*; *elsewhere* are the files something else names."""
    matters = tuple(session.scalars(select(Matter).where(Matter.case_uid == case.uid)))
    ids = [matter.id for matter in matters]
    steps = tuple(session.scalars(select(Step).where(Step.matter_id.in_(ids)).order_by(Step.id)))
    drafts = tuple(session.scalars(select(LetterDraft).where(LetterDraft.case_uid == case.uid)))
    alone = [draft.letter_uid for draft in drafts]
    ours = or_(Letter.matter_id.in_(ids), Letter.uid.in_(alone))
    letters = tuple(session.scalars(select(Letter).where(ours)))
    evidence = tuple(session.scalars(select(Evidence).where(Evidence.case_id == case.id)))
    records = _records(case, matters, steps, letters)
    said = tuple(_statements(session, records))
    named = {
        *session.scalars(select(Attachment.sha256).join(Evidence).where(_of([case.id]))),
        *(step.attachment_sha256 for step in steps if step.attachment_sha256),
        *(letter.attachment_sha256 for letter in letters),
        *_scans(session, matters, letters),
        *(sha256 for matter in matters for sha256 in _materials(matter)),
        *(sha256 for entry in said for sha256 in _HASH.findall((entry.body or b"").decode())),
    }
    gone = set(session.scalars(select(Attachment.sha256).where(_destroyed(named))))
    files = named - elsewhere - gone
    return Holdings(
        case=case,
        matters=matters,
        steps=steps,
        letters=letters,
        drafts=drafts,
        evidence=evidence,
        entries=(*said, *_about_files(session, files)),
        files=tuple(sorted(files)),
        shared=tuple(sorted(named & elsewhere)),
    )


def named_elsewhere(session: Session, cases: Sequence[Case]) -> frozenset[str]:
    """The SHA-256 of every file that something besides *cases* names."""
    uids = [case.uid for case in cases]
    others = select(Matter.id).where(Matter.case_uid.not_in(uids))
    here = Matter.case_uid.in_(uids)
    alone = select(LetterDraft.letter_uid).where(LetterDraft.case_uid.in_(uids))
    said = select(Letter.uid).outerjoin(Matter, Matter.id == Letter.matter_id)
    said = said.where(or_(here, Letter.uid.in_(alone)))
    came = or_(
        Incoming.matter_uid.in_(select(Matter.uid).where(here)),
        Incoming.letter_uid.in_(said),
        Incoming.answers.in_(said),
    )
    hashes: set[str | None] = {
        *session.scalars(
            select(Attachment.sha256).join(Evidence).where(~_of([case.id for case in cases]))
        ),
        *session.scalars(select(Step.attachment_sha256).where(Step.matter_id.in_(others))),
        *session.scalars(select(Letter.attachment_sha256).where(Letter.uid.not_in(said))),
        *session.scalars(select(Sealing.scan_sha256).where(Sealing.letter_uid.not_in(said))),
        *session.scalars(select(Incoming.attachment_sha256).where(~came)),
        *session.scalars(select(Destruction.scan_sha256)),
    }
    told = select(type_coerce(Matter.particulars, Text)).where(Matter.case_uid.not_in(uids))
    for text in session.scalars(told.execution_options(yield_per=500)):
        hashes.update(_HASH.findall(text))
    return frozenset(each for each in hashes if each)


def naming(session: Session, case: Case) -> tuple[str, ...]:
    """The numbers of letters that stand alone, are filed under no case and name *case* or a party
    of it; empty for one that is not issued. Of a text finished elsewhere its draft is read."""
    parties = select(Party.name).join(CaseParty, CaseParty.party_id == Party.id)
    names = {case.name, *session.scalars(parties.where(CaseParty.case_id == case.id))}
    sought = [canon.dumps(name)[1:-1] for name in names if name.strip()]
    alone = LetterDraft.matter_id.is_(None), LetterDraft.case_uid == ""
    rows = select(LetterDraft, Letter).outerjoin(Letter, Letter.uid == LetterDraft.letter_uid)
    return tuple(
        letter.number if letter else ""
        for draft, letter in session.execute(rows.where(*alone).order_by(LetterDraft.id))
        if any(words in _said(draft, letter) for words in sought)
    )


def unacknowledged(session: Session, held: Holdings) -> bool:
    """Whether a peer has not yet said that it took in one of our statements."""
    own = house.own_key(session).incarnation
    acked = {row.id: row.acked_seq for row in session.scalars(select(Stream))}
    return any(
        entry.outgoing and entry.incarnation == own and entry.seq > acked[entry.stream_id]
        for entry in held.entries
    )


# -- inside --------------------------------------------------------------------------------


def _said(draft: LetterDraft, letter: Letter | None) -> bytes:
    """Every word of a letter that stands alone, as canonical JSON."""
    title = letter.title if letter else ""
    told = canon.dumps([draft.title, draft.facts or {}, draft.edits, title])
    return told + (letter.model or b"" if letter else b"")


def _records(
    case: Case, matters: Iterable[Matter], steps: Iterable[Step], letters: Iterable[Letter]
) -> set[str]:
    return {
        case.uid,
        *(matter.uid for matter in matters),
        *(step.uid for step in steps),
        *(letter.uid for letter in letters),
    }


def papers_of(
    session: Session, matters: Sequence[Matter], letters: Sequence[Letter]
) -> tuple[tuple[Sealing, ...], tuple[Incoming, ...]]:
    """What the registers of seals and of papers that came hold of *matters*."""
    uids = [letter.uid for letter in letters]
    of_matters = Incoming.matter_uid.in_([matter.uid for matter in matters])
    came = or_(of_matters, Incoming.letter_uid.in_(uids), Incoming.answers.in_(uids))
    return (
        tuple(session.scalars(select(Sealing).where(Sealing.letter_uid.in_(uids)))),
        tuple(session.scalars(select(Incoming).where(came))),
    )


def _scans(session: Session, matters: Sequence[Matter], letters: Sequence[Letter]) -> Iterator[str]:
    sealed, came = papers_of(session, matters, letters)
    yield from (row.scan_sha256 for row in sealed if row.scan_sha256)
    yield from (row.attachment_sha256 for row in came if row.attachment_sha256)


def _of(case_ids: Sequence[int]) -> ColumnElement[bool]:
    return Evidence.case_id.in_(case_ids)


def _destroyed(hashes: Iterable[str]) -> ColumnElement[bool]:
    return and_(Attachment.sha256.in_(list(hashes)), Attachment.destroyed_at.is_not(None))


def _materials(matter: Matter) -> Iterator[str]:
    for row in matter.particulars.get("materials", []):
        if row.get("sha256"):
            yield str(row["sha256"])


def _statements(session: Session, records: set[str]) -> Iterator[Entry]:
    """Statements about *records*, and those that quote or wait for one of them."""
    yield from session.scalars(_WITH_BODY.where(Entry.record_uid.in_(records)))
    quoting = or_(Entry.type == _ECHO, Entry.state != _APPLIED)
    sought = [uid.encode() for uid in records]
    for entry in session.scalars(_WITH_BODY.where(quoting, Entry.record_uid.not_in(records))):
        if any(uid in (entry.body or b"") for uid in sought):
            yield entry


def _about_files(session: Session, files: Iterable[str]) -> Iterator[Entry]:
    uids = [entries.attachment_uid(sha256) for sha256 in files]
    yield from session.scalars(_WITH_BODY.where(Entry.record_uid.in_(uids)))
