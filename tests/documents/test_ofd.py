"""The OFD of every form, read back: its parts, its numbers, every character at its place."""

from __future__ import annotations

import io
import math
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from app.documents.compose import Composed, compose, paint_ofd
from app.documents.fonts.chain import bundled
from app.documents.layout.ops import Glyphs, Modules, Stroke
from app.documents.model import OfficialDocument, digest, text
from app.documents.paint.ofd import NAMESPACE
from app.kernel import canon, plain
from tests.documents.forms import ALL_FORMS, DOCUMENT
from tests.documents.samples import LETTER, REFERRAL

ROOT = Path(__file__).resolve().parents[2]
NEAR = 0.0006
"""Millimetres: figures are rounded to a tenth of a micrometre, in a place and in its steps."""


@dataclass(frozen=True)
class Opened:
    parts: dict[str, bytes]

    def xml(self, name: str) -> ET.Element:
        return ET.fromstring(self.parts[name])

    def contents(self) -> Iterator[ET.Element]:
        document = self.xml("Doc_0/Document.xml")
        for page in document.iter(tag("Page")):
            yield self.xml(f"Doc_0/{page.attrib['BaseLoc']}")


def tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def opened(document: OfficialDocument) -> tuple[Composed, Opened]:
    composed = compose(document, bundled())
    with zipfile.ZipFile(io.BytesIO(paint_ofd(composed, document))) as archive:
        return composed, Opened({name: archive.read(name) for name in archive.namelist()})


def figures(words: str) -> list[float]:
    return [float(figure) for figure in words.split()]


def unrolled(steps: str) -> list[float]:
    """DeltaX with its ``g n d`` written out."""
    words, found = iter(steps.split()), []
    for word in words:
        if word == "g":
            times = int(next(words))
            found += [float(next(words))] * times
        else:
            found.append(float(word))
    return found


def characters(page: ET.Element, names: dict[str, str]) -> Iterator[tuple[str, str, float, float]]:
    """Every character with its face and where it stands on the page."""
    for run in page.iter(tag("TextObject")):
        left, top, _, _ = figures(run.attrib["Boundary"])
        matrix = figures(run.attrib.get("CTM", "1 0 0 1 0 0"))
        (code,) = run.findall(tag("TextCode"))
        assert code.text is not None
        shifts = [0.0, *accumulate(unrolled(code.attrib.get("DeltaX", "")))]
        assert len(shifts) == len(code.text)
        for char, shift in zip(code.text, shifts, strict=True):
            x, y = float(code.attrib["X"]) + shift, float(code.attrib["Y"])
            a, b, c, d, e, f = matrix
            yield (
                char,
                names[run.attrib["Font"]],
                left + x * a + y * c + e,
                top + x * b + y * d + f,
            )


def expected(composed: Composed, page: int) -> Iterator[tuple[str, str, float, float]]:
    faces = {face.name: face for face in composed.faces}
    for op in composed.pages[page].ops:
        if not isinstance(op, Glyphs):
            continue
        along = 0.0
        for char in op.text:
            turn = math.radians(op.angle)
            x, y = op.x + along * math.cos(turn), op.baseline - along * math.sin(turn)
            yield char, op.face, x, y
            along += faces[op.face].advance(char) * op.size + op.spacing


def font_names(ofd: Opened) -> dict[str, str]:
    fonts = ofd.xml("Doc_0/PublicRes.xml").iter(tag("Font"))
    return {font.attrib["ID"]: font.attrib["FontName"] for font in fonts}


@pytest.mark.parametrize("form", ALL_FORMS)
@pytest.mark.parametrize("exercise", [False, True])
def test_every_character_stands_where_the_pages_have_it(form: str, exercise: bool) -> None:
    composed, ofd = opened(replace(ALL_FORMS[form], exercise=exercise))
    names = font_names(ofd)

    for number, page in enumerate(ofd.contents()):
        found, wanted = list(characters(page, names)), list(expected(composed, number))
        assert [each[:2] for each in found] == [each[:2] for each in wanted]
        for one, other in zip(found, wanted, strict=True):
            assert one[2:] == pytest.approx(other[2:], abs=NEAR), one


@pytest.mark.parametrize("form", ALL_FORMS)
def test_a_reader_finds_every_part_and_every_number_once(form: str) -> None:
    composed, ofd = opened(ALL_FORMS[form])
    entrance, document = ofd.xml("OFD.xml"), ofd.xml("Doc_0/Document.xml")

    assert entrance.attrib == {"DocType": "OFD", "Version": "1.0"}
    assert entrance.findtext(f"{tag('DocBody')}/{tag('DocRoot')}") == "Doc_0/Document.xml"
    assert [child.tag for child in document] == [tag("CommonData"), tag("Pages")]
    common = [child.tag for child in document[0]]
    assert common == [tag("MaxUnitID"), tag("PageArea"), tag("PublicRes")]
    trees = [document, ofd.xml("Doc_0/PublicRes.xml"), *ofd.contents()]
    numbers = [
        int(each.attrib["ID"]) for tree in trees for each in tree.iter() if "ID" in each.attrib
    ]
    assert len(numbers) == len(set(numbers))
    assert max(numbers) == int(document[0].findtext(tag("MaxUnitID")) or 0)
    assert len(list(ofd.contents())) == len(composed.pages)
    assert {root.tag.partition("}")[0] for root in trees} == {"{" + NAMESPACE}


