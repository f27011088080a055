"""A written letter on its pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.documents import compose as setting
from app.documents.compose import Composed
from app.documents.fonts.face import FontSet
from app.documents.kinds.letters import Written
from app.documents.model import OfficialDocument


@dataclass(frozen=True, slots=True)
class Sheet:
    """A set document: the PDF, what to call it, how many pages it has, and what it is set from."""

    title: str
    pdf: bytes
    pages: int
    document: OfficialDocument


def marked(written: Written, register: str) -> Written:
    """*written*, which has a number, with its check mark on the first page as well."""
    # Here and not above: segno is paid for with the first letter, not at the start.
    from app.documents.kinds import mark

    return replace(written, document=mark.marked(written.document, register, on_letter=True))


def laid(written: Written, fonts: FontSet) -> tuple[Composed, Sheet]:
    """*written* on paper, in the faces of ``house_fonts.chain``.

    Raises:
        UncoveredCharactersError, OfficeFontError
    """
    composed = setting.compose(written.document, fonts)
    pdf = setting.paint_pdf(composed, written.document)
    title = written.document.title.replace("\n", "")
    return composed, Sheet(title, pdf, len(composed.pages), written.document)
