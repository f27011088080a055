"""What has answered a step in law, and whether an answer is to be waited for.

Read out of the procedure's own rows: an act of the opener is answered by the acts with which the
others lead on from the state it led to, a notice by the record of its receipt. An act recorded by
both sides is one answer; the moment on paper counts, as it does for every period.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.kernel.terms import Carrier
from app.rules.fold import Folded, StepFacts
from app.rules.procedures import Procedure
from app.rules.steps import Side, State, StepKind, StepRule

_ENDS: Final = frozenset({State.WITHDRAWN, State.ARCHIVED})
"""Something may still be told of a matter that ended, but nobody waits for it."""


@dataclass(frozen=True, slots=True)
class Record:
    """One telling of an act: when, on what, and by which side."""

    at: datetime
    carrier: Carrier
    side: Side


@dataclass(frozen=True, slots=True)
class Answer:
    """An act that answers; *records* are its tellings, the one on paper first.

    *at* is the moment that periods count from.
    """

    uid: str
    kind: StepKind
    records: tuple[Record, ...]

    @property
    def at(self) -> datetime:
        return self.records[0].at

    @property
    def differs(self) -> bool:
        """Whether paper and program tell different moments; both are to be shown."""
        return len({record.at for record in self.records}) > 1


def answers(procedure: Procedure, folded: Folded, uid: str) -> tuple[Answer, ...]:
    """The acts that answered the step *uid*, in the order of the thread.

    Nothing answers a step that has no effect; of an act recorded twice either record may be named.
    """
    step = next((one for one in folded.effective() if uid in _uids(folded, one)), None)
    if step is None:
        return ()
    rule = procedure.rules[step.kind]
    later = _after(folded, step)
    found = {one.uid: one for one in _receipts(folded, step, later)}
    if _actor(rule, step) is Side.OPENER and not rule.either:
        found |= {one.uid: one for one in _acts(procedure, rule, later)}
    return tuple(_answer(folded, one) for one in later if one.uid in found)


def awaited(procedure: Procedure, kind: StepKind) -> bool:
    """Whether a step of *kind* asks for something in return."""
    rule = procedure.rules.get(kind)
    if rule is None or rule.internal or rule.either:
        return False
    reached = _reached(rule) - _ENDS
    return rule.notice or (
        rule.actor is Side.OPENER
        and any(_leads_on(other, reached) for other in _others(procedure, rule))
    )


def _acts(
    procedure: Procedure, rule: StepRule, later: tuple[StepFacts, ...]
) -> Iterator[StepFacts]:
    """What the others did from the states the act led to, until its own side acted on that."""
    reached, answered = set(_reached(rule)), False
    for one in later:
        theirs = procedure.rules[one.kind]
        if theirs.either or not _leads_on(theirs, reached):
            continue
        if theirs.actor is not rule.actor:
            answered = True
            yield one
        elif answered:
            return
        reached |= _reached(theirs)


def _receipts(folded: Folded, step: StepFacts, later: tuple[StepFacts, ...]) -> Iterator[StepFacts]:
    named = _uids(folded, step)
    return (one for one in later if one.kind is StepKind.NOTICE_RECEIVED and one.about in named)


def _reached(rule: StepRule) -> frozenset[State]:
    """The states an act leads to; what ends an interlude leads back to any state it is open in."""
    if rule.resumes:
        return frozenset(rule.moves.values())
    return frozenset(target for source, target in rule.moves.items() if target is not source)


def _leads_on(rule: StepRule, reached: set[State] | frozenset[State]) -> bool:
    return any(rule.moves.get(state, state) is not state for state in reached)


def _others(procedure: Procedure, rule: StepRule) -> Iterator[StepRule]:
    return (
        other
        for other in procedure.rules.values()
        if not other.either and other.actor is not rule.actor
    )


def _actor(rule: StepRule, step: StepFacts) -> Side:
    return step.side if rule.either else rule.actor


def _after(folded: Folded, step: StepFacts) -> tuple[StepFacts, ...]:
    effective = [one for one in folded.effective() if not one.internal]
    return tuple(effective[effective.index(step) + 1 :]) if step in effective else ()


def _uids(folded: Folded, step: StepFacts) -> set[str]:
    return {one.uid for one in folded.records(step)}


def _answer(folded: Folded, step: StepFacts) -> Answer:
    told = [Record(folded.occurred_at(one), one.carrier, one.side) for one in folded.records(step)]
    return Answer(
        step.uid,
        step.kind,
        tuple(sorted(told, key=lambda record: record.carrier is not Carrier.PAPER)),
    )
