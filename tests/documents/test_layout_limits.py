"""Input nobody would type on purpose: each has a page that may be sent or a refusal with facts."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from app.documents.audit import Finding, audit
from app.documents.audit.lines import read
from app.documents.compose import compose, paint_pdf
from app.documents.fonts.chain import FontChain, bundled
from app.documents.fonts.face import Role
from app.documents.fonts.truetype import TrueTypeFace
from app.documents.layout.ops import Colour, Glyphs, Stroke
from app.documents.model import Form, OfficialDocument, Signature, text
from app.documents.paint.preview import page_count
from app.documents.standard import BOTTOM, LEFT, RIGHT, SEAL_APART, TOP
from app.kernel.errors import FontUnusableError, PartTooTallError, UncoveredCharactersError
from tests.documents.forms import DOCUMENT, JOINT, MINUTES
from tests.documents.laid import laid, rows, words
from tests.documents.samples import FACTS, LETTER, RECEIPT, REFERRAL, SHEET, sheet

LONG_TITLE = ("关于移送示例市实验学校教学设备采购项目供应商涉嫌串通投标案件有关材料的函" * 9)[:300]
LONG_NAME = ("示例市第一建设工程有限责任公司北方分公司" * 6)[:120]
DAY = date(2026, 11, 5)
ROOT = Path(__file__).resolve().parents[2]


def blocking(document: OfficialDocument) -> list[Finding]:
    return [finding for finding in audit(document, laid(document)) if finding.blocks]


# -- long titles and names -----------------------------------------------------------------


@pytest.mark.parametrize("document", [LETTER, REFERRAL, SHEET], ids=lambda each: each.form)
def test_a_title_of_three_hundred_characters_leaves_room_for_the_text(
    document: OfficialDocument,
) -> None:
    document = replace(document, title=LONG_TITLE)

    assert LONG_TITLE in words_of(document)
    assert blocking(document) == []


@pytest.mark.parametrize("document", [DOCUMENT, JOINT, MINUTES], ids=["one", "joint", "minutes"])
def test_a_title_no_first_page_holds_below_its_head_is_refused(document: OfficialDocument) -> None:
    with pytest.raises(PartTooTallError) as refused:
        laid(replace(document, title=LONG_TITLE))

    assert refused.value.section == "title"
    assert refused.value.over in range(1, 22)


@pytest.mark.parametrize("document", [LETTER, REFERRAL, DOCUMENT], ids=lambda each: each.form)
def test_a_name_of_a_hundred_and_twenty_characters_is_whole_everywhere(
    document: OfficialDocument,
) -> None:
    signature = Signature(LONG_NAME, DAY, sealed=True)
    document = replace(document, agency=LONG_NAME, addressee=LONG_NAME, signature=signature)

    assert words_of(document).count(LONG_NAME) >= 3
    assert blocking(document) == []


def words_of(document: OfficialDocument) -> str:
    """Its lines from the head of each page, the red ones first."""
    composed = laid(document)
    pages = read(composed.pages, composed.faces)
    return "".join(line.text for page in pages for line in (*page.marks, *page.lines))


def test_a_long_agency_name_is_divided_before_it_becomes_unreadable() -> None:
    page = laid(replace(LETTER, agency=LONG_NAME)).pages[0]

    red = [op for op in page.ops if isinstance(op, Glyphs) and op.colour is Colour.RED]

    assert {round(op.size * 72 / 25.4) for op in red} == {22}
    assert len({op.baseline for op in red}) == 6


# -- many of something -----------------------------------------------------------------------


def test_eighty_attachments_are_named_each_on_its_line() -> None:
    names = tuple(f"移送材料之{number}" for number in range(1, 81))
    document = replace(LETTER, attachments=names)
    lines = [line for page in laid(document).pages for line in rows(page).values()]

    said = [line.removeprefix("附件：") for line in lines if "移送材料之" in line]

    assert said == [f"{place}.{name}" for place, name in enumerate(names, 1)]
    assert blocking(document) == []


@pytest.mark.parametrize("count", [10, 12, 13, 16, 20])
def test_more_agencies_than_a_page_has_room_for_seals_pass_to_the_next(count: int) -> None:
    names = tuple(f"示例市第{number}局" for number in "一二三四五六七八九十甲乙丙丁戊己庚辛壬")
    joint = names[: count - 1]
    signature = Signature("示例市财政局", DAY, sealed=True, others=joint)
    pages = laid(replace(JOINT, joint=joint, signature=signature, title="通知")).pages
    seals = [(page, seal) for page in pages for seal in page.seals]

    assert len(seals) == count
    for page, seal in seals:
        assert seal.y - seal.diameter / 2 >= TOP
        assert seal.y + seal.diameter / 2 <= BOTTOM
        assert seal.x - seal.diameter / 2 >= LEFT
        assert seal.x + seal.diameter / 2 <= RIGHT
        for other in page.seals:
            apart = ((seal.x - other.x) ** 2 + (seal.y - other.y) ** 2) ** 0.5
            assert other == seal or apart >= seal.diameter + SEAL_APART - 0.01


def test_an_imprint_taller_than_a_page_is_refused() -> None:
    with pytest.raises(PartTooTallError) as refused:
        laid(replace(DOCUMENT, copy_to="示例市财政局，" * 200))

    assert refused.value.section == "copy_to"


def test_addressees_neither_the_first_page_nor_the_imprint_holds_are_refused() -> None:
    with pytest.raises(PartTooTallError) as refused:
        laid(replace(LETTER, addressee="示例市财政局，" * 300))

    assert refused.value.section == "addressee"


def test_a_receipt_taller_than_a_page_is_refused() -> None:
    receipt = replace(RECEIPT, paragraphs=("你局移送的材料收悉。" * 80,))

    with pytest.raises(PartTooTallError) as refused:
        laid(replace(REFERRAL, receipt=receipt))

    assert refused.value.section == "receipt"


# -- much text -------------------------------------------------------------------------------


def test_a_cell_longer_than_three_pages_goes_on_until_its_end() -> None:
    facts = "".join(f"第{number}项事实已经查明。" for number in range(1, 400))
    document = sheet(facts)
    pages = laid(document).pages

    assert len(pages) > 3
    assert "第200项事实" in "".join(words(page) for page in pages)
    strokes = [op for page in pages for op in page.ops if isinstance(op, Stroke)]
    assert max(stroke.y2 for stroke in strokes) <= BOTTOM + 0.01
    assert blocking(document) == []


def test_a_hundred_thousand_characters_are_set_in_order_and_in_time() -> None:
    one = replace(LETTER, body=(text((FACTS * 400)[:100_000]),))
    began = time.process_time()

    pages = laid(one).pages
    took = time.process_time() - began

    assert took < 3
    assert (FACTS * 400)[50_000:50_500].replace(" ", "") in "".join(
        "".join(rows(page).values()) for page in pages
    )


@pytest.mark.parametrize("typed", ["A", "。", "1年", " 文", "甲\n", "——"])
def test_much_of_anything_takes_its_time_and_no_more(typed: str) -> None:
    document = replace(LETTER, body=(text("现函告如下。"), text(typed * 20_000)))
    began = time.process_time()

    pages = laid(document).pages

    assert time.process_time() - began < 5
    assert len(pages) > 20


_TWO_HUNDRED: Final = """
import re
from dataclasses import replace
from pathlib import Path
from app.documents.model import text
from tests.documents.laid import laid
from tests.documents.samples import FACTS, LETTER
pages = laid(replace(LETTER, body=tuple(text(FACTS) for _ in range(510)))).pages
# Not ru_maxrss: it begins with what the parent of the process took.
(most,) = re.findall(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())
print(len(pages), most)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="kilobytes are counted on Linux")
def test_two_hundred_pages_are_composed_in_little_memory() -> None:
    """The whole process, faces and all."""
    told = subprocess.run(
        [sys.executable, "-c", _TWO_HUNDRED], capture_output=True, check=True, text=True, cwd=ROOT
    )
    pages, kilobytes = map(int, told.stdout.split())

    assert pages >= 200
    assert kilobytes < 200 * 1024


