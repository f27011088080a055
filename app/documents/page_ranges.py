"""Page ranges as an officer types them: «1-3,5», with the marks of any keyboard."""

from __future__ import annotations

import re
from typing import Final

from app.kernel.errors import PageRangeError

_BETWEEN: Final = re.compile(r"[,，、;；\s]+")
_RANGE: Final = re.compile(r"(?P<first>\d{1,5})?(?P<to>[-－–—~～至])?(?P<last>\d{1,5})?")
_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_TO: Final = re.compile(r"\s*([-－–—~～至])\s*")


def chosen_pages(typed: str, pages: int) -> tuple[int, ...]:
    """The pages *typed* names, counted from 0, in the order typed; all of *pages* if it is empty.

    «3-» goes to the last page, «-3» begins with the first.

    Raises:
        PageRangeError: it is no range, or names a page there is not.
    """
    words = _TO.sub(r"\1", typed.translate(_DIGITS)).strip()
    if not words:
        return tuple(range(pages))
    found: list[int] = []
    for part in filter(None, _BETWEEN.split(words)):
        found += _part(part, typed, pages)
    if not found:
        raise PageRangeError(typed=typed, pages=pages)
    return tuple(found)


def _part(part: str, typed: str, pages: int) -> range:
    read = _RANGE.fullmatch(part)
    if read is None or not (read["first"] or read["last"]):
        raise PageRangeError(typed=typed, pages=pages)
    first = int(read["first"] or 1)
    last = int(read["last"] or (pages if read["to"] else first))
    if not 1 <= first <= last <= pages:
        raise PageRangeError(typed=typed, pages=pages)
    return range(first - 1, last)
