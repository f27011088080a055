"""A backup is whole, shows one moment, and is opened by its own secrets alone."""

from __future__ import annotations

import io
import os
import random
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from app.kernel.clock import SetClock
from app.kernel.errors import (
    AppError,
    BackupSecretError,
    DamagedBackupError,
    IncompleteBackupError,
    MediumFullError,
    MediumGoneError,
    NewerBackupError,
    NotABackupError,
    OccupiedFolderError,
    RecoveryKeyFormError,
    RegisterExistsError,
    RegisterInUseError,
)
from app.models import Attachment
from app.vault import backup, journal, restore, restored, slots, trial
from app.vault.backup import Made
from app.vault.register import Register
from app.vault.restored import Reason
from tests.vault.parts import CHEAP, OTHER_PASSPHRASE, PASSPHRASE, add_case, contents

FILE = "随案移送的原件".encode() * 20_000


class StoppedError(Exception):
    """What a person who cancels raises."""


def attach(register: Register, data: bytes, name: str) -> str:
    """Add a file with its row; its hash."""
    sha256, size = register.attachments.add(io.BytesIO(data))
    with register.write() as session:
        session.add(
            Attachment(
                sha256=sha256,
                size=size,
                name=name,
                added_at=register.clock.now(),
                owner_uid="",
                destroyed_at=None,
            )
        )
    return sha256


def fill(register: Register, cases: int = 3) -> None:
    with register.write() as session:
        for number in range(cases):
            add_case(session, register.clock, f"串通投标{number}号")
            journal.append(session, register.clock, "甲某某", "case.registered", str(number))
    attach(register, FILE, "原件.txt")
    attach(register, b"", "空.txt")


@dataclass
class Kept:
    """A backup of a register that is closed by now."""

    made: Made
    recovery_key: str
    folder: Path
    clock: SetClock

    @property
    def path(self) -> Path:
        return self.made.path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    made = tmp_path / "备份 U 盘"
    made.mkdir()
    return made


@pytest.fixture
def kept(made: tuple[Register, str], target: Path, clock: SetClock) -> Kept:
    register, recovery_key = made
    fill(register)
    done = backup.make(register, target)
    register.close()
    return Kept(done, recovery_key, register.folder, clock)


def restored_copy(kept: Kept, folder: Path, secret: str = PASSPHRASE) -> Register:
    restore.restore(kept.path, folder, secret, clock=kept.clock)
    return Register.open(folder, secret, clock=kept.clock, cost=CHEAP)


@pytest.mark.parametrize("by", ["passphrase", "recovery"])
def test_a_backup_brings_back_records_attachments_and_journal(
    kept: Kept, tmp_path: Path, by: str
) -> None:
    secret = PASSPHRASE if by == "passphrase" else kept.recovery_key.lower()

    with restored_copy(kept, tmp_path / "新电脑" / "register", secret) as register:
        assert register.vault_uid == kept_vault(kept)
        assert register.check_integrity() == []
        with register.read() as session:
            assert journal.verify(session) is None
            names = session.execute(text('SELECT name FROM "case" ORDER BY id')).scalars().all()
            files = session.execute(text("SELECT sha256, size FROM attachment")).all()
            mark = restored.read(session)
        assert names == ["串通投标0号", "串通投标1号", "串通投标2号"]
        assert [register.attachments.verify(sha256) for sha256, _ in files] == [len(FILE), 0]
    assert mark is not None
    assert (mark.reason, mark.origin) == (Reason.BACKUP, kept.path.name)
    assert mark.made_at == kept.made.made_at


def kept_vault(kept: Kept) -> str:
    return backup.read_heading(kept.path).keys.vault


def test_nothing_in_a_backup_is_plain_but_its_heading(kept: Kept) -> None:
    data = kept.path.read_bytes()

    assert "串通投标".encode() not in data
    assert FILE[:60] not in data
    assert data.startswith(b"lianxi-backup/1 %015d\n" % len(data))
    assert len(data) == kept.made.size


