"""What can be right passes, and one slip of the pen is noticed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.terms import PartyKind
from app.rules import identifiers
from app.rules.identifiers import IdentifierFault, credit_code_fault, resident_id_fault

TODAY = date(2026, 11, 22)
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"

# Three codes that large companies print on their own pages; they fix the arithmetic.
CODES = ["91110000600037341L", "9144030071526726XG", "91330106673959654P"]


def _body(number: int) -> str:
    digits = f"{number:08d}"
    total = sum(int(d) * w for d, w in zip(digits, (3, 7, 9, 10, 5, 8, 4, 2), strict=True))
    return digits + "0123456789X"[-total % 11]


def _checked(first: str) -> str:
    total = sum(ALPHABET.index(c) * pow(3, n, 31) for n, c in enumerate(first))
    return first + ALPHABET[-total % 31]


def _code(number: int) -> str:
    return _checked(f"91990000{_body(number)}")


def _person(born: date, serial: int) -> str:
    first = f"990000{born:%Y%m%d}{serial:03d}"
    total = sum(int(c) * pow(2, 17 - n, 11) for n, c in enumerate(first))
    return first + "10X98765432"[total % 11]


codes = st.integers(0, 99_999_999).map(_code)
persons = st.builds(_person, st.dates(date(1940, 1, 1), TODAY), st.integers(0, 999))


@pytest.mark.parametrize("code", CODES)
def test_known_codes_pass(code: str) -> None:
    assert credit_code_fault(code) is None


@pytest.mark.parametrize(
    "written",
    ["９１３３０１０６６７３９５９６５４Ｐ", "91330106 6739 59654p", " 91330106-673959654P "],
)
def test_width_case_and_spaces_do_not_matter(written: str) -> None:
    assert credit_code_fault(written) is None
    assert identifiers.tidied(written) == "91330106673959654P"


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("", IdentifierFault.LENGTH),
        ("9133010667395965", IdentifierFault.LENGTH),
        ("91330106673959654PP", IdentifierFault.LENGTH),
        ("9133010667395965OP", IdentifierFault.CHARACTER),
        ("示例科技有限公司统一信用代码示例文字符", IdentifierFault.LENGTH),
        ("91330106673959654Q", IdentifierFault.CHECK),
        # Right to the last place, but 12345678 is no 组织机构代码 ending in 0.
        (_checked("91990000123456780"), IdentifierFault.BODY_CHECK),
    ],
)
def test_a_wrong_code_is_told_why(code: str, fault: IdentifierFault) -> None:
    assert credit_code_fault(code) is fault


@given(codes, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_any_one_character_mistyped_in_a_code_is_noticed(code: str, at: int, wrong: str) -> None:
    mistyped = code[:at] + wrong + code[at + 1 :]

    assert (credit_code_fault(mistyped) is None) is (mistyped == code)


@given(codes, st.integers(0, 16))
def test_two_neighbours_exchanged_in_a_code_are_noticed(code: str, at: int) -> None:
    swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]

    assert (credit_code_fault(swapped) is None) is (swapped == code)


@given(persons, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_one_character_mistyped_in_a_number_is_noticed(
    number: str, at: int, wrong: str
) -> None:
    mistyped = number[:at] + wrong + number[at + 1 :]

    assert (resident_id_fault(mistyped, TODAY) is None) is (mistyped == number)


def test_a_number_with_the_code_of_a_later_district_passes() -> None:
    # 岚山区 is a district since 2004; the check digit is what counts.
    assert resident_id_fault("371103199003071235", TODAY) is None


def test_the_last_place_may_be_a_small_x_of_any_width() -> None:
    number = next(n for n in (_person(date(1990, 3, 7), k) for k in range(40)) if n[-1] == "X")

    assert resident_id_fault(number.lower(), TODAY) is None
    assert resident_id_fault(number[:-1] + "ｘ", TODAY) is None


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("37110319900307123", IdentifierFault.LENGTH),
        ("371103199003071236", IdentifierFault.CHECK),
        ("37110319900307123A", IdentifierFault.CHARACTER),
        ("3711031990030712３Ⅹ", IdentifierFault.CHECK),
        ("37110319900230123X", IdentifierFault.BIRTH_DATE),
        ("371103199013071235", IdentifierFault.BIRTH_DATE),
        (_person(date(2027, 1, 1), 1), IdentifierFault.BIRTH_AFTER_TODAY),
    ],
)
def test_a_wrong_number_is_told_why(number: str, fault: IdentifierFault) -> None:
    assert resident_id_fault(number, TODAY) is fault


def test_each_kind_of_party_has_its_own_identifier() -> None:
    assert identifiers.fault(PartyKind.ORGANISATION, CODES[0], TODAY) is None
    assert identifiers.fault(PartyKind.PERSON, "371103199003071235", TODAY) is None
    assert identifiers.fault(PartyKind.PERSON, CODES[0], TODAY) is IdentifierFault.CHARACTER


def test_lists_show_the_first_six_and_the_last_four() -> None:
    assert identifiers.masked("371103199003071235") == "371103********1235"


@given(st.text(max_size=40))
def test_a_mask_keeps_the_length_and_never_shows_a_short_text(text: str) -> None:
    shown = identifiers.masked(text)

    assert len(shown) == len(text)
    if len(text) <= 10:
        assert set(shown) <= {"*"}


@given(st.text(max_size=40))
def test_no_text_breaks_the_checks(text: str) -> None:
    for kind in PartyKind:
        identifiers.fault(kind, text, TODAY)
