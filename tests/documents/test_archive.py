"""The files before a judge that is not ours: PDF/A-1b by Apache PDFBox Preflight, where it is.

On Debian: libpdfbox2-java and a JDK.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from app.documents.compose import compose, compose_sheet, paint_pdf, paint_sheet
from app.documents.fonts.chain import bundled
from app.documents.model import Cell, OfficialDocument, Row, Sheet, Table, text
from tests.documents.forms import ALL_FORMS, DOCUMENT
from tests.documents.samples import LETTER

_JARS: Final = tuple(
    Path("/usr/share/java") / f"{name}.jar"
    for name in (
        *("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io"),
        *("javax.activation", "jaxb-api"),
    )
)
_JUDGE: Final = Path(__file__).parent / "ArchiveCheck.java"

pytestmark = pytest.mark.skipif(
    not (shutil.which("javac") and all(jar.exists() for jar in _JARS)),
    reason="Preflight is not installed",
)


def held_against(*files: Path) -> list[str]:
    """What the judge says of *files*: a line for each fault."""
    classes = ":".join(map(str, _JARS))
    command = ["java", "-Xshare:auto", "-cp", classes, str(_JUDGE), *map(str, files)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return said.stdout.splitlines()


def painted(document: OfficialDocument) -> bytes:
    return paint_pdf(compose(document, bundled()), document)


def test_every_form_is_fit_for_the_archive(tmp_path: Path) -> None:
    files = []
    for name, document in ALL_FORMS.items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(painted(replace(document, exercise=True)))
    rare = replace(LETTER, title="关于“A&B”<公司>的函", body=(text("张𠮷、王𬭎、李㛃。"),))
    files.append(tmp_path / "rare.pdf")
    files[-1].write_bytes(painted(rare))
    table = Table((1, 2), (), (Row((Cell("序号"), Cell("材料名称"))),))
    sheet = Sheet("示例市财政局", "移送登记簿", ("单位：件",), table, (), None, True, False)
    files.append(tmp_path / "sheet.pdf")
    files[-1].write_bytes(paint_sheet(compose_sheet(sheet, bundled()), sheet))

    assert held_against(*files) == []


def test_the_judge_sees_a_file_that_is_not(tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    pdf = painted(DOCUMENT)
    spoilt.write_bytes(pdf.replace(b"<pdfaid:part>1</", b"<pdfaid:part>9</"))

    assert held_against(spoilt)
