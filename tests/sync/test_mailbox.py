from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import disk_usage, rmtree

import pytest

from app.kernel.errors import (
    MediumFullError,
    MediumGoneError,
    MediumMismatchError,
    MediumReadOnlyError,
    NameTakenError,
)
from app.kernel.files import CHUNK
from app.sync import mailbox
from app.sync.mailbox import Found

DATA = os.urandom(2 * CHUNK + 17)
NAME = "czj-1-gaj-000001-000003-0a1b2c3d.lxb"

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="uses what only Linux has")


class CancelledError(Exception):
    pass


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


# -- reading -------------------------------------------------------------------------------


def test_bundles_and_cards_are_found_by_their_ending(tmp_path: Path) -> None:
    for name in ("b.lxb", "A.LXB", "b.lxb.part", "c.lxcard", "notes.txt", "._b.lxb", "lxb"):
        (tmp_path / name).write_bytes(b"four")
    (tmp_path / "folder.lxb").mkdir()

    assert mailbox.bundles(tmp_path) == (
        Found(tmp_path / "A.LXB", 4),
        Found(tmp_path / "b.lxb", 4),
    )
    assert mailbox.cards(tmp_path) == (Found(tmp_path / "c.lxcard", 4),)


def test_a_link_that_leads_nowhere_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.lxb").symlink_to(tmp_path / "gone")
    (tmp_path / "b.lxb").write_bytes(b"four")

    assert [found.path.name for found in mailbox.bundles(tmp_path)] == ["b.lxb"]


def test_a_folder_that_is_gone_or_a_file_is_a_vanished_medium(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "gone", tmp_path / "file"):
        with pytest.raises(MediumGoneError):
            mailbox.bundles(folder)


def test_a_file_that_is_gone_is_a_vanished_medium(tmp_path: Path) -> None:
    with pytest.raises(MediumGoneError), mailbox.reading(tmp_path / NAME):
        pass


def test_an_error_of_the_reader_comes_out_unchanged(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"four")

    with pytest.raises(FileNotFoundError), mailbox.reading(tmp_path / NAME):
        (tmp_path / "something of the caller").read_bytes()


def test_reading_leaves_no_trace_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"four")
    before = tmp_path.stat().st_mtime_ns

    with mailbox.reading(mailbox.bundles(tmp_path)[0].path) as file:
        assert file.read() == b"four"

    assert (names(tmp_path), tmp_path.stat().st_mtime_ns) == ([NAME], before)


# -- writing -------------------------------------------------------------------------------


def test_what_was_written_is_read_back_and_reported(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    source = io.BytesIO(DATA)
    source.seek(5)

    written = mailbox.write(tmp_path, NAME, source, lambda *counts: seen.append(counts))

    assert written.path.read_bytes() == DATA
    assert (written.path, written.size) == (tmp_path / NAME, len(DATA))
    assert names(tmp_path) == [NAME]
    assert seen == sorted(seen)
    assert seen[-1] == (2 * len(DATA), 2 * len(DATA))


def test_writing_the_same_again_is_harmless(tmp_path: Path) -> None:
    first = mailbox.write(tmp_path, NAME, io.BytesIO(DATA))

    assert mailbox.write(tmp_path, NAME, io.BytesIO(DATA)) == first
    assert names(tmp_path) == [NAME]


def test_another_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"somebody else's")

    with pytest.raises(NameTakenError):
        mailbox.write(tmp_path, NAME, io.BytesIO(DATA))
    assert (tmp_path / NAME).read_bytes() == b"somebody else's"
    assert names(tmp_path) == [NAME]


def test_a_name_that_differs_only_in_capitals_is_the_same_name(tmp_path: Path) -> None:
    # FAT and NTFS would put one file over the other.
    upper = tmp_path / NAME.upper()
    upper.write_bytes(b"somebody else's")

    with pytest.raises(NameTakenError) as caught:
        mailbox.write(tmp_path, NAME, io.BytesIO(DATA))
    assert caught.value.path == upper

    upper.write_bytes(DATA)
    assert mailbox.write(tmp_path, NAME, io.BytesIO(DATA)).path == upper
    assert names(tmp_path) == [upper.name]


