"""The PDF of a letter, against LibreOffice with the same text.

Ours is timed warm (fonts and templates loaded, as for the second letter of a day) and from the
start of a process. LibreOffice converts a flat OpenDocument file of the same paragraphs on A4, one
call a letter, its profile made and its files in the cache before the first run that counts.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from app.documents.compose import compose, paint_pdf
from app.documents.fonts import chain
from app.documents.kinds.facts import FeedbackRequest, Issue
from app.documents.kinds.letters import LetterKind, write
from app.documents.model import OfficialDocument, texts
from app.documents.paint.preview import page_count
from benchmarks.measure import Figure, Report, least

GOAL: Final = 0.1
PEER: Final = "LibreOffice, headless, one call"
_QUESTIONS: Final = 8
_COLD: Final = (
    "from benchmarks import letter; import sys; sys.stdout.write(str(len(letter.paint())))"
)
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


def document() -> OfficialDocument:
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


def paint() -> bytes:
    """The letter from its facts to the PDF."""
    said = document()
    return paint_pdf(compose(said, chain.bundled()), said)


def run() -> Report:
    pdf = paint()
    office = shutil.which("soffice")
    if office is None:
        (warm,) = least(paint)
        note = "left out: apt-get install -y --no-install-recommends libreoffice-writer"
        return Report((Figure("a letter, warm", warm, "ms"),), (note,))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        source = _flat(folder)
        _convert(office, source)
        warm, cold, peer = least(paint, _cold, lambda: _convert(office, source))
        pages = page_count(source.with_suffix(".pdf").read_bytes())
    note = f"ours has {page_count(pdf)} pages in {len(pdf):,} bytes, LibreOffice's {pages}"
    return Report(
        (
            Figure("a letter, warm", warm, "ms", peer, PEER, GOAL),
            Figure("a letter, from the start of a process", cold, "ms", peer, PEER),
        ),
        (note,),
    )


def _cold() -> None:
    subprocess.run([sys.executable, "-c", _COLD], check=True, capture_output=True)


def _flat(folder: Path) -> Path:
    """The paragraphs of the letter as a flat OpenDocument text."""
    lines = [line for _, words in texts(document()) for line in words.split("\n")]
    paragraphs = "".join(f'<text:p text:style-name="P">{escape(line)}</text:p>' for line in lines)
    path = folder / "letter.fodt"
    path.write_text(_ODT.format(paragraphs=paragraphs), encoding="utf-8")
    return path


def _convert(office: str, source: Path) -> None:
    profile = f"-env:UserInstallation=file://{source.parent}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", source.parent, source],
        check=True,
        capture_output=True,
    )
