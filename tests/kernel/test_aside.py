from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable

import pytest

from app.kernel.aside import Aside


class SpoiltError(Exception):
    pass


def test_every_worker_gets_every_chunk_in_order() -> None:
    seen, digest = bytearray(), hashlib.sha256()
    chunks = [bytes([n]) * 5000 for n in range(50)]

    with Aside(seen.extend, digest.update) as aside:
        for chunk in chunks:
            aside.put(chunk)
        aside.finish()
        assert bytes(seen) == b"".join(chunks)

    assert digest.digest() == hashlib.sha256(b"".join(chunks)).digest()


def test_only_a_few_chunks_wait() -> None:
    go_on, started = threading.Event(), []

    def slow(chunk: bytes) -> None:
        started.append(chunk)
        go_on.wait(10)

    def many(aside: Aside) -> None:
        for _ in range(20):
            aside.put(b"x")
            handed.append(1)

    handed: list[int] = []
    with Aside(slow) as aside:
        writer = threading.Thread(target=many, args=(aside,))
        writer.start()
        time.sleep(0.2)
        waiting = len(handed)
        go_on.set()
        writer.join()

    assert waiting < 10
    assert len(started) == len(handed) == 20


@pytest.mark.parametrize("ask", [Aside.finish, lambda aside: [aside.put(b"") for _ in range(9)]])
def test_what_a_worker_raises_comes_out(ask: Callable[[Aside], object]) -> None:
    def spoil(_chunk: bytes) -> None:
        raise SpoiltError

    with Aside(spoil) as aside:
        aside.put(b"x")
        with pytest.raises(SpoiltError):
            ask(aside)


def test_no_thread_is_left_when_the_block_is_left_by_an_error() -> None:
    before = threading.active_count()

    def spoil() -> None:
        with Aside(len) as aside:
            aside.put(b"x")
            raise SpoiltError

    with pytest.raises(SpoiltError):
        spoil()
    assert threading.active_count() == before
