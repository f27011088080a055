"""拟稿 of letters that stand alone: begin, change, copy, discard; issuing is in ``letters``.

A draft keeps what the officer filled in, complete or not. Once it was issued it is frozen; a copy
of it can be worked on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.kinds import letters as kinds
from app.documents.kinds.letters import LetterKind
from app.kernel import plain
from app.kernel.errors import EndedError, UnknownRecordError
from app.kernel.terms import AgencyRole, CaseState, new_uid
from app.models import Letter, LetterDraft
from app.rules import papers
from app.rules.papers import Author, MeetingNotice, Paper, Reference
from app.services import cases, house, issued, letter_text
from app.services.changes import Changes, Noun, changed
from app.services.letter_sheet import Sheet
from app.services.letter_text import OfDraft, Said
from app.services.matters import LetterRow
from app.vault import journal
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class DraftRow:
    """*number* is empty while the draft is not issued; then *letter_uid* names the letter.
    *case_uid* is the case it is about, if any."""

    uid: str
    kind: LetterKind
    subject: str
    receiver: str
    changed_at: datetime
    changed_by: str
    letter_uid: str
    number: str
    case_uid: str = ""

    @property
    def issued(self) -> bool:
        return bool(self.letter_uid)


@dataclass(frozen=True, slots=True)
class DraftView:
    row: DraftRow
    facts: Paper


def rows(register: Register) -> tuple[DraftRow, ...]:
    """Every draft that belongs to no matter, the one changed last first."""
    newest = (
        select(LetterDraft, Letter.number)
        .outerjoin(Letter, Letter.uid == LetterDraft.letter_uid)
        .where(LetterDraft.matter_id.is_(None))
        .order_by(LetterDraft.changed_at.desc(), LetterDraft.id.desc())
    )
    with register.read() as session:
        return tuple(_row(draft, number or "") for draft, number in session.execute(newest))


def show(register: Register, uid: str) -> DraftView:
    """Raises UnknownRecordError."""
    with register.read() as session:
        draft = _alone(session, uid)
        number = session.scalar(select(Letter.number).where(Letter.uid == draft.letter_uid))
        return DraftView(_row(draft, number or ""), _facts(draft))


def missing(register: Register, uid: str) -> tuple[str, ...]:
    """The dotted names of what the letter cannot be issued without, in its order.

    Raises:
        UnknownRecordError
    """
    with register.read() as session:
        _alone(session, uid)
        said = letter_text.read(register, session, OfDraft(uid))
        return kinds.missing(said.kind, said.facts, said.issue)


def issued_letter(register: Register, uid: str) -> LetterRow:
    """The letter a draft was issued as. Raises UnknownRecordError."""
    with register.read() as session:
        letter = issued.one(session, _alone(session, uid).letter_uid)
        return LetterRow(
            uid=letter.uid,
            kind=letter.kind,
            way=letter.way,
            number=letter.number,
            title=letter.title,
            signer=letter.signer,
            dated_on=letter.dated_on.isoformat(),
            author=house.own_agency(session).name,
            sha256=letter.attachment_sha256,
            check_code=letter.check_code,
        )


def blank(register: Register, kind: LetterKind) -> Paper:
    """What a new letter of *kind* begins with; nothing is kept of it yet."""
    with register.read() as session:
        own, mechanism = house.own_agency(session), house.mechanism(session)
        author = Author(own.name, AgencyRole(own.role), mechanism.name if mechanism else "")
        return papers.blank(kind, author, register.clock.now())


def create(register: Register, facts: Paper, case_uid: str = "") -> Changes:
    """A new draft of the letter that *facts* are of; its uid is that of the changes.

    Raises:
        UnknownRecordError: there is no such case.
    """
    with register.write() as session:
        _refuse_no_case(session, case_uid)
        return _begin(register, session, facts, "letter_draft.begun", case_uid)


def file_under(register: Register, uid: str, case_uid: str) -> Changes:
    """Say which case a letter is about, issued or not; empty: about none.

    Raises:
        UnknownRecordError: there is no such draft or case.
        EndedError: the content of the case was destroyed by law.
    """
    with register.write() as session:
        draft = _alone(session, uid)
        _refuse_no_case(session, case_uid)
        draft.case_uid = case_uid
        _note(register, session, "letter_draft.filed", draft)
        return changed(Noun.LETTERS, uid=uid)


def change(register: Register, uid: str, facts: Paper) -> Changes:
    """Put *facts* in place of what the draft said.

    Raises:
        UnknownRecordError; DraftIssuedError: nothing was changed.
    """
    with register.write() as session:
        draft = _open(session, uid)
        if papers.kind_of(facts) != draft.kind:
            raise TypeError(f"a draft of {draft.kind} is no {papers.kind_of(facts)}")
        _say(register, draft, facts)
        _note(register, session, "letter_draft.changed", draft)
        return changed(Noun.LETTERS, uid=uid)


def discard(register: Register, uid: str) -> Changes:
    """Throw an unissued draft away. As ``change``."""
    with register.write() as session:
        draft = _open(session, uid)
        _note(register, session, "letter_draft.discarded", draft)
        session.delete(draft)
        return changed(Noun.LETTERS)


def copy(register: Register, uid: str) -> Changes:
    """A new draft that says what *uid* says, issued or not. Raises UnknownRecordError."""
    with register.write() as session:
        draft = _alone(session, uid)
        return _begin(register, session, _facts(draft), "letter_draft.copied", draft.case_uid)


def copy_letter(register: Register, letter_uid: str) -> Changes:
    """As ``copy``, of the draft that *letter_uid* was issued from."""
    with register.write() as session:
        draft = session.scalar(
            select(LetterDraft).where(
                LetterDraft.letter_uid == letter_uid, LetterDraft.matter_id.is_(None)
            )
        )
        if draft is None:
            raise UnknownRecordError(kind="letter_draft", uid=letter_uid)
        return _begin(register, session, _facts(draft), "letter_draft.copied", draft.case_uid)


def begin_reply(register: Register, reference: Reference, sender: str) -> Changes:
    """A 复函 to *sender* that refers to the letter received; its answers are still to be given."""
    return create(register, papers.reply_to(reference, sender))


def begin_minutes(register: Register, uid: str) -> Changes:
    """会议纪要 of the meeting that the notice *uid* called. Raises UnknownRecordError."""
    with register.write() as session:
        facts = papers.minutes_of(_notice(session, uid), house.own_agency(session).name)
        return _begin(register, session, facts, "letter_draft.begun")


def sign_in_sheet(register: Register, uid: str) -> Sheet:
    """会议签到表 of the meeting that the notice *uid* calls.

    Raises:
        UnknownRecordError, LetterFieldsError, UncoveredCharactersError, TemplateError.
    """
    with register.read() as session:
        _notice(session, uid)
        notice = letter_text.read(register, session, OfDraft(uid))
        said = Said(LetterKind.SIGN_IN, notice.facts, notice.issue, notice.words)
        return letter_text.sheet(session, letter_text.write(session, said))


# -- inside --------------------------------------------------------------------------------


def _alone(session: Session, uid: str) -> LetterDraft:
    """A draft of a matter's letter is told by its thread and is none of these."""
    draft = letter_text.one_draft(session, uid)
    if draft.matter_id is not None:
        raise UnknownRecordError(kind="letter_draft", uid=uid)
    return draft


