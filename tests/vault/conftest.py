"""A register made for one test, with key slots cheap enough for a test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.kernel.clock import SetClock
from app.vault.register import Register
from tests.vault.parts import create


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2025, 3, 3, 1, 0, tzinfo=UTC))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "登记簿 #1"


@pytest.fixture
def made(folder: Path, clock: SetClock) -> Iterator[tuple[Register, str]]:
    register, recovery_key = create(folder, clock)
    with register:
        yield register, recovery_key


@pytest.fixture
def register(made: tuple[Register, str]) -> Register:
    return made[0]


@pytest.fixture
def recovery_key(made: tuple[Register, str]) -> str:
    return made[1]
