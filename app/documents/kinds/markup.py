"""The small markup a letter's template is written in, and how it becomes parts of a document.

What the template itself says may be markup; what a record says never is. Data arrives between two
noncharacters (``guarded``), so no name, sum or statement of facts can forge a heading or a table.

    == body ==            begins a part; parts may repeat
    words over            lines up to a blank line are one paragraph, joined without a space
    several lines
    # words               a heading, levels 1 to 4 (``####``), numbered 一、 （一） 1. （1）
    ## words :: words     the rest, and the lines after it, run on in the same paragraph
    |: 2 8 4 :| five      a table begins: widths, and the size of its text
    |* cell | cell        a row of its head, repeated on every page
    | <#> cell | <2> cell a row; <#> heading, <2> columns, <=> centred, <^> at the right
    |5| cell // foot      a row at least five lines high; the foot stands at the lower right
    - label :: blank :: value    something to fill in by hand
    - label :: names      who was present (in the part ``attendance``)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.documents.model import (
    Align,
    Attendance,
    Blank,
    Block,
    Cell,
    Row,
    SlipField,
    Table,
    TextSize,
    text,
)

OPEN: Final = "\ufdd0"
CLOSE: Final = "\ufdd1"
GUARDS: Final = frozenset({OPEN, CLOSE})

_PART: Final = re.compile(r"== ([a-z_. ]+) ==")
_HEADING: Final = re.compile(r"(#{1,4}) ")
_WIDTHS: Final = re.compile(r"\|: ([\d ]+) :\|(?: ([a-z-]+))?")
_ROW: Final = re.compile(r"\|(\*|\d+\|)? ?")
_FLAGS: Final = re.compile(r"<(\d*)([#=^]*)> ?")
_ALIGN: Final = {"=": Align.CENTRE, "^": Align.RIGHT}
_SIZES: Final = {
    "three": TextSize.THREE,
    "four": TextSize.FOUR,
    "small-four": TextSize.SMALL_FOUR,
    "five": TextSize.FIVE,
}
_DIGITS: Final = "零一二三四五六七八九"
_MOST: Final = 9999
_TENS: Final = range(10, 20)
"""They leave out their 一 where they stand alone: 十二, but 一百一十二."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; *data* comes from the record and is never markup."""

    text: str
    data: bool


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    lines: tuple[Line, ...]


def guarded(data: str) -> str:
    """*data* as the parser will know it again."""
    return f"{OPEN}{''.join(char for char in data if char not in GUARDS)}{CLOSE}"


def parts(rendered: str) -> tuple[Part, ...]:
    """The parts of a rendered template, in order; ValueError where text stands before the first."""
    found: list[Part] = []
    for line in _lines(rendered):
        begun = _PART.fullmatch(_literal(line).strip()) if len(line) == 1 else None
        if begun:
            found.append(Part(begun[1], ()))
        elif found:
            found[-1] = Part(found[-1].name, (*found[-1].lines, line))
        elif _said(line):
            raise ValueError(f"text before the first part: {_said(line)[:20]!r}")
    return tuple(found)


def plain_text(part: Part) -> str:
    """All of *part* as one text: for titles, notes, addressees."""
    return "".join(_said(line) for line in part.lines)


def items(part: Part) -> tuple[str, ...]:
    """One text for each line that says something."""
    return tuple(said for line in part.lines if (said := _said(line)))


def paragraphs(part: Part) -> tuple[str, ...]:
    """The paragraphs of a part that holds nothing else."""
    return tuple(words for group in _groups(part.lines) for words in _split(group))


def blocks(part: Part) -> tuple[Block, ...]:
    """Headings, paragraphs and tables; ValueError for a row outside a table."""
    numbers = [0, 0, 0, 0]
    found: list[Block] = []
    for group in _groups(part.lines):
        first = _literal(group[0])
        if heading := _HEADING.match(first):
            found.append(_heading(group, len(heading[1]), numbers))
        elif first.startswith("|"):
            found.append(Block(table=_table(group)))
        else:
            found.extend(text(words) for words in _split(group))
    return tuple(found)


def fields(part: Part) -> tuple[SlipField, ...]:
    """What is filled in by hand, a line each; ValueError for an unknown kind of blank."""
    return tuple(_field(line) for line in part.lines if _said(line))


def attendance(part: Part) -> tuple[Attendance, ...]:
    """出席, 请假, 列席 and who, a line each; one without names is left out."""
    found = (_cut(_trimmed(line, 2), "::") for line in part.lines if _said(line))
    pairs = ((_said(label), "".join(map(_said, names))) for label, *names in found)
    return tuple(Attendance(label, names) for label, names in pairs if names)


def numeral(number: int) -> str:
    """1 to 9999 in Chinese: 一, 十二, 一百零一, 一百一十; what is more stays in digits."""
    if number > _MOST:
        return f"{number}"
    figures = zip(f"{number:04}", ("千", "百", "十", ""), strict=True)
    said = "".join(_DIGITS[int(digit)] + unit if digit != "0" else "零" for digit, unit in figures)
    said = re.sub("零+", "零", said).strip("零")
    return said.removeprefix("一") if number in _TENS else said


_NUMBERS: Final = ("{0}、", "（{0}）", "{1}. ", "（{1}）")
"""Levels 1 to 4 (GB/T 9704-2012, 7.3.3): {0} in Chinese, {1} in digits."""


