"""Tools of others, run as an auditor runs them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def need(*tools: str) -> pytest.MarkDecorator:
    """Skips a test, naming what is missing; the packages are age, openssh-client and unzip."""
    missing = [tool for tool in tools if not shutil.which(tool)]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def run(folder: Path, script: str) -> str:
    """What *script* prints; it runs in *folder* and may not fail anywhere."""
    answer = subprocess.run(
        ["sh", "-eu", "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout
