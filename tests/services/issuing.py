"""What tests of letters do again and again."""

from __future__ import annotations

import pypdfium2

from app.documents.kinds.letters import LetterKind
from app.services import letters
from app.services.letter_thread import Words
from app.services.letters import IssueDraft
from app.services.setup import Register
from tests.documents.reading import bare
from tests.services.two_desks import START


def kinds(register: Register, uid: str) -> set[LetterKind]:
    return {offer.kind for offer in letters.offers(register, uid)}


def wish(code: str, words: Words = letters.NO_WORDS) -> IssueDraft:
    return IssueDraft(code, "癸某某", START.date(), words)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return bare("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()
