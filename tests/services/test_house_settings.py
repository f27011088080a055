"""Settings that travel with the register."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services import house_settings
from app.services.changes import Noun
from tests import synthetic


def test_a_new_register_locks_after_fifteen_minutes(tmp_path: Path) -> None:
    with synthetic.make_register(tmp_path / "r") as register:
        assert house_settings.read(register).auto_lock == 15


@pytest.mark.parametrize(("asked", "kept"), [(5, 5), (30, 30), (60, 60), (1, 5), (600, 60)])
def test_the_auto_lock_stays_between_five_and_sixty_minutes(
    tmp_path: Path, asked: int, kept: int
) -> None:
    with synthetic.make_register(tmp_path / "r") as register:
        changes = house_settings.set_auto_lock(register, asked)

        assert house_settings.read(register).auto_lock == kept
        assert changes.nouns == {Noun.SETTINGS}
