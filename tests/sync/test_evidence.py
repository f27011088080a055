"""A folder of evidence is believed only while every file in it is what was written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.kernel import canon
from app.kernel.errors import EvidenceFolderError, MediumError
from app.kernel.terms import new_uid
from app.sync import entry as entries_of
from app.sync import evidence, signature
from app.sync.entry import Entry, EntryDraft
from app.sync.evidence import About, BundleTexts
from tests.sync import city
from tests.sync.city import NOON, Agency, bundle_draft, item, write_card

FINANCE, POLICE = Agency("czj"), Agency("gaj")
PAPER = b"%PDF-1.4 a letter"
HASH = hashlib.sha256(PAPER).hexdigest()


def made(sender: Agency, *bodies: dict[str, Any]) -> tuple[Entry, ...]:
    chain: list[Entry] = []
    for seq, body in enumerate(bodies, 1):
        draft = EntryDraft("letter/1", sender.uid, sender.uid, new_uid(), 1, NOON, body)
        chain.append(entries_of.make(draft, seq, chain[-1].hash if chain else None))
    return tuple(chain)


def texts(sender: Agency, to: Agency, entries: tuple[Entry, ...], scratch: Path) -> BundleTexts:
    draft = bundle_draft(sender, to, entries, items=(item(PAPER),))
    _, sealed = city.sealed(sender, draft, to.to, scratch, PAPER)
    return BundleTexts(
        sealed.envelope_bytes,
        sealed.envelope_signature,
        sealed.content,
        sealed.content_signature,
        entries,
    )


def put(folder: Path, found: dict[str, bytes], seed: bytes = FINANCE.seed) -> Path:
    for path, data in found.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    sums = evidence.sums({path: canon.sha256(data) for path, data in found.items()})
    (folder / evidence.SUMS).write_bytes(sums)
    signed = signature.sign(sums, evidence.NAMESPACE, seed)
    (folder / evidence.SUMS_SIGNATURE).write_bytes(signed)
    return folder


def inside(scratch: Path, *, first: str = HASH) -> dict[str, bytes]:
    """Two bundles; of the first, one statement is whole, one belongs elsewhere, one is gone."""
    one, two, three = made(FINANCE, {"sha256": first}, {"secret": "x"}, {"gone": "x"})
    headless = [replace(each, blind=None, body=None) for each in (two, three)]
    ours = texts(FINANCE, POLICE, (one, two, three), scratch)
    theirs = texts(POLICE, FINANCE, made(POLICE, {"seen": "x"}), scratch)
    about = About(FINANCE.purpose, new_uid(), FINANCE.as_sender, NOON)
    found = {evidence.ABOUT: evidence.about_text(about), "README.txt": "说明\n".encode()}
    found |= dict(evidence.texts(replace(ours, entries=(one, *headless))))
    found |= dict(evidence.texts(theirs))
    found |= {f"{evidence.CARDS}/czj-1.lxcard": write_card(FINANCE)}
    return found | {f"{evidence.ATTACHMENTS}/{HASH}.pdf": PAPER}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path / "it", inside(tmp_path))


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def refused(folder: Path) -> str:
    with pytest.raises(EvidenceFolderError) as caught:
        evidence.check(folder)
    return str(caught.value.facts["file"])


def test_an_intact_folder_tells_what_is_in_it(folder: Path) -> None:
    told: list[tuple[int, int]] = []

    found = evidence.check(folder, lambda done, total: told.append((done, total)))

    assert evidence.is_folder(folder)
    assert found.signer == signature.public_of(FINANCE.seed)
    assert found.about.exporter == FINANCE.as_sender
    signers = {bundle.routing.sender.handle: bundle for bundle in found.bundles}
    assert signers["czj"].signer == signature.public_of(FINANCE.seed)
    assert signers["gaj"].signer == signature.public_of(POLICE.seed)
    assert (len(signers["czj"].shown), signers["czj"].headed) == (1, 2)
    assert (found.attachments, found.strangers) == (1, ())
    assert told[-1][0] == told[-1][1]


def test_nothing_of_what_belongs_elsewhere_is_in_the_folder(folder: Path) -> None:
    assert not any(b"secret" in path.read_bytes() for path in files(folder))


def test_a_changed_byte_in_any_file_is_found(folder: Path) -> None:
    for path in files(folder):
        data = path.read_bytes()
        for place in {0, len(data) // 2, len(data) - 1}:
            changed = bytearray(data)
            changed[place] ^= 1
            path.write_bytes(bytes(changed))
            refused(folder)
        path.write_bytes(data)
    evidence.check(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    for path in files(folder):
        data = path.read_bytes()
        path.unlink()
        assert refused(folder) == path.relative_to(folder).as_posix()
        path.write_bytes(data)


def test_a_file_that_was_added_is_named_and_counts_for_nothing(folder: Path) -> None:
    (folder / "Thumbs.db").write_bytes(b"x")
    (folder / "attachments" / "附加.pdf").write_bytes(PAPER)

    assert evidence.check(folder).strangers == ("Thumbs.db", "attachments/附加.pdf")


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    card = next(folder.glob("cards/*"))
    card.rename(outside)
    card.symlink_to(outside)

    assert refused(folder).startswith("cards/")


def test_a_list_that_leads_out_of_the_folder_is_refused(folder: Path) -> None:
    for path in ("../x", "/etc/passwd", "a//b", "./a"):
        sums = f"{HASH}  {path}\n".encode()
        (folder / evidence.SUMS).write_bytes(sums)
        signed = signature.sign(sums, evidence.NAMESPACE, FINANCE.seed)
        (folder / evidence.SUMS_SIGNATURE).write_bytes(signed)
        assert refused(folder) == evidence.SUMS


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    assert not evidence.is_folder(tmp_path)
    assert refused(tmp_path) == evidence.SUMS


# -- an exporter that lies and signs its own list anew ---------------------------------------


def _other_body(found: dict[str, bytes]) -> None:
    path = next(path for path in found if path.endswith("000001.body.json"))
    plain = canon.loads(found[path])
    found[path] = canon.dumps(plain | {"body": {"sha256": HASH, "more": "x"}})


def _other_head(found: dict[str, bytes]) -> None:
    path = next(path for path in found if path.endswith("000002.head.json"))
    found[path] = canon.dumps(canon.loads(found[path]) | {"version": 9})


def _other_number(found: dict[str, bytes]) -> None:
    path = next(path for path in found if path.endswith("000003.head.json"))
    found[path.replace("000003", "000004")] = found.pop(path)


def _body_alone(found: dict[str, bytes]) -> None:
    del found[next(path for path in found if path.endswith("000001.head.json"))]


def _other_content(found: dict[str, bytes]) -> None:
    path = next(path for path in found if path.endswith("content.json"))
    found[path] = canon.dumps(canon.loads(found[path]) | {"more": "x"})


def _signed_by_the_exporter(found: dict[str, bytes]) -> None:
    for path in [path for path in found if path.endswith("content.json")]:
        found[path + ".sig"] = signature.sign(found[path], signature.CONTENT, FINANCE.seed)


def _mixed_bundles(found: dict[str, bytes]) -> None:
    one, two = sorted(path for path in found if path.endswith("content.json"))
    found[one], found[two] = found[two], found[one]
    found[one + ".sig"], found[two + ".sig"] = found[two + ".sig"], found[one + ".sig"]


def _other_place(found: dict[str, bytes]) -> None:
    for path in [path for path in found if path.startswith("bundles/")]:
        other = "1" if path[8] == "0" else "0"
        found[path[:8] + other + path[9:]] = found.pop(path)


def _foreign_file(found: dict[str, bytes]) -> None:
    found[f"attachments/{canon.sha256(b'x')}.pdf"] = b"x"


def _misnamed_file(found: dict[str, bytes]) -> None:
    found[f"attachments/{HASH}.txt"] = b"x"


def _foreign_part(found: dict[str, bytes]) -> None:
    place = next(path for path in found if path.endswith("content.json"))
    found[place.replace("content.json", "entries/note.txt")] = b"x"


def _broken_card(found: dict[str, bytes]) -> None:
    found["cards/czj-1.lxcard"] = b"{}"


@pytest.mark.parametrize(
    "spoil",
    [
        _other_body,
        _other_head,
        _other_number,
        _body_alone,
        _other_content,
        _signed_by_the_exporter,
        _mixed_bundles,
        _other_place,
        _foreign_file,
        _misnamed_file,
        _foreign_part,
        _broken_card,
    ],
)
def test_an_exporter_cannot_change_what_was_stated(
    tmp_path: Path, spoil: Callable[[dict[str, bytes]], None]
) -> None:
    found = inside(tmp_path)
    spoil(found)

    refused(put(tmp_path / "it", found))


def test_a_folder_that_cannot_be_read_is_the_mediums_refusal(folder: Path) -> None:
    path = next(folder.glob("bundles/*/envelope.json"))
    path.unlink()
    path.mkdir()

    with pytest.raises((EvidenceFolderError, MediumError)):
        evidence.check(folder)
