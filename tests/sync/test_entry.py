from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel import canon
from app.kernel.errors import BundleFormError, NotCanonicalError
from app.kernel.terms import new_uid
from app.sync import entry
from app.sync.entry import Entry, EntryDraft
from tests.sync.city import NOON, Agency, drafts

FINANCE = Agency("czj")

plain_values = st.recursive(
    st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcxyz_", max_size=5), inner)
    ),
    max_leaves=12,
)


def one(body: Any, seq: int = 1, prev: str | None = None) -> Entry:
    draft = EntryDraft("step/1", FINANCE.uid, FINANCE.uid, new_uid(), 1, NOON, body)
    return entry.make(draft, seq, prev)


@given(plain_values)
def test_an_entry_comes_back_from_its_line(body: Any) -> None:
    made = one({"value": body})

    read = entry.parse(entry.line(made).removesuffix(b"\n"))

    assert read == made
    assert read.plain == canon.loads(canon.dumps({"value": body}))


def test_a_line_is_canonical_and_one_line() -> None:
    text = entry.line(one({"note": "第一行\n第二行"}))

    assert canon.dumps(canon.loads(text[:-1])) == text[:-1]
    assert text.count(b"\n") == 1


def test_a_destroyed_body_leaves_number_hash_and_chain() -> None:
    first = one({"note": "甲"})
    destroyed = entry.restore(first.head_bytes, None, None)
    second = entry.make(drafts(FINANCE, 1)[0], 2, destroyed.hash)

    assert entry.parse(entry.line(destroyed)[:-1]) == destroyed
    assert (destroyed.hash, second.head.prev) == (first.hash, first.hash)
    with pytest.raises(ValueError, match="destroyed"):
        _ = destroyed.plain


def test_equal_bodies_have_different_hashes_so_that_a_destroyed_one_cannot_be_guessed() -> None:
    assert one({"note": "是"}).head.body != one({"note": "是"}).head.body


def test_a_body_that_is_not_its_heads_is_refused() -> None:
    made, other = one({"note": "甲"}), one({"note": "乙"})

    with pytest.raises(BundleFormError):
        entry.restore(made.head_bytes, made.blind, other.body)
    with pytest.raises(BundleFormError):
        entry.restore(made.head_bytes, other.blind, made.body)
    with pytest.raises(BundleFormError):
        entry.restore(made.head_bytes, None, made.body)


@pytest.mark.parametrize(
    "change",
    [
        lambda head: head.pop("author"),
        lambda head: head.update(author="czj"),
        lambda head: head.update(seq=0),
        lambda head: head.update(seq=2),  # the second needs a predecessor
        lambda head: head.update(prev="0" * 64),  # the first has none
        lambda head: head.update(version="1"),
        lambda head: head.update(type="step"),
        lambda head: head.update(type="Step/1"),
        lambda head: head.update(at="2026-03-02 12:00"),
        lambda head: head.update(body="0"),
    ],
)
def test_a_head_of_another_form_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    made = one({"note": "甲"})
    head = canon.loads(made.head_bytes)
    change(head)

    with pytest.raises(BundleFormError):
        entry.restore(canon.dumps(head), made.blind, made.body)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[]",
        b'{"head":{}}',
        b'{"blind":"00","body":{},"head":{}}',
        b'{"head":{},"head":{}}',
        b'{"a":NaN}',
        b"\xff",
        b"[" * 100_000,
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"head":"\\ud800"}',
    ],
)
def test_a_line_of_another_form_is_refused(line: bytes) -> None:
    with pytest.raises(BundleFormError):
        entry.parse(line)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_as_a_line_raise_anything_else(data: bytes) -> None:
    with pytest.raises(BundleFormError):
        entry.parse(data)


def test_an_unknown_type_is_read_so_that_it_can_be_parked() -> None:
    draft = EntryDraft("dream/7", FINANCE.uid, FINANCE.uid, new_uid(), 1, NOON, {"x": 1})

    assert entry.parse(entry.line(entry.make(draft, 1, None))[:-1]).head.type == "dream/7"


def test_a_body_json_cannot_carry_is_refused_when_written() -> None:
    with pytest.raises(NotCanonicalError):
        one({"amount": 1.5})
