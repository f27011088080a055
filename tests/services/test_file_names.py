"""Names of files come from statements; a bundle's signed list has none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kernel import canon
from app.kernel.terms import new_uid
from app.services import entries, exchange, file_names, ledger
from app.sync.series import LEAST_LIMIT
from tests.services.two_desks import Desks, two_desks

NAME = "录像.bin"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def names_in(desks: Desks, path: Path) -> list[str]:
    return [item.name for item in exchange.preview(desks.police, path).attachments]


def test_a_file_has_the_name_its_statement_in_the_bundle_gives(desks: Desks) -> None:
    desks.shared_file(3000)
    path = exchange.seal(desks.finance, desks.to_police, desks.stick).path

    assert names_in(desks, path) == [NAME]


def test_pieces_are_called_like_their_whole_once_its_statement_came(desks: Desks) -> None:
    desks.shared_file(LEAST_LIMIT + 1000)
    first = exchange.seal(desks.finance, desks.to_police, desks.stick, limit=LEAST_LIMIT)
    second = exchange.seal(
        desks.finance, desks.to_police, desks.stick, limit=LEAST_LIMIT, after=first.last
    )
    assert names_in(desks, first.path) == [NAME]
    # Nothing at hand says yet what the rest belongs to.
    assert names_in(desks, second.path) == [""]

    exchange.take_in(desks.police, first.path)

    assert names_in(desks, second.path) == [NAME]


def test_a_file_that_was_asked_for_is_known_by_what_was_said_before(desks: Desks) -> None:
    desks.shared_file(3000)
    lost = exchange.seal(desks.finance, desks.to_police, desks.stick).path
    lost.unlink()
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)

    again = exchange.seal(desks.finance, desks.to_police, desks.stick)

    assert again.attachments == 1
    assert names_in(desks, again.path) == [NAME]


def test_a_report_of_what_came_names_the_files(desks: Desks) -> None:
    sha256 = desks.shared_file(LEAST_LIMIT + 1000)
    after = None
    for _ in range(2):
        sealed = exchange.seal(
            desks.finance, desks.to_police, desks.stick, limit=LEAST_LIMIT, after=after
        )
        exchange.take_in(desks.police, sealed.path)
        after = sealed.last

    reports = [ledger.import_report(desks.police, row.uid) for row in ledger.bundles(desks.police)]

    found = [(each.name, each.sha256, each.piece) for one in reports for each in one.files]
    assert found == [(NAME, sha256, True)] * 2


def test_a_name_that_forges_what_a_screen_shows_is_cleaned(desks: Desks) -> None:
    data = b"x" * 20
    sha256 = canon.sha256(data)
    said = {"sha256": sha256, "size": len(data), "name": "照片\u202egpj.exe\n二"}
    path = desks.sealed(
        desks.says(entries.ATTACHMENT, entries.attachment_uid(sha256), said), files={sha256: data}
    )

    assert [item.name for item in exchange.preview(desks.finance, path).attachments] == [
        "照片gpj.exe 二"
    ]


def test_what_speaks_of_a_file_without_naming_it_leaves_it_nameless(desks: Desks) -> None:
    data = b"x" * 20
    sha256 = canon.sha256(data)
    odd = [{"sha256": sha256}, [sha256], {"sha256": 5, "name": "n"}]
    drafts = [desks.says(entries.ATTACHMENT, new_uid(), body) for body in odd]
    path = desks.sealed(*drafts, files={sha256: data})

    assert [item.name for item in exchange.preview(desks.finance, path).attachments] == [""]


def test_more_files_than_a_statement_has_parameters_are_looked_up(desks: Desks) -> None:
    sha256 = desks.shared_file(100)
    many = [canon.sha256(str(n).encode()) for n in range(70_000)]

    with desks.finance.read() as session:
        assert file_names.of(session, [*many, sha256]) == {sha256: NAME}
