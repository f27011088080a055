"""What every test is watched for: a thread left running, a warning nobody expected.

A test that provokes a log record on purpose asserts it and then calls ``caplog.clear()``.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two busy cores make a single slow example normal; the same examples everywhere make a red run
# one that can be run again.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")

_GRACE_SECONDS = 2.0


def _running() -> set[threading.Thread]:
    """Threads that Python code started; Qt's own appear as dummies and outlive their work."""
    return {thread for thread in threading.enumerate() if not thread.name.startswith("Dummy-")}


@pytest.fixture(autouse=True)
def no_thread_left_running() -> Iterator[None]:
    before = _running()
    yield
    until = time.monotonic() + _GRACE_SECONDS
    while (left := _running() - before) and time.monotonic() < until:
        time.sleep(0.01)
    assert not left, f"still running: {sorted(thread.name for thread in left)}"


@pytest.fixture(autouse=True)
def no_unexpected_log_record(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not loud, f"logged: {loud}"


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A config and a data folder of the test's own, so that no test finds those of the person."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    return home
