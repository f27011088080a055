"""Real file systems served by programs that can be killed: what a pulled stick does."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kernel.errors import MediumFullError, MediumGoneError, NameTakenError
from app.kernel.files import CHUNK
from app.sync import mailbox
from app.sync.medium import Medium

DATA = os.urandom(2 * CHUNK + 17)
NAME = "czj-1-gaj-000001-000003-0a1b2c3d.lxb"


class Stick:
    """A volume in a file, mounted at ``folder`` while its driver lives."""

    def __init__(self, place: Path, make: list[str], driver: list[str], size: int) -> None:
        for tool in (make[0], driver[0]):
            if shutil.which(tool) is None or not os.access("/dev/fuse", os.R_OK | os.W_OK):
                pytest.skip(f"{tool} or /dev/fuse is missing")
        self.folder = place / "stick"
        self.folder.mkdir()
        image = place / "image"
        with image.open("wb") as file:
            file.truncate(size)
        subprocess.run([*make, str(image)], check=True, capture_output=True)
        command = [*driver, str(image), str(self.folder)]
        self._driver = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        end = time.monotonic() + 10
        while not self.folder.is_mount():
            if time.monotonic() > end or self._driver.poll() not in (None, 0):
                self.pull()
                pytest.skip("mounting is not permitted here")
            time.sleep(0.01)

    def pull(self) -> None:
        """Without warning: what was not written is lost."""
        self._driver.kill()
        self._driver.wait()

    def put_away(self) -> None:
        subprocess.run(["umount", "-l", str(self.folder)], check=False, capture_output=True)
        self.pull()


@pytest.fixture
def fat(tmp_path: Path) -> Iterator[Path]:
    """FAT: no second names of a file, no difference between capitals and small letters."""
    stick = Stick(tmp_path, ["mkfs.vfat"], ["fusefat", "-f", "-o", "rw+"], 33 << 20)
    yield stick.folder
    stick.put_away()


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Stick]:
    # The driver hears of a close afterwards; without this it hides a file removed in between
    # under a name of its own, and some versions never take that away.
    driver = ["fuse2fs", "-f", "-o", "rw,hard_remove"]
    made = Stick(tmp_path, ["mkfs.ext4", "-q", "-F"], driver, 16 << 20)
    yield made
    made.put_away()


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.name != "lost+found")


@pytest.mark.parametrize("step", range(1, 5))
def test_a_stick_pulled_at_any_step_is_a_vanished_medium(stick: Stick, step: int) -> None:
    steps = 0

    def pull(_done: int, _total: int) -> None:
        nonlocal steps
        steps += 1
        if steps == step:
            stick.pull()

    with pytest.raises(MediumGoneError) as caught:
        mailbox.write(stick.folder, NAME, io.BytesIO(DATA), pull)
    assert caught.value.path == stick.folder


def test_a_stick_pulled_before_it_is_looked_at_is_a_vanished_medium(stick: Stick) -> None:
    stick.pull()

    for act in (mailbox.bundles, mailbox.limits):
        with pytest.raises(MediumGoneError):
            act(stick.folder)
    with pytest.raises(MediumGoneError):
        mailbox.write(stick.folder, NAME, io.BytesIO(DATA))


def test_a_stick_pulled_while_it_is_read_is_a_vanished_medium(stick: Stick) -> None:
    mailbox.write(stick.folder, NAME, io.BytesIO(DATA))

    with mailbox.reading(stick.folder / NAME) as file:
        medium = Medium(file, stick.folder / NAME)
        medium.exactly(10)
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        stick.pull()
        with pytest.raises(MediumGoneError):
            medium.exactly(len(DATA) - 10)


def test_a_full_stick_is_full_and_left_as_it_was(stick: Stick) -> None:
    with pytest.raises(MediumFullError):
        mailbox.write(stick.folder, NAME, io.BytesIO(bytes(20 << 20)))
    assert names(stick.folder) == []


def test_fat_takes_a_file_and_never_a_second_one_of_its_name(fat: Path) -> None:
    written = mailbox.write(fat, NAME, io.BytesIO(DATA))

    assert names(fat) == [NAME]
    assert (fat / NAME).read_bytes() == DATA
    assert mailbox.write(fat, NAME, io.BytesIO(DATA)) == written
    with pytest.raises(NameTakenError):
        mailbox.write(fat, NAME, io.BytesIO(DATA[1:]))
    assert (fat / NAME).read_bytes() == DATA
    assert names(fat) == [NAME]


def test_on_fat_too_nothing_is_written_over_what_appears_meanwhile(fat: Path) -> None:
    def appear(done: int, _total: int) -> None:
        if done == CHUNK:
            (fat / NAME).write_bytes(b"somebody else's")

    with pytest.raises(NameTakenError):
        mailbox.write(fat, NAME, io.BytesIO(DATA), appear)
    assert (fat / NAME).read_bytes() == b"somebody else's"
    assert names(fat) == [NAME]
