"""The rows of an extract of another agency's that comes for the first time."""

from __future__ import annotations

from datetime import datetime

from app.kernel.terms import CaseState
from app.models import Case, CaseParty, Evidence, Party, Project, Violation
from app.rules.particulars import CaseFacts, EvidenceFacts
from app.services import cases
from app.services.batch import Batch
from app.vault.search import CaseTexts


def put_in(batch: Batch, facts: CaseFacts, owner: str, version: int, at: datetime) -> int:
    """Put a read-only case in, without its evidence; its key. Its parties have uids of their own,
    and no case has its uid."""
    case_id = batch.add(
        Case,
        uid=facts.uid,
        owner_uid=owner,
        version=version,
        registered_at=at,
        state=CaseState.EXTRACT,
        number=facts.number,
        opened_from=None,
        pack_hash="",
        withdrawn_at=None,
        withdrawal_reason=None,
        **cases.scalars(facts),
    )
    if facts.project is not None:
        batch.add(Project, case_id=case_id, **cases.fields(facts.project))
    for party in facts.parties:
        named = cases.fields(party)
        role = named.pop("role")
        batch.add(CaseParty, case_id=case_id, role=role, party_id=batch.add(Party, **named))
    for violation in facts.violations:
        batch.add(Violation, case_id=case_id, **cases.fields(violation))
    batch.index(case_id, _texts(facts))
    return case_id


def add_evidence(
    batch: Batch, case_id: int, item: EvidenceFacts, owner: str, attachment_id: int | None
) -> None:
    """An item whose file, if it has one, is here with key *attachment_id* or is awaited."""
    named = cases.fields(item)
    sha256 = named.pop("sha256")
    batch.add(
        Evidence,
        case_id=case_id,
        owner_uid=owner,
        attachment_id=attachment_id,
        awaited=None if attachment_id is not None else sha256 or None,
        **named,
    )


def _texts(facts: CaseFacts) -> CaseTexts:
    project = facts.project
    return CaseTexts(
        title=f"{facts.number} {facts.name}",
        parties=" ".join(party.name for party in facts.parties),
        body=" ".join([facts.facts, project.name if project else ""]),
        codes=" ".join(
            [facts.number, project.number if project else ""]
            + [party.identifier for party in facts.parties]
        ),
    )
