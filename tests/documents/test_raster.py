"""A page as a printer gets it: fine enough, at the paper's own size, in grey where it may be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.compose import paint_pdf
from app.documents.model import text
from app.documents.paint.raster import dpi_for, look_alike, page_raster
from tests.documents.forms import JOINT
from tests.documents.laid import laid
from tests.documents.samples import REFERRAL


@pytest.mark.parametrize(
    ("resolution", "dpi"),
    [(72, 300), (203, 300), (300, 300), (600, 600), (720, 360), (1200, 600), (1440, 480)],
)
def test_a_dot_is_a_whole_number_of_the_printers_and_never_coarser_than_300(
    resolution: int, dpi: int
) -> None:
    assert dpi_for(resolution) == dpi


def test_a_page_without_colour_is_painted_in_grey() -> None:
    pdf = paint_pdf(laid(JOINT), JOINT)

    first, second = page_raster(pdf, 0, 300), page_raster(pdf, 1, 300)

    assert (first.grey, second.grey) == (False, True)
    assert len(first.pixels) == first.stride * first.height
    assert second.paper == pytest.approx((210.0, 297.0), abs=0.01)
    assert (second.width, second.height) == (2481, 3508)


def test_two_settings_of_one_text_look_alike_and_another_word_does_not() -> None:
    changed = replace(REFERRAL, body=(*REFERRAL.body[:-1], text("改过的一段。")))
    one = paint_pdf(laid(REFERRAL), REFERRAL)
    repainted = paint_pdf(laid(REFERRAL), replace(REFERRAL, number="另一个号"))

    assert one != repainted
    assert look_alike(one, repainted)
    assert not look_alike(one, paint_pdf(laid(changed), changed))
