"""A series: attachments spread over several bundles, where one medium or file cannot hold all.

Pure: which bytes go into which bundle. A bundle of a series opens by itself and they may be taken
in in any order; what was written is not written again, so that a series can be continued.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.sync import tape
from app.sync.envelope import Item, Piece

LEAST_LIMIT: Final = 4 << 20
"""Bytes; a bundle that may be no longer is not worth cutting an attachment for."""

_OTHERS: Final = 2 << 20
"""Bytes of a bundle beside its entries and attachments: envelope, lists of the content."""

_AGE_CHUNK: Final = 1 << 16
_AGE_TAG: Final = 16
_LISTED: Final = 512
"""Bytes of an item in the content list, a piece's too."""

_AROUND: Final = _LISTED + 2 * tape.BLOCK
"""With the header and the padding of the tar."""

Range = tuple[str, int, int]
"""SHA-256 of a whole attachment, offset and size: bytes that lie on some medium."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An attachment that shall travel; *name* is what a refusal calls it."""

    sha256: str
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class Share:
    """What one bundle carries of an attachment: ``size`` bytes from ``offset``, maybe all."""

    sha256: str
    offset: int
    size: int
    total: int
    name: str

    @property
    def is_whole(self) -> bool:
        return self.size == self.total

    @property
    def range(self) -> Range:
        return self.sha256, self.offset, self.size


def plan(
    attachments: Sequence[Wanted],
    written: Collection[Range],
    limit: int | None,
    taken: int = 0,
) -> tuple[tuple[Share, ...], ...]:
    """The shares of each bundle, in the order given; no bundle when nothing is left to write.

    The first bundle is the one with the entries; it has no shares when they leave no room.

    Every byte that is not *written* is in exactly one share. A bundle is at most *limit* bytes
    long as a file, of which *taken* are for the entries of the first. An attachment is cut only
    when it is longer than a bundle or than a tar can hold.

    Raises:
        ValueError: *limit* is below ``LEAST_LIMIT``.
    """
    if limit is not None and limit < LEAST_LIMIT:
        raise ValueError(f"a bundle of {limit} bytes")
    load = _Load(limit, taken)
    for wanted in {each.sha256: each for each in attachments}.values():
        for offset, size in _unwritten(wanted, written):
            load.put(Share(wanted.sha256, offset, size, wanted.size, wanted.name))
    return tuple(map(tuple, load.bundles)) if any(load.bundles) else ()


def items(shares: Iterable[Share], digest: Callable[[Share], str]) -> tuple[Item, ...]:
    """The items of one bundle; *digest* reads the SHA-256 of a share that is not whole.

    A share with the same bytes as another of this bundle is left out, since a bundle lists each
    hash once: it is still unwritten then, and the next plan has it.
    """
    found: dict[str, Item] = {}
    for share in shares:
        item = _item(share, digest)
        found.setdefault(item.sha256, item)
    return tuple(found.values())


def range_of(item: Item) -> Range:
    """What *item* carries, as ``plan`` is told of it once it is written."""
    if item.piece is None:
        return item.sha256, 0, item.size
    return item.piece.of, item.piece.offset, item.size


def _item(share: Share, digest: Callable[[Share], str]) -> Item:
    if share.is_whole:
        return Item(share.sha256, share.size, share.name)
    piece = Piece(share.sha256, share.offset, share.total)
    return Item(digest(share), share.size, share.name, piece)


def weight(size: int) -> int:
    """At most so many bytes does a share of *size* bytes add to a bundle."""
    inside = _AROUND + size
    return inside + _AGE_TAG * (inside // _AGE_CHUNK + 1)


def _capacity(room: int) -> int:
    """How many bytes of an attachment fit into *room*: the inverse of ``weight``; may be < 0."""
    chunks, rest = divmod(room - _AGE_TAG, _AGE_CHUNK + _AGE_TAG)
    return chunks * _AGE_CHUNK + min(rest, _AGE_CHUNK - 1) - _AROUND


def _unwritten(wanted: Wanted, written: Collection[Range]) -> Iterator[tuple[int, int]]:
    """The gaps that *written* leaves in *wanted*: offset and size."""
    done = sorted((start, size) for sha256, start, size in written if sha256 == wanted.sha256)
    if not wanted.size and not done:
        yield 0, 0
    place = 0
    for start, size in (*done, (wanted.size, 0)):
        end = min(start, wanted.size)
        if end > place:
            yield place, end - place
        place = max(place, start + size)


class _Load:
    """Bundles being filled, one after the other."""

    def __init__(self, limit: int | None, taken: int) -> None:
        self.bundles: list[list[Share]] = [[]]
        self._limit = limit
        self._room_of_all = 0 if limit is None else limit - _OTHERS
        self._left = self._room_of_all - taken

    def put(self, share: Share) -> None:
        rest: Share | None = share
        while rest is not None:
            rest = self._part(rest)

    def _part(self, share: Share) -> Share | None:
        """Put what fits of *share* into the open bundle; what is left of it."""
        size = min(share.size, self._room())
        if size < share.size and self._better_in_the_next(share, size):
            self._open_next()
            return share
        self._add(_cut(share, 0, size))
        return _cut(share, size, share.size - size) if size < share.size else None

    def _room(self) -> int:
        if self._limit is None:
            return tape.MAX_MEMBER
        return min(_capacity(self._left), tape.MAX_MEMBER)

    def _better_in_the_next(self, share: Share, size: int) -> bool:
        """Whether the next bundle takes all of *share*, or this one next to nothing of it."""
        if self._limit is None:
            return False
        if share.size <= min(_capacity(self._room_of_all), tape.MAX_MEMBER):
            return True
        return size < min(self._room_of_all // 8, tape.MAX_MEMBER)

    def _open_next(self) -> None:
        self.bundles.append([])
        self._left = self._room_of_all

    def _add(self, share: Share) -> None:
        self.bundles[-1].append(share)
        self._left -= weight(share.size)


def _cut(share: Share, start: int, size: int) -> Share:
    return Share(share.sha256, share.offset + start, size, share.total, share.name)
