"""A refusal nobody wrote down is one nobody can answer on the telephone."""

from __future__ import annotations

import re
from typing import Final

import pytest

from app import wording
from app.kernel import errors
from app.kernel.errors import AppError
from tools import error_codes
from tools.error_codes import HEADINGS, PAGE, leaves, listed, named

LEAVES: Final = leaves()


def _tree(root: type[AppError]) -> set[type[AppError]]:
    return {root}.union(*(_tree(sub) for sub in root.__subclasses__()))


def test_every_refusal_is_a_branch_or_a_leaf_with_a_code_of_its_own() -> None:
    ours = {kind for kind in _tree(AppError) if kind.__module__.startswith(f"{errors.__name__}.")}

    assert ours == {AppError, *HEADINGS, *LEAVES}
    assert set(HEADINGS) == set(AppError.__subclasses__())


def test_every_code_is_unique_and_tells_its_branch() -> None:
    codes = [leaf.code for leaf in LEAVES]

    assert len(codes) == len(set(codes))
    for branch, heading in HEADINGS.items():
        (prefix,) = re.findall(r"E-[A-Z]{3}", heading)
        assert all(leaf.code.startswith(f"{prefix}-") for leaf in error_codes.below(branch))


def test_every_code_is_worded_and_no_word_is_left_over() -> None:
    assert set(wording.ERRORS) == {leaf.code for leaf in LEAVES}


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.code)
def test_a_refusal_says_what_happened_what_stayed_and_what_to_do(leaf: type[AppError]) -> None:
    sentences = wording.ERRORS[leaf.code]

    assert len(sentences) == 3
    assert all(sentence.endswith("。") for sentence in sentences)


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.code)
def test_a_template_names_only_facts_its_docstring_lists(leaf: type[AppError]) -> None:
    asked = {name for template in wording.ERRORS[leaf.code] for name in named(template)}

    assert asked <= listed(leaf)


def test_facts_are_read_out_of_a_docstring_without_their_explanations() -> None:
    assert listed(errors.UncoveredCharactersError) == {"found"}
    assert listed(errors.ForkError) == {"path", "sender", "seq", "held", "found"}
    assert listed(errors.RecoveryKeyFormError) == set()


def test_every_code_is_in_the_manual() -> None:
    rows = re.findall(r"^\| (E-[A-Z]{3}-\d\d) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert rows == [*(leaf.code for leaf in LEAVES), AppError.code]


def test_the_manual_is_what_the_tool_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == error_codes.page()
