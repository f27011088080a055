"""What an approved destruction removes, and the traces it removes afterwards.

The rows go in one transaction. What that leaves (blobs of files, words in the index, pages of the
database file, copies made before a migration) goes after its commit, and at the next opening when
the program ended in between. Nothing is chained over a body, so every chain still verifies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Text, and_, delete, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.kernel import files, plain
from app.kernel.terms import CaseState
from app.models import (
    Attachment,
    Case,
    CaseClosing,
    DestroyedRecord,
    Destruction,
    DocumentNumber,
    Draft,
    Duty,
    Entry,
    Evidence,
    Letter,
    LetterDraft,
    Matter,
    Piece,
    Step,
)
from app.rules import skeleton
from app.rules.procedures import PROCEDURES
from app.rules.steps import StepKind
from app.services import cases, file_names, holdings, house, threads
from app.services.holdings import Holdings
from app.sync import echoes
from app.sync.entry import Entry as SyncEntry
from app.sync.envelope import Item
from app.vault import journal, search
from app.vault.register import Register

_DESTROYED: Final = select(Attachment.sha256).where(Attachment.destroyed_at.is_not(None))


def erase(session: Session, row: Destruction, held: Sequence[Holdings], at: datetime) -> None:
    """Remove the content of *held* in the caller's transaction."""
    for each in held:
        _erase_case(session, each.case)
        for evidence in each.evidence:
            evidence.name = evidence.source = evidence.collectors = evidence.place = ""
            evidence.awaited = None
        for matter in each.matters:
            _erase_matter(session, matter, each)
        _erase_papers(session, each)
        for entry in each.entries:
            _erase_entry(entry)
        _forget_drafts(session, each)
        _remember(session, row, each)
    _entomb(session, {sha256 for each in held for sha256 in each.files}, at)
    session.flush()


def finish(register: Register) -> int:
    """Remove every trace of what was destroyed; how many destructions that completed.

    Repeating is harmless.

    Raises:
        MediumError: a trace could not be removed; it is tried again at the next opening.
    """
    with register.read() as session:
        waiting = tuple(session.scalars(select(Destruction.uid).where(_uncleared())))
        gone = _gone(session) if waiting else ()
    if not waiting:
        return 0
    for sha256 in gone:
        register.attachments.delete(sha256)
    if not register.compact():
        return 0
    with register.write() as session:
        for row in session.scalars(select(Destruction).where(Destruction.uid.in_(waiting))):
            row.cleared_at = register.clock.now()
            session.execute(delete(Piece).where(Piece.whole.in_(_DESTROYED)))
            journal.append(session, register.clock, register.user_name, "disposal.cleared", row.uid)
    return len(waiting)


def without_destroyed(session: Session, entries: Sequence[SyncEntry]) -> tuple[SyncEntry, ...]:
    """*entries* as they may be kept: what says again what was destroyed here keeps its head only.

    A peer that begins anew states everything once more, and a peer may give back what it holds of
    ours; the approval covers that too.
    """
    rows = session.execute(select(DestroyedRecord.record_uid, DestroyedRecord.version))
    gone = {row.record_uid: row.version for row in rows}
    return tuple(
        replace(entry, blind=None, body=None) if _is_among(gone, entry) else entry
        for entry in entries
    )


def _is_among(gone: Mapping[str, int], entry: SyncEntry) -> bool:
    heads = (each.head for each in (entry, echoes.inner(entry)) if each is not None)
    return any(head.version <= gone.get(head.record, 0) for head in heads)


def needed_again(session: Session, owner: str = "") -> frozenset[str]:
    """Files that were destroyed with one case and that another extract, of *owner* or of anybody,
    names: they are asked for as if they had never come."""
    query = (
        select(Attachment.sha256)
        .join(Evidence)
        .join(Case, Case.id == Evidence.case_id)
        .where(Attachment.destroyed_at.is_not(None), Case.state == CaseState.EXTRACT)
    )
    return frozenset(session.scalars(query.where(Case.owner_uid == owner) if owner else query))


def take_back(session: Session, items: Iterable[Item]) -> None:
    """Let the files among *items* that are needed again be here again.

    The statement that named one may be gone with the first case: it is then called like the item of
    evidence that needs it.
    """
    needed = needed_again(session)
    sizes = {item.sha256: item.size for item in items if item.piece is None}
    names = file_names.of(session, needed & sizes.keys())
    for sha256 in needed & sizes.keys():
        row = session.scalars(select(Attachment).where(Attachment.sha256 == sha256)).one()
        row.name = files.clean_name(names.get(sha256) or _needed_as(session, row))
        row.size, row.destroyed_at = sizes[sha256], None


# -- inside --------------------------------------------------------------------------------


def _needed_as(session: Session, row: Attachment) -> str:
    naming = select(Evidence.name).where(Evidence.attachment_id == row.id, Evidence.name != "")
    return session.scalars(naming.order_by(Evidence.id.desc())).first() or ""


