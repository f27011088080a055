"""A mechanism is a row in five tables; whoever adds one is told which row is still missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, cast

import pytest

from app import wording
from app.documents.kinds.letters import LETTERS, LetterKind
from app.kernel.terms import MatterKind
from app.rules.particulars import PARTICULARS, VERSIONS
from app.rules.procedures import PROCEDURES
from app.rules.steps import StepKind
from app.ui.matters import forms
from app.ui.matters.forms.rows import FORMS

UNWRITTEN: Final = cast("MatterKind", "unwritten")
"""A mechanism that has no row anywhere."""


def _letters(kind: MatterKind) -> set[tuple[StepKind, LetterKind]]:
    """The letters of *kind* and the steps they belong to."""
    rows = {letter: row for letter, row in LETTERS.items() if row.matter == kind}
    return {(row.step, letter) for letter, row in rows.items() if row.step is not None}


def _has_form(kind: MatterKind) -> bool:
    try:
        return bool(forms.stages(kind))
    except KeyError:
        return False


def _has_names(kind: MatterKind) -> bool:
    """Its steps, the states they lead to, their fields and its letters are called something."""
    if kind not in PROCEDURES:
        return False
    rules = PROCEDURES[kind].rules
    states = {state for rule in rules.values() for move in rule.moves.items() for state in move}
    fields = {spec.name for rule in rules.values() for spec in rule.fields}
    return (
        rules.keys() <= wording.STEPS.keys()
        and states <= wording.STATES.keys()
        and fields <= wording.STEP_FIELDS.keys()
        and {letter for _, letter in _letters(kind)} <= wording.LETTER_KINDS.keys()
    )


TABLES: Final[Mapping[str, Callable[[MatterKind], bool]]] = MappingProxyType(
    {
        "PROCEDURES in app/rules/procedures.py": PROCEDURES.__contains__,
        "PARTICULARS in app/rules/particulars.py": PARTICULARS.__contains__,
        "VERSIONS in app/rules/particulars.py": VERSIONS.__contains__,
        "FORMS in app/ui/matters/forms/rows.py": FORMS.__contains__,
        "LETTERS in app/documents/kinds/letters.py": lambda kind: bool(_letters(kind)),
        "stages in app/ui/matters/forms/__init__.py": _has_form,
        "names in app/wording/": _has_names,
    }
)


def missing(kind: MatterKind) -> Iterator[str]:
    """The tables that have no row for *kind*."""
    return (table for table, has in TABLES.items() if not has(kind))


@pytest.mark.parametrize("kind", MatterKind)
def test_a_mechanism_has_its_row_in_every_table(kind: MatterKind) -> None:
    assert list(missing(kind)) == []


@pytest.mark.parametrize("kind", MatterKind)
def test_a_procedure_and_its_letters_speak_of_the_same_steps(kind: MatterKind) -> None:
    steps = {step for step, _ in _letters(kind)}

    assert PROCEDURES[kind].kind == kind
    assert steps <= PROCEDURES[kind].rules.keys()


def test_a_mechanism_nobody_wrote_is_missed_by_every_table() -> None:
    assert list(missing(UNWRITTEN)) == list(TABLES)
