"""What is missing of another agency's is named, so that it can be asked for on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kernel import plain
from app.kernel.terms import new_uid
from app.rules.steps import StepKind
from app.services import entries, exchange, matters, resending
from app.services.entries import AttachmentFacts
from app.wording import ledgers as words
from tests import synthetic
from tests.services.two_desks import Desks, digest, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def test_nothing_is_missing_when_everything_came(desks: Desks) -> None:
    desks.acknowledged()

    assert resending.missing(desks.finance) == ()
    assert resending.missing(desks.police) == ()


def test_a_file_whose_bytes_never_came_is_named_once(desks: Desks) -> None:
    facts = AttachmentFacts(digest(b"x"), 1, "询问笔录.pdf")
    desks.put(*(desks.says(entries.ATTACHMENT, new_uid(), plain.to_plain(facts)) for _ in range(2)))
    exchange.take_in(desks.finance, desks.sealed())

    (found,) = resending.missing(desks.finance)

    assert [(each.name, each.sha256) for each in found.files] == [("询问笔录.pdf", digest(b"x"))]
    assert (found.peer_uid, found.gaps) == (desks.to_police, ())
    assert resending.missing(desks.finance, "nobody") == ()
    table = words.resend_request(found, "示例市财政局", desks.clock.now())
    assert table.rows == (("1", "附件：询问笔录.pdf", f"SHA-256 {digest(b'x')}"),)
    assert table.facts[0] == "示例市公安局："


def test_numbers_that_never_came_are_named_and_the_next_bundle_brings_them(desks: Desks) -> None:
    desks.issued()
    later = exchange.seal(desks.finance, desks.to_police, desks.stick, after=2)
    exchange.take_in(desks.police, later.path)

    (found,) = resending.missing(desks.police)
    assert (found.received, found.gaps) == (0, ((1, 2),))
    table = words.resend_request(found, "示例市公安局", desks.clock.now())
    assert [row[1] for row in table.rows] == ["第 1–2 号内容"]

    desks.carry(desks.finance, desks.police)
    # The bytes that came before their statement are found, so nothing is asked for again.
    assert resending.missing(desks.police) == ()


def test_files_written_again_settle_the_request(desks: Desks) -> None:
    uid = desks.issued()
    first = exchange.seal(desks.finance, desks.to_police, desks.stick)
    note = synthetic.step(StepKind.NOTE, desks.clock.now(), text="x")
    matters.record_step(desks.finance, uid, note)

    again = exchange.seal(desks.finance, desks.to_police, desks.stick, files_again=True)

    assert (first.attachments, again.attachments) == (1, 1)
    exchange.take_in(desks.police, again.path)
    assert resending.missing(desks.police) == ()
