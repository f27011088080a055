"""Sticks and discs that are in the computer now.

What is mounted is asked on a worker: a share that no longer answers would stop the window.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStorageInfo, QTimer, Signal

from app.ui.desk import Lane, Runner

_POLL_MS: Final = 2000
_DISC_TYPES: Final = frozenset({"iso9660", "udf", "cdfs"})
_CARRIED_ROOTS: Final = ("/media/", "/run/media/", "/Volumes/")
_REMOVABLE, _DISC = 2, 5
"""What Windows' GetDriveType answers for sticks and discs."""


@dataclass(frozen=True, slots=True)
class Volume:
    """A medium that can be carried away; *free* in bytes, and no part of what it is."""

    root: Path
    name: str
    read_only: bool
    free: int = field(compare=False)


def removable_volumes() -> tuple[Volume, ...]:
    """Every mounted medium that is not part of this computer, by its place."""
    found = [
        Volume(
            root=Path(each.rootPath()),
            name=each.displayName(),
            read_only=each.isReadOnly(),
            free=max(0, each.bytesAvailable()),
        )
        for each in QStorageInfo.mountedVolumes()
        if each.isValid() and each.isReady() and not each.isRoot() and _is_carried(each)
    ]
    return tuple(sorted(found, key=lambda each: str(each.root)))


class MediaWatch(QObject):
    """Asks again and again what is plugged in, while it is told to; ``changed`` (volumes)."""

    changed = Signal(object)

    def __init__(
        self,
        runner: Runner,
        parent: QObject,
        find: Callable[[], tuple[Volume, ...]] = removable_volumes,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._find = find
        self._asking = False
        self.volumes: tuple[Volume, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Ask now, unless an answer is still on its way."""
        if self._asking:
            return
        self._asking = True
        answer = self._runner.run(Lane.QUESTIONS, self._find).for_(self)
        answer.then(self._hear).always(self._answered)

    def _hear(self, volumes: tuple[Volume, ...]) -> None:
        if volumes != self.volumes:
            self.volumes = volumes
            self.changed.emit(volumes)

    def _answered(self) -> None:
        self._asking = False


def _is_carried(volume: QStorageInfo) -> bool:
    if bytes(volume.fileSystemType().data()).decode("ascii", "replace").lower() in _DISC_TYPES:
        return True
    if sys.platform == "win32":
        import ctypes

        kind = ctypes.windll.kernel32.GetDriveTypeW(volume.rootPath().replace("/", "\\"))
        return kind in {_REMOVABLE, _DISC}
    return volume.rootPath().startswith(_CARRIED_ROOTS) or _linux_removable(volume)


def _linux_removable(volume: QStorageInfo) -> bool:
    """Whether the kernel says that the disk behind *volume* can be pulled."""
    device = Path(bytes(volume.device().data()).decode("utf-8", "replace")).name
    place = Path("/sys/class/block") / device
    try:
        place = place.resolve(strict=True)
        flags = [place / "removable", place.parent / "removable"]
        return any(each.read_text().strip() == "1" for each in flags if each.exists())
    except OSError:
        return False
