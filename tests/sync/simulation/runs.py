"""Many runs of the simulation, and what they come to."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import ModuleType

from app.sync import node
from tests.sync.simulation import acts, claims
from tests.sync.simulation.acts import ACTS, Act
from tests.sync.simulation.site import Rules
from tests.sync.simulation.wires import RealWire
from tests.sync.simulation.world import World


class SeedError(AssertionError):
    """A run that broke a claim: which, how to repeat it, and what happened."""

    def __init__(self, plan: Plan, error: BaseException, trace: list[str]) -> None:
        super().__init__(f"{error}\nrepeat: {plan.command}\n" + "\n".join(trace))
        self.plan = plan
        self.error = error


@dataclass(frozen=True)
class Plan:
    """One run. With *scratch* the bundles are really sealed there."""

    seed: int
    steps: int = 120
    agencies: int = 5
    real: bool = False

    @property
    def command(self) -> str:
        real = " --real 1" if self.real else ""
        return (
            f"python3 dev.py bench sim --first {self.seed} --seeds 1 --steps {self.steps}"
            f" --agencies {self.agencies}{real}"
        )


@dataclass
class Result:
    """What a number of runs came to."""

    tally: Counter[str] = field(default_factory=Counter)
    failures: list[SeedError] = field(default_factory=list)
    seconds: float = 0.0


def run(
    plan: Plan,
    scratch: Path | None = None,
    rules: Rules | ModuleType = node,
    weights: Mapping[Act, int] | None = None,
) -> World:
    """One run to its end.

    Raises:
        SeedError: a claim does not hold, or something else went wrong.
    """
    wire = RealWire(scratch) if plan.real and scratch is not None else None
    world = World(plan.seed, plan.agencies, wire, rules, weights or swarm(plan.seed))
    try:
        for _ in range(plan.steps):
            world.step()
        world.settle()
        claims.check_end(world)
    except Exception as error:
        raise SeedError(plan, error, world.trace) from error
    world.tally["seeds"] += 1
    world.tally["with real keys"] += plan.real
    return world


def swarm(seed: int) -> dict[Act, int]:
    """The usual weights, some left out and some tripled: runs differ in kind as well."""
    random = Random(f"swarm {seed}")
    always = (acts.create, acts.exchange)
    return {
        act: weight * (1 if act in always else random.choice([0, 1, 1, 1, 3]))
        for act, weight in ACTS.items()
    }


def run_all(plans: Iterable[Plan], scratch: Path | None = None) -> Result:
    """All of *plans*; failures are collected."""
    result, start = Result(), time.perf_counter()
    for plan in plans:
        try:
            result.tally += run(plan, scratch).tally
        except SeedError as failed:
            result.failures.append(failed)
    result.seconds = time.perf_counter() - start
    return result
