"""档案销毁: proposed by list, approved by its hash with two witnesses, carried out once, printed.

Removed are bodies, personal facts, files and drafts of the listed cases, our own and the copies we
hold of others'. What stays proves that something was there: heads and hashes of statements, the
numbers of documents, the skeleton of matters, the journal, and the list itself.

Sources: 档案法 and 国家档案局令第13号 (鉴定, 销毁清册, 监销); 个人信息保护法第四十七条.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.kinds.disposal import DisposalFacts, DisposalLine, disposal_register
from app.documents.kinds.registers import PrintedTable
from app.kernel import clock, plain
from app.kernel.canon import Plain
from app.kernel.errors import (
    DestructionNotApprovedError,
    FutureMomentError,
    MissingFieldsError,
    UnknownRecordError,
)
from app.kernel.terms import CaseState, Purpose, new_uid
from app.models import Agency, Case, Destruction, JournalLine
from app.rules import retention
from app.rules.retention import ApprovalFault, DisposalFault, Signer
from app.services import disposal_list, erasure, evidence, holdings, house, house_fonts
from app.services.changes import Changes, Noun, changed
from app.services.disposal_list import DestructionList, ListedFile, Wish
from app.services.holdings import Holdings
from app.vault import journal
from app.vault.register import Register

__all__ = [
    "ApprovalDraft",
    "Candidate",
    "DestructionView",
    "Stage",
    "Wish",
    "approve",
    "candidates",
    "execute",
    "note_printed",
    "propose",
    "rows",
    "sheet",
    "show",
    "withdraw",
]


class Stage(StrEnum):
    """How far a destruction is; ``EXECUTED`` still has traces, ``CLEARED`` has none."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"
    EXECUTED = "executed"
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class ApprovalDraft:
    """The approval as it stands on paper.

    *digest* is the hash printed on the list that was signed; *signers* are the 监销人, *appraisal*
    the result of 鉴定, *basis* the article or the decision of the archive.
    """

    digest: str
    appraisal: str
    basis: str
    approver: str
    approved_on: date
    signers: tuple[Signer, ...]
    scan: Path | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case that may be put on a list, or what forbids it; *closed_on* None where not known."""

    uid: str
    number: str
    name: str
    owner: str
    copy: bool
    closed_on: date | None
    fault: DisposalFault | None


@dataclass(frozen=True, slots=True)
class DestructionView:
    """A destruction with its list; *backups* are copies known that still hold what is gone."""

    uid: str
    stage: Stage
    list: DestructionList
    digest: str
    proposed_at: datetime
    proposed_by: str
    appraisal: str
    basis: str
    approver: str
    approved_on: date | None
    signers: tuple[Signer, ...]
    scan_sha256: str
    executed_at: datetime | None
    executed_by: str
    cleared_at: datetime | None
    backups: tuple[str, ...]


def candidates(register: Register) -> tuple[Candidate, ...]:
    """Closed cases of ours and copies of others', the oldest first, with what forbids each."""
    with register.read() as session:
        own = house.own_agency(session).uid
        names = {row.uid: row.name for row in session.scalars(select(Agency))}
        found = session.scalars(
            select(Case)
            .where(Case.state.in_((CaseState.CLOSED, CaseState.EXTRACT)))
            .order_by(Case.registered_at)
        ).all()
        return tuple(_candidate(session, case, own, names) for case in found)


def propose(register: Register, wishes: Sequence[Wish]) -> Changes:
    """Make a list of what shall be destroyed; nothing is removed by that.

    Raises:
        NotDisposableError, RetentionNotOverError, MissingFieldsError, UnknownRecordError: as
            ``disposal_list.make``.
    """
    with register.write() as session:
        today = clock.local_date(register.clock.now())
        made, _ = disposal_list.make(session, wishes, today)
        row = Destruction(
            uid=new_uid(),
            items=plain.to_plain(made),
            items_hash=made.digest,
            proposed_at=register.clock.now(),
            proposed_by=register.user_name,
            appraisal="",
            basis="",
            approver="",
            approved_on=None,
            signers=[],
            scan_sha256=None,
            approved_at=None,
            withdrawn_at=None,
            executed_at=None,
            executed_by="",
            cleared_at=None,
            backups=[],
        )
        session.add(row)
        _note(register, session, "disposal.proposed", row, cases=len(made.lines))
        return changed(Noun.CASES, uid=row.uid)


