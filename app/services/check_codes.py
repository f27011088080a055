"""From a paper back to its record: a 校验码 typed, a matrix scanned, the 回执 recorded.

The code is looked up among the letters this register issued or was sent. A matrix also says the
beginning of the whole digest, so that a paper with another text is told from the issued one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents import codes, scan
from app.documents.codes import DIGEST_SIGNS, REGISTER_SIGNS, Payload
from app.documents.kinds.letters import LETTERS, LetterKind
from app.kernel import canon, clock
from app.kernel.canon import Plain
from app.kernel.errors import (
    AppError,
    CheckCodeMalformedError,
    CheckCodeUnknownError,
    EmptyFileError,
    ForeignPaperError,
    NoCheckMarkError,
    PaperDiffersError,
    StepNotAllowedError,
    UnknownRecordError,
    from_os_error,
)
from app.kernel.terms import Carrier
from app.models import Letter, Matter, Step
from app.rules import fold
from app.rules.fold import Folded, StepFacts
from app.rules.steps import Side, State, StepKind
from app.services import evidence, house, letter_facts, matters, threads
from app.services.admission import StepDraft
from app.services.changes import Changes, Noun, changed
from app.vault.register import Register

MOST_BYTES: Final = 200 * 1024 * 1024
_NEAREST: Final = 5
_SHOWN: Final = 40


class Receipt(StrEnum):
    """What the paper that was found lets one record now."""

    SIGNED = "signed"
    """The 回执 of a transfer: its 签收 (310号令第七条)."""
    NOTICE = "notice"
    """A paper of the other side: when we received it."""
    KEPT = "kept"
    """The 回执 of another letter of ours: a note with the scan."""
    RECORDED = "recorded"
    """Nothing: it was recorded before."""
    WITHDRAWN = "withdrawn"
    """Nothing: the transfer was taken back."""
    PAST = "past"
    """Nothing: the matter went on without it."""
    NONE = "none"
    """Nothing: no step belongs to the receipt of this paper."""


RECORDABLE: Final = frozenset({Receipt.SIGNED, Receipt.NOTICE, Receipt.KEPT})


@dataclass(frozen=True, slots=True)
class Recorded:
    """A receipt that stands in the record; *author* recorded it."""

    at: datetime
    signer: str
    author: str
    scanned: bool


@dataclass(frozen=True, slots=True)
class Match:
    """The letter a code belongs to.

    *whole*: the digest of the whole text agreed, not only the twelve characters. *matter_uid* and
    *state* are empty for a letter that stands alone. *forwards*: its 回执 lets the receiver say
    that the case belongs to another body.
    """

    letter_uid: str
    matter_uid: str
    check_code: str
    title: str
    number: str
    dated_on: date
    author: str
    receiver: str
    own: bool
    state: State | None
    receipt: Receipt
    recorded: Recorded | None
    forwards: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class ReceiptDraft:
    """A 回执 as it was filled in: *signed_at* to the minute, as the paper says.

    *forwarded_to* is empty where the receiver ticked 属于本机关管辖; with it, *returned_at* is when
    the slip came back. *file* is the scan.
    """

    signed_at: datetime
    signer: str
    remark: str = ""
    forwarded_to: str = ""
    returned_at: datetime | None = None
    file: Path | None = None


def find(register: Register, text: str) -> Match:
    """The letter whose 校验码 was typed, or whose matrix a scanner typed.

    Raises:
        CheckCodeMalformedError: it is neither.
        CheckCodeUnknownError: no letter here bears it; codes one slip away are named.
        PaperDiffersError: the number is known and the text is another.
        ForeignPaperError: another register issued it, and it did not come here.
    """
    said = codes.payload(text)
    if said is not None:
        return _found(register, said)
    code = codes.typed(text)
    if code is None:
        raise CheckCodeMalformedError(typed=text.strip()[:_SHOWN])
    with register.read() as session:
        letter = _bearing(session, code)
        if letter is None:
            raise CheckCodeUnknownError(check_code=code, near=_near(session, code))
        return _match(session, letter, whole=False)


def find_in_file(register: Register, path: Path) -> tuple[Match, ...]:
    """The letters whose check marks a picture or PDF shows; at least one.

    Raises:
        NoCheckMarkError: none can be made out. MediumError: it cannot be read.
        As ``find``, when none of the marks leads to a letter.
    """
    found: list[Match] = []
    refused: list[AppError] = []
    for said in scan.codes(_read(path), path.name):
        try:
            found.append(_found(register, said))
        except AppError as error:
            refused.append(error)
    if not found:
        raise refused[0]
    return tuple(found)


def record(register: Register, letter_uid: str, draft: ReceiptDraft) -> Changes:
    """Record the receipt of a letter from its 回执, and a forwarding the receiver ticked on it.

    Raises:
        StepNotAllowedError: the matter does not admit it any more; nothing was recorded.
        MissingFieldsError, FutureMomentError, MediumError: as ``matters.record_step``.
    """
    kept = None if draft.file is None else evidence.keep_file(register, draft.file)
    with register.write() as session:
        letter = session.scalar(select(Letter).where(Letter.uid == letter_uid))
        if letter is None:
            raise UnknownRecordError(kind="letter", uid=letter_uid)
        matter = _matter(session, letter)
        steps = tuple(_steps(session, letter, matter, draft))
        if matter is None or not steps:
            state = State(matter.state) if matter else State.DRAFT
            by = house.own_agency(session).name
            raise StepNotAllowedError(step=StepKind.ACKNOWLEDGED, state=state, by=by)
        sha256 = evidence.attach(register, session, kept).sha256 if kept else None
        for step in steps:
            matters.append(register, session, matter, step, sha256)
        return changed(Noun.MATTERS, Noun.EXCHANGE, uid=matter.uid)


# -- finding -------------------------------------------------------------------------------


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size == 0:
            raise EmptyFileError(name=path.name)
        if size > MOST_BYTES:
            raise NoCheckMarkError(name=path.name, reason="too large")
        return path.read_bytes()
    except OSError as error:
        raise from_os_error(error, path) from error


def _found(register: Register, said: Payload) -> Match:
    with register.read() as session:
        letter = _bearing(session, said.code)
        if letter is not None and _is_text_of(letter, said):
            return _match(session, letter, whole=True)
        ours = register.vault_uid[:REGISTER_SIGNS] == said.register
        namesake = letter or _numbered(session, said.number, ours=ours)
        if namesake is not None:
            raise PaperDiffersError(number=namesake.number, title=namesake.title)
        if ours:
            raise CheckCodeUnknownError(check_code=said.code, near=())
        raise ForeignPaperError(number=said.number)


def _bearing(session: Session, code: str) -> Letter | None:
    """What another agency says of its own letter is believed only where the text bears it out."""
    proven_first = (Letter.model.is_(None), Letter.id)
    claiming = session.scalars(
        select(Letter).where(Letter.check_code == code).order_by(*proven_first)
    )
    return next(
        (letter for letter in claiming if _digest(letter, codes.code_of) in ("", code)), None
    )


def _is_text_of(letter: Letter, said: Payload) -> bool:
    return _digest(letter, lambda digest: digest[:DIGEST_SIGNS]) in ("", said.digest)


def _digest(letter: Letter, part: Callable[[str], str]) -> str:
    """*part* of the digest of the text; empty where that was destroyed by law."""
    return part(codes.stored_digest(letter.model)) if letter.model else ""


def _numbered(session: Session, number: str, *, ours: bool) -> Letter | None:
    """The letter of that number: of ours for a paper of ours, else of the other side's."""
    own = house.own_agency(session).uid
    author = Letter.author_uid == own if ours else Letter.author_uid != own
    return session.scalar(select(Letter).where(Letter.number == number, author))


