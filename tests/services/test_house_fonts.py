"""Whose faces a register's papers are set in, and that a paper never takes others in silence."""

from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pytest
from sqlalchemy import select

from app.documents.fonts import catalog, installed
from app.documents.fonts.chain import bundled
from app.documents.fonts.face import Role
from app.documents.fonts.office import FontPolicy, OfficeFonts
from app.documents.kinds.letters import LetterKind
from app.documents.kinds.registers import Column, TableText
from app.kernel.errors import OfficeFontError
from app.models import DocumentNumber, Letter
from app.services import cases, characters, house_fonts, journal, letters, sheets
from app.services.setup import Register
from tests import synthetic
from tests.documents import office_faces
from tests.services.two_desks import START, two_desks

TABLE = TableText("移送清册", (Column("案件", 10),), (("甲某某",),))
RAREST = "\U00031350"


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return synthetic.make_register(tmp_path / "finance", mechanism=synthetic.MECHANISM)


@pytest.fixture
def faces(tmp_path: Path) -> Path:
    room = tmp_path / "fonts"
    room.mkdir()
    office_faces.renamed(catalog.HEI, room / "a.ttf", "FangSong_GB2312", "仿宋_GB2312")
    office_faces.tiny(room / "b.ttf", "RareHan", f"一{RAREST}")
    return room


@pytest.fixture
def chosen(register: Register, faces: Path) -> OfficeFonts:
    """The office prefers what was found, and the register keeps it."""
    found = house_fonts.look(register, lambda: installed.files_in([faces]))
    fonts = house_fonts.prefer_office(found)
    house_fonts.choose(register, fonts)
    return fonts


def test_a_new_register_sets_its_papers_in_the_bundled_faces(register: Register) -> None:
    assert house_fonts.read(register) == OfficeFonts()
    with register.read() as session:
        assert house_fonts.chain(session) is bundled()


def test_the_choice_is_kept_word_for_word_and_in_the_journal(
    register: Register, chosen: OfficeFonts
) -> None:
    assert house_fonts.read(register) == chosen
    assert chosen.policy is FontPolicy.OFFICE
    assert {role: file.name for role, file in chosen.roles.items()} == {
        Role.BODY: "FangSong_GB2312"
    }
    with register.read() as session:
        assert house_fonts.chain(session).fingerprint() != bundled().fingerprint()
    assert "fonts.chosen" in journal.actions(register)


def test_a_sheet_is_set_in_the_chosen_faces(register: Register, chosen: OfficeFonts) -> None:
    assert chosen.roles

    with pdfplumber.open(io.BytesIO(sheets.paint(register, TABLE).pdf)) as opened:
        names = {char["fontname"].split("+")[1] for page in opened.pages for char in page.chars}

    assert "FangSong_GB2312" in names
    assert "XTFang" not in names


def test_a_chosen_face_that_is_gone_refuses_the_paper(
    register: Register, chosen: OfficeFonts
) -> None:
    chosen.roles[Role.BODY].path.unlink()

    with pytest.raises(OfficeFontError) as refused:
        sheets.paint(register, TABLE)

    assert refused.value.facts["font"] == "FangSong_GB2312"


def test_going_back_to_the_bundled_faces_needs_no_file_of_the_office(
    register: Register, chosen: OfficeFonts
) -> None:
    chosen.roles[Role.BODY].path.unlink()
    house_fonts.choose(register, OfficeFonts(FontPolicy.BUNDLED, chosen.roles, chosen.spare))

    assert sheets.paint(register, TABLE).pages == 1


def test_only_an_office_with_its_own_faces_draws_what_the_bundled_ones_lack(
    register: Register, faces: Path
) -> None:
    before = characters.undrawable(register, {"name": f"甲{RAREST}"})
    found = house_fonts.look(register, lambda: installed.files_in([faces]))
    house_fonts.choose(register, house_fonts.prefer_office(found))

    assert before == {"name": ((RAREST, "U+31350"),)}
    assert characters.undrawable(register, {"name": f"甲{RAREST}"}) == {}


def test_a_letter_is_issued_in_the_chosen_faces_or_not_at_all(tmp_path: Path, faces: Path) -> None:
    wish = letters.IssueDraft("示财采移", "己某某", START.date())
    with two_desks(tmp_path) as desks:
        register = desks.finance
        first, second = (
            synthetic.approved_matter(
                register,
                desks.to_police,
                cases.register_case(register, synthetic.case_draft()).uid,
                START,
            )
            for _ in range(2)
        )
        found = house_fonts.look(register, lambda: installed.files_in([faces]))
        fonts = house_fonts.prefer_office(found)
        house_fonts.choose(register, fonts)
        letters.issue(register, first, LetterKind.REFERRAL, wish)
        fonts.roles[Role.BODY].path.unlink()
        with pytest.raises(OfficeFontError):
            letters.issue(register, second, LetterKind.REFERRAL, wish)

        with register.read() as session:
            (letter,) = session.scalars(select(Letter)).all()
            numbers = session.scalars(select(DocumentNumber)).all()
            wanted = house_fonts.chain(session).fingerprint()
            hashed, uid = letter.fonts_hash, letter.uid
        with pdfplumber.open(io.BytesIO(letters.file(register, uid)[1])) as opened:
            names = {char["fontname"].split("+")[1] for page in opened.pages for char in page.chars}

    assert hashed == wanted != bundled().fingerprint()
    assert len(numbers) == 1
    assert "FangSong_GB2312" in names
    assert "XTFang" not in names
