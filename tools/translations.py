#!/usr/bin/env python3
"""Keep ``resources/i18n/en.ts`` in step with the source: python tools/translations.py [--check]

Without an option the file is brought up to date, and compiled to ``en.qm`` beside it. With
``--check`` nothing is written; the exit code says whether both files are what a run would write.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import PySide6

ROOT: Final = Path(__file__).resolve().parents[1]
COMMITTED: Final = ROOT / "resources" / "i18n" / "en.ts"
# The programs themselves; their Python wrappers print every argument when something is wrong.
_TOOLS: Final = Path(PySide6.__file__).parent
_MARKS: Final = ("tr(", "translate(", "QT_TRANSLATE_NOOP(")


def sources() -> list[str]:
    """Every file of the program with something to translate.

    Others are left out: lupdate takes an empty module for a file of no known kind.
    """
    found = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if any(mark in text for mark in _MARKS):
            found.append(path.relative_to(ROOT).as_posix())
    return found


def update(target: Path) -> None:
    """Bring *target* up to date; what is translated stays, what is gone is dropped."""
    options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "zh_CN"]
    _run("lupdate", *options, "-target-language", "en", *sources(), "-ts", str(target))


def compile_to(source: Path, target: Path) -> None:
    _run("lrelease", "-silent", str(source), "-qm", str(target))


def fresh(folder: Path) -> list[tuple[Path, Path]]:
    """What a run would write, each beside what is committed."""
    text, compiled = folder / "en.ts", folder / "en.qm"
    if COMMITTED.exists():
        shutil.copy(COMMITTED, text)
    update(text)
    compile_to(text, compiled)
    return [(text, COMMITTED), (compiled, COMMITTED.with_suffix(".qm"))]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        pairs = fresh(Path(folder))
        if "--check" not in sys.argv[1:]:
            COMMITTED.parent.mkdir(parents=True, exist_ok=True)
            for new, committed in pairs:
                shutil.copy(new, committed)
            return 0
        stale = [
            str(committed.relative_to(ROOT)) for new, committed in pairs if differs(new, committed)
        ]
    for name in stale:
        print(f"{name} is not fresh; run: python tools/translations.py")
    return int(bool(stale))


def differs(new: Path, committed: Path) -> bool:
    return not committed.exists() or new.read_bytes() != committed.read_bytes()


def _run(tool: str, *arguments: str) -> None:
    suffix = ".exe" if sys.platform == "win32" else ""
    subprocess.run([_TOOLS / f"{tool}{suffix}", *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
