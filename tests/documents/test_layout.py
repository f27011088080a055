"""Where things stand, in millimetres, before any painter sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents import standard
from app.documents.fonts.chain import bundled
from app.documents.fonts.face import Role
from app.documents.layout.ops import Colour, Glyphs
from app.documents.model import Form, OfficialDocument, Signature, text
from app.documents.standard import BASELINE, SIZE_3, SIZE_4
from app.kernel.errors import UncoveredCharactersError
from tests.documents.laid import LONG, glyphs, inside, laid, right_of, row_of, rows, strokes, words
from tests.documents.samples import FORMS, LETTER, REFERRAL, SHEET

# -- the grid: 5.2.1, 5.2.3 ----------------------------------------------------------------


def test_the_numbers_solve_the_standards_own_equations() -> None:
    assert round(float(standard.CELL), 3) == 5.571
    assert round(float(standard.PITCH), 3) == 10.449
    assert abs(standard.CELL * 15 / 8 - standard.PITCH) < 0.005
    assert abs(standard.TOP + 21 * standard.PITCH + standard.CELL - 262) < 1e-9


def test_a_full_page_has_twenty_two_lines_of_twenty_eight_characters() -> None:
    document = replace(LONG, body=(text("国" * 1600),), signature=None, attachments=(), contact="")

    page = laid(document).pages[1]

    assert list(rows(page)) == [round(37 + index * standard.PITCH, 3) for index in range(22)]
    assert {len(line) for line in rows(page).values()} == {28}
    assert {round(op.x, 3) for op in glyphs(page)} == {28.0}
    assert {round(right_of(op), 3) for op in glyphs(page)} == {184.0}


def test_every_line_of_a_letter_stands_on_the_grid() -> None:
    for page in laid(LETTER).pages[1:]:
        for top in rows(page):
            steps = (top - standard.TOP) / standard.PITCH
            assert abs(steps - round(steps)) < 1e-3


def test_paragraphs_begin_two_characters_in() -> None:
    page = laid(REFERRAL).pages[0]

    (first,) = (op for op in glyphs(page) if op.text.startswith("我局在查处"))

    assert round(first.x, 3) == round(28 + 2 * standard.CELL, 3)


# -- headings: 7.3.3 -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "name"), [(0, "XTFang"), (1, "XTHei"), (2, "XTKai"), (3, "XTFang"), (4, "XTFang")]
)
def test_each_level_has_its_face(level: int, name: str) -> None:
    document = replace(REFERRAL, body=(text("标题文字。", level, "正文"),))

    page = laid(document).pages[0]

    assert {op.face for op in glyphs(page) if "标题" in op.text} == {name}
    assert {op.face for op in glyphs(page) if "正文" in op.text} == {"XTFang"}


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    for count in range(14, 20):
        body = (*(text("正文。") for _ in range(count)), text("二、标题", 1), text("正文。" * 30))
        pages = laid(replace(REFERRAL, body=body)).pages
        (page,) = (page for page in pages if "二、标题" in words(page))
        below = [top for top in rows(page) if top > row_of(page, "二、标题")]

        assert below


def test_items_of_one_level_fill_the_page_they_begin_on() -> None:
    items = tuple(text(f"{number}.请告知第{number}项情况。", 3) for number in range(1, 30))
    pages = laid(replace(LETTER, body=(text("请反馈下列情况："), *items))).pages

    assert "5.请告知第5项情况。" in words(pages[0])
    assert "20.请告知第20项情况。" in words(pages[1])


# -- the letter form: 10.1 -----------------------------------------------------------------


def test_the_agency_line_shows_its_ink_thirty_millimetres_from_the_top() -> None:
    page = laid(LETTER).pages[0]
    red = [op for op in page.ops if isinstance(op, Glyphs) and op.colour is Colour.RED]
    (mark,) = red
    face = bundled().face_for("示", Role.TITLE)
    assert face is not None

    top = max(face.ink(char).top for char in mark.text)

    assert mark.text == LETTER.agency
    assert round(mark.baseline - top * mark.size, 3) == 30.0
    assert round((mark.x + right_of(mark)) / 2, 2) == 106.0


def test_two_double_rules_frame_the_first_page() -> None:
    first, *others = laid(LETTER).pages

    upper, thin, lower_thin, lower = sorted(strokes(first, Colour.RED), key=lambda op: op.y1)

    assert {(op.x1, op.x2) for op in (upper, thin, lower_thin, lower)} == {(20.0, 190.0)}
    assert upper.width > thin.width
    assert lower.width > lower_thin.width
    assert round(lower.y1 + lower.width / 2, 3) == 277.0
    assert not any(strokes(page, Colour.RED) for page in others)


def test_the_number_stands_right_under_the_first_rule() -> None:
    page = laid(LETTER).pages[0]
    rule = max(op.y1 + op.width / 2 for op in strokes(page, Colour.RED) if op.y1 < 100)

    top = row_of(page, "〔2026〕8")

    last = max(
        (op for op in glyphs(page) if abs(op.baseline - BASELINE * SIZE_3 - top) < 0.01),
        key=lambda op: op.x,
    )
    assert round(top - rule, 2) == round(standard.CELL * 7 / 8, 2)
    assert round(right_of(last), 2) == 184.0


def test_the_first_page_of_a_letter_has_no_number_and_the_others_do() -> None:
    first, *others = laid(LETTER).pages

    assert "—" not in words(first)
    assert all(
        f"— {number} —".replace(" ", "") in words(page).replace(" ", "")
        for number, page in enumerate(others, 2)
    )


def test_a_long_agency_name_shrinks_to_the_text_width() -> None:
    page = laid(replace(LETTER, agency="示例市某某区" * 6)).pages[0]
    red = [op for op in page.ops if isinstance(op, Glyphs) and op.colour is Colour.RED]

    assert min(op.x for op in red) >= 28 - 1e-3
    assert max(map(right_of, red)) <= 184 + 1e-3


# -- the other forms -----------------------------------------------------------------------


@pytest.mark.parametrize("document", [REFERRAL, SHEET], ids=lambda document: document.form)
def test_only_a_letter_shows_red(document: OfficialDocument) -> None:
    pages = laid(document).pages

    assert not any(strokes(page, Colour.RED) for page in pages)


def test_the_agency_and_the_name_of_the_document_are_centred() -> None:
    page = laid(REFERRAL).pages[0]

    for op in glyphs(page, standard.SIZE_2):
        assert round((op.x + right_of(op)) / 2, 2) == 106.0


def test_a_draft_keeps_the_line_of_its_number() -> None:
    numbered, draft = laid(REFERRAL), laid(replace(REFERRAL, number="", receipt=None))

    assert row_of(draft.pages[0], "示例市公安局：") == row_of(numbered.pages[0], "示例市公安局：")


# -- page numbers: 7.5 ---------------------------------------------------------------------


def test_page_numbers_stand_seven_millimetres_below_outside() -> None:
    face = bundled().face_for("—", Role.LATIN)
    assert face is not None
    for number, page in enumerate(laid(REFERRAL).pages, 1):
        folio = [op for op in glyphs(page, SIZE_4) if op.baseline > 262]
        left = min(op.x for op in folio)
        right = max(op.x + face.advance("—") * op.size for op in folio if op.text == "—")

        assert {round(op.baseline - face.ink("—").top * op.size, 3) for op in folio} == {269.0}
        if number % 2:
            assert round(right, 2) == round(184 - standard.CELL, 2)
        else:
            assert round(left, 2) == round(28 + standard.CELL, 2)


# -- signature: 7.3.5 ----------------------------------------------------------------------


def test_a_sealed_date_ends_four_characters_from_the_right_below_the_centred_name() -> None:
    page = next(page for page in laid(LONG).pages if "11月22日".strip("月日") in words(page))
    day, organ = row_of(page, "2026年11月22日"), row_of(page, "示例市财政局")

    date_ops = [op for op in glyphs(page) if abs(op.baseline - BASELINE * SIZE_3 - day) < 0.01]
    (name,) = (op for op in glyphs(page) if op.text == "示例市财政局")
    left, right = min(op.x for op in date_ops), 184 - 4 * standard.CELL

    assert round(max(map(right_of, date_ops)), 2) == round(right, 2)
    assert round((name.x + right_of(name)) / 2, 2) == round((left + right) / 2, 2)
    assert round(day - organ, 2) == round(laid(LONG).pitch, 2)


def test_an_unsealed_date_begins_two_characters_right_of_the_name() -> None:
    signature = Signature("示例市财政局政府采购监督管理科", date(2026, 3, 5), sealed=False)

    pages = laid(replace(LONG, signature=signature)).pages

    page = pages[-1]
    (name,) = (op for op in glyphs(page) if op.text == signature.organ)
    day = row_of(page, "2026年3月5日")
    first = min(
        (op for op in glyphs(page) if abs(op.baseline - BASELINE * SIZE_3 - day) < 0.01),
        key=lambda op: op.x,
    )
    assert round(right_of(name), 2) == round(184 - 2 * standard.CELL, 2)
    assert round(first.x - name.x, 2) == round(2 * standard.CELL, 2)


def test_a_draft_leaves_room_for_the_date() -> None:
    document = replace(LONG, signature=Signature("示例市财政局", None, sealed=True))

    page = laid(document).pages[-1]

    assert "年月日" in words(page).replace("　", "")


@pytest.mark.parametrize("form", [Form.LETTER, Form.ENFORCEMENT])
@pytest.mark.parametrize("attached", [0, 2, 7])
def test_a_signature_never_stands_without_two_lines_of_text(form: Form, attached: int) -> None:
    attachments = tuple(f"材料{index}" for index in range(attached))
    for count in range(300, 1300, 28):
        body = (text("文" * count),)
        pages = laid(replace(LONG, form=form, body=body, attachments=attachments)).pages
        (page,) = (page for page in pages if "2026" in words(page) and "甲某某" in words(page))

        assert sum(set(line) <= {"文"} for line in rows(page).values()) >= 2


def test_a_few_lines_more_or_less_are_won_by_the_pitch() -> None:
    pitches = {
        round(laid(replace(LONG, body=(text("文" * count),))).pitch, 2)
        for count in range(300, 900, 28)
    }

    assert 10.45 in pitches
    assert len(pitches) > 1
    assert all(10.449 / 1.1 < pitch < 10.449 * 1.1 for pitch in pitches)


# -- attachments: 7.3.4 --------------------------------------------------------------------


def test_attachments_hang_from_the_first_character_of_their_name() -> None:
    name = "涉案物品清单及电子数据封存记录（含光盘1张，校验值见清单末页，请核对后签收）"
    page = laid(replace(LONG, attachments=("移送材料清单", name))).pages[-1]
    tops = sorted(rows(page))

    second = row_of(page, "2.涉案物品清单")
    following = tops[tops.index(second) + 1]
    first_of = {
        top: min(op.x for op in glyphs(page) if abs(op.baseline - BASELINE * SIZE_3 - top) < 0.01)
        for top in (second, following)
    }

    label = 28 + 5 * standard.CELL
    assert round(first_of[second], 2) == round(label, 2)
    assert label < first_of[following] < label + standard.CELL


def test_a_single_attachment_has_no_number() -> None:
    page = laid(replace(LONG, attachments=("移送材料清单",))).pages[-1]

    assert "附件：移送材料清单" in words(page)


# -- every document ------------------------------------------------------------------------


@pytest.mark.parametrize("document", FORMS, ids=lambda document: document.form)
def test_an_exercise_says_so_on_every_page(document: OfficialDocument) -> None:
    pages = laid(replace(document, exercise=True)).pages

    for page in pages:
        marks = [op for op in page.ops if isinstance(op, Glyphs) and op.colour is Colour.PALE]
        assert "".join(op.text for op in marks) == "演练样张无效"
        assert page.ops[: len(marks)] == tuple(marks)


@pytest.mark.parametrize("document", FORMS, ids=lambda document: document.form)
def test_a_real_document_bears_no_mark(document: OfficialDocument) -> None:
    assert not any("样张" in words(page) for page in laid(document).pages)


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("contact", ("contact", "\u202e", "U+202E")),
        ("addressee", ("addressee", "\ue000", "U+E000")),
        ("agency", ("agency", "ᚠ", "U+16A0")),
    ],
)
def test_a_character_nobody_draws_is_refused_by_name(field: str, found: tuple[str, ...]) -> None:
    document = replace(REFERRAL, **{field: f"示例{found[1]}"})  # type: ignore[arg-type]

    with pytest.raises(UncoveredCharactersError) as refused:
        laid(document)

    assert refused.value.facts["found"] == (found,)


def test_names_with_rare_characters_are_drawn() -> None:
    composed = laid(replace(LONG, body=(text("张喆、李堃、龚㛃、𠮷某、𬭎某、䶮某"),)))

    assert "𠮷" in words(composed.pages[0])


parts = st.text(alphabet="采购项目，。（）《》“”2026ABC-、\n ", max_size=400)


@settings(max_examples=40)
@given(parts, st.sampled_from(FORMS), st.text("采购中心", min_size=1, max_size=120))
def test_any_text_is_laid_out_inside_the_page(
    words: str, document: OfficialDocument, organ: str
) -> None:
    body = (text(words), *document.body)
    signature = Signature(organ, None, sealed=True)

    composed = laid(replace(document, agency=organ, body=body, signature=signature))

    assert all(inside(op) for page in composed.pages for op in page.ops)
