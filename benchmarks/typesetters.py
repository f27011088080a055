"""Other typesetters with the same text, the same faces and the same page.

Each is a name and a function that makes PDF bytes of paragraphs; whoever is not installed is left
out and named. None of them squeezes a line to the grid of 28 characters, checks the result or
tells a missing glyph: what is compared is the price of a PDF, not the page.
"""

from __future__ import annotations

import html
import importlib
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from app.documents.fonts import catalog

Setter = Callable[[Sequence[str]], bytes]

_POINTS: Final = 15.79
_LEADING: Final = 29.62
_TYPST: Final = """#set page(
  paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm))
#set text(font: ("Liberation Serif", "XT Fang", "XT Fallback"), size: 15.79pt, lang: "zh",
  fallback: false)
#set par(justify: true, leading: 13.83pt, spacing: 13.83pt, first-line-indent: (amount: 2em,
  all: true))
"""


def installed() -> tuple[dict[str, Setter], tuple[str, ...]]:
    """The typesetters that are here, by name, and the names of those that are not."""
    makers = {
        "typst": ("typst", _typst),
        "fpdf2": ("fpdf", _fpdf),
        "WeasyPrint": ("weasyprint", _weasy),
    }
    here = {name: make() for name, (module, make) in makers.items() if find_spec(module)}
    return here, tuple(name for name in makers if name not in here)


def _typst() -> Setter:
    """One compiler for all letters, as it is meant to be used."""
    typst: Any = importlib.import_module("typst")
    folder = Path(tempfile.mkdtemp(prefix="lianxi-typst-"))
    source = folder / "letter.typ"
    source.write_text(_TYPST, encoding="utf-8")
    compiler = typst.Compiler(str(source), font_paths=[str(catalog.FANG.path.parent)])

    def made(paragraphs: Sequence[str]) -> bytes:
        said = "\n\n".join(f"#text({_quoted(words)})" for words in paragraphs)
        source.write_text(_TYPST + said, encoding="utf-8")
        return bytes(compiler.compile(input=str(source), format="pdf"))

    return made


def cold_typst(paragraphs: Sequence[str]) -> Callable[[], object]:
    """One letter in a process that starts for it."""
    folder = Path(tempfile.mkdtemp(prefix="lianxi-typst-"))
    source = folder / "letter.typ"
    said = "\n\n".join(f"#text({_quoted(words)})" for words in paragraphs)
    source.write_text(_TYPST + said, encoding="utf-8")
    fonts = catalog.FANG.path.parent
    call = f"import typst; typst.compile({str(source)!r}, font_paths=[{str(fonts)!r}])"
    return lambda: subprocess.run([sys.executable, "-c", call], check=True, capture_output=True)


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _fpdf() -> Setter:
    fpdf: Any = importlib.import_module("fpdf")

    def made(paragraphs: Sequence[str]) -> bytes:
        page = fpdf.FPDF(format="A4")
        page.set_margins(28, 37, 26)
        page.set_auto_page_break(auto=True, margin=35)
        page.add_font("fang", fname=str(catalog.FANG.path))
        page.add_font("latin", fname=str(catalog.LATIN.path))
        page.set_fallback_fonts(["latin"])
        page.set_font("fang", size=_POINTS)
        page.add_page()
        for words in paragraphs:
            page.multi_cell(0, _LEADING * 25.4 / 72, "　　" + words, new_x="LMARGIN", new_y="NEXT")
        return bytes(page.output())

    return made


def _weasy() -> Setter:
    weasyprint: Any = importlib.import_module("weasyprint")
    fonts: Any = importlib.import_module("weasyprint.text.fonts")
    known = fonts.FontConfiguration()
    style = (
        f"@font-face {{font-family: fang; src: url('{catalog.FANG.path.as_uri()}')}}"
        f"@font-face {{font-family: latin; src: url('{catalog.LATIN.path.as_uri()}')}}"
        "@page {size: A4; margin: 37mm 26mm 35mm 28mm}"
        f"p {{font: {_POINTS}pt/{_LEADING}pt latin, fang; margin: 0; text-indent: 2em;"
        " text-align: justify}"
    )

    def made(paragraphs: Sequence[str]) -> bytes:
        body = "".join(f"<p>{html.escape(words)}</p>" for words in paragraphs)
        page = weasyprint.HTML(string=f"<html lang='zh'><style>{style}</style>{body}</html>")
        return bytes(page.write_pdf(font_config=known))

    return made
