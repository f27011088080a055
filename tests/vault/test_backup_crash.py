"""Killed while it makes or puts back a backup, the program leaves nothing half behind."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.kernel.clock import SetClock
from app.vault import backup, restore, trial
from app.vault.register import Register
from tests.vault.parts import CHEAP, PASSPHRASE, contents
from tests.vault.test_backup import attach, fill

MAKE = """
import sys
from pathlib import Path
from app.kernel.clock import SystemClock
from app.vault import backup
from app.vault.register import Register
register = Register.open(Path(sys.argv[1]), sys.argv[3], clock=SystemClock())
print("open", flush=True)
while True:
    print(backup.make(register, Path(sys.argv[2])).path.name, flush=True)
"""

RESTORE = """
import sys
from pathlib import Path
from app.kernel.clock import SystemClock
from app.vault import restore
print("open", flush=True)
while True:
    restore.replace(Path(sys.argv[2]), Path(sys.argv[1]), sys.argv[3], clock=SystemClock())
    print("done", flush=True)
"""


def killed_after(program: str, folder: Path, other: Path, seconds: float) -> list[str]:
    """What the program reported before it was killed *seconds* after it began."""
    command = [sys.executable, "-c", program, str(folder), str(other), PASSPHRASE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        return process.stdout.read().split("\n")[:-1]


@pytest.fixture
def filled(register: Register) -> Register:
    fill(register)
    attach(register, random.Random(7).randbytes(8 << 20), "录像.mp4")
    return register


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_backup_is_no_backup_and_the_next_one_clears_it_away(
    filled: Register, tmp_path: Path, clock: SetClock, seed: int
) -> None:
    target = tmp_path / "stick"
    target.mkdir()
    filled.close()

    reported = killed_after(MAKE, filled.folder, target, random.Random(seed).random() / 3)

    whole = [each.path.name for each in backup.backups_in(target)]
    assert set(reported) <= set(whole)
    assert len(whole) <= len(reported) + 1
    with Register.open(filled.folder, PASSPHRASE, clock=clock, cost=CHEAP) as again:
        assert again.check_integrity() == []
        made = backup.make(again, target)
        left = {path.name for path in target.iterdir()} - set(whole)
    assert left == {made.path.name}
    assert list((filled.folder / "staging").iterdir()) == []
    assert trial.run(made.path, tmp_path / "scratch", PASSPHRASE, clock=clock).well


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_restoration_leaves_the_old_register_or_the_new_one(
    filled: Register, tmp_path: Path, clock: SetClock, seed: int
) -> None:
    made = backup.make(filled, tmp_path)
    filled.close()
    before = contents(filled.folder)
    parent = filled.folder.parent

    done = killed_after(RESTORE, filled.folder, made.path, random.Random(seed).random() / 2)

    asides = sorted(parent.glob(f"{filled.folder.name}.before-restore-*"))
    # The first of them is the register that stood there before anything was restored.
    assert contents(asides[0] if asides else filled.folder) == before
    assert len(done) <= len(asides) <= len(done) + 1
    again = restore.replace(made.path, filled.folder, PASSPHRASE, clock=clock)
    assert again.folder == filled.folder
    assert list(parent.glob("*.restoring-*")) == []
    with Register.open(filled.folder, PASSPHRASE, clock=clock, cost=CHEAP) as register:
        assert register.check_integrity() == []
        assert register.census().cases == 3


LIMITED = """
import resource, sys
from pathlib import Path
from app.kernel.clock import SystemClock
from app.kernel.errors import MediumFullError
from app.vault import backup, restore
from app.vault.register import Register
resource.setrlimit(resource.RLIMIT_FSIZE, (4 << 20, 4 << 20))
folder, other, secret = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
try:
    if other.is_dir():
        with Register.open(folder, secret, clock=SystemClock()) as register:
            backup.make(register, other)
    else:
        restore.replace(other, folder, secret, clock=SystemClock())
except MediumFullError:
    print("full")
"""


def limited(folder: Path, other: Path) -> str:
    """What a program says that may write no file of more than 4 MiB."""
    command = [sys.executable, "-c", LIMITED, str(folder), str(other), PASSPHRASE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of a process")
def test_a_medium_that_fills_up_on_the_way_keeps_nothing_half(
    filled: Register, tmp_path: Path
) -> None:
    target = tmp_path / "stick"
    target.mkdir()
    filled.close()

    assert limited(filled.folder, target) == "full"

    assert list(target.iterdir()) == []
    assert list((filled.folder / "staging").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of a process")
def test_a_disk_that_fills_up_while_restoring_leaves_the_register_as_it_was(
    filled: Register, tmp_path: Path
) -> None:
    made = backup.make(filled, tmp_path)
    filled.close()
    before = contents(filled.folder)

    assert limited(filled.folder, made.path) == "full"

    assert contents(filled.folder) == before
    assert {path.name for path in tmp_path.iterdir()} == {filled.folder.name, made.path.name}
