"""A text finished elsewhere is compared with what was typed before it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.documents.kinds.letters import LetterKind
from app.documents.reading import FileForm
from app.models import JournalLine
from app.services import cases, final_text, letters, matters, outgoing, paper_files
from app.services.final_text import Doubt, Typed
from app.services.letter_text import OfMatter
from app.services.letters import ExternalDraft, IssueDraft
from app.services.outgoing import OutgoingQuery
from app.services.paper_files import PaperFormat, Subject
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks

NUMBER = "示财采移〔2026〕1号"
TITLE = "涉嫌犯罪案件移送书"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _approved(desks: Desks) -> OfMatter:
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(desks.finance, desks.to_police, case, START)
    return OfMatter(uid, LetterKind.REFERRAL, letters.NO_WORDS)


@pytest.fixture
def issued(desks: Desks, tmp_path: Path) -> Path:
    """The PDF of number 1, as the office would hand it back."""
    source = _approved(desks)
    wish = IssueDraft("示财采移", "己某某", START.date())
    uid = letters.issue_of(desks.finance, source, wish).uid
    path = tmp_path / "定稿.pdf"
    path.write_bytes(letters.file(desks.finance, uid)[1])
    return path


def _doubts(desks: Desks, typed: Typed, path: Path | None = None) -> dict[Doubt, str]:
    return dict(final_text.examine(desks.police, typed, path).doubts)


def test_a_file_that_says_what_was_typed_raises_no_doubt(desks: Desks, issued: Path) -> None:
    typed = Typed("示财采移[2026]1号", TITLE, START.date())

    found = final_text.examine(desks.police, typed, issued)

    assert found.doubts == ()
    assert found.file is not None
    assert (found.file.form, found.file.readable) == (FileForm.PDF, True)
    assert found.file.size == issued.stat().st_size


def test_what_the_file_says_instead_is_told(desks: Desks, issued: Path) -> None:
    typed = Typed("示财采移〔2026〕7号", "案件移送函", date(2026, 9, 17))

    doubts = _doubts(desks, typed, issued)

    assert doubts.keys() == {Doubt.NUMBER, Doubt.TITLE, Doubt.DAY}
    assert NUMBER in doubts[Doubt.NUMBER].split("、")
    assert "2026年9月16日" in doubts[Doubt.DAY].split("、")


def test_a_scan_is_never_doubted(desks: Desks, tmp_path: Path) -> None:
    scan = tmp_path / "扫描.jpg"
    scan.write_bytes(b"\xff\xd8\xff\xe0" + bytes(64))

    found = final_text.examine(desks.police, Typed("示公函〔2026〕7号", "函", START.date()), scan)

    assert found.doubts == ()
    assert found.file is not None
    assert (found.file.form, found.file.readable) == (FileForm.PICTURE, False)


def test_a_number_is_doubted_by_the_book(desks: Desks, issued: Path) -> None:
    def doubts(number: str) -> dict[Doubt, str]:
        typed = Typed(number, "", START.date())
        return dict(final_text.examine(desks.finance, typed, None).doubts)

    assert issued.exists()
    assert doubts(NUMBER) == {Doubt.TAKEN: TITLE}
    assert doubts("示财采移〔2026〕4号") == {Doubt.SKIPS: "示财采移〔2026〕2号—3号"}
    assert doubts("示财采移〔2026〕2号") == {}
    assert doubts("示财采移〔2025〕2号") == {Doubt.OTHER_YEAR: "2025"}
    assert doubts("无号") == {Doubt.FORM: ""}
    assert doubts("") == {}


def test_a_letter_finished_elsewhere_is_called_by_its_title_and_knows_its_draft(
    desks: Desks, issued: Path, tmp_path: Path
) -> None:
    source = _approved(desks)
    document = letters.draft_of(desks.finance, source).document
    draft = Subject(source.matter_uid, source.kind)
    paper_files.save(desks.finance, draft, document, PaperFormat.DOCX, tmp_path / "草稿.docx")
    known = final_text.begun(desks.finance, source)
    assert known.title == TITLE
    assert known.exported == (START,)

    wish = ExternalDraft("示财采移〔2026〕2号", "己某某", START.date(), issued, title=known.title)
    letters.issue_external_of(desks.finance, source, wish)

    last = outgoing.rows(desks.finance, OutgoingQuery())[-1]
    assert (last.title, last.way) == (TITLE, "external")
    assert matters.show(desks.finance, source.matter_uid).letters[0].title == TITLE
    with desks.finance.read() as session:
        lines = select(JournalLine.facts).where(JournalLine.action == "letter.issued")
        told = session.scalars(lines.order_by(JournalLine.id)).all()
    assert [facts.get("drafted") for facts in told] == [None, "2026-09-16 09:00"]
