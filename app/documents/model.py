"""What an official document says, without a millimetre: the form a template fills.

Every class is frozen and has an exact plain form (``kernel.plain``), so the model can be stored,
carried and hashed. Text is plain text: ``&`` and ``<`` mean themselves, a line feed in a title is
a wanted break, and no text may hold control characters (see ``cjk.classes.clean_text``).
Names of the parts: GB/T 9704-2012 section 7.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from app.kernel import canon, plain


class Form(StrEnum):
    """How the first page looks."""

    DOCUMENT = "document"
    """文件 (GB/T 9704-2012 section 7): red agency line with 文件, number, one red rule."""
    MINUTES = "minutes"
    """纪要 (10.3): red agency line that ends with 纪要, organ and date above the rule, no seal."""
    LETTER = "letter"
    """信函格式 (GB/T 9704-2012 10.1): red agency line, two double rules, number at the right."""
    ENFORCEMENT = "enforcement"
    """执法文书: agency name, document name and number in black, no rules."""
    TABLE = "table"
    """表格: approval sheets and returns; a title and one table."""


RED_HEADED: Final = frozenset({Form.LETTER, Form.DOCUMENT, Form.MINUTES})
"""The forms whose head is a red mark."""

_SIGNED_FOR: Final = frozenset({Form.DOCUMENT, Form.MINUTES})
"""The forms whose head has a place for 签发人."""


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class TextSize(StrEnum):
    """The sizes tables are set in; 号 after the standard's names."""

    THREE = "3"
    FOUR = "4"
    SMALL_FOUR = "small-4"
    FIVE = "5"
    SMALL_FIVE = "small-5"


class Blank(StrEnum):
    """What a person writes by hand."""

    LINE = "line"
    """A name or remark, on a rule."""
    SEAL = "seal"
    """A place for a seal; nothing is drawn there (no blank seal is ever printed)."""
    DAY = "day"
    """年 月 日."""
    MOMENT = "moment"
    """年 月 日 时 分: 310号令 counts from the hour of receipt."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """*level* 0 is body text; 1 to 4 are 一、 （一） 1. （1）, numbered by the writer.

    *runs_on* continues a heading in the same paragraph, set as body text.
    """

    text: str
    level: int = 0
    runs_on: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """*span* counts columns; *foot* stands at the lower right of the cell (签名、日期)."""

    text: str
    span: int = 1
    align: Align = Align.LEFT
    heading: bool = False
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """*lines* is the least height in lines of text."""

    cells: tuple[Cell, ...]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """*widths* are parts of the text width; *head* is repeated on every page."""

    widths: tuple[int, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    size: TextSize = TextSize.FOUR


@dataclass(frozen=True, slots=True)
class Block:
    """One of the two: text or a table."""

    paragraph: Paragraph | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """署名、成文日期; *day* is None in a draft. *sealed* leaves the room a seal needs (7.3.5).

    *organ* leads, *others* sign with it (联合行文) in the order of their names in the head.
    """

    organ: str
    day: date | None
    sealed: bool
    others: tuple[str, ...] = ()

    @property
    def organs(self) -> tuple[str, ...]:
        return (self.organ, *self.others)


@dataclass(frozen=True, slots=True)
class Attendance:
    """出席, 请假 or 列席 (10.3), and who."""

    label: str
    names: str


@dataclass(frozen=True, slots=True)
class Printing:
    """印发机关和印发日期 (7.4.3); *day* is None in a draft."""

    organ: str
    day: date | None


@dataclass(frozen=True, slots=True)
class SlipField:
    """A label and what the receiver writes behind it; *value* is printed when already known."""

    label: str
    blank: Blank
    value: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """回执: torn off along the cut line and sent back; never parted between two pages."""

    title: str
    addressee: str
    paragraphs: tuple[str, ...]
    fields: tuple[SlipField, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """A list on new pages. *label* («附件1») may be empty; *fields* close it (交接双方签名).

    *coded* prints the check mark of the document on its first page. *landscape* turns its pages,
    their head to the left, while the page numbers stay where they are (7.5).
    """

    label: str
    title: str
    body: tuple[Block, ...]
    fields: tuple[SlipField, ...] = ()
    coded: bool = False
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class CheckMark:
    """校验码: *code* as printed; *matrix* the QR modules, a row per text of 0 and 1, or empty.

    It is a mark over the rest of the document and no part of its digest. *on_letter*: it stands
    on the first page as well, where the office wants that.
    """

    code: str
    matrix: tuple[str, ...] = ()
    on_letter: bool = False


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """One document as issued or drafted.

    *agency* heads it (发文机关标志 or 机关名称), *title* is 标题 or 文书名称. *number* is empty in
    a draft: its place stays blank. *addressee* comes without the colon, *contact* (附注) without
    the brackets, *copy_to* (抄送) without the label and the full stop. *exercise* prints
    «演练样张 无效» on every page.

    *joint* are the agencies that issue it with *agency* (联合行文); *mark* is the 发文机关标志
    where it is another than the form makes of their names. *serial* (份号) tells the copies of a
    document apart, *signers* (签发人) stand only on what goes to a superior agency.
    """

    form: Form
    agency: str
    title: str
    number: str
    addressee: str
    body: tuple[Block, ...]
    attachments: tuple[str, ...] = ()
    signature: Signature | None = None
    contact: str = ""
    copy_to: str = ""
    receipt: Receipt | None = None
    annexes: tuple[Annex, ...] = ()
    urgency: str = ""
    check: CheckMark | None = None
    exercise: bool = False
    mark: str = ""
    joint: tuple[str, ...] = ()
    serial: str = ""
    signers: tuple[str, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    printing: Printing | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A ledger, an inventory or a report: one table on as many pages as it takes (表格).

    *facts* stand under the title («单位：…»), *notes* under the table. *landscape* lays the paper
    on its long side. *exercise* prints «演练样张 无效» on every page.
    """

    agency: str
    title: str
    facts: tuple[str, ...]
    table: Table
    notes: tuple[str, ...]
    day: date | None
    landscape: bool
    exercise: bool


