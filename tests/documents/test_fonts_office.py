"""An office's own faces are found by their names, judged before they are used, and used alone."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from app.documents.fonts import catalog, installed, locate, names, office
from app.documents.fonts.chain import bundled, uncovered
from app.documents.fonts.face import Role
from app.documents.fonts.locate import FontFlaw
from app.documents.fonts.office import FontPolicy, OfficeFile, OfficeFonts
from app.kernel import canon
from app.kernel.errors import OfficeFontError
from tests.documents import office_faces
from tests.documents.office_faces import flaws

RAREST = "\U00031350"
"""Extension H: no bundled face has it."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind of face, good and bad, in a folder and one below it."""
    room = tmp_path_factory.mktemp("fonts")
    below = room / "方正"
    below.mkdir()
    make = office_faces.renamed
    make(catalog.HEI, room / "a.ttf", "FangSong_GB2312", "仿宋_GB2312")
    make(catalog.HEI, below / "b.TTF", "FZXBSJW--GB1-0", "方正小标宋简体")
    make(catalog.LATIN, room / "c.ttf", "TimesNewRomanPSMT", "Times New Roman")
    make(catalog.LATIN, room / "bold.ttf", "TimesNewRoman-Bold", "粗体", style="Bold")
    make(catalog.LATIN, room / "d.ttf", "KaiTi_GB2312", "楷体_GB2312")
    make(catalog.HEI, room / "e.ttf", "STKaiti", "华文楷体", rights=0x0002)
    narrow = make(catalog.HEI, room / "f.ttf", "STFangsong", "华文仿宋")
    office_faces.with_advance(narrow, "一", 0.9)
    broken = make(catalog.HEI, room / "g.ttf", "STZhongsong", "华文中宋")
    _spoil(broken, b"cmap")
    office_faces.tiny(room / "h.otf", "SimHei", "一", cff=True)
    office_faces.tiny(room / "i.ttf", "RareHan", f"一{RAREST}")
    # The same face a second time, in the form that cannot be used.
    office_faces.tiny(room / "z.otf", "FangSong_GB2312", "一", cff=True)
    (room / "none.ttf").write_bytes(b"no font at all")
    (room / "readme.txt").write_text("SimHei", encoding="utf-8")
    office_faces.collection(
        room / "j.ttc",
        (catalog.LATIN, "Other", "别的"),
        (catalog.HEI, "FZHTJW--GB1-0", "方正黑体简体"),
    )
    return room


@pytest.fixture(scope="module")
def located(folder: Path) -> locate.Located:
    return locate.locate(installed.files_in([folder]))


def _spoil(path: Path, table: bytes) -> None:
    """Overwrite the beginning of *table*."""
    data = bytearray(path.read_bytes())
    row = data.index(table, 12)
    at = int.from_bytes(data[row + 8 : row + 12], "big")
    data[at : at + 64] = bytes(64)
    path.write_bytes(data)


def test_each_face_is_found_for_its_role_and_each_refused_one_says_why(
    located: locate.Located,
) -> None:
    assert flaws(located) == {
        "FangSong_GB2312": None,
        "FZXBSJW--GB1-0": None,
        "TimesNewRomanPSMT": None,
        "FZHTJW--GB1-0": None,
        "KaiTi_GB2312": FontFlaw.COVERAGE,
        "STKaiti": FontFlaw.EMBEDDING,
        "STFangsong": FontFlaw.WIDTH,
        "STZhongsong": FontFlaw.BROKEN,
        "SimHei": FontFlaw.OUTLINES,
    }
    roles = {each.file.name: each.role for each in located.candidates if not each.flaw}
    assert roles == {
        "FangSong_GB2312": Role.BODY,
        "FZXBSJW--GB1-0": Role.TITLE,
        "TimesNewRomanPSMT": Role.LATIN,
        "FZHTJW--GB1-0": Role.HEI,
    }


def test_a_face_is_shown_by_its_chinese_name_and_a_usable_one_comes_first(
    located: locate.Located,
) -> None:
    shown = [each.shown for each in located.candidates if each.role is Role.BODY]

    assert shown == ["仿宋_GB2312", "华文仿宋"]


def test_the_face_of_a_collection_is_told_by_its_place(located: locate.Located) -> None:
    (hei,) = [each.file for each in located.candidates if each.file.name == "FZHTJW--GB1-0"]

    assert (hei.path.name, hei.index) == ("j.ttc", 1)


@pytest.mark.parametrize("written", ["方正小标宋简体", "FZXBSJW--GB1-0", "fzxbsjw--gb1-0"])
def test_a_face_is_known_by_any_of_its_names(folder: Path, written: str) -> None:
    (font,) = names.read(folder / "方正" / "b.TTF")

    assert names.key(written) in font.keys


def test_the_name_of_a_file_decides_nothing(tmp_path: Path) -> None:
    shutil.copyfile(catalog.HEI.path, tmp_path / "simhei.ttf")

    assert locate.locate(installed.files_in([tmp_path])).candidates == ()


def test_a_folder_that_is_not_there_has_no_faces(tmp_path: Path) -> None:
    assert installed.files_in([tmp_path / "absent"]) == ()


