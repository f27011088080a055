"""A file on a medium that may lie, end early or vanish, read so that each of these has its name."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from app.kernel import files
from app.kernel.errors import BundleError, IncompleteBundleError, from_os_error

Watch = Callable[[int, int], None]
"""Told (bytes done, bytes in all) as work goes on; it cancels the work by raising."""


def silent(done: int, total: int) -> None:
    """The watch of a caller who does not look."""


class Medium:
    """The bytes of *file*; *path* is what refusals name."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self._place = 0
        self.path = path

    def read(self, size: int, /) -> bytes:
        try:
            found = self._file.read(size)
        except OSError:
            found = self._read_patiently(size)
        self._place += len(found)
        return found

    def exactly(self, size: int) -> bytes:
        """The next *size* bytes.

        Raises:
            IncompleteBundleError: the file ends before.
        """
        first = self.read(size)
        if len(first) == size:
            return first
        found = bytearray(first)
        while len(found) < size and (piece := self.read(size - len(found))):
            found += piece
        if len(found) < size:
            raise IncompleteBundleError(reason=f"ends {size - len(found)} bytes early")
        return bytes(found)

    def go_to(self, offset: int) -> None:
        try:
            self._place = self._file.seek(offset)
        except OSError as error:
            raise from_os_error(error, self.path) from error

    def _read_patiently(self, size: int) -> bytes:
        def again() -> bytes:
            # A buffered file may have moved before it failed.
            self._file.seek(self._place)
            return self._file.read(size)

        try:
            return files.patiently(again)
        except OSError as error:
            raise from_os_error(error, self.path) from error

    def size(self) -> int:
        try:
            return self._file.seek(0, os.SEEK_END)
        except OSError as error:
            raise from_os_error(error, self.path) from error


class Window:
    """The next *size* bytes of *medium* as a stream of their own."""

    def __init__(self, medium: Medium, size: int, watch: Watch) -> None:
        self._medium = medium
        self._left = self._size = size
        self._watch = watch

    def read(self, size: int = -1, /) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        found = self._medium.exactly(wanted)
        self._left -= wanted
        self._watch(self._size - self._left, self._size)
        return found


@contextlib.contextmanager
def refusals_tell(**facts: object) -> Iterator[None]:
    """Add *facts* to those of a refusal raised inside, where it does not have them."""
    try:
        yield
    except BundleError as error:
        for name, fact in facts.items():
            error.facts.setdefault(name, fact)
        raise
