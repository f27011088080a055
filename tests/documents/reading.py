"""The words of a document as its PDF gives them back."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2

from app.demo.samples import ISSUE
from app.documents.compose import compose, paint_pdf
from app.documents.fonts.chain import bundled
from app.documents.kinds.facts import Facts, Issue
from app.documents.kinds.letters import LetterKind, write
from app.documents.model import OfficialDocument


def bare(words: str) -> str:
    """Without white space: a stretched line gives blanks that nobody typed."""
    return "".join(words.split())


def pdf_of(document: OfficialDocument) -> bytes:
    return paint_pdf(compose(document, bundled()), document)


def pages_of(document: OfficialDocument) -> list[str]:
    """The text of each page, without white space."""
    return pages_in(pdf_of(document))


def words_of(pdf: bytes) -> str:
    """The text of a file, without white space and page numbers."""
    return running(pages_in(pdf))


def pages_in(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [bare(page.get_textpage().get_text_range()) for page in pdf]
    finally:
        pdf.close()


def running(pages: Sequence[str]) -> str:
    """The pages as one text, without the page numbers that part it."""
    return "".join(
        page.removesuffix(f"—{number}—").removeprefix(f"第{number}页，共{len(pages)}页")
        for number, page in enumerate(pages, 1)
    )


def said(kind: LetterKind, facts: Facts, issue: Issue = ISSUE) -> str:
    return running(pages_of(write(kind, facts, issue).document))
