"""Every number of GB/T 9704-2012 that a document uses: once, with its clause and its strength."""

from __future__ import annotations

from typing import Final

import pytest

from app.documents import standard
from app.documents.standard import POINT, Measure, Shade, Strength

_MEASURES: Final = {
    name: value for name, value in vars(standard).items() if isinstance(value, Measure)
}
_TEXT: Final = (
    ("PAGE_WIDTH", 210, "5.1", 2),
    ("PAGE_HEIGHT", 297, "5.1", 2),
    ("TOP", 37, "5.2.1", 1),
    ("LEFT", 28, "5.2.1", 1),
    ("TEXT_WIDTH", 156, "5.2.1", 0),
    ("TEXT_HEIGHT", 225, "5.2.1", 0),
    ("MARK_TOP", 35, "7.2.4", 1),
    ("NUMBER_LINES", 2, "7.2.5", 0),
    ("NUMBER_MARGIN", 1, "7.2.5", 0),
    ("RULE_GAP", 4, "7.2.7", 0.5),
    ("TITLE_LINES", 2, "7.3.1", 0),
    ("SIZE_2", 22 * POINT, "7.3.1", 0),
    ("AFTER_TITLE", 1, "7.3.2", 0),
    ("INDENT", 2, "7.3.3", 0),
    ("ATTACHMENT_LINES", 1, "7.3.4", 0),
    ("SIGNATURE_RIGHT", 4, "7.3.5.1", 0),
    ("UNSEALED_RIGHT", 2, "7.3.5.2", 0),
    ("UNSEALED_STEP", 2, "7.3.5.2", 0),
    ("ANNEX_TITLE_ROW", 2, "7.3.7", 0),
    ("IMPRINT_MARGIN", 1, "7.4.2", 0),
    ("SIZE_4", 14 * POINT, "7.4.2", 0),
    ("FOLIO_GAP", 7, "7.5", 0.5),
    ("FOLIO_MARGIN", 1, "7.5", 0),
    ("LETTER_MARK_TOP", 30, "10.1", 1),
    ("LETTER_RULE_GAP", 4, "10.1", 0.5),
    ("LETTER_RULE_WIDTH", 170, "10.1", 1),
    ("LETTER_FOOT_RULE", 20, "10.1", 1),
    ("ATTENDANCE_LINES", 1, "10.3", 0),
)
"""Prescribed, as the text says them; millimetres, lines or 字."""


@pytest.mark.parametrize(("name", "value", "clause", "tolerance"), _TEXT)
def test_a_prescribed_number_is_that_of_its_clause(
    name: str, value: float, clause: str, tolerance: float
) -> None:
    measure = _MEASURES[name]

    assert measure == value
    assert (measure.clause, measure.strength) == (clause, Strength.PRESCRIBED)
    assert measure.tolerance == tolerance


def test_whatever_binds_names_its_clause() -> None:
    binding = {Strength.PRESCRIBED, Strength.RECOMMENDED, Strength.DERIVED}
    unnamed = [name for name, each in _MEASURES.items() if each.strength in binding]

    assert [name for name in unnamed if _MEASURES[name].clause == "-"] == []


def test_the_rules_of_the_imprint_are_as_recommended() -> None:
    rules = (standard.IMPRINT_THICK, standard.IMPRINT_THIN)

    assert rules == (0.35, 0.25)
    assert {rule.strength for rule in rules} == {Strength.RECOMMENDED}


def test_three_seals_stand_beside_each_other_and_four_do_not() -> None:
    seal, apart = standard.SEAL, standard.SEAL_APART

    assert standard.SEALS_IN_ROW == 3
    assert 3 * seal + 2 * apart <= standard.TEXT_WIDTH < 4 * seal


def test_colours_are_named_like_numbers() -> None:
    shades = [value for value in vars(standard).values() if isinstance(value, Shade)]

    assert {shade.clause for shade in shades} == {"6.2", "-"}
    assert (standard.RED.green, standard.RED.blue) == (0, 0)
