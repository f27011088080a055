"""Ranges of attachments that go into several bundles, and pieces that become one file again."""

from __future__ import annotations

import hashlib
import io
import tracemalloc
from pathlib import Path

import pytest

from app.kernel.errors import AttachmentChangedError, AttachmentMissingError
from app.sync.envelope import Item, Piece
from app.vault.attachments import Attachments
from app.vault.keys import Keys

LONG = bytes(range(256)) * 12_000  # 3 MB: several chunks
LONG_HASH = hashlib.sha256(LONG).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> Attachments:
    return Attachments(tmp_path / "blobs", Keys(bytes(range(32))))


def kept_pieces(store: Attachments, *ranges: tuple[int, int]) -> list[tuple[int, int, str]]:
    """The pieces of ``LONG`` as they arrive: each a blob of its own."""
    return [(start, size, store.add(io.BytesIO(LONG[start : start + size]))[0])
            for start, size in ranges]  # fmt: skip


@pytest.mark.parametrize(("offset", "size"), [(0, 5), (1_500_000, 1_400_000), (len(LONG) - 1, 1)])
def test_a_range_of_an_attachment_is_read_and_hashed(
    store: Attachments, offset: int, size: int
) -> None:
    store.add(io.BytesIO(LONG))
    expected = LONG[offset : offset + size]
    digest = hashlib.sha256(expected).hexdigest()

    assert store.range_digest(LONG_HASH, offset, size) == digest
    with store.bytes_of(Item(digest, size, "x", Piece(LONG_HASH, offset, len(LONG)))) as source:
        assert source.read() == expected
        assert source.read() == b""
    with store.bytes_of(Item(LONG_HASH, len(LONG), "x")) as source:
        assert source.read() == LONG


def test_a_range_beyond_the_end_is_a_fault_of_the_caller(store: Attachments) -> None:
    store.add(io.BytesIO(LONG))

    with pytest.raises(ValueError, match="bytes from"):
        store.range_digest(LONG_HASH, len(LONG) - 5, 6)


def test_pieces_in_any_order_and_overlapping_become_the_whole(store: Attachments) -> None:
    third = len(LONG) // 3
    pieces = kept_pieces(
        store, (2 * third, len(LONG) - 2 * third), (0, third + 7), (third - 100, third + 100)
    )

    assert store.join(pieces, LONG_HASH, len(LONG))
    assert store.verify(LONG_HASH) == len(LONG)
    assert not any(store.has(sha256) for _, _, sha256 in pieces)


def test_nothing_is_joined_while_a_byte_is_missing(store: Attachments) -> None:
    pieces = kept_pieces(store, (0, 1000), (1001, len(LONG) - 1001))

    assert not store.join(pieces, LONG_HASH, len(LONG))
    assert not store.join([], LONG_HASH, len(LONG))
    assert not store.join(pieces[:1], LONG_HASH, len(LONG))
    assert not store.has(LONG_HASH)
    assert all(store.has(sha256) for _, _, sha256 in pieces)


def test_pieces_that_make_up_another_file_are_kept_and_nothing_is_joined(
    store: Attachments,
) -> None:
    pieces = kept_pieces(store, (0, 1000), (1000, len(LONG) - 1000))
    first, second = pieces
    wrong = [(0, 1000, first[2]), (1000, len(LONG) - 1000, store.add(io.BytesIO(LONG[:-1000]))[0])]

    with pytest.raises(AttachmentChangedError):
        store.join(wrong, LONG_HASH, len(LONG))
    assert not store.has(LONG_HASH)
    assert store.has(first[2])
    assert store.has(second[2])


def test_joining_again_after_a_crash_removes_the_pieces_that_stayed(store: Attachments) -> None:
    pieces = kept_pieces(store, (0, 1000), (1000, len(LONG) - 1000))
    store.add(io.BytesIO(LONG))

    assert store.join(pieces, LONG_HASH, len(LONG))
    assert not any(store.has(sha256) for _, _, sha256 in pieces)


def test_a_piece_that_is_an_attachment_of_its_own_stays(store: Attachments) -> None:
    pieces = kept_pieces(store, (0, 1000), (1000, len(LONG) - 1000))
    own = pieces[0][2]

    assert store.join(pieces, LONG_HASH, len(LONG), keep={own})
    assert store.verify(own) == 1000
    assert not store.has(pieces[1][2])


def test_a_missing_piece_is_named_and_leaves_everything_as_it_was(store: Attachments) -> None:
    pieces = kept_pieces(store, (0, 1000), (1000, len(LONG) - 1000))
    store.path_of(pieces[1][2]).unlink()

    with pytest.raises(AttachmentMissingError):
        store.join(pieces, LONG_HASH, len(LONG))
    assert not store.has(LONG_HASH)
    assert store.has(pieces[0][2])


def test_joining_a_large_file_takes_little_memory(store: Attachments) -> None:
    block = bytes(1 << 20)
    half, _ = store.add(_Zeros(24 << 20))
    whole = hashlib.sha256()
    for _ in range(48):
        whole.update(block)

    tracemalloc.start()
    try:
        pieces = [(0, 24 << 20, half), (24 << 20, 24 << 20, half)]
        assert store.join(pieces, whole.hexdigest(), 48 << 20)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 12 << 20


class _Zeros:
    """As many zeros as there shall be, made when they are asked for."""

    def __init__(self, size: int) -> None:
        self._left = size

    def read(self, size: int = -1, /) -> bytes:
        taken = self._left if size < 0 else min(size, self._left)
        self._left -= taken
        return bytes(taken)


def test_bytes_that_somebody_else_compares_are_taken_under_their_hash(store: Attachments) -> None:
    piece = Item(hashlib.sha256(LONG[5:]).hexdigest(), len(LONG) - 5, "x", Piece(LONG_HASH, 5, 9))

    with store.writer() as writer:
        writer.take(piece, io.BytesIO(LONG[5:]))
        assert not store.has(piece.sha256)
        writer.commit()
    assert store.verify(piece.sha256) == len(LONG) - 5

    with store.writer() as writer:
        writer.take(Item(LONG_HASH, len(LONG), "x"), io.BytesIO(LONG))
    assert not store.has(LONG_HASH)
