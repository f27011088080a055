"""A program that is killed while it takes in a bundle has taken in all of it or nothing."""

from __future__ import annotations

from pathlib import Path

from tests.services.killed import kill, waiting


def test_a_bundle_is_there_wholly_or_not_at_all_after_kill_9(tmp_path: Path) -> None:
    found = waiting(tmp_path)

    left = kill(found, [number / 8 for number in range(1, 10)] + [4.0])

    assert left.total() == 10
    assert left["all"] > 0
    assert left["nothing"] > 0
