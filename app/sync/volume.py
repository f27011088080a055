"""What kind of volume a folder lies on: only FAT matters, whose files end at 4 GiB - 1.

Sources: Microsoft FAT specification 1.03, section 6 (a size has 32 bits); proc(5), mountinfo;
GetVolumeInformationW.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

FAT_MAX_FILE: Final = 2**32 - 1

_LINUX_FAT: Final = frozenset({"vfat", "msdos", "umsdos"})
_MOUNTS: Final = Path("/proc/self/mountinfo")
_LONGEST_PATH: Final = 1024


def max_file(folder: Path) -> int | None:
    """The longest file the volume of *folder* takes; None where there is no such limit or nobody
    can say.

    Raises:
        OSError: *folder* is gone.
    """
    return FAT_MAX_FILE if _is_fat(folder) else None


if sys.platform == "win32":
    import ctypes

    def _is_fat(folder: Path) -> bool:
        kernel = ctypes.windll.kernel32
        root = ctypes.create_unicode_buffer(_LONGEST_PATH)
        name = ctypes.create_unicode_buffer(_LONGEST_PATH)
        told = kernel.GetVolumePathNameW(str(folder), root, _LONGEST_PATH) and (
            kernel.GetVolumeInformationW(root, None, 0, None, None, None, name, _LONGEST_PATH)
        )
        # FAT, FAT12, FAT16 and FAT32; exFAT has no such limit.
        return bool(told) and name.value.upper().startswith("FAT")

else:

    def type_of(mounts: str, device: int) -> str:
        """The file system of *device* (``st_dev``) in the text of a mountinfo; empty if none."""
        wanted = f"{os.major(device)}:{os.minor(device)}"
        for line in mounts.splitlines():
            fields, _, source = line.partition(" - ")
            if fields.split(" ")[2:3] == [wanted]:
                return source.split(" ")[0]
        return ""

    def _is_fat(folder: Path) -> bool:
        device = folder.stat().st_dev
        try:
            mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
        return type_of(mounts, device) in _LINUX_FAT
