"""One record per mechanism: who may open it towards whom, and which step follows which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from app.kernel.terms import AgencyRole, MatterKind, Post
from app.rules import referral
from app.rules.steps import Crossing, CrossingRule, Opening, State, StepKind, StepRule

_UNLISTED: Final = Opening("", listed=False)


@dataclass(frozen=True, slots=True)
class Procedure:
    """The rows of one mechanism.

    *draft* is where the opener begins, *start* where the steps both sides see begin. *ranks* says
    how late a kind is read among steps that could be read next: after all it gives way to.
    """

    kind: MatterKind
    rules: Mapping[StepKind, StepRule]
    crossings: Mapping[tuple[StepKind, StepKind], CrossingRule]
    ranks: Mapping[StepKind, int]
    openings: Mapping[tuple[AgencyRole, AgencyRole], Opening]
    draft: State
    start: State

    def towards(self, counterpart: AgencyRole) -> Procedure:
        """This procedure without the steps that make no sense for *counterpart*."""
        kept = {
            kind: rule
            for kind, rule in self.rules.items()
            if not rule.only_towards or counterpart in rule.only_towards
        }
        return replace(self, rules=MappingProxyType(kept))

    def opening(self, opener: AgencyRole, counterpart: AgencyRole) -> Opening:
        """By which clause *opener* turns to *counterpart*; never a refusal."""
        return self.openings.get((opener, counterpart), _UNLISTED)


def _pairs(crossings: tuple[Crossing, ...]) -> Mapping[tuple[StepKind, StepKind], CrossingRule]:
    return MappingProxyType({(row.yields, row.to): row.rule for row in crossings})


def _ranks(crossings: tuple[Crossing, ...]) -> Mapping[StepKind, int]:
    giving: dict[StepKind, set[StepKind]] = {}
    for row in crossings:
        giving.setdefault(row.yields, set()).add(row.to)

    def rank(kind: StepKind) -> int:
        return max((rank(to) + 1 for to in giving.get(kind, ())), default=0)

    return MappingProxyType({kind: rank(kind) for kind in giving})


PROCEDURES: Final[Mapping[MatterKind, Procedure]] = MappingProxyType(
    {
        MatterKind.REFERRAL: Procedure(
            kind=MatterKind.REFERRAL,
            rules=MappingProxyType({rule.kind: rule for rule in referral.RULES}),
            crossings=_pairs(referral.CROSSINGS),
            ranks=_ranks(referral.CROSSINGS),
            openings=referral.OPENINGS,
            draft=State.DRAFT,
            start=State.APPROVED,
        )
    }
)


def approver_fits(counterpart: AgencyRole, post: Post) -> bool:
    """310号令第五条第二款: only 正职负责人 or 主持工作的负责人 decides a referral to the police."""
    return counterpart is not AgencyRole.POLICE or post in {Post.HEAD, Post.ACTING_HEAD}
