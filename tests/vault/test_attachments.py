from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import tracemalloc
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.kernel import files
from app.kernel.clock import SetClock
from app.kernel.errors import AttachmentChangedError, AttachmentMissingError, MediumFullError
from app.models import Attachment
from app.vault.attachments import Attachments
from app.vault.keys import Keys
from app.vault.register import Register
from tests.vault.parts import reopen

DATA = "现场照片".encode() * 60_000


@pytest.fixture
def attachments(tmp_path: Path) -> Attachments:
    return Attachments(tmp_path / "blobs", Keys(bytes(range(32))))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def blobs(attachments: Attachments, tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(data=st.binary(max_size=200_000), size=st.sampled_from([1, 7, 65_536, 1 << 20]))
def test_what_was_added_reads_back_in_pieces_of_any_size(
    attachments: Attachments, data: bytes, size: int
) -> None:
    assert attachments.add(io.BytesIO(data)) == (digest(data), len(data))

    with attachments.open(digest(data)) as file:
        head = file.read(min(size, 100))
        assert head + file.read() == data


def test_a_file_is_added_by_its_path(attachments: Attachments, tmp_path: Path) -> None:
    source = tmp_path / "照片.jpg"
    source.write_bytes(DATA)

    assert attachments.add(source) == (digest(DATA), len(DATA))
    assert attachments.verify(digest(DATA)) == len(DATA)


def test_neither_name_nor_bytes_of_the_file_are_on_disk(
    attachments: Attachments, tmp_path: Path
) -> None:
    attachments.add(io.BytesIO(DATA))

    (blob,) = blobs(attachments, tmp_path)
    assert digest(DATA) not in str(blob)
    assert "现场照片".encode() not in blob.read_bytes()


def test_the_same_bytes_twice_are_one_blob(attachments: Attachments, tmp_path: Path) -> None:
    attachments.add(io.BytesIO(DATA))
    attachments.add(io.BytesIO(DATA))

    assert len(blobs(attachments, tmp_path)) == 1


def test_adding_the_same_bytes_again_heals_a_damaged_blob(
    attachments: Attachments, tmp_path: Path
) -> None:
    attachments.add(io.BytesIO(DATA))
    (blob,) = blobs(attachments, tmp_path)
    blob.write_bytes(b"damaged")

    attachments.add(io.BytesIO(DATA))

    assert attachments.verify(digest(DATA)) == len(DATA)


def test_a_missing_blob_is_named(attachments: Attachments) -> None:
    with pytest.raises(AttachmentMissingError) as refused:
        attachments.verify(digest(b"x"), "照片.jpg")

    assert (refused.value.name, refused.value.sha256) == ("照片.jpg", digest(b"x"))


@pytest.mark.parametrize("place", [0, 50, 200, 300, 70_000, -20_000, -1])
def test_a_flipped_bit_anywhere_is_a_changed_attachment(
    attachments: Attachments, tmp_path: Path, place: int
) -> None:
    attachments.add(io.BytesIO(DATA))
    (blob,) = blobs(attachments, tmp_path)
    data = bytearray(blob.read_bytes())
    data[place] ^= 4
    blob.write_bytes(data)

    with pytest.raises(AttachmentChangedError):
        attachments.verify(digest(DATA))


@pytest.mark.parametrize("length", [0, 100, 216, 65_768, 400_000])
def test_a_cut_off_blob_is_a_changed_attachment(
    attachments: Attachments, tmp_path: Path, length: int
) -> None:
    attachments.add(io.BytesIO(DATA))
    (blob,) = blobs(attachments, tmp_path)
    blob.write_bytes(blob.read_bytes()[:length])

    with pytest.raises(AttachmentChangedError):
        attachments.verify(digest(DATA))


def test_a_blob_put_in_the_place_of_another_is_found(
    attachments: Attachments, tmp_path: Path
) -> None:
    attachments.add(io.BytesIO(b"one"))
    attachments.add(io.BytesIO(b"two"))
    shutil.copy(attachments.path_of(digest(b"one")), attachments.path_of(digest(b"two")))

    with pytest.raises(AttachmentChangedError) as refused:
        attachments.verify(digest(b"two"), "笔录.pdf")

    assert refused.value.found == digest(b"one")


def test_another_registers_keys_neither_name_nor_open_a_blob(
    attachments: Attachments, tmp_path: Path
) -> None:
    attachments.add(io.BytesIO(DATA))
    other = Attachments(tmp_path / "blobs", Keys.fresh())

    assert not other.has(digest(DATA))
    other.path_of(digest(DATA)).parent.mkdir(exist_ok=True)
    shutil.copy(attachments.path_of(digest(DATA)), other.path_of(digest(DATA)))
    with pytest.raises(AttachmentChangedError):
        other.verify(digest(DATA))


def test_leaving_a_large_attachment_half_read_leaves_nothing_running(
    attachments: Attachments,
) -> None:
    attachments.add(io.BytesIO(DATA * 10))

    with attachments.open(digest(DATA * 10)) as file:
        assert file.read(10) == DATA[:10]


def test_a_large_attachment_is_held_in_memory_a_piece_at_a_time(
    attachments: Attachments, tmp_path: Path
) -> None:
    source = tmp_path / "large"
    with source.open("wb") as file:
        file.truncate(64 << 20)

    tracemalloc.start()
    sha256, size = attachments.add(source)
    attachments.verify(sha256)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size == 64 << 20
    assert peak < 16 << 20


class Failing:
    """A source whose medium is pulled out in the middle."""

    def __init__(self) -> None:
        self._left = 20

    def read(self, size: int = -1, /) -> bytes:
        self._left -= 1
        if not self._left:
            raise OSError(errno.EIO, "gone")
        return bytes(size)


def test_a_source_that_breaks_off_leaves_nothing(attachments: Attachments, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        attachments.add(Failing())

    assert blobs(attachments, tmp_path) == []


def test_a_full_disk_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    attachments = Attachments(tmp_path / "blobs", Keys.fresh())
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    # The limit of the operating system on the size of a file: EFBIG, as from a full FAT stick.
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))

    try:
        with pytest.raises(MediumFullError):
            attachments.add(io.BytesIO(DATA))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert blobs(attachments, tmp_path) == []


