"""What no letter is issued with: a code that cannot be read back, a day nobody signs on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app import wording
from app.demo.sample_papers import CONSULTATION
from app.documents.kinds.letters import LetterKind
from app.kernel.errors import (
    LetterDayError,
    LetterFieldsError,
    LetterStandsError,
    NotNumberedError,
    NumberPatternError,
    NumberSignsError,
    NumberTakenError,
)
from app.models import DocumentNumber
from app.rules.numbering import Reason
from app.services import cases, drafting, letters, number_gaps, sealing
from app.services.letter_text import OfDraft
from app.services.letters import ExternalDraft, IssueDraft
from app.services.sealing import SealDraft
from app.services.setup import Register
from tests import synthetic
from tests.services.two_desks import START, two_desks

CODE = "示财采函"
DAY = START.date()


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = synthetic.make_register(tmp_path / "czj", mechanism=synthetic.MECHANISM)
    yield made
    made.close()


def _issue(register: Register, code: str = CODE, signer: str = "己某某", day: date = DAY) -> str:
    source = OfDraft(drafting.create(register, CONSULTATION).uid)
    return letters.issue_of(register, source, IssueDraft(code, signer, day)).uid


def _enter(register: Register, folder: Path, number: str, day: date = DAY) -> str:
    path = folder / "定稿.pdf"
    path.write_bytes(b"%PDF-1.4 " + number.encode())
    source = OfDraft(drafting.create(register, CONSULTATION).uid)
    wish = ExternalDraft(number, "己某某", day, path)
    return letters.issue_external_of(register, source, wish).uid


def _drawn(register: Register) -> int:
    with register.read() as session:
        return session.scalar(select(func.count(DocumentNumber.id))) or 0


@pytest.mark.parametrize("code", ["{号}", "9", "示财\n采", "示会〔2026", "示财\u200b采", "示" * 21])
def test_a_code_that_could_not_be_read_back_draws_no_number(register: Register, code: str) -> None:
    with pytest.raises(NumberPatternError):
        _issue(register, code)

    assert _drawn(register) == 0


def test_neither_code_nor_signer_may_be_empty(register: Register) -> None:
    with pytest.raises(LetterFieldsError) as caught:
        _issue(register, " ", " ")

    assert caught.value.facts == {"fields": ("code", "signer")}
    assert "机关代字、签发人" in str(wording.refusal(caught.value))
    assert _drawn(register) == 0


@pytest.mark.parametrize("day", [DAY + timedelta(days=40), date(2099, 1, 1), date(1999, 12, 31)])
def test_a_day_nobody_signs_on_is_refused_whichever_way_it_is_issued(
    register: Register, tmp_path: Path, day: date
) -> None:
    with pytest.raises(LetterDayError):
        _issue(register, day=day)
    with pytest.raises(LetterDayError):
        _enter(register, tmp_path, f"{CODE}〔{day.year}〕1号", day)

    assert _drawn(register) == 0


def test_a_letter_signed_in_some_weeks_is_let_pass(register: Register) -> None:
    assert _issue(register, day=DAY + timedelta(days=30))


@pytest.mark.parametrize(
    "number", [f"{CODE}〔2026〕1号\u200b", f"{CODE}〔2026〕\u202e1号", "关于某事的函" * 11]
)
def test_a_number_with_what_cannot_be_seen_or_without_an_end_is_not_entered(
    register: Register, tmp_path: Path, number: str
) -> None:
    with pytest.raises(NumberSignsError) as caught:
        _enter(register, tmp_path, number)

    said = str(wording.refusal(caught.value))
    assert "\u200b" not in said
    assert "\u202e" not in said
    assert _drawn(register) == 0


def test_a_number_is_the_same_whichever_way_its_last_sign_is_written(
    register: Register, tmp_path: Path
) -> None:
    _issue(register)

    for number in (f"{CODE}〔2026〕1號", f"《{CODE}〔2026〕1号》", f"{CODE}《2026》1号"):
        with pytest.raises(NumberTakenError):
            _enter(register, tmp_path, number)


def test_a_list_that_goes_along_gets_no_number(tmp_path: Path) -> None:
    with two_desks(tmp_path) as desks:
        case = cases.register_case(desks.finance, synthetic.case_draft()).uid
        matter = synthetic.approved_matter(desks.finance, desks.to_police, case, START)
        path = tmp_path / "清单.pdf"
        path.write_bytes(b"%PDF-1.4")

        with pytest.raises(NotNumberedError) as caught:
            letters.issue(
                desks.finance, matter, LetterKind.MATERIALS, IssueDraft(CODE, "己某某", DAY)
            )
        wish = ExternalDraft(f"{CODE}〔2026〕1号", "己某某", DAY, path)
        with pytest.raises(NotNumberedError):
            letters.issue_external(desks.finance, matter, LetterKind.MATERIALS, wish)

        assert "不单独编文号" in str(wording.refusal(caught.value))
        assert _drawn(desks.finance) == 0


def test_a_sealed_letter_was_no_slip_of_the_keys(register: Register) -> None:
    letter = _issue(register)
    sealing.record(register, letter, SealDraft(DAY, "辛某某", "己某某", 2))
    number = f"{CODE}〔2026〕1号"

    with pytest.raises(LetterStandsError):
        number_gaps.void(register, number, "录错", Reason.MISTAKE)

    number_gaps.void(register, number, "会议取消", Reason.VOID)
    with register.read() as session:
        assert session.scalars(select(DocumentNumber.reason)).all() == [Reason.VOID]
