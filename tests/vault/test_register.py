from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from app.kernel.clock import SetClock
from app.kernel.errors import (
    AppError,
    DamagedKeyFileError,
    DamagedRegisterError,
    MediumError,
    MediumFullError,
    NewerRegisterError,
    NotARegisterError,
    OldKeyFileError,
    RegisterExistsError,
    RegisterInUseError,
    WeakPassphraseError,
    WrongSecretError,
)
from app.kernel.terms import Purpose
from app.models import Setting, User
from app.vault import database, journal, settings, slots
from app.vault.register import Register
from app.vault.slots import SlotKind
from tests.vault.parts import (
    CHEAP,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    USER,
    add_case,
    create,
    reopen,
)

MARK = "绝密标记文字以便搜寻"


def refused(folder: Path, clock: SetClock, secret: str = PASSPHRASE) -> AppError:
    with pytest.raises(AppError) as error:
        Register.open(folder, secret, clock=clock, cost=CHEAP)
    return error.value


def contents(folder: Path) -> dict[str, str]:
    """The hash of every file, the lock's own left out."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "register.lock"
    }


# -- making and opening --------------------------------------------------------------------


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


# -- what cannot be opened -----------------------------------------------------------------


def test_an_empty_folder_is_no_register_and_stays_empty(tmp_path: Path, clock: SetClock) -> None:
    assert isinstance(refused(tmp_path, clock), NotARegisterError)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_passphrase_changes_nothing_but_the_count(
    register: Register, clock: SetClock
) -> None:
    register.close()
    before = contents(register.folder)

    error = refused(register.folder, clock, OTHER_PASSPHRASE)

    assert isinstance(error, WrongSecretError)
    after = contents(register.folder)
    assert after.pop("register.attempts.json")
    assert after == before


def test_a_foreign_database_is_damage(register: Register, clock: SetClock) -> None:
    register.close()
    (register.folder / database.FILE).write_bytes(b"SQLite format 3\0" + bytes(4080))

    error = refused(register.folder, clock)

    assert isinstance(error, DamagedRegisterError)
    assert error.part == "db"


def test_a_missing_database_is_damage_and_none_is_made(register: Register, clock: SetClock) -> None:
    register.close()
    (register.folder / database.FILE).unlink()

    assert isinstance(refused(register.folder, clock), DamagedRegisterError)
    assert not (register.folder / database.FILE).exists()


def test_the_database_of_another_register_is_damage(
    register: Register, tmp_path: Path, clock: SetClock
) -> None:
    other, _ = create(tmp_path / "other", clock)
    other.close()
    register.close()
    shutil.copy(other.folder / database.FILE, register.folder)

    assert isinstance(refused(register.folder, clock), DamagedRegisterError)


def test_a_flipped_byte_on_any_page_is_found(register: Register, clock: SetClock) -> None:
    register.close()
    path = register.folder / database.FILE
    whole = path.read_bytes()

    for page in range(len(whole) // 4096):
        place = page * 4096 + (page * 977 + 100) % 4096
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            with Register.open(register.folder, PASSPHRASE, clock=clock) as opened:
                found: object = opened.check_integrity()
        except DamagedRegisterError as error:
            found = error
        assert found, f"page {page}"


def test_a_damaged_page_that_is_read_is_named_as_damage(
    register: Register, clock: SetClock
) -> None:
    with register.write() as session:
        for number in range(50):
            session.add(Setting(name=f"n{number}", value="文" * 2000))
    register.close()
    path = register.folder / database.FILE
    data = bytearray(path.read_bytes())
    data[-3000] ^= 1
    path.write_bytes(data)

    with (
        Register.open(register.folder, PASSPHRASE, clock=clock) as opened,
        pytest.raises(DamagedRegisterError),
        opened.read() as session,
    ):
        session.execute(text("SELECT sum(length(value)) FROM setting")).all()


def test_a_damaged_key_file_opens_again_from_its_second_copy(
    register: Register, clock: SetClock
) -> None:
    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    register.close()
    path = register.folder / slots.FILE
    path.write_bytes(path.read_bytes().replace(b"argon2id", b"argon2ix", 1))
    error = refused(register.folder, clock, OTHER_PASSPHRASE)
    assert isinstance(error, DamagedKeyFileError)

    shutil.copy(str(error.backup), path)

    Register.open(register.folder, OTHER_PASSPHRASE, clock=clock).close()


def test_a_key_file_older_than_the_database_is_refused(register: Register, clock: SetClock) -> None:
    old = (register.folder / slots.FILE).read_bytes()
    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    register.close()
    (register.folder / slots.FILE).write_bytes(old)

    error = refused(register.folder, clock)

    assert isinstance(error, OldKeyFileError)
    assert (error.found, error.expected) == (1, 2)


def test_a_slot_removed_without_the_master_key_is_damage(
    register: Register, clock: SetClock
) -> None:
    register.close()
    path = register.folder / slots.FILE
    header = slots.read_file(path)
    fewer = slots.Header(header.vault, header.epoch, header.purpose, header.slots[:1], header.mac)
    slots.write_file(path, fewer)

    assert isinstance(refused(register.folder, clock), DamagedKeyFileError)


def test_a_register_of_a_newer_program_is_left_alone(register: Register, clock: SetClock) -> None:
    with register.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    register.close()
    before = contents(register.folder)

    error = refused(register.folder, clock)

    assert isinstance(error, NewerRegisterError)
    assert error.found == "9999"
    assert contents(register.folder) == before


# -- one at a time -------------------------------------------------------------------------


def test_an_open_register_does_not_open_twice(register: Register, clock: SetClock) -> None:
    error = refused(register.folder, clock)

    assert isinstance(error, RegisterInUseError)
    assert (error.pid, error.since) == (os.getpid(), "2025-03-03T01:00:00.000Z")


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


# -- nothing in plain text -----------------------------------------------------------------


def test_no_file_holds_what_was_written(register: Register, clock: SetClock) -> None:
    with register.write() as session:
        for number in range(40):
            add_case(session, clock, f"{MARK}{number}", facts=MARK * 50, party=MARK)
        journal.append(session, clock, MARK, "case.registered", MARK, note=MARK)
    register.attachments.add(io.BytesIO((MARK * 10_000).encode()))
    open_files = list(register.folder.rglob("*"))
    assert any(path.name == "register.db-wal" for path in open_files)

    for path in open_files:
        assert path.is_dir() or MARK.encode()[:9] not in path.read_bytes(), path
    register.close()
    for path in register.folder.rglob("*"):
        assert path.is_dir() or MARK.encode()[:9] not in path.read_bytes(), path


def test_no_file_holds_a_secret(register: Register, recovery_key: str, clock: SetClock) -> None:
    register.close()
    header = slots.read_file(register.folder / slots.FILE)
    opened = slots.open_any(header, PASSPHRASE)
    assert opened is not None
    secrets = [
        PASSPHRASE.encode(),
        recovery_key.encode(),
        opened.contents.master,
        opened.contents.master.hex().encode(),
        opened.contents.identity.encode(),
        USER.name.encode(),
    ]

    for path in register.folder.iterdir():
        data = path.read_bytes()
        assert not [secret for secret in secrets if secret in data], path


# -- secrets -------------------------------------------------------------------------------


def test_a_changed_passphrase_opens_the_same_data(register: Register, clock: SetClock) -> None:
    with register.write() as session:
        settings.write(session, "name", "value")
    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    register.close()

    assert isinstance(refused(register.folder, clock), WrongSecretError)
    with Register.open(register.folder, OTHER_PASSPHRASE, clock=clock) as again:
        with again.read() as session:
            assert settings.read(session, "name", None) == "value"
            lines = session.execute(text("SELECT action FROM journal")).scalars().all()
        assert lines == ["register.passphrase-changed"]


def test_the_old_passphrase_is_in_no_copy_of_the_key_file(
    register: Register, clock: SetClock
) -> None:
    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)

    for name in (slots.FILE, f"{slots.FILE}.bak"):
        header = slots.read_file(register.folder / name)
        assert slots.open_any(header, PASSPHRASE) is None
        assert slots.open_any(header, OTHER_PASSPHRASE) is not None


def test_a_changed_passphrase_re_encrypts_no_page_of_the_data(register: Register) -> None:
    with register.write() as session:
        for number in range(200):
            session.add(Setting(name=f"n{number}", value="文" * 1000))
    register = reopen(register)
    before = (register.folder / database.FILE).read_bytes()

    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    register.close()

    after = (register.folder / database.FILE).read_bytes()
    pages = range(0, len(before), 4096)
    same = sum(before[at : at + 4096] == after[at : at + 4096] for at in pages)
    # The journal line, the epoch and the user's row are all that is written.
    assert len(pages) > 150
    assert len(pages) - same < 12


def test_the_users_age_key_survives_a_change_of_passphrase(register: Register) -> None:
    first = _recipient(register)

    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)

    assert _recipient(register) == first


def test_a_wrong_old_passphrase_changes_nothing(register: Register) -> None:
    before = (register.folder / slots.FILE).read_bytes()

    with pytest.raises(WrongSecretError):
        register.change_passphrase(OTHER_PASSPHRASE, OTHER_PASSPHRASE)

    assert (register.folder / slots.FILE).read_bytes() == before


def test_a_weak_new_passphrase_changes_nothing(register: Register) -> None:
    with pytest.raises(WeakPassphraseError):
        register.change_passphrase(PASSPHRASE, "短口令")

    reopen(register).close()


def test_the_recovery_key_opens_and_sets_a_new_passphrase(
    register: Register, recovery_key: str, clock: SetClock
) -> None:
    first = _recipient(register)
    with reopen(register, recovery_key.lower().replace("-", " ")) as opened:
        assert opened.opened_by is SlotKind.RECOVERY
        assert (opened.user_uid, opened.user_name) == (register.user_uid, USER.name)
        opened.change_passphrase(recovery_key, OTHER_PASSPHRASE)
        # The identity under the forgotten passphrase is lost: the user has a new one.
        assert _recipient(opened) != first

    assert isinstance(refused(register.folder, clock, PASSPHRASE), WrongSecretError)
    Register.open(register.folder, OTHER_PASSPHRASE, clock=clock).close()
    Register.open(register.folder, recovery_key, clock=clock).close()


def test_a_replaced_recovery_key_opens_nothing_any_more(
    register: Register, recovery_key: str, clock: SetClock
) -> None:
    fresh = register.replace_recovery_key(PASSPHRASE)
    register.close()

    assert isinstance(refused(register.folder, clock, recovery_key), WrongSecretError)
    Register.open(register.folder, fresh, clock=clock).close()
    Register.open(register.folder, PASSPHRASE, clock=clock).close()


def test_cut_off_between_key_file_and_database_the_new_passphrase_opens(
    register: Register, folder: Path, tmp_path: Path, clock: SetClock
) -> None:
    register = reopen(register)
    register.close()
    before = tmp_path / "before.db"
    shutil.copy(folder / database.FILE, before)
    register = Register.open(folder, PASSPHRASE, clock=clock, cost=CHEAP)
    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    register.close()
    shutil.copy(before, folder / database.FILE)

    with Register.open(folder, OTHER_PASSPHRASE, clock=clock) as opened, opened.read() as session:
        stored = settings.read(session, "register.epoch", 0)
        slot = session.scalars(select(User.slot)).one()

    header = slots.read_file(folder / slots.FILE)
    assert stored == header.epoch == 2
    assert slot in {found.id for found in header.slots}


def _recipient(register: Register) -> str:
    with register.read() as session:
        return session.scalars(select(User.recipient)).one()
