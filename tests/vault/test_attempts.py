from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.kernel.clock import SetClock
from app.kernel.errors import RecoveryKeyFormError, WrongSecretError
from app.vault import attempts, recovery
from app.vault.register import Register
from tests.vault.parts import PASSPHRASE


def fail(folder: Path, clock: SetClock, secret: str = "不是这一句口令") -> WrongSecretError:
    with pytest.raises(WrongSecretError) as refused:
        Register.open(folder, secret, clock=clock)
    return refused.value


def test_the_wait_doubles_from_the_fourth_failure_up_to_five_minutes(
    tmp_path: Path, clock: SetClock
) -> None:
    waits = [attempts.failed(tmp_path, clock.now()).wait_seconds for _ in range(14)]

    assert waits == [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]


def test_during_the_wait_even_the_right_passphrase_is_not_tried(
    register: Register, folder: Path, clock: SetClock
) -> None:
    register.close()
    *_, refused = [fail(folder, clock) for _ in range(4)]
    assert (refused.failures, refused.wait_seconds) == (4, 2)

    clock.advance(timedelta(seconds=1.5))
    early = fail(folder, clock, PASSPHRASE)
    clock.advance(timedelta(seconds=0.5))
    Register.open(folder, PASSPHRASE, clock=clock).close()

    assert (early.failures, early.wait_seconds) == (4, 1)
    assert attempts.read(folder) == attempts.Attempts()


def test_setting_the_clock_back_shortens_no_wait(tmp_path: Path, clock: SetClock) -> None:
    for _ in range(5):
        attempts.failed(tmp_path, clock.now())
    clock.advance(timedelta(days=-30))

    with pytest.raises(WrongSecretError) as refused:
        attempts.check(tmp_path, clock.now())

    assert refused.value.wait_seconds == 4


def test_a_miscopied_recovery_key_is_named_as_such_and_counted(
    register: Register, recovery_key: str, folder: Path, clock: SetClock
) -> None:
    register.close()
    last = "0" if recovery_key[-1] != "0" else "1"

    with pytest.raises(RecoveryKeyFormError):
        Register.open(folder, recovery_key[:-1] + last, clock=clock)

    assert attempts.read(folder).failures == 1


def test_a_recovery_key_of_another_register_is_a_wrong_secret(
    register: Register, folder: Path, clock: SetClock
) -> None:
    register.close()

    assert fail(folder, clock, recovery.fresh()).failures == 1


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"failures":"x","last":"y"}', b"\xff"])
def test_an_unreadable_count_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / attempts.FILE).write_bytes(data)

    assert attempts.read(tmp_path) == attempts.Attempts()
