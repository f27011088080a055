"""From a paper back to its record: a 校验码 typed, a matrix scanned, the 回执 recorded.

The code is looked up among the letters this register issued or was sent. A matrix also says the
beginning of the whole digest, so that a paper with another text is told from the issued one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents import codes, scan
from app.documents.codes import DIGEST_SIGNS, REGISTER_SIGNS, Payload
from app.documents.kinds.letters import LetterKind
from app.kernel import clock
from app.kernel.canon import Plain
from app.kernel.errors import (
    CheckCodeMalformedError,
    CheckCodeUnknownError,
    EmptyFileError,
    ForeignPaperError,
    FutureMomentError,
    NoCheckMarkError,
    PaperDiffersError,
    ReceiptTooEarlyError,
    SlipOfAnotherError,
    StepNotAllowedError,
    from_os_error,
)
from app.kernel.terms import Carrier
from app.models import Letter, Matter, Step
from app.rules.fold import Folded
from app.rules.steps import State, StepKind
from app.services import (
    evidence,
    house,
    incoming,
    issued,
    letter_facts,
    matters,
    receipt_standing,
    threads,
)
from app.services.admission import StepDraft
from app.services.changes import Changes, Noun, changed
from app.services.receipt_standing import Receipt, Standing
from app.vault.register import Register

MOST_BYTES: Final = 200 * 1024 * 1024
_NEAREST: Final = 5
_SHOWN: Final = 40


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

    *whole*: the digest of the whole text and the register agreed, not only the twelve characters.
    *matter_uid* and *state* are empty for a letter that stands alone; *senders* are the receivers
    of such a one whose 回执 did not come yet. *forwards*: its 回执 lets the receiver say that the
    case belongs to another body.
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
    senders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceiptDraft:
    """A 回执 as it was filled in: *signed_at* to the minute, as the paper says.

    *forwarded_to* is empty where the receiver ticked 属于本机关管辖; with it, *returned_at* is when
    the slip came back. *file* is the scan. *sender* is asked of a letter that stands alone, whose
    *signed_at* is when the slip came.
    """

    signed_at: datetime
    signer: str
    remark: str = ""
    forwarded_to: str = ""
    returned_at: datetime | None = None
    file: Path | None = None
    sender: str = ""


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
        PaperDiffersError, CheckCodeUnknownError: one of them claims to be of this register and is
            not, whatever stands beside it.
        ForeignPaperError: all of them are of papers that never came here.
    """
    found: list[Match] = []
    foreign: list[ForeignPaperError] = []
    for said in scan.codes(_read(path), path.name):
        try:
            found.append(_found(register, said))
        except ForeignPaperError as error:
            foreign.append(error)
    if not found:
        raise foreign[0]
    return tuple(found)


def record(register: Register, letter_uid: str, draft: ReceiptDraft) -> Changes:
    """Record the receipt of a letter from its 回执, and a forwarding the receiver ticked on it.

    Raises:
        StepNotAllowedError: the matter does not admit it any more; nothing was recorded.
        ReceiptTooEarlyError, FutureMomentError: it is dated before the letter, or tomorrow.
        SlipOfAnotherError: the scan bears the marks of other letters only.
        PaperDiffersError, CheckCodeUnknownError, ForeignPaperError: as ``find_in_file``.
        SlipKnownError: this receiver's slip of a letter that stands alone is in the book.
        MissingFieldsError, MediumError: as ``matters.record_step``.
    """
    _refuse_scan_of_another(register, letter_uid, draft.file)
    kept = None if draft.file is None else evidence.keep_file(register, draft.file)
    with register.write() as session:
        letter = issued.one(session, letter_uid)
        _refuse_times(letter, draft, house.own_agency(session).uid, register.clock.now())
        matter = _matter(session, letter)
        folded = threads.folded(session, matter) if matter else None
        standing = receipt_standing.of_letter(session, letter, matter, folded)
        if standing.receipt is Receipt.RETURNED:
            sha256 = evidence.attach(register, session, kept).sha256 if kept else None
            slip = incoming.Slip(draft.sender, draft.signed_at, _of_slip(letter, draft), sha256)
            return incoming.enter_slip(register, session, letter, slip)
        steps = tuple(_steps(letter, standing, draft))
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
            return _match(session, letter, whole=_printed_on(letter, said))
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


