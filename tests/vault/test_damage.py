from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text

from app.kernel.clock import SetClock
from app.kernel.errors import (
    DamagedKeyFileError,
    DamagedRegisterError,
    NewerRegisterError,
    NotARegisterError,
    OldKeyFileError,
    WrongSecretError,
)
from app.models import Setting
from app.vault import database, slots
from app.vault.register import Register
from tests.vault.parts import (
    OTHER_PASSPHRASE,
    PASSPHRASE,
    contents,
    create,
    refused,
)


def test_an_empty_folder_is_no_register_and_stays_empty(tmp_path: Path, clock: SetClock) -> None:
    assert isinstance(refused(tmp_path, clock), NotARegisterError)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_register(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF")

    assert isinstance(refused(tmp_path / "letter.pdf", clock), NotARegisterError)


def test_without_its_key_file_a_register_names_the_second_copy(
    register: Register, clock: SetClock
) -> None:
    register.close()
    (register.folder / slots.FILE).unlink()

    error = refused(register.folder, clock)

    assert isinstance(error, DamagedKeyFileError)
    assert error.backup == str(register.folder / f"{slots.FILE}.bak")


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
