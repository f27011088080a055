"""校验码: twelve characters over the document itself, so paper and record can be compared.

The code is over the canonical model, not over the PDF that shows it, and over nothing a reader
could not see. The matrix beside it (QR, ISO/IEC 18004) holds the number of the document, the
issuing register and the beginning of the digest: no names and no titles.
"""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import Final

import segno

from app.documents.model import CheckMark, OfficialDocument, digest

_RFC4648: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_SPOKEN: Final = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READABLE: Final = bytes.maketrans(_RFC4648, _SPOKEN)
"""32 signs without I, L, O, U: nothing is misread over the phone."""
_LENGTH: Final = 12
_DIGEST_PREFIX: Final = 32


def check_code(document: OfficialDocument) -> str:
    """Twelve characters in groups of four: the first 60 bits of the model's digest."""
    signs = base64.b32encode(bytes.fromhex(digest(document))).translate(_READABLE)
    code = signs[:_LENGTH].decode("ascii")
    return "-".join(code[start : start + 4] for start in range(0, _LENGTH, 4))


def payload(document: OfficialDocument, register: str) -> str:
    """What the matrix says: ``LX1|number|register|first 32 hex digits of the digest``."""
    return "|".join(("LX1", document.number, register, digest(document)[:_DIGEST_PREFIX]))


def marked(document: OfficialDocument, register: str) -> OfficialDocument:
    """*document* with its check mark, where it has a 回执 or a list to bear it.

    Without a *register* there is a code but no matrix.
    """
    if not (document.receipt or any(annex.coded for annex in document.annexes)):
        return document
    modules = matrix(payload(document, register)) if register else ()
    return replace(document, check=CheckMark(check_code(document), modules))


def matrix(words: str) -> tuple[str, ...]:
    """The modules of a matrix that says *words*, a row per text of 0 and 1."""
    code = segno.make_qr(words, error="m", encoding="utf-8", boost_error=False)
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.matrix)
