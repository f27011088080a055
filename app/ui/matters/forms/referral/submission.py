"""The acts that bring a referral to the head's desk, one after the other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.kernel.canon import Plain
from app.kernel.errors import AppError
from app.kernel.terms import Carrier, MatterKind
from app.rules.particulars import Referral, TeamMember
from app.rules.steps import StepKind
from app.services import matters
from app.services.admission import StepDraft
from app.services.changes import Changes
from app.services.matters import MatterDraft, MatterView
from app.ui.desk import Answer
from app.ui.matters.forms.referral.route_step import Choice
from app.ui.page import Page


class Submission(QObject):
    """Opens the matter, or revises it; records 组成专案组 and 呈报移送报告.

    What was done stays done when a later act is refused: asking again goes on from there.
    Signals: ``done`` (matter uid), ``refused`` (AppError).
    """

    done = Signal(str)
    refused = Signal(object)

    def __init__(self, page: Page, matter: MatterView | None, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._uid = matter.uid if matter else ""
        self._team = _recorded_team(matter)
        self._facts: Referral | None = None

    def start(self, facts: Referral, choice: Choice) -> None:
        self._facts = facts
        if self._uid:
            answer = self._page.act(matters.revise, self._uid, facts)
        else:
            draft = MatterDraft(
                kind=MatterKind.REFERRAL,
                case_uid=facts.case.uid,
                counterpart_uid=choice.receiver.uid,
                basis=choice.basis,
                particulars=facts,
            )
            answer = self._page.act(matters.open_matter, draft)
        answer.for_(self).then(self._opened).otherwise(self._refuse)

    # -- inside ----------------------------------------------------------------------------

    def _opened(self, changes: Changes) -> None:
        self._uid = changes.uid
        team = team_text(self._facts.team if self._facts else ())
        if team and team != self._team:
            self._record(StepKind.TEAM_FORMED, {"members": team}).then(self._report)
            self._team = team
        else:
            self._report(changes)

    def _report(self, _changes: Changes) -> None:
        author = self._facts.case.handler if self._facts else ""
        fields: dict[str, Plain] = {"author": author} if author else {}
        self._record(StepKind.REPORT_SUBMITTED, fields).then(lambda _: self.done.emit(self._uid))

    def _record(self, kind: StepKind, fields: dict[str, Plain]) -> Answer[Changes]:
        draft = StepDraft(
            kind=kind,
            occurred_at=self._page.desk.clock.now(),
            carrier=Carrier.PROGRAM,
            fields=fields,
        )
        answer = self._page.act(matters.record_step, self._uid, draft).for_(self)
        return answer.otherwise(self._refuse)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def team_text(team: tuple[TeamMember, ...]) -> str:
    """The members of a 专案组 as the step 组成专案组 names them, a line each."""
    return "\n".join(f"{one.name}　{one.licence}" for one in team)


def _recorded_team(matter: MatterView | None) -> str:
    steps = matter.steps if matter else ()
    formed = [each for each in steps if each.kind is StepKind.TEAM_FORMED]
    return str(formed[-1].fields.get("members", "")) if formed else ""
