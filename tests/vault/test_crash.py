"""A program that is killed while it writes loses nothing it has reported as written."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from app.kernel.clock import SetClock
from app.vault import journal, search
from app.vault.register import Register
from tests.vault.parts import CHEAP, PASSPHRASE

WRITE = """
import io, sys
from pathlib import Path
from app.kernel.clock import SystemClock
from app.vault import journal, settings
from app.vault.register import Register
from tests.vault.parts import add_case
clock = SystemClock()
register = Register.open(Path(sys.argv[1]), sys.argv[2], clock=clock)
number = int(sys.argv[3])
while True:
    with register.write() as session:
        for part in range(5):
            add_case(session, clock, f"串通投标{number}号", facts="经查" * 500)
        settings.write(session, "last", number)
        journal.append(session, clock, "甲某某", "case.registered", str(number))
    register.attachments.add(io.BytesIO(str(number).encode() * 100_000))
    print(number, flush=True)
    number += 1
"""

KILLS = 5


def killed_after(folder: Path, start: int, seconds: float) -> int:
    """The last number a killed writer has reported; *start* - 1 when there is none."""
    command = [sys.executable, "-c", WRITE, str(folder), PASSPHRASE, str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        rest = process.stdout.read().split("\n")
    whole = [first.strip(), *rest[:-1]]
    return int(whole[-1]) if whole[-1] else start - 1


@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_at_any_moment_the_register_is_whole_and_keeps_what_was_reported(
    register: Register, clock: SetClock, seed: int
) -> None:
    register.close()

    reported = killed_after(register.folder, 1, random.Random(seed).random() / 3)

    with Register.open(register.folder, PASSPHRASE, clock=clock, cost=CHEAP) as opened:
        assert opened.check_integrity() == []
        with opened.read() as session:
            assert journal.verify(session) is None
            lines = session.execute(text("SELECT subject FROM journal ORDER BY id")).scalars()
            numbers = [int(subject) for subject in lines]
            cases = session.execute(text('SELECT count(*) FROM "case"')).scalar_one()
            found = search.search_cases(session, "串通投标", limit=10**6)
            session.execute(text("INSERT INTO case_words(case_words) VALUES ('integrity-check')"))
        assert reported >= 1
        assert numbers == list(range(1, len(numbers) + 1))
        assert reported <= numbers[-1] <= reported + 1
        assert cases == len(found) == 5 * len(numbers)
        assert not list((register.folder / "blobs").glob("*.part"))