# -- what is no text -------------------------------------------------------------------------

REFUSED = {
    "nothing": "\0",
    "bell": "\a",
    "right to left": "\u202e",
    "isolate": "\u2066",
    "joiner": "\u200d",
    "mark of order": "\ufeff",
    "private": "\ue000",
    "emoji": "😀",
    "unassigned": "\U0003fffd",
}


@pytest.mark.parametrize("char", REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_is_refused_with_its_part_and_number(char: str) -> None:
    with pytest.raises(UncoveredCharactersError) as refused:
        laid(replace(LETTER, body=(text(f"甲{char}某"),), addressee=f"示例{char}局"))

    assert refused.value.found == (
        ("addressee", char, f"U+{ord(char):04X}"),
        ("body", char, f"U+{ord(char):04X}"),
    )


@pytest.mark.parametrize(
    "typed", ["A&B公司", "<font color=red>大</font>", "&amp;", "{{ x }}", "%s"]
)
def test_markup_is_drawn_as_typed(typed: str) -> None:
    page = laid(replace(LETTER, body=(text(typed),))).pages[0]

    assert typed.replace(" ", "") in "".join(words(page).split())


@pytest.mark.parametrize("name", ["𠮷", "𬭎", "㛃", "䶮", "𫖮", "𬀩", "𰻞"])
def test_rare_names_up_to_the_newest_extension_are_drawn_or_named(name: str) -> None:
    document = replace(LETTER, body=(text(f"张{name}"),))

    if bundled().face_for(name, Role.BODY):
        assert name in words(laid(document).pages[0])
        return
    with pytest.raises(UncoveredCharactersError) as refused:
        laid(document)
    assert refused.value.found == (("body", name, f"U+{ord(name):04X}"),)


# -- faces that are not there ----------------------------------------------------------------


@pytest.mark.parametrize("kind", ["missing", "altered"])
def test_a_letter_whose_face_is_not_there_is_refused_by_the_file(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "XT-Fang.ttf"
    face = bundled().face_for("一", Role.BODY)
    assert face is not None
    if kind == "altered":
        path.write_bytes(face.path.read_bytes()[:-1] + b"?")
    lost = TrueTypeFace("XTFang", path, face.sha256)
    fonts = FontChain(dict.fromkeys(Role, lost), ())

    with pytest.raises(FontUnusableError) as refused:
        compose(LETTER, fonts)

    assert refused.value.font == "XT-Fang.ttf"


def test_a_long_document_is_painted_whole() -> None:
    document = replace(REFERRAL, form=Form.ENFORCEMENT, body=(text(FACTS * 60),))
    composed = laid(document)

    assert len(composed.pages) > 20
    assert page_count(paint_pdf(composed, document)) == len(composed.pages)