def test_it_tells_what_the_register_held(kept: Kept) -> None:
    census = kept.made.census

    assert (census.cases, census.attachments, census.lines) == (3, 2, 3)
    assert kept.made.missing == ()
    assert list(kept.folder.glob("staging/*")) == []


def test_a_file_longer_than_a_member_is_one_file_again(
    register: Register, target: Path, tmp_path: Path, clock: SetClock
) -> None:
    sha256 = attach(register, random.Random(1).randbytes(300_000), "录像.mp4")
    made = backup.make(register, target, longest=70_000)
    register.close()

    with restored_copy(Kept(made, "", register.folder, clock), tmp_path / "new") as again:
        assert again.attachments.verify(sha256) == 300_000


def test_made_while_others_write_it_shows_one_moment(
    register: Register, target: Path, tmp_path: Path, clock: SetClock
) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            with register.write() as session:
                add_case(session, clock, f"串通投标{number}号", facts="经查" * 2000)
                journal.append(session, clock, "甲某某", "case.registered", str(number))
            attach(register, str(number).encode() * 50_000, f"{number}.txt")
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        backups = [backup.make(register, target) for _ in range(3)]
    finally:
        stop.set()
        writer.join()
    register.close()

    assert backups[0].census.lines < backups[-1].census.lines
    for made in backups:
        tested = trial.run(made.path, tmp_path / "scratch", PASSPHRASE, clock=clock)
        assert tested.well
        assert tested.census.cases == tested.census.lines == made.census.lines
        assert tested.attachments in {tested.census.cases, tested.census.cases - 1}


def test_a_trial_reads_everything_and_leaves_nothing(
    kept: Kept, tmp_path: Path, clock: SetClock
) -> None:
    scratch = tmp_path / "scratch"
    seen: list[tuple[int, int]] = []

    tested = trial.run(
        kept.path,
        scratch,
        PASSPHRASE,
        clock=clock,
        watch=lambda done, total: seen.append((done, total)),
    )

    assert tested.well
    assert (tested.attachments, tested.size) == (2, len(FILE))
    assert tested.census == kept.made.census
    assert list(scratch.iterdir()) == []
    assert all(0 <= done <= total for done, total in seen)


def test_a_trial_names_what_was_damaged_before_the_backup(
    register: Register, target: Path, tmp_path: Path, clock: SetClock
) -> None:
    fill(register)
    gone = attach(register, b"gone", "丢失.txt")
    spoilt = attach(register, FILE * 2, "损坏.txt")
    register.attachments.delete(gone)
    path = register.attachments.path_of(spoilt)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    made = backup.make(register, target)

    tested = trial.run(made.path, tmp_path, PASSPHRASE, clock=clock)

    assert made.missing == ("丢失.txt",)
    assert not tested.well
    assert (tested.missing, tested.changed) == (("丢失.txt",), ("损坏.txt",))
    assert tested.attachments == 2


def test_a_wrong_secret_writes_nothing(kept: Kept, tmp_path: Path) -> None:
    before = contents(tmp_path)

    for secret, refusal in (
        (OTHER_PASSPHRASE, BackupSecretError),
        (kept.recovery_key[:-1] + "?", BackupSecretError),
        (_miscopied(kept.recovery_key), RecoveryKeyFormError),
    ):
        with pytest.raises(refusal):
            restore.replace(kept.path, kept.folder, secret, clock=kept.clock)
        with pytest.raises(refusal):
            restore.restore(kept.path, tmp_path / "new", secret, clock=kept.clock)

    assert contents(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["备份 U 盘", "登记簿 #1"]


def _miscopied(key: str) -> str:
    return ("2" if key[0] != "2" else "3") + key[1:]


def test_a_passphrase_changed_since_then_is_not_the_backup_s(
    made: tuple[Register, str], target: Path, clock: SetClock, tmp_path: Path
) -> None:
    register, _ = made
    first = backup.make(register, target)
    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)

    with pytest.raises(BackupSecretError):
        trial.run(first.path, tmp_path, OTHER_PASSPHRASE, clock=clock)
    assert trial.run(first.path, tmp_path, PASSPHRASE, clock=clock).well
    clock.set(clock.now().replace(hour=5))
    second = backup.make(register, target)
    assert trial.run(second.path, tmp_path, OTHER_PASSPHRASE, clock=clock).well