def test_windows_keeps_fonts_of_all_and_of_one_user() -> None:
    said = {"WINDIR": "D:\\Windows", "LOCALAPPDATA": "D:\\Users\\a\\Local"}

    assert installed.windows_folders(said) == (
        Path("D:\\Windows") / "Fonts",
        Path("D:\\Users\\a\\Local") / "Microsoft" / "Windows" / "Fonts",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="fontconfig is not the system's")
def test_what_fontconfig_lists_is_looked_at(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder only the configuration knows of."""
    if shutil.which("fc-list") is None:
        pytest.skip("fontconfig is not installed")
    settings = tmp_path / "fonts.conf"
    settings.write_text(
        f"<fontconfig><dir>{folder}</dir><cachedir>{tmp_path}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(settings))
    monkeypatch.setenv("HOME", str(tmp_path))

    assert folder / "方正" / "b.TTF" in installed.font_files()


def test_a_face_with_characters_the_program_lacks_is_kept_in_reserve(
    located: locate.Located,
) -> None:
    assert [each.name for each in located.spare] == ["RareHan"]


def test_the_bundled_faces_stay_where_the_office_did_not_choose_others(
    located: locate.Located,
) -> None:
    chosen = office_faces.all_usable(located)

    assert office.chain(OfficeFonts(FontPolicy.BUNDLED, chosen.roles)) is bundled()
    assert office.chain(OfficeFonts()).fingerprint() == bundled().fingerprint()


def test_a_character_goes_to_the_chosen_face_the_bundled_one_then_any_installed(
    located: locate.Located,
) -> None:
    fonts = office.chain(office_faces.all_usable(located))

    def drawn(char: str, role: Role) -> str | None:
        face = fonts.face_for(char, role)
        return face.name if face else None

    assert drawn("国", Role.TITLE) == "FZXBSJW--GB1-0"
    assert drawn("国", Role.BODY) == "FangSong_GB2312"
    assert drawn("国", Role.HEI) == "FZHTJW--GB1-0"
    assert drawn("国", Role.KAI) == "XTKai"
    assert drawn("8", Role.LATIN) == "TimesNewRomanPSMT"
    assert drawn("𠮷", Role.BODY) == "XTFallback"
    assert drawn(RAREST, Role.BODY) == "RareHan"
    assert uncovered(RAREST, bundled()) == ((RAREST, "U+31350"),)
    assert uncovered(f"{RAREST}\U000e01ff", fonts) == (("\U000e01ff", "U+E01FF"),)


def test_what_one_chosen_face_covers_every_role_draws(tmp_path: Path) -> None:
    path = office_faces.tiny(tmp_path / "body.ttf", "Body", f"一{RAREST}")
    body = OfficeFile("Body", path, canon.sha256(path.read_bytes()))

    fonts = office.chain(OfficeFonts(FontPolicy.OFFICE, {Role.BODY: body}))

    assert {face.name for role in Role if (face := fonts.face_for(RAREST, role))} == {"Body"}
    assert all(fonts.face_for(RAREST, role) for role in Role)


def test_the_fingerprint_is_that_of_the_chosen_faces(located: locate.Located) -> None:
    chosen = office_faces.all_usable(located)
    fewer = OfficeFonts(FontPolicy.OFFICE, {Role.BODY: chosen.roles[Role.BODY]})

    prints = {office.chain(each).fingerprint() for each in (chosen, fewer, OfficeFonts())}

    assert len(prints) == 3


@pytest.mark.parametrize("change", ["gone", "another", "cut"])
def test_a_chosen_face_that_is_no_longer_the_same_refuses_with_its_name(
    tmp_path: Path, change: str
) -> None:
    path = office_faces.renamed(catalog.LATIN, tmp_path / "t.ttf", "TimesNewRomanPSMT", "新罗马")
    (face,) = locate.locate([path]).candidates
    fonts = OfficeFonts(FontPolicy.OFFICE, {Role.LATIN: face.file})
    before = office.chain(fonts).face_for("8", Role.LATIN)

    match change:
        case "gone":
            path.unlink()
        case "another":
            path.write_bytes(path.read_bytes() + b"\0")
        case _:
            path.write_bytes(b"")

    assert before is not None
    with pytest.raises(OfficeFontError) as refused:
        office.chain(fonts).face_for("8", Role.LATIN)
    assert refused.value.facts["font"] == "TimesNewRomanPSMT"
    assert refused.value.facts["path"] == path


def test_two_faces_of_one_name_are_told_apart(tmp_path: Path) -> None:
    ours = office_faces.renamed(catalog.HEI, tmp_path / "a.ttf", "XTSong", "黑体")
    file = OfficeFile("XTSong", ours, catalog.HEI.sha256)

    face = office.chain(OfficeFonts(FontPolicy.OFFICE, {Role.HEI: file}))

    chosen, other = (face._faces[role].name for role in (Role.HEI, Role.TITLE))
    assert other == "XTSong"
    assert chosen == f"XTSong-{catalog.HEI.sha256[:8]}-0"
