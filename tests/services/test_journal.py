"""The journal as it is read: found by kind and words, checked as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from app.documents.kinds.letters import LetterKind
from app.services import (
    cases,
    house_settings,
    journal,
    letters,
    matters,
    paper_files,
    printing,
)
from app.services.journal import JournalQuery
from app.services.paper_files import PaperFormat, Subject
from app.services.printing import Manner, Paper
from app.services.setup import Register
from tests import synthetic
from tests.services.two_desks import two_desks


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "r") as made:
        for minutes in (5, 10):
            house_settings.set_auto_lock(made, minutes)
        yield made


def test_lines_come_newest_first(register: Register) -> None:
    ids = journal.line_ids(register, JournalQuery())
    rows = journal.lines(register, ids)

    assert list(ids) == sorted(ids, reverse=True)
    assert [row.number for row in rows] == list(ids)
    assert rows[0].facts == {"auto_lock": 10}
    assert rows[0].at == synthetic.NOON


def test_lines_are_chosen_by_action(register: Register) -> None:
    ids = journal.line_ids(register, JournalQuery(action="settings.changed"))

    assert {row.action for row in journal.lines(register, ids)} == {"settings.changed"}
    assert len(ids) == 2


@pytest.mark.parametrize(("words", "found"), [('auto_lock":10', 1), ("%", 0), ("  ", None)])
def test_words_are_found_as_they_stand(register: Register, words: str, found: int | None) -> None:
    every = len(journal.line_ids(register, JournalQuery()))

    ids = journal.line_ids(register, JournalQuery(text=words))

    assert len(ids) == (every if found is None else found)


def test_a_line_is_told_and_found_by_what_its_subject_is_called_today(register: Register) -> None:
    uid = cases.register_case(register, synthetic.case_draft("原来的名称")).uid
    cases.revise_case(register, uid, synthetic.case_draft("改过的名称"))

    found = journal.lines(register, journal.line_ids(register, JournalQuery(text="改过")))

    assert [(row.action, row.about) for row in found] == [
        ("case.revised", "改过的名称"),
        ("case.registered", "改过的名称"),
    ]
    assert journal.line_ids(register, JournalQuery(text="原来的名称")) == ()
    number = cases.show_case(register, uid).facts.number
    assert len(journal.line_ids(register, JournalQuery(text=number))) == 2


def test_no_line_names_a_case_a_matter_or_a_file(tmp_path: Path) -> None:
    """The journal is destroyed by nobody, so what it holds stays for ever."""
    with two_desks(tmp_path) as desks:
        uid = desks.acknowledged()
        document = letters.draft(desks.finance, uid, LetterKind.REFERRAL).document
        draft, target = Subject(uid, LetterKind.REFERRAL), tmp_path / "甲某某.pdf"
        paper_files.save(desks.finance, draft, document, PaperFormat.PDF, target)
        paper = Paper("甲某某的材料", b"", 1, subject=uid, kind=LetterKind.REFERRAL)
        printing.note_printed(desks.finance, (paper,), 1, Manner())
        subject = matters.show(desks.finance, uid).subject
        rows = journal.lines(desks.finance, journal.line_ids(desks.finance, JournalQuery()))

    told = [str(row.facts) for row in rows]
    assert subject
    assert not [text for text in told if subject in text or "甲某某" in text]
    assert {row.about for row in rows if row.subject == uid} == {subject}
    assert {"matter.opened", "letter.issued", "letter.printed", "letter.draft_saved"} <= {
        row.action for row in rows
    }


def test_the_actions_that_occur_are_listed_once(register: Register) -> None:
    assert journal.actions(register).count("settings.changed") == 1


def test_an_untouched_chain_is_whole(register: Register) -> None:
    state = journal.verify(register)

    assert state.broken_at is None
    assert state.lines == len(journal.line_ids(register, JournalQuery()))
    assert state.checked_at == synthetic.NOON


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE journal SET action = 'case.revised' WHERE id = :id",
        "UPDATE journal SET facts = '{}' WHERE id = :id",
        "UPDATE journal SET hash = 'none' WHERE id = :id",
    ],
)
def test_a_line_that_was_changed_is_named(register: Register, tampering: str) -> None:
    changed = journal.line_ids(register, JournalQuery())[1]
    with register.write() as session:
        session.execute(text(tampering), {"id": changed})

    assert journal.verify(register).broken_at == changed


def test_a_line_that_was_removed_is_missed_at_the_next(register: Register) -> None:
    newest, removed, *_ = journal.line_ids(register, JournalQuery())
    with register.write() as session:
        session.execute(text("DELETE FROM journal WHERE id = :id"), {"id": removed})

    assert journal.verify(register).broken_at == newest


def test_a_check_can_be_stopped(register: Register) -> None:
    class StoppedError(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        journal.verify(register, stop)