def test_cut_off_anywhere_it_is_called_incomplete(kept: Kept, tmp_path: Path) -> None:
    data = kept.path.read_bytes()
    path = tmp_path / "cut.lxbackup"

    for length in (33, 700, len(data) // 2, len(data) - 1):
        path.write_bytes(data[:length])
        with pytest.raises(IncompleteBackupError):
            restore.restore(path, tmp_path / "new", PASSPHRASE, clock=kept.clock)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("seed", range(12))
def test_a_changed_byte_anywhere_is_refused_and_nothing_is_put_in_place(
    kept: Kept, tmp_path: Path, seed: int
) -> None:
    data = bytearray(kept.path.read_bytes())
    payload = backup.read_heading(kept.path).payload
    chance = random.Random(seed)
    at = chance.randrange(32, payload) if seed < 5 else chance.randrange(payload, len(data))
    data[at] ^= 1 << chance.randrange(8)
    path = tmp_path / "changed.lxbackup"
    path.write_bytes(data)
    before = contents(kept.folder)

    with pytest.raises((DamagedBackupError, BackupSecretError, NewerBackupError)):
        restore.replace(path, kept.folder, PASSPHRASE, clock=kept.clock)

    assert contents(kept.folder) == before
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "changed.lxbackup",
        "备份 U 盘",
        "登记簿 #1",
    ]


def test_a_key_file_of_another_time_is_refused(
    made: tuple[Register, str], target: Path, clock: SetClock, tmp_path: Path
) -> None:
    register, _ = made
    first = backup.make(register, target)
    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    clock.set(clock.now().replace(hour=5))
    second = backup.make(register, target)
    old, new = (backup.read_heading(each.path) for each in (first, second))
    mixed = tmp_path / "mixed.lxbackup"
    body = first.path.read_bytes()[32 : old.payload] + second.path.read_bytes()[new.payload :]
    mixed.write_bytes(b"lianxi-backup/1 %015d\n" % (32 + len(body)) + body)

    with pytest.raises(DamagedBackupError) as refused:
        restore.restore(mixed, tmp_path / "new", PASSPHRASE, clock=clock)

    assert refused.value.facts["part"] == "head"


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", NotABackupError),
        (b"PK\x03\x04 something else entirely, long enough", NotABackupError),
        (b"lianxi-backup/2 000000000000100\n", NewerBackupError),
        (b"lianxi-backup/1 000000000000000\n{}", IncompleteBackupError),
        (b"lianxi-backup/1 000000000000035\n{}\n", DamagedBackupError),
        (b"lianxi-backup/1 000000000000034\n{}\n", DamagedBackupError),
    ],
)
def test_what_is_no_backup_is_called_so(
    tmp_path: Path, data: bytes, refusal: type[AppError]
) -> None:
    path = tmp_path / "x.lxbackup"
    path.write_bytes(data)

    with pytest.raises(refusal):
        backup.read_heading(path)


def test_a_register_of_a_newer_program_is_left_to_it(
    register: Register, target: Path, tmp_path: Path, clock: SetClock
) -> None:
    with register.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    made = backup.make(register, target)

    with pytest.raises(NewerBackupError):
        restore.restore(made.path, tmp_path / "new", PASSPHRASE, clock=clock)

    assert not (tmp_path / "new").exists()


# -- places --------------------------------------------------------------------------------


def test_replacing_keeps_the_register_that_stood_there(kept: Kept) -> None:
    before = contents(kept.folder)

    done = restore.replace(kept.path, kept.folder, PASSPHRASE, clock=kept.clock)

    assert done.aside is not None
    assert contents(done.aside) == before
    with Register.open(kept.folder, PASSPHRASE, clock=kept.clock, cost=CHEAP) as register:
        assert register.census().cases == 3


