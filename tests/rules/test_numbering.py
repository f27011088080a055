"""A document number is read however it was typed and written as the standard wants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules import numbering
from app.rules.numbering import PATTERNS, DocumentNumber, Fault, Series

codes = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("示财采〔2026〕13号", DocumentNumber("示财采", 2026, 13)),
        ("示财采[2026]13号", DocumentNumber("示财采", 2026, 13)),
        ("示财采【2026】13号", DocumentNumber("示财采", 2026, 13)),
        ("示财采（2026）13号", DocumentNumber("示财采", 2026, 13)),
        ("示财采〔２０２６〕１３号", DocumentNumber("示财采", 2026, 13)),
        ("示财采〔2026〕第013号", DocumentNumber("示财采", 2026, 13)),
        (" 示财采 〔2026〕 13 号", DocumentNumber("示财采", 2026, 13)),
        ("示市监案移〔2026〕7号", DocumentNumber("示市监案移", 2026, 7)),
    ],
)
def test_a_number_is_read_whatever_brackets_and_padding(typed: str, number: DocumentNumber) -> None:
    assert numbering.parse(typed) == number


@pytest.mark.parametrize(
    "text", ["", "13号", "示财采〔26〕13号", "示财采〔2026〕号", "示财采〔2026〕0号", "X-2026-13"]
)
def test_a_number_of_another_platform_is_not_understood_and_not_refused(text: str) -> None:
    assert numbering.parse(text) is None
    assert not numbering.is_standard(text)


def test_a_serial_nobody_counts_to_is_not_understood() -> None:
    assert numbering.parse(f"示财采〔2026〕{10**9 - 1}号") == DocumentNumber(
        "示财采", 2026, 10**9 - 1
    )
    assert numbering.parse(f"示财采〔2026〕{10**9}号") is None


def test_only_the_written_form_is_standard() -> None:
    assert numbering.is_standard("示财采〔2026〕13号")
    assert not numbering.is_standard("示财采[2026]13号")
    assert not numbering.is_standard("示财采〔2026〕013号")


@given(codes, st.integers(1949, 2999), st.integers(1, 99_999))
def test_a_number_survives_being_written(code: str, year: int, serial: int) -> None:
    number = DocumentNumber(code, year, serial)

    assert numbering.parse(str(number)) == number
    assert numbering.is_standard(str(number))


@given(codes, st.integers(1949, 2999), st.integers(1, 99_999), st.sampled_from(PATTERNS))
def test_every_offered_pattern_is_read_back(
    code: str, year: int, serial: int, pattern: str
) -> None:
    series = Series(code, pattern)
    number = series.number(year, serial)

    assert numbering.faults(series) == ()
    assert series.read(str(number)) == number
    assert str(numbering.named(series.name).number(year, serial)) == str(number)


@given(st.text("{代字年号}〔〕第期1 甲", max_size=14), st.integers(1, 999))
def test_whatever_pattern_is_let_pass_is_read_back(pattern: str, serial: int) -> None:
    series = Series("示财", pattern)
    if numbering.faults(series):
        return

    number = series.number(2026, serial)

    assert series.read(str(number)) == number


@pytest.mark.parametrize(
    ("code", "pattern", "fault"),
    [
        ("", "{代字}〔{年}〕{号}号", Fault.CODE_MISSING),
        ("示财2", "{代字}〔{年}〕{号}号", Fault.CODE_SIGNS),
        ("示财", "{代字}〔{年}〕号", Fault.SERIAL_MISSING),
        ("示财", "{代字}{号}-{号}", Fault.REPEATED),
        ("示财", "{代字}〔{月}〕{号}号", Fault.UNKNOWN_PLACE),
        ("示财", "{代字}{年}{号}号", Fault.ADJOINING),
        ("", "{号}", Fault.BARE),
        ("示" * 21, "{代字}〔{年}〕{号}号", Fault.TOO_LONG),
    ],
)
def test_each_fault_of_a_pattern_has_its_name(code: str, pattern: str, fault: Fault) -> None:
    assert fault in numbering.faults(Series(code, pattern))
