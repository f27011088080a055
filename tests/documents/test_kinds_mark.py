"""The check code follows what the document says, and says nothing of it itself."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.demo.samples import CASE, FEEDBACK, ISSUE, REFERRAL
from app.documents.audit import audit
from app.documents.compose import compose
from app.documents.fonts import chain
from app.documents.kinds.letters import LetterKind, write
from app.documents.kinds.mark import check_code, marked, payload
from app.documents.layout.ops import Glyphs, Modules
from app.documents.model import digest, text
from app.documents.standard import LETTER_MARK_TOP
from app.kernel import plain

FONTS = chain.bundled()
DOCUMENT = write(LetterKind.REFERRAL, REFERRAL, ISSUE).document


def test_the_code_is_twelve_signs_that_cannot_be_misread() -> None:
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}", check_code(DOCUMENT))


def test_the_code_is_the_beginning_of_the_digest() -> None:
    signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    bits = 0
    for sign in check_code(DOCUMENT).replace("-", ""):
        bits = bits * 32 + signs.index(sign)

    assert f"{bits:015x}" == digest(DOCUMENT)[:15]


def test_the_code_survives_storing_and_does_not_count_itself() -> None:
    stored = plain.from_plain(type(DOCUMENT), plain.to_plain(DOCUMENT))

    assert check_code(stored) == check_code(replace(DOCUMENT, check=None))
    assert DOCUMENT.check is not None
    assert DOCUMENT.check.code == check_code(stored)


@given(st.text("甲乙丙丁", min_size=1))
def test_any_other_text_has_another_code(words: str) -> None:
    other = replace(DOCUMENT, body=(*DOCUMENT.body, text(words)))

    assert check_code(other) != check_code(DOCUMENT)


def test_the_matrix_holds_number_register_and_digest_but_no_name() -> None:
    said = payload(DOCUMENT, ISSUE.register)

    assert said == f"LX1|{digest(DOCUMENT)[:32]}|{ISSUE.register[:8]}|{ISSUE.number}"
    for name in (CASE.name, REFERRAL.case.parties[0].name, ISSUE.agency, DOCUMENT.title):
        assert name not in said


def test_the_matrix_is_square_and_has_its_three_finders() -> None:
    assert DOCUMENT.check is not None
    matrix = DOCUMENT.check.matrix
    finder = ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")

    assert {len(row) for row in matrix} == {len(matrix)}
    assert tuple(row[:7] for row in matrix[:7]) == finder
    assert tuple(row[-7:] for row in matrix[:7]) == finder
    assert tuple(row[:7] for row in matrix[-7:]) == finder


def test_without_a_register_there_is_a_code_and_no_matrix() -> None:
    check = marked(DOCUMENT, "").check

    assert check is not None
    assert check.code == check_code(DOCUMENT)
    assert check.matrix == ()


def test_a_document_with_no_place_for_the_mark_bears_none() -> None:
    document = write(LetterKind.FEEDBACK, FEEDBACK, ISSUE).document

    assert document.check is None
    assert marked(document, ISSUE.register) == document


def test_an_office_may_have_the_mark_on_the_letter_and_nothing_else_moves() -> None:
    document = write(LetterKind.FEEDBACK, FEEDBACK, ISSUE).document
    bearing = marked(document, ISSUE.register, on_letter=True)
    bare, shown = compose(document, FONTS), compose(bearing, FONTS)

    first, *others = shown.pages
    added = [op for op in first.ops if op not in bare.pages[0].ops]
    assert set(bare.pages[0].ops) <= set(first.ops)
    assert tuple(others) == bare.pages[1:]
    (matrix,) = (op for op in added if isinstance(op, Modules))
    assert matrix.y >= 10
    assert matrix.y + matrix.side < LETTER_MARK_TOP
    words = "".join(op.text for op in added if isinstance(op, Glyphs))
    assert words.replace(" ", "") == f"校验码：{check_code(document)}"


def test_a_mark_on_the_letter_changes_no_code_and_no_finding() -> None:
    document = write(LetterKind.REFERRAL, REFERRAL, ISSUE).document
    bearing = marked(document, ISSUE.register, on_letter=True)

    assert check_code(bearing) == check_code(document)
    assert audit(bearing, compose(bearing, FONTS)) == audit(document, compose(document, FONTS))
