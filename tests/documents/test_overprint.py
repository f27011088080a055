"""套打: what a print shop has printed in red stays blank, everything else stands where it stood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.compose import Composed, paint_pdf
from app.documents.fonts.chain import bundled
from app.documents.layout.ops import Colour, Glyphs, Op, Stroke
from app.documents.model import RED_HEADED, Form, OfficialDocument
from app.documents.overprint import alignment_sheet, red_headed, without_red_head
from app.documents.paint.preview import page_image
from tests.documents.forms import DOCUMENT, JOINT, MINUTES, UPWARD
from tests.documents.laid import laid, strokes, words
from tests.documents.samples import LETTER, REFERRAL

RED_HEADS = {"文件": DOCUMENT, "联合": JOINT, "上行": UPWARD, "信函": LETTER, "纪要": MINUTES}
RED_RULES = {"文件": 1, "联合": 1, "上行": 1, "信函": 4, "纪要": 1}


def _red(op: Op) -> bool:
    return isinstance(op, Glyphs | Stroke) and op.colour is Colour.RED


def _numbered(document: OfficialDocument) -> OfficialDocument:
    return replace(document, serial="000012", urgency="特急")


@pytest.mark.parametrize("name", RED_HEADS)
def test_only_the_red_head_is_left_blank(name: str) -> None:
    whole = laid(_numbered(RED_HEADS[name]))

    bare = without_red_head(whole)

    assert len(strokes(whole.pages[0], Colour.RED)) == RED_RULES[name]
    assert not any(_red(op) for page in bare.pages for op in page.ops)
    kept = [tuple(op for op in page.ops if not _red(op)) for page in whole.pages]
    assert [page.ops for page in bare.pages] == kept
    assert [page.seals for page in bare.pages] == [page.seals for page in whole.pages]


@pytest.mark.parametrize("name", RED_HEADS)
def test_what_belongs_to_the_single_copy_is_still_printed(name: str) -> None:
    document = _numbered(RED_HEADS[name])

    said = words(without_red_head(laid(document)).pages[0])

    assert "000012" in said
    assert "特急" in said
    assert document.number in said
    assert ("签发人：" in said) == bool(document.signers)


def test_forms_in_black_have_no_red_head_to_leave_out() -> None:
    composed = laid(REFERRAL)

    assert not red_headed(REFERRAL)
    assert without_red_head(composed) == composed
    assert {Form.LETTER, Form.DOCUMENT, Form.MINUTES} == RED_HEADED


def test_the_painted_page_shows_no_red() -> None:
    composed = laid(JOINT)

    def reddest(pages: Composed) -> int:
        pixels = page_image(paint_pdf(pages, JOINT), 0, 60).pixels
        return max(red - green for red, green in zip(pixels[0::4], pixels[1::4], strict=True))

    assert reddest(composed) > 100
    assert reddest(without_red_head(composed)) == 0


def test_the_crosses_of_the_alignment_sheet_stand_twenty_millimetres_from_the_edges() -> None:
    (page,) = alignment_sheet(bundled()).pages
    long = [op for op in page.ops if isinstance(op, Stroke) and op.x2 - op.x1 > 20]

    middles = {((op.x1 + op.x2) / 2, op.y1) for op in long}

    assert middles == {(20, 20), (190, 20), (20, 277), (190, 277)}
