"""The file itself: read back, repeated, looked at."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import threading
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from reportlab.pdfbase import pdfdoc, ttfonts

from app.documents.compose import compose, paint_pdf
from app.documents.fonts import catalog
from app.documents.fonts.chain import bundled
from app.documents.fonts.face import Face, Role
from app.documents.layout.ops import Page
from app.documents.model import OfficialDocument, text
from app.documents.paint.corrections import CorrectedFont, to_unicode_map
from app.documents.paint.preview import page_count, page_image, page_images
from app.documents.standard import PITCH, POINT
from app.documents.verify import Finding, Point, audit, read
from app.kernel import canon, plain
from tests.documents.forms import DOCUMENT
from tests.documents.samples import FACTS, FORMS, LETTER, REFERRAL, SHEET

ROOT = Path(__file__).resolve().parents[2]


def painted(document: OfficialDocument) -> bytes:
    return paint_pdf(compose(document, bundled()), document)


def plain_text(pdf: bytes) -> str:
    """The text another program copies out of *pdf*, without white."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        words = "".join(page.extract_text() for page in opened.pages)
    return "".join(words.split())


# -- the same bytes ------------------------------------------------------------------------

_ELSEWHERE = """
import hashlib, sys
from app.documents.compose import compose, paint_pdf
from app.documents.fonts.chain import bundled
from app.documents.model import OfficialDocument
from app.kernel import canon, plain
document = plain.from_plain(OfficialDocument, canon.loads(sys.stdin.buffer.read()))
print(hashlib.sha256(paint_pdf(compose(document, bundled()), document)).hexdigest())
"""


@pytest.mark.parametrize("document", FORMS, ids=lambda document: document.form)
def test_a_document_is_the_same_bytes_again(document: OfficialDocument) -> None:
    assert painted(document) == painted(document)


@pytest.mark.parametrize("seed", ["0", "7"])
def test_another_process_paints_the_same_bytes(seed: str) -> None:
    stored = canon.dumps(plain.to_plain(REFERRAL))
    surroundings = {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1", "PYTHONPATH": str(ROOT)}

    result = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE],
        input=stored,
        capture_output=True,
        check=True,
        env=surroundings,
    )

    assert result.stdout.decode().strip() == hashlib.sha256(painted(REFERRAL)).hexdigest()


def test_two_threads_paint_the_same_bytes() -> None:
    composed = compose(REFERRAL, bundled())
    found: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: found.append(paint_pdf(composed, REFERRAL)))
        for _ in range(4)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert set(found) == {painted(REFERRAL)}
    assert len(found) == 4


def test_the_file_bears_the_day_of_the_document() -> None:
    with pdfplumber.open(io.BytesIO(painted(REFERRAL))) as opened:
        facts = opened.metadata

    assert facts["CreationDate"] == facts["ModDate"] == "D:20261122000000+00'00'"
    assert facts["Title"] == "涉嫌犯罪案件移送书"
    assert facts["Author"] == "示例市财政局"


# -- text ----------------------------------------------------------------------------------


@pytest.mark.parametrize("document", FORMS, ids=lambda document: document.form)
def test_every_word_can_be_copied_out_of_the_file(document: OfficialDocument) -> None:
    copied = plain_text(painted(document))

    for word in (document.agency, document.title, document.addressee):
        assert word in copied


def test_characters_beyond_the_first_plane_can_be_copied() -> None:
    document = replace(LETTER, body=(text("张喆、龚㛃、𠮷某、𬭎某。"),))

    assert "张喆、龚㛃、𠮷某、𬭎某。" in plain_text(painted(document))


def test_markup_is_printed_as_typed() -> None:
    typed = "A&B公司<font size=40>大</font>&amp;<img src=x>"

    assert typed.replace(" ", "") in plain_text(painted(replace(LETTER, body=(text(typed),))))


def test_ten_thousand_characters_and_a_very_long_name_are_whole() -> None:
    name = "示例市某某" * 24
    facts = (FACTS * 50)[:10_000]
    document = replace(REFERRAL, addressee=name, body=(text(facts),), exercise=True)
    pdf = painted(document)

    assert page_count(pdf) > 15
    assert audit(pdf, document) == ()