def _near(session: Session, code: str) -> tuple[str, ...]:
    known = session.execute(
        select(Letter.check_code, Letter.number).where(Letter.check_code != "")
    ).all()
    close = [f"{other}（{number}）" for other, number in known if codes.near(code, other)]
    return tuple(close[:_NEAREST])


# -- what is found -------------------------------------------------------------------------


def _match(session: Session, letter: Letter, *, whole: bool) -> Match:
    own = house.own_agency(session)
    matter = _matter(session, letter)
    names = threads.agency_names(session)
    folded = threads.folded(session, matter) if matter else None
    receipt, step = _standing(session, letter, matter, folded)
    signed = receipt is Receipt.SIGNED
    return Match(
        letter_uid=letter.uid,
        matter_uid=matter.uid if matter else "",
        check_code=letter.check_code,
        title=letter.title,
        number=letter.number,
        dated_on=letter.dated_on,
        author=names[letter.author_uid],
        receiver=_receiver(session, letter, matter) if letter.author_uid == own.uid else own.name,
        own=letter.author_uid == own.uid,
        state=folded.state if folded else None,
        receipt=receipt,
        recorded=_recorded(session, receipt, step, folded, names),
        forwards=signed and letter.author_uid == own.uid,
        whole=whole,
    )


def _matter(session: Session, letter: Letter) -> Matter | None:
    return session.get(Matter, letter.matter_id) if letter.matter_id else None


def _receiver(session: Session, letter: Letter, matter: Matter | None) -> str:
    if matter is not None:
        return letter_facts.receiver_name(session, matter, LetterKind(letter.kind))
    said = _model(letter).get("addressee", "")
    return str(said)


def _model(letter: Letter) -> dict[str, Plain]:
    return canon.loads(letter.model) if letter.model else {}


