"""What a benchmark says, and how it takes its time."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

RUNS: Final = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report: ours beside a peer's, both in *unit*.

    *goal* is the ratio to stay within, *most* the value. *limit* is what the same outcome costs at
    least on this machine, *limited_by* says by what.
    """

    what: str
    ours: float
    unit: str
    peer: float | None = None
    peer_name: str = ""
    goal: float | None = None
    most: float | None = None
    limit: float | None = None
    limited_by: str = ""

    @property
    def ratio(self) -> float | None:
        return None if not self.peer else self.ours / self.peer

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None without one."""
        if self.goal is not None and self.ratio is not None:
            return self.ratio <= self.goal
        return None if self.most is None else self.ours <= self.most


@dataclass(frozen=True, slots=True)
class Report:
    """What a benchmark found; *notes* say what no figure does, also what was left out and why."""

    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()


def least(*acts: Callable[[], object], runs: int = RUNS, cpu: bool = False) -> list[float]:
    """The shortest time of each of *acts* in milliseconds; they take turns *runs* times.

    With *cpu* the processor's time of this process, else the time that passes.
    """
    clock = time.process_time_ns if cpu else time.perf_counter_ns
    shortest = [float("inf")] * len(acts)
    for _ in range(runs):
        for i, act in enumerate(acts):
            start = clock()
            act()
            shortest[i] = min(shortest[i], (clock() - start) / 1e6)
    return shortest


def machine() -> str:
    """One line: processor, cores, memory, system, and how busy it is now."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {_system()}, "
        f"Python {platform.python_version()}, load {load}"
    )


def _processor() -> str:
    return _value(Path("/proc/cpuinfo"), "model name", ":") or platform.machine()


def _system() -> str:
    return _value(Path("/etc/os-release"), "PRETTY_NAME", "=").strip('"') or platform.platform()


def _value(path: Path, name: str, sign: str) -> str:
    lines: Sequence[str] = path.read_text(encoding="utf-8").splitlines() if path.exists() else ()
    values = [line.partition(sign)[2].strip() for line in lines if line.startswith(name)]
    return values[0] if values else ""