def test_a_document_of_nothing_is_still_a_page() -> None:
    empty = replace(SHEET, agency="", title="", body=(text(""),))

    assert page_count(painted(empty)) == 1


# -- the outline ---------------------------------------------------------------------------


def outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """Level, words and page of each entry."""
    opened = pypdfium2.PdfDocument(pdf)
    try:
        entries = ((mark.level, mark.get_title(), mark.get_dest()) for mark in opened.get_toc())
        return [(level, words, place.get_index()) for level, words, place in entries if place]
    finally:
        opened.close()


def test_a_long_document_has_an_outline_of_its_headings_and_its_lists() -> None:
    list_of_chapters = replace(
        DOCUMENT.annexes[0], body=(text("一、总则", 1), text("正文。"), text("二、附则", 1))
    )
    document = replace(DOCUMENT, annexes=(list_of_chapters, DOCUMENT.annexes[1]))

    assert outline(painted(document)) == [
        (0, "一、健全线索发现机制", 0),
        (0, "二、规范移送程序", 1),
        (0, "附件1　联席会议成员单位职责分工表", 2),
        (1, "一、总则", 2),
        (1, "二、附则", 2),
        (0, "附件2　政府采购违法线索移送工作任务清单", 3),
    ]


def test_a_short_document_has_none() -> None:
    assert outline(painted(REFERRAL)) == []
    assert b"/Outlines" not in painted(REFERRAL)


# -- positions -----------------------------------------------------------------------------


def test_the_lines_of_the_file_stand_on_the_grid() -> None:
    document = replace(LETTER, body=(text("国" * 1500),), signature=None, copy_to="")
    page = read(painted(document))[1]
    baselines = sorted({round(glyph.baseline, 3) for glyph in page.glyphs if glyph.char == "国"})

    steps = [after - before for before, after in pairwise(baselines)]

    assert len(baselines) == 22
    assert all(abs(step - PITCH) < 0.003 for step in steps)
    assert round(min(glyph.x for glyph in page.glyphs), 2) == 28.00
    assert round(max(glyph.right for glyph in page.glyphs), 2) == 184.00


def test_another_reader_finds_the_same_positions() -> None:
    pdf = painted(replace(LETTER, body=(text("国" * 1500),), signature=None, copy_to=""))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        theirs = [char["x0"] * POINT for char in opened.pages[1].chars if char["text"] == "国"]

    ours = [glyph.x for glyph in read(pdf)[1].glyphs if glyph.char == "国"]

    assert len(ours) == len(theirs) == 22 * 28
    assert all(abs(one - other) < 0.01 for one, other in zip(ours, theirs, strict=True))


@pytest.mark.parametrize("document", FORMS, ids=lambda document: document.form)
@pytest.mark.parametrize("exercise", [False, True])
def test_every_form_keeps_the_standard(document: OfficialDocument, exercise: bool) -> None:
    document = replace(document, exercise=exercise)

    assert audit(painted(document), document) == ()


def points(findings: tuple[Finding, ...]) -> set[Point]:
    return {finding.point for finding in findings}


def test_the_audit_sees_a_missing_exercise_mark() -> None:
    findings = audit(painted(SHEET), replace(SHEET, exercise=True))

    assert points(findings) == {Point.EXERCISE}


def test_the_audit_sees_a_lost_character() -> None:
    findings = audit(painted(LETTER), replace(LETTER, contact=f"{LETTER.contact}龘"))

    assert points(findings) == {Point.TEXT}
    assert findings[0].expected - findings[0].actual == 1


def test_the_audit_sees_a_head_of_another_form() -> None:
    findings = audit(painted(replace(LETTER, form=REFERRAL.form)), LETTER)

    assert {Point.FOLIO, Point.MARK, Point.FOOT_RULE, Point.RULE_WIDTH} <= points(findings)


def test_the_audit_sees_another_line_pitch() -> None:
    attachments = tuple(f"材料{index}" for index in range(7))
    tight = next(
        (document, composed)
        for count in range(300, 1300, 28)
        for document in (replace(LETTER, body=(text("文" * count),), attachments=attachments),)
        for composed in (compose(document, bundled()),)
        if composed.pitch != PITCH
    )

    findings = audit(paint_pdf(tight[1], tight[0]), tight[0])

    assert points(findings) == {Point.PITCH}
    assert all("7.3.5.5" in finding.clause for finding in findings)


