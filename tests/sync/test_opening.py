from __future__ import annotations

import errno
import io
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel import age, canon, files
from app.kernel.errors import (
    BundleError,
    BundleFormError,
    IncompleteBundleError,
    MediumBusyError,
    MediumGoneError,
)
from app.sync import entry, opening, sealing
from app.sync import envelope as paper
from tests.sync import forge
from tests.sync.city import (
    Agency,
    Kept,
    bundle_draft,
    item,
    opened,
    sealed,
    three_entries,
)

FINANCE, POLICE, AUDIT = Agency("czj"), Agency("gaj"), Agency("sjj")
PHOTO, SCAN = b"\xff\xd8 photo", b"%PDF scan"
X = Path("x.lxb")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A bundle of one entry and one attachment."""
    entries = three_entries(FINANCE)[:1]
    draft = bundle_draft(FINANCE, POLICE, entries, items=(item(PHOTO),))
    return sealed(FINANCE, draft, POLICE.to, tmp_path_factory.mktemp("s"), PHOTO)[0]


def inspected(data: bytes) -> opening.Inspected:
    return opening.inspect(io.BytesIO(data), X)


def open_quietly(data: bytes) -> None:
    opened(data, POLICE.identity)


# -- whole ---------------------------------------------------------------------------------


def test_what_was_sealed_comes_out(tmp_path: Path) -> None:
    entries = three_entries(FINANCE)
    items = (item(SCAN, "移送书.pdf"), item(PHOTO, "../../照片.jpg"), item(b""))
    draft = bundle_draft(FINANCE, POLICE, entries, items=items)
    data, made = sealed(FINANCE, draft, POLICE.to, tmp_path, SCAN, PHOTO, b"")

    found, inside, kept = opened(data, POLICE.identity)

    assert len(data) == made.size
    assert found.envelope == made.envelope
    assert found.signer == FINANCE.public
    assert found.envelope_hash == made.envelope_hash == canon.sha256(made.envelope_bytes)
    assert inside.entries == entries
    assert (inside.content, inside.content_signature) == (made.content, made.content_signature)
    assert kept == {canon.sha256(data): data for data in (SCAN, PHOTO, b"")}


def test_what_a_file_is_called_stands_nowhere_in_a_bundle_s_texts(tmp_path: Path) -> None:
    draft = bundle_draft(FINANCE, POLICE, items=(item(PHOTO, "甲某某.jpg"),))
    data, made = sealed(FINANCE, draft, POLICE.to, tmp_path, PHOTO)

    inside = opened(data, POLICE.identity)[1]

    assert "甲某某".encode() not in made.content + made.envelope_bytes
    assert [each.name for each in inside.items] == [""]


def test_a_name_in_the_content_list_is_a_field_passed_over(small: bytes) -> None:
    tar = forge.inner(small, POLICE.identity)
    items = canon.loads(forge.members(tar)[paper.CONTENT])["items"]
    named = [items[0], items[1] | {"name": "../../evil"}]
    data = forge.refilled(FINANCE, small, POLICE.to, forge.relisted(FINANCE, tar, items=named))

    assert [each.name for each in opened(data, POLICE.identity)[1].items] == [""]


def test_a_bundle_may_carry_an_acknowledgement_alone(tmp_path: Path) -> None:
    last = three_entries(FINANCE)[-1]
    draft = bundle_draft(FINANCE, POLICE, after=last.seq, after_head=last.hash)
    data, made = sealed(FINANCE, draft, POLICE.to, tmp_path)

    found, inside, _ = opened(data, POLICE.identity)

    assert found.routing.stream.is_empty
    assert (found.routing.stream.first, found.routing.stream.last) == (4, 3)
    assert inside.entries == ()
    assert made.file_name.startswith("czj-1-gaj-000004-000003-")


def test_the_first_bundle_of_all_may_be_an_acknowledgement_alone(tmp_path: Path) -> None:
    data, _ = sealed(FINANCE, bundle_draft(FINANCE, POLICE), POLICE.to, tmp_path)

    assert opened(data, POLICE.identity)[0].routing.stream == paper.Span(0, 1, 0, None, None)


def test_a_later_bundle_starts_where_the_acknowledgement_ended(tmp_path: Path) -> None:
    entries = three_entries(FINANCE)[1:]
    data, _ = sealed(FINANCE, bundle_draft(FINANCE, POLICE, entries), POLICE.to, tmp_path)

    found, inside, _ = opened(data, POLICE.identity)

    assert found.routing.stream.prev == entries[0].head.prev
    assert inside.entries == entries


def test_a_destroyed_body_travels_as_its_head(tmp_path: Path) -> None:
    first, *rest = three_entries(FINANCE)
    entries = (entry.restore(first.head_bytes, None, None), *rest)
    data, _ = sealed(FINANCE, bundle_draft(FINANCE, POLICE, entries), POLICE.to, tmp_path)

    assert opened(data, POLICE.identity)[1].entries == entries


def test_a_store_may_leave_bytes_unread_and_they_are_verified_all_the_same(small: bytes) -> None:
    file = io.BytesIO(small)

    assert opening.unpack(file, inspected(small), [POLICE.identity], opening.discard).items


def test_an_old_identity_among_several_opens_an_old_bundle(small: bytes) -> None:
    identities = [age.new_identity(), POLICE.identity]

    assert opening.unpack(io.BytesIO(small), inspected(small), identities, Kept()).entries


# -- damaged -------------------------------------------------------------------------------


def test_every_cut_is_an_incomplete_copy_and_accuses_nobody(small: bytes) -> None:
    for length in range(len(small)):
        with pytest.raises(IncompleteBundleError) as caught:
            inspected(small[:length])
        assert caught.value.path == X


def test_every_cut_filled_up_with_zeros_is_refused(small: bytes) -> None:
    for length in range(0, len(small) - 1, 7):
        with pytest.raises(BundleError):
            inspected(small[:length].ljust(len(small), b"\0"))


def test_a_copy_whose_end_never_reached_the_stick_is_incomplete(small: bytes) -> None:
    with pytest.raises(IncompleteBundleError):
        inspected(small[:-600].ljust(len(small), b"\0"))
    with pytest.raises(IncompleteBundleError):
        inspected(bytes(len(small)))


def test_every_changed_bit_of_the_framing_is_refused(small: bytes) -> None:
    end = small.index(b"PK\1\2")
    starts = [place for place in range(end) if small.startswith(b"PK\3\4", place)]
    places = [*(start + i for start in starts for i in range(70)), *range(end, len(small))]
    assert len(starts) == 3
    for place in places:
        for bit in range(8):
            changed = bytearray(small)
            changed[place] ^= 1 << bit
            with pytest.raises(BundleError):
                inspected(bytes(changed))


def test_every_cut_of_the_inside_is_refused(small: bytes) -> None:
    tar = forge.inner(small, POLICE.identity)
    for length in range(0, len(tar), 64):
        with pytest.raises(BundleFormError):
            open_quietly(forge.refilled(FINANCE, small, POLICE.to, tar[:length]))


@pytest.mark.parametrize("more", [b"\0", b"\0" * 512, b"PK\5\6", b"x" * 100_000])
def test_bytes_behind_the_end_are_refused(small: bytes, more: bytes) -> None:
    with pytest.raises(BundleFormError):
        inspected(small + more)
    tar = forge.inner(small, POLICE.identity)
    with pytest.raises(BundleFormError):
        open_quietly(forge.refilled(FINANCE, small, POLICE.to, tar + more))


def test_bytes_before_the_start_are_refused(small: bytes) -> None:
    with pytest.raises(BundleFormError):
        inspected(b"#!/bin/sh\n" + small)


@given(st.binary(max_size=400))
def test_no_bytes_as_a_bundle_raise_anything_else(data: bytes) -> None:
    for each in (data, b"PK\3\4" + data):
        with pytest.raises(BundleError):
            inspected(each)


def test_a_size_beyond_all_memory_is_refused_without_asking_for_it(small: bytes) -> None:
    changed = bytearray(small)
    place = small.index(b"envelope.json") + len(b"envelope.json") + 4
    changed[place : place + 16] = b"\xff\xff\xff\xff\xff\xff\xff\x7f" * 2

    with pytest.raises(BundleFormError):
        inspected(bytes(changed))


def test_a_file_that_vanishes_while_it_is_read_is_a_vanished_medium(small: bytes) -> None:
    start = inspected(small).payload_offset

    class Pulled(io.BytesIO):
        """A stick that answers EIO from a certain byte on, as the kernel does once it is gone."""

        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() >= start:
                raise OSError(5, "Input/output error")
            return super().read(size)

    with pytest.raises(MediumGoneError):
        opening.inspect(Pulled(small), X)
    with pytest.raises(MediumGoneError):
        opening.unpack(Pulled(small), inspected(small), [POLICE.identity], Kept())


class Held(io.BytesIO):
    """A file that a virus scanner holds at times; what was read into a buffer by then is lost."""

    def __init__(self, data: bytes, every: int) -> None:
        super().__init__(data)
        self._every = every
        self._reads = 0

    def read(self, size: int | None = -1, /) -> bytes:
        self._reads += 1
        found = super().read(size)
        if self._reads % self._every == 0:
            raise OSError(errno.EBUSY, "Device or resource busy")
        return found


def test_a_file_that_is_held_for_a_moment_is_read_to_its_end(small: bytes) -> None:
    found = opening.inspect(Held(small, 3), X)
    kept = Kept()

    assert opening.unpack(Held(small, 2), found, [POLICE.identity], kept).entries
    assert list(kept.found.values()) == [PHOTO]


def test_a_file_that_stays_held_is_named_so(small: bytes) -> None:
    with pytest.raises(MediumBusyError):
        opening.inspect(Held(small, 1), X)


# -- attachments as streams ------------------------------------------------------------------


def test_no_attachment_is_handed_over_before_the_records_are_verified(small: bytes) -> None:
    tar = forge.inner(small, POLICE.identity)
    held = forge.members(tar)
    held[paper.RECORDS] = held[paper.RECORDS].replace(b'"version":1', b'"version":2')
    data = forge.refilled(FINANCE, small, POLICE.to, forge.tar_of(held.items()))
    kept = Kept()

    with pytest.raises(BundleFormError):
        opening.unpack(io.BytesIO(data), inspected(data), [POLICE.identity], kept)
    assert kept.found == {}


def test_an_error_of_the_store_comes_out_unchanged(small: bytes) -> None:
    class FullError(Exception):
        pass

    def store(_item: paper.Item, _source: age.Readable) -> None:
        raise FullError

    with pytest.raises(FullError):
        opening.unpack(io.BytesIO(small), inspected(small), [POLICE.identity], store)


def test_the_watch_sees_all_bytes_and_cancels_by_raising(small: bytes) -> None:
    class CancelledError(Exception):
        pass

    seen: list[tuple[int, int]] = []

    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    found = opening.inspect(io.BytesIO(small), X, lambda *counts: seen.append(counts))

    size = found.envelope.payload_size
    assert seen[-1] == (size, size)
    with pytest.raises(CancelledError):
        opening.inspect(io.BytesIO(small), X, cancel)
    with pytest.raises(CancelledError):
        opening.unpack(io.BytesIO(small), found, [POLICE.identity], Kept(), cancel)


def test_a_large_attachment_passes_in_little_memory(tmp_path: Path) -> None:
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(48 << 20)
    big = paper.Item(files.sha256_file(large), 48 << 20, "录像.mp4")
    draft = bundle_draft(FINANCE, POLICE, three_entries(FINANCE), items=(big,))
    target = tmp_path / "big.lxb"

    tracemalloc.start()
    try:
        with target.open("xb") as file:
            sealing.seal(
                draft,
                seed=FINANCE.seed,
                to=POLICE.to,
                attachments=lambda _: large.open("rb"),
                target=file,
                scratch=tmp_path,
            )
        with target.open("rb") as file:
            found = opening.inspect(file, target)
            opening.unpack(file, found, [POLICE.identity], opening.discard)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert target.stat().st_size > 48 << 20
    assert peak < 12 << 20