def test_a_folder_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()

    with pytest.raises(NameTakenError):
        mailbox.write(tmp_path, NAME, io.BytesIO(DATA))
    assert (tmp_path / NAME).is_dir()


def test_a_file_that_appears_while_ours_is_written_is_not_overwritten(tmp_path: Path) -> None:
    def appear(_done: int, _total: int) -> None:
        (tmp_path / NAME).write_bytes(b"somebody else's")

    with pytest.raises(NameTakenError):
        mailbox.write(tmp_path, NAME, io.BytesIO(DATA), appear)
    assert (tmp_path / NAME).read_bytes() == b"somebody else's"
    assert names(tmp_path) == [NAME]


def test_only_unfinished_files_of_bundles_we_promised_are_cleared_away(tmp_path: Path) -> None:
    uid = "0a1b2c3d-0000-4000-8000-000000000000"
    other = NAME.replace("0a1b2c3d", "ffffffff")
    for name in (NAME, f"{NAME}.part", f"{other}.part", "notes.txt.part"):
        (tmp_path / name).write_bytes(b"seven..")

    assert mailbox.clear_leftovers(tmp_path, {uid}) == 7
    assert names(tmp_path) == sorted([NAME, f"{other}.part", "notes.txt.part"])
    assert mailbox.clear_leftovers(tmp_path, {uid}) == 0
    with pytest.raises(MediumGoneError):
        mailbox.clear_leftovers(tmp_path / "gone", {uid})


def test_what_an_interrupted_copy_left_is_replaced(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(b"half")

    mailbox.write(tmp_path, NAME, io.BytesIO(DATA))

    assert names(tmp_path) == [NAME]


@on_linux
def test_a_link_planted_under_the_part_name_leads_nowhere(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"untouched")
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / f"{NAME}.part").symlink_to(victim)

    mailbox.write(stick, NAME, io.BytesIO(DATA))

    assert victim.read_bytes() == b"untouched"
    assert (stick / NAME).read_bytes() == DATA


def test_a_cancelled_write_leaves_nothing(tmp_path: Path) -> None:
    def cancel(done: int, _total: int) -> None:
        if done > CHUNK:
            raise CancelledError

    with pytest.raises(CancelledError):
        mailbox.write(tmp_path, NAME, io.BytesIO(DATA), cancel)
    assert names(tmp_path) == []


