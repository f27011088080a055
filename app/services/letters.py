"""Letters: drafts to look at and print, and the two ways to issue one.

``issue`` (本系统定稿编号) draws the number and freezes the text in one transaction;
``issue_external`` (外部定稿) keeps the text the office made elsewhere, under the number it gave.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from app.documents.kinds import letters as kinds
from app.documents.kinds.facts import Facts, Issue
from app.documents.kinds.facts_casework import AuditReferral, DisciplineClue
from app.documents.kinds.letters import LETTERS, LetterKind
from app.kernel import canon, clock, files, plain
from app.kernel.terms import AgencyRole, Carrier, new_uid
from app.models import Letter, Matter
from app.rules.numbering import STANDARD, Series
from app.rules.particulars import Referral
from app.rules.procedures import PROCEDURES
from app.services import (
    admission,
    evidence,
    final_text,
    house,
    house_fonts,
    house_settings,
    issue_check,
    issued,
    letter_check,
    letter_facts,
    letter_rights,
    letter_sheet,
    letter_text,
    matters,
    number_doubts,
    numbers,
)
from app.services.admission import StepDraft
from app.services.changes import Changes, Noun, changed
from app.services.evidence import KeptFile
from app.services.letter_rights import Offer
from app.services.letter_sheet import Sheet
from app.services.letter_text import OfMatter, Outline, Said, Source
from app.services.letter_thread import Words
from app.vault import journal
from app.vault.register import Register

NO_WORDS: Final = Words()
_STILL_TO_WRITE: Final = ("（审计项目名称）", "（审计范围和期间）", "（审计意见）")
"""What an audit says when it issues its letter, as the preview before shows it."""


@dataclass(frozen=True, slots=True)
class IssueDraft:
    """本系统定稿编号: *code* is the 机关代字 the number begins with.

    *number_confirmed* is the number that was shown and that the office says was never used,
    *rewording_confirmed* the digest of the reworded paragraphs somebody compared.
    """

    code: str
    signer: str
    dated_on: date
    words: Words = NO_WORDS
    number_confirmed: str = ""
    rewording_confirmed: str = ""


@dataclass(frozen=True, slots=True)
class ExternalDraft:
    """外部定稿: number, signer and date as 办公室 gave them, and the final file or scan.

    *issued_at* is when it was issued there; without it, the moment of recording. *title* as the
    final text bears it; empty, the file is called by it.
    """

    number: str
    signer: str
    dated_on: date
    file: Path
    issued_at: datetime | None = None
    words: Words = NO_WORDS
    title: str = ""


def preview(register: Register, kind: LetterKind, facts: Facts, receiver_uid: str) -> Sheet:
    """A letter as it would look, its number and date left blank; of an audit its own document.

    Raises:
        LetterFieldsError, UncoveredCharactersError, TemplateError.
    """
    with register.read() as session:
        receiver = house.agency(session, receiver_uid)
        admission.refuse_paper_only(receiver, facts.route if isinstance(facts, Referral) else "")
        if house.own_agency(session).role is AgencyRole.AUDIT and isinstance(facts, Referral):
            kind, facts = LetterKind.AUDIT_REFERRAL, AuditReferral(facts, *_STILL_TO_WRITE)
        issue = letter_text.issue_of(register, session, receiver.name, facts)
        written = letter_text.write(session, Said(kind, facts, issue, NO_WORDS))
        return letter_text.sheet(session, written)


def draft(register: Register, matter_uid: str, kind: LetterKind, words: Words = NO_WORDS) -> Sheet:
    """A letter or sheet of a matter as its record stands, its number left blank. As ``preview``."""
    return draft_of(register, OfMatter(matter_uid, kind, words))


def draft_of(register: Register, source: Source) -> Sheet:
    """As ``draft``, for a letter that stands alone too."""
    with register.read() as session:
        said = letter_text.read(register, session, source)
        return letter_text.sheet(session, letter_text.write(session, said))


def offers(register: Register, matter_uid: str) -> tuple[Offer, ...]:
    """Every letter and sheet we may make in this matter, whatever state it is in."""
    with register.read() as session:
        return letter_rights.offers(session, matters.one(session, matter_uid))


def discipline_form(register: Register) -> Sheet:
    """问题线索移送函 to be filled in by hand. Nothing of the register is on it, nothing is kept."""
    with register.read() as session:
        empty = Issue("", "", "", "")
        written = kinds.write(LetterKind.DISCIPLINE_CLUE, DisciplineClue(), empty)
        return letter_sheet.laid(written, house_fonts.chain(session))[1]


def series(register: Register, kind: LetterKind) -> Series:
    """How letters of this kind are counted; no 机关代字 before the office said or used one."""
    with register.read() as session:
        return numbers.series_of(session, kind)


def next_number(
    register: Register, code: str, dated_on: date, kind: LetterKind | None = None
) -> str:
    """The number that would be drawn now, to show before it is; as prescribed without *kind*."""
    with register.read() as session:
        pattern = numbers.series_of(session, kind).pattern if kind else STANDARD
        return str(numbers.following(session, Series(code, pattern), dated_on.year))


def issue(register: Register, matter_uid: str, kind: LetterKind, wish: IssueDraft) -> Changes:
    """As ``issue_of``, for a letter of a matter."""
    return issue_of(register, OfMatter(matter_uid, kind, wish.words), wish)


def issue_of(register: Register, source: Source, wish: IssueDraft) -> Changes:
    """Draw the number, set the final text, freeze it and record its step: all or nothing.

    Raises:
        StepNotAllowedError: the matter is not in a state to issue it (移送书: not approved).
        LetterFieldsError, UncoveredCharactersError, TemplateError, StaleEditsError,
            AuditBlocksError, RewordingUnseenError: no number was drawn.
        NotNumberedError, NumberPatternError, LetterDayError: as ``issue_check``.
        NumberUnsureError: the register began anew, letters it lost may have the number, and it was
            not confirmed.
        DraftIssuedError: a draft is issued once.
    """
    with register.write() as session:
        said = letter_text.read(register, session, source)
        letter_text.refuse_issued(session, said.draft)
        counted = _counted(register, session, said.kind, wish)
        numbers.keep_series(session, said.kind, counted)
        number = numbers.following(session, counted, wish.dated_on.year)
        number_doubts.refuse_unsure(session, number, wish.number_confirmed)
        final = replace(
            said.issue, number=str(number), day=wish.dated_on, register=register.vault_uid[:8]
        )
        written = letter_text.write(session, said, final)
        if house_settings.marks_letters(session):
            written = letter_sheet.marked(written, final.register)
        fonts = house_fonts.chain(session)
        composed, sheet = letter_sheet.laid(written, fonts)
        letter_check.refuse_blocked(session, said, written, composed)
        letter_check.refuse_unseen(said, wish.rewording_confirmed)
        sha256, size = register.attachments.add(io.BytesIO(sheet.pdf))
        kept = KeptFile(sha256, size, files.clean_name(f"{number} {sheet.title}.pdf"))
        letter = _letter(said, "program", str(number), sheet.title, wish.signer)
        letter.model = canon.dumps(plain.to_plain(written.document))
        letter.template_hash = written.template_sha256
        letter.fonts_hash = fonts.fingerprint()
        letter.check_code = written.document.check.code if written.document.check else ""
        numbers.draw(register, session, number, letter, external=False)
        number_doubts.keep_compared(session, number)
        _freeze(register, session, said, letter, kept, wish)
        return changed(Noun.MATTERS, Noun.LETTERS, Noun.EXCHANGE, uid=letter.uid)


def issue_external(
    register: Register, matter_uid: str, kind: LetterKind, wish: ExternalDraft
) -> Changes:
    """As ``issue_external_of``, for a letter of a matter."""
    return issue_external_of(register, OfMatter(matter_uid, kind, wish.words), wish)


def issue_external_of(register: Register, source: Source, wish: ExternalDraft) -> Changes:
    """Keep a text that was finished elsewhere as the issued one, with its hash.

    Raises:
        LetterFieldsError: number or signer are empty.
        NotNumberedError, NumberSignsError, LetterDayError: as ``issue_check``.
        NumberTakenError: the number was used before.
        StepNotAllowedError, DraftIssuedError: as ``issue_of``.
        MediumError: the file cannot be read.
    """
    number = wish.number.strip()
    issue_check.refuse_empty(number=number, signer=wish.signer)
    issue_check.refuse_number(number)
    issue_check.refuse_day(register.clock, wish.dated_on)
    kept = evidence.keep_file(register, wish.file)
    with register.write() as session:
        said = letter_text.outlined(session, source)
        issue_check.refuse_kind(said.kind)
        if said.matter:
            now = register.clock.now()
            letter_rights.refuse(session, said.matter, said.kind, now, elsewhere=True)
        letter_text.refuse_issued(session, said.draft)
        title = wish.title.strip() or files.clean_name(wish.file.stem)
        letter = _letter(said, "external", number, title, wish.signer)
        numbers.draw(register, session, number, letter, external=True)
        _freeze(register, session, said, letter, kept, wish)
        return changed(Noun.MATTERS, Noun.LETTERS, Noun.EXCHANGE, uid=letter.uid)


def file(register: Register, letter_uid: str) -> tuple[str, bytes]:
    """The issued text of a letter: its file name and bytes.

    Raises:
        UnknownRecordError, AttachmentMissingError, AttachmentChangedError.
    """
    with register.read() as session:
        sha256 = issued.one(session, letter_uid).attachment_sha256
    return evidence.content(register, sha256)


# -- freezing ------------------------------------------------------------------------------


def _counted(register: Register, session: Session, kind: LetterKind, wish: IssueDraft) -> Series:
    """The count the letter is numbered in, once nothing speaks against a number."""
    issue_check.refuse_kind(kind)
    series = replace(numbers.series_of(session, kind), code=wish.code.strip())
    asked = {"code": wish.code} if series.coded else {}
    issue_check.refuse_empty(**asked, signer=wish.signer)
    issue_check.refuse_series(series)
    issue_check.refuse_day(register.clock, wish.dated_on)
    return series


def _letter(said: Outline, way: str, number: str, title: str, signer: str) -> Letter:
    return Letter(
        uid=new_uid(),
        matter_id=said.matter.id if said.matter else None,
        kind=said.kind,
        way=way,
        number=number,
        title=title,
        signer=signer,
        model=None,
        template_hash="",
        fonts_hash="",
        check_code="",
    )


def _freeze(
    register: Register,
    session: Session,
    said: Outline,
    letter: Letter,
    kept: KeptFile,
    wish: IssueDraft | ExternalDraft,
) -> None:
    """The letter's rows and its step; the peer's copy is queued with the step."""
    letter.author_uid = house.own_agency(session).uid
    letter.attachment_sha256 = evidence.attach(register, session, kept).sha256
    letter.dated_on, letter.issued_at = wish.dated_on, register.clock.now()
    session.add(letter)
    session.flush()
    if said.draft:
        said.draft.letter_uid = letter.uid
    if said.matter:
        # What was reworded is frozen in the letter: the next of its kind begins with the template.
        reworded = letter_text.matter_draft(session, said.matter, said.kind)
        if reworded:
            session.delete(reworded)
        _record_step(register, session, said.matter, letter, wish)
    _note(
        register,
        session,
        "letter.issued",
        said.matter.uid if said.matter else letter.uid,
        number=letter.number,
        letter=letter.uid,
        way=letter.way,
        sha256=letter.attachment_sha256,
        **_drafted(session, said, letter),
    )


def _drafted(session: Session, said: Outline, letter: Letter) -> dict[str, str]:
    """Of a letter finished elsewhere, when the office was given its last draft."""
    row = said.matter or said.draft
    if letter.way != "external" or row is None:
        return {}
    drafts = final_text.exported(session, row.uid, letter.kind)
    return {"drafted": f"{clock.local(drafts[0]):%Y-%m-%d %H:%M}"} if drafts else {}


def _record_step(
    register: Register,
    session: Session,
    matter: Matter,
    letter: Letter,
    wish: IssueDraft | ExternalDraft,
) -> None:
    kind = LetterKind(letter.kind)
    issued_with = LETTERS[kind].step
    if issued_with is None:
        return
    rule = PROCEDURES[matter.kind].rules[issued_with]
    asked = {spec.name for spec in rule.fields}
    said = {
        "number": letter.number,
        "dated_on": wish.dated_on.isoformat(),
        "signer": letter.signer,
        **letter_facts.step_fields(kind, matter, wish.words, letter.title),
    }
    elsewhere = wish.issued_at if isinstance(wish, ExternalDraft) else None
    step = StepDraft(
        kind=rule.kind,
        occurred_at=elsewhere or register.clock.now(),
        carrier=Carrier.PROGRAM if letter.way == "program" else Carrier.PAPER,
        fields={name: value for name, value in said.items() if name in asked and value},
    )
    matters.append(register, session, matter, step, letter.attachment_sha256)


def _note(register: Register, session: Session, action: str, uid: str, **facts: str) -> None:
    journal.append(session, register.clock, register.user_name, action, uid, **facts)
