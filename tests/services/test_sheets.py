"""Tables as files: nothing a spreadsheet would compute, shorten or guess an encoding for."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import select

from app.documents.kinds.registers import Column, TableText
from app.kernel.errors import MediumError
from app.models import JournalLine
from app.services import sheets
from app.services.setup import Register
from tests import synthetic

TABLE = TableText(
    title="往来台账",
    columns=(Column("单位", 40), Column("编号", 40)),
    rows=(("示例市公安局", "1"),),
    facts=("共 1 个",),
    notes=("注",),
)


def _table(*cells: str) -> TableText:
    return TableText("t", (Column("c", 10),), tuple((cell,) for cell in cells))


def _cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_is_never_a_formula(formula: str) -> None:
    _, (cell,) = _cells(sheets.as_csv(_table(formula)))

    assert cell == f"'{formula}"


@pytest.mark.parametrize("code", ["110101199003070011", "0633", "20260916000012"])
def test_a_number_that_is_a_name_keeps_every_digit(code: str) -> None:
    _, (cell,) = _cells(sheets.as_csv(_table(code)))

    assert cell == f"\t{code}"


@pytest.mark.parametrize("plain", ["", "12", "12–14", "2026-09-16 09:00", "甲\n乙", 'a"b,c'])
def test_other_cells_are_as_they_were(plain: str) -> None:
    _, (cell,) = _cells(sheets.as_csv(_table(plain)))

    assert cell == plain


def test_the_file_begins_with_a_mark_of_its_encoding_and_ends_lines_for_windows() -> None:
    data = sheets.as_csv(TABLE)

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 2
    assert _cells(data) == [["单位", "编号"], ["示例市公安局", "1"]]


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _actions(register: Register) -> list[tuple[str, str]]:
    with register.read() as session:
        lines = session.scalars(select(JournalLine).where(JournalLine.action.like("sheet.%")))
        return [(line.action, str(line.facts.get("file", ""))) for line in lines]


def test_a_sheet_says_whose_it_is_and_each_copy_leaves_a_line(tmp_path: Path) -> None:
    with synthetic.make_register(tmp_path / "r") as register:
        printed = sheets.paint(register, TABLE)
        assert "示例市财政局" in _text(printed.pdf)
        assert "演练样张" in _text(printed.pdf)

        sheets.save_pdf(register, TABLE, tmp_path / "台账.pdf")
        sheets.save_csv(register, TABLE, tmp_path / "台账.csv")
        sheets.note_printed(register, TABLE.title)

        assert (tmp_path / "台账.pdf").read_bytes() == printed.pdf
        assert (tmp_path / "台账.csv").read_bytes() == sheets.as_csv(TABLE)
        assert _actions(register) == [
            ("sheet.saved", "台账.pdf"),
            ("sheet.saved", "台账.csv"),
            ("sheet.printed", ""),
        ]
        with pytest.raises(MediumError):
            sheets.save_csv(register, TABLE, tmp_path / "nowhere" / "台账.csv")
