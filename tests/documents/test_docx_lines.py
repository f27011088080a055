"""Where a word processor ends the lines of a DOCX: where the composer ends them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.cjk.classes import CLOSING, NOT_AT_END, NOT_AT_START, PAIRED
from app.documents.compose import compose, paint_docx
from app.documents.fonts.chain import bundled
from app.documents.fonts.face import Role
from app.documents.layout.typesetter import Typesetter
from app.documents.model import OfficialDocument, text
from app.documents.paint.word.lines import Setting, divides, set_runs
from app.documents.paint.word.measures import BODY, TEXT, size_of
from app.documents.paint.word.wordml import LATIN, Run
from app.documents.standard import SIZE_3, SIZE_4
from tests.documents.forms import DOCUMENT, JOINT, MINUTES, UPWARD
from tests.documents.laid import rows
from tests.documents.samples import LETTER

SETTER = Typesetter(bundled())


@dataclass(frozen=True)
class Letter:
    """A character as the word processor sees it."""

    char: str
    width: float
    latin: bool


def seen(runs: Sequence[Run], setting: Setting) -> Iterator[Letter]:
    size = setting.size
    for run in runs:
        latin = run.style == LATIN
        usual = (BODY.latin_spacing if latin else size.spacing) if run.spacing is None else 0
        spacing = usual if run.spacing is None else run.spacing
        for char in run.text:
            em = SETTER.measure(char) if latin else 1.0
            yield Letter(char, 10 * size.half_points * em + spacing, latin)


def may_end(before: Letter, after: Letter) -> bool:
    if before.latin and after.latin and " " not in (before.char, after.char):
        return not before.char.isalnum() and after.char.isalnum()
    if before.char in PAIRED and before.char == after.char:
        return False
    return after.char != " " and before.char not in NOT_AT_END and after.char not in NOT_AT_START


def broken(letters: list[Letter], room: float, first: float, *, hanging: bool) -> Iterator[str]:
    """The lines of a program that fills a line and goes back to where it may end."""
    start, indent = 0, first
    while start < len(letters):
        used, end = 0.0, len(letters)
        for at in range(start, len(letters)):
            used += letters[at].width
            if used > room - indent and letters[at].char != " ":
                hangs = hanging and letters[at].char in CLOSING
                end = at + 1 if hangs else at
                break
        whole = end
        while start < end < len(letters) and not may_end(letters[end - 1], letters[end]):
            end -= 1
        end = end if end > start else max(whole, start + 1)
        yield "".join(letter.char for letter in letters[start:end])
        start, indent = end, 0.0


SAID = st.lists(
    st.sampled_from(
        [
            *"我局在查处案中发现示例市供应商国，。、（）《》“”",
            *("——", "……", "2026年", "6月", "30日", "450万元", "〔2026〕1号", "A", "12页"),
            "SL-2026-0001",
        ]
    ),
    min_size=20,
    max_size=160,
).map("".join)


@given(said=SAID, em=st.sampled_from([SIZE_3, SIZE_4]), hanging=st.booleans())
def test_the_lines_end_where_the_composer_ends_them(said: str, em: float, hanging: bool) -> None:
    setting = Setting(TEXT, size_of(em), first=2.0)
    wide = TEXT / setting.size.cell * em
    segments = [(said, Role.BODY)]
    if divides(segments, setting, SETTER, em):
        return
    ours = [line.text for line in SETTER.lines(segments, wide, em, first=2.0)]

    letters = list(seen(set_runs(segments, setting, SETTER, em), setting))
    theirs = list(broken(letters, TEXT, 2 * setting.size.cell, hanging=hanging))

    assert "".join(theirs) == said
    assert [line.strip() for line in theirs] == [line.strip() for line in ours]


@given(said=SAID)
def test_no_character_is_set_more_than_two_points_off(said: str) -> None:
    for run in set_runs([(said, Role.BODY)], Setting(TEXT), SETTER, SIZE_3):
        usual = BODY.latin_spacing if run.style == LATIN else BODY.spacing
        assert abs((usual if run.spacing is None else run.spacing) - usual) <= 40


def test_a_text_whose_lines_agree_is_set_plainly() -> None:
    (run,) = set_runs([("国" * 100, Role.BODY)], Setting(TEXT), SETTER, SIZE_3)

    assert run == Run("国" * 100)


def test_figures_have_a_style_and_quotation_marks_are_chinese() -> None:
    runs = set_runs([("“陪标费”3万元", Role.BODY)], Setting(TEXT), SETTER, SIZE_3)

    assert [(run.text, run.style) for run in runs] == [("“陪标费”", ""), ("3", LATIN), ("万元", "")]
    assert 'w:hint="eastAsia"' in runs[0].written


# -- as LibreOffice sets it ----------------------------------------------------------------

SOFFICE = shutil.which("soffice")
FACES = {
    "仿宋_GB2312": "XT Fang",
    "楷体_GB2312": "XT Kai",
    "黑体": "XT Hei",
    "方正小标宋简体": "XT Song",
    "Times New Roman": "Liberation Serif",
}
FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def office(folder: Path) -> dict[str, str]:
    """Surroundings in which the official faces are ours, which are as wide."""
    told = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test><edit'
        f' name="family" mode="assign" binding="same"><string>{ours}</string></edit></match>'
        for name, ours in FACES.items()
    )
    config = folder / "fonts.conf"
    config.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{FONTS}</dir>'
        f"<cachedir>{folder}/cache</cachedir>{told}</fontconfig>",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config), "HOME": str(folder)}


def converted(folder: Path, kind: str, files: Sequence[Path]) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *files], env=office(folder), check=True, capture_output=True)


def set_by_libreoffice(folder: Path, documents: dict[str, OfficialDocument]) -> None:
    """PDFs of *documents*, white between Chinese and Latin off as the file says.

    LibreOffice 7.4 does not read ``w:autoSpaceDE``, so its own format says it once more.
    """
    for name, document in documents.items():
        data = paint_docx(compose(document, bundled()), document, bundled())
        (folder / f"{name}.docx").write_bytes(data)
    converted(folder, "fodt", [folder / f"{name}.docx" for name in documents])
    for name in documents:
        file = folder / f"{name}.fodt"
        said = file.read_text(encoding="utf-8")
        file.write_text(
            said.replace('text-autospace="ideograph-alpha"', 'text-autospace="none"'),
            encoding="utf-8",
        )
    converted(folder, "pdf", [folder / f"{name}.fodt" for name in documents])


_TOGETHER = 5.0
"""Points between the feet of a Chinese and a Latin character of one line, at most."""


def lines_of(pdf: Path) -> list[str]:
    """The lines of all pages, from the places of their characters."""
    found: list[str] = []
    opened = pypdfium2.PdfDocument(pdf)
    for page in opened:
        words = page.get_textpage()
        placed = []
        for at in range(words.count_chars()):
            left, bottom, _, _ = words.get_charbox(at, loose=True)
            placed.append((bottom, left, words.get_text_range(at, 1).strip()))
        found += _lines(placed)
        words.close()
        page.close()
    opened.close()
    return found


def _lines(placed: list[tuple[float, float, str]]) -> Iterator[str]:
    line: list[tuple[float, str]] = []
    foot = 0.0
    for bottom, left, char in sorted(placed, reverse=True):
        if line and foot - bottom > _TOGETHER:
            yield "".join(each for _, each in sorted(line))
            line = []
        foot = foot if line else bottom
        line.append((left, char))
    yield "".join(each for _, each in sorted(line))


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_ends_the_lines_of_the_body_where_the_pages_do(tmp_path: Path) -> None:
    letter = replace(LETTER, body=tuple(each for each in LETTER.body if not _code(each.paragraph)))
    prose = "会议认为，各成员单位应当按照机制要求及时移送线索，移送材料应当“完整、规范”。" * 9
    documents = {
        "letter": letter,
        "prose": replace(LETTER, body=(text(prose), text(f"经查，{prose}2026年6月30日。" * 2))),
        "minutes": MINUTES,
        "upward": UPWARD,
        "joint": JOINT,
        "document": DOCUMENT,
    }
    set_by_libreoffice(tmp_path, documents)

    for name, document in documents.items():
        theirs = lines_of(tmp_path / f"{name}.pdf")
        pages = compose(document, bundled()).pages
        ours = ["".join(line.split()) for page in pages for line in rows(page).values()]
        body = [line for line in ours if len(line) > 20]
        assert len(body) > 3
        assert [line for line in body if line not in theirs] == [], name


def _code(paragraph: object) -> bool:
    """A code divided between lines is one the program divides at a place of its own."""
    return re.search("[0-9A-Z]{18}", str(paragraph)) is not None