def _printed_on(letter: Letter, said: Payload) -> bool:
    """Whether the matrix of the issued text says the same: its register too, whose own is not told
    by the digest. The number is left out, which a scanner may have spoiled."""
    check = receipt_standing.model(letter).get("check") or {}
    printed = scan.matrix(check.get("matrix", ()))
    return printed is not None and replace(printed, number=said.number) == said


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
    standing = receipt_standing.of_letter(session, letter, matter, folded)
    signed = standing.receipt is Receipt.SIGNED
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
        receipt=standing.receipt,
        recorded=_recorded(session, standing, folded, names),
        forwards=signed and letter.author_uid == own.uid,
        whole=whole,
        senders=standing.senders,
    )


def _matter(session: Session, letter: Letter) -> Matter | None:
    return session.get(Matter, letter.matter_id) if letter.matter_id else None


def _receiver(session: Session, letter: Letter, matter: Matter | None) -> str:
    if matter is not None:
        return letter_facts.receiver_name(session, matter, LetterKind(letter.kind))
    said = receipt_standing.model(letter).get("addressee", "")
    return str(said)


def _recorded(
    session: Session, standing: Standing, folded: Folded | None, names: dict[str, str]
) -> Recorded | None:
    if standing.receipt is not Receipt.RECORDED:
        return None
    if (row := standing.came) is not None:
        own, scanned = house.own_agency(session).name, row.attachment_sha256 is not None
        return Recorded(row.received_at, row.sender, own, scanned)
    step = standing.step
    if step is None or folded is None:
        return None
    told = str(step.fields.get("signer") or step.fields.get("receiver") or "")
    scan_of = select(Step.attachment_sha256).where(Step.uid == step.uid)
    scanned = session.scalar(scan_of) is not None
    return Recorded(folded.occurred_at(step), told, names[step.author], scanned)


# -- recording -----------------------------------------------------------------------------


def _refuse_scan_of_another(register: Register, letter_uid: str, path: Path | None) -> None:
    """A scan without a mark that can be read is accepted: not every slip comes back whole."""
    if path is None:
        return
    try:
        found = find_in_file(register, path)
    except NoCheckMarkError:
        return
    if letter_uid not in {match.letter_uid for match in found}:
        raise SlipOfAnotherError(name=path.name, number=found[0].number, title=found[0].title)


def _refuse_times(letter: Letter, draft: ReceiptDraft, own: str, now: datetime) -> None:
    """Nobody signs for a letter before it is there, sends a slip before signing it, or tomorrow."""
    day = letter.dated_on
    first = clock.at_local(day.year, day.month, day.day)
    # Of a text finished elsewhere, and of another agency's, the moment here is when it was entered.
    if letter.model and letter.author_uid == own:
        first = max(first, letter.issued_at.replace(second=0, microsecond=0))
    for at in filter(None, (draft.signed_at, draft.returned_at)):
        if at > now:
            raise FutureMomentError(moment=at)
        if at < first:
            raise ReceiptTooEarlyError(number=letter.number, earlier=first, later=at)
        first = at


def _of_slip(letter: Letter, draft: ReceiptDraft) -> str:
    """What the book of papers that came says of a slip: of which letter, and by whom it is."""
    said = [f"本单位“{letter.title}”（{letter.number}）的回执", draft.signer, draft.remark]
    return "，".join(each.strip() for each in said if each.strip())


def _steps(letter: Letter, standing: Standing, draft: ReceiptDraft) -> Iterator[StepDraft]:
    """The steps a filled-in 回执 makes; none when it makes none."""
    step = standing.step
    remark: dict[str, Plain] = {"remark": draft.remark.strip()} if draft.remark.strip() else {}
    signer = draft.signer.strip()
    match standing.receipt:
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
            about = {receipt_standing.LETTER: letter.uid, "number": letter.number}
            yield _step(StepKind.NOTE, draft, {**about, "text": said, **remark})


def _forwarding(draft: ReceiptDraft) -> StepDraft:
    """310号令第七条: what is not the receiver's is passed on in 24 hours, and the sender told."""
    fields: dict[str, Plain] = {"receiver": draft.forwarded_to.strip()}
    if draft.returned_at is not None:
        fields["received_at"] = clock.to_text(draft.returned_at)
    return _step(StepKind.FORWARDED, draft, fields)


def _step(kind: StepKind, draft: ReceiptDraft, fields: dict[str, Plain]) -> StepDraft:
    return StepDraft(kind=kind, occurred_at=draft.signed_at, carrier=Carrier.PAPER, fields=fields)
