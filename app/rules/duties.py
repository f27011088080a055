"""Who owes what by when, read off the steps of a matter and the rules of a pack.

Nothing here starts on an import: only on steps that somebody recorded. Where both sides recorded
an act, the moment on paper counts. Dates are kept as computed; ``standing`` compares them with a
moment the caller gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from app.kernel import clock
from app.kernel.terms import AgencyRole, Carrier
from app.rules.calendar import Calendars
from app.rules.deadlines import Due, reckon
from app.rules.fold import Folded, Sight, StepFacts
from app.rules.packs import (
    Condition,
    DeadlineRule,
    Flow,
    Nature,
    Period,
    RuleKind,
    RulePack,
    Trigger,
)
from app.rules.steps import CrossingRule, Side, StepKind

FLOWS: Final = MappingProxyType(
    {
        AgencyRole.POLICE: Flow.TRANSFER_POLICE,
        AgencyRole.MARKET: Flow.TRANSFER_MARKET,
        AgencyRole.FINANCE: Flow.TRANSFER_FINANCE,
    }
)
SUPPLEMENT: Final = "补正"
"""The word in ``DeadlineRule.suspend`` for the time a 补正通知 takes."""

_DECISIONS: Final = frozenset({StepKind.FILED, StepKind.NOT_FILED, StepKind.REVIEW_UPHELD})
_DEFAULT_WARNING: Final = 66

# What crossed was done all the same and can answer a period; what is none of its author's part,
# was taken back, or is told by another record cannot.
_NEVER_COUNTS: Final = frozenset(
    {
        CrossingRule.VOIDED,
        CrossingRule.SAME_ACT,
        CrossingRule.NOT_ITS_AUTHOR,
        CrossingRule.NOT_ITS_PART,
    }
)


class DutyState(StrEnum):
    """What the steps say; whether an open duty is overdue depends on the day one looks."""

    OPEN = "open"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    MET = "met"
    LATE = "late"
    CANCELLED = "cancelled"


class Standing(StrEnum):
    """How a duty stands at a moment."""

    UNDATED = "undated"
    RUNNING = "running"
    SOON = "soon"
    TODAY = "today"
    PAST_FIRST_DATE = "past_first_date"
    OVERDUE = "overdue"
    PAST_SUGGESTION = "past_suggestion"
    LAPSED = "lapsed"
    SUSPENDED = "suspended"
    MET = "met"
    LATE = "late"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Setting:
    """What of the matter selects its rules, and from which side the dates are looked at."""

    flow: Flow
    viewer: Side
    economic_crime: bool


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """One period that ran or runs.

    *due_at* is the moment to list and remind of (un-rolled for an own duty whose rule is
    ``strict_display``), *rolled_at* the one after 节假日顺延, *latest_at* the outer limit where the
    rule or a recorded extension gives one; all three are empty where the law gives no number.
    *after_supplement* is the second computation, from the supplement on («补正后另算»).
    """

    rule_id: str
    owner: Side
    kind: RuleKind
    nature: Nature
    started_by: str
    started_at: datetime
    presumed: bool
    due_at: datetime | None
    rolled_at: datetime | None
    latest_at: datetime | None
    warn_at: datetime | None
    after_supplement: datetime | None
    unknown_years: tuple[int, ...]
    state: DutyState
    extended_by: tuple[str, ...]
    closed_by: str
    closed_at: datetime | None

    @property
    def provisional(self) -> bool:
        """«暂定»: the holidays of a year that matters are not announced."""
        return bool(self.unknown_years)

    @property
    def limit(self) -> datetime | None:
        """The moment after which it is late."""
        moments = [m for m in (self.rolled_at, self.latest_at, self.after_supplement) if m]
        return max(moments, default=None)


def flow_of(counterpart: AgencyRole) -> Flow:
    """The flow of a referral to *counterpart*."""
    return FLOWS.get(counterpart, Flow.TRANSFER_OTHER)


def duties(
    pack: RulePack, calendars: Calendars, folded: Folded, setting: Setting
) -> tuple[DutyFacts, ...]:
    """Every period the steps of *folded* started, in the order of the pack."""
    thread = _Thread(folded)
    return tuple(
        _Duty(rule, start, thread, calendars, setting).facts()
        for rule in pack.rules
        if _concerns(rule, setting)
        for start in thread.starts(rule)
        if _in_force(rule, start) and thread.fulfils(rule.applies_if, start)
    )


def standing(duty: DutyFacts, now: datetime) -> Standing:
    """How *duty* stands at *now*."""
    if duty.state in _SETTLED:
        return _SETTLED[duty.state]
    if duty.due_at is None or duty.limit is None:
        return Standing.UNDATED
    if now > duty.limit:
        return _passed(duty)
    if duty.state is DutyState.SUSPENDED:
        return Standing.SUSPENDED
    if now > duty.due_at:
        return Standing.PAST_FIRST_DATE
    if clock.local_date(now) == clock.local_date(duty.due_at):
        return Standing.TODAY
    return Standing.SOON if duty.warn_at and now >= duty.warn_at else Standing.RUNNING


_SETTLED: Final = MappingProxyType(
    {
        DutyState.MET: Standing.MET,
        DutyState.LATE: Standing.LATE,
        DutyState.CANCELLED: Standing.CANCELLED,
    }
)


def _passed(duty: DutyFacts) -> Standing:
    if duty.nature is not Nature.DUTY:
        return Standing.LAPSED
    if duty.kind is RuleKind.AGREED:
        return Standing.PAST_SUGGESTION
    return Standing.OVERDUE


def _concerns(rule: DeadlineRule, setting: Setting) -> bool:
    if not rule.enabled or rule.same_as or rule.flow not in (setting.flow, Flow.ANY):
        return False
    match rule.applies_if:
        case Condition.ECONOMIC_CRIME:
            return setting.economic_crime
        case Condition.NOT_ECONOMIC_CRIME:
            return not setting.economic_crime
        case _:
            return True


def _in_force(rule: DeadlineRule, start: _Start) -> bool:
    day = clock.local_date(start.moment)
    return not (
        (rule.effective_from and day < rule.effective_from)
        or (rule.effective_to and day > rule.effective_to)
    )


@dataclass(frozen=True, slots=True)
class _Start:
    """*anchor* is the act the period is about: the notice for its receipt, else *step* itself."""

    step: StepFacts
    anchor: StepFacts
    moment: datetime
    presumed: bool


class _Thread:
    """The steps that count, and who had seen what."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._sight = Sight(folded.order)
        self._all = {step.uid: step for step in folded.order}
        self._told_by = {
            row.uid: row.by for row in folded.crossed if row.rule is CrossingRule.SAME_ACT
        }
        self._void = {row.uid for row in folded.crossed if row.rule in _NEVER_COUNTS}
        self.effective = folded.effective()
        self._counting = {step.uid for step in self.effective}

    def moment(self, step: StepFacts) -> datetime:
        """When the act happened: the paper's record of it before the program's."""
        records = self._folded.records(step)
        paper = [one for one in records if one.carrier is Carrier.PAPER]
        return self._folded.occurred_at((paper or [step])[0])

    def starts(self, rule: DeadlineRule) -> list[_Start]:
        """One start an act; a second-best trigger is for acts no better one has told of."""
        received = {trigger.about for trigger in rule.trigger}
        found: list[_Start] = []
        for trigger in rule.trigger:
            second_best = trigger.instead or trigger.presumed
            if second_best and found and trigger.step not in received:
                continue
            told = {start.anchor.uid for start in found}
            found += [start for start in self._started(trigger) if start.anchor.uid not in told]
        return found

    def fulfils(self, condition: Condition | None, start: _Start) -> bool:
        before = {step.kind for step in self.effective[: self.effective.index(start.step)]}
        match condition:
            case Condition.DECIDED:
                return bool(before & _DECISIONS)
            case Condition.UNDECIDED:
                return not before & _DECISIONS
            case Condition.AFTER_ORDER:
                return StepKind.FILING_ORDERED in before
            case _:
                return True

    def follows(self, step: StepFacts, start: _Start) -> bool:
        """Whether *step* can answer *start*.

        It can when its author knew of it, even if it then crossed with something else; or when
        neither had seen the other. What was recorded before but done after it counts too, because
        a delivery is often written down late.
        """
        if step.uid in self._void:
            return False
        if self._sight.knew(step.uid, start.anchor.uid) or step.uid == start.step.uid:
            return True
        if step.uid not in self._counting:
            return False
        unseen = not self._sight.knew(start.anchor.uid, step.uid)
        return unseen or self.moment(step) >= start.moment

    def first(self, kinds: Sequence[StepKind], start: _Start) -> StepFacts | None:
        """The first step of *kinds* that answers *start*."""
        return next(
            (s for s in self._folded.order if s.kind in kinds and self.follows(s, start)), None
        )

    def _started(self, trigger: Trigger) -> Iterator[_Start]:
        anchors: set[str] = set()
        for step in self.effective:
            anchor = self._anchor(trigger, step)
            if anchor is None or anchor.uid in anchors:
                continue
            moment = self._moment_of(trigger, step)
            if moment is None:
                continue
            anchors.add(anchor.uid)
            yield _Start(step, anchor, moment, bool(trigger.presumed))

    def _anchor(self, trigger: Trigger, step: StepFacts) -> StepFacts | None:
        if step.kind is not trigger.step:
            return None
        if trigger.about is None:
            return step
        target = self._all.get(self._told_by.get(step.about, step.about))
        return target if target is not None and target.kind is trigger.about else None

    def _moment_of(self, trigger: Trigger, step: StepFacts) -> datetime | None:
        if not trigger.field:
            return self.moment(step)
        moments = (one.moment(trigger.field) for one in self._folded.records(step))
        return next((moment for moment in moments if moment is not None), None)


