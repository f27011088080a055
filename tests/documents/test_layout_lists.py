"""Receipts, copies, lists and sheets: what follows the text, and what goes over pages."""

from __future__ import annotations

from dataclasses import replace

from app.documents import standard
from app.documents.audit import audit
from app.documents.compose import Composed
from app.documents.layout.ops import Glyphs, Modules
from app.documents.model import Blank, Block, Cell, OfficialDocument, Row, SlipField, Table, text
from app.documents.standard import PITCH, SIZE_4
from tests.documents.laid import glyphs, inside, laid, right_of, row_of, strokes, words
from tests.documents.samples import CHECK, FACTS, LETTER, RECEIPT, REFERRAL, SHEET, materials, sheet


def receipt_pages(composed: Composed) -> list[int]:
    names = (
        (REFERRAL.receipt.title, "接收人（签名）", "接收单位（盖章）") if REFERRAL.receipt else ()
    )
    return [
        index for index, page in enumerate(composed.pages) for name in names if name in words(page)
    ]


def test_a_receipt_is_whole_whatever_stands_above_it() -> None:
    for count in range(100, 1400, 56):
        composed = laid(replace(REFERRAL, body=(text("文" * count),)))
        pages = receipt_pages(composed)

        assert len(pages) == 3
        assert len(set(pages)) == 1
        page = composed.pages[pages[0]]
        cut = [op for op in strokes(page) if op.dash]
        assert bool(cut) == ("甲某某" in words(page))
        assert max(op.y1 for op in strokes(page)) <= 262


def test_what_is_known_already_is_printed_whole_on_the_receipt() -> None:
    name = "示例市某某局" * 8
    fields = (SlipField("移送单位", Blank.LINE, name), *RECEIPT.fields)
    receipt = replace(RECEIPT, title="关于移送案件的" * 4 + "回执", addressee=name, fields=fields)

    composed = laid(replace(REFERRAL, receipt=receipt))

    (page,) = (page for page in composed.pages if "接收人（签名）" in words(page))
    assert f"移送单位：{name}" in words(page)
    assert all(inside(op) for op in page.ops)
    chinese = [op for op in page.ops if isinstance(op, Glyphs) and op.face != "LiberationSerif"]
    assert max(map(right_of, chinese)) <= 184.1


def test_copies_do_not_stand_alone_on_a_page() -> None:
    for count in range(300, 1300, 28):
        pages = laid(replace(LETTER, body=(text("文" * count),))).pages

        assert "甲某某" in words(pages[-1])


def test_a_receipt_that_does_not_fit_is_the_last_page() -> None:
    attachments = tuple(f"材料{index}" for index in range(10))
    composed = laid(replace(REFERRAL, attachments=attachments, body=(text("文" * 300),)))

    assert set(receipt_pages(composed)) == {len(composed.pages) - 1}


def test_the_copy_line_stands_at_the_foot_of_the_text_area() -> None:
    page = laid(replace(REFERRAL, receipt=None, annexes=())).pages[-1]

    lower = max(op.y1 for op in strokes(page))

    assert round(lower, 2) == 262.0
    assert {op.width for op in strokes(page)} == {0.35}
    assert row_of(page, "抄送：示例市人民检察院。", SIZE_4) < 262


def test_a_letter_shows_its_copies_without_rules_behind_its_lists() -> None:
    pages = laid(replace(LETTER, annexes=(materials(3),))).pages

    assert "抄送：" in words(pages[-1])
    assert "移送材料清单" in words(pages[-1])
    assert not [op for op in strokes(pages[-1]) if op.width == 0.35]


def test_a_list_starts_a_page_with_its_label_and_its_mark() -> None:
    page = laid(REFERRAL).pages[-1]

    (matrix,) = (op for op in page.ops if isinstance(op, Modules))

    assert row_of(page, "附件1") == 37.0
    assert {op.face for op in glyphs(page) if op.text in "附件1"} == {"XTHei"}
    assert round(matrix.x + matrix.side, 3) == 184.0
    assert "7F3A-91C2-0BD4" in words(page)


