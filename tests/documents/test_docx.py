"""The DOCX of every form: its words, its styles, its order, its measures."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest

from app.documents.compose import compose, paint_docx
from app.documents.fonts.chain import bundled
from app.documents.model import (
    Block,
    Form,
    OfficialDocument,
    Paragraph,
    Signature,
    text,
    texts,
)
from app.documents.standard import LEFT, LINES, PITCH, POINT, TEXT_WIDTH, TOP
from app.kernel import canon, plain
from app.kernel.errors import UncoveredCharactersError
from tests.documents.forms import ALL_FORMS, DOCUMENT, JOINT, MINUTES, UPWARD
from tests.documents.samples import CHECK, FACTS, LETTER, RECEIPT, REFERRAL, SHEET

ROOT = Path(__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def painted(document: OfficialDocument) -> bytes:
    return paint_docx(compose(document, bundled()), document, bundled())


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def roots(document: OfficialDocument) -> Iterator[Any]:
    """The trees of the text, its headers and its footers."""
    opened = docx.Document(io.BytesIO(painted(document)))
    yield opened.element
    for relation in opened.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            yield relation.target_part.element


def words(document: OfficialDocument) -> str:
    """All text of the file, without white."""
    said = [node.text or "" for root in roots(document) for node in root.iter(f"{W}t")]
    return "".join("".join(said).split())


def body(document: OfficialDocument) -> Any:
    return docx.Document(io.BytesIO(painted(document))).element.body


def styled(document: OfficialDocument, style: str) -> list[str]:
    """The texts of the paragraphs of *style*, by the name users see."""
    opened = docx.Document(io.BytesIO(painted(document)))
    return [each.text for each in opened.paragraphs if each.style and each.style.name == style]


# -- what it says --------------------------------------------------------------------------


@pytest.mark.parametrize("form", ALL_FORMS)
def test_every_word_of_the_model_is_in_the_file(form: str) -> None:
    document = ALL_FORMS[form]
    found = words(document)

    for part, said in texts(document):
        for line in said.split("\n"):
            # Names of two characters are as wide as those of three beside 签发人.
            assert "".join(line.split()) in found, part


def test_elements_have_the_styles_users_know() -> None:
    assert styled(DOCUMENT, "发文机关标志") == ["示例市财政局文件"]
    assert styled(DOCUMENT, "发文字号") == [DOCUMENT.number]
    assert styled(DOCUMENT, "主送机关") == [f"{DOCUMENT.addressee}："]
    assert styled(DOCUMENT, "Heading 1") == ["一、健全线索发现机制", "二、规范移送程序"]
    assert styled(DOCUMENT, "署名") == ["示例市财政局"]
    assert styled(DOCUMENT, "成文日期") == ["2026年11月5日"]
    assert styled(DOCUMENT, "附注") == ["（此件公开发布）"]
    assert styled(DOCUMENT, "附件标识") == ["附件1", "附件2"]
    assert styled(MINUTES, "出席人员")[1] == "请假：己某某（市公安局）"


def test_a_heading_with_text_behind_it_is_a_paragraph_of_both_faces() -> None:
    (paragraph,) = [
        each
        for each in docx.Document(io.BytesIO(painted(DOCUMENT))).paragraphs
        if each.text.startswith("（一）")
    ]

    assert paragraph.style is not None
    assert paragraph.style.name == "Body Text"
    styles = {run.text: run.style.name for run in paragraph.runs if run.style}
    assert styles["（一）拓宽来源渠道。"] == "楷体文字"


@pytest.mark.parametrize("form", ALL_FORMS)
def test_no_text_stands_in_a_box_and_no_line_of_the_body_is_forced(form: str) -> None:
    root = body(ALL_FORMS[form])

    assert not list(root.iter(f"{W}txbxContent"))
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        if style in {"BodyText", "Attachments", "Attendance", "Addressee", "Imprint"}:
            assert not list(paragraph.iter(f"{W}br"))


def test_markup_is_text() -> None:
    typed = "A&B公司<w:br/>&amp;"

    assert typed in words(replace(LETTER, body=(text(typed),)))


def test_what_no_face_draws_is_refused_before_anything_is_written() -> None:
    with pytest.raises(UncoveredCharactersError):
        painted(replace(LETTER, body=(text("甲\x07乙"),)))


def test_a_draft_leaves_its_number_and_its_day_blank() -> None:
    unsigned = Signature("示例市财政局", None, sealed=True)
    draft = replace(LETTER, number="", signature=unsigned)

    assert styled(draft, "发文字号") == ["\t"]
    assert styled(draft, "成文日期") == ["年　　月　　日"]


def test_a_slip_without_room_begins_a_page() -> None:
    crowded = replace(REFERRAL, body=(text(FACTS * 2), text(FACTS)), annexes=())
    composed = compose(crowded, bundled())
    assert not composed.torn_off

    assert "沿此线剪下" not in words(crowded)
    (title,) = [
        each
        for each in docx.Document(io.BytesIO(painted(crowded))).paragraphs
        if each.text == RECEIPT.title
    ]
    assert title.paragraph_format.page_break_before


def test_the_matrix_is_a_picture_beside_its_code() -> None:
    data = parts_of(painted(REFERRAL))
    pictures = [name for name in data if name.startswith("word/media/")]

    assert len(pictures) == 1
    assert data[pictures[0]].startswith(b"\x89PNG")
    assert words(REFERRAL).count(f"校验码：{CHECK.code}") == 2
    assert f"校验码：{CHECK.code}" in words(replace(SHEET, check=CHECK))


def test_a_mark_on_the_letter_itself_stands_in_the_header_of_its_first_page() -> None:
    marked = replace(LETTER, check=replace(CHECK, on_letter=True))
    header = docx.Document(io.BytesIO(painted(marked))).sections[0].first_page_header

    assert [each.text for each in header.paragraphs[:2]] == [
        f"校验码：{CHECK.code}",
        LETTER.agency,
    ]
    (picture,) = re.findall('r:embed="([^"]+)"', header._element.xml)
    assert header.part.related_parts[picture].blob.startswith(b"\x89PNG")


@pytest.mark.parametrize("form", ALL_FORMS)
def test_every_part_named_in_a_part_is_one_it_relates_to(form: str) -> None:
    document = replace(ALL_FORMS[form], check=replace(CHECK, on_letter=True), exercise=True)
    data = parts_of(painted(document))

    for name, content in data.items():
        folder, _, file = name.rpartition("/")
        related = data.get(f"{folder}/_rels/{file}.rels", b"").decode()
        named = re.findall('r:(?:embed|id)="([^"]+)"', content.decode("utf-8", "replace"))
        assert all(f'Id="{each}"' in related for each in named), name


def test_a_sheet_of_several_pages_says_which_of_how_many() -> None:
    long = replace(SHEET, body=SHEET.body * 8)

    assert "NUMPAGES" in "".join(root.xml for root in roots(long))
    assert "NUMPAGES" not in "".join(root.xml for root in roots(SHEET))


# -- how it is set -------------------------------------------------------------------------

_ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
        " pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
        " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
        " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
        " rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
        " noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u"
        " effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
        " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
        " vAlign hideMark"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
        " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
        " docGrid printerSettings"
    ),
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked personal rsid pPr rPr tblPr trPr tcPr",
}
"""The children of each element in the order of the schema (ECMA-376 Part 1, Annex A)."""


def _ordered(root: Any) -> Iterator[tuple[str, list[int]]]:
    for name, order in _ORDER.items():
        places = {child: place for place, child in enumerate(order.split())}
        for parent in root.iter(f"{W}{name}"):
            yield name, [places[child.tag.removeprefix(W)] for child in parent]


@pytest.mark.parametrize("form", ALL_FORMS)
def test_children_stand_in_the_order_of_the_schema(form: str) -> None:
    document = replace(ALL_FORMS[form], exercise=True)
    opened = docx.Document(io.BytesIO(painted(document)))

    for root in (*roots(document), opened.styles.element):
        for name, places in _ordered(root):
            # A header and a footer reference may follow each other in any order.
            kept = [1 if name == "sectPr" and place == 0 else place for place in places]
            assert kept == sorted(kept), name


@pytest.mark.parametrize("form", ALL_FORMS)
def test_every_style_named_is_there(form: str) -> None:
    opened = docx.Document(io.BytesIO(painted(ALL_FORMS[form])))
    known = {style.style_id for style in opened.styles}

    for root in roots(ALL_FORMS[form]):
        named = {each.get(f"{W}val") for kind in "pr" for each in root.iter(f"{W}{kind}Style")}
        assert named <= known


def test_paper_and_lines_are_those_of_the_standard() -> None:
    section = docx.Document(io.BytesIO(painted(LETTER))).sections[0]
    twip = POINT / 20
    assert section.left_margin is not None
    assert section.top_margin is not None
    assert section.bottom_margin is not None
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.right_margin is not None
    wide = section.page_width.mm - section.left_margin.mm - section.right_margin.mm
    high = section.page_height.mm - section.top_margin.mm - section.bottom_margin.mm

    assert section.left_margin.mm == pytest.approx(LEFT, abs=twip)
    assert wide == pytest.approx(TEXT_WIDTH, abs=2 * twip)
    # 22 exact lines and no 23rd.
    assert LINES * 592 * twip <= high < (LINES + 1) * 592 * twip
    assert pytest.approx(PITCH, abs=twip) == 592 * twip
    # Programs lay a character into the middle of its line or lower: both within 37 ± 1.
    middle = section.top_margin.mm + (592 * twip - 16 * POINT) / 2
    low = section.top_margin.mm + 0.8 * 592 * twip - 0.88 * 16 * POINT
    assert abs(middle - TOP) < 1
    assert abs(low - TOP) < 1


def test_every_script_has_an_official_face_and_no_theme_wins() -> None:
    opened = docx.Document(io.BytesIO(painted(DOCUMENT)))
    fonts = list(opened.styles.element.iter(f"{W}rFonts"))
    chinese = {each.get(f"{W}eastAsia") for each in fonts} - {None}

    assert chinese == {"仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "Times New Roman"}
    assert not [name for each in fonts for name in each.attrib if "Theme" in name]


def test_a_face_that_is_not_installed_has_one_to_stand_in() -> None:
    table = parts_of(painted(LETTER))["word/fontTable.xml"].decode()

    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in table


def test_the_program_adds_no_white_and_hangs_no_sign() -> None:
    normal = docx.Document(io.BytesIO(painted(LETTER))).styles["Normal"].element
    off = ("autoSpaceDE", "autoSpaceDN", "overflowPunct", "snapToGrid")

    assert all(normal.find(f"{W}pPr/{W}{name}").get(f"{W}val") == "0" for name in off)


def test_pages_are_numbered_at_their_outer_edges() -> None:
    opened = docx.Document(io.BytesIO(painted(DOCUMENT)))
    section = opened.sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]

    assert opened.settings.odd_and_even_pages_header_footer
    assert odd.text == even.text == "—  —"
    assert [each.alignment for each in (odd, even)] == [2, 0]


def test_the_first_page_of_a_letter_has_no_number_and_both_double_rules() -> None:
    section = docx.Document(io.BytesIO(painted(LETTER))).sections[0]

    assert section.different_first_page_header_footer
    assert section.first_page_footer.paragraphs[0].text == ""
    header = section.first_page_header
    assert header.paragraphs[0].text == LETTER.agency
    assert len(re.findall("<wps:wsp>", header._element.xml)) == 4


def test_a_page_with_nothing_but_the_imprint_has_no_number() -> None:
    *_, last = docx.Document(io.BytesIO(painted(DOCUMENT))).sections

    assert last.different_first_page_header_footer
    assert last.first_page_footer.paragraphs[0].text == ""


def test_a_list_across_the_paper_is_a_section_of_its_own() -> None:
    sections = docx.Document(io.BytesIO(painted(DOCUMENT))).sections

    assert [section.orientation for section in sections] == [0, 1, 0]
    turned = sections[1].header._element.xml
    assert 'w:textDirection w:val="tbRl"' in turned
    assert "PAGE" in turned


@pytest.mark.parametrize("document", [LETTER, DOCUMENT, SHEET], ids=lambda each: each.form)
def test_every_page_of_an_exercise_says_so(document: OfficialDocument) -> None:
    exercise = replace(document, exercise=True)
    headers = [root for root in roots(exercise) if root.tag == f"{W}hdr"]

    assert headers
    assert all("演练样张 无效" in header.xml for header in headers)
    assert not [root for root in roots(document) if "演练样张" in root.xml]


def test_signers_stand_two_to_a_line_the_number_beside_the_last() -> None:
    assert styled(UPWARD, "发文字号") == [
        "\t签发人：甲某某\t乙　某",
        f"{UPWARD.number}\t\t丙某某",
    ]


def test_several_agencies_stand_below_each_other_beside_one_word() -> None:
    names, beside = docx.Document(io.BytesIO(painted(JOINT))).tables[0].rows[0].cells

    assert tuple(names.text.split("\n")) == (JOINT.agency, *JOINT.joint)
    assert beside.text == "文件"


def test_heads_of_tables_are_repeated() -> None:
    table = docx.Document(io.BytesIO(painted(DOCUMENT))).tables[0]
    heads = [row for row in table.rows if row._tr.xml.count("<w:tblHeader/>")]

    assert len(heads) == 1
    assert len(table.rows) == 15


def test_a_long_heading_keeps_with_what_it_heads() -> None:
    document = replace(LETTER, body=(text("一、标题", 1), Block(Paragraph("正文。"))))
    (heading,) = [
        each
        for each in docx.Document(io.BytesIO(painted(document))).paragraphs
        if each.text == "一、标题"
    ]

    assert heading.style is not None
    assert heading.style.element.find(f"{W}pPr/{W}keepNext") is not None


# -- the same bytes ------------------------------------------------------------------------


@pytest.mark.parametrize("form", ALL_FORMS)
def test_a_document_is_the_same_bytes_again(form: str) -> None:
    assert painted(ALL_FORMS[form]) == painted(ALL_FORMS[form])


_ELSEWHERE = """
import sys
from app.documents.compose import compose, paint_docx
from app.documents.fonts.chain import bundled
from app.documents.model import OfficialDocument
from app.kernel import canon, plain
document = plain.from_plain(OfficialDocument, canon.loads(sys.stdin.buffer.read()))
sys.stdout.buffer.write(paint_docx(compose(document, bundled()), document, bundled()))
"""


def test_another_process_writes_the_same_bytes() -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"}
    result = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE],
        input=canon.dumps(plain.to_plain(REFERRAL)),
        capture_output=True,
        check=True,
        env=environment,
    )

    assert result.stdout == painted(REFERRAL)


def test_the_file_bears_the_day_of_the_document_and_nothing_of_its_writing() -> None:
    about = docx.Document(io.BytesIO(painted(LETTER))).core_properties

    assert about.title == LETTER.title
    assert about.author == about.last_modified_by == LETTER.agency
    assert about.created == about.modified == datetime(2026, 11, 22, tzinfo=UTC)
    foreign = ("thumbnail", "theme", "Effects", "customXml", "numbering")
    assert not [name for name in parts_of(painted(LETTER)) for part in foreign if part in name]


def test_a_form_has_its_own_head_only() -> None:
    assert {form.value for form in Form} == {document.form.value for document in ALL_FORMS.values()}
