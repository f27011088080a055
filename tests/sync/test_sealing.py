from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.kernel.age import Readable
from app.kernel.errors import (
    AttachmentChangedError,
    BundleFormError,
    MediumFullError,
    TooLongError,
)
from app.sync import entry, sealing, stream, tape
from app.sync import envelope as paper
from app.sync.entry import EntryDraft
from app.sync.envelope import Item, Recipient
from app.sync.sealing import BundleDraft
from app.sync.stream import Outbox
from tests.sync.city import (
    NOON,
    Agency,
    attachments,
    bundle_draft,
    drafts,
    item,
    sealed,
    three_entries,
)

FINANCE, POLICE = Agency("czj"), Agency("gaj")
PHOTO = b"\xff\xd8 photo"


def seal_with(draft: BundleDraft, opened: sealing.Attachments, scratch: Path) -> bytes:
    target = io.BytesIO()
    sealing.seal(
        draft, seed=FINANCE.seed, to=POLICE.to, attachments=opened, target=target, scratch=scratch
    )
    return target.getvalue()


def with_items(*items: Item) -> BundleDraft:
    return bundle_draft(FINANCE, POLICE, three_entries(FINANCE), items=items)


@pytest.mark.parametrize("bytes_now", [b"", PHOTO[:-1], PHOTO + b"!", PHOTO[:-1] + b"X"])
def test_an_attachment_that_changed_since_it_was_hashed_is_not_sealed(
    tmp_path: Path, bytes_now: bytes
) -> None:
    @contextmanager
    def changed(_item: Item) -> Iterator[Readable]:
        yield io.BytesIO(bytes_now)

    with pytest.raises(AttachmentChangedError) as caught:
        seal_with(with_items(item(PHOTO, "照片.jpg")), changed, tmp_path)
    assert caught.value.name == "照片.jpg"


def test_every_attachment_opened_is_closed_even_when_sealing_fails(tmp_path: Path) -> None:
    still_open: list[Item] = []

    @contextmanager
    def counted(one: Item) -> Iterator[Readable]:
        still_open.append(one)
        try:
            yield io.BytesIO(b"other")
        finally:
            still_open.remove(one)

    with pytest.raises(AttachmentChangedError):
        seal_with(with_items(item(PHOTO)), counted, tmp_path)
    assert still_open == []


def test_the_same_attachment_twice_is_refused(tmp_path: Path) -> None:
    draft = with_items(item(PHOTO, "a.jpg"), item(PHOTO, "b.jpg"))

    with pytest.raises(BundleFormError):
        seal_with(draft, attachments(PHOTO), tmp_path)


def test_nothing_is_sealed_that_a_reader_would_refuse(tmp_path: Path) -> None:
    draft = replace(with_items(), recipient=Recipient(POLICE.uid, "g/j"))

    with pytest.raises(BundleFormError):
        seal_with(draft, attachments(), tmp_path)


def test_entries_that_do_not_follow_each_other_are_a_fault_of_the_caller(tmp_path: Path) -> None:
    first, second, third = three_entries(FINANCE)
    for entries in ((first, third), (second, first)):
        with pytest.raises(ValueError, match="follow"):
            seal_with(bundle_draft(FINANCE, POLICE, entries), attachments(), tmp_path)


def test_another_agencys_statement_is_not_sealed_as_ours(tmp_path: Path) -> None:
    foreign = stream.extend(Outbox(1), drafts(POLICE, 1))[1]

    with pytest.raises(ValueError, match="another agency"):
        seal_with(bundle_draft(FINANCE, POLICE, foreign), attachments(), tmp_path)


def test_records_beyond_the_readers_limit_are_refused(tmp_path: Path) -> None:
    size = paper.MAX_INNER // 4
    made: list[entry.Entry] = []
    box = Outbox(1)
    for _ in range(4):
        big = EntryDraft(
            "step/1", FINANCE.uid, FINANCE.uid, FINANCE.uid, 1, NOON, {"note": "x" * size}
        )
        box, entries = stream.extend(box, [big])
        made += entries

    with pytest.raises(TooLongError):
        seal_with(bundle_draft(FINANCE, POLICE, tuple(made)), attachments(), tmp_path)


def test_an_attachment_beyond_what_a_tar_can_hold_is_refused(tmp_path: Path) -> None:
    huge = Item("0" * 64, tape.MAX_MEMBER + 1, "录像.mp4")

    with pytest.raises(TooLongError):
        seal_with(with_items(huge), attachments(), tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_under_the_target_is_a_full_medium(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb", buffering=0) as full, pytest.raises(MediumFullError):
        sealing.seal(
            with_items(),
            seed=FINANCE.seed,
            to=POLICE.to,
            attachments=attachments(),
            target=full,
            scratch=tmp_path,
        )


def test_no_plain_byte_reaches_the_disk(tmp_path: Path) -> None:
    secret = "串通投标的聊天记录".encode() * 200_000
    path = tmp_path / "x.lxb"
    seen = []

    def look(_done: int, _total: int) -> None:
        seen.append(len(data := path.read_bytes()))
        assert secret[:27] not in data

    with path.open("wb", buffering=0) as target:
        sealing.seal(
            with_items(item(secret)),
            seed=FINANCE.seed,
            to=POLICE.to,
            attachments=attachments(secret),
            target=target,
            scratch=tmp_path,
            watch=look,
        )

    assert max(seen) > 1 << 20
    assert list(tmp_path.iterdir()) == [path]
    assert secret[:27] not in path.read_bytes()


def test_the_watch_counts_to_the_end_and_cancels_by_raising(tmp_path: Path) -> None:
    class CancelledError(Exception):
        pass

    seen: list[tuple[int, int]] = []

    def stop(_done: int, _total: int) -> None:
        raise CancelledError

    options = {"seed": FINANCE.seed, "to": POLICE.to, "attachments": attachments(PHOTO)}
    draft = with_items(item(PHOTO))
    for watch in (lambda *counts: seen.append(counts), stop):
        target = io.BytesIO()
        try:
            sealing.seal(draft, target=target, scratch=tmp_path, watch=watch, **options)
        except CancelledError:
            assert target.getvalue() == b""

    assert seen[-1][0] == seen[-1][1]
    assert seen == sorted(seen)


def test_two_sealings_of_the_same_are_two_ciphertexts(tmp_path: Path) -> None:
    draft = with_items(item(PHOTO))

    one, _ = sealed(FINANCE, draft, POLICE.to, tmp_path, PHOTO)
    two, _ = sealed(FINANCE, draft, POLICE.to, tmp_path, PHOTO)

    assert one != two


def test_the_file_name_tells_who_to_whom_and_which_numbers(tmp_path: Path) -> None:
    entries = three_entries(FINANCE)
    draft = bundle_draft(FINANCE, POLICE, entries)
    _, made = sealed(FINANCE, draft, POLICE.to, tmp_path)

    assert made.file_name == f"czj-1-gaj-000001-000003-{draft.bundle[:8]}.lxb"
    assert entry.line(entries[0]).endswith(b"\n")
