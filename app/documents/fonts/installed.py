"""Where this computer keeps its font files: the folders, and what the system has listed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

_SUFFIXES: Final = frozenset({".ttf", ".ttc", ".otf", ".otc"})
_LISTING_SECONDS: Final = 20


def font_files() -> tuple[Path, ...]:
    """The font files of this computer."""
    folders = linux_folders(Path.home()) if os.name == "posix" else windows_folders(os.environ)
    return tuple(dict.fromkeys((*_listed(), *files_in(folders))))


def windows_folders(environ: Mapping[str, str]) -> tuple[Path, ...]:
    """The folder of all users, and the one of who installed a face for himself."""
    own = environ.get("LOCALAPPDATA")
    return (
        Path(environ.get("WINDIR", "C:\\Windows")) / "Fonts",
        *((Path(own) / "Microsoft" / "Windows" / "Fonts",) if own else ()),
    )


def linux_folders(home: Path) -> tuple[Path, ...]:
    """Also where WPS keeps the faces it brings along."""
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local" / "share" / "fonts",
        home / ".fonts",
        Path("/opt/kingsoft"),
    )


def files_in(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Every font file in *folders* and below; a folder that cannot be read has none."""
    return tuple(
        Path(folder, name)
        for root in folders
        for folder, _, found in os.walk(root)
        for name in sorted(found)
        if Path(name).suffix.lower() in _SUFFIXES
    )


if sys.platform == "win32":
    import winreg

    def _listed() -> Iterator[Path]:
        """The faces Windows has registered, also where they lie in no folder of fonts."""
        fonts = windows_folders(os.environ)[0]
        where = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Fonts"
        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            try:
                with winreg.OpenKey(root, where) as entries:
                    for row in range(winreg.QueryInfoKey(entries)[1]):
                        # A bare name is one of the folder; a whole path stays what it is.
                        yield fonts / str(winreg.EnumValue(entries, row)[1])
            except OSError:
                continue

else:

    def _listed() -> Iterator[Path]:
        """What fontconfig knows of; asked for its list and never for a match."""
        command = shutil.which("fc-list")
        if command is None:
            return
        try:
            done = subprocess.run(
                [command, "--format", "%{file}\\n"],
                capture_output=True,
                check=True,
                timeout=_LISTING_SECONDS,
            )
        except (OSError, subprocess.SubprocessError):
            return
        for line in sorted(set(os.fsdecode(done.stdout).splitlines())):
            if Path(line).suffix.lower() in _SUFFIXES:
                yield Path(line)
