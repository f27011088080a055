"""A city of agencies under everything that may happen to their bundles and registers.

``python3 dev.py bench sim`` is the long run of the same.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.sync.simulation import claims
from tests.sync.simulation.acts import ACTS, Act
from tests.sync.simulation.faults import FAULTS, Change, Fault, spoilt
from tests.sync.simulation.runs import Plan, SeedError, run
from tests.sync.simulation.world import World

STEPS: Final = 200
BOUND: Final = 60
"""Seeds within which a fault is noticed."""

NAMES: Final = sorted(ACTS, key=lambda act: act.__name__)


@pytest.mark.parametrize("seed", range(40))
def test_a_city_comes_to_rest_and_nobody_has_lost_anything(seed: int) -> None:
    world = run(Plan(seed, STEPS))

    assert world.tally["entries"] > 0


@pytest.mark.parametrize("seed", [1, 3, 13])
def test_it_does_with_real_keys_and_bundles_too(seed: int, tmp_path: Path) -> None:
    world = run(Plan(seed, 120, real=True), tmp_path)

    assert world.tally["with real keys"] == 1
    assert world.tally["renewals"] > 0


def test_a_run_can_be_repeated_by_its_seed() -> None:
    assert run(Plan(5, 60)).trace == run(Plan(5, 60)).trace


def run_until_noticed(fault: Fault) -> None:
    rules = spoilt(fault)
    for seed in chain([fault.seed], range(BOUND)):
        run(Plan(seed, STEPS), rules=rules, weights=fault.weights)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_rule_that_is_missing_is_noticed(fault: Fault) -> None:
    with pytest.raises(SeedError) as noticed:
        run_until_noticed(fault)

    assert noticed.value.plan.command in str(noticed.value)
    assert "fair delivery" in str(noticed.value)


def test_a_fault_in_a_text_that_moved_is_refused() -> None:
    with pytest.raises(ValueError, match="0 times in node"):
        spoilt(Fault("", (Change("node", "this stands nowhere", ""),), 0))


class Machine(RuleBasedStateMachine):
    """Any acts in any order; what fails is made shorter."""

    @initialize(seed=st.integers(0, 2**16))
    def found(self, seed: int) -> None:
        self.world = World(seed)

    @rule(act=st.sampled_from(NAMES), chance=st.integers(0, 2**16))
    def happen(self, act: Act, chance: int) -> None:
        self.world.random.seed(chance)
        self.world.do(act)

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.settle()
            claims.check_end(self.world)


def test_any_order_of_acts_comes_to_rest() -> None:
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=40,
            stateful_step_count=50,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
