"""Pages of our own painter, printed and scanned badly, still say which letter they belong to."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import pytest
from PIL import Image, ImageFilter

from app.demo.samples import ISSUE, REFERRAL
from app.documents import codes, scan
from app.documents.codes import Payload
from app.documents.compose import compose, paint_pdf
from app.documents.fonts import chain
from app.documents.kinds.letters import LetterKind, write
from app.documents.kinds.mark import matrix, payload
from app.documents.paint.preview import page_count, page_image
from app.kernel.errors import NoCheckMarkError

DOCUMENT = write(LetterKind.REFERRAL, REFERRAL, ISSUE).document
SAID = codes.payload(payload(DOCUMENT, ISSUE.register))
Picture = Image.Image


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return paint_pdf(compose(DOCUMENT, chain.bundled()), DOCUMENT)


@pytest.fixture(scope="module")
def slip(pdf: bytes) -> Picture:
    """The last page, which holds the 回执, as a scanner at 200 dpi sees it."""
    image = page_image(pdf, page_count(pdf) - 1, 200)
    return Image.frombytes("RGBA", (image.width, image.height), image.pixels).convert("RGB")


def saved(picture: Picture, kind: str = "PNG", **options: int) -> bytes:
    out = io.BytesIO()
    # A copy: saving as JPEG leaves its settings with the picture.
    picture.copy().save(out, kind, **options)
    return out.getvalue()


def grainy(picture: Picture) -> Picture:
    dice = random.Random(310)
    grain = Image.frombytes("L", (256, 256), dice.randbytes(256 * 256))
    return Image.blend(picture, grain.resize(picture.size).convert("RGB"), 0.35)


HARM: dict[str, Callable[[Picture], Picture]] = {
    "straight": lambda page: page,
    "by three degrees": lambda page: page.rotate(3, expand=True, fillcolor="white"),
    "upside down": lambda page: page.rotate(180),
    "on its side": lambda page: page.rotate(90, expand=True),
    "skewed": lambda page: page.transform(
        page.size, Image.Transform.AFFINE, (1, 0.08, 0, 0.03, 1, 0), fillcolor="white"
    ),
    "grey and dim": lambda page: page.convert("L").point([60 + v // 4 for v in range(256)]),
    "grainy": grainy,
    "out of focus": lambda page: page.filter(ImageFilter.GaussianBlur(1.5)),
    "small": lambda page: page.resize((page.width // 2, page.height // 2)),
    "large": lambda page: page.resize((page.width * 2, page.height * 2)),
}


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM.keys())
def test_a_slip_is_read_from_a_picture_however_it_lay(
    slip: Picture, harm: Callable[[Picture], Picture]
) -> None:
    assert scan.codes(saved(harm(slip)), "slip.png") == (SAID,)


def test_what_is_stored_of_a_matrix_says_what_was_printed() -> None:
    words = payload(DOCUMENT, ISSUE.register)

    assert scan.matrix(matrix(words)) == SAID
    assert scan.matrix(matrix("https://example.com")) is None
    for spoilt in ((), ("1",), ("10", "1"), ("11", "01")):
        assert scan.matrix(spoilt) is None


def test_a_slip_is_read_from_a_pressed_jpeg(slip: Picture) -> None:
    turned = slip.rotate(-3, expand=True, fillcolor="white")

    assert scan.codes(saved(turned, "JPEG", quality=40), "slip.jpg") == (SAID,)


def test_a_whole_letter_says_its_mark_once(pdf: bytes) -> None:
    assert scan.codes(pdf, "letter.pdf") == (SAID,)


def test_a_pdf_of_scanned_pages_is_read(slip: Picture) -> None:
    out = io.BytesIO()
    blank = Image.new("L", slip.size, 255)
    blank.save(out, "PDF", save_all=True, append_images=[slip.rotate(2)], resolution=200)

    assert scan.codes(out.getvalue(), "scan.pdf") == (SAID,)


def test_every_page_of_a_tiff_is_read(slip: Picture) -> None:
    out, page = io.BytesIO(), slip.copy()
    Image.new("RGB", slip.size, "white").save(out, "TIFF", save_all=True, append_images=[page])

    assert scan.codes(out.getvalue(), "scan.tif") == (SAID,)


def test_what_is_transparent_is_paper(slip: Picture) -> None:
    clear = slip.convert("RGBA")
    clear.putalpha(slip.convert("L").point([255 if v < 128 else 0 for v in range(256)]))

    assert scan.codes(saved(clear), "slip.png") == (SAID,)


def test_slips_of_two_letters_in_one_scan_are_both_found(slip: Picture) -> None:
    import segno

    other = Payload("0123456789abcdef" * 2, "3f2c8a10", "示财案移〔2026〕2号")
    matrix = io.BytesIO()
    segno.make_qr(other.text(), error="m").save(matrix, kind="png", scale=8, border=8)
    page = slip.copy()
    page.paste(Image.open(matrix).convert("RGB"), (100, 100))

    assert set(scan.codes(saved(page), "slips.png")) == {SAID, other}


def test_a_matrix_of_somebody_else_is_no_mark() -> None:
    import segno

    matrix = io.BytesIO()
    segno.make_qr("https://example.org/LX1", error="m").save(matrix, kind="png", scale=8, border=8)

    with pytest.raises(NoCheckMarkError):
        scan.codes(matrix.getvalue(), "other.png")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7 no more",
        b"\x89PNG\r\n\x1a\n broken",
        b"PK\x03\x04 an archive",
        b"\xff\xd8\xff",
    ],
)
def test_a_file_that_shows_nothing_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(NoCheckMarkError) as refused:
        scan.codes(data, "来件.pdf")

    assert refused.value.facts["name"] == "来件.pdf"


def test_a_picture_that_claims_to_be_huge_is_not_unpacked() -> None:
    huge = saved(Image.new("1", (20_000, 20_000)))

    with pytest.raises(NoCheckMarkError) as refused:
        scan.codes(huge, "huge.png")

    assert "large" in str(refused.value.facts["reason"])