def test_several_are_kept_together(attachments: Attachments) -> None:
    with attachments.writer() as writer:
        first, second = writer.add(io.BytesIO(b"one")), writer.add(io.BytesIO(b"two"))
        assert not attachments.has(first[0])
        writer.commit()

    assert (first, second) == ((digest(b"one"), 3), (digest(b"two"), 3))
    assert attachments.has(first[0])
    assert attachments.has(second[0])


def test_without_a_commit_none_is_kept(attachments: Attachments, tmp_path: Path) -> None:
    with attachments.writer() as writer:
        writer.add(io.BytesIO(b"one"))
        writer.add(io.BytesIO(b"two"))

    assert blobs(attachments, tmp_path) == []


def test_a_deleted_attachment_is_gone_and_deleting_it_again_is_no_error(
    attachments: Attachments, tmp_path: Path
) -> None:
    sha256, _ = attachments.add(io.BytesIO(DATA))

    attachments.delete(sha256)
    attachments.delete(sha256)

    assert not attachments.has(sha256)
    assert blobs(attachments, tmp_path) == []


def test_what_survives_of_a_deleted_attachment_has_lost_its_key(
    attachments: Attachments, tmp_path: Path
) -> None:
    sha256, _ = attachments.add(io.BytesIO(DATA))
    (blob,) = blobs(attachments, tmp_path)
    left = tmp_path / "left"
    os.link(blob, left)

    attachments.delete(sha256)
    shutil.copy(left, attachments.path_of(sha256))

    with pytest.raises(AttachmentChangedError):
        attachments.verify(sha256)


# -- what a crash or a restored backup leaves ----------------------------------------------


def row(register: Register, data: bytes, *, destroyed: bool = False) -> str:
    """The blob and its row."""
    sha256, size = register.attachments.add(io.BytesIO(data))
    with register.write() as session:
        session.add(
            Attachment(
                sha256=sha256,
                size=size,
                name="照片.jpg",
                added_at=register.clock.now(),
                owner_uid="",
                destroyed_at=register.clock.now() if destroyed else None,
            )
        )
    return sha256


def test_opening_keeps_what_has_a_row_and_removes_what_was_unfinished(register: Register) -> None:
    kept = row(register, b"kept")
    part = register.folder / "blobs" / f"{'0' * 32}{files.PART}"
    part.write_bytes(b"cut off")

    with reopen(register) as again:
        assert again.attachments.verify(kept) == 4
        assert not part.exists()


def test_opening_finishes_a_destruction_that_was_cut_off(register: Register) -> None:
    destroyed = row(register, b"destroyed", destroyed=True)

    with reopen(register) as again:
        assert not again.attachments.has(destroyed)


def test_a_blob_without_a_row_comes_back_with_its_row_for_thirty_days(
    register: Register, clock: SetClock
) -> None:
    sha256, _ = register.attachments.add(io.BytesIO(b"row lost with the newer database"))
    register = reopen(register)
    clock.advance(timedelta(days=29))
    register = reopen(register)
    assert not register.attachments.path_of(sha256).exists()

    with register:
        assert register.attachments.verify(sha256) == 32


def test_after_thirty_days_a_blob_without_a_row_is_removed(
    register: Register, clock: SetClock
) -> None:
    sha256, _ = register.attachments.add(io.BytesIO(b"orphan"))
    register = reopen(register)
    clock.advance(timedelta(days=31))

    with reopen(register) as again:
        assert not again.attachments.has(sha256)
