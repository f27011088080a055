"""Papers as files outside the register: drafts for the office, copies of what was issued.

A file is whole or not there: it is painted in memory and put in place at once. The PDF of an issued
letter is the frozen one; its other formats are painted from the model that was frozen with it,
where that still gives the text that was kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.documents.compose import Composed, compose, paint_docx, paint_ofd, paint_pdf
from app.documents.fonts.face import FontSet
from app.documents.model import OfficialDocument
from app.documents.paint.raster import look_alike
from app.kernel import files
from app.kernel.errors import (
    FinishedElsewhereError,
    NotSetAgainError,
    from_os_error,
)
from app.services import evidence, house_fonts, issued
from app.vault import journal
from app.vault.register import Register


class PaperFormat(StrEnum):
    """In the order they are offered."""

    PDF = "pdf"
    """To print and to keep."""
    DOCX = "docx"
    """To work on in WPS or Word."""
    OFD = "ofd"
    """For the 公文 systems of the government network (GB/T 33190)."""


@dataclass(frozen=True, slots=True)
class Format:
    """*suffix* with its dot."""

    suffix: str
    paint: Callable[[Composed, OfficialDocument, FontSet], bytes]


FORMATS: Final[Mapping[PaperFormat, Format]] = MappingProxyType(
    {
        PaperFormat.PDF: Format(".pdf", lambda composed, said, _: paint_pdf(composed, said)),
        PaperFormat.DOCX: Format(".docx", paint_docx),
        PaperFormat.OFD: Format(".ofd", lambda composed, said, _: paint_ofd(composed, said)),
    }
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a line of the journal says of a draft: *uid* is the matter's or the draft's own."""

    uid: str
    kind: str
    number: str = ""


def named(chosen: Path, usual: PaperFormat) -> tuple[Path, PaperFormat]:
    """The file and format meant by *chosen*; without an ending of ours, the *usual* one."""
    for form, row in FORMATS.items():
        if chosen.suffix.lower() == row.suffix:
            return chosen, form
    return chosen.with_name(chosen.name + FORMATS[usual].suffix), usual


def painted(document: OfficialDocument, form: PaperFormat, fonts: FontSet) -> bytes:
    """*document* as a file of *form*.

    Raises:
        UncoveredCharactersError: nothing was painted.
    """
    return FORMATS[form].paint(compose(document, fonts), document, fonts)


def save(
    register: Register,
    subject: Subject,
    document: OfficialDocument,
    form: PaperFormat,
    target: Path,
) -> Path:
    """Write a draft to *target*, over a file that was there; the journal says so.

    Raises:
        UncoveredCharactersError, FontUnusableError, MediumError: nothing was written.
    """
    with register.read() as session:
        fonts = house_fonts.chain(session)
    _write(target, painted(document, form, fonts))
    facts = {"kind": subject.kind, "number": subject.number}
    _note(register, "letter.draft_saved", subject.uid, facts)
    return target


def formats_of(register: Register, letter_uid: str) -> tuple[PaperFormat, ...]:
    """What ``save_issued`` can make of a letter; none of one that was not set here.

    Raises:
        UnknownRecordError.
    """
    with register.read() as session:
        letter = issued.one(session, letter_uid)
        return tuple(PaperFormat) if issued.document(session, letter) else ()


def save_issued(
    register: Register, letter_uid: str, target: Path, form: PaperFormat | None = None
) -> Path:
    """Write a copy of an issued letter to *target*: of *form*, or without one as it was issued.

    Raises:
        UnknownRecordError, AttachmentMissingError, AttachmentChangedError, MediumError.
        FinishedElsewhereError: only its own file can be saved.
        NotSetAgainError: fonts or program give another text than the kept one.
        UncoveredCharactersError, FontUnusableError: the faces of today lack what was issued.
    """
    with register.read() as session:
        letter = issued.one(session, letter_uid)
        number, sha256 = letter.number, letter.attachment_sha256
        document, fonts = issued.document(session, letter), house_fonts.chain(session)
        name = evidence.name_of(session, sha256)
    if form is not None and not document:
        raise FinishedElsewhereError(number=number, name=name)
    _, data = evidence.content(register, sha256)
    if document and form not in (None, PaperFormat.PDF):
        composed = compose(document, fonts)
        if not look_alike(data, paint_pdf(composed, document)):
            raise NotSetAgainError(number=number)
        data = FORMATS[form].paint(composed, document, fonts)
    _write(target, data)
    _note(register, "letter.copy_saved", letter_uid, {"number": number})
    return target


def _write(target: Path, data: bytes) -> None:
    try:
        files.write_atomic(target, data, replace=True)
    except OSError as error:
        raise from_os_error(error, target, len(data)) from error


def _note(register: Register, action: str, uid: str, facts: Mapping[str, str]) -> None:
    """Without the file's name, which may name a party: the journal is destroyed by nobody."""
    said = {name: value for name, value in facts.items() if value}
    with register.write() as session:
        journal.append(session, register.clock, register.user_name, action, uid, **said)
