"""Sealing and opening a bundle with one attachment of 1 GiB, against stock tools.

Ours seals from the encrypted store of a register into a file and opens into such a store, each in a
process of its own. The tools do the same work by the fastest way we know: ``age -d`` of the stored
file between the ready-made blocks of a tar into ``age -r``, ``sha256sum``, ``ssh-keygen -Y sign``;
and back ``sha256sum``, ``age -d | tar x``, both signatures, and on its way through ``tar`` the
attachment goes into ``sha256sum`` and ``age -r``. They are spared the zip, the check of the
attachment's hash before it leaves, and the comparison of every byte of the framing. Ours flushes
what it stores to the disk, so ``sync`` follows theirs.

The files are in the cache of the system when they are read. The shortest of ``RUNS`` counts; the
time of all processors is beside it because other work on the machine disturbs it less.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

from app.kernel import age
from app.kernel.terms import Purpose, new_uid
from app.sync import entry as entries_of
from app.sync import envelope as paper
from app.sync import opening, sealing, signature, stream, tape
from app.sync.entry import Entry, EntryDraft
from app.sync.envelope import Item
from app.sync.routing import Ack, Recipient, Sender
from app.sync.sealing import BundleDraft
from app.sync.stream import Outbox
from app.vault.attachments import Attachments
from app.vault.keys import Keys, Use
from benchmarks.measure import Figure, Report

SIZE: Final = 1 << 30
RUNS: Final = 3
GOAL: Final = 1.1
LIMIT: Final = 1.3
MEMORY: Final = 120.0
TOOLS: Final = ("age", "ssh-keygen", "sha256sum", "tar", "sync")
_CHUNK: Final = 1 << 20
_SEED: Final = bytes(range(32))
_IDENTITY: Final = age.identity_of(bytes(range(32, 64)))
_AGENCIES: Final = (
    "00000000-0000-4000-8000-000000000001",
    "00000000-0000-4000-8000-000000000002",
)
_NAME: Final = "录像.mp4"

_SEAL: Final = """
set -e
{ cat head; age -d -i store.id stored; cat tail; } | age -r "$TO" -o payload.age
sha256sum payload.age > payload.sum
rm -f envelope.json.sig
ssh-keygen -q -Y sign -f sender.key -n lianxi-envelope@v1 envelope.json
"""
_OPEN: Final = """
set -e
sha256sum payload.age > payload.sum
ssh-keygen -q -Y verify -f allowed -I czj -n lianxi-envelope@v1 -s envelope.json.sig < envelope.json
age -d -i ours.id payload.age | tar xf - --to-command="bash member"
ssh-keygen -q -Y verify -f allowed -I czj -n lianxi-content@v1 -s content.json.sig < content.json
sha256sum records.jsonl >> items.sum
sync again
"""
_MEMBER: Final = """
set -e
case "$TAR_FILENAME" in
    att/*) tee >(sha256sum > items.sum) | age -r "$STORE" -o again ;;
    *) cat > "$TAR_FILENAME" ;;
esac
"""


@dataclass(frozen=True, slots=True)
class Took:
    """A run in processes of its own: seconds that passed and of the processors, and the most memory
    ours held, in MiB."""

    seconds: float
    cpu: float
    memory: float = 0.0


def run() -> Report:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        return Report((), (f"left out: apt-get install -y age openssh-client  # {missing}",))
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
        folder = Path(place)
        prepare(folder)
        return _report(folder)


def _report(folder: Path) -> Report:
    ours: dict[str, list[Took]] = {"seal": [], "open": []}
    theirs: dict[str, list[Took]] = {"seal": [], "open": []}
    for _ in range(RUNS):
        for name, script in (("seal", _SEAL), ("open", _OPEN)):
            ours[name].append(_ours(name, folder))
            theirs[name].append(_tools(script, folder))
    sha256, disk = _pass_of_sha256(), _pass_of_disk(folder / "pass")
    figures: list[Figure] = []
    for name in ours:
        figures += _figures(name, ours[name], theirs[name], max(sha256, disk))
    figures.append(Figure("one SHA-256 over 1 GiB", sha256, "s"))
    figures.append(Figure("writing 1 GiB to this disk, flushed, and reading it back", disk, "s"))
    return Report(tuple(figures), (" ".join((__doc__ or "").split()),))


def _figures(name: str, ours: list[Took], theirs: list[Took], floor: float) -> list[Figure]:
    tools = "age, tar, sha256sum, ssh-keygen"
    mine, peer = (min(took.seconds for took in each) for each in (ours, theirs))
    cpu, peer_cpu = (min(took.cpu for took in each) for each in (ours, theirs))
    what = f"{name} a bundle of 1 GiB"
    by = "one SHA-256 or one pass of the disk, whichever is longer"
    return [
        Figure(what, mine, "s", peer, tools, goal=LIMIT, limit=floor, limited_by=by),
        Figure(f"{what}, as it should be", mine, "s", peer, tools, goal=GOAL),
        Figure(f"{what}, time of all processors", cpu, "s", peer_cpu, tools),
        Figure(f"{name}: most memory held", max(t.memory for t in ours), "MiB", most=MEMORY),
    ]


# -- ours, in a process of its own -------------------------------------------------------------


def _ours(name: str, folder: Path) -> Took:
    """Run ``worker(name)`` in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.bundle", name, str(folder)]
    root = Path(__file__).parents[1]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root).stdout
    return Took(**json.loads(told))


def worker(name: str, folder: Path) -> Took:
    start = time.perf_counter()
    {"seal": seal, "open": unseal}[name](folder)
    seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_SELF)
    return Took(seconds, used.ru_utime + used.ru_stime, _peak(used))


def _peak(used: resource.struct_rusage) -> float:
    """The most memory this process held, in MiB.

    ``ru_maxrss`` of Linux also knows the process that started this one, however large that was.
    """
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    told = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
    return int(told[0]) / 1024 if told else used.ru_maxrss / 1024


def seal(folder: Path) -> None:
    store = _store(folder / "blobs")
    item = Item(**json.loads((folder / "item.json").read_text(encoding="utf-8")))
    with (folder / "ours.lxb").open("w+b") as target:
        _seal(folder, item, store, target)


def _seal(folder: Path, item: Item, store: Attachments, target: BinaryIO) -> None:
    to = age.recipient_of(_IDENTITY)
    sealing.seal(
        _draft(item),
        seed=_SEED,
        to=to,
        attachments=store.bytes_of,
        target=target,
        scratch=folder,
    )


def unseal(folder: Path) -> None:
    path = folder / "ours.lxb"
    store = _store(folder / "taken")
    with path.open("rb") as file, store.writer() as writer:
        found = opening.inspect(file, path)
        opening.unpack(file, found, [_IDENTITY], writer.take)
        writer.commit()


def _store(folder: Path) -> Attachments:
    return Attachments(folder, Keys(_SEED))


def _draft(item: Item) -> BundleDraft:
    finance, police = _AGENCIES
    now = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
    key = signature.fingerprint(signature.public_of(_SEED))
    return BundleDraft(
        purpose=Purpose.EXERCISE,
        bundle=new_uid(),
        sender=Sender(finance, "czj", 1),
        recipient=Recipient(police, "gaj"),
        created=now,
        after=0,
        after_head=None,
        entries=_entries(finance, now),
        ack=Ack(1, key, 0, None),
        items=(item,),
    )


def _entries(author: str, now: datetime) -> tuple[Entry, ...]:
    said = EntryDraft("step/1", author, author, new_uid(), 1, now, {"note": "第一步"})
    return stream.extend(Outbox(1), [said])[1]


# -- theirs ------------------------------------------------------------------------------------


def _tools(script: str, folder: Path) -> Took:
    names = {"TO": age.recipient_of(_IDENTITY), "STORE": age.recipient_of(_identity_of_store())}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=os.environ | names,
        check=True,
        capture_output=True,
    )
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(seconds, cpu)


def _identity_of_store() -> str:
    """The secret of the store, derived as ``Attachments`` does."""
    return age.identity_of(Keys(_SEED).derive(Use.BLOBS))


def prepare(folder: Path, size: int = SIZE) -> None:
    """The stored file, a sealed bundle, and its parts as the tools want them."""
    plain = folder / "plain"
    digest = hashlib.sha256()
    with plain.open("wb") as file:
        for _ in range(size // _CHUNK):
            chunk = os.urandom(_CHUNK)
            digest.update(chunk)
            file.write(chunk)
    item = Item(digest.hexdigest(), size, _NAME)
    facts = {"sha256": item.sha256, "size": item.size, "name": item.name}
    (folder / "item.json").write_text(json.dumps(facts), encoding="utf-8")
    store = _store(folder / "blobs")
    store.add(plain)
    plain.unlink()
    (folder / "stored").symlink_to(store.path_of(item.sha256))
    (folder / "store.id").write_text(_identity_of_store() + "\n", encoding="ascii")
    (folder / "ours.id").write_text(_IDENTITY + "\n", encoding="ascii")
    _lay_out(folder, item, store)


def _lay_out(folder: Path, item: Item, store: Attachments) -> None:
    """Keys and the small members, as files for the tools."""
    key = folder / "sender.key"
    key.write_bytes(_openssh(_SEED))
    key.chmod(0o600)
    public = signature.public_of(_SEED)
    (folder / "allowed").write_text(f"czj {public}\n", encoding="ascii")
    path = folder / "ours.lxb"
    with path.open("w+b") as target:
        _seal(folder, item, store, target)
    with path.open("rb") as file:
        found = opening.inspect(file, path)
        inside = opening.unpack(file, found, [_IDENTITY], opening.discard)
    (folder / "member").write_text(_MEMBER, encoding="ascii")
    (folder / "envelope.json").write_bytes(found.envelope_bytes)
    records = b"".join(map(entries_of.line, inside.entries))
    small = (
        (paper.CONTENT, inside.content),
        (paper.CONTENT_SIGNATURE, inside.content_signature),
        (paper.RECORDS, records),
    )
    blocks = [tape.header(name, len(data)) + data + tape.padding(len(data)) for name, data in small]
    (folder / "head").write_bytes(b"".join(blocks) + tape.header(item.path, item.size))
    (folder / "tail").write_bytes(tape.padding(item.size) + tape.END)


def _openssh(seed: bytes) -> bytes:
    from cryptography.hazmat.primitives import serialization as text
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.from_private_bytes(seed)
    return private.private_bytes(text.Encoding.PEM, text.PrivateFormat.OpenSSH, text.NoEncryption())


# -- least possible ----------------------------------------------------------------------------


def _pass_of_sha256() -> float:
    chunk, seen = os.urandom(_CHUNK), hashlib.sha256()

    def act() -> None:
        for _ in range(SIZE // _CHUNK):
            seen.update(chunk)

    return _seconds(act)


def _pass_of_disk(path: Path) -> float:
    chunk = os.urandom(_CHUNK)

    def act() -> None:
        with path.open("wb") as file:
            for _ in range(SIZE // _CHUNK):
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        with path.open("rb") as file:
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            while file.read(_CHUNK):
                pass

    try:
        return _seconds(act)
    finally:
        path.unlink(missing_ok=True)


def _seconds(act: Callable[[], None]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    took = worker(sys.argv[1], Path(sys.argv[2]))
    print(json.dumps(asdict(took)))
