"""Which letters of a matter are ours to write, and which are only registered here.

The police, 市场监管 and 审计 make most of their documents on platforms of their own. Here they are
registered by number, date, signer and scan unless the office says that it makes them with this
program.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.documents.kinds.letters import LETTERS, LetterKind, kinds_for
from app.kernel.errors import (
    MadeElsewhereError,
    NothingOverdueError,
    NotOurLetterError,
    PaperOnlyError,
)
from app.models import Agency, Matter
from app.rules.steps import StepKind
from app.services import house, house_settings, letter_facts, threads


@dataclass(frozen=True, slots=True)
class Offer:
    """A letter that can be made; where not *written* only its finished text is registered."""

    kind: LetterKind
    written: bool


def offers(session: Session, matter: Matter) -> tuple[Offer, ...]:
    """Every letter and sheet we may make in *matter*, in the order of its steps.

    An answer that is made elsewhere is not among them: its step is registered with a scan.
    """
    own, here = house.own_agency(session), house_settings.makes_letters(session)
    found = (
        Offer(kind, here or own.role not in LETTERS[kind].house)
        for kind in _kinds(session, matter, own)
    )
    return tuple(
        offer for offer in found if offer.written or LETTERS[offer.kind].step is StepKind.ISSUED
    )


def refuse(
    session: Session, matter: Matter, kind: LetterKind, now: datetime, *, elsewhere: bool = False
) -> None:
    """Refuse a letter that is not ours to write; *elsewhere*: its text was finished there.

    Raises:
        PaperOnlyError: nothing is kept of it. NotOurLetterError: another agency writes it.
        MadeElsewhereError: the office makes it on its own platform.
        NothingOverdueError: no period by law has passed that one could remind of.
    """
    own, row = house.own_agency(session), LETTERS[kind]
    if row.blank:
        raise PaperOnlyError()
    if kind not in _kinds(session, matter, own):
        raise NotOurLetterError(letter_kind=kind)
    if own.role in row.house and not elsewhere and not house_settings.makes_letters(session):
        raise MadeElsewhereError(letter_kind=kind)
    if kind is LetterKind.REMINDER and not letter_facts.overdue(session, matter, now):
        raise NothingOverdueError()


def _kinds(session: Session, matter: Matter, own: Agency) -> tuple[LetterKind, ...]:
    side = threads.our_side(matter, own.uid)
    other = matter.counterpart_uid if matter.opener_uid == own.uid else matter.opener_uid
    return kinds_for(matter.kind, side, own.role, house.agency(session, other).role)
