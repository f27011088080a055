"""What may be recorded of the receipt of a letter, and what was recorded before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.kinds.letters import LETTERS, LetterKind
from app.kernel import canon
from app.kernel.canon import Plain
from app.models import Incoming, Letter, Matter, Step
from app.rules import fold
from app.rules.fold import Folded, StepFacts
from app.rules.steps import Side, State, StepKind
from app.services import house, threads

LETTER: Final = "letter"
"""The field of a note that names the letter whose 回执 it keeps: nobody types it."""
_BETWEEN: Final = "、"


class Receipt(StrEnum):
    """What the paper that was found lets one record now."""

    SIGNED = "signed"
    """The 回执 of a transfer: its 签收 (310号令第七条)."""
    NOTICE = "notice"
    """A paper of the other side: when we received it."""
    KEPT = "kept"
    """The 回执 of another letter of ours: a note with the scan."""
    RETURNED = "returned"
    """The 回执 of a letter that stands alone: a paper that came (收文), one from each receiver."""
    RECORDED = "recorded"
    """Nothing: it was recorded before."""
    WITHDRAWN = "withdrawn"
    """Nothing: the transfer was taken back."""
    PAST = "past"
    """Nothing: the matter went on without it."""
    NONE = "none"
    """Nothing: no step belongs to the receipt of this paper."""


RECORDABLE: Final = frozenset({Receipt.SIGNED, Receipt.NOTICE, Receipt.KEPT, Receipt.RETURNED})


@dataclass(frozen=True, slots=True)
class Standing:
    """*step* stands in its way or is what it is about; *came* is the last slip in the book of
    papers that came; *senders* are the receivers whose slip did not come yet.
    """

    receipt: Receipt
    step: StepFacts | None = None
    came: Incoming | None = None
    senders: tuple[str, ...] = ()


def of_letter(
    session: Session, letter: Letter, matter: Matter | None, folded: Folded | None
) -> Standing:
    own = house.own_agency(session).uid
    if matter is None or folded is None:
        return _of_alone(session, letter) if letter.author_uid == own else Standing(Receipt.NONE)
    if LETTERS[LetterKind(letter.kind)].step is StepKind.ISSUED:
        return _of_transfer(session, matter, folded, threads.our_side(matter, own))
    if letter.author_uid == own:
        return _of_ours(letter, folded)
    return _of_theirs(session, letter, matter, folded, own)


def model(letter: Letter) -> dict[str, Plain]:
    """The words a letter was set from; none where they were destroyed or set elsewhere."""
    return canon.loads(letter.model) if letter.model else {}


# -- inside --------------------------------------------------------------------------------


def _of_alone(session: Session, letter: Letter) -> Standing:
    said = model(letter)
    slips = [annex for annex in said.get("annexes", []) if annex.get("coded")]
    if "receipt" not in said and not any(annex.get("fields") for annex in slips):
        return Standing(Receipt.NONE)
    answers = select(Incoming).where(Incoming.answers == letter.uid).order_by(Incoming.id)
    came = session.scalars(answers).all()
    addressees = str(said.get("addressee", "")).rstrip("：:").split(_BETWEEN)
    told = {row.sender for row in came}
    senders = tuple(name for name in addressees if name and name not in told)
    last = came[-1] if came else None
    receipt = Receipt.RETURNED if senders or last is None else Receipt.RECORDED
    return Standing(receipt, came=last, senders=senders)


def _of_transfer(session: Session, matter: Matter, folded: Folded, side: Side) -> Standing:
    signed = _last(folded, StepKind.ACKNOWLEDGED)
    if signed is not None:
        return Standing(Receipt.RECORDED, signed)
    if folded.state is State.WITHDRAWN:
        return Standing(Receipt.WITHDRAWN)
    open_to_us = fold.recordable(threads.procedure(session, matter), folded, side)
    return Standing(Receipt.SIGNED if StepKind.ACKNOWLEDGED in open_to_us else Receipt.PAST)


def _of_ours(letter: Letter, folded: Folded) -> Standing:
    """A note that only cites its number tells nothing of its receipt."""
    if "receipt" not in model(letter):
        return Standing(Receipt.NONE)
    noted = [step for step in folded.effective() if step.kind is StepKind.NOTE]
    kept = [step for step in noted if step.fields.get(LETTER) == letter.uid]
    return Standing(Receipt.RECORDED, kept[-1]) if kept else Standing(Receipt.KEPT)


def _of_theirs(
    session: Session, letter: Letter, matter: Matter, folded: Folded, own: str
) -> Standing:
    told_with = Step.attachment_sha256 == letter.attachment_sha256
    said = session.scalar(select(Step.uid).where(Step.matter_id == matter.id, told_with))
    procedure, side = threads.procedure(session, matter), threads.our_side(matter, own)
    for step in fold.unreceived(procedure, folded, side):
        if step.uid == said:
            return Standing(Receipt.NOTICE, step)
    received = [
        step
        for step in folded.effective()
        if step.kind is StepKind.NOTICE_RECEIVED and step.about == said
    ]
    return Standing(Receipt.RECORDED, received[-1]) if received else Standing(Receipt.PAST)


def _last(folded: Folded, kind: StepKind) -> StepFacts | None:
    return next((step for step in reversed(folded.effective()) if step.kind is kind), None)
