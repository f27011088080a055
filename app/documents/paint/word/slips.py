"""What stands at the foot of a page: the imprint, the 回执 below its cut line, closing fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.documents import standard
from app.documents.cjk.title import break_title
from app.documents.fonts.face import Role
from app.documents.layout.signature import written_day
from app.documents.model import Blank, CheckMark, Form, OfficialDocument, Receipt, SlipField
from app.documents.paint.word.drawing import Hand, check_picture
from app.documents.paint.word.lines import Setting, natural_runs, set_runs
from app.documents.paint.word.measures import LINE, TEXT, eighths, size_of, twips
from app.documents.paint.word.tables import Box, foot_table
from app.documents.paint.word.wordml import Layout, Run, Stop, paragraph
from app.documents.standard import (
    IMPRINT_THICK,
    IMPRINT_THIN,
    MATRIX_SIDE,
    SIZE_4,
    SIZE_SMALL_2,
    SIZE_SMALL_5,
    SLIP_LEADING,
)

_SENT: Final = "主送："
_COPY: Final = "抄送："
_SHARED: Final = "分送："
_CUT: Final = "沿此线剪下"
_BLANKS: Final = {
    Blank.DAY: "年　　　月　　　日",
    Blank.MOMENT: "年　　　月　　　日　　　时　　　分",
}
_FOUR: Final = size_of(SIZE_4)
_MARGIN: Final = round(standard.IMPRINT_MARGIN * size_of(standard.SIZE_3).cell)


def foot(
    document: OfficialDocument, moved: str, hand: Hand, *, torn_off: bool, imprinted: bool
) -> str:
    """The imprint, and the slip below it where it found room, as one piece at the page's foot."""
    rows = list(_imprint(document, moved, hand)) if imprinted else []
    if document.receipt and torn_off:
        rows.append(Box(TEXT, _cut_line(hand)))
        rows.append(Box(TEXT, "".join(slip(document.receipt, document.check, SIZE_4, hand))))
    table = document.form is Form.TABLE and not document.receipt and not document.annexes
    if table and document.check:
        rows.append(Box(TEXT, "".join(_mark(document.check, hand))))
    if not rows:
        return ""
    return foot_table(rows, paragraph("Close")) + paragraph("Close")


def has_imprint(document: OfficialDocument, moved: str) -> bool:
    return any(True for _ in _said(document, moved))


