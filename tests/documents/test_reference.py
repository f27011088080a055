"""Where the lines of each form stand, in millimetres, as they stood when somebody looked at them.

After a wanted change ``python -m tests.documents.test_reference`` writes the positions anew; look
at the pages before they are committed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from app.documents.audit.lines import read
from app.documents.compose import compose
from app.documents.fonts.chain import bundled
from app.documents.layout.ops import Stroke
from app.documents.model import OfficialDocument
from tests.documents.forms import ALL_FORMS

FOLDER: Final = Path(__file__).parent / "reference"


def positions(document: OfficialDocument) -> list[dict[str, Any]]:
    """For each page its lines (top, left, right, size, text), its rules and its seals."""
    composed = compose(document, bundled())
    return [
        {
            "lines": [
                [*_rounded(line.top, line.left, line.right, line.size), line.text]
                for line in (*page.marks, *page.lines, *page.folio)
            ],
            "rules": sorted(
                _rounded(op.x1, op.y1, op.x2, op.y2, op.width)
                for op in page.page.ops
                if isinstance(op, Stroke)
            ),
            "seals": [_rounded(seal.x, seal.y, seal.diameter) for seal in page.page.seals],
        }
        for page in read(composed.pages, composed.faces)
    ]


def _rounded(*values: float) -> list[float]:
    return [round(float(value), 2) for value in values]


@pytest.mark.parametrize("name", sorted(ALL_FORMS))
def test_every_form_stands_where_it_stood(name: str) -> None:
    kept = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))

    assert positions(ALL_FORMS[name]) == kept


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, document in ALL_FORMS.items():
        said = [json.dumps(page, ensure_ascii=False) for page in positions(document)]
        text = "[\n" + ",\n".join(said) + "\n]\n"
        (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
