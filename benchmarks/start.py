"""Starting the desk over 100,000 cases, against KeePassXC, and the memory it then holds.

Both are started on a screen of their own (Xvfb with openbox); what counts is the time from the
start of the process until the window manager shows its window. The desk is unlocked by typing, so
its main window is timed from the Return key and the two spans are added: what a person takes to
type is left out, and so is the cost of guessing a passphrase (see ``search``). KeePassXC shows its
main window with the database locked.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self

from benchmarks import cases
from benchmarks.measure import RUNS, Figure, Report

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGED: Final = ROOT / "dist" / "lianxi" / "lianxi-desk"
PROGRAMS: Final = MappingProxyType(
    {
        "Xvfb": "xvfb",
        "openbox": "openbox",
        "xdotool": "xdotool",
        "xprop": "x11-utils",
        "keepassxc": "keepassxc",
    }
)
UNLOCK_GOAL: Final = 1.3
MAIN_GOAL: Final = 2.5
MEMORY: Final = 150
PREVIEW_MEMORY: Final = 220
"""MB; KeePassXC and a bare window stand beside them."""

_PEER: Final = "KeePassXC, its window"
_LOCKED: Final = "KeePassXC, locked"
_BARE_WINDOW: Final = "a bare PySide6 window"
_PATIENCE: Final = 30.0
_TYPING: Final = 3.0
"""Seconds a person takes for a passphrase at least; the desk imports its parts meanwhile."""
_SETTLING: Final = 5.0
_BARE: Final = (
    "import sys; from PySide6.QtWidgets import QApplication, QWidget;"
    "a = QApplication([]); w = QWidget(); w.resize(800, 600); w.show(); sys.exit(a.exec())"
)


def run() -> Report:
    missing = [package for name, package in PROGRAMS.items() if shutil.which(name) is None]
    if missing:
        return Report((), (f"left out: apt-get install -y --no-install-recommends "
                           f"{' '.join(missing)}",))  # fmt: skip
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        made = cases.big_register()
        screen = stack.enter_context(Screen(folder))
        return _measured(screen, _Commands.prepared(folder, made))


@dataclass(frozen=True, slots=True)
class _Commands:
    desk: Sequence[str | Path]
    keepassxc: Sequence[str | Path]
    bare: Sequence[str | Path]
    preview: Sequence[str | Path]
    packaged: Sequence[str | Path] | None

    @classmethod
    def prepared(cls, folder: Path, made: cases.BigRegister) -> Self:
        register = ("--register", made.folder)
        return cls(
            desk=(sys.executable, "-m", "app", *register),
            keepassxc=_keepassxc(folder),
            bare=(sys.executable, "-c", _BARE),
            preview=(sys.executable, "-m", "benchmarks.preview", made.folder),
            packaged=(PACKAGED, *register) if PACKAGED.exists() else None,
        )


def _keepassxc(folder: Path) -> Sequence[str | Path]:
    """A command that shows an empty database of KeePassXC, locked, and asks nothing."""
    database, settings = folder / "peer.kdbx", folder / "keepassxc.ini"
    subprocess.run(
        ["keepassxc-cli", "db-create", "-q", "-p", database],
        input=f"{cases.PASSPHRASE}\n" * 2,
        text=True,
        check=True,
        capture_output=True,
    )
    settings.write_text("[General]\nUpdateCheckMessageShown=true\nSingleInstance=false\n")
    local = folder / "keepassxc-local.ini"
    return ("keepassxc", "--config", settings, "--localconfig", local, database)


# -- measuring -----------------------------------------------------------------------------


@dataclass(slots=True)
class _Spans:
    """The shortest spans so far, in milliseconds."""

    unlock: float = float("inf")
    main: float = float("inf")


def _measured(screen: Screen, commands: _Commands) -> Report:
    ours, packaged, peer, bare = _Spans(), _Spans(), _Spans(), _Spans()
    for _ in range(RUNS):
        _peek(screen, commands.keepassxc, peer)
        _unlock(screen, commands.desk, ours)
        if commands.packaged:
            _unlock(screen, commands.packaged, packaged)
        _peek(screen, commands.bare, bare)
    both = ours.unlock + ours.main
    figures = [
        Figure("unlock window", ours.unlock, "ms", peer.unlock, _PEER, UNLOCK_GOAL,
               limit=bare.unlock, limited_by=_BARE_WINDOW),
        Figure("main window, 100,000 cases", both, "ms", peer.unlock, _PEER, MAIN_GOAL),
        Figure("of it from Return to the main window", ours.main, "ms"),
    ]  # fmt: skip
    notes: tuple[str, ...] = ()
    if commands.packaged:
        both = packaged.unlock + packaged.main
        figures += [
            Figure("unlock window, packaged", packaged.unlock, "ms", peer.unlock, _PEER),
            Figure("main window, packaged", both, "ms", peer.unlock, _PEER),
        ]
    else:
        notes = ("the packaged program is left out: python3 dev.py package",)
    return Report((*figures, *_memory(screen, commands)), notes)


def _peek(screen: Screen, command: Sequence[str | Path], spans: _Spans) -> None:
    with screen.started(command) as program:
        spans.unlock = min(spans.unlock, program.next_window())


def _unlock(screen: Screen, command: Sequence[str | Path], spans: _Spans) -> None:
    with screen.started(command) as program:
        spans.unlock = min(spans.unlock, program.next_window())
        spans.main = min(spans.main, program.unlock())


def _memory(screen: Screen, commands: _Commands) -> list[Figure]:
    """What each holds some seconds after its window stood."""
    with screen.started(commands.keepassxc) as program:
        program.next_window()
        peer = program.resident()
    with screen.started(commands.bare) as program:
        program.next_window()
        bare = program.resident()
    with screen.started(commands.preview) as program:
        program.next_window()
        program.next_window()
        preview = program.resident()
    with screen.started(commands.desk) as program:
        program.next_window()
        locked = program.resident()
        program.unlock()
        shown = program.resident()
        program.press("ctrl+2")
        listed = program.resident()
    return [
        Figure(what, ours, "MB", peer, _LOCKED, most=most, limit=bare, limited_by=_BARE_WINDOW)
        for what, ours, most in (
            ("memory, unlock window", locked, None),
            ("memory, main window", shown, MEMORY),
            ("memory, the list of 100,000 cases", listed, MEMORY),
            ("memory, preview of a letter", preview, PREVIEW_MEMORY),
        )
    ]


# -- the screen ----------------------------------------------------------------------------


class Screen:
    """A virtual screen with a window manager that tells when it shows a window."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._told = threading.Condition()
        self._shown: dict[str, float] = {}
        self.environment: dict[str, str] = {}

    def __enter__(self) -> Self:
        self.environment = {
            **os.environ,
            "DISPLAY": f":{self._serve()}",
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(self._folder),
            "XDG_CONFIG_HOME": str(self._folder / "config"),
            "XDG_DATA_HOME": str(self._folder / "data"),
            "XDG_CACHE_HOME": str(self._folder / "cache"),
            # An installed program is compiled once, not at every start.
            "PYTHONPYCACHEPREFIX": str(cases.CACHE / "bytecode"),
        }
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self._start("openbox")
        while "0x" not in self.ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"):
            time.sleep(0.05)
        # Without stdbuf xprop keeps what it tells until its buffer is full.
        spy = self._start("stdbuf", "-oL", "xprop", "-root", "-spy", "_NET_CLIENT_LIST", read=True)
        threading.Thread(target=self._listen, args=(spy,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @contextmanager
    def started(self, command: Sequence[str | Path]) -> Iterator[Program]:
        """A program on this screen, ended afterwards."""
        at = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield Program(self, process, at)
        finally:
            process.terminate()
            process.wait(_PATIENCE)

    def shown(self, process: int, after: float) -> float:
        """When the first window of *process* was shown *after* that moment; waits for it."""
        deadline = time.perf_counter() + _PATIENCE
        with self._told:
            while True:
                for window, at in self._shown.items():
                    if at > after and self._process_of(window) == process:
                        return at
                if not self._told.wait(deadline - time.perf_counter()):
                    raise TimeoutError("no window was shown")

    def wait_for_keyboard(self, process: int) -> None:
        """Until what is typed reaches a window of *process*."""
        deadline = time.perf_counter() + _PATIENCE
        while self._process_of(self.ask("xdotool", "getwindowfocus").strip()) != process:
            if time.perf_counter() > deadline:
                raise TimeoutError("no window took the keyboard")
            time.sleep(0.05)

    def ask(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout

    def _process_of(self, window: str) -> int:
        told = self.ask("xprop", "-id", window, "_NET_WM_PID").rpartition("=")[2]
        return int(told) if told.strip().isdecimal() else 0

    def _serve(self) -> int:
        """Start the X server and return the number of its display."""
        here, there = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(there), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=(there,),
            stderr=subprocess.DEVNULL,
        )
        self._stack.callback(server.wait)
        self._stack.callback(server.terminate)
        os.close(there)
        with os.fdopen(here) as told:
            return int(told.readline())

    def _start(self, *command: str, read: bool = False) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command,
            env=self.environment,
            stdout=subprocess.PIPE if read else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._stack.callback(process.wait)
        self._stack.callback(process.terminate)
        return process

    def _listen(self, spy: subprocess.Popen[str]) -> None:
        assert spy.stdout is not None
        for line in spy.stdout:
            at = time.perf_counter()
            listed = re.findall(r"0x[0-9a-f]+", line)
            with self._told:
                # A number is used again once its window is gone.
                self._shown = {window: self._shown.get(window, at) for window in listed}
                self._told.notify_all()


class Program:
    """A started program and its windows."""

    def __init__(self, screen: Screen, process: subprocess.Popen[bytes], at: float) -> None:
        self._screen = screen
        self._process = process
        self._since = at

    def next_window(self) -> float:
        """Milliseconds from the start, the last window or the last Return to the next window."""
        shown = self._screen.shown(self._process.pid, self._since)
        took, self._since = shown - self._since, shown
        return took * 1000

    def unlock(self) -> float:
        """Type the passphrase; milliseconds from Return to the next window."""
        self._screen.wait_for_keyboard(self._process.pid)
        self._screen.ask("xdotool", "type", "--delay", "20", cases.PASSPHRASE)
        time.sleep(_TYPING)
        self._since = time.perf_counter()
        self.press("Return")
        return self.next_window()

    def press(self, key: str) -> None:
        self._screen.ask("xdotool", "key", key)

    def resident(self) -> float:
        """VmRSS in MB, once the program has come to rest."""
        time.sleep(_SETTLING)
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) / 1024
