"""``docs/backup-format.md`` is enough: its commands put a register back, as they stand there."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from app.kernel.clock import SetClock
from app.vault import backup
from app.vault.register import Register
from tests.vault.parts import CHEAP, OTHER_PASSPHRASE, PASSPHRASE
from tests.vault.test_backup import FILE, attach, fill

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
TOOLS: Final = ("sh", "age", "tar", "sha256sum", "sed", "head", "tail")

pytestmark = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in TOOLS), reason="needs age and the tools of a shell"
)


def block(page: str, language: str) -> str:
    """The one block of *language* on a page."""
    text = (DOCS / page).read_text(encoding="utf-8")
    (found,) = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    return str(found)


def follow(folder: Path, path: Path, secret: str) -> subprocess.CompletedProcess[str]:
    """Do what the page says in *folder*."""
    folder.mkdir()
    shutil.copy(path, folder / "register.lxbackup")
    (folder / "secret.txt").write_text(f"{secret}\n", encoding="utf-8")
    program = block("register-format.md", "python")
    (folder / "open_register.py").write_text(program, encoding="utf-8")
    tools = folder / "bin"
    tools.mkdir()
    python = tools / "python3"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -X utf8 "$@"\n')
    python.chmod(0o755)
    return subprocess.run(
        ["sh", "-e", "-c", block("backup-format.md", "sh")],
        cwd=folder,
        env={"PATH": f"{tools}:/usr/local/bin:/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def kept(made: tuple[Register, str], tmp_path: Path) -> tuple[Path, str, str]:
    """A backup, the recovery key of its time and the journal's last hash."""
    register, recovery_key = made
    fill(register)
    attach(register, random.Random(3).randbytes(200_000), "录像.mp4")
    done = backup.make(register, tmp_path)
    register.close()
    return done.path, recovery_key, done.census.head


@pytest.mark.parametrize("by", ["passphrase", "recovery"])
def test_the_commands_put_the_register_back(
    kept: tuple[Path, str, str], tmp_path: Path, clock: SetClock, by: str
) -> None:
    path, recovery_key, head = kept

    done = follow(tmp_path / "by hand", path, PASSPHRASE if by == "passphrase" else recovery_key)

    assert done.returncode == 0, done.stderr
    assert f"journal ends with: {head}" in done.stdout
    assert "串通投标2号" in done.stdout
    restored = tmp_path / "by hand" / "restored"
    with Register.open(restored, PASSPHRASE, clock=clock, cost=CHEAP) as register:
        assert register.check_integrity() == []
        (sha256,) = re.findall(r"([0-9a-f]{64}) 原件.txt", done.stdout)
        assert register.attachments.verify(sha256) == len(FILE)


def test_another_secret_stops_them(kept: tuple[Path, str, str], tmp_path: Path) -> None:
    done = follow(tmp_path / "by hand", kept[0], OTHER_PASSPHRASE)

    assert done.returncode != 0
    assert "this secret opens no slot" in done.stderr


def test_every_field_of_a_backup_is_on_the_page() -> None:
    page = (DOCS / "backup-format.md").read_text(encoding="utf-8")
    fields = {*backup.Heading.__slots__} - {"path", "payload", "digest"}
    inside = {*backup.Facts.__slots__, *backup.Part.__slots__, *backup.Manifest.__slots__}

    assert {name for name in fields | inside if name not in page} == set()
