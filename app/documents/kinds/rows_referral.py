"""The letters an agency writes when it transfers a case, and what it does about the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, cast

from app.documents.kinds import inventory
from app.documents.kinds.facts import Approval, Facts, FeedbackRequest, Objection, Service
from app.documents.kinds.row import LetterKind, LetterRow
from app.documents.model import Form
from app.kernel.terms import AgencyRole, MatterKind
from app.rules.particulars import Having, Referral
from app.rules.steps import StepKind

# -- what the templates are told ---------------------------------------------------------------


def told(referral: Referral) -> dict[str, object]:
    """What every template that shows *referral* may name."""
    return {
        "referral": referral,
        "case": referral.case,
        "project": referral.case.project,
        "evidence": inventory.exhibits(referral),
        "materials": inventory.material_list(referral.materials),
        "articles": referral.articles,
        "enclosures": inventory.enclosures(referral),
    }


def _referral(facts: Facts) -> dict[str, object]:
    return told(cast("Referral", facts))


def _within(facts: Facts) -> dict[str, object]:
    return told(cast("Approval | Objection", facts).referral)


# -- what else may be missing ------------------------------------------------------------------


def reasons_of_absence(facts: Facts) -> Iterator[str]:
    """310号令第六条 lists five materials: one that is not there has its reason in the list."""
    if any(
        line.having is Having.ABSENT and not line.reason
        for line in cast("Referral", facts).materials
    ):
        yield "materials.reason"


def party_names(facts: Facts) -> Iterator[str]:
    if any(not party.name for party in cast("Referral", facts).case.parties):
        yield "case.parties.name"


def _offence(facts: Facts) -> Iterator[str]:
    approval = cast("Approval", facts)
    for name in ("offence", "offence_article") if approval.penal else ():
        if not getattr(approval.referral, name).strip():
            yield f"referral.{name}"


def _two_officers(facts: Facts) -> Iterator[str]:
    """310号令第五条: two officers or more, each with an 执法证号."""
    team = cast("Approval", facts).referral.team
    if len(team) < 2 or any(not (member.name and member.licence) for member in team):
        yield "referral.team"


# -- the rows ----------------------------------------------------------------------------------

_ISSUED: Final = ("issue.agency", "issue.receiver", "issue.handler", "issue.phone")
_CASE: Final = ("case.name", "case.source", "case.parties", "case.facts")
_DECISION: Final = (
    "referral_number",
    "decided_by",
    "decision_title",
    "decision_number",
    "decision_reasons",
    "reasons",
)
_POLICE: Final = frozenset({AgencyRole.POLICE})
_OTHERS: Final = frozenset(AgencyRole) - _POLICE
_NOT_AUDIT: Final = frozenset(AgencyRole) - {AgencyRole.AUDIT}
"""审计机关 transfers by 审计移送处理书 (审计法第四十五条), whomever to."""

REFERRAL_ROWS: Final[Mapping[LetterKind, LetterRow]] = MappingProxyType(
    {
        LetterKind.REFERRAL: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.ISSUED,
            facts=Referral,
            template="referral.j2",
            form=Form.ENFORCEMENT,
            needs=(
                *_ISSUED,
                *_CASE,
                "offence",
                "offence_article",
                "reasons",
                "bases",
                "materials",
                "copy_to",
            ),
            context=_referral,
            checks=(party_names, reasons_of_absence),
            towards=_POLICE,
            by=_NOT_AUDIT,
        ),
        LetterKind.TRANSFER: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.ISSUED,
            facts=Referral,
            template="transfer.j2",
            form=Form.LETTER,
            needs=(*_ISSUED, *_CASE, "reasons", "bases", "materials"),
            context=_referral,
            checks=(party_names, reasons_of_absence),
            towards=_OTHERS,
            by=_NOT_AUDIT,
        ),
        LetterKind.APPROVAL: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.REPORT_SUBMITTED,
            facts=Approval,
            template="approval.j2",
            form=Form.TABLE,
            needs=(
                "issue.agency",
                *(f"referral.{name}" for name in _CASE),
                "referral.receiver_name",
                "referral.bases",
            ),
            context=_within,
            checks=(_offence, _two_officers),
        ),
        LetterKind.SERVICE: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.DELIVERED,
            facts=Service,
            template="service.j2",
            form=Form.TABLE,
            needs=("issue.agency", "issue.receiver", "case_name", "papers"),
            side=None,
        ),
        LetterKind.REVIEW_REQUEST: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.REVIEW_REQUESTED,
            facts=Objection,
            template="review_request.j2",
            form=Form.ENFORCEMENT,
            needs=(*_ISSUED, *_DECISION),
            context=_within,
            towards=_POLICE,
        ),
        LetterKind.SUPERVISION: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.SUPERVISION_SUGGESTED,
            facts=Objection,
            template="supervision.j2",
            form=Form.ENFORCEMENT,
            needs=(*_ISSUED, *_DECISION),
            context=_within,
            towards=_POLICE,
        ),
        LetterKind.FEEDBACK: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.NOTE,
            facts=FeedbackRequest,
            template="feedback.j2",
            form=Form.LETTER,
            needs=(*_ISSUED, "case_name", "letter_title", "letter_number", "questions"),
        ),
    }
)
