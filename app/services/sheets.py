"""Tables on paper and as files: a ledger or a report as PDF, or as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Final

from app.documents.kinds.registers import PrintedTable, TableText, register_table
from app.kernel import clock, files
from app.kernel.errors import from_os_error
from app.kernel.terms import Purpose
from app.services import house, house_fonts
from app.vault import journal
from app.vault.register import Register

_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
"""How a spreadsheet tells a formula; a leading apostrophe makes it text (OWASP, CSV injection)."""
_DIGITS: Final = re.compile(r"0[0-9]+|[0-9]{12,}")
"""Numbers that are names: a spreadsheet would drop the zeros, or the end of an 18-digit code."""


def paint(register: Register, text: TableText) -> PrintedTable:
    """*text* as this agency's sheet of today; every page of an exercise says that it is one."""
    with register.read() as session:
        agency = house.own_agency(session).name
        fonts = house_fonts.chain(session)
    return register_table(
        text.title,
        text.columns,
        text.rows,
        agency=agency,
        facts=text.facts,
        notes=text.notes,
        day=clock.local_date(register.clock.now()),
        landscape=text.landscape,
        exercise=register.purpose is Purpose.EXERCISE,
        fonts=fonts,
    )


def save_pdf(register: Register, text: TableText, target: Path) -> Path:
    """Raises MediumError: nothing was written."""
    return _save(register, text, paint(register, text).pdf, target)


def save_csv(register: Register, text: TableText, target: Path) -> Path:
    """The table with its heads, as UTF-8 with a byte order mark, which Excel and WPS need.

    Raises:
        MediumError: nothing was written.
    """
    return _save(register, text, as_csv(text), target)


def as_csv(text: TableText) -> bytes:
    """Every cell is text: nothing in it is computed, and no number loses a digit."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.name for column in text.columns])
    writer.writerows([_harmless(cell) for cell in row] for row in text.rows)
    return lines.getvalue().encode("utf-8-sig")


def note_printed(register: Register, title: str) -> None:
    """Write into the journal that a sheet was handed to a printer."""
    _note(register, "sheet.printed", title, "")


def _harmless(cell: str) -> str:
    if _FORMULA.match(cell):
        return f"'{cell}"
    return f"\t{cell}" if _DIGITS.fullmatch(cell) else cell


def _save(register: Register, text: TableText, data: bytes, target: Path) -> Path:
    try:
        files.write_atomic(target, data, replace=True)
    except OSError as error:
        raise from_os_error(error, target, len(data)) from error
    _note(register, "sheet.saved", text.title, target.name)
    return target


def _note(register: Register, action: str, title: str, file: str) -> None:
    with register.write() as session:
        facts = {"title": title, "file": file} if file else {"title": title}
        journal.append(
            session, register.clock, register.user_name, action, register.vault_uid, **facts
        )