def test_a_damaged_register_can_be_replaced(kept: Kept) -> None:
    (kept.folder / slots.FILE).write_bytes(b"?")

    done = restore.replace(kept.path, kept.folder, PASSPHRASE, clock=kept.clock)

    assert done.aside is not None
    assert (done.aside / slots.FILE).read_bytes() == b"?"


def test_a_register_that_is_open_is_not_replaced(kept: Kept) -> None:
    with (
        Register.open(kept.folder, PASSPHRASE, clock=kept.clock, cost=CHEAP),
        pytest.raises(RegisterInUseError),
    ):
        restore.replace(kept.path, kept.folder, PASSPHRASE, clock=kept.clock)

    assert kept.folder.is_dir()


def test_an_occupied_folder_is_refused(kept: Kept, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "家庭照片.txt").write_text("")

    with pytest.raises(RegisterExistsError):
        restore.restore(kept.path, kept.folder, PASSPHRASE, clock=kept.clock)
    with pytest.raises(OccupiedFolderError):
        restore.restore(kept.path, other, PASSPHRASE, clock=kept.clock)

    assert [path.name for path in other.iterdir()] == ["家庭照片.txt"]


def test_a_folder_that_went_away_is_told(register: Register, target: Path, kept: Kept) -> None:
    shutil.move(kept.path, target.parent / "elsewhere.lxbackup")

    with pytest.raises(MediumGoneError):
        restore.restore(kept.path, target.parent / "new", PASSPHRASE, clock=kept.clock)


def test_a_target_that_went_away_is_told(register: Register, tmp_path: Path) -> None:
    with pytest.raises(MediumGoneError):
        backup.make(register, tmp_path / "pulled")


def test_a_medium_without_room_is_refused_before_a_byte_is_written(
    register: Register, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(target)._replace(free=10)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)

    with pytest.raises(MediumFullError) as refused:
        backup.make(register, target)

    assert int(str(refused.value.facts["needed"])) > 0
    assert list(target.iterdir()) == []


def test_restoring_asks_for_room_first(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=10)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)

    with pytest.raises(MediumFullError):
        restore.restore(kept.path, tmp_path / "new", PASSPHRASE, clock=kept.clock)

    assert not (tmp_path / "new").exists()


def test_cancelled_at_any_moment_it_leaves_nothing(register: Register, target: Path) -> None:
    fill(register)
    calls: list[int] = []
    backup.make(register, target, lambda done, _: calls.append(done)).path.unlink()

    for after in sorted({0, 1, len(calls) // 2, len(calls) * 3 // 4}):
        left = iter(range(after))

        def watch(_done: int, _total: int, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise StoppedError

        with pytest.raises(StoppedError):
            backup.make(register, target, watch)

        assert list(target.iterdir()) == []
        assert list((register.folder / "staging").iterdir()) == []


def test_a_cancelled_restoration_leaves_the_register_as_it_was(kept: Kept) -> None:
    before = contents(kept.folder)

    def watch(done: int, total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        restore.replace(kept.path, kept.folder, PASSPHRASE, clock=kept.clock, watch=watch)

    assert contents(kept.folder) == before
    assert len(list(kept.folder.parent.iterdir())) == 2


def test_the_backups_of_a_folder_are_found_among_other_files(kept: Kept, target: Path) -> None:
    (target / "合影.jpg").write_bytes(b"jpg")
    (target / "半个.lxbackup").write_bytes(kept.path.read_bytes()[:-1])
    shutil.copy(kept.path, target / "又一份.lxbackup")

    found = backup.backups_in(target)

    assert {each.path.name for each in found} == {kept.path.name, "又一份.lxbackup"}


def test_memory_does_not_grow_with_the_attachments(register: Register, target: Path) -> None:
    import tracemalloc

    for number in range(4):
        attach(register, os.urandom(6 << 20), f"{number}.bin")
    tracemalloc.start()
    try:
        made = backup.make(register, target)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert made.size > 24 << 20
    assert peak < 10 << 20
