"""What the documents name is there: functions, tests, and the words of the screens."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[1]
DOCS: Final = sorted((ROOT / "docs").rglob("*.md"))
MANUAL: Final = (ROOT / "docs" / "manual" / "README.md").read_text(encoding="utf-8")

_PLACE: Final = re.compile(
    r"`((?:app|tests|tools|benchmarks|resources)/[\w./]+?)(?:(: |::)(\w+))?`"
)
_BOLD: Final = re.compile(r"\*\*(.+?)\*\*")
_QUOTED: Final = re.compile(r"“(.+?)”")


def places(page: Path) -> Iterator[tuple[str, str]]:
    """Each file *page* names, and the function or class in it, or nothing."""
    for path, _, name in _PLACE.findall(page.read_text(encoding="utf-8")):
        yield path, name


@cache
def defined(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.ClassDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, kinds))


def is_there(path: str, name: str) -> bool:
    if not name:
        return (ROOT / path).exists()
    return (ROOT / path).is_file() and name in defined(path)


@cache
def screens() -> tuple[re.Pattern[str], ...]:
    """Every text the windows and the wording hold; a blank in it stands for anything."""
    sources = [*(ROOT / "app" / "wording").glob("*.py"), *(ROOT / "app" / "ui").rglob("*.py")]
    texts = {
        node.value
        for source in sources
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and not node.value.isascii()
    }
    return tuple(re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(text))) for text in texts)


def is_on_a_screen(words: str) -> bool:
    """Whether *words* are a whole text of a screen, and what stands in quotes in it as well."""
    return any(text.fullmatch(words) for text in screens()) and all(
        is_on_a_screen(inner) for inner in _QUOTED.findall(words)
    )


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.stem)
def test_every_place_a_document_names_is_there(page: Path) -> None:
    assert [place for place in places(page) if not is_there(*place)] == []


def test_a_place_that_is_not_there_is_seen() -> None:
    threats = ROOT / "docs" / "threat-model.md"

    assert len(list(places(threats))) > 80
    assert not is_there("app/sync/trust.py", "accept_anyway")
    assert not is_there("app/sync/no_such_file.py", "")


def test_the_bold_words_of_the_manual_stand_on_a_screen() -> None:
    bold = dict.fromkeys(_BOLD.findall(MANUAL))

    assert bold
    assert [words for words in bold if not is_on_a_screen(words)] == []


def test_a_word_of_no_screen_is_seen() -> None:
    assert is_on_a_screen("登记“批准移送”")
    assert not is_on_a_screen("登记“批准放行”")
    assert not is_on_a_screen("一键移送")