def _uncleared() -> ColumnElement[bool]:
    return and_(Destruction.executed_at.is_not(None), Destruction.cleared_at.is_(None))


def _gone(session: Session) -> tuple[str, ...]:
    """Hashes of the blobs to remove: destroyed files and the pieces they came in."""
    kept = select(Attachment.sha256).where(Attachment.destroyed_at.is_(None))
    pieces = select(Piece.sha256).where(Piece.whole.in_(_DESTROYED), Piece.sha256.not_in(kept))
    return (*session.scalars(_DESTROYED), *session.scalars(pieces))


def _entomb(session: Session, gone: set[str], at: datetime) -> None:
    """Mark the files *gone* as destroyed; one still awaited gets its row: nobody asks for it."""
    found = session.scalars(select(Attachment).where(Attachment.sha256.in_(gone)))
    rows = {row.sha256: row for row in found}
    own = house.own_agency(session).uid
    for sha256 in gone:
        row = rows.get(sha256) or Attachment(sha256=sha256, size=0, added_at=at, owner_uid=own)
        row.name, row.destroyed_at = "", at
        session.add(row)


def _erase_case(session: Session, case: Case) -> None:
    cases.fill(session, case, None, (), ())
    case.name = case.source = case.facts = case.measures = case.penalties = ""
    case.handler = case.handler_phone = ""
    # That it was withdrawn stays, for ever; why was told in words.
    case.withdrawal_reason = None if case.withdrawn_at is None else ""
    case.amount_fen, case.crime_suspected, case.state = 0, False, CaseState.DESTROYED
    for closing in session.scalars(select(CaseClosing).where(CaseClosing.case_id == case.id)):
        closing.basis = closing.reopen_reason = ""
    search.index_case(session, case.id, title=case.number, parties="", body="", codes=case.number)


def _erase_matter(session: Session, matter: Matter, held: Holdings) -> None:
    bare = skeleton.of_facts(threads.particulars(matter))
    matter.subject, matter.particulars = "", plain.to_plain(bare)
    for step in held.steps:
        if step.matter_id == matter.id:
            _erase_step(matter, step)
    for letter in held.letters:
        if letter.matter_id == matter.id:
            _erase_letter(letter)
    for duty in session.scalars(select(Duty).where(Duty.matter_id == matter.id)):
        duty.note = ""


def _erase_letter(letter: Letter) -> None:
    letter.title, letter.signer, letter.model = "", "", None


def _erase_papers(session: Session, held: Holdings) -> None:
    """What was drafted goes; the registers keep that a paper was sealed or came, and its number."""
    ids = [matter.id for matter in held.matters]
    session.execute(delete(LetterDraft).where(LetterDraft.matter_id.in_(ids)))
    for draft in held.drafts:
        session.delete(draft)
    for letter in held.letters:
        if letter.matter_id is None:
            _erase_letter(letter)
    sealed, came = holdings.papers_of(session, held.matters, held.letters)
    for sealing in sealed:
        sealing.keeper = sealing.approver = sealing.recorded_by = ""
    for paper in came:
        paper.title = paper.handler = paper.remark = paper.recorded_by = ""
        if not paper.letter_uid:
            # Whoever wrote on paper may be a person.
            paper.sender = ""
    uids = [letter.uid for letter in held.letters]
    for row in session.scalars(select(DocumentNumber).where(DocumentNumber.letter_uid.in_(uids))):
        row.note = ""


def _erase_step(matter: Matter, step: Step) -> None:
    rule = PROCEDURES[matter.kind].rules.get(StepKind(step.kind))
    step.fields, step.recorded_by = skeleton.of_fields(rule, step.fields), ""


def _erase_entry(entry: Entry) -> None:
    entry.blind = entry.body = entry.content = None
    # A refusal quotes what was wrong.
    entry.reason = ""


def _forget_drafts(session: Session, held: Holdings) -> None:
    texts = type_coerce(Draft.texts, Text)
    papers = (*(matter.uid for matter in held.matters), *(draft.uid for draft in held.drafts))
    for uid in (held.case.uid, *papers):
        named = or_(Draft.subject.contains(uid), texts.contains(uid))
        session.execute(delete(Draft).where(named))


def _remember(session: Session, row: Destruction, held: Holdings) -> None:
    known = _known(session, held.records)
    for uid, version in held.versions.items():
        if uid in known:
            known[uid].destruction_id, known[uid].version = row.id, version
        else:
            session.add(DestroyedRecord(destruction_id=row.id, record_uid=uid, version=version))


def _known(session: Session, uids: Iterable[str]) -> dict[str, DestroyedRecord]:
    rows = select(DestroyedRecord).where(DestroyedRecord.record_uid.in_(list(uids)))
    return {row.record_uid: row for row in session.scalars(rows)}
