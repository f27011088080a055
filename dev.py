#!/usr/bin/env python3
"""The one command of a checkout: python3 dev.py COMMAND [arguments]

  run       open the desk
  demo      build the demo city and carry a referral through it  [--to DIR]
  test      run the tests                                        [pytest arguments]
  check     format, lint, types, import contracts, translations
  bench     measure against the named peers                      [name]
  gallery   every document as PDF and PNG, on synthetic facts    [folder]
  doctor    say what this machine has and what it lacks; changes nothing
  package   make the folder that runs without Python
  lock      write requirements.lock anew                         [uv pip compile arguments]

It needs Python 3.11 and pip and nothing else. Everything is installed into .venv,
with the hashes of requirements.lock; the system's own packages are never touched,
except the libraries of Qt when you are root on a Debian-like system.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "lianxi-stamp.json"
LOCK = ROOT / "requirements.lock"
FONTS = ROOT / "resources" / "fonts"
DEMO_CITY = ROOT / "demo-city"
SPEC = ROOT / "installer" / "linux" / "lianxi.spec"
PACKAGED = ROOT / "dist" / "lianxi"

# The interpreter that owns pip, also when this file is started with the one of .venv.
BASE_PYTHON = str(getattr(sys, "_base_executable", sys.executable))

# What Qt loads on Linux, and the Debian package that holds it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libcups.so.2": "libcups2",
}


# --- saying and running ---------------------------------------------------------------------


def say(line: str) -> None:
    print(line, flush=True)


def stop(reason: str) -> NoReturn:
    sys.exit(f"dev.py: {reason}")


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Say what begins, and afterwards how long it took."""
    say(f"{what} ...")
    start = time.monotonic()
    yield
    say(f"    {time.monotonic() - start:.1f} s")


def status(command: Sequence[str | Path], stdout: int | None = None) -> int:
    """Run *command* in the checkout and return its exit code."""
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, stdout=stdout, check=False).returncode


def must(command: Sequence[str | Path], stdout: int | None = None) -> None:
    if code := status(command, stdout):
        stop(f"this failed with exit code {code}: {' '.join(str(word) for word in command)}")


def finish(command: Sequence[str | Path]) -> NoReturn:
    """Run *command* and leave with its exit code."""
    sys.exit(status(command))


# --- the system's libraries -------------------------------------------------------------------


def has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_libraries() -> dict[str, str]:
    """Soname and Debian package of what Qt would not find; a window needs more than a test."""
    if sys.platform != "linux":
        return {}
    needed = QT_LIBRARIES | (WINDOW_LIBRARIES if has_display() else {})
    return {soname: package for soname, package in needed.items() if not loads(soname)}


def apt_install(packages: Iterable[str]) -> list[str]:
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def ensure_libraries() -> None:
    missing = missing_libraries()
    if not missing:
        return
    if shutil.which("apt-get") is None:
        stop(f"Qt needs system libraries that are missing here: {' '.join(missing)}")
    install = apt_install(missing.values())
    if os.geteuid() != 0:
        say("Qt needs system libraries that are missing here. Install them once, then try again:")
        say(f"\n  sudo sh -c 'apt-get update && {' '.join(install)}'\n")
        sys.exit(1)
    say(f"Qt needs system libraries; you are root, so apt installs: {' '.join(missing.values())}")
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    with timed("apt-get update and install"):
        must(["apt-get", "-qq", "update"])
        must(install, stdout=subprocess.DEVNULL)
    if still := missing_libraries():
        stop(f"these libraries are still missing after apt-get: {' '.join(still)}")


# --- the environment --------------------------------------------------------------------------


def environment_mark() -> str:
    """What the installed packages depend on: the lock and the interpreter."""
    digest = hashlib.sha256(LOCK.read_bytes())
    digest.update(f"{sys.version_info[:2]} {sys.base_prefix}".encode())
    return digest.hexdigest()


