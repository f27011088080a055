"""The shape of a row of ``LETTERS`` and the names of the letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.documents.kinds.facts import Facts
from app.documents.model import Form
from app.kernel.terms import AgencyRole, MatterKind
from app.rules.steps import Side, StepKind


class LetterKind(StrEnum):
    """The documents this program writes; the word is stored with an issued letter."""

    REFERRAL = "referral"
    """涉嫌犯罪案件移送书, to the police."""
    TRANSFER = "transfer"
    """案件移送函, to any other agency."""
    APPROVAL = "approval"
    """移送涉嫌犯罪案件审批表."""
    SERVICE = "service"
    """送达回证."""
    REVIEW_REQUEST = "review_request"
    """提请复议书."""
    SUPERVISION = "supervision"
    """立案监督建议函."""
    FEEDBACK = "feedback"
    """商请反馈函."""
    # what goes with a transfer, or in place of one
    MATERIALS = "materials"
    """移送材料清单, alone."""
    ARTICLES = "articles"
    """涉案物品清单, alone."""
    HANDOVER = "handover"
    """涉案物品交接单, after filing (310号令第十二条)."""
    NOT_REFERRED = "not_referred"
    """不予移送理由记录 (310号令第五条第二款)."""
    AUDIT_REFERRAL = "audit_referral"
    """审计移送处理书."""
    CLUE = "clue"
    """线索移送函, to a member."""
    DISCIPLINE_CLUE = "discipline_clue"
    """问题线索移送函, to 纪检监察: a blank form, filled in by hand."""
    REMINDER = "reminder"
    """催办函: a statutory period of the other side has passed."""
    OPINION_REPLY = "opinion_reply"
    """检察意见回复函."""
    # what the receiver answers
    ACCEPTANCE = "acceptance"
    """受案回执."""
    SUPPLEMENT = "supplement"
    """补正通知书."""
    FORWARDING = "forwarding"
    """移送案件通知书."""
    FILING = "filing"
    """立案告知书."""
    NON_FILING = "non_filing"
    """不予立案通知书."""
    RESULT = "result"
    """处理结果反馈函."""
    # standing alone
    CONSULTATION = "consultation"
    """咨询函."""
    REPLY = "reply"
    """复函."""
    MEETING_NOTICE = "meeting_notice"
    """联席会议通知."""
    SIGN_IN = "sign_in"
    """会议签到表, of the same particulars."""
    MINUTES = "minutes"
    """会议纪要."""
    BULLETIN = "bulletin"
    """信息通报."""
    REPORT = "report"
    """运行情况报告."""
    TYPICAL_CASE = "typical_case"
    """典型案例通报."""


Check = Callable[[Facts], Iterator[str]]


@dataclass(frozen=True, slots=True)
class LetterRow:
    """*needs* are dotted names into the facts, ``issue.`` into how it is issued.

    *step* of *matter* is what issuing it does; a letter without a matter stands alone, one without
    a step is no act. *side* writes it, None: both. *by* are the agencies that write it and
    *towards* the receivers it is for, empty: any. *house*: agencies of these roles make it on a
    platform of their own, so the office must have said that it is made here. *blank*: a form for
    writing by hand, never numbered, never kept. *checks* name what else is missing. *context* gives
    the template what it must not work out itself.
    """

    matter: MatterKind | None
    step: StepKind | None
    facts: type[Facts]
    template: str
    form: Form
    needs: tuple[str, ...]
    context: Callable[[Facts], Mapping[str, object]] | None = None
    checks: tuple[Check, ...] = ()
    towards: frozenset[AgencyRole] = frozenset()
    side: Side | None = Side.OPENER
    by: frozenset[AgencyRole] = frozenset()
    house: frozenset[AgencyRole] = frozenset()
    blank: bool = False

    @property
    def numbered(self) -> bool:
        """Whether it is issued under a number; any other sheet is printed when it is wanted."""
        return self.form is not Form.TABLE and not self.blank

    def is_for(self, author: AgencyRole, receiver: AgencyRole) -> bool:
        return (not self.by or author in self.by) and (not self.towards or receiver in self.towards)