def _open(session: Session, uid: str) -> LetterDraft:
    draft = _alone(session, uid)
    letter_text.refuse_issued(session, draft)
    return draft


def _notice(session: Session, uid: str) -> MeetingNotice:
    facts = _facts(_alone(session, uid))
    if not isinstance(facts, MeetingNotice):
        raise UnknownRecordError(kind="meeting_notice", uid=uid)
    return facts


def _facts(draft: LetterDraft) -> Paper:
    return papers.read(draft.kind, draft.facts_version, draft.facts)


def _refuse_no_case(session: Session, case_uid: str) -> None:
    if not case_uid:
        return
    case = cases.one(session, case_uid)
    if case.state == CaseState.DESTROYED:
        raise EndedError(name=case.number, reason=CaseState.DESTROYED)


def _begin(
    register: Register, session: Session, facts: Paper, action: str, case_uid: str = ""
) -> Changes:
    draft = LetterDraft(
        uid=new_uid(),
        matter_id=None,
        kind=papers.kind_of(facts),
        edits=[],
        letter_uid="",
        case_uid=case_uid,
    )
    _say(register, draft, facts)
    session.add(draft)
    _note(register, session, action, draft)
    return changed(Noun.LETTERS, uid=draft.uid)


def _say(register: Register, draft: LetterDraft, facts: Paper) -> None:
    draft.title = papers.subject(facts)
    draft.facts, draft.facts_version = plain.to_plain(facts), papers.VERSION
    draft.changed_at, draft.changed_by = register.clock.now(), register.user_name


def _note(register: Register, session: Session, action: str, draft: LetterDraft) -> None:
    journal.append(session, register.clock, register.user_name, action, draft.uid, kind=draft.kind)


def _row(draft: LetterDraft, number: str) -> DraftRow:
    return DraftRow(
        uid=draft.uid,
        kind=LetterKind(draft.kind),
        subject=draft.title,
        receiver=papers.receiver(_facts(draft)),
        changed_at=draft.changed_at,
        changed_by=draft.changed_by,
        letter_uid=draft.letter_uid,
        number=number,
        case_uid=draft.case_uid,
    )
