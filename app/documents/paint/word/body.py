"""From the addressee to the note, and the lists: what the office goes on writing in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from app.documents import standard
from app.documents.cjk.title import break_title
from app.documents.fonts.face import Role
from app.documents.layout.blocks import HEADINGS
from app.documents.layout.signature import written_day
from app.documents.model import (
    Annex,
    Attendance,
    Block,
    CheckMark,
    Form,
    OfficialDocument,
    Signature,
)
from app.documents.model import Paragraph as Text
from app.documents.paint.word.drawing import Hand, check_picture
from app.documents.paint.word.lines import Setting, divides, natural_runs, set_runs
from app.documents.paint.word.measures import BODY, LINE, TEXT, lead, twips
from app.documents.paint.word.slips import field_paragraphs
from app.documents.paint.word.tables import table
from app.documents.paint.word.wordml import Layout, Run, Stop, paragraph
from app.documents.standard import (
    CELL,
    GAP,
    INDENT,
    MATRIX_SIDE,
    PITCH,
    SEAL,
    SIZE_3,
    SIZE_4,
    TEXT_WIDTH,
)

_ATTACHED: Final = "附件："
_STEP: Final = BODY.cell
_SHORT: Final = 5 * standard.CHARACTERS


def main_parts(
    document: OfficialDocument, hand: Hand, line: int, *, moved: str = ""
) -> Iterator[str]:
    """*line* is the line pitch of the document in twips; *moved* stands in the imprint."""
    if document.addressee and not moved:
        said = [(f"{document.addressee}：", Role.BODY)]
        yield paragraph("Addressee", _set(said, hand))
    parts = [*blocks(document.body, hand), *_attachments(document.attachments, hand, line)]
    signed = document.signature is not None and document.form is not Form.MINUTES
    companions = len(document.attachments) + _ends_short(document.body)
    yield from held(parts, companions) if signed else parts
    yield from _attendance(document.attendance, hand, line)
    if document.signature and document.form is not Form.MINUTES:
        signature = list(_signature(document.signature, hand, line))
        yield from held(signature, len(signature)) if document.contact else signature
    if document.contact:
        said = [(f"（{document.contact}）", Role.BODY)]
        yield paragraph("Contact", _set(said, hand, first=INDENT))


def _ends_short(body: Sequence[Block]) -> bool:
    """Some programs keep a paragraph whole that is kept with the next: a long one is left alone."""
    last = body[-1].paragraph if body else None
    return last is not None and len(last.text) + len(last.runs_on) <= _SHORT


def held(parts: Sequence[str], count: int) -> Iterator[str]:
    """*parts*, the last *count* of them kept with what follows (7.3.5.5: no signature alone).

    A paragraph divided there leaves two lines on either page.
    """
    for place, part in enumerate(parts, count - len(parts)):
        if place < 0 or not part.startswith("<w:p>"):
            yield part
        else:
            style, rest = part.split("/>", 1)
            yield f"{style}/><w:keepNext/><w:widowControl/>{rest}"


def _set(
    said: Sequence[tuple[str, Role]], hand: Hand, *, first: float = 0.0, hanging: float = 0.0
) -> tuple[Run, ...]:
    return set_runs(said, Setting(TEXT, first=first, hanging=hanging), hand.setter, SIZE_3)


def blocks(body: Sequence[Block], hand: Hand, width: int = TEXT) -> Iterator[str]:
    for block in body:
        if block.paragraph:
            yield from _text(block.paragraph, hand, width)
        if block.table:
            yield table(block.table, hand, width)
            yield paragraph("Close")


def _text(text: Text, hand: Hand, width: int) -> Iterator[str]:
    """A heading alone has the style of its level; one with text behind it begins a paragraph."""
    head = HEADINGS[text.level]
    *before, last = text.text.split("\n")
    first, *others = text.runs_on.split("\n")
    heads = bool(text.level) and not text.runs_on
    style, role = (f"Heading{text.level}", head) if heads else ("BodyText", Role.BODY)
    said = [*([(words, head)] for words in before), [(last, head), (first, Role.BODY)]]
    for each in said:
        yield _indented(style, each, Setting(width, BODY, role, INDENT), hand)
    for words in others:
        yield _indented("BodyText", [(words, Role.BODY)], Setting(width, first=INDENT), hand)


def _indented(style: str, said: Sequence[tuple[str, Role]], setting: Setting, hand: Hand) -> str:
    runs = set_runs(said, setting, hand.setter, SIZE_3)
    layout = Layout(parts_codes=divides(said, setting, hand.setter, SIZE_3))
    return paragraph(style, runs, layout)


def _attachments(names: Sequence[str], hand: Hand, line: int) -> Iterator[str]:
    """7.3.4: two characters in, further lines below the first character of the name."""
    label = INDENT + len(_ATTACHED)
    for index, name in enumerate(names, 1):
        mark = f"{index}." if len(names) > 1 else ""
        indent = label + hand.setter.width(mark, 1.0)
        before = INDENT if index == 1 else label
        prefix = natural_runs(
            [((_ATTACHED if index == 1 else "") + mark, Role.BODY)], Setting(TEXT), hand.setter
        )
        runs = (*prefix, *_set([(name, Role.BODY)], hand, first=indent, hanging=indent))
        yield paragraph("Attachments", runs, _hanging(indent, before, line if index == 1 else 0))


def _hanging(indent: float, first: float, before: int) -> Layout:
    left = round(indent * _STEP)
    return Layout(left=left, hanging=left - round(first * _STEP), before=before or None)


def _attendance(listed: Sequence[Attendance], hand: Hand, line: int) -> Iterator[str]:
    """10.3: the label in 黑体, further lines below the first name."""
    for index, each in enumerate(listed):
        label = f"{each.label}："
        indent = INDENT + len(label)
        prefix = natural_runs([(label, Role.HEI)], Setting(TEXT), hand.setter)
        runs = (*prefix, *_set([(each.names, Role.BODY)], hand, first=indent, hanging=indent))
        yield paragraph("Attendance", runs, _hanging(indent, INDENT, 0 if index else line))


# -- 署名, 成文日期 ------------------------------------------------------------------------


def _signature(signature: Signature, hand: Hand, line: int) -> Iterator[str]:
    """7.3.5, the room of the seals above it; every indent is from the right."""
    if signature.sealed and signature.others:
        yield from _joint(signature, hand, line)
        return
    setter, day = hand.setter, written_day(signature.day)
    organs = [
        text
        for organ in signature.organs
        for text in break_title(organ, setter.measure, standard.TITLE_CHARACTERS)
    ]
    widths = [setter.width(text, SIZE_3) for text in (*organs, day)]
    rights = _sealed(widths) if signature.sealed else _unsealed(widths)
    lines = int(standard.SEAL_LINES) if signature.sealed else 1
    for row, (text, right) in enumerate(zip((*organs, day), rights, strict=True)):
        style = "Day" if row == len(organs) else "Organ"
        layout = Layout(right=_twips(right), before=0 if row else lines * line)
        yield paragraph(style, _natural(text, hand), layout)


def _sealed(widths: Sequence[float]) -> list[float]:
    """The date four characters from the right, names in its middle (7.3.5.1)."""
    middle = standard.SIGNATURE_RIGHT * CELL + widths[-1] / 2
    middle = max(middle, max(widths) / 2)
    return [middle - width / 2 for width in widths]


def _unsealed(widths: Sequence[float]) -> list[float]:
    """Names from one edge, the widest two from the right; the date two beyond it (7.3.5.2)."""
    *organs, day = widths
    right, step = standard.UNSEALED_RIGHT * CELL, standard.UNSEALED_STEP * CELL
    left = max(right + max(organs), right + day + step)
    return [*(left - width for width in organs), left - step - day]


def _joint(signature: Signature, hand: Hand, line: int) -> Iterator[str]:
    """Names beside each other over centred stops, a row for each row of seals."""
    setter, day = hand.setter, written_day(signature.day)
    count = min(len(signature.organs), int(standard.SEALS_IN_ROW))
    widest = max(setter.width(organ, SIZE_3) for organ in signature.organs)
    while count > 1 and count * max(SEAL + standard.SEAL_APART, widest + CELL) > TEXT_WIDTH + CELL:
        count -= 1
    middles = _middles(
        count, max(SEAL + standard.SEAL_APART, widest + CELL), setter.width(day, SIZE_3)
    )
    stops = tuple(Stop(_twips(middle), "center") for middle in middles)
    organs = signature.organs
    for start in range(0, len(organs), count):
        row = organs[start : start + count]
        used = stops[-len(row) :]
        above = int(standard.SEAL_LINES) if not start else int(standard.SEAL_PITCH) - 1
        text = "".join(f"\t{organ}" for organ in row)
        layout = Layout(stops=used, before=above * line, left=0, align="left")
        yield paragraph("Organ", _natural(text, hand), layout)
    layout = Layout(stops=stops[-1:], left=0, align="left")
    yield paragraph("Day", _natural(f"\t{day}", hand), layout)


def _middles(count: int, step: float, day: float) -> list[float]:
    last = TEXT_WIDTH - standard.SIGNATURE_RIGHT * CELL - day / 2
    last = min(last, TEXT_WIDTH - (step - CELL) / 2)
    first = last - (count - 1) * step
    return [first + index * step for index in range(count)]


def _natural(text: str, hand: Hand) -> tuple[Run, ...]:
    return natural_runs([(text, Role.BODY)], Setting(TEXT), hand.setter)


def _twips(width: float) -> int:
    return max(0, twips(width))


# -- 附件 ----------------------------------------------------------------------------------


def annex_parts(
    annex: Annex, check: CheckMark | None, hand: Hand, width: int, *, new_page: bool
) -> Iterator[str]:
    """A list from its label on; 7.3.7: its title on the third line."""
    marked = check if annex.coded else None
    picture = Run(xml=check_picture(marked.matrix, hand)) if marked and marked.matrix else Run()
    headed = bool(annex.label or marked)
    if headed:
        yield paragraph("AnnexLabel", (picture, Run(annex.label)), Layout(new_page=new_page))
        code = f"校验码：{marked.code}" if marked else ""
        beside = twips(MATRIX_SIDE + standard.SLIP_WHITE) if marked and marked.matrix else 0
        yield paragraph("CheckCode", code, Layout(right=beside, keep_next=True, line=LINE))
    wide = standard.TITLE_CHARACTERS * width / TEXT
    lines = break_title(annex.title, hand.setter.measure_title, wide)
    tabled = bool(annex.body) and annex.body[0].table is not None
    after = LINE + (twips(lead(PITCH, CELL)) if tabled else 0)
    layout = Layout(new_page=new_page and not headed, after=after, line=LINE)
    yield paragraph("AnnexTitle", "\n".join(lines), layout)
    yield from blocks(annex.body, hand, width)
    yield from field_paragraphs(annex.fields, SIZE_4, hand, width, before=twips(GAP))