def test_a_stick_pulled_while_writing_is_a_vanished_medium(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()

    def pull(_done: int, _total: int) -> None:
        rmtree(stick, ignore_errors=True)

    with pytest.raises(MediumGoneError) as caught:
        mailbox.write(stick, NAME, io.BytesIO(DATA), pull)
    assert caught.value.path == stick
    assert not stick.exists()


def test_a_stick_pulled_before_it_is_read_back_is_a_vanished_medium(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    mailbox.write(stick, NAME, io.BytesIO(DATA))

    def pull(_done: int, _total: int) -> None:
        rmtree(stick, ignore_errors=True)

    with pytest.raises(MediumGoneError):
        mailbox.write(stick, NAME, io.BytesIO(DATA), pull)


@on_linux
def test_a_stick_that_stored_something_else_is_found_out(tmp_path: Path) -> None:
    def lie(done: int, _total: int) -> None:
        if done == 2 * CHUNK:
            with (tmp_path / f"{NAME}.part").open("r+b") as file:
                file.write(b"?")

    with pytest.raises(MediumMismatchError):
        mailbox.write(tmp_path, NAME, io.BytesIO(DATA), lie)


def test_room_is_asked_for_before_the_first_byte(tmp_path: Path) -> None:
    large = tmp_path / "large"
    stick = tmp_path / "stick"
    stick.mkdir()
    size = disk_usage(tmp_path).free + (1 << 30)
    with large.open("wb") as file:
        file.truncate(size)
    seen: list[int] = []

    with large.open("rb") as source, pytest.raises(MediumFullError) as caught:
        mailbox.write(stick, NAME, source, lambda done, _: seen.append(done))

    assert (caught.value.needed, seen, names(stick)) == (size, [], [])


@on_linux
def test_a_folder_that_cannot_be_written_to_is_read_only() -> None:
    # sysfs refuses new files to everybody, root included.
    with pytest.raises(MediumReadOnlyError):
        mailbox.write(Path("/sys"), NAME, io.BytesIO(DATA))


@on_linux
def test_a_medium_that_takes_no_more_while_it_is_written_is_full(tmp_path: Path) -> None:
    # The limit stands for FAT32, whose files end at 4 GiB: the same answer, EFBIG.
    story = (
        "import io, resource, sys; from pathlib import Path\n"
        "from app.kernel.errors import MediumFullError\n"
        "from app.sync import mailbox\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))\n"
        "try:\n"
        "    mailbox.write(Path(sys.argv[1]), 'x.lxb', io.BytesIO(bytes(3 << 20)))\n"
        "except MediumFullError as error:\n"
        "    print(error.code, error.needed)\n"
    )

    answer = subprocess.run(
        [sys.executable, "-c", story, tmp_path],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )

    assert answer.stdout.split() == ["E-MED-01", str(3 << 20)]
    assert names(tmp_path) == []


@pytest.fixture
def small_stick(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 1 MiB, where we may mount one."""
    stick = tmp_path / "tmpfs"
    stick.mkdir()
    options = ["-t", "tmpfs", "-o", "size=1m", "tmpfs", str(stick)]
    try:
        subprocess.run(["mount", *options], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounting is not permitted here")
    try:
        yield stick
    finally:
        subprocess.run(["umount", str(stick)], check=True)


@pytest.mark.parametrize("pulled_at", range(1, 4))
def test_a_stick_pulled_at_any_step_is_a_vanished_medium(tmp_path: Path, pulled_at: int) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    steps = 0

    def pull(_done: int, _total: int) -> None:
        nonlocal steps
        steps += 1
        if steps == pulled_at:
            rmtree(stick)

    with pytest.raises(MediumGoneError):
        mailbox.write(stick, NAME, io.BytesIO(DATA), pull)
    assert not stick.exists()


@pytest.mark.parametrize("left", [0, 4096, 65_536, 300_000])
def test_a_stick_that_somebody_fills_meanwhile_is_full_and_ours_leaves_nothing(
    small_stick: Path, left: int
) -> None:
    def fill(done: int, _total: int) -> None:
        if done == CHUNK:
            with (small_stick / "other").open("wb") as other:
                other.truncate(0)
                os.posix_fallocate(other.fileno(), 0, disk_usage(small_stick).free - left)

    subprocess.run(["mount", "-o", "remount,size=4m", str(small_stick)], check=True)
    with pytest.raises(MediumFullError):
        mailbox.write(small_stick, NAME, io.BytesIO(DATA), fill)
    assert names(small_stick) == ["other"]


def test_a_full_stick_is_full_and_left_as_it_was(small_stick: Path) -> None:
    (small_stick / "other").write_bytes(bytes(700_000))

    with pytest.raises(MediumFullError):
        mailbox.write(small_stick, NAME, io.BytesIO(bytes(400_000)))
    assert names(small_stick) == ["other"]


def test_a_stick_with_its_switch_on_read_only_can_be_read_and_not_written(
    small_stick: Path,
) -> None:
    (small_stick / NAME).write_bytes(b"four")
    subprocess.run(["mount", "-o", "remount,ro", str(small_stick)], check=True)

    assert [found.path.name for found in mailbox.bundles(small_stick)] == [NAME]
    with mailbox.reading(small_stick / NAME) as file:
        assert file.read() == b"four"
    with pytest.raises(MediumReadOnlyError):
        mailbox.write(small_stick, "other.lxb", io.BytesIO(b"x"))
