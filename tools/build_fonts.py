"""Build ``resources/fonts`` from the font packages of Debian 12 (bookworm).

    .venv/bin/python tools/build_fonts.py           download, convert, write
    .venv/bin/python tools/build_fonts.py --check   build again, compare with what is committed

ReportLab draws TrueType outlines only, so the CFF fonts are converted once, here, and the result is
committed; nothing is converted at run time. The packages are taken with ``apt-get download`` (they
are not installed) and must have the SHA-256 written below. The same packages and the same fontTools
give the same bytes: the time stamps of the sources are kept, nothing of this computer enters.

A changed font does not bear the name of its source: the SIL Open Font License reserves it, and the
General Public License wants a change to be seen.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import hashlib
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterable, Set
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import fontTools
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

ROOT: Final = Path(__file__).resolve().parents[1]
CACHE: Final = ROOT / "build" / "fonts"
FONTS: Final = ROOT / "resources" / "fonts"
LICENCES: Final = ROOT / "resources" / "licences" / "fonts"

MAX_ERROR: Final = 1.0
"""Largest distance between the cubic and the quadratic outline, in 1/1000 em."""


@dataclass(frozen=True, slots=True)
class Package:
    """A binary package of Debian 12; *sha256* is that of the .deb."""

    name: str
    version: str
    sha256: str

    @property
    def folder(self) -> Path:
        return CACHE / self.name


NOTO: Final = Package(
    "fonts-noto-cjk",
    "1:20220127+repack1-1",
    "4a2515eb6db3978b897fef9709ed0d2b1f4c6c4df4d83d6c4ef65f71f1b1f502",
)
NOTO_EXTRA: Final = Package(
    "fonts-noto-cjk-extra",
    "1:20220127+repack1-1",
    "5f6536c99f9b3d77a3c383c3f1544f6d49350e7f20832c4c979af0e33f603cb5",
)
TEXLIVE: Final = Package(
    "texlive-lang-chinese",
    "2022.20230122-1",
    "9cfa07bd44e7b9098e26f0ecac1b5ad210d2249d474c8074d53de92d650b0ec0",
)
WENKAI: Final = Package(
    "fonts-lxgw-wenkai",
    "1.250+repack-1",
    "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
)
LIBERATION: Final = Package(
    "fonts-liberation2",
    "2.1.5-1",
    "35ffaa54f117e633e89a5da89af235a073b34dbe582726fbf6989568f7fd9bda",
)
UNIHAN: Final = Package(
    "unicode-data",
    "15.0.0-1",
    "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc",
)
PACKAGES: Final = (NOTO, NOTO_EXTRA, TEXLIVE, WENKAI, LIBERATION, UNIHAN)

_OTF: Final = "usr/share/fonts/opentype/noto"
_FANDOL: Final = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"
_TTF: Final = "usr/share/fonts/truetype"

SYMBOLS: Final = (
    (0x20, 0x7E), (0xA0, 0xFF), (0x391, 0x3C9), (0x2000, 0x209F), (0x20A0, 0x20BF),
    (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2460, 0x25FF), (0x2600, 0x2612),
    (0x2713, 0x2717), (0x3000, 0x312F), (0x3200, 0x33FF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF),
)  # fmt: skip
IDEOGRAPHS: Final = (
    (0x2E80, 0x2FDF), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF),
)  # fmt: skip


def title_characters() -> Set[int]:
    """通用规范汉字表 and GB 2312, with the symbols an official document may use."""
    return _standard_table() | _gb2312() | _within(SYMBOLS)


def rare_characters() -> Set[int]:
    """Every ideograph and symbol that the body face (FandolFang) does not draw."""
    body = TTFont(TEXLIVE.folder / _FANDOL / "FandolFang-Regular.otf")
    drawn: Set[int] = body.getBestCmap().keys()
    return (_within(IDEOGRAPHS) | _within(SYMBOLS)) - drawn


@dataclass(frozen=True, slots=True)
class Recipe:
    """One font to make: from which file, under which name, with which characters (None: all)."""

    file: str
    family: str
    package: Package
    member: str
    number: int
    characters: Callable[[], Set[int]] | None
    licence: str
    role: str
    change: str


CONVERTED: Final = "renamed; cubic outlines converted to quadratic (error ≤ 1/1000 em)"
RECIPES: Final = (
    Recipe(
        "XT-Fang.ttf", "XT Fang", TEXLIVE, f"{_FANDOL}/FandolFang-Regular.otf", -1, None,
        "GPL", "body (仿宋)", CONVERTED,
    ),
    Recipe(
        "XT-Kai-Fandol.ttf", "XT Kai", TEXLIVE, f"{_FANDOL}/FandolKai-Regular.otf", -1, None,
        "GPL", "second headings (楷体)", CONVERTED,
    ),
    Recipe(
        "XT-Song.ttf", "XT Song", NOTO, f"{_OTF}/NotoSerifCJK-Bold.ttc", 2, title_characters,
        "OFL", "titles and letterheads (小标宋)",
        f"{CONVERTED}; reduced to 通用规范汉字表, GB 2312 and symbols",
    ),
    Recipe(
        "XT-Hei-Medium.ttf", "XT Hei", NOTO_EXTRA, f"{_OTF}/NotoSansCJK-Medium.ttc", 2,
        title_characters, "OFL", "first headings (黑体); the screen where no Chinese font is",
        f"{CONVERTED}; reduced to 通用规范汉字表, GB 2312 and symbols",
    ),
    Recipe(
        "XT-Fallback.ttf", "XT Fallback", WENKAI, f"{_TTF}/lxgw-wenkai/LXGWWenKai-Light.ttf", -1,
        rare_characters, "OFL", "rare characters, for every role",
        "renamed; reduced to the ideographs and symbols that XT Fang lacks",
    ),
)  # fmt: skip
UNCHANGED: Final = Recipe(
    "LiberationSerif-Regular.ttf", "Liberation Serif", LIBERATION,
    f"{_TTF}/liberation2/LiberationSerif-Regular.ttf", -1, None,
    "OFL", "digits and Latin letters", "none: an exact copy",
)  # fmt: skip

RESERVED: Final = {
    WENKAI: "With Reserved Font Names “霞鹜” and “LXGW”.",
    LIBERATION: "With Reserved Font Names “Liberation”, “Arimo”, “Tinos” and “Cousine”.",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args().check
    for package in PACKAGES:
        fetch(package)
    with ProcessPoolExecutor() as pool:
        built = dict(zip(RECIPES, pool.map(build, RECIPES), strict=True))
    built[UNCHANGED] = (UNCHANGED.package.folder / UNCHANGED.member).read_bytes()
    wanted = {FONTS / recipe.file: data for recipe, data in built.items()}
    wanted |= {LICENCES / f"{Path(r.file).stem}.txt": licence(r).encode() for r in built}
    wanted[FONTS / "README.md"] = readme(built).encode()
    return compare(wanted) if check else write(wanted)


def compare(wanted: dict[Path, bytes]) -> int:
    wrong = [path for path, data in wanted.items() if not same(path, data)]
    for path in wrong:
        print(f"differs: {path.relative_to(ROOT)}", file=sys.stderr)
    return 1 if wrong else 0


def same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def write(wanted: dict[Path, bytes]) -> int:
    for path, data in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return 0


def fetch(package: Package) -> None:
    """Download and unpack *package* into the cache, unless it is there."""
    if package.folder.is_dir():
        return
    CACHE.mkdir(parents=True, exist_ok=True)
    run("apt-get", "download", f"{package.name}={package.version}", cwd=CACHE)
    deb = next(CACHE.glob(f"{package.name}_*.deb"))
    found = hashlib.sha256(deb.read_bytes()).hexdigest()
    if found != package.sha256:
        raise SystemExit(f"{deb.name} has SHA-256 {found}, expected {package.sha256}")
    unpacked = package.folder.with_suffix(".part")
    run("dpkg-deb", "-x", str(deb), str(unpacked), cwd=CACHE)
    unpacked.rename(package.folder)


def run(*command: str, cwd: Path) -> None:
    subprocess.run(command, cwd=cwd, check=True)


def build(recipe: Recipe) -> bytes:
    """The TrueType file of *recipe*."""
    source = recipe.package.folder / recipe.member
    font = TTFont(source, fontNumber=recipe.number, lazy=True, recalcTimestamp=False)
    reduce(font, recipe.characters() if recipe.characters else font.getBestCmap().keys())
    if "CFF " in font:
        to_true_type(font)
    rename(font, recipe)
    target = CACHE / recipe.file
    font.save(target, reorderTables=True)
    return target.read_bytes()


def reduce(font: TTFont, characters: Iterable[int]) -> None:
    """Keep *characters*; drop what ReportLab does not read (vertical, variants, kerning)."""
    options = Options()
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "gasp", "DSIG"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.recommended_glyphs = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(characters))
    subsetter.subset(font)


def to_true_type(font: TTFont) -> None:
    """Replace the CFF outlines of *font* by quadratic ones."""
    order = font.getGlyphOrder()
    glyphs = font.getGlyphSet()
    table: Any = newTable("glyf")
    table.glyphOrder = order
    table.glyphs = {name: quadratic(glyphs, name) for name in order}
    font["loca"] = newTable("loca")
    font["glyf"] = table
    font["maxp"] = maximum_profile(len(order))
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"
    del font["CFF "]
    for name in order:
        font["hmtx"][name] = (font["hmtx"][name][0], left_edge(table, name))


def quadratic(glyphs: Any, name: str) -> Any:  # noqa: ANN401 - fontTools has no types
    pen = TTGlyphPen(None)
    glyphs[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
    return pen.glyph()


def left_edge(table: Any, name: str) -> int:  # noqa: ANN401 - fontTools has no types
    glyph = table[name]
    glyph.recalcBounds(table)
    return int(getattr(glyph, "xMin", 0))


def maximum_profile(glyphs: int) -> Any:  # noqa: ANN401 - fontTools has no types
    """A version 1.0 ``maxp``; the counts of points and contours are computed on saving."""
    table: Any = newTable("maxp")
    table.tableVersion = 0x00010000
    table.numGlyphs = glyphs
    table.maxZones = 1
    for name in (
        "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
        "maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxPoints",
        "maxContours", "maxCompositePoints", "maxCompositeContours", "maxComponentDepth",
    ):  # fmt: skip
        setattr(table, name, 0)
    return table


def rename(font: TTFont, recipe: Recipe) -> None:
    """Give the font its own name; who made it and under which licence stays as it was."""
    table = font["name"]
    kept = {0, 9, 11, 12, 13, 14}
    table.names = [n for n in table.names if n.nameID in kept and n.langID == 0x409]
    postscript = recipe.family.replace(" ", "")
    source = Path(recipe.member).name
    names = {
        1: recipe.family,
        2: "Regular",
        3: f"{postscript};from {source};{recipe.package.name} {recipe.package.version}",
        4: recipe.family,
        5: "Version 1.000",
        6: postscript,
        10: f"Made from {source}: {recipe.change}.",
    }
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)


def licence(recipe: Recipe) -> str:
    """The licence text of one font, with the notices of its authors and our changes."""
    font = TTFont(recipe.package.folder / recipe.member, fontNumber=recipe.number)
    notice = [
        f"{recipe.file} — {recipe.family}",
        "",
        str(font["name"].getName(0, 3, 1, 0x409)).replace("\r\n", "\n"),
        RESERVED.get(recipe.package, ""),
        f"Made from {Path(recipe.member).name} of the Debian package "
        f"{recipe.package.name} {recipe.package.version}.",
        f"Change: {recipe.change}.",
    ]
    return "\n".join([*filter(None, notice), "", LICENCE_TEXTS[recipe.licence]()])


def open_font_license() -> str:
    """The text as Debian prints it for one of the packages, without the indentation."""
    path = WENKAI.folder / f"usr/share/doc/{WENKAI.name}/copyright"
    found = re.search(r"^License: OFL-1\.1\n((?: .*\n)+)", path.read_text("utf-8"), re.MULTILINE)
    if not found:
        raise SystemExit(f"no licence text in {path}")
    lines = textwrap.dedent(found.group(1)).splitlines()
    head = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
    return "\n".join([head, "", *("" if line == "." else line for line in lines), ""])


def general_public_license() -> str:
    """The GPL with the font exception, as the Fandol fonts carry it."""
    path = TEXLIVE.folder / "usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz"
    extension = (
        "The font exception at the end of this text is extended to this changed version.\n"
        "Source: the OpenType file named above, in the Debian package named above (and on CTAN\n"
        "under fonts/fandol), and tools/build_fonts.py of this project.\n"
    )
    return extension + "\n" + gzip.decompress(path.read_bytes()).decode()


LICENCE_TEXTS: Final = {"OFL": open_font_license, "GPL": general_public_license}


def readme(built: dict[Recipe, bytes]) -> str:
    """What each file is, where it comes from, what was changed."""
    rows = "\n".join(_row(recipe, data) for recipe, data in built.items())
    return README.format(rows=rows, version=fontTools.version)


def _row(recipe: Recipe, data: bytes) -> str:
    digest = hashlib.sha256(data).hexdigest()
    source = f"{recipe.package.name} {recipe.package.version}, {Path(recipe.member).name}"
    name = {"GPL": "GPL-3.0 with font exception", "OFL": "OFL-1.1"}[recipe.licence]
    return f"| `{recipe.file}` | {recipe.role} | {source} | {recipe.change} | {name} | `{digest}` |"


README: Final = """\
# Fonts

