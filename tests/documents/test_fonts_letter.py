"""A letter in an office's own faces holds these faces and keeps the grid of the standard."""

from __future__ import annotations

import io
from dataclasses import replace

import pdfplumber
import pytest

from app.documents.compose import Composed, compose, paint_pdf
from app.documents.fonts import catalog, installed, office
from app.documents.fonts.chain import FontChain, bundled
from app.documents.fonts.face import Role
from app.documents.fonts.locate import locate
from app.documents.fonts.truetype import TrueTypeFace
from app.documents.layout.ops import Glyphs, Page
from app.documents.model import OfficialDocument
from app.documents.specimen import specimen
from app.documents.standard import SIZE_2, SIZE_3
from tests.documents import office_faces
from tests.documents.laid import rows
from tests.documents.samples import LETTER, REFERRAL

OFFICIAL = {
    "FZXBSJW--GB1-0",
    "FangSong_GB2312",
    "SimHei",
    "KaiTi_GB2312",
    "TimesNewRomanPSMT",
}


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> FontChain:
    """The five official faces; three of them in one collection."""
    room = tmp_path_factory.mktemp("office")
    office_faces.collection(
        room / "office.ttc",
        (catalog.SONG, "FZXBSJW--GB1-0", "方正小标宋简体"),
        (catalog.HEI, "SimHei", "黑体"),
        (catalog.LATIN, "TimesNewRomanPSMT", "Times New Roman"),
    )
    office_faces.renamed(catalog.FANG, room / "a.ttf", "FangSong_GB2312", "仿宋_GB2312")
    office_faces.renamed(catalog.KAI, room / "b.ttf", "KaiTi_GB2312", "楷体_GB2312")
    return office.chain(office_faces.all_usable(locate(installed.files_in([room]))))


@pytest.fixture(scope="module")
def uneven(tmp_path_factory: pytest.TempPathFactory) -> FontChain:
    """Faces whose 的, 移 and 关 are not quite as wide as high."""
    room = tmp_path_factory.mktemp("uneven")
    for source, name in ((catalog.SONG, "FZXBSJW--GB1-0"), (catalog.FANG, "FangSong_GB2312")):
        path = office_faces.renamed(source, room / f"{name}.ttf", name, name)
        for char, em in (("的", 0.96), ("移", 1.03), ("关", 0.94)):
            office_faces.with_advance(path, char, em)
    return office.chain(office_faces.all_usable(locate(installed.files_in([room]))))


def embedded(pdf: bytes) -> set[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return {char["fontname"].split("+")[1] for page in opened.pages for char in page.chars}


def test_the_file_embeds_exactly_the_chosen_faces(fonts: FontChain) -> None:
    pdf = paint_pdf(compose(REFERRAL, fonts), REFERRAL)

    assert embedded(pdf) == OFFICIAL


def test_a_rare_name_brings_one_bundled_face_along(fonts: FontChain) -> None:
    letter = replace(LETTER, contact="联系人：甲堃𠮷，联系电话：0000-1111111")

    found = embedded(paint_pdf(compose(letter, fonts), letter))

    assert found - OFFICIAL == {"XTFallback"}


def test_faces_of_the_same_measures_give_the_same_pages(fonts: FontChain) -> None:
    assert _places(compose(REFERRAL, fonts)) == _places(compose(REFERRAL, bundled()))


def test_the_same_faces_give_the_same_bytes(fonts: FontChain) -> None:
    one, other = (paint_pdf(compose(REFERRAL, fonts), REFERRAL) for _ in range(2))

    assert one == other != paint_pdf(compose(REFERRAL, bundled()), REFERRAL)


@pytest.mark.parametrize("document", [LETTER, REFERRAL], ids=["letter", "referral"])
def test_lines_stay_on_the_grid_when_a_face_is_not_quite_square(
    uneven: FontChain, document: OfficialDocument
) -> None:
    odd, even = compose(document, uneven), compose(document, bundled())

    assert [rows(page) for page in odd.pages] == [rows(page) for page in even.pages]
    assert [rows(page, SIZE_2) for page in odd.pages] == [rows(page, SIZE_2) for page in even.pages]
    for size in (SIZE_2, SIZE_3):
        assert _cells(odd.pages, uneven, size) == _cells(even.pages, bundled(), size)


def test_a_specimen_shows_every_role_in_its_own_face(fonts: FontChain) -> None:
    shown, ours = ([specimen(each, role, 96.0) for role in Role] for each in (fonts, bundled()))

    # The faces are copies under other names, so the same pictures come of other files.
    assert shown == ours
    assert len({image.pixels for image in shown}) == 5


def _places(composed: Composed) -> list[list[tuple[float, float, str]]]:
    return [
        [(op.x, op.baseline, op.text) for op in page.ops if isinstance(op, Glyphs)]
        for page in composed.pages
    ]


def _cells(pages: tuple[Page, ...], fonts: FontChain, size: float) -> list[tuple[str, int]]:
    """Every Chinese character of *size* with the middle of its advance, in hundredths of mm."""
    faces = {face.name: face for face in _faces(fonts)}
    found: list[tuple[str, int]] = []
    for page in pages:
        for op in page.ops:
            if isinstance(op, Glyphs) and abs(op.size - size) < 1e-6:
                along = op.x
                for char in op.text:
                    advance = faces[op.face].advance(char) * size
                    if "一" <= char <= "鿿":
                        found.append((char, round((along + advance / 2) * 20)))
                    along += advance + op.spacing
    return found


def _faces(fonts: FontChain) -> tuple[TrueTypeFace, ...]:
    return (*fonts._faces.values(), *fonts._behind.values(), *fonts._fallback)
