"""The simulation of the exchange over many seeds: ``python3 dev.py bench sim [options]``."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.measure import Figure, Report
from tests.sync.simulation.runs import Plan, Result, run_all

COUNTED = (
    ("steps", "acts that could be done"),
    ("bundles", "bundles written"),
    ("taken", "bundles taken in"),
    ("entries", "entries applied"),
    ("restored by the program", "restorations by the program"),
    ("restored raw", "restorations by copying the folder"),
    ("twins", "folders used twice"),
    ("rotations", "rotations and hand-overs"),
    ("revocations", "revocations"),
    ("renewals", "incarnations begun"),
    ("crashes", "crashes while taking in"),
    ("forks", "forks seen"),
    ("gaps", "gaps seen"),
    ("alarms", "registers that learnt they were restored"),
    ("echoes", "records given back"),
    ("conflicts", "statements kept beside another"),
    ("upgrades", "upgrades with parked entries"),
    ("met again", "cards compared again in person"),
    ("met over a second key", "cards compared because both sides had two copies"),
    ("with real keys", "runs with real keys and bundles"),
)


def run(words: Sequence[str] = ()) -> Report:
    options = _options(words)
    with tempfile.TemporaryDirectory() as scratch:
        result = run_all(_plans(options), Path(scratch))
    return Report(tuple(_figures(result)), tuple(map(str, result.failures[:3])))


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench sim", description=__doc__)
    parser.add_argument("--seeds", type=int, default=100, help="how many runs")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--steps", type=int, default=200, help="acts drawn in a run")
    parser.add_argument("--agencies", type=int, default=5)
    parser.add_argument("--real", type=float, default=0.02, help="share of runs with real keys")
    return parser.parse_args(words)


def _plans(options: argparse.Namespace) -> Iterator[Plan]:
    for number in range(options.seeds):
        real = int((number + 1) * options.real) > int(number * options.real)
        yield Plan(options.first + number, options.steps, options.agencies, real)


def _figures(result: Result) -> Iterator[Figure]:
    runs = result.tally["seeds"] + len(result.failures)
    yield Figure("runs", runs, "seeds")
    yield Figure("runs that lost or diverged", len(result.failures), "seeds", most=0)
    for name, what in COUNTED:
        yield Figure(what, result.tally[name], "times")
    yield Figure("time", result.seconds, "s")
    yield Figure("time of a run", 1000 * result.seconds / max(runs, 1), "ms")
