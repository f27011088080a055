"""The PDF of a letter, against typst, LibreOffice, fpdf2 and WeasyPrint with the same text.

A 函 of two pages, a whole 移送书 with its lists and slips, and a report of some 186 pages. Warm:
fonts and templates loaded, as for the second letter of a day, and each run has another word in
every paragraph, so that nothing is set from memory. Cold: from the start of a process.

LibreOffice converts a flat OpenDocument file of the same paragraphs, its profile made and its
files in the cache before the first run that counts: one call a letter, and, as warm as it gets,
what each further letter adds to a call. Whoever is not installed is left out and named.
"""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from app.documents.compose import compose, paint_pdf
from app.documents.fonts import chain
from app.documents.kinds.facts import FeedbackRequest, Issue
from app.documents.kinds.letters import LetterKind, write
from app.documents.kinds.markup import numeral
from app.documents.model import OfficialDocument, text, texts
from app.documents.paint.preview import page_count
from benchmarks import typesetters
from benchmarks.measure import Figure, Report, least

OFFICE_GOAL: Final = 1 / 30
TYPST_GOAL: Final = 2.0
LONG_GOAL: Final = 1.0
MOST_MB: Final = 200
CALL: Final = "LibreOffice, one call"
FURTHER: Final = "LibreOffice, a further letter in a call"
_QUESTIONS: Final = 8
_MORE: Final = 10
_PARTS: Final = 116
_COLD: Final = "from benchmarks import letter; letter.paint(letter.short())"
_PEAK: Final = """
from pathlib import Path
from benchmarks import letter
letter.paint(letter.long())
status = Path("/proc/self/status").read_text().split()
print(int(status[status.index("VmHWM:") + 1]) / 1024)
"""
"""Not ru_maxrss: that of a child begins with what its parent had."""
_ODT: Final = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
 <office:automatic-styles>
  <style:style style:name="P" style:family="paragraph">
   <style:paragraph-properties fo:line-height="29.6pt" fo:text-indent="32pt"/>
   <style:text-properties fo:font-size="16pt" style:font-size-asian="16pt"/>
  </style:style>
  <style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm"
   fo:page-height="29.7cm" fo:margin-top="3.4cm" fo:margin-bottom="3.2cm" fo:margin-left="2.8cm"
   fo:margin-right="2.6cm"/></style:page-layout>
 </office:automatic-styles>
 <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/>
 </office:master-styles>
 <office:body><office:text>{paragraphs}</office:text></office:body>