def test_a_table_over_pages_repeats_its_head() -> None:
    pages = [
        page
        for page in laid(replace(REFERRAL, annexes=(materials(90),))).pages
        if "调查报告" in words(page) and "原件" in words(page)
    ]

    assert len(pages) > 2
    assert all("序号材料名称份数备注" in words(page) for page in pages)
    numbers = [
        op.text
        for page in pages
        for op in glyphs(page, standard.SIZE_SMALL_4)
        if op.text.isdecimal() and op.x < 45
    ]
    assert numbers == [str(number) for number in range(1, 91)]


def test_closing_fields_stay_with_the_last_line_of_their_list() -> None:
    for count in range(20, 40):
        page = laid(replace(REFERRAL, annexes=(materials(count),), receipt=None)).pages[-1]

        assert "移交人" in words(page)
        assert "原件" in words(page)


def test_a_row_longer_than_a_page_is_closed_and_opened_again() -> None:
    composed = laid(sheet(FACTS * 8))

    assert len(composed.pages) > 2
    for page in composed.pages:
        uprights = [op for op in strokes(page) if op.x1 == op.x2]
        levels = {round(op.y1, 2) for op in strokes(page) if op.y1 == op.y2}
        assert {round(op.y1, 2) for op in uprights} <= levels
        assert {round(op.y2, 2) for op in uprights} <= levels
        assert max(levels) <= 262.01


def signing_in(count: int) -> OfficialDocument:
    """A sheet of *count* rows to be signed."""
    rows = tuple(Row((Cell(f"{number}"), Cell(""), Cell("")), lines=2) for number in range(count))
    head = Row((Cell("序号"), Cell("姓名"), Cell("签名")))
    return replace(SHEET, body=(Block(table=Table((1, 3, 3), (head,), rows)),))


def test_a_short_table_is_set_tighter_where_that_saves_its_last_page() -> None:
    pages = {count: len(laid(signing_in(count)).pages) for count in range(8, 20)}
    most = max(count for count, number in pages.items() if number == 1)

    assert pages[most + 1] == 2
    assert depth(most) < depth(8)
    assert depth(most + 1) == depth(8)


def depth(count: int) -> float:
    """How far apart the rules of a sheet of *count* rows stand."""
    levels = sorted({op.y1 for op in strokes(laid(signing_in(count)).pages[0]) if op.y1 == op.y2})
    return round(levels[3] - levels[2], 2)


def test_text_below_a_table_does_not_touch_it() -> None:
    table = signing_in(3).body[0]
    unsigned = replace(LETTER, signature=None, attachments=(), contact="")
    page = laid(replace(unsigned, body=(text("上文。"), table, text("下文。")))).pages[0]
    top = row_of(page, "下文。")

    assert 2 <= top - max(op.y1 for op in strokes(page) if op.y1 == op.y2 < top) < PITCH + 2


def test_the_check_mark_of_a_sheet_never_parts_it_from_its_number() -> None:
    for lines in range(1, 40):
        document = replace(sheet("文" * 20 * lines), check=CHECK)
        composed = laid(document)

        assert all(page.numbered for page in composed.pages)
        assert not [finding for finding in audit(document, composed) if finding.blocks]


def _signed() -> Block:
    rows = tuple(Row((Cell(name), Cell("", foot="（签名）")), 2) for name in ("移送人", "接收人"))
    return Block(table=Table((1, 3), (), (*rows, Row((Cell("时间"), Cell("年月日"))))))


def test_places_for_signatures_stay_together_and_below_a_row_of_their_list() -> None:
    for count in range(60, 68):
        listed = Table((1, 3), (), tuple(Row((Cell(f"第{n}项"), Cell("一"))) for n in range(count)))
        composed = laid(replace(SHEET, body=(Block(table=listed), _signed())))

        (page,) = (each for each in composed.pages if "移送人" in words(each))
        for part in ("接收人", "时间", f"第{count - 1}项"):
            assert part in words(page)


def test_the_last_item_of_a_list_does_not_leave_its_page_with_the_next_heading() -> None:
    for count in range(8, 14):
        body = (
            *(text("文。") for _ in range(count)),
            text("1. 前一项；", 3),
            text("2. 后一项。", 3),
            text("二、标题", 1),
            *(text("文" * 60) for _ in range(6)),
        )
        first, *_ = laid(replace(LETTER, body=body)).pages
        if "前一项" in words(first) and "后一项" not in words(first):
            lowest = max(op.baseline for op in glyphs(first))
            assert lowest + PITCH > standard.BOTTOM
