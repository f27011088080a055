from __future__ import annotations

import os
import sys
from pathlib import Path
from shutil import disk_usage

import pytest

from app.kernel.errors import FileTooLargeError, MediumFullError, MediumGoneError
from app.sync import mailbox, volume
from app.sync.mailbox import MediumLimits

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

MOUNTS = """\
22 28 0:21 / /proc rw,nosuid - proc proc rw
28 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
91 28 8:17 / /media/officer/移动\\040盘 rw,nosuid master:3 propagate_from:2 - vfat /dev/sdb1 rw,utf8
92 28 8:33 / /media/officer/X rw - exfat /dev/sdc1 rw
"""


@on_linux
@pytest.mark.parametrize(
    ("device", "kind"),
    [((8, 17), "vfat"), ((8, 33), "exfat"), ((8, 2), "ext4"), ((8, 1), ""), ((0, 21), "proc")],
)
def test_the_type_of_a_volume_is_found_by_its_device(device: tuple[int, int], kind: str) -> None:
    assert volume.type_of(MOUNTS, os.makedev(*device)) == kind


@on_linux
def test_a_line_of_another_form_hides_no_volume() -> None:
    assert volume.type_of("\nnonsense\n - \n" + MOUNTS, os.makedev(8, 17)) == "vfat"


def test_the_limits_of_a_folder_are_its_room_and_its_longest_file(tmp_path: Path) -> None:
    found = mailbox.limits(tmp_path)

    assert abs(found.free - disk_usage(tmp_path).free) < 1 << 30
    # No machine that runs the tests keeps its temporary files on FAT.
    assert found.max_file is None


def test_a_file_that_fat_cannot_hold_is_refused_however_much_is_free(tmp_path: Path) -> None:
    fat = MediumLimits(free=1 << 40, max_file=volume.FAT_MAX_FILE)

    fat.ask(tmp_path, 2**32 - 1)
    with pytest.raises(FileTooLargeError) as caught:
        fat.ask(tmp_path, 2**32)
    assert caught.value.needed == 2**32


def test_a_medium_is_never_filled_to_its_last_byte(tmp_path: Path) -> None:
    stick = MediumLimits(free=5 << 20, max_file=None)

    stick.ask(tmp_path, 4 << 20)
    with pytest.raises(MediumFullError):
        stick.ask(tmp_path, (4 << 20) + 1)


def test_a_folder_that_is_gone_is_a_vanished_medium(tmp_path: Path) -> None:
    with pytest.raises(MediumGoneError):
        mailbox.limits(tmp_path / "gone")
