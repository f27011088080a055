from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel import canon
from app.sync import series, tape
from app.sync.envelope import Item, Piece
from app.sync.series import LEAST_LIMIT, Share, Wanted
from tests.sync.city import Agency, bundle_draft, sealed, three_entries

MIB = 1 << 20
A, B = "a" * 64, "b" * 64

names = st.text(max_size=80)
wanted = st.lists(
    st.builds(Wanted, st.sampled_from([c * 64 for c in "0123456789abcdef"]),
              st.integers(0, 40 * MIB), names),
    max_size=8, unique_by=lambda each: each.sha256,
)  # fmt: skip
limits = st.one_of(st.none(), st.integers(LEAST_LIMIT, 60 * MIB))


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[Wanted], set[series.Range], int | None, int]:
    attachments = draw(wanted)
    written = set()
    for each in draw(st.lists(st.sampled_from(attachments), max_size=6)) if attachments else []:
        start = draw(st.integers(0, each.size))
        written.add((each.sha256, start, draw(st.integers(0, each.size - start))))
    return attachments, written, draw(limits), draw(st.integers(0, 32 * MIB))


def ranges(of: Iterable[series.Range], sha256: str) -> list[tuple[int, int]]:
    return sorted((start, start + size) for found, start, size in of if found == sha256)


@given(plans())
def test_every_byte_not_yet_written_is_in_exactly_one_share(
    drawn: tuple[list[Wanted], set[series.Range], int | None, int],
) -> None:
    attachments, written, limit, taken = drawn
    planned = series.plan(attachments, written, limit, taken)

    shares = [share for bundle in planned for share in bundle]
    for each in attachments:
        mine = ranges((share.range for share in shares), each.sha256)
        done = ranges(written, each.sha256)
        place = 0
        for start, end in sorted([*mine, *done]):
            assert start <= place
            place = max(place, end)
        assert place == each.size
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(mine))
        assert not any(s < e2 and s2 < e for s, e in mine for s2, e2 in done)
        if not each.size:
            assert len(mine) + bool(done) == 1


@given(plans())
def test_no_bundle_is_above_the_limit_and_none_is_empty(
    drawn: tuple[list[Wanted], set[series.Range], int | None, int],
) -> None:
    attachments, written, limit, taken = drawn
    for number, bundle in enumerate(series.plan(attachments, written, limit, taken)):
        weight = sum(series.weight(share.size) for share in bundle)
        assert bundle or number == 0
        assert all(share.size <= tape.MAX_MEMBER for share in bundle)
        if limit is not None and bundle:
            assert weight + (taken if number == 0 else 0) <= limit


@given(plans())
def test_shares_keep_the_order_in_which_the_attachments_were_given(
    drawn: tuple[list[Wanted], set[series.Range], int | None, int],
) -> None:
    attachments, written, limit, taken = drawn
    places = {each.sha256: place for place, each in enumerate(attachments)}
    shares = [each for bundle in series.plan(attachments, written, limit, taken) for each in bundle]
    keys = [(places[share.sha256], share.offset) for share in shares]

    assert keys == sorted(keys)
    assert series.plan(attachments, written, limit, taken) == series.plan(
        attachments, set(written), limit, taken
    )


@given(plans())
def test_a_plan_broken_off_after_any_bundle_is_continued_without_repeating(
    drawn: tuple[list[Wanted], set[series.Range], int | None, int],
) -> None:
    attachments, written, limit, taken = drawn
    for bundle in series.plan(attachments, written, limit, taken)[:1]:
        carried = {share.range for share in bundle}
        rest = series.plan(attachments, written | carried, limit)
        again = {share.range for each in rest for share in each}
        assert not carried & again


def test_an_attachment_that_fits_is_never_cut() -> None:
    small = [Wanted(f"{n:064x}", 3 * MIB, "x.pdf") for n in range(9)]

    planned = series.plan(small, (), 10 * MIB)

    assert all(share.is_whole for bundle in planned for share in bundle)
    assert [len(bundle) for bundle in planned] == [2, 2, 2, 2, 1]


def test_a_long_attachment_fills_the_rest_of_a_bundle_before_it_starts_another() -> None:
    planned = series.plan([Wanted(A, MIB, "x"), Wanted(B, 30 * MIB, "y")], (), 12 * MIB)

    assert [[share.sha256 for share in bundle] for bundle in planned] == [[A, B], [B], [B], [B]]
    assert planned[0][1].size > 8 * MIB


def test_without_a_limit_only_what_a_tar_cannot_hold_is_cut() -> None:
    huge = Wanted(A, 2 * tape.MAX_MEMBER + 5, "录像.mp4")

    (bundle,) = series.plan([huge], (), None)

    assert [share.size for share in bundle] == [tape.MAX_MEMBER, tape.MAX_MEMBER, 5]


def test_a_huge_limit_comes_to_an_end_too() -> None:
    planned = series.plan([Wanted(A, 200 << 30, "录像.mp4")], (), 100 << 30)

    assert sum(share.size for bundle in planned for share in bundle) == 200 << 30
    assert len(planned) == 3


def test_a_limit_too_small_to_be_meant_is_refused() -> None:
    with pytest.raises(ValueError, match="bundle"):
        series.plan([Wanted(A, 1, "x")], (), LEAST_LIMIT - 1)


def test_a_share_becomes_an_item_with_the_hash_of_its_own_bytes() -> None:
    whole, part = Share(A, 0, 5, 5, "x"), Share(B, 5, 3, 9, "y")

    assert series.items([whole, part], lambda share: f"{share.offset:064x}") == (
        Item(A, 5, "x"),
        Item("5".rjust(64, "0"), 3, "y", Piece(B, 5, 9)),
    )
    assert series.range_of(Item(A, 5, "x")) == whole.range
    assert series.range_of(Item("0" * 64, 3, "y", Piece(B, 5, 9))) == part.range


def test_of_two_shares_with_the_same_bytes_one_waits_for_the_next_bundle() -> None:
    twice = [Share(A, 0, 5, 20, "x"), Share(B, 10, 5, 20, "y")]

    assert [item.piece for item in series.items(twice, lambda _: "0" * 64)] == [Piece(A, 0, 20)]


def test_a_bundle_is_as_short_as_it_was_planned_to_be(tmp_path: Path) -> None:
    finance, police = Agency("czj"), Agency("gaj")
    data = bytes(range(256)) * 40_000  # 10 MB
    sha256, limit = canon.sha256(data), LEAST_LIMIT
    planned = series.plan([Wanted(sha256, len(data), "x.bin")], (), limit)

    for bundle in planned:
        parts = {share: data[share.offset : share.offset + share.size] for share in bundle}
        items = series.items(bundle, lambda share: canon.sha256(parts[share]))  # noqa: B023
        draft = bundle_draft(finance, police, three_entries(finance), items=items)
        made, _ = sealed(finance, draft, police.to, tmp_path, *parts.values())
        assert len(made) <= limit
    assert len(planned) > 4
