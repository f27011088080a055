"""A trial: a backup is restored into a folder of its own, read to the last byte, and removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from app.kernel import files
from app.kernel.clock import Clock
from app.kernel.errors import (
    AttachmentChangedError,
    AttachmentMissingError,
)
from app.models import Attachment
from app.sync.medium import Watch, silent
from app.vault import journal
from app.vault.backup import Heading, refusals
from app.vault.census import Census
from app.vault.register import Register
from app.vault.unpack import Proved, opened, prove, unpack, waiting


@dataclass(frozen=True, slots=True)
class Tested:
    """What a trial found: *census* counted in the unpacked register, not read from the backup.

    *faults* are SQLite's words, *broken_line* the first journal line that is wrong; *attachments*
    were all read to their end, *size* bytes of them; *changed* and *missing* are names of files.
    """

    heading: Heading
    census: Census
    faults: tuple[str, ...]
    broken_line: int | None
    attachments: int
    size: int
    changed: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def well(self) -> bool:
        return not (self.faults or self.changed or self.missing) and self.broken_line is None


def run(path: Path, scratch: Path, secret: str, *, clock: Clock, watch: Watch = silent) -> Tested:
    """Restore into a folder under *scratch*, read everything in it, and remove it again.

    Nothing in the folder is plain. Raises as ``restore``.
    """
    proved = prove(path, secret)
    size = proved.heading.size
    with refusals(scratch):
        scratch.mkdir(parents=True, exist_ok=True)
        files.ask_space(scratch, size)
    with waiting(scratch, "trial", clock) as folder:
        unpack(proved, folder, clock, lambda done, _: watch(done, 2 * size))
        with opened(proved, folder, secret, clock) as register:
            return _examined(proved, register, lambda done: watch(size + done, 2 * size))


def _examined(proved: Proved, register: Register, watch: Callable[[int], None]) -> Tested:
    faults = register.check_integrity()
    with register.read() as session:
        broken = journal.verify(session)
        kept = select(Attachment.sha256, Attachment.name).where(Attachment.destroyed_at.is_(None))
        rows = session.execute(kept).all()
    read, size = 0, 0
    changed, missing = [], []
    for sha256, name in rows:
        try:
            size += register.attachments.verify(sha256, name)
            read += 1
        except AttachmentMissingError:
            missing.append(name)
        except AttachmentChangedError:
            changed.append(name)
        watch(min(size, proved.heading.size))
    return Tested(
        heading=proved.heading,
        census=register.census(),
        faults=tuple(faults),
        broken_line=broken,
        attachments=read,
        size=size,
        changed=tuple(changed),
        missing=tuple(missing),
    )
