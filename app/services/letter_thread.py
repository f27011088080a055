"""A matter read once for one of its letters, and what the officer adds in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from app.documents.kinds.letters import LetterKind
from app.kernel import clock
from app.kernel.errors import LetterFieldsError
from app.kernel.terms import AgencyRole
from app.models import Letter, Matter
from app.rules.fold import Folded, StepFacts
from app.rules.papers import Reference
from app.rules.particulars import Referral
from app.rules.steps import Side, StepKind
from app.services.threads import DutyView

_PRESCRIBED: Final[Mapping[str, str]] = MappingProxyType(
    {
        LetterKind.REFERRAL: "涉嫌犯罪案件移送书",
        LetterKind.AUDIT_REFERRAL: "审计移送处理书",
        LetterKind.REVIEW_REQUEST: "提请复议书",
        LetterKind.ACCEPTANCE: "受案回执",
        LetterKind.SUPPLEMENT: "补正通知书",
        LetterKind.FORWARDING: "移送案件通知书",
        LetterKind.FILING: "立案告知书",
        LetterKind.NON_FILING: "不予立案通知书",
        LetterKind.RESULT: "处理结果反馈函",
    }
)
"""What 执法文书 are called."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the officer writes for one letter and no record holds yet.

    *named*, *numbered* and *dated* are a paper that is referred to and lies elsewhere.
    """

    reasons: str = ""
    enclosures: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    basis: str = ""
    summary: str = ""
    opinion: str = ""
    place: str = ""
    standard: str = ""
    handling: str = ""
    custody: str = ""
    project: str = ""
    period: str = ""
    secrecy: str = ""
    named: str = ""
    numbered: str = ""
    dated: date | None = None
    wanted_by: date | None = None
    result: str = ""
    registration: str = ""
    office: str = ""
    officer: str = ""
    phone: str = ""
    enquiry: str = ""
    missing: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    receiver: str = ""
    offence: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """*letter* is the one the matter was opened with, *letters* are all in their order; *own* is
    our uid, *role* what the counterpart is, *overdue* what it owes by law and has not done at
    *now*."""

    matter: Matter
    referral: Referral
    steps: tuple[StepFacts, ...]
    folded: Folded
    letter: Letter | None
    letters: tuple[Letter, ...]
    names: Mapping[str, str]
    own: str
    role: AgencyRole
    overdue: tuple[DutyView, ...]
    now: datetime
    words: Words

    def last(self, *kinds: StepKind) -> StepFacts | None:
        return next((step for step in reversed(self.steps) if step.kind in kinds), None)

    def required(self, field: str, *kinds: StepKind) -> StepFacts:
        """Raises LetterFieldsError, by the name of *field*: the thread lacks the step."""
        found = self.last(*kinds)
        if found is None:
            raise LetterFieldsError(fields=(field,))
        return found

    def issued(self) -> Letter:
        """Raises LetterFieldsError: nothing was issued yet."""
        if self.letter is None:
            raise LetterFieldsError(fields=("letter_number",))
        return self.letter

    def reference(self) -> Reference:
        """The letter the matter was opened with. As ``issued``."""
        return self.reference_to(self.issued())

    def reference_to(self, letter: Letter) -> Reference:
        """*letter* by its title, number and day.

        One that was finished elsewhere may be known by the name of its file alone; what it is
        called is prescribed, or follows from what it is about.
        """
        named = letter.way == "program" or letter.title.endswith("函")
        title = letter.title if named else self._title_of(letter)
        return Reference(title, letter.number, letter.dated_on)

    def _title_of(self, letter: Letter) -> str:
        about = self.referral.case.name
        clue = "线索" if letter.kind == LetterKind.CLUE else ""
        opener = self.names[self.matter.opener_uid]
        return _PRESCRIBED.get(letter.kind) or f"{opener}关于移送{about}{clue}的函"

    def acknowledged(self) -> datetime | None:
        """When the counterpart signed for it."""
        signed = self.last(StepKind.ACKNOWLEDGED)
        return self.folded.occurred_at(signed) if signed else None

    def received_at(self, step: StepFacts) -> datetime | None:
        """When we received the notice *step*, as the clock of our answer counts it; an import is
        no receipt."""
        for one in reversed(self.steps):
            if one.kind is StepKind.NOTICE_RECEIVED and one.about == step.uid:
                return self.folded.occurred_at(one)
        return step.moment("received_at") if step.side is Side.OPENER else None

    def received(self, step: StepFacts) -> datetime:
        """As ``received_at``.

        Raises:
            LetterFieldsError: the receipt is not recorded.
        """
        found = self.received_at(step)
        if found is None:
            raise LetterFieldsError(fields=("decision_received_at",))
        return found

    @property
    def penal(self) -> bool:
        """Whether the police are asked to answer."""
        return self.role is AgencyRole.POLICE


def day_of(step: StepFacts) -> date:
    """The date a notice bears, else the day it was made known."""
    stated = step.fields.get("dated_on")
    return date.fromisoformat(stated) if stated else clock.local_date(step.occurred_at)