class _Duty:
    """One rule at one start."""

    def __init__(
        self,
        rule: DeadlineRule,
        start: _Start,
        thread: _Thread,
        calendars: Calendars,
        setting: Setting,
    ) -> None:
        self._rule = rule
        self._start = start
        self._thread = thread
        self._calendars = calendars
        self._setting = setting
        self._extensions = [step for step in thread.effective if self._extends(step)]

    def facts(self) -> DutyFacts:
        due = self._reckon(self._start.moment)
        latest = self._latest(self._start.moment)
        closed = self._closing()
        facts = DutyFacts(
            rule_id=self._rule.id,
            owner=self._rule.actor,
            kind=self._rule.kind,
            nature=self._rule.nature,
            started_by=self._start.step.uid,
            started_at=self._start.moment,
            presumed=self._start.presumed,
            due_at=self._listed(due),
            rolled_at=due.rolled if due else None,
            latest_at=latest.rolled if latest else None,
            warn_at=self._warning(due),
            after_supplement=self._after_supplement(),
            unknown_years=_unknown(due, latest),
            state=DutyState.OPEN,
            extended_by=tuple(step.uid for step in self._extensions),
            closed_by=closed.uid if closed else "",
            closed_at=self._thread.moment(closed) if closed else None,
        )
        return replace(facts, state=self._state(facts, closed))

    def _reckon(self, start: datetime) -> Due | None:
        if self._rule.length is None:
            return None
        period = Period(self._rule.length, self._rule.unit)
        return reckon(self._calendars, start, period, roll=self._rule.roll)

    def _latest(self, start: datetime) -> Due | None:
        """The outer limit: that of the rule, or the one its recorded extensions lead to."""
        period = self._rule.latest
        if period is None and self._rule.length is not None and self._extensions:
            period = Period(self._rule.length, self._rule.unit)
        if period is None:
            return None
        recorded = {step.kind for step in self._extensions}
        for extension in self._rule.extend:
            if extension.step in recorded:
                length = extension.length or period.length + (extension.add or 0)
                period = Period(length, extension.unit)
        return reckon(self._calendars, start, period, roll=self._rule.roll)

    def _extends(self, step: StepFacts) -> bool:
        return any(extension.step is step.kind for extension in self._rule.extend)

    def _listed(self, due: Due | None) -> datetime | None:
        if due is None:
            return None
        own = self._rule.actor is self._setting.viewer
        return due.due if own and self._rule.strict_display else due.rolled

    def _warning(self, due: Due | None) -> datetime | None:
        listed = self._listed(due)
        if listed is None:
            return None
        percent = self._rule.warn[0] if self._rule.warn else _DEFAULT_WARNING
        return self._start.moment + (listed - self._start.moment) * percent / 100

    def _after_supplement(self) -> datetime | None:
        """The outer limit counted anew from the last supplement that was asked for."""
        asked = self._asked()
        answered = [
            step
            for step in self._thread.effective
            if asked and step.kind is StepKind.SUPPLEMENTED and asked.uid != step.uid
        ]
        if not answered:
            return None
        moment = self._thread.moment(answered[-1])
        again = self._latest(moment) or self._reckon(moment)
        return again.rolled if again else None

    def _asked(self) -> StepFacts | None:
        if SUPPLEMENT not in self._rule.suspend:
            return None
        return self._thread.first([StepKind.SUPPLEMENT_ASKED], self._start)

    def _closing(self) -> StepFacts | None:
        """The step that ended it, by doing what is owed or by taking its ground away."""
        ends = [*self._rule.closed_by, *self._rule.cancelled_by]
        return self._thread.first(ends, self._start)

    def _state(self, facts: DutyFacts, closed: StepFacts | None) -> DutyState:
        if closed is not None:
            return self._ended(facts, closed)
        if self._asked() is not None and facts.after_supplement is None:
            return DutyState.SUSPENDED
        return DutyState.EXTENDED if facts.extended_by else DutyState.OPEN

    def _ended(self, facts: DutyFacts, closed: StepFacts) -> DutyState:
        if closed.kind not in self._rule.closed_by:
            return DutyState.CANCELLED
        late = facts.limit and facts.closed_at and facts.closed_at > facts.limit
        return DutyState.LATE if late else DutyState.MET


def _unknown(*dues: Due | None) -> tuple[int, ...]:
    return tuple(sorted({year for due in dues if due for year in due.unknown_years}))