# -- what ReportLab would have written -----------------------------------------------------


def test_the_librarys_own_map_still_spoils_rare_characters() -> None:
    assert "<20BB7>" in ttfonts.makeToUnicodeCMap("F", [0x20BB7])
    assert "<D842DFB7>" in to_unicode_map("F", [0x20BB7])


def test_the_library_still_copies_all_outlines_for_a_few() -> None:
    whole: Any = ttfonts.TTFont("Whole", str(catalog.LATIN.path)).face
    ours: Any = CorrectedFont("Ours", bundled_face("A")).face

    assert len(whole.get_table("glyf")) > 100_000
    assert not isinstance(ours.get_table("glyf"), bytes)
    assert ours.makeSubset([0, 65, 0xE9]) == whole.makeSubset([0, 65, 0xE9])
    assert ours.makeSubset([0, 65]) is ours.makeSubset([0, 65])


def bundled_face(char: str) -> Face:
    face = bundled().face_for(char, Role.LATIN)
    assert face is not None
    return face


def test_a_map_has_blocks_of_a_hundred_at_most() -> None:
    lines = to_unicode_map("F", range(32, 288)).splitlines()

    assert [line for line in lines if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "56 beginbfchar",
    ]


def test_streams_end_with_a_line_end() -> None:
    pdf = painted(LETTER)

    assert pdf.count(b"\nendstream") == pdf.count(b"endstream")
    assert b"\nendstream" in pdfdoc.PDFStream(content="x").format(pdfdoc.PDFDocument())


def test_every_font_is_embedded() -> None:
    pdf = painted(REFERRAL)

    assert b"Helvetica" not in pdf
    assert pdf.count(b"/FontFile2") == pdf.count(b"/Type /FontDescriptor")


def test_the_file_says_that_it_is_for_the_archive() -> None:
    pdf = painted(replace(REFERRAL, title="A&B移送书"))

    assert pdf.startswith(b"%PDF-1.4")
    assert b"<pdfaid:part>1</pdfaid:part>" in pdf
    assert "A&amp;B移送书".encode() in pdf
    assert b"/GTS_PDFA1" in pdf
    assert b"<xmp:CreateDate>2026-11-22T00:00:00+00:00</xmp:CreateDate>" in pdf


# -- images --------------------------------------------------------------------------------


def test_a_page_becomes_pixels_of_the_wanted_size() -> None:
    pdf = painted(LETTER)

    image = page_image(pdf, 0, 100)

    assert (image.width, image.height) == (827, 1170)
    assert len(image.pixels) == image.width * image.height * 4
    assert image.pixels[:4] == b"\xff\xff\xff\xff"


def test_red_is_red_and_text_is_black() -> None:
    image = page_image(painted(LETTER), 0, 100)
    colours = {image.pixels[at : at + 4] for at in range(0, len(image.pixels), 4)}

    assert b"\xd9\x00\x00\xff" in colours
    assert b"\x00\x00\x00\xff" in colours


def test_there_is_an_image_for_every_page() -> None:
    pdf = painted(REFERRAL)

    images = page_images(pdf, 40)

    assert len(images) == page_count(pdf) == len(compose(REFERRAL, bundled()).pages)
    assert len({image.pixels for image in images}) == len(images)


def test_pages_may_be_asked_for_from_several_threads() -> None:
    pdf = painted(REFERRAL)
    wanted = page_image(pdf, 0, 40)
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(page_image(pdf, 0, 40))) for _ in range(4)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [wanted] * 4


def test_the_check_matrix_is_drawn_module_by_module() -> None:
    pdf = painted(REFERRAL)
    composed: tuple[Page, ...] = compose(REFERRAL, bundled()).pages
    with_list = len(composed) - 1
    image = page_image(pdf, with_list, 254)

    module = 18.0 / 25
    for row in range(25):
        for column in range(25):
            x = round((184 - 18 + (column + 0.5) * module) * 10)
            y = round((37 + (row + 0.5) * module) * 10)
            at = (y * image.width + x) * 4
            assert REFERRAL.check is not None
            dark = REFERRAL.check.matrix[row][column] == "1"
            assert (image.pixels[at] < 128) is dark
