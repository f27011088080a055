"""Sums as an officer types them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.ui.widgets import money
from app.ui.widgets.money import AmountField, Unit


@pytest.mark.parametrize(
    ("text", "unit", "fen"),
    [
        ("4180000", Unit.YUAN, 418_000_000),
        ("4,180,000.00", Unit.YUAN, 418_000_000),
        ("418", Unit.WAN, 418_000_000),
        ("418万", Unit.YUAN, 418_000_000),
        ("418 万元", Unit.YUAN, 418_000_000),
        ("418元", Unit.WAN, 41_800),
        ("４１８．５", Unit.WAN, 418_500_000),
        ("￥12.34", Unit.YUAN, 1_234),
        ("0.000001", Unit.WAN, 1),
        ("", Unit.YUAN, 0),
        ("  ", Unit.WAN, 0),
    ],
)
def test_a_sum_is_read_as_it_is_written(text: str, unit: Unit, fen: int) -> None:
    assert money.read_fen(text, unit) == fen


@pytest.mark.parametrize(
    "text", ["四百万", "12.345", "-1", "1e999", "NaN", "1万2", "9" * 20, "12元3"]
)
def test_what_is_no_sum_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        money.read_fen(text, Unit.YUAN)


@given(st.integers(0, 1 << 53))
def test_a_sum_that_is_shown_can_be_read_again(fen: int) -> None:
    assert money.read_fen(money.yuan(fen), Unit.YUAN) == fen
    assert money.read_fen(money.wan(fen), Unit.WAN) == fen


@pytest.mark.parametrize(
    ("fen", "shown"),
    [(0, ""), (1, "0.01 元"), (999_999, "9,999.99 元"), (418_000_000, "418 万元")],
)
def test_a_sum_is_shown_with_its_unit(fen: int, shown: str) -> None:
    assert money.shown(fen) == shown


def test_the_field_tells_the_sum_in_both_units(qtbot: QtBot) -> None:
    field = AmountField()
    qtbot.addWidget(field)

    field.unit.setCurrentIndex(1)
    field.line.setText("418.5")

    assert field.fen() == 418_500_000
    assert field.meaning.text() == "= 4,185,000 元 = 418.5 万元"
