"""Ledgers and reports as tables: heads repeated, pages counted, nothing dropped in silence."""

from __future__ import annotations

import pypdfium2
import pytest

from app.documents.kinds.registers import Column, register_table
from app.documents.model import Align
from tests.documents.reading import bare

COLUMNS = (
    Column("序号", 12, Align.RIGHT),
    Column("往来单位", 50),
    Column("内容", 120),
    Column("校验值", 60),
)
ROWS = [
    (str(number), "示例市公安局", "涉嫌犯罪案件移送书（甲某某案）" * 3, "0123456789abcdef" * 4)
    for number in range(1, 61)
]


def _pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [bare(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def _sizes(pdf: bytes) -> set[tuple[int, int]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return {(round(page.get_width()), round(page.get_height())) for page in document}
    finally:
        document.close()


@pytest.mark.parametrize(("landscape", "size"), [(True, (842, 595)), (False, (595, 842))])
def test_every_page_has_the_heads_its_number_and_whose_it_is(
    size: tuple[int, int], *, landscape: bool
) -> None:
    printed = register_table(
        "往来台账", COLUMNS, ROWS, agency="示例市财政局", landscape=landscape, notes=("完",)
    )

    pages = _pages(printed.pdf)
    assert printed.pages == len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "序号往来单位内容校验值" in page
        assert f"往来台账示例市财政局第{number}页，共{len(pages)}页" in page
    assert _sizes(printed.pdf) == {size}
    assert "完" in pages[-1]


def test_every_row_is_printed_once_and_none_is_cut() -> None:
    text = "".join(_pages(register_table("往来台账", COLUMNS, ROWS).pdf))

    assert text.count("示例市公安局") == len(ROWS)
    assert text.count("0123456789abcdef" * 4) == len(ROWS)
    assert text.count("涉嫌犯罪案件移送书（甲某某案）" * 3) == len(ROWS)


def test_an_exercise_is_marked_on_every_page_and_a_real_sheet_on_none() -> None:
    exercise = _pages(register_table("清册", COLUMNS, ROWS, exercise=True).pdf)
    real = _pages(register_table("清册", COLUMNS, ROWS).pdf)

    assert all("演练样张无效" in page for page in exercise)
    assert not any("演练" in page for page in real)


def test_a_character_nobody_draws_is_marked_and_named() -> None:
    rows = [("1", "示例市公安局", "附件\U0001f600.pdf", "\u202e")]

    (page,) = _pages(register_table("清册", COLUMNS, rows).pdf)

    assert "附件〓.pdf" in page
    assert "〓处是程序字库没有的字：U+1F600、U+202E" in page


def test_a_row_longer_than_a_page_goes_over_pages() -> None:
    rows = [("1", "示例市公安局", "文" * 3000, "")]

    pages = _pages(register_table("清册", COLUMNS, rows).pdf)

    assert len(pages) > 1
    assert "".join(pages).count("文") == 3000


def test_the_same_sheet_has_the_same_bytes() -> None:
    assert register_table("清册", COLUMNS, ROWS).pdf == register_table("清册", COLUMNS, ROWS).pdf


def test_a_row_with_too_few_texts_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        register_table("清册", COLUMNS, [("1",)])
