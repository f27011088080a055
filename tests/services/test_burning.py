"""Folders for burning and the discs made of them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from app.kernel import files
from app.kernel.errors import (
    MediumGoneError,
    MissingFieldsError,
    NothingBurnedError,
    NothingToSendError,
    UnknownRecordError,
)
from app.models import JournalLine
from app.services import burning, cases, deliveries, exchange, members, places
from app.services.burning import NOTE_NAME, Batch
from app.services.places import Place, PlaceDraft, PlaceKind
from app.sync.burning import Likeness
from app.wording.handover import handover_note
from tests import synthetic
from tests.services.two_desks import Desks, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


@pytest.fixture
def place(desks: Desks, tmp_path: Path) -> Place:
    folder = tmp_path / "burn"
    folder.mkdir()
    places.keep_place(desks.finance, PlaceDraft(PlaceKind.BURN, "刻录", folder))
    return places.places(desks.finance)[0]


def _prepared(desks: Desks, place: Place, courier: str = "机要交换") -> Batch:
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    exchange.share_case(desks.finance, case, desks.to_police)
    opened = burning.open_batch(desks.finance, place, courier)
    done = deliveries.deliver(desks.finance, opened, (desks.to_police,))
    closed = burning.close_batch(desks.finance, opened, courier, done.sealed, handover_note)
    return closed.batch


def _burn(batch: Batch, disc: Path) -> Path:
    return Path(shutil.copytree(batch.path, disc))


def _noted(desks: Desks) -> list[tuple[str, bool, dict[str, str]]]:
    with desks.finance.read() as session:
        lines = select(JournalLine.facts).where(JournalLine.action == "burn.verified")
        facts = list(session.scalars(lines))
    return [(each["folder"], each["sound"], each["faults"]) for each in facts]


def test_a_batch_has_a_folder_of_its_own_with_bundle_card_and_note(
    desks: Desks, place: Place
) -> None:
    first, second = _prepared(desks, place), _prepared(desks, place)

    assert first.path.name == "2026-09-16-机要交换"
    assert second.path.name == "2026-09-16-机要交换-2"
    bundle, card, note = (each.name for each in first.files)
    assert bundle.startswith("sl-czj-1-sl-gaj-")
    assert (card, note) == ("sl-czj-1.lxcard", NOTE_NAME)
    assert {each.name for each in first.path.iterdir()} == {bundle, card, note}
    assert burning.batches(desks.finance) == (second, first)


def test_the_note_names_files_sizes_and_hashes_and_nothing_of_the_case(
    desks: Desks, place: Place
) -> None:
    batch = _prepared(desks, place)

    raw = (batch.path / NOTE_NAME).read_bytes()
    text = raw.decode("utf-8-sig")

    assert raw.startswith(b"\xef\xbb\xbf")
    assert "\n" not in text.replace("\r\n", "")
    for file in batch.files[:2]:
        assert file.name in text
        assert f"{file.size} 字节" in text
        assert files.sha256_file(batch.path / file.name) == file.sha256
        assert file.sha256 in text
    assert "示例市财政局" in text
    assert "示例市公安局" in text
    assert "示例科技" not in text
    assert "串通投标" not in text


def test_a_sound_disc_is_found_sound_and_noted(desks: Desks, place: Place, tmp_path: Path) -> None:
    batch = _prepared(desks, place)
    disc = _burn(batch, tmp_path / "disc")
    before = sorted(each.name for each in disc.iterdir())
    ticks: list[tuple[int, int]] = []

    read = burning.verify_disc(desks.finance, batch.uid, disc, lambda *tick: ticks.append(tick))

    assert read.batch.sound
    assert read.batch.verified_at == desks.clock.now()
    assert {each.likeness for each in read.files} == {Likeness.SAME}
    assert ticks[-1] == (sum(each.size for each in batch.files),) * 2
    assert burning.batches(desks.finance) == (read.batch,)
    assert _noted(desks) == [(batch.path.name, True, {})]
    assert sorted(each.name for each in disc.iterdir()) == before


def test_a_disc_whose_names_were_cut_and_put_in_a_folder_is_known_by_its_bytes(
    desks: Desks, place: Place, tmp_path: Path
) -> None:
    batch = _prepared(desks, place)
    folder = tmp_path / "disc" / "2026_09_"
    folder.mkdir(parents=True)
    for number, file in enumerate(batch.files):
        shutil.copy(batch.path / file.name, folder / f"SL_CZJ_{number}.LXB")

    read = burning.verify_disc(desks.finance, batch.uid, tmp_path / "disc")

    assert read.batch.sound
    assert read.files[0].found == "2026_09_/SL_CZJ_0.LXB"


def test_what_is_wrong_on_a_disc_is_told_file_by_file(
    desks: Desks, place: Place, tmp_path: Path
) -> None:
    batch = _prepared(desks, place)
    disc = _burn(batch, tmp_path / "disc")
    bundle, card, _ = (disc / each.name for each in batch.files)
    data = bytearray(bundle.read_bytes())
    data[len(data) // 2] ^= 1
    bundle.write_bytes(data)
    card.unlink()

    read = burning.verify_disc(desks.finance, batch.uid, disc)

    assert not read.batch.sound
    assert [each.likeness for each in read.files] == [
        Likeness.CHANGED,
        Likeness.MISSING,
        Likeness.SAME,
    ]
    faults = {bundle.name: "changed", card.name: "missing"}
    assert _noted(desks) == [(batch.path.name, False, faults)]


def test_another_disc_is_refused_and_nothing_is_noted(
    desks: Desks, place: Place, tmp_path: Path
) -> None:
    batch = _prepared(desks, place)
    other = tmp_path / "disc"
    other.mkdir()
    (other / "photo.jpg").write_bytes(b"something else")

    with pytest.raises(NothingBurnedError) as caught:
        burning.verify_disc(desks.finance, batch.uid, other)
    with pytest.raises(MediumGoneError):
        burning.verify_disc(desks.finance, batch.uid, tmp_path / "gone")
    with pytest.raises(UnknownRecordError):
        burning.verify_disc(desks.finance, "no batch", other)

    assert caught.value.facts["name"] == batch.path.name
    assert _noted(desks) == []
    assert burning.batches(desks.finance)[0].verified_at is None


def test_a_disc_taken_out_while_it_is_read_is_not_called_a_bad_one(
    desks: Desks, place: Place, tmp_path: Path
) -> None:
    batch = _prepared(desks, place)
    disc = _burn(batch, tmp_path / "disc")

    with pytest.raises(MediumGoneError):
        burning.verify_disc(
            desks.finance, batch.uid, disc, lambda *_: shutil.rmtree(disc, ignore_errors=True)
        )
    assert _noted(desks) == []


def test_a_batch_nothing_was_written_for_leaves_no_folder(desks: Desks, place: Place) -> None:
    opened = burning.open_batch(desks.finance, place, "机要交换")

    with pytest.raises(NothingToSendError):
        burning.close_batch(desks.finance, opened, "机要交换", (), handover_note)
    with pytest.raises(MissingFieldsError):
        burning.open_batch(desks.finance, place, "  ")

    assert list(place.path.iterdir()) == []
    assert burning.batches(desks.finance) == ()


def test_a_courier_is_no_path(desks: Desks, place: Place) -> None:
    opened = burning.open_batch(desks.finance, place, "../../甲:某*某")

    assert opened.path.parent == place.path


def test_a_real_disc_is_verified_and_taken_in_and_stays_as_it_is(
    desks: Desks, place: Place, tmp_path: Path
) -> None:
    maker = shutil.which("genisoimage") or shutil.which("xorrisofs")
    if maker is None:
        pytest.skip("no program to make a disc image is installed")
    batch, image, disc = _prepared(desks, place), tmp_path / "disc.iso", tmp_path / "disc"
    disc.mkdir()
    subprocess.run([maker, "-quiet", "-J", "-r", "-o", image, batch.path], check=True)
    mount = ["mount", "-o", "loop,ro", str(image), str(disc)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting an image is not permitted here")
    try:
        read = burning.verify_disc(desks.finance, batch.uid, disc)
        (bundle,) = places.found(desks.police, disc)
        taken = exchange.take_in(desks.police, bundle.path)
        card = members.read_card(disc / "sl-czj-1.lxcard")
    finally:
        subprocess.run(["umount", str(disc)], check=True)

    assert read.batch.sound
    assert taken.sender == card.agency.name == "示例市财政局"


def test_an_image_of_a_disc_holds_what_was_prepared(
    desks: Desks, place: Place, tmp_path: Path
) -> None:
    maker, reader = shutil.which("xorrisofs"), shutil.which("osirrox")
    if maker is None or reader is None:
        pytest.skip("xorriso is not installed")
    batch, image, disc = _prepared(desks, place), tmp_path / "disc.iso", tmp_path / "disc"
    # Plain ISO 9660, without Joliet and Rock Ridge: short names in capitals.
    plain = [maker, "-quiet", "-iso-level", "1", "-o", str(image), str(batch.path)]
    subprocess.run(plain, check=True, capture_output=True)
    out = [reader, "-indev", str(image), "-rockridge", "off", "-extract", "/", str(disc)]
    subprocess.run(out, check=True, capture_output=True)

    read = burning.verify_disc(desks.finance, batch.uid, disc)

    assert read.batch.sound
    assert exchange.take_in(desks.police, disc / read.files[0].found).sender == "示例市财政局"
