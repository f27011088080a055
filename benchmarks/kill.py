"""Killing the program while it takes in a bundle: ``python3 dev.py bench kill [--kills N]``."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks.measure import Figure, Report
from tests.services.killed import kill, waiting


def run(words: Sequence[str] = ()) -> Report:
    parser = argparse.ArgumentParser(prog="dev.py bench kill", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0, help="of the moments")
    options = parser.parse_args(words)
    random, start = Random(options.seed), time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        found = waiting(Path(folder))
        left = kill(found, [random.uniform(0, 1.5) for _ in range(options.kills)])
    return Report(
        (
            Figure("programs killed", left.total(), "times"),
            Figure("all of the bundle was there", left["all"], "times"),
            Figure("nothing of it was there", left["nothing"], "times"),
            Figure("taking in lasts", 1000 * found.seconds, "ms"),
            Figure("time", time.perf_counter() - start, "s"),
        ),
        ("A register that held something between would have ended this with an error.",),
    )
