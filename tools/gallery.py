"""Every document the program writes, as PDF and PNG, and one picture of all of them.

    python3 dev.py gallery [FOLDER]        into FOLDER, ./gallery by default

Facts, issuers and numbers are synthetic (``app.demo.sample_letters``).
``--sheet FILE`` writes the contact sheet alone, as the README shows it; a reviewer looks at every
page at the size it is printed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from app import wording
from app.demo.sample_letters import EVERY, ISSUES, JOINT
from app.documents.compose import compose, paint_pdf
from app.documents.fonts import catalog, chain
from app.documents.kinds.letters import LETTERS, LetterKind, write
from app.documents.model import OfficialDocument
from app.documents.paint.preview import page_count, page_image

_DPI: Final = 150.0
_THUMB: Final = 250
_COLUMNS: Final = 8
_GAP: Final = 18
_LABEL: Final = 34
_PAPER: Final = (255, 255, 255)
_GROUND: Final = (238, 240, 244)
_INK: Final = (40, 46, 58)


def documents() -> Iterator[tuple[str, OfficialDocument]]:
    """A name and a document for every letter, and one that several agencies issue together."""
    for kind in LETTERS:
        yield wording.LETTER_KINDS[kind.value], _written(kind)
    yield "联合行文", _joint()


def _written(kind: LetterKind) -> OfficialDocument:
    return write(kind, EVERY[kind], ISSUES[kind]).document


def _joint() -> OfficialDocument:
    return write(LetterKind.BULLETIN, EVERY[LetterKind.BULLETIN], JOINT).document


def pictures(pdf: bytes, dpi: float) -> Iterator[Image.Image]:
    for number in range(page_count(pdf)):
        page = page_image(pdf, number, dpi)
        yield Image.frombytes("RGBA", (page.width, page.height), page.pixels).convert("RGB")


def contact_sheet(first_pages: list[tuple[str, int, Image.Image]]) -> Image.Image:
    """A picture of *first_pages*, each with its name and how many pages it has."""
    high = round(_THUMB * 297 / 210)
    rows = -(-len(first_pages) // _COLUMNS)
    size = (_COLUMNS * (_THUMB + _GAP) + _GAP, rows * (high + _LABEL + _GAP) + _GAP)
    sheet = Image.new("RGB", size, _GROUND)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(str(catalog.HEI.path), 15)
    for place, (name, pages, page) in enumerate(first_pages):
        row, column = divmod(place, _COLUMNS)
        left, top = _GAP + column * (_THUMB + _GAP), _GAP + row * (high + _LABEL + _GAP)
        sheet.paste(Image.new("RGB", (_THUMB, high), _PAPER), (left, top))
        small = page.resize(
            (_THUMB, round(_THUMB * page.height / page.width)), Image.Resampling.LANCZOS
        )
        sheet.paste(small, (left, top))
        words = name if pages == 1 else f"{name}　{pages}页"
        draw.text((left, top + high + 8), words, fill=_INK, font=font)
    return sheet


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("gallery"))
    parser.add_argument("--sheet", type=Path, help="write the contact sheet here and nothing else")
    wanted = parser.parse_args()
    shown = []
    for number, (name, document) in enumerate(documents(), 1):
        pdf = paint_pdf(compose(document, chain.bundled()), document)
        pages = list(pictures(pdf, _DPI))
        shown.append((name, len(pages), pages[0]))
        if not wanted.sheet:
            _save(wanted.folder / f"{number:02d}-{name}", pdf, pages)
    target = wanted.sheet or wanted.folder / "contact-sheet.png"
    contact_sheet(shown).quantize(128).save(target, optimize=True)
    print(f"{len(shown)} documents: {target}")


def _save(stem: Path, pdf: bytes, pages: list[Image.Image]) -> None:
    stem.parent.mkdir(parents=True, exist_ok=True)
    stem.with_name(stem.name + ".pdf").write_bytes(pdf)
    for number, page in enumerate(pages, 1):
        page.save(stem.with_name(f"{stem.name}-{number}.png"))


if __name__ == "__main__":
    main()
