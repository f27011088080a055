"""A face with only the glyphs a document shows, its character map kept: readers of OFD need it."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

_KEPT: Final = 32
"""Subsets remembered: a letter that is saved again shows the same characters."""


@lru_cache(maxsize=_KEPT)
def subset(path: Path, index: int, characters: str) -> bytes:
    """Font *index* of the file at *path* with the glyphs of *characters*, alike each time."""
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables = [*options.drop_tables, "GSUB", "GPOS", "GDEF", "BASE", "FFTM"]
    font = TTFont(path, fontNumber=index, lazy=True, recalcTimestamp=False)
    maker = Subsetter(options)
    maker.populate(text=characters)
    maker.subset(font)
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=False)
    font.close()
    return buffer.getvalue()