def project_mark() -> str:
    """What the installed project depends on: its own tables, not those of the checkers."""
    import tomllib

    tables = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    own = [tables["build-system"], tables["project"], tables["tool"]["setuptools"]]
    return hashlib.sha256(json.dumps(own, sort_keys=True).encode()).hexdigest()


def stamped() -> dict[str, str]:
    try:
        marks = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return marks if isinstance(marks, dict) and PYTHON.exists() else {}


def install(arguments: Sequence[str]) -> None:
    """Install into .venv: with uv when there is one, else with the pip beside this Python."""
    uv = shutil.which("uv")
    if uv:
        if status([uv, "pip", "install", "-q", "--python", PYTHON, *arguments]) == 0:
            return
        say("uv could not do it; trying pip")
    must([BASE_PYTHON, "-m", "pip", "--python", PYTHON, "install", "-q", *arguments])


def ensure_pip() -> None:
    if shutil.which("uv"):
        return
    probe = [BASE_PYTHON, "-m", "pip", "--version"]
    if subprocess.run(probe, capture_output=True, check=False).returncode:
        stop("pip is missing; on a Debian-like system: sudo apt-get install -y python3-pip")


def make_environment() -> None:
    ensure_pip()
    with timed("Making .venv"):
        must([BASE_PYTHON, "-m", "venv", "--clear", "--without-pip", VENV])
    with timed("Installing what requirements.lock names"):
        install(["--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)])


def ensure_environment() -> None:
    """Make .venv agree with the lock and with pyproject.toml; a stamp remembers that it does."""
    marks = {"environment": environment_mark(), "project": project_mark()}
    known = stamped()
    if known == marks:
        return
    if known.get("environment") != marks["environment"]:
        make_environment()
    with timed("Installing the project"):
        install(["--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    STAMP.write_text(json.dumps(marks), encoding="utf-8")


def set_up() -> None:
    ensure_libraries()
    ensure_environment()


# --- the commands -----------------------------------------------------------------------------


def run(arguments: Sequence[str]) -> NoReturn:
    if not has_display():
        stop("there is no display here; set DISPLAY or WAYLAND_DISPLAY, or try: dev.py demo")
    set_up()
    finish([PYTHON, "-m", "app", *arguments])


def demo(arguments: Sequence[str]) -> NoReturn:
    set_up()
    city = _option(arguments, "--to") or str(DEMO_CITY)
    rest = [word for word in arguments if word not in ("--to", city)]
    done = subprocess.run([PYTHON, "-m", "app.cli", "demo", "--to", city, *rest], check=False)
    if done.returncode or not has_display():
        if not done.returncode:
            say("there is no display here, so no window is opened; dev.py run opens one")
        sys.exit(done.returncode)
    finish([PYTHON, "-m", "app", "--register", str(Path(city) / "rz-czj")])


def _option(arguments: Sequence[str], name: str) -> str:
    """The word after *name* in *arguments*, or nothing."""
    words = [*arguments, ""]
    return words[words.index(name) + 1] if name in arguments else ""


def test(arguments: Sequence[str]) -> NoReturn:
    """All tests on every core, a file of tests to each; what is asked for by name, on one."""
    set_up()
    finish([PYTHON, "-m", "pytest", *(arguments or ["-n", "auto", "--dist", "loadfile"])])


def check(arguments: Sequence[str]) -> NoReturn:
    """Run every check, also after one has failed, so that one look shows all there is to do."""
    if arguments:
        stop("check takes no arguments")
    set_up()
    places = [name for name in ("app", "tests", "tools", "benchmarks") if (ROOT / name).is_dir()]
    checks: dict[str, list[str | Path]] = {
        "format": [PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."],
        "lint": [PYTHON, "-m", "ruff", "check", "--quiet", "."],
        "types": [PYTHON, "-m", "mypy", "--strict", "dev.py", *places],
        "contracts": [PYTHON.with_name("lint-imports"), "--no-cache"],
    }
    translations = ROOT / "tools" / "translations.py"
    if translations.exists():
        checks["translations"] = [PYTHON, translations, "--check"]
    failed = [name for name, command in checks.items() if not passes(name, command)]
    if failed:
        stop(f"not clean: {', '.join(failed)}")
    sys.exit(0)


def passes(name: str, command: Sequence[str | Path]) -> bool:
    """Run one check; what it prints is shown only when it is not content."""
    with timed(name):
        words = [str(word) for word in command]
        result = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, check=False)
        if result.returncode:
            sys.stdout.buffer.write(result.stdout)
            sys.stdout.flush()
        return result.returncode == 0


def bench(arguments: Sequence[str]) -> NoReturn:
    set_up()
    finish([PYTHON, "-m", "benchmarks.run", *arguments])


def gallery(arguments: Sequence[str]) -> NoReturn:
    set_up()
    finish([PYTHON, "-m", "tools.gallery", *arguments])


def package(arguments: Sequence[str]) -> NoReturn:
    if not SPEC.exists():
        stop(f"there is nothing to package from yet: {SPEC.relative_to(ROOT)} is missing")
    set_up()
    with timed("Packaging into dist/"):
        must([PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", SPEC, *arguments])
    # What was packed proves itself: fonts, rules, templates and Qt are found from where it lies.
    must([PACKAGED / "lianxi", "doctor"])
    must([PACKAGED / "lianxi-desk", "--version"])
    say(f"The folder is {PACKAGED.relative_to(ROOT)}")
    sys.exit(0)


def lock(arguments: Sequence[str]) -> NoReturn:
    """Versions stay as they are while they fit; `lock --upgrade` looks for newer ones."""
    options = "--extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url"
    command = ["pip", "compile", "pyproject.toml", *options.split(), "--quiet"]
    title = ["--custom-compile-command", "python3 dev.py lock"]
    with tempfile.TemporaryDirectory() as folder, timed("Writing requirements.lock"):
        uv = shutil.which("uv") or throw_away_uv(Path(folder))
        must([uv, *command, *title, "--output-file", LOCK, *arguments])
    sys.exit(0)


def throw_away_uv(folder: Path) -> Path:
    must([BASE_PYTHON, "-m", "venv", "--without-pip", folder])
    python = folder / PYTHON.relative_to(VENV)
    must([BASE_PYTHON, "-m", "pip", "--python", python, "install", "-q", "uv"])
    return python.with_name("uv")


def doctor(arguments: Sequence[str]) -> NoReturn:
    known = stamped()
    current = known == {"environment": environment_mark(), "project": project_mark()}
    libraries = missing_libraries()
    fonts = [path for path in FONTS.glob("**/*") if path.suffix in {".ttf", ".otf"}]
    say(f"python     {sys.version.split()[0]} at {BASE_PYTHON}")
    say(f"uv         {shutil.which('uv') or 'none, pip is used'}")
    say(f".venv      {'current' if current else 'out of date' if known else 'not made yet'}")
    say(f"libraries  {'missing: ' + ' '.join(libraries.values()) if libraries else 'all found'}")
    say(f"fonts      {len(fonts)} files in {FONTS.relative_to(ROOT)}")
    say(f"display    {'yes' if has_display() else 'none, tests run offscreen'}")
    if not current:
        stop("run `python3 dev.py test` once; it makes .venv")
    finish([PYTHON, "-m", "app.cli", "doctor", *arguments])


COMMANDS: dict[str, Callable[[Sequence[str]], NoReturn]] = {
    "run": run,
    "demo": demo,
    "test": test,
    "check": check,
    "bench": bench,
    "doctor": doctor,
    "gallery": gallery,
    "package": package,
    "lock": lock,
}


def main(words: Sequence[str]) -> None:
    if sys.version_info < OLDEST:
        stop(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is {sys.version.split()[0]}")
    command = COMMANDS.get(words[0]) if words else None
    if command is None:
        say(__doc__ or "")
        sys.exit(0 if words[:1] in ([], ["-h"], ["--help"]) else 2)
    command(words[1:])


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        stop("stopped")
