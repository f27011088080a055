"""The house keeps its own rules, and each rule is one that can be broken and is then seen."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import app

ROOT: Final = Path(__file__).resolve().parents[1]
PYPROJECT: Final[dict[str, Any]] = tomllib.loads(
    (ROOT / "pyproject.toml").read_text(encoding="utf-8")
)

# Contract, the module that breaks it, its one line, and the words of the complaint.
PLANTED: Final = [
    ("layers", "kernel/planted.py", "import app.models", "app.kernel.planted -> app.models"),
    ("layers", "sync/planted.py", "import app.models", "app.sync.planted -> app.models"),
    ("layers", "documents/planted.py", "import app.sync", "app.documents.planted -> app.sync"),
    ("layers", "ui/planted.py", "import app.cli", "app.ui.planted -> app.cli"),
    ("layers", "planted.py", "", "app.planted"),
    ("no-rings", "kernel/planted.py", "import app.kernel.ring", "allowed in app.kernel"),
    ("models", "ui/planted.py", "import app.models", "app.ui.planted -> app.models"),
    ("models", "sync/planted.py", "import app.models.base", "app.sync.planted -> app.models.base"),
    ("vault", "ui/planted.py", "import app.vault", "app.ui.planted -> app.vault"),
    ("vault", "cli.py", "import app.vault.keys", "app.cli -> app.vault.keys"),
    ("qt", "services/planted.py", "import PySide6.QtCore", "app.services.planted -> PySide6"),
    ("paper", "ui/planted.py", "import pypdfium2", "app.ui.planted -> pypdfium2"),
    ("paper", "services/planted.py", "import reportlab", "app.services.planted -> reportlab"),
    ("paper", "services/planted.py", "import docx", "app.services.planted -> docx"),
    ("paper", "ui/planted.py", "import fontTools.ttLib", "app.ui.planted -> fontTools"),
    ("paper", "services/planted.py", "import zxingcpp", "app.services.planted -> zxingcpp"),
    ("sql", "cli.py", "import sqlcipher3", "app.cli -> sqlcipher3"),
    ("sql", "ui/planted.py", "import sqlalchemy", "app.ui.planted -> sqlalchemy"),
]

# Hosts and options that would tie an installation to one package index.
INDEX_NAMES: Final = re.compile(
    rb"pypi[.]|pythonhosted[.]|(index-url|find-links|trusted-host)[ =]+[a-z/]|/simple[/]",
    re.IGNORECASE,
)


def lint_imports(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    command = [str(program), "--no-cache", "--config", str(ROOT / "pyproject.toml"), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program's modules in a folder of their own, to be spoilt."""
    ignore = shutil.ignore_patterns("__pycache__", "planted.py")
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=ignore)
    for room in ("sync", "documents", "services", "ui"):
        (tmp_path / "app" / room).mkdir(exist_ok=True)
        (tmp_path / "app" / room / "__init__.py").touch()
    (tmp_path / "app" / "kernel" / "ring.py").write_text("import app.kernel.planted\n")
    (tmp_path / "app" / "cli.py").touch()
    return tmp_path


def test_the_rooms_keep_their_contracts() -> None:
    result = lint_imports(ROOT)

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("contract", "module", "line", "complaint"), PLANTED)
def test_a_planted_violation_is_named(
    copy: Path, contract: str, module: str, line: str, complaint: str
) -> None:
    (copy / "app" / module).write_text(f"{line}\n")

    result = lint_imports(copy, "--contract", contract)

    assert result.returncode == 1
    assert complaint in result.stdout


def test_every_contract_has_a_planted_violation() -> None:
    contracts = {contract["id"] for contract in PYPROJECT["tool"]["importlinter"]["contracts"]}

    assert contracts == {contract for contract, *_ in PLANTED}


def test_no_file_names_a_package_index() -> None:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = [ROOT / name.decode() for name in listed.stdout.split(b"\0") if name]

    named = [path for path in paths if path.is_file() and INDEX_NAMES.search(path.read_bytes())]

    assert paths
    assert named == []


@pytest.mark.parametrize(
    "line",
    [b"https://pypi" + b".org/", b"--index-url=" + b"https://h", b"file:///x/simple" + b"/y"],
)
def test_the_name_of_an_index_is_recognised(line: bytes) -> None:
    assert INDEX_NAMES.search(line)


def test_the_lock_holds_every_dependency_in_the_range_asked_for() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", lock, re.MULTILINE))
    project = PYPROJECT["project"]
    asked = [
        *PYPROJECT["build-system"]["requires"],
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
    ]

    for requirement in map(Requirement, asked):
        assert pins[canonicalize_name(requirement.name)] in requirement.specifier


def test_the_version_is_told_the_same_everywhere() -> None:
    assert PYPROJECT["project"]["version"] == app.__version__


WATCHED: Final = """
import logging, threading, time

def test_a_thread_outlives_its_test():
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()

def test_a_warning_is_logged():
    logging.getLogger("house").warning("the roof leaks")

def test_an_expected_warning_is_cleared(caplog):
    logging.getLogger("house").warning("as announced")
    assert caplog.messages == ["as announced"]
    caplog.clear()

def test_qt_warns():
    from PySide6.QtCore import qWarning
    qWarning("a timer was started from another thread")
"""


def test_the_guards_see_what_they_watch_for(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "test_watched.py").write_text(WATCHED)

    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "test_watched.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "1 failed, 3 passed, 2 errors" in result.stdout
    assert "the roof leaks" in result.stdout
    assert "still running" in result.stdout
    assert "FAILED test_watched.py::test_qt_warns" in result.stdout
