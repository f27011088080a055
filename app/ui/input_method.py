"""Lets people type Chinese where the desktop names an input method Qt has no plugin for.

Desktops with fcitx export ``QT_IM_MODULE=fcitx``; Qt as packaged for Python only speaks ibus, so
every key would arrive as a raw letter. Fcitx answers the ibus portal as well, which Qt reaches when
``IBUS_USE_PORTAL`` is set (fcitx/fcitx5#444).
"""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo

_FCITX: Final = "fcitx"


def settle(environment: MutableMapping[str, str], plugins: Path | None = None) -> None:
    """Change *environment* so that Qt reaches the input method; call before ``QApplication``."""
    named = f"{environment.get('QT_IM_MODULE', '')} {environment.get('XMODIFIERS', '')}"
    if _FCITX in named.lower() and not _has_plugin(plugins or _plugin_folder()):
        environment["QT_IM_MODULE"] = "ibus"
        environment["IBUS_USE_PORTAL"] = "1"


def _plugin_folder() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"


def _has_plugin(folder: Path) -> bool:
    return any(_FCITX in path.name.lower() for path in folder.glob("*"))
