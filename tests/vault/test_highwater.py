"""A folder that was put back by hand is noticed on the computer where a newer one was used."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from app.kernel.clock import SetClock
from app.vault import journal
from app.vault.highwater import HighWater
from app.vault.register import Register
from tests.vault.parts import CHEAP, PASSPHRASE


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def write(register: Register, *subjects: str) -> None:
    for subject in subjects:
        with register.write() as session:
            journal.append(session, register.clock, "甲某某", "case.registered", subject)


def opened(folder: Path, notes: Path, clock: SetClock) -> tuple[Register, bool]:
    """The register, noting from now on, and whether a newer state was noted before."""
    register = Register.open(folder, PASSPHRASE, clock=clock, cost=CHEAP)
    keeper = HighWater(notes, register.vault_uid)
    with register.read() as session:
        ahead = keeper.is_ahead_of(session)
    register.keep_high_water(keeper)
    return register, ahead


@pytest.fixture
def used(register: Register, notes: Path) -> Register:
    """A register that was used here, with a journal of three lines."""
    write(register, "1", "2", "3")
    register.keep_high_water(HighWater(notes, register.vault_uid))
    return register


def copied(register: Register, place: Path) -> Path:
    """The closed register's folder, as a person would copy it."""
    register.close()
    shutil.copytree(register.folder, place)
    return place


def put_back(copy: Path, folder: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(copy, folder)


def test_a_register_that_was_only_closed_is_the_newest(
    used: Register, notes: Path, clock: SetClock
) -> None:
    used.close()

    register, ahead = opened(used.folder, notes, clock)
    write(register, "4")
    register.close()
    again, ahead_later = opened(used.folder, notes, clock)
    again.close()

    assert (ahead, ahead_later) == (False, False)


def test_an_older_copy_of_the_folder_is_seen(
    used: Register, notes: Path, clock: SetClock, tmp_path: Path
) -> None:
    copy = copied(used, tmp_path / "copy")
    register, _ = opened(used.folder, notes, clock)
    write(register, "4")
    register.close()
    put_back(copy, used.folder)

    older, ahead = opened(used.folder, notes, clock)
    older.close()

    assert ahead


def test_a_copy_that_went_on_elsewhere_is_seen_though_it_is_longer(
    used: Register, notes: Path, clock: SetClock, tmp_path: Path
) -> None:
    copy = copied(used, tmp_path / "copy")
    register, _ = opened(used.folder, notes, clock)
    write(register, "4")
    register.close()
    elsewhere, _ = opened(copy, tmp_path / "another computer", clock)
    write(elsewhere, "4b", "5b", "6b")
    elsewhere.close()
    put_back(copy, used.folder)

    other, ahead = opened(used.folder, notes, clock)
    other.close()

    assert ahead


def test_the_folder_moved_to_another_place_is_the_same_register(
    used: Register, notes: Path, clock: SetClock, tmp_path: Path
) -> None:
    moved = copied(used, tmp_path / "elsewhere")

    register, ahead = opened(moved, notes, clock)
    register.close()

    assert not ahead


@pytest.mark.parametrize("spoil", ["missing", "damaged", "another's", "unwritable"])
def test_a_note_that_cannot_be_used_is_no_note(
    used: Register, notes: Path, clock: SetClock, spoil: str
) -> None:
    used.close()
    (note,) = notes.iterdir()
    match spoil:
        case "missing":
            note.unlink()
        case "damaged":
            note.write_bytes(b'{"lines":')
        case "another's":
            note.write_bytes(note.read_bytes().replace(used.vault_uid.encode(), b"x" * 32))
        case "unwritable":
            shutil.rmtree(notes)
            notes.write_text("a file where the folder should be")

    register, ahead = opened(used.folder, notes, clock)
    write(register, "4")
    register.close()

    assert not ahead


def test_killed_while_in_use_the_note_is_at_most_a_minute_behind(
    used: Register, notes: Path, clock: SetClock
) -> None:
    keeper = HighWater(notes, used.vault_uid)
    write(used, "4")
    soon = keeper.known()
    clock.set(clock.now() + timedelta(minutes=2))
    write(used, "5")
    later = keeper.known()

    assert soon is not None
    assert later is not None
    assert (soon.lines, later.lines) == (3, 5)


def test_closing_notes_the_last_line(used: Register, notes: Path) -> None:
    write(used, "4", "5")
    used.close()

    known = HighWater(notes, used.vault_uid).known()

    assert known is not None
    assert known.lines == 5
