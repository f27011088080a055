"""The bundled faces are the files they claim to be and draw every character a name may have."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from PySide6.QtGui import QFontDatabase, QFontMetrics
from pytestqt.qtbot import QtBot

from app.documents.fonts import catalog
from app.documents.fonts.chain import FontChain, bundled, uncovered
from app.documents.fonts.face import Role
from app.documents.fonts.truetype import NO_INK, TrueTypeFace
from app.kernel import canon, paths
from app.kernel.errors import FontUnusableError

FILES = sorted({*catalog.ROLES.values(), *catalog.FALLBACK}, key=lambda file: file.name)
RARE_NAMES = "䶮㛃𬭎𠮷堃喆頔珺玥淏赟犇昇燚翀垚叕祎槑龘"


@pytest.fixture(params=FILES, ids=lambda file: file.name)
def file(request: pytest.FixtureRequest) -> catalog.FontFile:
    return cast("catalog.FontFile", request.param)


@pytest.fixture
def reference(file: catalog.FontFile) -> Iterator[TTFont]:
    with TTFont(file.path, lazy=True) as font:
        yield font


def decoded(codec: str) -> str:
    pairs = (bytes((high, low)) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF))
    return "".join(pair.decode(codec, "ignore") for pair in pairs).replace("\x7f", "")


def test_the_file_is_the_one_of_the_catalog_and_bears_its_name(
    file: catalog.FontFile, reference: TTFont
) -> None:
    assert canon.sha256(file.path.read_bytes()) == file.sha256
    assert reference["name"].getDebugName(6) == file.name


def test_metrics_are_those_an_independent_reader_finds(
    file: catalog.FontFile, reference: TTFont
) -> None:
    face = TrueTypeFace(file.name, file.path)
    em, glyphs = reference["head"].unitsPerEm, reference.getBestCmap()

    for code in [*sorted(glyphs)[::97], *(c for c in map(ord, "一，A8𠮷") if c in glyphs)]:
        outline = reference["glyf"][glyphs[code]]
        box = [getattr(outline, edge, 0) / em for edge in ("xMin", "yMin", "xMax", "yMax")]
        ink = face.ink(chr(code))
        assert face.covers(chr(code))
        assert face.advance(chr(code)) == reference["hmtx"][glyphs[code]][0] / em
        assert [ink.left, ink.bottom, ink.right, ink.top] == box


def test_a_character_a_face_lacks_has_neither_width_nor_ink() -> None:
    face = TrueTypeFace(catalog.SONG.name, catalog.SONG.path)

    assert not face.covers("𠮷")
    assert face.advance("𠮷") == 0.0
    assert face.ink("𠮷") == NO_INK


@pytest.mark.parametrize("role", Role)
def test_every_character_of_gbk_and_rare_names_is_drawn_in_every_role(role: Role) -> None:
    han = "".join(c for c in decoded("gbk") if "一" <= c <= "鿿")

    assert len(set(han)) > 20_000
    assert uncovered(han + RARE_NAMES + decoded("gb2312"), bundled(), role) == ()


def test_each_role_has_its_own_face_and_the_fallback_stands_in() -> None:
    fonts = bundled()

    drawn = {role: face.name for role in Role if (face := fonts.face_for("国", role))}
    rare = fonts.face_for("堃", Role.BODY)

    assert drawn == {
        Role.TITLE: "XTSong",
        Role.BODY: "XTFang",
        Role.HEI: "XTHei",
        Role.KAI: "XTKai",
        Role.LATIN: "XTFang",
    }
    assert rare is not None
    assert rare.name == "XTFallback"


def test_what_nobody_draws_is_named_once_with_its_code_point() -> None:
    assert uncovered("甲\ue000某\U0010fffd\n某\ue000", bundled()) == (
        ("\ue000", "U+E000"),
        ("\U0010fffd", "U+10FFFD"),
    )


def test_nothing_is_read_before_a_character_is_asked_for(tmp_path: Path) -> None:
    face = TrueTypeFace("Absent", tmp_path / "absent.ttf")

    with pytest.raises(FontUnusableError) as refused:
        face.covers("一")

    assert refused.value.font == "absent.ttf"


@pytest.mark.parametrize(
    "content",
    [b"", b"\0\1\0\0", b"OTTO" + bytes(60), bytes(3000)],
    ids=["empty", "cut off", "CFF", "zeros"],
)
def test_a_file_that_is_no_truetype_font_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.ttf"
    path.write_bytes(content)

    with pytest.raises(FontUnusableError):
        TrueTypeFace("Other", path).covers("一")


def test_a_character_map_without_end_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with TTFont(catalog.LATIN.path) as font:
        font["cmap"].tables = [table for table in font["cmap"].tables if table.format == 4]
        wide = CmapSubtable.newSubtable(12)
        wide.platformID, wide.platEncID, wide.language = 3, 10, 0
        wide.cmap = dict(font.getBestCmap())
        font["cmap"].tables.append(wide)
        font.save(tmp_path / "endless.ttf")
    data = bytearray((tmp_path / "endless.ttf").read_bytes())
    # The header of a format 12 table: number, reserved; its first group ends at the last number.
    at = data.index(b"\0\x0c\0\0", data.index(b"cmap"))
    data[at + 20 : at + 24] = b"\xff\xff\xff\xff"
    (tmp_path / "endless.ttf").write_bytes(data)

    with pytest.raises(FontUnusableError):
        TrueTypeFace("Endless", tmp_path / "endless.ttf").covers("A")


def test_a_changed_font_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "changed.ttf"
    path.write_bytes(catalog.LATIN.path.read_bytes()[:-1] + b"?")

    with pytest.raises(FontUnusableError):
        TrueTypeFace("Changed", path, catalog.LATIN.sha256).advance("A")


def test_the_fingerprint_follows_the_bytes_of_the_files(tmp_path: Path) -> None:
    path = tmp_path / "other.ttf"
    path.write_bytes(catalog.LATIN.path.read_bytes() + b"\0")

    def chain(latin: TrueTypeFace) -> FontChain:
        return FontChain(dict.fromkeys(Role, latin), ())

    ours = TrueTypeFace("Latin", catalog.LATIN.path)
    assert chain(ours).fingerprint() == chain(TrueTypeFace("Latin", ours.path)).fingerprint()
    assert chain(ours).fingerprint() != chain(TrueTypeFace("Latin", path)).fingerprint()
    assert re.fullmatch(r"[0-9a-f]{64}", bundled().fingerprint())


def test_importing_the_chain_loads_no_pdf_library() -> None:
    code = "import sys, app.documents.fonts.chain; sys.exit('reportlab' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_font_has_its_licence_and_its_row_in_the_readme() -> None:
    readme = (paths.resources() / "fonts" / "README.md").read_text(encoding="utf-8")
    for file in FILES:
        licence = paths.resources() / "licences" / "fonts" / f"{Path(file.file).stem}.txt"
        assert file.sha256 in readme
        assert re.search("OPEN FONT LICENSE|GENERAL PUBLIC LICENSE", licence.read_text("utf-8"))
    assert {path.name for path in catalog.SONG.path.parent.glob("*.ttf")} == {
        file.file for file in FILES
    }


def test_the_windows_can_show_chinese_with_the_bundled_face(qtbot: QtBot) -> None:
    number = QFontDatabase.addApplicationFont(str(catalog.HEI.path))

    families = QFontDatabase.applicationFontFamilies(number)
    assert families == ["XT Hei"]
    metrics = QFontMetrics(QFontDatabase.font("XT Hei", "Regular", 12))
    assert all(metrics.inFontUcs4(ord(char)) for char in "移送涉嫌犯罪案件，（〔2026〕）Aa0")