def approve(register: Register, uid: str, draft: ApprovalDraft) -> Changes:
    """Record the approval of a list.

    Raises:
        DestructionNotApprovedError: fewer than two persons, another list than the one kept, or the
            list was decided on before.
        MissingFieldsError: appraisal, basis or approver are empty.
        FutureMomentError, MediumError, UnknownRecordError.
    """
    _refuse_incomplete(register, draft)
    kept = None if draft.scan is None else evidence.keep_file(register, draft.scan)
    with register.write() as session:
        row = _one(session, uid)
        if _stage(row) is not Stage.PROPOSED:
            raise DestructionNotApprovedError(reason=ApprovalFault.DECIDED)
        if draft.digest != row.items_hash:
            raise DestructionNotApprovedError(reason=ApprovalFault.LIST_CHANGED)
        row.appraisal, row.basis = draft.appraisal.strip(), draft.basis.strip()
        row.approver, row.approved_on = draft.approver.strip(), draft.approved_on
        row.signers = [plain.to_plain(each) for each in draft.signers if each.name.strip()]
        row.scan_sha256 = evidence.attach(register, session, kept).sha256 if kept else None
        row.approved_at = register.clock.now()
        _note(register, session, "disposal.approved", row, signers=len(row.signers))
        return changed(Noun.CASES, uid=uid)


def withdraw(register: Register, uid: str) -> Changes:
    """Drop a list that was not carried out; it stays in the register as withdrawn.

    Raises:
        DestructionNotApprovedError: it was carried out or withdrawn before.
        UnknownRecordError.
    """
    with register.write() as session:
        row = _one(session, uid)
        if _stage(row) not in {Stage.PROPOSED, Stage.APPROVED}:
            raise DestructionNotApprovedError(reason=ApprovalFault.DECIDED)
        row.withdrawn_at = register.clock.now()
        _note(register, session, "disposal.withdrawn", row)
        return changed(Noun.CASES, uid=uid)


def execute(register: Register, uid: str) -> Changes:
    """Destroy what an approved list names: the rows in one transaction, then every trace.

    Raises:
        DestructionNotApprovedError: it is not approved, or what the register holds is no longer
            what was approved; nothing was removed.
        NotDisposableError, RetentionNotOverError: as ``propose``; nothing was removed.
        MediumError: the rows are gone; what could not be cleared goes at the next opening.
    """
    with register.write() as session:
        row = _one(session, uid)
        _refuse_unapproved(row)
        now = register.clock.now()
        approved = _list(row)
        made, held = disposal_list.make(session, approved.wishes, clock.local_date(now))
        if made.digest != row.items_hash:
            raise DestructionNotApprovedError(reason=ApprovalFault.LIST_CHANGED)
        erasure.erase(session, row, held, now)
        row.executed_at, row.executed_by = now, register.user_name
        row.backups = known_backups(session)
        _note(register, session, "disposal.executed", row, cases=len(made.lines))
    erasure.finish(register)
    return changed(Noun.CASES, Noun.MATTERS, Noun.LETTERS, Noun.EXCHANGE, uid=uid)


def rows(register: Register) -> tuple[DestructionView, ...]:
    """Every list, the newest first."""
    with register.read() as session:
        found = session.scalars(select(Destruction).order_by(Destruction.id.desc()))
        return tuple(_view(session, row) for row in found)


def show(register: Register, uid: str) -> DestructionView:
    """Raises UnknownRecordError."""
    with register.read() as session:
        return _view(session, _one(session, uid))


def sheet(register: Register, uid: str) -> PrintedTable:
    """The 销毁清册 to be signed, or as it was signed and carried out; raises UnknownRecordError."""
    with register.read() as session:
        own = house.own_agency(session).name
        view = _view(session, _one(session, uid))
        fonts = house_fonts.chain(session)
    return disposal_register(
        DisposalFacts(
            agency=own,
            lines=tuple(_printed(each) for each in view.list.lines),
            digest=view.digest,
            proposed_on=clock.local_date(view.proposed_at),
            exercise=register.purpose is Purpose.EXERCISE,
            **{name: getattr(view, name) for name in _SAME},
        ),
        fonts,
    )


def note_printed(register: Register, uid: str) -> Changes:
    """Write into the journal that the list was sent to a printer."""
    with register.write() as session:
        _note(register, session, "disposal.printed", _one(session, uid))
    return changed()


def known_backups(session: Session) -> list[str]:
    """The backups the journal tells of: what was destroyed is still in them."""
    told = select(JournalLine).where(JournalLine.action.in_(("backup.made", "backup.removed")))
    found: dict[str, str] = {}
    for line in session.scalars(told.order_by(JournalLine.id)):
        name = str(line.facts.get("name", ""))
        found.pop(name, None)
        if line.action == "backup.made":
            found[name] = f"{clock.local(line.at):%Y-%m-%d %H:%M} {name}"
    return list(found.values())


