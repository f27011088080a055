"""Committed bundles and cards, most with one defect: the format as it was written once.

``index.json`` names keys, what each file is, and the error code a reader of this program gives.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.kernel import canon
from app.sync import card
from tests.sync.city import opened
from tests.vectors import make_bundles
from tests.vectors.good import PHOTO, Good
from tests.vectors.make_bundles import FOLDER, answer
from tests.vectors.spoilt import full_draft

INDEX: dict[str, Any] = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))


def test_every_committed_file_is_in_the_index_and_none_is_lost() -> None:
    found = {path.name for path in FOLDER.glob("*.lx*")}

    assert found == set(INDEX["files"])
    assert len(found) >= 60


@pytest.mark.parametrize("name", sorted(INDEX["files"]))
def test_a_committed_file_is_read_as_it_was_when_it_was_made(name: str) -> None:
    said = INDEX["files"][name]

    found = answer(name, (FOLDER / name).read_bytes())

    assert found == (said["expected"], said["found"]), said["why"]


def test_files_made_anew_are_read_like_the_committed_ones() -> None:
    anew = make_bundles.index(make_bundles.made())["files"]

    for name in anew.keys() | INDEX["files"].keys():
        # What is cut off differs in length from run to run.
        assert anew[name] == INDEX["files"][name] or name == "truncated.lxb"
    assert {name: anew[name]["expected"] for name in anew} == {
        name: each["expected"] for name, each in make_bundles.table().items()
    }


def test_the_good_bundle_says_what_it_said() -> None:
    data = (FOLDER / "good.lxb").read_bytes()
    found, inside, kept = opened(data, INDEX["agencies"]["gaj"]["identity"])
    said = INDEX["good"]

    assert found.routing.bundle == said["bundle"]
    assert found.envelope_hash == said["envelope_sha256"]
    assert [entry.hash for entry in inside.entries] == said["entries"]
    assert [each.sha256 for each in inside.items] == said["attachments"]
    assert kept == {canon.sha256(PHOTO): PHOTO}


def test_the_full_bundle_says_everything_it_said() -> None:
    data = (FOLDER / "full.lxb").read_bytes()
    found, inside, _ = opened(data, INDEX["agencies"]["gaj"]["identity"])
    said, draft = INDEX["full"], full_draft(Good())

    assert found.envelope_bytes == canon.dumps(said["envelope"])
    assert inside.content == canon.dumps(said["content"])
    assert (found.routing.fork, found.routing.card) == (draft.fork, draft.card)
    assert found.routing.rosters == tuple(sorted(draft.rosters, key=lambda each: each.mechanism))
    assert inside.items == draft.items
    assert inside.wants == tuple(sorted(draft.wants))
    assert inside.journal == draft.journal
    assert inside.witness == tuple(sorted(draft.witness, key=lambda each: each.agency))


def test_the_committed_cards_have_the_fingerprint_and_the_vouchers_they_had() -> None:
    found = card.read((FOLDER / "czj.lxcard").read_bytes())
    later = card.read((FOLDER / "czj-2.lxcard").read_bytes())

    assert " ".join(found.fingerprint) == INDEX["agencies"]["czj"]["fingerprint"]
    assert (found.vouchers, found.root) == ((), INDEX["agencies"]["czj"]["root"])
    assert (list(later.vouchers), later.root) == (INDEX["vouchers"]["czj-2.lxcard"], found.root)