def _mark(check: CheckMark, hand: Hand) -> Iterator[str]:
    """A sheet that is one table has its check mark at the foot."""
    picture = (Run(xml=check_picture(check.matrix, hand)),) if check.matrix else ()
    beside = twips(MATRIX_SIDE + standard.SLIP_WHITE) if check.matrix else 0
    tall = twips(MATRIX_SIDE) if check.matrix else twips(SIZE_4)
    yield paragraph("CheckCode", (*picture, Run(f"校验码：{check.code}")), Layout(right=beside))
    if tall > LINE:
        yield paragraph("CheckCode", (), Layout(line=tall - LINE + LINE // 4))


# -- 版记 ----------------------------------------------------------------------------------


def _imprint(document: OfficialDocument, moved: str, hand: Hand) -> Iterator[Box]:
    """7.4: a rule above and below, thin ones between; none in a letter (10.1)."""
    said = list(_elements(document, moved, hand))
    thick, thin = eighths(IMPRINT_THICK), eighths(IMPRINT_THIN)
    above = thick
    for index, (content, follows) in enumerate(said, 1):
        below = thick if index == len(said) else 0 if follows else thin
        ruled = document.form is not Form.LETTER
        yield Box(TEXT, content, top=above if ruled else 0, bottom=below if ruled else 0)
        above = below


def _elements(document: OfficialDocument, moved: str, hand: Hand) -> Iterator[tuple[str, bool]]:
    """Each with whether the next follows without a rule between (7.3.2)."""
    for label, text, right in _said(document, moved):
        if not right:
            yield _hanging(label, text, hand), label == _SENT and bool(document.copy_to)
            continue
        runs = natural_runs([(f"{text}\t{right}", Role.BODY)], Setting(TEXT, _FOUR), hand.setter)
        layout = Layout(stops=(Stop(TEXT - _MARGIN, "right"),), left=_MARGIN, right=0, align="left")
        yield paragraph("Imprint", runs, layout), False


def _said(document: OfficialDocument, moved: str) -> Iterator[tuple[str, str, str]]:
    """Label, text and what stands at the right, of every element."""
    if moved:
        yield _SENT, f"{moved}。", ""
    if document.copy_to:
        label = _SHARED if document.form is Form.MINUTES else _COPY
        yield label, f"{document.copy_to}。", ""
    if document.printing and document.form is not Form.LETTER:
        yield "", document.printing.organ, f"{written_day(document.printing.day)}印发"


def _hanging(label: str, text: str, hand: Hand) -> str:
    room, hanging = TEXT - 2 * _MARGIN, float(len(label))
    setting = Setting(room, _FOUR, hanging=hanging)
    runs = set_runs([(label + text, Role.BODY)], setting, hand.setter, SIZE_4)
    step = round(hanging * _FOUR.cell)
    layout = Layout(left=_MARGIN + step, right=_MARGIN, hanging=step)
    return paragraph("Imprint", runs, layout)


# -- 回执 ----------------------------------------------------------------------------------


def _cut_line(hand: Hand) -> str:
    half = twips(hand.setter.width(_CUT, SIZE_SMALL_5) / 2 + standard.SLIP_WHITE)
    stops = (
        Stop(TEXT // 2 - half, "right", "hyphen"),
        Stop(TEXT // 2, "center"),
        Stop(TEXT // 2 + half, "left"),
        Stop(TEXT, "right", "hyphen"),
    )
    layout = Layout(stops=stops, line=twips(standard.CUT_HEIGHT), left=0)
    return paragraph("CutLine", f"\t\t{_CUT}\t\t", layout)


def slip(
    receipt: Receipt, check: CheckMark | None, em: float, hand: Hand, *, new_page: bool = False
) -> Iterator[str]:
    """The slip in text of *em* millimetres, the check mark at its upper right."""
    size, line = size_of(em), twips(em * SLIP_LEADING)
    matrix = check.matrix if check else ()
    picture = (Run(xml=check_picture(matrix, hand)),) if matrix else ()
    room = standard.TEXT_WIDTH - 2 * (MATRIX_SIDE + standard.SLIP_WHITE)
    lines = break_title(receipt.title, hand.setter.measure_title, room / SIZE_SMALL_2)
    title = Layout(line=twips(SIZE_SMALL_2 * SLIP_LEADING), new_page=new_page)
    yield paragraph("SlipTitle", (*picture, Run("\n".join(lines))), title)
    yield _addressee(receipt, check, em, hand)
    for text in receipt.paragraphs:
        setting = Setting(TEXT, size, first=standard.INDENT)
        runs = sized(set_runs([(text, Role.BODY)], setting, hand.setter, em), em)
        first = round(standard.INDENT * size.cell)
        layout = Layout(line=line, first=first)
        yield paragraph("SlipText", runs, layout)
    yield from field_paragraphs(receipt.fields, em, hand)


def _addressee(receipt: Receipt, check: CheckMark | None, em: float, hand: Hand) -> str:
    """主送 at the left, the 校验码 at the right, clear of the matrix."""
    said = f"{receipt.addressee}：" if receipt.addressee else ""
    beside = twips(MATRIX_SIDE + standard.SLIP_WHITE) if check and check.matrix else 0
    stops = (Stop(TEXT - beside, "right"),)
    size = size_of(em)
    runs = sized(natural_runs([(said, Role.BODY)], Setting(TEXT, size), hand.setter), em)
    if check:
        small = size_of(standard.SIZE_5)
        code = natural_runs(
            [(f"\t校验码：{check.code}", Role.BODY)], Setting(TEXT, small), hand.setter
        )
        runs = (*runs, *sized(code, standard.SIZE_5))
    layout = Layout(stops=stops, line=twips(em * SLIP_LEADING), left=0, align="left")
    return paragraph("SlipText", runs, layout)


def sized(runs: tuple[Run, ...], em: float) -> tuple[Run, ...]:
    """*runs* at a size that need not be that of their style."""
    half = size_of(em).half_points
    return tuple(replace(run, half_points=half) for run in runs)


# -- what is filled in by hand -------------------------------------------------------------


def field_paragraphs(
    fields: Sequence[SlipField], em: float, hand: Hand, width: int = TEXT, before: int = 0
) -> Iterator[str]:
    """Two short fields share a line; a seal shares one with the date behind it."""
    line = twips(em * SLIP_LEADING)
    for index, row in enumerate(_rows(fields, em, width)):
        above = before if not index else 0
        sealed = any(field.blank is Blank.SEAL for field in row)
        text, stops = _line(row, width)
        size = size_of(em)
        runs = natural_runs([(text, Role.BODY)], Setting(width, size), hand.setter)
        layout = Layout(
            stops=stops, line=line, before=above + line * sealed or None, left=0, align="left"
        )
        yield paragraph("SlipText", sized(runs, em), layout)


def _rows(fields: Sequence[SlipField], em: float, width: int) -> Iterator[tuple[SlipField, ...]]:
    waiting: SlipField | None = None
    for each in fields:
        if waiting and _share(waiting, each, em, width):
            yield waiting, each
            waiting = None
            continue
        if waiting:
            yield (waiting,)
        waiting = each
    if waiting:
        yield (waiting,)


def _share(one: SlipField, other: SlipField, em: float, width: int) -> bool:
    cell = size_of(em).cell
    wide = [len(_printed(field)) * cell for field in (one, other)]
    if one.blank is Blank.SEAL:
        return other.blank in _BLANKS and sum(wide) + twips(standard.SLIP_WHITE) <= width
    both = one.blank is Blank.LINE and other.blank is Blank.LINE
    return both and max(wide) <= standard.SLIP_LABEL * cell


def _printed(field: SlipField) -> str:
    label = f"{field.label}：" if field.label else ""
    return label + (field.value or _BLANKS.get(field.blank, ""))


def _line(row: Sequence[SlipField], width: int) -> tuple[str, tuple[Stop, ...]]:
    """A date to be written stands at the right, a name on a rule that is a tab's leader."""
    step, text = width // len(row), ""
    stops: list[Stop] = []
    for place, each in enumerate(row):
        end = (place + 1) * step - (twips(standard.SLIP_WHITE) if place < len(row) - 1 else 0)
        written = not each.value and each.blank in _BLANKS
        if place and not written:
            stops.append(Stop(place * step))
            text += "\t"
        if each.value or each.blank is Blank.SEAL:
            text += _printed(each)
        elif each.blank is Blank.LINE:
            text += f"{_printed(each)}\t"
            stops.append(Stop(end, "right", "underscore"))
        else:
            label = f"{each.label}：" if each.label else ""
            text += f"{label}\t{_BLANKS[each.blank]}"
            stops.append(Stop(end, "right"))
    return text, tuple(stops)
