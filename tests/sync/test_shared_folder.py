"""Real folders, written to by several processes and carried by programs that leave their own."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kernel import files
from app.kernel.errors import (
    MediumBusyError,
    MediumError,
    MediumGoneError,
    MediumReadOnlyError,
    from_os_error,
)
from app.sync import mailbox, shared_folder
from app.sync.shared_folder import BundleName, Owner, Removal

POLICE = Owner("6a1c2f4e-0000-4000-8000-000000000001", "sl-gaj")
NAMESAKE = Owner("7b2d3f5e-0000-4000-8000-000000000002", "sl-gaj")
FINANCE = Owner("8c3e4f6e-0000-4000-8000-000000000003", "sl-czj")
ROOT = Path(__file__).parents[2]

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="uses what only Linux has")


def _lay(folder: Path, name: str, data: bytes = b"four") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


def _names(root: Path, owner: Owner = POLICE) -> list[str]:
    found = shared_folder.finished(shared_folder.folders_for(root, owner))
    return [each.path.name for each in found]


def _sizes(found: tuple[mailbox.Found, ...]) -> dict[Path, int]:
    return {each.path: each.size for each in found}


# -- whose inbox ---------------------------------------------------------------------------


def test_an_inbox_is_called_by_the_handle() -> None:
    assert shared_folder.inbox_name(POLICE, (POLICE, FINANCE)) == "sl-gaj"


def test_two_agencies_of_one_handle_do_not_share_an_inbox() -> None:
    both = (POLICE, NAMESAKE, FINANCE)

    assert shared_folder.inbox_name(POLICE, both) == "sl-gaj-6a1c2f4e"
    assert shared_folder.inbox_name(NAMESAKE, both) == "sl-gaj-7b2d3f5e"


def test_who_bears_a_doubled_handle_finds_both_inboxes(tmp_path: Path) -> None:
    _lay(tmp_path / "inbox" / "sl-gaj", "a.lxb")
    _lay(tmp_path / "inbox" / "sl-gaj-6a1c2f4e", "b.lxb")
    _lay(tmp_path / "inbox" / "sl-gaj-7b2d3f5e", "not-ours.lxb")

    assert _names(tmp_path) == ["a.lxb", "b.lxb"]


@pytest.mark.parametrize("handle", ["con", "com1", "LPT9", "../up", "", "x" * 65, "ｇａｊ", "-a"])
def test_no_inbox_has_a_name_some_system_cannot_hold(handle: str) -> None:
    name = shared_folder.inbox_name(Owner(POLICE.uid, handle), ())

    assert name.endswith("-6a1c2f4e")
    assert len(name) <= 64
    assert name == files.clean_name(name)
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_an_inbox_written_in_another_case_is_the_same(tmp_path: Path) -> None:
    _lay(tmp_path / "Inbox" / "SL-GAJ", "a.lxb")

    made = shared_folder.open_inbox(tmp_path, "sl-gaj")

    assert made == tmp_path / "Inbox" / "SL-GAJ"
    assert _names(tmp_path) == ["a.lxb"]


def test_two_inboxes_that_differ_only_in_case_are_both_read(tmp_path: Path) -> None:
    for name in ("sl-gaj", "SL-GAJ"):
        _lay(tmp_path / "inbox" / name, f"{name}.lxb")

    if len(list((tmp_path / "inbox").iterdir())) == 1:
        pytest.skip("this system takes both for one")
    assert _names(tmp_path) == ["SL-GAJ.lxb", "sl-gaj.lxb"]
    assert shared_folder.open_inbox(tmp_path, "sl-gaj").name == "sl-gaj"


def test_a_share_that_is_not_connected_does_not_appear_as_a_new_folder(tmp_path: Path) -> None:
    with pytest.raises(MediumGoneError):
        shared_folder.open_inbox(tmp_path / "mounted", "sl-gaj")
    assert not (tmp_path / "mounted").exists()


# -- what is finished ----------------------------------------------------------------------


def test_a_plain_folder_in_which_files_lie_works_too(tmp_path: Path) -> None:
    for name in ("a.lxb", "b.lxcard", "c.lxroster", "notes.txt"):
        _lay(tmp_path, name)

    assert _names(tmp_path) == ["a.lxb", "b.lxcard", "c.lxroster"]


@pytest.mark.parametrize(
    "name",
    [
        "a.lxb.part",
        ".syncthing.a.lxb.tmp",
        "~syncthing~a.lxb.tmp",
        ".a.lxb.~7f3c",
        ".~lock.a.lxb#",
        "~$a.lxb",
        "._a.lxb",
        "a.lxb.!sync",
        "a.lxb.filepart",
        ".stversions",
        "desktop.ini",
    ],
)
def test_what_a_program_leaves_while_it_copies_is_not_counted(tmp_path: Path, name: str) -> None:
    _lay(tmp_path / "inbox" / "sl-gaj", name)

    assert _names(tmp_path) == []


def test_an_empty_file_or_a_folder_is_no_bundle(tmp_path: Path) -> None:
    _lay(tmp_path / "inbox" / "sl-gaj", "empty.lxb", b"")
    (tmp_path / "inbox" / "sl-gaj" / "folder.lxb").mkdir()

    assert _names(tmp_path) == []


def test_the_inbox_of_another_is_not_looked_into(tmp_path: Path) -> None:
    _lay(tmp_path / "inbox" / "sl-czj", "a.lxb")

    assert _names(tmp_path) == []


def test_a_file_that_grows_or_shrinks_between_two_looks_is_not_settled(tmp_path: Path) -> None:
    for name in ("still.lxb", "grows.lxb", "shrinks.lxb"):
        _lay(tmp_path, name)
    before = _sizes(shared_folder.finished((tmp_path,)))
    _lay(tmp_path, "grows.lxb", b"more than four")
    _lay(tmp_path, "shrinks.lxb", b"two")
    _lay(tmp_path, "new.lxb")

    now = shared_folder.settled(shared_folder.finished((tmp_path,)), before)

    assert [each.path.name for each in now] == ["still.lxb"]


def test_a_second_copy_is_known_by_its_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    _lay(tmp_path, "a.lxb", b"same")
    _lay(tmp_path, "a.sync-conflict-20260916-120000-ABCDEFG.lxb", b"same")
    _lay(tmp_path, "a (conflicted copy 2026-09-16 120000).lxb", b"same")
    _lay(tmp_path, "a.sync-conflict-20260916-130000-ABCDEFG.lxb", b"else")

    kept = shared_folder.distinct(shared_folder.finished((tmp_path,)))

    assert [each.path.name for each in kept] == [
        "a.lxb",
        "a.sync-conflict-20260916-130000-ABCDEFG.lxb",
    ]


def test_the_name_of_a_bundle_tells_for_whom_it_claims_to_be() -> None:
    read = shared_folder.bundle_name("sl-czj-12-sl-gaj-2-000001-000014-0a1b2c3d.LXB")

    assert read == BundleName("sl-czj", "sl-gaj-2", "0a1b2c3d")
    assert shared_folder.bundle_name("renamed.lxb") is None


# -- what goes away ------------------------------------------------------------------------


def test_a_folder_that_is_gone_is_a_vanished_medium(tmp_path: Path) -> None:
    for folder in (tmp_path / "gone", _lay(tmp_path, "file")):
        with pytest.raises(MediumGoneError):
            shared_folder.folders_for(folder, POLICE)
        with pytest.raises(MediumGoneError):
            shared_folder.finished((folder,))


def test_a_folder_that_goes_between_looking_and_reading_is_a_vanished_medium(
    tmp_path: Path,
) -> None:
    path = _lay(tmp_path / "inbox" / "sl-gaj", "a.lxb")
    folders = shared_folder.folders_for(tmp_path, POLICE)
    shutil.rmtree(tmp_path / "inbox")

    with pytest.raises(MediumGoneError):
        shared_folder.finished(folders)
    with pytest.raises(MediumGoneError), mailbox.reading(path):
        pass


def test_only_the_very_bytes_we_wrote_are_removed(tmp_path: Path) -> None:
    ours, theirs = _lay(tmp_path, "ours.lxb"), _lay(tmp_path, "theirs.lxb", b"else")
    link = tmp_path / "link.lxb"
    link.symlink_to(ours)
    digest = hashlib.sha256(b"four").hexdigest()

    assert shared_folder.remove_own(theirs, 4, digest) is Removal.OTHER
    assert shared_folder.remove_own(theirs, 9, digest) is Removal.OTHER
    assert shared_folder.remove_own(link, 4, digest) is Removal.OTHER
    assert shared_folder.remove_own(ours, 4, digest) is Removal.REMOVED
    assert shared_folder.remove_own(ours, 4, digest) is Removal.REMOVED
    assert theirs.exists()
    assert link.is_symlink()


def test_a_place_that_went_away_is_not_taken_for_a_swept_one(tmp_path: Path) -> None:
    with pytest.raises(MediumGoneError):
        shared_folder.remove_own(tmp_path / "gone" / "a.lxb", 4, "")


# -- files somebody holds ------------------------------------------------------------------


@on_linux
def test_a_file_that_is_let_go_of_soon_is_waited_for(tmp_path: Path) -> None:
    # A running program answers «text file busy», as a share does while a scanner has the file.
    sleeper = Path(shutil.copy("/bin/sleep", tmp_path / "sleep"))
    with subprocess.Popen([sleeper, "0.4"]):
        opened = files.patiently(lambda: sleeper.open("r+b"))

    opened.close()


@on_linux
def test_a_file_that_stays_held_is_named_after_a_bounded_wait(tmp_path: Path) -> None:
    sleeper = Path(shutil.copy("/bin/sleep", tmp_path / "sleep"))
    began = time.monotonic()
    with subprocess.Popen([sleeper, "60"]) as holder:
        with pytest.raises(OSError, match="busy") as caught:
            files.patiently(lambda: sleeper.open("r+b"), tries=3)
        holder.kill()

    assert time.monotonic() - began < 5
    assert isinstance(from_os_error(caught.value, sleeper), MediumBusyError)


def test_a_refusal_that_no_patience_mends_comes_at_once(tmp_path: Path) -> None:
    tries: list[int] = []

    def act() -> None:
        tries.append(1)
        (tmp_path / "gone").read_bytes()

    with pytest.raises(FileNotFoundError):
        files.patiently(act)
    assert len(tries) == 1


# -- media that refuse ---------------------------------------------------------------------


@pytest.fixture
def small_share(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 1 MiB, where we may mount one."""
    share = tmp_path / "share"
    share.mkdir()
    options = ["-t", "tmpfs", "-o", "size=1m", "tmpfs", str(share)]
    try:
        subprocess.run(["mount", *options], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounting is not permitted here")
    try:
        yield share
    finally:
        subprocess.run(["umount", str(share)], check=True)


def test_a_read_only_share_is_read_and_its_files_are_left(small_share: Path) -> None:
    path = _lay(small_share / "inbox" / "sl-gaj", "a.lxb")
    digest = hashlib.sha256(b"four").hexdigest()
    subprocess.run(["mount", "-o", "remount,ro", str(small_share)], check=True)

    assert _names(small_share) == ["a.lxb"]
    with pytest.raises(MediumReadOnlyError):
        shared_folder.remove_own(path, 4, digest)
    with pytest.raises(MediumReadOnlyError):
        shared_folder.open_inbox(small_share, "sl-czj")
    assert path.exists()


def test_a_disc_is_read_as_a_folder_is(tmp_path: Path) -> None:
    maker = shutil.which("genisoimage") or shutil.which("xorrisofs")
    if maker is None:
        pytest.skip("no program to make a disc image is installed")
    source, image, disc = tmp_path / "source", tmp_path / "disc.iso", tmp_path / "disc"
    data = os.urandom(300_000)
    _lay(source / "inbox" / "sl-gaj", "sl-czj-1-sl-gaj-000001-000003-0a1b2c3d.lxb", data)
    disc.mkdir()
    subprocess.run([maker, "-quiet", "-J", "-r", "-o", image, source], check=True)
    mount = ["mount", "-o", "loop,ro", str(image), str(disc)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting an image is not permitted here")
    try:
        found = shared_folder.finished(shared_folder.folders_for(disc, POLICE))

        assert [each.path.read_bytes() for each in found] == [data]
        with pytest.raises(MediumReadOnlyError):
            shared_folder.open_inbox(disc, "sl-czj")
    finally:
        subprocess.run(["umount", str(disc)], check=True)


# -- many at once --------------------------------------------------------------------------

_WRITER = """
import hashlib, io, os, sys
from pathlib import Path
from app.sync import mailbox, shared_folder
root, who, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(1, count + 1):
    data = os.urandom(3_000_000 if number % 5 == 0 else 40_000)
    digest = hashlib.sha256(data).hexdigest()
    inbox = shared_folder.open_inbox(root, "sl-gaj")
    mailbox.write(inbox, f"{who}-1-sl-gaj-{number:06d}-{number:06d}-{digest[:8]}.lxb",
                  io.BytesIO(data))
    print(digest, flush=True)
"""


def test_many_writers_and_a_reader_lose_nothing_and_see_nothing_half(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, tmp_path, f"agency-{number}", "25"],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for number in range(4)
    ]
    seen: dict[str, str] = {}
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            # ``inbox`` appears while it is looked for.
            for each in shared_folder.finished(shared_folder.folders_for(tmp_path, POLICE)):
                if each.path.name not in seen:
                    seen[each.path.name] = files.sha256_file(each.path)

    reader = threading.Thread(target=read)
    reader.start()
    told = [set(writer.communicate(timeout=60)[0].split()) for writer in writers]
    time.sleep(0.1)
    stop.set()
    reader.join(timeout=10)
    after = shared_folder.finished(shared_folder.folders_for(tmp_path, POLICE))

    assert [writer.returncode for writer in writers] == [0, 0, 0, 0]
    assert sum(map(len, told)) == 100
    assert set(seen.values()) == set().union(*told)
    assert {files.sha256_file(each.path) for each in after} == set().union(*told)
    assert all(name.endswith(f"{digest[:8]}.lxb") for name, digest in seen.items())


def test_writers_that_make_the_inbox_at_the_same_moment_all_succeed(tmp_path: Path) -> None:
    made: list[Path] = []
    refused: list[MediumError] = []
    start = threading.Barrier(8)

    def make() -> None:
        start.wait()
        try:
            made.append(shared_folder.open_inbox(tmp_path, "sl-gaj"))
        except MediumError as error:
            refused.append(error)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert (set(made), refused) == ({tmp_path / "inbox" / "sl-gaj"}, [])
