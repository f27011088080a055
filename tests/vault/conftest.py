"""A register made once per test, with a key slot cheap enough for a test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.kernel.clock import SetClock
from app.kernel.terms import Purpose
from app.vault.register import NewUser, Register
from app.vault.slots import Cost

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "春天里的第一封函件共十二字"
USER = NewUser("甲某某", "科员", "0633-0000000")


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2025, 3, 3, 1, 0, tzinfo=UTC))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "登记簿 #1"


@pytest.fixture
def made(folder: Path, clock: SetClock) -> Iterator[tuple[Register, str]]:
    register, recovery_key = Register.create(
        folder,
        purpose=Purpose.EXERCISE,
        passphrase=PASSPHRASE,
        user=USER,
        clock=clock,
        cost=CHEAP,
    )
    with register:
        yield register, recovery_key


@pytest.fixture
def register(made: tuple[Register, str]) -> Register:
    return made[0]


@pytest.fixture
def recovery_key(made: tuple[Register, str]) -> str:
    return made[1]
