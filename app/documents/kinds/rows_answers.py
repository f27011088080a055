"""The letters of the agency a case was sent to.

Most of them the police, 市场监管 and 审计 make on platforms of their own; 处理结果反馈函 none does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, cast

from app.documents.kinds.facts import Facts
from app.documents.kinds.facts_answers import (
    Acceptance,
    Filing,
    Forwarding,
    NonFiling,
    Result,
    Supplement,
)
from app.documents.kinds.row import LetterKind, LetterRow
from app.documents.model import Form
from app.kernel.terms import AgencyRole, MatterKind
from app.rules.steps import Side, StepKind


def _offence(facts: Facts) -> Iterator[str]:
    filing = cast("Filing", facts)
    if filing.penal and not filing.offence.strip():
        yield "offence"


_ISSUED: Final = (
    "issue.agency",
    "issue.receiver",
    "issue.handler",
    "issue.phone",
    "case_name",
    "letter.title",
    "letter.number",
)
_POLICE: Final = frozenset({AgencyRole.POLICE})
_ELSEWHERE: Final = frozenset({AgencyRole.POLICE, AgencyRole.MARKET, AgencyRole.AUDIT})

ANSWER_ROWS: Final[Mapping[LetterKind, LetterRow]] = MappingProxyType(
    {
        LetterKind.ACCEPTANCE: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.ACCEPTED,
            facts=Acceptance,
            template="acceptance.j2",
            form=Form.ENFORCEMENT,
            needs=(*_ISSUED, "officer", "phone", "enquiry"),
            side=Side.COUNTERPART,
            by=_POLICE,
            house=_ELSEWHERE,
        ),
        LetterKind.SUPPLEMENT: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.SUPPLEMENT_ASKED,
            facts=Supplement,
            template="supplement.j2",
            form=Form.ENFORCEMENT,
            needs=(*_ISSUED, "missing"),
            side=Side.COUNTERPART,
            house=_ELSEWHERE,
        ),
        LetterKind.FORWARDING: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.FORWARDED,
            facts=Forwarding,
            template="forwarding.j2",
            form=Form.ENFORCEMENT,
            needs=(*_ISSUED, "receiver", "reasons"),
            side=Side.COUNTERPART,
            house=_ELSEWHERE,
        ),
        LetterKind.FILING: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.FILED,
            facts=Filing,
            template="filing.j2",
            form=Form.ENFORCEMENT,
            needs=_ISSUED,
            checks=(_offence,),
            side=Side.COUNTERPART,
            house=_ELSEWHERE,
        ),
        LetterKind.NON_FILING: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.NOT_FILED,
            facts=NonFiling,
            template="non_filing.j2",
            form=Form.ENFORCEMENT,
            needs=(*_ISSUED, "reasons"),
            side=Side.COUNTERPART,
            house=_ELSEWHERE,
        ),
        LetterKind.RESULT: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.RESULT_REPORTED,
            facts=Result,
            template="result.j2",
            form=Form.ENFORCEMENT,
            needs=(*_ISSUED, "result"),
            side=Side.COUNTERPART,
        ),
    }
)
