"""Committed bundles, most with one defect: the format as it was written once, for any reader.

``index.json`` names keys, what each file is, and the error code a reader of this program gives.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.kernel.errors import BundleError
from app.sync import card
from tests.sync.city import opened

FOLDER = Path(__file__).parents[1] / "vectors" / "bundles"
INDEX: dict[str, Any] = json.loads((FOLDER / "index.json").read_text())


def identity_for(name: str) -> str:
    agency = INDEX["opened_by"].get(name, "gaj")
    return str(INDEX["agencies"][agency]["identity"])


def test_every_committed_bundle_is_in_the_index_and_none_is_lost() -> None:
    found = {path.name for path in FOLDER.glob("*.lxb")}

    assert found == set(INDEX["files"])
    assert len(found) >= 20


@pytest.mark.parametrize("name", sorted(INDEX["files"]))
def test_a_committed_bundle_is_read_as_it_was_when_it_was_made(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    try:
        opened(data, identity_for(name))
        result = "intact"
    except BundleError as error:
        result = error.code

    assert result == INDEX["files"][name]["expected"], INDEX["files"][name]["why"]


def test_the_good_bundle_says_what_it_said() -> None:
    found, inside, kept = opened((FOLDER / "good.lxb").read_bytes(), identity_for("good.lxb"))
    said = INDEX["good"]

    assert found.routing.bundle == said["bundle"]
    assert found.envelope_hash == said["envelope_sha256"]
    assert [entry.hash for entry in inside.entries] == said["entries"]
    assert {each.sha256: each.name for each in inside.items} == said["attachments"]
    assert kept == {"照片.jpg": b"\xff\xd8 synthetic photo"}


def test_the_committed_card_has_the_fingerprint_it_had() -> None:
    found = card.read((FOLDER / "czj.lxcard").read_bytes())

    assert " ".join(found.fingerprint) == INDEX["agencies"]["czj"]["fingerprint"]
