"""Measures and prints: ``python3 dev.py bench [NAME …] [--json FILE]``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks import bundle, city, kill, letter, search, sim, start, table, take_in
from benchmarks.measure import Figure, Report, machine

WITH_OPTIONS: Final[Mapping[str, Callable[[Sequence[str]], Report]]] = MappingProxyType(
    {
        "sim": sim.run,
        "kill": kill.run,
    }
)
"""Subjects that read options of their own: dev.py bench sim --help."""

SUBJECTS: Final[Mapping[str, Callable[[], Report]]] = MappingProxyType(
    {
        "search": search.run,
        "table": table.run,
        "letter": letter.run,
        "start": start.run,
        "bundle": bundle.run,
        "take_in": take_in.run,
        "city": city.run,
    }
    | {name: partial(subject, ()) for name, subject in WITH_OPTIONS.items()}
)
WIDTH: Final = 150


def main() -> int:
    if len(sys.argv) > 1 and sys.argv[1] in WITH_OPTIONS:
        return _one(sys.argv[1], sys.argv[2:])
    options = _options()
    before = machine()
    console = Console(width=None if sys.stdout.isatty() else WIDTH, highlight=False)
    console.print(before)
    reports = {}
    for name in options.names or SUBJECTS:
        reports[name] = SUBJECTS[name]()
        _show(console, name, reports[name])
    console.print(f"afterwards: {machine()}")
    if options.json:
        told = {
            "before": before,
            "after": machine(),
            "reports": {name: asdict(report) for name, report in reports.items()},
        }
        options.json.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


def _one(name: str, words: Sequence[str]) -> int:
    """One subject with its own options; 1 when it misses a goal."""
    report = WITH_OPTIONS[name](words)
    _show(Console(width=None if sys.stdout.isatty() else WIDTH, highlight=False), name, report)
    return int(any(figure.met is False for figure in report.figures))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", choices=[*SUBJECTS, []], metavar="NAME", help=", ".join(SUBJECTS)
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    return parser.parse_args()


def _show(console: Console, name: str, report: Report) -> None:
    shown = Table(title=name, title_justify="left", box=box.SIMPLE_HEAD)
    shown.add_column("what", overflow="fold", ratio=5)
    for title in ("ours", "peer", "ratio", "goal"):
        shown.add_column(title, justify="right", no_wrap=True)
    shown.add_column("peer is", overflow="fold", ratio=3)
    shown.add_column("least possible", overflow="fold", ratio=3)
    for figure in report.figures:
        shown.add_row(*_cells(figure))
    console.print(shown)
    for note in report.notes:
        console.print(f"  {note}", soft_wrap=True)


def _cells(figure: Figure) -> tuple[str, ...]:
    goal = f"≤ ×{figure.goal:g}" if figure.goal is not None else ""
    if figure.most is not None:
        goal = f"≤ {figure.most:g} {figure.unit}"
    if figure.met is not None:
        goal += " met" if figure.met else " MISSED"
    least = ""
    if figure.limit is not None:
        least = f"{_number(figure.limit)} {figure.unit}: {figure.limited_by}"
    return (
        figure.what,
        f"{_number(figure.ours)} {figure.unit}",
        "" if figure.peer is None else f"{_number(figure.peer)} {figure.unit}",
        "" if figure.ratio is None else f"×{figure.ratio:.2f}",
        goal,
        figure.peer_name,
        least,
    )


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


if __name__ == "__main__":
    sys.exit(main())
