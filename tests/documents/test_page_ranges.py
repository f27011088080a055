"""Page ranges as they are typed, on whatever keyboard."""

from __future__ import annotations

import pytest

from app.documents.page_ranges import chosen_pages
from app.kernel.errors import PageRangeError


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", (0, 1, 2, 3, 4)),
        ("2", (1,)),
        ("1-3,5", (0, 1, 2, 4)),
        ("１—３，５", (0, 1, 2, 4)),
        ("5、1 至 2", (4, 0, 1)),
        ("4-", (3, 4)),
        ("-2", (0, 1)),
    ],
)
def test_page_ranges_are_read_as_officers_type_them(typed: str, pages: tuple[int, ...]) -> None:
    assert chosen_pages(typed, 5) == pages


@pytest.mark.parametrize("typed", ["0", "6", "3-1", "1-9", "甲", "-", "1-2-3", ",", "1.5"])
def test_what_names_no_page_is_refused(typed: str) -> None:
    with pytest.raises(PageRangeError):
        chosen_pages(typed, 5)
