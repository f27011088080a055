"""The head of the first page in each form, down to the title (GB/T 9704-2012 7.2, 10.1, 10.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from app.documents import standard
from app.documents.cjk.title import break_title
from app.documents.fonts.face import Role
from app.documents.layout.heading import Mark, mark_line
from app.documents.layout.letterhead import head as laid_head
from app.documents.layout.ops import Colour, Glyphs, Stroke
from app.documents.layout.signature import written_day
from app.documents.model import Form, OfficialDocument
from app.documents.paint.word.drawing import Hand, check_picture, rule
from app.documents.paint.word.lines import Setting, natural_runs
from app.documents.paint.word.measures import BODY, LINE, TEXT, eighths, lead, smaller, twips
from app.documents.paint.word.styles import hexadecimal
from app.documents.paint.word.tables import Box, bare_table
from app.documents.paint.word.wordml import Layout, Run, Stop, border, paragraph
from app.documents.standard import BASELINE, CELL, MARK_TOP, PITCH, POINT, SIZE_2, TOP

_DOCUMENT: Final = "文件"
_MINUTES: Final = "纪要"
_SIGNERS: Final = "签发人："
_MARK_LEADING: Final = 1.25
"""Em of the line an agency line stands on."""
_TWO: Final = 2
_MARGIN: Final = BODY.cell
"""A character, beside the number and the signers (7.2.5, 7.2.6)."""


@dataclass(slots=True)
class Flow:
    """Paragraphs down a page; *y* is where the next one begins, in millimetres of the paper."""

    y: float = TOP - lead(PITCH, CELL)
    parts: list[str] = field(default_factory=list)

    def add(
        self,
        style: str,
        runs: tuple[Run, ...],
        layout: Layout = Layout(),  # noqa: B008 - frozen
        *,
        top: float | None = None,
        size: float = CELL,
        height: float = PITCH,
    ) -> None:
        """A paragraph of one line, the boxes of its characters beginning at *top*."""
        begins = self.y if top is None else max(self.y, top - lead(height, size))
        before = twips(begins - self.y)
        layout = replace(layout, before=before or None, line=twips(height))
        self.parts.append(paragraph(style, runs, layout))
        self.y = begins + height + twips_back(layout.after or 0)


def twips_back(length: int) -> float:
    return length * POINT / 20


@dataclass(frozen=True, slots=True)
class WordHead:
    """*parts* begin the text, *header* stands in the header of the first page at *distance*."""

    parts: tuple[str, ...]
    header: tuple[str, ...] = ()
    distance: float = 0.0


def head(document: OfficialDocument, hand: Hand) -> WordHead:
    made = _HEADS[document.form](document, hand)
    check = document.check
    if check is None or not check.on_letter or document.form is Form.TABLE:
        return made
    top = float(standard.MATRIX_TOP)
    height = made.distance - top if made.header else float(standard.MATRIX_SIDE)
    beside = twips(standard.MATRIX_SIDE + standard.SLIP_WHITE) if check.matrix else 0
    picture = (Run(xml=check_picture(check.matrix, hand, top=True)),) if check.matrix else ()
    layout = Layout(right=beside, line=twips(height))
    code = paragraph("CheckCode", (*picture, Run(f"校验码：{check.code}")), layout)
    return WordHead(made.parts, (code, *made.header), top)


def _titled(flow: Flow, document: OfficialDocument, hand: Hand) -> tuple[str, ...]:
    """The title on the rows where the pages have it."""
    names = (document.agency, *document.joint)
    lines = break_title(document.title, hand.setter.measure_title, standard.TITLE_CHARACTERS, names)
    text = laid_head(document, hand.setter).top
    first = text - (len(lines) + standard.AFTER_TITLE) * PITCH - lead(PITCH, CELL)
    before = max(0, twips(first - flow.y))
    layout = Layout(before=before, after=twips(standard.AFTER_TITLE * PITCH), line=LINE)
    return (*flow.parts, paragraph("Title", "\n".join(lines), layout))


def _mark(flow: Flow, words: str, hand: Hand) -> float:
    """The red line of 文件 and 纪要; where its ink ends."""
    mark = mark_line(words, TOP + MARK_TOP, standard.MARK_SIZE, hand.setter)
    size, top = _box(mark)
    runs = (Run(words, half_points=smaller(size).half_points),)
    flow.add("Mark", runs, top=top, size=size, height=_MARK_LEADING * size)
    return mark.foot


def _box(mark: Mark) -> tuple[float, float]:
    """The size of an agency line, and where the boxes of its characters begin."""
    glyphs = next((op for op in mark.ops if isinstance(op, Glyphs)), None)
    if glyphs is None:
        return CELL, mark.foot
    return glyphs.size, glyphs.baseline - BASELINE * glyphs.size


# -- 信函 ----------------------------------------------------------------------------------


def _letter(document: OfficialDocument, hand: Hand) -> WordHead:
    """The agency line and both double rules belong to the paper: they stand in its header."""
    words = document.mark or document.agency
    mark = mark_line(words, standard.LETTER_MARK_TOP, standard.LETTER_MARK_SIZE, hand.setter)
    size, top = _box(mark)
    height = _MARK_LEADING * size
    ops = laid_head(document, hand.setter).ops
    red = [op for op in ops if isinstance(op, Stroke) and op.colour is Colour.RED]
    rules = tuple(Run(xml=rule(stroke, hand)) for stroke in red)
    double = standard.RED_THICK + standard.RED_BETWEEN + standard.RED_THIN
    number = mark.foot + standard.LETTER_RULE_GAP + double + standard.LETTER_NUMBER_GAP
    flow = Flow(number - lead(PITCH, CELL))
    begins = top - lead(height, size)
    said = (*rules, Run(words, half_points=smaller(size).half_points))
    header = (
        paragraph("Mark", said, Layout(line=twips(height))),
        paragraph("Close", (), Layout(line=twips(flow.y - begins - height))),
    )
    _number_beside(flow, document, hand)
    return WordHead(_titled(flow, document, hand), header, begins)


def _number_beside(flow: Flow, document: OfficialDocument, hand: Hand) -> None:
    """份号 and 紧急程度 at the left, a line each, the number at the right of the first (10.1)."""
    said = [(document.serial, Role.BODY), (document.urgency, Role.HEI)]
    left = [natural_runs([each], Setting(TEXT), hand.setter) for each in said if each[0]]
    number = natural_runs([(f"\t{document.number}", Role.BODY)], Setting(TEXT), hand.setter)
    layout = Layout(stops=(Stop(TEXT, "right"),), align="left")
    first = left[0] if left else ()
    flow.add("Number", (*first, *number), layout)
    for runs in left[1:]:
        flow.add("Corner", runs)


# -- 文件, 纪要 ----------------------------------------------------------------------------


def _document(document: OfficialDocument, hand: Hand) -> WordHead:
    flow = Flow()
    _corner(flow, document, hand)
    if document.mark or not document.joint:
        foot = _mark(flow, document.mark or f"{document.agency}{_DOCUMENT}", hand)
    else:
        foot = _joint_mark(flow, document, hand)
    _numbered(flow, document, foot, hand)
    return WordHead(_titled(flow, document, hand))


def _minutes(document: OfficialDocument, hand: Hand) -> WordHead:
    """Who met and when stand above the rule: 纪要 bear no signature."""
    flow = Flow()
    _corner(flow, document, hand)
    foot = _mark(flow, document.mark or f"{document.agency}{_MINUTES}", hand)
    if not document.signature:
        _numbered(flow, document, foot, hand)
        return WordHead(_titled(flow, document, hand))
    number = natural_runs([(document.number, Role.BODY)], Setting(TEXT), hand.setter)
    flow.add("Number", number, top=foot + standard.NUMBER_LINES * PITCH)
    said = f"{document.signature.organ}\t{written_day(document.signature.day)}"
    layout = Layout(
        stops=(Stop(TEXT - _MARGIN, "right"),),
        left=_MARGIN,
        right=0,
        align="left",
    )
    flow.add("Organ", natural_runs([(said, Role.BODY)], Setting(TEXT), hand.setter), layout)
    _red_rule(flow)
    return WordHead(_titled(flow, document, hand))


def _corner(flow: Flow, document: OfficialDocument, hand: Hand) -> None:
    said = [(document.serial, Role.BODY), (document.urgency, Role.HEI)]
    for each in said:
        if each[0]:
            flow.add("Corner", natural_runs([each], Setting(TEXT), hand.setter))


def _joint_mark(flow: Flow, document: OfficialDocument, hand: Hand) -> float:
    """The names below each other, equally wide, 文件 right of them: a table without rules."""
    ops = laid_head(document, hand.setter).ops
    red = [op for op in ops if isinstance(op, Glyphs) and op.colour is Colour.RED]
    size = red[0].size
    half, names = smaller(size).half_points, (document.agency, *document.joint)
    height = standard.MARK_LEADING * size
    wide = max(hand.setter.width(name, size, Role.TITLE) for name in names)
    gap, beside = standard.MARK_GAP * size, len(_DOCUMENT) * size
    layout = Layout(line=twips(height), align="distribute")
    left = "".join(paragraph("Mark", (Run(name, half_points=half),), layout) for name in names)
    layout = Layout(line=twips(height), align="right")
    right = paragraph("Mark", (Run(_DOCUMENT, half_points=half),), layout)
    top = red[0].baseline - BASELINE * size - lead(height, size)
    flow.parts.append(paragraph("Close", (), Layout(line=twips(top - flow.y))))
    boxes = (Box(twips(wide), left), Box(twips(gap + beside), right, middle=True))
    flow.parts.append(bare_table(boxes))
    flow.y = top + len(names) * height
    return max(op.baseline for op in red[:-1]) + (1 - BASELINE) * size


def _numbered(flow: Flow, document: OfficialDocument, foot: float, hand: Hand) -> None:
    """The number in the middle, or left of the signers (7.2.5, 7.2.6), and the red rule below."""
    top = foot + standard.NUMBER_LINES * PITCH
    if not document.signers:
        runs = natural_runs([(document.number, Role.BODY)], Setting(TEXT), hand.setter)
        flow.add("Number", runs, top=top)
    else:
        for runs, layout in _signers(document, hand):
            flow.add("Number", runs, layout, top=top)
    _red_rule(flow)


def _signers(document: OfficialDocument, hand: Hand) -> Iterator[tuple[tuple[Run, ...], Layout]]:
    """Two to a line from the same stops; the number beside the last of them."""
    names = [
        f"{name[0]}\u3000{name[1]}" if len(name) == _TWO else name for name in document.signers
    ]
    in_line = standard.SIGNERS_IN_LINE
    widest = max(len(name) for name in names) + standard.SIGNER_GAP
    first = TEXT - _MARGIN - round((min(len(names), in_line) * widest - 1) * BODY.cell)
    stops = [first + round(column * widest * BODY.cell) for column in range(in_line)]
    label = first - len(_SIGNERS) * BODY.cell
    layout = Layout(
        stops=(Stop(label), *(Stop(stop) for stop in stops)), left=_MARGIN, right=0, align="left"
    )
    starts = range(0, len(names), in_line)
    for start in starts:
        number = document.number if start == starts[-1] else ""
        leading, *others = names[start : start + in_line]
        label_or_stop = "\t" if start else _SIGNERS
        said = [(f"{number}\t{label_or_stop}", Role.BODY), (leading, Role.KAI)]
        for name in others:
            said += [("\t", Role.BODY), (name, Role.KAI)]
        yield natural_runs(said, Setting(TEXT), hand.setter), layout


def _red_rule(flow: Flow) -> None:
    """4 mm below the characters above it (7.2.7), on a line of its own of one point.

    A border of the line above would keep the indents of that line.
    """
    rule = (
        f"<w:pBdr>{border('top', eighths(standard.RED_RULE), 0, hexadecimal(Colour.RED))}</w:pBdr>"
    )
    below = PITCH - lead(PITCH, CELL) - CELL
    before = twips(standard.RULE_GAP - below)
    flow.parts.append(paragraph("RedRule", (), Layout(rule=rule, before=before)))
    flow.y += standard.RULE_GAP - below + POINT


# -- 执法文书, 表格 ------------------------------------------------------------------------


def _plain(document: OfficialDocument, hand: Hand) -> WordHead:
    """机关名称, 文书名称, 文书编号, in black; a sheet without a number needs no line for it."""
    parts: list[str] = []
    numbered = document.form is not Form.TABLE or bool(document.number)
    sunk = (SIZE_2 - CELL) / 2
    after = PITCH / 2 + (0.0 if numbered else lead(PITCH, CELL))
    shown = [each for each in (("Agency", document.agency), ("Title", document.title)) if each[1]]
    for place, (style, text) in enumerate(shown, 1):
        lines = break_title(text, hand.setter.measure_title, standard.TITLE_CHARACTERS)
        layout = Layout(
            before=twips(sunk) if place == 1 else None,
            after=twips(after - sunk) if place == len(shown) else 0,
            line=LINE,
        )
        parts.append(paragraph(style, "\n".join(lines), layout))
    if numbered:
        said = [(document.urgency, Role.HEI), (f"\t{document.number}", Role.BODY)]
        layout = Layout(stops=(Stop(TEXT, "right"),), after=LINE // 2, align="left", line=LINE)
        runs = natural_runs(said, Setting(TEXT), hand.setter)
        parts.append(paragraph("Number", runs, layout))
    return WordHead(tuple(parts))


_HEADS: Final[Mapping[Form, Callable[[OfficialDocument, Hand], WordHead]]] = MappingProxyType(
    {
        Form.DOCUMENT: _document,
        Form.LETTER: _letter,
        Form.MINUTES: _minutes,
        Form.ENFORCEMENT: _plain,
        Form.TABLE: _plain,
    }
)