Made by `tools/build_fonts.py` with fontTools {version}; do not edit.
`.venv/bin/python tools/build_fonts.py --check` builds them again and compares.

| file | for | source (Debian 12 package) | change | licence | SHA-256 |
|---|---|---|---|---|---|
{rows}

The texts of the licences are in `../licences/fonts/`, one file per font.
Each font is a separate work beside the program, under its own licence.
A document in which these fonts are embedded is not covered by their licences (OFL-1.1, article 5;
the font exception of the GPL fonts).
The standard (GB/T 9704-2012) names styles, not makers; an office may use its own faces instead.
"""


def _within(ranges: tuple[tuple[int, int], ...]) -> set[int]:
    return {code for first, last in ranges for code in range(first, last + 1)}


def _standard_table() -> set[int]:
    """The 8105 characters of 通用规范汉字表 (Unihan property kTGH)."""
    path = UNIHAN.folder / "usr/share/unicode/Unihan_OtherMappings.txt.bz2"
    text = bz2.decompress(path.read_bytes()).decode()
    return {int(code, 16) for code in re.findall(r"^U\+([0-9A-F]+)\tkTGH\t", text, re.MULTILINE)}


def _gb2312() -> set[int]:
    rows = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    return {ord(char) for pair in rows for char in pair.decode("gb2312", "ignore")}


if __name__ == "__main__":
    sys.exit(main())
