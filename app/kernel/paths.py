"""Where things lie: the program's resources and the officer's own folders."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path

import platformdirs


class PlaceFault(StrEnum):
    """Why a register cannot be kept in a folder."""

    REMOVABLE = "removable"
    NETWORK = "network"
    SMALL = "small"
    OCCUPIED = "occupied"


class ExchangePlaceFault(StrEnum):
    """Why a folder cannot be kept as a place where bundles are exchanged."""

    NOT_A_FOLDER = "not_a_folder"
    IN_THE_REGISTER = "in_the_register"
    TAKEN = "taken"


def resources() -> Path:
    """The folder ``resources/``, in a checkout or beside a frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return root / "resources"


def device_file() -> Path:
    """Settings of this computer that must be readable before a register is opened."""
    return Path(platformdirs.user_config_path("lianxi", appauthor=False)) / "device.json"


def default_register_folder() -> Path:
    """Where a first register is proposed: the user's local, never roaming, data folder."""
    return Path(platformdirs.user_data_path("lianxi", appauthor=False, roaming=False)) / "register"


def high_water_folder() -> Path:
    """Where this computer notes how far each register had come when it was last used here."""
    data = platformdirs.user_data_path("lianxi", appauthor=False, roaming=False)
    return Path(data) / "high-water"


def scratch_folder() -> Path:
    """Where a backup is tried out when no register is open."""
    return Path(platformdirs.user_cache_path("lianxi", appauthor=False)) / "trial"
