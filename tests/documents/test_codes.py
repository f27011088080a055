"""A check mark is read back from what a scanner types and from what a person types."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.demo.samples import ISSUE, REFERRAL
from app.documents import codes
from app.documents.codes import SIGNS, Payload
from app.documents.kinds.letters import LetterKind, write
from app.documents.kinds.mark import check_code, payload
from app.documents.model import digest
from app.kernel import canon, plain

DOCUMENT = write(LetterKind.REFERRAL, REFERRAL, ISSUE).document
SAID = payload(DOCUMENT, ISSUE.register)

_hex = st.text("0123456789abcdef", min_size=32, max_size=32)
_codes = st.text(SIGNS, min_size=12, max_size=12).map(
    lambda signs: "-".join((signs[:4], signs[4:8], signs[8:]))
)


def test_what_the_matrix_says_is_read_back() -> None:
    read = codes.payload(SAID)

    assert read == Payload(digest(DOCUMENT)[:32], ISSUE.register[:8], ISSUE.number)
    assert read.code == check_code(DOCUMENT)


@given(digest=_hex, number=st.text("示财移〔2026〕1号|", max_size=20))
def test_every_payload_is_read_back(digest: str, number: str) -> None:
    said = Payload(digest, "3f2c8a10", number)

    assert codes.payload(said.text()) == said


def test_a_scanner_may_shout_name_the_symbology_end_the_line_and_spoil_the_number() -> None:
    bare = codes.payload(SAID)
    assert bare is not None
    head = SAID.removesuffix(ISSUE.number)

    assert codes.payload(f"]Q1{SAID}\r\n") == bare
    assert codes.payload(SAID.upper()) == bare
    assert codes.payload(SAID.replace("|", "｜")) == bare
    assert codes.payload(f"{head}??2026?1?") == replace(bare, number="??2026?1?")


@given(st.text(max_size=80))
def test_no_other_text_is_taken_for_a_payload(text: str) -> None:
    assert codes.payload(text) is None
    assert codes.payload(f"LX2{SAID[3:]}") is None
    assert codes.payload(SAID.replace("|", "", 1)) is None
    assert codes.payload(f"{text}x{SAID}") is None


@given(_codes, st.data())
def test_a_code_is_understood_however_it_is_typed(code: str, data: st.DataObject) -> None:
    said = {"0": "0Oo", "1": "1IiLl"}
    signs = [
        data.draw(st.sampled_from(said.get(sign, sign + sign.lower())))
        for sign in code.replace("-", "")
    ]
    gaps = data.draw(st.lists(st.sampled_from(["", "-", " ", "—", "　"]), min_size=12, max_size=12))

    assert codes.typed("".join(gap + sign for gap, sign in zip(gaps, signs, strict=True))) == code
    assert codes.typed(f"校验码：{code}\n") == code


@given(st.text(max_size=20))
def test_what_is_read_as_a_code_is_one_as_it_is_printed(text: str) -> None:
    read = codes.typed(text)

    assert read is None or (codes.typed(read) == read and len(read) == 14)


def test_eleven_signs_thirteen_signs_and_the_letter_u_are_no_code() -> None:
    assert codes.typed("7F3A-91C2-0BD") is None
    assert codes.typed("7F3A-91C2-0BD4-1") is None
    assert codes.typed("7F3A-91C2-0BDU") is None


@given(_codes, st.integers(0, 11), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_near(code: str, place: int, sign: str) -> None:
    at = place + place // 4
    other = code[:at] + sign + code[at + 1 :]

    assert codes.near(code, other) is (other != code)


def test_two_neighbours_in_the_wrong_order_are_near_and_two_wrong_signs_are_not() -> None:
    assert codes.near("7F3A-91C2-0BD4", "7FA3-91C2-0BD4")
    assert codes.near("7F3A-91C2-0BD4", "7F39-A1C2-0BD4")
    assert not codes.near("7F3A-91C2-0BD4", "7F3A-91C2-0DD5")
    assert not codes.near("7F3A-91C2-0BD4", "4F3A-91C2-0BD7")
    assert not codes.near("7F3A-91C2-0BD4", "7F3A-91C2-0BD4")


def test_the_digest_of_a_stored_model_is_that_of_the_document() -> None:
    stored = plain.to_plain(replace(DOCUMENT, serial="000001"))
    altered = {**stored, "title": "涉嫌犯罪案件移送函"}

    assert codes.stored_digest(canon.dumps(stored)) == digest(DOCUMENT)
    assert codes.stored_digest(canon.dumps(altered)) != digest(DOCUMENT)
