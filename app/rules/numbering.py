"""发文字号: 机关代字, full year in six-corner brackets, serial without padding, «号».

Source: 党政机关公文格式 (GB/T 9704-2012) 7.2.5: no «第», no leading zero.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_OPENING: Final = "〔[【(〈<"
_CLOSING: Final = "〕]】)〉>"
_FORM: Final = re.compile(
    rf"(?P<code>[^\d\s{re.escape(_OPENING)}]+)[{re.escape(_OPENING)}](?P<year>[12]\d{{3}})"
    rf"[{re.escape(_CLOSING)}]第?0*(?P<serial>[1-9]\d{{0,8}})号"
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number drawn from the register of one 机关代字 and year."""

    code: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.serial}号"


def parse(text: str) -> DocumentNumber | None:
    """The number *text* means, whatever brackets were typed; None when it is of another form.

    Other platforms number their documents otherwise, so a text that is not understood is kept as
    it is and refused nowhere.
    """
    found = _FORM.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    if found is None:
        return None
    return DocumentNumber(found["code"], int(found["year"]), int(found["serial"]))


def is_standard(text: str) -> bool:
    """Whether *text* is written exactly as the standard wants it."""
    number = parse(text)
    return number is not None and str(number) == text