def test_what_is_drawn_lies_within_its_boundary_and_the_page() -> None:
    _, ofd = opened(DOCUMENT)

    for page in ofd.contents():
        _, _, wide, high = figures(page.findtext(f"{tag('Area')}/{tag('PhysicalBox')}") or "")
        for drawn in (*page.iter(tag("TextObject")), *page.iter(tag("PathObject"))):
            left, top, width, height = figures(drawn.attrib["Boundary"])
            assert left >= 0
            assert top >= 0
            assert width > 0
            assert height > 0
            assert left + width <= wide
            assert top + height <= high


def test_rules_and_the_check_mark_are_paths() -> None:
    composed, ofd = opened(REFERRAL)
    strokes = [op for page in composed.pages for op in page.ops if isinstance(op, Stroke)]
    matrices = [op for page in composed.pages for op in page.ops if isinstance(op, Modules)]
    paths = [path for page in ofd.contents() for path in page.iter(tag("PathObject"))]
    rules = [path for path in paths if "LineWidth" in path.attrib]
    marks = [path for path in paths if path.attrib.get("Fill") == "true"]

    assert len(rules) == len(strokes)
    for path, op in zip(rules, strokes, strict=True):
        left, top, _, _ = figures(path.attrib["Boundary"])
        x1, y1, x2, y2 = figures((path.findtext(tag("AbbreviatedData")) or "").translate(_LETTERS))
        there = (left + x1, top + y1, left + x2, top + y2)
        assert there == pytest.approx((op.x1, op.y1, op.x2, op.y2), abs=NEAR)
        assert float(path.attrib["LineWidth"]) == pytest.approx(op.width, abs=NEAR)
    assert len(marks) == len(matrices) == 2
    data = marks[0].findtext(tag("AbbreviatedData")) or ""
    assert data.count("M") == sum(len(row.replace("0", " ").split()) for row in matrices[0].matrix)


_LETTERS = str.maketrans("", "", "ML")


@pytest.mark.parametrize("form", ALL_FORMS)
def test_the_embedded_faces_draw_every_character_as_wide_as_it_was_set(form: str) -> None:
    composed, ofd = opened(ALL_FORMS[form])

    for face in composed.faces:
        font = TTFont(io.BytesIO(ofd.parts[f"Doc_0/Res/{face.name}.ttf"]))
        em, glyphs = font["head"].unitsPerEm, font.getBestCmap()
        shown = {
            char
            for page in composed.pages
            for op in page.ops
            if isinstance(op, Glyphs) and op.face == face.name
            for char in op.text
        }
        for char in shown:
            assert font["hmtx"][glyphs[ord(char)]][0] / em == pytest.approx(face.advance(char))


def test_a_character_beyond_the_first_plane_is_a_run_of_its_own() -> None:
    _, ofd = opened(replace(LETTER, body=(text("𠮷𠮷某𬭎。"),)))
    runs = [code.text or "" for page in ofd.contents() for code in page.iter(tag("TextCode"))]

    assert runs.count("𠮷") == 2
    assert all(len(run) == 1 for run in runs if any(char > "\uffff" for char in run))


def test_the_file_says_what_it_is() -> None:
    _, ofd = opened(LETTER)
    about = ofd.xml("OFD.xml").find(f"{tag('DocBody')}/{tag('DocInfo')}")
    assert about is not None
    said = {child.tag.partition("}")[2]: child.text for child in about}

    assert said["Title"] == LETTER.title
    assert said["Subject"] == LETTER.number
    assert said["DocID"] == digest(LETTER)[:32]
    assert said["CreationDate"] == "2026-11-22"


_ELSEWHERE = """
import hashlib, sys
from app.documents.compose import compose, paint_ofd
from app.documents.fonts.chain import bundled
from app.documents.model import OfficialDocument
from app.kernel import canon, plain
document = plain.from_plain(OfficialDocument, canon.loads(sys.stdin.buffer.read()))
composed = compose(document, bundled())
sys.stdout.buffer.write(paint_ofd(composed, document))
"""


def test_another_process_writes_the_same_bytes() -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE],
        input=canon.dumps(plain.to_plain(REFERRAL)),
        capture_output=True,
        check=True,
        env=environment,
    )

    assert result.stdout == paint_ofd(compose(REFERRAL, bundled()), REFERRAL)
