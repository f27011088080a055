"""What a thread of steps comes to: computed, never stored as truth.

Steps are read in one order that depends on nothing but the set of them: after what their authors
had seen, then a step that gives way after the one it gives way to, then by author and number;
never by time. So both sides and every order of arrival come to the same answer, and no step is
lost: what has no effect is kept as crossed, what lacks a predecessor waits.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from app.kernel import clock
from app.kernel.canon import Plain
from app.kernel.terms import Carrier
from app.rules.procedures import Procedure
from app.rules.steps import CrossingRule, Side, State, StepKind, StepRule


@dataclass(frozen=True, slots=True)
class StepFacts:
    """One statement. *side* is its author's; *after* the uids of the shared heads it had seen.

    *number* counts the author's steps in the matter from 1, internal ones included.
    """

    uid: str
    author: str
    number: int
    kind: StepKind
    after: tuple[str, ...]
    side: Side
    internal: bool
    occurred_at: datetime
    carrier: Carrier = Carrier.PROGRAM
    fields: Mapping[str, Plain] = field(default_factory=dict)

    @property
    def about(self) -> str:
        """The uid of the step this one speaks of, or nothing."""
        return str(self.fields.get("about", ""))

    def moment(self, name: str) -> datetime | None:
        """The moment in field *name*, if it holds one."""
        value = self.fields.get(name)
        return clock.from_text(value) if isinstance(value, str) and value else None


@dataclass(frozen=True, slots=True)
class Crossed:
    """A step without effect on the state: «往来交错», by which rule, because of which step."""

    uid: str
    rule: CrossingRule
    by: str


@dataclass(frozen=True, slots=True)
class Folded:
    """What the steps come to.

    *order* holds every step that could be read, *waiting* those whose predecessors have not
    arrived. *heads* is what the next shared step names in ``after``. *corrections* gives the
    moments that a later 更正 put in the place of those first recorded.
    """

    state: State
    order: tuple[StepFacts, ...]
    crossed: tuple[Crossed, ...]
    heads: tuple[str, ...]
    waiting: tuple[StepFacts, ...]
    corrections: tuple[tuple[str, datetime], ...]

    def effective(self) -> tuple[StepFacts, ...]:
        """The steps that count, in order."""
        without = {row.uid for row in self.crossed}
        return tuple(step for step in self.order if step.uid not in without)

    def records(self, step: StepFacts) -> tuple[StepFacts, ...]:
        """All records of the act *step* tells: its own and the other side's from paper."""
        twins = {
            row.uid
            for row in self.crossed
            if row.rule is CrossingRule.SAME_ACT and row.by == step.uid
        }
        if not twins:
            return (step,)
        return (step, *(one for one in self.order if one.uid in twins))

    def occurred_at(self, step: StepFacts) -> datetime:
        """When *step* happened, corrections applied."""
        return dict(self.corrections).get(step.uid, step.occurred_at)


def fold(procedure: Procedure, steps: Iterable[StepFacts]) -> Folded:
    """The state of a matter and how each of its *steps* bears on it.

    The shared steps fold alone, so that both sides agree; internal ones tell the state only
    before the first of them. What an actor says of the receipt of its own act is left out.
    """
    known = {step.uid: _own_words(procedure, step) for step in steps}
    order, waiting = _ordered(procedure, known)
    shared = _Reading(procedure, procedure.start, [step for step in order if not step.internal])
    inside = _Reading(procedure, procedure.draft, [step for step in order if step.internal])
    return Folded(
        state=shared.state if shared.effective else inside.state,
        order=tuple(order),
        crossed=(*inside.crossed, *shared.crossed),
        heads=_heads(order),
        waiting=tuple(sorted(waiting, key=_by_author)),
        corrections=shared.corrections(),
    )


def allowed(procedure: Procedure, folded: Folded, side: Side) -> tuple[StepKind, ...]:
    """The acts *side* itself may record now, in the order of the procedure."""
    return tuple(
        kind
        for kind, rule in procedure.rules.items()
        if rule.own_act_of(side) and _open_to(rule, folded, side)
    )


def recordable(procedure: Procedure, folded: Folded, side: Side) -> tuple[StepKind, ...]:
    """All that *side* may record now: its own acts, and the other's from paper (据来文)."""
    return tuple(
        kind
        for kind, rule in procedure.rules.items()
        if rule.recordable_by(side) and _open_to(rule, folded, side)
    )


