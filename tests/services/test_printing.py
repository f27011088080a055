"""Papers for the printer: what was kept, numbered copies of it, and 套打 on red headed paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import select

from app.documents.kinds.letters import LetterKind
from app.kernel.canon import Plain
from app.kernel.clock import at_local
from app.kernel.errors import NotSetAgainError, SerialPrintedError, SerialRangeError
from app.kernel.terms import AgencyRole
from app.models import JournalLine
from app.services import cases, letters, members, printing
from app.services.letters import ExternalDraft, IssueDraft
from app.services.printing import MOST_COPIES, Manner, Offset, Paper, Serials
from app.services.setup import Register
from tests import synthetic

START = at_local(2026, 9, 16, 9, 0)
MARKET = replace(
    synthetic.POLICE, name="示例市市场监督管理局", handle="sl-scj", role=AgencyRole.MARKET
)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = synthetic.make_register(tmp_path / "finance", mechanism=synthetic.MECHANISM)
    market = synthetic.make_register(tmp_path / "market", MARKET)
    synthetic.introduce(made, market, tmp_path)
    market.close()
    yield made
    made.close()


@pytest.fixture
def matter(register: Register) -> str:
    """A transfer to 市场监督管理局, approved: its letter has a red head."""
    case = cases.register_case(register, synthetic.case_draft()).uid
    uid = next(row.uid for row in members.rows(register) if row.name == MARKET.name)
    return synthetic.approved_matter(register, uid, case, START)


def _issued(register: Register, matter: str) -> Paper:
    wish = IssueDraft(code="示财采移", signer="己某某", dated_on=START.date())
    uid = letters.issue(register, matter, LetterKind.TRANSFER, wish).uid
    (paper,) = printing.papers(register, (uid,)).found
    return paper


def _text(pdf: bytes, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[page].get_textpage().get_text_range())
    finally:
        document.close()


def _printed(register: Register) -> list[dict[str, Plain]]:
    with register.read() as session:
        chosen = select(JournalLine.facts).where(JournalLine.action == "letter.printed")
        return [dict(facts) for facts in session.scalars(chosen)]


def test_a_letter_is_printed_as_it_was_kept(register: Register, matter: str) -> None:
    paper = _issued(register, matter)

    (copy,) = printing.copies(register, (paper,), Manner())

    assert copy.pdf == paper.pdf == letters.file(register, paper.letter_uid)[1]
    assert (paper.number, paper.red_headed) == ("示财采移〔2026〕1号", True)


def test_each_copy_bears_its_own_number_and_is_the_same_text_besides(
    register: Register, matter: str
) -> None:
    paper = _issued(register, matter)

    copies = printing.copies(register, (paper,), Manner(serials=Serials(7, 9)))
    made = [copy.pdf for copy in copies]

    serials = ["000007", "000008", "000009"]
    assert [serial in _text(pdf) for serial, pdf in zip(serials, made, strict=True)] == [True] * 3
    kept = "".join(_text(paper.pdf).split())
    for serial, pdf in zip(serials, made, strict=True):
        assert "".join(_text(pdf).replace(serial, "").split()) == kept


def test_overprinting_leaves_the_agency_line_out_and_prints_the_number(
    register: Register, matter: str
) -> None:
    paper = _issued(register, matter)

    (copy,) = printing.copies(register, (paper,), Manner(overprint=True))
    pdf = copy.pdf

    agency = synthetic.FINANCE.name
    assert _text(pdf).count(agency) == _text(paper.pdf).count(agency) - 1
    assert paper.number in _text(pdf)


def test_a_letter_that_would_be_set_otherwise_today_is_not_set_again(
    register: Register, matter: str
) -> None:
    paper = _issued(register, matter)
    assert paper.document is not None
    other = replace(paper, document=replace(paper.document, title="另一个标题"))

    with pytest.raises(NotSetAgainError):
        printing.copies(register, (other,), Manner(overprint=True))


def test_a_serial_is_printed_once_unless_it_is_wished_again(
    register: Register, matter: str
) -> None:
    paper = _issued(register, matter)
    printing.note_printed(register, (paper,), 3, Manner(serials=Serials(4, 6)))

    for first, last in ((6, 8), (1, 4), (5, 5)):
        with pytest.raises(SerialPrintedError) as caught:
            printing.copies(register, (paper,), Manner(serials=Serials(first, last)))
        assert caught.value.facts == {"number": paper.number, "first": first, "last": last}

    again = printing.copies(register, (paper,), Manner(serials=Serials(5, 5, again=True)))
    assert len(again) == len(printing.copies(register, (paper,), Manner(serials=Serials(7, 7))))


@pytest.mark.parametrize(("first", "last"), [(0, 1), (5, 4), (999_999, 1_000_000), (1, 201)])
def test_numbers_outside_six_digits_or_too_many_are_refused(
    register: Register, matter: str, first: int, last: int
) -> None:
    paper = _issued(register, matter)

    with pytest.raises(SerialRangeError):
        printing.copies(register, (paper,), Manner(serials=Serials(first, last)))
    assert MOST_COPIES == 200


def test_the_journal_keeps_which_numbers_were_printed_and_the_next_follows(
    register: Register, matter: str
) -> None:
    paper = _issued(register, matter)
    assert printing.next_serial(register, paper) == 1

    printing.note_printed(register, (paper,), 5, Manner(serials=Serials(1, 5)))
    printing.note_printed(register, (paper,), 2, Manner())

    numbered, plain = _printed(register)
    assert (numbered["serials"], numbered["copies"]) == ("000001-000005", 5)
    assert "serials" not in plain
    assert plain["copies"] == 2
    assert printing.next_serial(register, paper) == 6


def test_all_letters_of_a_matter_are_found_but_what_has_no_pages(
    register: Register, matter: str, tmp_path: Path
) -> None:
    paper = _issued(register, matter)
    file = tmp_path / "定稿.docx"
    file.write_bytes(b"PK no pdf")
    wish = ExternalDraft("示财函〔2026〕9号", "己某某", START.date() + timedelta(days=1), file)
    letters.issue_external(register, matter, LetterKind.FEEDBACK, wish)

    found = printing.of_matter(register, matter)

    assert [each.letter_uid for each in found.found] == [paper.letter_uid]
    assert found.no_pages == ("定稿",)


def test_the_list_of_copies_leaves_the_receivers_to_be_written(
    register: Register, matter: str
) -> None:
    paper = _issued(register, matter)

    table = printing.distribution(register, (paper,), Serials(1, 3))

    said = _text(table.pdf)
    assert all(serial in said for serial in ("000001", "000002", "000003"))
    assert "发往单位" in said


def test_the_correction_of_overprinting_is_kept_with_the_register(register: Register) -> None:
    assert printing.offset(register) == Offset()

    printing.set_offset(register, Offset(right=-3, down=400))

    assert printing.offset(register) == Offset(right=-3, down=100)
    assert "套打校正页" in _text(printing.alignment(register))
