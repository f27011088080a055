"""Lists, records and letters of the agency whose case it is, beside those of ``rows_referral``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, cast

from app.documents.kinds.facts import Facts
from app.documents.kinds.facts_casework import (
    AuditReferral,
    Clue,
    DisciplineClue,
    Handover,
    Lists,
    NotReferred,
    OpinionReply,
    Reminder,
)
from app.documents.kinds.row import LetterKind, LetterRow
from app.documents.kinds.rows_referral import party_names, reasons_of_absence, told
from app.documents.model import Form
from app.kernel.terms import AgencyRole, MatterKind
from app.rules.steps import StepKind

_OfReferral = Lists | Handover | NotReferred | AuditReferral | Clue


def _within(facts: Facts) -> dict[str, object]:
    return told(cast("_OfReferral", facts).referral)


def _parties(facts: Facts) -> Iterator[str]:
    return party_names(cast("_OfReferral", facts).referral)


def _absences(facts: Facts) -> Iterator[str]:
    return reasons_of_absence(cast("_OfReferral", facts).referral)


_ISSUED: Final = ("issue.agency", "issue.receiver", "issue.handler", "issue.phone")
_CASE: Final = tuple(f"referral.case.{name}" for name in ("name", "source", "parties", "facts"))
_ALL: Final = frozenset(AgencyRole)
_PENAL: Final = frozenset({AgencyRole.POLICE})
_AUDIT: Final = frozenset({AgencyRole.AUDIT})

CASEWORK_ROWS: Final[Mapping[LetterKind, LetterRow]] = MappingProxyType(
    {
        LetterKind.MATERIALS: LetterRow(
            matter=MatterKind.REFERRAL,
            step=None,
            facts=Lists,
            template="materials.j2",
            form=Form.TABLE,
            needs=("issue.agency", "referral.case.name", "referral.materials"),
            context=_within,
            checks=(_absences,),
        ),
        LetterKind.ARTICLES: LetterRow(
            matter=MatterKind.REFERRAL,
            step=None,
            facts=Lists,
            template="articles.j2",
            form=Form.TABLE,
            needs=("issue.agency", "referral.case.name", "referral.articles"),
            context=_within,
        ),
        # 310号令第十二条: within three days of the notice of filing, 并办结交接手续.
        LetterKind.HANDOVER: LetterRow(
            matter=MatterKind.REFERRAL,
            step=None,
            facts=Handover,
            template="handover.j2",
            form=Form.ENFORCEMENT,
            needs=("issue.agency", "issue.receiver", "referral.case.name", "filing.title"),
            context=_within,
            towards=_PENAL,
        ),
        # 第五条第二款: 决定不批准的，应当将不予批准的理由记录在案.
        LetterKind.NOT_REFERRED: LetterRow(
            matter=MatterKind.REFERRAL,
            step=None,
            facts=NotReferred,
            template="not_referred.j2",
            form=Form.ENFORCEMENT,
            needs=(
                "issue.agency",
                *_CASE,
                "reported_at",
                "standard",
                "reasons",
                "handling",
                "approver",
                "decided_at",
            ),
            context=_within,
            checks=(_parties,),
            towards=_PENAL,
        ),
        LetterKind.AUDIT_REFERRAL: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.ISSUED,
            facts=AuditReferral,
            template="audit_referral.j2",
            form=Form.ENFORCEMENT,
            needs=(*_ISSUED, *_CASE, "project", "period", "opinion", "referral.materials"),
            context=_within,
            checks=(_parties, _absences),
            by=_AUDIT,
            house=_AUDIT,
        ),
        # A suspected crime goes to the police by 移送书 alone: as a clue it would bind nobody.
        LetterKind.CLUE: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.ISSUED,
            facts=Clue,
            template="clue.j2",
            form=Form.LETTER,
            needs=(*_ISSUED, *_CASE, "opinion", "secrecy"),
            context=_within,
            checks=(_parties,),
            towards=_ALL - _PENAL,
            by=_ALL - _AUDIT,
        ),
        LetterKind.DISCIPLINE_CLUE: LetterRow(
            matter=None,
            step=None,
            facts=DisciplineClue,
            template="discipline_clue.j2",
            form=Form.LETTER,
            needs=(),
            blank=True,
        ),
        LetterKind.REMINDER: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.NOTE,
            facts=Reminder,
            template="reminder.j2",
            form=Form.LETTER,
            needs=(*_ISSUED, "case_name", "letter.title", "overdue"),
        ),
        LetterKind.OPINION_REPLY: LetterRow(
            matter=MatterKind.REFERRAL,
            step=None,
            facts=OpinionReply,
            template="opinion_reply.j2",
            form=Form.LETTER,
            needs=(*_ISSUED, "case_name", "opinion.title", "opinion.number", "result"),
            towards=_PENAL,
        ),
    }
)