def unreceived(procedure: Procedure, folded: Folded, side: Side) -> tuple[StepFacts, ...]:
    """Notices to *side* whose receipt it has not recorded: «已导入，待登记签收».

    A notice that *side* itself entered from paper with its time of receipt needs no second record.
    """
    effective = folded.effective()
    received = {
        step.about
        for step in effective
        if step.kind is StepKind.NOTICE_RECEIVED and step.side is side
    }
    return tuple(
        step
        for step in effective
        if _is_notice_to(procedure.rules[step.kind], side)
        and not any(
            one.uid in received or (one.side is side and one.moment("received_at"))
            for one in folded.records(step)
        )
    )


def _is_notice_to(rule: StepRule, side: Side) -> bool:
    return rule.notice and rule.actor is not side


def _own_words(procedure: Procedure, step: StepFacts) -> StepFacts:
    rule = procedure.rules.get(step.kind)
    if rule is None or rule.actor is not step.side:
        return step
    silent = {spec.name for spec in rule.fields if spec.by_receiver} & set(step.fields)
    if not silent:
        return step
    fields = {name: value for name, value in step.fields.items() if name not in silent}
    return replace(step, fields=fields)


def _open_to(rule: StepRule, folded: Folded, side: Side) -> bool:
    target = rule.moves.get(folded.state)
    if target is None or (rule.internal and not rule.own_act_of(side)):
        return False
    repeats = rule.once and target is folded.state
    return not (repeats and any(step.kind is rule.kind for step in folded.effective()))


def _by_author(step: StepFacts) -> tuple[str, int, str]:
    return step.author, step.number, step.uid


def _ordered(
    procedure: Procedure, known: Mapping[str, StepFacts]
) -> tuple[list[StepFacts], list[StepFacts]]:
    """Kahn's order of *known*, and the steps it cannot reach."""
    followers: defaultdict[str, list[StepFacts]] = defaultdict(list)
    missing = {uid: len(set(step.after)) for uid, step in known.items()}
    for step in known.values():
        for uid in set(step.after):
            followers[uid].append(step)
    ready = [_key(procedure, step) for step in known.values() if not missing[step.uid]]
    heapq.heapify(ready)
    order: list[StepFacts] = []
    while ready:
        step = known[heapq.heappop(ready)[-1]]
        order.append(step)
        for follower in followers[step.uid]:
            missing[follower.uid] -= 1
            if not missing[follower.uid]:
                heapq.heappush(ready, _key(procedure, follower))
    return order, [step for step in known.values() if missing[step.uid]]


def _key(procedure: Procedure, step: StepFacts) -> tuple[int, str, int, str]:
    return (procedure.ranks.get(step.kind, 0), *_by_author(step))


def _heads(order: Sequence[StepFacts]) -> tuple[str, ...]:
    shared = [step for step in order if not step.internal]
    named = {uid for step in shared for uid in step.after}
    return tuple(sorted(step.uid for step in shared if step.uid not in named))


