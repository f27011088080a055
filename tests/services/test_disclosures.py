"""Who holds what: told, written, taken in and seen, for each version and each agency."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.kernel.errors import UnknownRecordError
from app.rules.steps import StepKind
from app.services import cases, disclosures, exchange, matters, sightings
from app.wording import ledgers as words
from tests import synthetic
from tests.services.two_desks import Desks, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def test_each_version_of_a_case_is_a_line_with_its_own_bundle(desks: Desks) -> None:
    draft = synthetic.case_draft()
    case = cases.register_case(desks.finance, draft).uid
    exchange.share_case(desks.finance, case, desks.to_police)
    first = exchange.seal(desks.finance, desks.to_police, desks.stick).path
    exchange.take_in(desks.police, first)
    desks.carry(desks.police, desks.finance)
    cases.revise_case(desks.finance, case, replace(draft, facts="更正后的案情"))
    exchange.share_case(desks.finance, case, desks.to_police)

    older, newer = disclosures.of_case(desks.finance, case)

    assert (older.version, newer.version) == (1, 2)
    assert (older.file, older.bundles) == (first.name, 1)
    assert older.taken_in_at == desks.clock.now()
    assert (newer.file, newer.written_at, newer.taken_in_at) == ("", None, None)
    assert {older.title, newer.title} == {draft.name}
    assert {older.peer_uid} == {desks.to_police}


def test_a_matter_discloses_its_letters_steps_and_files(desks: Desks) -> None:
    uid = desks.acknowledged()
    sightings.seen(desks.police, uid)
    desks.carry(desks.police, desks.finance)

    found = disclosures.of_matter(desks.finance, uid)

    assert {row.type for row in found} == {"matter/1", "step/1", "letter/1", "attachment/1"}
    by_type = {row.type: row for row in found}
    assert by_type["attachment/1"].title == "referral.pdf"
    assert by_type["letter/1"].seen_by == desks.police.user_name
    assert all(row.taken_in_at is not None for row in found)
    case = matters.show(desks.finance, uid).case_uid
    assert {row.record for row in found} < {
        row.record for row in disclosures.of_case(desks.finance, case)
    }


def test_what_was_written_twice_says_so(desks: Desks) -> None:
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    exchange.share_case(desks.finance, case, desks.to_police)
    for _ in range(2):
        exchange.seal(desks.finance, desks.to_police, desks.stick)

    (row,) = disclosures.of_all(desks.finance)

    assert row.bundles == 2
    assert words.remarks(row) == "共写入 2 个包"
    assert disclosures.of_all(desks.finance, "nobody") == ()
    assert disclosures.of_all(desks.police) == ()


def test_what_the_other_side_told_us_is_no_disclosure_of_ours(desks: Desks) -> None:
    uid = desks.issued()
    desks.carry(desks.finance, desks.police)

    assert disclosures.of_matter(desks.police, uid) == ()
    with pytest.raises(UnknownRecordError):
        disclosures.of_matter(desks.police, "unknown")


def test_the_printed_table_says_who_holds_it_and_since_when(desks: Desks) -> None:
    uid = desks.acknowledged()
    note = synthetic.step(StepKind.NOTE, desks.clock.now(), text="x")
    matters.record_step(desks.finance, uid, note)

    table = words.disclosures_table(disclosures.of_matter(desks.finance, uid), "本事项")

    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert {row[4] for row in table.rows} == {"示例市公安局"}
    held, queued = table.rows[0], table.rows[-1]
    assert held[6] != "—"
    assert queued[5:9] == ("—", "—", "—", "—")
