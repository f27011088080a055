"""Every letter's sample, and who issues it to whom under which number: nothing real."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from app.demo.sample_answers import (
    ACCEPTANCE,
    FILING,
    FORWARDING,
    NON_FILING,
    RESULT,
    SUPPLEMENT,
)
from app.demo.sample_papers import EVERY_PAPER, MEMBERS
from app.demo.samples import (
    AUDIT,
    CLUE,
    DISCIPLINE,
    FEEDBACK,
    HANDOVER,
    ISSUE,
    LISTS,
    NOT_REFERRED,
    OBJECTION,
    OPINION_REPLY,
    REFERRAL,
    REMINDER,
    SERVICE,
    TRANSFER,
)
from app.documents.kinds.facts import Approval, Facts, Issue
from app.documents.kinds.letters import LetterKind

EVERY: Final[dict[LetterKind, Facts]] = {
    LetterKind.REFERRAL: REFERRAL,
    LetterKind.TRANSFER: TRANSFER,
    LetterKind.APPROVAL: Approval(REFERRAL, opinion="建议移送。"),
    LetterKind.SERVICE: SERVICE,
    LetterKind.REVIEW_REQUEST: OBJECTION,
    LetterKind.SUPERVISION: OBJECTION,
    LetterKind.FEEDBACK: FEEDBACK,
    LetterKind.MATERIALS: LISTS,
    LetterKind.ARTICLES: LISTS,
    LetterKind.HANDOVER: HANDOVER,
    LetterKind.NOT_REFERRED: NOT_REFERRED,
    LetterKind.AUDIT_REFERRAL: AUDIT,
    LetterKind.CLUE: CLUE,
    LetterKind.DISCIPLINE_CLUE: DISCIPLINE,
    LetterKind.REMINDER: REMINDER,
    LetterKind.OPINION_REPLY: OPINION_REPLY,
    LetterKind.ACCEPTANCE: ACCEPTANCE,
    LetterKind.SUPPLEMENT: SUPPLEMENT,
    LetterKind.FORWARDING: FORWARDING,
    LetterKind.FILING: FILING,
    LetterKind.NON_FILING: NON_FILING,
    LetterKind.RESULT: RESULT,
    **EVERY_PAPER,
}

_FINANCE: Final = ISSUE
_POLICE: Final = replace(
    ISSUE,
    agency="示例市公安局",
    receiver="示例市财政局",
    handler="壬某某",
    phone="0000-4444444",
    register="81b6d0f2-5c3e-4d19-8a77-2f4e6a9c0b15",
)
_AUDIT: Final = replace(
    ISSUE,
    agency="示例市审计局",
    handler="辛某某",
    phone="0000-5555555",
    register="c49a7e31-0d52-4f86-9b1c-7e3d5f2a8c64",
)
_MARKET: Final = replace(
    ISSUE,
    agency="示例市市场监督管理局",
    receiver="示例市财政局",
    handler="癸某某",
    phone="0000-6666666",
    register="5e0f93a8-2b71-4c6d-a3d4-9c8b1e7f6a20",
)
_TO_MARKET: Final = "示例市市场监督管理局"
_TO_PROCURATORATE: Final = "示例市人民检察院"
_TO_MEMBERS: Final = "、".join(MEMBERS)


def _on(issue: Issue, number: str, month: int, day: int, receiver: str = "") -> Issue:
    return replace(
        issue,
        number=number,
        day=date(2026, month, day),
        receiver=receiver or issue.receiver,
    )


_SHEET: Final = replace(ISSUE, number="", day=None)
"""表格 and what is written by hand bear no number of their own."""

ISSUES: Final[Mapping[LetterKind, Issue]] = MappingProxyType(
    {
        LetterKind.REFERRAL: ISSUE,
        LetterKind.TRANSFER: _on(_FINANCE, "示财采函〔2026〕8号", 9, 18, _TO_MARKET),
        LetterKind.APPROVAL: _SHEET,
        LetterKind.SERVICE: _SHEET,
        LetterKind.REVIEW_REQUEST: _on(_FINANCE, "示财案复〔2026〕1号", 9, 24),
        LetterKind.SUPERVISION: _on(_FINANCE, "示财案督〔2026〕1号", 9, 28, _TO_PROCURATORATE),
        LetterKind.FEEDBACK: _on(_FINANCE, "示财采函〔2026〕15号", 9, 28),
        LetterKind.MATERIALS: _SHEET,
        LetterKind.ARTICLES: _SHEET,
        LetterKind.HANDOVER: _on(_FINANCE, "示财案交〔2026〕1号", 9, 24),
        LetterKind.NOT_REFERRED: _on(_FINANCE, "示财案不移〔2026〕1号", 9, 16),
        LetterKind.AUDIT_REFERRAL: _on(_AUDIT, "示审移〔2026〕1号", 9, 18),
        LetterKind.CLUE: _on(_FINANCE, "示财采函〔2026〕9号", 9, 18, _TO_MARKET),
        LetterKind.DISCIPLINE_CLUE: replace(_SHEET, receiver="示例市纪委监委"),
        LetterKind.REMINDER: _on(_FINANCE, "示财采函〔2026〕21号", 10, 12),
        LetterKind.OPINION_REPLY: _on(_FINANCE, "示财采函〔2026〕33号", 11, 23, _TO_PROCURATORATE),
        LetterKind.ACCEPTANCE: _on(_POLICE, "示公受回字〔2026〕21号", 9, 18),
        LetterKind.SUPPLEMENT: _on(_POLICE, "示公补字〔2026〕3号", 9, 19),
        LetterKind.FORWARDING: _on(_POLICE, "示公移字〔2026〕5号", 9, 19),
        LetterKind.FILING: _on(_POLICE, "示公立告字〔2026〕8号", 9, 21),
        LetterKind.NON_FILING: _on(_POLICE, "示公不立字〔2026〕12号", 9, 21),
        LetterKind.RESULT: _on(_MARKET, "示市监案函〔2026〕6号", 11, 5),
        LetterKind.CONSULTATION: _on(_FINANCE, "示财采函〔2026〕12号", 9, 18),
        LetterKind.REPLY: _on(_POLICE, "示公函〔2026〕30号", 9, 25),
        LetterKind.MEETING_NOTICE: _on(_FINANCE, "示财采函〔2026〕11号", 9, 15, _TO_MEMBERS),
        LetterKind.SIGN_IN: _SHEET,
        LetterKind.MINUTES: _on(_FINANCE, "〔2026〕3号", 9, 28, _TO_MEMBERS),
        LetterKind.BULLETIN: _on(_FINANCE, "示财采〔2026〕9号", 9, 2, _TO_MEMBERS),
        LetterKind.REPORT: _on(_FINANCE, "示财采〔2026〕12号", 10, 10, "示例市人民政府"),
        LetterKind.TYPICAL_CASE: _on(_FINANCE, "示财采〔2026〕10号", 9, 18, _TO_MEMBERS),
    }
)
JOINT: Final = replace(
    ISSUE,
    number="示财采〔2026〕11号",
    receiver="各区县财政局、公安局、审计局、市场监督管理局",
    joint=MEMBERS,
)
"""信息通报 that the members issue together to their own agencies below."""