def _recorded(
    session: Session,
    receipt: Receipt,
    step: StepFacts | None,
    folded: Folded | None,
    names: dict[str, str],
) -> Recorded | None:
    if receipt is not Receipt.RECORDED or step is None or folded is None:
        return None
    told = str(step.fields.get("signer") or step.fields.get("receiver") or "")
    scan_of = select(Step.attachment_sha256).where(Step.uid == step.uid)
    scanned = session.scalar(scan_of) is not None
    return Recorded(folded.occurred_at(step), told, names[step.author], scanned)


def _standing(
    session: Session, letter: Letter, matter: Matter | None, folded: Folded | None
) -> tuple[Receipt, StepFacts | None]:
    """What may be recorded, and the step that stands in its way or that it is about."""
    if matter is None or folded is None:
        return Receipt.NONE, None
    own = house.own_agency(session).uid
    if LETTERS[LetterKind(letter.kind)].step is StepKind.ISSUED:
        return _of_transfer(session, matter, folded, threads.our_side(matter, own))
    if letter.author_uid == own:
        return _of_ours(letter, folded)
    return _of_theirs(session, letter, matter, folded, own)


def _of_transfer(
    session: Session, matter: Matter, folded: Folded, side: Side
) -> tuple[Receipt, StepFacts | None]:
    signed = _last(folded, StepKind.ACKNOWLEDGED)
    if signed is not None:
        return Receipt.RECORDED, signed
    if folded.state is State.WITHDRAWN:
        return Receipt.WITHDRAWN, None
    open_to_us = fold.recordable(threads.procedure(session, matter), folded, side)
    return (Receipt.SIGNED if StepKind.ACKNOWLEDGED in open_to_us else Receipt.PAST), None


def _of_ours(letter: Letter, folded: Folded) -> tuple[Receipt, StepFacts | None]:
    if "receipt" not in _model(letter):
        return Receipt.NONE, None
    noted = [step for step in folded.effective() if step.kind is StepKind.NOTE]
    kept = [step for step in noted if step.fields.get("number") == letter.number]
    return (Receipt.RECORDED, kept[-1]) if kept else (Receipt.KEPT, None)


def _of_theirs(
    session: Session, letter: Letter, matter: Matter, folded: Folded, own: str
) -> tuple[Receipt, StepFacts | None]:
    told_with = Step.attachment_sha256 == letter.attachment_sha256
    said = session.scalar(select(Step.uid).where(Step.matter_id == matter.id, told_with))
    procedure, side = threads.procedure(session, matter), threads.our_side(matter, own)
    for step in fold.unreceived(procedure, folded, side):
        if step.uid == said:
            return Receipt.NOTICE, step
    received = [
        step
        for step in folded.effective()
        if step.kind is StepKind.NOTICE_RECEIVED and step.about == said
    ]
    return (Receipt.RECORDED, received[-1]) if received else (Receipt.PAST, None)


def _last(folded: Folded, kind: StepKind) -> StepFacts | None:
    return next((step for step in reversed(folded.effective()) if step.kind is kind), None)


# -- recording -----------------------------------------------------------------------------


def _steps(
    session: Session, letter: Letter, matter: Matter | None, draft: ReceiptDraft
) -> Iterator[StepDraft]:
    """The steps a filled-in 回执 makes; none when it makes none."""
    folded = threads.folded(session, matter) if matter else None
    receipt, step = _standing(session, letter, matter, folded)
    remark: dict[str, Plain] = {"remark": draft.remark.strip()} if draft.remark.strip() else {}
    signer = draft.signer.strip()
    match receipt:
        case Receipt.SIGNED:
            yield _step(StepKind.ACKNOWLEDGED, draft, {"signer": signer, **remark})
            if draft.forwarded_to.strip():
                yield _forwarding(draft)
        case Receipt.NOTICE if step is not None:
            about: dict[str, Plain] = {"about": step.uid}
            told: dict[str, Plain] = {"receiver": signer} if signer else {}
            yield _step(StepKind.NOTICE_RECEIVED, draft, {**about, **told, **remark})
        case Receipt.KEPT:
            at = f"{clock.local(draft.signed_at):%Y-%m-%d %H:%M}"
            said = f"{letter.title}（{letter.number}）回执：{signer}，{at}签收"
            yield _step(StepKind.NOTE, draft, {"number": letter.number, "text": said, **remark})


def _forwarding(draft: ReceiptDraft) -> StepDraft:
    """310号令第七条: what is not the receiver's is passed on in 24 hours, and the sender told."""
    fields: dict[str, Plain] = {"receiver": draft.forwarded_to.strip()}
    if draft.returned_at is not None:
        fields["received_at"] = clock.to_text(draft.returned_at)
    return _step(StepKind.FORWARDED, draft, fields)


def _step(kind: StepKind, draft: ReceiptDraft, fields: dict[str, Plain]) -> StepDraft:
    return StepDraft(kind=kind, occurred_at=draft.signed_at, carrier=Carrier.PAPER, fields=fields)
