"""A paper saved where there is no room: named as that, the old file whole, nothing half written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.documents.model import text
from app.kernel.errors import MediumFullError, UncoveredCharactersError
from app.models import JournalLine
from app.services import paper_files
from app.services.paper_files import PaperFormat, Subject
from app.services.setup import Register
from tests import synthetic
from tests.documents.samples import FACTS, LETTER

SUBJECT = Subject("0" * 32, "letter")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "czj") as made:
        yield made


def actions(register: Register) -> list[str]:
    with register.read() as session:
        return list(session.scalars(select(JournalLine.action)))


@pytest.mark.parametrize("form", PaperFormat)
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    register: Register, tmp_path: Path, form: PaperFormat
) -> None:
    resource = pytest.importorskip("resource")
    folder = tmp_path / "papers"
    folder.mkdir()
    target = folder / f"函.{form}"
    target.write_bytes(b"before")
    said = actions(register)
    long = replace(LETTER, body=(text(FACTS * 40),))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    # The limit of the operating system on the size of a file: EFBIG, as from a full FAT stick.
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))

    try:
        with pytest.raises(MediumFullError):
            paper_files.save(register, SUBJECT, long, form, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert [each.name for each in folder.iterdir()] == [target.name]
    assert target.read_bytes() == b"before"
    assert actions(register) == said


@pytest.mark.parametrize("form", PaperFormat)
def test_a_paper_that_cannot_be_set_writes_no_file(
    register: Register, tmp_path: Path, form: PaperFormat
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()

    with pytest.raises(UncoveredCharactersError):
        paper_files.save(register, SUBJECT, replace(LETTER, contact="😀"), form, folder / "函")

    assert list(folder.iterdir()) == []
