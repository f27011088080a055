"""What a finished paper says is read from PDF, DOCX and OFD, and from nothing else."""

from __future__ import annotations

import io
import zipfile

import pytest

from app.demo.samples import ISSUE, REFERRAL
from app.documents.compose import compose, paint_docx, paint_ofd, paint_pdf
from app.documents.fonts import chain
from app.documents.kinds.letters import LetterKind, write
from app.documents.reading import FileForm, form_of, words_of

DOCUMENT = write(LetterKind.REFERRAL, REFERRAL, ISSUE).document
FONTS = chain.bundled()


def _file(form: FileForm) -> bytes:
    composed = compose(DOCUMENT, FONTS)
    match form:
        case FileForm.PDF:
            return paint_pdf(composed, DOCUMENT)
        case FileForm.DOCX:
            return paint_docx(composed, DOCUMENT, FONTS)
        case _:
            return paint_ofd(composed, DOCUMENT)


@pytest.mark.parametrize("form", [FileForm.PDF, FileForm.DOCX, FileForm.OFD])
def test_number_title_and_date_are_found_in_each_format(form: FileForm) -> None:
    data = _file(form)

    said = "".join(words_of(data).split())

    assert form_of(data) is form
    assert ISSUE.day is not None
    day = f"{ISSUE.day.year}年{ISSUE.day.month}月{ISSUE.day.day}日"
    for words in (ISSUE.number, DOCUMENT.title.replace("\n", ""), day):
        assert words in said


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"\xff\xd8\xff\xe0scan", FileForm.PICTURE),
        (b"\x89PNG\r\n", FileForm.PICTURE),
        (b"%PDF-1.4 broken", FileForm.PDF),
        (b"PK\x03\x04 broken", FileForm.OTHER),
        (b"", FileForm.OTHER),
        (b"words", FileForm.OTHER),
    ],
)
def test_a_scan_or_a_damaged_file_says_nothing_and_is_no_fault(data: bytes, form: FileForm) -> None:
    assert form_of(data) is form
    assert words_of(data) == ""


def test_a_package_is_unpacked_only_so_far() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "<w:t>头</w:t>" + " " * 30_000_000 + "<w:t>尾</w:t>")

    assert words_of(out.getvalue()) == "头"
