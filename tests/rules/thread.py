"""A matter as two agencies write it, each knowing only what has reached it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import permutations
from typing import Final

from app.kernel.canon import Plain
from app.kernel.clock import at_local
from app.kernel.terms import AgencyRole, Carrier, MatterKind
from app.rules.fold import Folded, StepFacts, fold
from app.rules.procedures import PROCEDURES, Procedure
from app.rules.steps import Side, State, StepKind

REFERRAL: Final = PROCEDURES[MatterKind.REFERRAL]
TO_POLICE: Final = REFERRAL.towards(AgencyRole.POLICE)
NOON: Final = at_local(2026, 9, 16, 12)
UNSHARED: Final = frozenset({State.DRAFT, State.PENDING, State.REFUSED, State.APPROVED})
"""States only the opener knows."""
AUTHORS: Final = {Side.OPENER: "f", Side.COUNTERPART: "p"}


class Thread:
    """Steps in the order they were written; ``write`` takes what its author knows."""

    def __init__(self, procedure: Procedure = TO_POLICE, *, swapped: bool = False) -> None:
        self.procedure = procedure
        self.steps: list[StepFacts] = []
        one, other = Side.OPENER, Side.COUNTERPART
        self._names = {one: AUTHORS[other], other: AUTHORS[one]} if swapped else {**AUTHORS}

    def write(
        self,
        kind: StepKind,
        side: Side,
        at: datetime = NOON,
        *,
        knowing: Iterable[StepFacts] | None = None,
        carrier: Carrier = Carrier.PROGRAM,
        **fields: Plain,
    ) -> StepFacts:
        author = self._names[side]
        known = self.steps if knowing is None else list(knowing)
        rule = self.procedure.rules[kind]
        number = 1 + sum(step.author == author for step in self.steps)
        step = StepFacts(
            uid=f"{author}-{number:03d}",
            author=author,
            number=number,
            kind=kind,
            after=fold(self.procedure, known).heads,
            side=side,
            internal=rule.internal,
            occurred_at=at,
            carrier=carrier,
            fields=fields,
        )
        self.steps.append(step)
        return step

    def opener(self, kind: StepKind, at: datetime = NOON, **fields: Plain) -> StepFacts:
        return self.write(kind, Side.OPENER, at, **fields)

    def counterpart(self, kind: StepKind, at: datetime = NOON, **fields: Plain) -> StepFacts:
        return self.write(kind, Side.COUNTERPART, at, **fields)

    def fold(self) -> Folded:
        return fold(self.procedure, self.steps)

    def seen_by_counterpart(self) -> Folded:
        return fold(self.procedure, [step for step in self.steps if not step.internal])

    def reach(self, state: State) -> Thread:
        """Write the shortest way from the letter to *state*, each act by its own side."""
        for kind in way_to(state):
            rule = self.procedure.rules[kind]
            self.write(kind, Side.COUNTERPART if rule.actor is Side.COUNTERPART else Side.OPENER)
        return self


def way_to(goal: State) -> tuple[StepKind, ...]:
    """The fewest shared steps of a referral to the police that lead to *goal*."""
    ways: dict[State, tuple[StepKind, ...]] = {TO_POLICE.start: ()}
    queue = [TO_POLICE.start]
    for state in queue:
        for kind, rule in TO_POLICE.rules.items():
            after = rule.moves.get(state)
            if not rule.internal and after is not None and after not in ways:
                ways[after] = (*ways[state], kind)
                queue.append(after)
    return ways[goal]


def arrivals(steps: list[StepFacts], most: int = 24) -> list[list[StepFacts]]:
    """Some orders in which *steps* may come in."""
    return [list(order) for order, _ in zip(permutations(steps), range(most), strict=False)]
