from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlcipher3 import dbapi2

from app.kernel.clock import SetClock
from app.kernel.errors import (
    MediumError,
    MediumFullError,
    RegisterExistsError,
    RegisterInUseError,
    WeakPassphraseError,
)
from app.kernel.terms import Purpose
from app.models import User
from app.vault import database, settings, slots
from app.vault.register import Register
from app.vault.slots import SlotKind
from tests.vault.parts import (
    CHEAP,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    USER,
    contents,
    create,
    refused,
    reopen,
)


def test_a_new_register_says_whose_and_what_for_it_is(register: Register, folder: Path) -> None:
    with register.read() as session:
        user = session.scalars(select(User)).one()
        stored = (user.uid, user.name, user.post, user.phone)

    assert (register.folder, register.purpose) == (folder, Purpose.EXERCISE)
    assert stored == (register.user_uid, USER.name, USER.post, USER.phone)
    assert register.user_name == USER.name


def test_it_opens_again_as_the_same_register(register: Register) -> None:
    with reopen(register) as again:
        assert (again.vault_uid, again.user_uid) == (register.vault_uid, register.user_uid)
        assert (again.purpose, again.user_name) == (Purpose.EXERCISE, USER.name)
        assert again.opened_by is SlotKind.PASSPHRASE
        assert again.check_integrity() == []


def test_the_program_makes_no_slot_cheaper_than_the_floor(folder: Path, clock: SetClock) -> None:
    register, _ = Register.create(
        folder, purpose=Purpose.REAL, passphrase=PASSPHRASE, user=USER, clock=clock
    )
    register.close()

    made = slots.read_file(folder / slots.FILE).slots
    assert {slot.kind for slot in made} == set(SlotKind)
    for slot in made:
        assert slot.cost.memory_kib >= slots.FLOOR.memory_kib
        assert (slot.cost.iterations, slot.cost.lanes) == (3, 4)


def test_a_folder_with_a_register_gets_no_second_one(register: Register, clock: SetClock) -> None:
    register.close()
    before = contents(register.folder)

    with pytest.raises(RegisterExistsError):
        create(register.folder, clock)

    assert contents(register.folder) == before


@pytest.mark.parametrize("left", [database.FILE, slots.FILE, f"{slots.FILE}.bak"])
def test_nor_does_a_folder_with_a_part_of_one(tmp_path: Path, clock: SetClock, left: str) -> None:
    (tmp_path / left).write_bytes(b"all that is left")

    with pytest.raises(RegisterExistsError):
        create(tmp_path, clock)

    assert contents(tmp_path).keys() == {left}


def test_a_weak_passphrase_makes_nothing(folder: Path, clock: SetClock) -> None:
    with pytest.raises(WeakPassphraseError):
        Register.create(
            folder, purpose=Purpose.REAL, passphrase="短口令", user=USER, clock=clock, cost=CHEAP
        )

    assert not folder.exists()


