"""校验码: twelve characters over the document itself, so paper and record can be compared.

The code is over the canonical model, not over the PDF that shows it, and over nothing a reader
could not see. The matrix beside it (QR, ISO/IEC 18004) holds the number of the document, the
issuing register and the beginning of the digest: no names and no titles.
"""

from __future__ import annotations

from dataclasses import replace

import segno

from app.documents.codes import DIGEST_SIGNS, REGISTER_SIGNS, Payload, code_of
from app.documents.model import CheckMark, OfficialDocument, digest


def check_code(document: OfficialDocument) -> str:
    """Twelve characters in groups of four: the first 60 bits of the model's digest."""
    return code_of(digest(document))


def payload(document: OfficialDocument, register: str) -> str:
    """What the matrix says: ``LX1|first 32 hex digits of the digest|register|number``."""
    return Payload(
        digest(document)[:DIGEST_SIGNS], register[:REGISTER_SIGNS], document.number
    ).text()


def marked(
    document: OfficialDocument, register: str, *, on_letter: bool = False
) -> OfficialDocument:
    """*document* with its check mark, where it has a 回执 or a list to bear it, or *on_letter*.

    Without a *register* there is a code but no matrix.
    """
    slip = document.receipt or any(annex.coded for annex in document.annexes)
    if not slip and not on_letter:
        return document
    modules = matrix(payload(document, register)) if register else ()
    return replace(document, check=CheckMark(check_code(document), modules, on_letter))


def matrix(words: str) -> tuple[str, ...]:
    """The modules of a matrix that says *words*, a row per text of 0 and 1."""
    code = segno.make_qr(words, error="m", encoding="utf-8", boost_error=False)
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.matrix)
