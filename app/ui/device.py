"""What this computer remembers before a register is opened: place, font, colours, no case data."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.kernel import canon, plain
from app.kernel.errors import AppError
from app.kernel.files import write_atomic
from app.ui.theme import LARGEST_PT, SMALLEST_PT, USUAL_PT, Scheme


class Language(StrEnum):
    CHINESE = "zh_CN"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Device:
    """*register* is the folder opened last, empty before the first; *geometry* as Qt gives it,
    in base64; *agency* is whose register it is, for the unlock window. *printer* and *both_sides*
    are as chosen last."""

    register: str = ""
    agency: str = ""
    font_pt: int = USUAL_PT
    scheme: Scheme = Scheme.SYSTEM
    language: Language = Language.CHINESE
    geometry: str = ""
    printer: str = ""
    both_sides: bool = False


def load(path: Path) -> Device:
    """The settings in *path*; the usual ones where the file is missing or cannot be read."""
    try:
        stored = plain.to_plain(Device()) | json.loads(path.read_bytes())
        device = plain.from_plain(Device, stored)
    except (OSError, ValueError, TypeError, AppError):
        return Device()
    return device if SMALLEST_PT <= device.font_pt <= LARGEST_PT else Device(device.register)


def save(path: Path, device: Device) -> None:
    """Write *device*; a computer where that is impossible forgets, and nothing else happens."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, canon.dumps(plain.to_plain(device)), replace=True)


class Preferences(QObject):
    """The device settings in use; ``changed`` (Device) after they were written."""

    changed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._device = load(path)

    @property
    def device(self) -> Device:
        return self._device

    def change(self, device: Device) -> None:
        self._device = device
        save(self._path, device)
        self.changed.emit(device)
