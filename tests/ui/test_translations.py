"""Every word a window shows can be translated: a literal, given to ``tr`` or ``translate``."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import app.ui

_UI = Path(app.ui.__file__).parent
_FILES = sorted(_UI.rglob("*.py"))
_CHINESE = re.compile("[\u4e00-\u9fff]")
# Texts that are measured, not read.
_MEASURED = {"horizontalAdvance"}
_SAMPLE = "sample"
_NEVER_TRANSLATED = {
    "简体中文",  # a language is listed by its own name
    "移案〔㈠",  # the characters a font is probed with
    "万元",  # what officers type in a field for money
    "万",
    "元",
    "（草稿）.pdf",  # files are named in the language of the letter
}
# The one place where words of ``app.wording`` pass through; lupdate finds them there.
_PASSES_THROUGH = {"problems.py"}


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _translated(call: ast.Call) -> ast.expr | None:
    """What *call* translates, if it translates."""
    match _called(call):
        case "tr" if call.args:
            return call.args[0]
        case "translate" if len(call.args) > 1:
            return call.args[1]
        case _:
            return None


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.relative_to(_UI).as_posix())
def test_what_is_translated_is_a_literal(path: Path) -> None:
    if path.name in _PASSES_THROUGH:
        return
    found = [
        f"line {call.lineno}"
        for call in _calls(_tree(path))
        if (text := _translated(call)) is not None
        and not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]

    assert not found


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.relative_to(_UI).as_posix())
def test_nothing_is_translated_inside_a_formatted_string(path: Path) -> None:
    # lupdate does not look into them.
    found = [
        f"line {node.lineno}"
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.JoinedStr)
        and any(_translated(call) is not None for call in _calls(node))
    ]

    assert not found


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.relative_to(_UI).as_posix())
def test_only_a_window_itself_translates_its_words(path: Path) -> None:
    # lupdate files the words of ``other.tr`` under the name ``other``, where nobody finds them.
    found = [
        f"line {call.lineno}"
        for call in _calls(_tree(path))
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and not (isinstance(call.func.value, ast.Name) and call.func.value.id == "self")
    ]

    assert not found


def _covered(tree: ast.Module) -> set[int]:
    """The constants that are translated, measured, or a docstring."""
    covered: set[int] = set()
    for call in _calls(tree):
        if _called(call) in {"tr", "translate", *_MEASURED}:
            covered |= {id(node) for node in ast.walk(call)}
        for keyword in call.keywords:
            if keyword.arg == _SAMPLE:
                covered |= {id(node) for node in ast.walk(keyword)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            covered.add(id(node.value))
    return covered


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.relative_to(_UI).as_posix())
def test_no_chinese_word_reaches_a_window_untranslated(path: Path) -> None:
    tree = _tree(path)
    covered = _covered(tree)

    found = [
        f"line {node.lineno}: {node.value}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _CHINESE.search(node.value)
        and id(node) not in covered
        and node.value not in _NEVER_TRANSLATED
    ]

    assert not found
