from __future__ import annotations

import pytest
from sqlalchemy import text

from app.kernel.clock import SetClock
from app.vault import journal
from app.vault.register import Register

LINES = 5


@pytest.fixture
def written(register: Register, clock: SetClock) -> Register:
    with register.write() as session:
        for number in range(LINES):
            journal.append(
                session, clock, "甲某某", "case.revised", f"案件{number}", version=number
            )
    return register


def first_broken(register: Register) -> int | None:
    with register.read() as session:
        return journal.verify(session)


def change(register: Register, statement: str, **values: str) -> None:
    with register.write() as session:
        session.execute(text(statement), values)


def test_an_untouched_journal_is_whole(written: Register) -> None:
    assert first_broken(written) is None


def test_an_empty_journal_is_whole_and_has_no_head(register: Register) -> None:
    assert first_broken(register) is None
    with register.read() as session:
        assert journal.head(session) == ""


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", "2025-03-03T01:00:00.001Z"),
        ("actor", "乙某某"),
        ("action", "case.closed"),
        ("subject", "案件9"),
        ("facts", '{"version":3}'),
        ("facts", "{}"),
        ("facts", "not even canonical"),
        ("previous", ""),
        ("hash", "0" * 64),
    ],
)
def test_a_changed_line_is_found(written: Register, column: str, value: str) -> None:
    change(written, f"UPDATE journal SET {column} = :value WHERE id = 3", value=value)

    assert first_broken(written) == 3


def test_a_removed_line_is_found_at_the_next(written: Register) -> None:
    change(written, "DELETE FROM journal WHERE id = 2")

    assert first_broken(written) == 3


def test_exchanged_lines_are_found(written: Register) -> None:
    change(written, "UPDATE journal SET id = -2 WHERE id = 2")

    assert first_broken(written) == -2


def test_the_head_changes_with_every_line(register: Register, clock: SetClock) -> None:
    heads = set()
    with register.write() as session:
        for _ in range(LINES):
            journal.append(session, clock, "甲某某", "case.revised", "案件")
            heads.add(journal.head(session))

    assert len(heads) == LINES