# -- inside --------------------------------------------------------------------------------

_SAME: Final = (
    "proposed_by",
    "appraisal",
    "basis",
    "approver",
    "approved_on",
    "signers",
    "executed_at",
    "executed_by",
    "backups",
)
"""What the printed list says as the register does."""


def _printed(line: ListedFile) -> DisposalLine:
    return DisposalLine(
        number=line.number,
        title=line.title,
        owner=line.owner,
        copy=line.copy,
        closed_on=line.closed_on,
        term=line.term,
        ends_on=line.ends_on,
        reason=line.reason,
        early_basis=line.early_basis,
        letters=(
            *(number for matter in line.matters for number in matter.letters),
            *line.alone,
        ),
        entries=line.entries,
        files=len(line.files),
        drafts=line.drafts,
        naming=line.naming,
        naming_drafts=line.naming_drafts,
    )


def _one(session: Session, uid: str) -> Destruction:
    row = session.scalar(select(Destruction).where(Destruction.uid == uid))
    if row is None:
        raise UnknownRecordError(kind="destruction", uid=uid)
    return row


def _list(row: Destruction) -> DestructionList:
    return plain.from_plain(DestructionList, row.items)


def _stage(row: Destruction) -> Stage:
    if row.cleared_at is not None:
        return Stage.CLEARED
    if row.executed_at is not None:
        return Stage.EXECUTED
    if row.withdrawn_at is not None:
        return Stage.WITHDRAWN
    return Stage.PROPOSED if row.approved_at is None else Stage.APPROVED


def _refuse_incomplete(register: Register, draft: ApprovalDraft) -> None:
    needed = {"appraisal": draft.appraisal, "basis": draft.basis, "approver": draft.approver}
    missing = tuple(name for name, text in needed.items() if not text.strip())
    if missing:
        raise MissingFieldsError(fields=missing)
    if not retention.two_persons(draft.signers):
        raise DestructionNotApprovedError(reason=ApprovalFault.SIGNERS)
    if draft.approved_on > clock.local_date(register.clock.now()):
        raise FutureMomentError(moment=clock.at_local(*draft.approved_on.timetuple()[:3]))


def _refuse_unapproved(row: Destruction) -> None:
    stage = _stage(row)
    if stage is Stage.PROPOSED:
        raise DestructionNotApprovedError(reason=ApprovalFault.NOT_APPROVED)
    if stage is not Stage.APPROVED:
        raise DestructionNotApprovedError(reason=ApprovalFault.DECIDED)
    if not retention.two_persons(_signers(row)):
        raise DestructionNotApprovedError(reason=ApprovalFault.SIGNERS)


def _signers(row: Destruction) -> tuple[Signer, ...]:
    return tuple(plain.from_plain(Signer, each) for each in row.signers)


def _view(session: Session, row: Destruction) -> DestructionView:
    return DestructionView(
        uid=row.uid,
        stage=_stage(row),
        list=_list(row),
        digest=row.items_hash,
        proposed_at=row.proposed_at,
        proposed_by=row.proposed_by,
        appraisal=row.appraisal,
        basis=row.basis,
        approver=row.approver,
        approved_on=row.approved_on,
        signers=_signers(row),
        scan_sha256=row.scan_sha256 or "",
        executed_at=row.executed_at,
        executed_by=row.executed_by,
        cleared_at=row.cleared_at,
        backups=tuple(row.backups) if row.executed_at else tuple(known_backups(session)),
    )


def _candidate(session: Session, case: Case, own: str, names: Mapping[str, str]) -> Candidate:
    held = holdings.of_case(session, case, frozenset())
    return Candidate(
        uid=case.uid,
        number=case.number,
        name=case.name,
        owner=names.get(case.owner_uid, ""),
        copy=case.owner_uid != own,
        closed_on=disposal_list.closed_on(session, case) or _last_act(held),
        fault=disposal_list.fault(session, held),
    )


def _last_act(held: Holdings) -> date | None:
    """When the last step of its matters happened: where a copy's term may begin."""
    moments = [step.occurred_at for step in held.steps]
    return clock.local_date(max(moments)) if moments else None


def _note(
    register: Register, session: Session, action: str, row: Destruction, **facts: Plain
) -> None:
    digest = row.items_hash
    journal.append(
        session, register.clock, register.user_name, action, row.uid, digest=digest, **facts
    )
