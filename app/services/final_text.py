"""外部定稿 before it is kept: what the file is, and where it says other than what was typed.

Nothing here refuses: a scan has no words to compare, and the office may have its reasons.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents import reading
from app.documents.reading import FileForm
from app.kernel import canon
from app.kernel.errors import LetterFieldsError, TemplateError, from_os_error
from app.models import DocumentNumber, JournalLine, Letter
from app.rules import numbering
from app.services import letter_text, numbers
from app.services.letter_text import Source
from app.vault.register import Register

_NUMBER: Final = re.compile(r"[^\W\d]{1,20}[〔\[(【][12]\d{3}[〕\])】]第?\d{1,6}号")
_DAY: Final = re.compile(r"([12]\d{3})年(\d{1,2})月(\d{1,2})日")
_MOST_FOUND: Final = 3


class Doubt(StrEnum):
    """What is to be looked at again."""

    TAKEN = "taken"
    """The number is in the book: *said* is the title of its letter, or why it has none."""
    SKIPS = "skips"
    """Numbers are passed over: *said* tells them."""
    OTHER_YEAR = "other_year"
    """Number and date are of two years."""
    FORM = "form"
    """It does not read as a number of the prescribed form, nor as one of the office's."""
    NUMBER = "number"
    """The file bears other numbers: *said*."""
    TITLE = "title"
    """The title is not in the file."""
    DAY = "day"
    """The file bears other dates: *said*."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What the office gave, as far as it is typed yet."""

    number: str
    title: str
    dated_on: date


@dataclass(frozen=True, slots=True)
class FinalFile:
    """*readable* is whether it told any words; *size* in bytes."""

    form: FileForm
    size: int
    sha256: str
    readable: bool


@dataclass(frozen=True, slots=True)
class Examined:
    """*file* is None before one is chosen. *doubts* carry what was found instead."""

    file: FinalFile | None
    doubts: tuple[tuple[Doubt, str], ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """What is known of a letter before it is finished elsewhere: the title it was drafted with, and
    when drafts of it were exported, the latest first."""

    title: str
    exported: tuple[datetime, ...]


def begun(register: Register, source: Source) -> Begun:
    """Raises UnknownRecordError."""
    with register.read() as session:
        kind = letter_text.outlined(session, source).kind
        drafts = exported(session, letter_text.subject_of(source), kind)
        return Begun(_title(register, session, source), drafts)


def exported(session: Session, subject: str, kind: str) -> tuple[datetime, ...]:
    """When drafts of *kind* left for the office, the latest first; *subject* is the uid of the
    matter or of the draft."""
    lines = session.scalars(
        select(JournalLine)
        .where(JournalLine.action == "letter.draft_saved", JournalLine.subject == subject)
        .order_by(JournalLine.id.desc())
    )
    return tuple(line.at for line in lines if line.facts.get("kind") == kind)


def examine(register: Register, typed: Typed, path: Path | None) -> Examined:
    """Look at the file and the number; an answer while the person still types.

    Raises:
        MediumError: the file cannot be read.
    """
    try:
        data = path.read_bytes() if path else b""
    except OSError as error:
        raise from_os_error(error, path or Path()) from error
    words = reading.words_of(data)
    with register.read() as session:
        doubts = (*_about_number(session, typed), *_about_words(typed, words))
    if not path:
        return Examined(None, doubts)
    found = FinalFile(reading.form_of(data), len(data), canon.sha256(data), bool(_plain(words)))
    return Examined(found, doubts)


# -- inside --------------------------------------------------------------------------------


def _title(register: Register, session: Session, source: Source) -> str:
    """As its draft says it; empty where that cannot be set yet."""
    try:
        said = letter_text.read(register, session, source)
        return letter_text.write(session, said).document.title.replace("\n", "")
    except (LetterFieldsError, TemplateError):
        return ""


def _about_number(session: Session, typed: Typed) -> Iterator[tuple[Doubt, str]]:
    number = typed.number.strip()
    if not number:
        return
    row = numbers.entered(session, number)
    if row is not None and not numbers.awaits_letter(row):
        yield Doubt.TAKEN, _bearer(session, row)
    meant = numbers.meant(session, number)
    if meant is None:
        yield Doubt.FORM, ""
        return
    if meant.year and meant.year != typed.dated_on.year:
        yield Doubt.OTHER_YEAR, str(meant.year)
    if row is None and (gap := numbers.passed_over(session, meant)) is not None:
        yield Doubt.SKIPS, gap.text


def _bearer(session: Session, row: DocumentNumber) -> str:
    return session.scalar(select(Letter.title).where(Letter.uid == row.letter_uid)) or row.note


def _about_words(typed: Typed, words: str) -> Iterator[tuple[Doubt, str]]:
    whole = _bare(_plain(words))
    if not whole:
        return
    number, title = _plain(typed.number), _plain(typed.title)
    if number and _bare(number) not in whole:
        yield Doubt.NUMBER, "、".join(_numbers(words)[:_MOST_FOUND])
    if title and _bare(title) not in whole:
        yield Doubt.TITLE, ""
    days = {(int(year), int(month), int(day)) for year, month, day in _DAY.findall(whole)}
    wanted = (typed.dated_on.year, typed.dated_on.month, typed.dated_on.day)
    if days and wanted not in days:
        last = sorted(days)[-_MOST_FOUND:]
        yield Doubt.DAY, "、".join(f"{year}年{month}月{day}日" for year, month, day in last)


def _numbers(words: str) -> tuple[str, ...]:
    """Every number in *words*, line by line: what stands before it on the page is not its code."""
    lines = (_plain(line) for line in words.splitlines())
    found = (_bare(number) for line in lines for number in _NUMBER.findall(line))
    return tuple(dict.fromkeys(found))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _bare(text: str) -> str:
    """Whatever brackets were typed."""
    number = numbering.parse(text)
    return str(number) if number else text.translate(_BRACKETS)


_BRACKETS: Final = str.maketrans("[]()【】〈〉", "〔〕" * 4)
