"""文件 and 纪要: the red heads, the room of seals, the imprint, turned attachments."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import combinations

import pytest

from app.documents.audit import audit
from app.documents.fonts.chain import bundled
from app.documents.fonts.face import Role
from app.documents.layout.ops import Colour, Glyphs, Modules, Page, Seal, Stroke
from app.documents.model import OfficialDocument, Signature, text
from app.documents.standard import BASELINE, BOTTOM, CELL, LEFT, PITCH, RIGHT, SIZE_3, SIZE_4, TOP
from tests.documents.forms import DOCUMENT, FOUR, JOINT, MINUTES, UPWARD
from tests.documents.laid import glyphs, laid, right_of, row_of, rows, strokes, words
from tests.documents.samples import CHECK, materials

HEADED = (DOCUMENT, JOINT, UPWARD, MINUTES)


def red_glyphs(page: Page) -> list[Glyphs]:
    return [op for op in page.ops if isinstance(op, Glyphs) and op.colour is Colour.RED]


def ink_of(op: Glyphs) -> tuple[float, float]:
    boxes = []
    for char in op.text:
        face = bundled().face_for(char, Role.TITLE)
        assert face is not None
        boxes.append(face.ink(char))
    high, low = max(box.top for box in boxes), min(box.bottom for box in boxes)
    return op.baseline - high * op.size, op.baseline - low * op.size


# -- 7.2.4 to 7.2.7, 10.3 --------------------------------------------------------------------


@pytest.mark.parametrize("document", HEADED, ids=lambda document: document.title)
def test_the_mark_shows_its_ink_thirty_five_millimetres_below_the_head(
    document: OfficialDocument,
) -> None:
    first = red_glyphs(laid(document).pages[0])
    top = min(op.baseline for op in first)

    inks = [ink_of(op)[0] for op in first if op.baseline == top]

    assert round(min(inks), 3) == 72.0


@pytest.mark.parametrize("document", HEADED, ids=lambda document: document.title)
def test_one_red_rule_as_wide_as_the_text_follows_four_millimetres_below(
    document: OfficialDocument,
) -> None:
    page = laid(document).pages[0]
    (rule,) = strokes(page, Colour.RED)

    above = [
        top
        for top in rows(page)
        if top < rule.y1 and ("〔" in rows(page)[top] or "11月5日" in rows(page)[top])
    ]

    assert (rule.x1, rule.x2) == (28.0, 184.0)
    assert round(rule.y1 - rule.width / 2 - max(above) - CELL, 2) == 4.0
    assert not any(strokes(other, Colour.RED) for other in laid(document).pages[1:])


@pytest.mark.parametrize("document", HEADED, ids=lambda document: document.title)
def test_two_lines_stand_free_below_the_mark(document: OfficialDocument) -> None:
    page = laid(document).pages[0]
    foot = max(ink_of(op)[1] for op in red_glyphs(page))

    first = min(top for top in rows(page) if top > foot)

    assert round((first - foot) / PITCH, 3) == 2.0


@pytest.mark.parametrize("document", HEADED, ids=lambda document: document.title)
def test_the_first_page_shows_the_text(document: OfficialDocument) -> None:
    opening = document.body[0].paragraph
    assert opening is not None

    assert opening.text[:10] in words(laid(document).pages[0])


def test_the_names_of_a_joint_head_are_equally_wide_and_the_word_stands_in_their_middle() -> None:
    marks = red_glyphs(laid(JOINT).pages[0])
    beside = [op for op in marks if op.text == "文件"]
    names = {
        baseline: [op for op in marks if op.baseline == baseline and op not in beside]
        for baseline in sorted({op.baseline for op in marks if op not in beside})
    }

    assert ["".join(op.text for op in line) for line in names.values()] == list(FOUR)
    lefts = {round(min(op.x for op in line), 2) for line in names.values()}
    rights = {round(max(map(right_of, line)), 2) for line in names.values()}
    assert len(lefts) == len(rights) == 1
    assert round(beside[0].baseline, 2) == round((min(names) + max(names)) / 2, 2)
    assert min(lefts) >= LEFT - 0.01
    assert right_of(beside[0]) <= RIGHT + 0.01


def test_a_joint_letter_shows_its_leading_agency_alone() -> None:
    letter = replace(JOINT, form=type(JOINT.form).LETTER, printing=None)

    assert "".join(op.text for op in red_glyphs(laid(letter).pages[0])) == FOUR[0]


def test_a_number_without_signers_stands_in_the_middle() -> None:
    page = laid(DOCUMENT).pages[0]
    top = row_of(page, "〔2026〕13")
    line = [op for op in glyphs(page) if abs(op.baseline - BASELINE * SIZE_3 - top) < 0.01]

    left, right = min(op.x for op in line), max(map(right_of, line))

    assert abs((left + right) / 2 - 106) < 0.75


def test_signers_stand_right_of_the_number_on_its_line() -> None:
    """7.2.6: two names a line, the number beside the last, a character free at both sides."""
    page = laid(UPWARD).pages[0]
    lines = rows(page)
    first, last = row_of(page, "签发人"), row_of(page, "〔2026〕20")
    line = [op for op in glyphs(page) if abs(op.baseline - BASELINE * SIZE_3 - last) < 0.01]
    (third,) = (op for op in line if op.text == "丙某某")
    (one,) = (op for op in glyphs(page) if "甲某某" in op.text)

    assert lines[first].replace("　", "") == "签发人：甲某某乙某"
    assert round(last - first, 3) == round(PITCH, 3)
    assert round(min(op.x for op in line), 3) == round(LEFT + CELL, 3)
    assert third.face == one.face == "XTKai"
    assert third.x == one.x
    right = max(right_of(op) for op in glyphs(page) if op.face == "XTKai" and op.baseline < 140)
    assert round(right, 3) == round(RIGHT - CELL, 3)


def test_the_number_of_a_copy_and_the_urgency_stand_at_the_upper_left() -> None:
    page = laid(UPWARD).pages[0]

    assert row_of(page, "000001") == TOP
    assert row_of(page, "特急") == round(TOP + PITCH, 3)
    assert {op.face for op in glyphs(page) if op.text == "特急"} == {"XTHei"}


def test_minutes_name_their_organ_and_their_day_above_the_rule_and_bear_no_seal() -> None:
    composed = laid(MINUTES)
    (rule,) = strokes(composed.pages[0], Colour.RED)

    top = row_of(composed.pages[0], "示例市财政局2026年11月5日")

    assert top < rule.y1
    assert not any(page.seals for page in composed.pages)


def test_attendance_hangs_from_its_first_name() -> None:
    """10.3: an empty line, two characters in, 黑体 labels."""
    page = laid(MINUTES).pages[-1]
    labels = [op for op in glyphs(page) if op.face == "XTHei"]
    top = row_of(page, "出席：")
    below = min(row for row in rows(page) if row > top)
    following = [op for op in glyphs(page) if abs(op.baseline - BASELINE * SIZE_3 - below) < 0.01]

    assert [op.text for op in labels] == ["出席：", "请假：", "列席："]
    assert {round(op.x, 3) for op in labels} == {round(LEFT + 2 * CELL, 3)}
    # The white half of an opening bracket may stand left of the edge.
    assert abs(min(op.x for op in following) - LEFT - 5 * CELL) < CELL / 2 + 0.01


# -- seals: 7.3.5.1 --------------------------------------------------------------------------


def sealed_pages(document: OfficialDocument) -> list[tuple[Seal, ...]]:
    return [page.seals for page in laid(document).pages if page.seals]


def seals(document: OfficialDocument) -> tuple[Page, tuple[Seal, ...]]:
    (page,) = (page for page in laid(document).pages if page.seals)
    return page, page.seals


@pytest.mark.parametrize("others", range(1, 10))
@pytest.mark.parametrize("name", ["示例市财政局", "示例市市场监督管理局", "示例市某某某某某区" * 3])
def test_seals_neither_touch_nor_cross_nor_leave_the_text_area(others: int, name: str) -> None:
    signature = replace(DOCUMENT.signature, others=(name,) * others)  # type: ignore[type-var]

    pages = sealed_pages(replace(JOINT, signature=signature))

    found = [seal for page in pages for seal in page]
    assert len(found) == others + 1
    for page in pages:
        for one, other in combinations(page, 2):
            apart = math.hypot(one.x - other.x, one.y - other.y)
            assert apart > (one.diameter + other.diameter) / 2 + 1
    assert all(seal.x - seal.diameter / 2 >= LEFT - 0.01 for seal in found)
    assert all(seal.x + seal.diameter / 2 <= RIGHT + 0.01 for seal in found)


@pytest.mark.parametrize("document", [DOCUMENT, JOINT], ids=["single", "joint"])
def test_a_seal_begins_within_a_line_of_the_text(document: OfficialDocument) -> None:
    page, found = seals(replace(document, attachments=()))
    top = min(seal.y - seal.diameter / 2 for seal in found)
    above = max(row for row, line in rows(page).items() if "有据可查" in line) + CELL

    assert 0 < top - above <= PITCH


def test_each_seal_stands_on_its_name_and_the_last_on_the_date_too() -> None:
    page, found = seals(JOINT)

    for name, seal in zip(FOUR, found, strict=True):
        (op,) = (op for op in glyphs(page) if op.text == name)
        assert round((op.x + right_of(op)) / 2, 2) == round(seal.x, 2)
        assert abs(op.baseline - seal.y) < seal.diameter / 4
    day = row_of(page, "2026年11月5日")
    assert day + CELL < found[-1].y + found[-1].diameter / 2


def test_unsealed_names_stand_below_each_other() -> None:
    signature = Signature(FOUR[0], JOINT.signature.day, sealed=False, others=FOUR[1:])  # type: ignore[union-attr]
    pages = laid(replace(JOINT, signature=signature)).pages
    (page,) = (page for page in pages if "2026年11月5日" in words(page).replace("印发", ""))
    tops = [row_of(page, name) for name in FOUR]

    assert tops == sorted(tops)
    assert {round(op.x, 2) for op in glyphs(page) if op.text in FOUR} == {
        round(RIGHT - 2 * CELL - 10 * CELL, 2)
    }


def test_a_date_longer_than_the_name_moves_the_name() -> None:
    """7.3.5.2: the date two characters from the right, the name two left of its beginning."""
    signature = Signature("甲局", DOCUMENT.signature.day, sealed=False)  # type: ignore[union-attr]
    page = laid(replace(DOCUMENT, signature=signature, attachments=(), annexes=())).pages[-1]
    day = row_of(page, "2026年11月5日")
    line = [op for op in glyphs(page) if abs(op.baseline - BASELINE * SIZE_3 - day) < 0.01]
    (name,) = (op for op in glyphs(page) if op.text == "甲局")

    assert round(max(map(right_of, line)), 2) == round(RIGHT - 2 * CELL, 2)
    assert round(min(op.x for op in line) - name.x, 2) == round(2 * CELL, 2)


# -- the imprint: 7.4, 7.3.2 -----------------------------------------------------------------


def test_the_imprint_has_thick_rules_outside_and_a_thin_one_between() -> None:
    page = laid(JOINT).pages[-1]
    levels = sorted(strokes(page), key=lambda op: op.y1)

    assert [op.width for op in levels] == [0.35, 0.25, 0.35]
    assert {(op.x1, op.x2) for op in levels} == {(28.0, 184.0)}
    assert round(levels[-1].y1, 2) == 262.0
    assert row_of(page, "示例市财政局办公室2026年11月6日印发", SIZE_4) > levels[1].y1
    (organ,) = (op for op in glyphs(page, SIZE_4) if op.text.startswith("示例市财政局办公室"))
    assert round(organ.x, 3) == round(LEFT + CELL, 3)


def test_addressees_no_first_page_holds_move_to_the_imprint() -> None:
    """7.3.2: the first page shows the text; no rule parts 主送 from 抄送."""
    many = "、".join(f"示例市第{number}采购中心" for number in range(1, 30))
    composed = laid(replace(JOINT, addressee=many))
    last = composed.pages[-1]

    assert "为加强政府采购" in words(composed.pages[0])
    assert "主送：示例市第1采购中心" in words(last)
    assert [op.width for op in sorted(strokes(last), key=lambda op: op.y1)] == [0.35, 0.25, 0.35]


def test_the_imprint_follows_the_attachments() -> None:
    composed = laid(DOCUMENT)

    assert [("抄送：" in words(page)) for page in composed.pages][-2:] == [False, True]


def test_the_imprint_stands_at_the_foot_of_a_turned_list() -> None:
    last = laid(DOCUMENT).pages[-1]
    turned = [op for op in last.ops if isinstance(op, Glyphs) and op.angle == 90]
    thick = [op for op in strokes(last) if op.y1 == op.y2 and op.width == 0.35]

    assert "抄送：" in words(last)
    assert turned
    assert max(op.baseline for op in turned) < min(op.y1 for op in thick)


@pytest.mark.parametrize("lines", range(12, 40))
@pytest.mark.parametrize("document", [MINUTES, UPWARD], ids=["minutes", "signed"])
def test_text_stands_on_the_page_of_the_imprint(document: OfficialDocument, lines: int) -> None:
    composed = laid(replace(document, body=(text("文" * 28 * lines),)))

    assert rows(composed.pages[-1])
    assert "印发" in words(composed.pages[-1])


def test_a_page_of_the_imprint_alone_has_no_number() -> None:
    """7.5: 版记页不编排页码; nothing stands at the foot of a sheet with so many copies."""
    copies = "、".join(f"示例市第{number}采购中心" for number in range(1, 60))
    document = replace(DOCUMENT, copy_to=copies)
    composed = laid(document)

    assert [page.numbered for page in composed.pages][-2:] == [True, False]
    assert "—" not in words(composed.pages[-1])
    assert not [finding for finding in audit(document, composed) if finding.blocks]


# -- attachments across the paper: 7.5 -------------------------------------------------------


def test_a_turned_attachment_has_its_head_at_the_left_and_its_number_where_it_always_is() -> None:
    turned = [
        page
        for page in laid(DOCUMENT).pages
        if any(isinstance(op, Glyphs) and op.angle == 90 for op in page.ops)
    ]

    assert len(turned) > 1
    for page in turned:
        assert (page.width, page.height) == (210, 297)
        table = [op for op in page.ops if isinstance(op, Stroke)]
        assert min(op.x1 for op in table) >= LEFT - 0.2
        assert max(op.x2 for op in table) <= RIGHT + 0.2
        assert max(op.y1 for op in table) <= BOTTOM + 0.2
        heads = [op for op in page.ops if isinstance(op, Glyphs) and "序号" in op.text]
        assert heads[0].x < LEFT + 60
        folio = [op for op in glyphs(page, SIZE_4) if op.baseline > BOTTOM]
        assert {op.angle for op in folio} == {0.0}
        assert folio


def test_a_turned_matrix_says_the_same() -> None:
    annex = replace(materials(2), landscape=True)
    page = laid(replace(DOCUMENT, annexes=(annex,), check=CHECK)).pages[-1]
    (matrix,) = (op for op in page.ops if isinstance(op, Modules))

    again = tuple("".join(row) for row in zip(*matrix.matrix[::-1], strict=True))

    assert again == CHECK.matrix
    assert LEFT <= matrix.x <= RIGHT
    assert round(matrix.y, 3) == TOP


def test_a_document_of_many_agencies_still_shows_its_text() -> None:
    names = tuple(f"示例市第{number}管理局" for number in range(2, 9))
    page = laid(replace(JOINT, joint=names, body=(text("正文。" * 40),))).pages[0]

    assert "正文。" in words(page)