def test_where_no_folder_can_be_made_the_medium_is_named(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(MediumError):
        create(tmp_path / "file" / "register", clock)


def test_a_creation_that_fails_leaves_nothing_of_a_register(folder: Path, clock: SetClock) -> None:
    folder.mkdir()
    # The last file of a creation cannot be written: its place is taken by a folder.
    (folder / f"{slots.FILE}.part").mkdir()

    with pytest.raises(MediumError):
        create(folder, clock)

    assert not (folder / database.FILE).exists()
    assert not (folder / slots.FILE).exists()


# -- one at a time -------------------------------------------------------------------------


def test_an_open_register_does_not_open_twice(register: Register, clock: SetClock) -> None:
    error = refused(register.folder, clock)

    assert isinstance(error, RegisterInUseError)
    assert (error.pid, error.since) == (os.getpid(), clock.now())


OPEN_AND_WAIT = """
import sys
from pathlib import Path
from app.kernel.clock import SystemClock
from app.vault.register import Register
register = Register.open(Path(sys.argv[1]), sys.argv[2], clock=SystemClock())
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(register: Register) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the register open."""
    register.close()
    command = [sys.executable, "-c", OPEN_AND_WAIT, str(register.folder), PASSPHRASE]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_a_second_process_is_refused_and_told_by_whom(
    register: Register, clock: SetClock, holder: subprocess.Popen[str]
) -> None:
    error = refused(register.folder, clock)

    assert isinstance(error, RegisterInUseError)
    assert error.pid == holder.pid
    assert error.host


def test_a_killed_holder_holds_nothing(
    register: Register, clock: SetClock, holder: subprocess.Popen[str]
) -> None:
    holder.kill()
    holder.wait()

    Register.open(register.folder, PASSPHRASE, clock=clock).close()


def test_a_refused_opening_frees_the_lock(register: Register, clock: SetClock) -> None:
    register.close()
    refused(register.folder, clock, OTHER_PASSPHRASE)

    Register.open(register.folder, PASSPHRASE, clock=clock).close()


def test_closing_leaves_one_database_file_and_no_holder(register: Register) -> None:
    with register.write() as session:
        settings.write(session, "name", "value")
    register.close()
    register.close()

    names = {path.name for path in register.folder.iterdir()} - {"register.lock"}
    assert names == {"register.db", "register.keys.json", "register.keys.json.bak"}


def test_closing_brings_everything_into_the_one_file_whoever_still_holds_a_connection(
    register: Register,
) -> None:
    held = register._engine.raw_connection()
    with register.write() as session:
        settings.write(session, "name", "value")
    log = register.folder / f"{database.FILE}-wal"
    assert log.stat().st_size > 0

    register.close()

    assert log.stat().st_size == 0
    held.close()


def test_a_closed_register_is_not_taken_for_a_damaged_one(register: Register) -> None:
    register.close()

    with pytest.raises(ValueError, match="closed"), register.read() as session:
        settings.read(session, "name", None)


# -- scopes --------------------------------------------------------------------------------


def test_what_is_written_is_read(register: Register) -> None:
    with register.write() as session:
        settings.write(session, "name", {"a": [1, "二"]})

    with register.read() as session:
        assert settings.read(session, "name", None) == {"a": [1, "二"]}


def test_a_read_scope_keeps_nothing(register: Register) -> None:
    with register.read() as session:
        settings.write(session, "name", "value")
        session.flush()

    with register.read() as session:
        assert settings.read(session, "name", "absent") == "absent"


def test_a_failed_write_scope_keeps_nothing(register: Register) -> None:
    def write_and_fail() -> None:
        with register.write() as session:
            settings.write(session, "name", "value")
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()

    with register.read() as session:
        assert settings.read(session, "name", "absent") == "absent"


def test_a_reader_sees_one_moment_while_another_writes(register: Register) -> None:
    with register.read() as reading:
        assert settings.read(reading, "name", "absent") == "absent"
        with register.write() as writing:
            settings.write(writing, "name", "value")
        reading.expire_all()

        assert settings.read(reading, "name", "absent") == "absent"


def test_a_write_scope_holds_the_only_right_to_write(register: Register) -> None:
    other = register._engine.raw_connection()
    other.cursor().execute("PRAGMA busy_timeout = 0")

    with register.write() as session:
        settings.read(session, "name", None)
        with pytest.raises(dbapi2.OperationalError, match="locked"):
            other.cursor().execute("BEGIN IMMEDIATE")

    other.close()


def test_a_full_disk_is_named_and_keeps_what_was_there(register: Register) -> None:
    def write_too_much() -> None:
        with register.write() as session:
            pages = session.execute(text("PRAGMA page_count")).scalar_one()
            # SQLite's own limit gives the answer of a full disk.
            session.execute(text(f"PRAGMA max_page_count = {pages + 2}"))
            settings.write(session, "name", "文" * 100_000)

    with pytest.raises(MediumFullError):
        write_too_much()

    with register.read() as session:
        assert settings.read(session, "name", "absent") == "absent"