</office:document>
"""


def short() -> OfficialDocument:
    """A 函 of two pages with a made-up case."""
    facts = FeedbackRequest(
        case_name="示例科技有限公司涉嫌串通投标案",
        letter_title="涉嫌犯罪案件移送书",
        letter_number="示财采移〔2026〕1号",
        letter_day=date(2026, 9, 16),
        acknowledged_at=None,
        basis="《行政执法机关移送涉嫌犯罪案件的规定》第八条",
        questions=tuple(
            f"关于第{number}项材料所涉投标文件制作、保证金缴纳和报价形成经过的审查情况，"
            "是否需要补充调查取证"
            for number in range(1, _QUESTIONS + 1)
        ),
    )
    issue = Issue(
        agency="示例市财政局",
        receiver="示例市公安局",
        handler="甲某某",
        phone="0000-1111111",
        number="示财采函〔2026〕1号",
        day=date(2026, 9, 30),
    )
    return write(LetterKind.FEEDBACK, facts, issue).document


def whole() -> OfficialDocument:
    """A made-up 移送书 with everything that goes with it."""
    # Here: the demo brings the libraries of the register, which are no part of a letter's price.
    from app.demo import samples

    return write(LetterKind.REFERRAL, samples.REFERRAL, samples.ISSUE).document


def long() -> OfficialDocument:
    """A report of some 186 pages: paragraphs of one, two and five lines under headings."""
    sentence = "各成员单位按照职责分工对采购活动的组织、评审、履约和支付各环节开展检查，"
    body = [
        text(f"{numeral(part % 90 + 1)}、第{part}部分的情况", 1)
        if paragraph == 0
        else text(f"第{part}部分第{paragraph}项：" + sentence * (paragraph % 5 + 1))
        for part in range(1, _PARTS + 1)
        for paragraph in range(8)
    ]
    return replace(short(), body=tuple(body), title="政府采购领域协同监管运行情况报告")


def paint(said: OfficialDocument) -> bytes:
    return paint_pdf(compose(said, chain.bundled()), said)


def run() -> Report:
    peers, missing = typesetters.installed()
    figures, notes = _with_typesetters(peers)
    office = shutil.which("soffice")
    if office is None:
        missing = (*missing, "LibreOffice")
    else:
        with tempfile.TemporaryDirectory() as place:
            found = _against(_Office(office, Path(place)))
        figures, notes = (*figures, *found.figures), (*notes, *found.notes)
    left_out = (f"left out, not installed: {'、'.join(missing)}",) if missing else ()
    return Report((*figures, _memory()), (*notes, *left_out))


def _with_typesetters(
    peers: Mapping[str, typesetters.Setter],
) -> tuple[tuple[Figure, ...], tuple[str, ...]]:
    two, many = _lines(short()), _lines(long())
    count = itertools.count()

    def ours(said: OfficialDocument) -> Callable[[], object]:
        return lambda: paint(_varied(said, next(count)))

    def theirs(setter: typesetters.Setter, lines: Sequence[str]) -> Callable[[], object]:
        def act() -> object:
            turn = next(count)
            return setter([f"{line}{turn}" for line in lines])

        return act

    acts = [ours(short()), *(theirs(setter, two) for setter in peers.values())]
    for act in acts:
        act()
    warm, *others = least(*acts)
    figures = [
        Figure("a 函, warm", warm, "ms", other, name, TYPST_GOAL if name == "typst" else None)
        for name, other in zip(peers, others, strict=True)
    ]
    if "typst" in peers:
        mine, other = least(ours(long()), theirs(peers["typst"], many), runs=3)
        figures.append(Figure("a long report, warm", mine, "ms", other, "typst", LONG_GOAL))
        cold, other = least(_cold, typesetters.cold_typst(two))
        figures.append(Figure("a 函, from the start of a process", cold, "ms", other, "typst"))
    sizes = f"pages of the long report: {page_count(paint(long()))}"
    if "typst" in peers:
        sizes += f", typst's {page_count(peers['typst'](many))}"
    return tuple(figures), (sizes,)


def _varied(said: OfficialDocument, turn: int) -> OfficialDocument:
    """*said* with another word in each paragraph."""
    body = [
        text(f"{block.paragraph.text}{turn}", block.paragraph.level, block.paragraph.runs_on)
        for block in said.body
        if block.paragraph
    ]
    return replace(said, body=tuple(body))


def _lines(said: OfficialDocument) -> list[str]:
    return [line for _, words in texts(said) for line in words.split("\n") if line]


def _memory() -> Figure:
    """The whole process that composes and paints the long report, at its height."""
    done = subprocess.run([sys.executable, "-c", _PEAK], check=True, capture_output=True, text=True)
    return Figure("a long report, whole process", float(done.stdout), "MB", most=MOST_MB)


def _against(office: _Office) -> Report:
    one, full = office.flat(short(), "short"), office.flat(whole(), "whole")
    more = [office.flat(short(), f"short-{number}") for number in range(_MORE)]
    office.convert(one)
    warm, called, many, cold, long, long_called = least(
        lambda: paint(short()),
        lambda: office.convert(one),
        lambda: office.convert(one, *more),
        _cold,
        lambda: paint(whole()),
        lambda: office.convert(full),
    )
    added = (many - called) / _MORE
    pages = [page_count(paint(said)) for said in (short(), whole())]
    theirs = [page_count(path.with_suffix(".pdf").read_bytes()) for path in (one, full)]
    return Report(
        (
            Figure("a 函, warm", warm, "ms", called, CALL, OFFICE_GOAL),
            Figure("a 函, warm", warm, "ms", added, FURTHER),
            Figure("a 函, from the start of a process", cold, "ms", called, CALL),
            Figure("a 移送书 with its lists, warm", long, "ms", long_called, CALL),
        ),
        (f"pages: 函 {pages[0]}, 移送书 {pages[1]}; LibreOffice's {theirs[0]} and {theirs[1]}",),
    )


def _cold() -> None:
    subprocess.run([sys.executable, "-c", _COLD], check=True, capture_output=True)


class _Office:
    """LibreOffice with a profile of its own in *folder*."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self._folder = folder

    def flat(self, said: OfficialDocument, name: str) -> Path:
        """The paragraphs of a document as a flat OpenDocument text."""
        lines = [line for _, words in texts(said) for line in words.split("\n")]
        marked = "".join(f'<text:p text:style-name="P">{escape(line)}</text:p>' for line in lines)
        path = self._folder / f"{name}.fodt"
        path.write_text(_ODT.format(paragraphs=marked), encoding="utf-8")
        return path

    def convert(self, *sources: Path) -> None:
        profile = f"-env:UserInstallation=file://{self._folder}/profile"
        to = ("--headless", "--convert-to", "pdf", "--outdir", self._folder)
        subprocess.run([self._program, profile, *to, *sources], check=True, capture_output=True)
