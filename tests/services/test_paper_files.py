"""Drafts and issued letters as files: what is written, what is refused, what the journal says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from sqlalchemy import select

from app.documents.fonts import catalog, installed
from app.documents.fonts.chain import bundled
from app.documents.kinds.letters import LetterKind
from app.documents.model import text
from app.kernel.errors import (
    FinishedElsewhereError,
    MediumError,
    NotSetAgainError,
    UncoveredCharactersError,
    UnknownRecordError,
)
from app.models import JournalLine, Letter
from app.services import cases, house_fonts, letters, paper_files
from app.services.letters import IssueDraft
from app.services.paper_files import FORMATS, PaperFormat, Subject
from tests import synthetic
from tests.documents import office_faces
from tests.documents.samples import LETTER
from tests.services.two_desks import START, Desks, two_desks

BEGINS = {PaperFormat.PDF: b"%PDF", PaperFormat.DOCX: b"PK", PaperFormat.OFD: b"PK"}


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _issued(desks: Desks) -> str:
    """The uid of a letter the program set and numbered."""
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    matter = synthetic.approved_matter(desks.finance, desks.to_police, case, START)
    wish = IssueDraft("示财采移", "己某某", START.date())
    return letters.issue(desks.finance, matter, LetterKind.REFERRAL, wish).uid


def _lines(desks: Desks, action: str) -> list[tuple[str, object]]:
    """Whom each line of the journal is about, and its facts."""
    with desks.finance.read() as session:
        found = session.scalars(select(JournalLine).where(JournalLine.action == action))
        return [(line.subject, line.facts) for line in found]


@pytest.mark.parametrize("form", PaperFormat)
def test_a_draft_is_written_in_each_format_and_noted(desks: Desks, form: PaperFormat) -> None:
    target = desks.stick / f"草稿{FORMATS[form].suffix}"
    subject = Subject("m-1", "referral")

    assert paper_files.save(desks.finance, subject, LETTER, form, target) == target

    assert target.read_bytes() == paper_files.painted(LETTER, form, bundled())
    assert target.read_bytes().startswith(BEGINS[form])
    assert _lines(desks, "letter.draft_saved") == [("m-1", {"kind": "referral"})]


def test_a_letter_that_cannot_be_set_leaves_the_file_that_was_there(desks: Desks) -> None:
    target = desks.stick / "草稿.docx"
    target.write_bytes(b"what was there")
    spoilt = replace(LETTER, body=(text("甲\x07乙"),))

    for form in PaperFormat:
        with pytest.raises(UncoveredCharactersError):
            paper_files.save(desks.finance, Subject("m-1", "referral"), spoilt, form, target)

    assert target.read_bytes() == b"what was there"
    assert _lines(desks, "letter.draft_saved") == []


def test_a_folder_that_is_gone_is_refused_and_nothing_is_noted(desks: Desks) -> None:
    target = desks.stick / "none" / "草稿.pdf"

    with pytest.raises(MediumError):
        paper_files.save(desks.finance, Subject("m-1", "referral"), LETTER, PaperFormat.PDF, target)

    assert not target.parent.exists()
    assert _lines(desks, "letter.draft_saved") == []


def test_the_ending_says_the_format_and_without_one_the_usual_is_taken() -> None:
    assert paper_files.named(Path("函.OFD"), PaperFormat.PDF) == (Path("函.OFD"), PaperFormat.OFD)
    assert paper_files.named(Path("示财采〔2026〕1.5号"), PaperFormat.PDF) == (
        Path("示财采〔2026〕1.5号.pdf"),
        PaperFormat.PDF,
    )


def test_the_pdf_of_an_issued_letter_is_the_frozen_one(desks: Desks, tmp_path: Path) -> None:
    uid = _issued(desks)
    _, frozen = letters.file(desks.finance, uid)

    for form in (None, PaperFormat.PDF):
        copy = paper_files.save_issued(desks.finance, uid, tmp_path / "函.pdf", form)
        assert copy.read_bytes() == frozen
    assert len(_lines(desks, "letter.copy_saved")) == 2


def test_the_other_formats_say_what_was_issued(desks: Desks, tmp_path: Path) -> None:
    uid = _issued(desks)
    assert paper_files.formats_of(desks.finance, uid) == tuple(PaperFormat)

    word = paper_files.save_issued(desks.finance, uid, tmp_path / "函.docx", PaperFormat.DOCX)
    ofd = paper_files.save_issued(desks.finance, uid, tmp_path / "函.ofd", PaperFormat.OFD)

    with desks.finance.read() as session:
        number = session.scalars(select(Letter.number).where(Letter.uid == uid)).one()
    opened = docx.Document(io.BytesIO(word.read_bytes()))
    assert opened.core_properties.subject == number
    said = "".join(paragraph.text for paragraph in opened.paragraphs)
    assert number in said
    with zipfile.ZipFile(ofd) as archive:
        assert number in archive.read("OFD.xml").decode()
    assert _lines(desks, "letter.copy_saved") == [
        (uid, {"number": number}),
        (uid, {"number": number}),
    ]


def test_a_letter_finished_elsewhere_keeps_its_own_file(desks: Desks, tmp_path: Path) -> None:
    desks.issued()
    with desks.finance.read() as session:
        uid = session.scalars(select(Letter.uid)).one()
    _, kept = letters.file(desks.finance, uid)
    target = tmp_path / "函.pdf"

    assert paper_files.formats_of(desks.finance, uid) == ()
    for form in PaperFormat:
        with pytest.raises(FinishedElsewhereError):
            paper_files.save_issued(desks.finance, uid, target, form)
    assert not target.exists()
    assert paper_files.save_issued(desks.finance, uid, target).read_bytes() == kept


def test_in_other_faces_than_it_was_issued_in_only_the_kept_text_is_saved(
    desks: Desks, tmp_path: Path
) -> None:
    uid = _issued(desks)
    _, frozen = letters.file(desks.finance, uid)
    target = tmp_path / "函.ofd"
    office_faces.renamed(catalog.HEI, tmp_path / "a.ttf", "FangSong_GB2312", "仿宋_GB2312")
    seen = house_fonts.look(desks.finance, lambda: installed.files_in([tmp_path]))
    house_fonts.choose(desks.finance, house_fonts.prefer_office(seen))

    for form in (PaperFormat.OFD, PaperFormat.DOCX):
        with pytest.raises(NotSetAgainError):
            paper_files.save_issued(desks.finance, uid, target, form)

    assert not target.exists()
    assert _lines(desks, "letter.copy_saved") == []
    for kept in (None, PaperFormat.PDF):
        copy = paper_files.save_issued(desks.finance, uid, tmp_path / "函.pdf", kept)
        assert copy.read_bytes() == frozen


def test_of_a_letter_another_agency_issued_only_the_file_it_sent_is_saved(
    desks: Desks, tmp_path: Path
) -> None:
    uid = _issued(desks)
    _, sent = letters.file(desks.finance, uid)
    desks.carry(desks.finance, desks.police)
    target = tmp_path / "函.docx"

    assert paper_files.formats_of(desks.police, uid) == ()
    with pytest.raises(FinishedElsewhereError):
        paper_files.save_issued(desks.police, uid, target, PaperFormat.DOCX)
    assert not target.exists()
    assert paper_files.save_issued(desks.police, uid, target).read_bytes() == sent


def test_a_letter_nobody_issued_is_unknown(desks: Desks, tmp_path: Path) -> None:
    with pytest.raises(UnknownRecordError):
        paper_files.save_issued(desks.finance, "l-none", tmp_path / "函.pdf")