class _Reading:
    """One pass over steps in order, from a state."""

    def __init__(self, procedure: Procedure, start: State, order: Sequence[StepFacts]) -> None:
        self._procedure = procedure
        self._sight = Sight(order)
        self._yielding = {yields for yields, _ in procedure.crossings}
        self._known = {step.uid: step for step in order}
        self._voided = {
            step.about: step.uid
            for step in order
            if step.kind is StepKind.VOIDED and self._suits(step)
        }
        self._interrupted = start
        self._told: defaultdict[str, set[str]] = defaultdict(set)
        self.state = start
        self.effective: list[StepFacts] = []
        self._done: defaultdict[StepKind, list[StepFacts]] = defaultdict(list)
        self.crossed: list[Crossed] = []
        for step in order:
            self._read(step)

    def corrections(self) -> tuple[tuple[str, datetime], ...]:
        """The last effective correction of each moment."""
        moments = {
            step.about: moment
            for step in self.effective
            if step.kind is StepKind.CORRECTED and (moment := step.moment("moment"))
        }
        return tuple(sorted(moments.items()))

    def _read(self, step: StepFacts) -> None:
        found = self._hindrance(step)
        if found is not None:
            self.crossed.append(found)
            if found.rule is CrossingRule.SAME_ACT:
                self._told[found.by].add(step.uid)
            return
        self.effective.append(step)
        self._done[step.kind].append(step)
        self._move(self._procedure.rules[step.kind])

    def _move(self, rule: StepRule) -> None:
        target = rule.moves[self.state]
        if rule.resumes and self.state is State.SUPPLEMENT:
            target = self._interrupted
        elif target is State.SUPPLEMENT and self.state is not State.SUPPLEMENT:
            self._interrupted = self.state
        self.state = target

    def _hindrance(self, step: StepFacts) -> Crossed | None:
        if step.uid in self._voided:
            return Crossed(step.uid, CrossingRule.VOIDED, self._voided[step.uid])
        rule = self._procedure.rules.get(step.kind)
        if rule is None or rule.internal is not step.internal or not rule.recordable_by(step.side):
            return Crossed(step.uid, CrossingRule.NOT_ITS_PART, "")
        if not self._suits(step):
            return Crossed(step.uid, _OF_CERTAIN_STEPS[step.kind], step.about)
        return self._crossing(step) or self._out_of_turn(step, rule)

    def _crossing(self, step: StepFacts) -> Crossed | None:
        """The first effective step, neither seen by nor seeing *step*, that it gives way to.

        To have seen either record of an act is to have seen the act.
        """
        if step.kind not in self._yielding:
            return None
        for other in self.effective:
            rule = self._procedure.crossings.get((step.kind, other.kind))
            if rule is not None and not self._knew(step, other):
                return Crossed(step.uid, rule, other.uid)
        return None

    def _knew(self, step: StepFacts, other: StepFacts) -> bool:
        records = (other.uid, *self._told[other.uid])
        return any(self._sight.knew(step.uid, uid) for uid in records)

    def _out_of_turn(self, step: StepFacts, rule: StepRule) -> Crossed | None:
        done = () if rule.either else self._done[step.kind]
        twin = next((one for one in done if _same_act(rule, one, step)), None)
        if twin is not None:
            return Crossed(step.uid, CrossingRule.SAME_ACT, twin.uid)
        if self.state in rule.moves:
            return None
        last = self.effective[-1].uid if self.effective else ""
        return Crossed(step.uid, CrossingRule.OUT_OF_TURN, last)

    def _suits(self, step: StepFacts) -> bool:
        """Whether *step* may say what it says of the step it is about.

        A side corrects and takes back its own steps, and receives what somebody else did.
        """
        if step.kind not in _OF_CERTAIN_STEPS:
            return True
        target = self._known.get(step.about)
        rule = self._procedure.rules.get(target.kind) if target else None
        if target is None or rule is None:
            return False
        if step.kind is StepKind.NOTICE_RECEIVED:
            return step.side is not (target.side if rule.either else rule.actor)
        if step.kind is StepKind.VOIDED and target.kind in _NEVER_VOIDED:
            return False
        return target.author == step.author


# The steps that say something only of certain others, and by which rule they fail otherwise.
_OF_CERTAIN_STEPS = MappingProxyType(
    {
        StepKind.CORRECTED: CrossingRule.NOT_ITS_AUTHOR,
        StepKind.VOIDED: CrossingRule.NOT_ITS_AUTHOR,
        StepKind.NOTICE_RECEIVED: CrossingRule.NOT_ITS_PART,
    }
)
# An issued letter is taken back by 撤回, which the other side receives.
_NEVER_VOIDED = frozenset({StepKind.VOIDED, StepKind.ISSUED})


def _same_act(rule: StepRule, one: StepFacts, other: StepFacts) -> bool:
    """Whether both sides recorded the same act: the actor in its program, the other from paper.

    Both are of the kind of *rule*. Of an act that can be repeated, the same day or the same
    document number tells it is one.
    """
    if one.author == other.author:
        return False
    if all(target is not source for source, target in rule.moves.items()):
        return True
    number = one.fields.get("number")
    return (number is not None and number == other.fields.get("number")) or (
        clock.local_date(one.occurred_at) == clock.local_date(other.occurred_at)
    )


class Sight:
    """What the author of each step of *order* knew: all behind ``after``, and its own before it."""

    def __init__(self, order: Sequence[StepFacts]) -> None:
        self._place = {step.uid: place for place, step in enumerate(order)}
        # A set of steps is a number with a bit for each place: a union costs next to nothing.
        self._known: list[int] = []
        authors: defaultdict[str, _Shelf] = defaultdict(_Shelf)
        for place, step in enumerate(order):
            own = authors[step.author]
            known = own.before(step.number)
            for uid in step.after:
                earlier = self._place.get(uid, place)
                if earlier < place:
                    known |= self._known[earlier] | 1 << earlier
            self._known.append(known)
            own.add(step.number, known | 1 << place)

    def knew(self, step: str, other: str) -> bool:
        """Whether the author of *step* knew *other* when it wrote; both are uids."""
        place = self._place.get(other)
        return place is not None and bool(self._known[self._place[step]] >> place & 1)


class _Shelf:
    """One author's steps by number, each with all that it and those before it reach."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._reach: list[int] = []

    def before(self, number: int) -> int:
        place = bisect_left(self._numbers, number)
        return self._reach[place - 1] if place else 0

    def add(self, number: int, reach: int) -> None:
        place = bisect_right(self._numbers, number)
        self._numbers.insert(place, number)
        self._reach.insert(place, self._reach[place - 1] if place else 0)
        for later in range(place, len(self._reach)):
            self._reach[later] |= reach
