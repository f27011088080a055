"""Work on bytes as they pass, by a thread of its own: hashing lets go of the interpreter."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Final, Self

_AHEAD: Final = 4
"""Chunks that may wait; the memory they hold is bounded by it."""


class Aside:
    """Hands every chunk to each of *workers*, in order, while the caller goes on.

    ``finish`` waits for them, so what they computed may be read only after it; leaving the block
    waits too. Meant for chunks of about 1 MiB: handing over costs some 20 µs.
    """

    def __init__(self, *workers: Callable[[bytes], object]) -> None:
        self._workers = workers
        self._pool = ThreadPoolExecutor(1, "aside")
        self._under_way: deque[Future[None]] = deque()

    def put(self, chunk: bytes) -> None:
        if len(self._under_way) == _AHEAD:
            self._under_way.popleft().result()
        self._under_way.append(self._pool.submit(self._work, chunk))

    def finish(self) -> None:
        while self._under_way:
            self._under_way.popleft().result()

    def close(self) -> None:
        """Wait for the thread to end; chunks that nobody waited for are still worked on."""
        self._pool.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _work(self, chunk: bytes) -> None:
        for worker in self._workers:
            worker(chunk)