def text(words: str, level: int = 0, runs_on: str = "") -> Block:
    return Block(paragraph=Paragraph(words, level, runs_on))


def digest(document: OfficialDocument) -> str:
    """SHA-256 over the canonical model without its check mark and the number of a copy, in hex."""
    return canon.digest(plain.to_plain(replace(document, check=None, serial="")))


def texts(document: OfficialDocument) -> Iterator[tuple[str, str]]:
    """Every text that is printed, with the name of the part it stands in.

    Parts: agency, title, number, addressee, body, attachments, signature, contact, copy_to,
    receipt, annex, urgency, check, mark, serial, signers, attendance, printing.
    """
    yield from (("agency", name) for name in _heading_names(document))
    yield "mark", document.mark
    if document.form in RED_HEADED:
        yield "serial", document.serial
    if document.form in _SIGNED_FOR:
        yield from (("signers", name) for name in document.signers)
    yield "title", document.title
    yield "number", document.number
    yield "urgency", document.urgency
    yield "addressee", document.addressee
    yield from (("body", words) for words in _block_texts(document.body))
    yield from (("attachments", words) for words in document.attachments)
    for each in document.attendance:
        yield from (("attendance", words) for words in (each.label, each.names))
    if document.signature:
        organs = document.signature.organs
        signed = organs[:1] if document.form is Form.MINUTES else organs
        yield from (("signature", organ) for organ in signed)
    yield "contact", document.contact
    yield "copy_to", document.copy_to
    if document.receipt:
        yield from (("receipt", words) for words in _receipt_texts(document.receipt))
    for annex in document.annexes:
        yield from (("annex", words) for words in _annex_texts(annex))
    if document.check and _shows_check(document):
        yield "check", document.check.code
    if document.printing:
        yield "printing", document.printing.organ


def _heading_names(document: OfficialDocument) -> tuple[str, ...]:
    """The agencies the head names: several only in 文件, none where a mark says it otherwise."""
    if document.mark and document.form in RED_HEADED:
        return ()
    joint = document.joint if document.form is Form.DOCUMENT else ()
    return (document.agency, *joint)


def _shows_check(document: OfficialDocument) -> bool:
    """Slips, coded lists and single tables have a place for it, and every first page may."""
    coded = any(annex.coded for annex in document.annexes)
    table = document.form is Form.TABLE and not document.annexes
    wanted = document.check is not None and document.check.on_letter
    return document.receipt is not None or coded or table or wanted


def _block_texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if block.paragraph:
            yield block.paragraph.text
            yield block.paragraph.runs_on
        if block.table:
            for row in (*block.table.head, *block.table.rows):
                for cell in row.cells:
                    yield cell.text
                    yield cell.foot


def _receipt_texts(receipt: Receipt) -> Iterator[str]:
    yield receipt.title
    yield receipt.addressee
    yield from receipt.paragraphs
    yield from _field_texts(receipt.fields)


def _annex_texts(annex: Annex) -> Iterator[str]:
    yield annex.label
    yield annex.title
    yield from _block_texts(annex.body)
    yield from _field_texts(annex.fields)


def _field_texts(fields: tuple[SlipField, ...]) -> Iterator[str]:
    for field in fields:
        yield field.label
        yield field.value