def _heading(group: list[Line], level: int, numbers: list[int]) -> Block:
    numbers[level - 1] += 1
    numbers[level:] = [0] * (len(numbers) - level)
    number = numbers[level - 1]
    first, *rest = _cut(_trimmed(group[0], level + 1), "::")
    words, runs_on = _said(first), [*rest, *group[1:]]
    prefix = _NUMBERS[level - 1].format(numeral(number), number)
    return text(prefix + words, level, "".join(_said(line) for line in runs_on))


def _table(group: list[Line]) -> Table:
    begun = _WIDTHS.fullmatch(_literal(group[0]).strip())
    if not begun:
        raise ValueError(f"a row outside a table: {_said(group[0])[:20]!r}")
    rows = [(_ROW.match(_literal(line)), line) for line in group[1:]]
    made = [(match[1] or "", _row(line, match)) for match, line in rows if match]
    widths = tuple(map(int, begun[1].split()))
    if len(made) != len(rows):
        raise ValueError("text inside a table")
    if any(sum(cell.span for cell in row.cells) != len(widths) for _, row in made):
        raise ValueError(f"a row without {len(widths)} columns")
    return Table(
        widths=widths,
        head=tuple(row for kind, row in made if kind == "*"),
        rows=tuple(row for kind, row in made if kind != "*"),
        size=_SIZES[begun[2] or "four"],
    )


def _row(line: Line, begun: re.Match[str]) -> Row:
    cells = tuple(_cell(cell) for cell in _cut(_trimmed(line, begun.end()), "|"))
    high = (begun[1] or "").rstrip("|")
    return Row(cells, lines=int(high) if high.isdigit() else 1)


def _cell(line: Line) -> Cell:
    line = _stripped(line)
    flags = _FLAGS.match(_literal(line))
    span, marks = (flags[1], flags[2]) if flags else ("", "")
    said, *foot = _cut(_trimmed(line, flags.end() if flags else 0), "//")
    return Cell(
        text=_said(said),
        span=int(span or 1),
        align=next((_ALIGN[mark] for mark in marks if mark in _ALIGN), Align.LEFT),
        heading="#" in marks,
        foot=_said(foot[0]) if foot else "",
    )


def _field(line: Line) -> SlipField:
    if not _literal(line).startswith("- "):
        raise ValueError(f"not something to fill in: {_said(line)[:20]!r}")
    label, blank, *value = (_said(piece) for piece in _cut(_trimmed(line, 2), "::"))
    return SlipField(label, Blank(blank), value[0] if value else "")


def _lines(rendered: str) -> Iterator[Line]:
    """Lines as the template broke them; a line feed in data stays inside its piece."""
    line: list[Piece] = []
    for number, stretch in enumerate(re.split(f"[{OPEN}{CLOSE}]", rendered)):
        if number % 2:
            line.append(Piece(stretch, data=True))
            continue
        first, *more = stretch.split("\n")
        line.append(Piece(first, data=False))
        for words in more:
            yield _tidy(line)
            line = [Piece(words, data=False)]
    yield _tidy(line)


def _tidy(line: list[Piece]) -> Line:
    kept = [piece for piece in line if piece.text]
    if kept and not kept[0].data:
        kept[0] = Piece(kept[0].text.lstrip(" "), data=False)
    return tuple(kept)


def _groups(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Lines between blank lines; a heading and a table begin a group of their own."""
    group: list[Line] = []
    for line in lines:
        if not _said(line) or _parted(group, line):
            if group:
                yield group
            group = []
        if _said(line):
            group.append(line)
    if group:
        yield group


def _parted(group: list[Line], line: Line) -> bool:
    """Whether *line* cannot go on with *group*: another kind of thing begins."""
    begins = _literal(line)
    if group and _HEADING.match(_literal(group[0])) and len(_cut(group[0], "::")) == 1:
        return True
    rows = bool(group) and _literal(group[0]).startswith("|")
    return bool(_HEADING.match(begins) or _WIDTHS.match(begins) or rows != begins.startswith("|"))


def _split(group: list[Line]) -> Iterator[str]:
    """The paragraphs of *group*: one, and more where the record itself broke the line."""
    joined = "".join(piece.text for line in group for piece in line)
    return (words for words in map(_bare, joined.split("\n")) if words)


def _literal(line: Line) -> str:
    """What the template says at the beginning of *line*, before any data."""
    return line[0].text if line and not line[0].data else ""


def _said(line: Line) -> str:
    return _bare("".join(piece.text for piece in line))


def _bare(words: str) -> str:
    """Without the blanks around it that an indented template or a typed indent leaves."""
    return words.strip(" \u3000\n")


def _trimmed(line: Line, count: int) -> Line:
    """*line* without its first *count* characters, all said by the template."""
    return (Piece(line[0].text[count:], data=False), *line[1:]) if count else line


def _stripped(line: Line) -> Line:
    first = line[0]
    return line if first.data else (Piece(first.text.lstrip(" "), data=False), *line[1:])


def _cut(line: Line, mark: str) -> list[Line]:
    """*line* at every *mark* the template says."""
    found: list[list[Piece]] = [[]]
    for piece in line:
        first, *more = [piece.text] if piece.data else piece.text.split(mark)
        found[-1].append(Piece(first, piece.data))
        found.extend([Piece(words, data=False)] for words in more)
    return [tuple(pieces) for pieces in found]
