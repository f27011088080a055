"""销毁清册: the list an approval covers, made from what the register holds, and what forbids it.

The list names no party and no content: number and title as the officer gives them, agencies, days,
counts and hashes. It stays for ever, so what it says is said for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from app.kernel import canon, plain
from app.kernel.errors import MissingFieldsError, NotDisposableError, RetentionNotOverError
from app.kernel.terms import CaseState
from app.models import Case, Letter, Matter
from app.rules import retention
from app.rules.retention import DisposalFault, Term
from app.rules.steps import State
from app.services import case_closing, cases, holdings, house, threads
from app.services.holdings import Holdings

_ENDED: Final = frozenset({*threads.ENDED, State.REFUSED})


@dataclass(frozen=True, slots=True)
class Wish:
    """A file that shall be destroyed: a case of ours, or our copy of another agency's.

    *title* is what the list calls it for ever. *closed_on* is asked for a copy; a case of ours has
    its own. *early_basis* is the article or decision when the term is not over.
    """

    case_uid: str
    title: str
    term: Term
    reason: str
    closed_on: date | None = None
    early_basis: str = ""


@dataclass(frozen=True, slots=True)
class ListedMatter:
    """A matter whose skeleton stays; *letters* are the numbers of its documents, which stay too."""

    uid: str
    kind: str
    state: str
    steps: int
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A line of the list: one case with its matters.

    *entries* counts the statements whose text goes, *files* are hashes of what goes, *shared* of
    what another case names too and stays. *alone* are the numbers of the letters that belong to no
    matter and are about the case, *drafts* counts those without a number: they go with it.
    *naming* and *naming_drafts* are told of letters that name the case or a party of it and are
    filed under no case: they stay unless somebody files them under this one.
    """

    case: str
    number: str
    title: str
    owner: str
    copy: bool
    version: int
    closed_on: date
    term: Term
    ends_on: date | None
    reason: str
    early_basis: str
    matters: tuple[ListedMatter, ...]
    entries: int
    files: tuple[str, ...]
    shared: tuple[str, ...]
    alone: tuple[str, ...] = ()
    drafts: int = 0
    naming: tuple[str, ...] = ()
    naming_drafts: int = 0


@dataclass(frozen=True, slots=True)
class DestructionList:
    """The whole list, in the order it was made."""

    lines: tuple[ListedFile, ...]

    @property
    def digest(self) -> str:
        """The hash an approval covers."""
        return canon.digest(plain.to_plain(self))

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """What has to be asked for to come to this list again."""
        return tuple(
            Wish(each.case, each.title, each.term, each.reason, each.closed_on, each.early_basis)
            for each in self.lines
        )


def make(
    session: Session, wishes: Sequence[Wish], today: date
) -> tuple[DestructionList, tuple[Holdings, ...]]:
    """The list of *wishes* as the register stands, and the rows it speaks of.

    Raises:
        NotDisposableError: a case is open, something in it is, or a peer has not got it yet.
        RetentionNotOverError: the term is not over, and no legal basis to delete before is given.
        MissingFieldsError, UnknownRecordError.
    """
    if not wishes:
        raise MissingFieldsError(fields=("disposal_cases",))
    found = [cases.one(session, wish.case_uid) for wish in wishes]
    elsewhere = holdings.named_elsewhere(session, found)
    held = tuple(holdings.of_case(session, case, elsewhere) for case in found)
    lines = tuple(
        _line(session, wish, each, today) for wish, each in zip(wishes, held, strict=True)
    )
    return DestructionList(lines), held


def fault(session: Session, held: Holdings) -> DisposalFault | None:
    """What forbids destroying it whatever its term is."""
    case = held.case
    own = case.owner_uid == house.own_agency(session).uid
    if case.state == CaseState.DESTROYED and not (held.entries or held.files):
        return DisposalFault.DESTROYED
    if own and case.state == CaseState.OPEN:
        return DisposalFault.NOT_CLOSED
    if any(_runs(matter) for matter in held.matters):
        return DisposalFault.MATTER_OPEN
    if case_closing.open_duties(session, held.matters):
        return DisposalFault.DUTY_OPEN
    if holdings.unacknowledged(session, held):
        return DisposalFault.UNACKNOWLEDGED
    return None


def closed_on(session: Session, case: Case) -> date | None:
    """When a case of ours was closed; None for a copy and for an open case."""
    row = case_closing.closing_row(session, case)
    return row.closed_on if row else None


# -- inside --------------------------------------------------------------------------------


def _line(session: Session, wish: Wish, held: Holdings, today: date) -> ListedFile:
    case = held.case
    if found := fault(session, held):
        raise NotDisposableError(number=case.number, reason=found)
    closed = _complete(wish, closed_on(session, case) or wish.closed_on)
    ends = retention.last_day(wish.term, closed)
    if not (retention.is_over(wish.term, closed, today) or wish.early_basis.strip()):
        raise RetentionNotOverError(number=case.number, until=ends or wish.term)
    own = house.own_agency(session)
    naming = holdings.naming(session, case)
    return ListedFile(
        case=case.uid,
        number=case.number,
        title=wish.title.strip(),
        owner=house.agency(session, case.owner_uid).name,
        copy=case.owner_uid != own.uid,
        version=case.version,
        closed_on=closed,
        term=wish.term,
        ends_on=ends,
        reason=wish.reason.strip(),
        early_basis=wish.early_basis.strip(),
        matters=tuple(_matter(held, matter) for matter in held.matters),
        entries=len(held.entries),
        files=held.files,
        shared=held.shared,
        alone=_numbers(letter for letter in held.letters if letter.matter_id is None),
        drafts=sum(not draft.letter_uid for draft in held.drafts),
        naming=tuple(number for number in naming if number),
        naming_drafts=naming.count(""),
    )


def _complete(wish: Wish, closed: date | None) -> date:
    needed = {"disposal_title": wish.title, "disposal_reason": wish.reason}
    missing = [name for name, text in needed.items() if not text.strip()]
    if closed is None or missing:
        raise MissingFieldsError(fields=(*missing, *(["closed_on"] if closed is None else [])))
    return closed


def _runs(matter: Matter) -> bool:
    """Whether the other side has it and it is not ended; what never left ends with the case."""
    return matter.shared and matter.state not in _ENDED


def _matter(held: Holdings, matter: Matter) -> ListedMatter:
    return ListedMatter(
        uid=matter.uid,
        kind=matter.kind,
        state=matter.state,
        steps=sum(step.matter_id == matter.id for step in held.steps),
        letters=_numbers(letter for letter in held.letters if letter.matter_id == matter.id),
    )


def _numbers(letters: Iterable[Letter]) -> tuple[str, ...]:
    return tuple(letter.number for letter in sorted(letters, key=lambda each: each.id))
